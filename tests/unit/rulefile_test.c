/* Rule files cut into blocks and lines. What is refused in them is shown in tests/bad/. */
#include "rules.h"
#include "sha256.h"

#include "check.h"

static char told[4096];

static void keep(void *context, const char *message) {
    (void)context;
    snprintf(told + strlen(told), sizeof told - strlen(told), "%s\n", message);
}

static Status parse(Text bytes, Arena *arena, RuleFile *out) {
    Diag diag = {.sink = keep};
    told[0] = '\0';
    return rulefile_parse(TEXT("rules/tea.rules"), bytes, arena, &diag, out);
}

#define FILE_TEXT                                                                                                      \
    "# Tea.\r\n"                                                                                                       \
    "\r\n"                                                                                                             \
    "define Leaf\n"                                                                                                    \
    "  zh  绿?茶 # 叶  \n"                                                                                          \
    "\n"                                                                                                               \
    "  # between\n"                                                                                                    \
    "rule drink-2\n"                                                                                                   \
    "\tsays\tSomebody drinks.\n"                                                                                       \
    "  en    {who:dl:Agent}   drinks\n"                                                                                \
    "  + zh  @1956 他喝茶。\n"                                                                                     \
    "  =     _:d a dl:Drink .\n"                                                                                       \
    "cue never\n"                                                                                                      \
    "  gives nothing"

static void check_line(const RuleBlock *block, size_t index, const char *key, const char *value, size_t line,
                       size_t column) {
    const RuleLine *entry = &block->lines.items[index];
    CHECK_TEXT(entry->key, key);
    CHECK_TEXT(entry->value, value);
    CHECK_EQUAL(entry->line, line);
    CHECK_EQUAL(entry->column, column);
}

static void blocks_and_lines(Arena *arena) {
    RuleFile file;
    CHECK_EQUAL(parse(TEXT(FILE_TEXT), arena, &file), DATELINE_OK);
    CHECK_TEXT(file.name, "tea.rules");
    Text version = rulefile_version(&file, arena);
    CHECK(version.length == 16 && text_starts(sha256_hex(arena, TEXT(FILE_TEXT)), version));
    if (!CHECK_EQUAL(file.blocks.count, 3)) {
        return;
    }
    const RuleBlock *define = &file.blocks.items[0];
    const RuleBlock *rule = &file.blocks.items[1];
    CHECK_TEXT(define->kind, "define");
    CHECK_TEXT(define->name, "Leaf");
    CHECK_EQUAL(define->line, 3);
    check_line(define, 0, "zh", "绿?茶 # 叶", 4, 7); /* raw: a # inside a line is the pattern's */
    CHECK_TEXT(rule->name, "drink-2");
    CHECK_EQUAL(rule->lines.count, 4);
    check_line(rule, 0, "says", "Somebody drinks.", 8, 7);
    check_line(rule, 1, "en", "{who:dl:Agent}   drinks", 9, 9);
    check_line(rule, 2, "+", "zh  @1956 他喝茶。", 10, 5);
    check_line(rule, 3, "=", "_:d a dl:Drink .", 11, 9);
    check_line(&file.blocks.items[2], 0, "gives", "nothing", 13, 9);
    CHECK_EQUAL(strlen(told), 0);
}

static void same_bytes_same_version(Arena *arena) {
    RuleFile one;
    RuleFile other;
    parse(TEXT("define Leaf\n  en tea\n"), arena, &one);
    parse(TEXT("define Leaf\n  en teas\n"), arena, &other);
    CHECK(!text_equal(rulefile_version(&one, arena), rulefile_version(&other, arena)));
}

static void nothing_in_it(Arena *arena) {
    RuleFile file;
    CHECK_EQUAL(parse(TEXT(""), arena, &file), DATELINE_OK);
    CHECK_EQUAL(file.blocks.count, 0);
    CHECK_EQUAL(parse(TEXT("\xEF\xBB\xBF# only a comment\n"), arena, &file), DATELINE_OK);
    CHECK_EQUAL(file.blocks.count, 0);
    CHECK_EQUAL(parse(TEXT("\xEF\xBB\xBF"
                           "define Leaf\n"),
                      arena, &file),
                DATELINE_OK);
    CHECK_EQUAL(file.blocks.count, 1);
}

static void all_errors_are_told(Arena *arena) {
    RuleFile file;
    CHECK_EQUAL(parse(TEXT("  en tea\nmacro X\nrule 1st\n  de Tee\n  en\n"), arena, &file), DATELINE_RULES);
    CHECK_TEXT(text_from(told),
               "rules/tea.rules:1:3: this line belongs to no block; a block begins in the first column\n"
               "rules/tea.rules:2:1: a block is `rule`, `define` or `cue`, not 'macro'\n"
               "rules/tea.rules:3:1: '1st' is no name: letters, digits and hyphens make one\n"
               "rules/tea.rules:4:3: a rule has no 'de' line\n"
               "rules/tea.rules:5:3: nothing follows 'en'\n");
}

int main(void) {
    Arena arena = {0};
    blocks_and_lines(&arena);
    same_bytes_same_version(&arena);
    nothing_in_it(&arena);
    all_errors_are_told(&arena);
    arena_release(&arena);
    return check_report();
}
