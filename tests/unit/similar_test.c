/* Which names are taken for one. */
#include "similar.h"

#include "check.h"

static bool alike(Lang lang, const char *a, const char *b) {
    bool forth = similar_names(lang, text_from(a), text_from(b));
    CHECK_EQUAL(similar_names(lang, text_from(b), text_from(a)), forth);
    return forth;
}

static void same_names(void) {
    CHECK(similar_same(LANG_EN, TEXT("the Workers' Conference"), TEXT("Workers Conference")));
    CHECK(similar_same(LANG_EN, TEXT("Delegates"), TEXT("delegate")));
    CHECK(!similar_same(LANG_EN, TEXT("Workers Conference"), TEXT("Conference of Workers")));
    CHECK(similar_same(LANG_ZH, TEXT("“五一” 奖章"), TEXT("五一奖章")));
    CHECK(!similar_same(LANG_ZH, TEXT("奖章"), TEXT("奖状")));
    CHECK(similar_same(LANG_ZH, TEXT("……"), TEXT("……")));
    CHECK(!similar_same(LANG_ZH, TEXT("……"), TEXT("")));
}

static void keys(Arena *arena) {
    CHECK_TEXT(similar_key(LANG_EN, TEXT("The Workers' CONFERENCES"), arena), "worker conference ");
    CHECK_TEXT(similar_key(LANG_ZH, TEXT("“五一” 奖章"), arena), "五一奖章");
    CHECK_TEXT(similar_key(LANG_ZH, TEXT("……"), arena), "……");
}

static void subsequences(void) {
    CHECK(similar_subsequence(LANG_EN, TEXT("dyeing mill"), TEXT("a dyeing and printing mill")));
    CHECK(!similar_subsequence(LANG_EN, TEXT("mill dyeing"), TEXT("dyeing mill")));
    CHECK(similar_subsequence(LANG_ZH, TEXT("政协"), TEXT("政治协商会议")));
    CHECK(!similar_subsequence(LANG_ZH, TEXT("协政"), TEXT("政治协商会议")));
    CHECK(!similar_subsequence(LANG_ZH, TEXT(""), TEXT("会议")));
}

static void short_forms(void) {
    CHECK(alike(LANG_EN, "the conference", "first Workers Conference of the Textile Bureau"));
    CHECK(alike(LANG_EN, "delegates", "delegates to the conference"));
    CHECK(!alike(LANG_EN, "China", "Bank of China"));
    CHECK(alike(LANG_ZH, "会议", "纺织局第一届工人会议"));
    CHECK(alike(LANG_ZH, "政协", "政治协商会议"));
    CHECK(!alike(LANG_ZH, "代表", "先进工人代表会议"));
    CHECK(!alike(LANG_ZH, "南", "南京"));
    CHECK(!alike(LANG_ZH, "", "南京"));
}

static void overlaps(void) {
    CHECK(alike(LANG_EN, "Textile Workers Conference", "Conference of Textile Workers"));
    CHECK(!alike(LANG_EN, "Ministry of Heavy Industry", "Ministry of Light Industry"));
    CHECK(!alike(LANG_EN, "North Coast Fishing Boat Union", "South Coast Fishing Boat Union"));
    CHECK(!alike(LANG_ZH, "重工业部", "轻工业部"));
    CHECK(alike(LANG_ZH, "纺织局先进工人代表会议", "纺织局先进工人代表会"));
}

static void numbers(void) {
    CHECK(!alike(LANG_EN, "first Workers Conference", "second Workers Conference"));
    CHECK(!alike(LANG_ZH, "第一届工人会议", "第二届工人会议"));
    CHECK(alike(LANG_ZH, "第一届工人会议", "工人会议"));
    CHECK(alike(LANG_ZH, "第九次全体会议", "港务委员会全体会议第九次会议"));
    CHECK(!alike(LANG_ZH, "第九次全体会议", "港务委员会第二届全体会议第九次会议"));
}

static void ranks(void) {
    CHECK(!alike(LANG_EN, "deputy manager", "manager"));
    CHECK(!alike(LANG_EN, "Vice-Chairman of the Union", "Chairman of the Union"));
    CHECK(alike(LANG_EN, "deputy managers", "deputy manager of the ferry"));
    CHECK(!alike(LANG_ZH, "副会长", "工会会长"));
    CHECK(alike(LANG_ZH, "副会长", "工会副会长"));
}

/* Only the beginning of a very long name is compared; nothing is read beyond it. */
static void long_names(void) {
    char name[4001];
    memset(name, 'x', sizeof name - 1);
    for (size_t i = 1; i < sizeof name - 1; i += 2) {
        name[i] = ' ';
    }
    name[sizeof name - 1] = '\0';
    CHECK(alike(LANG_EN, name, name));
    CHECK(similar_same(LANG_EN, text_from(name), text_from(name)));
    CHECK(!similar_same(LANG_EN, text_from(name), text_from(name + 2)));
}

int main(void) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    if (setjmp(exhausted)) {
        return 1;
    }
    same_names();
    keys(&arena);
    subsequences();
    short_forms();
    overlaps();
    numbers();
    ranks();
    long_names();
    arena_release(&arena);
    return check_report();
}
