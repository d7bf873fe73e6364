/* SPDX-License-Identifier: ISC */
/* What is kept under stamps: by their numbers, within bounds, to the end of a request at least;
 * and that nothing changes what is kept without raising its stamp. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "frame/cache.h"
#include "store/db.h"

static const struct stamps first = { .world = 7, .agency = 3 };

static const char *
keep(struct cache *cache, struct cache_key key, struct stamps stamps, size_t bytes)
{
	struct cache_entry *entry = cache_begin(cache);
	char *value = arena_alloc(cache_arena(entry), bytes);

	memset(value, 'x', bytes - 1);
	cache_keep(cache, entry, key, stamps, value);
	return value;
}

static void
by_stamps(void **state)
{
	struct cache *cache = cache_new(100000);
	struct cache_key key = { CACHE_EVIDENCE, 1, 2 };
	const char *value = keep(cache, key, first, 10);

	(void)state;
	assert_ptr_equal(cache_find(cache, key, first), value);
	assert_null(cache_find(cache, (struct cache_key){ CACHE_EVIDENCE, 1, 3 }, first));
	assert_null(cache_find(cache, (struct cache_key){ CACHE_EVIDENCE, 2, 2 }, first));
	assert_null(cache_find(cache, (struct cache_key){ CACHE_CARRIED, 1, 2 }, first));
	assert_null(cache_find(cache, key, (struct stamps){ .world = 8, .agency = 3 }));
	assert_string_equal(value, "xxxxxxxxx"); /* to the end of the request */
	assert_null(cache_find(cache, key, first));
	keep(cache, key, first, 10);
	assert_null(cache_find(cache, key, (struct stamps){ .world = 7, .agency = 4 }));
	cache_request(cache);
	cache_free(cache);
}

static void
within_bounds(void **state)
{
	struct cache *cache = cache_new(20000);
	struct cache_key words = { CACHE_CRITERIA, 1, 0 };
	const char *pinned = keep(cache, words, first, 5000);
	size_t left = 0;

	(void)state;
	for (int64_t id = 1; id <= 50; id++) {
		keep(cache, (struct cache_key){ CACHE_EVIDENCE, id, 0 }, first, 2000);
		/* The first is asked for again and again. */
		assert_non_null(cache_find(cache, (struct cache_key){ CACHE_EVIDENCE, 1, 0 },
		    first));
		cache_request(cache);
	}
	for (int64_t id = 1; id <= 50; id++)
		left += cache_find(cache, (struct cache_key){ CACHE_EVIDENCE, id, 0 }, first) !=
		    NULL;
	assert_in_range(left, 2, 10);
	assert_null(cache_find(cache, (struct cache_key){ CACHE_EVIDENCE, 2, 0 }, first));
	assert_ptr_equal(cache_find(cache, words, first), pinned);
	cache_free(cache);
}

static void
guesses(void **state)
{
	struct cache *cache = cache_new(1000);

	(void)state;
	assert_int_equal(cache_guess(cache, 5, 6), 0);
	cache_guess_next(cache, 5, 6, 70);
	assert_int_equal(cache_guess(cache, 5, 6), 70);
	assert_int_equal(cache_guess(cache, 6, 5), 0);
	cache_free(cache);
}

/* Before it asks for a connection: there is none here. */
static void
stamps_are_raised(void **state)
{
	char nowhere[] = "/nowhere";
	struct config config = { .db_socket = nowhere };
	struct error_chain causes = { 0 };
	struct arena arena = { 0 };
	struct db *db = db_new(&config);

	(void)state;
	db_attach(db, &arena, &causes);
	assert_int_equal(db_run(db, STATEMENT_HOLIDAY_REMOVE, db_text("2026-12-25"), db_key(0)),
	    DB_FAILED);
	assert_int_equal(db_run(db, STATEMENT_SESSION_END, db_text("")), DB_AWAY);
	assert_false(db_untouched(db));
	db_free(db);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_stamps),
		cmocka_unit_test(within_bounds),
		cmocka_unit_test(guesses),
		cmocka_unit_test(stamps_are_raised),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
