/* Owns names that begin with what stands for something named before: 该校师生, 这个县的农民. Knows the words that point
 * back, and leaves it to reference.c what they point to. */
#include "belonging.h"

static const char *const pointers[] = {"该", "这个", NULL};

/* The bytes of the word that points back with which a label begins; 0: none does. */
static size_t pointer_length(Text label) {
    size_t length = 0;
    for (size_t i = 0; pointers[i] && length == 0; i++) {
        length = text_starts(label, text_from(pointers[i])) ? text_from(pointers[i]).length : 0;
    }
    return length;
}

/* The longest head of a name that ends within some words, where a token of theirs does; NULL: none does, or they are
 * one word: 该市场. `at`: where the words begin. */
static const Head *head_in(const Discourse *discourse, const Tagged *tagged, size_t at, Text words) {
    const Lexicon *lexicon = discourse->lexicon;
    const Head *whole = lexicon_head(lexicon, LANG_ZH, words);
    const Head *head = NULL;
    if ((whole && whole->word.length == words.length) || lexicon_word(lexicon, LANG_ZH, words).kinds) {
        return NULL;
    }
    for (size_t end = utf8_next(words, 0); end < words.length; end = utf8_next(words, end)) {
        const Head *longer = tokens_ending(&tagged->tokens, at + end) == SIZE_MAX
                                 ? NULL
                                 : lexicon_head(lexicon, LANG_ZH, text_slice(words, 0, end));
        head = longer && longer->word.length == end ? longer : head;
    }
    return head;
}

Text belonging_label(const Discourse *discourse, size_t sentence, size_t at, Text label) {
    static const char *const several[] = {"各", "每", "某", "几", NULL};
    const Tagged *tagged = &discourse->tagged[sentence];
    size_t length = pointer_length(label);
    size_t first = tokens_beginning(&tagged->tokens, at);
    bool behind = first != SIZE_MAX && first > 0 && token_is(&tagged->tokens, first - 1, "该");
    Text words = text_after(label, length);
    if (tagged->sentence->lang != LANG_ZH || (length == 0 && !behind) ||
        !text_starts(text_after(tagged->sentence->text, at), label)) {
        return label;
    }
    const Head *head = head_in(discourse, tagged, at + length, words);
    if (!head) {
        return label;
    }
    Text said = text_join(discourse->arena, TEXT("该"), head->word);
    Text name = discourse_resolve(discourse, sentence, at, (Referent){said, head->class_id, NULL, true}).label;
    bool found = !text_equal(name, said) && !pointer_length(name) && !text_starts_any(name, several);
    return found ? text_join(discourse->arena, name, text_after(words, head->word.length)) : label;
}
