/* SPDX-License-Identifier: ISC */
/* The cookie found is the one that a plain count of the header's pieces finds. */
#include "fuzz.h"
#include "web/cookie.h"

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	char *header = copy_with(input, n, '\0');
	char *pieces = copy(header, strlen(header) + 1);
	char *piece, *next;
	const char *value;
	enum cookie_result result;
	size_t len, count = 0;

	for (piece = pieces; piece != NULL; piece = next) {
		next = strchr(piece, ';');
		if (next != NULL)
			*next++ = '\0';
		while (*piece == ' ' || *piece == '\t')
			piece++;
		if (strncmp(piece, "sid=", 4) == 0)
			count++;
	}

	result = cookie_find(header, "sid", &value, &len);
	CHECK((result == COOKIE_ABSENT) == (count == 0));
	CHECK((result == COOKIE_DUPLICATE) == (count > 1));
	CHECK((value != NULL) == (result == COOKIE_FOUND));
	if (value == NULL)
		CHECK(len == 0);
	else {
		CHECK(value >= header + 4 && memcmp(value - 4, "sid=", 4) == 0);
		CHECK(value + len <= header + strlen(header));
		for (; len > 0; len--, value++)
			CHECK(*value > ' ' && *value < 0x7f && strchr("\";,\\", *value) == NULL);
	}
	free(header);
	free(pieces);
	return 0;
}
