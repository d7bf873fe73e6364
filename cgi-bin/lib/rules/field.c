/* SPDX-License-Identifier: ISC */
/*
 * What a value has to be like, by the table of fields that it belongs to.
 */
#include "rules/field.h"

#include <string.h>

bool
nip_digits(const char *text, char digits[NIP_DIGITS + 1])
{
	size_t count = 0;

	digits[0] = '\0';
	for (; *text != '\0'; text++)
		if (*text >= '0' && *text <= '9' && count < NIP_DIGITS)
			digits[count++] = *text;
		else if (*text != ' ' && *text != '.' && *text != '-')
			return false;
	digits[count] = '\0';
	return count == 0 || count == NIP_DIGITS;
}

bool
email_fits(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at != text && strchr(at, '.') != NULL && strchr(at + 1, '@') == NULL &&
	    strpbrk(text, " ,;<>\"") == NULL;
}
