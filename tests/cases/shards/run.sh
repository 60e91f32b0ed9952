#!/bin/sh
# A run divided into shards, each in its own process, is the same run: sorted, its statements are the same; joined, its
# bytes are; and so is what is told of it as a whole.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
LC_ALL=C
SOURCE_DATE_EPOCH=315532800
export LC_ALL SOURCE_DATE_EPOCH
unset SLURM_ARRAY_TASK_ID OMPI_COMM_WORLD_RANK OMPI_COMM_WORLD_SIZE

fails() { # command...
    ! "$@" 2>"$FOLDER/told"
}

extract() { # option...
    "$DATELINE" extract "$@" "$ARTICLES" 2>"$FOLDER/told" || { [ $? -eq 1 ] && grep -q 'none\.md' "$FOLDER/told"; }
}

# Three shards, in the folder parts, as NAME.ENDING.
shards() { # ending option...
    ending=$1
    shift
    rm -rf "$FOLDER/parts" && mkdir "$FOLDER/parts"
    for i in 1 2 3; do
        extract --shard "$i/3" -o "$FOLDER/parts/$i.$ending" -m "$FOLDER/parts/$i.tsv" "$@" || return
    done
}

merge() { # option...
    rm -rf "$FOLDER/joined"
    "$DATELINE" merge "$@" "$FOLDER"/parts/*.tsv
}

same_sorted() { # file file...
    sort "$1" >"$FOLDER/one" && shift && [ -s "$FOLDER/one" ] && cat "$@" | sort | cmp "$FOLDER/one" -
}

counted() { # description graphs manifest...
    rapper -q -i turtle -o ntriples "$1" "file://$1" >"$FOLDER/description.nt"
    shift
    python3 -B tests/described.py "$FOLDER/description.nt" "$@"
}

same_description() { # file file
    sed '/void:dataDump/d' "$1" >"$FOLDER/one"
    sed '/void:dataDump/d' "$2" | cmp "$FOLDER/one" -
}

ARTICLES=$FOLDER/articles
python3 -B tests/bench/corpus.py "$ARTICLES" 17 tests/data/sample.md tests/data/second.md tests/data/formats || exit 1
echo "no article" >"$ARTICLES/none.md" # it is skipped wherever it is met

# ---------------------------------------------------------------- one file

silently "the whole" extract -o "$FOLDER/whole.nq" -m "$FOLDER/whole.tsv" --dataset "$FOLDER/whole.void.ttl"
silently "its description counts what there is" counted "$FOLDER/whole.void.ttl" "$FOLDER/whole.nq" "$FOLDER/whole.tsv"
silently "three shards" shards nq
silently "their statements are those of the whole" same_sorted "$FOLDER/whole.nq" "$FOLDER"/parts/*.nq
silently "they are joined" merge -o "$FOLDER/joined.nq" --dataset "$FOLDER/joined.void.ttl"
silently "to the whole" cmp "$FOLDER/whole.nq" "$FOLDER/joined.nq"
silently "and described like it" same_description "$FOLDER/whole.void.ttl" "$FOLDER/joined.void.ttl"
extract -j 1 -t nquads --dataset "$FOLDER/one.void.ttl" >"$FOLDER/found.nq"
silently "one thread, without a manifest, describes it alike" same_description "$FOLDER/whole.void.ttl" "$FOLDER/one.void.ttl"
extract -j 3 -t turtle --dataset "$FOLDER/three.void.ttl" >"$FOLDER/found.ttl"
sed -i 's|formats/Turtle|formats/N-Quads|' "$FOLDER/three.void.ttl"
silently "and three threads, in Turtle" same_description "$FOLDER/whole.void.ttl" "$FOLDER/three.void.ttl"

for ending in ttl ttl.gz nq.zst rdf; do
    extract -o "$FOLDER/whole.$ending"
    silently "$ending: three shards" shards "$ending"
    silently "$ending: are joined" merge -o "$FOLDER/joined.$ending"
    silently "$ending: to the whole" cmp "$FOLDER/whole.$ending" "$FOLDER/joined.$ending"
done

# ---------------------------------------------------------------- divided

for per in month article; do
    extract -t turtle --per "$per" -o "$FOLDER/whole-$per"
    rm -rf "$FOLDER/parts" && mkdir "$FOLDER/parts"
    for i in 1 2 3; do
        extract --shard "$i/3" -t turtle --per "$per" -o "$FOLDER/parts/$i" && mv "$FOLDER/parts/$i/manifest.tsv" "$FOLDER/$i.tsv"
        mv "$FOLDER/$i.tsv" "$FOLDER/parts/$i/manifest.tsv"
    done
    rm "$FOLDER/whole-$per/manifest.tsv"
    silently "per $per: three shards are joined" "$DATELINE" merge -t turtle --per "$per" -o "$FOLDER/joined-$per" \
        "$FOLDER"/parts/*/manifest.tsv
    silently "per $per: not into a folder that has something in it" fails "$DATELINE" merge -t turtle --per "$per" \
        -o "$FOLDER/joined-$per" "$FOLDER"/parts/*/manifest.tsv
    silently "per $per: to the whole" diff -r "$FOLDER/whole-$per" "$FOLDER/joined-$per"
    extract -t turtle >"$FOLDER/whole.ttl"
    silently "per $per: and to one file" "$DATELINE" merge -o "$FOLDER/joined.ttl" "$FOLDER"/parts/*/manifest.tsv
    silently "per $per: which is the whole" cmp "$FOLDER/whole.ttl" "$FOLDER/joined.ttl"
done

# ---------------------------------------------------------------- gone on with, and told by others

rows() { # file number: its first rows
    head -n $(($2 + 1)) "$1" >"$FOLDER/cut" && mv "$FOLDER/cut" "$1"
}

extract -o "$FOLDER/again.nq" -m "$FOLDER/again.tsv"
mv "$FOLDER/again.nq" "$FOLDER/again.nq.part"
rows "$FOLDER/again.tsv" 7
extract --resume -o "$FOLDER/again.nq" -m "$FOLDER/again.tsv" --dataset "$FOLDER/again.void.ttl"
silently "a run that was gone on with is the whole" cmp "$FOLDER/whole.nq" "$FOLDER/again.nq"
silently "and described like it" same_description "$FOLDER/whole.void.ttl" "$FOLDER/again.void.ttl"

rm -rf "$FOLDER/parts" && mkdir "$FOLDER/parts"
for i in 0 1 2; do
    SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=0 \
        extract --shard auto -o "$FOLDER/parts/$i.nq" -m "$FOLDER/parts/$i.tsv"
done
merge -o "$FOLDER/joined.nq"
silently "shards as Slurm tells them" cmp "$FOLDER/whole.nq" "$FOLDER/joined.nq"
rm -rf "$FOLDER/parts" && mkdir "$FOLDER/parts"
for i in 0 1; do
    OMPI_COMM_WORLD_RANK=$i OMPI_COMM_WORLD_SIZE=2 \
        extract --shard auto -o "$FOLDER/parts/$i.nq" -m "$FOLDER/parts/$i.tsv"
done
merge -o "$FOLDER/joined.nq"
silently "shards as Open MPI tells them" cmp "$FOLDER/whole.nq" "$FOLDER/joined.nq"

extract --since 1950 --until 1958-06 -o "$FOLDER/some.nq"
silently "shards of some years" shards nq --since 1950 --until 1958-06
merge -o "$FOLDER/joined.nq"
silently "joined are those years" cmp "$FOLDER/some.nq" "$FOLDER/joined.nq"

conclude
