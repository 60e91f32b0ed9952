/* Tells by their letters alone which words can be short for a name. Knows neither classes nor what was named before. */
#include "shortform.h"

bool shortform_is_of(Text before) {
    return text_contains(before, TEXT(" of "));
}

bool shortform_ends(Lang lang, Text whole, Text word) {
    if (lang == LANG_ZH) {
        return text_ends(whole, word);
    }
    for (size_t i = 0; i + word.length <= whole.length; i++) {
        if ((i == 0 || whole.at[i - 1] == ' ') && text_equal_nocase(text_slice(whole, i, i + word.length), word)) {
            return true;
        }
    }
    return false;
}

bool shortform_of(Lang lang, Text part, Text whole) {
    if (part.length >= whole.length) {
        return false;
    }
    if (lang == LANG_EN) {
        size_t rest = whole.length - part.length;
        return (text_equal_nocase(part, text_slice(whole, 0, part.length)) && whole.at[part.length] == ' ') ||
               (text_equal_nocase(part, text_after(whole, rest)) && whole.at[rest - 1] == ' ' &&
                !shortform_is_of(text_slice(whole, 0, rest)));
    }
    size_t at = 0;
    for (size_t i = 0; i < part.length; i = utf8_next(part, i)) {
        Text character = text_slice(part, i, utf8_next(part, i));
        size_t found = text_find(text_after(whole, at), character);
        if (found == SIZE_MAX) {
            return false;
        }
        at += found + character.length;
    }
    return at == whole.length;
}
