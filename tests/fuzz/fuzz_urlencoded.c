/* SPDX-License-Identifier: ISC */
/*
 * What is accepted is clean text, has nothing but whole escapes, and written anew
 * with every byte escaped it reads the same.
 */
#include <ctype.h>

#include "fuzz.h"
#include "web/urlencoded.h"
#include "base/utf8.h"

#define PAIRS 64

static int
on_pair(void *arg, char *name, size_t name_len, char *value, size_t value_len)
{
	static const char hex[] = "0123456789abcdef";
	struct text *out = arg;
	const char *texts[] = { name, value };
	char escape[3] = "%";
	size_t i;

	CHECK(strlen(name) == name_len && strlen(value) == value_len);
	CHECK(utf8_text(name, name_len, false) == UTF8_OK);
	CHECK(utf8_text(value, value_len, true) == UTF8_OK);
	for (i = 0; i < 2; i++) {
		const char *c;

		for (c = texts[i]; *c != '\0'; c++) {
			escape[1] = hex[(unsigned char)*c >> 4];
			escape[2] = hex[(unsigned char)*c & 15];
			put(out, escape, 3);
		}
		put(out, i == 0 ? "=" : "&", 1);
	}
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	struct text first = { NULL, 0, 0 }, second = { NULL, 0, 0 };
	char *buf = copy_with(input, n, '0');
	size_t i;

	if (urlencoded_parse(buf, n, PAIRS, on_pair, &first) == URLENCODED_OK) {
		for (i = 0; i < n; i++)
			CHECK(input[i] != '%' ||
			    (i + 2 < n && isxdigit(input[i + 1]) && isxdigit(input[i + 2])));
		free(buf);
		buf = copy_with(first.s, first.n, '0');
		CHECK(urlencoded_parse(buf, first.n, PAIRS, on_pair, &second) == URLENCODED_OK);
		CHECK(same(&first, &second));
	}
	free(buf);
	free(first.s);
	free(second.s);
	return 0;
}
