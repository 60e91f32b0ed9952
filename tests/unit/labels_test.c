/* By what names those who act are called, and how many of them there are: sentences of our own, read with the shipped
 * rules and lexicon. */
#include "reading.h"

/* The agents of the first fact of a Chinese sentence, and what counts them: "村庄|工厂 11". */
static Text agents_of(const char *sentence) {
    Document document;
    Facts facts = facts_of(LANG_ZH, sentence, false, &document);
    Text all = TEXT("");
    for (size_t i = 0; facts.count && i < facts.items[0].fillers.count; i++) {
        const Filler *filler = &facts.items[0].fillers.items[i];
        if (filler->role == ROLE_AGENT) {
            all = text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(all), all.length ? "|" : "", TEXT_ARGS(filler->label));
        }
    }
    for (size_t i = 0; facts.count && i < facts.items[0].counts.count; i++) {
        const Count *count = &facts.items[0].counts.items[i];
        if (count->of == ROLE_AGENT) {
            all = text_format(&arena, "%.*s %.*s", TEXT_ARGS(all), TEXT_ARGS(count->number.value));
        }
    }
    return all;
}

#define AGENTS(...) CHECK_ROWS(agents_of, __VA_ARGS__)

static void numbers_of_units(void) {
    AGENTS({"十七师全体战士召开大会。", "十七师全体战士"}, {"五十二军第二师召开大会。", "五十二军第二师"},
           {"该师二六五团召开大会。", "该师二六五团"}, {"三百煤矿工人召开大会。", "煤矿工人 300"},
           {"六个师召开大会。", "师 6"});
}

static void numbers_that_count(void) {
    AGENTS({"清河区三个街四千群众召开大会。", "清河区三个街群众 4000"},
           {"清河区十一个村庄开展了植树运动。", "清河区村庄 11"}, {"这三个私营工厂召开大会。", "私营工厂 3"},
           {"这三个区开展了植树运动。", "这三个区 3"});
}

static void numbers_that_count_something_else(void) {
    AGENTS({"三百名桥梁工人开展了植树运动。", "桥梁工人 300"},
           {"清河县八十个村庄群众开展了植树运动。", "清河县八十个村庄群众"},
           {"有三百多干部开展了植树运动。", "干部 300"}, {"八丈长的大船到达清河县。", ""});
}

static void what_stands_before_names(void) {
    AGENTS({"刻清河县政府召开大会。", "清河县政府"}, {"闻国民党当局召开大会。", "国民党当局"},
           {"后国民党反动派召开大会。", "国民党反动派"}, {"后勤工作团召开大会。", "后勤工作团"},
           {"特区政府召开大会。", "特区政府"}, {"该县公安局召开大会。", "该县公安局"});
}

static void verbs_that_are_nouns(void) {
    AGENTS({"部长命令水利局召开大会。", "水利局"}, {"林业部通知水利局停止砍伐。", "林业部"},
           {"报告团召开大会。", "报告团"}, {"盐务局特组织参观团赴各地参观。", "参观团"},
           {"王大海代表全厂职工要求枪毙特务。", "王大海"}, {"盐工代表王大海要求枪毙特务。", "王大海"});
}

static void rows_that_commas_part(void) {
    AGENTS({"美方代表奥尔森中校，政府代表张朝正中校，中共代表赵海枫上校等前往清河县。", "奥尔森|张朝正|赵海枫"},
           {"清河县县长陈林山，副县长王海波，秘书长张朝正前往清河县。", "张朝正"});
}

static void persons_between_other_words(void) {
    AGENTS({"美方代表掩特中校前往清河县。", "掩特"}, {"学生会主席万泰和也前往清河县。", "万泰和"},
           {"徐行之等人说，盐田干了。", "徐行之"}, {"院长贺斯金斯前往清河县。", "贺斯金斯"},
           {"政府代表柴洛汉声称，盐田干了。", "柴洛汉"}, {"参加座谈的徐行之说，盐田干了。", "徐行之"},
           {"闻艾氏前往清河县。", ""}, {"周徐白三氏前往清河县。", ""});
}

static void meetings_that_are_meant(void) {
    AGENTS({"上海工商联举行联席（扩大）会议。会议决定办学校。", "上海工商联"},
           {"工商联谈到那次会议。会议通过了决议。", "会议"}, {"各地要先开车间的评比会议，再选能手。", ""});
}

static void clauses_that_are_no_names(void) {
    AGENTS({"合作社组织生产队修建水库。", "合作社"}, {"他敌视其他的工人，打伤了两人。", ""},
           {"盐务局连日集会，揭露敌人的言行。", "盐务局"});
    CHECK_TEXT(told_in_chinese("盐务局成立下清算委员会。"), "Founding Actual agent 盐务局 object 清算委员会; ");
}

/* The gap of one blank between the decks of a headline ends a name. */
static void decks_of_headlines(void) {
    CHECK_TEXT(told_with(LANG_ZH, "一意多造好纸 北京工商界开展植树运动", true, false),
               "Campaign Actual agent 北京工商界 object 植树运动; ");
}

static void all(void) {
    numbers_of_units();
    numbers_that_count();
    numbers_that_count_something_else();
    what_stands_before_names();
    verbs_that_are_nouns();
    rows_that_commas_part();
    persons_between_other_words();
    meetings_that_are_meant();
    clauses_that_are_no_names();
    decks_of_headlines();
}

int main(void) {
    return read_with(all);
}
