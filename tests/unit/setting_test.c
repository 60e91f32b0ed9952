/* Whose deed it is, where it is done and whether it still lies ahead, in whatever rule tells of it: sentences of our
 * own, read with the shipped rules. */
#include "reading.h"

static void where_it_is_done(void) {
    CHECK_ROWS(told_in_chinese, {"林业部为了多种树，昨天在上海成立了林业学校。",
                                 "Founding Actual agent 林业部 object 林业学校 place 上海; "});
    CHECK_ROWS(told_in_english, {"The Ministry of Forestry founded a school in Shanghai.",
                                 "Founding Actual agent Ministry of Forestry object school place Shanghai; "});
    CHECK_ROWS(told_in_chinese,
               {"林业部在上海方面的支持下，成立了林业学校。", "Founding Actual agent 林业部 object 林业学校; "});
}

static void places_by_their_words(void) {
    CHECK_ROWS(told_in_chinese, {"林业大会在博罗转井开幕。", "Meeting Actual place 博罗转井; "},
               {"林业展览会今天在北京青年文化宫开幕。", "Exhibition Actual object 林业展览会 place 北京青年文化宫; "},
               {"林业部在我国首都北京召开大会。", "Meeting Actual agent 林业部 place 北京; "},
               {"林业部在中国共产党领导下召开大会。", "Meeting Actual agent 林业部; "},
               {"林业部在座谈中成立林业学校。", "Founding Actual agent 林业部 object 林业学校; "},
               {"五月二日，在张庄，林业部召开大会。", "Meeting Actual agent 林业部 place 张庄; "},
               {"张庄，林业部昨天召开大会。", "Meeting Actual agent 林业部 place 张庄; "});
    CHECK_ROWS(told_in_english,
               {"The Ministry of Forestry founded a school in Wangqu on May 3.",
                "Founding Actual agent Ministry of Forestry object school place Wangqu; "},
               {"The Ministry of Forestry held a conference at the Ming Hall on May 2.",
                "Meeting Actual agent Ministry of Forestry place Ming Hall; "},
               {"The Ministry of Forestry published a book in Burmese.",
                "Publication Actual agent Ministry of Forestry object book in Burmese; "});
}

static void rows_of_places(void) {
    CHECK_ROWS(told_in_chinese, {"林业部在遵化、乐亭、迁安等地成立林业学校。",
                                 "Founding Actual agent 林业部 object 林业学校 place 遵化 place 乐亭 place 迁安; "});
}

static void where_it_was_filed(void) {
    CHECK_ROWS(told_in_chinese,
               {"新华社大马士革5日电：林业部今天在这里成立林业学校。",
                "Founding Actual agent 林业部 object 林业学校 place 大马士革; "},
               {"新华社大马士革5日电：林业部今天成立林业学校。", "Founding Actual agent 林业部 object 林业学校; "});
}

static void what_lies_ahead(void) {
    CHECK_ROWS(told_in_chinese, {"林业部正在准备成立林业学校。", "Founding Planned agent 林业部 object 林业学校; "});
    CHECK_ROWS(told_in_english, {"The Ministry of Forestry is about to found a forestry school.",
                                 "Founding Planned agent Ministry of Forestry object forestry school; "});
    CHECK_ROWS(told_in_english_headline,
               {"Ministry of Forestry to Hold Work Conference", "Meeting Planned agent Ministry of Forestry; "});
    CHECK_ROWS(told_in_chinese,
               {"林业部经过长期准备以后，成立了林业学校。", "Founding Actual agent 林业部 object 林业学校; "},
               {"林业部计划修好旧水泵。", "Plan Planned agent 林业部 object 修好旧水泵; "},
               {"林业部计划下达关于山火的指示。", "Decision Planned agent 林业部 object 关于山火的指示; "});
}

static void who_does_it(void) {
    CHECK_ROWS(told_in_chinese, {"林业部同盐业局联合召开座谈会。", "Meeting Actual agent 林业部 agent 盐业局; "},
               {"盐业局长胡子青和林业部长陈立三日抵达上海。", "Visit Actual agent 胡子青 agent 陈立 place 上海; "},
               {"郭沫若和朱德副主席三日抵达上海。", "Visit Actual agent 郭沫若 agent 朱德 place 上海; "},
               {"新任法国驻华大使马约，今天离开上海。", "Visit Actual agent 马约 place 上海; "});
    CHECK_ROWS(told_in_english,
               {"The Ministry of Forestry, in accordance with a decision of the congress, founded a school.",
                "Founding Actual agent Ministry of Forestry object school; "});
}

static void whose_deed_goes_on(void) {
    CHECK_ROWS(
        told_in_chinese,
        {"五月三日，在张庄，林业部举行了球赛。还成立了林业学校。",
         "Exhibition Actual agent 林业部 object 球赛 place 张庄; Founding Actual agent 林业部 object 林业学校; "},
        {"四川有一家商店，附设了几个学校。", "Founding Actual agent 商店 object 几个学校; "},
        {"伪军五百人，飞机四架，三日进攻张庄。", "Combat Actual agent 伪军 object 张庄; "},
        {"中国贸易代表团很忙。代表团五日离开上海。", "Visit Actual agent 中国贸易代表团 place 上海; "},
        {"林业部在美国及法国成立了林业学校。", "Founding Actual agent 林业部 object 林业学校 place 美国 place 法国; "});
}

static void who_only_looks_like_it(void) {
    CHECK_ROWS(told_in_chinese,
               {"林业部很忙，救济工人四百户，成立了林业学校。",
                "Gift Actual agent 林业部 recipient 工人; Founding Actual agent 林业部 object 林业学校; "},
               {"林业部主任陈林海代表大会发表声明。", "Statement Actual agent 陈林海 object 声明; "},
               {"一俟会员选举完毕，即将召开代表会议。", "Meeting Planned; "});
}

static void whose_country_it_is(void) {
    CHECK_ROWS(told_in_chinese, {"我国已成立林业学校。", "Founding Actual agent 中国 object 林业学校; "},
               {"缅甸客人赠送我国一套机器。", "Gift Actual agent 缅甸客人 object 机器 recipient 中国; "},
               {"我国政府已成立林业学校。", "Founding Actual agent 我国政府 object 林业学校; "});
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
    who_only_looks_like_it();
}

int main(void) {
    return read_with(all);
}
