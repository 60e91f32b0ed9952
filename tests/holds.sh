# To be read by a test (. tests/holds.sh) that has made a folder FOLDER of its own: counts what holds.
# shellcheck shell=sh disable=SC2034 # the test tells the counts
passed=0
failed=0

good() { # what
    echo "ok - $1"
    passed=$((passed + 1))
}

bad() { # what, file that tells why
    echo "not ok - $1"
    head -n 20 "$2" | cut -c 1-300 | sed 's/^/#   /'
    failed=$((failed + 1))
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
