/* Mentions, phrases and names of things, on sentences of our own, with the shipped lexicon. */
#include "discourse.h"
#include "filler.h"
#include "naming.h"
#include "reading.h"
#include "trailing.h"

static Tagged tag(Lang lang, const char *sentence, Document *document, Article *article) {
    Text text = text_from(sentence);
    *article = (Article){.name = TEXT("test"), .path = TEXT("test"), .file = text, .date = {1956, 5, 3}};
    article->version[lang] = (Version){.present = true, .text = text, .body = text, .headline = text_slice(text, 0, 0)};
    CHECK(segment_article(article, world.lexicon, &arena, document) == DATELINE_OK);
    Tagged tagged;
    Named named = {0};
    for (size_t i = 0; i < document->sentences.count; i++) {
        tagger_run(world.ontology, world.lexicon, document, &document->sentences.items[i], &named, &arena, &tagged);
    }
    return tagged;
}

/* Is there a mention of this class with these words, and is this its name? */
static bool mentions(Lang lang, const char *sentence, const char *words, const char *class_name, const char *name) {
    Article article;
    Document document;
    Tagged tagged = tag(lang, sentence, &document, &article);
    size_t begin = text_find(tagged.sentence->text, text_from(words));
    if (begin == SIZE_MAX) {
        return false;
    }
    Span span = {begin, begin + text_from(words).length};
    const Mention *mention =
        tagger_mention(&tagged, CLASS_IDS(ontology_class(world.ontology, text_from(class_name))), span);
    Span named = mention && mention->kind == MENTION_NAME ? mention->core : span;
    return mention && text_equal(naming_of(&tagged, named, &arena).label, text_from(name));
}

/* Does the first comma of a sentence, or of a headline, join what stands beside it? */
static bool comma_joins(const char *sentence, SentenceKind kind) {
    Article article;
    Document document;
    Tagged tagged = tag(LANG_EN, sentence, &document, &article);
    document.sentences.items[document.sentences.count - 1].kind = kind;
    size_t comma = tokens_beginning(&tagged.tokens, text_find(tagged.sentence->text, TEXT(",")));
    return comma != SIZE_MAX && tagger_joins(&tagged, comma);
}

static void test_commas_of_headlines(void) {
    CHECK(comma_joins("Norway, Chile Sign Fishery Treaty", SENTENCE_HEADLINE));
    CHECK(comma_joins("Norway, Chile, Peru to Sign Fishery Treaty", SENTENCE_HEADLINE));
    CHECK(!comma_joins("Norway, Chile Sign Fishery Treaty", SENTENCE_BODY));
    CHECK(!comma_joins("Zhou Enlai, Premier, Visits Chile", SENTENCE_HEADLINE));
    CHECK(!comma_joins("In Winter, Workers Sign Treaty", SENTENCE_HEADLINE));
    CHECK(!comma_joins("Norway, Chile", SENTENCE_HEADLINE));
}

static void test_rows_of_places(void) {
    CHECK(mentions(LANG_ZH, "赤峰、凌渊、建岱等县昨日开会。", "凌渊", "Place", "凌渊"));
    CHECK(mentions(LANG_ZH, "赤峰、凌渊、建岱等县昨日开会。", "建岱", "Place", "建岱"));
    CHECK(mentions(LANG_ZH, "赤峰、崇岱等六县农民开会。", "崇岱", "Place", "崇岱"));
    CHECK(!mentions(LANG_ZH, "工人、农民等县干部开会。", "工人", "Place", "工人"));
    CHECK(!mentions(LANG_ZH, "张力、王云等县领导人开会。", "王云", "Place", "王云"));
    CHECK(!mentions(LANG_ZH, "修堤、筑路等工作做完了。", "筑路", "Place", "筑路"));
}

/* A line of a table: words of a sentence, and the class and the name of a mention. */
typedef struct MentionRow {
    const char *sentence;
    const char *words;
    const char *class_name;
    const char *name;
} MentionRow;

static void check_mentions(Lang lang, const MentionRow *rows, bool wanted, int line) {
    for (; rows->sentence; rows++) {
        check_that(mentions(lang, rows->sentence, rows->words, rows->class_name, rows->name) == wanted, __FILE__, line,
                   rows->sentence);
    }
}

#define MENTIONED(lang, ...) check_mentions((lang), (const MentionRow[]){__VA_ARGS__, {0}}, true, __LINE__)
#define NOT_MENTIONED(lang, ...) check_mentions((lang), (const MentionRow[]){__VA_ARGS__, {0}}, false, __LINE__)

/* Who has been named with a title is known without one; a name of two characters only where it ends. */
static void test_persons_named_before(void) {
    MENTIONED(LANG_ZH, {"盐业局长胡子青到会。胡子青说，盐很多。", "胡子青", "dl:Person", "胡子青"},
              {"盐业局长陈立到会。昨天陈立批评了他们。", "陈立", "dl:Person", "陈立"});
    NOT_MENTIONED(LANG_ZH, {"盐业局到会。后来子青说，盐很多。", "子青", "dl:Person", "子青"},
                  {"盐业局长陈立到会。昨天陈立贤批评了他们。", "陈立", "dl:Person", "陈立"});
    MENTIONED(LANG_EN, {"Ambassador Lehtinen came. Today Lehtinen spoke.", "Lehtinen", "dl:Person", "Lehtinen"});
}

static void test_english_names(void) {
    const char *sentence = "The second Forest Workers Conference of the Ministry of Forestry closed.";
    MENTIONED(LANG_EN,
              {sentence, "The second Forest Workers Conference of the Ministry of Forestry", "dl:Meeting",
               "second Forest Workers Conference of the Ministry of Forestry"},
              {sentence, "the Ministry of Forestry", "dl:Organization", "Ministry of Forestry"},
              {"More than 60 delegates attending the rally sang.", "More than 60 delegates attending the rally",
               "dl:Group", "delegates attending the rally"},
              {"The Bulgarian Railway Workers' Delegation arrived.", "The Bulgarian Railway Workers' Delegation",
               "dl:Group", "Bulgarian Railway Workers' Delegation"},
              {"Premier Zhou Enlai spoke.", "Premier Zhou Enlai", "dl:Person", "Zhou Enlai"},
              {"Systems under the Ministry of Forestry drew up plans.", "Systems under the Ministry of Forestry",
               "dl:Group", "Systems under the Ministry of Forestry"});
    NOT_MENTIONED(LANG_EN, {sentence, "Forest Workers", "dl:Group", "Forest Workers"});
}

static void test_whole_english_names(void) {
    MENTIONED(LANG_EN,
              {"The Hengshan No. 2 Paper Mill opened.", "The Hengshan No. 2 Paper Mill", "dl:Enterprise",
               "Hengshan No. 2 Paper Mill"},
              {"The Korean People's Army Song and Dance Ensemble came.",
               "The Korean People's Army Song and Dance Ensemble", "dl:Organization",
               "Korean People's Army Song and Dance Ensemble"},
              {"Fishermen along the coast of southern Fujian came.", "Fishermen along the coast of southern Fujian",
               "dl:Group", "Fishermen along the coast of southern Fujian"});
}

static void test_chinese_armies(void) {
    const char *sentence = "上午八时国民党六十军向县城进攻。";
    MENTIONED(LANG_ZH, {sentence, "国民党六十军", "dl:MilitaryUnit", "国民党六十军"},
              {"豫北国民党六十军向县城进攻。", "豫北国民党六十军", "dl:MilitaryUnit", "豫北国民党六十军"});
    NOT_MENTIONED(LANG_ZH, {sentence, "八时国民党六十军", "dl:MilitaryUnit", "八时国民党六十军"});
}

static void test_foreign_names_in_parts(void) {
    MENTIONED(LANG_ZH, {"缅甸总理貌·登今天到达。", "缅甸总理貌·登", "dl:Person", "貌·登"},
              {"画家巴尔·克里希纳·萨马到达。", "画家巴尔·克里希纳·萨马", "dl:Person", "巴尔·克里希纳·萨马"},
              {"塞古·杜尔首相在昆明。", "塞古·杜尔", "dl:Person", "塞古·杜尔"});
    NOT_MENTIONED(LANG_ZH, {"新产品·新技术展览开始。", "新产品·新技术", "dl:Person", "新产品·新技术"});
}

static void test_english_edges(void) {
    MENTIONED(LANG_EN, {"They wrote to Mr. Lee about the dam.", "Mr. Lee", "dl:Person", "Lee"},
              {"The medal went to K. Orlov, a miner.", "K. Orlov", "dl:Person", "K. Orlov"},
              {"Harbin Branch of the Salt Bureau Established in Jilin", "Harbin Branch of the Salt Bureau",
               "dl:Organization", "Harbin Branch of the Salt Bureau"},
              {"Workers of the six salt mills belonging to the Harbin Salt Bureau met.",
               "Workers of the six salt mills belonging to the Harbin Salt Bureau", "dl:Group",
               "Workers of the six salt mills belonging to the Harbin Salt Bureau"},
              {"Premier Nehru and Foreign Minister Morelli left.", "Foreign Minister Morelli", "dl:Person", "Morelli"},
              {"It named Committee Members Gao Da and Li Er.", "Gao Da", "dl:Person", "Gao Da"},
              {"Tenth Congress of the Union of Dyers Closes", "Tenth Congress of the Union of Dyers", "dl:Meeting",
               "Tenth Congress of the Union of Dyers"},
              {"All-China Federation of Trade Unions Standing Committee Meeting Opens",
               "All-China Federation of Trade Unions Standing Committee Meeting", "dl:Meeting",
               "All-China Federation of Trade Unions Standing Committee Meeting"},
              {"The Harbin Federation of Workers and Staff sang.", "The Harbin Federation of Workers and Staff",
               "dl:Organization", "Harbin Federation of Workers and Staff"},
              {"The industrial and commercial circles of Harbin sang.",
               "The industrial and commercial circles of Harbin", "dl:Group",
               "industrial and commercial circles of Harbin"},
              {"It was told to Wexley, the ambassador of Norway, today.", "Wexley", "dl:Person", "Wexley"},
              {"They came to today's meeting.", "meeting", "dl:Meeting", "meeting"},
              {"They met President and Foreign Minister Nehru yesterday.", "President and Foreign Minister Nehru",
               "dl:Person", "Nehru"});
    NOT_MENTIONED(LANG_EN, {"Foreign Minister Leaves for Home", "Leaves", "dl:Person", "Leaves"},
                  {"Wexley, the ambassador of Norway, left.", "Wexley", "dl:Person", "Wexley"},
                  {"The new theater groups sang.", "The new theater", "dl:Organization", "new theater"},
                  {"The newspaper reading groups sang.", "The newspaper", "dl:Organization", "newspaper"});
}

static void test_chinese_names(void) {
    MENTIONED(LANG_ZH,
              {"林业部第二届林业工作者代表会议闭幕。", "林业部第二届林业工作者代表会议", "dl:Meeting",
               "林业部第二届林业工作者代表会议"},
              {"三月间茶农工会举行会议。", "茶农工会", "dl:Organization", "茶农工会"},
              {"茶农工会举行会议。", "茶农工会", "dl:Organization", "茶农工会"},
              {"中共辽宁省委举行会议。", "中共辽宁省委", "dl:Committee", "中共辽宁省委"},
              {"徐水县委举行会议。", "徐水县委", "dl:Committee", "徐水县委"},
              {"天津市委员会常务委员林茂到会。", "天津市委员会常务委员林茂", "dl:Person", "林茂"},
              {"奖金发给出席会议的六十多名代表。", "出席会议的六十多名代表", "dl:Group", "出席会议的代表"},
              {"林业部所属各专业系统订出规划。", "林业部所属各专业系统", "dl:Group", "林业部所属各专业系统"},
              {"林业部所属三个林场的全体职工来信。", "林业部所属三个林场的全体职工", "dl:Group",
               "林业部所属三个林场的全体职工"},
              {"希腊保皇军二十个兵士来犯。", "希腊保皇军二十个兵士", "dl:Group", "希腊保皇军兵士"},
              {"代表们表示满意。", "代表们", "dl:Group", "代表们"});
}

/* What ends in a head behind 的 may be a clause with a verb of its own. */
static void test_chinese_clauses(void) {
    MENTIONED(LANG_ZH, {"胡子青副部长代表教育部到会。", "教育部", "dl:Ministry", "教育部"},
              {"“坚持”盐业合作社成立。", "“坚持”盐业合作社", "dl:Organization", "“坚持”盐业合作社"},
              {"最近开办的学校已经开学。", "开办的学校", "dl:Organization", "开办的学校"},
              {"渔会开会，组织灾民修堤。", "灾民", "dl:Group", "灾民"},
              {"哈尔滨各高等学校开学。", "哈尔滨各高等学校", "dl:Organization", "哈尔滨各高等学校"},
              {"组织已经批准。", "组织", "dl:Organization", "组织"},
              {"合作社明天开成立大会。", "成立大会", "dl:Meeting", "成立大会"},
              {"以尼赫鲁为首的代表团到达。", "以尼赫鲁为首的代表团", "dl:Group", "以尼赫鲁为首的代表团"},
              {"民主联军林彪总司令讲话。", "民主联军林彪总司令", "dl:Person", "林彪"},
              {"林茂代表林业部讲话。", "林业部", "dl:Organization", "林业部"},
              {"十一户原来停工的工厂复工。", "十一户原来停工的工厂", "dl:Organization", "原来停工的工厂"});
    NOT_MENTIONED(
        LANG_ZH,
        {"他说：“盐够了，谁要？”盐业合作社成立。", "“盐够了，谁要？”盐业合作社", "dl:Organization",
         "“盐够了，谁要？”盐业合作社"},
        {"渔民纷纷建立自己的合作社。", "渔民纷纷建立自己的合作社", "dl:Organization", "渔民纷纷建立自己的合作社"},
        {"设立渔民的合作社，兴办学校。", "设立渔民的合作社", "dl:Organization", "设立渔民的合作社"},
        {"最近召开的会议已经闭幕。", "召开的会议", "dl:Meeting", "召开的会议"},
        {"会议开幕。宣言中说，盐很多。", "宣言中", "dl:Person", "宣言中"},
        {"对拒不投降的匪军则采取坚决清剿的办法。", "的匪军则采取坚决清剿的办法", "dl:Document",
         "的匪军则采取坚决清剿的办法"},
        {"会议研究林业部工作。", "研究林业部", "dl:Organization", "研究林业部"},
        {"渔会开会，组织灾民修堤。", "组织灾民", "dl:Group", "组织灾民"},
        {"组织各种渔船出海。", "组织", "dl:Organization", "组织"});
}

static void test_chinese_persons(void) {
    const char *list = "会议确定秘书长李明伯，组织部长林强云，主任王国权，工厂长期停工。";
    MENTIONED(
        LANG_ZH, {list, "李明伯", "dl:Person", "李明伯"}, {list, "组织部长林强云", "dl:Person", "林强云"},
        {list, "王国权", "dl:Person", "王国权"},
        {"他会见了印度总理兼外交部长尼赫鲁。", "印度总理兼外交部长尼赫鲁", "dl:Person", "尼赫鲁"},
        {"和平委员会委员、印度艺术家马尔科夫斯基到会。", "和平委员会委员、印度艺术家马尔科夫斯基", "dl:Person",
         "马尔科夫斯基"},
        {list, "工厂", "dl:Organization", "工厂"},
        {"老农马·奥尔洛夫来到会场。", "马·奥尔洛夫", "dl:Person", "马·奥尔洛夫"},
        {"国王奥罗敦·苏拉里特接见代表。", "国王奥罗敦·苏拉里特", "dl:Person", "奥罗敦·苏拉里特"},
        {"部长马尔科夫斯基在会上讲话。", "马尔科夫斯基", "dl:Person", "马尔科夫斯基"},
        {"省主席张大群十六日深夜到达。", "省主席张大群", "dl:Person", "张大群"},
        {"主席张明宣布散会。", "张明", "dl:Person", "张明"}, {"主席张明昨天下午到达。", "张明", "dl:Person", "张明"},
        {"大会奖励农民许汉三，他很高兴。", "农民许汉三", "dl:Person", "许汉三"},
        {"群众公审汉奸王海。", "王海", "dl:Person", "王海"}, {"张建邦老先生在沙市。", "张建邦", "dl:Person", "张建邦"},
        {"处长韩守正、彭文应。", "韩守正", "dl:Person", "韩守正"}, {"处长韩守正在修桥。", "韩守", "dl:Person", "韩守"});
    NOT_MENTIONED(LANG_ZH, {"在高尔迪·维罗齐村庄附近。", "高尔迪·维罗齐", "dl:Person", "高尔迪·维罗齐"},
                  {"矿工文工团演出。", "文工团", "dl:Person", "文工团"},
                  {"主席王海三次到会。", "王海三", "dl:Person", "王海三"},
                  {"周海和韩文代表大会献旗。", "韩文代表大会", "dl:Meeting", "韩文代表大会"});
}

/* Beside a title, what the sounds of foreign names are written with. */
/* Who is meant by these words of a sentence? Empty: they are no name that stands for another. */
static Text meant_by(const char *sentence, const char *words) {
    Article article;
    Document document;
    Tagged tagged = tag(LANG_ZH, sentence, &document, &article);
    size_t begin = text_find(tagged.sentence->text, text_from(words));
    Span span = {begin, begin + text_from(words).length};
    const Mention *mention = tagger_mention(&tagged, CLASS_IDS(world.ontology->person), span);
    return mention && mention->meant.count ? mention->meant.items[0].label : TEXT("");
}

/* The title stands between surname and given name. */
static void test_split_names(void) {
    CHECK_TEXT(meant_by("周副主席恩来昨日到会。", "周副主席恩来"), "周恩来");
    CHECK_TEXT(meant_by("彭副总司令德怀到会。", "彭副总司令德怀"), "彭德怀");
    CHECK_TEXT(meant_by("朱总司令德、周副主席恩来到会。", "朱总司令德"), "朱德");
    CHECK_TEXT(meant_by("冀南行署孟主任夫唐赴威县视察。", "冀南行署孟主任夫唐"), "孟夫唐");
    CHECK_TEXT(meant_by("缅甸驻华大使巴萨昨日到会。", "缅甸驻华大使巴萨"), "");
    CHECK_TEXT(meant_by("苏代表季楠昨日到会。", "苏代表季楠"), "");
    CHECK_TEXT(meant_by("王部长明天到会。", "王部长"), "");
}

static void test_foreign_persons(void) {
    MENTIONED(LANG_ZH, {"挪威首相汉森和夫人到达。", "挪威首相汉森", "dl:Person", "汉森"},
              {"主席接见了大使约尔松。", "约尔松", "dl:Person", "约尔松"},
              {"林茂和汉森首相握手。", "汉森首相", "dl:Person", "汉森"},
              {"部长马林科夫加以说明。", "马林科夫", "dl:Person", "马林科夫"},
              {"会后，吕市长宣布散会。", "吕市长", "dl:Person", "吕市长"},
              {"主席、刘副主席到会。", "刘副主席", "dl:Person", "刘副主席"},
              {"省政府吕主席到会。", "省政府吕主席", "dl:Person", "吕主席"},
              {"茶农工会书记冈井十六日到达。", "冈井", "dl:Person", "冈井"},
              {"最后，陈紫林说：“好。”", "陈紫林", "dl:Person", "陈紫林"},
              {"陈永林（布依族）到会。", "陈永林", "dl:Person", "陈永林"},
              {"最后，陈紫林（工人代表）说：好。", "陈紫林", "dl:Person", "陈紫林"},
              {"冯凤玲（女）、陈紫林、李汉文到会。", "冯凤玲", "dl:Person", "冯凤玲"},
              {"茶农工会高延林谈称：水坝很好。", "高延林", "dl:Person", "高延林"});
    NOT_MENTIONED(
        LANG_ZH, {"代表比较多。", "比较", "dl:Person", "比较"}, {"外交部长高兴地走来。", "高兴", "dl:Person", "高兴"},
        {"缅甸驻华大使到会。", "华大使", "dl:Person", "华大使"}, {"主席、刘副主席到会。", "刘副", "dl:Person", "刘副"},
        {"李吕市长宣布散会。", "吕市长", "dl:Person", "吕市长"}, {"高兴地说：水坝很好。", "高兴", "dl:Person", "高兴"},
        {"最后，周氏继称：水坝很好。", "周氏继", "dl:Person", "周氏继"},
        {"高粱面（红的）到了。", "高粱面", "dl:Person", "高粱面"});
}

static void test_words_that_overlap(void) {
    MENTIONED(LANG_ZH, {"盐业科学研究所已成立。", "盐业科学研究所", "dl:School", "盐业科学研究所"},
              {"盐业局筹建盐业研究所。", "盐业研究所", "dl:School", "盐业研究所"});
}

static void test_counted_bodies(void) {
    MENTIONED(LANG_ZH, {"四个私营制盐厂已合并。", "四个私营制盐厂", "dl:Enterprise", "私营制盐厂"},
              {"第四盐业大会已闭幕。", "第四盐业大会", "dl:Meeting", "第四盐业大会"});
    NOT_MENTIONED(LANG_ZH, {"四个私营制盐厂已合并。", "私营制盐厂", "dl:Enterprise", "私营制盐厂"});
}

static void test_counts(void) {
    Article article;
    Document document;
    Tagged tagged = tag(LANG_EN, "More than 930 representatives came.", &document, &article);
    Naming naming = naming_of(&tagged, (Span){0, 29}, &arena);
    CHECK_TEXT(naming.label, "representatives");
    CHECK(naming.counted);
    CHECK_TEXT(naming.number.value, "930");
    CHECK(naming.number.qualifier == QUALIFIER_AT_LEAST);
    CHECK_TEXT(naming.unit, "representatives");
    tagged = tag(LANG_ZH, "一项决议", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "决议");
    CHECK(!naming.counted);
    tagged = tag(LANG_EN, "the 1956 salt plan", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "1956 salt plan");
    tagged = tag(LANG_EN, "a ten-year salt plan", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "ten-year salt plan");
    tagged = tag(LANG_EN, "a five-member group", &document, &article);
    CHECK(naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena).counted);
    tagged = tag(LANG_ZH, "食盐三千吨", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "食盐");
    CHECK_TEXT(naming.number.value, "3000");
    tagged = tag(LANG_EN, "most of the salt workers", &document, &article);
    CHECK_TEXT(naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena).label, "salt workers");
    tagged = tag(LANG_ZH, "盐业局成立十周年", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "盐业局成立十周年");
    CHECK(!naming.counted);
    tagged = tag(LANG_ZH, "了三份合同", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "合同");
    CHECK_TEXT(naming.number.value, "3");
    tagged = tag(LANG_ZH, "拨发食盐三千吨", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "拨发食盐三千吨");
    tagged = tag(LANG_ZH, "二十万至三十万工人", &document, &article);
    naming = naming_of(&tagged, (Span){0, tagged.sentence->text.length}, &arena);
    CHECK_TEXT(naming.label, "工人");
    CHECK_TEXT(naming.number.maximum, "300000");
}

static Text without_day(const char *phrase) {
    Article article;
    Document document;
    Tagged tagged = tag(LANG_EN, phrase, &document, &article);
    Slot full = {.kind = SLOT_FULL};
    Span span = trailing_cut(&tagged, &full, world.ontology->statement, (Span){0, text_from(phrase).length});
    return text_span(tagged.sentence->text, span);
}

static void test_days(void) {
    CHECK_TEXT(without_day("a salt treaty on May 5"), "a salt treaty");
    CHECK_TEXT(without_day("a salt treaty on the afternoon of May 5"), "a salt treaty");
    CHECK_TEXT(without_day("a salt treaty on the morning"), "a salt treaty");
    CHECK_TEXT(without_day("a report of May 5"), "a report of May 5");
    CHECK_TEXT(without_day("Premier Zhou Enlai in Shanghai on the eve of the rally"), "Premier Zhou Enlai");
}

/* The names of a list, joined by "|". */
static Text members(Lang lang, SlotKind kind, const char *sentence) {
    Article article;
    Document document;
    Tagged tagged = tag(lang, sentence, &document, &article);
    Slot slot = {.kind = kind, .list = true};
    Spans spans = {0};
    filler_members(&tagged, &slot, (Span){0, tagged.sentence->text.length}, &arena, &spans);
    Text names = TEXT("");
    for (size_t i = 0; i < spans.count; i++) {
        Naming naming = naming_of(&tagged, spans.items[i], &arena);
        names = text_format(&arena, "%.*s%s%.*s", TEXT_ARGS(names), i ? "|" : "", TEXT_ARGS(naming.label));
    }
    return names;
}

static void test_members(void) {
    CHECK_TEXT(members(LANG_ZH, SLOT_NOUN, "县、市边界事项和任免名单"), "县、市边界事项|任免名单");
    CHECK_TEXT(members(LANG_ZH, SLOT_NOUN, "正副局长"), "局长|副局长");
    CHECK_TEXT(members(LANG_EN, SLOT_NOUN, "heavy and light guns, rifles and carts"),
               "heavy and light guns|rifles|carts");
    CHECK_TEXT(members(LANG_EN, SLOT_NOUN, "changes of counties, as well as lists of posts"),
               "changes of counties|lists of posts");
    CHECK_TEXT(
        members(LANG_EN, SLOT_NOUN, "3 carts, 20 rounds of various types of shells, light and heavy guns, and boats"),
        "carts|various types of shells|light and heavy guns|boats");
    CHECK_TEXT(members(LANG_EN, SLOT_NOUN, "our side"), "our side");
    CHECK_TEXT(members(LANG_EN, SLOT_NOUN, "the other side"), "other side");
}

static void test_subjects(void) {
    Article article;
    Document document;
    Tagged tagged =
        tag(LANG_EN, "The Ministry of Forestry opened a school; awarded bonuses to teams.", &document, &article);
    Tagged *all = ARENA_ARRAY(&arena, Tagged, document.sentences.count);
    all[document.sentences.count - 1] = tagged;
    Discourse discourse = discourse_open(world.ontology, world.lexicon, &document, all, &arena);
    size_t sentence = document.sentences.count - 1;
    size_t where;
    Span span;
    size_t verb = text_find(tagged.sentence->text, TEXT("awarded"));
    CHECK(discourse_subject(&discourse, sentence, verb, &where, &span));
    CHECK_TEXT(text_span(tagged.sentence->text, span), "The Ministry of Forestry");
    tagged = tag(LANG_EN, "They came; awarded bonuses to teams.", &document, &article);
    all[document.sentences.count - 1] = tagged;
    verb = text_find(tagged.sentence->text, TEXT("awarded"));
    CHECK(!discourse_subject(&discourse, sentence, verb, &where, &span));
}

static void all(void) {
    test_persons_named_before();
    test_commas_of_headlines();
    test_rows_of_places();
    test_english_names();
    test_whole_english_names();
    test_chinese_armies();
    test_foreign_names_in_parts();
    test_english_edges();
    test_chinese_names();
    test_chinese_clauses();
    test_chinese_persons();
    test_split_names();
    test_foreign_persons();
    test_words_that_overlap();
    test_counted_bodies();
    test_counts();
    test_days();
    test_members();
    test_subjects();
}

int main(void) {
    return read_with(all);
}
