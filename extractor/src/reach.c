/* Follows how far a pattern is read in a sentence, for those who ask why it does not fit. Knows pieces of patterns, and
 * nothing of PCRE2. */
#include "reach.h"

#include "expression.h"

static void find_asides(Follower *follower, Arena *arena) {
    static const char *const openings[] = {"(?=", "(?!", "(?<=", "(?<!"};
    Text source = follower->source;
    size_t at = follower->pattern->pieces.count ? follower->pattern->pieces.items[0].at : source.length;
    for (; at < source.length; at++) {
        for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
            if (text_starts(text_after(source, at), text_from(openings[i]))) {
                *VECTOR_PUSH(arena, &follower->asides) = (Span){at, expression_group_end(source, at)};
            }
        }
    }
}

static bool is_aside(const Follower *follower, size_t source) {
    for (size_t i = 0; i < follower->asides.count; i++) {
        if (follower->asides.items[i].begin < source && source < follower->asides.items[i].end) {
            return true;
        }
    }
    return false;
}

/* The piece whose source holds a byte; SIZE_MAX: it belongs to a define. */
static size_t piece_at(const Pattern *pattern, size_t source) {
    size_t piece = SIZE_MAX;
    for (size_t i = 0; i < pattern->pieces.count && pattern->pieces.items[i].at <= source; i++) {
        piece = i;
    }
    return piece;
}

static bool is_further(const Follower *follower, const Reach *reach) {
    const Reach *best = &follower->reach;
    if (best->piece == SIZE_MAX || best->piece != reach->piece) {
        return best->piece == SIZE_MAX || reach->piece > best->piece;
    }
    bool same = reach->read.end == best->read.end && reach->source >= follower->passed;
    return reach->words > best->words || (reach->words == best->words && same);
}

void reach_begin(Follower *follower, const Pattern *pattern, Text source, Arena *arena) {
    *follower = (Follower){.pattern = pattern, .source = source, .reach = {.piece = SIZE_MAX}};
    follower->entries = ARENA_ARRAY(arena, size_t, pattern->pieces.count + 1);
    find_asides(follower, arena);
}

/* Is this further than ever before? What stands inside a slot is the tagger's, not the reader's. */
void reach_note(Follower *follower, size_t source, Span read) {
    size_t piece = source == SIZE_MAX ? SIZE_MAX : piece_at(follower->pattern, source);
    if (piece == SIZE_MAX || is_aside(follower, source)) {
        return;
    }
    const PatternPiece *part = &follower->pattern->pieces.items[piece];
    if (part->at == source) {
        follower->entries[piece] = read.end;
    }
    Reach reach = {piece, read, read.end - follower->entries[piece], source};
    if ((part->use == NO_SLOT || part->at == source) && is_further(follower, &reach)) {
        bool group = source < follower->source.length && follower->source.at[source] == '(';
        follower->passed = group ? expression_group_end(follower->source, source) : source + 1;
        follower->reach = reach;
    }
}
