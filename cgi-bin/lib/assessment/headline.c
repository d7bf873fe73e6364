/* SPDX-License-Identifier: ISC */
/*
 * Results at one glance: what number, which category, how far from the year
 * before, and a sentence that an official would say of them.
 */
#include "assessment/headline.h"

#include "frame/words.h"
#include "base/banned.h"

/* ---- the sentences -------------------------------------------------------------- */

/* “Standar operasional prosedur” dan “Manajemen risiko”: those at that level. In quotes, since
 * their names say "dan" themselves. */
static const char *
named_at(struct arena *arena, const char *const *names, const int *levels, size_t count, int level)
{
	struct buffer words = { .arena = arena };
	size_t left = 0;

	for (size_t at = 0; at < count; at++)
		left += levels[at] == level;
	buffer_text(&words, "");
	for (size_t at = 0; at < count; at++) {
		if (levels[at] != level)
			continue;
		left--;
		buffer_format(&words, "“%s”%s", names[at],
		    left == 0     ? "" :
			left == 1 ? " dan " :
				    ", ");
	}
	return words.bytes;
}

static const char *const *
headline_names(struct arena *arena, const struct results *results)
{
	const char **names = arena_array(arena, results->variable_count + 1, sizeof(*names));

	for (size_t at = 0; at < results->variable_count; at++)
		names[at] = results->variables[at].name;
	return names;
}

const char *
headline_lowest(struct arena *arena, const struct results *results,
    const struct agency_results *agency)
{
	size_t low = 0;

	if (agency->staged == LEVEL_ABSENT)
		return "";
	for (size_t at = 0; at < results->variable_count; at++)
		low += agency->final_levels[at] == agency->staged;
	return low == results->variable_count ?
	    "semua" :
	    low > HEADLINE_NAMED ?
	    arena_format(arena, "%zu variabel", low) :
	    named_at(arena, headline_names(arena, results), agency->final_levels,
		results->variable_count, agency->staged);
}

const char *
headline_levels(struct arena *arena, const char *const *names, const int *levels, size_t count)
{
	int lowest = level_staged(levels, count);
	struct buffer words = { .arena = arena };
	size_t highest = 0, low = 0;

	if (lowest == LEVEL_ABSENT)
		return "";
	for (size_t at = 0; at < count; at++) {
		highest += levels[at] == LEVEL_MAX;
		low += levels[at] == lowest;
	}
	if (low == count)
		return arena_format(arena, "Semua %zu variabel ada di Tingkat %s.", count,
		    level_roman(lowest));
	buffer_format(&words, "Dari %zu variabel, ", count);
	if (highest > 0)
		buffer_format(&words, "%zu sudah Tingkat %s; ", highest, level_roman(LEVEL_MAX));
	if (low > HEADLINE_NAMED) {
		buffer_format(&words, "yang paling rendah %zu variabel (Tingkat %s).", low,
		    level_roman(lowest));
		return words.bytes;
	}
	buffer_format(&words, "yang paling rendah %s (Tingkat %s).",
	    named_at(arena, names, levels, count, lowest), level_roman(lowest));
	return words.bytes;
}

static const char *
region_words(struct arena *arena, const struct results *results)
{
	struct buffer words = { .arena = arena };
	const char *between = ": ";

	buffer_format(&words, "%zu dari %zu perangkat daerah sudah dinilai", results->assessed,
	    results->count);
	for (size_t at = results->category_count; at > 0 && !results->unspread; at--) {
		int agencies = results->category_agencies[at - 1];

		if (agencies == 0)
			continue;
		buffer_format(&words, "%s%d %s", between, agencies,
		    results->categories[at - 1].name);
		between = ", ";
	}
	buffer_text(&words, ".");
	return words.bytes;
}

/* ---- what there is to say ------------------------------------------------------- */

struct headline
headline_of_region(struct arena *arena, const struct results *results, const struct results *before)
{
	return (struct headline){ .year = results->year,
		.tenths = results->assessed > 0 ? results->average_assessed : AVERAGE_ABSENT,
		.average = true,
		.variables = results->variable_count,
		.categories = results->categories,
		.category_count = results->category_count,
		.before = before != NULL && before->assessed > 0 ?
		    before->average_assessed :
		    AVERAGE_ABSENT,
		.before_year = before != NULL ? before->year : 0,
		.words = region_words(arena, results) };
}

static int
final_tenths(const struct agency_results *agency)
{
	return agency != NULL && agency->final != SCORE_ABSENT ?
	    score_tenths(agency->final) :
	    AVERAGE_ABSENT;
}

struct headline
headline_of_agency(struct arena *arena, const struct results *results,
    const struct agency_results *agency, const struct results *before,
    const struct agency_results *before_agency)
{
	return (struct headline){ .year = results->year,
		.tenths = final_tenths(agency),
		.variables = results->variable_count,
		.categories = results->categories,
		.category_count = results->category_count,
		.before = final_tenths(before_agency),
		.before_year = before != NULL ? before->year : 0,
		.words = agency != NULL ?
		    headline_levels(arena, headline_names(arena, results), agency->final_levels,
			results->variable_count) :
		    "" };
}

/* ---- shown ---------------------------------------------------------------------- */

static const char *
headline_number(struct arena *arena, const struct headline *headline, int tenths)
{
	return headline->average ?
	    words_tenths(arena, tenths) :
	    arena_format(arena, "%d", tenths / 10);
}

static void
headline_fill_moved(struct context *context, struct node *node, const struct headline *headline)
{
	int change = headline->tenths - headline->before;
	const char *size = headline_number(context->arena, headline, change < 0 ? -change : change);

	if (headline->before == AVERAGE_ABSENT)
		return;
	node_set(node, "moved", change > 0 ? "up" : change < 0 ? "down" : "same");
	node_set(node, "change",
	    change > 0     ? arena_format(context->arena, "Naik %s", size) :
		change < 0 ? arena_format(context->arena, "Turun %s", size) :
			     "Tetap");
	node_set(node, "before", headline_number(context->arena, headline, headline->before));
	node_set_int(node, "before_year", headline->before_year);
}

void
headline_fill(struct context *context, struct node *node, const struct headline *headline)
{
	const struct category *category = category_of(headline->categories,
	    headline->category_count, headline->tenths);
	struct node *segments = node_child(node, "segments");

	node_set_int(node, "year", headline->year);
	node_set(node, "words", headline->words);
	if (headline->tenths == AVERAGE_ABSENT)
		return;
	node_set(node, "number", headline_number(context->arena, headline, headline->tenths));
	node_set_int(node, "most", (int64_t)headline->variables * LEVEL_MAX);
	if (headline->average)
		node_set(node, "average", "1");
	if (category != NULL) {
		node_set(node, "category", category->name);
		for (size_t at = 0; at < headline->category_count; at++)
			node_row_set(segments, at,
			    &headline->categories[at] <= category ? "1" : "0");
	}
	headline_fill_moved(context, node, headline);
}
