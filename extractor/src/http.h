/* Requests to a server, one at a time, over HTTP or HTTPS. */
#ifndef HTTP_H
#define HTTP_H

#include "diag.h"

typedef struct Http Http; /* the way to the servers of one load or query, with the login */

typedef struct HttpOptions {
    Text user;          /* empty: no login */
    Text password_file; /* its first line is the password */
    size_t timeout;     /* seconds that one request may take; 0: as long as it takes */
    size_t retries;     /* how often a request is sent again that a busy server puts off or a broken connection loses */
    bool patient;       /* a request that takes too long is sent again as well */
} HttpOptions;

typedef struct HttpRequest {
    const char *method;
    Text url;
    const char *content_type;
    const char *accept;
    Text body;
    bool whole; /* wait for all of the answer; else only until its beginning is there, and http_read has the rest */
} HttpRequest;

typedef struct HttpReply {
    Text from;         /* the address, without its query part */
    long status;       /* 200 ... */
    Text content_type; /* as the server has it; may be empty */
    Text body;         /* of a whole answer or one other than 2xx; valid until the next request */
} HttpReply;

/* NULL: requests can be sent to this address; else what is wrong with it. */
const char *http_fault(Text url);

/* Opens no connection yet. A password file that cannot be read is told; then DATELINE_IO. */
Status http_open(const HttpOptions *options, Arena *arena, Diag *diag, Http **out);
void http_close(Http *http); /* NULL is nothing to close */

/* Sends a request until a server takes it. 429, 502, 503, 504 and broken connections are waited out, as long as
 * Retry-After says or longer each time; a redirect to another host is refused. No answer: told, DATELINE_IO. Any
 * answer: DATELINE_OK, whatever its status. */
Status http_send(Http *http, const HttpRequest *request, Arena *arena, HttpReply *out);

/* The next piece of an answer's body, valid until the next call; empty: all of it was read. An answer that breaks off
 * is told; then DATELINE_IO. */
Status http_read(Http *http, Text *piece);

bool http_is_success(const HttpReply *reply); /* 2xx */
/* Tells what the server says instead of 2xx, in its own words; its value is DATELINE_IO. */
Status http_tell(const HttpReply *reply, Arena *arena, Diag *diag);

/* `text` as the value in a form or in the query part of an address. */
Text http_escape(Arena *arena, Text text);

#endif
