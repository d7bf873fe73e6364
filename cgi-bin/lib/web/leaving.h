/* SPDX-License-Identifier: ISC */
#ifndef WEB_LEAVING_H
#define WEB_LEAVING_H

#include <stddef.h>
#include <stdint.h>

/*
 * Connections that are answered, while some of the body was left unread: who is
 * not signed in brings a file, or what comes is too long.  One that is closed over
 * it loses its answer at web servers that read that behind the body; one that is
 * waited for keeps the worker from everybody, for as long as anybody likes.  So
 * they wait here beside the requests: what comes is thrown away, and each is closed
 * when the server has, or when its time is over.
 */
enum { LEAVING_MOST = 64, LEAVING_MS = 10000, LEAVING_LOOK_MS = 50, LEAVING_END_MS = 2000 };

struct leaving {
	struct leaving_line {
		int socket;
		int64_t until; /* ms, base/clock.h */
	} lines[LEAVING_MOST];
	size_t count;
};

/* Takes the socket over, on which nothing more is said; the oldest goes when there are too many. */
void leaving_add(struct leaving *, int socket);

/* Reads and closes, waits for nobody; returns how many are left: to be called again when
 * one of them has something, and within LEAVING_LOOK_MS. */
size_t leaving_look(struct leaving *);

/* Before the process ends: waits for those who are still sending, but not longer than
 * LEAVING_END_MS. */
void leaving_end(struct leaving *);

#endif
