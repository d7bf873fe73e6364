/* SPDX-License-Identifier: ISC */
/*
 * Why a level stands and no higher one does, and how the documents of one level
 * stand: pure functions.
 */
#include "rules/standing.h"

#include "rules/score.h"

enum standing
standing_of(int level, int claimed, int supported)
{
	if (level == LEVEL_ABSENT)
		return STANDING_OPEN;
	if (above_accepted(level, supported))
		return STANDING_ABOVE;
	if (level >= LEVEL_MAX)
		return STANDING_TOP;
	if (supported <= level)
		return STANDING_DOCUMENTS;
	return claimed <= level ? STANDING_CLAIMED : STANDING_JUDGED;
}

const char *
standing_code(enum standing standing)
{
	static const char *const codes[] = {
		[STANDING_OPEN] = "open",
		[STANDING_TOP] = "top",
		[STANDING_DOCUMENTS] = "documents",
		[STANDING_ABOVE] = "above",
		[STANDING_CLAIMED] = "claimed",
		[STANDING_JUDGED] = "judged",
	};

	return codes[standing];
}

struct level_count
level_count(const struct item items[], size_t count, enum view view, int level)
{
	struct level_count found = { .asked = 0 };

	for (size_t at = 0; at < count; at++) {
		if (!items[at].compulsory || items[at].level != level)
			continue;
		found.asked++;
		found.counted += item_counts(items[at].state, view);
	}
	return found;
}
