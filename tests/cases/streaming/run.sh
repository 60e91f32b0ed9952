#!/bin/sh
# Lines in, N-Quads out, no shared state: what Hadoop Streaming, Spark's pipe and GNU parallel ask of a program. However
# the input is divided among processes, they write the same statements, and their exit statuses say what went wrong.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
LC_ALL=C
export LC_ALL DATELINE

if ! command -v parallel >/dev/null; then
    echo "skipped: GNU parallel is not here"
    exit 77
fi
PARALLEL_HOME=$FOLDER/home # it keeps its state there
export PARALLEL_HOME
mkdir "$PARALLEL_HOME"
: >"$PARALLEL_HOME/will-cite"

exits() { # status command...
    wanted=$1
    shift
    "$@"
    status=$?
    [ "$status" -eq "$wanted" ] || echo "exit status $status, expected $wanted"
    [ "$status" -eq "$wanted" ]
}

same_lines() { # file file
    sort "$1" >"$FOLDER/one" && sort "$2" >"$FOLDER/other" && [ -s "$FOLDER/one" ] && cmp "$FOLDER/one" "$FOLDER/other"
}

# What a mapper does with its part of the lines.
by_lines() { # option-of-parallel...
    parallel --pipe "$@" "$DATELINE extract -t nquads --files-from -" <"$FOLDER/list" >"$FOLDER/found.nq"
}

by_arguments() {
    parallel -j 2 -X "$DATELINE extract -t nquads" <"$FOLDER/list" >"$FOLDER/found.nq"
}

one_by_one() {
    parallel -j 2 --keep-order "$DATELINE extract -t nquads {}" <"$FOLDER/list" >"$FOLDER/found.nq"
}

# Articles themselves, many in one stream: what Spark's pipe hands over.
by_stream() { # option-of-parallel...
    parallel --pipe --recstart 'Title: ' "$@" "$DATELINE extract -t nquads -" <"$FOLDER/stream" >"$FOLDER/found.nq"
}

python3 -B tests/bench/corpus.py "$FOLDER/articles" 12 tests/data/sample.md tests/data/second.md tests/data/formats/column_1957.md \
    tests/data/formats/letter_1956.md || exit 1
find "$FOLDER/articles" -name '*.md' | sort >"$FOLDER/list"
"$DATELINE" extract -t nquads "$FOLDER/articles" >"$FOLDER/whole.nq"
xargs cat <"$FOLDER/list" >"$FOLDER/stream"
"$DATELINE" extract -t nquads - <"$FOLDER/stream" >"$FOLDER/stream.nq"

holds "lines of paths, dealt to two processes" exits 0 by_lines -j 2 --round-robin -N 2
holds "  the same statements" same_lines "$FOLDER/whole.nq" "$FOLDER/found.nq"
holds "lines of paths, a process for every five, in order" exits 0 by_lines --keep-order -N 5
holds "  the same bytes" cmp "$FOLDER/whole.nq" "$FOLDER/found.nq"
holds "paths as arguments" exits 0 by_arguments
holds "  the same statements" same_lines "$FOLDER/whole.nq" "$FOLDER/found.nq"
holds "articles in one stream, cut between articles" exits 0 by_stream --keep-order -N 5
holds "  the same bytes" cmp "$FOLDER/stream.nq" "$FOLDER/found.nq"

echo "$FOLDER/none.md" >>"$FOLDER/list"
holds "a file that is missing is told by the status" exits 1 by_lines -j 1 -N 50
holds "  and the others are written" same_lines "$FOLDER/whole.nq" "$FOLDER/found.nq"
holds "in one process of many, too" exits 1 one_by_one
holds "  and the others are written, in order" cmp "$FOLDER/whole.nq" "$FOLDER/found.nq"

conclude
