#!/bin/sh
# What is found in our own two articles, in other words than any the rules were written from.
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

if ! "$DATELINE" extract -o "$FOLDER/sample.ttl" $sample.md || ! cmp "$FOLDER/sample.ttl" output/sample.ttl; then
    fail "output/sample.ttl is not what 'dateline extract -o output/sample.ttl tests/data/sample.md' writes"
fi

echo "For information, with no figure to reach:"
measure_variant sample-english
measure_variant sample-chinese
measure tests/data/second.md tests/data/second.gold.json --errors

exit "$failed"
