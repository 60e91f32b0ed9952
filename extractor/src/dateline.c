/* The public functions: each sets up memory, calls one module and cleans up. */
#include "dateline.h"

#include "coverage.h"
#include "examples.h"
#include "explain.h"
#include "files.h"
#include "joining.h"
#include "link.h"
#include "names.h"
#include "normalize.h"
#include "outfile.h"
#include "run.h"
#include "store.h"
#include "store_source.h"
#include "terms.h"
#include "world.h"

#include <stdlib.h>

static const char DEFAULT_BASE[] = "https://w3id.org/dateline/id/";

struct dateline {
    Arena arena; /* lives as long as the world */
    Arena page;  /* one article */
    Diag diag;
    DataFolders folders;
    World world;
    Tools tools;
};

/* Where to go when memory runs out, for as long as a public function runs. */
static void guard(dateline *world, jmp_buf *exhausted) {
    world->arena.exhausted = exhausted;
    world->page.exhausted = exhausted;
}

const char *dateline_version(void) {
    return DATELINE_VERSION;
}

const char *dateline_status_text(dateline_status status) {
    static const char *const texts[] = {
#define STATUS_TEXT(name, text) text,
        DATELINE_STATUS_LIST(STATUS_TEXT)
#undef STATUS_TEXT
    };
    return texts[status];
}

static Text text_or_empty(const char *c_string) {
    return c_string ? text_from(c_string) : TEXT("");
}

static void add_folders(dateline *world, const char *const *more, Texts *folders) {
    for (; more && *more; more++) {
        *VECTOR_PUSH(&world->arena, folders) = text_copy(&world->arena, text_from(*more));
    }
}

/* The base of the options, which ends in a slash or a hash, or gets a slash. */
static Status read_base(const dateline_options *options, Arena *arena, Diag *diag, Text *out) {
    Text base = text_from(options->base ? options->base : DEFAULT_BASE);
    const char *fault = term_fault_iri(base);
    if (fault) {
        diag_error(diag, (Place){0}, "the base '%.*s' %s", TEXT_ARGS(base), fault);
        return DATELINE_USAGE;
    }
    bool ends = text_ends(base, TEXT("/")) || text_ends(base, TEXT("#"));
    *out = text_join(arena, base, ends ? TEXT("") : TEXT("/"));
    return DATELINE_OK;
}

static Status load(dateline *world, const dateline_options *options) {
    TRY(world_find(text_or_empty(options->data), &world->arena, &world->diag, &world->folders));
    add_folders(world, options->rules, &world->folders.rules);
    add_folders(world, options->lexicon, &world->folders.lexicon);
    TRY(world_load(&world->folders, TEXT(""), &world->arena, &world->diag, &world->world));
    Text base;
    TRY(read_base(options, &world->arena, &world->diag, &base));
    world->tools =
        (Tools){world->world.ontology, world->world.lexicon, &world->world.rules, {base, options->with_text}};
    return DATELINE_OK;
}

/* A world in which nothing is loaded yet; NULL: no memory. */
static dateline *new_world(const dateline_options *options) {
    dateline *world = calloc(1, sizeof *world);
    if (world) {
        world->diag = (Diag){.sink = options->sink, .context = options->context};
    }
    return world;
}

dateline_status dateline_open(const dateline_options *options, dateline **world) {
    jmp_buf exhausted;
    dateline *opened = new_world(options);
    *world = NULL;
    if (!opened) {
        return DATELINE_MEMORY;
    }
    guard(opened, &exhausted);
    Status status = setjmp(exhausted) ? DATELINE_MEMORY : load(opened, options);
    if (status != DATELINE_OK) {
        dateline_close(opened);
        return status;
    }
    *world = opened;
    return DATELINE_OK;
}

void dateline_close(dateline *world) {
    if (world) {
        ruleset_release(&world->world.rules);
        arena_release(&world->page);
        arena_release(&world->arena);
        free(world);
    }
}

static Status check_licence(const dateline_output *output, Diag *diag) {
    const char *fault = output->licence ? term_fault_iri(text_from(output->licence)) : NULL;
    if (fault) {
        diag_error(diag, (Place){0}, "the licence '%s' %s", output->licence, fault);
    }
    return fault ? DATELINE_USAGE : DATELINE_OK;
}

static Status extract(dateline *world, const dateline_input *input, const dateline_output *output,
                      const dateline_run *run) {
    static const dateline_run plain = {0};
    Text digest = {0};
    TRY(check_licence(output, &world->diag));
    if (output->manifest || output->resume || output->dataset || output->per != DATELINE_ONE_FILE) {
        TRY(world_digest(&world->folders, &world->arena, &world->diag, &digest));
    }
    return run_extract(&world->tools, input, output, run ? run : &plain, digest, &world->arena, &world->diag);
}

dateline_status dateline_extract(dateline *world, const dateline_input *input, const dateline_output *output,
                                 const dateline_run *run) {
    jmp_buf exhausted;
    guard(world, &exhausted);
    return setjmp(exhausted) ? DATELINE_MEMORY : extract(world, input, output, run);
}

/* Rules are loaded for articles only. */
static Status load_store(dateline *world, const dateline_options *options, const dateline_store *store,
                         const char *const *paths, size_t count, dateline_loaded *result) {
    bool articles = false;
    for (size_t i = 0; i < count; i++) {
        articles = articles || store_source_is_articles(text_from(paths[i]), &world->page);
    }
    if (articles) {
        TRY(load(world, options));
    }
    return store_load(&world->tools, store, paths, count, &world->page, &world->diag, result);
}

dateline_status dateline_load(const dateline_options *options, const dateline_store *store, const char *const *paths,
                              size_t count, dateline_loaded *result) {
    jmp_buf exhausted;
    dateline *world = new_world(options);
    *result = (dateline_loaded){0};
    if (!world) {
        return DATELINE_MEMORY;
    }
    guard(world, &exhausted);
    Status status = setjmp(exhausted) ? DATELINE_MEMORY : load_store(world, options, store, paths, count, result);
    dateline_close(world);
    return status;
}

static Status normalize(dateline *world, Text path, Normalizer *normalizer, Text reference) {
    bool valid = true;
    normalizer->lexicon = world->world.lexicon;
    normalizer->reference = reference.length ? day_parse(reference, &valid) : (Day){0, 0, 0};
    if (!valid || (reference.length && !normalizer->reference.day)) {
        diag_error(&world->diag, (Place){0}, "no such day: %.*s", TEXT_ARGS(reference));
        return DATELINE_USAGE;
    }
    OutFile out;
    TRY(outfile_open(TEXT(""), &world->diag, &out));
    Status status = normalize_lines(normalizer, path, &world->page, &world->diag, out.stream);
    Status closed = outfile_close(&out, &world->diag);
    return closed > status ? closed : status;
}

dateline_status dateline_normalize(dateline *world, const char *path, dateline_language language, dateline_kind kind,
                                   const char *reference, bool convert) {
    jmp_buf exhausted;
    guard(world, &exhausted);
    if (setjmp(exhausted)) {
        return DATELINE_MEMORY;
    }
    Normalizer normalizer = {
        .kind = kind, .lang = language == DATELINE_CHINESE ? LANG_ZH : LANG_EN, .convert = convert};
    return normalize(world, text_from(path), &normalizer, text_or_empty(reference));
}

static Status explain(dateline *world, const dateline_input *input, Text why_not) {
    const Ruleset *rules = &world->world.rules;
    const Rule *rule = NULL;
    for (size_t i = 0; i < rules->rules.count && why_not.length; i++) {
        rule = text_equal(rules->rules.items[i].id, why_not) ? &rules->rules.items[i] : rule;
    }
    if (why_not.length && !rule) {
        diag_error(&world->diag, (Place){0}, "there is no rule '%.*s'", TEXT_ARGS(why_not));
        return DATELINE_USAGE;
    }
    OutFile out;
    TRY(outfile_open(TEXT(""), &world->diag, &out));
    Status status = explain_run(&world->tools, input, rule, &world->page, &world->diag, out.stream);
    Status closed = outfile_close(&out, &world->diag);
    return closed > status ? closed : status;
}

dateline_status dateline_explain(dateline *world, const dateline_input *input, const char *why_not) {
    jmp_buf exhausted;
    guard(world, &exhausted);
    return setjmp(exhausted) ? DATELINE_MEMORY : explain(world, input, text_or_empty(why_not));
}

static Status list_names(dateline *world, const dateline_input *input) {
    OutFile out;
    TRY(outfile_open(TEXT(""), &world->diag, &out));
    Status status = names_run(&world->tools, input, &world->page, &world->diag, out.stream);
    Status closed = outfile_close(&out, &world->diag);
    return closed > status ? closed : status;
}

dateline_status dateline_names(dateline *world, const dateline_input *input) {
    jmp_buf exhausted;
    guard(world, &exhausted);
    return setjmp(exhausted) ? DATELINE_MEMORY : list_names(world, input);
}

static void add_paths(Arena *arena, const char *const *paths, Texts *out) {
    for (; paths && *paths; paths++) {
        *VECTOR_PUSH(arena, out) = text_from(*paths);
    }
}

static Status link_graphs(const dateline_options *options, const dateline_links *links, Arena *arena, Diag *diag) {
    LinkJob job = {0};
    TRY(read_base(options, arena, diag, &job.base));
    for (size_t i = 0; i < links->graph_count; i++) {
        *VECTOR_PUSH(arena, &job.graphs) = text_from(links->graphs[i]);
    }
    add_paths(arena, links->authorities, &job.authorities);
    add_paths(arena, links->outputs, &job.outputs);
    job.service = (ReconcileService){text_or_empty(links->reconcile),
                                     text_from(links->cache ? links->cache : "dateline.reconcile")};
    if (job.outputs.count == 0) {
        *VECTOR_PUSH(arena, &job.outputs) = TEXT("-");
    }
    return link_run(&job, arena, diag);
}

dateline_status dateline_link(const dateline_options *options, const dateline_links *links) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Diag diag = {.sink = options->sink, .context = options->context};
    dateline_status status = setjmp(exhausted) ? DATELINE_MEMORY : link_graphs(options, links, &arena, &diag);
    arena_release(&arena);
    return status;
}

static Status list_overlaps(dateline *world) {
    OutFile out;
    TRY(outfile_open(TEXT(""), &world->diag, &out));
    Status status = examples_overlaps(&world->tools, &world->page, &world->diag, out.stream);
    Status closed = outfile_close(&out, &world->diag);
    return closed > status ? closed : status;
}

dateline_status dateline_overlaps(dateline *world) {
    jmp_buf exhausted;
    guard(world, &exhausted);
    return setjmp(exhausted) ? DATELINE_MEMORY : list_overlaps(world);
}

static Status list_coverage(dateline *world, const dateline_input *input) {
    const Ruleset *rules = &world->world.rules;
    size_t *counts = ARENA_ARRAY(&world->arena, size_t, rules->rules.count + 1);
    Status counted = coverage_count(&world->tools, input, &world->page, &world->diag, counts);
    OutFile out;
    TRY(outfile_open(TEXT(""), &world->diag, &out));
    coverage_print(rules, counts, &world->page, out.stream);
    Status closed = outfile_close(&out, &world->diag);
    return closed > counted ? closed : counted;
}

dateline_status dateline_coverage(dateline *world, const dateline_input *input) {
    jmp_buf exhausted;
    guard(world, &exhausted);
    return setjmp(exhausted) ? DATELINE_MEMORY : list_coverage(world, input);
}

/* The examples of the file at `path`, or, when that is empty, of all. */
static Status run_examples(dateline *world, const World *with, Text path, dateline_examples *result) {
    Tools tools = {with->ontology, with->lexicon, &with->rules, world->tools.graph};
    for (size_t i = 0; i < with->rules.files.count; i++) {
        const RuleFile *file = &with->rules.files.items[i];
        if (path.length == 0 || text_equal(file->path, path)) {
            TRY(examples_run(&tools, file, &world->page, &world->diag, result));
        }
    }
    return result->failed ? DATELINE_FAILED : DATELINE_OK;
}

/* The rules are loaded anew, as now all that may be wrong in them is looked for: with a file of the user's, which may
 * call the defines of the others, or else as they are. */
static Status check_rules(dateline *world, Text path, dateline_examples *result) {
    DataFolders folders = world->folders;
    World checked;
    Arena arena = {.exhausted = world->page.exhausted};
    Text extra = path;
    for (size_t i = 0; path.length && i < world->world.rules.files.count; i++) {
        Text known = world->world.rules.files.items[i].path;
        if (files_are_same(known, path, &world->page)) {
            path = known;
            extra = TEXT("");
        }
    }
    folders.ours = false;
    Status status = world_load(&folders, extra, &arena, &world->diag, &checked);
    if (status == DATELINE_OK) {
        status = run_examples(world, &checked, path, result);
    }
    ruleset_release(&checked.rules);
    arena_release(&arena);
    return status;
}

dateline_status dateline_check_rules(dateline *world, const char *path, dateline_examples *result) {
    jmp_buf exhausted;
    guard(world, &exhausted);
    *result = (dateline_examples){0};
    return setjmp(exhausted) ? DATELINE_MEMORY : check_rules(world, text_or_empty(path), result);
}

static Status merge(const char *const *manifests, size_t count, const dateline_output *output, Arena *arena,
                    Arena *page, Diag *diag) {
    Texts paths = {0};
    for (size_t i = 0; i < count; i++) {
        *VECTOR_PUSH(arena, &paths) = text_from(manifests[i]);
    }
    TRY(check_licence(output, diag));
    return joining_run(&paths, output, arena, page, diag);
}

dateline_status dateline_merge(const dateline_options *options, const char *const *manifests, size_t count,
                               const dateline_output *output) {
    jmp_buf exhausted;
    Arena arena = {.exhausted = &exhausted};
    Arena page = {.exhausted = &exhausted};
    Diag diag = {.sink = options->sink, .context = options->context};
    dateline_status status =
        setjmp(exhausted) ? DATELINE_MEMORY : merge(manifests, count, output, &arena, &page, &diag);
    arena_release(&page);
    arena_release(&arena);
    return status;
}
