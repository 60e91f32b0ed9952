/* What stands around and between a subject and its verb in Chinese, in whatever rule tells of them: sentences of our
 * own, read with the shipped rules. */
#include "reading.h"

/* Of a newspaper of May 6, 1956. */
static Text told(const char *body) {
    return told_with(LANG_ZH, body, false, true);
}

static void what_is_passed_over(void) {
    static const char *const between[] = {"为了支援农业，",
                                          "根据群众的意见，",
                                          "经上级批准，",
                                          "在技术人员的帮助下",
                                          "在大家的支持下，",
                                          "以很大的热情",
                                          "以愉快的心情",
                                          "以战斗的姿态",
                                          "不顾各种困难，",
                                          "由于各方面努力，",
                                          "隆重地",
                                          "（见图）",
                                          "，根据上级的指示，又",
                                          "亦",
                                          "近已",
                                          "经过三个月的努力，",
                                          NULL};
    for (size_t i = 0; between[i]; i++) {
        Text body = text_format(&arena, "清河大桥%s通车。", between[i]);
        CHECK_TEXT(told(text_c_string(&arena, body)), "Construction Actual object 清河大桥; ");
        body = text_format(&arena, "林业部%s成立了林业学校。", between[i]);
        CHECK_TEXT(told(text_c_string(&arena, body)), "Founding Actual agent 林业部 object 林业学校; ");
    }
}

static void what_is_not(void) {
    static const char *const none[] = {
        "为了清河大桥通车，",     "清河大桥的工人在通车。",   "如果清河大桥通车，",         "清河大桥为通车作准备。",
        "清河大桥不能在今年通车", "在清河大桥没有通车的时候", "清河大桥在通车以前要检查。", NULL};
    for (size_t i = 0; none[i]; i++) {
        CHECK_TEXT(told(none[i]), "");
    }
    CHECK_ROWS(told, {"林业部为成立林业学校，向各地借了书。", ""},
               {"清河大桥没有在五月通车。", "Construction Denied object 清河大桥 on 1956-05; "});
}

static void whose_day_it_is(void) {
    CHECK_ROWS(
        told, {"林业部根据五月二日的指示，成立了林业学校。", "Founding Actual agent 林业部 object 林业学校; "},
        {"自今年一月以来，林业部成立了林业学校。", "Founding Actual agent 林业部 object 林业学校; "},
        {"林业部根据五月二日的指示，于五月四日成立了林业学校。",
         "Founding Actual agent 林业部 object 林业学校 on 1956-05-04; "},
        {"五月四日清河大桥通车。", "Construction Actual object 清河大桥 on 1956-05-04; "},
        {"林业部昨在上海成立了林业学校。", "Founding Actual agent 林业部 object 林业学校 place 上海 on 1956-05-05; "});
}

static void whose_mood_it_is(void) {
    CHECK_ROWS(told, {"林业部根据各地的要求，成立了林业学校。", "Founding Actual agent 林业部 object 林业学校; "},
               {"林业部应渔民的要求，成立了林业学校。", "Founding Actual agent 林业部 object 林业学校; "});
}

static void where_it_is(void) {
    CHECK_ROWS(told, {"林业部在上海通过关于种树的决议，并作了动员。",
                      "Decision Actual agent 林业部 object 关于种树的决议 place 上海; "});
}

static void how_far_a_subject_goes(void) {
    CHECK_ROWS(told, {"清河大桥进行了检查，并于五月四日通车。", "Construction Actual object 清河大桥 on 1956-05-04; "},
               {"清河大桥要求各地支援，通车。", ""});
}

static void who_is_named(void) {
    CHECK_ROWS(
        told,
        {"林业部、水产局等有关部门成立了林业学校。", "Founding Actual agent 林业部 agent 水产局 object 林业学校; "},
        {"中共青山县委员会成立了林业学校。", "Founding Actual agent 中共青山县委员会 object 林业学校; "},
        {"由渔民组成的缅甸访华代表团到达上海。", "Visit Actual agent 缅甸访华代表团 place 上海; "},
        {"代表团代表中国渔民访问缅甸。", "Visit Actual agent 代表团 place 缅甸; "},
        {"陈云代表全国总工会访问缅甸。", "Visit Actual agent 陈云 place 缅甸; "},
        {"水产局代表陈云访问缅甸。", "Visit Actual agent 陈云 place 缅甸; "});
}

/* 在上海 may be a rule's own place: then nothing is passed over. */
static void what_fills_more_stands(void) {
    CHECK_ROWS(told, {"水产局昨天在哈尔滨表彰了十二名模范渔民。",
                      "Award Actual agent 水产局 object 表彰 recipient 模范渔民 place 哈尔滨 on 1956-05-05; "});
}

static void all(void) {
    what_is_passed_over();
    what_is_not();
    whose_day_it_is();
    whose_mood_it_is();
    where_it_is();
    how_far_a_subject_goes();
    who_is_named();
    what_fills_more_stands();
}

int main(void) {
    return read_with(all);
}
