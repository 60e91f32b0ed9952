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
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
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

run() { # name command...
    name=$1
    shift
    "$@" >"$log" 2>&1 </dev/null
    status=$?
    tally "$status"
    if [ "$bad" -gt 0 ]; then
        echo "FAILED $name (exit status $status)"
        sed 's/^/    /' "$log"
    elif [ "$status" -eq 77 ]; then
        echo "skip   $name: $(tail -n 1 "$log")"
    else
        echo "ok     $name ($(tail -n 1 "$log" | grep -E '[0-9] passed' | sed 's/^[^ ]*: //' | grep . || echo 1 passed))"
    fi
}

run_unit() {
    for source in tests/unit/*_test.c; do
        [ -e "$source" ] || continue
        name=$(basename "$source" .c)
        run "unit/$name" "$UNIT/$name"
    done
}

run_cli() {
    run cli sh tests/cli.sh
}

run_cases() {
    for script in tests/cases/*/run.sh; do
        [ -e "$script" ] || continue
        run "$(basename "$(dirname "$script")")" "$TOP/$script"
    done
}

run_rules() {
    run rules "$DATELINE" check-rules
}

[ $# -gt 0 ] || set -- unit cli cases rules
for part in "$@"; do
    case $part in
        unit | cli | cases | rules) "run_$part" ;;
        *)
            echo "tests/run.sh: no such part: $part" >&2
            exit 2
            ;;
    esac
done

if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
