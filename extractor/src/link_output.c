/* Writes links down, for spreadsheets and for stores. It decides nothing about them. */
#include "link_output.h"

#include "sha256.h"
#include "terms.h"

#include <stdlib.h>

static int compare_links(const void *a, const void *b) {
    const Link *one = a;
    const Link *other = b;
    int order = text_compare(one->subject, other->subject);
    order = order ? order : text_compare(one->object, other->object);
    order = order ? order : (one->confidence < other->confidence) - (one->confidence > other->confidence);
    order = order ? order : (int)one->why - (int)other->why;
    return order ? order : text_compare(one->match_string, other->match_string);
}

void links_sort(Links *links) {
    size_t kept = 0;
    if (links->count) {
        qsort(links->items, links->count, sizeof *links->items, compare_links);
    }
    for (size_t i = 0; i < links->count; i++) {
        const Link *last = kept ? &links->items[kept - 1] : NULL;
        if (!last || !text_equal(last->subject, links->items[i].subject) ||
            !text_equal(last->object, links->items[i].object)) {
            links->items[kept++] = links->items[i];
        }
    }
    links->count = kept;
}

static const char *predicate_of(const Link *link) {
    return link->exact ? "skos:exactMatch" : "skos:closeMatch";
}

/* Where the last part of an IRI begins. */
static Text namespace_of(Text iri) {
    size_t at = iri.length;
    while (at > 0 && iri.at[at - 1] != '/' && iri.at[at - 1] != '#') {
        at--;
    }
    return text_slice(iri, 0, at);
}

static Text digest_of(const Links *links, Arena *arena) {
    enum { DIGITS = 16 };
    Text all = TEXT("");
    for (size_t i = 0; i < links->count; i++) {
        const Link *link = &links->items[i];
        Text row =
            text_format(arena, "%.*s %s %.*s", TEXT_ARGS(link->subject), predicate_of(link), TEXT_ARGS(link->object));
        all = sha256_hex(arena, text_join(arena, all, row));
    }
    return text_slice(sha256_hex(arena, all), 0, DIGITS);
}

/* ---- SSSOM/TSV ---- */

typedef struct Curies {
    Texts spaces; /* the n-th is that of prefix nsN */
    Text base;
    Arena *arena;
    bool used_base;
    bool used_wikidata;
} Curies;

static const struct {
    const char *prefix;
    const char *space;
} FIELDS[] = {{"rdfs", RDFS_NS}, {"skos", SKOS_NS}};

static Text curie(Curies *curies, Text iri) {
    if (text_starts(iri, TEXT(WIKIDATA_NS))) {
        curies->used_wikidata = true;
        return text_join(curies->arena, TEXT("wd:"), text_after(iri, TEXT(WIKIDATA_NS).length));
    }
    if (text_starts(iri, curies->base)) {
        curies->used_base = true;
        return text_join(curies->arena, TEXT("id:"), text_after(iri, curies->base.length));
    }
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        if (text_starts(iri, text_from(FIELDS[i].space))) {
            Text name = text_after(iri, text_from(FIELDS[i].space).length);
            return text_format(curies->arena, "%s:%.*s", FIELDS[i].prefix, TEXT_ARGS(name));
        }
    }
    Text space = namespace_of(iri);
    size_t i = 0;
    while (i < curies->spaces.count && !text_equal(curies->spaces.items[i], space)) {
        i++;
    }
    if (i == curies->spaces.count) {
        *VECTOR_PUSH(curies->arena, &curies->spaces) = space;
    }
    return text_format(curies->arena, "ns%zu:%.*s", i + 1, TEXT_ARGS(text_after(iri, space.length)));
}

static Text cell_subject(Curies *curies, const Link *link) {
    return curie(curies, link->subject);
}

static Text cell_subject_label(Curies *curies, const Link *link) {
    (void)curies;
    return link->subject_label;
}

static Text cell_predicate(Curies *curies, const Link *link) {
    (void)curies;
    return text_from(predicate_of(link));
}

static Text cell_object(Curies *curies, const Link *link) {
    return curie(curies, link->object);
}

static Text cell_object_label(Curies *curies, const Link *link) {
    (void)curies;
    return link->object_label;
}

static Text cell_justification(Curies *curies, const Link *link) {
    static const char *const WORDS[] = {"semapv:BackgroundKnowledgeBasedMatching", "semapv:MappingChaining",
                                        "semapv:LexicalMatching", "semapv:CompositeMatching"};
    (void)curies;
    return text_from(WORDS[link->why]);
}

static Text cell_object_source(Curies *curies, const Link *link) {
    return link->object_source.length ? curie(curies, link->object_source) : TEXT("");
}

static Text cell_confidence(Curies *curies, const Link *link) {
    return text_format(curies->arena, "%.2f", link->confidence);
}

static Text cell_match_field(Curies *curies, const Link *link) {
    return link->match_field.length ? curie(curies, link->match_field) : TEXT("");
}

static Text cell_match_string(Curies *curies, const Link *link) {
    (void)curies;
    return link->match_string;
}

static Text cell_comment(Curies *curies, const Link *link) {
    (void)curies;
    return link->comment;
}

static const struct {
    const char *slot;
    Text (*cell)(Curies *curies, const Link *link);
} COLUMNS[] = {
    {"subject_id", cell_subject},
    {"subject_label", cell_subject_label},
    {"predicate_id", cell_predicate},
    {"object_id", cell_object},
    {"object_label", cell_object_label},
    {"mapping_justification", cell_justification},
    {"object_source", cell_object_source},
    {"confidence", cell_confidence},
    {"object_match_field", cell_match_field},
    {"match_string", cell_match_string},
    {"comment", cell_comment},
};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

/* Cells with a tab, a line end or a quotation mark stand in quotation marks. */
static void write_cell(FILE *out, Text cell) {
    bool quoted = false;
    for (size_t i = 0; i < cell.length; i++) {
        quoted = quoted || cell.at[i] == '"' || cell.at[i] == '\t' || cell.at[i] == '\n' || cell.at[i] == '\r';
    }
    fputs(quoted ? "\"" : "", out);
    for (size_t i = 0; i < cell.length; i++) {
        fputs(cell.at[i] == '"' ? "\"" : "", out);
        fputc(cell.at[i], out);
    }
    fputs(quoted ? "\"" : "", out);
}

static void write_metadata(const Curies *curies, Text digest, FILE *out) {
    fputs("#curie_map:\n", out);
    if (curies->used_base) {
        fprintf(out, "#  id: %.*s\n", TEXT_ARGS(curies->base));
    }
    for (size_t i = 0; i < curies->spaces.count; i++) {
        fprintf(out, "#  ns%zu: %.*s\n", i + 1, TEXT_ARGS(curies->spaces.items[i]));
    }
    fputs("#  rdfs: " RDFS_NS "\n#  semapv: https://w3id.org/semapv/vocab/\n#  skos: " SKOS_NS "\n", out);
    if (curies->used_wikidata) {
        fputs("#  wd: " WIKIDATA_NS "\n", out);
    }
    fprintf(out, "#mapping_set_id: %.*smappings/%.*s\n", TEXT_ARGS(curies->base), TEXT_ARGS(digest));
    fputs("#mapping_set_title: Links of the persons, bodies and places in newspaper articles\n"
          "#license: https://creativecommons.org/publicdomain/zero/1.0/\n"
          "#mapping_tool: dateline\n#mapping_tool_version: " DATELINE_VERSION "\n",
          out);
}

void link_write_sssom(const Links *links, Text base, Arena *arena, FILE *out) {
    Curies curies = {.base = base, .arena = arena};
    Text *cells = ARENA_ARRAY(arena, Text, links->count * COLUMN_COUNT + 1);
    bool filled[COLUMN_COUNT] = {true, false, true, true, false, true};
    for (size_t i = 0; i < links->count * COLUMN_COUNT; i++) {
        cells[i] = COLUMNS[i % COLUMN_COUNT].cell(&curies, &links->items[i / COLUMN_COUNT]);
        filled[i % COLUMN_COUNT] = filled[i % COLUMN_COUNT] || cells[i].length;
    }
    write_metadata(&curies, digest_of(links, arena), out);
    for (size_t row = 0; row <= links->count; row++) {
        for (size_t column = 0; column < COLUMN_COUNT; column++) {
            if (filled[column]) {
                fputs(column ? "\t" : "", out);
                write_cell(out, row ? cells[(row - 1) * COLUMN_COUNT + column] : text_from(COLUMNS[column].slot));
            }
        }
        fputc('\n', out);
    }
}

/* ---- Turtle ---- */

/* The links with one predicate into one namespace. */
typedef struct Linkset {
    Text space;
    bool exact;
    size_t count;
} Linkset;

typedef VECTOR(Linkset) Linksets;

static void count_link(Linksets *sets, const Link *link, Arena *arena) {
    Text space = namespace_of(link->object);
    for (size_t i = 0; i < sets->count; i++) {
        if (sets->items[i].exact == link->exact && text_equal(sets->items[i].space, space)) {
            sets->items[i].count++;
            return;
        }
    }
    *VECTOR_PUSH(arena, sets) = (Linkset){.space = space, .exact = link->exact, .count = 1};
}

static Text space_key(Text space, Arena *arena) {
    enum { DIGITS = 16 };
    return text_equal(space, TEXT(WIKIDATA_NS)) ? TEXT("wikidata") : text_slice(sha256_hex(arena, space), 0, DIGITS);
}

static void write_linkset(const Linkset *set, Text base, Arena *arena, FILE *out) {
    Text key = space_key(set->space, arena);
    const char *name = set->exact ? "exactMatch" : "closeMatch";
    fprintf(out, "\n<%.*slinkset/%.*s-%s> a void:Linkset ;\n", TEXT_ARGS(base), TEXT_ARGS(key), name);
    fprintf(out, "    void:subjectsTarget <%.*sdataset/things> ;\n", TEXT_ARGS(base));
    fprintf(out, "    void:objectsTarget <%.*sdataset/%.*s> ;\n", TEXT_ARGS(base), TEXT_ARGS(key));
    fprintf(out, "    void:linkPredicate skos:%s ;\n    void:triples %zu ;\n", name, set->count);
    fputs("    dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> .\n", out);
}

static void write_linksets(const Linksets *sets, Text base, Arena *arena, FILE *out) {
    fprintf(out, "\n<%.*sdataset/things> a void:Dataset ;\n    void:uriSpace \"%.*s\" .\n", TEXT_ARGS(base),
            TEXT_ARGS(base));
    for (size_t i = 0; i < sets->count; i++) {
        bool known = false;
        for (size_t k = 0; k < i; k++) {
            known = known || text_equal(sets->items[k].space, sets->items[i].space);
        }
        if (!known) {
            Text key = space_key(sets->items[i].space, arena);
            fprintf(out, "\n<%.*sdataset/%.*s> a void:Dataset ;\n    void:uriSpace \"%.*s\" .\n", TEXT_ARGS(base),
                    TEXT_ARGS(key), TEXT_ARGS(sets->items[i].space));
        }
        write_linkset(&sets->items[i], base, arena, out);
    }
}

static void write_matches(const Links *links, Text base, FILE *out) {
    for (size_t i = 0; i < links->count; i++) {
        const Link *link = &links->items[i];
        if (i == 0 || !text_equal(links->items[i - 1].subject, link->subject)) {
            fprintf(out, "\n<%.*s> a skos:Concept ;\n    skos:inScheme <%.*sscheme/things> ;\n",
                    TEXT_ARGS(link->subject), TEXT_ARGS(base));
        }
        bool last = i + 1 == links->count || !text_equal(links->items[i + 1].subject, link->subject);
        fprintf(out, "    %s <%.*s> %s\n", predicate_of(link), TEXT_ARGS(link->object), last ? "." : ";");
    }
}

void link_write_void(const Links *links, Text base, Arena *arena, FILE *out) {
    Linksets sets = {0};
    for (size_t i = 0; i < links->count; i++) {
        count_link(&sets, &links->items[i], arena);
    }
    fputs("@prefix dcterms: <" DCTERMS_NS "> .\n@prefix skos: <" SKOS_NS "> .\n"
          "@prefix void: <http://rdfs.org/ns/void#> .\n",
          out);
    fprintf(out, "\n<%.*sscheme/things> a skos:ConceptScheme ;\n", TEXT_ARGS(base));
    fputs("    dcterms:title \"The persons, bodies and places in newspaper articles\"@en, "
          "\"报纸文章中的人物、机构与地点\"@zh .\n",
          out);
    write_linksets(&sets, base, arena, out);
    write_matches(links, base, out);
}
