/* SPDX-License-Identifier: ISC */
/*
 * Codes and names of the fields of a team, and the variables of each.
 */
#include "rules/team_field.h"

#include <string.h>

const char *const team_field_codes[TEAM_FIELDS + 1] = { "organisasi", "pengawasan", "perencanaan",
	"kepegawaian", "keuangan", NULL };

static const char *const names[TEAM_FIELDS] = { "Organisasi", "Pengawasan", "Perencanaan",
	"Kepegawaian", "Keuangan" };

const char *
team_field_name(const char *code)
{
	for (int field = 0; field < TEAM_FIELDS; field++)
		if (strcmp(team_field_codes[field], code) == 0)
			return names[field];
	return "";
}

const char *
team_field_of(int variable)
{
	switch (variable) {
	case 1:
		return team_field_codes[TEAM_PLANNING];
	case 5:
		return team_field_codes[TEAM_PERSONNEL];
	case 7:
		return team_field_codes[TEAM_FINANCE];
	default:
		return team_field_codes[TEAM_ORGANISATION];
	}
}
