/* Reads .rules text into blocks and lines. Knows no regular expressions, no Turtle and no ontology. */
#include "rules.h"
#include "sha256.h"

#include <pthread.h>
#include <string.h>

enum { VERSION_DIGITS = 16 };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static bool is_known_kind(Text kind) {
    return text_equal(kind, TEXT("define")) || text_equal(kind, TEXT("cue")) || text_equal(kind, TEXT("rule"));
}

static bool is_known_key(Text kind, Text key) {
    static const char *const rule_keys[] = {"says",   "en",     "zh", "voices", "fact", "each", "once",
                                            "stance", "unless", "+",  "-",      "?",    "=",    NULL};
    static const char *const cue_keys[] = {"gives", "en", "zh", "before", "behind", NULL};
    static const char *const define_keys[] = {"en", "zh", NULL};
    const char *const *known = text_equal(kind, TEXT("rule"))  ? rule_keys
                               : text_equal(kind, TEXT("cue")) ? cue_keys
                                                               : define_keys;
    while (*known && !text_equal(key, text_from(*known))) {
        known++;
    }
    return *known != NULL;
}

/* A name is letters, digits and hyphens, and begins with a letter. */
static bool is_name(Text name) {
    for (size_t i = 0; i < name.length; i++) {
        char c = name.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-'))) {
            return false;
        }
    }
    return name.length > 0;
}

/* Cuts the first word off `rest` and the white space after it. */
static Text take_word(Text *rest) {
    size_t end = 0;
    while (end < rest->length && rest->at[end] != ' ' && rest->at[end] != '\t') {
        end++;
    }
    Text word = text_slice(*rest, 0, end);
    *rest = text_trim(text_after(*rest, end));
    return word;
}

/* The lines of the last block move from where they have grown. */
static void settle_block(RuleFile *file, Arena *arena) {
    if (file->blocks.count) {
        VECTOR_SETTLE(arena, &file->blocks.items[file->blocks.count - 1].lines);
    }
}

static void open_block(RuleFile *file, Text line, size_t number, Arena *arena, Diag *diag) {
    settle_block(file, arena);
    Text rest = line;
    Text kind = take_word(&rest);
    RuleBlock block = {.kind = kind, .name = rest, .line = number};
    if (!is_known_kind(kind)) {
        diag_error(diag, (Place){file->path, number, 1}, "a block is `rule`, `define` or `cue`, not '%.*s'",
                   TEXT_ARGS(kind));
    } else if (!is_name(rest)) {
        diag_error(diag, (Place){file->path, number, 1}, "'%.*s' is no name: letters, digits and hyphens make one",
                   TEXT_ARGS(rest));
    }
    *VECTOR_PUSH(arena, &file->blocks) = block;
}

static void add_line(RuleFile *file, Text line, size_t number, Arena *building, Diag *diag) {
    Text rest = text_trim(line);
    Place place = {file->path, number, utf8_count(text_slice(line, 0, (size_t)(rest.at - line.at))) + 1};
    if (file->blocks.count == 0) {
        diag_error(diag, place, "this line belongs to no block; a block begins in the first column");
        return;
    }
    RuleBlock *block = &file->blocks.items[file->blocks.count - 1];
    RuleLine entry = {.key = take_word(&rest), .line = number};
    entry.value = rest;
    entry.column = utf8_count(text_slice(line, 0, (size_t)(rest.at - line.at))) + 1;
    if (is_known_kind(block->kind) && !is_known_key(block->kind, entry.key)) {
        diag_error(diag, place, "a %.*s has no '%.*s' line", TEXT_ARGS(block->kind), TEXT_ARGS(entry.key));
        return;
    }
    if (entry.value.length == 0) {
        diag_error(diag, place, "nothing follows '%.*s'", TEXT_ARGS(entry.key));
        return;
    }
    *VECTOR_PUSH(building, &block->lines) = entry;
}

static Text file_name(Text path) {
    size_t begin = path.length;
    while (begin > 0 && path.at[begin - 1] != '/') {
        begin--;
    }
    return text_after(path, begin);
}

Status rulefile_parse(Text path, Text bytes, Arena *arena, Diag *diag, RuleFile *out) {
    size_t errors = diag->errors;
    *out = (RuleFile){.path = path, .name = file_name(path), .bytes = bytes};
    out->version = ARENA_ARRAY(arena, char, VERSION_DIGITS);
    size_t bad = utf8_check(bytes);
    if (bad != SIZE_MAX) {
        diag_error(diag, place_of(path, text_slice(bytes, 0, bad), bad), "not UTF-8");
        return DATELINE_RULES;
    }
    Text rest = bytes;
    Arena building = {.exhausted = arena->exhausted};
    for (size_t number = 1; rest.length; number++) {
        Text line = text_line(&rest);
        if (text_trim(line).length == 0 || text_starts(text_trim(line), TEXT("#"))) {
            continue;
        }
        if (line.at[0] == ' ' || line.at[0] == '\t') {
            add_line(out, line, number, &building, diag);
        } else {
            open_block(out, text_trim(line), number, arena, diag);
        }
    }
    settle_block(out, arena);
    arena_release(&building);
    return diag->errors == errors ? DATELINE_OK : DATELINE_RULES;
}

static bool is_version_known(const RuleFile *file) {
    pthread_mutex_lock(&one_at_a_time);
    bool known = file->version[0] != '\0';
    pthread_mutex_unlock(&one_at_a_time);
    return known;
}

Text rulefile_version(const RuleFile *file, Arena *scratch) {
    if (!is_version_known(file)) {
        Text digest = sha256_hex(scratch, file->bytes); /* may jump: not where others wait */
        pthread_mutex_lock(&one_at_a_time);
        memcpy(file->version, digest.at, VERSION_DIGITS);
        pthread_mutex_unlock(&one_at_a_time);
    }
    return (Text){file->version, VERSION_DIGITS};
}
