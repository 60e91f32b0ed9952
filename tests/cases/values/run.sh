#!/bin/sh
# Measures `normalize` on the shared cases of numbers and dates: how many values of each language it finds and gets right,
# in all and in each source, how many spans and qualifiers are right, and in how many lines with nothing it finds something.
FOLDER=$(mktemp -d) || exit 1
trap 'rm -rf "$FOLDER"' EXIT
DATELINE=${DATELINE:-.build/dateline}
SHARED=${SHARED:-../shared}
CASES=$SHARED/specs/dev.jsonl
SCORER=$SHARED/tools/score_normalize.py

if [ ! -e "$CASES" ] || [ ! -e "$SCORER" ]; then
    echo "skipped: $CASES or $SCORER is not there"
    exit 77
fi

python3 -B "$SCORER" --program "$DATELINE" "$CASES" --errors >"$FOLDER/told" 2>&1 || {
    cat "$FOLDER/told"
    exit 1
}

# The rows of the table at its end: a name, then cases, values, recall, first, exact, precision, qualifiers, "n/m".
grep -E ' [0-9]+/[0-9]+$' "$FOLDER/told" >"$FOLDER/table"
awk '
function at_least(what, is, mark) {
    if (is == "-") return # nothing was asked
    is + 0 >= mark ? passed++ : failed++
    if (is + 0 < mark) printf "not ok - %s: %s, less than %s\n", what, is, mark
}
{
    split($NF, negatives, "/")
    qualifiers = $(NF - 1); precision = $(NF - 2); exact = $(NF - 3); recall = $(NF - 5)
    name = $1
    for (i = 2; i < NF - 7; i++) name = name " " $i
    per_kind = name ~ /^all (en|zh) (number|date)$/
}
per_kind {
    kinds++
    at_least(name ": recall", recall, name ~ /number$/ ? 92 : 85)
    at_least(name ": precision", precision, 95)
    at_least(name ": exact spans", exact, 90)
    at_least(name ": qualifiers", qualifiers, 95)
    reported += negatives[1]
}
name ~ /^[^ ]+ (en|zh) (number|date)$/ && !per_kind { at_least(name ": recall", recall, 80) }
END {
    reported <= 4 ? passed++ : failed++
    if (reported > 4) print "not ok - lines with nothing in which something was found: " reported ", more than 4"
    kinds == 4 ? passed++ : failed++
    if (kinds != 4) print "not ok - rows for both languages and both kinds: " kinds
    printf "%d passed, %d failed\n", passed, failed
    exit failed > 0
}' "$FOLDER/table" >"$FOLDER/counts"
status=$?

if [ "$status" -ne 0 ]; then
    cat "$FOLDER/told"
fi
cat "$FOLDER/counts"
exit "$status"
