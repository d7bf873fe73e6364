/* SPDX-License-Identifier: ISC */
#ifndef RULES_CALENDAR_H
#define RULES_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Dates and the working-day clock (product.md, "The seven steps": planned
 * dates come from a working-day calendar with an editable holiday table;
 * source 002 counts the service in hari kerja).
 *
 * A day is a number: days since 1 January 1970 of the Gregorian calendar,
 * negative before it.  Years 1 to 9999 are known.  A day has no hour and no
 * zone: whoever asks for "today" takes it in the region's own zone.
 */
#define DAY_NONE INT32_MIN

struct date {
	int year;
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

/* DAY_NONE when there is no such date. */
int32_t day_of(int year, int month, int day);

/* All zero for DAY_NONE and for days outside years 1 to 9999. */
struct date day_date(int32_t day);

/* Exactly "YYYY-MM-DD", ten characters; anything else is DAY_NONE. */
int32_t day_parse(const char *text);

/* The same way back; "" when day_date() knows no such day.  Returns text. */
#define DAY_TEXT 11

const char *day_format(char text[DAY_TEXT], int32_t day);

/* ISO 8601: Monday is 1, Sunday is 7. */
int day_weekday(int32_t day);

/*
 * When a region works.  `week` is a mask of the weekdays worked, bit 0 for
 * Monday; there are agencies that work six days.  `holidays` (national
 * holidays and joint leave alike, which the SKB sets anew every year) are day
 * numbers in ascending order, and belong to the caller; a day named twice
 * counts once.
 */
#define WEEK_FIVE 0x1fU
#define WEEK_SIX 0x3fU

struct calendar {
	unsigned week;
	const int32_t *holidays;
	size_t holiday_count;
};

bool working_day(const struct calendar *, int32_t day);

/* The first working day that is not before `day`. */
int32_t working_from(const struct calendar *, int32_t day);

/*
 * The last day of something that takes `days` working days and may begin on
 * `day`: the days-th working day, counted from the first one that is not
 * before `day`.  One working day that begins on a Saturday ends on Monday.
 * DAY_NONE when days is not within 1 to WORKING_DAYS_MAX, when nobody ever
 * works in this calendar, or when it would end after the year 9999.
 */
#define WORKING_DAYS_MAX 1000

int32_t working_until(const struct calendar *, int32_t day, int days);

/*
 * How many working days are left ("sisa 3 hari kerja"): those after today, up
 * to and including the deadline.  So 0 means that today is the last chance,
 * be it the deadline itself or the last working day before one that falls on
 * a day off.  Negative once the deadline has passed: minus the working days
 * since, today included, and at least -1, so that a Saturday after a deadline
 * on Friday is late already.  0 when one of the two is no day at all.
 */
int working_left(const struct calendar *, int32_t today, int32_t deadline);

/*
 * The first year, from that of one day to that of another, of which the calendar
 * knows no holiday: dates in it are too early.  0 where it knows all of them.
 */
int calendar_unknown_year(const struct calendar *, int32_t from, int32_t until);

/* The planned time of one step, both ends included, both working days. */
struct span {
	int32_t from;
	int32_t until;
};

/*
 * Plans steps one after the other: the first begins on the first working day
 * that is not before `start`, each other one on the working day after the one
 * before it has ended.  durations[] are working days (source 002: 3, 1, 1, 5,
 * 3, 1, 5 make 19); settings of the cycle.  False, with plan[] undefined,
 * where working_until() would refuse.
 */
bool calendar_plan(const struct calendar *, int32_t start, const int durations[], size_t steps,
    struct span plan[]);

#endif
