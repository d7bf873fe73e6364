/* SPDX-License-Identifier: ISC */
/* How many workers somebody's line may hold, of all and of one account. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "web/holds.h"

enum { HELD = 0, OWN_FULL = 429, ALL_FULL = 503 };

/* As if it were this worker's. */
static int
take(struct holds *holds, unsigned worker, int64_t account)
{
	holds_be(holds, worker);
	return holds_take(holds, account);
}

static void
half_of_the_workers(void **state)
{
	struct holds holds;

	(void)state;
	holds_open(&holds, 8);
	assert_int_equal(take(&holds, 0, 1), HELD);
	assert_int_equal(take(&holds, 1, 1), HELD);
	assert_int_equal(take(&holds, 2, 1), OWN_FULL);
	assert_int_equal(take(&holds, 2, 2), HELD);
	assert_int_equal(take(&holds, 3, 3), HELD);
	assert_int_equal(take(&holds, 4, 4), ALL_FULL);
	assert_int_equal(take(&holds, 3, 3), HELD); /* it has it already */
	holds_release(&holds);
	assert_int_equal(take(&holds, 4, 4), HELD);
	holds_forget(&holds, 0); /* killed */
	assert_int_equal(take(&holds, 5, 1), HELD);
	holds_close(&holds);
}

static void
one_of_a_few(void **state)
{
	struct holds holds;

	(void)state;
	for (unsigned count = 1; count <= 3; count++) {
		holds_open(&holds, count);
		assert_int_equal(take(&holds, 0, 1), HELD);
		if (count > 1) {
			assert_int_equal(take(&holds, 1, 1), OWN_FULL);
			assert_int_equal(take(&holds, 1, 2), ALL_FULL);
		}
		holds_close(&holds);
	}
}

static void
no_table_refuses_nobody(void **state)
{
	struct holds holds;

	(void)state;
	holds_open(&holds, 0);
	for (int64_t account = 1; account < 9; account++)
		assert_int_equal(holds_take(&holds, account), HELD);
	holds_release(&holds);
	holds_close(&holds);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(half_of_the_workers),
		cmocka_unit_test(one_of_a_few),
		cmocka_unit_test(no_table_refuses_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
