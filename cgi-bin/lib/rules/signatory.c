/* SPDX-License-Identifier: ISC */
/*
 * Whether who signed is who was printed to sign: by number where both have
 * one, else by name without degrees.
 */
#include "rules/signatory.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "rules/name_text.h"

enum { NIP_DIGITS = 18 };

/* The digits alone; false unless there are as many as a number has.  A number
 * of zeros stands for none. */
static bool
nip_digits(const char *text, char digits[NIP_DIGITS + 1])
{
	size_t count = 0;
	bool any = false;

	for (; *text != '\0'; text++)
		if (*text >= '0' && *text <= '9') {
			if (count == NIP_DIGITS)
				return false;
			any |= *text != '0';
			digits[count++] = *text;
		}
	digits[count] = '\0';
	return count == NIP_DIGITS && any;
}

enum signatory_match
signatory_compare(const char *name, const char *nip, const char *printed_name,
    const char *printed_nip)
{
	char one[NIP_DIGITS + 1], other[NIP_DIGITS + 1];

	if (nip_digits(nip, one) && nip_digits(printed_nip, other))
		return strcmp(one, other) == 0 ? SIGNATORY_SAME : SIGNATORY_OTHER_NUMBER;
	return name_same_person(name, printed_name) ? SIGNATORY_SAME : SIGNATORY_OTHER_NAME;
}

const char *
signatory_acting(const char *office)
{
	static const struct {
		const char *begins, *is;
	} acting[] = {
		{ "Plt.", "Plt." },
		{ "Plt ", "Plt." },
		{ "Pelaksana Tugas ", "Plt." },
		{ "Plh.", "Plh." },
		{ "Plh ", "Plh." },
		{ "Pelaksana Harian ", "Plh." },
		{ "Pj.", "Pj." },
		{ "Pj ", "Pj." },
		{ "Pjs.", "Pj." },
		{ "Penjabat ", "Pj." },
	};

	for (size_t at = 0; at < sizeof(acting) / sizeof(acting[0]); at++)
		if (strncasecmp(office, acting[at].begins, strlen(acting[at].begins)) == 0)
			return acting[at].is;
	return NULL;
}
