/* Days, and dates in both languages, resolved against a reference date. */
#include "date.h"
#include "date_calendar.h"
#include "table_lexicon.h"

static Arena arena;
static const Lexicon *lexicon;

static const char periods[] = "name\tlang\tfrom\tto\tnote\n"
                              "第一个五年计划期间\tzh\t1953\t1957\t\n"
                              "解放前\tzh\t\t1949-09-30\t\n"
                              "解放后\tzh\t1949-10-01\t\t\n"
                              "before liberation\ten\t\t1949-09-30\t\n";

/* "expression=value" of every mention, seen from `reference`, with "; " between. */
static Text scan(Lang lang, const char *reference, const char *sentence) {
    bool ok;
    Text text = text_from(sentence);
    DateMentions mentions = {0};
    date_scan(lang, text, day_parse(text_from(reference), &ok), lexicon, &arena, &mentions);
    Text all = TEXT("");
    for (size_t i = 0; i < mentions.count; i++) {
        const DateMention *mention = &mentions.items[i];
        all = text_format(&arena, "%.*s%s%.*s=%.*s", TEXT_ARGS(all), i ? "; " : "",
                          TEXT_ARGS(text_span(text, mention->span)), TEXT_ARGS(mention->value_text));
    }
    return all;
}

#define ZH(sentence, expected) CHECK_TEXT(scan(LANG_ZH, "1956-03-31", sentence), expected)
#define EN(sentence, expected) CHECK_TEXT(scan(LANG_EN, "1956-03-31", sentence), expected)

static void test_days(void) {
    bool ok;
    CHECK(day_is_valid((Day){1956, 2, 29}));
    CHECK(!day_is_valid((Day){1956, 2, 30}));
    CHECK(!day_is_valid((Day){1956, 0, 3}));
    CHECK_TEXT(day_format(&arena, day_add((Day){1956, 3, 1}, -1)), "1956-02-29");
    CHECK_TEXT(day_format(&arena, day_add((Day){1955, 12, 31}, 366)), "1956-12-31");
    CHECK_TEXT(day_format(&arena, day_parse(TEXT("1956-03-00"), &ok)), "1956-03");
    CHECK(ok);
    day_parse(TEXT("1956-02-30"), &ok);
    CHECK(!ok);
    CHECK_TEXT(day_format(&arena, day_last((Day){1956, 2, 0})), "1956-02-29");
    CHECK_TEXT(day_format(&arena, day_first((Day){1956, 0, 0})), "1956-01-01");
    CHECK(day_compare((Day){1956, 3, 1}, (Day){1956, 2, 29}) > 0);
    CHECK_EQUAL(calendar_weekday((Day){1956, 3, 31}), 6);
}

static void test_chinese_days(void) {
    ZH("新华社29日讯", "29日=1956-03-29");
    ZH("三十一日开会", "三十一日=1956-03-31");
    ZH("一九五○年三月一日公布", "一九五○年三月一日=1950-03-01");
    ZH("１９５６年３月２９日", "１９５６年３月２９日=1956-03-29");
    ZH("去年十一月", "去年十一月=1955-11");
    ZH("五六年三月", "五六年三月=1956-03");
    ZH("前天到京，今天参观", "前天=1956-03-29; 今天=1956-03-31");
    ZH("昨（三十）日和昨（廿六）日", "昨（三十）日=1956-03-30; 昨（廿六）日=1956-03-26");
    ZH("明（2）日", "明（2）日=1956-04-02");
    ZH("上星期三", "上星期三=1956-03-21");
    ZH("民国三十七年", "民国三十七年=1948");
    ZH("国庆节", "国庆节=1955-10-01");
    ZH("国庆前夕", "国庆=1955-10-01");
    ZH("国庆招待会", "");
    ZH("三天三夜", "");
    ZH("十月革命，农历八月十五，同年三月", "");
}

static void test_chinese_stretches(void) {
    ZH("三月一日至七日", "三月一日至七日=1956-03-01/1956-03-07");
    ZH("今年一至三月", "今年一至三月=1956-01/1956-03");
    ZH("从一九五三年到一九五七年", "从一九五三年到一九五七年=1953/1957");
    ZH("上月下旬", "上月下旬=1956-02-21/1956-02-29");
    ZH("去年冬天", "去年冬天=1955-12/1956-02");
    ZH("去年夏收，去年夏", "去年=1955; 去年夏=1955-06/1955-08");
    ZH("去年第一季度", "去年第一季度=1955-01/1955-03");
    ZH("五十年代初", "五十年代初=1950/1952");
    ZH("十九世纪", "十九世纪=1800/1899");
    ZH("最近三天", "最近三天=1956-03-29/1956-03-31");
    ZH("第一个五年计划期间", "第一个五年计划期间=1953/1957");
    ZH("解放前和解放后", "解放前=../1949-09-30; 解放后=1949-10-01/..");
    CHECK_TEXT(scan(LANG_ZH, "1946-05-18", "解放前和解放后"), "");
}

static void test_english_days(void) {
    EN("Xinhua, March 29th:", "March 29th=1956-03-29");
    EN("on 1 October 1949", "1 October 1949=1949-10-01");
    EN("ended on the 29th.", "the 29th=1956-03-29");
    EN("arrived two days ago", "two days ago=1956-03-29");
    EN("met last Friday", "last Friday=1956-03-30");
    EN("in November of last year", "November of last year=1955-11");
    EN("on May Day", "May Day=1955-05-01");
    EN("in 1956 and 1957", "1956=1956; 1957=1957");
    EN("The work may be hard; we march on.", "");
    EN("1,956 tons; 2000 pieces", "");
    EN("the May Fourth Movement", "");
}

static void test_english_stretches(void) {
    EN("on February 26-28", "February 26-28=1956-02-26/1956-02-28");
    EN("from 1953 to 1957", "from 1953 to 1957=1953/1957");
    EN("from 13 to 15 March", "from 13 to 15 March=1956-03-13/1956-03-15");
    EN("in the 1950s", "the 1950s=1950/1959");
    EN("the third quarter of 1955", "the third quarter of 1955=1955-07/1955-09");
    EN("the last ten days of February", "the last ten days of February=1956-02-21/1956-02-29");
    EN("last week", "last week=1956-03-19/1956-03-25");
    EN("before liberation", "before liberation=../1949-09-30");
}

/* Until when something is to be done: some day of the year. */
static void test_year_out(void) {
    ZH("年内建成，争取本年内通车", "年内=1956; 本年内=1956");
    ZH("年底以前完工，今年年底前投产", "年底以前=1956; 今年年底前=1956");
    ZH("一九五七年底以前", "一九五七年底以前=1957");
    ZH("一九五五年年底前后", "一九五五年年底=1955-10/1955-12");
    ZH("三年内，几年内，青年内部", "");
    ZH("今年内蒙古丰收", "今年=1956");
    EN("finished before the year is out", "before the year is out=1956");
    EN("ready by the end of this year", "by the end of this year=1956");
    EN("within the year", "within the year=1956");
    EN("by the end of the year 1955", "1955=1955");
}

/* What is planned lies ahead of the reference, also in a list; the next clause does not. */
static void test_plans(void) {
    ZH("展览会定于五月一日至七日举行", "五月一日至七日=1956-05-01/1956-05-07");
    ZH("于二十五日午夜开始，走了三日三夜", "二十五日=1956-03-25");
    ZH("一月来开了会，三月来了信", "三月=1956-03");
    ZH("会议将于十日开幕，代表三日到京", "十日=1956-04-10; 三日=1956-03-03");
    ZH("预定在四月五日、八日和二月九日", "四月五日=1956-04-05; 八日=1956-04-08; 二月九日=1957-02-09");
    ZH("上将于二十日抵京", "二十日=1956-03-20");
    ZH("定于星期三开幕", "星期三=1956-04-04");
    EN("The hall will open on May 1. It closed on May 2.", "May 1=1956-05-01; May 2=1955-05-02");
    EN("Talks will begin on Friday, and ended on Friday.", "Friday=1956-04-06; Friday=1956-03-30");
    EN("It will open on April 5 and close on April 9", "April 5=1956-04-05; April 9=1956-04-09");
    EN("He will be away from January to April", "from January to April=1956-01/1956-04");
}

/* What is relative needs a reference; bounds are whole days. */
static void test_bounds(void) {
    CHECK_TEXT(scan(LANG_ZH, "", "昨天和三月五日"), "");
    CHECK_TEXT(scan(LANG_ZH, "", "1956年3月"), "1956年3月=1956-03");
    DateMentions mentions = {0};
    date_scan(LANG_ZH, TEXT("1956年2月"), (Day){0, 0, 0}, lexicon, &arena, &mentions);
    CHECK_EQUAL(mentions.count, 1);
    CHECK_TEXT(day_format(&arena, mentions.items[0].earliest), "1956-02-01");
    CHECK_TEXT(day_format(&arena, mentions.items[0].latest), "1956-02-29");
}

static void test_rows_of_days(void) {
    ZH("于十七、十八两日举行", "十七、十八两日=1956-03-17/1956-03-18");
    ZH("二十二、二十三两日", "二十二、二十三两日=1956-03-22/1956-03-23");
    ZH("二十二、三日", "二十二、三日=1956-03-22/1956-03-23");
    ZH("本月五、六、七三日", "本月五、六、七三日=1956-03-05/1956-03-07");
    ZH("上月二十八、九两日", "上月二十八、九两日=1956-02-28/1956-02-29");
    ZH("二月四、五日", "二月四、五日=1956-02-04/1956-02-05");
    ZH("廿七至三十日", "廿七至三十日=1956-03-27/1956-03-30");
    ZH("十七、十八连日", "十七、十八连日=1956-03-17/1956-03-18");
    ZH("二月廿八至三月二日", "二月廿八至三月二日=1956-02-28/1956-03-02");
    ZH("五、八两日", "");
    ZH("过了四、五日", "");
    ZH("前后两日", "");
    ZH("两月", "");
    ZH("二十日后", "");
    ZH("出席者五十七、十八日开会", "");
}

int main(void) {
    jmp_buf exhausted;
    if (setjmp(exhausted)) {
        return 2;
    }
    arena.exhausted = &exhausted;
    lexicon = table_lexicon(&arena, "periods.tsv", periods);
    test_rows_of_days();
    test_days();
    test_chinese_days();
    test_chinese_stretches();
    test_english_days();
    test_english_stretches();
    test_year_out();
    test_plans();
    test_bounds();
    arena_release(&arena);
    return check_report();
}
