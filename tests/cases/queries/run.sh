#!/bin/sh
# The queries of ontology/queries: each says what it asks, keeps to our prefixes, and gives its expected answer on the
# sample archive with the engine within, or is refused there by name (those of refused.tsv, and why). What real stores
# answer is tests/stores/check.sh's affair.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
HERE=tests/cases/queries
EXPECTED=tests/stores/expected

says_what_it_asks() { # query
    head -n 1 "$1" | grep -Eq '^# [A-Z].*\.$'
}

# Each prefix stands for what it does everywhere else (rule: is of the data, where --base may be another).
keeps_prefixes() { # query
    sed -n 's/^PREFIX \([a-z]*:\) \(<.*>\)$/@prefix \1 \2 ./p' "$1" | grep -v '^@prefix rule:' | while read -r line; do
        tr -s ' ' <ontology/prefixes.ttl | grep -qxF -e "$line" || echo "not in ontology/prefixes.ttl: $line"
    done >"$FOLDER/prefixes"
    cat "$FOLDER/prefixes"
    ! [ -s "$FOLDER/prefixes" ]
}

expects_something() { # name
    [ "$(wc -l <"$EXPECTED/$1.tsv")" -gt 1 ]
}

reason_for_refusal() { # name
    sed -n "s/^$1	//p" $HERE/refused.tsv
}

answers_as_expected() { # name
    "$DATELINE" query -f json "$1" "$FOLDER/archive.ttl" >"$FOLDER/answer" &&
        node tests/stores/answers.mjs compare "ontology/queries/$1.rq" "$EXPECTED/$1.tsv" <"$FOLDER/answer"
}

is_refused() { # name, reason
    "$DATELINE" query "$1" "$FOLDER/archive.ttl" >"$FOLDER/answer" 2>&1
    status=$?
    cat "$FOLDER/answer"
    [ "$status" -eq 2 ] && grep -q -e "/$1\\.rq:[0-9]*:[0-9]*: .* does not answer $2" "$FOLDER/answer"
}

# With Chinese names it finds as much as with English ones, or more. Not asked of those that look for an English name.
answers_in_chinese() { # name
    "$DATELINE" query -f csv --param language=zh "$1" "$FOLDER/archive.ttl" >"$FOLDER/answer" &&
        [ "$(wc -l <"$FOLDER/answer")" -ge "$(wc -l <"$EXPECTED/$1.tsv")" ]
}

has_rows() { # number, name, parameter...
    wanted=$1
    name=$2
    shift 2
    for parameter in "$@"; do
        set -- "$@" --param "$parameter"
        shift
    done
    "$DATELINE" query -f csv "$@" "$name" "$FOLDER/archive.ttl" >"$FOLDER/answer" || return
    cat "$FOLDER/answer"
    [ "$(wc -l <"$FOLDER/answer")" -eq $((wanted + 1)) ]
}

"$DATELINE" extract -o "$FOLDER/archive.ttl" tests/data/archive || exit 1
for query in ontology/queries/*.rq; do
    name=$(basename "$query" .rq)
    reason=$(reason_for_refusal "$name")
    holds "$name: its first line says what it asks" says_what_it_asks "$query"
    holds "$name: its prefixes are ours" keeps_prefixes "$query"
    holds "$name: an answer is expected" expects_something "$name"
    if [ -n "$reason" ]; then
        holds "$name: refused by name" is_refused "$name" "$reason"
        continue
    fi
    holds "$name: the engine within answers as expected" answers_as_expected "$name"
    # shellcheck disable=SC2016 # the dollar sign is the query's
    if grep -q '^# \$language ' "$query" && ! grep -q '^# \$[a-z]* = "[A-Z]' "$query"; then
        holds "$name: answers in Chinese" answers_in_chinese "$name"
    fi
done
# A statement that is known whole must be looked up, not searched for: for each of 2,000 events that would take minutes.
node tests/stores/generate.mjs >"$FOLDER/generated.nt"
cat >"$FOLDER/known.rq" <<END
PREFIX dl: <https://w3id.org/dateline/ontology#>
SELECT (COUNT(*) AS ?awards) WHERE { ?event a dl:Award . ?event dl:modality dl:Actual }
END
holds "20,000 triples are asked in no time" timeout 20 "$DATELINE" query "$FOLDER/known.rq" "$FOLDER/generated.nt"
holds "posts of one person" has_rows 2 posts name=方志林 language=zh
holds "the timeline of a mill, in Chinese" has_rows 6 organisation-timeline who=临河棉纺织厂 language=zh
holds "the timeline of nobody" has_rows 0 organisation-timeline who=Nobody
holds "elections to a congress" has_rows 1 elections-to-body 'body=Model Workers'
holds "the facts of another rule" has_rows 1 facts-by-rule rule=rule:election-to-post
holds "a page of another day" has_rows 3 page-of-a-day day=1956-01-12 page=2

conclude
