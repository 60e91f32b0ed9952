/* Owns the numbers that measure an event as a whole and that its rule takes no notice of: in its own clause, or in the
 * clauses right behind it. Knows which kinds of event are measured how, and nothing of rules. */
#include "measures.h"

/* What is looked for beside one fact. */
typedef struct Beside {
    const Discourse *discourse;
    const Tagged *tagged;
    Fact *fact;
} Beside;

static bool is_kind(const Beside *beside, const char *const *kinds) {
    for (size_t i = 0; kinds[i]; i++) {
        if (beside->fact->type == ontology_class(beside->discourse->ontology, text_from(kinds[i]))) {
            return true;
        }
    }
    return false;
}

static const NumberMention *number_at(const Tagged *tagged, size_t index) {
    const Token *token = index < tagged->tokens.items.count ? token_in(tagged, index) : NULL;
    const NumberMention *number =
        token && token->kind == TOKEN_NUMBER ? &tagged->tokens.numbers.items[token->index] : NULL;
    return number && !number->ordinal ? number : NULL;
}

static void add(const Beside *beside, const NumberMention *number, Role of) {
    for (size_t i = 0; i < beside->fact->counts.count; i++) {
        if (beside->fact->counts.items[i].number.span.begin == number->span.begin) {
            return;
        }
    }
    *VECTOR_PUSH(beside->discourse->arena, &beside->fact->counts) = (Count){*number, number->unit, of};
}

/* The token behind the clause that token `first` begins; at the mark that ends it. */
static size_t clause_end(const Tagged *tagged, size_t first) {
    while (first < tagged->tokens.items.count && !token_in(tagged, first)->boundary) {
        first++;
    }
    return first;
}

/* The first token of the clause behind the one that holds token `index`; SIZE_MAX: there is none, or more than a comma
 * stands between. */
static size_t next_clause(const Tagged *tagged, size_t index) {
    size_t end = clause_end(tagged, index);
    return end + 1 < tagged->tokens.items.count && token_in(tagged, end)->comma ? end + 1 : SIZE_MAX;
}

/* 停工两小时, "a strike of 24 hours": within the words that tell of a strike. */
static void add_duration(const Beside *beside) {
    static const char *const kinds[] = {"Demonstration", NULL};
    static const char *const units[] = {"天",    "小时", "日",    "星期", "周",  "个月",
                                        "hours", "days", "weeks", "hour", "day", NULL};
    size_t first = tokens_beginning(&beside->tagged->tokens, beside->fact->span.begin);
    size_t last = tokens_ending(&beside->tagged->tokens, beside->fact->span.end);
    for (size_t i = first; is_kind(beside, kinds) && last != SIZE_MAX && i <= last + 1; i++) {
        const NumberMention *number = number_at(beside->tagged, i);
        bool working = token_is(&beside->tagged->tokens, i + 1, "工作制");
        for (size_t k = 0; number && !working && units[k]; k++) {
            if (text_equal(number->unit, text_from(units[k]))) {
                add(beside, number, ROLE_NONE);
            }
        }
    }
}

/* 徒刑五年, 五年徒刑, "five years' imprisonment": how long somebody is locked up. */
static void add_sentence(const Beside *beside) {
    static const char *const kinds[] = {"Trial", NULL};
    static const char *const words[] = {"徒刑", "监禁", "劳役", "拘役", NULL};
    static const char *const behind[] = {"徒刑",          "有期徒刑",       "监禁",       "劳役", "拘役",
                                         " imprisonment", "' imprisonment", " in prison", NULL};
    const Tagged *tagged = beside->tagged;
    size_t first = tokens_beginning(&tagged->tokens, beside->fact->span.begin);
    for (size_t i = first; is_kind(beside, kinds) && i < tagged->tokens.items.count &&
                           !(token_in(tagged, i)->boundary && !token_in(tagged, i)->comma);
         i++) {
        const NumberMention *number = number_at(tagged, i);
        Text before = text_slice(tagged->sentence->text, 0, token_in(tagged, i)->span.begin);
        Text rest = text_after(tagged->sentence->text, token_in(tagged, i)->span.end);
        if (number && (text_ends_any(before, words) || text_starts_any(rest, behind))) {
            add(beside, number, ROLE_NONE);
            return;
        }
    }
}

/* 七十一比五十四, 五十票对二十五票, "71 to 54": in the clause of a match or a vote, or right behind it. */
static void add_score(const Beside *beside) {
    static const char *const kinds[] = {"Exhibition", "Decision", NULL};
    static const char *const between[] = {"比", "对", "to", NULL};
    size_t first = tokens_beginning(&beside->tagged->tokens, beside->fact->span.begin);
    size_t last = tokens_ending(&beside->tagged->tokens, beside->fact->span.end);
    if (!is_kind(beside, kinds) || first == SIZE_MAX || last == SIZE_MAX) {
        return;
    }
    size_t end = next_clause(beside->tagged, last);
    end = clause_end(beside->tagged, end == SIZE_MAX ? last : end);
    for (size_t i = first; i + 2 < end; i++) {
        const NumberMention *one = number_at(beside->tagged, i);
        const NumberMention *other = number_at(beside->tagged, i + 2);
        bool range = i > 0 && token_is(&beside->tagged->tokens, i - 1, "from");
        if (one && other && !range && token_is_any(&beside->tagged->tokens, i + 1, between) &&
            text_equal(one->unit, other->unit)) {
            add(beside, one, ROLE_NONE);
            add(beside, other, ROLE_NONE);
            return;
        }
    }
}

/* …，全长二百公里; …，总值三万元: what the whole of the object comes to. */
static void add_total(const Beside *beside) {
    static const char *const kinds[] = {"Construction", "Gift", "Agreement", "Production", "Founding", NULL};
    static const char *const words[] = {"总值", "价值", "全长", "总长", "总面积", "面积",
                                        "造价", "投资", "容积", "共值", "总数",   NULL};
    size_t last = tokens_ending(&beside->tagged->tokens, beside->fact->span.end);
    size_t next = last == SIZE_MAX || !is_kind(beside, kinds) ? SIZE_MAX : next_clause(beside->tagged, last);
    if (next == SIZE_MAX) {
        return;
    }
    enum { REACH = 4 }; /* tokens */
    size_t at = next;
    bool total =
        text_starts_any(text_after(beside->tagged->sentence->text, token_in(beside->tagged, next)->span.begin), words);
    while (at < next + REACH && !number_at(beside->tagged, at)) {
        at++;
    }
    const NumberMention *number = total ? number_at(beside->tagged, at) : NULL;
    if (number && number->unit.length && clause_end(beside->tagged, at) == at + 1) {
        add(beside, number, fact_has_role(beside->fact, ROLE_OBJECT) ? ROLE_OBJECT : ROLE_NONE);
    }
}

static bool counts_people(const NumberMention *number) {
    static const char *const units[] = {"人", "名", "位", NULL};
    return text_starts_any(number->unit, units);
}

/* …，到会二百人; …，参加者三千余人; …，有三千人参加: the only number of a clause that tells who came. */
static const NumberMention *attendance_in(const Tagged *tagged, size_t first) {
    static const char *const words[] = {"到会",   "出席",   "参加", "与会", "到",   "参加者", "与会者",
                                        "到会者", "出席者", "到者", "观众", "听众", NULL};
    const NumberMention *found = NULL;
    size_t end = clause_end(tagged, first);
    bool came = false;
    for (size_t i = first; i < end; i++) {
        const NumberMention *number = number_at(tagged, i);
        bool sent = number && i > first && (token_in(tagged, i - 1)->words & WORD_VERB) &&
                    !token_is_any(&tagged->tokens, i - 1, words); /* 选出三千人 */
        if (sent || (number && (found || !counts_people(number))) || (token_in(tagged, i)->kind == TOKEN_DATE)) {
            return NULL;
        }
        found = number ? number : found;
        came = came || (token_is_any(&tagged->tokens, i, words) && (i <= first + 1 || found));
    }
    return came ? found : NULL;
}

static void add_attendance(const Beside *beside) {
    static const char *const kinds[] = {"Meeting", "Exhibition", "Trial", NULL};
    size_t at = tokens_ending(&beside->tagged->tokens, beside->fact->span.end);
    if (beside->fact->lang != LANG_ZH || !is_kind(beside, kinds) || beside->fact->counts.count || at == SIZE_MAX) {
        return;
    }
    enum { CLAUSES = 2 };
    for (size_t i = 0; i < CLAUSES && at != SIZE_MAX; i++) {
        at = next_clause(beside->tagged, at);
        const NumberMention *number = at == SIZE_MAX ? NULL : attendance_in(beside->tagged, at);
        if (number) {
            add(beside, number, ROLE_NONE);
            return;
        }
    }
}

/* 以七十五票当选, "elected with 75 votes" */
static bool counts_votes(const Tagged *tagged, size_t index) {
    return text_equal(number_at(tagged, index)->unit, TEXT("票")) || token_is(&tagged->tokens, index + 1, "votes");
}

/* 举行了四次会议, 座谈会二十三次: how often, and not which. */
static bool counts_times(const Tagged *tagged, size_t index, size_t last) {
    const NumberMention *number = number_at(tagged, index);
    bool done =
        index > last || (index > 0 && (token_in(tagged, index - 1)->words & (WORD_VERB | WORD_PARTICLE | WORD_ADVERB)));
    return done && text_equal(number->unit, TEXT("次")) && !text_equal(number->value, TEXT("1"));
}

/* How often a meeting was held, or by how many votes somebody was elected. */
static void add_times(const Beside *beside) {
    static const char *const kinds[] = {"Meeting", NULL};
    static const char *const votes[] = {"Election", NULL};
    const Tagged *tagged = beside->tagged;
    size_t first = tokens_beginning(&tagged->tokens, beside->fact->span.begin);
    size_t last = tokens_ending(&tagged->tokens, beside->fact->span.end);
    bool meeting = is_kind(beside, kinds);
    if (first == SIZE_MAX || last == SIZE_MAX || !(meeting || is_kind(beside, votes))) {
        return;
    }
    size_t end = meeting ? last + 2 : clause_end(tagged, last + 1);
    for (size_t i = first; i < end; i++) {
        const NumberMention *number = number_at(tagged, i);
        if (number && (meeting ? counts_times(tagged, i, last) : counts_votes(tagged, i))) {
            add(beside, number, ROLE_NONE);
            return;
        }
    }
}

void measures_add(const Discourse *discourse, Fact *fact) {
    Beside beside = {discourse, &discourse->tagged[fact->sentence], fact};
    add_duration(&beside);
    add_sentence(&beside);
    add_score(&beside);
    add_total(&beside);
    add_attendance(&beside);
    add_times(&beside);
}
