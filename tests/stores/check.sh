#!/bin/sh
# Do all stores answer our queries alike? Loads the sample archive and 20,000 triples more into Virtuoso and oxigraph by
# the Graph Store Protocol, with a login, and asks them every query of ontology/queries; asks Jena's ARQ too. The answers
# must be those of tests/stores/expected. A store that is not installed is skipped (.ci/deps stores installs them).
#
# usage: tests/stores/check.sh [virtuoso|oxigraph|jena] ...      all of them if none is named
#        tests/stores/check.sh --write                           takes oxigraph's answers for those expected: then read
#                                                                what has changed (git diff tests/stores/expected)
# environment: DATELINE  the program (default .build/dateline)
set -u
cd "$(dirname "$0")/../.." || exit 2
DATELINE=${DATELINE:-.build/dateline}
EXPECTED=tests/stores/expected
SAMPLE=http://example.org/graph/archive
GENERATED=http://example.org/graph/generated
COUNT='SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }'

FOLDER=$(mktemp -d) || exit 2
server=
stop_server() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null
        for _ in 1 2 3 4 5 6 7 8 9 10; do
            kill -0 "$server" 2>/dev/null || break
            sleep 0.2
        done
        kill -KILL "$server" 2>/dev/null
        wait "$server" 2>/dev/null
    fi
    server=
}

trap 'stop_server; rm -rf "$FOLDER"' EXIT
trap 'exit 2' HUP INT TERM

# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"

# ---------------------------------------------------------------- what is loaded and asked

answers() {
    node tests/stores/answers.mjs "$@"
}

expected_of() { # query
    echo "$EXPECTED/$(basename "$1" .rq).tsv"
}

ask() { # graph, query
    "$DATELINE" query --endpoint "$endpoint?default-graph-uri=$1" -f json "$2"
}

answers_as_expected() { # query
    ask "$SAMPLE" "$1" >"$FOLDER/answer.json" && answers compare "$1" "$(expected_of "$1")" <"$FOLDER/answer.json"
}

load() { # graph, file
    "$DATELINE" load --endpoint "$graph_store" --query-endpoint "$endpoint" --graph "$1" --user dba \
        --password-file "$FOLDER/password" --journal "$FOLDER/journal" "$2"
}

is_whole() { # graph, number of triples
    echo "$COUNT" >"$FOLDER/count.rq"
    ask "$1" "$FOLDER/count.rq" >"$FOLDER/count.json" && answers write <"$FOLDER/count.json" >"$FOLDER/count" &&
        printf '?triples\n%s\n' "$2" | diff - "$FOLDER/count"
}

# All of it, on the store that graph_store and endpoint stand for.
check_store() { # name
    holds "$1: loads the sample" load "$SAMPLE" "$FOLDER/archive.nt"
    holds "$1: loads 20,000 triples" load "$GENERATED" "$FOLDER/generated.nt"
    holds "$1: has the sample once" is_whole "$SAMPLE" "$triples"
    holds "$1: has the 20,000 once" is_whole "$GENERATED" 20000
    for query in ontology/queries/*.rq; do
        holds "$1: $(basename "$query" .rq)" answers_as_expected "$query"
    done
}

# ---------------------------------------------------------------- the stores

await() { # seconds command...
    tries=$(($1 * 5))
    shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] && kill -0 "$server" 2>/dev/null || return 1
        sleep 0.2
    done
}

free_ports() {
    python3 -c 'import socket
sockets = [socket.socket() for _ in range(2)]
for one in sockets: one.bind(("127.0.0.1", 0))
print(*[one.getsockname()[1] for one in sockets])'
}

start_virtuoso() {
    # shellcheck disable=SC2046 # two words
    set -- $(free_ports)
    mkdir "$FOLDER/virtuoso"
    sed -e "s/@SQL@/$1/" -e "s/@HTTP@/$2/" tests/stores/virtuoso.ini >"$FOLDER/virtuoso/virtuoso.ini"
    (cd "$FOLDER/virtuoso" && exec virtuoso-t +foreground +configfile virtuoso.ini >output 2>&1) &
    server=$!
    endpoint=http://127.0.0.1:$2/sparql
    graph_store=http://127.0.0.1:$2/sparql-graph-crud-auth
    echo 'ASK {}' >"$FOLDER/ask.rq"
    await 60 ask "$SAMPLE" "$FOLDER/ask.rq"
}

start_oxigraph() {
    node tests/stores/oxigraph.mjs dba:dba >"$FOLDER/port" 2>"$FOLDER/oxigraph" &
    server=$!
    await 20 test -s "$FOLDER/port" || return 1
    endpoint=http://127.0.0.1:$(cat "$FOLDER/port")/query
    graph_store=http://127.0.0.1:$(cat "$FOLDER/port")/store
}

check_server() { # name
    if "start_$1"; then
        check_store "$1"
    else
        holds "$1: starts" false
    fi
    stop_server
}

check_virtuoso() {
    if command -v virtuoso-t >/dev/null; then check_server virtuoso; else skip virtuoso "no virtuoso-t"; fi
}

check_oxigraph() {
    check_server oxigraph
}

arq_answers() { # query
    answers fill "$1" >"$FOLDER/filled.rq" &&
        tests/stores/jena.sh "$FOLDER/jena" "$FOLDER/archive.nt" "$FOLDER/filled.rq" >"$FOLDER/answer.json" &&
        answers compare "$1" "$(expected_of "$1")" <"$FOLDER/answer.json"
}

check_jena() {
    if ! [ -e /usr/share/java/jena-arq.jar ] || ! command -v java >/dev/null; then
        skip jena "no java, or no /usr/share/java/jena-arq.jar"
        return
    fi
    holds "jena: can be started" tests/stores/jena.sh --prepare "$FOLDER/jena"
    for query in ontology/queries/*.rq; do
        holds "jena: $(basename "$query" .rq)" arq_answers "$query"
    done
}

write_expected() {
    start_oxigraph && load "$SAMPLE" "$FOLDER/archive.nt" || exit 2
    for query in ontology/queries/*.rq; do
        ask "$SAMPLE" "$query" >"$FOLDER/answer.json" && answers write <"$FOLDER/answer.json" >"$(expected_of "$query")" || exit 2
    done
}

# ---------------------------------------------------------------- all of it

if ! [ -d tests/graphcheck/node_modules ]; then
    echo "skipped: the graph checker's packages are missing (npm ci --prefix tests/graphcheck)"
    exit 77
fi
printf dba >"$FOLDER/password"
chmod 600 "$FOLDER/password"
"$DATELINE" extract -o "$FOLDER/archive.nt" tests/data/archive || exit 2
sort -u "$FOLDER/archive.nt" >"$FOLDER/sorted"
triples=$(($(wc -l <"$FOLDER/sorted")))
node tests/stores/generate.mjs >"$FOLDER/generated.nt"

if [ "${1:-}" = --write ]; then
    write_expected
    exit
fi
[ $# -gt 0 ] || set -- virtuoso oxigraph jena
for store in "$@"; do
    case $store in
        virtuoso | oxigraph | jena) "check_$store" ;;
        *)
            echo "tests/stores/check.sh: no such store: $store" >&2
            exit 2
            ;;
    esac
done
conclude
