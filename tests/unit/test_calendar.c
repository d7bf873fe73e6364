/* SPDX-License-Identifier: ISC */
/*
 * The working-day clock, with the holidays and the joint leave of 2026 as
 * shipped; run at the root of the tree.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/calendar.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int32_t holidays[64];
static struct calendar five = { .week = WEEK_FIVE, .holidays = holidays };
static struct calendar six = { .week = WEEK_SIX, .holidays = holidays };

/* The holidays of 2026 from the shipped table, and New Year's Day of 2027. */
static int
read_holidays(void **state)
{
	char line[128];
	size_t count = 0;
	FILE *file = fopen("sql/reference/holidays-2026.csv", "r");

	(void)state;
	if (file == NULL || fgets(line, sizeof(line), file) == NULL)
		return -1;
	while (fgets(line, sizeof(line), file) != NULL) {
		line[10] = '\0';
		holidays[count++] = day_parse(line);
	}
	fclose(file);
	holidays[count++] = day_of(2027, 1, 1);
	five.holiday_count = six.holiday_count = count;
	return count == 26 ? 0 : -1;
}

static int32_t
on(const char *text)
{
	int32_t day = day_parse(text);

	assert_int_not_equal(day, DAY_NONE);
	return day;
}

static void
same_day(int32_t day, const char *expected)
{
	char text[DAY_TEXT];

	assert_string_equal(day_format(text, day), expected);
}

static void
known_days(void **state)
{
	static const struct {
		const char *text;
		int32_t day;
		int weekday;
	} expected[] = { { "0001-01-01", -719162, 1 }, { "1600-02-29", -135081, 2 },
		{ "1900-03-01", -25508, 4 }, { "1969-12-31", -1, 3 }, { "1970-01-01", 0, 4 },
		{ "2000-02-29", 11016, 2 }, { "2024-02-29", 19782, 4 }, { "2026-03-21", 20533, 6 },
		{ "9999-12-31", 2932896, 5 } };

	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++) {
		assert_int_equal(day_parse(expected[i].text), expected[i].day);
		assert_int_equal(day_weekday(expected[i].day), expected[i].weekday);
		same_day(expected[i].day, expected[i].text);
	}
}

/* Counts on from the first day as one does with a pencil. */
static void
every_day_of_ten_thousand_years(void **state)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int32_t day = -719162;
	int weekday = 1;

	(void)state;
	for (int year = 1; year <= 9999; year++) {
		bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

		for (int month = 1; month <= 12; month++) {
			int last = lengths[month - 1] + (month == 2 && leap);

			for (int d = 1; d <= last; d++, day++) {
				struct date date = day_date(day);

				if (day_of(year, month, d) != day || date.year != year ||
				    date.month != month || date.day != d ||
				    day_weekday(day) != weekday)
					fail_msg("%d-%d-%d", year, month, d);
				weekday = weekday % 7 + 1;
			}
			if (day_of(year, month, last + 1) != DAY_NONE)
				fail_msg("%d-%d-%d", year, month, last + 1);
		}
	}
	assert_int_equal(day, 2932897);
}

static void
no_such_day(void **state)
{
	static const char *const wrong[] = { "", "2026", "2026-1-01", "2026-01-1", "2026-01-001",
		"26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-13-01", "2026-00-01",
		"2026-01-00", "2026-01-32", "2026-02-29", "1900-02-29", "2026-04-31", "0000-01-01",
		"2026-0a-01", "2026-1/-01", "2026-01/01", "-026-01-01", "+026-01-01", "2026-01-0x",
		"2026-01-01T00:00", "２０２６-01-01" };
	char text[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_int_equal(day_parse(wrong[i]), DAY_NONE);
	assert_int_equal(day_parse(NULL), DAY_NONE);
	assert_int_equal(day_of(10000, 1, 1), DAY_NONE);
	assert_int_equal(day_of(2026, -1, 1), DAY_NONE);
	assert_string_equal(day_format(text, DAY_NONE), "");
	assert_string_equal(day_format(text, 2932897), "");
	assert_int_equal(day_date(-719163).year, 0);
	/* a weekday all the same: Mondays go on without us */
	assert_int_equal(day_weekday(2932897), 6);
	assert_in_range(day_weekday(INT32_MIN), 1, 7);
	assert_in_range(day_weekday(INT32_MAX), 1, 7);
}

static void
working_days_of_2026(void **state)
{
	int count_five = 0, count_six = 0;

	(void)state;
	for (int32_t day = on("2026-01-01"); day <= on("2026-12-31"); day++) {
		count_five += working_day(&five, day);
		count_six += working_day(&six, day);
	}
	assert_int_equal(count_five, 240);
	assert_int_equal(count_six, 291);

	assert_false(working_day(&five, on("2026-03-14"))); /* Saturday */
	assert_true(working_day(&six, on("2026-03-14")));
	assert_false(working_day(&six, on("2026-03-15")));  /* Sunday */
	assert_false(working_day(&six, on("2026-03-21")));  /* Idulfitri */
	assert_false(working_day(&five, on("2026-03-20"))); /* joint leave */
	assert_false(working_day(&five, on("2026-12-24"))); /* joint leave */
	assert_true(working_day(&five, on("2026-03-25")));
}

static void
the_week_of_idulfitri(void **state)
{
	static const struct {
		const char *start;
		int days;
		const char *end;
	} expected[] = { /* Wednesday 18 to Tuesday 24 March are all days off */
		{ "2026-03-16", 1, "2026-03-16" }, { "2026-03-16", 2, "2026-03-17" },
		{ "2026-03-16", 3, "2026-03-25" }, { "2026-03-17", 2, "2026-03-25" },
		{ "2026-03-18", 1, "2026-03-25" }, { "2026-03-13", 5, "2026-03-26" },
		/* the end of the year */
		{ "2026-12-23", 1, "2026-12-23" }, { "2026-12-23", 2, "2026-12-28" },
		{ "2026-12-24", 1, "2026-12-28" }, { "2026-12-31", 2, "2027-01-04" },
		/* a Saturday start ends on Monday */
		{ "2026-07-04", 1, "2026-07-06" }
	};

	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++)
		same_day(working_until(&five, on(expected[i].start), expected[i].days),
		    expected[i].end);
	same_day(working_from(&five, on("2026-03-18")), "2026-03-25");
	same_day(working_from(&five, on("2026-03-25")), "2026-03-25");
	same_day(working_until(&six, on("2026-07-04"), 1), "2026-07-04");
}

static void
nothing_to_count(void **state)
{
	struct calendar idle = { .week = 0 };
	struct calendar bare = { .week = WEEK_FIVE };
	static const int32_t twice[] = { 20527, 20528, 20528, 20529 };
	struct calendar repeated = { .week = WEEK_FIVE, .holidays = twice, .holiday_count = 4 };
	int32_t day = on("2026-07-06");

	(void)state;
	assert_int_equal(working_until(&five, day, 0), DAY_NONE);
	assert_int_equal(working_until(&five, day, -1), DAY_NONE);
	assert_int_equal(working_until(&five, day, WORKING_DAYS_MAX + 1), DAY_NONE);
	assert_int_not_equal(working_until(&five, day, WORKING_DAYS_MAX), DAY_NONE);
	assert_int_equal(working_until(&five, DAY_NONE, 1), DAY_NONE);
	assert_int_equal(working_until(&five, on("9999-12-31"), 2), DAY_NONE);
	same_day(working_until(&five, on("9999-12-31"), 1), "9999-12-31");
	assert_int_equal(working_until(&idle, day, 1), DAY_NONE);
	idle.week = 0x80U; /* an eighth weekday is none */
	assert_int_equal(working_until(&idle, day, 1), DAY_NONE);
	/* no holiday table at all */
	same_day(working_until(&bare, on("2026-03-18"), 5), "2026-03-24");
	/* 15 to 17 March 2026, of which the 16th is named twice */
	same_day(working_from(&repeated, on("2026-03-15")), "2026-03-18");
}

static void
days_left(void **state)
{
	static const struct {
		const char *today;
		const char *deadline;
		int left;
	} expected[] = { { "2026-07-06", "2026-07-09", 3 }, /* sisa 3 hari kerja */
		{ "2026-07-08", "2026-07-09", 1 },
		{ "2026-07-09", "2026-07-09", 0 }, /* the last day */
		{ "2026-07-10", "2026-07-09", -1 }, { "2026-07-13", "2026-07-09", -2 },
		/* over a weekend */
		{ "2026-07-10", "2026-07-13", 1 }, { "2026-07-11", "2026-07-13", 1 },
		{ "2026-07-12", "2026-07-13", 1 },
		/* deadline on Friday: Saturday is late, and so is Monday */
		{ "2026-07-10", "2026-07-10", 0 }, { "2026-07-11", "2026-07-10", -1 },
		{ "2026-07-12", "2026-07-10", -1 }, { "2026-07-13", "2026-07-10", -1 },
		{ "2026-07-14", "2026-07-10", -2 },
		/* deadline set on a Sunday: Friday is the last chance */
		{ "2026-07-10", "2026-07-12", 0 }, { "2026-07-11", "2026-07-12", 0 },
		{ "2026-07-13", "2026-07-12", -1 },
		/* Idulfitri counts for nobody */
		{ "2026-03-17", "2026-03-25", 1 }, { "2026-03-20", "2026-03-27", 3 },
		{ "2026-03-24", "2026-03-17", -1 }, { "2026-03-26", "2026-03-17", -2 },
		/* into the next year */
		{ "2026-12-30", "2027-01-05", 3 }, { "2027-01-04", "2026-12-31", -1 } };

	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++)
		if (working_left(&five, on(expected[i].today), on(expected[i].deadline)) !=
		    expected[i].left)
			fail_msg("%s until %s: %d", expected[i].today, expected[i].deadline,
			    working_left(&five, on(expected[i].today), on(expected[i].deadline)));
	assert_int_equal(working_left(&six, on("2026-07-10"), on("2026-07-13")), 2);
	assert_int_equal(working_left(&five, DAY_NONE, 0), 0);
	assert_int_equal(working_left(&five, INT32_MAX, INT32_MAX), 0);
}

/* A step that has just begun has all its days but today left. */
static void
days_left_agree_with_the_plan(void **state)
{
	(void)state;
	for (int32_t day = on("2026-01-01"); day <= on("2026-12-31"); day++)
		for (int days = 1; days <= 12; days++) {
			int32_t from = working_from(&five, day);

			assert_int_equal(working_left(&five, from, working_until(&five, day, days)),
			    days - 1);
		}
}

static void
plan_is(const struct calendar *calendar, const char *start, const char *const dates[7][2])
{
	static const int durations[7] = { 3, 1, 1, 5, 3, 1, 5 };
	struct span plan[7];
	int32_t working = 0;

	assert_true(calendar_plan(calendar, on(start), durations, 7, plan));
	for (size_t i = 0; i < 7; i++) {
		same_day(plan[i].from, dates[i][0]);
		same_day(plan[i].until, dates[i][1]);
	}
	for (int32_t day = plan[0].from; day <= plan[6].until; day++)
		working += working_day(calendar, day);
	assert_int_equal(working, 19); /* source 002: 19 hari kerja */
}

static void
seven_steps_over_idulfitri(void **state)
{
	static const char *const dates[7][2] = { { "2026-03-09", "2026-03-11" },
		{ "2026-03-12", "2026-03-12" }, { "2026-03-13", "2026-03-13" },
		{ "2026-03-16", "2026-03-27" }, { "2026-03-30", "2026-04-01" },
		{ "2026-04-02", "2026-04-02" }, { "2026-04-06", "2026-04-10" } };

	(void)state;
	plan_is(&five, "2026-03-09", dates);
	plan_is(&five, "2026-03-07", dates); /* the Saturday before */
}

static void
seven_steps_of_a_six_day_week(void **state)
{
	static const char *const dates[7][2] = { { "2026-03-09", "2026-03-11" },
		{ "2026-03-12", "2026-03-12" }, { "2026-03-13", "2026-03-13" },
		{ "2026-03-14", "2026-03-26" }, { "2026-03-27", "2026-03-30" },
		{ "2026-03-31", "2026-03-31" }, { "2026-04-01", "2026-04-07" } };

	(void)state;
	plan_is(&six, "2026-03-09", dates);
}

static void
seven_steps_over_the_end_of_the_year(void **state)
{
	static const char *const dates[7][2] = { { "2026-12-14", "2026-12-16" },
		{ "2026-12-17", "2026-12-17" }, { "2026-12-18", "2026-12-18" },
		{ "2026-12-21", "2026-12-29" }, { "2026-12-30", "2027-01-04" },
		{ "2027-01-05", "2027-01-05" }, { "2027-01-06", "2027-01-12" } };

	(void)state;
	plan_is(&five, "2026-12-14", dates);
}

static void
plans_that_cannot_be(void **state)
{
	static const int idle[] = { 3, 0, 1 };
	struct span plan[3];

	(void)state;
	assert_false(calendar_plan(&five, on("2026-07-06"), idle, 3, plan));
	assert_false(calendar_plan(&five, DAY_NONE, idle, 1, plan));
	assert_true(calendar_plan(&five, on("2026-07-06"), idle, 1, plan));
	assert_true(calendar_plan(&five, on("2026-07-06"), idle, 0, plan));
}

static void
years_without_holidays(void **state)
{
	const int32_t days[] = { on("2026-01-01"), on("2026-12-25"), on("2028-06-01") };
	const struct calendar calendar = { .week = WEEK_FIVE,
		.holidays = days,
		.holiday_count = 3 };

	(void)state;
	assert_int_equal(calendar_unknown_year(&calendar, on("2026-02-02"), on("2026-12-31")), 0);
	assert_int_equal(calendar_unknown_year(&calendar, on("2026-12-31"), on("2027-01-01")),
	    2027);
	assert_int_equal(calendar_unknown_year(&calendar, on("2025-12-31"), on("2026-01-01")),
	    2025);
	assert_int_equal(calendar_unknown_year(&calendar, on("2028-01-03"), on("2028-01-07")), 0);
	assert_int_equal(calendar_unknown_year(&calendar, on("2029-01-03"), on("2028-01-07")), 0);
	assert_int_equal(calendar_unknown_year(&calendar, DAY_NONE, on("2028-01-07")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(known_days),
		cmocka_unit_test(every_day_of_ten_thousand_years), cmocka_unit_test(no_such_day),
		cmocka_unit_test(working_days_of_2026), cmocka_unit_test(the_week_of_idulfitri),
		cmocka_unit_test(nothing_to_count), cmocka_unit_test(days_left),
		cmocka_unit_test(days_left_agree_with_the_plan),
		cmocka_unit_test(seven_steps_over_idulfitri),
		cmocka_unit_test(seven_steps_of_a_six_day_week),
		cmocka_unit_test(seven_steps_over_the_end_of_the_year),
		cmocka_unit_test(plans_that_cannot_be), cmocka_unit_test(years_without_holidays) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("calendar", tests, read_holidays, NULL);
}
