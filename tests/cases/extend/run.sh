#!/bin/sh
# What a user adds is of use at once: a kind of event in the ontology, a unit, a name with its years, and a rule that
# speaks of all three, without anything being compiled.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"

finds() { # what, file, extended regular expression
    if grep -qE "$3" "$2"; then
        good "$1"
    else
        bad "$1: nothing like $3 in" "$2"
    fi
}

mkdir -p "$FOLDER/data/extractor" "$FOLDER/mine" "$FOLDER/names"
cp -R "$TOP/extractor/rules" "$TOP/extractor/lexicon" "$FOLDER/data/extractor"
cp -R "$TOP/ontology" "$FOLDER/data"
cat >>"$FOLDER/data/ontology/dateline.ttl" <<'EOF'
dl:Eclipse a owl:Class ; rdfs:subClassOf dl:Event ; dl:eventType true ; dl:outranksPlan true ; dl:directProperty dl:eclipsed ;
    rdfs:label "eclipse"@en , "日食"@zh .
dl:eclipsed a owl:ObjectProperty ; rdfs:subPropertyOf dl:directly ;
    rdfs:label "eclipsed"@en , "遮蔽"@zh .
EOF
printf 'word\tlang\tclassifier\tconversion\tnote\n箩\tzh\tno\t35 kg\t\nbasketfuls\ten\tno\t35 kg\t\n' >"$FOLDER/names/units.tsv"
printf 'id\tclass\ten\tzh\tfrom\tto\nmoon-office\tdl:Organization\tMoon Office\t望月处\t1950\t1952\n' >"$FOLDER/names/office.tsv"
cat >"$FOLDER/mine/eclipses.rules" <<'EOF'
rule eclipse-observed
  says   Somebody observes an eclipse.
  voices en  {who:dl:Agent+?} | (?:observed|recorded) | {what:Noun}(?: with {n:Number} of {gear:Noun})?
  voices zh  {who:dl:Agent+?} | (?:观测|记录) | {what:Noun}(?:，用去{gear:Noun}{n:Number})?
  fact  ?e a dl:Eclipse ; dl:agent ?who ; dl:object ?what ; dl:quantity [ dl:value ?n ] .

  + en  The Forestry Bureau observed the eclipse.
  + en  The eclipse was observed by the Forestry Bureau.
  + zh  林业局观测了月食。
  + zh  月食由林业局观测。
  + zh  林业局将月食观测了。
  =     _:e a dl:Eclipse ; dl:agent "Forestry Bureau"@en , "林业局"@zh ; dl:object "eclipse"@en , "月食"@zh .
  + en  The eclipse was observed.
  + zh  月食被观测。
  =     _:e a dl:Eclipse ; dl:object "eclipse"@en , "月食"@zh .
  + en  The eclipse was not observed by the Forestry Bureau.
  =     _:e a dl:Eclipse ; dl:modality dl:Denied ; dl:agent "Forestry Bureau" ; dl:object "eclipse" .
EOF
sed -i.bak 's/{gear:Noun}/{gear:Noun?}/' "$FOLDER/mine/eclipses.rules"
cat >"$FOLDER/article.md" <<'EOF'
### 望月处观测月食

1951-05-02
第1版()
专栏：

    望月处观测月食
    新华社1日讯　望月处观测了月食，用去木炭四箩。
EOF
cd "$FOLDER" || exit 1
DATELINE_DATA=$FOLDER/data
export DATELINE_DATA

"$DATELINE" check-rules --lexicon names mine/eclipses.rules >told 2>&1
finds "the examples of the rule" told '^8 passed, 0 failed$'
"$DATELINE" extract --rules mine --lexicon names -t ntriples article.md >graph.nt 2>told
finds "the new kind of event" graph.nt '/event/eclipse-[0-9a-f]+> <[^>]*#type> <[^>]*#Eclipse> \.'
finds "its plain triple" graph.nt '/org/moon-office> <[^>]*#eclipsed> '
finds "the number as printed" graph.nt '#value> "4"'
finds "the number converted" graph.nt '#convertedValue> "140"'
finds "its unit" graph.nt '#convertedUnit> "kg"'
sed 's/望月处观测了.*/林业局计划今年全面记录和观测日食。/' article.md >planned.md
"$DATELINE" extract --rules mine --lexicon names -t ntriples planned.md >planned.nt 2>told
finds "what is planned, of its own kind" planned.nt '/event/eclipse-[0-9a-f]+> <[^>]*#modality> <[^>]*#Planned>'
grep -c '#Plan>' planned.nt >count
finds "no plan beside it" count '^0$'
sed 's/1951/1949/' article.md >before.md
"$DATELINE" extract --rules mine --lexicon names -t ntriples before.md >before.nt 2>told
grep -c moon-office before.nt >count
finds "no name before its years" count '^0$'
"$DATELINE" explain --rules mine --lexicon names --why-not eclipse-observed "$TOP/tests/data/two.md" >told 2>&1
finds "what stops the rule" told '^ *-- line 3: needs one of "observed", "recorded", which is not here$'

conclude
