/* SPDX-License-Identifier: ISC */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "step/composition.h"
#include "step/plate.h"
#include "step/words.h"

/* What is kept of a paper is all of it: written, read, written again. */
static void
comes_back(void **state)
{
	struct arena arena = { 0 };
	struct composition paper = { .arena = &arena, .title = "Judul = a\\n",
	    .folio = true }, again;
	struct buffer first = { .arena = &arena }, second = { .arena = &arena };
	struct block *table = compose(&paper, BLOCK_TABLE, "Baris\npertama");

	(void)state;
	compose_column(table, "No.", 5, ALIGN_CENTRE);
	compose_column(table, "blocks.0.kind=page", 95, ALIGN_RIGHT);
	compose_row(&paper, table, "1", "a=b\\nc\nd");
	compose_row(&paper, table, "", "")->total = true;
	compose(&paper, BLOCK_HEADING, "")->level = 3;
	composition_write(&paper, &first);
	assert_true(composition_read(&arena, first.bytes, &again));
	composition_write(&again, &second);
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
	static const char *const lines[] = { "", "agency_name=Dinas\nself=38\n",
		"blocks", "blocks.7.text=a\n", "blocks.-1.text=a\n", "=\n" };
	struct arena arena = { 0 };
	struct composition paper;

	(void)state;
	for (size_t at = 0; at < sizeof(lines) / sizeof(lines[0]); at++)
		assert_false(composition_read(&arena, lines[at], &paper));
	assert_true(composition_read(&arena, "blocks.0.kind=table\n"
	    "blocks.0.columns.99.label=a\nblocks.0.rows.5.cells.0=a\n"
	    "blocks.0.rows.0.cells.99=a\nblocks.0.rows.0.cells.1=b\n",
	    &paper));
	assert_int_equal(paper.blocks->column_count, 0);
	assert_int_equal(paper.blocks->row_count, 1);
	assert_int_equal(paper.blocks->rows->count, 2);
	assert_null(plate_picture(&arena, paper.blocks, PICTURE_WIDE));
	arena_free(&arena);
}

static void
spells_numbers(void **state)
{
	static const struct {
		int number;
		const char *words;
	} known[] = { { 0, "nol" }, { 1, "satu" }, { 10, "sepuluh" },
		{ 11, "sebelas" }, { 12, "dua belas" }, { 20, "dua puluh" },
		{ 31, "tiga puluh satu" }, { 100, "seratus" },
		{ 111, "seratus sebelas" }, { 219, "dua ratus sembilan belas" },
		{ 1000, "seribu" }, { 2026, "dua ribu dua puluh enam" },
		{ 21045, "dua puluh satu ribu empat puluh lima" },
		{ 100000, "seratus ribu" }, { -1, "" }, { 1000000, "" } };
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < sizeof(known) / sizeof(known[0]); at++)
		assert_string_equal(words_spelled(&arena, known[at].number),
		    known[at].words);
	assert_string_equal(words_weekday(0), "Kamis");
	assert_string_equal(words_month(12), "Desember");
	assert_string_equal(words_month(13), "");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back),
		cmocka_unit_test(takes_no_nonsense),
		cmocka_unit_test(spells_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
