/* SPDX-License-Identifier: ISC */
/* Days as people write them: what is understood, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/date_text.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
one_day(void **state)
{
	static const char *const texts[] = {
		"2027-08-17",
		"2027/08/17",
		"2027/8/17",
		"2027.08.17",
		"2027-08-17 00:00:00",
		"2027-08-17T00:00:00",
		"2027-08-17T00:00:00Z",
		"2027-08-17T00:00:00.000Z",
		"2027-08-17T00:00:00+07:00",
		"2027-08-17 13:45",
		"17/8/2027",
		"17/08/2027",
		"17-08-2027",
		"17.08.2027",
		"17/8/27",
		"17-8-27",
		"17/08/2027 00:00:00",
		"17 Agustus 2027",
		"17 agustus 2027",
		"17 AGUSTUS 2027",
		"17 Agt 2027",
		"17 Agt. 2027",
		"17 Ags 2027",
		"17 Agu 27",
		"17-Agu-27",
		"17-Aug-27",
		"17-Agustus-2027",
		"17/Agu/2027",
		"17 August 2027",
		"August 17, 2027",
		"Aug 17 2027",
		"Selasa, 17 Agustus 2027",
		"Selasa 17 Agustus 2027",
		"Selasa, 17-08-2027",
		"17 Agustus 2027 (Selasa)",
		"(Selasa) 17 Agustus 2027",
		"Selasa / 17 Agustus 2027",
		"Tanggal 17 Agustus 2027",
		"  17  Agustus  2027 ",
		"17\xc2\xa0"
		"Agustus\xc2\xa0"
		"2027",
		"17 Agustus 2027.",
		"17 Agustus, 2027",
	};
	int32_t day;

	(void)state;
	for (size_t at = 0; at < COUNT(texts); at++) {
		day = DAY_NONE;
		if (date_text(texts[at], &day) != DATE_OK || day != day_of(2027, 8, 17))
			fail_msg("%s: %d", texts[at], (int)day);
	}
}

static void
months_and_years(void **state)
{
	static const struct {
		const char *text;
		int year, month, day;
	} cases[] = {
		{ "1 Januari 2027 (Jumat)", 2027, 1, 1 },
		{ "1 Pebruari 2026", 2026, 2, 1 },
		{ "2 Mar 2026", 2026, 3, 2 },
		{ "3 Mei 2026", 2026, 5, 3 },
		{ "3 May 2026", 2026, 5, 3 },
		{ "4 Juni 2026", 2026, 6, 4 },
		{ "5 Jul 2026", 2026, 7, 5 },
		{ "6 Sept 2026", 2026, 9, 6 },
		{ "7 Okt 2026", 2026, 10, 7 },
		{ "8 Nopember 2026", 2026, 11, 8 },
		{ "9 Des 26", 2026, 12, 9 },
		{ "29/2/2028", 2028, 2, 29 },
		{ "8/7/2027", 2027, 7, 8 },
		{ "1/1/69", 2069, 1, 1 },
		{ "1/1/70", 1970, 1, 1 },
		{ "0026-08-17", 2026, 8, 17 },
		{ "17-08-0041", 2041, 8, 17 },
		{ "17 Agustus 0041", 2041, 8, 17 },
		{ "August 17, 0041", 2041, 8, 17 },
		{ "31 Des 99", 1999, 12, 31 },
		{ "Jum'at, 1 Januari 2027", 2027, 1, 1 },
	};
	int32_t day;

	(void)state;
	for (size_t at = 0; at < COUNT(cases); at++)
		if (date_text(cases[at].text, &day) != DATE_OK ||
		    day != day_of(cases[at].year, cases[at].month, cases[at].day))
			fail_msg("%s", cases[at].text);
}

static void
no_dates(void **state)
{
	static const struct {
		const char *text;
		enum date_fault fault;
	} cases[] = {
		{ "", DATE_NOT },
		{ "-", DATE_NOT },
		{ "Selasa", DATE_NOT },
		{ "17", DATE_NOT },
		{ "46616", DATE_NOT },
		{ "Agustus 2027", DATE_NOT },
		{ "Agustus", DATE_NOT },
		{ "17 Contoh 2027", DATE_NOT },
		{ "17 Agustus 2027 lagi", DATE_NOT },
		{ "17/8", DATE_NOT },
		{ "17/8/027", DATE_NOT },
		{ "17/8-2027", DATE_NOT },
		{ "17//8/2027", DATE_NOT },
		{ "8/2027", DATE_NOT },
		{ "2027-08-171", DATE_NOT },
		{ "2027-08-17 pukul", DATE_NOT },
		{ "17 8 2027", DATE_NOT },
		{ "171 Agustus 2027", DATE_NOT },
		{ "0 Agustus 2027", DATE_NOT },
		{ "17 Agustus 227", DATE_NOT },
		{ "17 Agustus Maret 2027", DATE_NOT },
		{ "\xff", DATE_NOT },
		{ "17 Agustus 20271", DATE_NOT },
		{ "(17 Agustus", DATE_NOT },
		{ "8/17/2027", DATE_MONTH_FIRST },
		{ "2027/17/08", DATE_MONTH_FIRST },
		{ "17 Agustus", DATE_YEARLESS },
		{ "31 Februari 2027", DATE_ABSENT },
		{ "29/2/2027", DATE_ABSENT },
		{ "32/1/2027", DATE_ABSENT },
		{ "0/1/2027", DATE_ABSENT },
		{ "0226-08-17", DATE_ABSENT },
		{ "0000-01-01", DATE_ABSENT },
		{ "1/1/0000", DATE_NOT },
		{ "20-24 Maret 2026", DATE_MANY },
		{ "20 dan 24 Maret 2026", DATE_MANY },
	};
	int32_t day;

	(void)state;
	for (size_t at = 0; at < COUNT(cases); at++)
		if (date_text(cases[at].text, &day) != cases[at].fault)
			fail_msg("\"%s\": %d", cases[at].text,
			    (int)date_text(cases[at].text, &day));
}

/* Days of a text, "20 21 22" in March 2026, with what lies outside of it as April. */
static void
several_days(void **state)
{
	static const struct {
		const char *text, *days;
	} cases[] = {
		{ "20-24 Maret 2026", "20 21 22 23 24" },
		{ "20–24 Maret", "20 21 22 23 24" },
		{ "20 – 24 Maret 2026", "20 21 22 23 24" },
		{ "20 s.d. 24 Maret 2026", "20 21 22 23 24" },
		{ "20 s/d 22 Maret", "20 21 22" },
		{ "20 sampai 22 Maret 2026", "20 21 22" },
		{ "21 dan 22 Maret 2026", "21 22" },
		{ "18, 20, dan 23 Maret 2026", "18 20 23" },
		{ "20, 23 & 24 Maret", "20 23 24" },
		{ "18 Maret, 20-21 Maret 2026", "18 20 21" },
		{ "30 Maret - 2 April 2026", "30 31 32 33" },
		{ "31 Maret s.d. 1 April 2026", "31 32" },
		{ "30 Maret 2026 – 1 April 2026", "30 31 32" },
		{ "20/03/2026 - 22/03/2026", "20 21 22" },
		{ "2026-03-20 s.d. 2026-03-21", "20 21" },
		{ "Sabtu-Minggu, 21-22 Maret 2026", "21 22" },
		{ "Jumat 20 Maret dan Senin 23 Maret 2026", "20 23" },
		{ "20 Maret", "20" },
	};
	int32_t days[8];
	size_t count;
	char text[64];

	(void)state;
	for (size_t at = 0; at < COUNT(cases); at++) {
		size_t length = 0;

		assert_int_equal(date_text_days(cases[at].text, 2026, days, COUNT(days), &count),
		    DATE_OK);
		text[0] = '\0';
		for (size_t each = 0; each < count; each++)
			length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%d",
			    each > 0 ? " " : "", (int)(days[each] - day_of(2026, 3, 1) + 1));
		if (strcmp(text, cases[at].days) != 0)
			fail_msg("%s: %s", cases[at].text, text);
	}
	assert_int_equal(date_text_days("1-31 Maret 2026", 0, days, 8, &count), DATE_MANY);
	assert_int_equal(date_text_days("24-20 Maret 2026", 0, days, 8, &count), DATE_ABSENT);
	assert_int_equal(date_text_days("20-24 Maret", 0, days, 8, &count), DATE_YEARLESS);
	assert_int_equal(date_text_days("- 24 Maret 2026", 0, days, 8, &count), DATE_OK);
	assert_int_equal(count, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_day),
		cmocka_unit_test(months_and_years),
		cmocka_unit_test(no_dates),
		cmocka_unit_test(several_days),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("date_text", tests, NULL, NULL);
}
