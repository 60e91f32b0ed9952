#!/bin/sh
# A run is the same for any number of threads, and after any number of violent deaths: killed at random moments, or by
# the system at the very byte at which a file may grow no further, and gone on with, it leaves what an undisturbed one
# leaves. The manifest tells of it truly.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"

same() { # what, path, path
    if diff -r -x manifest.tsv "$2" "$3" >"$FOLDER/log" 2>&1; then good "$1"; else bad "$1" "$FOLDER/log"; fi
}

cd "$FOLDER" || exit 1

# Articles of many months in an order that is not that of their dates, some of them none, two of one name and day.
mkdir articles articles/again
number=10
while [ "$number" -lt 26 ]; do
    month=0$((number % 6 + 1))
    sed "s/1956-03-31/1956-$month-$number/g; s/1956-$month-[345]./1956-$month-11/g" "$TOP/tests/data/sample.md" >"articles/$number.md"
    cp "$TOP/tests/data/second.md" "articles/$number-second.md"
    number=$((number + 1))
done
echo "no article" >articles/20-bread.md
cp articles/12.md articles/again/12.md

# The manifest without the seconds and with the name of the output made equal.
rows() { # manifest
    cut -f 1-13 "$1" | sed 's/\t[^\t]*whole/\tX/; s/\t[^\t]*torn/\tX/'
}

unpack() { # file
    case $1 in
        *.gz) gzip -dc "$1" ;;
        *.zst) zstd -dcq "$1" ;;
        *) cat "$1" ;;
    esac
}

# ---------------------------------------------------------------- threads

threads() { # what, format, input...
    what=$1 format=$2
    shift 2
    "$DATELINE" extract -j1 -t "$format" "$@" >one.out 2>one.err
    for jobs in 2 4; do
        "$DATELINE" extract -j$jobs -t "$format" "$@" >more.out 2>more.err
        same "$what in $format with -j$jobs" one.out more.out
        same "messages on $what in $format with -j$jobs" one.err more.err
    done
}

for format in turtle rdfxml nquads; do
    threads "the test data" "$format" "$TOP/tests/data" articles/20-bread.md
done
if [ -d "$SHARED/corpus/dev" ]; then
    threads "the annotated articles" nquads "$SHARED/corpus/dev"
fi

# N-Quads: each statement is in the graph of its own article.
sed -n 's|.* <\(https://w3id.org/dateline/id/article/[^/>]*\)> \.$|\1|p' one.out | sort -u >graphs
sed 's|.* <https://w3id.org/dateline/id/article/[^/>]*> \.$||' one.out >elsewhere
holds "more than one graph" test "$(wc -l <graphs)" -gt 1
holds "no statement outside of the graphs of articles" test "$(grep -c . elsewhere)" -eq 0

# ---------------------------------------------------------------- killed and gone on with

random() { # most: 0 to most-1
    od -An -N2 -tu2 /dev/urandom | awk -v most="$1" '{ print $1 % most }'
}

# Milliseconds that a command takes.
duration() { # command...
    before=$(date +%s%N)
    "$@"
    echo $((($(date +%s%N) - before) / 1000000))
}

# Runs until it is done, with a violent death at a random moment in most of the tries, and in the first for certain.
tear() { # undisturbed output, milliseconds that it took, option...
    largest=$(find "$1" -type f -printf '%s\n' | sort -n | tail -n 1)
    time=$2
    shift 2
    tries=0
    deaths=0
    while [ "$tries" -lt 8 ]; do
        tries=$((tries + 1))
        if [ $((tries % 2)) -eq 0 ]; then
            "$DATELINE" extract -j2 --resume "$@" articles 2>err &
            sleep "$(random 1000 | awk -v time="$time" '{ printf "%.3f", $1 / 1000 * time / 1000 }')"
            kill -9 $! 2>/dev/null
            wait $! 2>/dev/null
            status=$?
        else
            # A file may grow by so many blocks of half a kilobyte only; the one write too many kills.
            blocks=$((largest * (tries + $(random 2)) / 9 / 512))
            # shellcheck disable=SC2016 # the inner shell is to see its own words
            sh -c 'ulimit -f "$1"; shift; "$@"; exit $?' sh "$blocks" "$DATELINE" extract -j2 --resume "$@" articles 2>/dev/null
            status=$?
        fi
        [ "$status" -gt 2 ] || break
        deaths=$((deaths + 1))
    done
    # After a death the last word is an undisturbed run.
    "$DATELINE" extract -j2 --resume "$@" articles 2>err
    status=$?
    [ "$status" -eq 1 ] || bad "$*: exit status $status"
    [ "$deaths" -gt 0 ] || bad "$*: nothing died"
}

torn_file() { # ending
    took=$(duration "$DATELINE" extract -j2 -o "whole.$1" -m "whole.$1.manifest.tsv" articles 2>err)
    tear "whole.$1" "$took" -o "torn.$1"
    unpack "whole.$1" >whole
    unpack "torn.$1" >torn
    same "$1 after $deaths deaths" whole torn
    same "packed alike: $1" "whole.$1" "torn.$1"
    rows "whole.$1.manifest.tsv" >whole.rows
    rows "torn.$1.manifest.tsv" >torn.rows
    same "manifest of $1 after $deaths deaths" whole.rows torn.rows
    holds "no $1.part is left" test ! -e "torn.$1.part"
    manifest "torn.$1.manifest.tsv" .
}

torn_folder() { # per, option...
    per=$1
    shift
    took=$(duration "$DATELINE" extract -j1 -o "whole.$per" --per "$per" "$@" articles 2>err)
    tear "whole.$per" "$took" -o "torn.$per" --per "$per" "$@"
    same "--per $per $* after $deaths deaths" "whole.$per" "torn.$per"
    rows "whole.$per/manifest.tsv" >whole.rows
    rows "torn.$per/manifest.tsv" >torn.rows
    same "manifest of --per $per $* after $deaths deaths" whole.rows torn.rows
    manifest "torn.$per/manifest.tsv" "torn.$per"
}

manifest() { # file, folder
    holds "manifest $1" python3 -B "$TOP/tests/manifest.py" "$1" "$2"
}

torn_file ttl
torn_file nq.gz
torn_folder month -z zst -t nquads
torn_folder article
torn_folder shard -t rdfxml -z gz

# What is divided is what is whole.
"$DATELINE" extract -t nquads articles 2>err | sort >expected
"$DATELINE" extract -o divided --per article -t nquads articles 2>err
find divided -name '*.nq' -exec cat {} + | sort >found
same "the statements of all articles' files" expected found
count=$(awk -F'\t' '{ sum += $3 } END { print sum }' divided/manifest.tsv)
holds "one file an article" test "$(find divided -name '*.nq' | wc -l)" -eq "$count"

# ---------------------------------------------------------------- asked to stop

stopped() { # signal, expected status
    rm -rf gentle.nq*
    "$DATELINE" extract -j2 -o gentle.nq --resume articles 2>err &
    pid=$!
    while [ ! -s gentle.nq.part ] && kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
    kill -s "$1" "$pid"
    wait "$pid"
    status=$?
    cp err told
    holds "$1: exit status $status" test "$status" -eq "$2"
    holds "$1: how to go on" grep -q 'stopped after .*type the same command again' told
    holds "$1: the part is kept" test -s gentle.nq.part
    holds "$1: nothing has the name yet" test ! -e gentle.nq
    "$DATELINE" extract -j2 -o gentle.nq --resume articles 2>err
    same "gone on with after $1" expected.nq gentle.nq
}

"$DATELINE" extract -o expected.nq articles 2>err
stopped TERM 143
# Whoever starts a program in the background of a script has SIGINT ignored in it; python does not.
cat >interrupt.py <<'PYTHON'
import os, signal, subprocess, sys, time
process = subprocess.Popen(sys.argv[1:], stderr=open("told", "w"), preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
while not any(".part" in name and os.path.getsize(name) for name in os.listdir(".")) and process.poll() is None:
    time.sleep(0.01)
process.send_signal(signal.SIGINT)
sys.exit(0 if process.wait() == -signal.SIGINT else 1)
PYTHON
holds "an interrupt has ended it" python3 -B interrupt.py "$DATELINE" extract -j2 -o plain.nq articles
holds "where the part is" grep -q 'what was done is in plain.nq.part' told
holds "the part is kept" test -s plain.nq.part
holds "nothing has the name yet" test ! -e plain.nq
head -c "$(wc -c <plain.nq.part)" expected.nq >begun.nq
same "the part is what was done" begun.nq plain.nq.part

conclude
