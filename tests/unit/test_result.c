/* SPDX-License-Identifier: ISC */
/* What becomes of a result of the store: many rows are no status. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "frame/context.h"

static int
setup(void **state)
{
	static const struct config config;
	static struct context context;

	context.db = db_new(&config);
	*state = &context;
	return 0;
}

static int
teardown(void **state)
{
	struct context *context = *state;

	db_free(context->db);
	return 0;
}

static void
rows_are_good(void **state)
{
	static const int counts[] = { 0, 1, 399, 400, 401, 403, 404, 409, 413, 422, 500, 503, 599,
		600, 1000000 };

	for (size_t at = 0; at < sizeof(counts) / sizeof(counts[0]); at++) {
		assert_int_equal(context_status(*state, counts[at]), 0);
		assert_int_equal(db_stopped(((struct context *)*state)->db, counts[at]), 0);
	}
}

static void
errors_have_a_status(void **state)
{
	assert_int_equal(context_status(*state, DB_AWAY), 503);
	assert_int_equal(context_status(*state, DB_BUSY), 503);
	assert_int_equal(context_status(*state, DB_DUPLICATE), 409);
	assert_int_equal(context_status(*state, DB_REFUSED), 409);
	assert_int_equal(context_status(*state, DB_FAILED), 500);
}

static void
stopped_work_says_why(void **state)
{
	struct context *context = *state;
	static const int whys[] = { 404, 409, 413, 422 };

	for (size_t at = 0; at < sizeof(whys) / sizeof(whys[0]); at++) {
		int result = db_stop(context->db, whys[at]);

		assert_int_equal(result, DB_STOPPED);
		assert_int_equal(db_stopped(context->db, result), whys[at]);
		assert_int_equal(context_status(context, result), whys[at]);
		/* Of another result it says nothing. */
		assert_int_equal(db_stopped(context->db, whys[at]), 0);
		assert_int_equal(db_stopped(context->db, DB_DUPLICATE), 0);
	}
	assert_int_equal(db_stop(context->db, 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_are_good, setup, teardown),
		cmocka_unit_test_setup_teardown(errors_have_a_status, setup, teardown),
		cmocka_unit_test_setup_teardown(stopped_work_says_why, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
