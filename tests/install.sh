#!/bin/sh
# Installs into an empty folder, uses what is there from elsewhere, uninstalls: nothing may be missing, nothing may be left.
#
# usage: make install-check
# environment: DATELINE  the program in the source tree, with which the installed one must agree (default .build/dateline)
set -eu
cd "$(dirname "$0")/.."
TOP=$PWD
DATELINE=$(cd "$(dirname "${DATELINE:-.build/dateline}")" && pwd)/dateline
unset DATELINE_DATA

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
prefix=$work/usr

fail() {
    echo "install-check: $1" >&2
    exit 1
}

build() { # target [variable=value...]
    "${MAKE:-make}" --no-print-directory -s BUILD="$work/build" PREFIX="$prefix" "$@" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        fail "make $* failed"
    }
}

expect() { # file, below the prefix
    [ -s "$prefix/$1" ] || fail "$1 is not installed"
}

installed_files() { # folder
    (cd "$1" && find . -type f -o -type l | sort)
}

article=$TOP/tests/data/sample.md
"$DATELINE" extract "$article" >"$work/expected.ttl"

(umask 077 && build install)
for file in bin/dateline lib/libdateline.a lib/pkgconfig/dateline.pc include/dateline.h share/man/man1/dateline.1 \
    share/dateline/ontology/dateline.ttl share/dateline/rules share/dateline/lexicon share/dateline/slurm/dateline-array.sh; do
    expect "$file"
done
hidden=$(find "$prefix" ! -perm -o=r)
[ -z "$hidden" ] || [ "$hidden" = "$prefix" ] || fail "not readable by everybody: $hidden"

echo "  the program, from another folder"
(cd / && "$prefix/bin/dateline" extract "$article") >"$work/found.ttl"
cmp "$work/expected.ttl" "$work/found.ttl" || fail "the installed program finds something else"

echo "  the library, through pkg-config"
cat >"$work/client.c" <<'C'
#include <dateline.h>
#include <stdio.h>

int main(int argc, char **argv) {
    dateline_options options = {0};
    dateline *world;
    if (argc != 2 || dateline_open(&options, &world) != DATELINE_OK) {
        return 1;
    }
    const char *path = argv[1];
    dateline_input input = {.paths = &path, .count = 1};
    dateline_output output = {.format = DATELINE_TURTLE};
    dateline_status status = dateline_extract(world, &input, &output, NULL);
    dateline_close(world);
    return (int)status;
}
C
PKG_CONFIG_PATH=$prefix/lib/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # one word a flag
${CC:-cc} -std=c11 -Wall -Wextra -Wpedantic -Werror -o "$work/client" "$work/client.c" $(pkg-config --cflags --libs dateline)
(cd / && "$work/client" "$article") >"$work/found.ttl"
cmp "$work/expected.ttl" "$work/found.ttl" || fail "the installed library finds something else"
[ "$(pkg-config --modversion dateline)" = "$("$prefix/bin/dateline" --version | cut -d ' ' -f 2)" ] ||
    fail "dateline.pc and dateline --version tell different versions"
leaked=$(nm -g --defined-only "$prefix/lib/libdateline.a" | awk 'NF == 3 && $3 !~ /^dateline_/ { print $3 }')
[ -z "$leaked" ] || fail "libdateline.a shows names that are not its own: $leaked"

echo "  staged in DESTDIR"
build install DESTDIR="$work/stage"
installed_files "$prefix" >"$work/direct"
installed_files "$work/stage$prefix" >"$work/staged"
cmp "$work/direct" "$work/staged" || fail "DESTDIR gets other files"

echo "  uninstalled"
build uninstall DESTDIR="$work/stage"
build uninstall
left=$(find "$prefix" "$work/stage" ! -type d; find "$prefix" "$work/stage" -name 'dateline*')
[ -z "$left" ] || fail "uninstall leaves $left"
echo "install-check: passed"
