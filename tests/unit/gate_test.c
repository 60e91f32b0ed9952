/* Which words every match of a pattern must hold. */
#include "gate.h"

#include "check.h"

static Arena arena;

static Needs define(void *context, Text name) {
    if (text_equal(name, TEXT("Verb"))) {
        return gate_needs(TEXT("drank|(?:has )?sipped"), define, context, &arena, &arena);
    }
    return text_equal(name, TEXT("Gap")) ? gate_needs(TEXT("(?: then| also)*"), define, context, &arena, &arena)
                                         : (Needs){0};
}

/* The needs of a pattern, in one text: "a|b c": a or b, and then c; "=c": c ahead; "*c": c anywhere. */
static Text needs(Text pattern) {
    static const char *const places[] = {"", "=", "*"};
    Needs all = gate_needs(pattern, define, NULL, &arena, &arena);
    Text out = TEXT("");
    for (size_t i = 0; i < all.count; i++) {
        const Need *need = &all.items[i];
        out = text_format(&arena, "%.*s%s%s", TEXT_ARGS(out), i ? " " : "", places[need->place]);
        for (size_t k = 0; k < need->words.count; k++) {
            out = text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(out), k ? "|" : "", TEXT_ARGS(need->words.items[k]));
        }
    }
    return out;
}

static void literals(void) {
    CHECK_TEXT(needs(TEXT("Drank Tea")), "drank tea");
    CHECK_TEXT(needs(TEXT("{who:dl:Agent}\\bdrank {what:Noun} up")), "drank   up");
    CHECK_TEXT(needs(TEXT("举行了?会议")), "举行 会议");
    CHECK_TEXT(needs(TEXT("会议举行了?")), "会议举行");
    CHECK_TEXT(needs(TEXT("ab\\.cd.ef[xyz]gh$")), "ab cd ef gh");
    CHECK_TEXT(needs(TEXT("[]a]tea\\p{Han}\\x{8336}")), "tea");
    CHECK_TEXT(needs(TEXT("a.tea")), "tea"); /* one letter is everywhere */
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
    CHECK_TEXT(needs(TEXT("(?:green ){1,2}tea")), "green  tea");
    CHECK_TEXT(needs(TEXT("(?:green )*(?:tea)*")), "");
}

static void groups(void) {
    CHECK_TEXT(needs(TEXT("(?:coffee|green tea) now")), "coffee|green tea  now");
    CHECK_TEXT(needs(TEXT("(?:t|tea) cup")), " cup");
    CHECK_TEXT(needs(TEXT("tea|coffee")), "tea|coffee");
    CHECK_TEXT(needs(TEXT("tea|")), "");
    CHECK_TEXT(needs(TEXT("tea|\\d")), "");
    CHECK_TEXT(needs(TEXT("(?:tea|(?:hot )?milk)")), "tea|milk");
    CHECK_TEXT(needs(TEXT("(?:(?:hot )(?:milk|tea)|soup) now")), "hot |soup  now");
}

/* Of what an alternative needs, what is rarest: a comma stands in every sentence, one word less often than two. */
static void rarest(void) {
    CHECK_TEXT(needs(TEXT("(?:(?<=，|、)茶|咖啡)")), "茶|咖啡");
    CHECK_TEXT(needs(TEXT("(?:(?:热|冷)茶|咖啡)")), "茶|咖啡");
    CHECK_TEXT(needs(TEXT("(?:tea[^,]*coffee|milk)")), "coffee|milk");
    Needs few = gate_needs(TEXT("茶"), define, NULL, &arena, &arena);
    Needs many = gate_needs(TEXT("茶|水|奶"), define, NULL, &arena, &arena);
    Needs mark = gate_needs(TEXT("，"), define, NULL, &arena, &arena);
    CHECK(few.count == 1 && many.count == 1 && mark.count == 1);
    CHECK(gate_chance(&few.items[0].words) < gate_chance(&many.items[0].words));
    CHECK(gate_chance(&many.items[0].words) < gate_chance(&mark.items[0].words));
}

static void looking_around(void) {
    CHECK_TEXT(needs(TEXT("(?!coffee)tea")), "tea");
    CHECK_TEXT(needs(TEXT("(?<=coffee )tea(?=spoonful|cup)")), "*coffee  tea =spoonful|cup");
    CHECK_TEXT(needs(TEXT("(?<!green )tea")), "tea");
    CHECK_TEXT(needs(TEXT("(?=tea(?:pot|cup)) tea")), "=tea =pot|cup  tea");
    CHECK_TEXT(needs(TEXT("(?:tea|(?=milk))")), "=tea|milk");
    CHECK_TEXT(needs(TEXT("(?=x(?<=milk))")), "*milk");
    CHECK_TEXT(needs(TEXT("(?>tea)(?<name>milk)soup")), "soup");
}

static void defines(void) {
    CHECK_TEXT(needs(TEXT("(?&Verb) it")), "drank|sipped  it");
    CHECK_TEXT(needs(TEXT("tea(?&Gap)")), "tea");
    CHECK_TEXT(needs(TEXT("(?&Unknown) tea")), " tea");
    CHECK_TEXT(needs(TEXT("{what:Verb} {whom:Unknown}{n:Number}")), "drank|sipped");
    CHECK_TEXT(needs(TEXT("{what:Verb?}it{what:Verb}*")), "it");
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

static void lacking(void) {
    Needs all = gate_needs(TEXT("(?:tea|milk).*cup"), define, NULL, &arena, &arena);
    CHECK(!gate_lacks(&all, TEXT("a cup of milk")));
    CHECK_TEXT(gate_lacks(&all, TEXT("a cup of coffee"))->items[1], "milk");
    CHECK_TEXT(gate_lacks(&all, TEXT("a pot of tea"))->items[0], "cup");
    CHECK(gate_lacks(&all, TEXT("")));
    CHECK(!gate_lacks(&(Needs){0}, TEXT("")));
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

int main(void) {
    literals();
    quantifiers();
    groups();
    rarest();
    looking_around();
    defines();
    broken();
    lacking();
    slots_always_filled();
    arena_release(&arena);
    return check_report();
}
