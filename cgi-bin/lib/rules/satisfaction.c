/* SPDX-License-Identifier: ISC */
/*
 * The index of what people think of a public service, by whole numbers alone.
 */
#include "rules/satisfaction.h"

enum { HUNDREDTHS = 100, PERCENT_OF_ONE = 25 }; /* 4 becomes 100 */

const char *
satisfaction_word(int64_t value)
{
	static const char *const words[] = { "Tidak baik", "Kurang baik", "Baik", "Sangat baik" };

	return value < SATISFACTION_LEAST || value > SATISFACTION_MOST ?
	    "" :
	    words[value - SATISFACTION_LEAST];
}

static int64_t
half_up(int64_t part, int64_t whole)
{
	return whole <= 0 ? -1 : (2 * part + whole) / (2 * whole);
}

int64_t
satisfaction_mean(int64_t sum, int64_t respondents)
{
	return half_up(sum * HUNDREDTHS, respondents);
}

int64_t
satisfaction_index(int64_t sum, int64_t respondents)
{
	return half_up(sum * PERCENT_OF_ONE * HUNDREDTHS, respondents * SATISFACTION_ELEMENTS);
}

char
satisfaction_mark(int64_t index)
{
	return index >= 8831 ? 'A' : index >= 7661 ? 'B' : index >= 6500 ? 'C' : 'D';
}

const char *
satisfaction_mark_word(char mark)
{
	return satisfaction_word('D' + SATISFACTION_LEAST - mark);
}
