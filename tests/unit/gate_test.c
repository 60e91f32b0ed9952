/* Which words every match of a pattern must hold. */
#include "gate.h"

#include "check.h"

static Text define(const void *context, Text name) {
    (void)context;
    if (text_equal(name, TEXT("Verb"))) {
        return TEXT("drank|(?:has )?sipped");
    }
    if (text_equal(name, TEXT("Gap"))) {
        return TEXT("(?: then| also)*");
    }
    return text_equal(name, TEXT("Ring")) ? TEXT("(?&Ring)x") : TEXT("");
}

static Arena arena;

/* The needs of a pattern, in one text: "a|b". */
static Text needs(Text pattern) {
    Texts texts = gate_needs(pattern, define, NULL, &arena);
    Text all = TEXT("");
    for (size_t i = 0; i < texts.count; i++) {
        all = text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(all), i ? "|" : "", TEXT_ARGS(texts.items[i]));
    }
    return all;
}

static void literals(void) {
    CHECK_TEXT(needs(TEXT("Drank Tea")), "drank tea");
    CHECK_TEXT(needs(TEXT("{who:dl:Agent}\\bdrank {what:Noun} up")), "drank ");
    CHECK_TEXT(needs(TEXT("举行了?会议")), "举行"); /* of equals, the first */
    CHECK_TEXT(needs(TEXT("会议举行了?")), "会议举行");
    CHECK_TEXT(needs(TEXT("ab\\.cd.ef[xyz]gh$")), "ab");
    CHECK_TEXT(needs(TEXT("[]a]tea\\p{Han}\\x{8336}")), "tea");
    CHECK_TEXT(needs(TEXT("[^]\\]a]tea")), "tea");
    CHECK_TEXT(needs(TEXT("")), "");
    CHECK_TEXT(needs(TEXT("\\d+.*")), "");
}

static void quantifiers(void) {
    CHECK_TEXT(needs(TEXT("teas?")), "tea");
    CHECK_TEXT(needs(TEXT("teas*+")), "tea");
    CHECK_TEXT(needs(TEXT("teas+?")), "teas");
    CHECK_TEXT(needs(TEXT("teas{0,3}")), "tea");
    CHECK_TEXT(needs(TEXT("teas{2}")), "teas");
    CHECK_TEXT(needs(TEXT("(?:green )?tea")), "tea");
    CHECK_TEXT(needs(TEXT("(?:green ){0,2}tea")), "tea");
    CHECK_TEXT(needs(TEXT("(?:green ){1,2}tea")), "green ");
    CHECK_TEXT(needs(TEXT("(?:green )*(?:tea)*")), "");
}

static void groups(void) {
    CHECK_TEXT(needs(TEXT("(?:coffee|green tea) now")), "coffee|green tea");
    CHECK_TEXT(needs(TEXT("(?:t|tea) cup")), " cup");
    CHECK_TEXT(needs(TEXT("tea|coffee")), "tea|coffee");
    CHECK_TEXT(needs(TEXT("tea|")), "");
    CHECK_TEXT(needs(TEXT("tea|\\d")), "");
    CHECK_TEXT(needs(TEXT("(?:tea|(?:hot )?milk)")), "tea|milk");
    CHECK_TEXT(needs(TEXT("(?!coffee)tea")), "tea");
    CHECK_TEXT(needs(TEXT("(?<=coffee )tea(?=spoonful)")), "tea");
    CHECK_TEXT(needs(TEXT("(?<!green )tea")), "tea");
}

static void defines(void) {
    CHECK_TEXT(needs(TEXT("(?&Verb) it")), "drank|sipped");
    CHECK_TEXT(needs(TEXT("tea(?&Gap)")), "tea");
    CHECK_TEXT(needs(TEXT("(?&Unknown) tea")), " tea");
    CHECK_TEXT(needs(TEXT("(?&Ring)tea")), "tea"); /* a define that calls itself comes to an end */
}

/* What is no pattern at all is PCRE2's to refuse: here it must only do no harm. */
static void broken(void) {
    static const char *const patterns[] = {"tea)",  "(tea", "(?:tea", "(?&Verb", "[tea",   "tea\\",
                                           "tea{2", "{who", "(?",     "|||",     "\\p{Han"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        Text pattern = text_from(patterns[i]);
        CHECK(needs(pattern).length <= pattern.length + 20);
    }
    CHECK_TEXT(needs(TEXT("tea) or milk")), "");
}

static void open_or_shut(void) {
    Texts all = gate_needs(TEXT("tea|milk"), define, NULL, &arena);
    CHECK(gate_open(&all, TEXT("a cup of milk")));
    CHECK(!gate_open(&all, TEXT("a cup of coffee")));
    CHECK(!gate_open(&all, TEXT("")));
    CHECK(gate_open(&(Texts){0}, TEXT("")));
}

/* The slots that every match fills, in one text: "{a:Noun}|{b:Noun}". */
static Text slots(Text pattern) {
    Spans spans = {0};
    Text all = TEXT("");
    gate_slots(pattern, &arena, &spans);
    for (size_t i = 0; i < spans.count; i++) {
        all = text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(all), i ? "|" : "",
                          TEXT_ARGS(text_span(pattern, spans.items[i])));
    }
    return all;
}

static void slots_always_filled(void) {
    CHECK_TEXT(slots(TEXT("{a:Noun} drank {b:Noun}")), "{a:Noun}|{b:Noun}");
    CHECK_TEXT(slots(TEXT("{a:Noun}? drank{2,3} {b:Noun}")), "{b:Noun}");
    CHECK_TEXT(slots(TEXT("(?:{a:Noun} )?drank [{(]{b:Noun}(?&Gap)")), "{b:Noun}");
    CHECK_TEXT(slots(TEXT("(?:{a:Noun}|{c:Noun}) drank {b:Noun}")), "{b:Noun}");
    CHECK_TEXT(slots(TEXT("{a:Noun} drank|{b:Noun} sipped")), "");
    CHECK_TEXT(slots(TEXT("{a:Noun} drank)")), "");
}

static void ends_of_groups(void) {
    CHECK_EQUAL(gate_group_end(TEXT("a(?:b(c)[)]\\)d)e"), 1), 15);
    CHECK_EQUAL(gate_group_end(TEXT("(?&Gap) x"), 0), 7);
    CHECK_EQUAL(gate_group_end(TEXT("(a"), 0), 2);
}

int main(void) {
    literals();
    quantifiers();
    groups();
    defines();
    broken();
    open_or_shut();
    slots_always_filled();
    ends_of_groups();
    arena_release(&arena);
    return check_report();
}
