/* SPDX-License-Identifier: ISC */
/*
 * The headers of PNG and JPEG.  What a look finds depends on the bytes alone,
 * and more bytes behind a picture that has its end change nothing.
 */
#include "fuzz.h"
#include "inspect/inspect.h"

static unsigned
look_at(const void *bytes, size_t n, void (*by)(struct look *))
{
	char *exact = copy(bytes, n);
	struct look look = { .bytes = (const unsigned char *)exact,
		.length = n,
		.pages = -1,
		.signatures = -1 };

	by(&look);
	free(exact);
	CHECK((look.findings &
		  ~(FINDING_FLAG(FINDING_UNREADABLE) | FINDING_FLAG(FINDING_OVERSIZE) |
		      FINDING_FLAG(FINDING_MENDED))) == 0);
	return look.findings;
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	void (*by)(struct look *);
	unsigned found;
	struct text more = { NULL, 0, 0 };

	if (n < 8)
		return 0;
	by = input[0] == 0xff ? look_at_jpeg : look_at_png;
	found = look_at(input, n, by);
	if (found == 0) {
		put(&more, input, n);
		put(&more, "contoh", 6);
		CHECK(look_at(more.s, more.n, by) == 0);
		free(more.s);
	}
	return 0;
}
