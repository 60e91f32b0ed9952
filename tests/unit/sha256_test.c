/* The vectors of FIPS 180-4 and of NIST's test suite, and every length around a block's end. */
#include "check.h"
#include "sha256.h"

#include <string.h>

int main(void) {
    Arena arena = {0};
    CHECK_TEXT(sha256_hex(&arena, TEXT("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK_TEXT(sha256_hex(&arena, TEXT("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_TEXT(sha256_hex(&arena, TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK_TEXT(
        sha256_hex(&arena, TEXT("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopq"
                                "klmnopqrlmnopqrsmnopqrstnopqrstu")),
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    enum { MILLION = 1000000 };
    char *many = ARENA_ARRAY(&arena, char, MILLION);
    memset(many, 'a', MILLION);
    CHECK_TEXT(sha256_hex(&arena, (Text){many, MILLION}),
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    CHECK_TEXT(sha256_hex(&arena, (Text){many, 55}),
               "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    CHECK_TEXT(sha256_hex(&arena, (Text){many, 56}),
               "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    CHECK_TEXT(sha256_hex(&arena, (Text){many, 63}),
               "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    CHECK_TEXT(sha256_hex(&arena, (Text){many, 64}),
               "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    for (size_t piece = 1; piece < 200; piece += 13) {
        Sha256 digest;
        sha256_start(&digest);
        for (size_t at = 0; at < 1000; at += piece) {
            sha256_add(&digest, text_slice((Text){many, 1000}, at, at + piece < 1000 ? at + piece : 1000));
        }
        CHECK_TEXT(sha256_end(&digest, &arena), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
    }
    arena_release(&arena);
    return check_report();
}
