/* SPDX-License-Identifier: ISC */
#ifndef BASE_SIGNING_KEY_H
#define BASE_SIGNING_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error_chain.h"

/*
 * Signatures between instances: Ed25519 (RFC 8032) as JSON Web Signature
 * has it (RFC 7515 and RFC 8037).  The secret key lies in a file of its own
 * that only the programs' account may read, never in the database.
 */
enum {
	PUBLIC_KEY_BYTES = 32,
	SECRET_KEY_BYTES = 64,
	SIGNATURE_BYTES = 64,
	PUBLIC_KEY_TEXT = 43,
	FINGERPRINT_TEXT = 29
};

struct signing_key {
	unsigned char secret[SECRET_KEY_BYTES];
	unsigned char public[PUBLIC_KEY_BYTES];
};

/* Writes a new key to a file that is not there yet, mode 0600.  0, or -1 with
 * a cause. */
int signing_key_make(const char *path, struct signing_key *, struct error_chain *);

/* 0, or -1 with a cause; one of them is that others may read the file.  The
 * caller forgets the key when it is done. */
int signing_key_load(const char *path, struct signing_key *, struct error_chain *);
void signing_key_forget(struct signing_key *);

/* base64url without padding (RFC 4648, 5). */
char *base64url(struct arena *, const void *bytes, size_t length);
/* NULL when it is not the one way to write some bytes; with a NUL behind. */
char *base64url_bytes(struct arena *, const char *text, size_t length, size_t *bytes);

/* PUBLIC_KEY_TEXT characters of base64url, white space around and within
 * apart; false for anything else. */
bool public_key_read(const char *text, unsigned char public[PUBLIC_KEY_BYTES]);

/* The key's name in a signature: its thumbprint by RFC 7638. */
const char *public_key_id(struct arena *, const unsigned char public[PUBLIC_KEY_BYTES]);

/* What two people compare by telephone: 125 bits of the key's hash as five
 * times five letters and digits that nobody confuses, "7K3QX-…". */
const char *public_key_fingerprint(struct arena *, const unsigned char public[PUBLIC_KEY_BYTES]);
/* The same when typed: small letters, blanks and O, I, L for 0 and 1. */
bool fingerprint_same(const char *fingerprint, const char *typed);

void signing_sign(const struct signing_key *, const void *bytes, size_t length,
    unsigned char signature[SIGNATURE_BYTES]);
bool signing_good(const unsigned char public[PUBLIC_KEY_BYTES], const void *bytes, size_t length,
    const unsigned char signature[SIGNATURE_BYTES]);

#endif
