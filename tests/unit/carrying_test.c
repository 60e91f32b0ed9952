/* Over which words and sentences a Chinese subject is carried, in articles of our own, read with the shipped rules. */
#include "reading.h"

typedef struct Case {
    const char *body;
    const char *type;
    const char *agent; /* of the last fact of that type; "": it names none; "nothing": there is no such fact */
} Case;

static Text agent_of(const Case *one) {
    Document document;
    Facts facts = facts_of(LANG_ZH, one->body, false, &document);
    Text agent = TEXT("nothing");
    for (size_t i = 0; i < facts.count; i++) {
        const Fact *fact = &facts.items[i];
        if (!text_equal(type_of(fact), text_from(one->type))) {
            continue;
        }
        agent = TEXT("");
        for (size_t k = fact->fillers.count; k-- > 0;) {
            agent = fact->fillers.items[k].role == ROLE_AGENT ? fact->fillers.items[k].label : agent;
        }
    }
    return agent;
}

static void check_all(const Case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        CHECK_TEXT(agent_of(&cases[i]), cases[i].agent);
    }
}

static void over_what_is_done(void) {
    static const Case cases[] = {
        {"林业部积极拾粪，成立了护林学校。", "Founding", "林业部"},
        {"青山县农民种柳树四亩，并修建水闸三座。", "Construction", "青山县农民"},
        {"林业部开了会，种谷四亩，成立了护林学校。", "Founding", "林业部"},
        {"林业部开了会，看了水闸，成立了护林学校。", "Founding", "林业部"},
        {"林业部开了会，热烈地庆祝，成立了护林学校。", "Founding", "林业部"},
        {"林业部开了会，独立的王大海成立了护林学校。", "Founding", ""},
        {"林业部开了会，气候种类很多，成立了护林学校。", "Founding", ""},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static void from_a_clause_that_only_names(void) {
    static const Case cases[] = {
        {"祁洼以南盐民，今春又修建水闸二十座。", "Construction", "盐民"},
        {"为了祁洼以南盐民，今春又修建水闸二十座。", "Construction", ""},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static void not_over_what_another_causes(void) {
    static const Case cases[] = {
        {"我军修了水闸。后因国民党进攻青山县，工程停止。", "Combat", "nothing"},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static void to_what_is_called_this(void) {
    static const Case cases[] = {
        {"林业参观团昨日到达旅大。该团今天访问造纸厂。", "Visit", "林业参观团"},
        {"青山执行小组昨日开会。该小组今天访问造纸厂。", "Visit", "青山执行小组"},
        {"文汇报五月二日发表社论。天气很好。该报指出，水坝坚固。", "Statement", "文汇报"},
        {"林业部五月二日开会。该报指出，水坝坚固。", "Statement", "该报"},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static void all(void) {
    over_what_is_done();
    from_a_clause_that_only_names();
    not_over_what_another_causes();
    to_what_is_called_this();
}

int main(void) {
    return read_with(all);
}
