/* What sentences leave unsaid, in articles of our own, read with the shipped rules. */
#include "reading.h"

/* The first fact of a kind whose evidence holds `words`, or NULL. The newspaper is that of May 6, 1956. */
static const Fact *fact_in(Lang lang, const char *body, const char *type, const char *words) {
    Document *document = ARENA_NEW(&arena, Document);
    Facts facts = facts_of(lang, body, false, document);
    for (size_t i = 0; i < facts.count; i++) {
        Fact *fact = &facts.items[i];
        Text evidence = text_span(document->sentences.items[fact->sentence].text, fact->span);
        if (fact->type == ontology_class(world.ontology, text_from(type)) &&
            text_contains(evidence, text_from(words))) {
            return fact;
        }
    }
    return NULL;
}

/* The date of that fact; "none": it is found without a date; "nothing": it is not found. */
static Text date_in(Lang lang, const char *body, const char *type, const char *words) {
    const Fact *fact = fact_in(lang, body, type, words);
    if (!fact) {
        return TEXT("nothing");
    }
    return fact->has_date ? day_format(&arena, fact->date.value) : TEXT("none");
}

static void what_a_meeting_of_one_day_does(void) {
    CHECK_TEXT(date_in(LANG_EN,
                       "The ninth meeting of the Harbour Committee was held on May 3rd. The meeting adopted the "
                       "\"Regulations on Pilots\".",
                       "dl:Decision", "adopted"),
               "1956-05-03");
    CHECK_TEXT(date_in(LANG_ZH, "港务委员会五月三日举行第九次会议。会议通过了“引水员条例”。", "dl:Decision", "通过"),
               "1956-05-03");
    CHECK_TEXT(
        date_in(LANG_ZH, "港务委员会五月三日举行第九次会议。会议五月四日通过了“引水员条例”。", "dl:Decision", "通过"),
        "1956-05-04");
}

static void what_a_meeting_of_days_does(void) {
    CHECK_TEXT(date_in(LANG_EN,
                       "The second Pilots Conference closed on May 3rd. The conference adopted the \"Regulations on "
                       "Pilots\".",
                       "dl:Decision", "adopted"),
               "none");
    CHECK_TEXT(date_in(LANG_ZH, "港务委员会五月三日召开引水工作会议，会期五天。会议通过了“引水员条例”。", "dl:Decision",
                       "通过"),
               "none");
    CHECK_TEXT(date_in(LANG_ZH, "第二届林业会议五月三日闭幕。会议最后由陈云致闭幕词。", "dl:Statement", "闭幕词"),
               "1956-05-03");
}

static void what_is_told_of_one_ceremony(void) {
    CHECK_TEXT(
        date_in(LANG_EN,
                "On May 2nd, the Ministry of Forestry awarded medals to ten rangers. At the ceremony, Deng Zihui "
                "delivered a speech on fires.",
                "dl:Statement", "delivered"),
        "1956-05-02");
    CHECK_TEXT(
        date_in(LANG_ZH, "林业部五月二日向十名护林员颁发了奖章。邓子恢在仪式上发表了讲话。", "dl:Statement", "讲话"),
        "1956-05-02");
    CHECK_TEXT(
        date_in(LANG_ZH, "林业部五月二日向十名护林员颁发了奖章。邓子恢作了关于防火的报告。", "dl:Statement", "报告"),
        "none");
    CHECK_TEXT(date_in(LANG_ZH, "中国林业学会五月二日成立。北京林业学会也同时成立。", "dl:Founding", "同时成立"),
               "1956-05-02");
    CHECK_TEXT(date_in(LANG_ZH, "林业部五月二日颁发了奖章。五月四日天气很好。邓子恢在仪式上发表了讲话。",
                       "dl:Statement", "讲话"),
               "none");
}

/* A day without a year: what is to come has the coming one, what has happened never has. */
static void what_is_still_to_come(void) {
    CHECK_TEXT(date_in(LANG_ZH, "林业部将于六月五日在旅大举行护林会议。", "dl:Meeting", "护林会议"), "1956-06-05");
    CHECK_TEXT(date_in(LANG_ZH, "六月五日林业部将举行护林会议。", "dl:Meeting", "护林会议"), "1956-06-05");
    CHECK_TEXT(date_in(LANG_EN, "A conference on pilots is to be held in Harbin by the Harbour Committee on June 5.",
                       "dl:Meeting", "held"),
               "1956-06-05");
    CHECK_TEXT(date_in(LANG_ZH, "林业部五月三日讨论了情况，五月九日又举行座谈会。", "dl:Meeting", "座谈会"), "none");
    CHECK_TEXT(date_in(LANG_ZH, "三月五日林业部将举行护林会议。", "dl:Meeting", "护林会议"), "1956-03-05");
    CHECK_TEXT(date_in(LANG_ZH, "新华社四月二十八日电：林业部五月五日在旅大举行护林会议。", "dl:Meeting", "护林会议"),
               "1956-05-05");
    CHECK_TEXT(date_in(LANG_ZH, "林业部三月五日在旅大举行护林会议。", "dl:Meeting", "护林会议"), "1956-03-05");
    CHECK_TEXT(date_in(LANG_EN, "On May 2, Premier Nehru issued a statement that the talks will begin on June 5.",
                       "dl:Statement", "statement"),
               "1956-05-02");
    CHECK_TEXT(
        date_in(LANG_EN, "Premier Nehru issued a statement on the talks of June 5.", "dl:Statement", "statement"),
        "none");
}

/* The first filler of a role of that fact; "nothing": there is none. */
static Text filler_in(Lang lang, const char *body, const char *type, const char *words, Role role) {
    const Fact *fact = fact_in(lang, body, type, words);
    for (size_t i = 0; fact && i < fact->fillers.count; i++) {
        if (fact->fillers.items[i].role == role) {
            return fact->fillers.items[i].label;
        }
    }
    return TEXT("nothing");
}

static Text label_in(Lang lang, const char *body, const char *type, const char *words) {
    const Fact *fact = fact_in(lang, body, type, words);
    return fact ? fact->label : TEXT("nothing");
}

static void which_meeting(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "林业部第二届护林会议五月三日闭幕。大会通过了“护林条例”。", "dl:Decision", "通过",
                         ROLE_AGENT),
               "林业部第二届护林会议");
    CHECK_TEXT(label_in(LANG_ZH, "林业部昨天召开座谈会。去年的全国护林会议已有决定。", "dl:Meeting", "座谈会"),
               "座谈会");
    CHECK_TEXT(label_in(LANG_ZH, "全国护林会议以后，各地很重视。林业部昨天举行这次座谈会。", "dl:Meeting", "座谈会"),
               "座谈会");
    CHECK_TEXT(label_in(LANG_EN,
                        "The Ministry of Forestry held a meeting. The Second Pilots Conference had asked for it.",
                        "dl:Meeting", "held a meeting"),
               "meeting");
}

static Text occasion_in(Lang lang, const char *body, const char *words) {
    return filler_in(lang, body, "dl:Statement", words, ROLE_OCCASION);
}

static size_t count_of(Lang lang, const char *body, const char *type, const char *words, Role role) {
    const Fact *fact = fact_in(lang, body, type, words);
    size_t count = 0;
    for (size_t i = 0; fact && i < fact->fillers.count; i++) {
        count += fact->fillers.items[i].role == role;
    }
    return count;
}

/* Names of which some are words too. */
static void who_stands_in_a_row(void) {
    const char *row = "大会选举周海波为主席，王汝康、何任之、陈道、李正等为副主席。";
    CHECK_EQUAL(count_of(LANG_ZH, row, "dl:Election", "副主席", ROLE_OBJECT), 4);
    CHECK_EQUAL(count_of(LANG_EN, "The Ministry of Forestry sent a letter to Wang Bojun and Luo Haiji.", "dl:Message",
                         "letter", ROLE_RECIPIENT),
                2);
}

static void who_is_called_so(void) {
    CHECK_TEXT(
        filler_in(LANG_ZH, "林业部造林局调查处处长周海波认为，山上的树太少了。", "dl:Statement", "认为", ROLE_AGENT),
        "周海波");
}

static void who_is_attacked(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "林业部工程师李大明揭露厂长周海波偷卖木材。", "dl:Statement", "揭露", ROLE_RECIPIENT),
               "周海波");
    CHECK_EQUAL(count_of(LANG_ZH, "林业部工程师李大明批判了厂长周海波、工人何大勇的错误言论。", "dl:Statement", "批判",
                         ROLE_RECIPIENT),
                2);
    CHECK_TEXT(filler_in(LANG_ZH, "林业部工程师李大明说，周海波偷卖木材。", "dl:Statement", "说", ROLE_RECIPIENT),
               "nothing");
}

static void where_somebody_speaks(void) {
    CHECK_TEXT(occasion_in(LANG_ZH, "邓子恢在第二次护林大会上发表了讲话。", "讲话"), "第二次护林大会");
    CHECK_TEXT(occasion_in(LANG_ZH, "邓子恢在今天的一次护林员集会上发表了讲话。", "讲话"), "护林员集会");
    CHECK_TEXT(occasion_in(LANG_ZH, "林业部五月三日举行几次座谈会。工程师李大明说，山上的树太少了。", "李大明说"),
               "nothing");
    CHECK_TEXT(date_in(LANG_ZH, "林业部五月三日举行会议。邓子恢在座谈会上发表了讲话。", "dl:Statement", "讲话"),
               "1956-05-03");
    CHECK_TEXT(
        date_in(LANG_ZH, "第二届林业会议五月三日开幕。工程师李大明说，山上的树太少了。", "dl:Statement", "李大明说"),
        "1956-05-03");
    CHECK_TEXT(date_in(LANG_ZH, "中国林业学会五月二日成立。北京林业学会亦同日成立。", "dl:Founding", "同日"),
               "1956-05-02");
    CHECK_TEXT(date_in(LANG_ZH, "林业部决定今年多种柳树。", "dl:Decision", "决定"), "none");
    CHECK_TEXT(occasion_in(LANG_ZH, "五月三日在旅大举行了隆重的开工典礼。会上，邓子恢讲话。", "讲话"), "开工典礼");
    CHECK_TEXT(label_in(LANG_ZH, "林业部在旅大举行了隆重的开工典礼。大会在歌声中开始。", "dl:Meeting", "大会"),
               "开工典礼");
    CHECK_TEXT(occasion_in(LANG_ZH, "林业部五月三日举行座谈会。邓子恢在最近召开的各村村长的会议上讲话。", "讲话"),
               "各村村长的会议");
    CHECK_TEXT(occasion_in(LANG_ZH, "邓子恢同意陈云在护林会议上的报告。", "同意"), "nothing");
    CHECK_TEXT(occasion_in(LANG_ZH, "林业部五月三日举行第二次座谈会。工程师李大明说，山上的树太少了。", "李大明说"),
               "第二次座谈会");
    CHECK_TEXT(date_in(LANG_ZH, "林业部五月三日举行第二次座谈会。工程师李大明说，山上的树太少了。", "dl:Statement",
                       "李大明说"),
               "1956-05-03");
    CHECK_TEXT(occasion_in(LANG_ZH, "林业部五月三日举行座谈会。五月四日，工程师李大明说，山上的树太少了。", "李大明说"),
               "nothing");
    CHECK_TEXT(occasion_in(LANG_ZH, "林业部五月三日举行座谈会。会后，工程师李大明说，山上的树太少了。", "李大明说"),
               "nothing");
    CHECK_TEXT(occasion_in(LANG_ZH,
                           "林业部五月三日举行座谈会。五月四日，邓子恢到达旅大。工程师李大明说，山上的树太少了。",
                           "李大明说"),
               "nothing");
    CHECK_TEXT(occasion_in(LANG_ZH, "林业部五月三日举行座谈会。林业部说，山上的树太少了。", "林业部说"), "nothing");
    CHECK_TEXT(occasion_in(LANG_EN,
                           "The Ministry of Forestry held a Rangers Forum on May 3. The engineer Li Daming said that "
                           "there were too few trees.",
                           "said"),
               "Rangers Forum");
}

static void which_plant(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "全国林业工会常委会议昨天在旅大举行。常委会决定多种柳树。", "dl:Decision", "决定",
                         ROLE_AGENT),
               "全国林业工会常委会");
    CHECK_TEXT(filler_in(LANG_EN,
                         "The Harbin Cement Plant is old. The Shiyan Paper Mill has good workers. Last year the plant "
                         "fulfilled its production plan.",
                         "dl:Production", "fulfilled", ROLE_AGENT),
               "Shiyan Paper Mill");
    CHECK_TEXT(filler_in(LANG_ZH, "石岘造纸厂很好。安东造纸总厂厂长刘大海很努力，因此，该厂去年完成了生产计划。",
                         "dl:Production", "完成", ROLE_AGENT),
               "安东造纸总厂");
    CHECK_TEXT(filler_in(LANG_ZH, "青山煤矿很大。这个矿有三口井。全矿去年完成了生产计划。", "dl:Production", "完成",
                         ROLE_AGENT),
               "青山煤矿");
    CHECK_TEXT(filler_in(LANG_ZH, "湖南省天气很好。今春全省完成了造林计划。", "dl:Production", "完成", ROLE_AGENT),
               "湖南省");
}

static void whose_day_a_sitting_has(void) {
    const char *chinese = "港务委员会五月三日召开首次常委会议。除主席陈云已于五月一日选出外，常委会确定人选如下："
                          "秘书长周海波，供应部长王海兵。";
    CHECK_TEXT(date_in(LANG_ZH, chinese, "dl:Appointment", "王海兵"), "1956-05-03");
    CHECK_TEXT(filler_in(LANG_ZH, chinese, "dl:Appointment", "王海兵", ROLE_AGENT), "常委会");
    CHECK_TEXT(
        date_in(LANG_EN,
                "The Harbour Committee held its first Standing Committee meeting on May 3rd. Besides Chen Lin, who "
                "was elected on May 1st, the Standing Committee settled the following personnel: "
                "Secretary-General Zhou Hai, Minister of Health Wang Hai.",
                "dl:Appointment", "Wang Hai"),
        "1956-05-03");
}

static void who_is_only_named_in_a_row(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "林业部今天宣布，改编护林队为第一师，第二师，第三师，并任命陈云为第一师师长。",
                         "dl:Appointment", "陈云", ROLE_AGENT),
               "林业部");
}

static void whose_the_subject_is(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "旅大部分搬来的居民，到矿上住下，决心修好水泵。", "dl:Plan", "修好水泵", ROLE_AGENT),
               "nothing");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部开了会，决心修好水泵。", "dl:Plan", "修好水泵", ROLE_AGENT), "林业部");
    CHECK_TEXT(filler_in(LANG_ZH, "驻守旅大之林业部，到矿上住下，决心修好水泵。", "dl:Plan", "修好水泵", ROLE_AGENT),
               "林业部");
    CHECK_TEXT(filler_in(LANG_ZH, "驻守旅大之前，到矿上住下，决心修好水泵。", "dl:Plan", "修好水泵", ROLE_AGENT),
               "nothing");
}

static void what_lasts(void) {
    CHECK_TEXT(date_in(LANG_ZH, "林业部从四月二日到四月五日举行护林会议。", "dl:Meeting", "护林会议"), "1956-04-05");
    CHECK_TEXT(date_in(LANG_ZH, "林业部四月下旬举行护林会议。", "dl:Meeting", "护林会议"), "1956-04");
    CHECK_TEXT(date_in(LANG_ZH, "林业部三月到四月举行护林会议。", "dl:Meeting", "护林会议"), "1956");
    CHECK_TEXT(date_in(LANG_EN, "The Ministry of Forestry held a rangers conference from April 29 to May 2.",
                       "dl:Meeting", "held"),
               "1956-05-02");
    CHECK_TEXT(date_in(LANG_ZH, "历时三十天之旅大海员大罢工，已于五月二日胜利结束。", "dl:Demonstration", "罢工"),
               "1956-05-02");
    CHECK_TEXT(date_in(LANG_ZH, "林业部举行护林会议，五月二日开始种树。", "dl:Meeting", "护林会议"), "none");
}

/* Who "he" is: the subject before, if that is one of his kind and nobody else can be meant. */
static void who_a_pronoun_is(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "林业部长梁大海今天到达旅大。他参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "梁大海");
    CHECK_TEXT(filler_in(LANG_EN, "Forestry Minister Liang Dahai arrived in Dalian today. He visited a paper mill.",
                         "dl:Visit", "visited", ROLE_AGENT),
               "Liang Dahai");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部长梁大海今天到达旅大，下午他参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "梁大海");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部今天举行会议。他参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT), "nothing");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部长梁大海今天到达旅大。梁大海的夫人也来了。他参观了造纸厂。", "dl:Visit",
                         "参观", ROLE_AGENT),
               "nothing");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部长梁大海说，陈云来了。他参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "nothing");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部长梁大海说，陈云来了。他感谢造纸厂。", "dl:Statement", "感谢", ROLE_AGENT),
               "梁大海");
    CHECK_TEXT(filler_in(LANG_EN, "Forestry Minister Liang Dahai said that Chen Yun came. He thanked a paper mill.",
                         "dl:Statement", "thanked", ROLE_AGENT),
               "Liang Dahai");
    CHECK_TEXT(filler_in(LANG_EN, "Forestry Minister Liang Dahai arrived in Dalian today. It visited a paper mill.",
                         "dl:Visit", "visited", ROLE_AGENT),
               "nothing");
}

static void who_several_are(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "缅甸农民代表团今天到达旅大。他们参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "缅甸农民代表团");
    CHECK_TEXT(filler_in(LANG_ZH, "缅甸农民代表团来电称：码头很忙，他们参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "nothing");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部长梁大海今天到达旅大。他们参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "nothing");
    const Fact *fact =
        fact_in(LANG_EN, "Premier Nehru and Premier Zhou Enlai arrived in Dalian today. They visited a paper mill.",
                "dl:Visit", "visited");
    CHECK(fact && fact->fillers.count > 1 && fact->fillers.items[0].role == ROLE_AGENT &&
          fact->fillers.items[1].role == ROLE_AGENT);
    CHECK_TEXT(filler_in(LANG_ZH, "中国今天同缅甸举行会谈。双方签订了贸易协定。", "dl:Agreement", "签订", ROLE_AGENT),
               "中国");
    CHECK_TEXT(filler_in(LANG_ZH, "中国今天举行会谈。双方签订了贸易协定。", "dl:Agreement", "签订", ROLE_AGENT),
               "nothing");
    fact = fact_in(LANG_ZH, "中国和缅甸今天举行会谈。双方签订了贸易协定。", "dl:Agreement", "签订");
    CHECK(fact && fact->fillers.count > 1);
    CHECK_TEXT(fact ? fact->fillers.items[0].label : TEXT("nothing"), "中国");
    CHECK_TEXT(fact ? fact->fillers.items[1].label : TEXT("nothing"), "缅甸");
}

/* Who has been named in full is meant by the short form of his name. */
static void who_a_short_name_is(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "法国总统樊尚·罗贝尔到达旅大。罗贝尔参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "樊尚·罗贝尔");
    CHECK_TEXT(filler_in(LANG_ZH, "林业局主任黄德民到达旅大。黄主任参观了造纸厂。", "dl:Visit", "参观", ROLE_AGENT),
               "黄德民");
    CHECK_TEXT(filler_in(LANG_EN, "President Vincent Lehtinen arrived in Dalian. Lehtinen visited a paper mill.",
                         "dl:Visit", "visited", ROLE_AGENT),
               "Vincent Lehtinen");
    CHECK_TEXT(filler_in(LANG_EN, "Director Huang Demin arrived in Dalian. Huang visited a paper mill.", "dl:Visit",
                         "visited", ROLE_AGENT),
               "Huang Demin");
    CHECK_TEXT(filler_in(LANG_EN,
                         "Director Huang Demin and Director Huang Lihai arrived in Dalian. Director Huang visited a "
                         "paper mill.",
                         "dl:Visit", "visited", ROLE_AGENT),
               "Huang");
}

static void what_a_short_name_of_a_body_is(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "渔业盐业工会（以下简称“渔盐会”）开会。渔盐会发表声明。", "dl:Statement", "声明",
                         ROLE_AGENT),
               "渔业盐业工会");
    CHECK_TEXT(filler_in(LANG_EN, "The Norwegian Fishery Union (NFU) met. The NFU issued a statement on the talks.",
                         "dl:Statement", "statement", ROLE_AGENT),
               "Norwegian Fishery Union");
}

/* The names in a role of a fact, with "; " between. */
static Text names_in(const Fact *fact, Role role) {
    Text names = TEXT("");
    for (size_t i = 0; fact && i < fact->fillers.count; i++) {
        const Filler *filler = &fact->fillers.items[i];
        if (filler->role == role) {
            names =
                text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(names), names.length ? "; " : "", TEXT_ARGS(filler->label));
        }
    }
    return names;
}

static void what_a_printed_letter_says_of_itself(void) {
    static const char letter[] = "港务局五月五日电贺渔民协会，电文如下：\n\n渔民协会主席周海波、副主席何大勇同志：\n\n"
                                 "祝你们丰收。\n\n港务局　五月四日\n";
    CHECK_TEXT(names_in(fact_in(LANG_ZH, letter, "dl:Message", "何大勇"), ROLE_RECIPIENT), "渔民协会; 周海波; 何大勇");
    CHECK_TEXT(filler_in(LANG_ZH, letter, "dl:Message", "何大勇", ROLE_AGENT), "港务局");
    CHECK(fact_in(LANG_ZH, letter, "dl:Message", "四日") == NULL);
    static const char undated[] = "港务局电贺渔民协会，电文如下：\n\n渔民协会主席周海波、副主席何大勇同志：\n\n"
                                  "祝你们丰收。\n\n港务局　五月四日\n";
    CHECK_TEXT(date_in(LANG_ZH, undated, "dl:Message", "四日"), "1956-05-04");
    static const char unsent[] = "港务局开了会。\n\n渔民协会主席周海波、副主席何大勇同志：\n\n祝你们丰收。\n";
    CHECK(fact_in(LANG_ZH, unsent, "dl:Message", "何大勇") == NULL);
}

/* An item of its own has its own subject. */
static void what_another_item_has_no_share_in(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "林业部五月三日举行会议。通过了“护林条例”。", "dl:Decision", "通过", ROLE_AGENT),
               "林业部");
    CHECK_TEXT(filler_in(LANG_ZH, "林业部五月三日举行会议。△通过了“护林条例”。", "dl:Decision", "通过", ROLE_AGENT),
               "nothing");
}

static void who_says_so(void) {
    CHECK_TEXT(filler_in(LANG_ZH, "据法新闻处讯：周海波承认“会议已经破裂”。", "dl:Statement", "承认", ROLE_ATTRIBUTED),
               "法新闻处");
    CHECK_TEXT(
        filler_in(LANG_ZH, "据路透社消息，林业部五月三日举行护林会议。", "dl:Meeting", "护林会议", ROLE_ATTRIBUTED),
        "路透社");
    CHECK_TEXT(filler_in(LANG_EN, "According to Reuters, Premier Nehru visited a paper mill yesterday.", "dl:Visit",
                         "visited", ROLE_ATTRIBUTED),
               "Reuters");
    CHECK_TEXT(filler_in(LANG_EN, "According to newspapers, Premier Nehru visited a paper mill yesterday.", "dl:Visit",
                         "visited", ROLE_ATTRIBUTED),
               "nothing");
}

/* What persons say after a meeting of the dispatch is told of, they say there. */
static void where_persons_speak(void) {
    const char *one = "林业部五月二日举行护林座谈会。邓子恢说，山火很多。";
    CHECK_TEXT(filler_in(LANG_ZH, one, "dl:Statement", "山火", ROLE_OCCASION), "护林座谈会");
    CHECK_TEXT(date_in(LANG_ZH, one, "dl:Statement", "山火"), "1956-05-02");
}

/* One who speaks alone is heard again; where others speak too, each is heard once. */
static void who_speaks_alone(void) {
    const char *alone = "邓子恢说，山火很多。邓子恢说，水坝坚固。";
    const char *among = "邓子恢说，山火很多。陈云说，食盐不够。邓子恢说，水坝坚固。";
    CHECK_TEXT(filler_in(LANG_ZH, alone, "dl:Statement", "水坝", ROLE_AGENT), "邓子恢");
    CHECK_TEXT(filler_in(LANG_ZH, among, "dl:Statement", "水坝", ROLE_AGENT), "nothing");
}

static void all(void) {
    what_a_meeting_of_one_day_does();
    what_a_meeting_of_days_does();
    what_is_told_of_one_ceremony();
    where_persons_speak();
    who_speaks_alone();
    what_lasts();
    what_is_still_to_come();
    which_meeting();
    who_stands_in_a_row();
    who_is_called_so();
    who_is_attacked();
    where_somebody_speaks();
    which_plant();
    whose_day_a_sitting_has();
    who_is_only_named_in_a_row();
    whose_the_subject_is();
    who_a_pronoun_is();
    who_several_are();
    who_a_short_name_is();
    what_a_short_name_of_a_body_is();
    what_a_printed_letter_says_of_itself();
    what_another_item_has_no_share_in();
    who_says_so();
}

int main(void) {
    return read_with(all);
}
