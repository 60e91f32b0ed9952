# To be read by a test (. tests/holds.sh): gives it the program, a folder FOLDER of its own unless it has made one, which
# goes when the test ends, and counts what holds.
# shellcheck shell=sh disable=SC2034 # the test looks at these
TOP=${TOP:-$PWD}
DATELINE=${DATELINE:-$TOP/.build/dateline}
SHARED=${SHARED:-$TOP/../shared}
if [ -z "${FOLDER:-}" ]; then
    FOLDER=$(mktemp -d) || exit 2
    trap 'rm -rf "$FOLDER"' EXIT
    trap 'exit 2' HUP INT TERM
fi
passed=0
failed=0
skipped=0

good() { # what
    echo "ok - $1"
    passed=$((passed + 1))
}

bad() { # what, [file that tells why]
    echo "not ok - $1"
    [ -z "${2:-}" ] || head -n 40 "$2" | cut -c 1-300 | sed 's/^/#   /'
    failed=$((failed + 1))
}

skip() { # what and why
    echo "skip - $*"
    skipped=$((skipped + 1))
}

# Is it what was wanted?
is() { # what, value, value wanted
    if [ "$2" = "$3" ]; then
        good "$1"
    else
        printf '%s\nwanted: %s\n' "$2" "$3" >"$FOLDER/log"
        bad "$1" "$FOLDER/log"
    fi
}

# The last line of a test, and its exit status.
conclude() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# Does a command end well? If not, the test says what it said.
holds() { # what command...
    what=$1
    shift
    if "$@" >"$FOLDER/log" 2>&1; then good "$what"; else bad "$what" "$FOLDER/log"; fi
}

# Does it end well and say nothing?
silently() { # what command...
    what=$1
    shift
    "$@" >"$FOLDER/log" 2>&1
    status=$?
    if [ "$status" -eq 0 ] && [ ! -s "$FOLDER/log" ]; then
        good "$what"
    else
        echo "exit status $status" >>"$FOLDER/log"
        bad "$what" "$FOLDER/log"
    fi
}
