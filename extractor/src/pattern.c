/* Compiles regular expressions. Knows PCRE2 and its options, and nothing of slots or rules. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

/* Auto-possession looks through callouts: the run of a slot at a pattern's end would never give back a character. */
static uint32_t options_for(Lang lang) {
    return PCRE2_UTF | PCRE2_NO_AUTO_CAPTURE | PCRE2_NO_AUTO_POSSESS | (lang == LANG_EN ? PCRE2_CASELESS : 0);
}

static pcre2_code *compile(Text source, uint32_t options) {
    int error;
    PCRE2_SIZE offset;
    return pcre2_compile((PCRE2_SPTR)source.at, source.length, options, &error, &offset, NULL);
}

PatternCode *pattern_defer(Text source, Lang lang) {
    PatternCode *code = calloc(1, sizeof *code);
    if (code) {
        code->source = source;
        code->lang = lang;
    }
    return code;
}

/* NULL: without memory, or as there was no code. */
static PatternCode *wrap(pcre2_code *compiled, Text source, Lang lang) {
    PatternCode *code = compiled ? pattern_defer(source, lang) : NULL;
    if (code) {
        code->pcre2 = compiled;
    } else {
        pcre2_code_free(compiled);
    }
    return code;
}

PatternCode *pattern_compile(Text source, Lang lang, Place place, Diag *diag) {
    int error;
    PCRE2_SIZE offset;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)source.at, source.length, options_for(lang), &error, &offset, NULL);
    if (!compiled) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(error, message, sizeof message);
        Text rest = text_after(source, offset);
        diag_error(diag, place, "the pattern is wrong: %s, %s%.*s", (const char *)message,
                   rest.length ? "before " : "at its end", TEXT_ARGS(rest));
        return NULL;
    }
    PatternCode *code = wrap(compiled, source, lang);
    if (!code) {
        diag_error(diag, place, "there is no memory for the pattern");
    }
    return code;
}

void pattern_prepare(PatternCode *code) {
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    if (atomic_load_explicit(&code->prepared, memory_order_acquire)) {
        return;
    }
    pthread_mutex_lock(&one_at_a_time);
    if (!atomic_load_explicit(&code->prepared, memory_order_relaxed)) {
        if (!code->pcre2) {
            code->pcre2 = compile(code->source, options_for(code->lang));
        }
        pcre2_jit_compile(code->pcre2, PCRE2_JIT_COMPLETE);
        atomic_store_explicit(&code->prepared, true, memory_order_release);
    }
    pthread_mutex_unlock(&one_at_a_time);
}

PatternCode *pattern_compile_traced(Text source, Lang lang) {
    uint32_t options = options_for(lang) | PCRE2_AUTO_CALLOUT | PCRE2_NO_START_OPTIMIZE;
    return wrap(compile(source, options), source, lang);
}

void pattern_free(PatternCode *code) {
    if (code) {
        pcre2_code_free(code->pcre2);
    }
    free(code);
}

int pattern_group(const PatternCode *code, char letter, size_t use) {
    char name[32];
    snprintf(name, sizeof name, "%c%zu", letter, use);
    return pcre2_substring_number_from_name(code->pcre2, (PCRE2_SPTR)name);
}
