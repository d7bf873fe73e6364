/* SPDX-License-Identifier: ISC */
/*
 * Licences of open data by their addresses, and what they are called.
 */
#include "rules/licence.h"

#include <stddef.h>
#include <string.h>

const char *const licence_addresses[] = {
	"https://creativecommons.org/licenses/by/4.0/",
	"https://creativecommons.org/licenses/by-sa/4.0/",
	"https://creativecommons.org/publicdomain/zero/1.0/",
	"https://opendatacommons.org/licenses/by/1-0/",
	"https://opendatacommons.org/licenses/odbl/1-0/",
	"https://opendatacommons.org/licenses/pddl/1-0/",
	NULL,
};

static const char *const licence_names[] = { "CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0", "ODC-By 1.0",
	"ODbL 1.0", "PDDL 1.0" };

const char *
licence_name(const char *address)
{
	for (size_t at = 0; licence_addresses[at] != NULL; at++)
		if (strcmp(licence_addresses[at], address) == 0)
			return licence_names[at];
	return address;
}
