/* SPDX-License-Identifier: ISC */
/*
 * Multipart: what comes out depends on the bytes alone, never on how they were
 * cut into feeds, and no byte of a file is gained or lost.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "web/multipart.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define TYPE "multipart/form-data; boundary=batas"
#define FIELD(name) "Content-Disposition: form-data; name=\"" name "\"\r\n\r\n"

static const struct multipart_limits limits = { 100, MULTIPART_HEADER_MAX };

/* Everything that the parser said, in one string of bytes. */
struct record {
	char *bytes;
	size_t n, size;
	int calls;
	int stop_at; /* refuse this call, from 1; 0 for none */
};

static void
put(struct record *r, const void *bytes, size_t n)
{
	while (r->size - r->n < n) {
		r->size = r->size == 0 ? 1024 : r->size * 2;
		r->bytes = realloc(r->bytes, r->size);
		assert_non_null(r->bytes);
	}
	if (n > 0)
		memcpy(r->bytes + r->n, bytes, n);
	r->n += n;
}

static int
on_part(void *arg, const char *name, const char *filename, const char *type)
{
	struct record *r = arg;

	put(r, "<", 1);
	put(r, name, strlen(name));
	put(r, "|", 1);
	if (filename == NULL)
		filename = "(none)";
	put(r, filename, strlen(filename));
	put(r, "|", 1);
	if (type == NULL)
		type = "(none)";
	put(r, type, strlen(type));
	put(r, ">", 1);
	return ++r->calls == r->stop_at;
}

static int
on_data(void *arg, const void *bytes, size_t n)
{
	struct record *r = arg;

	assert_true(n > 0);
	put(r, bytes, n);
	return ++r->calls == r->stop_at;
}

static int
on_part_end(void *arg)
{
	struct record *r = arg;

	put(r, "</>", 3);
	return ++r->calls == r->stop_at;
}

static const struct multipart_calls calls = { on_part, on_data, on_part_end };

/* Random numbers that are the same everywhere (xorshift64*). */
static uint64_t
next_random(uint64_t *seed)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return *seed * 2685821657736338717u >> 16;
}

/*
 * Parse a body in feeds that end at the given places.  Each feed is a copy of
 * its own, so that a sanitizer sees a read beyond it.
 */
static enum multipart_error
parse_cut(struct record *r, const char *type, const char *body, size_t n, const size_t *cuts,
    size_t count)
{
	struct multipart m;
	enum multipart_error error;
	char *feed;
	size_t i, from = 0, to;

	memset(r, 0, sizeof(*r));
	error = multipart_init(&m, type, &limits, &calls, r);
	for (i = 0; i <= count; i++) {
		to = i < count ? cuts[i] : n;
		feed = malloc(to - from + 1);
		assert_non_null(feed);
		memcpy(feed, body + from, to - from);
		feed = realloc(feed, to - from == 0 ? 1 : to - from);
		error = multipart_feed(&m, feed, to - from);
		free(feed);
		from = to;
	}
	return error == MULTIPART_OK ? multipart_end(&m) : error;
}

static enum multipart_error
parse(struct record *r, const char *type, const char *body)
{
	return parse_cut(r, type, body, strlen(body), NULL, 0);
}

static void
assert_record(const struct record *r, const char *expected, size_t n)
{
	assert_int_equal(r->n, n);
	assert_memory_equal(r->bytes, expected, n);
}

static void
assert_says(const char *type, const char *body, const char *expected)
{
	struct record r;

	assert_int_equal(parse(&r, type, body), MULTIPART_OK);
	assert_record(&r, expected, strlen(expected));
	free(r.bytes);
}

/* A body with all that makes cutting hard. */
static const char hard[] = "--batas\r\n" FIELD(
    "kosong") "\r\n--batas\r\n"
	      "content-disposition:form-data;NAME=berkas ; filename=\"a;b\\\"%22.pdf\"\r\n"
	      "Content-Type: application/pdf\r\n"
	      "X-Lain: \"tak dikenal\"\r\n"
	      "\r\n"
	      "%PDF\r\r\n\r\n-\r\n--\r\n--b\r\n--bata\r\n--batat\r\n--bat\r--batas\n--batas\r"
	      "\r\n--batas\r\n" FIELD("csrf") "\r\n"
					      "\r\n--batas--\r\n";
static const char hard_says[] =
    "<kosong|(none)|(none)></>"
    "<berkas|a;b\"\".pdf|application/pdf>"
    "%PDF\r\r\n\r\n-\r\n--\r\n--b\r\n--bata\r\n--batat\r\n--bat\r--batas\n--batas\r"
    "</>"
    "<csrf|(none)|(none)>\r\n</>";

static void
every_cut_in_two_and_in_three(void **state)
{
	const size_t n = sizeof(hard) - 1;
	struct record r;
	size_t cuts[2];

	(void)state;
	for (cuts[0] = 0; cuts[0] <= n; cuts[0]++)
		for (cuts[1] = cuts[0]; cuts[1] <= n; cuts[1]++) {
			assert_int_equal(parse_cut(&r, TYPE, hard, n, cuts, 2), MULTIPART_OK);
			assert_record(&r, hard_says, sizeof(hard_says) - 1);
			free(r.bytes);
		}
}

static void
feeds_of_every_size(void **state)
{
	const size_t n = sizeof(hard) - 1;
	struct record r;
	size_t cuts[sizeof(hard)], size, count;

	(void)state;
	for (size = 1; size <= n; size++) {
		for (count = 0; (count + 1) * size < n; count++)
			cuts[count] = (count + 1) * size;
		assert_int_equal(parse_cut(&r, TYPE, hard, n, cuts, count), MULTIPART_OK);
		assert_record(&r, hard_says, sizeof(hard_says) - 1);
		free(r.bytes);
	}
}

/*
 * The record of a body cut short is the head of the whole one's.  Only the CR LF
 * behind the last boundary may be missing.
 */
static void
every_truncation_is_seen(void **state)
{
	const size_t whole = strlen(hard);
	struct record r;
	size_t n, cut;

	(void)state;
	for (n = 0; n < whole; n++) {
		cut = n / 2;
		assert_int_equal(parse_cut(&r, TYPE, hard, n, &cut, 1),
		    n == whole - 2 ? MULTIPART_OK : MULTIPART_TRUNCATED);
		assert_true(r.n <= sizeof(hard_says) - 1);
		if (r.n > 0)
			assert_memory_equal(r.bytes, hard_says, r.n);
		free(r.bytes);
	}
}

/* Each beginning of the delimiter, as data, at each place around a feed's edge. */
static void
look_alikes_at_every_edge(void **state)
{
	static const char delimiter[] = "\r\n--batas";
	const char head[] = "--batas\r\n" FIELD("f");
	const size_t head_len = sizeof(head) - 1, edge = 64;
	char body[512], data[256];
	struct record r;
	size_t k, at, n, cuts[16], i;

	(void)state;
	for (k = 1; k < sizeof(delimiter) - 1; k++)
		for (at = 0; at < 2 * edge; at++) {
			memset(data, 'x', sizeof(data));
			memcpy(data + at, delimiter, k);
			/* once more at once behind it */
			memcpy(data + at + k, delimiter, k);
			memcpy(body, head, head_len);
			memcpy(body + head_len, data, 200);
			memcpy(body + head_len + 200, "\r\n--batas--", 11);
			n = head_len + 200 + 11;
			for (i = 0; head_len + (i + 1) * edge < n; i++)
				cuts[i] = head_len + (i + 1) * edge;
			assert_int_equal(parse_cut(&r, TYPE, body, n, cuts, i), MULTIPART_OK);
			assert_int_equal(r.n, 17 + 200 + 3);
			assert_memory_equal(r.bytes + 17, data, 200);
			free(r.bytes);
		}
}

/* Files of sizes around the usual buffers come back to the byte. */
static void
files_are_exact_at_every_size(void **state)
{
	static const size_t around[] = { 0, 512, 4096, 8192, 16384, 65536 };
	const char head[] = "--batas\r\n" FIELD("f");
	const size_t head_len = sizeof(head) - 1;
	uint64_t seed = 2025;
	struct record r;
	char *body;
	size_t i, j, n, size, feed, cuts[2048], count;

	(void)state;
	body = malloc(head_len + 65536 + 200);
	assert_non_null(body);
	memcpy(body, head, head_len);
	for (i = 0; i < COUNT(around); i++)
		for (size = around[i] < 100 ? 0 : around[i] - 100; size <= around[i] + 100;
		     size += around[i] > 5000 ? 7 : 1) {
			for (j = 0; j < size; j++)
				body[head_len + j] = (char)next_random(&seed);
			memcpy(body + head_len + size, "\r\n--batas--\r\n", 13);
			n = head_len + size + 13;
			for (feed = 4095; feed <= 4097; feed++) {
				for (count = 0; (count + 1) * feed < n; count++)
					cuts[count] = (count + 1) * feed;
				assert_int_equal(parse_cut(&r, TYPE, body, n, cuts, count),
				    MULTIPART_OK);
				assert_int_equal(r.n, 17 + size + 3);
				assert_memory_equal(r.bytes + 17, body + head_len, size);
				free(r.bytes);
			}
		}
	free(body);
}

/*
 * 10,000 bodies written at random, of bytes that like to look like delimiters,
 * in random feeds.
 */
static void
random_round_trips(void **state)
{
	static const char alphabet[] = "\r\n--batas\r\n\r-b\0x\"";
	struct record body, want, got;
	uint64_t seed = 99 * 2018;
	size_t cuts[64], count, i, n, parts, at, begin;
	char line[200], name[20], c;
	int trip, file;

	(void)state;
	for (trip = 0; trip < 10000; trip++) {
		memset(&body, 0, sizeof(body));
		memset(&want, 0, sizeof(want));
		put(&body, "--batas", 7);
		for (parts = next_random(&seed) % 5; parts > 0; parts--) {
			file = next_random(&seed) % 2 == 0;
			(void)snprintf(name, sizeof(name), "v%u",
			    (unsigned)(next_random(&seed) % 1000));
			(void)snprintf(line, sizeof(line),
			    "\r\n"
			    "Content-Disposition: form-data; name=\"%s\"%s\r\n"
			    "\r\n",
			    name, file ? "; filename=\"b.pdf\"" : "");
			put(&body, line, strlen(line));
			(void)snprintf(line, sizeof(line), "<%s|%s|(none)>", name,
			    file ? "b.pdf" : "(none)");
			put(&want, line, strlen(line));
			begin = body.n;
			for (n = next_random(&seed) % 120; n > 0; n--) {
				c = alphabet[next_random(&seed) % (sizeof(alphabet) - 1)];
				put(&body, &c, 1);
				/* But no boundary. */
				if (body.n - begin >= 5 &&
				    memcmp(body.bytes + body.n - 5, "batas", 5) == 0)
					body.bytes[body.n - 1] = 'x';
			}
			put(&want, body.bytes + begin, body.n - begin);
			put(&want, "</>", 3);
			put(&body, "\r\n--batas", 9);
		}
		put(&body, "--\r\n", 4);

		at = 0;
		count = next_random(&seed) % COUNT(cuts);
		for (i = 0; i < count; i++) {
			at += next_random(&seed) % 40;
			cuts[i] = at = at > body.n ? body.n : at;
		}
		assert_int_equal(parse_cut(&got, TYPE, body.bytes, body.n, cuts, count),
		    MULTIPART_OK);
		assert_record(&got, want.bytes, want.n);
		free(body.bytes);
		free(want.bytes);
		free(got.bytes);
	}
}

static void
boundaries_of_the_content_type(void **state)
{
	static const struct {
		const char *type;
		enum multipart_error error;
	} cases[] = {
		{ "multipart/form-data; boundary=batas", MULTIPART_OK },
		{ "Multipart/Form-Data;BOUNDARY=\"batas\"", MULTIPART_OK },
		{ "multipart/form-data; charset=UTF-8; boundary=batas", MULTIPART_OK },
		{ "multipart/form-data; boundary=batas; charset=\"a;b\\\"\"", MULTIPART_OK },
		{ " multipart/form-data ; boundary=\"ba\\tas\" ;", MULTIPART_OK },
		{ "multipart/form-data; x=boundary=lain; boundary=batas", MULTIPART_OK },
		{ NULL, MULTIPART_TYPE },
		{ "", MULTIPART_TYPE },
		{ "multipart/form-dat", MULTIPART_TYPE },
		{ "multipart/form-data2; boundary=batas", MULTIPART_TYPE },
		{ "multipart/mixed; boundary=batas", MULTIPART_TYPE },
		{ "application/x-www-form-urlencoded", MULTIPART_TYPE },
		{ "multipart/form-data", MULTIPART_BOUNDARY },
		{ "multipart/form-data;", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=\"\"", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=\"batas", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=\"batas\\", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=\"batas \"", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=\"ba\\\"as\"", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=ba\xc3\xa9", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=a\rb", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=batas, multipart/form-data", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=batas; boundary=batas", MULTIPART_BOUNDARY },
		{ "multipart/form-data; boundary=batas x", MULTIPART_BOUNDARY },
		{ "multipart/form-data; =batas", MULTIPART_BOUNDARY },
	};
	struct record r;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		if (parse(&r, cases[i].type, "--batas--") != cases[i].error)
			fail_msg("case %zu: %s", i, cases[i].type);
		free(r.bytes);
	}
}

/* RFC 2046 allows 70 characters, and all of these. */
static void
longest_boundary(void **state)
{
	static const char all[] = "'()+_,-./:=? 0123456789"
				  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTU";
	char type[200], body[400];
	struct record r;

	(void)state;
	assert_int_equal(strlen(all), MULTIPART_BOUNDARY_MAX);
	(void)snprintf(type, sizeof(type), "multipart/form-data; boundary=\"%s\"", all);
	(void)snprintf(body, sizeof(body), "--%s\r\n" FIELD("a") "isi\r\n--%.69s\r\n--%s--", all,
	    all, all);
	assert_int_equal(parse(&r, type, body), MULTIPART_OK);
	assert_int_equal(r.n, 17 + 3 + 4 + 69 + 3);
	free(r.bytes);

	(void)snprintf(type, sizeof(type), "multipart/form-data; boundary=\"%sx\"", all);
	assert_int_equal(parse(&r, type, body), MULTIPART_BOUNDARY);
	free(r.bytes);
}

static void
names_as_browsers_write_them(void **state)
{
	(void)state;
	/* a file input with nothing chosen */
	assert_says(TYPE,
	    "--batas\r\nContent-Disposition: form-data; name=\"f\"; "
	    "filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n"
	    "\r\n--batas--\r\n",
	    "<f||application/octet-stream></>");
	/* a form with no field at all */
	assert_says(TYPE, "--batas--\r\n", "");
	/* an old browser sends the whole path */
	assert_says(TYPE,
	    "--batas\r\nContent-Disposition: form-data; name=\"f\"; "
	    "filename=\"C:\\data\\SK 2025.pdf\"\r\n\r\n\r\n--batas--",
	    "<f|C:\\data\\SK 2025.pdf|(none)></>");
	/* only the quote is decoded: the rest could be meant as it is */
	assert_says(TYPE,
	    "--batas\r\nContent-Disposition: form-data; name=\"f\"; "
	    "filename=\"..%2f%0D%0A100%25%2\\\\%22\"\r\n\r\n\r\n--batas--",
	    "<f|..%2f%0D%0A100%25%2\\\"|(none)></>");
	/* UTF-8 in both names; filename* says nothing */
	assert_says(TYPE,
	    "--batas\r\nContent-Disposition: form-data; "
	    "filename*=UTF-8''jahat.exe; name=\"k\xc3\xa9\"; filename=\"\xe2\x80\x93\"\r\n"
	    "\r\n\r\n--batas--",
	    "<k\xc3\xa9|\xe2\x80\x93|(none)></>");
	assert_says(TYPE,
	    "--batas\r\nContent-Disposition: form-data; name=f; "
	    "filename*=UTF-8''jahat.exe\r\n\r\n\r\n--batas--",
	    "<f|(none)|(none)></>");
	/* a part without data may share its empty line with the boundary */
	assert_says(TYPE, "--batas\r\n" FIELD("a") "--batas\r\n" FIELD("b") "--bata\r\n--batas--",
	    "<a|(none)|(none)></><b|(none)|(none)>--bata</>");
	/* no escapes outside of quotes */
	assert_says(TYPE,
	    "--batas\r\nContent-Disposition: form-data; name=a%22b\r\n"
	    "Content-Transfer-Encoding:  BINARY  \r\n\r\n\r\n--batas--",
	    "<a%22b|(none)|(none)></>");
}

static void
faults_are_told_apart(void **state)
{
	static const struct {
		const char *body;
		enum multipart_error error;
	} cases[] = {
		{ "", MULTIPART_TRUNCATED },
		{ "-", MULTIPART_TRUNCATED },
		{ "--batas", MULTIPART_TRUNCATED },
		{ "--batas-", MULTIPART_TRUNCATED },
		{ "x", MULTIPART_START },
		{ "\r\n--batas--", MULTIPART_START },
		{ "--batat", MULTIPART_START },
		{ "--batas ", MULTIPART_DELIMITER },
		{ "--batas\n", MULTIPART_DELIMITER },
		{ "--batas-x", MULTIPART_DELIMITER },
		{ "--batas\rx", MULTIPART_DELIMITER },
		{ "--batasx\r\n", MULTIPART_DELIMITER },
		{ "--batas\r\n" FIELD("a") "x\r\n--batasx", MULTIPART_DELIMITER },
		{ "--batas--x", MULTIPART_TRAILING },
		{ "--batas--\n", MULTIPART_TRAILING },
		{ "--batas--\rx", MULTIPART_TRAILING },
		{ "--batas--\r\n\r\n", MULTIPART_TRAILING },
		{ "--batas--\r", MULTIPART_TRUNCATED },
		{ "--batas\r\n\r\n", MULTIPART_NAME },
		{ "--batas\r\nContent-Type: text/plain\r\n\r\n", MULTIPART_NAME },
		{ "--batas\r\nContent-Disposition: form-data\r\n\r\n", MULTIPART_NAME },
		{ "--batas\r\nContent-Disposition: attachment; name=a\r\n\r\n", MULTIPART_NAME },
		{ "--batas\r\n" FIELD(""), MULTIPART_NAME },
		{ "--batas\r\nContent-Disposition: form-data; name=\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition: form-data; name=\"a\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition: form-data; name=\"a\\\r\n\r\n",
		    MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition: form-data; name=a; name=a\r\n"
		  "\r\n",
		    MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition: form-data; name=a; filename=a;"
		  " filename=b\r\n\r\n",
		    MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition: form-data; name=a; x\r\n\r\n",
		    MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition: form-data; name=a\r\n"
		  "Content-Disposition: form-data; name=b\r\n\r\n",
		    MULTIPART_HEADER },
		{ "--batas\r\nContent-Type: a/b\r\nContent-Type: a/b\r\n" FIELD("a"),
		    MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition: form-data; name=a;\r\n filename=b\r\n\r\n",
		    MULTIPART_HEADER },
		{ "--batas\r\nContent-Disposition : form-data; name=a\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\nomong kosong\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\n: x\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\n--batas--\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\n--batas: x\r\n" FIELD("a"), MULTIPART_HEADER },
		{ "--batas\r\nX: a\nY: b\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\nX: a\rY: b\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\nX: a\x01\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\nX: a\x7f\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\nX: a\tb\r\n\r\n", MULTIPART_HEADER },
		{ "--batas\r\n" FIELD("\xff"), MULTIPART_HEADER },
		{ "--batas\r\n" FIELD("\xed\xa0\x80"), MULTIPART_HEADER },
		{ "--batas\r\nContent-Transfer-Encoding: base64\r\n" FIELD("a"),
		    MULTIPART_ENCODING },
	};
	struct record r;
	size_t i, n, cut;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		n = strlen(cases[i].body);
		for (cut = 0; cut <= n; cut++) {
			if (parse_cut(&r, TYPE, cases[i].body, n, &cut, 1) != cases[i].error)
				fail_msg("case %zu cut at %zu: %s", i, cut, cases[i].body);
			free(r.bytes);
		}
	}
	/* NUL within a header */
	assert_int_equal(parse_cut(&r, TYPE, "--batas\r\nX: \0\r\n\r\n", 16, NULL, 0),
	    MULTIPART_HEADER);
	free(r.bytes);
}

static void
limits_hold_to_the_byte(void **state)
{
	static const char body[] = "--batas\r\n" FIELD("a") "\r\n--batas\r\n" FIELD(
	    "b") "\r\n--batas--";
	const size_t header = sizeof(FIELD("a")) - 1;
	struct multipart_limits l = { 2, header };
	struct multipart m;
	struct record r;
	char *long_header;

	(void)state;
	memset(&r, 0, sizeof(r));
	(void)multipart_init(&m, TYPE, &l, &calls, &r);
	assert_int_equal(multipart_feed(&m, body, sizeof(body) - 1), MULTIPART_OK);
	assert_int_equal(multipart_end(&m), MULTIPART_OK);

	l.parts = 1;
	(void)multipart_init(&m, TYPE, &l, &calls, &r);
	assert_int_equal(multipart_feed(&m, body, sizeof(body) - 1), MULTIPART_PARTS);

	l.header = header - 1;
	(void)multipart_init(&m, TYPE, &l, &calls, &r);
	assert_int_equal(multipart_feed(&m, body, sizeof(body) - 1), MULTIPART_HEADER_SIZE);
	free(r.bytes);

	/* The greatest limit is that of the struct, whatever is asked for. */
	l.header = SIZE_MAX;
	long_header = malloc(2 * MULTIPART_HEADER_MAX);
	assert_non_null(long_header);
	memset(long_header, 'x', 2 * MULTIPART_HEADER_MAX);
	memcpy(long_header, "--batas\r\nX:", 11);
	memset(&r, 0, sizeof(r));
	(void)multipart_init(&m, TYPE, &l, &calls, &r);
	assert_int_equal(multipart_feed(&m, long_header, 9 + MULTIPART_HEADER_MAX), MULTIPART_OK);
	assert_int_equal(multipart_feed(&m, "x", 1), MULTIPART_HEADER_SIZE);
	free(long_header);
}

/*
 * Nothing is called after a callback has said no, in one feed or in many, and
 * the error stays.
 */
static void
callbacks_stop_it(void **state)
{
	static const size_t sizes[] = { sizeof(hard), 1, 5 };
	struct multipart m;
	struct record r;
	size_t i, at, n;
	int stop, stopped;

	(void)state;
	for (i = 0; i < COUNT(sizes); i++)
		for (stop = 1, stopped = 1; stopped; stop++) {
			memset(&r, 0, sizeof(r));
			r.stop_at = stop;
			(void)multipart_init(&m, TYPE, &limits, &calls, &r);
			for (at = 0; at < sizeof(hard) - 1; at += n) {
				n = sizeof(hard) - 1 - at;
				n = n < sizes[i] ? n : sizes[i];
				(void)multipart_feed(&m, hard + at, n);
			}
			stopped = multipart_end(&m) == MULTIPART_STOPPED;
			assert_int_equal(r.calls, stopped ? stop : stop - 1);
			assert_int_equal(m.error, stopped ? MULTIPART_STOPPED : MULTIPART_OK);
			free(r.bytes);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_cut_in_two_and_in_three),
		cmocka_unit_test(feeds_of_every_size), cmocka_unit_test(every_truncation_is_seen),
		cmocka_unit_test(look_alikes_at_every_edge),
		cmocka_unit_test(files_are_exact_at_every_size),
		cmocka_unit_test(random_round_trips),
		cmocka_unit_test(boundaries_of_the_content_type),
		cmocka_unit_test(longest_boundary), cmocka_unit_test(names_as_browsers_write_them),
		cmocka_unit_test(faults_are_told_apart), cmocka_unit_test(limits_hold_to_the_byte),
		cmocka_unit_test(callbacks_stop_it) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("multipart", tests, NULL, NULL);
}
