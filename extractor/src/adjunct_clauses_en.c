/* Owns which English clauses only tell more of the one before. Knows who is named in them, and nothing of events. */
#include "adjunct.h"

/* "of the new mill": does a preposition stand before what begins with a token? */
static bool is_governed(const Tagged *tagged, size_t first) {
    while (first > 0 && (token_in(tagged, first - 1)->words & (WORD_DETERMINER | WORD_ADJECTIVE))) {
        first--;
    }
    return first > 0 && (token_in(tagged, first - 1)->words & WORD_PREPOSITION);
}

/* "in spring they met", "on the 5th the mill founded a school": somebody whom nothing governs, and a word of the clause
 * behind that joins nothing. */
static bool has_own_subject(const Tagged *tagged, size_t first, Span clause) {
    for (size_t i = first + 1; i + 1 < tagged->tokens.items.count && token_in(tagged, i)->span.end < clause.end; i++) {
        const Mention *mention =
            tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), token_in(tagged, i)->span.begin);
        size_t next = mention ? tokens_ending(&tagged->tokens, mention->span.end) + 1 : i + 1;
        bool free = (mention || (token_in(tagged, i)->words & WORD_PRONOUN)) && !is_governed(tagged, i);
        bool does = next > 0 && next < tagged->tokens.items.count && token_in(tagged, next)->span.end <= clause.end &&
                    !(token_in(tagged, next)->words & (WORD_PREPOSITION | WORD_CONJUNCTION));
        if (free && does) {
            return true;
        }
    }
    return false;
}

static const Mention *place_ending(const Tagged *tagged, size_t end) {
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        if (mention->span.end == end && ontology_is_a(tagged->ontology, mention->class_id, tagged->ontology->place)) {
            return mention;
        }
    }
    return NULL;
}

bool adjunct_place(const Tagged *tagged, Span span) {
    const Spans *clauses = &tagged->sentence->clauses;
    for (size_t i = 1; i < clauses->count && tagged->sentence->lang == LANG_EN; i++) {
        if (clauses->items[i].begin == span.begin && clauses->items[i].end == span.end) {
            return tagger_mention(tagged, CLASS_IDS(tagged->ontology->place), span) &&
                   place_ending(tagged, clauses->items[i - 1].end);
        }
    }
    return false;
}

bool adjunct_clause(const Tagged *tagged, Span clause) {
    static const char *const words[] = {"which", "who", "whom", "whose", "where", "others", NULL};
    size_t i = tokens_beginning(&tagged->tokens, clause.begin);
    while (i < tagged->tokens.items.count && (token_in(tagged, i)->kind == TOKEN_MARK || token_in(tagged, i)->joins)) {
        i++;
    }
    if (tagged->sentence->lang != LANG_EN || i >= tagged->tokens.items.count) {
        return false;
    }
    const Token *token = token_in(tagged, i);
    Text text = token_text(&tagged->tokens, i);
    const Mention *named = tagger_mention_at(tagged, CLASS_IDS(tagged->ontology->agent), token->span.begin);
    bool participle = token->kind == TOKEN_WORD && (text_ends(text, TEXT("ed")) || text_ends(text, TEXT("ing")));
    return adjunct_place(tagged, clause) || token_is_any(&tagged->tokens, i, words) ||
           ((token->words & WORD_PREPOSITION) && !has_own_subject(tagged, i, clause)) ||
           (!named && (participle || (token->words & WORD_TITLE)));
}

void adjunct_clauses_in(const Tagged *tagged, Span whole, Arena *arena, Spans *out) {
    const Spans *clauses = &tagged->sentence->clauses;
    for (size_t i = 1; i < clauses->count && tagged->sentence->lang == LANG_EN; i++) {
        Span clause = clauses->items[i];
        if (clause.begin > whole.begin && clause.end < whole.end && adjunct_clause(tagged, clause)) {
            *VECTOR_PUSH(arena, out) = (Span){clauses->items[i - 1].end, clause.end};
        }
    }
}
