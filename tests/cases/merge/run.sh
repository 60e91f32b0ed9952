#!/bin/sh
# Shards joined are the single run, byte for byte, in every format; and what may not be joined is refused and said. The
# parts are made here, of articles extracted one by one, so that `merge` is not tested against what wrote them.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
LC_ALL=C
export LC_ALL

# Is a merge refused with this message, and nothing left under the name of its output?
refused() { # what, message (ERE), manifest...
    what=$1 message=$2
    shift 2
    rm -f "$FOLDER/refused.nq"
    "$DATELINE" merge -t "${TO:-nquads}" -o "$FOLDER/refused.nq" "$@" >"$FOLDER/log" 2>&1
    status=$?
    if [ "$status" -eq 2 ] && grep -Eq -e "$message" "$FOLDER/log" && [ ! -e "$FOLDER/refused.nq" ]; then
        good "refused: $what"
    else
        echo "exit status $status; expected 2 and: $message" >>"$FOLDER/log"
        bad "refused: $what" "$FOLDER/log"
    fi
}

# ---------------------------------------------------------------- parts, by hand

RULES=$(printf '%064d' 7)

size() { # file
    wc -c <"$1" | tr -d ' '
}

row() { # index input bytes output shard
    digest=$(printf '%064d' "$1")
    case $2 in '('*) digest= ;; esac
    printf '%s\t%s\t1\t0\t2\t30\t%s\t%s\t%s\t\t%s\t0.1.0\t%s\t0.012\n' "$1" "$2" "$3" "$digest" "$4" "$5" "$RULES"
}

header() {
    printf 'index\tinput\tarticles\tskipped\tfacts\ttriples\tbytes\tsha256\toutput\tend\tshard\tprogram\trules\tseconds\n'
}

# What a run writes before the first article and behind the last: all of a run without one, in RDF/XML but its last line.
ends_of() { # format
    mkdir -p "$FOLDER/none"
    "$DATELINE" extract -t "$1" "$FOLDER/none" >"$FOLDER/both" 2>"$FOLDER/log"
    if [ "$1" = rdfxml ]; then
        sed '$d' "$FOLDER/both" >"$FOLDER/head.$1"
        tail -n 1 "$FOLDER/both" >"$FOLDER/end.$1"
    else
        mv "$FOLDER/both" "$FOLDER/head.$1"
        : >"$FOLDER/end.$1"
    fi
}

# What each article gives by itself, as NUMBER.FORMAT.
extract_each() { # format article...
    format=$1 index=0
    shift
    head=$(size "$FOLDER/head.$format")
    end=$(size "$FOLDER/end.$format")
    for article in "$@"; do
        index=$((index + 1))
        "$DATELINE" extract -t "$format" "$article" 2>"$FOLDER/log" | tail -c +$((head + 1)) | head -c "-$end" >"$FOLDER/$index.$format"
    done
}

# Part I of N in folder I-of-N: its output and its manifest.
make_part() { # format I N articles
    part=$FOLDER/$1-$2-of-$3 output=facts.$1
    mkdir -p "$part"
    cp "$FOLDER/head.$1" "$part/$output"
    header >"$part/manifest.tsv"
    row 0 '(head)' "$(size "$FOLDER/head.$1")" "$output" "$2/$3" >>"$part/manifest.tsv"
    index=$2
    while [ "$index" -le "$4" ]; do
        cat "$FOLDER/$index.$1" >>"$part/$output"
        row "$index" "article-$index.md" "$(size "$FOLDER/$index.$1")" "$output" "$2/$3" >>"$part/manifest.tsv"
        index=$((index + $3))
    done
    cat "$FOLDER/end.$1" >>"$part/$output"
    row $(($4 + 1)) '(end)' "$(size "$FOLDER/end.$1")" "$output" "$2/$3" >>"$part/manifest.tsv"
}

# ---------------------------------------------------------------- joined

joins() { # format N
    for i in $(seq "$2" -1 1); do
        make_part "$1" "$i" "$2" "$COUNT"
        set -- "$@" "$FOLDER/$1-$i-of-$2/manifest.tsv"
    done
    format=$1 n=$2
    shift 2
    rm -f "$FOLDER/joined"
    silently "$format: $n parts are joined" "$DATELINE" merge -t "$format" -o "$FOLDER/joined" "$@"
    silently "$format: $n parts joined are the single run" cmp "$FOLDER/whole.$format" "$FOLDER/joined"
}

set -- tests/data/sample.md tests/data/two.md tests/data/formats/[b-d]*.md tests/data/formats/letter_1956.md
COUNT=$#
for format in nquads ntriples turtle rdfxml; do
    ends_of "$format"
    extract_each "$format" "$@"
    "$DATELINE" extract -t "$format" "$@" >"$FOLDER/whole.$format" 2>"$FOLDER/log"
    for n in 1 3 4; do
        joins "$format" "$n"
    done
done
joins nquads $((COUNT + 2)) # more shards than inputs

part() { # I, of 4
    echo "$FOLDER/nquads-$1-of-4/manifest.tsv"
}
"$DATELINE" merge -t nquads "$(part 1)" "$(part 2)" "$(part 3)" "$(part 4)" >"$FOLDER/joined"
silently "on standard output" cmp "$FOLDER/whole.nquads" "$FOLDER/joined"
cd "$FOLDER/nquads-3-of-4" || exit 1
silently "beside a manifest in this folder" \
    "$DATELINE" merge -t nquads -o "$FOLDER/joined" "$(part 1)" "$(part 2)" manifest.tsv "$(part 4)"
cd "$TOP" || exit 1

# ---------------------------------------------------------------- described

# The description of the parts joined, in its own syntax and as N-Triples, as two parsers read it.
describe() { # format N
    for i in $(seq "$2"); do
        set -- "$@" "$FOLDER/$1-$i-of-$2/manifest.tsv"
    done
    format=$1 n=$2
    shift 2
    "$DATELINE" merge -t "$format" -o "$FOLDER/facts.$format" --dataset "$FOLDER/$format-$n.ttl" \
        --licence https://creativecommons.org/licenses/by/4.0/ "$@"
    rapper -q -i turtle -o ntriples "$FOLDER/$format-$n.ttl" "file://$FOLDER/$format-$n.ttl" >"$FOLDER/$format-$n.nt"
    serdi -i turtle -o ntriples "$FOLDER/$format-$n.ttl" >"$FOLDER/$format-$n.serd.nt"
}

counted() { # format N
    set -- "$FOLDER/$1-$2.nt" "$FOLDER/whole.nquads" "$FOLDER/$1"-?-of-"$2"/manifest.tsv
    python3 -B tests/described.py "$@"
}

same_statements() { # file file
    sort "$1" >"$FOLDER/one" && [ -s "$FOLDER/one" ] && sort "$2" | cmp "$FOLDER/one" -
}

but_for_the_syntax() { # file file
    sed -e '/void#feature/d' -e '/void#dataDump/d' "$1" >"$FOLDER/one"
    sed -e '/void#feature/d' -e '/void#dataDump/d' "$2" | cmp "$FOLDER/one" -
}

SOURCE_DATE_EPOCH=315532800
export SOURCE_DATE_EPOCH
for format in nquads ntriples turtle rdfxml; do
    describe "$format" 3
    silently "$format: the description counts what there is" counted "$format" 3
    silently "$format: two parsers read the description alike" \
        same_statements "$FOLDER/$format-3.nt" "$FOLDER/$format-3.serd.nt"
    silently "$format: described like the same in N-Quads" but_for_the_syntax "$FOLDER/nquads-3.nt" "$FOLDER/$format-3.nt"
done
describe nquads 4
silently "described alike in other shards" cmp "$FOLDER/nquads-3.ttl" "$FOLDER/nquads-4.ttl"
silently "it names the terms of use" grep -q 'dcterms:license <https://creativecommons.org/licenses/by/4.0/>' "$FOLDER/nquads-3.ttl"
silently "it names the file beside it" grep -q 'void:dataDump <facts.nquads>' "$FOLDER/nquads-3.ttl"
silently "it has the date that it is told" grep -q 'dcterms:issued "1980-01-01"^^xsd:date' "$FOLDER/nquads-3.ttl"
sed -i -e '0,/void#triples> "[0-9]*/s//void#triples> "7/' "$FOLDER/nquads-4.nt"
if counted nquads 4 >"$FOLDER/log"; then
    bad "a wrong count is found" "$FOLDER/log"
else
    good "a wrong count is found"
fi
unset SOURCE_DATE_EPOCH

# ---------------------------------------------------------------- refused

# A copy of part 2 of 4, changed by a sed script.
changed() { # sed script
    rm -rf "$FOLDER/changed"
    cp -R "$FOLDER/nquads-2-of-4" "$FOLDER/changed"
    sed -i -e "$1" "$FOLDER/changed/manifest.tsv"
}

with_changed() { # what, message
    refused "$1" "$2" "$(part 1)" "$FOLDER/changed/manifest.tsv" "$(part 3)" "$(part 4)"
}

refused "a shard is missing" '^shard 3/4 is missing$' "$(part 1)" "$(part 2)" "$(part 4)"
refused "three shards are missing" '^shard 4/4 is missing$' "$(part 3)"
refused "a shard twice" 'manifest\.tsv: the same shard as in .*-2-of-4' "$(part 1)" "$(part 2)" "$(part 3)" "$(part 2)"
refused "shards of different runs" 'another number of shards than in' "$(part 1)" "$(part 2)" \
    "$FOLDER/nquads-3-of-3/manifest.tsv"
refused "parts in another syntax" 'another syntax than the output; say --to' "$FOLDER/turtle-1-of-1/manifest.tsv"
refused "no manifest" 'sample\.md:1: this is no manifest' tests/data/sample.md
refused "no such file" 'none\.tsv: No such file' "$FOLDER/none.tsv"

changed "\$d"
with_changed "a run that did not end" 'manifest\.tsv:[0-9]+: this run is not finished; go on with it by --resume'
changed "\$s/\$/x/"
truncate -s -2 "$FOLDER/changed/manifest.tsv"
with_changed "a last line that is cut off" 'this run is not finished'
changed '/article-6\.md/d'
with_changed "an input is missing" 'manifest\.tsv:4: row 10 stands where input 6 should'
changed '/article-6\.md/p'
with_changed "an input twice" 'manifest\.tsv:5: row 6 stands where input 10 should'
changed "\$p"
with_changed "two ends" 'rows stand behind the end'
changed '/(head)/p'
with_changed "two heads" 'manifest\.tsv:3: row 0 stands where input 2 should'
changed 's/0\.1\.0/0.0.9/'
with_changed "another program" 'written by another version of the program than'
changed "s/$RULES/$(printf '%064d' 8)/"
with_changed "other rules" 'written with other rules, lexicon or ontology than'
changed '/article-6\.md/s/0\.1\.0/0.0.9/'
with_changed "two programs in one part" 'manifest\.tsv:4: written by another program'
changed '/article-6\.md/s|2/4|3/4|'
with_changed "two shards in one part" 'manifest\.tsv:4: another shard than in the rows above'
changed '/article-6\.md/s|2/4|5/4|'
with_changed "a shard that cannot be" "'5/4' is no shard"
changed '/article-6\.md/s/^6/six/'
with_changed "a row without an index" 'manifest\.tsv:4: this is no row of a manifest'
changed '/article-6\.md/s/\t0\.012$//'
with_changed "a row with a cell too few" 'manifest\.tsv:4: this is no row of a manifest'
changed "\$s/^$((COUNT + 1))/$((COUNT + 2))/"
with_changed "parts of different inputs" 'another number of inputs than in'
changed 's/facts\.nquads/elsewhere.nq/'
with_changed "an output is missing" 'changed/elsewhere\.nq: No such file'
changed 's/facts\.nquads/-/'
with_changed "written to standard output" 'was written to standard output'
changed ''
truncate -s -1 "$FOLDER/changed/facts.nquads"
with_changed "an output too short" 'changed/facts\.nquads: [0-9]+ bytes, where its manifest says [0-9]+'
changed ''
echo >>"$FOLDER/changed/facts.nquads"
with_changed "an output too long" 'changed/facts\.nquads: [0-9]+ bytes, where its manifest says [0-9]+'
sed -i -e '1s/id/di/' "$FOLDER/turtle-2-of-3/facts.turtle"
TO=turtle
refused "parts with other heads" 'another head than in' "$FOLDER/turtle-1-of-3/manifest.tsv" \
    "$FOLDER/turtle-2-of-3/manifest.tsv" "$FOLDER/turtle-3-of-3/manifest.tsv"

conclude
