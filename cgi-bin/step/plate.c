/* SPDX-License-Identifier: ISC */
#include "step/plate.h"

#include <stdlib.h>

#include "base/banned.h"

struct block *
plate_compose(struct composition *composition, enum plate plate,
    const char *title)
{
	struct block *block = compose(composition, BLOCK_PICTURE, title);

	block->level = (int)plate;
	return block;
}

void
plate_series(struct block *block, const char *name, enum ink ink)
{
	compose_column(block, name, (int)ink, ALIGN_LEFT);
}

static int
number(const struct row *row, size_t cell, int absent)
{
	return cell >= row->count || *row->cells[cell] == '\0' ? absent :
	    (int)strtol(row->cells[cell], NULL, 10);
}

/* Heads and figures of the rows that are no sum. */
struct figures_of {
	const char **names;
	size_t count;
	const struct row *total;
};

static struct figures_of
read_rows(struct arena *arena, const struct block *block)
{
	struct figures_of found = {
	    .names = arena_array(arena, block->row_count + 1,
	    sizeof(const char *)) };

	for (const struct row *row = block->rows; row != NULL; row = row->next)
		if (row->total)
			found.total = row;
		else if (row->count > 0)
			found.names[found.count++] = row->cells[0];
	return found;
}

static struct series
read_series(struct arena *arena, const struct block *block, size_t column,
    int absent)
{
	int *levels = arena_array(arena, block->row_count + 1,
	    sizeof(*levels));
	int ink = block->columns[column].width;
	size_t at = 0;

	for (const struct row *row = block->rows; row != NULL; row = row->next)
		if (!row->total && row->count > 0)
			levels[at++] = number(row, column + 1, absent);
	return (struct series){ block->columns[column].label,
	    ink >= 0 && ink < INKS ? (enum ink)ink : INK_SELF, levels };
}

static struct picture *
radar(struct arena *arena, const struct block *block, int32_t width)
{
	struct figures_of figures = read_rows(arena, block);
	struct radar radar = { .title = block->text,
	    .variables = figures.names, .count = figures.count };

	for (size_t at = 0; at < block->column_count && at < SERIES_MAX; at++)
		radar.series[radar.series_count++] = read_series(arena, block,
		    at, LEVEL_ABSENT);
	return picture_radar(arena, &radar, width);
}

static struct picture *
bars(struct arena *arena, const struct block *block, int32_t width)
{
	bool averages = block->level == PLATE_AVERAGES;
	int absent = averages ? AVERAGE_ABSENT : LEVEL_ABSENT;
	struct figures_of figures = read_rows(arena, block);

	return picture_bars(arena, &(struct bars){ .title = block->text,
	    .variables = figures.names, .count = figures.count,
	    .before = read_series(arena, block, 0, absent),
	    .after = read_series(arena, block, 1, absent),
	    .averages = averages,
	    .before_total = figures.total != NULL ? number(figures.total, 1,
	    AVERAGE_ABSENT) : AVERAGE_ABSENT,
	    .after_total = figures.total != NULL ? number(figures.total, 2,
	    AVERAGE_ABSENT) : AVERAGE_ABSENT }, width);
}

static struct picture *
waterfall(struct arena *arena, const struct block *block, int32_t width)
{
	struct figures_of figures = read_rows(arena, block);

	return picture_waterfall(arena, &(struct waterfall){
	    .title = block->text, .variables = figures.names,
	    .count = figures.count,
	    .before = read_series(arena, block, 0, LEVEL_ABSENT),
	    .after = read_series(arena, block, 1, LEVEL_ABSENT) }, width);
}

static struct picture *
distribution(struct arena *arena, const struct block *block, int32_t width)
{
	struct figures_of figures = read_rows(arena, block);
	struct category *categories = arena_array(arena, figures.count + 1,
	    sizeof(*categories));
	int *agencies = arena_array(arena, figures.count + 1,
	    sizeof(*agencies));
	size_t at = 0;

	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		if (row->total || row->count == 0)
			continue;
		categories[at].level = (int)at + 1;
		categories[at].name = row->cells[0];
		categories[at].min_tenths = number(row, 1, 0);
		categories[at].max_tenths = number(row, 2, 0);
		agencies[at++] = number(row, 3, 0);
	}
	return picture_distribution(arena, &(struct distribution){
	    .title = block->text, .categories = categories,
	    .agencies = agencies, .count = at,
	    .agency_count = figures.total != NULL ?
	    (size_t)number(figures.total, 1, 0) : 0 }, width);
}

struct picture *
plate_picture(struct arena *arena, const struct block *block, int32_t width)
{
	size_t series = block->column_count;

	if (block->kind != BLOCK_PICTURE || block->row_count == 0)
		return NULL;
	switch (block->level) {
	case PLATE_RADAR:
		return series > 0 ? radar(arena, block, width) : NULL;
	case PLATE_BARS:
	case PLATE_AVERAGES:
		return series == 2 ? bars(arena, block, width) : NULL;
	case PLATE_WATERFALL:
		return series == 2 ? waterfall(arena, block, width) : NULL;
	case PLATE_DISTRIBUTION:
		return distribution(arena, block, width);
	default:
		return NULL;
	}
}
