#!/bin/sh
# Checks what the compiler does not: format, style, sizes, and the fences between the modules. Says all it finds.
#
# usage: make lint
# environment: LANGUAGE  the compiler's options that the sources need (-std, -I, -D)
set -u
cd "$(dirname "$0")/.." || exit 2

src=extractor/src
found=0

tell() { # what
    echo "lint: $1"
    found=$((found + 1))
}

check() { # what command...
    what=$1
    shift
    echo "  $what"
    "$@" || tell "$what complains"
}

# ---------------------------------------------------------------- tools

c_files() {
    find extractor tests/unit -name '*.[ch]'
}

format() {
    c_files | xargs clang-format --dry-run -Werror
}

# On all cores, one process a file: clang-tidy 14 given several mistakes the va_list of all but the first for uninitialised.
# What it counts in other people's headers is not shown.
style() {
    # shellcheck disable=SC2016 # the inner shell is to see LANGUAGE as words
    find "$src" -name '*.c' | sort | LANGUAGE=${LANGUAGE:-} xargs -P "$(nproc)" -n 1 \
        sh -c 'clang-tidy --quiet "$@" -- $LANGUAGE 2>&1' sh >"$log"
    status=$?
    grep -vE '^[0-9]+ warnings? (and [0-9]+ errors? )?generated\.$|^Suppressed |^Use -header-filter' "$log"
    return "$status"
}

flow() { # cppcheck 2.10 cannot parse a compound literal after "?"
    cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
        --suppress=missingIncludeSystem --suppress=internalAstError -Iextractor/include -I"$src" "$src"
}

scripts() {
    find tests -name '*.sh' -exec shellcheck --shell=sh --external-sources .ci/deps {} + && shellcheck .ci/run
}

# The readings of Chinese names come from npm, in exactly the version of the lock file.
lexicon() {
    [ -d tests/lexicon/node_modules/pinyin-pro ] ||
        npm ci --prefix tests/lexicon --no-audit --no-fund --loglevel=error || return
    python3 -B tests/lexicon/check.py extractor/lexicon
}

# ---------------------------------------------------------------- fences

users() { # header: the source files that include it
    grep -lE "#include *[<\"]$1[>\"]" "$src"/*.[ch] | sed 's|.*/||'
}

only() { # header file...: nobody else includes it
    header=$1
    shift
    for file in $(users "$header"); do
        case " $* " in
            *" $file "*) ;;
            *) tell "$src/$file: includes $header, which is for $* only" ;;
        esac
    done
}

at_most() { # number header
    count=$(users "$2" | wc -l)
    [ "$count" -le "$1" ] || tell "$2 is included by $count files ($(users "$2" | paste -s -d ' ' -)); at most $1 may know it"
}

fences() {
    at_most 2 'pcre2\.h'
    only 'unicode/' normalform.c encoding.c
    only 'curl/curl\.h' http.c
    only 'archive\.h' bundle.c compress.c
    only 'archive_entry\.h' bundle.c compress.c
    only 'librdf\.h' query.c
    only 'redland\.h' query.c
    only 'rasqal\.h' query.c
    only 'raptor2\.h' rdfparser.h writer.c query.c
}

# The library neither prints nor exits.
manners() {
    for file in "$src"/*.c; do
        case $file in */main.c | */commands.c | */extract_command.c | */store_command.c) continue ;; esac
        line=$(grep -nE '(^|[^a-z_])(v?printf|puts|putchar|perror|_?exit|abort) ?\(|(^|[^a-z_])stderr([^a-z_]|$)' "$file") &&
            tell "$file: the library never prints and never exits: $line"
    done
}

sizes() {
    for file in "$src"/*.[ch] extractor/rules/*.rules; do
        lines=$(wc -l <"$file")
        [ "$lines" -le 400 ] || tell "$file: $lines lines, more than 400"
    done
}

log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
trap 'exit 2' HUP INT TERM

fences
manners
sizes
check clang-format format
check shellcheck scripts
check lexicon lexicon
check cppcheck flow
check clang-tidy style

[ "$found" -eq 0 ] && echo "lint: clean"
