/* SPDX-License-Identifier: ISC */
#ifndef BASE_ERROR_CHAIN_H
#define BASE_ERROR_CHAIN_H

/*
 * A chain of causes for the log, innermost first, each with the place that
 * reported it.  People see a plain page with a reference number instead.
 * Never put secrets, typed text or evidence into a cause.
 */
enum { FAULT_DEPTH = 8, FAULT_TEXT = 240 };

struct fault {
	unsigned depth;
	struct {
		const char *file;
		int line;
		char text[FAULT_TEXT];
	} causes[FAULT_DEPTH];
};

#define FAULT(fault, ...) fault_add((fault), __FILE__, __LINE__, __VA_ARGS__)

void	fault_add(struct fault *, const char *file, int line,
	    const char *format, ...) __attribute__((format(printf, 4, 5)));
void	fault_clear(struct fault *);

/* One log line per cause on stderr, control characters escaped. */
void	fault_log(const struct fault *, const char *reference);

#endif
