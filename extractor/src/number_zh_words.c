/* Chinese words around numbers, and words that look as if a number or a measure word stood in them. Words only: the
 * reading is in number_zh.c. */
#include "number_zh_words.h"

#include "numeral.h"

static const QualifierWord before[] = {
    {"约", QUALIFIER_ABOUT},
    {"約", QUALIFIER_ABOUT},
    {"大约", QUALIFIER_ABOUT},
    {"大约有", QUALIFIER_ABOUT},
    {"大概", QUALIFIER_ABOUT},
    {"约有", QUALIFIER_ABOUT},
    {"近", QUALIFIER_ABOUT},
    {"将近", QUALIFIER_ABOUT},
    {"接近", QUALIFIER_ABOUT},
    {"几乎", QUALIFIER_ABOUT},
    {"差不多", QUALIFIER_ABOUT},
    {"约为", QUALIFIER_ABOUT},
    {"起码", QUALIFIER_AT_LEAST},
    {"起碼", QUALIFIER_AT_LEAST},
    {"至少", QUALIFIER_AT_LEAST},
    {"至少有", QUALIFIER_AT_LEAST},
    {"至少是", QUALIFIER_AT_LEAST},
    {"最少", QUALIFIER_AT_LEAST},
    {"最少有", QUALIFIER_AT_LEAST},
    {"不少于", QUALIFIER_AT_LEAST},
    {"不下", QUALIFIER_AT_LEAST},
    {"不下于", QUALIFIER_AT_LEAST},
    {"不低于", QUALIFIER_AT_LEAST},
    {"超过", QUALIFIER_AT_LEAST},
    {"超過", QUALIFIER_AT_LEAST},
    {"超过了", QUALIFIER_AT_LEAST},
    {"多于", QUALIFIER_AT_LEAST},
    {"大于", QUALIFIER_AT_LEAST},
    {"高于", QUALIFIER_AT_LEAST},
    {"大于等于", QUALIFIER_AT_LEAST},
    {"大于或等于", QUALIFIER_AT_LEAST},
    {"大于或者等于", QUALIFIER_AT_LEAST},
    {"不小于", QUALIFIER_AT_LEAST},
    {"逾", QUALIFIER_AT_LEAST},
    {"上", QUALIFIER_AT_LEAST},
    {"成", QUALIFIER_AT_LEAST},
    {"最多", QUALIFIER_AT_MOST},
    {"最多为", QUALIFIER_AT_MOST},
    {"至多", QUALIFIER_AT_MOST},
    {"不超过", QUALIFIER_AT_MOST},
    {"不多于", QUALIFIER_AT_MOST},
    {"不高于", QUALIFIER_AT_MOST},
    {"不大于", QUALIFIER_AT_MOST},
    {"少于", QUALIFIER_AT_MOST},
    {"小于", QUALIFIER_AT_MOST},
    {"小于等于", QUALIFIER_AT_MOST},
    {"小于或等于", QUALIFIER_AT_MOST},
    {"小于或者等于", QUALIFIER_AT_MOST},
    {"小于 或 等于", QUALIFIER_AT_MOST},
    {"低于", QUALIFIER_AT_MOST},
    {"不足", QUALIFIER_AT_MOST},
    {"不到", QUALIFIER_AT_MOST},
    {"不满", QUALIFIER_AT_MOST},
    {"未满", QUALIFIER_AT_MOST},
    {"等于", QUALIFIER_EXACTLY},
    {NULL, QUALIFIER_EXACTLY},
};

static const QualifierWord after[] = {
    {"以上", QUALIFIER_AT_LEAST},  {"或以上", QUALIFIER_AT_LEAST}, {"及以上", QUALIFIER_AT_LEAST},
    {"开外", QUALIFIER_AT_LEAST},  {"之多", QUALIFIER_EXACTLY},    {"以下", QUALIFIER_AT_MOST},
    {"或以下", QUALIFIER_AT_MOST}, {"以内", QUALIFIER_AT_MOST},    {"左右", QUALIFIER_ABOUT},
    {"上下", QUALIFIER_ABOUT},     {NULL, QUALIFIER_EXACTLY},
};

static const char *const starts[] = {
    "亿万",     "千百",     "成千上万", "成千成万", "千千万", "千万条", "千万颗", "孤零零",   "一元化",   "一元论",
    "二元论",   "一口否",   "一口咬",   "一切",     "一致",   "一定",   "一起",   "一些",     "一样",     "一樣",
    "一般",     "一直",     "一边",     "一面",     "一度",   "一道",   "一旦",   "一向",     "一时",     "一律",
    "一再",     "一同",     "一共",     "一贯",     "一齐",   "一心",   "一手",   "一生",     "一带",     "一来",
    "一经",     "一口气",   "一下",     "一行",     "一连",   "一举",   "一概",   "一点都",   "一点也",   "一点儿",
    "一点不",   "一会",     "一方面",   "一系列",   "一部分", "一番",   "一步",   "一味",     "一路",     "一身",
    "一头",     "一股",     "一把手",   "一流",     "一瞬",   "一帆",   "一新",   "一体",     "一线",     "一次性",
    "一一",     "一贯道",   "一日千",   "一日之",   "一刀切", "一本正", "一回事", "一家人",   "一层层",   "一代代",
    "一天天",   "一个个",   "一排排",   "一批批",   "一条心", "一条龙", "一把抓", "一场空",   "一门心",   "一队队",
    "一群群",   "一片片",   "一座座",   "一窝蜂",   "一顿时", "一国两", "一穷二", "一五一十", "一草一木", "一分为二",
    "一心一意", "一板一眼", "一马当先", "万一",     "万岁",   "万歲",   "万分感", "万能",     "万里长",   "万里江",
    "万里无",   "万丈",     "万众",     "万物",     "万国",   "万隆",   "万般",   "万象",     "万家",     "万事",
    "万世",     "万县",     "万年青",   "万古",     "万户",   "万万没", "万万不", "千万不",   "千万别",   "千万要",
    "千方",     "千秋",     "千军",     "千锤",     "千载",   "千古",   "千里马", "千里迢",   "千家",     "千丝",
    "千辛",     "千变",     "千真",     "千山",     "千头",   "千篇",   "千夫",   "百花",     "百家",     "百货",
    "百姓",     "百年大",   "百炼",     "百折",     "百科",   "百般",   "百战",   "百孔",     "百业",     "百废",
    "百团大",   "百尺竿",   "百里挑",   "百合",     "百万雄", "百万富", "十全",   "十足",     "十月革命", "十指",
    "十字",     "十年树",   "十三陵",   "十里长",   "三反",   "三八",   "三面红", "三三两两", "三心",     "三民",
    "三国演",   "三轮车",   "三角形",   "三角洲",   "三峡",   "三门峡", "三番",   "三令五申", "三元里",   "三家村",
    "三头六臂", "三五成群", "三合土",   "三星",     "三级跳", "三条石", "三座门", "二七",     "二话",     "二流",
    "二把手",   "二级市",   "二部制",   "二重性",   "四清",   "四面",   "四化",   "四川",     "四周",     "四处",
    "四季",     "四方",     "四旧",     "四分五裂", "四人帮", "四通",   "四平",   "四海",     "五反",     "五台山",
    "五角大",   "五星",     "五湖",     "五谷",     "五金",   "五官",   "五体",   "五四运",   "五四青",   "五四时",
    "五光",     "五花",     "五彩",     "五一",     "五一劳", "六一",   "六盘",   "六合",     "七一",     "七上八下",
    "七手八脚", "七嘴八舌", "七里营",   "七级浮",   "八一",   "八方",   "八路军", "八仙",     "八达岭",   "八股",
    "八面",     "八级工",   "八字",     "九三学",   "九州",   "九江",   "九牛",   "九层塔",   "九龙",     "两岸",
    "两旁",     "两面",     "两广",     "两湖",     "两极",   "两者",   "两手",   "两头",     "两侧",     "两边",
    "两两",     "兩兩",     "两口子",   "两回事",   "两弹",   "两用",   "半天",   "半路",     "半岛",     "半导",
    "半径",     "半封",     "半殖",     "半夜",     "半步",   "半点",   "半工",   "半农",     "半道",     "半身",
    "半数",     "半空",     "半成",     "半官",     "半自",   "半机",   "半脱",   "半边",     NULL,
};

static const char *const moneys[] = {"人民币", "人民幣", "港币", "港幣", "新台币", "旧币",
                                     "新币",   "法币",   "边币", "美金", NULL};

static const char *const before_one[] = {"统", "統", "同", "唯", "惟",   "单",   "專",   "专", "划", "逐",   "不", "合",
                                         "归", "进", "進", "这", "這",   "那",   "每",   "某", "哪", "任何", "任", "初",
                                         "之", "如", "打", "头", "星期", "礼拜", "禮拜", "周", "週", "老",   NULL};
static const char *const before_digit[] = {"星期", "礼拜", "禮拜", "周", "週", "初", "老", "张", "阿", NULL};

static const char *const compounds[] = {
    "人民", "人员", "人口", "人类", "人士", "人大", "人物", "人才", "人均", "人力", "人家", "代表", "代管", "代销",
    "代理", "群众", "部队", "部分", "部门", "部长", "部署", "部委", "家庭", "家属", "家乡", "口岸", "口径", "口号",
    "条件", "条约", "发展", "发电", "发动", "发明", "发言", "项目", "队员", "队伍", "队长", "组织", "组成", "组长",
    "班子", "班长", "面积", "面对", "方针", "方法", "方案", "方式", "位置", "位于", "名单", "名称", "名誉", "名牌",
    "名义", "台湾", "台风", "种子", "种植", "种田", "类型", "级别", "场地", "场合", "起来", "起义", "层次", "节约",
    "节目", "节日", "份子", "分子", "分配", "分别", "分析", "分数", "分局", "分会", "分社", "分之", "分公", "角色",
    "升级", "升学", "里程", "里面", "元帅", "元旦", "元素", "工人", "工厂", "工业", "工程", "工作", "工会", "工段",
    "工地", "工农", "工区", "天津", "天然", "天空", "天安", "天文", "年代", "年级", "年轻", "年底", "年终", "周围",
    "成果", "成就", "成立", "成为", "成绩", "成长", "成分", "成功", "成员", "成本", "成年", "成品", "成套", "米粮",
    "米饭", "度过", "毛主", "毛泽", "步行", "步枪", "步兵", "本报", "本市", "本社", "本省", "本国", "本年", "本月",
    "本届", "本溪", "副主", "副部", "副总", "副厂", "首先", "首都", "首长", "首批", "集团", "集体", "集中", "集会",
    "集市", "出口", "出版", "出席", "出售", "出动", "出发", "把握", "只有", "只是", "只能", "只要", "头等", "所有",
    "所以", "所谓", "具有", "具体", "样品", "样板", "封建", "套种", "双方", "双边", "双季", "支援", "支持", "支部",
    "支出", "根据", "根本", "片面", "段落", "笔记", "排除", "排球", "排涝", "股份", "股票", "股东", "列宁", "列入",
    "批准", "批评", "批判", "包括", "包围", "包产", "包干", "期间", "届时", "服务", "服装", "道路", "道理", "番号",
    "重要", "重大", "重点", "重工", "通过", "通讯", "通知", "管理", "管道", "行业", "行政", "行动", "票据", "席位",
    "床位", "轮船", "轮流", "辈子", "滴滴", "对于", "对外", "对方", "对口", "顶住", "处理", "处于", "处长", "车间",
    "车辆", "船舶", "船员", "页岩", "节能", "石头", "石油", "石家", "斗争", "里海", "寸步", "尺寸", "钱塘", "卡车",
    "折合", "折旧", "码头", "月份", "盾构", NULL,
};

size_t number_zh_false_start(const Wordbook *book, Text text, size_t at) {
    const ListedWord *word = wordlist_longest(&book->false_numbers, text, at);
    return word ? at + word->text.length : 0;
}

static bool begins(Text text, size_t at, const char *word) {
    return text_has(text, at, word) != 0;
}

static bool ends_with_one(Text text, const char *const *words) {
    for (; *words; words++) {
        if (text_ends(text, text_from(*words))) {
            return true;
        }
    }
    return false;
}

bool number_zh_false_end(Text text, size_t at) {
    bool one = text_starts(text_after(text, at), TEXT("一"));
    return ends_with_one(text_slice(text, 0, at), one ? before_one : before_digit);
}

bool number_zh_false_unit(const Wordbook *book, Text text, Span unit) {
    const ListedWord *word = wordlist_longest(&book->false_units, text, unit.begin);
    return word && unit.begin + word->text.length > unit.end;
}

/* 节约 最近 to 约 and 近; 赶上 组成 to 上 and 成: those two stand before a bare 百 or 千 only, not in 完成百分之三. */
static bool is_qualifier(Text text, size_t at, size_t end) {
    static const char *const about[] = {"节", "條", "条", "公", "签", "合", "制", "契", "违", "履", "特", "纽",
                                        "附", "最", "靠", "邻", "远", "新", "临", "逼", "相", "亲", NULL};
    Text word = text_slice(text, at, end);
    if (text_equal(word, TEXT("上")) || text_equal(word, TEXT("成"))) {
        bool round = begins(text, end, "百") || begins(text, end, "千") || begins(text, end, "万");
        return round && !begins(text, end + 3, "分之");
    }
    bool doubtful = text_equal(word, TEXT("约")) || text_equal(word, TEXT("近"));
    return !doubtful || !ends_with_one(text_slice(text, 0, at), about);
}

size_t number_zh_before(const Wordbook *book, Text text, size_t at, Qualifier *out) {
    const ListedWord *word = wordlist_longest(&book->qualifiers, text, at);
    if (!word || !is_qualifier(text, at, at + word->text.length)) {
        return 0;
    }
    *out = before[word->value].qualifier;
    return at + word->text.length;
}

size_t number_zh_money(Text text, size_t at) {
    return numeral_any(text, at, moneys);
}

size_t number_zh_after(Text text, size_t at, Qualifier *out) {
    return number_qualifier(text, at, after, false, out);
}

static void list_all(Arena *arena, Wordlist *list, const char *const *words) {
    for (; *words; words++) {
        wordlist_add(list, arena, text_from(*words), 0);
    }
}

void number_zh_wordbook(Wordbook *book) {
    static const char *const others[] = {"第", "比", "从", "位于", "-", "－", "−", "负", "負", NULL};
    wordbook_add_all(book, OPENS_NUMBER, others);
    wordbook_add_all(book, OPENS_MONEY | OPENS_NUMBER, moneys);
    wordbook_add_all(book, OPENS_FALSE_NUMBER | OPENS_NUMBER, starts);
    for (uint32_t i = 0; before[i].word; i++) {
        wordbook_add(book, OPENS_QUALIFIER | OPENS_NUMBER, text_from(before[i].word));
        wordlist_add(&book->qualifiers, book->arena, text_from(before[i].word), i);
    }
    list_all(book->arena, &book->false_numbers, starts);
    list_all(book->arena, &book->false_units, compounds);
}
