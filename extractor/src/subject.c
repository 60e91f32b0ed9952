/* Owns who does what a match tells where the match itself names nobody: the subject carried over to it. Knows no words
 * of any rule, and makes no facts. */
#include "subject.h"

#include "filler.h"

void subject_carried(const Discourse *discourse, size_t sentence, const Match *match, const Slot *slot, Arena *arena,
                     size_t *in_sentence, Spans *members) {
    Span span;
    if (match->pattern->complete || !discourse_subject(discourse, sentence, match->span.begin, in_sentence, &span)) {
        return;
    }
    const Tagged *tagged = &discourse->tagged[*in_sentence];
    Slot subject = *slot;
    Spans all = {0};
    subject.list = true;
    filler_members(tagged, &subject, span, arena, &all);
    for (size_t i = 0; i < all.count; i++) {
        if (tagger_mention(tagged, &slot->classes, all.items[i])) {
            *VECTOR_PUSH(arena, members) = all.items[i];
        }
    }
}

/* Does any slot that the match binds play a role in an event? */
static bool is_played(const TemplateEvent *event, const Match *match, Role role) {
    bool played = false;
    for (size_t i = 0; i < event->fillers.count; i++) {
        const TemplateFiller *filler = &event->fillers.items[i];
        played = played || (filler->role == role && match->bound[filler->slot].begin != SIZE_MAX);
    }
    return played;
}

static bool has_subject(const Discourse *discourse, size_t sentence, const Match *match, const TemplateEvent *event,
                        Arena *arena) {
    for (size_t i = 0; i < event->fillers.count; i++) {
        const TemplateFiller *filler = &event->fillers.items[i];
        const Slot *slot = match->as[filler->slot];
        if (slot && slot->leading && !slot->optional && !is_played(event, match, filler->role)) {
            size_t in_sentence;
            Spans members = {0};
            subject_carried(discourse, sentence, match, slot, arena, &in_sentence, &members);
            return members.count > 0;
        }
    }
    return true;
}

bool subject_is_there(const Discourse *discourse, size_t sentence, const Match *match, Arena *arena) {
    for (size_t i = 0; i < match->rule->events.count; i++) {
        if (has_subject(discourse, sentence, match, &match->rule->events.items[i], arena)) {
            return true;
        }
    }
    return false;
}
