/* SPDX-License-Identifier: ISC */
#ifndef INSPECT_SEEN_H
#define INSPECT_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set of numbers that only grows: where a walk has been.  Zeroed to begin. */
struct seen {
	uint64_t *keys; /* open addressing; 0: empty */
	size_t count, room;
};

/* Whether the key, not 0, comes for the first time.  Ends the process without
 * memory: the parent sees the signal, not a wrong answer. */
bool seen_first(struct seen *, uint64_t key);

void seen_free(struct seen *);

/* As reallocarray, with the same end. */
void *grown(void *memory, size_t count, size_t size);

#endif
