/* Owns the way from what the user named to one article after the other in UTF-8: which file, which member of it, which
 * part of that is next, and which dates are wanted. Each of these is found by a module of its own. */
#include "reader.h"

#include "article.h"
#include "bundle.h"
#include "inputs.h"
#include "plaintext.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct Reader {
    Diag *diag;
    Encoding encoding;
    Day since; /* whole days; year 0: from the beginning, to the end */
    Day until;
    Inputs *inputs;
    size_t index; /* articles handed out, refused, or left out for their dates */

    Arena file_arena;
    Text path;      /* of the open file */
    int file;       /* -1: none is open */
    Bundle *bundle; /* NULL: the file is a text */
    bool found_any; /* in the bundle */
    bool told_encrypted;

    Arena text_arena;
    Text text_path; /* of the open text, which is a file or a member of a bundle */
    bool text_open;
    bool named; /* the text has a name of its own */
    Splitter *splitter;
    size_t count; /* of the articles in the text so far */

    Arena scratch; /* one article */
};

static Status refuse(const Reader *reader, Text path, const char *why) {
    diag_error(reader->diag, (Place){.file = path}, "%s", why);
    return DATELINE_SKIPPED;
}

static Status refuse_packed(const Reader *reader, Text path) {
    Text why = text_trim(text_from(bundle_problem(reader->bundle)));
    diag_error(reader->diag, (Place){.file = path}, "cannot be unpacked: %.*s", TEXT_ARGS(why));
    return DATELINE_SKIPPED;
}

static Text base_name(Text path) {
    const char *slash = path.length ? memrchr(path.at, '/', path.length) : NULL;
    return slash ? text_after(path, (size_t)(slash + 1 - path.at)) : path;
}

/* ---- opening and closing ---- */

static void close_file(Reader *reader) {
    bundle_close(reader->bundle);
    reader->bundle = NULL;
    if (reader->file > STDIN_FILENO) {
        close(reader->file);
    }
    reader->file = -1;
}

void reader_close(Reader *reader) {
    if (!reader) {
        return;
    }
    close_file(reader);
    inputs_close(reader->inputs);
    splitter_release(reader->splitter);
    arena_release(&reader->file_arena);
    arena_release(&reader->text_arena);
    arena_release(&reader->scratch);
    free(reader);
}

static Status read_bound(Reader *reader, const char *written, Day *out) {
    bool valid = true;
    *out = written ? day_parse(text_from(written), &valid) : (Day){0};
    if (!valid) {
        diag_error(reader->diag, (Place){0}, "no such day: %s", written);
    }
    return valid ? DATELINE_OK : DATELINE_USAGE;
}

static Status read_options(Reader *reader, const ReaderOptions *options) {
    TRY(read_bound(reader, options->since, &reader->since));
    TRY(read_bound(reader, options->until, &reader->until));
    reader->since = reader->since.year ? day_first(reader->since) : reader->since;
    reader->until = reader->until.year ? day_last(reader->until) : reader->until;
    if (options->encoding && !encoding_find(text_from(options->encoding), &reader->encoding)) {
        diag_error(reader->diag, (Place){0}, "no such encoding: %s", options->encoding);
        return DATELINE_USAGE;
    }
    return inputs_open(options, reader->diag, &reader->inputs);
}

Status reader_open(const ReaderOptions *options, Diag *diag, Reader **out) {
    Reader *reader = calloc(1, sizeof *reader);
    *out = NULL;
    if (!reader) {
        return DATELINE_MEMORY;
    }
    reader->diag = diag;
    reader->file = -1;
    reader->splitter = splitter_create();
    Status status = reader->splitter ? read_options(reader, options) : DATELINE_MEMORY;
    if (status != DATELINE_OK) {
        reader_close(reader);
        return status;
    }
    *out = reader;
    return DATELINE_OK;
}

/* ---- which dates ---- */

/* A day that is not known is any day of its month. */
static bool is_within(const Reader *reader, Day day) {
    return (!reader->since.year || day_compare(day_last(day), reader->since) >= 0) &&
           (!reader->until.year || day_compare(day_first(day), reader->until) <= 0);
}

/* "1956-03-29_title.md", as the archive names its files, need not be opened when that day is not wanted. */
static bool is_outside_by_name(const Reader *reader, Text path) {
    enum { DATE_LENGTH = 10 };
    Text name = base_name(path);
    bool valid = name.length > DATE_LENGTH && name.at[DATE_LENGTH] == '_' && input_is_text(input_uncompressed(name));
    Day day = valid ? day_parse(text_slice(name, 0, DATE_LENGTH), &valid) : (Day){0};
    return valid && !is_within(reader, day);
}

/* What is no article is not left out, so that it is told. */
static bool is_outside(Reader *reader, Text path, Text bytes) {
    Diag silent = {0};
    Article article;
    bool limited = reader->since.year || reader->until.year;
    return limited && article_parse(path, bytes, &reader->scratch, &silent, &article) == DATELINE_OK &&
           !is_within(reader, article.date);
}

/* ---- texts ---- */

static Status tell_split(const Reader *reader, Text path, SplitStatus split) {
    int error = errno;
    if (split == SPLIT_MEMORY) {
        return DATELINE_MEMORY;
    }
    if (split == SPLIT_TOO_LARGE) {
        diag_error(reader->diag, (Place){.file = path}, "larger than %d MiB: not read%s", LARGEST_MEBIBYTES,
                   reader->count > 1 ? ", nor what follows" : "");
        return DATELINE_SKIPPED;
    }
    return reader->bundle ? refuse_packed(reader, path) : refuse(reader, path, strerror(error));
}

/* The next article of the open text. */
static Status next_article(Reader *reader, RawArticle *out, bool *found) {
    Piece piece = {0};
    SplitStatus split = splitter_next(reader->splitter, &reader->scratch, &piece);
    reader->text_open = split == SPLIT_PIECE;
    out->path = reader->text_path;
    if (split == SPLIT_END) {
        *found = reader->count == 0;
        return *found ? refuse(reader, out->path, "the file is empty") : DATELINE_OK;
    }
    reader->count++;
    bool shares = reader->count > 1 || (split == SPLIT_PIECE && !piece.is_last);
    if (shares) {
        out->path = text_format(&reader->scratch, "%.*s#%zu", TEXT_ARGS(reader->text_path), reader->count);
    }
    out->has_own_name = reader->named && !shares;
    *found = true;
    if (split != SPLIT_PIECE) {
        return tell_split(reader, out->path, split);
    }
    Status status = plaintext_read(out->path, &piece, reader->encoding, &reader->scratch, reader->diag, &out->bytes);
    if (status == DATELINE_OK && is_outside(reader, out->path, out->bytes)) {
        *found = false;
        reader->index++;
    }
    return status;
}

/* ---- files and what is in them ---- */

static ssize_t read_file(void *context, char *to, size_t room) {
    const Reader *reader = context;
    ssize_t got;
    do {
        got = read(reader->file, to, room);
    } while (got < 0 && errno == EINTR);
    return got;
}

static ssize_t read_member(void *context, char *to, size_t room) {
    const Reader *reader = context;
    return bundle_read(reader->bundle, to, room);
}

static Status open_text(Reader *reader, Text path, bool named, SplitterRead *read, Text *head) {
    reader->text_path = path;
    reader->named = named;
    reader->count = 0;
    SplitStatus split = splitter_start(reader->splitter, read, reader, BUNDLE_HEAD, head);
    reader->text_open = split == SPLIT_PIECE;
    return split == SPLIT_PIECE ? DATELINE_OK : tell_split(reader, path, split);
}

static Text member_path(Reader *reader, const Member *member) {
    Text name = member->alone ? input_uncompressed(base_name(reader->path)) : member->name;
    Text below = text_starts(name, TEXT("./")) ? text_after(name, 2) : name;
    bool nameless = member->alone && text_equal(reader->path, TEXT("-"));
    return nameless ? reader->path
                    : text_format(&reader->text_arena, "%.*s/%.*s", TEXT_ARGS(reader->path), TEXT_ARGS(below));
}

/* Why a member is not read that is an article by its name; NULL: it is read. */
static const char *member_fault(Reader *reader, const Member *member) {
    if (member->encrypted) {
        reader->told_encrypted = true;
        return "encrypted: not read";
    }
    if (!member->alone && !member->name.length) {
        return "the name of a member is neither UTF-8 nor GB18030";
    }
    return input_is_bundle(member->name) ? "an archive inside an archive: not read" : NULL;
}

static bool is_of_interest(const Reader *reader, const Member *member) {
    Text name = base_name(member->name);
    bool wanted = member->alone || !name.length || input_is_text(name) || input_is_bundle(name);
    bool is_fork = text_starts(name, TEXT("._")); /* what macOS keeps beside a file */
    return wanted && !is_fork && !(member->encrypted && reader->told_encrypted);
}

static Status open_member(Reader *reader, const Member *member, RawArticle *out, bool *found) {
    if (!is_of_interest(reader, member)) {
        return DATELINE_OK;
    }
    reader->found_any = true;
    out->path = member_path(reader, member);
    if (is_outside_by_name(reader, out->path)) {
        reader->index++;
        return DATELINE_OK;
    }
    const char *fault = member_fault(reader, member);
    *found = true;
    if (fault) {
        out->path = member->encrypted ? reader->path : out->path;
        return refuse(reader, out->path, fault);
    }
    Text head;
    TRY(open_text(reader, out->path, !text_equal(out->path, reader->path), read_member, &head));
    if (bundle_is(head)) {
        reader->text_open = false;
        return refuse(reader, out->path, "an archive inside an archive: not read");
    }
    *found = false;
    return DATELINE_OK;
}

/* The next member of the open archive. */
static Status next_member(Reader *reader, RawArticle *out, bool *found) {
    Member member;
    arena_reset(&reader->text_arena);
    MemberStatus status = bundle_next(reader->bundle, &reader->text_arena, &member);
    if (status == MEMBER_FOUND) {
        return open_member(reader, &member, out, found);
    }
    out->path = reader->path;
    *found = status == MEMBER_BROKEN || !reader->found_any;
    Status told = status == MEMBER_BROKEN ? refuse_packed(reader, out->path)
                  : *found                ? refuse(reader, out->path, "no *.md and no *.txt in this archive")
                                          : DATELINE_OK;
    close_file(reader);
    return told;
}

static Status open_file(Reader *reader, const Input *input, Text *head) {
    bool standard_input = text_equal(input->path, TEXT("-"));
    if (utf8_check(input->path) != SIZE_MAX) {
        return refuse(reader, input->path, "the file's name is not UTF-8");
    }
    close_file(reader);
    reader->path = input->path;
    reader->file =
        standard_input ? STDIN_FILENO : open(text_c_string(&reader->file_arena, input->path), O_RDONLY | O_CLOEXEC);
    if (reader->file < 0) {
        diag_error(reader->diag, (Place){.file = input->path}, "%s", strerror(errno));
        return input->named ? DATELINE_IO : DATELINE_SKIPPED;
    }
    return open_text(reader, input->path, !standard_input, read_file, head);
}

static Status next_file(Reader *reader, RawArticle *out, bool *found, bool *more) {
    Input input;
    arena_reset(&reader->file_arena);
    Status status = inputs_next(reader->inputs, &reader->file_arena, &input, more);
    out->path = input.path;
    *found = true;
    if (status != DATELINE_OK || !*more) {
        return status;
    }
    if (is_outside_by_name(reader, input.path)) {
        *found = false;
        reader->index++;
        return DATELINE_OK;
    }
    Text head;
    TRY(open_file(reader, &input, &head));
    *found = false;
    if (bundle_is(head)) {
        reader->bundle = bundle_open(reader->file, head);
        reader->text_open = false;
        reader->found_any = reader->told_encrypted = false;
        return reader->bundle ? DATELINE_OK : DATELINE_MEMORY;
    }
    return DATELINE_OK;
}

Status reader_next(Reader *reader, Arena *page, RawArticle *out, bool *more) {
    bool found = false;
    Status status = DATELINE_OK;
    reader->file_arena.exhausted = reader->text_arena.exhausted = reader->scratch.exhausted = page->exhausted;
    *more = true;
    while (*more && !found && status == DATELINE_OK) {
        arena_reset(&reader->scratch);
        *out = (RawArticle){0};
        status = reader->text_open ? next_article(reader, out, &found)
                 : reader->bundle  ? next_member(reader, out, &found)
                                   : next_file(reader, out, &found, more);
    }
    reader->index += *more;
    out->index = reader->index;
    if (*more) {
        out->path = text_copy(page, out->path);
        out->bytes = status == DATELINE_OK ? text_copy(page, out->bytes) : (Text){0};
    }
    return status;
}
