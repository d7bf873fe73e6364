/* SPDX-License-Identifier: ISC */
/* The one cookie that we set, among those that others set. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "web/cookie.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
every_header(void **state)
{
	static const struct {
		const char *header;
		enum cookie_result result;
		const char *value;
	} cases[] = {
		{ NULL, COOKIE_ABSENT, NULL },
		{ "", COOKIE_ABSENT, NULL },
		{ ";;; ;", COOKIE_ABSENT, NULL },
		{ "sid", COOKIE_ABSENT, NULL },
		{ "sid ; x=1", COOKIE_ABSENT, NULL },
		{ "SID=a", COOKIE_ABSENT, NULL },
		{ "sid2=a; xsid=b; si=c; d=sid=e", COOKIE_ABSENT, NULL },
		{ "sid =a", COOKIE_ABSENT, NULL },
		{ "sid=", COOKIE_FOUND, "" },
		{ "sid=abc", COOKIE_FOUND, "abc" },
		{ "  sid=abc  ", COOKIE_FOUND, "abc" },
		{ "a=1; sid=abc", COOKIE_FOUND, "abc" },
		{ "a=1;sid=abc;b=2", COOKIE_FOUND, "abc" },
		{ "a=1;\tsid=abc\t; b=2", COOKIE_FOUND, "abc" },
		{ "sid=a=b==", COOKIE_FOUND, "a=b==" },
		{ "sid=!#$%&'()*+-./:<=>?@[]^_`{|}~", COOKIE_FOUND,
		    "!#$%&'()*+-./:<=>?@[]^_`{|}~" },
		/* What others set is not ours to judge. */
		{ "x=\"a b\xe9\"; sid=abc; y=,\\", COOKIE_FOUND, "abc" },
		{ "sid=a; sid=b", COOKIE_DUPLICATE, NULL },
		{ "sid=a; x=1; sid=a", COOKIE_DUPLICATE, NULL },
		{ "sid=;sid=", COOKIE_DUPLICATE, NULL },
		{ "sid=a b", COOKIE_MALFORMED, NULL },
		{ "sid=\"a\"", COOKIE_MALFORMED, NULL },
		{ "sid=a,b", COOKIE_MALFORMED, NULL },
		{ "sid=a\\b", COOKIE_MALFORMED, NULL },
		{ "sid=a\x7f", COOKIE_MALFORMED, NULL },
		{ "sid=a\x1f", COOKIE_MALFORMED, NULL },
		{ "sid=\xc3\xa9", COOKIE_MALFORMED, NULL },
	};
	const char *value;
	char *header;
	size_t i, len;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		header = NULL;
		if (cases[i].header != NULL) {
			header = malloc(strlen(cases[i].header) + 1);
			assert_non_null(header);
			memcpy(header, cases[i].header, strlen(cases[i].header) + 1);
		}
		if (cookie_find(header, "sid", &value, &len) != cases[i].result)
			fail_msg("case %zu: %s", i, cases[i].header);
		if (cases[i].value == NULL) {
			assert_null(value);
			assert_int_equal(len, 0);
		} else {
			assert_int_equal(len, strlen(cases[i].value));
			assert_memory_equal(value, cases[i].value, len);
		}
		free(header);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_header) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("cookie", tests, NULL, NULL);
}
