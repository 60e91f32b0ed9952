/* Runs the + - ? examples of rules, each as an article of its own, and compares what its rule alone yields with what
 * the = lines expect. Both are put into one line a fact, so that what is compared is what is shown. */
#include "examples.h"

#include "fact_text.h"
#include "template.h"
#include "whynot.h"

/* One + - ? line: "en @1956-03-29 The ministry …" */
typedef struct Example {
    const Rule *rule;
    const RuleLine *line;
    char mark;
    Lang lang;
    Day date;
    Text text;
} Example;

typedef struct Runner {
    const Tools *tools;
    Matcher *matcher;
    TurtleReader *turtle;
    Arena *page;
    Diag *diag;
    dateline_examples *result;
    FILE *out;
} Runner;

static Place place_of_line(const Rule *rule, const RuleLine *line) {
    return (Place){rule->file->path, line->line, line->column};
}

static bool read_example(const Rule *rule, const RuleLine *line, Example *out) {
    *out = (Example){.rule = rule, .line = line, .mark = line->key.at[0]};
    bool chinese = text_starts(line->value, TEXT("zh "));
    if (!chinese && !text_starts(line->value, TEXT("en "))) {
        return false;
    }
    out->lang = chinese ? LANG_ZH : LANG_EN;
    out->text = text_trim(text_after(line->value, 3));
    if (text_starts(out->text, TEXT("@"))) {
        size_t end = text_find(out->text, TEXT(" "));
        bool ok = end != SIZE_MAX;
        if (ok) {
            out->date = day_parse(text_slice(out->text, 1, end), &ok);
            out->text = text_trim(text_after(out->text, end));
        }
        return ok;
    }
    return out->text.length > 0;
}

/* The example as an article of its own. */
static Status document_of(const Runner *runner, const Example *example, Article *article, Document *out) {
    *article = (Article){
        .name = example->rule->id, .path = example->rule->file->path, .file = example->text, .date = example->date};
    article->version[example->lang] = (Version){.present = true, .text = example->text, .body = example->text};
    article->version[example->lang].headline = text_slice(example->text, 0, 0);
    return segment_article(article, runner->tools->lexicon, runner->page, out);
}

static Status facts_of(const Runner *runner, const Example *example, Texts *out) {
    Article article;
    Document document;
    Facts facts = {0};
    TRY(document_of(runner, example, &article, &document));
    TRY(pipeline_facts(runner->tools, runner->matcher, &document, example->rule, runner->page, runner->diag, &facts));
    fact_texts(runner->tools->ontology, &facts, runner->page, out);
    return DATELINE_OK;
}

static Text joined(Arena *arena, const Texts *texts) {
    Text all = texts->count ? texts->items[0] : TEXT("nothing");
    for (size_t i = 1; i < texts->count; i++) {
        all = text_format(arena, "%.*s  AND  %.*s", TEXT_ARGS(all), TEXT_ARGS(texts->items[i]));
    }
    return all;
}

static void fail(const Runner *runner, const Example *example, Text expected, Text found) {
    runner->result->failed++;
    diag_error(runner->diag, place_of_line(example->rule, example->line),
               "rule %.*s, example %c: expected %.*s; came %.*s", TEXT_ARGS(example->rule->id), example->mark,
               TEXT_ARGS(expected), TEXT_ARGS(found));
}

/* What keeps the rule from finding anything, sentence by sentence. */
static Text why_nothing(const Runner *runner, const Example *example) {
    Article article;
    Document document;
    Discourse discourse;
    Texts lines = {0};
    WhyNot ask = {.discourse = &discourse,
                  .rules = runner->tools->rules,
                  .rule = example->rule,
                  .alone = true,
                  .matcher = runner->matcher,
                  .whole = example->text,
                  .arena = runner->page,
                  .diag = runner->diag};
    if (document_of(runner, example, &article, &document) != DATELINE_OK ||
        pipeline_tag(runner->tools, &document, runner->page, runner->diag, &discourse) != DATELINE_OK) {
        return TEXT("nothing");
    }
    for (size_t i = 0; i < document.sentences.count; i++) {
        if (document.sentences.items[i].text.length && whynot_tell(&ask, i, &lines) != DATELINE_OK) {
            break;
        }
    }
    Text why = TEXT("nothing");
    for (size_t i = 0; i < lines.count; i++) {
        why = text_format(runner->page, "%.*s%s%.*s", TEXT_ARGS(why), i ? "; " : ": ", TEXT_ARGS(lines.items[i]));
    }
    return why;
}

static void judge(const Runner *runner, const Example *example, bool has_expectation, const Texts *expected,
                  const Texts *found) {
    Text wanted = joined(runner->page, expected);
    Text came = joined(runner->page, found);
    bool as_wanted = has_expectation ? text_equal(wanted, came) : found->count > 0;
    switch (example->mark) {
    case '-':
        as_wanted = found->count == 0;
        wanted = TEXT("nothing");
        break;
    case '?':
        if (!as_wanted) {
            runner->result->gaps++;
            return;
        }
        fail(runner, example, TEXT("a known gap (change ? to +)"), came);
        return;
    default:
        break;
    }
    if (as_wanted) {
        runner->result->passed++;
    } else {
        fail(runner, example, wanted, found->count ? came : why_nothing(runner, example));
    }
}

/* The = lines below line `index` of a block, over further examples that share them. */
static size_t expectation_lines(const RuleBlock *block, size_t index, size_t *end) {
    size_t i = index + 1;
    while (i < block->lines.count && text_equal(block->lines.items[i].key, block->lines.items[index].key)) {
        i++;
    }
    *end = i;
    while (*end < block->lines.count && text_equal(block->lines.items[*end].key, TEXT("="))) {
        (*end)++;
    }
    return i;
}

static Status expected_of(const Runner *runner, const Example *example, size_t begin, size_t end, Texts *out) {
    const RuleBlock *block = example->rule->block;
    size_t first_line = 0;
    Text turtle = block_text(runner->page, block, "=", block->lines.items[begin].line, block->lines.items[end - 1].line,
                             &first_line);
    Triples triples = {0};
    TRY(template_triples(runner->turtle, example->rule->file->path, first_line, turtle, runner->page, runner->diag,
                         &triples));
    fact_texts_expected(runner->tools->ontology, &triples, example->lang, runner->page, out);
    return DATELINE_OK;
}

static Status run_example(const Runner *runner, const Rule *rule, size_t index) {
    Example example;
    const RuleLine *line = &rule->block->lines.items[index];
    if (!read_example(rule, line, &example)) {
        runner->result->failed++;
        diag_error(runner->diag, place_of_line(rule, line),
                   "an example is `en` or `zh`, perhaps @ and a date, and a sentence");
        return DATELINE_OK;
    }
    size_t end;
    size_t begin = expectation_lines(rule->block, index, &end);
    Texts expected = {0};
    Texts found = {0};
    if (begin < end && expected_of(runner, &example, begin, end, &expected) != DATELINE_OK) {
        runner->result->failed++;
        return DATELINE_OK;
    }
    TRY(facts_of(runner, &example, &found));
    judge(runner, &example, begin < end, &expected, &found);
    return DATELINE_OK;
}

static bool is_example(Text key) {
    return text_equal(key, TEXT("+")) || text_equal(key, TEXT("-")) || text_equal(key, TEXT("?"));
}

/* Does something with one example; examples are many, so the page is emptied before each. */
typedef Status ExampleVisit(const Runner *runner, const Rule *rule, size_t index);

static Status visit_examples(const Runner *runner, const RuleFile *file, ExampleVisit *visit) {
    const Ruleset *rules = runner->tools->rules;
    for (size_t i = 0; i < rules->rules.count; i++) {
        const Rule *rule = &rules->rules.items[i];
        for (size_t k = 0; (!file || rule->file == file) && k < rule->block->lines.count; k++) {
            if (is_example(rule->block->lines.items[k].key)) {
                arena_reset(runner->page);
                TRY(visit(runner, rule, k));
            }
        }
    }
    return DATELINE_OK;
}

Status examples_run(const Tools *tools, const RuleFile *file, Arena *page, Diag *diag, dateline_examples *result) {
    Runner runner = {.tools = tools, .page = page, .diag = diag, .result = result};
    Arena run = {.exhausted = page->exhausted};
    TRY(template_turtle_open(&run, diag, &runner.turtle));
    Status status = matcher_create(&run, &runner.matcher);
    if (status == DATELINE_OK) {
        status = visit_examples(&runner, file, run_example);
        matcher_release(runner.matcher);
    }
    turtle_close(runner.turtle);
    arena_release(&run);
    return status;
}

/* ---- other rules in examples ---- */

static bool is_told(const Facts *facts, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (facts->items[i].rule == facts->items[index].rule) {
            return true;
        }
    }
    return false;
}

static Status list_others(const Runner *runner, const Rule *rule, size_t index) {
    Example example;
    Article article;
    Document document;
    Facts facts = {0};
    const RuleLine *line = &rule->block->lines.items[index];
    if (!read_example(rule, line, &example)) {
        return DATELINE_OK;
    }
    TRY(document_of(runner, &example, &article, &document));
    TRY(pipeline_facts(runner->tools, runner->matcher, &document, NULL, runner->page, runner->diag, &facts));
    for (size_t i = 0; i < facts.count; i++) {
        const Rule *other = facts.items[i].rule;
        if (other != rule && !is_told(&facts, i)) {
            fprintf(runner->out, "%.*s:%zu:%zu: example %c of rule %.*s: rule %.*s fires too\n",
                    TEXT_ARGS(rule->file->path), line->line, line->column, example.mark, TEXT_ARGS(rule->id),
                    TEXT_ARGS(other->id));
        }
    }
    return DATELINE_OK;
}

Status examples_overlaps(const Tools *tools, Arena *page, Diag *diag, FILE *out) {
    Runner runner = {.tools = tools, .page = page, .diag = diag, .out = out};
    Arena run = {.exhausted = page->exhausted};
    Status status = matcher_create(&run, &runner.matcher);
    if (status == DATELINE_OK) {
        status = visit_examples(&runner, NULL, list_others);
        matcher_release(runner.matcher);
    }
    arena_release(&run);
    return status;
}
