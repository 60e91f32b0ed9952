#!/bin/sh
# Links a small graph to a small authority, in all syntaxes and with bases and line ends where they may stand, and looks at
# each link; checks SSSOM/TSV by the rules of SSSOM, and that a large authority takes no more memory than a small one.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
HERE=$TOP/tests/cases/link

link() { # option or graph...
    "$DATELINE" link "$@"
}

rows() { # SSSOM/TSV -> subject predicate object justification confidence
    awk -F '\t' '/^#/ { next } !header { for (i = 1; i <= NF; i++) at[$i] = i; header = 1; next }
        { print $at["subject_id"], $at["predicate_id"], $at["object_id"], $at["mapping_justification"], $at["confidence"] }' "$1"
}

cat >"$FOLDER/expected" <<'END'
id:org/salt-1949 skos:closeMatch wd:Q900001 semapv:MappingChaining 0.80
id:org/salt-1949 skos:exactMatch ns1:a1 semapv:LexicalMatching 0.95
id:org/salt-1954 skos:closeMatch ns1:a2 semapv:LexicalMatching 0.60
id:org/salt-1954 skos:closeMatch wd:Q900001 semapv:MappingChaining 0.80
id:org/salt-and-sugar skos:exactMatch wd:Q900001 semapv:BackgroundKnowledgeBasedMatching 0.98
id:person/li-hua skos:exactMatch ns1:a6 semapv:MappingChaining 0.97
id:person/li-hua skos:exactMatch wd:Q900002 semapv:BackgroundKnowledgeBasedMatching 0.98
id:person/li-ming skos:closeMatch ns1:a5 semapv:LexicalMatching 0.50
id:place/white-cloud skos:exactMatch ns1:a3 semapv:LexicalMatching 0.72
END

for syntax in ntriples:nt rdfxml:rdf; do
    rapper -q -i turtle -o "${syntax%:*}" "$HERE/authority.ttl" >"$FOLDER/authority.${syntax#*:}" 2>"$FOLDER/log"
done
sed 's| \.$| <http://example.org/g> .|' "$FOLDER/authority.nt" >"$FOLDER/authority.nq"
rapper -q -i turtle -o ntriples "$HERE/graph.ttl" 2>"$FOLDER/log" | sort -r >"$FOLDER/graph.nt"
cp "$HERE/authority.ttl" "$FOLDER"
for ending in ttl nt nq rdf; do
    holds "links to authority.$ending" link -a "$FOLDER/authority.$ending" -o "$FOLDER/$ending.tsv" "$HERE/graph.ttl"
    rows "$FOLDER/$ending.tsv" | LC_ALL=C sort >"$FOLDER/found"
    holds "each link to authority.$ending" diff "$FOLDER/expected" "$FOLDER/found"
done
holds "statements in another order" link -a "$FOLDER/authority.ttl" -o "$FOLDER/order.tsv" "$FOLDER/graph.nt"
holds "the same links for it" cmp "$FOLDER/ttl.tsv" "$FOLDER/order.tsv"
holds "SSSOM/TSV by its rules" python3 -B "$HERE/sssom.py" "$FOLDER/ttl.tsv"

# The linksets hold the same links, and count them.
holds "both outputs of one run" link -a "$FOLDER/authority.ttl" -o "$FOLDER/both.tsv" -o "$FOLDER/both.ttl" "$HERE/graph.ttl"
holds "the same SSSOM beside Turtle" cmp "$FOLDER/ttl.tsv" "$FOLDER/both.tsv"
rapper -q -i turtle -o ntriples "$FOLDER/both.ttl" >"$FOLDER/both.nt" 2>"$FOLDER/log"
count() { # ERE: how many statements match
    grep -cE "$1" "$FOLDER/both.nt"
}
holds "a match for each row" test "$(count 'core#(exact|close)Match> <')" -eq 9
holds "no owl:sameAs" test "$(count 'owl#sameAs')" -eq 0
holds "each linked thing is in the scheme" test "$(count 'core#inScheme')" -eq 6
sum=$(sed -nE 's|.*void#triples> "([0-9]+)".*|\1|p' "$FOLDER/both.nt" | awk '{ sum += $1 } END { print sum }')
holds "linksets count all links" test "$sum" -eq 9
holds "a base of one's own" sh -c "'$DATELINE' link -b http://archive.example/x -o '$FOLDER/base.ttl' '$HERE/graph.ttl' && grep -q '<http://archive.example/x/scheme/things>' '$FOLDER/base.ttl' && ! grep -q 'dateline/id/linkset' '$FOLDER/base.ttl'"

# Memory is measured, and not the time: other programs may be running.
holds "memory does not grow with the authority" python3 -B "$HERE/memory.py" "$DATELINE" "$HERE/graph.ttl"

conclude
