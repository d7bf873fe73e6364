/* SPDX-License-Identifier: ISC */
/*
 * What all readers of pictures share: room for the points of one, and the end
 * where nothing can be made of it.
 */
#include <stdlib.h>

#include "inspect/photo.h"
#include "base/banned.h"

enum { POINTS_MAX = 120000000 }; /* a good camera has 100 million */

_Noreturn void
photo_fail(void)
{
	exit(1);
}

void
pixels_alloc(struct pixels *pixels, uint32_t width, uint32_t height)
{
	if (width == 0 || height == 0 || (uint64_t)width * height > POINTS_MAX)
		photo_fail();
	*pixels = (struct pixels){ width, height, malloc((size_t)width * height * 3) };
	if (pixels->bytes == NULL)
		photo_fail();
}
