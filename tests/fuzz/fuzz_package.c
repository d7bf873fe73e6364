/* SPDX-License-Identifier: ISC */
/*
 * The input is an archive, or what one is made of, parted by lines of "=====":
 * in each part the first line is the name of a file, the rest its content.
 * What is that small is never beyond measure, and a name that leads out is
 * always seen.
 */
#include "fuzz.h"
#include "inspect/inspect.h"
#include "zip.h"

static struct look
look_at(const void *bytes, size_t n)
{
	char *exact = copy(bytes, n);
	struct look look = { .bytes = (const unsigned char *)exact,
		.length = n,
		.pages = -1,
		.signatures = -1 };

	look_at_package(&look);
	free(exact);
	CHECK(look.findings < FINDING_FLAG(FINDINGS));
	CHECK(look.pages == -1 && look.signatures == -1);
	return look;
}

/* Bytes of the first line. */
static size_t
line_length(const char *s, size_t n)
{
	size_t length = 0;

	while (length < n && s[length] != '\n' && s[length] != '\0')
		length++;
	return length;
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static const char line[] = "\n=====\n";
	const char *at = (const char *)input, *end = at + n, *next;
	struct zip z = { NULL, 0, NULL, 0, 0 };
	struct look look;
	bool leads_out = false;
	char *bytes, *name;
	size_t length;

	if (n >= 2 && memcmp(input, "PK", 2) == 0) {
		look_at(input, n);
		return 0;
	}
	while (at < end) {
		next = memmem(at, (size_t)(end - at), line, sizeof(line) - 1);
		if (next == NULL)
			next = end;
		length = line_length(at, (size_t)(next - at));
		name = malloc(length + 1);
		CHECK(name != NULL);
		memcpy(name, at, length);
		name[length] = '\0';
		if (*name == '/' || strstr(name, "/../") != NULL)
			leads_out = true;
		at += length;
		if (at < next)
			at++;
		zip_add(&z, name, at, (size_t)(next - at), length & 1, 0, 0);
		free(name);
		at = next == end ? end : next + sizeof(line) - 1;
	}
	bytes = zip_end(&z, &n);
	look = look_at(bytes, n);
	free(bytes);
	CHECK((look.findings & FINDING_FLAG(FINDING_OVERSIZE)) == 0);
	CHECK(!leads_out || (look.findings & FINDING_FLAG(FINDING_UNREADABLE)) != 0);
	return 0;
}
