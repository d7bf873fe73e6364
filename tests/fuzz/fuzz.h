/* SPDX-License-Identifier: ISC */
#ifndef MATANG_TESTS_FUZZ_H
#define MATANG_TESTS_FUZZ_H

/* What the fuzzers share: an entry, a text that grows, a check that aborts. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define CHECK(condition) \
	do { \
		if (!(condition)) { \
			(void)fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, \
			    #condition); \
			abort(); \
		} \
	} while (0)

struct text {
	char *s;
	size_t n, size;
};

static inline void
put(struct text *t, const void *s, size_t n)
{
	while (t->size - t->n < n) {
		t->size = t->size == 0 ? 256 : t->size * 2;
		t->s = realloc(t->s, t->size);
		CHECK(t->s != NULL);
	}
	if (n > 0)
		memcpy(t->s + t->n, s, n);
	t->n += n;
}

static inline bool
same(const struct text *a, const struct text *b)
{
	return a->n == b->n && (a->n == 0 || memcmp(a->s, b->s, a->n) == 0);
}

/* A copy of exactly n bytes, so that the sanitizer sees a read too far. */
static inline char *
copy(const void *s, size_t n)
{
	char *c = malloc(n == 0 ? 1 : n);

	CHECK(c != NULL);
	if (n > 0)
		memcpy(c, s, n);
	return c;
}

/*
 * A copy with one byte behind it.  Where that is the parser's to write, not to
 * read, it is one that would change the result.
 */
static inline char *
copy_with(const void *s, size_t n, char last)
{
	char *c = malloc(n + 1);

	CHECK(c != NULL);
	if (n > 0)
		memcpy(c, s, n);
	c[n] = last;
	return c;
}

#endif
