/* Knows the words by which a deed is said to lie ahead. What a rule makes of them is not its business. */
#include "intent.h"

/* The length of the first of the words with which the text begins; 0: none. */
static size_t beginning(Text text, const char *const *words) {
    for (; *words; words++) {
        if (text_starts(text, text_from(*words))) {
            return text_from(*words).length;
        }
    }
    return 0;
}

static bool begins(Lang lang, Text words) {
    static const char *const leading[] = {"，", "正在", "现正", "积极", "正", "也", "还", "亦", NULL};
    static const char *const chinese[] = {"准备", "预定", "打算", "计划", "拟", "即将", NULL};
    static const char *const forms[] = {"is ", "are ", "has ", "have ", "also ", "now ", NULL};
    static const char *const english[] = {"about to ",    "going to ",    "preparing to ", "due to ",   "scheduled to ",
                                          "expected to ", "planning to ", "plan to ",      "plans to ", "intend to ",
                                          "intends to ",  "prepare to ",  "prepares to ",  NULL};
    bool zh = lang == LANG_ZH;
    words = text_trim(words);
    for (size_t length; (length = beginning(words, zh ? leading : forms)) > 0;) {
        words = text_after(words, length);
    }
    Text to = TEXT("to ");
    bool headline = !zh && text_starts(words, to) && words.length > to.length && words.at[to.length] >= 'A' &&
                    words.at[to.length] <= 'Z';
    return headline || beginning(words, zh ? chinese : english) > 0;
}

bool intent_follows_subject(const Tagged *tagged, const Match *match) {
    Text text = tagged->sentence->text;
    bool plan = match->rule->events.items[0].type == tagged->ontology->plan;
    for (size_t i = 0; !plan && i < match->rule->slots.count; i++) {
        Span subject = match->bound[i];
        if (subject.begin != SIZE_MAX && match->as[i]->leading && subject.end < match->span.end) {
            return begins(tagged->sentence->lang, text_slice(text, subject.end, match->span.end));
        }
    }
    return false;
}

bool intent_is_told(Text words) {
    static const char *const signs[] = {"将",       "拟",       "准备",      "预定",  "计划",   "决",
                                        "打算",     "定于",     "will",      " plan", "prepar", " intend",
                                        "about to", "going to", "scheduled", NULL};
    return text_contains_any(words, signs);
}
