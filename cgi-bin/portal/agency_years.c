/* SPDX-License-Identifier: ISC */
/*
 * The published years of one agency: score, category and change of each, the
 * way of the score over the years, and the average of its region beside it.
 */
#include "portal/agency_years.h"

#include "assessment/headline.h"
#include "document/chart.h"
#include "frame/words.h"
#include "base/banned.h"

/* ---- read ------------------------------------------------------------------- */

/* Where the region publishes no names, the agency stands in no list. */
static const struct agency_results *
listed_agency(const struct results *results, int64_t agency_id)
{
	for (size_t at = 0; at < results->listed; at++)
		if (results->agencies[at].agency_id == agency_id)
			return &results->agencies[at];
	return NULL;
}

int
agency_years_read(struct context *context, int64_t agency_id, struct agency_years *years)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_RESULTS_AGENCY_CYCLES,
	    db_int(agency_id), db_int(PUBLISHED_YEARS));

	years->count = 0;
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct results *results = arena_alloc(context->arena, sizeof(*results));
		const struct agency_results *agency;
		int status = results_load_published(context, row_int(&rows, row, "id"), results);

		if (status != 0)
			return status;
		agency = listed_agency(results, agency_id);
		if (agency != NULL)
			years->years[years->count++] = (struct published_year){ results, agency };
	}
	return years->count > 0 ? 0 : 404;
}

/* ---- shown ------------------------------------------------------------------ */

static void
fill_trend(struct context *context, const struct agency_years *years)
{
	int *numbers = arena_array(context->arena, 3 * years->count + 1, sizeof(*numbers));
	int *self = numbers + years->count, *final = self + years->count;
	const struct published_year *newest = &years->years[0];

	for (size_t at = 0; at < years->count; at++) {
		const struct published_year *year = &years->years[years->count - 1 - at];
		const struct agency_results *agency = year->agency;

		numbers[at] = (int)year->results->year;
		self[at] = agency->self != SCORE_ABSENT ?
		    score_tenths(agency->self) :
		    AVERAGE_ABSENT;
		final[at] = agency->final != SCORE_ABSENT ?
		    score_tenths(agency->final) :
		    AVERAGE_ABSENT;
	}
	chart_fill_trend(context,
	    &(struct trend){ .title = arena_format(context->arena, "Skor dari tahun ke tahun, %s",
				 newest->agency->name),
		.years = numbers,
		.count = years->count,
		.series = { { "Skor akhir", INK_CITY, final },
		    { "Penilaian mandiri", INK_SELF, self } },
		.series_count = 2,
		.categories = newest->results->categories,
		.category_count = newest->results->category_count });
}

/* One sentence, of what the list of its region says too. */
static const char *
public_words(struct context *context, const struct published_year *year)
{
	const char *lowest = headline_lowest(context->arena, year->results, year->agency);

	if (year->agency->staged == LEVEL_ABSENT)
		return "";
	return arena_format(context->arena,
	    "Rata-rata %s %s; variabel yang paling rendah: %s (Tingkat %s).",
	    year->results->region_name,
	    words_tenths(context->arena, year->results->average_assessed), lowest,
	    words_roman(year->agency->staged));
}

static void
fill_year(struct context *context, struct node *node, const struct published_year *year)
{
	results_fill_agency(context, node, year->agency);
	node_set_int(node, "year", year->results->year);
	if (year->results->average_assessed != AVERAGE_ABSENT)
		node_set(node, "average",
		    words_tenths(context->arena, year->results->average_assessed));
}

void
agency_years_fill(struct context *context, const struct agency_years *years)
{
	const struct published_year *newest = &years->years[0];
	const struct published_year *before = years->count > 1 ? &years->years[1] : NULL;
	struct node *list = page_node(&context->page, "Years");
	struct headline headline = headline_of_agency(context->arena, newest->results,
	    newest->agency, before != NULL ? before->results : NULL,
	    before != NULL ? before->agency : NULL);

	headline.words = public_words(context, newest);
	headline_fill(context, page_node(&context->page, "Headline"), &headline);
	page_set_int(&context->page, "Agency.id", newest->agency->agency_id);
	page_set(&context->page, "Agency.name", newest->agency->name);
	page_set(&context->page, "Agency.region_name", newest->results->region_name);
	page_set(&context->page, "Agency.region_code", newest->results->region_code);
	for (size_t at = 0; at < years->count; at++)
		fill_year(context, node_row(list, at), &years->years[at]);
	fill_trend(context, years);
}
