/* SPDX-License-Identifier: ISC */
#ifndef SHEET_BYTES_H
#define SHEET_BYTES_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes that grow, of malloc; {0} is empty, and whoever has them frees s. */
struct bytes {
	char *s;
	size_t n, size;
};

/* Append n bytes; false when memory has run out. */
bool bytes_add(struct bytes *, const char *s, size_t n);

#endif
