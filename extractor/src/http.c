/* Owns libcurl: a request out, an answer in, waiting and trying again between them. It knows neither RDF nor SPARQL.
 * The multi interface is used so that none of our code runs, and jumps out, inside of libcurl. */
#include "http.h"

#include "files.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_REDIRECTS = 5, LONGEST_WAIT = 300, LARGEST_MEBIBYTES = 64, SECONDS_TO_CONNECT = 30 };

struct Http {
    HttpOptions options;
    const char *user; /* NULL: no login */
    const char *password;
    Diag *diag;
    CURLM *multi;
    CURL *easy;
    struct curl_slist *headers;
    Text shown; /* the address of the request, for messages */
    bool running;
    CURLcode code; /* of the transfer, when it is over */
    char error[CURL_ERROR_SIZE];
    char *bytes; /* of the answer */
    size_t length;
    size_t capacity;
    bool handed_out; /* the bytes were, and may be forgotten */
};

/* ---- addresses ---- */

/* One part of an address, or NULL; for curl_free. */
static char *part_of(CURLU *url, CURLUPart part) {
    char *text = NULL;
    curl_url_get(url, part, &text, CURLU_DEFAULT_PORT);
    return text;
}

static CURLU *parse(const char *text) {
    CURLU *url = curl_url();
    if (url && curl_url_set(url, CURLUPART_URL, text, 0) != CURLUE_OK) {
        curl_url_cleanup(url);
        return NULL;
    }
    return url;
}

const char *http_fault(Text url) {
    if (!text_starts(url, TEXT("http://")) && !text_starts(url, TEXT("https://"))) {
        return "is no address that begins with http:// or https://";
    }
    char *copy = strndup(url.at, url.length);
    CURLU *parsed = copy ? parse(copy) : NULL;
    char *login = parsed ? part_of(parsed, CURLUPART_USER) : NULL;
    const char *fault = login                           ? "has a login in it: --user and --password-file are for that"
                        : !parsed                       ? "is no address"
                        : text_contains(url, TEXT("#")) ? "has a part behind #, which no server sees"
                                                        : NULL;
    curl_free(login);
    curl_url_cleanup(parsed);
    free(copy);
    return fault;
}

static bool same_part(CURLU *a, CURLU *b, CURLUPart part) {
    char *left = part_of(a, part);
    char *right = part_of(b, part);
    bool same = left && right && text_equal_nocase(text_from(left), text_from(right));
    curl_free(left);
    curl_free(right);
    return same;
}

static bool is_scheme(CURLU *url, const char *scheme) {
    char *text = part_of(url, CURLUPART_SCHEME);
    bool same = text && strcmp(text, scheme) == 0;
    curl_free(text);
    return same;
}

/* The same host, and the same port unless it is the step from HTTP to HTTPS. */
static bool is_same_host(const char *from, const char *to) {
    CURLU *a = parse(from);
    CURLU *b = parse(to);
    bool upgrade = a && b && is_scheme(a, "http") && is_scheme(b, "https");
    bool same = a && b && same_part(a, b, CURLUPART_HOST) &&
                (upgrade || (same_part(a, b, CURLUPART_SCHEME) && same_part(a, b, CURLUPART_PORT)));
    curl_url_cleanup(a);
    curl_url_cleanup(b);
    return same;
}

/* ---- opening ---- */

static Status read_login(Http *http, Arena *arena) {
    Text bytes;
    if (http->options.user.length == 0) {
        return DATELINE_OK;
    }
    TRY(file_read(http->options.password_file, arena, http->diag, &bytes));
    http->user = text_c_string(arena, http->options.user);
    http->password = text_c_string(arena, text_line(&bytes));
    return DATELINE_OK;
}

Status http_open(const HttpOptions *options, Arena *arena, Diag *diag, Http **out) {
    Http *http = ARENA_NEW(arena, Http);
    *http = (Http){.options = *options, .diag = diag};
    *out = http;
    TRY(read_login(http, arena));
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        return DATELINE_MEMORY;
    }
    http->multi = curl_multi_init();
    http->easy = curl_easy_init();
    return http->multi && http->easy ? DATELINE_OK : DATELINE_MEMORY;
}

static void stop(Http *http) {
    if (http->running) {
        curl_multi_remove_handle(http->multi, http->easy);
        http->running = false;
    }
}

void http_close(Http *http) {
    if (!http) {
        return;
    }
    if (http->easy) {
        stop(http);
        curl_easy_cleanup(http->easy);
    }
    if (http->multi) {
        curl_multi_cleanup(http->multi);
        curl_global_cleanup();
    }
    curl_slist_free_all(http->headers);
    free(http->bytes);
    *http = (Http){0};
}

/* ---- one attempt ---- */

static size_t on_bytes(char *bytes, size_t size, size_t count, void *context) {
    Http *http = context;
    size_t length = size * count;
    size_t wanted = http->length + length;
    if (wanted > (size_t)LARGEST_MEBIBYTES * 1024 * 1024) {
        return 0;
    }
    if (wanted > http->capacity) {
        char *grown = realloc(http->bytes, wanted * 2);
        if (!grown) {
            return 0;
        }
        http->bytes = grown;
        http->capacity = wanted * 2;
    }
    memcpy(http->bytes + http->length, bytes, length);
    http->length = wanted;
    return length;
}

static bool add_header(Http *http, Arena *arena, const char *name, const char *value) {
    const char *line = text_c_string(arena, text_format(arena, value ? "%s: %s" : "%s:", name, value));
    struct curl_slist *longer = curl_slist_append(http->headers, line);
    http->headers = longer ? longer : http->headers;
    return longer;
}

/* Without Expect, as not all servers answer it and the wait is a second long. */
static bool set_headers(Http *http, const HttpRequest *request, Arena *arena) {
    curl_slist_free_all(http->headers);
    http->headers = NULL;
    return add_header(http, arena, "Content-Type", request->content_type) &&
           add_header(http, arena, "Accept", request->accept) && add_header(http, arena, "Expect", NULL) &&
           curl_easy_setopt(http->easy, CURLOPT_HTTPHEADER, http->headers) == CURLE_OK;
}

/* Redirects are not left to libcurl, as it would follow them to other hosts. The handle is not reset, as it would
 * forget the server's last challenge and be refused once each time. */
static Status start(Http *http, const HttpRequest *request, const char *url, Arena *arena) {
    CURL *easy = http->easy;
    stop(http);
    http->length = 0;
    http->error[0] = '\0';
    http->code = CURLE_OK;
    bool set = set_headers(http, request, arena) && curl_easy_setopt(easy, CURLOPT_URL, url) == CURLE_OK &&
               curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method) == CURLE_OK &&
               curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.length) == CURLE_OK &&
               curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request->body.length ? request->body.at : "") == CURLE_OK &&
               curl_easy_setopt(easy, CURLOPT_USERAGENT, "dateline/" DATELINE_VERSION) == CURLE_OK;
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_bytes);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, http);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, http->error);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, (long)SECONDS_TO_CONNECT);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)http->options.timeout);
    if (http->user) {
        curl_easy_setopt(easy, CURLOPT_HTTPAUTH, (long)(CURLAUTH_BASIC | CURLAUTH_DIGEST));
        set = set && curl_easy_setopt(easy, CURLOPT_USERNAME, http->user) == CURLE_OK &&
              curl_easy_setopt(easy, CURLOPT_PASSWORD, http->password) == CURLE_OK;
    }
    http->running = set && curl_multi_add_handle(http->multi, easy) == CURLM_OK;
    return http->running ? DATELINE_OK : DATELINE_MEMORY;
}

/* Goes on with the transfer until more of the answer is there or it is over. */
static void step(Http *http) {
    size_t before = http->length;
    int still = 1;
    while (http->running && http->length == before) {
        CURLMcode failed = curl_multi_perform(http->multi, &still);
        int left;
        const CURLMsg *message = curl_multi_info_read(http->multi, &left);
        if (failed || (message && message->msg == CURLMSG_DONE)) {
            http->code = failed ? CURLE_OUT_OF_MEMORY : message->data.result;
            stop(http);
        } else if (http->length == before) {
            curl_multi_poll(http->multi, NULL, 0, 1000, NULL);
        }
    }
}

static long status_of(const Http *http) {
    long status = 0;
    curl_easy_getinfo(http->easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

static bool is_2xx(long status) {
    return status >= 200 && status < 300;
}

static void wait_for_answer(Http *http, bool whole) {
    do {
        step(http);
    } while (http->running && (whole || !is_2xx(status_of(http))));
}

/* ---- until it is taken ---- */

static const char *what_broke(const Http *http) {
    return http->error[0] ? http->error : curl_easy_strerror(http->code);
}

static bool may_pass(const Http *http) {
    switch (http->code) {
    case CURLE_OK: {
        long status = status_of(http);
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
    case CURLE_OPERATION_TIMEDOUT:
        return http->options.patient;
    case CURLE_COULDNT_CONNECT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return true;
    default:
        return false;
    }
}

/* Half a second, then twice as long each time, or what the server asks for. */
static void wait_out(Http *http, size_t attempt) {
    curl_off_t asked = 0;
    curl_easy_getinfo(http->easy, CURLINFO_RETRY_AFTER, &asked);
    double seconds = attempt < 16 ? 0.5 * (double)(1U << attempt) : LONGEST_WAIT;
    seconds = http->code == CURLE_OK && asked > 0 ? (double)asked : seconds;
    seconds = seconds < LONGEST_WAIT ? seconds : LONGEST_WAIT;
    Place place = {.file = http->shown};
    if (http->code == CURLE_OK) {
        diag_warning(http->diag, place, "the server answers %ld; again in %g s", status_of(http), seconds);
    } else {
        diag_warning(http->diag, place, "%s; again in %g s", what_broke(http), seconds);
    }
    struct timespec pause = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    nanosleep(&pause, NULL);
}

/* The address that the server sends to, in *url; *again: there is one. */
static Status follow(const Http *http, Arena *arena, size_t redirects, const char **url, bool *again) {
    char *target = NULL;
    long status = status_of(http);
    curl_easy_getinfo(http->easy, CURLINFO_REDIRECT_URL, &target);
    *again = http->code == CURLE_OK && target && (status == 301 || status == 302 || status == 307 || status == 308);
    if (!*again) {
        return DATELINE_OK;
    }
    if (redirects >= MOST_REDIRECTS || !is_same_host(*url, target)) {
        diag_error(http->diag, (Place){.file = http->shown},
                   redirects >= MOST_REDIRECTS ? "the server sends on and on, now to %s"
                                               : "the server sends to another host, which is not followed: %s",
                   target);
        return DATELINE_IO;
    }
    *url = text_c_string(arena, text_from(target));
    return DATELINE_OK;
}

static Status send_until_taken(Http *http, const HttpRequest *request, Arena *arena) {
    const char *url = text_c_string(arena, request->url);
    size_t redirects = 0;
    for (size_t attempt = 0;;) {
        bool again;
        TRY(start(http, request, url, arena));
        wait_for_answer(http, request->whole);
        TRY(follow(http, arena, redirects, &url, &again));
        if (again) {
            redirects++;
        } else if (may_pass(http) && attempt < http->options.retries) {
            wait_out(http, attempt++);
        } else {
            return DATELINE_OK;
        }
    }
}

Status http_send(Http *http, const HttpRequest *request, Arena *arena, HttpReply *out) {
    size_t question = text_find(request->url, TEXT("?"));
    const char *type = NULL;
    http->shown = text_copy(arena, text_slice(request->url, 0, question == SIZE_MAX ? request->url.length : question));
    http->handed_out = false;
    TRY(send_until_taken(http, request, arena));
    if (http->code != CURLE_OK) {
        diag_error(http->diag, (Place){.file = http->shown}, "%s", what_broke(http));
        return http->code == CURLE_OUT_OF_MEMORY ? DATELINE_MEMORY : DATELINE_IO;
    }
    curl_easy_getinfo(http->easy, CURLINFO_CONTENT_TYPE, &type);
    *out = (HttpReply){.from = http->shown, .status = status_of(http), .body = {http->bytes, http->length}};
    out->content_type = type ? text_copy(arena, text_from(type)) : (Text){0};
    return DATELINE_OK;
}

Status http_read(Http *http, Text *piece) {
    if (http->handed_out) {
        http->length = 0;
    }
    if (http->length == 0) {
        step(http);
    }
    http->handed_out = true;
    *piece = (Text){http->bytes, http->length};
    if (http->code != CURLE_OK) {
        diag_error(http->diag, (Place){.file = http->shown}, "the answer breaks off: %s", what_broke(http));
        return DATELINE_IO;
    }
    return DATELINE_OK;
}
