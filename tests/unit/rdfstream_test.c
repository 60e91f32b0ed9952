/* Where Turtle may be cut: behind whole statements only, whatever stands in strings, IRIs, names and comments. */
#include "check.h"
#include "rdfstream.h"

static size_t whole(const char *turtle) {
    return rdfstream_whole_statements(text_from(turtle), false);
}

/* The last statement that is whole ends where the mark | stands, and the mark is taken out. */
static void check_cut(const char *marked) {
    char turtle[256];
    const char *mark = strchr(marked, '|');
    size_t at = (size_t)(mark - marked);
    snprintf(turtle, sizeof turtle, "%.*s%s", (int)at, marked, mark + 1);
    if (!CHECK_EQUAL(whole(turtle), at)) {
        printf("    in %s\n", marked);
    }
}

int main(void) {
    check_cut("<a> <b> <c> .| <d> <e> <f>");
    check_cut("<a> <b> <c>.|\n<d> <e> <f>    ");
    check_cut("<a> <b> 1.5 .| <d> <e> 2.5      ");
    check_cut("<a> <b> ex:c.d .| <d> <e> ex:f.g     ");
    check_cut("<a> <b> \"c. \" .| <d> <e> \"f. \"     ");
    check_cut("<a> <b> 'c. ' .| <d> <e> 'f. '     ");
    check_cut("<a> <b> \"\"\"c. \"d\". \"\"\" .| <d> <e> \"\"\"f. \"g. ");
    check_cut("<a> <b> \"c\\\". \" .| <d> <e> \"f\\\". \"     ");
    check_cut("<a> <b> \"\" .| <d> <e> \"\"     ");
    check_cut("<a> <b> <http://c. d> .| <d> <e> <http://f. g>     ");
    check_cut("<a> <b> <c> .| # no end. here\n<d> <e> <f>     ");
    check_cut("<a> <b> ex:c\\. .| <d> <e> ex:f     ");
    check_cut("<a> <b> <c> .| <d> <e> \"an end that is not there. ");
    check_cut("|<a> <b> <c>    ");
    CHECK_EQUAL(rdfstream_whole_statements(TEXT("<a> <b> <c> . <d> <e> <f> ."), true), 27);
    return check_report();
}
