/* Whose deed it is, where it is done and whether it still lies ahead, in whatever rule tells of it: sentences of our
 * own, read with the shipped rules. */
#include "told_facts.h"

static void where_it_is_done(void) {
    CHECK_TEXT(told(LANG_ZH, "林业部为了多种树，昨天在上海成立了林业学校。", false),
               "Founding Actual agent 林业部 object 林业学校 place 上海; ");
    CHECK_TEXT(told(LANG_EN, "The Ministry of Forestry founded a school in Shanghai.", false),
               "Founding Actual agent Ministry of Forestry object school place Shanghai; ");
    CHECK_TEXT(told(LANG_ZH, "林业部在上海方面的支持下，成立了林业学校。", false),
               "Founding Actual agent 林业部 object 林业学校; ");
}

static void places_by_their_words(void) {
    CHECK_TEXT(told(LANG_ZH, "林业大会在博罗转井开幕。", false), "Meeting Actual place 博罗转井; ");
    CHECK_TEXT(told(LANG_ZH, "林业展览会今天在北京青年文化宫开幕。", false),
               "Exhibition Actual object 林业展览会 place 北京青年文化宫; ");
    CHECK_TEXT(told(LANG_ZH, "林业部在我国首都北京召开大会。", false), "Meeting Actual agent 林业部 place 北京; ");
    CHECK_TEXT(told(LANG_ZH, "林业部在中国共产党领导下召开大会。", false), "Meeting Actual agent 林业部; ");
    CHECK_TEXT(told(LANG_ZH, "林业部在座谈中成立林业学校。", false), "Founding Actual agent 林业部 object 林业学校; ");
    CHECK_TEXT(told(LANG_ZH, "五月二日，在张庄，林业部召开大会。", false), "Meeting Actual agent 林业部 place 张庄; ");
    CHECK_TEXT(told(LANG_ZH, "张庄，林业部昨天召开大会。", false), "Meeting Actual agent 林业部 place 张庄; ");
    CHECK_TEXT(told(LANG_EN, "The Ministry of Forestry founded a school in Wangqu on May 3.", false),
               "Founding Actual agent Ministry of Forestry object school place Wangqu; ");
    CHECK_TEXT(told(LANG_EN, "The Ministry of Forestry held a conference at the Ming Hall on May 2.", false),
               "Meeting Actual agent Ministry of Forestry place Ming Hall; ");
    CHECK_TEXT(told(LANG_EN, "The Ministry of Forestry published a book in Burmese.", false),
               "Publication Actual agent Ministry of Forestry object book in Burmese; ");
}

static void rows_of_places(void) {
    CHECK_TEXT(told(LANG_ZH, "林业部在遵化、乐亭、迁安等地成立林业学校。", false),
               "Founding Actual agent 林业部 object 林业学校 place 遵化 place 乐亭 place 迁安; ");
}

static void where_it_was_filed(void) {
    CHECK_TEXT(told(LANG_ZH, "新华社大马士革5日电：林业部今天在这里成立林业学校。", false),
               "Founding Actual agent 林业部 object 林业学校 place 大马士革; ");
    CHECK_TEXT(told(LANG_ZH, "新华社大马士革5日电：林业部今天成立林业学校。", false),
               "Founding Actual agent 林业部 object 林业学校; ");
}

static void what_lies_ahead(void) {
    CHECK_TEXT(told(LANG_ZH, "林业部正在准备成立林业学校。", false), "Founding Planned agent 林业部 object 林业学校; ");
    CHECK_TEXT(told(LANG_EN, "The Ministry of Forestry is about to found a forestry school.", false),
               "Founding Planned agent Ministry of Forestry object forestry school; ");
    CHECK_TEXT(told(LANG_EN, "Ministry of Forestry to Hold Work Conference", true),
               "Meeting Planned agent Ministry of Forestry; ");
    CHECK_TEXT(told(LANG_ZH, "林业部经过长期准备以后，成立了林业学校。", false),
               "Founding Actual agent 林业部 object 林业学校; ");
    CHECK_TEXT(told(LANG_ZH, "林业部计划修好旧水泵。", false), "Plan Planned agent 林业部 object 修好旧水泵; ");
    CHECK_TEXT(told(LANG_ZH, "林业部计划下达关于山火的指示。", false),
               "Decision Planned agent 林业部 object 关于山火的指示; ");
}

static void who_does_it(void) {
    CHECK_TEXT(told(LANG_ZH, "林业部同盐业局联合召开座谈会。", false), "Meeting Actual agent 林业部 agent 盐业局; ");
    CHECK_TEXT(told(LANG_ZH, "盐业局长胡子青和林业部长陈立三日抵达上海。", false),
               "Visit Actual agent 胡子青 agent 陈立 place 上海; ");
    CHECK_TEXT(told(LANG_ZH, "郭沫若和朱德副主席三日抵达上海。", false),
               "Visit Actual agent 郭沫若 agent 朱德 place 上海; ");
    CHECK_TEXT(told(LANG_ZH, "新任法国驻华大使马约，今天离开上海。", false), "Visit Actual agent 马约 place 上海; ");
    CHECK_TEXT(told(LANG_EN,
                    "The Ministry of Forestry, in accordance with a decision of the congress, founded a school.",
                    false),
               "Founding Actual agent Ministry of Forestry object school; ");
}

static void whose_deed_goes_on(void) {
    CHECK_TEXT(told(LANG_ZH, "五月三日，在张庄，林业部举行了球赛。还成立了林业学校。", false),
               "Exhibition Actual agent 林业部 object 球赛 place 张庄; Founding Actual agent 林业部 object 林业学校; ");
    CHECK_TEXT(told(LANG_ZH, "四川有一家商店，附设了几个学校。", false), "Founding Actual object 几个学校; ");
    CHECK_TEXT(told(LANG_ZH, "伪军五百人，飞机四架，三日进攻张庄。", false), "Combat Actual agent 伪军 object 张庄; ");
    CHECK_TEXT(told(LANG_ZH, "中国贸易代表团很忙。代表团五日离开上海。", false),
               "Visit Actual agent 中国贸易代表团 place 上海; ");
    CHECK_TEXT(told(LANG_ZH, "林业部在美国及法国成立了林业学校。", false),
               "Founding Actual agent 林业部 object 林业学校 place 美国 place 法国; ");
}

static void whose_country_it_is(void) {
    CHECK_TEXT(told(LANG_ZH, "我国已成立林业学校。", false), "Founding Actual agent 中国 object 林业学校; ");
    CHECK_TEXT(told(LANG_ZH, "缅甸客人赠送我国一套机器。", false),
               "Gift Actual agent 缅甸客人 object 机器 recipient 中国; ");
    CHECK_TEXT(told(LANG_ZH, "我国政府已成立林业学校。", false), "Founding Actual agent 我国政府 object 林业学校; ");
}

static void all(void) {
    where_it_is_done();
    places_by_their_words();
    rows_of_places();
    where_it_was_filed();
    what_lies_ahead();
    who_does_it();
    whose_deed_goes_on();
    whose_country_it_is();
}

int main(void) {
    return read_with(all);
}
