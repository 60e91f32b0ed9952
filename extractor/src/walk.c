/* Owns the way through a tree of folders. It does not know what the files are for. */
#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names that are kept of one folder; when they are used up it is read again for those that come next. */
enum { WINDOW = 8 * 1024, MOST_NAMES = WINDOW + WINDOW / 4 };

typedef struct Name {
    Text text;
    bool is_folder;
} Name;

typedef VECTOR(Name) Names;

/* A folder on the way from the first to the present one. */
typedef struct Level {
    struct Level *above;
    dev_t device;
    ino_t number;
    Arena own;   /* holds the folder's name */
    Text folder; /* as it was asked for */
    Text path;   /* with a slash at its end */
    Arena arena; /* holds `names` */
    Names names; /* sorted */
    size_t next; /* of them */
    bool whole;  /* no name comes behind the last of them */
} Level;

struct Walk {
    WalkWants *wants;
    Diag *diag;
    Level *level;
    DIR *directory; /* that is being read, or NULL */
    Arena sieve;    /* of the names that are being read */
};

/* ---- names ---- */

/* The byte at `at`: a folder's name counts with the slash that follows it. */
static int byte_of(const Name *name, size_t at) {
    return at < name->text.length ? (unsigned char)name->text.at[at] : name->is_folder ? '/' : 0;
}

static int compare_names(const void *a, const void *b) {
    const Name *first = a;
    const Name *second = b;
    size_t shorter = first->text.length < second->text.length ? first->text.length : second->text.length;
    int order = shorter ? memcmp(first->text.at, second->text.at, shorter) : 0;
    return order ? order : byte_of(first, shorter) - byte_of(second, shorter);
}

/* Keeps the first WINDOW of the names that have been read, and forgets the memory of the others. */
static void keep_first(Walk *walk, Names *names) {
    Arena kept = {.exhausted = walk->sieve.exhausted};
    Names first = {0};
    qsort(names->items, names->count, sizeof *names->items, compare_names);
    for (size_t i = 0; i < names->count && i < WINDOW; i++) {
        *VECTOR_PUSH(&kept, &first) = (Name){text_copy(&kept, names->items[i].text), names->items[i].is_folder};
    }
    arena_release(&walk->sieve);
    walk->sieve = kept;
    *names = first;
}

/* ---- reading a folder ---- */

/* A link that leads nowhere counts as a file, so that opening it tells. */
static bool is_of_interest(const Walk *walk, const struct dirent *entry, Arena *scratch, Name *out) {
    *out = (Name){.text = text_from(entry->d_name)};
    bool is_file = entry->d_type == DT_REG;
    out->is_folder = entry->d_type == DT_DIR;
    if (text_equal(out->text, TEXT(".")) || text_equal(out->text, TEXT(".."))) {
        return false;
    }
    if (entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN) {
        struct stat about;
        bool leads = stat(text_c_string(scratch, text_join(scratch, walk->level->path, out->text)), &about) == 0;
        out->is_folder = leads && S_ISDIR(about.st_mode);
        is_file = !leads || S_ISREG(about.st_mode);
    }
    return out->is_folder || (is_file && walk->wants(out->text));
}

/* Reads the names that come behind `last` (NULL: all) into walk->sieve. Answers errno. */
static int read_names(Walk *walk, const Name *last, Arena *scratch, Names *names) {
    Name limit = {0}; /* what does not come before it need not be kept; without text: there is none */
    const struct dirent *entry;
    for (errno = 0; (entry = readdir(walk->directory)); errno = 0) {
        Name name;
        if (!is_of_interest(walk, entry, scratch, &name) || (last && compare_names(&name, last) <= 0)) {
            continue;
        }
        if (limit.text.length && compare_names(&name, &limit) >= 0) {
            walk->level->whole = false;
            continue;
        }
        if (names->count == MOST_NAMES) {
            keep_first(walk, names);
            limit = names->items[names->count - 1];
            walk->level->whole = false;
        }
        name.text = text_copy(&walk->sieve, name.text);
        *VECTOR_PUSH(&walk->sieve, names) = name;
    }
    return errno;
}

/* The next names of the present folder, in place of those that are used up. */
static Status fill(Walk *walk, Arena *scratch) {
    Level *level = walk->level;
    Names names = {0};
    Name last = level->names.count ? level->names.items[level->names.count - 1] : (Name){0};
    last.text = text_copy(scratch, last.text);
    arena_release(&level->arena);
    level->names = names;
    level->next = 0;
    level->whole = true;
    walk->directory = opendir(text_c_string(scratch, level->path));
    int error = walk->directory ? read_names(walk, last.text.length ? &last : NULL, scratch, &names) : errno;
    if (walk->directory) {
        closedir(walk->directory);
        walk->directory = NULL;
    }
    level->whole = error || (level->whole && names.count <= WINDOW);
    if (names.count) {
        keep_first(walk, &names);
    }
    level->arena = walk->sieve;
    level->names = names;
    walk->sieve = (Arena){.exhausted = scratch->exhausted};
    if (error) {
        diag_error(walk->diag, (Place){.file = level->folder}, "%s", strerror(error));
    }
    return error ? DATELINE_SKIPPED : DATELINE_OK;
}

/* ---- folders in folders ---- */

static void leave(Walk *walk) {
    Level *level = walk->level;
    walk->level = level->above;
    arena_release(&level->arena);
    arena_release(&level->own);
    free(level);
}

/* Makes `folder` the present one. Answers why not; NULL: it is. */
static const char *enter(Walk *walk, Text folder, Arena *arena) {
    struct stat about;
    const char *name = text_c_string(arena, folder);
    if (stat(name, &about) != 0 || access(name, R_OK | X_OK) != 0) {
        return strerror(errno);
    }
    for (const Level *level = walk->level; level; level = level->above) {
        if (level->device == about.st_dev && level->number == about.st_ino) {
            return "the folder links back to a folder that holds it";
        }
    }
    Level *level = calloc(1, sizeof *level);
    if (!level) {
        longjmp(*arena->exhausted, 1);
    }
    level->above = walk->level;
    level->device = about.st_dev;
    level->number = about.st_ino;
    walk->level = level;
    level->own.exhausted = arena->exhausted;
    level->folder = text_copy(&level->own, folder);
    level->path = text_join(&level->own, folder, text_ends(folder, TEXT("/")) ? TEXT("") : TEXT("/"));
    return NULL;
}

static Status enter_or_tell(Walk *walk, Text folder, Arena *arena, Status refused) {
    const char *problem = enter(walk, folder, arena);
    if (problem) {
        diag_error(walk->diag, (Place){.file = folder}, "%s", problem);
    }
    return problem ? refused : DATELINE_OK;
}

Status walk_open(Text folder, WalkWants *wants, Diag *diag, Arena *arena, Walk **out) {
    *out = calloc(1, sizeof **out);
    if (!*out) {
        return DATELINE_MEMORY;
    }
    **out = (Walk){.wants = wants, .diag = diag};
    Status status = enter_or_tell(*out, folder, arena, DATELINE_IO);
    if (status != DATELINE_OK) {
        walk_close(*out);
        *out = NULL;
    }
    return status;
}

Status walk_next(Walk *walk, Arena *arena, Text *path, bool *more) {
    Status status = DATELINE_OK;
    walk->sieve.exhausted = arena->exhausted;
    while (walk->level && status == DATELINE_OK) {
        Level *level = walk->level;
        if (level->next < level->names.count) {
            const Name *name = &level->names.items[level->next++];
            *path = text_join(arena, level->path, name->text);
            if (!name->is_folder) {
                break;
            }
            status = enter_or_tell(walk, *path, arena, DATELINE_SKIPPED);
        } else if (level->whole) {
            leave(walk);
        } else {
            *path = text_copy(arena, level->folder);
            status = fill(walk, arena);
        }
    }
    *more = walk->level != NULL;
    return status;
}

void walk_close(Walk *walk) {
    if (!walk) {
        return;
    }
    while (walk->level) {
        leave(walk);
    }
    if (walk->directory) {
        closedir(walk->directory);
    }
    arena_release(&walk->sieve);
    free(walk);
}
