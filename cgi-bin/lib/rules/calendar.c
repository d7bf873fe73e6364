/* SPDX-License-Identifier: ISC */
/*
 * Days as numbers, and the working-day clock: which days of a plan are working
 * days by the week and the holidays that the region knows (source 002).
 */
#include "rules/calendar.h"

#include <string.h>

/*
 * The civil calendar in closed form.  Years are made to begin in March, so
 * that the leap day ends the year and the months before it follow one
 * pattern: 153 days in five months.  400 years have 146,097 days always.
 */
#define DAYS_PER_ERA 146097
#define EPOCH_SHIFT 719468 /* 0000-03-01 to 1970-01-01 */

#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */

static bool
calendar_known(int32_t day)
{
	return day >= FIRST_DAY && day <= LAST_DAY;
}

static bool
leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && leap(year) ? 29 : lengths[month - 1];
}

int32_t
day_of(int year, int month, int day)
{
	int32_t era, in_era, in_year;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
	    day > month_length(year, month))
		return DAY_NONE;

	if (month <= 2)
		year--;
	era = year / 400;
	in_era = year % 400;
	in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
	return era * DAYS_PER_ERA + in_era * 365 + in_era / 4 - in_era / 100 + in_year -
	    EPOCH_SHIFT;
}

struct date
day_date(int32_t day)
{
	int32_t since, era, day_of_era, year_of_era, in_year, month;
	struct date date = { .year = 0 };

	if (!calendar_known(day))
		return date;

	since = day + EPOCH_SHIFT;
	era = since / DAYS_PER_ERA;
	day_of_era = since % DAYS_PER_ERA;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
	    365;
	in_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	month = (5 * in_year + 2) / 153;

	date.day = in_year - (153 * month + 2) / 5 + 1;
	date.month = month < 10 ? month + 3 : month - 9;
	date.year = era * 400 + year_of_era + (date.month <= 2);
	return date;
}

/* `count` digits as a number; -1 when one of them is none. */
static int
calendar_digits(const char *text, int count)
{
	int value = 0;

	for (; count > 0; count--, text++) {
		if (*text < '0' || *text > '9')
			return -1;
		value = value * 10 + (*text - '0');
	}
	return value;
}

int32_t
day_parse(const char *text)
{
	if (text == NULL || strlen(text) != DAY_TEXT - 1 || text[4] != '-' || text[7] != '-')
		return DAY_NONE;
	/* a part that is no number is -1, and no date */
	return day_of(calendar_digits(text, 4), calendar_digits(text + 5, 2),
	    calendar_digits(text + 8, 2));
}

static void
calendar_put_digits(char *text, size_t count, int value)
{
	for (; count > 0; value /= 10)
		text[--count] = (char)('0' + value % 10);
}

const char *
day_format(char text[DAY_TEXT], int32_t day)
{
	struct date date = day_date(day);

	if (date.year == 0) {
		text[0] = '\0';
		return text;
	}
	calendar_put_digits(text, 4, date.year);
	text[4] = '-';
	calendar_put_digits(text + 5, 2, date.month);
	text[7] = '-';
	calendar_put_digits(text + 8, 2, date.day);
	text[10] = '\0';
	return text;
}

int
day_weekday(int32_t day)
{
	/* 1 January 1970 was a Thursday; in 64 bits for the ends of the range */
	int64_t weekday = ((int64_t)day + 3) % 7;

	return (int)(weekday < 0 ? weekday + 7 : weekday) + 1;
}

/* How many holidays of the table lie before `day`, repetitions included. */
static size_t
holidays_before(const struct calendar *calendar, int32_t day)
{
	size_t low = 0, high = calendar->holiday_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (calendar->holidays[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
in_week(const struct calendar *calendar, int32_t day)
{
	return (calendar->week >> (day_weekday(day) - 1) & 1U) != 0;
}

bool
working_day(const struct calendar *calendar, int32_t day)
{
	size_t at;

	if (!in_week(calendar, day))
		return false;
	at = holidays_before(calendar, day);
	return at == calendar->holiday_count || calendar->holidays[at] != day;
}

int32_t
working_from(const struct calendar *calendar, int32_t day)
{
	return working_until(calendar, day, 1);
}

int32_t
working_until(const struct calendar *calendar, int32_t day, int days)
{
	/* without a weekday worked the search would walk to the year 9999 */
	if (days < 1 || days > WORKING_DAYS_MAX || !calendar_known(day) ||
	    (calendar->week & 0x7fU) == 0)
		return DAY_NONE;

	for (; day <= LAST_DAY; day++)
		if (working_day(calendar, day) && --days == 0)
			return day;
	return DAY_NONE;
}

/* Working days from `first` to `last`, both included; none when it is later. */
static int
working_between(const struct calendar *calendar, int32_t first, int32_t last)
{
	int count = 0;

	for (; first <= last; first++)
		if (working_day(calendar, first))
			count++;
	return count;
}

int
working_left(const struct calendar *calendar, int32_t today, int32_t deadline)
{
	int late;

	if (!calendar_known(today) || !calendar_known(deadline))
		return 0;
	if (today <= deadline)
		return working_between(calendar, today + 1, deadline);
	late = working_between(calendar, deadline + 1, today);
	return late > 0 ? -late : -1;
}

int
calendar_unknown_year(const struct calendar *calendar, int32_t from, int32_t until)
{
	int last = day_date(until).year;

	for (int year = day_date(from).year; year != 0 && year <= last; year++) {
		int32_t begins = day_of(year, 1, 1), ends = day_of(year, 12, 31);
		size_t at = 0;

		while (at < calendar->holiday_count && calendar->holidays[at] < begins)
			at++;
		if (at == calendar->holiday_count || calendar->holidays[at] > ends)
			return year;
	}
	return 0;
}

bool
calendar_plan(const struct calendar *calendar, int32_t start, const int durations[], size_t steps,
    struct span plan[])
{
	for (size_t i = 0; i < steps; i++) {
		plan[i].from = working_from(calendar, start);
		plan[i].until = working_until(calendar, start, durations[i]);
		if (plan[i].until == DAY_NONE)
			return false;
		start = plan[i].until + 1;
	}
	return true;
}
