/* Numbers in both languages: exact values, bounds, ranges, units, and what is no number. */
#include "number.h"
#include "numeral.h"
#include "table_lexicon.h"

static Arena arena;
static const Lexicon *lexicon;

static const char units[] = "word\tlang\tclassifier\tconversion\tparts\tfrom\tto\tnote\n"
                            "名\tzh\tyes\t\t\t\t\t\n"
                            "个\tzh\tyes\t\t\t\t\t\n"
                            "人\tzh\tyes\t\t\t\t\t\n"
                            "次\tzh\tyes\t\t\t\t\t\n"
                            "届\tzh\tyes\t\t\t\t\t\n"
                            "代\tzh\tyes\t\t\t\t\t\n"
                            "吨\tzh\tno\t1000 kg\t\t\t\t\n"
                            "斤\tzh\tno\t0.5 kg\t两\t\t\t\n"
                            "亩\tzh\tno\t1/15 ha\t分 1/10, 厘 1/100\t\t\t\n"
                            "元\tzh\tno\t0.0001 CNY\t\t1948-12-01\t1955-02-28\t\n"
                            "千瓦\tzh\tno\t\t\t\t\t\n"
                            "tons\ten\tno\t1000 kg\t\t\t\t\n"
                            "yuan\ten\tno\t\t\t\t\t\n";

/* "expression=value qualifier unit" of every mention, one after the other, with "; " between. */
static Text scan(Lang lang, const char *sentence) {
    Text text = text_from(sentence);
    NumberMentions mentions = {0};
    number_scan(lang, text, lexicon, &arena, &mentions);
    Text all = TEXT("");
    for (size_t i = 0; i < mentions.count; i++) {
        const NumberMention *mention = &mentions.items[i];
        Text value = mention->value.length
                         ? mention->value
                         : text_format(&arena, "%.*s..%.*s", TEXT_ARGS(mention->minimum), TEXT_ARGS(mention->maximum));
        all = text_format(&arena, "%.*s%s%.*s=%.*s %s%s%.*s", TEXT_ARGS(all), i ? "; " : "",
                          TEXT_ARGS(text_span(text, mention->span)), TEXT_ARGS(value),
                          mention->ordinal ? "ordinal" : qualifier_name(mention->qualifier),
                          mention->unit.length ? " " : "", TEXT_ARGS(mention->unit));
    }
    return all;
}

#define ZH(sentence, expected) CHECK_TEXT(scan(LANG_ZH, sentence), expected)
#define EN(sentence, expected) CHECK_TEXT(scan(LANG_EN, sentence), expected)

static void test_ratios(void) {
    CHECK_TEXT(ratio_format(&arena, ratio_make(1, 3)), "0.333333333333333");
    CHECK_TEXT(ratio_format(&arena, ratio_make(-715, 10)), "-71.5");
    CHECK_TEXT(ratio_format(&arena, ratio_of(0)), "0");
    CHECK(!ratio_exists(ratio_multiply(ratio_of(INT64_MAX), ratio_of(2))));
    CHECK(!ratio_exists(ratio_divide(ratio_of(1), ratio_of(0))));
    CHECK(ratio_compare(ratio_make(1, 3), ratio_make(1, 2)) < 0);
}

static void test_chinese_values(void) {
    ZH("来了二万七千二百一十名", "二万七千二百一十名=27210 exactly 名");
    ZH("投资五九、二七八、○○○元", "五九、二七八、○○○元=59278000 exactly 元");
    ZH("收粮三万六千四百多万斤", "三万六千四百多万斤=364000000 atLeast 斤");
    ZH("收粮五万万斤", "五万万斤=500000000 exactly 斤");
    ZH("廿三名，卅名", "廿三名=23 exactly 名; 卅名=30 exactly 名");
    ZH("廾五万名，卄名", "廾五万名=250000 exactly 名; 卄名=20 exactly 名");
    ZH("种棉一亩七分", "一亩七分=1.7 exactly 亩");
    ZH("一亩七分二厘多地", "一亩七分二厘多=1.72 atLeast 亩");
    ZH("一亩零五厘，三斤八两", "一亩零五厘=1.05 exactly 亩; 三斤八两=3 exactly 斤");
    ZH("一亩四分之一", "一亩=1 exactly 亩; 四分之一=0.25 exactly");
    ZH("炼钢14，000吨", "14，000吨=14000 exactly 吨");
    ZH("共１２８名", "１２８名=128 exactly 名");
    ZH("壹佰贰拾元", "壹佰贰拾元=120 exactly 元");
    ZH("完成百分之九十", "百分之九十=90 exactly %");
    ZH("增产百分之十二点五", "百分之十二点五=12.5 exactly %");
    ZH("完成三分之一", "三分之一=0.333333333333333 exactly");
    ZH("七十一点五吨", "七十一点五吨=71.5 exactly 吨");
    ZH("发电五百千瓦", "五百千瓦=500 exactly 千瓦");
    ZH("十五斤半", "十五斤半=15.5 exactly 斤");
    ZH("4.78万亿元", "4.78万亿元=4780000000000 exactly 元");
}

static void test_chinese_bounds(void) {
    ZH("二百三十余万人", "二百三十余万人=2300000 atLeast 人");
    ZH("几十万人", "几十万人=100000 atLeast 人");
    ZH("九百三十多名", "九百三十多名=930 atLeast 名");
    ZH("约四十万斤", "约四十万斤=400000 about 斤");
    ZH("一千人以上", "一千人以上=1000 atLeast 人");
    ZH("不足五十名", "不足五十名=50 atMost 名");
    ZH("五六千人", "五六千人=5000..6000 exactly 人");
    ZH("七、八十人", "七、八十人=70..80 exactly 人");
    ZH("两三个", "两三个=2..3 exactly 个");
    ZH("百分之十五到二十", "百分之十五到二十=15..20 exactly %");
    ZH("十八至三十万元", "十八至三十万元=180000..300000 exactly 元");
    ZH("大于二十并小于三十五", "大于二十并小于三十五=20..35 exactly");
}

static void test_chinese_others(void) {
    ZH("第三次会议", "第三=3 ordinal");
    ZH("104次列车", "104次=104 ordinal 次");
    ZH("九届二中", "九届=9 ordinal 届");
    ZH("一切一致，一起统一", "");
    ZH("万一开展三反，纪念五一", "");
    ZH("一九五六年三月二十九日", "");
    ZH("1956-03-29", "");
    ZH("五百代表", "五百=500 exactly");
    ZH("十分高兴", "");
    ZH("A4纸", "");
}

static void test_english_values(void) {
    EN("one million people", "one million=1000000 exactly");
    EN("3.5 million tons of steel", "3.5 million tons=3500000 exactly tons");
    EN("rose from 70 tons to 90 tons", "70 tons=70 exactly tons; 90 tons=90 exactly tons");
    EN("in all 1,898 units", "1,898=1898 exactly");
    EN("two and a half million", "two and a half million=2500000 exactly");
    EN("two-thirds of them", "two-thirds=0.666666666666666 exactly");
    EN("rose by 12.5 per cent", "12.5 per cent=12.5 exactly %");
    EN("two dozen ploughs", "two dozen=24 exactly");
    EN("the twenty-third session", "twenty-third=23 ordinal");
    EN("the 104th train", "104th=104 ordinal");
}

static void test_english_bounds(void) {
    EN("more than 930 representatives", "more than 930=930 atLeast");
    EN("930-odd people", "930-odd=930 atLeast");
    EN("a hundred-odd people", "a hundred-odd=100 atLeast");
    EN("hundreds of thousands of people", "hundreds of thousands=100000 atLeast");
    EN("not more than 15 members", "not more than 15=15 atMost");
    EN("handed over 96 tons", "96 tons=96 exactly tons");
    EN("sent over 96 tons", "over 96 tons=96 atLeast tons");
    EN("nearly 3,000 workers", "nearly 3,000=3000 about");
    EN("200 or more", "200 or more=200 atLeast");
    EN("five to six thousand people", "five to six thousand=5000..6000 exactly");
    EN("two or three hundred", "two or three hundred=200..300 exactly");
    EN("at most 100 and at least 20", "at most 100 and at least 20=20..100 exactly");
    EN("one of the factories helped another one", "");
    EN("at first", "");
}

/* What few write, and some do. */
static void test_rare_forms(void) {
    ZH("四分一升", "四分一=0.25 exactly");
    ZH("四分一名", "一名=1 exactly 名");
    ZH("百二萬", "百二萬=1200000 exactly");
    ZH("两个亿", "两个亿=200000000 exactly");
    EN("six million and two thirds", "six million and two thirds=6666666.66666666 exactly");
    EN("two hundred and three seconds", "two hundred and three=203 exactly");
    EN("one twenty-fifth of it", "one twenty-fifth=0.04 exactly");
    EN("three twenty-firsts", "three twenty-firsts=0.142857142857142 exactly");
    EN("three-nought-four", "three=3 exactly; nought=0 exactly; four=4 exactly");
    EN("40\u202F000 and 40\u00A0000", "40\u202F000=40000 exactly; 40\u00A0000=40000 exactly");
}

int main(void) {
    jmp_buf exhausted;
    if (setjmp(exhausted)) {
        return 2;
    }
    arena.exhausted = &exhausted;
    lexicon = table_lexicon(&arena, "units.tsv", units);
    test_ratios();
    test_chinese_values();
    test_chinese_bounds();
    test_chinese_others();
    test_english_values();
    test_english_bounds();
    test_rare_forms();
    arena_release(&arena);
    return check_report();
}
