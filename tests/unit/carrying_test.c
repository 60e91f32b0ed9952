/* Over which words and sentences a Chinese subject and a day are carried, in articles of our own, read with the shipped
 * rules. */
#include "reading.h"

typedef struct Case {
    const char *body;
    const char *type;
    const char *is; /* whose agent, object or day is this, of the last fact of that type; "": it has none; "nothing":
                       there is no such fact */
} Case;

static Text agent_of(const Fact *fact) {
    Text agent = TEXT("");
    for (size_t k = fact->fillers.count; k-- > 0;) {
        agent = fact->fillers.items[k].role == ROLE_AGENT ? fact->fillers.items[k].label : agent;
    }
    return agent;
}

static void check_each(Text (*of)(const Fact *fact), const Case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        Document document;
        Facts facts = facts_of(LANG_ZH, cases[i].body, false, &document);
        Text is = TEXT("nothing");
        for (size_t k = 0; k < facts.count; k++) {
            is = text_equal(type_of(&facts.items[k]), text_from(cases[i].type)) ? of(&facts.items[k]) : is;
        }
        CHECK_TEXT(is, cases[i].is);
    }
}

static void check_all(const Case *cases, size_t count) {
    check_each(agent_of, cases, count);
}

static void over_what_is_done(void) {
    static const Case cases[] = {
        {"林业部积极拾粪，成立了护林学校。", "Founding", "林业部"},
        {"青山县农民种柳树四亩，并修建水闸三座。", "Construction", "青山县农民"},
        {"林业部开了会，种谷四亩，成立了护林学校。", "Founding", "林业部"},
        {"林业部选举陈云为主席，李立三、周恩来为副主席，并成立了护林学校。", "Founding", "林业部"},
        {"林业部选举陈云为主席，李立三等五人为副主席，成立了护林学校。", "Founding", "林业部"},
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
        {"青山农业社很大。这个农业社的工人修建水闸三座。", "Construction", "青山农业社的工人"},
        {"青山农业社很大。该农业社工人修建水闸三座。", "Construction", "青山农业社工人"},
        {"各农业社很忙。该农业社工人修建水闸三座。", "Construction", "该农业社工人"},
        {"青山农业社很大。该市场工人修建水闸三座。", "Construction", "该市场工人"},
        {"林业部召开护林会议。我们的会议通过了条例。", "Decision", "护林会议"},
        {"林业部召开护林会议。本次会议通过了条例。", "Decision", "护林会议"},
        {"文汇报五月二日发表社论。天气很好。该报指出，水坝坚固。", "Statement", "文汇报"},
        {"林业部五月二日开会。该报指出，水坝坚固。", "Statement", "该报"},
    };
    check_all(cases, sizeof cases / sizeof *cases);
}

static Text object_of(const Fact *fact) {
    Text object = TEXT("");
    for (size_t k = fact->fillers.count; k-- > 0;) {
        object = fact->fillers.items[k].role == ROLE_OBJECT ? fact->fillers.items[k].label : object;
    }
    return object;
}

static void what_goods_are(void) {
    static const Case cases[] = {
        {"青山县运来了救济粮食。农民卖出粮食三百石。", "Production", "粮食"},
        {"林业部公布了护林条例。代表大会批准了条例。", "Decision", "护林条例"},
    };
    check_each(object_of, cases, sizeof cases / sizeof *cases);
}

static void which_day(void) {
    static const Case cases[] = {
        {"林业部遵守四月三日签订的协议，成立了护林学校。", "Founding", ""},
        {"陈云主持了今天的会议，成立了护林学校。", "Founding", " on 1956-05-06"},
        {"林业部四月三日签订协议，成立了护林学校。", "Founding", " on 1956-04-03"},
        {"林业部开了会，港务局四月三日到达旅大；工会成立了护林学校。", "Founding", ""},
        {"四月三日，港务局开了会；工会成立了护林学校。", "Founding", " on 1956-04-03"},
        {"居民已于四月三日登记，林业部将成立护林学校。", "Founding", ""},
        {"林业部四月三日开了会，要求造纸厂多种柳树。", "Statement", " on 1956-04-03"},
    };
    check_each(day_of, cases, sizeof cases / sizeof *cases);
}

static void all(void) {
    what_goods_are();
    which_day();
    over_what_is_done();
    from_a_clause_that_only_names();
    not_over_what_another_causes();
    to_what_is_called_this();
}

int main(void) {
    return read_with(all);
}
