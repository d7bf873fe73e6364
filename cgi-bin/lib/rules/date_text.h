/* SPDX-License-Identifier: ISC */
#ifndef RULES_DATE_TEXT_H
#define RULES_DATE_TEXT_H

#include <stddef.h>

#include "rules/calendar.h"

/*
 * Days as people write them here, in lists, decrees and forms:
 *	2027-08-17, 2027/08/17, 2027-08-17 00:00:00, 2027-08-17T00:00:00Z
 *	17/8/2027, 17-08-2027, 17.08.2027, 17/8/27
 *	17 Agustus 2027, 17 Agt 2027, 17-Agu-27, August 17, 2027
 *	Selasa, 17 Agustus 2027; 1 Januari 2027 (Jumat)
 * and several at once, where a list of holidays has them:
 *	20-24 Maret 2026, 30 Maret s.d. 2 April 2026, 18, 20, dan 23 Maret 2026
 *
 * The day comes before the month: 8/7/2027 is 8 July, and 8/17/2027 is refused
 * rather than understood, for its neighbours in the list would be read wrong.
 * Two digits of a year are 1970 to 2069, also behind two zeros, as a browser's field of a
 * date writes them; nothing is ever of the first thousand years.
 */
enum date_fault {
	DATE_OK,
	DATE_NOT,         /* no date */
	DATE_MONTH_FIRST, /* 8/17/2027 */
	DATE_YEARLESS,    /* 17 Agustus, and no year is known */
	DATE_ABSENT,      /* 31 Februari 2027 */
	DATE_MANY         /* more days than one, or than there is room for */
};

/* One day. */
enum date_fault date_text(const char *text, int32_t *day);

/*
 * All days of the text, ascending as written, no more than `max`; `year` is
 * that of days without one, 0 when there is none.
 */
enum date_fault date_text_days(const char *text, int year, int32_t *days, size_t max,
    size_t *count);

#endif
