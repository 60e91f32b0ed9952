/* Owns which words tell that somebody speaks. Knows the tokens of one sentence, and nobody who speaks. */
#include "speaking.h"

/* Does one of these words stand at this token, adverbs apart? */
static bool does(const Tagged *tagged, size_t index, const char *const *words) {
    while (index < tagged->tokens.items.count && (token_in(tagged, index)->words & WORD_ADVERB) &&
           !token_is_any(&tagged->tokens, index, words)) {
        index++;
    }
    return token_is_any(&tagged->tokens, index, words);
}

/* Does somebody say something at this token? */
static bool says(const Tagged *tagged, size_t index) {
    static const char *const words[] = {"说",         "还说",      "指出",    "认为", "表示", "强调",     "谈到",
                                        "揭发",       "揭露",      "提出",    "讲",   "谈",   "宣称",     "声明",
                                        "批评",       "主张",      "建议",    "写道", "said", "added",    "noted",
                                        "stated",     "declared",  "pointed", "told", "held", "believed", "stressed",
                                        "emphasized", "announced", NULL};
    return does(tagged, index, words);
}

bool speaking_goes_on(const Tagged *tagged, size_t index) {
    static const char *const words[] = {
        "感谢",      "谴责",     "驳斥",       "痛斥",      "斥责",     "抨击",       "警告",      "呼吁",
        "号召",      "要求",     "重申",       "宣布",      "希望",     "祝贺",       "抗议",      "透露",
        "否认",      "保证",     "回答",       "补充",      "解释",     "赞扬",       "称赞",      "提议",
        "指责",      "转达",     "承认",       "预祝",      "thanked",  "condemned",  "denounced", "refuted",
        "warned",    "appealed", "called",     "demanded",  "urged",    "reaffirmed", "hoped",     "congratulated",
        "expressed", "denied",   "replied",    "explained", "praised",  "proposed",   "suggested", "admitted",
        "conveyed",  "wished",   "criticized", "accused",   "recalled", "reiterated", "revealed",  "disclosed",
        "concluded", NULL};
    return says(tagged, index) || does(tagged, index, words);
}

bool speaking_is_in(const Tagged *tagged) {
    for (size_t i = 0; i < tagged->tokens.items.count; i++) {
        if (says(tagged, i)) {
            return true;
        }
    }
    return false;
}
