/* SPDX-License-Identifier: ISC */
/*
 * Form fields and query strings: what browsers send comes out exact, what they
 * never send is refused.  With it UTF-8 itself, over every code point.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "web/urlencoded.h"
#include "base/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct record {
	char text[4096];
	size_t n;
	int calls, stop_at;
};

static int
on_pair(void *arg, char *name, size_t name_len, char *value, size_t value_len)
{
	struct record *r = arg;

	assert_int_equal(strlen(name), name_len);
	assert_int_equal(strlen(value), value_len);
	assert_true(r->n + name_len + value_len + 4 < sizeof(r->text));
	r->n += (size_t)snprintf(r->text + r->n, sizeof(r->text) - r->n, "[%s=%s]", name, value);
	return ++r->calls == r->stop_at;
}

/* Parse a copy that is just as large as the contract says. */
static enum urlencoded_error
parse(struct record *r, const char *text, size_t n, size_t max_pairs)
{
	enum urlencoded_error error;
	char *copy = malloc(n + 1);

	assert_non_null(copy);
	memcpy(copy, text, n);
	copy[n] = 'x';
	r->n = 0;
	r->text[0] = '\0';
	r->calls = 0;
	error = urlencoded_parse(copy, n, max_pairs, on_pair, r);
	free(copy);
	return error;
}

static void
pairs_come_out_exact(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ "&&&", "" },
		{ "a=b", "[a=b]" },
		{ "a=b&c=d&a=e", "[a=b][c=d][a=e]" },
		{ "a", "[a=]" },
		{ "a=", "[a=]" },
		{ "=a", "[=a]" },
		{ "a=b=c", "[a=b=c]" },
		{ "&a=b&&c&", "[a=b][c=]" },
		{ "nama+lengkap=Siti+%28contoh%29", "[nama lengkap=Siti (contoh)]" },
		{ "a=%26%3d%2B%25", "[a=&=+%]" },
		{ "t=satu%0D%0Adua%09%0atiga", "[t=satu\r\ndua\t\ntiga]" },
		{ "%C3%A9=%E2%80%93%F0%9F%8C%BE", "[\xc3\xa9=\xe2\x80\x93\xf0\x9f\x8c\xbe]" },
		{ "a=\xc3\xa9", "[a=\xc3\xa9]" },
		{ "a=\xc3%A9", "[a=\xc3\xa9]" },
		{ "a=%EF%BF%BD%F4%8F%BF%BD", "[a=\xef\xbf\xbd\xf4\x8f\xbf\xbd]" },
		{ "a=b;c=d", "[a=b;c=d]" },
	};
	struct record r = { .stop_at = 0 };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		assert_int_equal(parse(&r, cases[i].in, strlen(cases[i].in), 10), URLENCODED_OK);
		assert_string_equal(r.text, cases[i].out);
	}
}

static void
faults_are_told_apart(void **state)
{
	static const struct {
		const char *in;
		size_t n;
		enum urlencoded_error error;
	} cases[] = {
#define CASE(text, error) { text, sizeof(text) - 1, error }
		CASE("a=%", URLENCODED_ESCAPE),
		CASE("a=%2", URLENCODED_ESCAPE),
		CASE("a=%&b=2", URLENCODED_ESCAPE),
		CASE("a=%2&b=2", URLENCODED_ESCAPE),
		CASE("a%2=x", URLENCODED_ESCAPE),
		CASE("a=%zz", URLENCODED_ESCAPE),
		CASE("a=%2g", URLENCODED_ESCAPE),
		CASE("a=%-1", URLENCODED_ESCAPE),
		CASE("a=%u00e9", URLENCODED_ESCAPE),
		CASE("a=%00", URLENCODED_NUL),
		CASE("a=b%00c", URLENCODED_NUL),
		CASE("a%00=b", URLENCODED_NUL),
		CASE("a=b\0c", URLENCODED_NUL),
		CASE("\0", URLENCODED_NUL),
		CASE("a=%FF", URLENCODED_UTF8),
		CASE("a=%C3", URLENCODED_UTF8),
		CASE("%C3=%A9", URLENCODED_UTF8),
		CASE("a=%C0%AF", URLENCODED_UTF8),
		CASE("a=%E0%80%AF", URLENCODED_UTF8),
		CASE("a=%ED%A0%80", URLENCODED_UTF8),
		CASE("a=%F4%90%80%80", URLENCODED_UTF8),
		CASE("a=\xe9", URLENCODED_UTF8),
		CASE("a=%01", URLENCODED_CONTROL),
		CASE("a=%0B", URLENCODED_CONTROL),
		CASE("a=%1B%5B2J", URLENCODED_CONTROL),
		CASE("a=%7F", URLENCODED_CONTROL),
		CASE("a=%C2%85", URLENCODED_CONTROL),
		CASE("a%0A=b", URLENCODED_CONTROL),
		CASE("a%09=b", URLENCODED_CONTROL),
#undef CASE
	};
	struct record r = { .stop_at = 0 };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		if (parse(&r, cases[i].in, cases[i].n, 10) != cases[i].error)
			fail_msg("case %zu: %s", i, cases[i].in);
}

static void
pairs_are_limited(void **state)
{
	struct record r = { .stop_at = 0 };

	(void)state;
	assert_int_equal(parse(&r, "a&b&c", 5, 3), URLENCODED_OK);
	assert_int_equal(parse(&r, "a&b&c&", 6, 3), URLENCODED_OK);
	assert_int_equal(parse(&r, "a&b&c&d", 7, 3), URLENCODED_PAIRS);
	assert_string_equal(r.text, "[a=][b=][c=]");
	assert_int_equal(parse(&r, "", 0, 0), URLENCODED_OK);
	assert_int_equal(parse(&r, "a", 1, 0), URLENCODED_PAIRS);
}

static void
the_callback_stops_it(void **state)
{
	struct record r = { .stop_at = 2 };

	(void)state;
	assert_int_equal(parse(&r, "a&b&c=%", 7, 10), URLENCODED_STOPPED);
	assert_int_equal(r.calls, 2);
}

/* Any text comes back, whichever of its bytes the sender chose to escape. */
static void
random_round_trips(void **state)
{
	static const char *characters[] = { "a", "Z", "0", " ", "&", "=", "+", "%", "\r\n", "\t",
		";", "\"", "<", "\xc3\xa9", "\xe2\x80\x93", "\xf0\x9f\x8c\xbe", "~" };
	static const char hex[] = "0123456789abcdef";
	char in[2048], out[1024];
	const char *c;
	struct record r = { .stop_at = 0 };
	uint64_t seed = 11;
	size_t n, m, k;
	int trip;

	(void)state;
	for (trip = 0; trip < 10000; trip++) {
		n = m = 0;
		memcpy(in, "t=", 2);
		n = 2;
		memcpy(out, "[t=", 3);
		m = 3;
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		for (k = seed >> 33 & 63; k > 0; k--) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			for (c = characters[(seed >> 40) % COUNT(characters)]; *c != '\0'; c++) {
				out[m++] = *c;
				if (*c == ' ' && (seed >> 33 & 1) != 0)
					in[n++] = '+';
				else if (strchr("&+%", *c) != NULL || (seed >> 34 & 1) != 0) {
					in[n++] = '%';
					in[n++] = hex[(unsigned char)*c >> 4];
					in[n++] = hex[(unsigned char)*c & 15];
				} else
					in[n++] = *c;
			}
		}
		out[m++] = ']';
		out[m] = '\0';
		assert_int_equal(parse(&r, in, n, 1), URLENCODED_OK);
		assert_string_equal(r.text, out);
	}
}

/* Write a code point in `len` bytes, whether it should be or not. */
static void
encode(char *s, uint32_t cp, int len)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	int i;

	if (len == 1) {
		s[0] = (char)cp;
		return;
	}
	for (i = len - 1; i > 0; i--) {
		s[i] = (char)(0x80 | (cp & 0x3f));
		cp >>= 6;
	}
	s[0] = (char)(lead[len] | cp);
}

static void
utf8_over_every_code_point(void **state)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	static const uint32_t bits[] = { 0, 7, 11, 16, 21 };
	enum utf8_fault want;
	uint32_t cp;
	char s[4];
	int len;

	(void)state;
	for (len = 1; len <= 4; len++)
		for (cp = 0; cp < 1u << bits[len]; cp++) {
			encode(s, cp, len);
			if (cp < least[len] || cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
				want = UTF8_INVALID;
			else if (cp == 0)
				want = UTF8_NUL;
			else if (cp < 0x20 || (cp >= 0x7f && cp <= 0x9f) ||
			    (cp >= 0xfdd0 && cp <= 0xfdef) || cp % 0x10000 >= 0xfffe)
				want = UTF8_CONTROL;
			else
				want = UTF8_OK;
			if (utf8_text(s, (size_t)len, false) != want)
				fail_msg("U+%04X in %d bytes", cp, len);
			if (len > 1 && utf8_text(s, (size_t)len - 1, false) != UTF8_INVALID)
				fail_msg("U+%04X cut", cp);
		}
	assert_int_equal(utf8_text("\t\r\n", 3, true), UTF8_OK);
	assert_int_equal(utf8_text("\t\r\n\f", 4, true), UTF8_CONTROL);
	assert_int_equal(utf8_text("\x80", 1, true), UTF8_INVALID);
	assert_int_equal(utf8_text("\xc3(", 2, true), UTF8_INVALID);
	assert_int_equal(utf8_text("\xe2\x80(", 3, true), UTF8_INVALID);
	assert_int_equal(utf8_text("\xf0\x9f\x8c\xc3", 4, true), UTF8_INVALID);
	assert_int_equal(utf8_text("\xf8\x88\x80\x80\x80", 5, true), UTF8_INVALID);
	assert_int_equal(utf8_text(NULL, 0, true), UTF8_OK);
}

static int
keep_pair(void *arg, char *name, size_t name_len, char *value, size_t value_len)
{
	(void)name;
	(void)name_len;
	memcpy(arg, value, value_len + 1);
	return 0;
}

/* What people paste holds controls; names never do. */
static void
values_that_were_pasted(void **state)
{
	static const struct {
		const char *pasted, *meant;
	} cases[] = {
		{ "satu\vdua\ftiga\xc2\x85"
		  "empat",
		    "satu\ndua\ntiga\nempat" },
		{ "non\x1e"
		  "break\x1fing sel\x07sel\x1c"
		  "baris",
		    "non-breaking sel\tsel\nbaris" },
		{ "\xc2\x93kutip\xc2\x94 \xc2\x96 \xc2\x80",
		    "\xe2\x80\x9ckutip\xe2\x80\x9d \xe2\x80\x93 \xe2\x82\xac" },
		{ "\x01\x02\x1b[2Ja\x7f\xc2\x81", "[2Ja" },
		{ "\xc2\x83", "\xc6\x92" },
		{ "a\xef\xbf\xbe"
		  "b\xef\xb7\x90"
		  "c\xf0\x9f\xbf\xbf"
		  "d\xf4\x8f\xbf\xbf\xef\xbf\xbd",
		    "abcd\xef\xbf\xbd" },
		{ "a\tb\r\nc \xe2\x80\xa8 \xf0\x9f\x98\x80",
		    "a\tb\r\nc \xe2\x80\xa8 \xf0\x9f\x98\x80" },
	};
	char out[200], typed[16] = "a=%0B%C2%85", name[16] = "a%0B=b", nul[16] = "a=%0B%00";
	char bad[16] = "a=%0B%FF";

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t n = strlen(cases[i].pasted);

		assert_int_equal(utf8_mend(out, cases[i].pasted, n), strlen(cases[i].meant));
		assert_string_equal(out, cases[i].meant);
		assert_int_equal(utf8_text(out, strlen(out), true), UTF8_OK);
	}
	assert_true(utf8_mend(out, "\v\xff", 2) == SIZE_MAX);
	assert_true(utf8_mend(out, "\v\0", 2) == SIZE_MAX);
	assert_int_equal(urlencoded_parse_typed(typed, strlen(typed), 9, keep_pair, out),
	    URLENCODED_OK);
	assert_string_equal(out, "\v\xc2\x85");
	assert_int_equal(urlencoded_parse_typed(name, strlen(name), 9, keep_pair, out),
	    URLENCODED_CONTROL);
	/* the first fault alone is told: the rest is found by who mends */
	assert_int_equal(urlencoded_parse_typed(nul, strlen(nul), 9, keep_pair, out),
	    URLENCODED_OK);
	assert_int_equal(urlencoded_parse_typed(bad, strlen(bad), 9, keep_pair, out),
	    URLENCODED_OK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(values_that_were_pasted),
		cmocka_unit_test(pairs_come_out_exact), cmocka_unit_test(faults_are_told_apart),
		cmocka_unit_test(pairs_are_limited), cmocka_unit_test(the_callback_stops_it),
		cmocka_unit_test(random_round_trips),
		cmocka_unit_test(utf8_over_every_code_point) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("urlencoded", tests, NULL, NULL);
}
