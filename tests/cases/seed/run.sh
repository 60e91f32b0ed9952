#!/bin/sh
# What is found in the conference article of the shared corpus, in each language alone, and with its facts or its order
# changed.
FOLDER=$(mktemp -d) || exit 1
trap 'rm -rf "$FOLDER"' EXIT
. tests/cases/sample/measure.sh

seed=1956-03-31_重工业部先进生产者代表会议闭幕
article=$SHARED/corpus/dev/$seed.md
gold=$SHARED/corpus/gold/$seed.gold.json
if [ ! -f "$article" ] || [ ! -f "$gold" ]; then
    echo "skipped: no $article with its gold facts (set SHARED)"
    exit 77
fi

python3 tests/cases/seed/scorers_agree.py "$SHARED" || fail "tests/score.py measures otherwise than the shared scorer"
python3 tests/make_variants.py "$article" "$gold" tests/data/seed.changes.json "$FOLDER" || exit 1

measure "$article" "$gold" --min-f 0.90 --no-invented
measure_variant "$seed-english" --min-f 0.75 --no-invented
measure_variant "$seed-chinese" --min-f 0.75 --no-invented
measure_variant "$seed-changed" --min-f 0.90 --no-invented
measure_variant "$seed-swapped" --min-f 0.90 --no-invented

exit "$failed"
