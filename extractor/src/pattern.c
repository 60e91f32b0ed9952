/* Compiles regular expressions. Knows PCRE2 and its options, and nothing of slots or rules. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* To make machine code of a pattern takes about as long as it saves in so many runs. */
enum { RUNS_WORTH_IT = 64, MOST_MACHINE_CODE = 2 * 1024 * 1024 };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static size_t machine_code; /* of all patterns, in bytes */

/* Auto-possession looks through callouts: the run of a slot at a pattern's end would never give back a character. */
static uint32_t options_for(Lang lang) {
    return PCRE2_UTF | PCRE2_NO_AUTO_CAPTURE | PCRE2_NO_AUTO_POSSESS | (lang == LANG_EN ? PCRE2_CASELESS : 0);
}

static pcre2_code *compile(Text source, uint32_t options) {
    int error;
    PCRE2_SIZE offset;
    return pcre2_compile((PCRE2_SPTR)source.at, source.length, options, &error, &offset, NULL);
}

bool pattern_check(Text source, Lang lang, Place place, Diag *diag) {
    int error;
    PCRE2_SIZE offset;
    uint32_t options = options_for(lang) | PCRE2_NO_START_OPTIMIZE; /* it is never run */
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)source.at, source.length, options, &error, &offset, NULL);
    if (!compiled) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(error, message, sizeof message);
        Text rest = text_after(source, offset);
        diag_error(diag, place, "the pattern is wrong: %s, %s%.*s", (const char *)message,
                   rest.length ? "before " : "at its end", TEXT_ARGS(rest));
    }
    pcre2_code_free(compiled);
    return compiled != NULL;
}

PatternCode *pattern_make(Texts parts, size_t uses, Lang lang, bool anchored) {
    PatternCode *code = calloc(1, sizeof *code);
    if (code) {
        *code = (PatternCode){.parts = parts, .uses = uses, .lang = lang, .anchored = anchored};
    }
    return code;
}

/* The number of the group named by a letter and the number of a slot's use; negative: there is none. */
static int group_named(const pcre2_code *pcre2, char letter, size_t use) {
    char name[32];
    snprintf(name, sizeof name, "%c%zu", letter, use);
    return pcre2_substring_number_from_name(pcre2, (PCRE2_SPTR)name);
}

/* Compiles it, and finds its groups. */
static void complete(PatternCode *code, Text source, uint32_t options) {
    pcre2_code *pcre2 = compile(source, options);
    code->groups = pcre2 ? calloc(code->uses + 1, sizeof *code->groups) : NULL;
    for (size_t i = 0; code->groups && i < code->uses; i++) {
        code->groups[i] = (UseGroups){group_named(pcre2, 'B', i), group_named(pcre2, 'S', i)};
    }
    if (!code->groups) {
        pcre2_code_free(pcre2);
        pcre2 = NULL;
    }
    code->pcre2 = pcre2;
}

/* The parts as one; to be freed. */
static char *join(const Texts *parts, size_t *length) {
    *length = 0;
    for (size_t i = 0; i < parts->count; i++) {
        *length += parts->items[i].length;
    }
    char *joined = malloc(*length + 1);
    char *end = joined;
    for (size_t i = 0; joined && i < parts->count; i++) {
        end = mempcpy(end, parts->items[i].at, parts->items[i].length);
    }
    return joined;
}

void pattern_prepare(PatternCode *code) {
    if (atomic_load_explicit(&code->prepared, memory_order_acquire)) {
        return;
    }
    pthread_mutex_lock(&one_at_a_time);
    if (!atomic_load_explicit(&code->prepared, memory_order_relaxed)) {
        size_t length;
        char *source = join(&code->parts, &length);
        if (source) {
            complete(code, (Text){source, length}, options_for(code->lang) | (code->anchored ? PCRE2_ANCHORED : 0));
        }
        free(source);
        atomic_store_explicit(&code->prepared, true, memory_order_release);
    }
    pthread_mutex_unlock(&one_at_a_time);
}

static void make_machine_code(PatternCode *code) {
    pthread_mutex_lock(&one_at_a_time);
    if (!atomic_load_explicit(&code->fast, memory_order_relaxed) && code->pcre2 &&
        pcre2_jit_compile(code->pcre2, PCRE2_JIT_COMPLETE) == 0) {
        pcre2_pattern_info(code->pcre2, PCRE2_INFO_JITSIZE, &code->machine_bytes);
        machine_code += code->machine_bytes;
        atomic_store_explicit(&code->fast, true, memory_order_release);
    }
    pthread_mutex_unlock(&one_at_a_time);
}

static bool is_room_left(void) {
    pthread_mutex_lock(&one_at_a_time);
    bool left = machine_code < MOST_MACHINE_CODE;
    pthread_mutex_unlock(&one_at_a_time);
    return left;
}

/* Is there machine code by now? */
static bool is_fast(PatternCode *code, bool now) {
    if (atomic_load_explicit(&code->fast, memory_order_acquire)) {
        return true;
    }
    unsigned runs = atomic_fetch_add_explicit(&code->runs, 1, memory_order_relaxed) + 1;
    if (now || (runs % RUNS_WORTH_IT == 0 && is_room_left())) {
        make_machine_code(code);
    }
    return atomic_load_explicit(&code->fast, memory_order_acquire);
}

int pattern_match(PatternCode *code, Text text, size_t from, uint32_t limit, bool now, pcre2_match_data *data,
                  pcre2_match_context *context) {
    enum { SMALL_PART = 16 };
    PCRE2_SPTR bytes = (PCRE2_SPTR)text.at;
    bool fast = is_fast(code, now);
    pcre2_set_match_limit(context, fast || now ? limit : limit / SMALL_PART);
    if (fast) {
        return pcre2_jit_match(code->pcre2, bytes, text.length, from, 0, data, context);
    }
    int groups = pcre2_match(code->pcre2, bytes, text.length, from, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, data, context);
    bool far = groups < 0 && groups != PCRE2_ERROR_NOMATCH && groups != PCRE2_ERROR_CALLOUT;
    return far && !now ? PATTERN_AGAIN : groups;
}

PatternCode *pattern_compile_traced(Text source, size_t uses, Lang lang) {
    PatternCode *code = pattern_make((Texts){0}, uses, lang, false);
    if (code) {
        complete(code, source, options_for(lang) | PCRE2_AUTO_CALLOUT | PCRE2_NO_START_OPTIMIZE);
    }
    return code;
}

void pattern_free(PatternCode *code) {
    if (code) {
        pthread_mutex_lock(&one_at_a_time);
        machine_code -= code->machine_bytes;
        pthread_mutex_unlock(&one_at_a_time);
        pcre2_code_free(code->pcre2);
        free(code->groups);
    }
    free(code);
}
