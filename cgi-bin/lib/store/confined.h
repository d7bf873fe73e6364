/* SPDX-License-Identifier: ISC */
#ifndef STORE_CONFINED_H
#define STORE_CONFINED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * Whatever reads what strangers sent, as a process of its own: it gets the open
 * files, somewhere to write its answer, limits, and nothing else: no
 * configuration, no other descriptor, and it ends with who started it.  No
 * other file starts a process for that.
 */

/* Time that it may take, and memory beside the files themselves. */
struct confined_limits {
	unsigned seconds;
	unsigned mebibytes; /* 0: it has bounds of its own */
	bool gently;        /* let others go first */
	unsigned cpu;       /* seconds of the processor's; 0: as many as of time */
	unsigned output;    /* mebibytes of the file that it writes its answer to */
};

/* What is started: a program of ours (cgi-bin/inspect), one of the host's, or
 * work of the caller's own. */
struct confined_program {
	const char *path;              /* NULL: */
	void (*run)(const void *what); /* does it, and never comes back */
	const void *what;
	const char *const *words; /* its arguments, at most CONFINED_WORDS, then NULL */
	bool host;                /* it gets a locale, and opens files of its own: */
	const char *reads;        /* the system's, and of all others this one, or NULL
				   * (base/confine.h) */
	const int *files;         /* its descriptors 0, 3, 4 and so on, each from its
				   * beginning; one of them may be a pipe */
	size_t count;             /* 0: it has nothing to read */
	int output;               /* open for its answer; 0: a pipe to confined_read() */
};

struct confined {
	pid_t child;
	int answer;    /* to read its answer from, bit by bit; -1: it has an output */
	int64_t until; /* when its time is over, of clock_milliseconds() */
};

enum confined_end {
	CONFINED_DONE,       /* status 0 */
	CONFINED_NO_PROGRAM, /* it could not be started */
	CONFINED_STATUS,     /* another status: *number */
	CONFINED_SIGNAL      /* ended by signal *number */
};

enum { CONFINED_FILES = 64, CONFINED_WORDS = 16 };

/* -1 with errno. */
int confined_start(struct confined *, const struct confined_program *,
    const struct confined_limits *);

/* The next piece of its answer: its length, 0 at the end, -1 when time is over
 * or the pipe broke. */
ssize_t confined_read(const struct confined *, void *bytes, size_t length);

/* Waits for its end; what is not to go on is ended first, and what has an output
 * when its time is over. */
enum confined_end confined_end(struct confined *, bool stop, int *number);

#endif
