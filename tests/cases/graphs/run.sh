#!/bin/sh
# What must be true of every graph, whatever the articles say: that of our own two articles, and that of the shared ones.
FOLDER=$(mktemp -d) || exit 1
trap 'rm -rf "$FOLDER"' EXIT
DATELINE=${DATELINE:-.build/dateline}
SHARED=${SHARED:-../shared}
BASE=https://w3id.org/dateline/
LC_ALL=C
export LC_ALL

passed=0
failed=0
skipped=0

good() { # what
    echo "ok - $1"
    passed=$((passed + 1))
}

bad() { # what, file that tells why
    echo "not ok - $1"
    head -n 20 "$2" | cut -c 1-300 | sed 's/^/#   /'
    failed=$((failed + 1))
}

# Does a command do what is said, and say nothing itself?
holds() { # what command...
    what=$1
    shift
    if "$@" >"$FOLDER/log" 2>&1 && [ ! -s "$FOLDER/log" ]; then
        good "$what"
    else
        bad "$what" "$FOLDER/log"
    fi
}

skip() { # why
    echo "skip - $1"
    skipped=$((skipped + 1))
}

# ---------------------------------------------------------------- what the checks are made of

graphcheck() { # option or file...
    node tests/graphcheck/check.mjs --shapes ontology/shapes.ttl "$@"
}

# The graph checker's own checks, each counted.
check_graph() { # option or file...
    graphcheck "$@" >"$FOLDER/checks" 2>&1
    if [ $? -gt 1 ]; then
        bad "the graph checker runs" "$FOLDER/checks"
        return
    fi
    sed '$d' "$FOLDER/checks"
    passed=$((passed + $(grep -c '^ok ' "$FOLDER/checks")))
    failed=$((failed + $(grep -c '^not ok ' "$FOLDER/checks")))
}

# Does the graph checker find fault, and with this?
finds() { # ERE, option or file...
    fault=$1
    shift
    graphcheck "$@" >"$FOLDER/checks" 2>&1
    [ $? -eq 1 ] && grep -Eq -e "$fault" "$FOLDER/checks" && return
    cat "$FOLDER/checks"
    return 1
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
    holds "$(basename "$1").nt: read by rapper" read_by_rapper_into "$1.nt" "$FOLDER/reference"
    for ending in ttl nq rdf; do
        holds "$(basename "$1").$ending: read by rapper, the same" read_alike rapper "$1.$ending" "$FOLDER/reference"
    done
    for ending in nt ttl nq; do
        holds "$(basename "$1").$ending: read by serdi, the same" read_alike serdi "$1.$ending" "$FOLDER/reference"
    done
}

read_by_rapper_into() { # file reference
    read_by rapper "$1" >"$2"
}

# The same again, and the same with the articles in another order.
runs_agree() { # name of the graph, article...
    graph=$1
    shift
    holds "$(basename "$graph"): extracted twice" extract_all "$FOLDER/again" "$@"
    for ending in ttl nt nq rdf; do
        holds "$(basename "$graph").$ending: the same bytes again" cmp "$graph.$ending" "$FOLDER/again.$ending"
    done
    backwards=
    for article in "$@"; do
        backwards="'$article' $backwards"
    done
    eval "holds '$(basename "$graph"): extracted backwards' extract_all '$FOLDER/backwards' $backwards"
    for ending in nt nq; do
        holds "$(basename "$graph").$ending: the same lines in another order of the articles" \
            same_sorted "$graph.$ending" "$FOLDER/backwards.$ending"
    done
}

everything_holds() { # name, folder of the articles, article...
    graph=$FOLDER/$1
    folder=$2
    shift 2
    holds "$(basename "$graph"): extracted" extract_all "$graph" "$@"
    holds "$(basename "$graph")-with-text: extracted" extract_all "$graph-with-text" --with-text "$@"
    parsers_agree "$graph"
    parsers_agree "$graph-with-text"
    check_graph --articles "$folder" "$graph-with-text.ttl" "$graph-with-text.nt" "$graph-with-text.nq"
    runs_agree "$graph" "$@"
}

# A graph that is spoilt must be found to be: else the checks above say nothing.
spoil_sample() {
    sed -e '/#startsAt>/s/"\([0-9]*\)"/"1\1"/' -e '1s/^<[^>]*>/_:nobody/' "$FOLDER/sample-with-text.nt" >"$FOLDER/spoilt.nt"
    for fault in 'not ok - sample-with-text.nq: same statements' 'not ok - no blank nodes' 'not ok - each quotation'; do
        holds "a spoilt graph is found out: ${fault#not ok - }" \
            finds "$fault" --articles tests/data "$FOLDER/spoilt.nt" "$FOLDER/sample-with-text.nq"
    done
}

broken_graphs_are_refused() {
    check_graph tests/graphs/sound.ttl
    while read -r graph path constraint; do
        holds "$graph does not conform: $path" finds "#$path $constraint" "tests/graphs/$graph.ttl"
    done <<TABLE
broken-no-claim asserts MinCountConstraintComponent
broken-no-span evidence MinCountConstraintComponent
broken-modality-and-date modality MaxCountConstraintComponent
broken-modality-and-date /hasEarliestBeginTimeStamp LessThanOrEqualsConstraintComponent
TABLE
}

if ! [ -d tests/graphcheck/node_modules ]; then
    echo "skipped: the graph checker's packages are missing (npm ci --prefix tests/graphcheck)"
    exit 77
fi

everything_holds sample tests/data tests/data/sample.md tests/data/second.md
spoil_sample
broken_graphs_are_refused
if [ -d "$SHARED/corpus/dev" ]; then
    everything_holds shared "$SHARED/corpus/dev" "$SHARED"/corpus/dev/*.md
else
    skip "no $SHARED/corpus/dev (set SHARED): its articles are left out"
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
