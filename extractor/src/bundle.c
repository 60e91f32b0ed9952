/* Owns reading archives, and is the only file that knows libarchive for it. Nothing is written to disk. It does not
 * know what its members are. */
#include "bundle.h"

#include "encoding.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LEAST_BLOCK = 64 * 1024 };

struct Bundle {
    struct archive *in;
    locale_t names; /* in which libarchive hands out names in UTF-8 */
    int file;
    Text head;   /* what was read of the file before, until it is asked for */
    bool broken; /* and nothing more can be read */
    size_t size;
    char block[];
};

/* ---- is it one? ---- */

/* The sum of a tar header's bytes, in which the sum's own place counts as spaces, stands in it in octal. */
static bool is_tar(Text head) {
    enum { SUM_BEGIN = 148, SUM_END = 156, OCTAL = 8 };
    if (head.length < BUNDLE_HEAD) {
        return false;
    }
    unsigned long sum = 0;
    for (size_t i = 0; i < BUNDLE_HEAD; i++) {
        sum += i >= SUM_BEGIN && i < SUM_END ? ' ' : (unsigned char)head.at[i];
    }
    char digits[SUM_END - SUM_BEGIN + 1] = "";
    memcpy(digits, head.at + SUM_BEGIN, SUM_END - SUM_BEGIN);
    return strtoul(digits, NULL, OCTAL) == sum;
}

bool bundle_is(Text head) {
    static const Text marks[] = {
        {"PK\x03\x04", 4},   {"PK\x05\x06", 4},    {"PK\x07\x08", 4},       {"7z\xBC\xAF\x27\x1C", 6},
        {"\x1F\x8B\x08", 3}, {"\xFD\x37zXZ\0", 6}, {"\x28\xB5\x2F\xFD", 4}, {"BZh91AY&SY", 10},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (text_starts(head, marks[i])) {
            return true;
        }
    }
    return is_tar(head);
}

/* ---- its bytes ---- */

static la_ssize_t next_block(struct archive *in, void *context, const void **block) {
    Bundle *bundle = context;
    if (bundle->head.length) {
        *block = bundle->head.at;
        la_ssize_t length = (la_ssize_t)bundle->head.length;
        bundle->head.length = 0;
        return length;
    }
    ssize_t got;
    do {
        got = read(bundle->file, bundle->block, bundle->size);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        archive_set_error(in, errno, "%s", strerror(errno));
        return ARCHIVE_FATAL;
    }
    *block = bundle->block;
    return got;
}

static la_int64_t go_to(struct archive *in, void *context, la_int64_t offset, int whence) {
    Bundle *bundle = context;
    (void)in;
    off_t at = lseek(bundle->file, offset, whence);
    if (at < 0) {
        return ARCHIVE_FAILED;
    }
    bundle->head.length = 0;
    return at;
}

static bool open_input(Bundle *bundle) {
    struct archive *in = archive_read_new();
    bundle->in = in;
    bundle->names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!in) {
        return false;
    }
    archive_read_support_filter_gzip(in);
    archive_read_support_filter_xz(in);
    archive_read_support_filter_zstd(in);
    archive_read_support_filter_bzip2(in);
    archive_read_support_format_zip(in);
    archive_read_support_format_tar(in);
    archive_read_support_format_7zip(in);
    archive_read_support_format_raw(in);
    archive_read_support_format_empty(in);
    archive_read_set_callback_data(in, bundle);
    archive_read_set_read_callback(in, next_block);
    archive_read_set_seek_callback(in, go_to);
    return true;
}

Bundle *bundle_open(int file, Text head) {
    size_t size = head.length > LEAST_BLOCK ? head.length : LEAST_BLOCK;
    Bundle *bundle = calloc(1, sizeof *bundle + size);
    if (!bundle) {
        return NULL;
    }
    bundle->file = file;
    bundle->size = size;
    bundle->head = (Text){bundle->block, head.length};
    memcpy(bundle->block, head.at, head.length);
    if (!open_input(bundle)) {
        bundle_close(bundle);
        return NULL;
    }
    archive_read_open1(bundle->in); /* what is wrong comes again with the first member */
    return bundle;
}

void bundle_close(Bundle *bundle) {
    if (bundle) {
        archive_read_free(bundle->in);
        if (bundle->names) {
            freelocale(bundle->names);
        }
    }
    free(bundle);
}

const char *bundle_problem(const Bundle *bundle) {
    const char *problem = archive_error_string(bundle->in);
    bool needs_seek = archive_format(bundle->in) == ARCHIVE_FORMAT_7ZIP && lseek(bundle->file, 0, SEEK_CUR) < 0;
    return needs_seek ? "of a 7z archive only a file can be read" : problem ? problem : "broken or cut off";
}

/* ---- its members ---- */

/* Names that are not said to be in UTF-8 are in it all the same, or, as Windows in China writes them, in GBK. */
static Text name_of(struct archive_entry *entry, Arena *arena) {
    const char *written = archive_entry_pathname(entry);
    Text name = written ? text_copy(arena, text_from(written)) : TEXT("");
    if (utf8_check(name) == SIZE_MAX) {
        return name;
    }
    bool read = gb18030_check(name) == SIZE_MAX && gb18030_decode(name, arena, &name);
    return read ? name : TEXT("");
}

static int next_header(const Bundle *bundle, struct archive_entry **entry) {
    locale_t before = uselocale(bundle->names ? bundle->names : LC_GLOBAL_LOCALE);
    int result = archive_read_next_header(bundle->in, entry);
    uselocale(before);
    return result;
}

static bool is_file(struct archive_entry *entry) {
    return archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
}

static MemberStatus tell_broken(Bundle *bundle) {
    bundle->broken = true;
    return MEMBER_BROKEN;
}

MemberStatus bundle_next(Bundle *bundle, Arena *arena, Member *out) {
    struct archive_entry *entry;
    int result = ARCHIVE_EOF;
    while (!bundle->broken) {
        result = next_header(bundle, &entry);
        if ((result != ARCHIVE_OK && result != ARCHIVE_WARN) || is_file(entry)) {
            break;
        }
    }
    if (result == ARCHIVE_EOF) {
        return MEMBER_NONE;
    }
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
        return tell_broken(bundle);
    }
    bool alone = archive_format(bundle->in) == ARCHIVE_FORMAT_RAW;
    if (alone && archive_filter_count(bundle->in) < 2) { /* neither packed nor compressed: it only began like that */
        archive_set_error(bundle->in, EINVAL, "the archive is broken");
        return tell_broken(bundle);
    }
    *out = (Member){.name = alone ? TEXT("") : name_of(entry, arena),
                    .alone = alone,
                    .encrypted = archive_entry_is_encrypted(entry) == 1};
    return MEMBER_FOUND;
}

ssize_t bundle_read(Bundle *bundle, char *to, size_t room) {
    la_ssize_t got = archive_read_data(bundle->in, to, room);
    bundle->broken = got == ARCHIVE_FATAL;
    return got < 0 ? -1 : got;
}
