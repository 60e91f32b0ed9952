#!/bin/sh
# What is found in our own two articles: the first tells what the seed article tells, in our own words; the second is of another subject.
FOLDER=$(mktemp -d) || exit 1
trap 'rm -rf "$FOLDER"' EXIT
. tests/cases/sample/measure.sh

sample=tests/data/sample
python3 tests/make_variants.py $sample.md $sample.gold.json $sample.changes.json "$FOLDER" || exit 1

measure $sample.md $sample.gold.json --min-f 0.75 --no-invented
measure_variant sample-changed --min-f 0.75 --no-invented
measure_variant sample-swapped --min-f 0.75 --no-invented

if [ -f "$FOLDER/sample.nt" ]; then
    python3 tests/cases/sample/direct_triples.py "$FOLDER/sample.nt" || fail "a plain triple is missing from sample.md"
fi

echo "For information, with no figure to reach:"
measure_variant sample-english
measure_variant sample-chinese
measure tests/data/second.md tests/data/second.gold.json --errors

exit "$failed"
