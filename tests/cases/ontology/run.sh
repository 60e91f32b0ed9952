#!/bin/sh
# What must hold of the published ontology: its terms and those of others, its shapes, what a reasoner makes of it together with the
# vocabularies that it is placed under, and the page and files made from it. Also that data is named under the base that is asked for.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
cd "$TOP" || exit 1

# ---------------------------------------------------------------- terms and shapes

"$DATELINE" extract -o "$FOLDER/sample.ttl" tests/data/sample.md
"$DATELINE" link -a tests/cases/link/authority.ttl -o "$FOLDER/links.ttl" tests/cases/link/graph.ttl
node tests/graphcheck/ontology.mjs ontology/dateline.ttl ontology/shapes.ttl tests/data/foreign-terms.tsv \
    "$FOLDER/sample.ttl" "$FOLDER/links.ttl" >"$FOLDER/checks" 2>&1
cat "$FOLDER/checks"
passed=$((passed + $(grep -c '^ok - ' "$FOLDER/checks")))
failed=$((failed + $(grep -c '^not ok - ' "$FOLDER/checks")))
holds "the checker of terms comes to its end" grep -q '^ontology: [1-9]' "$FOLDER/checks"

# ---------------------------------------------------------------- reasoning

consistent() { # file
    Konclude consistency -w 2 -i "$1" >"$FOLDER/told" 2>&1
    tail -n 1 "$FOLDER/told"
    grep -q ' is consistent\.' "$FOLDER/told"
}

inconsistent() { # file
    ! consistent "$1" && grep -q ' is inconsistent\.' "$FOLDER/told"
}

triples() { # file
    rapper -q -i turtle -o ntriples "$1" 2>"$FOLDER/log"
}

if command -v Konclude >/dev/null 2>&1; then
    # Everything that is said of our terms, by us and by others; blank nodes of two files may not meet.
    { triples ontology/dateline.ttl | sed 's/_:/_:ours/g' && node tests/graphcheck/ontology.mjs --axioms; } >"$FOLDER/axioms.ttl"
    TYPE='<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
    sed -nE "s|^<(https://w3id.org/dateline/ontology#([A-Za-z]+))> $TYPE <http://www.w3.org/2002/07/owl#Class> .*|<urn:a:\\2> $TYPE <\\1> .|p" \
        "$FOLDER/axioms.ttl" >"$FOLDER/members"
    cat "$FOLDER/axioms.ttl" "$FOLDER/members" >"$FOLDER/members.ttl"
    { cat "$FOLDER/axioms.ttl" && triples "$FOLDER/sample.ttl"; } >"$FOLDER/all.ttl"
    { cat "$FOLDER/all.ttl" && echo "<urn:b> $TYPE <https://w3id.org/dateline/ontology#Person> , <https://w3id.org/dateline/ontology#Ministry> ."; } \
        >"$FOLDER/wrong.ttl"
    holds "the classes are many" test "$(wc -l <"$FOLDER/members")" -gt 60
    holds "each class may have members" consistent "$FOLDER/members.ttl"
    holds "the sample is consistent with all vocabularies" consistent "$FOLDER/all.ttl"
    holds "a person that is a ministry is not" inconsistent "$FOLDER/wrong.ttl"
else
    echo "skip - no Konclude to reason with"
    skipped=$((skipped + 4))
fi

# ---------------------------------------------------------------- what is made from it

mkdir "$FOLDER/made"
holds "the page and the context are made" python3 -B ontology/publish.py "$DATELINE" ontology/dateline.ttl "$FOLDER/made"
holds "output/ontology.html is as made" cmp "$FOLDER/made/ontology.html" output/ontology.html
holds "ontology/context.jsonld is as made" cmp "$FOLDER/made/context.jsonld" ontology/context.jsonld
sed -nE 's|^dl:([A-Za-z]+) a .*|\1|p' ontology/dateline.ttl | sort -u >"$FOLDER/terms"
sed -nE 's|.*<section id="([A-Za-z]+)".*|\1|p' "$FOLDER/made/ontology.html" | sort -u >"$FOLDER/anchors"
holds "the page has a place for each term" diff "$FOLDER/terms" "$FOLDER/anchors"
holds "the page fetches nothing" sh -c "! grep -nE '<(script|img|link|iframe)' '$FOLDER/made/ontology.html'"
holds "the page names creators that are given" sh -c "python3 -B ontology/publish.py --creator https://orcid.org/0000-0002-1825-0097 \
    '$DATELINE' ontology/dateline.ttl '$FOLDER/made' && grep -q 'orcid.org/0000-0002-1825-0097' '$FOLDER/made/ontology.html' &&
    grep -q 'dcterms:creator <https://orcid.org/0000-0002-1825-0097>' '$FOLDER/made/dateline.ttl'"
holds "the ontology with creators is Turtle" rapper -q -i turtle -c "$FOLDER/made/dateline.ttl"
holds "the context stands for the same statements" node tests/graphcheck/context.mjs ontology/context.jsonld "$FOLDER/sample.ttl"

# ---------------------------------------------------------------- another base

OWN=http://archive.example/papers
for format in ntriples nquads turtle rdfxml; do
    "$DATELINE" extract -t "$format" -b "$OWN" tests/data/sample.md >"$FOLDER/own"
    holds "$format: nothing is named under our base" sh -c "grep -q 'archive.example' '$FOLDER/own' && ! grep -n 'dateline/id/' '$FOLDER/own'"
done
"$DATELINE" extract -t nquads -b "$OWN" tests/data/sample.md | LC_ALL=C sort >"$FOLDER/own"
"$DATELINE" extract -t nquads tests/data/sample.md | sed "s|https://w3id.org/dateline/id/|$OWN/|g" | LC_ALL=C sort >"$FOLDER/ours"
holds "another base is all that differs" cmp "$FOLDER/own" "$FOLDER/ours"

conclude
