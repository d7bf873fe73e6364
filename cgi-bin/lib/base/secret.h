/* SPDX-License-Identifier: ISC */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What must not be guessed, and what proves that bytes are the same: random
 * numbers, SHA-256, comparison in constant time.  The texts that people copy
 * by hand are as short as they may be for that.
 */
enum { SHA256_BYTES = 32, SHA256_TEXT = 65, TOKEN_TEXT = 33, CODE_TEXT = 27, REFERENCE_TEXT = 9 };

/* Must be called once before the rest; ends the program when it fails. */
void secret_init(void);

void sha256(unsigned char digest[SHA256_BYTES], const void *, size_t);

/* HMAC-SHA-256 (RFC 2104), for who has the key. */
void sha256_keyed(unsigned char digest[SHA256_BYTES], const void *key, size_t key_length,
    const void *, size_t);

/* A name of 16 bytes for what these bytes are, where nobody else has to find out the
 * same: BLAKE2b, at a quarter of the cost. */
enum { CONTENT_NAME_BYTES = 16 };
void content_name(unsigned char name[CONTENT_NAME_BYTES], const void *, size_t);

/* SHA-256 of what comes in pieces; the digest of all so far may be asked for
 * at any place, and more be added after that. */
struct sha256_state {
	_Alignas(16) unsigned char room[128];
};

void sha256_begin(struct sha256_state *);
void sha256_add(struct sha256_state *, const void *, size_t);
void sha256_so_far(const struct sha256_state *, unsigned char digest[SHA256_BYTES]);

/* Lower-case hexadecimal; text has room for 2 × length + 1. */
char *hex_text(char *text, const unsigned char *bytes, size_t length);

void random_bytes(void *bytes, size_t length);

/* 128 random bits in hexadecimal: sessions, forms, names of stored files. */
void random_token(char text[TOKEN_TEXT]);

/* 130 random bits in 26 letters and digits that nobody confuses when reading
 * them from paper (Crockford's base 32 without I, L, O, U). */
void random_code(char text[CODE_TEXT]);

/* The letter or digit that somebody meant who typed such a text: capitals, O for 0, I and
 * L for 1; any other sign as it is. */
char secret_letter_meant(char typed);

/* Whether a text has the form of one, wherever it came from. */
bool code_formed(const char *text);

/* Whether two texts are the same, in a time that tells nothing about them. */
bool secret_equal(const char *, const char *);

/* The letter or digit of such a code for the lowest five bits. */
char secret_letter(unsigned bits);

/* What a person reads to the help desk to find a line of the log. */
void random_reference(char text[REFERENCE_TEXT]);

#endif
