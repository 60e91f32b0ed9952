/* Numbers beside what they count: sentences of our own, read with the shipped rules. */
#include "reading.h"

/* The counts of all facts: "15 agent; ", in their order. */
static Text counted(Lang lang, const char *body) {
    Document document;
    Facts facts = facts_of(lang, body, false, &document);
    Text all = TEXT("");
    for (size_t i = 0; i < facts.count; i++) {
        for (size_t k = 0; k < facts.items[i].counts.count; k++) {
            const Count *count = &facts.items[i].counts.items[k];
            all = text_format(&arena, "%.*s%.*s %s; ", TEXT_ARGS(all), TEXT_ARGS(count->number.value),
                              count->of == ROLE_NONE ? "all" : role_name(count->of));
        }
    }
    return all;
}

static Text counted_in_chinese(const char *body) {
    return counted(LANG_ZH, body);
}

static Text counted_in_english(const char *body) {
    return counted(LANG_EN, body);
}

static void behind_what_they_count(void) {
    CHECK_ROWS(counted_in_chinese, {"印度盐业代表团一行十五人昨天到达上海。", "15 agent; "},
               {"敌机两架昨天轰炸了永顺县城。", "2 agent; "});
    CHECK_ROWS(counted_in_english,
               {"The Indian salt delegation, numbering 15, arrived in Shanghai yesterday.", "15 agent; "});
}

static void of_something_else(void) {
    CHECK_ROWS(counted_in_chinese, {/* says no more than the names */ "胡子青、陈立二人昨天到达上海。", ""},
               {/* how often it is done */ "林业部给伐木队记大功一次。", ""}, {"林业部第三次召开会议。", ""});
}

static void one_more_of_a_row(void) {
    CHECK_ROWS(counted_in_chinese,
               {"农民由地主手中收回土地四千亩，文契六百张，粮食一千石。", "4000 object; 600 object; 1000 object; "},
               {"农民由地主手中收回土地四千亩，男女学生二百人。", "4000 object; "},
               {"农民由地主手中收回土地四千亩，费工二百个。", "4000 object; "},
               {"三万骑马的农民昨天举行游行。", "30000 agent; "});
}

static void of_the_whole(void) {
    CHECK_ROWS(counted_in_chinese, {"码头工人停工两小时。", "2 all; "},
               {"港口法院判处海盗周海波徒刑五年。", "5 all; "});
    CHECK_ROWS(counted_in_english, {"The Harbour Court sentenced Chen Lin to five years' imprisonment.", "5 all; "});
    CHECK_ROWS(counted_in_chinese, {"渔业代表大会以三百票对二百票通过捕鱼法案。", "300 all; 200 all; "},
               {"林业部修成公路，全长二百公里。", "200 object; "}, {"林业部举行大会，有三千人参加。", "3000 all; "},
               {"林业部举行大会，选出三千人参加劳动。", "3000 object; "}, {"码头工人罢工，要求实行八小时工作制。", ""});
}

static void all(void) {
    behind_what_they_count();
    of_something_else();
    one_more_of_a_row();
    of_the_whole();
}

int main(void) {
    return read_with(all);
}
