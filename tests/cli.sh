#!/bin/sh
# Runs the command lines of tests/cli.tsv and says which went otherwise than told; the last line counts them.
#
# usage: tests/cli.sh [REGEX]     only the tests whose names match
#
# One test a line, with five columns separated by tabs:
#   name
#   command   run by sh in an empty folder that holds good.md; `dateline` and the functions below can be called
#   status    the exit status expected, an ERE; 77 says that the test cannot run here and is skipped
#   stdout    an ERE that a line of it matches; with "!" before it, none does; "-": there is none; empty: anything goes
#   stderr    the same
#
# environment: DATELINE  the program (default .build/dateline)
set -u

TOP=$(cd "$(dirname "$0")/.." && pwd) || exit 2
DATELINE=${DATELINE:-$TOP/.build/dateline}
PATH=$(cd "$(dirname "$DATELINE")" && pwd):$PATH || exit 2
export TOP DATELINE PATH

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# ---------------------------------------------------------------- for the commands

# A small article in both languages, of the given date.
article() { # date
    cat <<ARTICLE
Title: A Workers' Club Opens Its Doors
Author:
Date: $1
Page: 2

Xinhua News Agency, Shenyang, 1st: A workers' club was opened here today.



<hr /> 

Original: 


### 工人俱乐部开放

$1
第2版()
专栏：

    工人俱乐部开放
    新华社沈阳1日电　一所工人俱乐部今天在这里开放。
ARTICLE
}

# The folder "data": a copy of rules, lexicon and ontology, for the command to spoil.
copy_data() {
    mkdir data && cp -R "$TOP/extractor/rules" "$TOP/extractor/lexicon" "$TOP/ontology" data
}

# The statements of a file in any of our formats, one a line, in one order.
statements() { # format file
    rapper -q -i "$1" -o ntriples "$2" http://example.org/ | sort -u
}

# ---------------------------------------------------------------- running them

agrees() { # file expectation
    case $2 in
        '') true ;;
        -) [ ! -s "$1" ] ;;
        !*) ! grep -aEq -e "${2#!}" "$1" ;;
        *) grep -aEq -e "$2" "$1" ;;
    esac
}

shown() { # file
    head -c 2000 "$1" | head -n 20 | LC_ALL=C tr -d '\000-\010\013-\037' | sed 's/^/        /'
}

fail() { # what
    printf 'FAILED cli/%s: %s\n    %s\n' "$name" "$1" "$command"
    echo "    exit status $status; standard output and standard error begin:"
    shown "$work/stdout"
    shown "$work/stderr"
    failed=$((failed + 1))
}

run_in_own_folder() { # command
    mkdir "$work/folder" && cd "$work/folder" && article 1956-04-02 >good.md && eval "$1"
}

passed=0
failed=0
skipped=0
only=${1:-.}
separator=$(printf '\037') # a tab would swallow empty columns

grep -v '^#' "$TOP/tests/cli.tsv" | tr '\t' "$separator" >"$work/tests"
while IFS=$separator read -r name command expected stdout stderr; do
    echo "$name" | grep -Eq -e "$only" || continue
    (run_in_own_folder "$command") >"$work/stdout" 2>"$work/stderr" </dev/null
    status=$?
    if [ "$status" -eq 77 ]; then
        skipped=$((skipped + 1))
    elif ! echo "$status" | grep -Exq -e "$expected"; then
        fail "exit status $status, expected $expected"
    elif ! agrees "$work/stdout" "$stdout"; then
        fail "standard output, expected $stdout"
    elif ! agrees "$work/stderr" "$stderr"; then
        fail "standard error, expected $stderr"
    else
        passed=$((passed + 1))
    fi
    rm -rf "$work/folder"
done <"$work/tests"

echo "cli: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
