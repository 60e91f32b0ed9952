/* What tells namesakes apart: read in articles of our own, with the shipped rules and lexicon. */
#include "reading.h"
#include "scope.h"
#include "title.h"

/* The scopes of all agents of that name, in the order of the text: "hubei, (none)"; "": it is nowhere. */
static Text scopes_of(Lang lang, const char *name, const char *body) {
    Document document;
    Facts facts = facts_of(lang, body, false, &document);
    Text scopes = TEXT("");
    for (size_t i = 0; i < facts.count; i++) {
        for (size_t k = 0; k < facts.items[i].fillers.count; k++) {
            const Filler *filler = &facts.items[i].fillers.items[k];
            if (filler->role != ROLE_AGENT || !text_equal(filler->label, text_from(name))) {
                continue;
            }
            Text scope = filler->entry ? filler->entry->id : filler->scope.length ? filler->scope : TEXT("(none)");
            scopes = text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(scopes), scopes.length ? ", " : "", TEXT_ARGS(scope));
        }
    }
    return scopes;
}

static Text person(const char *body) {
    return scopes_of(LANG_ZH, "李明", body);
}

static Text english(const char *body) {
    return scopes_of(LANG_EN, "Li Ming", body);
}

static void where_he_works(void) {
    CHECK_ROWS(
        person, {"鞍钢工人李明说，产量要提高。", "anshan-iron-and-steel-company"},
        {"鞍山钢铁公司炼铁厂工人李明说，产量要提高。", "anshan-iron-and-steel-company"},
        {"沈阳第一机床厂厂长李明说，产量要提高。", "shenyang-first-machine-tool-factory"},
        {"国营沈阳市第一机床厂工人李明说，产量要提高。", "shenyang 第一机床厂"},
        {"湖北省代表、鞍钢工人李明说，产量要提高。", "anshan-iron-and-steel-company"},
        {"工人李明说，产量要提高。鞍钢的李明逝世。", "anshan-iron-and-steel-company, anshan-iron-and-steel-company"},
        {"工人李明说，产量要提高。李明（鞍钢工人）逝世。",
         "anshan-iron-and-steel-company, anshan-iron-and-steel-company"});
    CHECK_ROWS(english, {"Ansteel worker Li Ming said that output would rise.", "anshan-iron-and-steel-company"},
               {"Li Ming, a worker of Anshan Iron and Steel Company, said that output would rise.",
                "anshan-iron-and-steel-company"});
}

static void where_he_is_from(void) {
    CHECK_ROWS(person, {"湖北省农民李明说，产量要提高。", "hubei"}, {"湖北农民李明说，产量要提高。", "hubei"},
               {"湖北省黄冈县农民李明说，产量要提高。", "huanggang-county"},
               {"中共黄冈县委书记李明说，产量要提高。", "(none)"},
               {"黄冈县红星公社社员李明说，产量要提高。", "huanggang-county"},
               {"红星公社社员李明说，产量要提高。", "红星公社"});
    CHECK_ROWS(english, {"Hubei peasant Li Ming said that output would rise.", "hubei"});
    CHECK_TEXT(scopes_of(LANG_ZH, "伊凡诺夫", "苏联专家伊凡诺夫说，产量要提高。"), "soviet-union");
    CHECK_TEXT(scopes_of(LANG_ZH, "伊凡诺夫", "莫斯科大学教授伊凡诺夫说，产量要提高。"), "soviet-union");
}

/* What the whole country has, and where somebody was sent to, is no home. */
static void what_says_nothing(void) {
    CHECK_ROWS(person, {"李明说，产量要提高。", "(none)"}, {"工人李明说，产量要提高。", "(none)"},
               {"国务院参事李明说，产量要提高。", "(none)"}, {"中国民主同盟中央委员李明说，产量要提高。", "(none)"},
               {"中国驻印度大使李明说，两国友好。", "(none)"});
}

/* A ministry that was founded anew under its name is one; two that bore the name are not. */
static void of_a_ministry(void) {
    CHECK_ROWS(person, {"轻工业部工程师李明说，产量要提高。", "ministry-of-light-industry-1949"});
    const Entry *third = lexicon_name(world.lexicon, LANG_ZH, TEXT("第三机械工业部"), (Day){1965, 1, 1});
    CHECK_TEXT(title_id(third), "third-ministry-of-machine-building-1960");
}

static void of_one_person(void) {
    CHECK_ROWS(
        person,
        {"工人李明说，产量要提高。鞍钢工人李明参观了北京图书馆。李明发表谈话。",
         "anshan-iron-and-steel-company, anshan-iron-and-steel-company, anshan-iron-and-steel-company"},
        {"湖北省农民李明说，产量要提高。湖北省黄冈县农民李明参观了北京图书馆。", "huanggang-county, huanggang-county"},
        {"鞍山市工人李明说，产量要提高。鞍钢工人李明参观了北京图书馆。",
         "anshan-iron-and-steel-company, anshan-iron-and-steel-company"});
}

static void of_two(void) {
    CHECK_ROWS(person,
               {"鞍钢工人李明说，产量要提高。湖北省农民李明参观了北京图书馆。", "anshan-iron-and-steel-company, hubei"},
               {"鞍钢工人李明说，产量要提高。湖北省农民李明参观了北京图书馆。李明发表谈话。",
                "anshan-iron-and-steel-company, hubei, hubei"},
               {"鞍钢工人李明说，产量要提高。\n\n湖北省农民李明参观了北京图书馆。\n\n李明发表谈话。",
                "anshan-iron-and-steel-company, hubei, (none)"},
               {"红星公社社员李明说，产量要提高。东风公社社员李明参观了北京图书馆。", "红星公社, 东风公社"});
}

/* The lexicon's bearer of the name is meant, unless the article says of him that he is a worker. */
static void who_is_listed(void) {
    CHECK_TEXT(scopes_of(LANG_ZH, "张琴秋", "张琴秋说，产量要提高。"), "zhang-qinqiu");
    CHECK_TEXT(scopes_of(LANG_ZH, "张琴秋", "纺织女工张琴秋说，产量要提高。张琴秋参观了北京图书馆。"),
               "(none), (none)");
    CHECK_TEXT(scopes_of(LANG_ZH, "张琴秋", "沈阳女工张琴秋说，产量要提高。"), "shenyang");
}

static void of_bodies(void) {
    CHECK_TEXT(scopes_of(LANG_ZH, "人民医院", "新华社沙市三日电　人民医院举行会议。"), "shashi");
    CHECK_TEXT(scopes_of(LANG_ZH, "人民医院", "新华社大同三日电　人民医院举行会议。"), "datong");
    CHECK_TEXT(scopes_of(LANG_ZH, "第一棉纺厂", "新华社大同三日电　第一棉纺厂发表声明。"), "datong");
    CHECK_TEXT(scopes_of(LANG_ZH, "人民医院", "人民医院举行会议。"), "(none)");
    CHECK_TEXT(scopes_of(LANG_ZH, "沙市人民医院", "新华社北京三日电　沙市人民医院举行会议。"), "(none)");
    CHECK_TEXT(scopes_of(LANG_ZH, "全国科学委员会", "新华社北京三日电　全国科学委员会举行会议。"), "(none)");
    CHECK_TEXT(scopes_of(LANG_EN, "People's Hospital",
                         "Xinhua News Agency, Datong, May 3rd. The People's Hospital held a meeting."),
               "datong");
}

static bool describes(Lang lang, const char *name, const char *class_name) {
    return scope_is_description(world.ontology, world.lexicon, lang, text_from(name),
                                ontology_class(world.ontology, text_from(class_name)));
}

static void what_is_a_description(void) {
    CHECK(describes(LANG_ZH, "县委", "Committee"));
    CHECK(describes(LANG_ZH, "各村", "Place"));
    CHECK(describes(LANG_ZH, "张主任", "Person"));
    CHECK(describes(LANG_EN, "county committee", "Committee"));
    CHECK(describes(LANG_EN, "Zhang", "Person"));
    CHECK(!describes(LANG_ZH, "黄冈县委", "Committee"));
    CHECK(!describes(LANG_ZH, "红星公社", "Enterprise"));
    CHECK(!describes(LANG_ZH, "解放区", "Place"));
    CHECK(!describes(LANG_ZH, "国民党军", "MilitaryUnit"));
    CHECK(!describes(LANG_ZH, "张明", "Person"));
    CHECK(!describes(LANG_EN, "Zhang Ming", "Person"));
}

static void all(void) {
    where_he_works();
    where_he_is_from();
    what_says_nothing();
    of_a_ministry();
    of_one_person();
    of_two();
    who_is_listed();
    of_bodies();
    what_is_a_description();
}

int main(void) {
    return read_with(all);
}
