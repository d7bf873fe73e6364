/* SPDX-License-Identifier: ISC */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "document/model.h"
#include "document/chart_record.h"
#include "frame/words.h"

/* What is kept of a paper is all of it: written, read, written again. */
static void
comes_back(void **state)
{
	struct arena arena = { 0 };
	struct document_model paper = { .arena = &arena, .title = "Judul = a\\n", .folio = true },
			      again;
	struct buffer first = { .arena = &arena }, second = { .arena = &arena };
	struct block *table = compose(&paper, BLOCK_TABLE, "Baris\npertama");

	(void)state;
	compose_column(table, "No.", 5, ALIGN_CENTRE);
	compose_column(table, "blocks.0.kind=page", 95, ALIGN_RIGHT);
	compose_row(&paper, table, "1", "a=b\\nc\nd");
	compose_row(&paper, table, "", "")->total = true;
	compose(&paper, BLOCK_HEADING, "")->level = 3;
	model_write(&paper, &first);
	assert_true(model_read(&arena, first.bytes, &again));
	model_write(&again, &second);
	assert_string_equal(first.bytes, second.bytes);
	assert_true(again.folio);
	assert_false(again.landscape);
	assert_string_equal(again.title, paper.title);
	assert_string_equal(again.blocks->rows->cells[1], "a=b\\nc\nd");
	assert_true(again.blocks->last->total);
	assert_int_equal(again.blocks->columns[1].align, ALIGN_RIGHT);
	assert_int_equal(again.last->level, 3);
	arena_free(&arena);
}

/* What was kept before there were blocks, and what nobody wrote. */
static void
takes_no_nonsense(void **state)
{
	static const char *const lines[] = { "", "agency_name=Dinas\nself=38\n", "blocks",
		"blocks.7.text=a\n", "blocks.-1.text=a\n", "=\n" };
	struct arena arena = { 0 };
	struct document_model paper;

	(void)state;
	for (size_t at = 0; at < sizeof(lines) / sizeof(lines[0]); at++)
		assert_false(model_read(&arena, lines[at], &paper));
	assert_true(model_read(&arena,
	    "blocks.0.kind=table\n"
	    "blocks.0.columns.99.label=a\nblocks.0.rows.5.cells.0=a\n"
	    "blocks.0.rows.0.cells.99=a\nblocks.0.rows.0.cells.1=b\n",
	    &paper));
	assert_int_equal(paper.blocks->column_count, 0);
	assert_int_equal(paper.blocks->row_count, 1);
	assert_int_equal(paper.blocks->rows->count, 2);
	assert_null(chart_record_picture(&arena, paper.blocks, PICTURE_WIDE));
	arena_free(&arena);
}

static void
spells_numbers(void **state)
{
	static const struct {
		int number;
		const char *words;
	} known[] = { { 0, "nol" }, { 1, "satu" }, { 10, "sepuluh" }, { 11, "sebelas" },
		{ 12, "dua belas" }, { 20, "dua puluh" }, { 31, "tiga puluh satu" },
		{ 100, "seratus" }, { 111, "seratus sebelas" }, { 219, "dua ratus sembilan belas" },
		{ 1000, "seribu" }, { 2026, "dua ribu dua puluh enam" },
		{ 21045, "dua puluh satu ribu empat puluh lima" }, { 100000, "seratus ribu" },
		{ -1, "" }, { 1000000, "" } };
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < sizeof(known) / sizeof(known[0]); at++)
		assert_string_equal(words_spelled(&arena, known[at].number), known[at].words);
	assert_string_equal(words_weekday(0), "Kamis");
	assert_string_equal(words_month(12), "Desember");
	assert_string_equal(words_month(13), "");
	arena_free(&arena);
}

/* ---- pictures -------------------------------------------------------------- */

static const char *const variables[] = { "Perencanaan", "Mutu", "SOP" };
static const int before[] = { 2, LEVEL_ABSENT, 5 }, after[] = { 3, 1, 4 };
static const struct category categories[] = { { 1, "Rendah", 30, 90 }, { 2, "Tinggi", 91, 150 } };

/* What a paper says is shown as what it was made of. */
static void
same_picture(struct document_model *paper, const struct picture *wanted)
{
	struct buffer lines = { .arena = paper->arena };
	struct document_model again;
	struct picture *got;

	model_write(paper, &lines);
	assert_true(model_read(paper->arena, lines.bytes, &again));
	got = chart_record_picture(paper->arena, again.last, PICTURE_WIDE);
	assert_non_null(got);
	assert_string_equal(got->title, wanted->title);
	assert_string_equal(got->description, wanted->description);
	assert_int_equal(got->height, wanted->height);
	assert_int_equal(got->shape_count, wanted->shape_count);
	for (size_t at = 0; at < got->shape_count; at++) {
		assert_int_equal(got->shapes[at].ink, wanted->shapes[at].ink);
		assert_memory_equal(&got->shapes[at].box, &wanted->shapes[at].box,
		    sizeof(struct box));
	}
	assert_int_equal(got->table.row_count, wanted->table.row_count);
	for (size_t row = 0; row < got->table.row_count; row++)
		for (size_t at = 0; at < got->table.column_count; at++)
			assert_string_equal(got->table.rows[row].cells[at],
			    wanted->table.rows[row].cells[at]);
}

#define SAME_PICTURE(kind, ...) \
	do { \
		struct arena arena = { 0 }; \
		struct document_model paper = { .arena = &arena, .title = "" }; \
		struct kind kind = { __VA_ARGS__ }; \
\
		assert_non_null(chart_record_##kind(&paper, &kind)); \
		same_picture(&paper, picture_##kind(&arena, &kind, PICTURE_WIDE)); \
		arena_free(&arena); \
	} while (0)

static void
pictures_come_back(void **state)
{
	static const int averages[] = { 25, AVERAGE_ABSENT, 41 };
	static const int agencies[] = { 1, 2 }, years[] = { 2025, 2026 };
	static const int heights[] = { 80, 104 }, done[] = { 0, 2, 2 };
	static const int levels[] = { 1, 2, 3, LEVEL_ABSENT, 4, 5 };
	const struct series first = { "Mandiri", INK_SELF, before };
	const struct series second = { "Akhir", INK_CITY, after };

	(void)state;
	SAME_PICTURE(radar, .title = "Radar", .variables = variables, .count = 3,
	    .series = { first, second }, .series_count = 2);
	SAME_PICTURE(bars, .title = "Batang", .variables = variables, .count = 3, .before = first,
	    .after = second);
	SAME_PICTURE(bars, .title = "Rata-rata", .variables = variables, .count = 3,
	    .averages = true, .before = { "Mandiri", INK_SELF, averages },
	    .after = { "Akhir", INK_CITY, averages }, .before_total = 81,
	    .after_total = AVERAGE_ABSENT);
	SAME_PICTURE(waterfall, .title = "Air terjun", .variables = variables, .count = 3,
	    .before = { "Mandiri", INK_SELF, after }, .after = second);
	SAME_PICTURE(heat, .title = "Peta", .agencies = variables, .agency_count = 2,
	    .variables = variables, .count = 3, .levels = levels);
	SAME_PICTURE(distribution, .title = "Sebaran", .categories = categories,
	    .agencies = agencies, .count = 2, .agency_count = 4);
	SAME_PICTURE(trend, .title = "Tren", .years = years, .count = 2,
	    .series = { { "Akhir", INK_CITY, heights } }, .series_count = 1,
	    .categories = categories, .category_count = 2);
	SAME_PICTURE(progress, .title = "Kemajuan", .first = 20600, .days = 9, .known = 3,
	    .agencies = 4, .parts = { { "Dikirim", 20601, 20605, done } }, .count = 1);
}

/* Papers are kept for years, and somebody may have had a hand in them. */
static void
draws_no_nonsense(void **state)
{
	static const char *const rows[] = {
		"",
		"blocks.0.rows.0.cells.0=x\n",
		"blocks.0.rows.0.total=1\nblocks.0.rows.0.cells.0=2026-99-99\n",
		"blocks.0.rows.0.cells.0=2026-01-01\n"
		"blocks.0.rows.0.cells.1=-7\nblocks.0.rows.1.total=1\n"
		"blocks.0.rows.1.cells.0=2026-01-01\n"
		"blocks.0.rows.1.cells.1=99999\nblocks.0.rows.1.cells.2=-1\n",
	};

	(void)state;
	for (int level = -1; level < 12; level++)
		for (size_t at = 0; at < sizeof(rows) / sizeof(rows[0]); at++) {
			struct arena arena = { 0 };
			struct document_model paper;

			assert_true(model_read(&arena,
			    arena_format(&arena,
				"blocks.0.kind=picture\n"
				"blocks.0.level=%d\nblocks.0.columns.0.label=a\n"
				"blocks.0.columns.0.width=999\n"
				"blocks.0.columns.1.label=b\n%s",
				level, rows[at]),
			    &paper));
			chart_record_picture(&arena, paper.blocks, PICTURE_NARROW);
			assert_non_null(chart_record_table(&arena, paper.blocks));
			arena_free(&arena);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back),
		cmocka_unit_test(takes_no_nonsense),
		cmocka_unit_test(pictures_come_back),
		cmocka_unit_test(draws_no_nonsense),
		cmocka_unit_test(spells_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
