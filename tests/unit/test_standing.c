/* SPDX-License-Identifier: ISC */
/* Why a level stands and no higher one does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/score.h"
#include "rules/standing.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
why_it_stands(void **state)
{
	static const struct {
		int level, claimed, supported;
		enum standing standing;
		const char *code;
	} by_hand[] = {
		{ LEVEL_ABSENT, 3, 5, STANDING_OPEN, "open" },
		{ 5, 5, 5, STANDING_TOP, "top" },
		{ 5, 5, 3, STANDING_ABOVE, "above" },
		{ 4, LEVEL_ABSENT, 2, STANDING_ABOVE, "above" },
		{ 3, 5, 3, STANDING_DOCUMENTS, "documents" },
		{ 3, 3, 3, STANDING_DOCUMENTS, "documents" },
		/* no lower one can be given: the lowest is above nothing */
		{ 1, 1, 0, STANDING_DOCUMENTS, "documents" },
		{ 2, 2, 3, STANDING_CLAIMED, "claimed" },
		{ 3, 2, 5, STANDING_CLAIMED, "claimed" },
		{ 3, 5, 4, STANDING_JUDGED, "judged" },
	};

	(void)state;
	for (size_t at = 0; at < COUNT(by_hand); at++) {
		enum standing found = standing_of(by_hand[at].level, by_hand[at].claimed,
		    by_hand[at].supported);

		assert_int_equal(found, by_hand[at].standing);
		assert_string_equal(standing_code(found), by_hand[at].code);
	}
}

static void
documents_of_a_level(void **state)
{
	static const struct item items[] = {
		{ 2, true, ITEM_ACCEPTED },
		{ 2, true, ITEM_PRESENT },
		{ 2, false, ITEM_ACCEPTED },
		{ 2, true, ITEM_REJECTED },
		{ 3, true, ITEM_ABSENT },
		{ 3, true, ITEM_OUTSIDE },
		{ 5, false, ITEM_ABSENT },
	};
	struct level_count two = level_count(items, COUNT(items), VIEW_VERIFIER, 2);
	struct level_count own = level_count(items, COUNT(items), VIEW_SELF, 2);
	struct level_count three = level_count(items, COUNT(items), VIEW_SELF, 3);

	(void)state;
	assert_int_equal(two.asked, 3);
	assert_int_equal(two.counted, 1);
	assert_int_equal(own.counted, 2);
	assert_int_equal(three.asked, 2);
	assert_int_equal(three.counted, 0);
	/* what nobody has to have is not asked for */
	assert_int_equal(level_count(items, COUNT(items), VIEW_SELF, 5).asked, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(why_it_stands),
		cmocka_unit_test(documents_of_a_level),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
