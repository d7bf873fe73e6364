/* SPDX-License-Identifier: ISC */
/* What a careful colleague would say about evidence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/quality.h"

#define FLAG(name) QUALITY_FLAG(QUALITY_##name)

/* A signed PDF of the year, under one criterion: nothing to say. */
static struct document_facts
sound(void)
{
	return (struct document_facts){ .stored = true,
		.signatures = 1,
		.dated = day_of(2026, 3, 2),
		.period_from = DAY_NONE,
		.period_until = DAY_NONE,
		.today = day_of(2026, 11, 22),
		.year = 2026,
		.linkable = true,
		.criteria = 1,
		.variables = 1 };
}

static void
nothing_to_say(void **state)
{
	struct document_facts facts = sound();

	(void)state;
	assert_int_equal(quality_of_document(&facts), 0);
	facts.needs_signature = true;
	assert_int_equal(quality_of_document(&facts), 0);
	facts = (struct document_facts){ .dated = DAY_NONE,
		.period_from = DAY_NONE,
		.period_until = DAY_NONE };
	assert_int_equal(quality_of_document(&facts), 0);
}

static void
addresses_elsewhere(void **state)
{
	struct document_facts facts = sound();

	(void)state;
	facts.outside = true;
	assert_int_equal(quality_of_document(&facts), 0);
	/* first the file, then what is wrong with it */
	facts.stored = false;
	facts.needs_signature = true;
	facts.signatures = 0;
	facts.twin = true;
	assert_int_equal(quality_of_document(&facts), FLAG(OUTSIDE));
}

static void
signatures(void **state)
{
	struct document_facts facts = sound();

	(void)state;
	facts.signatures = 0;
	assert_int_equal(quality_of_document(&facts), 0);
	facts.needs_signature = true;
	assert_int_equal(quality_of_document(&facts), FLAG(UNSIGNED));
	facts.signed_by_hand = true;
	assert_int_equal(quality_of_document(&facts), 0);
	facts.signed_by_hand = false;
	facts.signatures = 2;
	assert_int_equal(quality_of_document(&facts), 0);
}

static unsigned
of_time(int32_t dated, int32_t from, int32_t until, int year, int32_t today)
{
	struct document_facts facts = sound();

	facts.dated = dated;
	facts.period_from = from;
	facts.period_until = until;
	facts.expires = quality_expires("sertifikat");
	facts.year = year;
	facts.today = today;
	return quality_of_document(&facts);
}

static void
periods(void **state)
{
	int32_t today = day_of(2026, 11, 22), old = day_of(2021, 5, 5);
	struct document_facts facts;

	(void)state;
	/* the last day is within */
	assert_int_equal(of_time(old, DAY_NONE, today, 2026, today), 0);
	assert_int_equal(of_time(old, DAY_NONE, today - 1, 2026, today), FLAG(PERIOD_OVER));
	/* an earlier year is judged as it then was */
	assert_int_equal(of_time(old, DAY_NONE, day_of(2024, 12, 31), 2024, today), 0);
	assert_int_equal(of_time(old, DAY_NONE, day_of(2024, 12, 30), 2024, today),
	    FLAG(PERIOD_OVER));
	/* without a cycle, today */
	assert_int_equal(of_time(old, DAY_NONE, today - 1, 0, today), FLAG(PERIOD_OVER));
	assert_int_equal(of_time(old, DAY_NONE, today, 0, today), 0);
	/* what a report tells of may be over, but not before the year */
	facts = sound();
	facts.expires = quality_expires("laporan");
	facts.period_until = day_of(2026, 1, 1);
	assert_int_equal(quality_of_document(&facts), 0);
	facts.period_until--;
	assert_int_equal(quality_of_document(&facts), FLAG(PERIOD_OVER));
	facts.year = 0;
	assert_int_equal(quality_of_document(&facts), 0);
	/* a period that is still open, and one that has not begun */
	assert_int_equal(of_time(old, old, DAY_NONE, 2026, today), 0);
	assert_int_equal(of_time(today, day_of(2026, 12, 31), DAY_NONE, 2026, today), 0);
	assert_int_equal(of_time(today, day_of(2027, 1, 1), day_of(2027, 12, 31), 2026, today),
	    FLAG(OTHER_YEAR));
}

static void
years(void **state)
{
	int32_t today = day_of(2026, 11, 22);

	(void)state;
	assert_int_equal(of_time(day_of(2026, 1, 1), DAY_NONE, DAY_NONE, 2026, today), 0);
	assert_int_equal(of_time(day_of(2025, 12, 31), DAY_NONE, DAY_NONE, 2026, today),
	    FLAG(OTHER_YEAR));
	assert_int_equal(of_time(day_of(2027, 1, 1), DAY_NONE, DAY_NONE, 2026, today),
	    FLAG(OTHER_YEAR));
	assert_int_equal(of_time(day_of(2025, 12, 31), DAY_NONE, DAY_NONE, 0, today), 0);
	assert_int_equal(of_time(DAY_NONE, DAY_NONE, DAY_NONE, 2026, today), 0);
}

static void
files(void **state)
{
	struct document_facts facts = sound();

	(void)state;
	facts.findings = findings_of("locked");
	assert_int_equal(quality_of_document(&facts), FLAG(LOCKED));
	facts.findings = findings_of("javascript,external");
	assert_int_equal(quality_of_document(&facts), FLAG(ACTIVE));
	facts.findings = findings_of("encrypted,external,nonsense,");
	assert_int_equal(quality_of_document(&facts), 0);
	facts.findings = findings_of("mended,unreadable,macros");
	assert_int_equal(quality_of_document(&facts), FLAG(LOCKED) | FLAG(ACTIVE));
	facts.findings = 0;
	facts.infected = true;
	facts.twin = true;
	assert_int_equal(quality_of_document(&facts), FLAG(INFECTED) | FLAG(TWIN));
	assert_int_equal(findings_of(""), 0);
	assert_int_equal(findings_of("launch,embedded"), FOUND_LAUNCH | FOUND_EMBEDDED);
	assert_int_equal(findings_of("launches"), 0);
}

static void
use(void **state)
{
	struct document_facts facts = sound();

	(void)state;
	facts.variables = facts.variables_max = 4;
	assert_int_equal(quality_of_document(&facts), 0);
	facts.variables++;
	assert_int_equal(quality_of_document(&facts), FLAG(EVERYWHERE));
	facts.variables_max = 11;
	assert_int_equal(quality_of_document(&facts), 0);
	facts.criteria = facts.variables = 0;
	assert_int_equal(quality_of_document(&facts), FLAG(UNUSED));
	facts.linkable = false;
	assert_int_equal(quality_of_document(&facts), 0);
}

static unsigned
of_answer(int level, size_t stored, size_t outside, size_t overdue)
{
	return quality_of_answer(&(struct answer_facts){ level, stored, outside, overdue });
}

static void
answers(void **state)
{
	(void)state;
	assert_int_equal(of_answer(0, 0, 0, 0), 0);
	assert_int_equal(of_answer(1, 0, 0, 0), 0);
	assert_int_equal(of_answer(2, 0, 0, 0), FLAG(BARE));
	assert_int_equal(of_answer(2, 0, 3, 0), FLAG(OUTSIDE));
	assert_int_equal(of_answer(5, 1, 3, 0), 0);
	assert_int_equal(of_answer(0, 0, 0, 1), FLAG(OVERDUE));
	assert_int_equal(of_answer(3, 0, 0, 2), FLAG(BARE) | FLAG(OVERDUE));
}

static void
every_flag_has_its_words(void **state)
{
	(void)state;
	for (int flag = 0; flag < QUALITIES; flag++) {
		assert_string_not_equal(quality_code(flag), "");
		for (int other = 0; other < flag; other++)
			assert_string_not_equal(quality_code(flag), quality_code(other));
		/* in order, the worst first */
		if (flag > 0)
			assert_true(quality_severity(flag) <= quality_severity(flag - 1));
		assert_int_equal(quality_worst(QUALITY_FLAG(flag)), quality_severity(flag));
	}
	assert_int_equal(quality_worst(0), SEVERITY_NOTE);
	assert_int_equal(quality_worst(FLAG(TWIN) | FLAG(OUTSIDE)), SEVERITY_WARNING);
	assert_int_equal(quality_remedy(QUALITY_UNSIGNED), REMEDY_DETAILS);
	assert_string_equal(severity_code(SEVERITY_DANGER), "danger");
	assert_string_equal(quality_code(QUALITIES), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(nothing_to_say),
		cmocka_unit_test(addresses_elsewhere), cmocka_unit_test(signatures),
		cmocka_unit_test(periods), cmocka_unit_test(years), cmocka_unit_test(files),
		cmocka_unit_test(use), cmocka_unit_test(answers),
		cmocka_unit_test(every_flag_has_its_words) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("quality", tests, NULL, NULL);
}
