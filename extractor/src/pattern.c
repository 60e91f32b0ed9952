/* Compiles regular expressions. Knows PCRE2 and its options, and nothing of slots or rules. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdio.h>

/* Auto-possession looks through callouts: the run of a slot at a pattern's end would never give back a character. */
static uint32_t options_for(Lang lang) {
    return PCRE2_UTF | PCRE2_NO_AUTO_CAPTURE | PCRE2_NO_AUTO_POSSESS | (lang == LANG_EN ? PCRE2_CASELESS : 0);
}

PatternCode *pattern_compile(Text source, Lang lang, Place place, Diag *diag) {
    int error;
    PCRE2_SIZE offset;
    PatternCode *code = pcre2_compile((PCRE2_SPTR)source.at, source.length, options_for(lang), &error, &offset, NULL);
    if (!code) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(error, message, sizeof message);
        Text rest = text_after(source, offset);
        diag_error(diag, place, "the pattern is wrong: %s, %s%.*s", (const char *)message,
                   rest.length ? "before " : "at its end", TEXT_ARGS(rest));
        return NULL;
    }
    return code;
}

void pattern_prepare(PatternCode *code) {
    size_t machine_code = 0;
    pcre2_pattern_info(code, PCRE2_INFO_JITSIZE, &machine_code);
    if (machine_code == 0) {
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    }
}

PatternCode *pattern_compile_traced(Text source, Lang lang) {
    int error;
    PCRE2_SIZE offset;
    uint32_t options = options_for(lang) | PCRE2_AUTO_CALLOUT | PCRE2_NO_START_OPTIMIZE;
    return pcre2_compile((PCRE2_SPTR)source.at, source.length, options, &error, &offset, NULL);
}

void pattern_free(PatternCode *code) {
    pcre2_code_free(code);
}

int pattern_group(const PatternCode *code, char letter, size_t use) {
    char name[32];
    snprintf(name, sizeof name, "%c%zu", letter, use);
    return pcre2_substring_number_from_name(code, (PCRE2_SPTR)name);
}
