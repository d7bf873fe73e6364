/* SPDX-License-Identifier: ISC */
#ifndef STORE_CONFINED_H
#define STORE_CONFINED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * A program of ours that reads what strangers sent (cgi-bin/inspect), as a
 * process of its own: it gets the open files, a pipe for its answer, limits,
 * and nothing else: no configuration, no environment, no other descriptor.
 */

/* Time that it may take, and memory beside the files themselves. */
struct confined_limits {
	unsigned seconds;
	unsigned mebibytes;
	bool gently;  /* let others go first */
	unsigned cpu; /* seconds of the processor's; 0: as many as of time */
};

struct confined {
	pid_t child;
	int answer;    /* to read its answer from, bit by bit */
	int64_t until; /* when its time is over, of clock_milliseconds() */
};

enum confined_end {
	CONFINED_DONE,       /* status 0 */
	CONFINED_NO_PROGRAM, /* it could not be started */
	CONFINED_STATUS,     /* another status: *number */
	CONFINED_SIGNAL      /* ended by signal *number */
};

enum { CONFINED_FILES = 64 };

/*
 * Starts it with one word or two as its arguments (the second may be NULL);
 * the files are its descriptors 0, 3, 4 and so on, each read from its
 * beginning.  -1 with errno.
 */
int confined_start(struct confined *, const char *program, const char *const words[2],
    const int *files, size_t count, const struct confined_limits *);

/* The next piece of its answer: its length, 0 at the end, -1 when time is over
 * or the pipe broke. */
ssize_t confined_read(const struct confined *, void *bytes, size_t length);

/* Waits for its end; what is not to go on is ended first. */
enum confined_end confined_end(struct confined *, bool stop, int *number);

#endif
