/* SPDX-License-Identifier: ISC */
#ifndef WEB_WORKERS_H
#define WEB_WORKERS_H

#include <stdbool.h>

#include "web/holds.h"

/*
 * The processes of one program.  The first one serves nobody: it forks workers
 * after all that they have in common was done, so that they share its memory,
 * and puts another in the place of each that ends, however often; where they
 * end at once, 32 are started and then four a second.  Each end is a line on
 * stderr with its reason.
 *
 * SIGTERM, SIGINT   no new requests; returns when those that began are answered
 * SIGHUP            the program is executed anew, with the configuration and
 *                   the binary as they are now: it takes over socket and process
 *                   number at once, and workers that are busy finish first
 *
 * Workers end with the first process, in whichever way that ends.
 */
struct workers {
	const char *program;
	unsigned count;
	int (*work)(void *context);  /* serves until told to end; exit status */
	int (*check)(void *context); /* 0: what SIGHUP asks for would start */
	void *context;
	struct holds *holds; /* opened here, for each worker to know its place in */
};

/*
 * Returns the exit status: in the first process when all have ended, in a
 * worker what `work` returned.
 */
int workers_run(const struct workers *);

/*
 * Is standard input a socket to accept from (FastCGI), and one that bears the
 * name of the program, "…/NAME.sock"?  Such a one is held for this program, by
 * systemd or spawn-fcgi; mod_fcgid names its own by numbers, and starts as
 * many processes as it wants.
 */
bool workers_socket(void);
bool workers_socket_of(const char *program);

/*
 * Opens DIR/NAME.sock, for the account and its group, as standard input.  0, or
 * -1 after a message, also where somebody serves there already.
 */
int workers_listen(const char *dir, const char *program);

#endif
