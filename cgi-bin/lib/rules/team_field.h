/* SPDX-License-Identifier: ISC */
#ifndef RULES_TEAM_FIELD_H
#define RULES_TEAM_FIELD_H

/*
 * The five fields (unsur) of the team of a city, as source 001 names them, and
 * whose field a variable is where a region has not said otherwise: planning is
 * variable I, personnel V, finance VII, the rest is the organisation's.  Which
 * variable belongs to whom is local practice, not the regulation's.
 */
enum team_field {
	TEAM_ORGANISATION,
	TEAM_SUPERVISION,
	TEAM_PLANNING,
	TEAM_PERSONNEL,
	TEAM_FINANCE,
	TEAM_FIELDS
};

/* Their codes in that order, as stored; ends with NULL, for a choice of a form. */
extern const char *const team_field_codes[TEAM_FIELDS + 1];

/* The name on screen of a code; "" for an unknown one. */
const char *team_field_name(const char *code);

/* The code of the field that a variable is in without a setting. */
const char *team_field_of(int variable);

#endif
