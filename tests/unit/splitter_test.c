/* A stream of articles is cut where the next one's head begins, however it arrives; what only looks like a head is not
 * one. */
#include "check.h"
#include "splitter.h"

#include <stdlib.h>

/* A stream that comes `step` bytes at a time, and breaks off at the end if it `fails`. */
typedef struct Stream {
    Text bytes;
    size_t step;
    size_t at;
    bool fails;
} Stream;

static ssize_t read_stream(void *context, char *to, size_t room) {
    Stream *stream = context;
    size_t left = stream->bytes.length - stream->at;
    size_t length = left < stream->step ? left : stream->step;
    length = length < room ? length : room;
    memcpy(to, stream->bytes.at + stream->at, length);
    stream->at += length;
    return length == 0 && stream->fails ? -1 : (ssize_t)length;
}

/* The pieces, with "|" behind each but the last; "!" stands for what could not be read. */
static Text split(Arena *arena, Stream stream) {
    Splitter *splitter = splitter_create();
    Text all = TEXT("");
    Text head;
    Piece piece;
    SplitStatus status = splitter_start(splitter, read_stream, &stream, 16, &head);
    CHECK(status != SPLIT_PIECE || head.length >= (stream.bytes.length < 16 ? stream.bytes.length : 16));
    CHECK(status != SPLIT_PIECE || text_starts(stream.bytes, head));
    while (status == SPLIT_PIECE && (status = splitter_next(splitter, arena, &piece)) == SPLIT_PIECE) {
        all = text_format(arena, "%.*s%.*s%s", TEXT_ARGS(all), TEXT_ARGS(piece.bytes), piece.is_last ? "" : "|");
    }
    CHECK(status == SPLIT_END || status == SPLIT_UNREADABLE);
    splitter_release(splitter);
    return status == SPLIT_END ? all : text_join(arena, all, TEXT("!"));
}

/* `pieces` has "|" where the stream is to be cut. */
static void check_split(Arena *arena, const char *pieces) {
    static const size_t steps[] = {1, 7, 1000};
    char *stream = text_c_string(arena, text_from(pieces));
    size_t length = 0;
    for (const char *at = pieces; *at; at++) {
        if (*at != '|') {
            stream[length++] = *at;
        }
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        CHECK_TEXT(split(arena, (Stream){.bytes = {stream, length}, .step = steps[i]}), pieces);
    }
}

#define ENGLISH "Title: Tea\nAuthor:\nDate: 1956-04-02\nPage: 1\n\nTea was picked.\n"
#define BETWEEN "\n\n\n<hr /> \n\nOriginal: \n\n\n"
#define CHINESE "### 采茶\n\n1956-04-02\n第1版()\n专栏：\n\n    采茶了。\n"

static void test_articles(Arena *arena) {
    check_split(arena, "");
    check_split(arena, "\n\n");
    check_split(arena, "Bread, salt, ink.");
    check_split(arena, ENGLISH);
    check_split(arena, CHINESE);
    check_split(arena, ENGLISH BETWEEN CHINESE);
    check_split(arena, ENGLISH BETWEEN CHINESE "|" ENGLISH BETWEEN CHINESE "|" CHINESE "|" CHINESE);
    check_split(arena, CHINESE "\n\n|" ENGLISH "|" ENGLISH BETWEEN CHINESE "|" ENGLISH);
    check_split(arena, ENGLISH "|" CHINESE);                                /* no "Original:" between them */
    check_split(arena, ENGLISH BETWEEN CHINESE "\nOriginal:\n|" CHINESE);   /* it has its Chinese already */
    check_split(arena, "\n\n" ENGLISH BETWEEN "|" ENGLISH BETWEEN CHINESE); /* the Chinese is missing */
    check_split(arena, "Bread.\n|" CHINESE "|" ENGLISH "Salt.\n|" CHINESE);
    check_split(arena, CHINESE "|\xEF\xBB\xBF" CHINESE "|\xEF\xBB\xBF" ENGLISH);
}

static void test_heads(Arena *arena) {
    check_split(arena, CHINESE "|### 茶\n作者\n1957-03-00\n\n正文\n");
    check_split(arena, CHINESE "|### 茶\n\n１９９５－０３－０１\n正文\n");
    check_split(arena, CHINESE "|### 茶\n作者\n第1版()\n专栏：\n正文\n"); /* its date is missing: that is told */
    check_split(arena, CHINESE "|### 茶\r\n\r\n1956-13-01\r\n正文\n");
    check_split(arena, ENGLISH "|title: Tea\nEdition: 3\nAuthor: Li\nbody\n");
    check_split(arena, ENGLISH "|TITLE: Tea\n\nDate: 1956-04-03\nbody\n");
    check_split(arena, ENGLISH "### A Heading\n\nText that goes on.\n\nMore of it.\n\n1956-04-02\n");
    check_split(arena, ENGLISH "#### A Heading\n1956-04-02\n");
    check_split(arena, ENGLISH "    ### Set in\n1956-04-02\n");
    check_split(arena, ENGLISH "Title: A Book\nAuthor: Somebody\nIt was read.\n");
    check_split(arena, ENGLISH "Title: A Book\nOf tea.\nDate: 1956-04-02\n");
    check_split(arena, CHINESE "    Title: Tea\n    Date: 1956-04-02\n");
    check_split(arena, CHINESE "Titles: many\nDate: 1956-04-02\n");
}

/* Bytes that are not UTF-8 do not hide where the next article begins. */
static void test_other_bytes(Arena *arena) {
    check_split(arena, "### \xB2\xC9\xB2\xE8\n\n1956-04-02\n\xB2\xE8\n|### \xB2\xE8\n\xC0\xEE\n1956-04-03\n\xB2\xE8\n");
    check_split(arena, ENGLISH "\xFF\n|### \xFF\n1956-04-03\n\xFF\n|" CHINESE);
}

static void test_wide(Arena *arena) {
    Text wide = TEXT("\xFF\xFE#\0#\0#\0 \0\x36\x83\n\0"
                     "1\09\0"
                     "5\0"
                     "6\0-\0"
                     "0\0"
                     "4\0-\0"
                     "0\0"
                     "2\0\n\0");
    for (size_t step = 1; step < 30; step += 3) {
        Text twice = text_join(arena, wide, text_after(wide, 2));
        CHECK_TEXT(split(arena, (Stream){.bytes = twice, .step = step}), "### 茶\n1956-04-02\n|### 茶\n1956-04-02\n");
    }
    CHECK_TEXT(split(arena, (Stream){.bytes = TEXT("\xFE\xFF\0a\0"), .step = 2}), "a\xFF");
    CHECK_TEXT(split(arena, (Stream){.bytes = TEXT("\xFE\xFF"), .step = 2}), "");
}

static void test_unreadable(Arena *arena) {
    CHECK_TEXT(split(arena, (Stream){.bytes = TEXT(""), .step = 5, .fails = true}), "!");
    CHECK_TEXT(split(arena, (Stream){.bytes = TEXT(ENGLISH), .step = 5, .fails = true}), "!");
    CHECK_TEXT(split(arena, (Stream){.bytes = TEXT(CHINESE CHINESE), .step = 5, .fails = true}), "!");
}

/* As many articles as are larger than what is kept of the stream. */
static void test_long_stream(Arena *arena) {
    enum { MANY = 20000 };
    Text article = TEXT(ENGLISH BETWEEN CHINESE);
    char *bytes = ARENA_ARRAY(arena, char, MANY *article.length);
    for (size_t i = 0; i < MANY; i++) {
        memcpy(bytes + i * article.length, article.at, article.length);
    }
    Stream stream = {.bytes = {bytes, MANY * article.length}, .step = SIZE_MAX};
    Splitter *splitter = splitter_create();
    Text head;
    Piece piece;
    size_t same = 0;
    CHECK_EQUAL(splitter_start(splitter, read_stream, &stream, 512, &head), SPLIT_PIECE);
    while (splitter_next(splitter, arena, &piece) == SPLIT_PIECE) {
        same += text_equal(piece.bytes, article);
    }
    CHECK_EQUAL(same, MANY);
    splitter_release(splitter);
}

static ssize_t read_blanks(void *context, char *to, size_t room) {
    size_t *given = context;
    memset(to, '\n', room);
    *given += room;
    return (ssize_t)room;
}

/* What has no end is given up, and the splitter can go on with another stream. */
static void test_endless(Arena *arena) {
    Splitter *splitter = splitter_create();
    Text head;
    Piece piece;
    size_t given = 0;
    CHECK_EQUAL(splitter_start(splitter, read_blanks, &given, 1, &head), SPLIT_PIECE);
    CHECK_EQUAL(splitter_next(splitter, arena, &piece), SPLIT_TOO_LARGE);
    CHECK(given < (size_t)(LARGEST_MEBIBYTES + 1) * 1024 * 1024);
    CHECK_EQUAL(splitter_next(splitter, arena, &piece), SPLIT_END);
    Stream stream = {.bytes = TEXT(CHINESE), .step = 3};
    CHECK_EQUAL(splitter_start(splitter, read_stream, &stream, 1, &head), SPLIT_PIECE);
    CHECK_EQUAL(splitter_next(splitter, arena, &piece), SPLIT_PIECE);
    CHECK_TEXT(piece.bytes, CHINESE);
    splitter_release(splitter);
}

int main(void) {
    Arena arena = {0};
    test_articles(&arena);
    test_heads(&arena);
    test_other_bytes(&arena);
    test_wide(&arena);
    test_unreadable(&arena);
    test_long_stream(&arena);
    test_endless(&arena);
    arena_release(&arena);
    return check_report();
}
