/* SPDX-License-Identifier: ISC */
#ifndef RULES_STANDING_H
#define RULES_STANDING_H

#include <stddef.h>

#include "rules/evidence_rules.h"

/*
 * Why a level stands and no higher one does, by scoring rule 6 of product.md: a
 * level is supported when every compulsory document of it and of all lower levels
 * counts, and a team that says otherwise says why.
 */
enum standing {
	STANDING_OPEN,      /* there is no level */
	STANDING_TOP,       /* the highest, and supported */
	STANDING_DOCUMENTS, /* as high as the documents go: the next level lacks some */
	STANDING_ABOVE,     /* above them, for a reason that the team has written */
	STANDING_CLAIMED,   /* they support more, but the agency itself claimed no more */
	STANDING_JUDGED     /* they support more, and the agency claimed more: the team's say */
};

/* Of the level that stands, what the agency claimed, and the highest level that the
 * documents support to whoever decided; LEVEL_ABSENT for what there is not. */
enum standing standing_of(int level, int claimed, int supported);

/* "open", "top", "documents", "above", "claimed", "judged": for templates. */
const char *standing_code(enum standing);

/* One level of a variable: how many documents it asks for by itself, and how many count. */
struct level_count {
	size_t asked, counted;
};

struct level_count level_count(const struct item items[], size_t count, enum view, int level);

#endif
