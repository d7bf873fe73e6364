/* SPDX-License-Identifier: ISC */
#include "document/chart.h"

#include <string.h>

#include "base/banned.h"

/* The pictures of one region. */

const char *const *
chart_variables(struct arena *arena, const struct figures *figures)
{
	const char **names = arena_array(arena, figures->variable_count + 1,
	    sizeof(*names));

	for (size_t at = 0; at < figures->variable_count; at++)
		names[at] = figures->variables[at].name;
	return names;
}

static void
make_heat(struct visit *visit, const struct figures *figures,
    struct heat *heat)
{
	size_t width = figures->variable_count;
	const char **names = arena_array(visit->arena, figures->count + 1,
	    sizeof(*names));
	int *levels = arena_array(visit->arena, figures->count * width + 1,
	    sizeof(*levels));

	for (size_t at = 0; at < figures->count; at++) {
		names[at] = figures->agencies[at].name;
		memcpy(levels + at * width, figures->agencies[at].final_levels,
		    width * sizeof(*levels));
	}
	*heat = (struct heat){ .title = chart_title(visit->arena, "Tingkat "
	    "akhir tiap perangkat daerah dan variabel", figures->region_name,
	    figures->year), .agencies = names, .agency_count = figures->count,
	    .variables = chart_variables(visit->arena, figures),
	    .count = width, .levels = levels };
}

/* Year by year what figures_load() makes of it, so that no other number can
 * stand here. */
static int
make_trend(struct visit *visit, const struct figures *figures,
    bool public_only, struct trend *trend)
{
	int *years, *assessed, *all;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_CHART_CYCLES,
	    db_int(figures->region_id), db_int(figures->year),
	    db_int(public_only), db_int(TREND_YEARS));

	if (result < 0)
		return visit_status(visit, result);
	years = arena_array(visit->arena, 3 * rows.count + 1, sizeof(*years));
	assessed = years + rows.count;
	all = assessed + rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		size_t at = rows.count - 1 - row;
		struct figures then = *figures;
		int status = row_int(&rows, row, "id") == figures->cycle_id ?
		    0 : figures_load(visit, row_int(&rows, row, "id"), &then);

		if (status != 0)
			return status;
		years[at] = (int)then.year;
		assessed[at] = then.average_assessed;
		all[at] = then.assessed == 0 ? AVERAGE_ABSENT :
		    then.average_all;
	}
	*trend = (struct trend){ .title = arena_format(visit->arena,
	    "Rata-rata dari tahun ke tahun, %s", figures->region_name),
	    .years = years, .count = rows.count,
	    .series = { { "Yang dinilai", INK_CITY, assessed },
	    { "Semua perangkat daerah", INK_SELF, all } }, .series_count = 2,
	    .categories = figures->categories,
	    .category_count = figures->category_count };
	return 0;
}

int
charts_of_region(struct visit *visit, const struct figures *figures,
    bool public_only, struct region_charts *charts)
{
	memset(charts, 0, sizeof(*charts));
	make_heat(visit, figures, &charts->heat);
	charts->distribution = (struct distribution){
	    .title = chart_title(visit->arena, "Sebaran kategori",
	    figures->region_name, figures->year),
	    .categories = figures->categories,
	    .agencies = figures->category_agencies,
	    .count = figures->category_count,
	    .agency_count = figures->count };
	return make_trend(visit, figures, public_only, &charts->trend);
}
