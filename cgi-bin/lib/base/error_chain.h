/* SPDX-License-Identifier: ISC */
#ifndef BASE_ERROR_CHAIN_H
#define BASE_ERROR_CHAIN_H

#include "base/log.h"

/*
 * A chain of causes for the log, innermost first, each with the place that
 * reported it.  People see a plain page with a reference number instead.
 * Never put secrets, typed text or evidence into a cause.
 */
enum { ERROR_CHAIN_DEPTH = 8, ERROR_CHAIN_TEXT = 240 };

struct error_chain {
	unsigned depth;
	struct {
		const char *file;
		int line;
		char text[ERROR_CHAIN_TEXT];
	} causes[ERROR_CHAIN_DEPTH];
};

#define ERROR_CAUSE(fault, ...) error_chain_add((fault), __FILE__, __LINE__, __VA_ARGS__)

void error_chain_add(struct error_chain *, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void error_chain_clear(struct error_chain *);

/* One line of the log for each cause. */
void error_chain_log(const struct error_chain *, const struct log_who *);

#endif
