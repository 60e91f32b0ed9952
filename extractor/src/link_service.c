/* Links by what a reconciliation service says of names. How it is asked is reconcile.c's affair. */
#include "link_parts.h"
#include "reconcile.h"
#include "terms.h"

/* How sure a link is that both names lead to, and one that only one does; see the table in README.md. */
static const double BOTH_NAMES = 0.90;
static const double ONE_NAME = 0.60;
static const double ONE_NAME_OF_PERSON = 0.50;

/* The names of one thing that were asked for. */
typedef struct Asked {
    size_t thing;
    Lang lang;
} Asked;

typedef VECTOR(Asked) AskedNames;

static Text chief_name(const LinkThing *thing, Lang lang) {
    for (size_t i = 0; i < thing->names.count; i++) {
        const LinkName *name = &thing->names.items[i];
        if (name->chief && text_equal(name->language, text_from(lang_tag(lang)))) {
            return name->text;
        }
    }
    return TEXT("");
}

static bool is_known_there(const LinkThing *thing, Text space) {
    for (size_t i = 0; i < thing->same.count; i++) {
        if (text_starts(thing->same.items[i], space)) {
            return true;
        }
    }
    return false;
}

static void collect(const LinkThings *things, Text space, Texts *names, AskedNames *asked) {
    for (size_t i = 0; i < things->things.count; i++) {
        const LinkThing *thing = &things->things.items[i];
        for (Lang lang = LANG_EN; lang <= LANG_ZH && !is_known_there(thing, space); lang++) {
            Text name = chief_name(thing, lang);
            if (name.length) {
                *VECTOR_PUSH(things->arena, names) = name;
                *VECTOR_PUSH(things->arena, asked) = (Asked){i, lang};
            }
        }
    }
}

static void add_link(const LinkThings *things, const LinkThing *thing, Text name, const ReconcileAnswer *answer,
                     double confidence, const Reconciler *service, Links *out) {
    Text space = reconcile_space(service);
    Text object = text_starts(answer->id, space) ? answer->id : text_join(things->arena, space, answer->id);
    Text comment = text_format(things->arena, "asked: %.*s", TEXT_ARGS(reconcile_name(service)));
    bool wikidata = text_starts(object, TEXT(WIKIDATA_NS));
    if (!term_fault_iri(object)) {
        *VECTOR_PUSH(things->arena, out) = (Link){.subject = thing->iri,
                                                  .subject_label = link_label(thing),
                                                  .object = object,
                                                  .object_label = answer->name,
                                                  .object_source = wikidata ? TEXT(WIKIDATA_NS "Q2013") : TEXT(""),
                                                  .exact = confidence >= BOTH_NAMES,
                                                  .why = JUSTIFIED_BY_SERVICE,
                                                  .confidence = confidence,
                                                  .match_string = name,
                                                  .comment = comment};
    }
}

/* Both names of a thing stand side by side, the English one first. */
static void judge(const LinkThings *things, const Texts *names, const AskedNames *asked, const ReconcileAnswer *answers,
                  const Reconciler *service, Links *out) {
    for (size_t i = 0; i < asked->count; i++) {
        bool two = i + 1 < asked->count && asked->items[i + 1].thing == asked->items[i].thing;
        const LinkThing *thing = &things->things.items[asked->items[i].thing];
        const ReconcileAnswer *one = &answers[i];
        const ReconcileAnswer *other = two ? &answers[i + 1] : one;
        size_t shown = one->id.length ? i : i + two;
        double alone = thing->kinds & KIND_PERSON ? ONE_NAME_OF_PERSON : ONE_NAME;
        bool differ = one->id.length && other->id.length && !text_equal(one->id, other->id);
        if (answers[shown].id.length && !differ) {
            double confidence = two && one->id.length && other->id.length ? BOTH_NAMES : alone;
            add_link(things, thing, names->items[shown], &answers[shown], confidence, service, out);
        }
        i += two;
    }
}

Status link_service(const ReconcileService *service, const LinkThings *things, Diag *diag, Links *out) {
    Reconciler *reconciler;
    Texts names = {0};
    AskedNames asked = {0};
    TRY(reconcile_open(service, things->arena, diag, &reconciler));
    collect(things, reconcile_space(reconciler), &names, &asked);
    ReconcileAnswer *answers = ARENA_ARRAY(things->arena, ReconcileAnswer, names.count + 1);
    Status status = reconcile_ask(reconciler, &names, answers);
    if (status == DATELINE_OK) {
        judge(things, &names, &asked, answers, reconciler, out);
    }
    reconcile_close(reconciler);
    return status;
}
