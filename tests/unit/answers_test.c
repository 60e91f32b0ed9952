/* What fills a slot, asked once a sentence: the answers are the tagger's. */
#include "answers.h"
#include "reading.h"

/* The answers on every stretch of bytes of a sentence, for all that the shipped rules ask, twice: how many differ from
 * the tagger's. */
static size_t differences(Answers *answers, const Tagged *tagged) {
    size_t different = 0;
    answers_begin(answers, tagged, world.rules.questions.count);
    for (size_t question = 0; question < 2 * world.rules.questions.count; question++) {
        Slot slot = world.rules.questions.items[question % world.rules.questions.count];
        slot.question = question % world.rules.questions.count;
        for (size_t begin = 0; begin <= tagged->sentence->text.length; begin++) {
            size_t reach = 0;
            for (size_t end = begin; end <= tagged->sentence->text.length; end++) {
                bool is = filler_is(tagged, &slot, (Span){begin, end});
                different += is != answers_is(answers, &slot, (Span){begin, end});
                reach = is ? end : reach;
            }
            different += reach != answers_reach(answers, &slot, begin);
            different += reach && answers_are_short(answers, &slot, begin) !=
                                      (utf8_count(text_slice(tagged->sentence->text, begin, reach)) <= SHORT_FILLER);
        }
    }
    return different;
}

static void as_the_tagger(Lang lang, const char *words) {
    Text text = text_from(words);
    Article article = {.name = TEXT("test"), .path = TEXT("test"), .file = text, .date = {1956, 5, 3}};
    article.version[lang] = (Version){.present = true, .text = text, .body = text, .headline = text_slice(text, 0, 0)};
    Document document;
    Named named = {0};
    Answers answers = {.arena = &arena};
    CHECK(segment_article(&article, world.lexicon, &arena, &document) == DATELINE_OK);
    for (size_t i = 0; i < document.sentences.count; i++) {
        Tagged tagged;
        tagger_run(world.ontology, world.lexicon, &document, &document.sentences.items[i], &named, &arena, &tagged);
        CHECK_EQUAL(differences(&answers, &tagged), 0);
    }
}

static void all(void) {
    CHECK(world.rules.questions.count > 5);
    as_the_tagger(LANG_EN,
                  "The Potters Union and the Ministry gave 12 men, women and children \"Blue Jug\" cups today. "
                  "It closed.");
    as_the_tagger(
        LANG_EN,
        "The Ministry decided to arrange, together with the unions of Peking, Tientsin and Shanghai, for visits "
        "to the mills, and praised the experience they have gained; it opened \"a school (for 30 potters)\" "
        "on May 1, and the whole team can read.");
    as_the_tagger(LANG_ZH, "陶瓷工会和重工业部昨天把蓝壶、白壶奖给十二名工人，号召学习他们。会议闭幕。");
    as_the_tagger(LANG_ZH,
                  "周恩来、陈毅，以及国务院副总理李先念和北京市（包括通县）的代表们五月二日到“和平、友谊”工厂，"
                  "决定修好水渠，并开办三所学校，以增加他们所需的产量）。");
}

int main(void) {
    return read_with(all);
}
