/* What is inside archives (zip, tar, 7z) and compressed files (gz, xz, zst, bz2; a tar within them as well): a bundle
 * is any of these. */
#ifndef BUNDLE_H
#define BUNDLE_H

#include "text.h"

#include <sys/types.h>

typedef struct Bundle Bundle;

typedef struct Member {
    Text name;      /* with its folders, in UTF-8; empty: a compressed text, or no name that can be read */
    bool alone;     /* a compressed text: what it is called is not told within */
    bool encrypted; /* and cannot be read */
} Member;

typedef enum MemberStatus { MEMBER_FOUND, MEMBER_NONE, MEMBER_BROKEN } MemberStatus;

enum { BUNDLE_HEAD = 512 }; /* bytes that tell whether a file is an archive */

/* Does a file that starts with these bytes begin as an archive or a compressed file does? */
bool bundle_is(Text head);

/* Reads the archive in `file`, of which `head` has been read already. The file stays open when the archive is closed.
 * NULL: there is no memory. Only where `file` can be read at any place can a 7z be read. */
Bundle *bundle_open(int file, Text head);

/* The next member that is a file, in the order in which the archive holds them. After MEMBER_BROKEN, and after
 * a member behind which nothing can be read, there is none. */
MemberStatus bundle_next(Bundle *bundle, Arena *arena, Member *out);

/* Up to `room` bytes of that member; 0 at its end; -1: it cannot be read. */
ssize_t bundle_read(Bundle *bundle, char *to, size_t room);

const char *bundle_problem(const Bundle *bundle); /* why a member, or the next one, could not be read */

void bundle_close(Bundle *bundle); /* NULL is nothing to close */

#endif
