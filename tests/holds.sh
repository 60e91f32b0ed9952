# To be read by a test (. tests/holds.sh) that has made a folder FOLDER of its own: counts what holds.
# shellcheck shell=sh disable=SC2034 # the test tells the counts
passed=0
failed=0

# Does a command end well? If not, the test says what it said.
holds() { # what command...
    what=$1
    shift
    if "$@" >"$FOLDER/log" 2>&1; then
        echo "ok - $what"
        passed=$((passed + 1))
    else
        echo "not ok - $what"
        head -n 20 "$FOLDER/log" | cut -c 1-300 | sed 's/^/#   /'
        failed=$((failed + 1))
    fi
}
