/* Slots in patterns: what they ask for, and what PCRE2 is given for them. */
#include "slots.h"

#include "check.h"

#define ONTOLOGY                                                                                                       \
    "@prefix dl: <" DL_NS "> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"                                      \
    "dl:Event a owl:Class . dl:Agent a owl:Class . dl:Meeting a owl:Class . dl:Organization a owl:Class .\n"           \
    "dl:Person a owl:Class . dl:Place a owl:Class . dl:Group a owl:Class . dl:Work a owl:Class .\n"                    \
    "dl:Assembly a owl:Class . dl:Country a owl:Class . dl:NewsAgency a owl:Class . dl:School a owl:Class .\n"         \
    "dl:Statement a owl:Class .\n"

static char told[4096];
static Arena arena;
static Ontology *ontology;

static void keep(void *context, const char *message) {
    (void)context;
    snprintf(told + strlen(told), sizeof told - strlen(told), "%s\n", message);
}

/* Reads the pattern as line 3, column 9, of a rule. */
static Status read_pattern(Text pattern, Rule *rule, SlotUses *uses) {
    static const RuleFile file = {.path = {"tea.rules", 9}};
    Diag diag = {.sink = keep};
    RuleLine line = {.key = TEXT("en"), .value = pattern, .line = 3, .column = 9};
    told[0] = '\0';
    *uses = (SlotUses){0};
    rule->file = &file;
    return slots_read(ontology, rule, &line, &arena, &arena, &diag, uses);
}

static void kinds_of_slots(void) {
    Rule rule = {0};
    SlotUses uses;
    Text pattern = TEXT("{who:dl:Agent+?} 喝{n:Number}杯{tea:Noun+}，{when:Date?}{how:Phrase} "
                        "(?:{cup:Cup}){org:dl:Organization in who}");
    CHECK_EQUAL(read_pattern(pattern, &rule, &uses), DATELINE_OK);
    if (!CHECK_EQUAL(uses.count, 7) || !CHECK_EQUAL(rule.slots.count, 7)) {
        return;
    }
    const Slot *who = &rule.slots.items[0];
    CHECK_TEXT(who->name, "who");
    CHECK(who->kind == SLOT_CLASS && who->classes.items[0] == ontology->agent && who->list && who->optional &&
          who->leading);
    CHECK(rule.slots.items[1].kind == SLOT_NUMBER && !rule.slots.items[1].optional && !rule.slots.items[1].leading);
    CHECK(rule.slots.items[2].kind == SLOT_NOUN && rule.slots.items[2].list);
    CHECK(rule.slots.items[3].kind == SLOT_DATE && rule.slots.items[3].optional && !rule.slots.items[3].list);
    CHECK(rule.slots.items[4].kind == SLOT_PHRASE);
    CHECK(rule.slots.items[5].kind == SLOT_DEFINE);
    CHECK_TEXT(rule.slots.items[5].define, "Cup");
    const Slot *inside = &rule.slots.items[6];
    CHECK(inside->kind == SLOT_INSIDE && inside->classes.items[0] == ontology->organization && inside->inside == 0);
    CHECK_TEXT(text_span(pattern, uses.items[2].span), "{tea:Noun+}");
}

static void what_is_no_slot(void) {
    Rule rule = {0};
    SlotUses uses;
    CHECK_EQUAL(read_pattern(TEXT("a{2,20}\\p{Han}\\x{8336}{Who:dl:Agent}{9:Noun}{who}{}"), &rule, &uses), DATELINE_OK);
    CHECK_EQUAL(uses.count, 0);
}

static void marks_and_classes(void) {
    Rule rule = {0};
    SlotUses uses;
    CHECK_EQUAL(read_pattern(TEXT("{who:dl:Person|dl:Group+!} will {what:Action+}"), &rule, &uses), DATELINE_OK);
    CHECK_EQUAL(rule.slots.count, 2);
    const Slot *who = &rule.slots.items[0];
    CHECK(who->classes.count == 2 && who->classes.items[0] == ontology->person &&
          who->classes.items[1] == ontology->group);
    CHECK(who->list && who->here && !who->optional);
    CHECK(rule.slots.items[1].kind == SLOT_PHRASE && rule.slots.items[1].action && !rule.slots.items[1].here);
    Rule wrong = {0};
    CHECK_EQUAL(read_pattern(TEXT("{who:dl:Person|dl:Gruop}"), &wrong, &uses), DATELINE_RULES);
}

/* Two patterns of a rule share their slots; a slot is optional or a list if it is so in one of them. */
static void shared_slots(void) {
    Rule rule = {0};
    SlotUses uses;
    CHECK_EQUAL(read_pattern(TEXT("{who:dl:Person} drank {tea:Noun}"), &rule, &uses), DATELINE_OK);
    CHECK_EQUAL(read_pattern(TEXT("by {who:dl:Agent+?}, {tea:Noun}"), &rule, &uses), DATELINE_OK);
    CHECK_EQUAL(rule.slots.count, 2);
    CHECK(rule.slots.items[0].optional && rule.slots.items[0].list && rule.slots.items[0].leading);
    CHECK_EQUAL(rule.slots.items[0].classes.items[0], ontology->person);
    CHECK_EQUAL(uses.items[0].as.classes.items[0], ontology->agent);
    CHECK(!uses.items[0].as.leading);
    CHECK_EQUAL(uses.items[1].slot, 1);
}

static void errors_have_columns(void) {
    Rule rule = {0};
    SlotUses uses;
    CHECK_EQUAL(read_pattern(TEXT("喝{tea:dl:Tea}和{milk:dl:Milk?}"), &rule, &uses), DATELINE_RULES);
    CHECK_TEXT(text_from(told), "tea.rules:3:10: the ontology has no class 'dl:Tea'\n"
                                "tea.rules:3:23: the ontology has no class 'dl:Milk'\n");
    CHECK_EQUAL(rule.slots.count, 2); /* known by name, so that nobody else complains */
    CHECK_EQUAL(read_pattern(TEXT("{org:dl:Organization in cup}"), &rule, &uses), DATELINE_RULES);
    CHECK_TEXT(text_from(told), "tea.rules:3:9: no slot before this one is named 'cup'\n");
    CHECK_EQUAL(read_pattern(TEXT("tea {cup:Noun"), &rule, &uses), DATELINE_RULES);
    CHECK_TEXT(text_from(told), "tea.rules:3:13: a slot ends with } : '{cup:Noun'\n");
}

static void too_many_slots(void) {
    Rule rule = {0};
    SlotUses uses;
    Text pattern = TEXT("");
    for (int i = 0; i <= MOST_SLOTS; i++) {
        pattern = text_format(&arena, "%.*s{s%d:Noun}", TEXT_ARGS(pattern), i);
    }
    CHECK_EQUAL(read_pattern(pattern, &rule, &uses), DATELINE_RULES);
    CHECK_EQUAL(rule.slots.count, MOST_SLOTS);
    CHECK(text_ends(text_from(told), TEXT("a rule has too many slots with 's64'\n")));
}

static Text expanded(Text pattern) {
    Rule rule = {0};
    SlotUses uses;
    CHECK_EQUAL(read_pattern(pattern, &rule, &uses), DATELINE_OK);
    PatternPieces pieces = {0};
    return slots_expand(pattern, &uses, false, &arena, &pieces);
}

/* What asks for the first slot's filler. */
#define RUN_0 "(?C'<0')(?:(?C'-0')(?s:.{1,12})|(?C'+0')(?s:.{1,400}))(?C'>0')"

static void expanding(void) {
    CHECK_TEXT(expanded(TEXT("plain{2,3}")), "plain{2,3}");
    CHECK_TEXT(expanded(TEXT("a {who:dl:Agent} z")), "a (?<S0>(?<B0>)" RUN_0 ") z");
    CHECK_TEXT(expanded(TEXT("a {n:Number?}")), "a (?:(?<S0>(?<B0>)" RUN_0 "))?");
    CHECK_TEXT(expanded(TEXT("a {cup:Cup}")), "a (?<S0>(?<B0>)(?&Cup))");
    CHECK_TEXT(expanded(TEXT("{who:dl:Agent?}  drank {cup:Cup}")),
               "(?<S0>(?<B0>)" RUN_0 ")  drank (?<S1>(?<B1>)(?&Cup))");
    CHECK_TEXT(expanded(TEXT("{who:dl:Agent?} drank{org:dl:Organization in who}")), "(?<S0>(?<B0>)" RUN_0 ") drank");
}

/* What the parts of an expression are in the line, in one text: "written=expression" for each, with "; " between. */
static Text pieces_of(Text pattern) {
    Rule rule = {0};
    SlotUses uses;
    PatternPieces pieces = {0};
    CHECK_EQUAL(read_pattern(pattern, &rule, &uses), DATELINE_OK);
    Text out = slots_expand(pattern, &uses, false, &arena, &pieces);
    Text all = TEXT("");
    for (size_t i = 0; i < pieces.count; i++) {
        size_t end = i + 1 < pieces.count ? pieces.items[i + 1].at : out.length;
        Text part = text_slice(out, pieces.items[i].at, end);
        all = text_format(&arena, "%.*s%s%.*s=%.*s", TEXT_ARGS(all), i ? "; " : "",
                          TEXT_ARGS(text_span(pattern, pieces.items[i].written)),
                          TEXT_ARGS(pieces.items[i].use == NO_SLOT ? part : TEXT("slot")));
    }
    return all;
}

static void pieces(void) {
    CHECK_TEXT(pieces_of(TEXT("tea")), "tea=tea");
    CHECK_TEXT(pieces_of(TEXT("{who:dl:Agent?} drank {cup:Cup}")),
               "{who:dl:Agent?}=slot;  drank = drank ; {cup:Cup}=slot");
    CHECK_TEXT(pieces_of(TEXT("drank {cup:Cup}!")), "drank =drank ; {cup:Cup}=slot; !=!");
}

int main(void) {
    Diag diag = {.sink = keep};
    if (CHECK_EQUAL(ontology_load(TEXT("o.ttl"), TEXT(ONTOLOGY), &arena, &diag, &ontology), DATELINE_OK)) {
        kinds_of_slots();
        what_is_no_slot();
        marks_and_classes();
        shared_slots();
        errors_have_columns();
        too_many_slots();
        expanding();
        pieces();
    }
    arena_release(&arena);
    return check_report();
}
