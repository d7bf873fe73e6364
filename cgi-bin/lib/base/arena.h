/* SPDX-License-Identifier: ISC */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Memory that lives as long as one request.  Everything allocated from an
 * arena is freed together; nothing is freed alone.  Memory is zeroed and
 * aligned for any type, but for texts, which stand one behind the other.  An
 * allocation that the system refuses ends the program: the server starts
 * another, and nothing was acknowledged yet.
 */
struct arena {
	struct arena_block *blocks; /* in use, the newest first */
	struct arena_block *spare;  /* kept by arena_reset */
	size_t freed;               /* bytes that resets gave back to malloc, since arena_trim */
	size_t grows;               /* bytes of the next block, doubled with each up
				 * to a quarter of the ordinary ones: for what is
				 * kept beyond a request; 0: ordinary ones */
	bool secret;                /* overwritten at the next reset or free: set
				 * where a secret comes in */
};

void *arena_alloc(struct arena *, size_t bytes);
void *arena_array(struct arena *, size_t count, size_t size);
char *arena_text(struct arena *, const char *text);
char *arena_copy(struct arena *, const void *bytes, size_t length);
/* The same, side by side with what was copied before: for texts, and bytes as such. */
char *arena_copy_close(struct arena *, const void *bytes, size_t length);
char *arena_format(struct arena *, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *, const char *format, va_list);

/* What it has taken from the system and uses. */
size_t arena_bytes(const struct arena *);

/* Frees all but a few blocks of ordinary size: most requests need no more. */
void arena_reset(struct arena *);
void arena_free(struct arena *);

/*
 * After a request that took unusually much, its memory is with malloc, with the
 * holes that libraries left in between.  arena_trim gives it to the system.  It
 * takes milliseconds, and what comes next pays for the pages again: for when
 * there is nothing to do.  arena_untrimmed says whether it is worth that.
 */
bool arena_untrimmed(const struct arena *);
void arena_trim(struct arena *);

/* A text that grows inside an arena; always NUL-terminated once written. */
struct buffer {
	struct arena *arena;
	char *bytes;
	size_t length;
	size_t room;
};

void buffer_add(struct buffer *, const void *bytes, size_t length);
void buffer_text(struct buffer *, const char *text);
void buffer_char(struct buffer *, char);
void buffer_format(struct buffer *, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
