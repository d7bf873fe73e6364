/* SPDX-License-Identifier: ISC */
/*
 * The input is a Content-Type header, LF, the sizes of the feeds (one a byte),
 * LF, and a body.  The body is parsed in one feed, in feeds of those sizes and
 * byte by byte: all three must say the same.  When it is accepted, a second
 * parser, slow and plain, must find the same data.
 */
#include "fuzz.h"
#include "web/multipart.h"
#include "base/utf8.h"

struct record {
	struct text all;  /* every call */
	struct text data; /* of all parts, each ended by LF */
};

static int
on_part(void *arg, const char *name, const char *filename, const char *type)
{
	struct record *r = arg;
	const char *texts[] = { name, filename, type };
	size_t i;

	CHECK(*name != '\0');
	for (i = 0; i < 3; i++) {
		put(&r->all, texts[i] == NULL ? "\1" : "\2", 1);
		if (texts[i] == NULL)
			continue;
		CHECK(utf8_text(texts[i], strlen(texts[i]), false) == UTF8_OK);
		put(&r->all, texts[i], strlen(texts[i]));
	}
	put(&r->all, "\3", 1);
	return 0;
}

static int
on_data(void *arg, const void *bytes, size_t n)
{
	struct record *r = arg;

	CHECK(n > 0);
	put(&r->all, bytes, n);
	put(&r->data, bytes, n);
	return 0;
}

static int
on_part_end(void *arg)
{
	struct record *r = arg;

	put(&r->all, "\4", 1);
	put(&r->data, "\n", 1);
	return 0;
}

/* Parse in feeds of the given sizes, over and over; none: one feed. */
static enum multipart_error
parse(struct record *r, struct multipart *m, const char *type, const char *body, size_t n,
    const uint8_t *sizes, size_t count)
{
	static const struct multipart_limits limits = { 8, 512 };
	static const struct multipart_calls calls = { on_part, on_data, on_part_end };
	enum multipart_error error;
	size_t i, size;
	char *feed;

	memset(r, 0, sizeof(*r));
	error = multipart_init(m, type, &limits, &calls, r);
	for (i = 0; n > 0; i++) {
		size = count == 0 || sizes[i % count] >= n ? n : sizes[i % count];
		if (size == 0)
			size = i % 2;
		feed = copy(body, size);
		error = multipart_feed(m, feed, size);
		free(feed);
		CHECK(m->header_len <= m->limits.header);
		CHECK(m->parts <= m->limits.parts + 1);
		body += size;
		n -= size;
	}
	CHECK(error == m->error);
	return multipart_end(m);
}

/* The data of an accepted body, found by cutting it at every delimiter. */
static void
search(struct text *data, const struct multipart *m, const char *body, size_t n)
{
	const char *at, *end = body + n, *next, *empty;

	at = body + m->delimiter_len - 2;
	while (memcmp(at, "--", 2) != 0) {
		next = memmem(at, (size_t)(end - at), m->delimiter, m->delimiter_len);
		CHECK(next != NULL);
		/* The empty line may lie half in the delimiter. */
		empty = memmem(at + 2, (size_t)(next - at), "\r\n\r\n", 4);
		CHECK(empty != NULL);
		if (empty + 4 < next)
			put(data, empty + 4, (size_t)(next - empty - 4));
		put(data, "\n", 1);
		at = next + m->delimiter_len;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static const uint8_t one = 1;
	const uint8_t *line, *body;
	struct multipart m;
	struct record whole, cut, bytes;
	struct text found = { NULL, 0, 0 };
	enum multipart_error error;
	size_t type_len, count;
	char *type;

	line = memchr(input, '\n', n);
	if (line == NULL)
		return 0;
	type_len = (size_t)(line - input);
	line++;
	n -= type_len + 1;
	body = memchr(line, '\n', n);
	if (body == NULL)
		return 0;
	count = (size_t)(body - line);
	body++;
	n -= count + 1;

	type = copy_with(input, type_len, '\0');
	(void)parse(&cut, &m, type, (const char *)body, n, line, count);
	error = m.error;
	(void)parse(&bytes, &m, type, (const char *)body, n, &one, 1);
	CHECK(m.error == error);
	(void)parse(&whole, &m, type, (const char *)body, n, NULL, 0);
	CHECK(m.error == error);
	CHECK(same(&whole.all, &cut.all));
	CHECK(same(&whole.all, &bytes.all));
	if (error == MULTIPART_OK) {
		search(&found, &m, (const char *)body, n);
		CHECK(same(&found, &whole.data));
	}
	free(found.s);
	free(whole.all.s);
	free(whole.data.s);
	free(cut.all.s);
	free(cut.data.s);
	free(bytes.all.s);
	free(bytes.data.s);
	free(type);
	return 0;
}
