/* What a speech is given of the sentence behind it: read with the shipped rules in sentences of our own. */
#include "reading.h"

static void his_own_words(void) {
    CHECK_ROWS(told_in_chinese,
               {"陈云在会上讲了话。他指出，水坝十分坚固。",
                "Statement Actual agent 陈云 object 水坝十分坚固; Statement Actual agent 陈云 object 水坝十分坚固; "});
    CHECK_ROWS(told_in_english, {"Chen Yun took the floor. Chen Yun said that the dam was strong.",
                                 "Statement Actual agent Chen Yun object dam was strong; "
                                 "Statement Actual agent Chen Yun object dam was strong; "});
}

static void nobody_elses_words(void) {
    CHECK_ROWS(told_in_chinese,
               {"陈云在会上讲了话。邓子恢指出，水坝十分坚固。",
                "Statement Actual agent 陈云; Statement Actual agent 邓子恢 object 水坝十分坚固; "},
               {"陈云在会上讲了话。水坝很高。陈云指出，水坝十分坚固。",
                "Statement Actual agent 陈云; Statement Actual agent 陈云 object 水坝十分坚固; "},
               {"陈云和邓子恢先后讲话。陈云指出，水坝十分坚固。",
                "Statement Actual agent 陈云 agent 邓子恢; Statement Actual agent 陈云 object 水坝十分坚固; "});
}

static void all(void) {
    his_own_words();
    nobody_elses_words();
}

int main(void) {
    return read_with(all);
}
