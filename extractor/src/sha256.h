/* SHA-256 (FIPS 180-4): the project needs digests for names, not secrecy, and no library it links offers one. */
#ifndef SHA256_H
#define SHA256_H

#include "text.h"

Text sha256_hex(Arena *arena, Text bytes); /* 64 lower-case hexadecimal digits */

/* The same of bytes that come piece by piece. */
enum { SHA256_BLOCK = 64, SHA256_WORDS = 8 };

typedef struct Sha256 {
    uint32_t state[SHA256_WORDS];
    uint64_t length;                  /* of all bytes so far */
    unsigned char rest[SHA256_BLOCK]; /* what does not fill a block yet */
} Sha256;

void sha256_start(Sha256 *digest);
void sha256_add(Sha256 *digest, Text bytes);
Text sha256_end(Sha256 *digest, Arena *arena); /* the digest is used up */

#endif
