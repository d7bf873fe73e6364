/* SPDX-License-Identifier: ISC */
/*
 * What a picture shows is what its table says: every mark is measured, row by
 * row, against the figure in its row, and stands in the order of the table.  A
 * length counts against the lengths beside it, so that a picture may be laid
 * out anew without this.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "picture/canvas.h"
#include "rules/calendar.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { VARIABLES = 11, MARKS = 200 };

static const int32_t widths[] = { PICTURE_NARROW, 5200, PICTURE_WIDE };
#define EACH_WIDTH for (size_t wide = 0; wide < COUNT(widths); wide++)

/* No two alike where they could be mistaken for each other. */
static const int self[] = { 5, 4, 2, 1, 2, 4, 5, 4, 3, 3, 2 };
static const int city[] = { 4, 5, 5, 1, 3, 2, 5, 3, 4, 5, 1 };
static const int province[] = { 3, 5, 4, 2, 3, 1, 5, 4, 2, 5, 1 };

static const char *const names[VARIABLES] = { "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam",
	"Tujuh", "Delapan", "Sembilan", "Sepuluh", "Sebelas" };

static const struct category categories[] = { { 1, "Sangat Rendah", 110, 190 },
	{ 2, "Rendah", 191, 280 }, { 3, "Sedang", 281, 370 }, { 4, "Tinggi", 371, 460 },
	{ 5, "Sangat Tinggi", 461, 550 } };

static struct arena arena;

/* ---- finding marks ------------------------------------------------------------ */

/* Shapes of a kind and ink in the order of drawing, but the first `skip`: those of the legend. */
static size_t
marks(const struct picture *picture, enum shape_kind kind, enum ink ink, size_t skip,
    const struct shape *found[MARKS])
{
	size_t count = 0;

	for (size_t at = 0; at < picture->shape_count; at++) {
		const struct shape *shape = &picture->shapes[at];

		if (shape->kind != kind || shape->ink != ink)
			continue;
		if (skip > 0) {
			skip--;
			continue;
		}
		assert_true(count < MARKS);
		found[count++] = shape;
	}
	return count;
}

static const char *
cell(const struct picture *picture, size_t row, size_t column)
{
	assert_true(row < picture->table.row_count && column < picture->table.column_count);
	return picture->table.rows[row].cells[column];
}

/* "37,8" is 378, "+9" 90, "−2" -20, "III" 30; what is absent is none. */
static int
tenths(const char *text)
{
	bool less = strncmp(text, "−", strlen("−")) == 0;
	char *end;
	long whole, part = 0;

	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++)
		if (strcmp(text, level_roman(level)) == 0)
			return 10 * level;
	if (less)
		text += strlen("−");
	whole = strtol(text, &end, 10);
	assert_true(end != text);
	if (*end == ',')
		part = strtol(end + 1, &end, 10);
	assert_true(*end == '\0');
	return (int)(less ? -(10 * whole + part) : 10 * whole + part);
}

static bool
near(int64_t one, int64_t other, int64_t by)
{
	return one - other <= by && other - one <= by;
}

/* The first text that begins just behind a mark, on its line. */
static void
says_beside(const struct picture *picture, int32_t right, int32_t y, const char *text)
{
	for (size_t at = 0; at < picture->shape_count; at++) {
		const struct shape *shape = &picture->shapes[at];

		if (shape->kind == SHAPE_TEXT && shape->box.x > right &&
		    shape->box.x < right + 200 && near(shape->box.y - TEXT_RISE, y, 40)) {
			if (strcmp(shape->text, text) != 0)
				fail_msg("%s: \"%s\" stands where \"%s\" should", picture->title,
				    shape->text, text);
			return;
		}
	}
	fail_msg("%s: nothing says \"%s\"", picture->title, text);
}

/* Lengths are to each other as their figures are. */
static void
in_proportion(const int32_t *lengths, const int *figures, size_t count)
{
	for (size_t at = 0; at < count; at++)
		for (size_t other = 0; other < count; other++)
			if (!near((int64_t)lengths[at] * figures[other],
				(int64_t)lengths[other] * figures[at],
				2 * (int64_t)(figures[at] + figures[other])))
				fail_msg("mark %zu is %d long for %d, mark %zu %d for %d", at,
				    lengths[at], figures[at], other, lengths[other],
				    figures[other]);
}

/* ---- levels ------------------------------------------------------------------- */

static void
measure_bars(const struct picture *picture)
{
	const struct shape *before[MARKS], *after[MARKS];
	int32_t lengths[2 * VARIABLES];
	int figures[2 * VARIABLES];

	assert_int_equal(marks(picture, SHAPE_RECT, INK_BAR_BEFORE, 1, before), VARIABLES);
	assert_int_equal(marks(picture, SHAPE_RECT, INK_BAR_AFTER, 1, after), VARIABLES);
	for (size_t at = 0; at < VARIABLES; at++) {
		const struct shape *both[] = { before[at], after[at] };

		for (size_t one = 0; one < 2; one++) {
			struct box box = both[one]->box;

			assert_int_equal(box.x, before[0]->box.x);
			lengths[2 * at + one] = box.width;
			figures[2 * at + one] = tenths(cell(picture, at, one));
			says_beside(picture, box.x + box.width, box.y + box.height / 2,
			    cell(picture, at, one));
		}
		assert_true(before[at]->box.y < after[at]->box.y);
		assert_true(at == 0 || after[at - 1]->box.y < before[at]->box.y);
		assert_int_equal(tenths(cell(picture, at, 2)),
		    figures[2 * at + 1] - figures[2 * at]);
	}
	in_proportion(lengths, figures, 2 * VARIABLES);
}

static void
bars(void **state)
{
	static const int then[] = { 38, 12, 20, 31, 44, 50, 10, 27, 33, 41, 15 };
	static const int now[] = { 41, 10, 25, 30, 44, 49, 13, 30, 21, 48, 50 };
	struct bars levels = { .title = "Tingkat",
		.variables = names,
		.count = VARIABLES,
		.before = { "Mandiri", INK_SELF, self },
		.after = { "Akhir", INK_CITY, city } };
	struct bars averages = { .title = "Rata-rata",
		.variables = names,
		.count = VARIABLES,
		.before = { "2025", INK_SELF, then },
		.after = { "2026", INK_CITY, now },
		.averages = true,
		.before_total = 321,
		.after_total = 361 };

	(void)state;
	EACH_WIDTH
	{
		struct picture *picture = picture_bars(&arena, &levels, widths[wide]);

		measure_bars(picture);
		assert_string_equal(cell(picture, VARIABLES, 0), "35");
		assert_string_equal(cell(picture, VARIABLES, 1), "38");
		picture = picture_bars(&arena, &averages, widths[wide]);
		measure_bars(picture);
		assert_string_equal(cell(picture, VARIABLES, 0), "32,1");
		assert_string_equal(cell(picture, VARIABLES, 2), "+4,0");
	}
}

/* Every step begins where the one before has ended, and is as long as it adds. */
static void
waterfall(void **state)
{
	struct waterfall fall = { .title = "Asal perubahan",
		.variables = names,
		.count = VARIABLES,
		.before = { "Mandiri", INK_SELF, self },
		.after = { "Akhir", INK_CITY, city } };

	(void)state;
	EACH_WIDTH
	{
		const struct picture *picture = picture_waterfall(&arena, &fall, widths[wide]);
		int32_t at = 0, left = 0, y = 0, unit = 0;
		size_t row = 0;

		for (size_t shape = 0; shape < picture->shape_count; shape++) {
			struct box box = picture->shapes[shape].box;
			enum ink ink = picture->shapes[shape].ink;
			int change;

			if (picture->shapes[shape].kind != SHAPE_RECT)
				continue;
			assert_true(box.y > y);
			y = box.y;
			if (row == 0) {
				left = box.x;
				unit = box.width / 35;
				assert_int_equal(ink, INK_TOTAL);
				at = left + box.width;
				row++;
				continue;
			}
			while (row <= VARIABLES && strcmp(cell(picture, row, 0), "0") == 0)
				row++;
			change = tenths(cell(picture, row, 0)) / 10;
			if (row > VARIABLES) {
				assert_int_equal(ink, INK_TOTAL);
				assert_int_equal(box.x, left);
				assert_true(near(box.x + box.width, at, 2));
				assert_true(near(box.width, 38 * unit, unit));
				continue;
			}
			assert_int_equal(ink, change > 0 ? INK_GAIN : INK_LOSS);
			assert_true(near(change > 0 ? box.x : box.x + box.width, at, 2));
			assert_true(near(box.width, unit * abs(change), abs(change) + 2));
			at += change > 0 ? box.width : -box.width;
			says_beside(picture, box.x + box.width, box.y + box.height / 2,
			    cell(picture, row, 0));
			row++;
		}
		assert_int_equal(row, VARIABLES + 1);
	}
}

/* The middle of a mark: a dot, or the corners of a polygon. */
static struct point
middle_of(const struct shape *shape)
{
	struct point least = { INT32_MAX, INT32_MAX }, most = { 0, 0 };

	if (shape->kind == SHAPE_DOT)
		return (struct point){ shape->box.x, shape->box.y };
	for (size_t at = 0; at < shape->count; at++) {
		struct point point = shape->points[at];

		least.x = point.x < least.x ? point.x : least.x;
		least.y = point.y < least.y ? point.y : least.y;
		most.x = point.x > most.x ? point.x : most.x;
		most.y = point.y > most.y ? point.y : most.y;
	}
	return (struct point){ (least.x + most.x) / 2, (least.y + most.y) / 2 };
}

/* On the axis of its variable, as far out as its level. */
static void
measure_series(const struct picture *picture, size_t column, enum ink line, enum shape_kind kind,
    enum ink ink)
{
	const struct shape *axes[MARKS], *points[MARKS], *lines[MARKS];

	assert_int_equal(marks(picture, SHAPE_LINE, INK_GRID, 0, axes), VARIABLES);
	assert_int_equal(marks(picture, kind, ink, 1, points), VARIABLES);
	assert_int_equal(marks(picture, SHAPE_POLYGON, line, 0, lines), 1);
	assert_int_equal(lines[0]->count, VARIABLES);
	for (size_t at = 0; at < VARIABLES; at++) {
		struct point centre = axes[at]->points[0], end = axes[at]->points[1];
		struct point mark = middle_of(points[at]);
		int level = tenths(cell(picture, at, column)) / 10;

		assert_true(near(mark.x, centre.x + (end.x - centre.x) * level / LEVEL_MAX, 3));
		assert_true(near(mark.y, centre.y + (end.y - centre.y) * level / LEVEL_MAX, 3));
		assert_int_equal(lines[0]->points[at].x, mark.x);
		assert_int_equal(lines[0]->points[at].y, mark.y);
	}
}

/* The first axis points upwards, the others follow as the hours of a clock. */
static void
measure_axes(const struct picture *picture)
{
	const struct shape *axes[MARKS];

	marks(picture, SHAPE_LINE, INK_GRID, 0, axes);
	assert_int_equal(axes[0]->points[0].x, axes[0]->points[1].x);
	assert_true(axes[0]->points[1].y < axes[0]->points[0].y);
	for (size_t at = 0; at < VARIABLES; at++) {
		const struct point *one = axes[at]->points,
				   *next = axes[(at + 1) % VARIABLES]->points;
		int64_t turn = (int64_t)(one[1].x - one[0].x) * (next[1].y - one[0].y) -
		    (int64_t)(one[1].y - one[0].y) * (next[1].x - one[0].x);

		assert_true(turn > 0);
	}
}

/* Segments are filled as far as the last say goes, and each mark lies below the segment of its level. */
static void
ladder(void **state)
{
	struct ladder of = { .title = "Tingkat", .variables = names, .count = VARIABLES };

	(void)state;
	ladder_add(&of, "Mandiri", INK_SELF, self);
	ladder_add(&of, "Verifikasi", INK_CITY, city);
	ladder_add(&of, "Validasi", INK_PROVINCE, province);
	EACH_WIDTH
	{
		const struct picture *picture = picture_ladder(&arena, &of, widths[wide]);
		const struct shape *full[MARKS], *rings[MARKS], *squares[MARKS], *diamonds[MARKS];
		size_t filled = marks(picture, SHAPE_RECT, INK_BAR_AFTER, 0, full), row = 0;

		assert_int_equal(filled, score_sum(province, VARIABLES).sum);
		/* Behind those of the legend. */
		marks(picture, SHAPE_DOT, INK_SELF_MARK, 1, rings);
		marks(picture, SHAPE_POLYGON, INK_CITY_MARK, 1, squares);
		marks(picture, SHAPE_POLYGON, INK_PROVINCE_MARK, 1, diamonds);
		for (size_t at = 0; at < VARIABLES; row += (size_t)province[at++]) {
			int32_t left = full[0]->box.x, segment = full[1]->box.x - left;
			int32_t said[] = { rings[at]->box.x, middle_of(squares[at]).x,
				middle_of(diamonds[at]).x };
			const int levels[] = { self[at], city[at], province[at] };

			assert_int_equal(full[row]->box.x, left);
			for (size_t one = 0; one < COUNT(said); one++)
				assert_int_equal((said[one] - left) / segment + 1, levels[one]);
			assert_true(rings[at]->box.y > full[row]->box.y + full[row]->box.height);
		}
	}
}

static void
radar(void **state)
{
	struct radar radar = { .title = "Tingkat tiap variabel",
		.variables = names,
		.count = VARIABLES,
		.series = { { "Mandiri", INK_SELF, self }, { "Verifikasi", INK_CITY, city },
		    { "Validasi", INK_PROVINCE, province } },
		.series_count = 3 };

	(void)state;
	EACH_WIDTH
	{
		const struct picture *picture = picture_radar(&arena, &radar, widths[wide]);

		measure_axes(picture);
		measure_series(picture, 0, INK_SELF, SHAPE_DOT, INK_SELF_MARK);
		measure_series(picture, 1, INK_CITY, SHAPE_POLYGON, INK_CITY_MARK);
		measure_series(picture, 2, INK_PROVINCE, SHAPE_POLYGON, INK_PROVINCE_MARK);
		for (size_t at = 0; at < VARIABLES; at++) {
			assert_int_equal(tenths(cell(picture, at, 0)), 10 * self[at]);
			assert_int_equal(tenths(cell(picture, at, 1)), 10 * city[at]);
			assert_int_equal(tenths(cell(picture, at, 2)), 10 * province[at]);
		}
	}
}

/* Row by row and from left to right, in whatever order they are drawn. */
static int
by_place(const void *one, const void *other)
{
	const struct box *first = &(*(const struct shape *const *)one)->box;
	const struct box *second = &(*(const struct shape *const *)other)->box;

	return first->y != second->y ? first->y - second->y : first->x - second->x;
}

static size_t
cells_of(const struct picture *picture, const struct shape *found[MARKS])
{
	size_t count = 0;

	for (enum ink ink = INK_LEVEL_0; ink <= INK_LEVEL_5; ink++)
		count += marks(picture, SHAPE_RECT, ink, 0, found + count);
	qsort(found, count, sizeof(found[0]), by_place);
	return count;
}

static void
says_within(const struct picture *picture, struct box box, const char *text)
{
	for (size_t at = 0; at < picture->shape_count; at++) {
		const struct shape *shape = &picture->shapes[at];

		if (shape->kind == SHAPE_TEXT && shape->anchor == ANCHOR_MIDDLE &&
		    shape->box.x > box.x && shape->box.x < box.x + box.width &&
		    shape->box.y > box.y && shape->box.y < box.y + box.height) {
			assert_string_equal(shape->text, text);
			return;
		}
	}
	fail_msg("%s: a cell without its %s", picture->title, text);
}

static void
heat(void **state)
{
	enum { AGENCIES = 4, LEGEND = LEVEL_MAX + 1 };
	static int levels[AGENCIES * VARIABLES];
	struct heat heat = { .title = "Peta panas",
		.agencies = names,
		.agency_count = AGENCIES,
		.variables = names,
		.count = VARIABLES,
		.levels = levels };

	(void)state;
	for (size_t at = 0; at < COUNT(levels); at++)
		levels[at] = (int)(at * 7 % 13) % 6;
	EACH_WIDTH
	{
		const struct picture *picture = picture_heat(&arena, &heat, widths[wide]);
		const struct shape *cells[2 * MARKS];

		assert_int_equal(cells_of(picture, cells), LEGEND + AGENCIES * VARIABLES);
		for (size_t at = 0; at < LEGEND + AGENCIES * VARIABLES; at++) {
			size_t row = at < LEGEND ? 0 : (at - LEGEND) / VARIABLES;
			size_t column = at < LEGEND ? 0 : (at - LEGEND) % VARIABLES;
			int level = (int)cells[at]->ink - INK_LEVEL_0;

			if (at < LEGEND) {
				assert_int_equal(level, (at + 1) % LEGEND);
				assert_int_equal(cells[at]->box.y, cells[0]->box.y);
				continue;
			}
			assert_int_equal(cells[at]->box.y, cells[LEGEND + row * VARIABLES]->box.y);
			assert_int_equal(cells[at]->box.x, cells[LEGEND + column]->box.x);
			assert_int_equal(level, levels[row * VARIABLES + column]);
			assert_string_equal(cell(picture, row, column),
			    level == LEVEL_ABSENT ? "–" : level_roman(level));
			says_within(picture, cells[at]->box, cell(picture, row, column));
		}
	}
}

/* ---- scores -------------------------------------------------------------------- */

static void
distribution(void **state)
{
	static const int counts[] = { 3, 1, 12, 30, 7 };
	struct distribution spread = { .title = "Sebaran",
		.categories = categories,
		.agencies = counts,
		.count = COUNT(counts),
		.agency_count = 60 };

	(void)state;
	EACH_WIDTH
	{
		const struct picture *picture = picture_distribution(&arena, &spread, widths[wide]);
		const struct shape *found[MARKS];
		size_t count = marks(picture, SHAPE_RECT, INK_BAR_AFTER, 0, found);
		int32_t lengths[COUNT(counts) + 1];
		int figures[COUNT(counts) + 1];

		assert_int_equal(count, COUNT(counts));
		assert_int_equal(marks(picture, SHAPE_RECT, INK_BAR_BEFORE, 0, found + count), 1);
		for (size_t at = 0; at <= count; at++) {
			struct box box = found[at]->box;

			lengths[at] = box.width;
			figures[at] = tenths(cell(picture, at, 0)) / 10;
			assert_int_equal(figures[at], at < count ? counts[at] : 7);
			assert_int_equal(box.x, found[0]->box.x);
			assert_true(at == 0 || box.y > found[at - 1]->box.y);
			says_beside(picture, box.x + box.width, box.y + box.height / 2,
			    cell(picture, at, 0));
		}
		in_proportion(lengths, figures, count + 1);
	}
}

/* As far above the axis as the average is above nought, and a year apart. */
static void
measure_line(const struct picture *picture, size_t column, enum shape_kind kind, enum ink ink)
{
	const struct shape *points[MARKS], *axis[MARKS];
	size_t count = marks(picture, kind, ink, 1, points), row = 0;
	int32_t heights[MARKS];
	int figures[MARKS];

	assert_int_equal(marks(picture, SHAPE_LINE, INK_AXIS, 0, axis), 1);
	for (size_t at = 0; at < count; at++, row++) {
		struct point mark = middle_of(points[at]);

		while (strcmp(cell(picture, row, column), "–") == 0)
			row++;
		heights[at] = axis[0]->points[0].y - mark.y;
		figures[at] = tenths(cell(picture, row, column));
		assert_true(at == 0 || mark.x > middle_of(points[at - 1]).x);
		for (size_t text = 0; text < picture->shape_count; text++)
			if (picture->shapes[text].kind == SHAPE_TEXT &&
			    strcmp(picture->shapes[text].text, picture->table.rows[row].head) == 0)
				assert_int_equal(picture->shapes[text].box.x, mark.x);
	}
	in_proportion(heights, figures, count);
}

static void
trend(void **state)
{
	static const int years[] = { 2022, 2023, 2024, 2025, 2026 };
	static const int high[] = { 381, 550, AVERAGE_ABSENT, 412, 470 };
	static const int low[] = { 120, 333, 110, AVERAGE_ABSENT, 300 };
	struct trend trend = { .title = "Tahun ke tahun",
		.years = years,
		.count = COUNT(years),
		.series = { { "Yang dinilai", INK_CITY, high }, { "Semua", INK_SELF, low } },
		.series_count = 2,
		.categories = categories,
		.category_count = COUNT(categories) };

	(void)state;
	EACH_WIDTH
	{
		const struct picture *picture = picture_trend(&arena, &trend, widths[wide]);
		const struct shape *lines[MARKS], *axis[MARKS];
		int32_t heights[COUNT(categories)];
		int figures[COUNT(categories)];

		measure_line(picture, 0, SHAPE_POLYGON, INK_CITY_MARK);
		measure_line(picture, 1, SHAPE_DOT, INK_SELF_MARK);
		for (size_t at = 0; at < COUNT(years); at++) {
			assert_string_equal(cell(picture, at, 0),
			    high[at] == AVERAGE_ABSENT ? "–" : tenths_text(&arena, high[at]));
			assert_string_equal(cell(picture, at, 1),
			    low[at] == AVERAGE_ABSENT ? "–" : tenths_text(&arena, low[at]));
		}
		/* The lines across stand where their categories end. */
		marks(picture, SHAPE_LINE, INK_AXIS, 0, axis);
		assert_int_equal(marks(picture, SHAPE_LINE, INK_GRID, 0, lines), COUNT(categories));
		for (size_t at = 0; at < COUNT(categories); at++) {
			heights[at] = axis[0]->points[0].y - lines[at]->points[0].y;
			figures[at] = categories[at].max_tenths;
		}
		in_proportion(heights, figures, COUNT(categories));
	}
}

static void
spread(void **state)
{
	static const int own[] = { 10, 20, 30, 40, 50, 20, 10, 20, 30, 40, 50 };
	static const int average[] = { 13, 22, 31, 38, 49, 24, 30, 21, 33, 41, 47 };
	static const int lower[] = { 11, 15, 25, 30, 45, 12, 10, 20, 20, 30, 40 };
	static const int median[] = { 14, 25, 32, 41, 48, 33, 22, 23, 31, 39, 46 };
	static const int upper[] = { 20, 35, 40, 50, 50, 44, 50, 30, 43, 48, 49 };
	struct spread among = { .title = "Di antara yang lain",
		.variables = names,
		.count = VARIABLES,
		.own = own,
		.average = average,
		.lower = lower,
		.median = median,
		.upper = upper };

	(void)state;
	EACH_WIDTH
	{
		const struct picture *picture = picture_spread(&arena, &among, widths[wide]);
		const struct shape *dots[MARKS], *middles[MARKS], *halves[MARKS], *averages[MARKS];
		int32_t first = 0, last = 0;

		/* The scale is where the levels are written. */
		for (size_t at = 0; at < picture->shape_count; at++) {
			const struct shape *shape = &picture->shapes[at];

			if (shape->kind != SHAPE_TEXT || shape->anchor != ANCHOR_MIDDLE)
				continue;
			first = strcmp(shape->text, "I") == 0 ? shape->box.x : first;
			last = strcmp(shape->text, "V") == 0 ? shape->box.x : last;
		}
		assert_true(first < last);
		assert_int_equal(marks(picture, SHAPE_DOT, INK_OWN, 1, dots), VARIABLES);
		assert_int_equal(marks(picture, SHAPE_LINE, INK_MEDIAN, 1, middles), VARIABLES);
		assert_int_equal(marks(picture, SHAPE_RECT, INK_SPREAD, 1, halves), VARIABLES);
		assert_int_equal(marks(picture, SHAPE_POLYGON, INK_AVERAGE, 1, averages),
		    VARIABLES);
		for (size_t at = 0; at < VARIABLES; at++) {
			const int32_t places[] = { dots[at]->box.x, middle_of(averages[at]).x,
				halves[at]->box.x, middles[at]->points[0].x,
				halves[at]->box.x + halves[at]->box.width };
			const int figures[] = { own[at], average[at], lower[at], median[at],
				upper[at] };

			for (size_t one = 0; one < COUNT(places); one++) {
				assert_int_equal(tenths(cell(picture, at, one)), figures[one]);
				assert_true(near(places[one],
				    first + (last - first) * (figures[one] - 10) / 40, 2));
			}
			assert_int_equal(dots[at]->box.y, middle_of(averages[at]).y);
			assert_true(at == 0 || dots[at]->box.y > dots[at - 1]->box.y);
		}
	}
}

/* ---- the cycle ------------------------------------------------------------------ */

static void
progress(void **state)
{
	enum { DAYS = 12, KNOWN = 7, ALL = 40 };
	static const int sent[KNOWN] = { 0, 3, 11, 12, 25, 31, 40 };
	static const int checked[KNOWN] = { 0, 0, 0, 2, 5, 5, 17 };
	int32_t first = day_of(2026, 11, 2);
	struct progress progress = { .title = "Kemajuan",
		.first = first,
		.days = DAYS,
		.known = KNOWN,
		.agencies = ALL,
		.count = 2,
		.parts = { { "Dikirim", first + 1, first + 5, sent },
		    { "Diverifikasi", first + 4, first + 10, checked } } };

	(void)state;
	EACH_WIDTH
	{
		const struct picture *picture = picture_progress(&arena, &progress, widths[wide]);
		const struct shape *done[MARKS], *plan[MARKS], *axis[MARKS], *today[MARKS];

		assert_int_equal(marks(picture, SHAPE_LINE, INK_DONE, 1, done), progress.count);
		assert_int_equal(marks(picture, SHAPE_LINE, INK_PLAN, 1, plan), progress.count);
		assert_int_equal(marks(picture, SHAPE_LINE, INK_AXIS, 0, axis), progress.count);
		assert_int_equal(marks(picture, SHAPE_LINE, INK_TODAY, 0, today), progress.count);
		for (size_t one = 0; one < progress.count; one++) {
			const struct progress_part *part = &progress.parts[one];
			int32_t zero = axis[one]->points[0].y, left = axis[one]->points[0].x,
				wide_all = axis[one]->points[1].x - left, full;

			/* The plan ends with all. */
			full = zero - plan[one]->points[DAYS].y;
			assert_true(full > 100);
			for (int32_t day = 0; day <= DAYS; day++) {
				int planned = day == 0 ?
				    0 :
				    progress_planned(part, ALL, first + day - 1);
				struct point at = plan[one]->points[day];

				assert_true(near(zero - at.y, full * planned / ALL, 1));
				assert_true(near(at.x, left + wide_all * day / DAYS, 1));
			}
			for (int32_t day = 0; day < KNOWN; day++) {
				const struct point *step = &done[one]->points[1 + 2 * day];

				assert_true(near(zero - step[0].y, full * part->done[day] / ALL,
				    1));
				assert_int_equal(step[1].y, step[0].y);
				assert_true(near(step[0].x, left + wide_all * day / DAYS, 1));
				assert_true(near(step[1].x, left + wide_all * (day + 1) / DAYS, 1));
			}
			assert_true(near(today[one]->points[0].x, left + wide_all * KNOWN / DAYS,
			    1));
			assert_true(one == 0 || zero > axis[one - 1]->points[0].y);
			for (size_t row = 0; row < picture->table.row_count; row++) {
				int day = (int)strtol(picture->table.rows[row].head, NULL, 10) - 2;

				assert_int_equal(tenths(cell(picture, row, 2 * one + 1)),
				    10 * progress_planned(part, ALL, first + day));
				if (day < KNOWN)
					assert_int_equal(tenths(cell(picture, row, 2 * one)),
					    10 * part->done[day]);
			}
		}
	}
}

static int
end_all(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bars),
		cmocka_unit_test(waterfall),
		cmocka_unit_test(radar),
		cmocka_unit_test(ladder),
		cmocka_unit_test(heat),
		cmocka_unit_test(distribution),
		cmocka_unit_test(trend),
		cmocka_unit_test(spread),
		cmocka_unit_test(progress),
	};

	return cmocka_run_group_tests_name("marks of pictures", tests, NULL, end_all);
}
