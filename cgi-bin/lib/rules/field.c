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
	enum { SHORTEST = 9, LONGEST = 13 }; /* without what is before the 8 */
	static const char country[] = "62";
	size_t count = phone_digits(text), length = strlen(country);
	const char *own = digits + length;
	bool abroad = *text == '+';

	if (count == 0 || count >= PHONE_ROOM - sizeof(country))
		return false;
	memcpy(digits, country, sizeof(country));
	for (; *text != '\0'; text++)
		if (*text >= '0' && *text <= '9')
			digits[length++] = *text;
	digits[length] = '\0';
	if (strncmp(own, country, strlen(country)) == 0)
		own += strlen(country);
	else if (abroad)
		return false;
	/* "+62 0812", too, as cards have it; a worksheet that took it for a number left no 0. */
	if (*own == '0')
		own++;
	length = strlen(own);
	memmove(digits + strlen(country), own, length + 1);
	return digits[strlen(country)] == '8' && length >= SHORTEST && length <= LONGEST;
}

bool
email_fits(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at != text && strchr(at, '.') != NULL && strchr(at + 1, '@') == NULL &&
	    strpbrk(text, " ,;<>\"") == NULL;
}
