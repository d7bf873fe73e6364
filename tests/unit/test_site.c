/* SPDX-License-Identifier: ISC */
/* The host that a request names, and the page that it came from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "web/site.h"

static void
hosts(void **state)
{
	static const struct {
		const char *address, *host;
		bool own;
	} cases[] = {
		{ "https://matang.example.go.id", "matang.example.go.id", true },
		{ "https://matang.example.go.id", "Matang.Example.GO.ID", true },
		{ "https://matang.example.go.id", "matang.example.go.id:443", true },
		{ "https://matang.example.go.id:443", "matang.example.go.id", true },
		{ "https://matang.example.go.id", "", true },
		{ "https://matang.example.go.id", "matang.example.go.id:80", false },
		{ "https://matang.example.go.id", "matang.example.go.id.", false },
		{ "https://matang.example.go.id", "matang.example.go.id.evil.id", false },
		{ "https://matang.example.go.id", "evil.id", false },
		{ "https://matang.example.go.id", "xmatang.example.go.id", false },
		{ "https://matang.example.go.id", "matang.example.go.i", false },
		{ "http://127.0.0.1:8080", "127.0.0.1:8080", true },
		{ "http://127.0.0.1:8080", "127.0.0.1", false },
		{ "http://127.0.0.1", "127.0.0.1:80", true },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		const struct request request = { .host = cases[at].host };

		if (site_is_host(cases[at].address, &request) != cases[at].own)
			fail_msg("%s %s", cases[at].address, cases[at].host);
	}
}

static void
origins(void **state)
{
	static const struct {
		const char *origin, *fetch_site;
		bool own;
	} cases[] = {
		{ "https://matang.example.go.id", "same-origin", true },
		{ "https://matang.example.go.id:443", "", true },
		{ "HTTPS://MATANG.example.go.id", "", true },
		{ "https://matang.example.go.id", "cross-site", false },
		{ "http://matang.example.go.id", "", false },
		{ "https://www.example.go.id", "same-site", false },
		{ "https://example.go.id", "", false },
		{ "https://matang.example.go.id.evil.id", "", false },
		{ "https://matang.example.go.id@evil.id", "", false },
		{ "null", "same-origin", false },
		{ "file://", "", false },
		{ "", "", true },
		{ "", "same-origin", true },
		{ "", "none", true },
		{ "", "same-site", false },
		{ "", "cross-site", false },
		{ "", "anything", false },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		const struct request request = { .origin = cases[at].origin,
			.fetch_site = cases[at].fetch_site };

		if (site_is_origin("https://matang.example.go.id", &request) != cases[at].own)
			fail_msg("%s %s", cases[at].origin, cases[at].fetch_site);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hosts),
		cmocka_unit_test(origins),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("site", tests, NULL, NULL);
}
