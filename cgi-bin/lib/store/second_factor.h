/* SPDX-License-Identifier: ISC */
#ifndef STORE_SECOND_FACTOR_H
#define STORE_SECOND_FACTOR_H

#include "store/account.h"
#include "store/totp.h"

/*
 * The second factor of an account: a secret that an authenticator app shares,
 * and ten codes on paper for the day when the telephone is lost.  Changes
 * work inside the caller's transaction and write their row of history.
 */
enum { RECOVERY_CODES = 10, RECOVERY_TEXT = 15 }; /* "7K3M-9XQ2-PDHW" */

struct factor {
	bool begun;  /* there is a secret */
	bool on;     /* and a code of it was shown to work */
	bool sealed; /* and the secret is, by the host's key (base/sealed.h) */
	unsigned char secret[TOTP_SECRET];
	int64_t last_step;
	int64_t codes_left; /* recovery codes not used yet */
};

struct recovery {
	char codes[RECOVERY_CODES][RECOVERY_TEXT];
};

/* 1, 0 when there is no such account, or enum db_error. */
int factor_read(struct db *, struct factor *, int64_t account_id);

/* Makes a secret where none is in use.  1, 0 when one is, or an error. */
int factor_begin(struct db *, int64_t account_id);

/*
 * Takes a code, once: 1 good, 0 wrong or used, or enum db_error.  `now` is
 * in seconds since 1970.
 */
int factor_try(struct db *, const struct account *, const char *code, int64_t now);

/* The same of a recovery code, however its letters are written. */
int factor_try_recovery(struct db *, const struct account *, const char *code);

/* Switches it on, after a good code, and makes recovery codes.  0 or error. */
int factor_confirm(struct db *, const struct account *, struct recovery *);

/* New recovery codes instead of those before.  0 or error. */
int factor_renew(struct db *, const struct account *, struct recovery *);

/* Switches it off, by its owner; sessions go on.  0 or error. */
int factor_end(struct db *, const struct account *);

#endif
