#!/bin/sh
# Runs the tests and sums them up: its last line is "N passed, N failed", with ", N skipped" when some were.
#
# usage: tests/run.sh [unit|cli|cases|rules] ...      all of them if none is named
#
#   unit    the programs made from tests/unit/*_test.c
#   cli     the command lines of tests/cli.tsv
#   cases   every tests/cases/*/run.sh: exit status 0 passed, 77 skipped, anything else failed
#   rules   the examples inside the rule files
#
# A test that ends with a line "N passed, N failed[, N skipped]" counts as that many, any other as one.
#
# environment: DATELINE  the program            (default .build/dateline)
#              UNIT      the unit test programs (default .build/tests)
#              SHARED    the annotated articles beside the project (default ../shared); tests of them are skipped without
set -u

absolute() { # path; of something that may not be there
    case $1 in
        /*) echo "$1" ;;
        *) echo "$PWD/$1" ;;
    esac
}

cd "$(dirname "$0")/.." || exit 2
TOP=$PWD
DATELINE=$(absolute "${DATELINE:-.build/dateline}")
UNIT=$(absolute "${UNIT:-.build/tests}")
SHARED=$(absolute "${SHARED:-../shared}")
export TOP DATELINE SHARED

passed=0
failed=0
skipped=0
work=$(mktemp -d) || exit 2
pool=
trap '[ -z "$pool" ] || kill "$pool" 2>"$work/ignored"; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# The count that a test gives in its last line: "12 passed", for the word "passed".
counted() { # word
    tail -n 1 "$log" | sed -nE "s/^([^ ]+: )?([0-9]+ [a-z ]+, )*([0-9]+) $1(, [0-9]+ [a-z ]+)*\$/\\3/p"
}

# Adds a test to the sums: what it counted itself, else one.
tally() { # exit status
    good=$(counted passed)
    bad=$(counted failed)
    left=$(counted skipped)
    if [ -z "$good" ] || [ -z "$bad" ]; then
        good=0 bad=0 left=0
        case $1 in
            0) good=1 ;;
            77) left=1 ;;
            *) bad=1 ;;
        esac
    elif [ "$1" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1 # it says that all is well, and then breaks
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + ${left:-0}))
}

# Says how a test went that has ended.
report() { # name exit-status
    tally "$2"
    if [ "$bad" -gt 0 ]; then
        echo "FAILED $1 (exit status $2)"
        sed 's/^/    /' "$log"
    elif [ "$2" -eq 77 ]; then
        echo "skip   $1: $(tail -n 1 "$log")"
    else
        echo "ok     $1 ($(tail -n 1 "$log" | grep -E '[0-9] passed' | sed 's/^[^ ]*: //' | grep . || echo 1 passed))"
    fi
}

# The names of a part's tests, a line each.
names_unit() {
    for source in tests/unit/*_test.c; do
        [ ! -e "$source" ] || echo "unit/$(basename "$source" .c)"
    done
}

names_cli() {
    echo cli
}

names_cases() {
    for script in tests/cases/*/run.sh; do
        [ ! -e "$script" ] || echo "cases/$(basename "$(dirname "$script")")"
    done
}

names_rules() {
    echo rules
}

# Runs the tests whose names are read, as many at a time as there are cores. What one says stands in NAME.log, and when it
# has ended its exit status in NAME.status, of the folder $work.
run_named() {
    mkdir "$work/unit" "$work/cases" || exit 2
    # shellcheck disable=SC2016 # the inner shell is to see the words
    UNIT=$UNIT work=$work xargs -P "$(nproc)" -n 1 sh -c '
        case $0 in
            unit/*) set -- "$UNIT/${0#unit/}" ;;
            cli) set -- sh tests/cli.sh ;;
            cases/*) set -- "$TOP/tests/$0/run.sh" ;;
            rules) set -- "$DATELINE" check-rules ;;
        esac
        "$@" >"$work/$0.log" 2>&1 </dev/null
        echo $? >"$work/$0.ended"
        mv "$work/$0.ended" "$work/$0.status"'
}

[ $# -gt 0 ] || set -- unit cli cases rules
for part in "$@"; do
    case $part in
        unit | cli | cases | rules) "names_$part" ;;
        *)
            echo "tests/run.sh: no such part: $part" >&2
            exit 2
            ;;
    esac
done >"$work/names"

run_named <"$work/names" &
pool=$!
while read -r name; do
    until [ -e "$work/$name.status" ]; do
        sleep 0.1
    done
    log=$work/$name.log
    report "${name#cases/}" "$(cat "$work/$name.status")"
done <"$work/names"
wait "$pool"
pool=

if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
