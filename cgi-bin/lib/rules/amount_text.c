/* SPDX-License-Identifier: ISC */
/*
 * Whole amounts as people write them, of money and of people: digits, alone or in groups of
 * three, with or without Rp before and nothing behind the comma.
 */
#include "rules/amount_text.h"

#include <string.h>
#include <strings.h>

enum { GROUP = 3, DIGITS_MAX = 18 };

static const char amount_digits[] = "0123456789";

/* "…,00" and "…,-": nothing behind the comma counts. */
static const char *
amount_end(const char *text)
{
	size_t count;

	if (*text != ',')
		return text;
	count = strspn(text + 1, "0");
	count += strspn(text + 1 + count, "-");
	return count > 0 ? text + 1 + count : text;
}

bool
amount_text(const char *text, int64_t *amount)
{
	size_t first, count;
	int64_t sum = 0;

	if (strncasecmp(text, "rp", 2) == 0) {
		text += text[2] == '.' ? 3 : 2;
		text += strspn(text, " ");
	}
	first = count = strspn(text, amount_digits);
	if (first == 0 || first > DIGITS_MAX)
		return false;
	while (first-- > 0)
		sum = sum * 10 + (*text++ - '0');
	for (bool groups = count <= GROUP; groups && (*text == '.' || *text == ' ') &&
	     strspn(text + 1, amount_digits) == GROUP && count + GROUP <= DIGITS_MAX;
	     count += GROUP, text += 1 + GROUP)
		for (int at = 1; at <= GROUP; at++)
			sum = sum * 10 + (text[at] - '0');
	if (*amount_end(text) != '\0')
		return false;
	*amount = sum;
	return true;
}
