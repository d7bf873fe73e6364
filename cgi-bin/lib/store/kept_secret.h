/* SPDX-License-Identifier: ISC */
#ifndef STORE_KEPT_SECRET_H
#define STORE_KEPT_SECRET_H

#include "base/sealed.h"
#include "store/db.h"

/*
 * A secret as it lies in the database: sealed (base/sealed.h) where the host has a
 * secrets_key, else as it is.  `row` is that of which it is.  0, or DB_FAILED with a cause.
 *
 * kept has room for length + SEAL_MORE bytes.
 */
int kept_secret_close(struct db *, int64_t row, const void *secret, size_t length,
    unsigned char *kept, size_t *kept_length);

/* The way back, to a secret of that length; *sealed says which it was, and may be NULL. */
int kept_secret_open(struct db *, int64_t row, const void *kept, size_t kept_length, void *secret,
    size_t length, bool *sealed);

#endif
