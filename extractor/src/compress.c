/* Compresses bytes. Knows libarchive and no files.
 *
 * Why libarchive and not zlib and libzstd: the program reads archives through it already, so that both formats come
 * without another library. A frame costs a new archive, so one should hold much: a mebibyte, not an article. */
#include "compress.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

struct Compressor {
    dateline_compression compression;
    struct archive *frame; /* NULL: none is open */
    Buffer *out;           /* where it puts what is ready, while it is asked to */
};

static const struct {
    dateline_compression compression;
    const char *ending;
} endings[] = {{DATELINE_GZIP, ".gz"}, {DATELINE_ZSTD, ".zst"}};

dateline_compression compression_of_name(Text name) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (text_ends(name, text_from(endings[i].ending))) {
            return endings[i].compression;
        }
    }
    return DATELINE_UNCOMPRESSED;
}

Text compression_ending(dateline_compression compression) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (endings[i].compression == compression) {
            return text_from(endings[i].ending);
        }
    }
    return TEXT("");
}

Compressor *compressor_create(dateline_compression compression) {
    Compressor *compressor = calloc(1, sizeof *compressor);
    if (compressor) {
        compressor->compression = compression;
    }
    return compressor;
}

void compressor_release(Compressor *compressor) {
    if (compressor && compressor->frame) {
        compressor->out = NULL;
        archive_write_free(compressor->frame);
    }
    free(compressor);
}

static la_ssize_t take(struct archive *frame, void *context, const void *bytes, size_t length) {
    (void)frame;
    const Compressor *compressor = context;
    if (compressor->out) {
        buffer_add(compressor->out, (Text){bytes, length});
    }
    return (la_ssize_t)length;
}

/* Without the time in it, so that the same bytes become the same frame; and without padding. */
static bool set_up(Compressor *compressor, struct archive *frame, struct archive_entry *entry) {
    bool gzip = compressor->compression == DATELINE_GZIP;
    archive_entry_set_filetype(entry, AE_IFREG);
    return (gzip ? archive_write_add_filter_gzip(frame) : archive_write_add_filter_zstd(frame)) == ARCHIVE_OK &&
           (!gzip || archive_write_set_filter_option(frame, "gzip", "timestamp", NULL) == ARCHIVE_OK) &&
           archive_write_set_format_raw(frame) == ARCHIVE_OK &&
           archive_write_set_bytes_per_block(frame, 0) == ARCHIVE_OK &&
           archive_write_set_bytes_in_last_block(frame, 1) == ARCHIVE_OK &&
           archive_write_open(frame, compressor, NULL, take, NULL) == ARCHIVE_OK &&
           archive_write_header(frame, entry) == ARCHIVE_OK;
}

static Status begin(Compressor *compressor) {
    struct archive *frame = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    bool good = frame && entry && set_up(compressor, frame, entry);
    archive_entry_free(entry);
    if (!good) {
        archive_write_free(frame);
        return DATELINE_MEMORY;
    }
    compressor->frame = frame;
    return DATELINE_OK;
}

Status compress_add(Compressor *compressor, Text bytes, Buffer *out) {
    compressor->out = out;
    if (!compressor->frame) {
        TRY(begin(compressor));
    }
    while (bytes.length) {
        la_ssize_t taken = archive_write_data(compressor->frame, bytes.at, bytes.length);
        if (taken <= 0) {
            return DATELINE_MEMORY;
        }
        bytes = text_after(bytes, (size_t)taken);
    }
    return out->failed ? DATELINE_MEMORY : DATELINE_OK;
}

Status compress_end(Compressor *compressor, Buffer *out) {
    TRY(compress_add(compressor, TEXT(""), out));
    bool closed = archive_write_close(compressor->frame) == ARCHIVE_OK;
    archive_write_free(compressor->frame);
    compressor->frame = NULL;
    return closed && !out->failed ? DATELINE_OK : DATELINE_MEMORY;
}
