# Read by the cases that measure articles, from the top of the repository. They set FOLDER, where graphs may be
# written, and end with the status in `failed`.
# shellcheck disable=SC2034

export PYTHONDONTWRITEBYTECODE=1
DATELINE=${DATELINE:-.build/dateline}
SHARED=${SHARED:-../shared}
failed=0

fail() {
    echo "FAILED: $*"
    failed=1
}

# extract ARTICLE.md GRAPH.nt
extract() {
    "$DATELINE" extract -t ntriples -o "$2" "$1" || {
        fail "dateline extract $1"
        return 1
    }
}

# measure ARTICLE.md GOLD.json SCORER-OPTION... : extracts and scores; tells the errors of an article that falls short.
measure() {
    article=$1
    gold=$2
    shift 2
    name=$(basename "$article" .md)
    echo "$name (${*:-no threshold})"
    extract "$article" "$FOLDER/$name.nt" || return 0
    python3 tests/score.py "$@" "$gold" "$FOLDER/$name.nt" && return 0
    fail "$name: $*"
    python3 tests/score.py --errors "$gold" "$FOLDER/$name.nt"
}

# measure_variant NAME SCORER-OPTION... : the same for a variant made in FOLDER
measure_variant() {
    variant=$1
    shift
    measure "$FOLDER/$variant.md" "$FOLDER/$variant.gold.json" "$@"
}
