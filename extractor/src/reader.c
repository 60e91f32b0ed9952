/* Owns files, folders and standard input, and that what comes out is UTF-8 text. It does not know what an article looks
 * like. */
#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_CAPACITY = 64 * 1024, LARGEST_MEBIBYTES = 64 };
static const size_t LARGEST_FILE = (size_t)LARGEST_MEBIBYTES * 1024 * 1024;

struct Reader {
    const ReaderOptions *options;
    Diag *diag;
    size_t next;  /* of the paths of `options` */
    size_t index; /* inputs handed out or refused */
    FTS *tree;    /* the file or folder that is being read; NULL: none */
    bool found_any;
};

/* The byte of an entry's path at `at` in its own name: a folder's name counts with the slash that follows it. */
static int path_byte(const FTSENT *entry, size_t at) {
    int byte = (unsigned char)entry->fts_name[at];
    return byte == 0 && entry->fts_info == FTS_D ? '/' : byte;
}

static int compare_paths(const FTSENT **a, const FTSENT **b) {
    size_t shorter = (*a)->fts_namelen < (*b)->fts_namelen ? (*a)->fts_namelen : (*b)->fts_namelen;
    int order = memcmp((*a)->fts_name, (*b)->fts_name, shorter);
    return order ? order : path_byte(*a, shorter) - path_byte(*b, shorter);
}

static Status refuse(const Reader *reader, Text path, const char *why) {
    diag_error(reader->diag, (Place){.file = path}, "%s", why);
    return DATELINE_SKIPPED;
}

static Status open_tree(Reader *reader, Arena *page, Text path) {
    char *const roots[] = {text_c_string(page, path), NULL};
    reader->found_any = false;
    if (access(*roots, R_OK) == 0) {
        reader->tree = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, compare_paths);
    }
    if (!reader->tree) {
        diag_error(reader->diag, (Place){.file = path}, "%s", strerror(errno));
        return DATELINE_IO;
    }
    return DATELINE_OK;
}

Status reader_open(const ReaderOptions *options, Diag *diag, Reader **out) {
    *out = calloc(1, sizeof **out);
    if (!*out) {
        return DATELINE_MEMORY;
    }
    **out = (Reader){.options = options, .diag = diag};
    return DATELINE_OK;
}

static void close_tree(Reader *reader) {
    if (reader->tree) {
        fts_close(reader->tree);
        reader->tree = NULL;
    }
}

void reader_close(Reader *reader) {
    if (reader) {
        close_tree(reader);
    }
    free(reader);
}

/* All bytes of `file` up to one more than the largest file may have. Answers errno, 0 when all went well. */
static int read_bytes(int file, Arena *page, Text *out) {
    struct stat status;
    bool size_known = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    size_t size = size_known ? (size_t)status.st_size : FIRST_CAPACITY;
    size_t capacity = (size < LARGEST_FILE ? size : LARGEST_FILE) + 1;
    size_t length = 0;
    char *bytes = ARENA_ARRAY(page, char, capacity);
    while (length <= LARGEST_FILE) {
        bytes = arena_grow(page, bytes, length, &capacity, 1);
        ssize_t got = read(file, bytes + length, capacity - length);
        if (got == 0) {
            break;
        }
        if (got < 0 && errno != EINTR) {
            return errno;
        }
        length += got > 0 ? (size_t)got : 0;
    }
    *out = (Text){bytes, length};
    return 0;
}

/* Lets only text through: UTF-8 without its byte-order mark, without NUL. */
static Status check_bytes(const Reader *reader, Text path, Text bytes, Text *out) {
    if (bytes.length > LARGEST_FILE) {
        diag_error(reader->diag, (Place){.file = path}, "larger than %d MiB: not read", LARGEST_MEBIBYTES);
        return DATELINE_SKIPPED;
    }
    if (text_starts(bytes, TEXT("\xEF\xBB\xBF"))) {
        bytes = text_after(bytes, 3);
    }
    if (bytes.length == 0) {
        return refuse(reader, path, "the file is empty");
    }
    size_t wrong = utf8_check(bytes);
    if (wrong != SIZE_MAX) {
        diag_error(reader->diag, place_of(path, bytes, wrong), "not UTF-8: byte 0x%02X",
                   (unsigned char)bytes.at[wrong]);
        return DATELINE_SKIPPED;
    }
    const char *nul = memchr(bytes.at, '\0', bytes.length);
    if (nul) {
        diag_error(reader->diag, place_of(path, bytes, (size_t)(nul - bytes.at)), "a NUL byte: this is no text");
        return DATELINE_SKIPPED;
    }
    *out = bytes;
    return DATELINE_OK;
}

static Status read_article(const Reader *reader, int file, Arena *page, RawArticle *out) {
    Text bytes = {0};
    int error = read_bytes(file, page, &bytes);
    return error ? refuse(reader, out->path, strerror(error)) : check_bytes(reader, out->path, bytes, &out->bytes);
}

static Status read_entry(const Reader *reader, const FTSENT *entry, Arena *page, RawArticle *out) {
    if (utf8_check(out->path) != SIZE_MAX) {
        return refuse(reader, out->path, "the file's name is not UTF-8");
    }
    int file = open(entry->fts_path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return refuse(reader, out->path, strerror(errno));
    }
    Status status = read_article(reader, file, page, out);
    close(file);
    return status;
}

static bool is_article_name(const FTSENT *entry) {
    Text name = text_from(entry->fts_name);
    return entry->fts_level == FTS_ROOTLEVEL || text_ends(name, TEXT(".md")) || text_ends(name, TEXT(".txt"));
}

/* The next file that is read or cannot be, or the end of a folder that held none; NULL at the end. */
static const FTSENT *next_entry(const Reader *reader) {
    const FTSENT *entry;
    while ((entry = fts_read(reader->tree))) {
        switch (entry->fts_info) {
        case FTS_D:
            break;
        case FTS_DP:
            if (entry->fts_level == FTS_ROOTLEVEL && !reader->found_any) {
                return entry;
            }
            break;
        case FTS_F:
        case FTS_NS:
        case FTS_SLNONE:
            if (is_article_name(entry)) {
                return entry;
            }
            break;
        case FTS_DEFAULT: /* a pipe or a device is read when it was asked for by name */
            if (entry->fts_level == FTS_ROOTLEVEL) {
                return entry;
            }
            break;
        default:
            return entry;
        }
    }
    return NULL;
}

static Status read_found(Reader *reader, const FTSENT *entry, Arena *page, RawArticle *out) {
    out->path = text_copy(page, text_from(entry->fts_path));
    reader->found_any = true;
    switch (entry->fts_info) {
    case FTS_DP:
        return refuse(reader, out->path, "no *.md and no *.txt in this folder");
    case FTS_DC:
        return refuse(reader, out->path, "the folder links back to a folder that holds it");
    case FTS_DNR:
    case FTS_ERR:
        return refuse(reader, out->path, strerror(entry->fts_errno));
    default:
        return read_entry(reader, entry, page, out);
    }
}

Status reader_next(Reader *reader, Arena *page, RawArticle *out, bool *more) {
    *out = (RawArticle){.index = reader->index + 1};
    *more = true;
    for (;;) {
        const FTSENT *entry = reader->tree ? next_entry(reader) : NULL;
        if (entry) {
            reader->index++;
            return read_found(reader, entry, page, out);
        }
        close_tree(reader);
        if (reader->next == reader->options->count) {
            *more = false;
            return DATELINE_OK;
        }
        out->path = text_copy(page, text_from(reader->options->paths[reader->next++]));
        bool standard_input = text_equal(out->path, TEXT("-"));
        Status status =
            standard_input ? read_article(reader, STDIN_FILENO, page, out) : open_tree(reader, page, out->path);
        if (standard_input || status != DATELINE_OK) {
            reader->index++;
            return status;
        }
    }
}
