/* SPDX-License-Identifier: ISC */
/*
 * Pictures: every shape lies within the view box, no text on another, totals
 * are those of the figures, with ordinary figures and with the longest names
 * and the most agencies, at all widths that are used.
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

enum { VARIABLES = 11, AGENCIES = 60, NAME = 201 };

static const int32_t widths[] = { PICTURE_NARROW, 4820, 5200, PICTURE_WIDE, 9000 };

/* The published case: 38 and 47. */
static const int self[] = { 5, 5, 2, 2, 2, 4, 5, 4, 4, 3, 2 };
static const int final[] = { 5, 5, 5, 2, 5, 4, 5, 4, 4, 5, 3 };
static const int earlier[] = { 3, 4, 2, 0, 2, 4, 5, 4, 1, 3, 2 };
static const int nothing[VARIABLES];

static const char *names[VARIABLES] = { "Perencanaan pembangunan daerah",
	"Monitoring dan pengendalian pelaksanaan tugas perangkat daerah",
	"Penjaminan mutu layanan perangkat daerah",
	"Standar operasional prosedur (SOP) pelayanan perangkat daerah",
	"Pendidikan dan pelatihan aparatur",
	"Analisis kebijakan dan pemecahan masalah tugas perangkat daerah",
	"Manajemen sumber daya peralatan dan perlengkapan kerja yang terukur",
	"Manajemen risiko pelaksanaan tugas aparatur",
	"Pengukuran kinerja perangkat daerah dan aparatur",
	"Pengembangan inovasi layanan perangkat daerah", "Budaya organisasi perangkat daerah" };

/* As long as the column of the database, in words and in one word. */
static char long_texts[AGENCIES][NAME];
static const char *long_names[AGENCIES];
static const char *word_names[AGENCIES];

static const struct category categories[] = { { 1, "Sangat Rendah", 110, 190 },
	{ 2, "Rendah", 191, 280 }, { 3, "Sedang", 281, 370 }, { 4, "Tinggi", 371, 460 },
	{ 5, "Sangat Tinggi", 461, 550 } };

static int
make_names(void **state)
{
	static char word[NAME];

	(void)state;
	memset(word, 'W', NAME - 1);
	for (size_t at = 0; at < AGENCIES; at++) {
		for (size_t byte = 0; byte < NAME - 1; byte++)
			long_texts[at][byte] = byte % (5 + at % 9) == 4 ? ' ' : 'M';
		long_names[at] = long_texts[at];
		word_names[at] = word;
	}
	return 0;
}

/* ---- what holds for every picture -------------------------------------------- */

static struct box
text_box(const struct shape *shape)
{
	int32_t left = shape->anchor == ANCHOR_START ? shape->box.x :
	    shape->anchor == ANCHOR_END              ? shape->box.x - shape->box.width :
						       shape->box.x - shape->box.width / 2;

	/* Letters reach a fifth below their line and three quarters above. */
	return (struct box){ left, shape->box.y - shape->size * 3 / 4, shape->box.width,
		shape->size * 19 / 20 };
}

static void
inside(const struct picture *picture, int32_t x, int32_t y)
{
	if (x < 0 || y < 0 || x > picture->width || y > picture->height)
		fail_msg("%s: %d, %d lies outside %d × %d", picture->title, x, y, picture->width,
		    picture->height);
}

static void
box_inside(const struct picture *picture, struct box box)
{
	assert_true(box.width >= 0 && box.height >= 0);
	inside(picture, box.x, box.y);
	inside(picture, box.x + box.width, box.y + box.height);
}

static void
check_shape(const struct picture *picture, const struct shape *shape)
{
	const struct paint *paint = ink_paint(shape->ink);
	int32_t edge = paint->stroke == PAINT_NONE ? 0 : paint->width / 2;

	assert_non_null(paint->code);
	for (size_t at = 0; at < shape->count; at++)
		inside(picture, shape->points[at].x, shape->points[at].y);
	switch (shape->kind) {
	case SHAPE_RECT:
		box_inside(picture, shape->box);
		break;
	case SHAPE_DOT:
		inside(picture, shape->box.x - shape->box.width - edge,
		    shape->box.y - shape->box.width - edge);
		inside(picture, shape->box.x + shape->box.width + edge,
		    shape->box.y + shape->box.width + edge);
		break;
	case SHAPE_TEXT:
		assert_true(*shape->text != '\0');
		box_inside(picture, text_box(shape));
		break;
	case SHAPE_SEGMENTS:
		assert_int_equal(shape->count % 2, 0);
		break;
	default:
		assert_true(shape->count > 0);
	}
}

static bool
apart(struct box one, struct box other)
{
	return one.x + one.width <= other.x || other.x + other.width <= one.x ||
	    one.y + one.height <= other.y || other.y + other.height <= one.y;
}

static void
check(const struct picture *picture)
{
	assert_true(*picture->title != '\0');
	assert_true(*picture->description != '\0');
	assert_true(picture->shape_count > 0);
	for (size_t at = 0; at < picture->shape_count; at++) {
		const struct shape *shape = &picture->shapes[at];

		check_shape(picture, shape);
		for (size_t other = 0; other < at; other++) {
			const struct shape *before = &picture->shapes[other];

			if (shape->kind == SHAPE_TEXT && before->kind == SHAPE_TEXT &&
			    !apart(text_box(shape), text_box(before)))
				fail_msg("%s, %d wide: \"%s\" stands on "
					 "\"%s\"",
				    picture->title, picture->width, shape->text, before->text);
		}
	}
	for (size_t row = 0; row < picture->table.row_count; row++) {
		assert_non_null(picture->table.rows[row].head);
		for (size_t at = 0; at < picture->table.column_count; at++) {
			assert_non_null(picture->table.columns[at]);
			assert_non_null(picture->table.rows[row].cells[at]);
		}
	}
}

static const char *
cell(const struct picture *picture, size_t row, size_t column)
{
	assert_true(row < picture->table.row_count);
	assert_true(column < picture->table.column_count);
	return picture->table.rows[row].cells[column];
}

static bool
writes(const struct picture *picture, const char *text)
{
	for (size_t at = 0; at < picture->shape_count; at++)
		if (picture->shapes[at].kind == SHAPE_TEXT &&
		    strcmp(picture->shapes[at].text, text) == 0)
			return true;
	return false;
}

/* ---- each kind ------------------------------------------------------------------ */

static const char *const *const name_sets[] = { names, long_names, word_names };

#define EACH_WAY \
	for (size_t set = 0; set < COUNT(name_sets); set++) \
		for (size_t wide = 0; wide < COUNT(widths); wide++)

static void
radar(void **state)
{
	struct radar radar = { .title = "Tingkat tiap variabel",
		.count = VARIABLES,
		.series = { { "Penilaian mandiri", INK_SELF, self },
		    { "Verifikasi", INK_CITY, final }, { "Validasi", INK_PROVINCE, final },
		    { "Akhir 2024", INK_EARLIER, earlier } },
		.series_count = 4 };
	struct arena arena = { 0 };
	struct picture *picture = NULL;

	(void)state;
	EACH_WAY {
		radar.variables = name_sets[set];
		picture = picture_radar(&arena, &radar, widths[wide]);
		check(picture);
		assert_string_equal(cell(picture, VARIABLES, 0), "38");
		assert_string_equal(cell(picture, VARIABLES, 1), "47");
		/* One is absent: no sum. */
		assert_string_equal(cell(picture, VARIABLES, 3), "–");
	}
	assert_non_null(strstr(picture->description,
	    "Penilaian mandiri: jumlah skor 38, paling rendah tingkat II."));
	arena_free(&arena);
}

static void
radar_of_few_and_many(void **state)
{
	static int levels[60];
	struct radar radar = { .title = "Tingkat",
		.variables = long_names,
		.series = { { "Mandiri", INK_SELF, levels } },
		.series_count = 1 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < COUNT(levels); at++)
		levels[at] = 1 + (int)at % 5;
	for (radar.count = 0; radar.count <= COUNT(levels); radar.count++)
		for (size_t wide = 0; wide < COUNT(widths); wide++)
			check(picture_radar(&arena, &radar, widths[wide]));
	arena_free(&arena);
}

static void
ladder(void **state)
{
	struct ladder ladder = { .title = "Tingkat menurut tiap pemeriksa", .count = VARIABLES };
	struct arena arena = { 0 };
	struct picture *picture = NULL;

	(void)state;
	ladder_add(&ladder, "Penilaian mandiri", INK_SELF, self);
	ladder_add(&ladder, "Verifikasi", INK_CITY, final);
	ladder_add(&ladder, "Validasi", INK_PROVINCE, nothing);
	assert_int_equal(ladder.series_count, 2);
	ladder_add(&ladder, "Validasi", INK_PROVINCE, earlier);
	EACH_WAY {
		ladder.variables = name_sets[set];
		picture = picture_ladder(&arena, &ladder, widths[wide]);
		check(picture);
		assert_string_equal(cell(picture, 2, 0), "II");
		assert_string_equal(cell(picture, 2, 1), "V");
		assert_string_equal(cell(picture, 3, 2), "–");
	}
	/* The province has the last say, and the city where it said nothing. */
	assert_non_null(strstr(picture->description,
	    arena_format(&arena, "%s II, %s II,", ladder.variables[2], ladder.variables[3])));
	arena_free(&arena);
}

static void
card(void **state)
{
	struct card card = { .what = "Rata-rata perangkat daerah 2026, dari 55",
		.number = "55,0",
		.category = "Sangat Tinggi",
		.change = "48 dari 48 sudah dinilai",
		.full = 5,
		.segments = 5 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t set = 0; set < COUNT(name_sets); set++) {
		const struct picture *picture;

		card.name = name_sets[set][0];
		picture = picture_card(&arena, &card);
		assert_int_equal(picture->width, 12000);
		assert_int_equal(picture->height, 6300);
		for (size_t at = 0; at < picture->shape_count; at++)
			check_shape(picture, &picture->shapes[at]);
	}
	arena_free(&arena);
}

static void
bars(void **state)
{
	struct bars bars = { .title = "Sebelum dan sesudah",
		.count = VARIABLES,
		.before = { "Mandiri", INK_SELF, self },
		.after = { "Akhir", INK_CITY, final } };
	struct arena arena = { 0 };

	(void)state;
	EACH_WAY {
		struct picture *picture;

		bars.variables = name_sets[set];
		picture = picture_bars(&arena, &bars, widths[wide]);
		check(picture);
		assert_string_equal(cell(picture, VARIABLES, 0), "38");
		assert_string_equal(cell(picture, VARIABLES, 1), "47");
		assert_string_equal(cell(picture, VARIABLES, 2), "+9");
		assert_true(writes(picture, "Mandiri: 38"));
		assert_true(writes(picture, "Akhir: 47"));
	}
	bars.before.levels = nothing;
	check(picture_bars(&arena, &bars, PICTURE_WIDE));
	arena_free(&arena);
}

static void
waterfall(void **state)
{
	struct waterfall fall = { .title = "Asal kenaikan",
		.count = VARIABLES,
		.before = { "Mandiri", INK_SELF, self },
		.after = { "Akhir", INK_CITY, final } };
	struct arena arena = { 0 };
	struct picture *picture;

	(void)state;
	EACH_WAY {
		fall.variables = name_sets[set];
		picture = picture_waterfall(&arena, &fall, widths[wide]);
		check(picture);
		assert_string_equal(cell(picture, 0, 1), "38");
		assert_string_equal(cell(picture, 3, 0), "+3");
		assert_string_equal(cell(picture, 11, 1), "47");
		assert_string_equal(cell(picture, 12, 0), "+9");
		assert_string_equal(cell(picture, 12, 1), "47");
		assert_true(writes(picture, "38"));
		assert_true(writes(picture, "47 (+9)"));
		assert_string_equal(picture->description,
		    arena_format(&arena,
			"Mandiri 38, Akhir 47 (+9). Perubahan: %s +3, %s +3, %s +2, %s +1.",
			fall.variables[2], fall.variables[4], fall.variables[9],
			fall.variables[10]));
		/* And down again. */
		check(picture_waterfall(&arena,
		    &(struct waterfall){ .title = "Asal penurunan",
			.variables = name_sets[set],
			.count = VARIABLES,
			.before = fall.after,
			.after = fall.before },
		    widths[wide]));
	}
	fall.after.levels = earlier;
	check(picture_waterfall(&arena, &fall, PICTURE_WIDE));
	arena_free(&arena);
}

static void
heat(void **state)
{
	static int levels[AGENCIES * VARIABLES];
	struct heat heat = { .title = "Peta panas", .count = VARIABLES, .levels = levels };
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < COUNT(levels); at++)
		levels[at] = at < VARIABLES ? final[at] : (int)(at * 7 % 11) % 6;
	EACH_WAY {
		heat.variables = heat.agencies = name_sets[set];
		heat.agency_count = VARIABLES;
		check(picture_heat(&arena, &heat, widths[wide]));
		if (name_sets[set] == names)
			continue;
		heat.agency_count = AGENCIES;
		check(picture_heat(&arena, &heat, widths[wide]));
		assert_string_equal(cell(picture_heat(&arena, &heat, widths[wide]), 0, VARIABLES),
		    "47");
	}
	heat.count = 60;
	heat.agency_count = 10;
	check(picture_heat(&arena, &heat, PICTURE_WIDE));
	check(picture_heat(&arena, &heat, PICTURE_NARROW));
	arena_free(&arena);
}

static void
distribution(void **state)
{
	static const int counts[] = { 0, 1, 12, 30, 7 };
	struct distribution spread = { .title = "Sebaran",
		.categories = categories,
		.agencies = counts,
		.count = 5,
		.agency_count = 60 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t wide = 0; wide < COUNT(widths); wide++) {
		struct picture *picture = picture_distribution(&arena, &spread, widths[wide]);
		long sum = 0;

		check(picture);
		for (size_t row = 0; row < 6; row++)
			sum += strtol(cell(picture, row, 0), NULL, 10);
		assert_int_equal(sum, 60);
		assert_string_equal(cell(picture, 5, 0), "10");
		assert_string_equal(cell(picture, 6, 0), "60");
	}
	spread.agencies = nothing;
	spread.agency_count = 0;
	check(picture_distribution(&arena, &spread, PICTURE_NARROW));
	arena_free(&arena);
}

static void
counted(void **state)
{
	static const char *const spans[] = { "Hari itu juga", "1 hari kerja",
		"Kelurahan dengan nama yang panjang sekali sampai tidak muat" };
	static const int values[] = { 0, 41, 100000 };
	struct counts counts = { .title = "Lama penyelesaian",
		.head = "Lama",
		.what = "Permohonan",
		.names = spans,
		.counts = values,
		.count = 3 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t wide = 0; wide < COUNT(widths); wide++) {
		struct picture *picture = picture_counts(&arena, &counts, widths[wide]);

		check(picture);
		assert_string_equal(cell(picture, 1, 0), "41");
		assert_string_equal(picture->table.head, "Lama");
	}
	counts.counts = nothing;
	check(picture_counts(&arena, &counts, PICTURE_NARROW));
	counts.count = 0;
	check(picture_counts(&arena, &counts, PICTURE_NARROW));
	arena_free(&arena);
}

static void
trend(void **state)
{
	static const int years[] = { 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027 };
	static const int high[] = { 0, 550, 380, 381, AVERAGE_ABSENT, 400, 410, 470, 470, 471 };
	static const int low[] = { 0, 550, 379, 382, 110, AVERAGE_ABSENT, 300, 470, 469, 472 };
	struct trend trend = { .title = "Tahun ke tahun",
		.years = years,
		.series = { { "Rata-rata yang dinilai", INK_CITY, high },
		    { "Rata-rata semua perangkat daerah", INK_SELF, low } },
		.series_count = 2,
		.categories = categories,
		.category_count = 5 };
	struct arena arena = { 0 };

	(void)state;
	for (trend.count = 1; trend.count <= COUNT(years); trend.count++)
		for (size_t wide = 0; wide < COUNT(widths); wide++)
			check(picture_trend(&arena, &trend, widths[wide]));
	trend.count = 3;
	assert_true(writes(picture_trend(&arena, &trend, PICTURE_NARROW), "38,0"));
	trend.category_count = 0;
	check(picture_trend(&arena, &trend, PICTURE_WIDE));
	arena_free(&arena);
}

static void
spread(void **state)
{
	static const int own[] = { 10, 20, 30, 40, 50, AVERAGE_ABSENT, 10, 20, 30, 40, 50 };
	static const int average[] = { 10, 22, 31, 38, 50, AVERAGE_ABSENT, 30, 20, 30, 40, 50 };
	static const int lower[] = { 10, 15, 25, 30, 50, AVERAGE_ABSENT, 10, 20, 20, 30, 40 };
	static const int upper[] = { 10, 35, 40, 50, 50, AVERAGE_ABSENT, 50, 30, 43, 48, 50 };
	struct spread picture = { .title = "Di antara yang lain",
		.count = VARIABLES,
		.own = own,
		.average = average,
		.lower = lower,
		.median = average,
		.upper = upper };
	struct arena arena = { 0 };

	(void)state;
	EACH_WAY {
		picture.variables = name_sets[set];
		check(picture_spread(&arena, &picture, widths[wide]));
	}
	arena_free(&arena);
}

static void
progress(void **state)
{
	int32_t first = day_of(2026, 11, 2);
	static int done[60];
	struct progress progress = { .title = "Kemajuan",
		.first = first,
		.agencies = 60,
		.count = 3,
		.parts = { { "Penilaian dikirim", first + 4, first + 10, done },
		    { "Verifikasi selesai", first + 11, first + 15, done },
		    { "Tanda terima terbit", first + 16, first + 16, done } } };
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < COUNT(done); at++)
		done[at] = (int)at;
	for (progress.days = 1; progress.days <= COUNT(done); progress.days++)
		for (progress.known = 0; progress.known <= progress.days; progress.known++)
			for (size_t wide = 0; wide < COUNT(widths); wide++)
				check(picture_progress(&arena, &progress, widths[wide]));
	progress.days = progress.known = COUNT(done);
	progress.agencies = 0;
	check(picture_progress(&arena, &progress, PICTURE_NARROW));
	assert_int_equal(progress_planned(&progress.parts[0], 60, first + 3), 0);
	assert_int_equal(progress_planned(&progress.parts[0], 60, first + 4), 8);
	assert_int_equal(progress_planned(&progress.parts[0], 60, first + 10), 60);
	assert_int_equal(progress_planned(&progress.parts[2], 60, first + 16), 60);
	arena_free(&arena);
}

static void
turns(void **state)
{
	(void)state;
	assert_int_equal(turn_sine(0, 4), 0);
	assert_int_equal(turn_sine(1, 4), 10000);
	assert_int_equal(turn_sine(3, 4), -10000);
	assert_int_equal(turn_cosine(0, 11), 10000);
	assert_int_equal(turn_cosine(1, 2), -10000);
	assert_int_equal(turn_sine(1, 12), 5000);
	assert_int_equal(turn_cosine(1, 6), 5000);
	for (int32_t at = 0; at < 60; at++)
		assert_int_equal(turn_sine(at, 60), -turn_sine(60 - at, 60));
}

static void
wrapping(void **state)
{
	struct arena arena = { 0 };
	struct wrapped text = text_wrap(&arena, "satu dua  tiga empat", 100, false, 500, 4);

	(void)state;
	assert_int_equal(text.count, 3);
	assert_string_equal(text.lines[0], "satu dua");
	assert_string_equal(text.lines[1], "tiga");
	text = text_wrap(&arena, "satu dua tiga empat", 100, false, 500, 2);
	assert_int_equal(text.count, 2);
	assert_string_equal(text.lines[1], "tiga…");
	text = text_wrap(&arena, "éééééééééé", 100, false, 200, 2);
	assert_int_equal(text.count, 2);
	assert_string_equal(text.lines[0], "éé");
	assert_int_equal(text_wrap(&arena, "", 100, false, 200, 2).count, 0);
	arena_free(&arena);
}

/* Two fills that stand beside each other stay apart without colour. */
static void
greys(void **state)
{
	int before = 300;

	(void)state;
	for (enum ink ink = INK_LEVEL_1; ink <= INK_LEVEL_5; ink++) {
		int32_t colour = ink_paint(ink)->fill;
		int grey = (int)(((colour >> 16 & 255) * 299 + (colour >> 8 & 255) * 587 +
				     (colour & 255) * 114) /
		    1000);

		assert_true(before - grey >= 12);
		before = grey;
	}
	for (int ink = 0; ink < INKS; ink++)
		assert_non_null(ink_paint((enum ink)ink)->code);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(radar),
		cmocka_unit_test(ladder),
		cmocka_unit_test(card),
		cmocka_unit_test(radar_of_few_and_many),
		cmocka_unit_test(bars),
		cmocka_unit_test(waterfall),
		cmocka_unit_test(heat),
		cmocka_unit_test(distribution),
		cmocka_unit_test(counted),
		cmocka_unit_test(trend),
		cmocka_unit_test(spread),
		cmocka_unit_test(progress),
		cmocka_unit_test(turns),
		cmocka_unit_test(wrapping),
		cmocka_unit_test(greys),
	};

	return cmocka_run_group_tests_name("pictures", tests, make_names, NULL);
}
