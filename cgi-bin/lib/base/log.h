/* SPDX-License-Identifier: ISC */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdint.h>

/*
 * The log is standard error, a line for each thing that happened, in one form:
 *
 *   2026-11-29T02:07:41.093Z upload account 12 from 192.0.2.7 request AB12CD34: …
 *
 * Never put secrets, typed text or evidence into it.
 */
struct log_who {
	const char *program;
	const char *address;   /* where the request came from; "-" of a process */
	const char *reference; /* the number that an error page shows; "-" of a process */
	int64_t account_id;    /* 0: nobody is signed in */
};

/* One line, whatever stands in the text: control characters become "?". */
void log_line(const struct log_who *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same of a process of that program, which serves nobody just then. */
void log_process(const char *program, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
