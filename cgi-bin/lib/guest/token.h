/* SPDX-License-Identifier: ISC */
#ifndef GUEST_TOKEN_H
#define GUEST_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/secret.h"

/*
 * What a form without account carries, as pure functions of the key of this
 * instance: a token that tells when its page was made, the work and the question
 * that belong to it, and the secret of the ticket that comes of it.
 */
enum {
	GUEST_KEY_BYTES = 32,
	GUEST_TOKEN_TEXT = 75,          /* 8 + 1 + 32 + 1 + 32 signs */
	GUEST_TOKEN_SECONDS = 6 * 3600, /* so long a page may stay open */
	GUEST_WORK_BITS = 15,           /* tens of thousands of hashes: a blink of a telephone */
	TICKET_LETTERS = 16             /* 80 random bits */
};

/* A new one, made at that second. */
void guest_token_make(char text[GUEST_TOKEN_TEXT], const unsigned char key[GUEST_KEY_BYTES],
    int64_t now);

/* Is it one of ours, and not too old? */
bool guest_token_good(const char *text, const unsigned char key[GUEST_KEY_BYTES], int64_t now);

/* The two numbers, each 1 to 9, whose sum is asked of whoever has no script. */
struct guest_sum {
	int first, second;
};
struct guest_sum guest_token_sum(const char *token, const unsigned char key[GUEST_KEY_BYTES]);

/* Whether that sum was typed: "12", "dua belas", "Duabelas". */
bool guest_sum_typed(struct guest_sum, const char *typed);

/* Does SHA-256 of "TOKEN:WORK" begin with GUEST_WORK_BITS zero bits? */
bool guest_worked(const char *token, const char *work);

/* The secret of the ticket that comes of a page: of the same page the same, so that a form
 * that is sent twice shows it twice; only who has the token and the key finds it. */
void ticket_secret(char secret[TICKET_LETTERS + 1], const char *token,
    const unsigned char key[GUEST_KEY_BYTES]);

/* The hash of a secret as people type it: blanks, hyphens, small letters, O for 0 and I or
 * L for 1 are forgiven.  false for what cannot be one. */
bool ticket_hash(const char *typed, unsigned char hash[SHA256_BYTES]);

/* Are two hashes the same, in a time that tells nothing about them? */
bool ticket_same(const unsigned char hash[SHA256_BYTES], const void *stored, size_t length);

/* As it is printed and typed: "K7QM-3XTA-…"; "" for what cannot be one. */
const char *ticket_shown(struct arena *, const char *typed);

#endif
