/* SPDX-License-Identifier: ISC */
#ifndef STORE_THROTTLE_H
#define STORE_THROTTLE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/db.h"

/*
 * Slows down guessing.  A try is counted before it is judged, in one
 * statement, so that many at once are counted too; beyond the limit nothing is
 * judged any more until `minutes` have passed since the last try that was.
 */
struct throttle {
	const char *kind; /* as in the column throttle.kind */
	const char *key;  /* name or address; only its hash is stored */
	int64_t limit;
	int64_t minutes;
};

/* 1 when the try may be made, 0 when it is held, or enum db_error. */
int throttle_count(struct db *, const struct throttle *);

/* The try was good: forgets this one, or all that were before it. */
int throttle_forgive(struct db *, const struct throttle *);
int throttle_forget(struct db *, const struct throttle *);

#endif
