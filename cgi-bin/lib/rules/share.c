/* SPDX-License-Identifier: ISC */
/*
 * A part of a whole in percent: divided digit by digit, so that budgets of a nation do
 * not overflow and nothing is rounded twice.
 */
#include "rules/share.h"

#include <stdio.h>

int64_t
share_percent(int64_t part, int64_t whole, int decimals)
{
	int64_t share, rest;

	if (whole <= 0 || part < 0)
		return -1;
	share = part / whole;
	rest = part % whole;
	for (int digit = 0; digit < 2 + decimals; digit++) {
		rest *= 10;
		share = share * 10 + rest / whole;
		rest %= whole;
	}
	return share + (2 * rest >= whole);
}

const char *
share_text(char text[SHARE_TEXT], int64_t part, int64_t whole, int decimals)
{
	int64_t share = share_percent(part, whole, decimals), unit = 1;

	text[0] = '\0';
	for (int digit = 0; digit < decimals; digit++)
		unit *= 10;
	if (share >= 0 && decimals == 0)
		snprintf(text, SHARE_TEXT, "%lld", (long long)share);
	else if (share >= 0)
		snprintf(text, SHARE_TEXT, "%lld,%0*lld", (long long)(share / unit), decimals,
		    (long long)(share % unit));
	return text;
}
