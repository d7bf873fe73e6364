/* SPDX-License-Identifier: ISC */
#ifndef WEB_HOLDS_H
#define WEB_HOLDS_H

#include <stdatomic.h>
#include <stdint.h>

/*
 * What lasts as long as somebody's line wants, a body that comes straight
 * through or a ZIP that is read as it is made, holds its worker.  So at most
 * half of a program's workers do such at once, and of one account half of
 * those (one at least): the others are there for everybody's pages.
 *
 * The table is shared by the workers of one first process (web/workers.h).
 * Where the host starts the processes there is none, and nothing is refused:
 * it has a limit of its own.
 */
enum { HOLDS_STRANGERS = -1 }; /* the account of all who have none: they share one's part */

struct holds {
	_Atomic int64_t *owners; /* account of each worker's hold, 0: none */
	unsigned count;
	unsigned own; /* of this worker; count: of none */
};

/* For so many workers, before the first of them is forked; none when count is 0. */
void holds_open(struct holds *, unsigned count);
void holds_close(struct holds *);

/* In the worker: which it is.  In the first process: that one has ended. */
void holds_be(struct holds *, unsigned worker);
void holds_forget(struct holds *, unsigned worker);

/*
 * 0, or the status to refuse with: 429 when the account has as many as it may,
 * 503 when all have.  Good until holds_release, which may come without it.
 */
int holds_take(struct holds *, int64_t account_id);
void holds_release(struct holds *);

#endif
