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

size_t
phone_digits(const char *text)
{
	size_t count = 0;

	for (const char *at = text; *at != '\0'; at++)
		if (*at >= '0' && *at <= '9')
			count++;
		else if (strchr(" -.()", *at) == NULL && (*at != '+' || at != text))
			return 0;
	return count;
}

bool
phone_whatsapp(const char *text, char digits[PHONE_ROOM])
{
	enum { SHORTEST = 11, LONGEST = 15 }; /* with the 62 */
	static const char country[] = "62";
	size_t length = 0;

	if (phone_digits(text) == 0 || phone_digits(text) > LONGEST)
		return false;
	for (; *text != '\0'; text++) {
		if (*text < '0' || *text > '9')
			continue;
		if (length == 0 && *text == '0') {
			memcpy(digits, country, sizeof(country));
			length = strlen(country);
		} else
			digits[length++] = *text;
	}
	digits[length] = '\0';
	return length >= SHORTEST && length <= LONGEST &&
	    strncmp(digits, country, strlen(country)) == 0 && digits[strlen(country)] == '8';
}

bool
email_fits(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at != text && strchr(at, '.') != NULL && strchr(at + 1, '@') == NULL &&
	    strpbrk(text, " ,;<>\"") == NULL;
}
