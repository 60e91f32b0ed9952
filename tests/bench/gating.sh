#!/bin/sh
# Measures what rules cost that never fire: reads articles with our rules, and again with 450 more of which none finds
# the words it needs. Prints the processor times and their ratio.
#
# usage: tests/bench/gating.sh
# environment: DATELINE  the program (default .build/dateline)
#              SHARED    the articles beside the project (default ../shared); without them our own are read
#              RULES     how many rules are added (default 450)
set -eu
cd "$(dirname "$0")/../.."

DATELINE=${DATELINE:-.build/dateline}
SHARED=${SHARED:-../shared}
RULES=${RULES:-450}
RUNS=5
articles=$SHARED/corpus/dev
[ -d "$articles" ] || articles=tests/data

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/rules" "$folder/none"

for i in $(seq "$RULES"); do
    cat <<RULE
rule idle-$i
  says  Somebody does what no newspaper reports.
  en    {who:dl:Agent+?}(?&Gap) (?:zqx${i}ed|has zqx${i}en) {what:Noun+}
  zh    {who:dl:Agent+?}(?&Gap)(?:甪${i}了|甪${i}过){what:Noun+}
  fact  ?g a dl:Gift ; dl:agent ?who ; dl:object ?what .
  + en  The Potters Union zqx${i}ed souvenirs.
  + zh  陶瓷工会甪${i}了纪念品。

RULE
done >"$folder/rules/idle.rules"

"$DATELINE" extract --rules "$folder/rules" tests/data/sample.md >/dev/null # or there is nothing to measure

# The user time of one run in milliseconds: the least of several, as nothing makes a program faster than it is.
least_time() { # folder with more rules, article or folder...
    rules=$1
    shift
    for _ in 1 2 3; do
        LC_ALL=C bash -c 'TIMEFORMAT=%3U; time "$@" >/dev/null 2>&1' bash \
            "$DATELINE" extract --rules "$rules" -t ntriples "$@" 2>&1 | tr -d .
    done | sed 's/^0*\(.\)/\1/' | sort -n | head -n 1
}

repeated=$(for _ in $(seq "$RUNS"); do echo "$articles"; done)
# shellcheck disable=SC2086 # one word a run
plain=$(least_time "$folder/none" $repeated)
# shellcheck disable=SC2086
more=$(least_time "$folder/rules" $repeated)
start=$(least_time "$folder/none" tests/data/sample.md)
more_start=$(least_time "$folder/rules" tests/data/sample.md)

awk -v plain="$plain" -v more="$more" -v start="$start" -v more_start="$more_start" -v rules="$RULES" -v runs="$RUNS" \
    -v articles="$articles" 'BEGIN {
    printf "%s, read %d times: %d ms; with %d rules more that never fire: %d ms; ratio %.2f\n", articles, runs, plain, rules, more, more / plain
    printf "start and one article: %d ms; with them: %d ms; so reading alone: ratio %.2f\n", start, more_start, (more - more_start) / (plain - start)
}'
