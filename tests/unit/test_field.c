/* SPDX-License-Identifier: ISC */
/* What a value has to be like: telephone numbers as people write them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/field.h"

static void
test_phone_digits(void **state)
{
	(void)state;
	assert_int_equal(phone_digits("0812-3456-7890"), 12);
	assert_int_equal(phone_digits("+62 (542) 123.456"), 11);
	assert_int_equal(phone_digits("0812 ext 4"), 0);
	assert_int_equal(phone_digits("62+812"), 0);
	assert_int_equal(phone_digits(""), 0);
}

static void
test_phone_whatsapp(void **state)
{
	static const struct {
		const char *text, *digits; /* NULL: has to be called */
	} numbers[] = {
		{ "0812-3456-7890", "6281234567890" },
		{ "+62 812 3456 7890", "6281234567890" },
		{ "6281234567890", "6281234567890" },
		/* Of ten digits with its 0: for some libraries a landline, 0628. */
		{ "62811101234", "62811101234" },
		{ "0811 10 1234", "62811101234" },
		{ "+62 0812 3456 7890", "6281234567890" },
		{ "+62 (0)812-3456-7890", "6281234567890" },
		{ "81234567890", "6281234567890" },
		{ "0628 1110 1234", NULL },
		{ "830 1234", NULL },
		{ "+65 8123 4567 890", NULL },
		{ "(0542) 123456", NULL },
		{ "08123", NULL },
		{ "+1 812 345 6789 01", NULL },
		{ "081234567890123456789", NULL },
		{ "0812 atau 0813", NULL },
	};
	char digits[PHONE_ROOM];

	(void)state;
	for (size_t at = 0; at < sizeof(numbers) / sizeof(numbers[0]); at++) {
		assert_int_equal(phone_whatsapp(numbers[at].text, digits),
		    numbers[at].digits != NULL);
		if (numbers[at].digits != NULL)
			assert_string_equal(digits, numbers[at].digits);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_phone_digits),
		cmocka_unit_test(test_phone_whatsapp),
	};

	return cmocka_run_group_tests_name("rules/field", tests, NULL, NULL);
}
