/* SPDX-License-Identifier: ISC */
/*
 * Numbers of workbooks as people see them: binary fractions are rounded to the
 * 15 digits that a spreadsheet shows, in decimal arithmetic on the text
 * itself.
 */
#include "sheet/number_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/banned.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
sign_length(const char *s, size_t n)
{
	return n > 0 && (*s == '-' || *s == '+') ? 1 : 0;
}

/* "64.71" of "64.71E+2": its length, or 0 where the whole is no number. */
static size_t
mantissa_length(const char *s, size_t n)
{
	size_t at = 0, digits = 0, points = 0, length;

	for (; at < n && (is_digit(s[at]) || s[at] == '.'); at++)
		if (s[at] == '.')
			points++;
		else
			digits++;
	length = at;
	if (digits == 0 || points > 1)
		return 0;
	if (at < n && (s[at] == 'E' || s[at] == 'e')) {
		at++;
		at += sign_length(s + at, n - at);
		if (at == n)
			return 0;
		while (at < n && is_digit(s[at]))
			at++;
	}
	return at == n ? length : 0;
}

/* Count a number up by one in its last place. */
static void
count_up(const char *first, char *end)
{
	while (end-- > first)
		if (*end == '9')
			*end = '0';
		else if (*end != '.') {
			(*end)++;
			return;
		}
}

size_t
number_text(char out[NUMBER_TEXT], const char *s, size_t n)
{
	size_t sign = sign_length(s, n), length, kept, digits = 0;
	const char *digit = s + sign, *point;
	char *first = out + sign, *to = first;

	/* Most have fewer; a sign and a carried 1 have to fit, too. */
	if (n <= NUMBER_DIGITS || n + 2 > NUMBER_TEXT)
		return 0;
	length = mantissa_length(digit, n - sign);
	for (kept = 0; kept < length && digits < NUMBER_DIGITS; kept++)
		digits += is_digit(digit[kept]) && (digits > 0 || digit[kept] != '0');
	if (kept < length && digit[kept] == '.')
		kept++;
	if (kept == length)
		return 0;

	memcpy(out, s, sign);
	*to++ = '0';
	memcpy(to, digit, kept);
	to += kept;
	if (digit[kept] >= '5')
		count_up(first, to);
	point = memchr(first, '.', (size_t)(to - first));
	if (point == NULL)
		for (; kept < length && digit[kept] != '.'; kept++)
			*to++ = '0';
	else {
		while (to[-1] == '0')
			to--;
		if (to[-1] == '.')
			to--;
	}
	if (*first == '0' && to - first > 1 && is_digit(first[1])) {
		memmove(first, first + 1, (size_t)(to - first - 1));
		to--;
	}
	memcpy(to, digit + length, n - sign - length);
	return (size_t)(to - out) + n - sign - length;
}
