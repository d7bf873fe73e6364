/* SPDX-License-Identifier: ISC */
/*
 * NIK, NIB and NPWP: by their form, and how they are shown to whom they do not concern.
 */
#include "service/service.h"

#include <string.h>

#include "base/banned.h"

enum { NIK_DIGITS = 16, NIB_DIGITS = 13, NPWP_SHORT = 15, NPWP_LONG = 16, SHOWN_DIGITS = 4 };

/* "" for none; NULL where something else than digits and what groups them stands there. */
static const char *
bare_digits(struct arena *arena, const char *typed)
{
	struct buffer digits = { .arena = arena };

	for (; *typed != '\0'; typed++)
		if (*typed >= '0' && *typed <= '9')
			buffer_char(&digits, *typed);
		else if (strchr(" .-/", *typed) == NULL)
			return NULL;
	return digits.bytes != NULL ? digits.bytes : "";
}

static int
two_digits(const char *at)
{
	return (at[0] - '0') * 10 + (at[1] - '0');
}

/* The seventh to the twelfth digit are a day of birth, of a woman with 40 added. */
static bool
nik_dated(const char *digits)
{
	int day = two_digits(digits + 6), month = two_digits(digits + 8);

	if (day > 40)
		day -= 40;
	return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

const char *
nik_digits(struct arena *arena, const char *typed)
{
	const char *digits = bare_digits(arena, typed);

	if (digits == NULL || *digits == '\0')
		return digits;
	return strlen(digits) == NIK_DIGITS && nik_dated(digits) ? digits : NULL;
}

const char *
nib_digits(struct arena *arena, const char *typed)
{
	const char *digits = bare_digits(arena, typed);

	if (digits == NULL || *digits == '\0')
		return digits;
	return strlen(digits) == NIB_DIGITS ? digits : NULL;
}

const char *
npwp_digits(struct arena *arena, const char *typed)
{
	const char *digits = bare_digits(arena, typed);
	size_t length = digits != NULL ? strlen(digits) : 0;

	if (length == 0)
		return digits;
	return length == NPWP_SHORT || length == NPWP_LONG ? digits : NULL;
}

const char *
digits_masked(struct arena *arena, const char *digits)
{
	struct buffer shown = { .arena = arena };
	size_t length = strlen(digits);

	for (size_t at = 0; at + SHOWN_DIGITS < length; at++)
		buffer_text(&shown, "•");
	if (length >= SHOWN_DIGITS)
		buffer_text(&shown, digits + length - SHOWN_DIGITS);
	return shown.bytes != NULL ? shown.bytes : "";
}
