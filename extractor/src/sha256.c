/* Owns SHA-256, of bytes in memory or of bytes that come piece by piece. It does not know what the bytes mean. */
#include "sha256.h"

#include <string.h>

enum { BLOCK = SHA256_BLOCK, ROUNDS = 64, WORDS = SHA256_WORDS };

static const uint32_t initial[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t word, unsigned by) {
    return word >> by | word << (32 - by);
}

static void fill_schedule(uint32_t schedule[ROUNDS], const unsigned char block[BLOCK]) {
    for (size_t i = 0; i < 16; i++) {
        const unsigned char *b = block + 4 * i;
        schedule[i] = (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
    }
    for (size_t i = 16; i < ROUNDS; i++) {
        uint32_t a = schedule[i - 15];
        uint32_t b = schedule[i - 2];
        uint32_t sigma0 = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3;
        uint32_t sigma1 = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10;
        schedule[i] = schedule[i - 16] + sigma0 + schedule[i - 7] + sigma1;
    }
}

/* One round; the eight words are not moved along, but named anew by whoever asks for the next. */
#define ROUND(a, b, c, d, e, f, g, h, i)                                                                               \
    do {                                                                                                               \
        uint32_t first = (h) + (rotate((e), 6) ^ rotate((e), 11) ^ rotate((e), 25)) + ((g) ^ ((e) & ((f) ^ (g)))) +    \
                         constants[i] + schedule[i];                                                                   \
        (d) += first;                                                                                                  \
        (h) = first + (rotate((a), 2) ^ rotate((a), 13) ^ rotate((a), 22)) + (((a) & (b)) | ((c) & ((a) | (b))));      \
    } while (0)

static void add_block(uint32_t state[WORDS], const unsigned char block[BLOCK]) {
    uint32_t schedule[ROUNDS];
    fill_schedule(schedule, block);
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (size_t i = 0; i < ROUNDS; i += WORDS) {
        ROUND(a, b, c, d, e, f, g, h, i);
        ROUND(h, a, b, c, d, e, f, g, i + 1);
        ROUND(g, h, a, b, c, d, e, f, i + 2);
        ROUND(f, g, h, a, b, c, d, e, i + 3);
        ROUND(e, f, g, h, a, b, c, d, i + 4);
        ROUND(d, e, f, g, h, a, b, c, i + 5);
        ROUND(c, d, e, f, g, h, a, b, i + 6);
        ROUND(b, c, d, e, f, g, h, a, i + 7);
    }
    const uint32_t sums[WORDS] = {a, b, c, d, e, f, g, h};
    for (size_t i = 0; i < WORDS; i++) {
        state[i] += sums[i];
    }
}

/* What is left after the whole blocks, the end mark, and the length in bits: one block or two. */
static void add_tail(uint32_t state[WORDS], Text tail, uint64_t length) {
    unsigned char padded[2 * BLOCK] = {0};
    if (tail.length) {
        memcpy(padded, tail.at, tail.length);
    }
    padded[tail.length] = 0x80;
    size_t size = tail.length < BLOCK - 8 ? BLOCK : 2 * BLOCK;
    uint64_t bits = length * 8;
    for (size_t i = 0; i < 8; i++) {
        padded[size - 1 - i] = (unsigned char)(bits >> 8 * i);
    }
    for (size_t at = 0; at < size; at += BLOCK) {
        add_block(state, padded + at);
    }
}

void sha256_start(Sha256 *digest) {
    *digest = (Sha256){0};
    memcpy(digest->state, initial, sizeof digest->state);
}

void sha256_add(Sha256 *digest, Text bytes) {
    size_t held = (size_t)(digest->length % BLOCK);
    digest->length += bytes.length;
    if (held + bytes.length >= BLOCK) {
        size_t wanted = held ? BLOCK - held : 0;
        memcpy(digest->rest + held, bytes.at, wanted);
        if (held) {
            add_block(digest->state, digest->rest);
        }
        bytes = text_after(bytes, wanted);
        held = 0;
        for (; bytes.length >= BLOCK; bytes = text_after(bytes, BLOCK)) {
            add_block(digest->state, (const unsigned char *)bytes.at);
        }
    }
    if (bytes.length) {
        memcpy(digest->rest + held, bytes.at, bytes.length);
    }
}

Text sha256_end(Sha256 *digest, Arena *arena) {
    uint32_t *state = digest->state;
    add_tail(state, (Text){(const char *)digest->rest, (size_t)(digest->length % BLOCK)}, digest->length);
    return text_format(arena, "%08x%08x%08x%08x%08x%08x%08x%08x", state[0], state[1], state[2], state[3], state[4],
                       state[5], state[6], state[7]);
}

Text sha256_hex(Arena *arena, Text bytes) {
    Sha256 digest;
    sha256_start(&digest);
    sha256_add(&digest, bytes);
    return sha256_end(&digest, arena);
}
