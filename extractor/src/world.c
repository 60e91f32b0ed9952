/* Finds and loads what the program knows. Knows the names of folders, and not what is in them. */
#include "world.h"

#include "files.h"
#include "precision.h"
#include "sha256.h"

#include <limits.h>
#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static bool is_folder(Arena *arena, Text path) {
    return access(text_c_string(arena, text_format(arena, "%.*s/.", TEXT_ARGS(path))), R_OK) == 0;
}

/* DIR/rules, DIR/lexicon, DIR/ontology; or, in the source tree, DIR/extractor/rules … */
static bool folders_under(Text data, Arena *arena, DataFolders *out) {
    static const char *const inner[] = {"", "extractor/"};
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        Text rules = text_format(arena, "%.*s/%srules", TEXT_ARGS(data), inner[i]);
        Text lexicon = text_format(arena, "%.*s/%slexicon", TEXT_ARGS(data), inner[i]);
        Text ontology = text_format(arena, "%.*s/ontology", TEXT_ARGS(data));
        if (is_folder(arena, rules) && is_folder(arena, lexicon) && is_folder(arena, ontology)) {
            *out = (DataFolders){.ontology = ontology};
            *VECTOR_PUSH(arena, &out->rules) = rules;
            *VECTOR_PUSH(arena, &out->lexicon) = lexicon;
            return true;
        }
    }
    return false;
}

static void tell_missing(Text data, Arena *arena, Diag *diag) {
    static const char *const folders[] = {"rules", "lexicon", "ontology"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        Text folder = text_format(arena, "%.*s/%s", TEXT_ARGS(data), folders[i]);
        if (!is_folder(arena, folder)) {
            diag_error(diag, (Place){.file = folder},
                       "no such folder; a data folder holds rules, lexicon and ontology");
        }
    }
}

/* The folder of the running program, or empty. */
static Text program_folder(Arena *arena) {
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    Text program = {path, length < 0 ? 0 : (size_t)length};
    while (program.length && program.at[program.length - 1] != '/') {
        program.length--;
    }
    return text_copy(arena, program);
}

Status world_find(Text data, Arena *arena, Diag *diag, DataFolders *out) {
    const char *environment = getenv("DATELINE_DATA");
    Text given = data.length ? data : environment ? text_from(environment) : TEXT("");
    if (given.length) {
        if (folders_under(given, arena, out)) {
            return DATELINE_OK;
        }
        tell_missing(given, arena, diag);
        return DATELINE_RULES;
    }
    Text program = program_folder(arena);
    if (folders_under(text_join(arena, program, TEXT("..")), arena, out) ||
        folders_under(text_join(arena, program, TEXT("../share/dateline")), arena, out) ||
        folders_under(TEXT(DATELINE_DATADIR), arena, out)) {
        out->ours = true;
        return DATELINE_OK;
    }
    diag_error(diag, (Place){0},
               "rules, lexicon and ontology are not in %s; name their folder with --data or DATELINE_DATA",
               DATELINE_DATADIR);
    return DATELINE_RULES;
}

static Status load_ontology(Text folder, Arena *arena, Diag *diag, World *out) {
    Text path = text_format(arena, "%.*s/dateline.ttl", TEXT_ARGS(folder));
    Text bytes;
    Ontology *ontology;
    if (file_read(path, arena, diag, &bytes) != DATELINE_OK) {
        return DATELINE_RULES;
    }
    TRY(ontology_load(path, bytes, arena, diag, &ontology));
    out->ontology = ontology;
    return DATELINE_OK;
}

static bool is_inside(Text path, Text folder) {
    return text_starts(path, folder) && text_starts(text_after(path, folder.length), TEXT("/"));
}

static Status parse_files(const DataFolders *folders, const Texts *paths, Arena *arena, Diag *diag, RuleFiles *files) {
    Status status = DATELINE_OK;
    for (size_t i = 0; i < paths->count; i++) {
        Text bytes;
        RuleFile file = {0};
        Status read = file_read(paths->items[i], arena, diag, &bytes);
        read = read == DATELINE_OK ? rulefile_parse(paths->items[i], bytes, arena, diag, &file) : read;
        file.ours = folders->ours && is_inside(paths->items[i], folders->rules.items[0]);
        *VECTOR_PUSH(arena, files) = file; /* what of it could be read, so that its defines are not missed */
        status = status == DATELINE_OK ? read : status;
    }
    return status;
}

static Status load_rules(const DataFolders *folders, Text extra, Arena *arena, Diag *diag, World *out) {
    Texts paths = {0};
    RuleFiles files = {0};
    if (folders_list(&folders->rules, TEXT(".rules"), arena, diag, &paths) != DATELINE_OK) {
        return DATELINE_RULES;
    }
    if (extra.length) {
        *VECTOR_PUSH(arena, &paths) = extra;
    }
    Status parsed = parse_files(folders, &paths, arena, diag, &files);
    TRY(ruleset_build(out->ontology, &files, arena, diag, &out->rules));
    TRY(precision_load(&folders->rules, arena, diag, &out->rules));
    return parsed;
}

/* Rules are loaded by a thread of their own, which has memory of its own and keeps what it has to tell. */
typedef struct RulesLoad {
    const DataFolders *folders;
    Text extra;
    World *out;
    Arena arena;
    Diag diag;
    Texts told;
    Status status;
} RulesLoad;

static void keep_message(void *context, const char *message) {
    RulesLoad *load = context;
    *VECTOR_PUSH(&load->arena, &load->told) = text_copy(&load->arena, text_from(message));
}

static void *run_rules_load(void *context) {
    RulesLoad *load = context;
    jmp_buf exhausted;
    load->arena.exhausted = &exhausted;
    load->status = DATELINE_MEMORY;
    if (setjmp(exhausted) == 0) {
        load->status = load_rules(load->folders, load->extra, &load->arena, &load->diag, load->out);
    }
    load->arena.exhausted = NULL; /* the place to go back to ends here */
    return NULL;
}

/* Tells what the thread had to tell, and takes over its memory. */
static Status end_rules_load(RulesLoad *load, Arena *arena, Diag *diag) {
    for (size_t i = 0; i < load->told.count && diag->sink; i++) {
        diag->sink(diag->context, load->told.items[i].at);
    }
    diag->errors += load->diag.errors;
    diag->warnings += load->diag.warnings;
    arena_adopt(arena, &load->arena);
    return load->status;
}

/* Comes back even when there is no memory left, as the rules' thread must be waited for. */
static Status load_lexicon(const Texts *folders, Arena *arena, Diag *diag, World *out) {
    jmp_buf *outer = arena->exhausted;
    jmp_buf here;
    Lexicon *lexicon = NULL;
    arena->exhausted = &here;
    Status status = setjmp(here) ? DATELINE_MEMORY : lexicon_load(folders, out->ontology, arena, diag, &lexicon);
    arena->exhausted = outer;
    out->lexicon = status == DATELINE_MEMORY ? NULL : lexicon;
    return status;
}

Status world_load(const DataFolders *folders, Text extra, Arena *arena, Diag *diag, World *out) {
    *out = (World){0};
    TRY(load_ontology(folders->ontology, arena, diag, out));
    RulesLoad load = {.folders = folders, .extra = extra, .out = out};
    load.diag = (Diag){.sink = keep_message, .context = &load};
    pthread_t thread;
    bool beside = pthread_create(&thread, NULL, run_rules_load, &load) == 0;
    Status lexicon_status = load_lexicon(&folders->lexicon, arena, diag, out);
    if (beside) {
        pthread_join(thread, NULL);
    } else {
        run_rules_load(&load);
    }
    Status rules_status = end_rules_load(&load, arena, diag);
    malloc_trim(0); /* loading needs more than it keeps */
    if (lexicon_status == DATELINE_MEMORY || rules_status == DATELINE_MEMORY) {
        longjmp(*arena->exhausted, 1);
    }
    return lexicon_status != DATELINE_OK ? lexicon_status : rules_status;
}

/* Adds the digest and the name of a file to a list of them. */
static Status add_digest(Text path, Arena *arena, Diag *diag, Text *list) {
    Text bytes;
    Text name = path;
    for (size_t i = 0; i < path.length; i++) {
        name = path.at[i] == '/' ? text_after(path, i + 1) : name;
    }
    TRY(file_read(path, arena, diag, &bytes));
    Text line = text_format(arena, "%.*s  %.*s\n", TEXT_ARGS(sha256_hex(arena, bytes)), TEXT_ARGS(name));
    *list = text_join(arena, *list, line);
    return DATELINE_OK;
}

static Status add_digests(const Texts *folders, Text ending, Arena *arena, Diag *diag, Text *list) {
    Texts paths = {0};
    TRY(folders_list(folders, ending, arena, diag, &paths));
    for (size_t i = 0; i < paths.count; i++) {
        TRY(add_digest(paths.items[i], arena, diag, list));
    }
    return DATELINE_OK;
}

Status world_digest(const DataFolders *folders, Arena *arena, Diag *diag, Text *out) {
    Arena files = {.exhausted = arena->exhausted};
    Text list = {0};
    Status status =
        add_digest(text_format(&files, "%.*s/dateline.ttl", TEXT_ARGS(folders->ontology)), &files, diag, &list);
    status = status == DATELINE_OK ? add_digests(&folders->rules, TEXT(".rules"), &files, diag, &list) : status;
    status = status == DATELINE_OK ? add_digests(&folders->rules, TEXT(".tsv"), &files, diag, &list) : status;
    status = status == DATELINE_OK ? add_digests(&folders->lexicon, TEXT(".tsv"), &files, diag, &list) : status;
    *out = sha256_hex(arena, list);
    arena_release(&files);
    return status;
}
