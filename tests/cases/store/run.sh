#!/bin/sh
# Loading into a store and asking it, when all goes well and when it does not. The store is server.py, beside this file.
FOLDER=$(mktemp -d) || exit 1
TOP=${TOP:-$PWD}
DATELINE=${DATELINE:-$TOP/.build/dateline}
HERE=$TOP/tests/cases/store
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$FOLDER"' EXIT
trap 'exit 2' HUP INT TERM
unset http_proxy https_proxy all_proxy

passed=0
failed=0
skipped=0

# ---------------------------------------------------------------- the store

# When it is started again it has the port that it had.
start() { # option...
    python3 -B "$HERE/server.py" port data "$@" 2>server.log &
    server=$!
    tries=0
    until get count/none >/dev/null 2>&1 || [ "$tries" -ge 50 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    URL=http://127.0.0.1:$(cat port)
}

stop() {
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
    server=
}

get() { # address below the store's
    python3 -c 'import sys, urllib.request; sys.stdout.write(urllib.request.urlopen(sys.argv[1]).read().decode())' \
        "http://127.0.0.1:$(cat port)/$1"
}

# ---------------------------------------------------------------- saying how it went

bad() { # what
    echo "not ok - $1 (exit status $status)"
    sed 's/^/#   /' out err | head -n 30
    failed=$((failed + 1))
}

# Runs a command and looks at its exit status and at what it says, on both outputs.
expect() { # what, status, ERE in what it says, command...
    what=$1 wanted=$2 pattern=$3
    shift 3
    timeout 30 "$@" >out 2>err </dev/null
    status=$?
    cat out err >>said
    if [ "$status" -eq "$wanted" ] && cat out err | grep -Eq -e "$pattern"; then passed=$((passed + 1)); else bad "$what"; fi
}

# Programs, as `timeout` runs no functions: load and ask, each with a mode of the store and arguments.
for name in load ask; do
    cat >"$FOLDER/$name" <<RUN
#!/bin/sh
mode=\$1
shift
case $name in
    load) exec "$DATELINE" load --endpoint "\$URL/\$mode/store" --query-endpoint "\$URL/\$mode/sparql" "\$@" ;;
    ask) exec "$DATELINE" query --endpoint "\$URL/\$mode/sparql" "\$@" ;;
esac
RUN
    chmod +x "$FOLDER/$name"
done

# ---------------------------------------------------------------- what is loaded

cd "$FOLDER" || exit 1
PATH=$FOLDER:$PATH
export URL
mkdir articles
for i in 1 2 3 4 5 6; do cp "$TOP/tests/data/two.md" "articles/a$i.md"; done
"$DATELINE" extract -t nquads -o all.nq articles
"$DATELINE" extract -t ntriples -o two.nt "$TOP/tests/data/two.md"
"$DATELINE" extract -t ntriples -o all.nt articles
"$DATELINE" extract -o two.ttl "$TOP/tests/data/two.md"
lines() { # file, ERE
    grep -Ec -e "$2" "$1"
}
N=$(lines two.nt .)                 # statements of the article
C=$(lines two.nt 'ontology#Claim> .$') # and its claims
ALL=$(lines all.nq .)
CLAIMS=$(lines all.nq 'ontology#Claim> <')
printf 'open sesame\nsecond line\n' >password
printf 'wrong\n' >wrong
echo 'SELECT ?canned WHERE { ?s ?p ?canned }' >canned.rq

# Has the store these statements, and no others?
holds() { # what, N-Triples file
    get dump >dump.ttl
    rapper -q -i turtle -o ntriples dump.ttl http://e/ | sort -u >found
    rapper -q -i ntriples -o ntriples "$2" http://e/ | sort -u >wanted
    status=0
    diff found wanted >out
    if [ -s found ] && [ ! -s out ]; then passed=$((passed + 1)); else bad "$1"; fi
}

is() { # what, is, expected
    status=0
    echo "is $2, not $3" >out
    if [ "$2" = "$3" ]; then passed=$((passed + 1)); else bad "$1"; fi
}

empty() {
    stop
    rm -f data
    start "$@"
}

start

# ---------------------------------------------------------------- all goes well

expect "Turtle into the default graph" 0 "^$N statements in 1 request; all of $C claims are there$" load ok two.ttl
holds "a Turtle file is there" two.nt
empty
expect "articles, a graph each" 0 "^$ALL statements in 6 requests; all of $CLAIMS " load ok --graph-per article articles
holds "articles are there" all.nt
is "a graph an article" "$(get graphs | grep -c '/article/1956-03-31-')" 6
is "no journal is left" "$(ls dateline.journal 2>/dev/null)" ""
expect "an article in place of itself" 0 "^$N " load ok --graph-per article --replace articles/a3.md
holds "nothing else was replaced" all.nt
sed '/awarded\|gave/d; s/，把奖金.*//' articles/a3.md >a3.md
expect "an article that has changed" 0 'are there$' load ok --graph-per article --replace a3.md
"$DATELINE" extract -t ntriples -o changed.nt articles/a1.md articles/a2.md a3.md articles/a4.md articles/a5.md articles/a6.md
holds "what the article said before is gone" changed.nt
empty
expect "N-Quads from standard input by updates" 0 "^$ALL statements in [23] requests; all of $CLAIMS " \
    sh -c "'$DATELINE' load --update --endpoint $URL/ok/update --query-endpoint $URL/ok/sparql - <all.nq"
holds "updates are there" all.nt
is "quads stay in their graphs" "$(get graphs | grep -c '/article/1956-03-31-')" 6
expect "updates that replace" 0 'are there$' "$DATELINE" load --update --endpoint "$URL/ok/update" \
    --query-endpoint "$URL/ok/sparql" --graph-per article --replace a3.md
holds "an update replaces the article and nothing else" changed.nt
empty
expect "a graph for a month" 0 'are there$' load ok --graph-per month all.nq
is "the month's graph" "$(get graphs)" https://w3id.org/dateline/id/month/1956-03
empty
expect "put begins a graph anew" 0 "^$N " load ok --method put --graph http://e/g two.nt
expect "put again" 0 "^$N " load ok --method put --graph http://e/g articles/a1.md
"$DATELINE" extract -t ntriples -o a1.nt articles/a1.md
holds "only the second is in the graph" a1.nt
expect "digest login" 0 'are there$' load digest --user reader --password-file password --graph http://e/g two.nt
expect "basic login" 0 'are there$' load basic --user reader --password-file password --graph http://e/g two.nt
expect "a redirect on the same host" 0 'are there$' load moved --graph http://e/g two.nt

# ---------------------------------------------------------------- what a load refuses

printf '<http://e/s> <http://e/p> _:b .\n<http://e/s> <http://e/p> "o" .\n' >blank.nt
expect "blank nodes are left out" 1 'blank\.nt: .*blank node' load ok --graph http://e/b blank.nt
expect "Turtle names no articles" 2 '^two\.ttl: .*which article' load ok --graph-per article two.ttl
expect "RDF/XML" 2 '^two\.rdf: .*N-Quads' sh -c ': >two.rdf; load ok two.rdf'
expect "no such file" 2 'nosuch\.nt: No such file' load ok nosuch.nt
expect "broken Turtle" 2 '^broken\.ttl:3: ' sh -c "printf '<a:s> <a:p> 1 .\n<a:s> <a:p>\n' >broken.ttl; load ok broken.ttl"
expect "replace wants graphs of articles" 2 'graph-per article' load ok --replace two.ttl
expect "a login in the address" 2 'has a login in it' "$DATELINE" load --endpoint "http://reader:x@127.0.0.1/" two.ttl
expect "no address" 2 'no address' "$DATELINE" load --endpoint ftp://127.0.0.1/ two.ttl
expect "a graph that is no IRI" 2 "the graph 'g'" load ok --graph g two.ttl
expect "another load's journal" 2 'no journal' sh -c 'echo words >notes; load ok --journal notes --graph http://e/g two.nt'

# ---------------------------------------------------------------- what goes wrong

expect "401 without a login" 2 'answers 401, it wants another login.*: who are you' load basic two.ttl
expect "401 with the wrong one" 2 'answers 401' load digest --user reader --password-file wrong two.ttl
expect "403" 2 '/403/sparql: the server answers 403, it does not allow this: no entry today 今天不行' load 403 two.ttl
expect "404" 2 'answers 404' load 404 two.ttl
expect "500" 2 'answers 500.*今天不行' load 500 two.ttl
expect "not an endpoint" 2 "type 'text/html'.*no SPARQL endpoint" load html two.ttl
expect "queries at another address" 2 '--query-endpoint names it' "$DATELINE" load --endpoint "$URL/404/store" two.ttl
expect "another host" 2 'another host.*http://localhost:' load away two.ttl
expect "a circle" 2 'sends on and on' load circle two.ttl
expect "413 is sent in parts" 0 "^$ALL statements in [1-9][0-9]+ requests; all of $CLAIMS " load 413 --graph http://e/parts all.nq
expect "413 for a single statement" 2 'answers 413.*never' load 413-always two.ttl
expect "429 waits as long as is asked" 0 'answers 429; again in 1 s' load 429 --graph http://e/g two.nt
expect "503 waits" 0 'answers 503; again in 0.5 s' load 503 --graph http://e/g two.nt
expect "503 for ever" 2 'answers 503.*closed for ever' load 503-always --retries 1 two.nt
expect "a connection that is closed" 0 "all of $C " load reset --graph http://e/g two.nt
expect "half an answer" 0 'again in 0.5 s' load half-taken --graph http://e/g two.nt
expect "too slow" 2 'timed out' load slow --timeout 1 --retries 0 two.nt
expect "claims that are not there" 1 "; $C of $C claims are not there" load lossy --graph http://e/l two.nt
expect "which claims" 1 'was sent and is not there: https://w3id.org/dateline/id/claim/' load lossy --graph http://e/l two.nt
expect "nobody there" 2 "Couldn.t connect|Connection refused" "$DATELINE" load --retries 0 --endpoint http://127.0.0.1:1/ two.nt

# ---------------------------------------------------------------- broken off

"$DATELINE" extract -t ntriples -o all.nt articles
empty --die-at 3
expect "the store dies in mid-load" 2 'journal: warning: 2 batches have been taken: the same command' \
    load ok --retries 0 --graph-per article all.nq
expect "and is dead" 2 'onnect' load ok --retries 0 --graph-per article all.nq
start
expect "another load cannot take its journal" 2 'journal of another load' load ok --graph http://e/g two.nt
expect "the same command goes on" 0 "^$((ALL - 2 * N)) statements in 4 requests, $((2 * N)) more taken before; all of $CLAIMS " \
    load ok --graph-per article all.nq
holds "nothing is lost, nothing is twice" all.nt
is "each article once, but for the one without an answer" "$(get count/ok)" 6
empty --die-at 2
timeout 30 load ok --graph-per article articles >waited 2>&1 &
loading=$!
wait "$server" # until it is dead
start
wait "$loading"
is "the store is started again while the load waits" "$(lines waited "again in .* s$"),$(lines waited "all of $CLAIMS ")" "$(lines waited "again in"),1"
holds "nothing is lost in between" all.nt
empty --die-at 3
expect "a load whose articles change" 2 '2 batches' load ok --retries 0 --graph-per article all.nq
start
cp a3.md articles/a2.md
expect "is not gone on with" 2 'has changed since' load ok --graph-per article articles
rm -f dateline.journal

# ---------------------------------------------------------------- asking

expect "a table" 0 '^重工业部 "a", b +209$' ask ok canned.rq
expect "CSV" 0 '^"重工业部 ""a"", b",209,' ask ok -f csv canned.rq
expect "JSON" 0 '^\{"who": \{"type": "literal", "value": "two\\u000alines 𠀀"\}\}$' ask ok -f json canned.rq
expect "characters as they are" 0 '^"two$' ask raw -f csv canned.rq
expect "two rows" 0 '^b0 +http' sh -c 'ask ok -n 2 canned.rq | sed s/_://; ask ok -n 2 -f csv canned.rq | grep -q two && exit 9; exit 0'
expect "an answer without end" 0 '^2$' sh -c 'ask endless -n 2 -f csv canned.rq | grep -c again'
echo 'ASK { ?s ?p "canned" }' >ask.rq
expect "ASK" 0 '^true$' ask ask ask.rq
echo 'CONSTRUCT { ?s ?p "canned" } WHERE { ?s ?p "canned" }' >construct.rq
expect "CONSTRUCT" 0 '^<a:s> <a:p> <a:o> \.$' ask graph -f turtle construct.rq
expect "a CONSTRUCT is no table" 2 'makes a graph' ask graph -f csv construct.rq
echo 'INSERT DATA { <a:s> <a:p> "canned" }' >insert.rq
expect "an update is no query" 2 '^insert\.rq: not a SELECT' ask ok insert.rq
expect "a parameter goes to the store as a term" 0 '209' ask ok -p 's=http://e/x' canned.rq
expect "half an answer to a query" 2 "breaks off|remaining to read" ask half --retries 0 -f csv canned.rq
expect "an answer cut short" 2 'ends in the middle' ask cut -f csv canned.rq
expect "no endpoint" 2 'no SPARQL endpoint' ask html canned.rq
expect "its own words" 2 'answers 400, it does not understand the request: no entry' ask 400 canned.rq
expect "a query that takes too long" 2 'timed out' ask slow --timeout 1 canned.rq
expect "a query sent to another host" 2 'another host' ask away canned.rq
expect "a login for a query" 0 209 ask digest -u reader --password-file password canned.rq
expect "no file beside an endpoint" 2 'two.ttl' ask ok canned.rq two.ttl
expect "a user without a password file" 2 'password file' ask ok -u reader canned.rq

# ---------------------------------------------------------------- secrets

status=0
grep -n 'open sesame' said >out
if [ -s out ]; then bad "the password is in a message"; else passed=$((passed + 1)); fi
stop
rm -f port data
if openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out certificate -days 2 -subj /CN=127.0.0.1 >/dev/null 2>&1; then
    python3 -B "$HERE/server.py" port data --tls certificate key 2>server.log &
    server=$!
    while [ ! -e port ]; do sleep 0.1; done
    expect "a certificate that nobody vouches for" 2 '[Cc]ertificate|SSL' \
        "$DATELINE" query --retries 0 --endpoint "https://127.0.0.1:$(cat port)/ok/sparql" canned.rq
    stop
else
    skipped=$((skipped + 1))
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
