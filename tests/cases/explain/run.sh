#!/bin/sh
# What the program says of its own doing: where facts come from, why a rule finds nothing, which rules overlap or never
# fire; with rules and names of the user's over ours. And that no sentence makes it run for ever.
# shellcheck source=tests/holds.sh
. "${TOP:-$PWD}/tests/holds.sh"
HERE=tests/cases/explain
LC_ALL=C
export LC_ALL

# The command's status and what it says.
run() { # command...
    "$@" >"$FOLDER/said" 2>&1
    status=$?
}

untrue() { # what
    echo "exit status $status" >>"$FOLDER/said"
    bad "$1" "$FOLDER/said"
}

ends_with() { # exit status
    if [ "$status" -eq "$1" ]; then
        good "exit status $1"
    else
        untrue "exit status $1"
    fi
}

says() { # a line, or a part of one
    if grep -qF -e "$1" "$FOLDER/said"; then
        good "says $1"
    else
        untrue "says $1"
    fi
}

ours() { # command, argument...
    command=$1
    shift
    run "$DATELINE" "$command" --rules "$HERE/rules" --lexicon "$HERE/lexicon" "$@"
}

# ---------------------------------------------------------------- where a fact comes from

ours explain "$HERE/bakers.md"
ends_with 0
says "$HERE/bakers.md:6:1: English, dispatch 1, body"
says 'name         "The Bakers Union" dl:TradeUnion [bakers-union-of-the-test]'
says 'number       "12" 12'
says '  => Gift Actual agent "Bakers Union" object "buns" quantity 12 exactly of recipient recipient "guests"'
says "      rule       toast, $HERE/rules/toast.rules:9"
says '      cook       "The Bakers Union"'
says '      who        "12 guests"'
says '      evidence   "The Bakers Union toasted buns to 12 guests", line 6, column 111'
says '      date       "Tuesday"'
says '  -- rule toast-anything fits too, and yields nothing (--why-not toast-anything)'

# A rule that reads more of the same words, and has nobody who does it, is in nobody's way.
says '  => Gift Actual object "buns"'

run "$DATELINE" explain tests/data/sample.md
says 'who        "The conference", which stands for "first Conference'
says ', carried over from earlier in the sentence, line '
says ', the meeting that the dispatch is about'

# ---------------------------------------------------------------- why a rule finds nothing

ours explain --why-not toast "$HERE/bakers.md"
ends_with 0
says '-- fires: Gift Actual agent "Bakers Union" object "buns"'
says '-- line 9: reads "The Bakers Union toasted 40 loaves" and stops at character 36, before "on Tuesday.": column 46 asks for "(?:to|for)"'
says '-- fits, but the cue rumour-of-toast says that nothing is asserted: "Rumour has it"'
# shellcheck disable=SC2016 # no command is meant
says '-- blocked by its `unless en`: "half-toasted"'
says '-- line 9: needs " toasted ", which is not here'
says '-- fits, but its subject is neither said here nor carried over from what is said before'
says '-- has no pattern for Chinese'

ours explain --why-not toast-anything "$HERE/bakers.md"
says '-- fits "The Bakers Union toasted buns", but rule toast reads more of the same words'

ours explain --why-not toast-count "$HERE/bakers.md"
says '-- line 24: needs a Meeting for {m}, and the sentence speaks of none'

ours explain --why-not toast-for-two "$HERE/bakers.md"
ends_with 2
says "there is no rule 'toast-for-two'"

# ---------------------------------------------------------------- the rules themselves

ours check-rules --overlaps
ends_with 0
says "$HERE/rules/toast.rules:26:5: example + of rule toast-count: rule toast-anything fires too"
ours check-rules --coverage "$HERE/bakers.md"
ends_with 0
says '       1  toast  '
says '       0  toast-count  '
says ' of them never fire'

sed 's/rolls for the children/rolls beside the children/' "$HERE/rules/toast.rules" >"$FOLDER/wrong.rules"
run "$DATELINE" check-rules "$FOLDER/wrong.rules"
ends_with 1
says 'came nothing: line 9: reads "The Bakers Union toasted rolls" and stops at character 32, before "beside the children.": column 46 asks for "(?:to|for)"'

# ---------------------------------------------------------------- rules and names over ours

mkdir "$FOLDER/rules" "$FOLDER/lexicon"
cp "$HERE/rules/toast.rules" "$FOLDER/rules/again.rules"
run "$DATELINE" extract --rules "$HERE/rules" --rules "$FOLDER/rules" "$HERE/bakers.md"
ends_with 3
says "$FOLDER/rules/again.rules:7:1: rule toast is written twice"
cp "$HERE/lexicon/bakers.tsv" "$FOLDER/lexicon/again.tsv"
run "$DATELINE" extract --lexicon "$HERE/lexicon" --lexicon "$FOLDER/lexicon" "$HERE/bakers.md"
ends_with 3
says "$FOLDER/lexicon/again.tsv:2:1: \"bakers-union-of-the-test\" is already at $HERE/lexicon/bakers.tsv:2, for the same time"
run "$DATELINE" extract --rules "$FOLDER/nowhere" "$HERE/bakers.md"
ends_with 3
says "$FOLDER/nowhere: "

# ---------------------------------------------------------------- no end of words

# An article with one sentence that says the same many times.
long_sentence() { # words, how often, last words
    sed '$d' "$HERE/bakers.md"
    awk -v words="$1" -v times="$2" -v last="$3" 'BEGIN {
        printf "    "
        for (i = 0; i < times; i++) printf "%s", words
        print last "。"
    }'
}

# Seconds of processor time, and then the program is killed.
in_time() { # command...
    # shellcheck disable=SC3045 # every sh of ours has it
    (ulimit -t 4 && exec "$@")
}

long_sentence 重工业部和 2000 举行会议 >"$FOLDER/and.md"
run in_time "$DATELINE" extract "$FOLDER/and.md"
ends_with 0
long_sentence 重工业部举行了会议和 1000 会议 >"$FOLDER/held.md"
run in_time "$DATELINE" extract "$FOLDER/held.md"
ends_with 0
says "$FOLDER/held.md:19:5: warning: this sentence costs too much; rules that were not run on it to the end: "
says "warning: 1 sentences were not read by all rules, and "
run in_time "$DATELINE" explain --why-not meeting-held "$FOLDER/and.md"
ends_with 0

conclude
