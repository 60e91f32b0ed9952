#!/bin/sh
# What is refused at load: each file of tests/bad/ has one kind of mistake, and FILE.txt holds, exactly, what must be said
# of it. Rule files are checked where they are, lexicon tables (.tsv) are added to ours, and an ontology (.ttl) stands in
# place of ours.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"

# Compares what a command says with what is expected; its exit status must be 3.
refused() { # file of tests/bad, command...
    file=$1
    shift
    "$@" >/dev/null 2>"$FOLDER/told"
    status=$?
    if [ "$status" -eq 3 ] && diff "$TOP/tests/bad/$file.txt" "$FOLDER/told" >"$FOLDER/difference"; then
        good "$file"
    else
        bad "$file: exit status $status, and said (>), where expected (<):" "$FOLDER/difference"
    fi
}

# The folder "data", with the bad file among the good ones.
spoil_data() { # bad file, where in data/
    rm -rf data
    mkdir data
    cp -R "$TOP/extractor/rules" "$TOP/extractor/lexicon" "$TOP/ontology" data
    cp "$1" "data/$2"
}

cd "$TOP/tests/bad" || exit 1
for file in *.rules; do
    refused "$file" "$DATELINE" check-rules "$file"
done

cd "$FOLDER" || exit 1
for path in "$TOP"/tests/bad/*.tsv "$TOP"/tests/bad/*.ttl; do
    file=$(basename "$path")
    case $file in
        *.tsv) spoil_data "$path" "lexicon/$file" ;;
        *.ttl) spoil_data "$path" ontology/dateline.ttl ;;
    esac
    refused "$file" "$DATELINE" check-rules --data data
done

conclude
