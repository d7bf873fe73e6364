/* SPDX-License-Identifier: ISC */
/*
 * The figures of a picture as rows of a model, and back: an issued paper draws
 * its picture from what it keeps.  Rows are read as if somebody had tampered
 * with them, and a picture that cannot be right is not drawn.
 */
#include "document/chart_record.h"

#include <stdlib.h>

#include "rules/calendar.h"
#include "base/banned.h"

/* The level of a BLOCK_PICTURE.  Issued papers hold these numbers. */
enum record {                /* its rows: */
	RECORD_RADAR = 1,    /* variable, level of each series */
	RECORD_BARS,         /* the same, two series */
	RECORD_AVERAGES,     /* the same in tenths; last the totals */
	RECORD_WATERFALL,    /* as bars */
	RECORD_DISTRIBUTION, /* category, its tenths from and to, agencies;
				 * last the number of all agencies */
	RECORD_HEAT,         /* agency, level of each variable */
	RECORD_TREND,        /* year, tenths of each series; then for each
				 * category its name, tenths from and to */
	RECORD_PROGRESS,     /* day, agencies that came through each part;
				 * then days in all and agencies, and of each
				 * part the days planned, from and until */
	RECORD_LADDER,       /* as radar */
	RECORD_COUNTS        /* name, count; the only column says what is counted, the last
			      * row what the names are */
};

/* ---- figures into rows ---------------------------------------------------- */

static struct block *
chart_record_begin(struct document_model *model, enum record record, const char *title)
{
	struct block *block = compose(model, BLOCK_PICTURE, title);

	block->level = (int)record;
	return block;
}

static const char *
chart_record_figure(struct arena *arena, int value, int absent)
{
	return value == absent ? "" : arena_format(arena, "%d", value);
}

static const char *
chart_record_day_text(struct arena *arena, int32_t day)
{
	char text[DAY_TEXT];

	return arena_text(arena, day_format(text, day));
}

/* One row for each head, one cell for each series; the ink of a series is the
 * width of its column. */
static struct block *
put_series(struct document_model *model, enum record record, const char *title,
    const char *const *heads, size_t count, const struct series *series, size_t series_count,
    int absent)
{
	struct block *block = chart_record_begin(model, record, title);

	for (size_t at = 0; at < series_count; at++)
		compose_column(block, series[at].name, (int)series[at].ink, ALIGN_LEFT);
	for (size_t row = 0; row < count; row++) {
		struct row *line = compose_line(model, block);

		compose_cell(line, heads[row]);
		for (size_t at = 0; at < series_count; at++)
			compose_cell(line,
			    chart_record_figure(model->arena, series[at].levels[row], absent));
	}
	return block;
}

struct block *
chart_record_radar(struct document_model *model, const struct radar *radar)
{
	return put_series(model, RECORD_RADAR, radar->title, radar->variables, radar->count,
	    radar->series, radar->series_count, LEVEL_ABSENT);
}

struct block *
chart_record_ladder(struct document_model *model, const struct ladder *ladder)
{
	return put_series(model, RECORD_LADDER, ladder->title, ladder->variables, ladder->count,
	    ladder->series, ladder->series_count, LEVEL_ABSENT);
}

struct block *
chart_record_bars(struct document_model *model, const struct bars *bars)
{
	struct series both[] = { bars->before, bars->after };
	int absent = bars->averages ? AVERAGE_ABSENT : LEVEL_ABSENT;
	struct block *block = put_series(model, bars->averages ? RECORD_AVERAGES : RECORD_BARS,
	    bars->title, bars->variables, bars->count, both, 2, absent);

	if (bars->averages)
		compose_row(model, block, "",
		    chart_record_figure(model->arena, bars->before_total, absent),
		    chart_record_figure(model->arena, bars->after_total, absent))
		    ->total = true;
	return block;
}

struct block *
chart_record_waterfall(struct document_model *model, const struct waterfall *waterfall)
{
	struct series both[] = { waterfall->before, waterfall->after };

	return put_series(model, RECORD_WATERFALL, waterfall->title, waterfall->variables,
	    waterfall->count, both, 2, LEVEL_ABSENT);
}

struct block *
chart_record_heat(struct document_model *model, const struct heat *heat)
{
	struct block *block;

	if (1 + heat->count > CELLS_MAX)
		return NULL;
	block = chart_record_begin(model, RECORD_HEAT, heat->title);
	for (size_t at = 0; at < heat->count; at++)
		compose_column(block, heat->variables[at], 0, ALIGN_LEFT);
	for (size_t row = 0; row < heat->agency_count; row++) {
		struct row *line = compose_line(model, block);

		compose_cell(line, heat->agencies[row]);
		for (size_t at = 0; at < heat->count; at++)
			compose_cell(line,
			    chart_record_figure(model->arena, heat->levels[row * heat->count + at],
				LEVEL_ABSENT));
	}
	return block;
}

static void
put_category(struct document_model *model, struct block *block, const struct category *category,
    const char *figures)
{
	struct arena *arena = model->arena;
	struct row *row = compose_row(model, block, category->name,
	    arena_format(arena, "%d", category->min_tenths),
	    arena_format(arena, "%d", category->max_tenths));

	row->total = figures == NULL;
	if (figures != NULL)
		compose_cell(row, figures);
}

struct block *
chart_record_distribution(struct document_model *model, const struct distribution *distribution)
{
	struct arena *arena = model->arena;
	struct block *block = chart_record_begin(model, RECORD_DISTRIBUTION, distribution->title);

	for (size_t at = 0; at < distribution->count; at++)
		put_category(model, block, &distribution->categories[at],
		    arena_format(arena, "%d", distribution->agencies[at]));
	compose_row(model, block, "", arena_format(arena, "%zu", distribution->agency_count))
	    ->total = true;
	return block;
}

struct block *
chart_record_counts(struct document_model *model, const struct counts *counts)
{
	struct block *block = chart_record_begin(model, RECORD_COUNTS, counts->title);

	compose_column(block, counts->what, 0, ALIGN_LEFT);
	for (size_t at = 0; at < counts->count; at++)
		compose_row(model, block, counts->names[at],
		    arena_format(model->arena, "%d", counts->counts[at]));
	compose_row(model, block, counts->head)->total = true;
	return block;
}

struct block *
chart_record_trend(struct document_model *model, const struct trend *trend)
{
	struct arena *arena = model->arena;
	struct block *block = chart_record_begin(model, RECORD_TREND, trend->title);

	for (size_t at = 0; at < trend->series_count; at++)
		compose_column(block, trend->series[at].name, (int)trend->series[at].ink,
		    ALIGN_LEFT);
	for (size_t row = 0; row < trend->count; row++) {
		struct row *line = compose_row(model, block,
		    arena_format(arena, "%d", trend->years[row]));

		for (size_t at = 0; at < trend->series_count; at++)
			compose_cell(line,
			    chart_record_figure(arena, trend->series[at].tenths[row],
				AVERAGE_ABSENT));
	}
	for (size_t at = 0; at < trend->category_count; at++)
		put_category(model, block, &trend->categories[at], NULL);
	return block;
}

struct block *
chart_record_progress(struct document_model *model, const struct progress *progress)
{
	struct arena *arena = model->arena;
	struct block *block = chart_record_begin(model, RECORD_PROGRESS, progress->title);

	for (size_t at = 0; at < progress->count; at++)
		compose_column(block, progress->parts[at].name, 0, ALIGN_LEFT);
	for (size_t day = 0; day < progress->known; day++) {
		struct row *line = compose_row(model, block,
		    chart_record_day_text(arena, progress->first + (int32_t)day));

		for (size_t at = 0; at < progress->count; at++)
			compose_cell(line,
			    arena_format(arena, "%d", progress->parts[at].done[day]));
	}
	compose_row(model, block, chart_record_day_text(arena, progress->first),
	    arena_format(arena, "%zu", progress->days),
	    arena_format(arena, "%d", progress->agencies))
	    ->total = true;
	for (size_t at = 0; at < progress->count; at++)
		compose_row(model, block, chart_record_day_text(arena, progress->parts[at].from),
		    chart_record_day_text(arena, progress->parts[at].until))
		    ->total = true;
	return block;
}

/* ---- rows into figures ---------------------------------------------------- */

static const char *
chart_record_text_of(const struct row *row, size_t cell)
{
	return cell < row->count ? row->cells[cell] : "";
}

static int
chart_record_number(const struct row *row, size_t cell, int absent)
{
	const char *text = chart_record_text_of(row, cell);

	return *text == '\0' ? absent : (int)strtol(text, NULL, 10);
}

static size_t
size_number(const struct row *row, size_t cell)
{
	int value = chart_record_number(row, cell, 0);

	return value > 0 ? (size_t)value : 0;
}

/* The rows of figures and their heads; those that are called totals stand
 * behind them. */
struct results_of {
	const char **names;
	const struct row **rows;
	size_t count;
	const struct row *totals; /* the first, the others follow; NULL */
};

static struct results_of
chart_record_read_rows(struct arena *arena, const struct block *block)
{
	struct results_of found = {
		.names = arena_array(arena, block->row_count + 1, sizeof(*found.names)),
		.rows = arena_array(arena, block->row_count + 1, sizeof(*found.rows))
	};

	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		if (row->total) {
			found.totals = row;
			break;
		}
		found.names[found.count] = chart_record_text_of(row, 0);
		found.rows[found.count++] = row;
	}
	return found;
}

static enum ink
ink_of(const struct column *column)
{
	return column->width >= 0 && column->width < INKS ? (enum ink)column->width : INK_SELF;
}

static int *
chart_record_read_column(struct arena *arena, const struct results_of *figures, size_t column,
    int absent)
{
	int *values = arena_array(arena, figures->count + 1, sizeof(*values));

	for (size_t at = 0; at < figures->count; at++)
		values[at] = chart_record_number(figures->rows[at], column + 1, absent);
	return values;
}

static struct series
read_series(struct arena *arena, const struct block *block, const struct results_of *figures,
    size_t column, int absent)
{
	return (struct series){ block->columns[column].label, ink_of(&block->columns[column]),
		chart_record_read_column(arena, figures, column, absent) };
}

static struct picture *
radar(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	struct radar radar = { .title = block->text,
		.variables = figures->names,
		.count = figures->count };

	for (size_t at = 0; at < block->column_count && at < SERIES_MAX; at++)
		radar.series[radar.series_count++] = read_series(arena, block, figures, at,
		    LEVEL_ABSENT);
	return picture_radar(arena, &radar, width);
}

static struct picture *
ladder(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	struct ladder ladder = { .title = block->text,
		.variables = figures->names,
		.count = figures->count };

	for (size_t at = 0; at < block->column_count && at < LADDER_SERIES; at++)
		ladder.series[ladder.series_count++] = read_series(arena, block, figures, at,
		    LEVEL_ABSENT);
	return picture_ladder(arena, &ladder, width);
}

static struct picture *
bars(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	bool averages = block->level == RECORD_AVERAGES;
	int absent = averages ? AVERAGE_ABSENT : LEVEL_ABSENT;
	const struct row *totals = figures->totals;

	return picture_bars(arena,
	    &(struct bars){ .title = block->text,
		.variables = figures->names,
		.count = figures->count,
		.before = read_series(arena, block, figures, 0, absent),
		.after = read_series(arena, block, figures, 1, absent),
		.averages = averages,
		.before_total = totals != NULL ? chart_record_number(totals, 1, AVERAGE_ABSENT) :
						 AVERAGE_ABSENT,
		.after_total = totals != NULL ? chart_record_number(totals, 2, AVERAGE_ABSENT) :
						AVERAGE_ABSENT },
	    width);
}

static struct picture *
waterfall(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	return picture_waterfall(arena,
	    &(struct waterfall){ .title = block->text,
		.variables = figures->names,
		.count = figures->count,
		.before = read_series(arena, block, figures, 0, LEVEL_ABSENT),
		.after = read_series(arena, block, figures, 1, LEVEL_ABSENT) },
	    width);
}

static struct picture *
heat(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	size_t count = block->column_count;
	const char **variables = arena_array(arena, count + 1, sizeof(*variables));
	int *levels = arena_array(arena, figures->count * count + 1, sizeof(*levels));

	for (size_t at = 0; at < count; at++)
		variables[at] = block->columns[at].label;
	for (size_t row = 0; row < figures->count; row++)
		for (size_t at = 0; at < count; at++) {
			int level = chart_record_number(figures->rows[row], at + 1, LEVEL_ABSENT);

			levels[row * count + at] = level >= LEVEL_MIN && level <= LEVEL_MAX ?
			    level :
			    LEVEL_ABSENT;
		}
	return picture_heat(arena,
	    &(struct heat){ .title = block->text,
		.agencies = figures->names,
		.agency_count = figures->count,
		.variables = variables,
		.count = count,
		.levels = levels },
	    width);
}

static struct category
chart_record_read_category(const struct row *row, int level)
{
	return (struct category){ .level = level,
		.name = chart_record_text_of(row, 0),
		.min_tenths = chart_record_number(row, 1, 0),
		.max_tenths = chart_record_number(row, 2, 0) };
}

static struct picture *
distribution(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	struct category *categories = arena_array(arena, figures->count + 1, sizeof(*categories));

	for (size_t at = 0; at < figures->count; at++)
		categories[at] = chart_record_read_category(figures->rows[at], (int)at + 1);
	return picture_distribution(arena,
	    &(struct distribution){ .title = block->text,
		.categories = categories,
		.agencies = chart_record_read_column(arena, figures, 2, 0),
		.count = figures->count,
		.agency_count = figures->totals != NULL ? size_number(figures->totals, 1) : 0 },
	    width);
}

static struct picture *
counts(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	int *values = chart_record_read_column(arena, figures, 0, 0);

	for (size_t at = 0; at < figures->count; at++)
		if (values[at] < 0)
			return NULL;
	return picture_counts(arena,
	    &(struct counts){ .title = block->text,
		.head = figures->totals != NULL ? chart_record_text_of(figures->totals, 0) : "",
		.what = block->columns[0].label,
		.names = figures->names,
		.counts = values,
		.count = figures->count },
	    width);
}

static struct picture *
trend(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	struct category *categories = arena_array(arena, block->row_count + 1, sizeof(*categories));
	int *years = arena_array(arena, figures->count + 1, sizeof(*years));
	struct trend trend = { .title = block->text,
		.years = years,
		.count = figures->count,
		.categories = categories };

	if (figures->count == 0 || figures->count > TREND_YEARS)
		return NULL;
	for (size_t at = 0; at < figures->count; at++)
		years[at] = chart_record_number(figures->rows[at], 0, 0);
	for (size_t at = 0; at < block->column_count && at < TREND_SERIES; at++) {
		trend.series[at].name = block->columns[at].label;
		trend.series[at].ink = ink_of(&block->columns[at]);
		trend.series[at].tenths = chart_record_read_column(arena, figures, at,
		    AVERAGE_ABSENT);
		trend.series_count++;
	}
	for (const struct row *row = figures->totals; row != NULL; row = row->next) {
		categories[trend.category_count] = chart_record_read_category(row,
		    (int)trend.category_count + 1);
		trend.category_count++;
	}
	return picture_trend(arena, &trend, width);
}

/* Days in their order: the rows of a paper that was tampered with may say
 * anything, and a picture is made of none of it. */
static bool
chart_record_read_parts(struct arena *arena, const struct block *block,
    const struct results_of *figures, struct progress *progress)
{
	const struct row *row = figures->totals;

	for (size_t at = 0; at < block->column_count; at++) {
		struct progress_part *part = &progress->parts[at];

		if (row == NULL || row->next == NULL)
			return false;
		row = row->next;
		part->name = block->columns[at].label;
		part->from = day_parse(chart_record_text_of(row, 0));
		part->until = day_parse(chart_record_text_of(row, 1));
		part->done = chart_record_read_column(arena, figures, at, 0);
		if (part->from == DAY_NONE || part->until < part->from)
			return false;
		for (size_t day = 0; day < figures->count; day++)
			if (part->done[day] < 0 || part->done[day] > progress->agencies)
				return false;
	}
	return true;
}

static struct picture *
progress(struct arena *arena, const struct block *block, const struct results_of *figures,
    int32_t width)
{
	struct progress progress = { .title = block->text,
		.known = figures->count,
		.count = block->column_count };

	if (figures->totals == NULL || block->column_count == 0 ||
	    block->column_count > PROGRESS_PARTS)
		return NULL;
	progress.first = day_parse(chart_record_text_of(figures->totals, 0));
	progress.days = size_number(figures->totals, 1);
	progress.agencies = chart_record_number(figures->totals, 2, 0);
	if (progress.first == DAY_NONE || progress.days == 0 || progress.days > PROGRESS_DAYS ||
	    progress.known > progress.days || progress.agencies < 0 ||
	    !chart_record_read_parts(arena, block, figures, &progress))
		return NULL;
	return picture_progress(arena, &progress, width);
}

struct picture *
chart_record_picture(struct arena *arena, const struct block *block, int32_t width)
{
	struct results_of figures;
	size_t series = block->column_count;

	if (block->kind != BLOCK_PICTURE || block->row_count == 0)
		return NULL;
	figures = chart_record_read_rows(arena, block);
	switch (block->level) {
	case RECORD_RADAR:
		return series > 0 ? radar(arena, block, &figures, width) : NULL;
	case RECORD_LADDER:
		return series > 0 ? ladder(arena, block, &figures, width) : NULL;
	case RECORD_BARS:
	case RECORD_AVERAGES:
		return series == 2 ? bars(arena, block, &figures, width) : NULL;
	case RECORD_WATERFALL:
		return series == 2 ? waterfall(arena, block, &figures, width) : NULL;
	case RECORD_DISTRIBUTION:
		return distribution(arena, block, &figures, width);
	case RECORD_COUNTS:
		return series == 1 ? counts(arena, block, &figures, width) : NULL;
	case RECORD_HEAT:
		return series > 0 ? heat(arena, block, &figures, width) : NULL;
	case RECORD_TREND:
		return series > 0 ? trend(arena, block, &figures, width) : NULL;
	case RECORD_PROGRESS:
		return progress(arena, block, &figures, width);
	default:
		return NULL;
	}
}

bool
chart_record_has_table(const struct block *block)
{
	return block->kind == BLOCK_PICTURE && block->row_count > 0 &&
	    block->level != RECORD_HEAT && block->level != RECORD_DISTRIBUTION &&
	    block->level != RECORD_COUNTS;
}

struct block *
chart_record_table(struct arena *arena, const struct block *block)
{
	enum { HEAD_WIDTH = 40, FIGURE_WIDTH = 12 };
	struct document_model model = { .arena = arena };
	struct block *table = compose(&model, BLOCK_TABLE, block->text);
	struct picture *picture = chart_record_picture(arena, block, PICTURE_WIDE);
	size_t count;

	if (picture == NULL || 1 + picture->table.column_count > CELLS_MAX)
		return table;
	count = picture->table.column_count;
	compose_column(table, picture->table.head, HEAD_WIDTH, ALIGN_LEFT);
	for (size_t at = 0; at < count; at++)
		compose_column(table, picture->table.columns[at], FIGURE_WIDTH, ALIGN_RIGHT);
	for (size_t row = 0; row < picture->table.row_count; row++) {
		const struct picture_row *from = &picture->table.rows[row];

		struct row *line = compose_row(&model, table, from->head);

		line->total = from->total;
		for (size_t at = 0; at < count; at++)
			compose_cell(line, from->cells[at]);
	}
	return table;
}
