/* Owns which Chinese commas enumerate: those between names of one kind that follow each other with nothing between. In
 * doubt a comma ends a clause. */
#include "comma_row.h"

/* A row of names that commas part. */
typedef struct Row {
    ClassId kind;
    size_t members;
    bool led;   /* one of them has who he is before his name */
    size_t end; /* the token behind the last */
} Row;

/* Persons stand beside persons, bodies beside bodies. */
static ClassId kind_of(const Tagged *tagged, const Mention *name) {
    const ClassId kinds[] = {tagged->ontology->person, tagged->ontology->organization, tagged->ontology->place};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (ontology_is_a(tagged->ontology, name->class_id, kinds[i])) {
            return kinds[i];
        }
    }
    return CLASS_NONE;
}

/* The longest name that begins (ends) at a byte; NULL: there is none. */
static const Mention *name_at(const Tagged *tagged, size_t byte, bool begins) {
    const Mention *longest = NULL;
    for (size_t i = 0; i < tagged->mentions.count; i++) {
        const Mention *mention = &tagged->mentions.items[i];
        bool longer = !longest || mention->span.end - mention->span.begin > longest->span.end - longest->span.begin;
        if (mention->kind == MENTION_NAME && longer && byte == (begins ? mention->span.begin : mention->span.end)) {
            longest = mention;
        }
    }
    return longest;
}

static bool is_comma(const Tagged *tagged, size_t token) {
    return token < tagged->tokens.items.count && token_in(tagged, token)->comma;
}

static void add(Row *row, const Tagged *tagged, const Mention *name) {
    row->members++;
    row->led |= name->core.begin != name->span.begin;
    row->end = tokens_ending(&tagged->tokens, name->span.end) + 1;
}

/* The row whose first comma is the token `comma`; fewer than two members: there is none. */
static Row row_at(const Tagged *tagged, size_t comma) {
    const Mention *first = name_at(tagged, token_in(tagged, comma)->span.begin, false);
    Row row = {.kind = first ? kind_of(tagged, first) : CLASS_NONE};
    if (row.kind == CLASS_NONE) {
        return row;
    }
    add(&row, tagged, first);
    while (is_comma(tagged, row.end) && row.end + 1 < tagged->tokens.items.count) {
        const Mention *next = name_at(tagged, token_in(tagged, row.end + 1)->span.begin, true);
        if (!next || kind_of(tagged, next) != row.kind) {
            break;
        }
        add(&row, tagged, next);
    }
    return row;
}

/* 甲，乙，丙等; 甲，乙，丙三人: what stands behind the last name shows that it is one of several. */
static bool is_summed_up(const Tagged *tagged, const Row *row) {
    return token_is(&tagged->tokens, row->end, "等") ||
           (row->end < tagged->tokens.items.count && token_in(tagged, row->end)->kind == TOKEN_NUMBER);
}

/* Two names may be the end of one clause and the subject of the next. More are a row, if one is shown to be meant or
 * they are persons; but 县长陈林，副县长王海、何大 become three things. */
static bool enumerates(const Tagged *tagged, const Row *row) {
    enum { SURE = 3 };
    bool persons = row->kind == tagged->ontology->person && !row->led;
    return row->members >= SURE && (persons || is_summed_up(tagged, row));
}

void comma_rows_mark(Tagged *tagged) {
    for (size_t i = 0; tagged->sentence->lang == LANG_ZH && i < tagged->tokens.items.count; i++) {
        Row row = {.members = 0};
        if (is_comma(tagged, i)) {
            row = row_at(tagged, i);
        }
        bool marked = enumerates(tagged, &row);
        for (size_t k = i; marked && k < row.end; k++) {
            tagged->tokens.items.items[k].joins |= tagged->tokens.items.items[k].comma;
        }
        i = marked ? row.end - 1 : i;
    }
}
