/* Reads lexicon/ *.tsv and refuses what is wrong in them. Which table a file holds is told by its header alone. Does
 * not know how names are found: lexicon.c answers that. */
#include "conversion.h"
#include "date.h"
#include "files.h"
#include "lexicon_check.h"
#include "lexicon_links.h"
#include "lexicon_tables.h"
#include "tsv.h"

enum { LONGEST_WORD = 64 }; /* bytes of a word, head, unit or period name */

typedef enum Column {
    COLUMN_ID,
    COLUMN_CLASS,
    COLUMN_EN,
    COLUMN_ZH,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_BEFORE,
    COLUMN_AFTER,
    COLUMN_WIKIDATA,
    COLUMN_SOURCE,
    COLUMN_NOTE,
    COLUMN_WORD,
    COLUMN_LANG,
    COLUMN_KINDS,
    COLUMN_NAMES,
    COLUMN_CLASSIFIER,
    COLUMN_CONVERSION,
    COLUMN_PARTS,
    COLUMN_NAME,
    COLUMN_PERSON,
    COLUMN_BODY,
    COLUMN_COUNTRY,
    COLUMN_COUNT
} Column;

static const char *const column_names[COLUMN_COUNT] = {
    "id",   "class", "en",    "zh",    "from",       "to",         "before", "after", "wikidata", "source", "note",
    "word", "lang",  "kinds", "names", "classifier", "conversion", "parts",  "name",  "person",   "body",   "country"};

typedef struct Loader {
    Lexicon *lexicon;
    const Ontology *ontology;
    Arena *arena;   /* of the lexicon */
    Arena *loading; /* for what grows, and for what is forgotten */
    Diag *diag;
    Tsv tsv;
    size_t position[COLUMN_COUNT]; /* where the current file has a column, or SIZE_MAX */
    Origins origins;               /* one for each entry */
    PostRows posts;
} Loader;

static Text cell(const Loader *loader, Column column) {
    size_t position = loader->position[column];
    return position == SIZE_MAX ? text_slice(loader->tsv.row, 0, 0) : loader->tsv.cells.items[position];
}

#define TELL(loader, part, ...) diag_error((loader)->diag, tsv_place(&(loader)->tsv, (part)), __VA_ARGS__)

static Day read_day(Loader *loader, Column column) {
    Text text = cell(loader, column);
    if (text.length == 0) {
        return (Day){0, 0, 0};
    }
    bool ok;
    Day day = day_parse(text, &ok);
    if (!ok) {
        TELL(loader, text, "\"%.*s\" is no date: write 1956, 1956-03 or 1956-03-29", TEXT_ARGS(text));
    }
    return day;
}

static void check_order(Loader *loader, Day from, Day to) {
    if (from.year && to.year && day_compare(day_first(from), day_last(to)) > 0) {
        TELL(loader, cell(loader, COLUMN_TO), "the end lies before the beginning");
    }
}

static ClassId read_class(Loader *loader) {
    Text text = cell(loader, COLUMN_CLASS);
    ClassId class_id = ontology_class(loader->ontology, text);
    if (class_id == CLASS_NONE) {
        TELL(loader, text, "the ontology has no class \"%.*s\"", TEXT_ARGS(text));
    }
    return class_id;
}

static bool read_lang(Loader *loader, Lang *lang) {
    Text text = cell(loader, COLUMN_LANG);
    if (!text_equal(text, TEXT("en")) && !text_equal(text, TEXT("zh"))) {
        TELL(loader, text, "\"%.*s\" is no language here: write en or zh", TEXT_ARGS(text));
        return false;
    }
    *lang = text_equal(text, TEXT("en")) ? LANG_EN : LANG_ZH;
    return true;
}

static bool read_yes(Loader *loader, Column column) {
    Text text = cell(loader, column);
    if (!text_equal(text, TEXT("yes")) && !text_equal(text, TEXT("no"))) {
        TELL(loader, text, "write yes or no");
    }
    return text_equal(text, TEXT("yes"));
}

/* A word as the tables keep it. */
static bool read_word(Loader *loader, Column column, Lang *lang, Text *word) {
    Text text = cell(loader, column);
    if (text.length == 0) {
        TELL(loader, text, "the %s is missing", column_names[column]);
        return false;
    }
    if (text.length > LONGEST_WORD) {
        TELL(loader, text, "this is longer than %d bytes", LONGEST_WORD);
        return false;
    }
    if (!read_lang(loader, lang)) {
        return false;
    }
    *word = *lang == LANG_EN ? lexicon_lower(loader->arena, text) : text;
    return true;
}

static void read_wikidata(Loader *loader, Entry *entry) {
    Text text = cell(loader, COLUMN_WIKIDATA);
    if (text.length && !wikidata_is_valid(text)) {
        TELL(loader, text, "\"%.*s\" is no Wikidata item: write Q and its number", TEXT_ARGS(text));
    }
    entry->wikidata = text;
}

static void read_id(Loader *loader, Entry *entry) {
    entry->id = cell(loader, COLUMN_ID);
    if (!id_is_valid(entry->id)) {
        TELL(loader, entry->id, "\"%.*s\" is no id: use a-z, 0-9 and -", TEXT_ARGS(entry->id));
    }
}

/* The names of a cell. One in brackets is borne but not looked for, as it would be found in other words: 长征. */
static Texts read_names(Loader *loader, Column column, Lang lang, size_t entry) {
    Texts names = tsv_list(&loader->tsv, cell(loader, column));
    for (size_t i = 0; i < names.count; i++) {
        Text name = names.items[i];
        if (text_starts(name, TEXT("(")) && text_ends(name, TEXT(")"))) {
            names.items[i] = text_slice(name, 1, name.length - 1);
            if (names.items[i].length) {
                wordlist_add(&loader->lexicon->borne_names[lang], loader->loading, names.items[i], (uint32_t)entry);
            }
        } else {
            lexicon_enter_name(loader->lexicon, loader->loading, loader->arena, lang, name, (uint32_t)entry);
        }
    }
    VECTOR_SETTLE(loader->arena, &names);
    return names;
}

static void read_entry(Loader *loader) {
    Entry entry = {.class_id = read_class(loader)};
    read_id(loader, &entry);
    read_wikidata(loader, &entry);
    entry.from = read_day(loader, COLUMN_FROM);
    entry.to = read_day(loader, COLUMN_TO);
    check_order(loader, entry.from, entry.to);
    size_t index = loader->lexicon->entries.count;
    entry.names[LANG_EN] = read_names(loader, COLUMN_EN, LANG_EN, index);
    entry.names[LANG_ZH] = read_names(loader, COLUMN_ZH, LANG_ZH, index);
    if (entry.names[LANG_EN].count + entry.names[LANG_ZH].count == 0) {
        TELL(loader, cell(loader, COLUMN_EN), "a name is missing, in English or Chinese");
    }
    *VECTOR_PUSH(loader->arena, &loader->lexicon->entries) = entry;
    *VECTOR_PUSH(loader->loading, &loader->origins) =
        (Origin){tsv_place(&loader->tsv, entry.id), tsv_list(&loader->tsv, cell(loader, COLUMN_BEFORE)),
                 tsv_list(&loader->tsv, cell(loader, COLUMN_AFTER)), cell(loader, COLUMN_COUNTRY)};
}

static Word read_kinds(Loader *loader) {
    Word word = {0};
    Texts parts = tsv_list(&loader->tsv, cell(loader, COLUMN_KINDS));
    for (size_t i = 0; i < parts.count; i++) {
        if (!word_add_kind(&word, parts.items[i])) {
            TELL(loader, parts.items[i], "no kind of word is called \"%.*s\"", TEXT_ARGS(parts.items[i]));
        }
    }
    return word;
}

/* A word may stand in several files: its kinds add up. A line that adds nothing is a mistake. */
static void read_word_row(Loader *loader) {
    Lang lang;
    Text word;
    Word kinds = read_kinds(loader);
    if (!read_word(loader, COLUMN_WORD, &lang, &word)) {
        return;
    }
    if (!lexicon_enter_word(loader->lexicon, loader->loading, lang, word, kinds)) {
        TELL(loader, cell(loader, COLUMN_WORD), "this adds no kind to \"%.*s\"", TEXT_ARGS(word));
    }
}

static void read_head(Loader *loader) {
    Lang lang;
    Head head = {.class_id = read_class(loader), .names = read_yes(loader, COLUMN_NAMES)};
    if (!read_word(loader, COLUMN_WORD, &lang, &head.word)) {
        return;
    }
    Lexicon *lexicon = loader->lexicon;
    if (table_put(&lexicon->head_words[lang], loader->loading, head.word, lexicon->heads.count) <
        lexicon->heads.count) {
        TELL(loader, cell(loader, COLUMN_WORD), "the head \"%.*s\" is there twice", TEXT_ARGS(head.word));
    }
    *VECTOR_PUSH(loader->loading, &lexicon->heads) = head;
    if (lang == LANG_ZH && head.word.length > lexicon->longest_head) {
        lexicon->longest_head = head.word.length;
    }
}

static void read_unit(Loader *loader) {
    Lang lang;
    Unit unit = {.classifier = read_yes(loader, COLUMN_CLASSIFIER),
                 .parts = cell(loader, COLUMN_PARTS),
                 .from = read_day(loader, COLUMN_FROM),
                 .to = read_day(loader, COLUMN_TO)};
    Text conversion = cell(loader, COLUMN_CONVERSION);
    check_order(loader, unit.from, unit.to);
    if (conversion.length && !conversion_parse(conversion, &unit.factor, &unit.into)) {
        TELL(loader, conversion, "\"%.*s\" is no conversion: write 0.5 kg or 1/15 ha", TEXT_ARGS(conversion));
    }
    if (!conversion_parts_valid(unit.parts)) {
        TELL(loader, unit.parts, "\"%.*s\" are no parts: write 分 1/10, 厘 1/100", TEXT_ARGS(unit.parts));
    }
    if (!read_word(loader, COLUMN_WORD, &lang, &unit.word)) {
        return;
    }
    wordlist_add(&loader->lexicon->unit_names[lang], loader->loading, unit.word,
                 (uint32_t)loader->lexicon->units.count);
    *VECTOR_PUSH(loader->loading, &loader->lexicon->units) = unit;
}

static void read_period(Loader *loader) {
    Lang lang;
    Period period = {.from = read_day(loader, COLUMN_FROM), .to = read_day(loader, COLUMN_TO)};
    check_order(loader, period.from, period.to);
    if (!read_word(loader, COLUMN_NAME, &lang, &period.name)) {
        return;
    }
    wordlist_add(&loader->lexicon->period_names[lang], loader->loading, period.name,
                 (uint32_t)loader->lexicon->periods.count);
    *VECTOR_PUSH(loader->loading, &loader->lexicon->periods) = period;
}

/* Whose post and in which body is looked up when all files have been read. */
static void read_post(Loader *loader) {
    PostRow row = {.person = cell(loader, COLUMN_PERSON), .body = cell(loader, COLUMN_BODY)};
    row.place = tsv_place(&loader->tsv, row.person);
    row.post.title[LANG_EN] = cell(loader, COLUMN_EN);
    row.post.title[LANG_ZH] = cell(loader, COLUMN_ZH);
    row.post.from = read_day(loader, COLUMN_FROM);
    row.post.to = read_day(loader, COLUMN_TO);
    check_order(loader, row.post.from, row.post.to);
    Lang missing = row.post.title[LANG_EN].length == 0 ? LANG_EN : LANG_ZH;
    if (row.post.title[missing].length == 0) {
        TELL(loader, row.post.title[missing], "a post is named in English and in Chinese");
    }
    *VECTOR_PUSH(loader->loading, &loader->posts) = row;
}

#define BIT(column) (1u << COLUMN_##column)

static const struct {
    Column key; /* the column that no other table has */
    unsigned columns;
    unsigned required;
    void (*read)(Loader *loader);
} tables[] = {
    {COLUMN_ID,
     BIT(ID) | BIT(CLASS) | BIT(EN) | BIT(ZH) | BIT(FROM) | BIT(TO) | BIT(BEFORE) | BIT(AFTER) | BIT(COUNTRY) |
         BIT(WIKIDATA) | BIT(SOURCE) | BIT(NOTE),
     BIT(CLASS) | BIT(EN) | BIT(ZH), read_entry},
    {COLUMN_KINDS, BIT(WORD) | BIT(LANG) | BIT(KINDS) | BIT(NOTE), BIT(WORD) | BIT(LANG), read_word_row},
    {COLUMN_NAMES, BIT(WORD) | BIT(LANG) | BIT(CLASS) | BIT(NAMES) | BIT(NOTE), BIT(WORD) | BIT(LANG) | BIT(CLASS),
     read_head},
    {COLUMN_CLASSIFIER,
     BIT(WORD) | BIT(LANG) | BIT(CLASSIFIER) | BIT(CONVERSION) | BIT(PARTS) | BIT(FROM) | BIT(TO) | BIT(NOTE),
     BIT(WORD) | BIT(LANG), read_unit},
    {COLUMN_NAME, BIT(NAME) | BIT(LANG) | BIT(FROM) | BIT(TO) | BIT(NOTE), BIT(LANG) | BIT(FROM) | BIT(TO),
     read_period},
    {COLUMN_PERSON, BIT(PERSON) | BIT(EN) | BIT(ZH) | BIT(BODY) | BIT(FROM) | BIT(TO) | BIT(SOURCE) | BIT(NOTE),
     BIT(EN) | BIT(ZH) | BIT(BODY) | BIT(FROM) | BIT(TO), read_post},
};
enum { TABLE_COUNT = sizeof tables / sizeof *tables };

static Column column_named(Text name) {
    int column = 0;
    while (column < COLUMN_COUNT && !text_equal(name, text_from(column_names[column]))) {
        column++;
    }
    return (Column)column;
}

/* Notes where each column is; false when the columns are not those of table `t`. */
static bool bind_columns(Loader *loader, size_t t) {
    Tsv *tsv = &loader->tsv;
    size_t errors = loader->diag->errors;
    for (size_t i = 0; i < tsv->header.count; i++) {
        Column column = column_named(tsv->header.items[i]);
        if (column == COLUMN_COUNT || !(tables[t].columns & 1u << column)) {
            TELL(loader, tsv->header.items[i], "no column \"%.*s\" belongs in this table",
                 TEXT_ARGS(tsv->header.items[i]));
        }
    }
    for (int column = 0; column < COLUMN_COUNT; column++) {
        loader->position[column] = tsv_column(tsv, text_from(column_names[column]));
        if ((tables[t].required & 1u << column) && loader->position[column] == SIZE_MAX) {
            TELL(loader, tsv->row, "the column \"%s\" is missing", column_names[column]);
        }
    }
    return loader->diag->errors == errors;
}

typedef struct TableFile {
    Tsv tsv;
    size_t table; /* index into `tables`, or TABLE_COUNT */
} TableFile;

typedef VECTOR(TableFile) TableFiles;

static Status open_table(Loader *loader, Text path, TableFiles *files) {
    Text bytes;
    TableFile file;
    TRY(file_read(path, loader->arena, loader->diag, &bytes));
    if (tsv_open(&file.tsv, path, bytes, loader->loading, loader->diag)) {
        file.table = 0;
        while (file.table < TABLE_COUNT &&
               tsv_column(&file.tsv, text_from(column_names[tables[file.table].key])) == SIZE_MAX) {
            file.table++;
        }
        *VECTOR_PUSH(loader->loading, files) = file;
    }
    return DATELINE_OK;
}

static void load_table(Loader *loader, const TableFile *file) {
    loader->tsv = file->tsv;
    if (file->table == TABLE_COUNT) {
        TELL(loader, loader->tsv.row,
             "this header fits no table: id, kinds, names, classifier, name or person is missing");
    } else if (bind_columns(loader, file->table)) {
        while (tsv_next(&loader->tsv)) {
            tables[file->table].read(loader);
        }
    }
}

/* Makes room for as many entries as there are lines. */
static void expect_entries(Loader *loader, const TableFiles *files) {
    size_t lines = 0;
    for (size_t i = 0; i < files->count; i++) {
        const TableFile *file = &files->items[i];
        lines += file->table < TABLE_COUNT && tables[file->table].read == read_entry ? tsv_lines(&file->tsv) : 0;
    }
    loader->lexicon->entries.items = ARENA_ARRAY(loader->arena, Entry, lines);
    loader->lexicon->entries.capacity = lines;
    loader->origins.items = ARENA_ARRAY(loader->loading, Origin, lines);
    loader->origins.capacity = lines;
}

static Status read_tables(Loader *loader, const Texts *folders) {
    Texts paths;
    TableFiles files = {0};
    TRY(folders_list(folders, TEXT(".tsv"), loader->arena, loader->diag, &paths));
    for (size_t i = 0; i < paths.count; i++) {
        TRY(open_table(loader, paths.items[i], &files));
    }
    expect_entries(loader, &files);
    for (size_t i = 0; i < files.count; i++) {
        load_table(loader, &files.items[i]);
    }
    return DATELINE_OK;
}

Status lexicon_load(const Texts *folders, const Ontology *ontology, Arena *arena, Diag *diag, Lexicon **out) {
    Arena loading = {.exhausted = arena->exhausted};
    Loader loader = {
        .lexicon = ARENA_NEW(arena, Lexicon), .ontology = ontology, .arena = arena, .loading = &loading, .diag = diag};
    size_t errors = diag->errors;
    Status status = read_tables(&loader, folders);
    if (status == DATELINE_OK) {
        Table ids = {0};
        lexicon_index(loader.lexicon, &loading, arena);
        lexicon_check(loader.lexicon, &loader.origins, &ids, &loading, diag);
        lexicon_link(loader.lexicon, &loader.origins, &loader.posts, &ids, arena, diag);
        *out = loader.lexicon;
        status = diag->errors == errors ? DATELINE_OK : DATELINE_RULES;
    }
    arena_release(&loading);
    return status;
}
