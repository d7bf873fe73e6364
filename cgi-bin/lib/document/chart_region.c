/* SPDX-License-Identifier: ISC */
/*
 * The pictures of one region: agencies against variables, how they spread over
 * the categories, and the average over the years.
 */
#include "document/chart.h"

#include <string.h>

#include "base/banned.h"

const char *const *
chart_variables(struct arena *arena, const struct results *results)
{
	const char **names = arena_array(arena, results->variable_count + 1, sizeof(*names));

	for (size_t at = 0; at < results->variable_count; at++)
		names[at] = results->variables[at].name;
	return names;
}

static void
make_heat(struct context *context, const struct results *results, struct heat *heat)
{
	size_t width = results->variable_count;
	const char **names = arena_array(context->arena, results->listed + 1, sizeof(*names));
	int *levels = arena_array(context->arena, results->listed * width + 1, sizeof(*levels));

	for (size_t at = 0; at < results->listed; at++) {
		names[at] = results->agencies[at].name;
		memcpy(levels + at * width, results->agencies[at].final_levels,
		    width * sizeof(*levels));
	}
	*heat = (struct heat){ .title = chart_title(context->arena,
				   "Tingkat "
				   "akhir tiap perangkat daerah dan variabel",
				   results->region_name, results->year),
		.agencies = names,
		.agency_count = results->listed,
		.variables = chart_variables(context->arena, results),
		.count = width,
		.levels = levels };
}

static int
trend_load(struct context *context, int64_t cycle_id, bool public_only,
    const struct results **loaded)
{
	struct results *then = arena_alloc(context->arena, sizeof(*then));

	*loaded = then;
	return public_only ?
	    results_load_published(context, cycle_id, then) :
	    results_load(context, cycle_id, then);
}

/* Year by year what results_load() makes of it, so that no other number can
 * stand here. */
static int
make_trend(struct context *context, const struct results *results, bool public_only,
    struct region_charts *charts)
{
	int *years, *assessed, *all;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CHART_CYCLES,
	    db_int(results->region_id), db_int(results->year), db_int(public_only),
	    db_int(TREND_YEARS));

	if (result < 0)
		return context_status(context, result);
	years = arena_array(context->arena, 3 * rows.count + 1, sizeof(*years));
	assessed = years + rows.count;
	all = assessed + rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		size_t at = rows.count - 1 - row;
		const struct results *then = results;
		int status = 0;

		if (row_int(&rows, row, "id") != results->cycle_id)
			status = trend_load(context, row_int(&rows, row, "id"), public_only, &then);
		if (status != 0)
			return status;
		years[at] = (int)then->year;
		assessed[at] = then->average_assessed;
		all[at] = then->assessed == 0 || then->average_assessed == AVERAGE_ABSENT ?
		    AVERAGE_ABSENT :
		    then->average_all;
		if (charts->before == NULL && then->year < results->year)
			charts->before = then;
	}
	charts->trend = (struct trend){
		.title = arena_format(context->arena, "Rata-rata dari tahun ke tahun, %s",
		    results->region_name),
		.years = years,
		.count = rows.count,
		.series = { { "Yang dinilai", INK_CITY, assessed },
		    { "Semua perangkat daerah", INK_SELF, all } },
		.series_count = 2,
		.categories = results->categories,
		.category_count = results->category_count
	};
	return 0;
}

int
charts_of_region(struct context *context, const struct results *results, bool public_only,
    struct region_charts *charts)
{
	memset(charts, 0, sizeof(*charts));
	make_heat(context, results, &charts->heat);
	charts->distribution = (struct distribution){
		.title = chart_title(context->arena, "Sebaran kategori", results->region_name,
		    results->year),
		.categories = results->categories,
		.agencies = results->category_agencies,
		.count = results->category_count,
		.agency_count = results->count
	};
	return make_trend(context, results, public_only, charts);
}
