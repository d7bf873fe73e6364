/* SPDX-License-Identifier: ISC */
/* What counts as one place: nobody is another one by changing what is his to change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/network.h"

static void
network_every_kind(void **state)
{
	static const struct {
		const char *address, *network;
	} cases[] = {
		{ "192.0.2.7", "192.0.2.7" },
		{ "::ffff:192.0.2.7", "192.0.2.7" },
		{ "2001:db8:1:2::1", "2001:db8:1:2::/64" },
		{ "2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64" },
		{ "2001:db8:1:3::1", "2001:db8:1:3::/64" },
		{ "::1", "::/64" },
		{ "", "" },
		{ "unix:", "unix:" },
		{ "fe80::1%eth0", "fe80::1%eth0" },
	};
	struct arena arena;

	(void)state;
	arena = (struct arena){ 0 };
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++)
		assert_string_equal(network_of(&arena, cases[at].address), cases[at].network);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(network_every_kind) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
