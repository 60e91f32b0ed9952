/* Compiles regular expressions. Knows PCRE2 and its options, and nothing of slots or rules. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* To make machine code of a pattern takes about as long as to interpret it so often. */
enum { RUNS_WORTH_IT = 16, MOST_MACHINE_CODE = 2 * 1024 * 1024 };

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

/* NULL: it is wrong, which is told, or there is no memory. */
static pcre2_code *compile_or_tell(Text source, Lang lang, Place place, Diag *diag) {
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
    return compiled;
}

void pattern_check(Text source, Lang lang, Place place, Diag *diag) {
    pcre2_code_free(compile_or_tell(source, lang, place, diag));
}

PatternCode *pattern_compile(Texts parts, Text stand_in, Lang lang, bool anchored, Place place, Diag *diag) {
    pcre2_code *compiled = compile_or_tell(stand_in, lang, place, diag);
    PatternCode *code = compiled ? calloc(1, sizeof *code) : NULL;
    if (code) {
        *code = (PatternCode){.pcre2 = compiled, .parts = parts, .lang = lang, .anchored = anchored};
    } else {
        pcre2_code_free(compiled);
    }
    return code;
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
        pcre2_code_free(code->pcre2);
        code->pcre2 =
            source ? compile((Text){source, length}, options_for(code->lang) | (code->anchored ? PCRE2_ANCHORED : 0))
                   : NULL;
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

PatternCode *pattern_compile_traced(Text source, Lang lang) {
    uint32_t options = options_for(lang) | PCRE2_AUTO_CALLOUT | PCRE2_NO_START_OPTIMIZE;
    PatternCode *code = calloc(1, sizeof *code);
    if (code) {
        code->pcre2 = compile(source, options);
    }
    return code;
}

void pattern_free(PatternCode *code) {
    if (code) {
        pthread_mutex_lock(&one_at_a_time);
        machine_code -= code->machine_bytes;
        pthread_mutex_unlock(&one_at_a_time);
        pcre2_code_free(code->pcre2);
    }
    free(code);
}

int pattern_group(const PatternCode *code, char letter, size_t use) {
    char name[32];
    snprintf(name, sizeof name, "%c%zu", letter, use);
    return pcre2_substring_number_from_name(code->pcre2, (PCRE2_SPTR)name);
}
