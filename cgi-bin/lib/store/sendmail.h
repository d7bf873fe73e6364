/* SPDX-License-Identifier: ISC */
#ifndef STORE_SENDMAIL_H
#define STORE_SENDMAIL_H

#include <stddef.h>

#include "base/error_chain.h"

/*
 * Handing a letter to the host's `sendmail -t` so that a kill at any moment
 * neither loses it nor sends it twice.
 *
 * Of each try there are files in a folder, under its name: NAME.letter, what is
 * sent; NAME.try, locked as long as anybody is at it, in which a byte says that
 * sendmail may have been started; NAME.said, what it complained of; NAME.done,
 * its exit status.  A keeper, a process with a session of its own, starts
 * sendmail, waits for it and writes the last: whoever asked may be killed, and
 * finds the answer later.  Only where the keeper is killed too, or the host
 * ends, nobody can know: then it is SENDMAIL_UNKNOWN, and must not be sent
 * again by a machine.
 */
enum sendmail_end {
	SENDMAIL_TAKEN,   /* status 0: sendmail answers for it now */
	SENDMAIL_REFUSED, /* it will never take it: EX_NOUSER, EX_NOHOST, EX_DATAERR */
	SENDMAIL_LATER,   /* any other status */
	SENDMAIL_RUNNING, /* not over yet */
	SENDMAIL_UNTRIED, /* sendmail was never started */
	SENDMAIL_UNKNOWN, /* it was, and nobody is there to tell */
	SENDMAIL_FAILED   /* the files could not be written, with a cause: never started */
};

enum { SENDMAIL_SAID = 240 };

struct sendmail {
	const char *program; /* path */
	const char *from;    /* the envelope's sender */
	const char *folder;  /* made when it is not there */
};

/*
 * Begins, and waits for it so many seconds at most.  NAME is new for each try.
 * What it said, in one line of printable ASCII, goes into `said`.
 */
enum sendmail_end sendmail_hand_over(const struct sendmail *, const char *name, const void *letter,
    size_t length, unsigned seconds, char said[SENDMAIL_SAID], struct error_chain *);

/* What has become of one. */
enum sendmail_end sendmail_look(const struct sendmail *, const char *name,
    char said[SENDMAIL_SAID]);

/* Removes its files, once the answer is kept elsewhere. */
void sendmail_forget(const struct sendmail *, const char *name);

/* Removes those of all tries but of these names: of what was kept elsewhere when
 * a kill came between. */
void sendmail_tidy(const struct sendmail *, const char *const *names, size_t count);

#endif
