/* SPDX-License-Identifier: ISC */
/*
 * Whole numbers as decimal text: what a row of the database and a row of a
 * page are mostly made of.
 */
#include "base/decimal.h"

#include "base/banned.h"

char *
decimal_put(char *end, uint64_t number, unsigned least)
{
	for (; number > 0 || least > 0; number /= 10) {
		*--end = (char)('0' + number % 10);
		least -= least > 0;
	}
	return end;
}

char *
decimal_put_signed(char *end, int64_t number)
{
	char *begin = decimal_put(end, number < 0 ? -(uint64_t)number : (uint64_t)number, 1);

	if (number < 0)
		*--begin = '-';
	return begin;
}
