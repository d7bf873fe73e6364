/* SPDX-License-Identifier: ISC */
/*
 * Randomness, digests and comparison in constant time, by libsodium.  Texts
 * that people copy from paper use letters that nobody takes for another.
 */
#include "base/secret.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

static const char readable[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void
secret_init(void)
{
	if (sodium_init() < 0)
		abort();
}

void
sha256(unsigned char digest[SHA256_BYTES], const void *bytes, size_t length)
{
	crypto_hash_sha256(digest, bytes, length);
}

void
sha256_keyed(unsigned char digest[SHA256_BYTES], const void *key, size_t key_length,
    const void *bytes, size_t length)
{
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, key, key_length);
	crypto_auth_hmacsha256_update(&state, bytes, length);
	crypto_auth_hmacsha256_final(&state, digest);
}

void
content_name(unsigned char name[CONTENT_NAME_BYTES], const void *bytes, size_t length)
{
	crypto_generichash(name, CONTENT_NAME_BYTES, bytes, length, NULL, 0);
}

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct sha256_state),
    "room for the state of libsodium");

void
sha256_begin(struct sha256_state *state)
{
	crypto_hash_sha256_init((crypto_hash_sha256_state *)state->room);
}

void
sha256_add(struct sha256_state *state, const void *bytes, size_t length)
{
	crypto_hash_sha256_update((crypto_hash_sha256_state *)state->room, bytes, length);
}

void
sha256_so_far(const struct sha256_state *state, unsigned char digest[SHA256_BYTES])
{
	struct sha256_state copy = *state;

	crypto_hash_sha256_final((crypto_hash_sha256_state *)copy.room, digest);
}

char *
hex_text(char *text, const unsigned char *bytes, size_t length)
{
	return sodium_bin2hex(text, length * 2 + 1, bytes, length);
}

void
random_bytes(void *bytes, size_t length)
{
	randombytes_buf(bytes, length);
}

void
random_token(char text[TOKEN_TEXT])
{
	unsigned char bytes[(TOKEN_TEXT - 1) / 2];

	randombytes_buf(bytes, sizeof(bytes));
	hex_text(text, bytes, sizeof(bytes));
}

char
secret_letter(unsigned bits)
{
	return readable[bits & 31];
}

static void
random_readable(char *text, size_t length)
{
	for (size_t at = 0; at < length; at++)
		text[at] = readable[randombytes_uniform(32)];
	text[length] = '\0';
}

void
random_code(char text[CODE_TEXT])
{
	random_readable(text, CODE_TEXT - 1);
}

char
secret_letter_meant(char typed)
{
	char letter = typed >= 'a' && typed <= 'z' ? (char)(typed - 'a' + 'A') : typed;

	return letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
}

bool
code_formed(const char *text)
{
	return strlen(text) == CODE_TEXT - 1 && strspn(text, readable) == CODE_TEXT - 1;
}

void
random_reference(char text[REFERENCE_TEXT])
{
	random_readable(text, REFERENCE_TEXT - 1);
}

bool
secret_equal(const char *one, const char *other)
{
	size_t length = strlen(one);

	return length == strlen(other) && sodium_memcmp(one, other, length) == 0;
}
