#!/bin/sh
# What must be true of every graph, whatever the articles say: that of our own two articles, and that of the shared ones.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
BASE=https://w3id.org/dateline/
LC_ALL=C
export LC_ALL

# ---------------------------------------------------------------- what the checks are made of

graphcheck() { # option or file...
    node tests/graphcheck/check.mjs --shapes ontology/shapes.ttl "$@"
}

# The graph checker's own checks, each counted.
check_graph() { # name of the graph, option or file...
    name=$1
    shift
    graphcheck "$@" >"$FOLDER/checks" 2>&1
    if [ $? -gt 1 ]; then
        bad "$name: the graph checker runs" "$FOLDER/checks"
        return
    fi
    sed -E -e '$d' -e "s/^(not ok|ok) - /&$name: /" "$FOLDER/checks"
    passed=$((passed + $(grep -c '^ok ' "$FOLDER/checks")))
    failed=$((failed + $(grep -c '^not ok ' "$FOLDER/checks")))
}

# Is each of these faults found in a graph? One ERE a line on standard input.
finds() { # option or file...
    graphcheck "$@" >"$FOLDER/checks" 2>&1
    while read -r fault; do
        if grep -Eq -e "$fault" "$FOLDER/checks"; then
            good "found: $fault"
        else
            bad "found: $fault" "$FOLDER/checks"
        fi
    done
}

# A graph in every format, as NAME.ttl NAME.nt NAME.nq NAME.rdf.
extract_all() { # name option-or-article...
    name=$1
    shift
    for ending in ttl nt nq rdf; do
        "$DATELINE" extract -o "$name.$ending" "$@" || return
    done
}

# The statements of a file as a parser reads them, in one order. Both parsers write them with the same escapes.
read_by() { # parser file
    case $1/$2 in
        rapper/*.ttl) rapper -q -i turtle -o ntriples "$2" $BASE ;;
        rapper/*.nt) rapper -q -i ntriples -o ntriples "$2" $BASE ;;
        rapper/*.nq) rapper -q -i nquads -o ntriples "$2" $BASE ;;
        rapper/*.rdf) rapper -q -i rdfxml -o ntriples "$2" $BASE ;;
        serdi/*.ttl) serdi -i turtle -o ntriples "$2" ;;
        serdi/*.nt) serdi -i ntriples -o ntriples "$2" ;;
        serdi/*.nq) serdi -i nquads -o ntriples "$2" ;;
    esac >"$FOLDER/statements" || return
    sort -u "$FOLDER/statements"
}

read_alike() { # parser file reference
    read_by "$1" "$2" >"$FOLDER/read" && [ -s "$3" ] && cmp "$FOLDER/read" "$3"
}

same_sorted() { # file file
    sort "$1" >"$FOLDER/one" && sort "$2" >"$FOLDER/other" && cmp "$FOLDER/one" "$FOLDER/other"
}

# ---------------------------------------------------------------- what must be true

parsers_agree() { # name of the graph
    silently "$(basename "$1").nt: read by rapper" read_by_rapper_into "$1.nt" "$FOLDER/reference"
    for ending in ttl nq rdf; do
        silently "$(basename "$1").$ending: read by rapper, the same" read_alike rapper "$1.$ending" "$FOLDER/reference"
    done
    for ending in nt ttl nq; do
        silently "$(basename "$1").$ending: read by serdi, the same" read_alike serdi "$1.$ending" "$FOLDER/reference"
    done
}

without_texts() { # name of the graph
    grep -v '#isString> ' "$1-with-text.nt" | cmp - "$1.nt"
}

read_by_rapper_into() { # file reference
    read_by rapper "$1" >"$2"
}

# The same again, and the same with the articles in another order.
runs_agree() { # name of the graph, article...
    graph=$1
    shift
    silently "$(basename "$graph"): extracted twice" extract_all "$FOLDER/again" "$@"
    for ending in ttl nt nq rdf; do
        silently "$(basename "$graph").$ending: the same bytes again" cmp "$graph.$ending" "$FOLDER/again.$ending"
    done
    backwards=
    for article in "$@"; do
        backwards="'$article' $backwards"
    done
    eval "silently '$(basename "$graph"): extracted backwards' extract_all '$FOLDER/backwards' $backwards"
    for ending in nt nq; do
        silently "$(basename "$graph").$ending: the same lines in another order of the articles" \
            same_sorted "$graph.$ending" "$FOLDER/backwards.$ending"
    done
}

everything_holds() { # name, folder of the articles, article...
    graph=$FOLDER/$1
    folder=$2
    shift 2
    silently "$(basename "$graph"): extracted" extract_all "$graph" "$@"
    silently "$(basename "$graph")-with-text: extracted" extract_all "$graph-with-text" --with-text "$@"
    parsers_agree "$graph"
    silently "$(basename "$graph").nt: the same as with text, but for the texts" without_texts "$graph"
    check_graph "$(basename "$graph")" --articles "$folder" \
        "$graph-with-text.ttl" "$graph-with-text.nt" "$graph-with-text.nq"
    runs_agree "$graph" "$@"
}

# Faults that are put into a graph must be found: else the checks above say nothing.
faults_are_found() {
    sed -e '/#startsAt>/s/"\([0-9]*\)"/"1\1"/' -e '1s/^<[^>]*>/_:nobody/' "$FOLDER/sample-with-text.nt" >"$FOLDER/spoilt.nt"
    finds --articles tests/data "$FOLDER/spoilt.nt" "$FOLDER/sample-with-text.nq" <<FAULTS
^not ok - sample-with-text.nq: same statements
^not ok - no blank nodes
^not ok - each quotation stands in its article
FAULTS
}

broken_graphs_are_refused() {
    check_graph sound tests/graphs/sound.ttl
    finds tests/graphs/broken-no-claim.ttl <<FAULTS
#asserts MinCountConstraintComponent
FAULTS
    finds tests/graphs/broken-no-span.ttl <<FAULTS
#evidence MinCountConstraintComponent
FAULTS
    finds tests/graphs/broken-modality-and-date.ttl <<FAULTS
#modality MaxCountConstraintComponent
/hasEarliestBeginTimeStamp LessThanOrEqualsConstraintComponent
FAULTS
}

# Two articles tell of one body, place and prize in the same Chinese words and in other English ones.
translators_may_differ() {
    silently "translations: extracted" \
        "$DATELINE" extract --with-text -o "$FOLDER/translations.ttl" tests/cases/graphs/first-translation.md \
        tests/cases/graphs/second-translation.md
    check_graph translations --articles tests/cases/graphs "$FOLDER/translations.ttl"
}

# The graph that is shipped is the one that the program writes.
shipped_graph_is_ours() {
    "$DATELINE" extract -o "$FOLDER/shipped.ttl" tests/data/sample.md
    silently "output/sample.ttl: what the program writes" cmp "$FOLDER/shipped.ttl" output/sample.ttl
    check_graph shipped --articles tests/data "$FOLDER/shipped.ttl"
}

if ! [ -d tests/graphcheck/node_modules ]; then
    echo "skipped: the graph checker's packages are missing (npm ci --prefix tests/graphcheck)"
    exit 77
fi

everything_holds sample tests/data tests/data/sample.md tests/data/second.md
faults_are_found
broken_graphs_are_refused
translators_may_differ
shipped_graph_is_ours
if [ -d "$SHARED/corpus/dev" ]; then
    everything_holds shared "$SHARED/corpus/dev" "$SHARED"/corpus/dev/*.md
else
    skip "no $SHARED/corpus/dev (set SHARED): its articles are left out"
fi

conclude
