/* Compiles rules: slots and defines become patterns, mappings become templates, and what contradicts the ontology or
 * the rule format is refused. Knows nothing of articles. */
#include "answers.h"
#include "defines.h"
#include "expression.h"
#include "pattern.h"
#include "patternline.h"
#include "table.h"
#include "template.h"
#include "trigger.h"
#include "voice.h"

typedef struct Builder {
    const Ontology *ontology;
    Arena *arena;
    Arena scratch;  /* for one pattern */
    Arena building; /* for the time of building */
    Diag *diag;
    Defines defines;
    Table rule_ids;
    TurtleReader *turtle;
    Ruleset *out;
} Builder;

/* Cuts the language off `en PATTERN`. */
static bool take_lang(Text *value, Lang *lang) {
    if (value->length < 4 || value->at[2] != ' ' || !defines_lang(text_slice(*value, 0, 2), lang)) {
        return false;
    }
    *value = text_trim(text_after(*value, 2));
    return true;
}

static PatternCode *compile(Builder *builder, const RuleFile *file, Lang lang, Text pattern, Place place) {
    DefinesOf of = {&builder->defines, lang, &builder->scratch};
    Text stand_in;
    bool checks = !file->ours || !expression_is_balanced(pattern);
    Texts parts = defines_source(&of, pattern, place, checks ? &stand_in : NULL);
    bool right = parts.count && (!checks || pattern_check(stand_in, lang, place, builder->diag));
    return right ? pattern_make(parts, 0, lang, false) : NULL;
}

static void add_define(Builder *builder, const RuleFile *file, const RuleBlock *block) {
    defines_add(&builder->defines, builder->ontology, file, block);
}

static void add_pattern_line(Builder *builder, Rule *rule, Lang lang, const RuleLine *line, bool *bound) {
    LineMaker maker = {&builder->defines, builder->arena, &builder->building,
                       &builder->scratch, builder->diag,  !rule->file->ours};
    SlotUses uses = {0};
    Status status = slots_read(builder->ontology, rule, line, builder->arena, &builder->building, builder->diag, &uses);
    for (size_t i = 0; i < uses.count; i++) {
        bound[uses.items[i].slot] = true;
    }
    if (status == DATELINE_OK) {
        patternline_add(&maker, rule, lang, line, &uses);
    }
}

/* One `voices` line: several patterns, each of which is read like a line of its own. */
static bool add_voices(Builder *builder, Rule *rule, const RuleLine *line, Lang *lang, bool bound[][MOST_SLOTS]) {
    Text pattern = line->value;
    SlotUses uses = {0};
    VoiceLines made = {0};
    if (!take_lang(&pattern, lang)) {
        diag_error(builder->diag, (Place){rule->file->path, line->line, line->column},
                   "`voices` is followed by en or zh and a pattern");
        return false;
    }
    if (slots_read(builder->ontology, rule, line, builder->arena, &builder->building, builder->diag, &uses) ==
            DATELINE_OK &&
        voices_make(rule->file->path, line, &uses, *lang, pattern, builder->arena, builder->diag, &made) ==
            DATELINE_OK) {
        for (size_t i = 0; i < made.count; i++) {
            add_pattern_line(builder, rule, *lang, &made.items[i], bound[*lang]);
        }
    }
    return true;
}

static bool has_example(const RuleBlock *block, const char *tag) {
    for (size_t i = 0; i < block->lines.count; i++) {
        const RuleLine *line = &block->lines.items[i];
        if (text_equal(line->key, TEXT("+")) && text_starts(line->value, text_from(tag))) {
            return true;
        }
    }
    return false;
}

/* Numbers and dates may be said in one language only; so may what is marked as optional. */
static bool must_be_bound(const Slot *slot) {
    return !slot->optional && slot->kind != SLOT_NUMBER && slot->kind != SLOT_DATE;
}

/* The languages must bind the same slots, but for those that may be missing; each language needs an example. */
static void check_languages(Builder *builder, const Rule *rule, const bool has[], bool bound[][MOST_SLOTS]) {
    Place place = {rule->file->path, rule->block->line, 1};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *tag = lang_tag((Lang)lang);
        if (has[lang] && !has_example(rule->block, tag)) {
            diag_error(builder->diag, place, "rule %.*s has no `+ %s` example", TEXT_ARGS(rule->id), tag);
        }
        for (size_t i = 0; has[LANG_EN] && has[LANG_ZH] && i < rule->slots.count; i++) {
            if (!bound[lang][i] && must_be_bound(&rule->slots.items[i])) {
                diag_error(builder->diag, place, "rule %.*s: the %s patterns do not bind {%.*s}", TEXT_ARGS(rule->id),
                           tag, TEXT_ARGS(rule->slots.items[i].name));
            }
        }
    }
    if (!has[LANG_EN] && !has[LANG_ZH]) {
        diag_error(builder->diag, place, "rule %.*s has no pattern", TEXT_ARGS(rule->id));
    }
}

static void add_unless(Builder *builder, Rule *rule, Text value, Place place) {
    Lang lang;
    if (!take_lang(&value, &lang)) {
        diag_error(builder->diag, place, "`unless` is followed by en or zh and a pattern");
    } else if (rule->unless[lang]) {
        diag_error(builder->diag, place, "there is an `unless %s` already: join the two with |", lang_tag(lang));
    } else {
        rule->unless[lang] = compile(builder, rule->file, lang, value, place);
        rule->unless_whole |= text_contains(value, TEXT("\\A")) || text_contains(value, TEXT("\\z"));
    }
}

static void read_rule_line(Builder *builder, Rule *rule, const RuleLine *line, bool has[], bool bound[][MOST_SLOTS]) {
    Lang lang;
    Place place = {rule->file->path, line->line, line->column};
    if (defines_lang(line->key, &lang)) {
        add_pattern_line(builder, rule, lang, line, bound[lang]);
        has[lang] = true;
    } else if (text_equal(line->key, TEXT("voices"))) {
        if (add_voices(builder, rule, line, &lang, bound)) {
            has[lang] = true;
        }
    } else if (text_equal(line->key, TEXT("says"))) {
        rule->says = line->value;
    } else if (text_equal(line->key, TEXT("unless"))) {
        add_unless(builder, rule, line->value, place);
    }
}

/* The slot that an `each`, `once` or `stance` line names, or NO_SLOT. */
static size_t named_slot(Builder *builder, const Rule *rule, Text key, bool list) {
    size_t slot = NO_SLOT;
    for (size_t i = 0; i < rule->block->lines.count; i++) {
        const RuleLine *line = &rule->block->lines.items[i];
        if (!text_equal(line->key, key)) {
            continue;
        }
        slot = rule_slot(rule, line->value);
        if (slot >= rule->slots.count || (list && !rule->slots.items[slot].list)) {
            slot = NO_SLOT;
            diag_error(builder->diag, (Place){rule->file->path, line->line, line->column}, "no %sslot is named '%.*s'",
                       list ? "list " : "", TEXT_ARGS(line->value));
        }
    }
    return slot;
}

static bool is_speech(const Ontology *ontology, const Rule *rule) {
    for (size_t i = 0; i < rule->events.count; i++) {
        if (rule->events.items[i].type == ontology->statement) {
            return true;
        }
    }
    return false;
}

/* "He said …" goes on with a speech that was told of already, so only what is told once anyway can be told of him. */
static void refuse_pronouns(const Ontology *ontology, Rule *rule) {
    for (size_t i = 0; i < rule->patterns.count && rule->once == NO_SLOT && is_speech(ontology, rule); i++) {
        for (size_t k = 0; k < rule->patterns.items[i].places.count; k++) {
            Slot *slot = &rule->patterns.items[i].places.items[k].as;
            slot->named = slot->kind == SLOT_CLASS;
        }
    }
}

static void add_rule(Builder *builder, const RuleFile *file, const RuleBlock *block) {
    Rule rule = {.id = block->name, .file = file, .block = block};
    size_t index = builder->out->rules.count;
    if (table_put(&builder->rule_ids, &builder->building, rule.id, index) != index) {
        diag_error(builder->diag, (Place){file->path, block->line, 1}, "rule %.*s is written twice",
                   TEXT_ARGS(rule.id));
    }
    bool has[LANG_COUNT] = {false};
    bool bound[LANG_COUNT][MOST_SLOTS] = {{false}};
    for (size_t i = 0; i < block->lines.count; i++) {
        read_rule_line(builder, &rule, &block->lines.items[i], has, bound);
    }
    check_languages(builder, &rule, has, bound);
    rule.each = named_slot(builder, &rule, TEXT("each"), true);
    rule.once = named_slot(builder, &rule, TEXT("once"), false);
    rule.stance = named_slot(builder, &rule, TEXT("stance"), false);
    template_read(builder->ontology, builder->turtle, &rule, builder->arena, &builder->building, builder->diag);
    refuse_pronouns(builder->ontology, &rule);
    VECTOR_SETTLE(builder->arena, &rule.slots);
    VECTOR_SETTLE(builder->arena, &rule.patterns);
    *VECTOR_PUSH(&builder->building, &builder->out->rules) = rule;
}

/* `en PATTERN`, `zh PATTERN`, `before en PATTERN`. */
static void add_cue_pattern(Builder *builder, const RuleFile *file, const RuleLine *line, Cue cue) {
    Place place = {file->path, line->line, line->column};
    Text pattern = line->value;
    cue.place = text_equal(line->key, TEXT("before"))   ? CUE_BEFORE
                : text_equal(line->key, TEXT("behind")) ? CUE_BEHIND
                                                        : CUE_IN_CLAUSE;
    if (cue.place == CUE_IN_CLAUSE) {
        defines_lang(line->key, &cue.lang);
    } else if (!take_lang(&pattern, &cue.lang)) {
        diag_error(builder->diag, place, "`%.*s` is followed by en or zh and a pattern", TEXT_ARGS(line->key));
        return;
    }
    cue.code = compile(builder, file, cue.lang, pattern, place);
    if (cue.code) {
        *VECTOR_PUSH(builder->arena, &builder->out->cues) = cue;
    }
}

static CueGives gives_of(Text value) {
    static const struct {
        const char *value;
        CueGives gives;
    } known[] = {{"nothing", CUE_NOTHING}, {"dl:occasion", CUE_OCCASION}, {"dl:date", CUE_DATE},
                 {"days", CUE_DAYS},       {"elsewhere", CUE_ELSEWHERE},  {"intent", CUE_INTENT}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (text_equal(value, text_from(known[i].value))) {
            return known[i].gives;
        }
    }
    return CUE_MODALITY;
}

static void read_gives(Builder *builder, const RuleFile *file, const RuleBlock *block, Cue *cue) {
    Place place = {file->path, block->line, 1};
    for (size_t i = 0; i < block->lines.count; i++) {
        const RuleLine *line = &block->lines.items[i];
        if (text_equal(line->key, TEXT("gives"))) {
            place = (Place){file->path, line->line, line->column};
            cue->gives = gives_of(line->value);
            bool ours = text_starts(line->value, TEXT("dl:"));
            cue->modality = ours ? modality_from_name(text_after(line->value, 3)) : MODALITY_NONE;
        }
    }
    if (cue->gives == CUE_MODALITY && cue->modality == MODALITY_NONE) {
        diag_error(builder->diag, place,
                   "cue %.*s must say `gives` and a modality (dl:Planned), dl:occasion, dl:date, days, elsewhere, "
                   "intent or nothing",
                   TEXT_ARGS(cue->name));
    }
}

static void add_cue(Builder *builder, const RuleFile *file, const RuleBlock *block) {
    Cue cue = {.name = block->name, .modality = MODALITY_NONE};
    read_gives(builder, file, block, &cue);
    for (size_t i = 0; i < block->lines.count; i++) {
        if (!text_equal(block->lines.items[i].key, TEXT("gives"))) {
            add_cue_pattern(builder, file, &block->lines.items[i], cue);
        }
    }
}

static void number_code(PatternCode *code, size_t *count) {
    if (code && !code->number) {
        code->number = ++*count;
    }
}

/* So that what is known of each can stand in an array. */
static void number_codes(Ruleset *rules) {
    size_t count = 0;
    for (size_t i = 0; i < rules->rules.count; i++) {
        const Rule *rule = &rules->rules.items[i];
        for (size_t k = 0; k < rule->patterns.count; k++) {
            number_code(rule->patterns.items[k].code, &count);
        }
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            number_code(rule->unless[lang], &count);
        }
    }
    for (size_t i = 0; i < rules->cues.count; i++) {
        number_code(rules->cues.items[i].code, &count);
    }
}

Status ruleset_build(const Ontology *ontology, const RuleFiles *files, Arena *arena, Diag *diag, Ruleset *out) {
    size_t errors = diag->errors;
    Builder builder = {.ontology = ontology,
                       .arena = arena,
                       .diag = diag,
                       .defines = {.arena = arena, .diag = diag},
                       .scratch = {.exhausted = arena->exhausted},
                       .building = {.exhausted = arena->exhausted},
                       .out = out};
    static const struct {
        const char *kind;
        void (*add)(Builder *, const RuleFile *, const RuleBlock *);
    } passes[] = {{"define", add_define}, {"cue", add_cue}, {"rule", add_rule}};
    builder.defines.building = &builder.building;
    defines_add_own(&builder.defines);
    *out = (Ruleset){.files = *files};
    TRY(template_turtle_open(arena, diag, &builder.turtle));
    for (size_t pass = 0; pass < sizeof passes / sizeof *passes; pass++) {
        for (size_t i = 0; i < files->count; i++) {
            for (size_t k = 0; k < files->items[i].blocks.count; k++) {
                const RuleBlock *block = &files->items[i].blocks.items[k];
                if (text_equal(block->kind, text_from(passes[pass].kind))) {
                    passes[pass].add(&builder, &files->items[i], block);
                }
            }
        }
        if (passes[pass].add == add_define) {
            defines_check(&builder.defines, &builder.scratch);
        }
    }
    turtle_close(builder.turtle);
    VECTOR_SETTLE(arena, &out->rules);
    arena_release(&builder.scratch);
    arena_release(&builder.building);
    triggers_make(out, arena);
    answers_number(out, arena);
    number_codes(out);
    return diag->errors == errors ? DATELINE_OK : DATELINE_RULES;
}

void ruleset_release(Ruleset *ruleset) {
    for (size_t i = 0; i < ruleset->rules.count; i++) {
        const Rule *rule = &ruleset->rules.items[i];
        for (size_t k = 0; k < rule->patterns.count; k++) {
            bool shared = k > 0 && rule->patterns.items[k].code == rule->patterns.items[k - 1].code;
            pattern_free(shared ? NULL : rule->patterns.items[k].code);
        }
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            pattern_free(rule->unless[lang]);
        }
    }
    for (size_t i = 0; i < ruleset->cues.count; i++) {
        pattern_free(ruleset->cues.items[i].code);
    }
}
