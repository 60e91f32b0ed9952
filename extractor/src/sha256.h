/* SHA-256 (FIPS 180-4): the project needs digests for names, not secrecy, and no library it links offers one. */
#ifndef SHA256_H
#define SHA256_H

#include "text.h"

Text sha256_hex(Arena *arena, Text bytes); /* 64 lower-case hexadecimal digits */

#endif
