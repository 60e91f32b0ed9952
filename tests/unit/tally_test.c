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

static void behind_what_they_count(void) {
    CHECK_TEXT(counted(LANG_ZH, "印度盐业代表团一行十五人昨天到达上海。"), "15 agent; ");
    CHECK_TEXT(counted(LANG_ZH, "敌机两架昨天轰炸了永顺县城。"), "2 agent; ");
    CHECK_TEXT(counted(LANG_EN, "The Indian salt delegation, numbering 15, arrived in Shanghai yesterday."),
               "15 agent; ");
}

static void of_something_else(void) {
    CHECK_TEXT(counted(LANG_ZH, "胡子青、陈立二人昨天到达上海。"), ""); /* says no more than the names */
    CHECK_TEXT(counted(LANG_ZH, "林业部给伐木队记大功一次。"), "");     /* how often it is done */
    CHECK_TEXT(counted(LANG_ZH, "林业部第三次召开会议。"), "");
}

static void all(void) {
    behind_what_they_count();
    of_something_else();
}

int main(void) {
    return read_with(all);
}
