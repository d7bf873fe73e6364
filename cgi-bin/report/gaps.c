/* SPDX-License-Identifier: ISC */
/*
 * What is missing for the next level, over all agencies of a cycle: which
 * compulsory documents, in how many agencies, and how many points it would
 * bring if each of them went up one level.
 */
#include "report/report.h"

#include <stdlib.h>

#include "rules/score.h"
#include "assessment/evidence.h"
#include "frame/words.h"
#include "base/banned.h"

/* A document of the checklist that somebody lacks. */
struct gap {
	const struct evidence_item *item;
	struct buffer names;	/* of those who lack it */
	int lacking;
	int alone;		/* of them those who lack nothing else */
};

/* One variable over all agencies. */
struct chance {
	const struct variable_figures *variable;
	int points;		/* agencies that could go up by one */
	int ready;		/* of them those who lack no document */
	struct gap *gaps;	/* as many as the variable has items */
	size_t count;
};

/* The level that stands so far, and in whose eyes documents count then. */
static int
level_so_far(const struct figures *figures,
    const struct agency_figures *agency, size_t variable, enum eyes *eyes)
{
	if (agency->final_levels[variable] != LEVEL_ABSENT) {
		*eyes = figures->province_tier ? EYES_PROVINCE : EYES_CITY;
		return agency->final_levels[variable];
	}
	if (agency->city_levels[variable] != LEVEL_ABSENT) {
		*eyes = EYES_CITY;
		return agency->city_levels[variable];
	}
	*eyes = EYES_AGENCY;
	return agency->self_levels[variable];
}

static struct gap *
gap_of(struct visit *visit, struct chance *chance,
    const struct evidence *evidence, const struct evidence_item *item)
{
	if (chance->gaps == NULL)
		chance->gaps = arena_array(visit->arena,
		    evidence->item_count + 1, sizeof(*chance->gaps));
	for (size_t at = 0; at < chance->count; at++)
		if (chance->gaps[at].item->id == item->id)
			return &chance->gaps[at];
	if (chance->count == evidence->item_count)
		return NULL;
	chance->gaps[chance->count] = (struct gap){ .item = item,
	    .names = { .arena = visit->arena } };
	return &chance->gaps[chance->count++];
}

static void
count_agency(struct visit *visit, struct chance *chance,
    const struct evidence *evidence, enum eyes eyes, int level,
    const char *name)
{
	const struct evidence_item **missing;
	size_t count = evidence_missing(visit, evidence, eyes, level + 1,
	    &missing);

	chance->points++;
	chance->ready += count == 0;
	for (size_t at = 0; at < count; at++) {
		struct gap *gap = gap_of(visit, chance, evidence, missing[at]);

		if (gap == NULL)
			continue;
		gap->lacking++;
		gap->alone += count == 1;
		buffer_format(&gap->names, "%s%s", gap->lacking > 1 ? ", " :
		    "", name);
	}
}

/* An agency that has said nothing yet lacks nothing that could be named. */
static int
look_at(struct visit *visit, const struct figures *figures,
    const struct agency_figures *agency, const struct assessment *assessment,
    struct chance *chances)
{
	struct evidence_list evidence;
	int status = evidence_load(visit, assessment, &evidence);

	for (size_t at = 0; status == 0 && at < figures->variable_count &&
	    at < evidence.count; at++) {
		enum eyes eyes;
		int level = level_so_far(figures, agency, at, &eyes);

		if (level != LEVEL_ABSENT && level < LEVEL_MAX)
			count_agency(visit, &chances[at],
			    &evidence.variables[at], eyes, level,
			    agency->name);
	}
	return status;
}

static bool
has_begun(const struct agency_figures *agency)
{
	return figures_tier_told(agency->state, STATE_SUBMITTED);
}

static int
look_at_all(struct visit *visit, const struct figures *figures,
    struct chance *chances)
{
	struct assessment assessment = { .id = 0 };
	int64_t looked = 0;
	int status = 0;

	for (size_t at = 0; status == 0 && at < figures->count; at++) {
		const struct agency_figures *agency = &figures->agencies[at];

		if (!has_begun(agency))
			continue;
		/* What all of a cycle have in common is asked for once. */
		if (assessment.id == 0)
			status = assessment_find(visit,
			    agency->assessment_id, &assessment);
		assessment.id = agency->assessment_id;
		assessment.agency_id = agency->agency_id;
		assessment.state = agency->state;
		if (status == 0)
			status = look_at(visit, figures, agency, &assessment,
			    chances);
		looked++;
	}
	page_set_int(&visit->page, "Looked", looked);
	return status;
}

static int
by_points(const void *left, const void *right)
{
	const struct chance *a = left, *b = right;

	if (a->points != b->points)
		return a->points < b->points ? 1 : -1;
	return a->variable->number - b->variable->number;
}

/* What brings a point by itself first, then what most agencies lack. */
static int
by_weight(const void *left, const void *right)
{
	const struct gap *a = left, *b = right;

	if (a->alone != b->alone)
		return a->alone < b->alone ? 1 : -1;
	if (a->lacking != b->lacking)
		return a->lacking < b->lacking ? 1 : -1;
	if (a->item->level != b->item->level)
		return a->item->level - b->item->level;
	return (a->item->id > b->item->id) - (a->item->id < b->item->id);
}

static void
fill_chance(struct node *node, struct chance *chance)
{
	struct node *list = node_child(node, "gaps");

	node_set_int(node, "number", chance->variable->number);
	node_set(node, "name", chance->variable->name);
	node_set_int(node, "points", chance->points);
	node_set_int(node, "ready", chance->ready);
	if (chance->count == 0)
		return;
	qsort(chance->gaps, chance->count, sizeof(*chance->gaps), by_weight);
	for (size_t at = 0; at < chance->count; at++) {
		struct node *row = node_row(list, at);
		const struct gap *gap = &chance->gaps[at];

		node_set(row, "title", gap->item->title);
		node_set(row, "roman", words_roman(gap->item->level));
		node_set_int(row, "lacking", gap->lacking);
		node_set_int(row, "alone", gap->alone);
		node_set(row, "names", gap->names.bytes);
	}
}

int
show_missing(struct visit *visit)
{
	struct node *list = page_node(&visit->page, "Chances");
	struct chance *chances;
	struct figures figures;
	int64_t points = 0;
	size_t row = 0;
	int status = find_figures(visit, &figures);

	if (status != 0)
		return status;
	chances = arena_array(visit->arena, figures.variable_count + 1,
	    sizeof(*chances));
	for (size_t at = 0; at < figures.variable_count; at++)
		chances[at].variable = &figures.variables[at];
	if ((status = look_at_all(visit, &figures, chances)) != 0)
		return status;
	qsort(chances, figures.variable_count, sizeof(*chances), by_points);
	for (size_t at = 0; at < figures.variable_count; at++) {
		points += chances[at].points;
		if (chances[at].points > 0)
			fill_chance(node_row(list, row++), &chances[at]);
	}
	page_set_int(&visit->page, "Points", points);
	return visit_show(visit, "report/missing");
}
