#!/bin/sh
# What is packed is read as though it were not: each archive gives the very bytes that the folder gives. What is broken
# is told once, and the rest goes on. The last line counts the checks.
set -u
TOP=${TOP:-$PWD}
DATELINE=${DATELINE:-$TOP/.build/dateline}
here=$TOP/tests/cases/archives

for tool in bsdtar 7z xz zstd python3; do
    command -v "$tool" >/dev/null || { echo "skipped, as there is no $tool"; exit 77; }
done

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
cd "$work" || exit 2

passed=0
failed=0

check() { # what command...
    what=$1
    shift
    if "$@" >log 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $what"
        sed 's/^/    /' log
    fi
}

quads() { # FILE...
    "$DATELINE" extract -t nquads "$@"
}

same() { # expected FILE...
    expected=$1
    shift
    quads "$@" >found.nq && cmp "$expected" found.nq
}

same_from_input() { # expected FILE
    quads - <"$2" >found.nq && cmp "$1" found.nq
}

same_from_pipe() { # expected FILE
    # shellcheck disable=SC2002 # standard input is to be a pipe
    cat "$2" | quads - >found.nq && cmp "$1" found.nq
}

same_from_list() { # expected FILE
    echo "$2" | quads --files-from - >found.nq && cmp "$1" found.nq
}

# What explain says of standard input is what it says of the file, but for the name.
explained_alike() { # FILE
    "$DATELINE" explain - <"$1" >plain && gzip -c "$1" | "$DATELINE" explain - | cmp - plain
}

same_statements() { # FILE FILE
    sort "$1" >a && sort "$2" | cmp - a
}

differ() { # FILE FILE
    ! cmp -s "$1" "$2"
}

nowhere() { # NAME: neither here nor in the folders above
    [ ! -e "$1" ] && [ ! -e "../$1" ] && [ ! -e "../../$1" ]
}

goes_on() { # expected MESSAGE FILE...: the message is told, and the rest is there
    expected=$1
    message=$2
    shift 2
    quads "$@" 2>told >found.nq
    cmp "$expected" found.nq && [ "$(grep -c "$message" told)" -eq 1 ]
}

tells() { # status: skipped in part, and said so
    [ "$1" -eq 1 ] && [ -s told ] && ! grep -aq Sanitizer told
}

told_once() {
    sed 's/: .*//' told | sort | uniq -d | cmp /dev/null -
}

refused() { # status message FILE...: and nothing else is told
    expected=$1
    message=$2
    shift 2
    quads "$@" >found.nq 2>told
    [ $? -eq "$expected" ] && [ "$(cat told)" = "$message" ]
}

mkdir articles
cp "$TOP"/tests/data/formats/*.md "$TOP/tests/data/sample.md" articles
for article in articles/*.md; do # as the archive names them
    mv "$article" "articles/1956-03-31_工人_$(basename "$article")"
done
quads articles >expected.nq 2>/dev/null
one=articles/1956-03-31_工人_sample.md
quads "$one" >one.nq
check "there is something to compare" test -s one.nq

# ---- every kind ----

for kind in zip tar tar.gz tar.xz tar.zst tar.bz2 7z; do
    (cd articles && bsdtar -a -cf "../month.$kind" -- *.md)
    check "$kind" same expected.nq "month.$kind"
    check "$kind, where names are ASCII" env LC_ALL=C "$DATELINE" extract -o c.nq "month.$kind"
    check "$kind, the same names" cmp expected.nq c.nq
    check "$kind as standard input" same_from_input expected.nq "month.$kind"
done
for kind in zip tar tar.gz tar.xz tar.zst; do
    check "$kind through a pipe" same_from_pipe expected.nq "month.$kind"
done
7z a -bd month-by-7z.7z ./articles/*.md >/dev/null
check "7z by 7z" same expected.nq month-by-7z.7z
7z a -bd -m0=PPMd month-by-ppmd.7z ./articles/*.md >/dev/null
check "7z, another method" same expected.nq month-by-ppmd.7z
python3 -B "$here/archives.py" gbk gbk.zip articles/*.md
check "names in GBK" same expected.nq gbk.zip
mkdir folder
cp month.7z folder
check "an archive in a folder" same expected.nq folder
check "an archive in a list" same_from_list expected.nq month.zip
for packer in "gzip -c:gz" "xz -c:xz" "zstd -q -c:zst" "bzip2 -c:bz2"; do
    ending=${packer##*:}
    ${packer%:*} "$one" >"$(basename "$one").$ending"
    check "one text, .$ending" same one.nq "$(basename "$one").$ending"
done
check "a packed text as standard input" explained_alike "$one"

# ---- other encodings, in archives too ----

mkdir gb wide
for article in articles/*.md; do
    name=$(basename "$article")
    iconv -f UTF-8 -t GB18030 "$article" >"gb/$name"
    iconv -f UTF-8 -t UTF-16 "$article" >"wide/$name"
done
check "GB18030, proven by its bytes" same expected.nq gb
check "GB18030, as told" same expected.nq --encoding gb18030 gb
check "UTF-16" same expected.nq wide
(cd gb && bsdtar -a -cf ../gb.zip -- *.md)
check "GB18030 in an archive" same expected.nq gb.zip

# ---- order ----

(cd articles && find . -name '*.md' | sort -r | bsdtar -cf ../backwards.tar -T -)
quads backwards.tar >backwards.nq 2>/dev/null
check "an archive keeps its order" differ backwards.nq expected.nq
check "and holds the same" same_statements backwards.nq expected.nq
check "the same input, the same order" same backwards.nq backwards.tar

# ---- what is no article, and what is broken ----

python3 -B "$here/archives.py" odd odd.tar "$one"
quads odd.tar >found.nq 2>told
check "odd: names above the archive's are read" test "$(grep -c '/ontology#Article>' found.nq)" -eq 3
cat >expected.txt <<'END'
odd.tar/empty.md: the file is empty
odd.tar/within.zip: an archive inside an archive: not read
odd.tar/packed.md.gz: an archive inside an archive: not read
END
check "odd: the others are told" cmp expected.txt told
check "odd: nothing is unpacked" nowhere up.md

bsdtar -a --options zip:encryption=traditional --passphrase x -cf locked.zip articles
7z a -bd -px locked.7z articles >/dev/null
check "encrypted zip" refused 1 "locked.zip: encrypted: not read" locked.zip
check "encrypted 7z" refused 1 "locked.7z: encrypted: not read" locked.7z
check "the rest goes on" goes_on expected.nq "^locked.zip: encrypted" locked.zip month.zip
echo "no article" >list.jpg
bsdtar -cf none.tar list.jpg
check "nothing to read" refused 1 "none.tar: no *.md and no *.txt in this archive" none.tar
python3 -c 'import sys, zipfile; z = zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED); z.writestr("bomb.md", b"\n" * (100 << 20)); z.write(sys.argv[1], "1956-03-31_工人_sample.md")' "$one"
check "a bomb" refused 1 "bomb.zip/bomb.md: larger than 64 MiB: not read" bomb.zip
check "and what is behind it" cmp one.nq found.nq

for kind in zip tar tar.gz tar.xz tar.zst tar.bz2 7z; do
    mkdir spoilt
    (cd "$work/articles" && bsdtar -a -cf "../few.$kind" ./*sample.md ./*column*.md)
    python3 -B "$here/archives.py" spoil "few.$kind" "spoilt/few.$kind"
    "$DATELINE" explain spoilt/* >/dev/null 2>told
    check "spoilt $kind: neither crash nor silence" tells $?
    check "spoilt $kind: told once each" told_once
    rm -r spoilt
done

echo "archives: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
