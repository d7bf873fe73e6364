/* SPDX-License-Identifier: ISC */
#ifndef BASE_SEALED_H
#define BASE_SEALED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error_chain.h"

/*
 * Secrets that lie in the database, sealed by a key that does not: whoever has
 * a copy of the tables has none of them.  XChaCha20-Poly1305 (libsodium), with
 * the row that it belongs to as what is vouched for: a sealed secret that is
 * copied to another row does not open.
 */
enum { SEAL_KEY_BYTES = 32, SEAL_MORE = 41 }; /* a mark, a nonce and a tag */

/* Of the file that `matang make-secrets-key` wrote.  0, or -1 with a cause. */
int seal_key_load(const char *path, unsigned char key[SEAL_KEY_BYTES], struct error_chain *);

/* sealed has room for length + SEAL_MORE bytes. */
void seal(unsigned char *sealed, const unsigned char key[SEAL_KEY_BYTES], int64_t row,
    const unsigned char *secret, size_t length);

/* secret has room for length - SEAL_MORE bytes.  false: by another key, of
 * another row, or changed. */
bool seal_open(unsigned char *secret, const unsigned char key[SEAL_KEY_BYTES], int64_t row,
    const unsigned char *sealed, size_t length);

#endif
