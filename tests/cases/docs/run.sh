#!/bin/sh
# The pages say what is so: what README.md, FORMAT.md and the man page show is run, and what they name is looked for.
#
#   ```sh     is run, in a copy of what the program and the pages need; its exit status must be 0
#   ```text   is what the block above it prints; "…" stands for anything
#   ```rules  passes `dateline check-rules`
#   ```article is in tests/data/two.md, English lines first and one Chinese line behind them
#   ```console is not run
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
HERE=$TOP/tests/cases/docs
README=$TOP/README.md
FORMAT=$TOP/extractor/rules/FORMAT.md
MANUAL=$TOP/extractor/dateline.1

first=

same() { # what, file, file
    if diff "$2" "$3" >"$FOLDER/difference"; then good "$1"; else bad "$1" "$FOLDER/difference"; fi
}

# ---------------------------------------------------------------- where the pages' commands are run

mkdir "$FOLDER/bin" "$FOLDER/top" "$FOLDER/top/extractor" "$FOLDER/top/tests" "$FOLDER/blocks"
ln -s "$(cd "$(dirname "$DATELINE")" && pwd)/$(basename "$DATELINE")" "$FOLDER/bin/dateline"
cp -R "$TOP/ontology" "$FOLDER/top"
cp -R "$TOP/extractor/rules" "$TOP/extractor/lexicon" "$FOLDER/top/extractor"
cp -R "$TOP/tests/data" "$FOLDER/top/tests"
PATH=$FOLDER/bin:$PATH
DATELINE_DATA=$FOLDER/top
export PATH DATELINE_DATA
cd "$FOLDER/top" || exit 1

for page in "$README" "$FORMAT"; do
    awk -v out="$FOLDER/blocks/$(basename "$page" .md)" -f "$HERE/blocks.awk" "$page"
done

# ---------------------------------------------------------------- FORMAT.md

for block in "$FOLDER"/blocks/FORMAT-*.rules; do
    holds "FORMAT.md: $(sed -n '/^rule/{p;q;}' "$block") passes" dateline check-rules "$block"
    first=${first:-$(tail -n 1 "$FOLDER/log")}
done
holds "FORMAT.md: the first file answers \`$first\`" grep -qF "\`$first\`" "$FORMAT"

# ---------------------------------------------------------------- README.md

for block in "$FOLDER"/blocks/README-*.sh; do
    what="README.md: $(grep -E '(^|[|] )dateline ' "$block" | tail -n 1)"
    shown=${block%.sh}.text
    if ! sh -e "$block" >"$FOLDER/printed" 2>"$FOLDER/told" </dev/null; then
        bad "$what" "$FOLDER/told"
    elif [ -e "$shown" ] && ! awk -f "$HERE/agrees.awk" "$shown" "$FOLDER/printed"; then
        bad "$what: this is printed instead" "$FOLDER/printed"
    else
        good "$what"
    fi
done

tr -d ' \n' <"$TOP/tests/data/two.md" >"$FOLDER/sample"
cat "$FOLDER"/blocks/README-*.article | awk -v RS= '{
    gsub(/ /, "")
    last = match($0, /\n[^\n]*$/)
    print substr($0, last + 1)
    english = substr($0, 1, last)
    gsub(/\n/, "", english)
    print english
}' >"$FOLDER/quoted"
while read -r sentence; do
    holds "README.md: the sample says $sentence" grep -qF -e "$sentence" "$FOLDER/sample"
done <"$FOLDER/quoted"

grep -oE '[a-z_0-9]+\.c' "$README" | sort -u >"$FOLDER/named"
while read -r file; do
    holds "README.md: extractor/src/$file is there" test -e "$TOP/extractor/src/$file"
done <"$FOLDER/named"

sed -n '/<<.TABLE/,/^TABLE/s/^\(build\|test\) *[a-z]* *[^ ]* *//p' "$TOP/.ci/deps" | tr '+' ' ' | xargs -n 1 | sort -u >"$FOLDER/named"
while read -r package; do
    holds "README.md: the package $package is named" grep -qwF -e "$package" "$README"
done <"$FOLDER/named"

# ---------------------------------------------------------------- links

for page in "$README" "$FORMAT" "$TOP/extractor/lexicon/README.md" "$TOP/extractor/NEWS.md"; do
    grep -o '](\([^)#]*\)' "$page" | sed 's/^](//' | grep -v -e '^http' -e '^$' | sort -u >"$FOLDER/named"
    while read -r link; do
        holds "$(basename "$page"): $link is there" test -e "$(dirname "$page")/$link"
    done <"$FOLDER/named"
done

# ---------------------------------------------------------------- the man page

# Each option as "letter name value", of which the first and the last may be missing.
dateline --help >"$FOLDER/help"
sed -n '/^$/,$s/^  \([a-z][a-z-]*\)  .*/\1/p' "$FOLDER/help" | sort >"$FOLDER/commands"
while read -r command; do
    dateline "$command" --help >>"$FOLDER/help"
    holds "README.md: the command $command is explained" grep -q "^\*\*$command\*\*" "$README"
done <"$FOLDER/commands"
sed -n -E 's/^  (-(.), |    )--([a-z-]+)( [A-Z]+)?  .*/\2 \3\4/p' "$FOLDER/help" | sed 's/ [A-Z]*$/ value/' |
    sort -u >"$FOLDER/options"
sed -n -E 's/^\.It (Fl ([A-Za-z]) , )?Fl -([a-z-]+)( Ar .*)?$/\2 \3\4/p' "$MANUAL" | sed 's/ Ar .*/ value/' |
    sort -u >"$FOLDER/named"
same "dateline.1: the options that --help prints (<) are those explained (>)" "$FOLDER/options" "$FOLDER/named"
sed -n 's/^\.It Cm \([a-z-]*\)$/\1/p' "$MANUAL" | sort >"$FOLDER/named"
same "dateline.1: the commands that --help prints (<) are those explained (>)" "$FOLDER/commands" "$FOLDER/named"

cp tests/data/sample.md article.md
mkdir -p articles mine
cp article.md articles
cp "$FOLDER/blocks/FORMAT-01.rules" mine/works.rules
cp "$FOLDER/blocks/FORMAT-01.rules" floods.rules
sed -n 's/^\.Dl \$ //p' "$MANUAL" | sed "s|/usr/local/share/dateline|$FOLDER/top|g" >"$FOLDER/examples"
while read -r example; do
    holds "dateline.1: $example" sh -e -c "$example"
done <"$FOLDER/examples"

conclude
