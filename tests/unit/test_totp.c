/* SPDX-License-Identifier: ISC */
/* Codes of the second factor: the vectors of RFC 6238 and of RFC 4648. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "store/totp.h"

/* RFC 6238, appendix B, SHA-1; of its eight digits the last six. */
static const unsigned char secret[TOTP_SECRET + 1] = "12345678901234567890";

static void
codes_of_the_rfc(void **state)
{
	static const struct {
		int64_t seconds;
		const char *code;
	} vectors[] = {
		{ 59, "287082" },
		{ 1111111109, "081804" },
		{ 1111111111, "050471" },
		{ 1234567890, "005924" },
		{ 2000000000, "279037" },
		{ 20000000000, "353130" },
	};
	char code[TOTP_CODE];

	(void)state;
	for (size_t at = 0; at < sizeof(vectors) / sizeof(vectors[0]); at++) {
		totp_code(code, secret, TOTP_SECRET, totp_step(vectors[at].seconds));
		assert_string_equal(code, vectors[at].code);
	}
}

static void
steps_begin_every_thirty_seconds(void **state)
{
	(void)state;
	assert_int_equal(totp_step(0), 0);
	assert_int_equal(totp_step(29), 0);
	assert_int_equal(totp_step(30), 1);
	assert_int_equal(totp_step(1111111109), 37037036);
}

static int64_t
match(int64_t step, int64_t now, int64_t after)
{
	char code[TOTP_CODE];

	totp_code(code, secret, TOTP_SECRET, step);
	return totp_match(code, secret, TOTP_SECRET, now, after);
}

static void
a_code_is_good_for_three_steps(void **state)
{
	(void)state;
	assert_int_equal(match(100, 98, 0), -1);
	assert_int_equal(match(100, 99, 0), 100);
	assert_int_equal(match(100, 100, 0), 100);
	assert_int_equal(match(100, 101, 0), 100);
	assert_int_equal(match(100, 102, 0), -1);
}

static void
a_code_is_good_once(void **state)
{
	(void)state;
	assert_int_equal(match(100, 100, 99), 100);
	assert_int_equal(match(100, 100, 100), -1);
	assert_int_equal(match(100, 100, 101), -1);
}

static void
what_is_typed_may_have_spaces_and_nothing_else(void **state)
{
	int64_t now = totp_step(59);

	(void)state;
	assert_int_equal(totp_match("287 082", secret, TOTP_SECRET, now, 0), now);
	assert_int_equal(totp_match(" 287082 ", secret, TOTP_SECRET, now, 0), now);
	assert_int_equal(totp_match("", secret, TOTP_SECRET, now, 0), -1);
	assert_int_equal(totp_match("28708", secret, TOTP_SECRET, now, 0), -1);
	assert_int_equal(totp_match("2870820", secret, TOTP_SECRET, now, 0), -1);
	assert_int_equal(totp_match("287-082", secret, TOTP_SECRET, now, 0), -1);
}

static void
the_secret_is_written_in_base_32(void **state)
{
	char text[TOTP_TEXT];
	unsigned char ones[TOTP_SECRET];

	(void)state;
	totp_text(text, secret);
	assert_string_equal(text, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	memset(ones, 0xff, sizeof(ones));
	totp_text(text, ones);
	assert_string_equal(text, "77777777777777777777777777777777");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_of_the_rfc),
		cmocka_unit_test(steps_begin_every_thirty_seconds),
		cmocka_unit_test(a_code_is_good_for_three_steps),
		cmocka_unit_test(a_code_is_good_once),
		cmocka_unit_test(what_is_typed_may_have_spaces_and_nothing_else),
		cmocka_unit_test(the_secret_is_written_in_base_32),
	};

	return cmocka_run_group_tests_name("totp", tests, NULL, NULL);
}
