/* SPDX-License-Identifier: ISC */
/*
 * Text that grows while a worksheet is read, which whoever reads it limits.
 */
#include "sheet/bytes.h"

#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

bool
bytes_add(struct bytes *b, const char *s, size_t n)
{
	size_t size = b->size;
	char *grown;

	if (n == 0)
		return true;
	if (n > size - b->n) {
		do
			size = size == 0 ? 4096 : size * 2;
		while (n > size - b->n);
		grown = realloc(b->s, size);
		if (grown == NULL)
			return false;
		b->s = grown;
		b->size = size;
	}
	memcpy(b->s + b->n, s, n);
	b->n += n;
	return true;
}
