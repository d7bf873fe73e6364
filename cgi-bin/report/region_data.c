/* SPDX-License-Identifier: ISC */
/*
 * The results of a region's cycle for other programs, by one list of columns:
 * JSON and CSV as the contract has them, and a workbook as people see them.
 */
#include "report/report.h"

#include <string.h>

#include "assessment/results_columns.h"
#include "document/export.h"
#include "frame/words.h"
#include "base/banned.h"

/* ---- the workbook ------------------------------------------------------------ */

/* Numbers stay numbers: "+11" and "44 (+3)" are for people to read. */
static const char *
book_text(const struct results_column *column, const struct results_row *row)
{
	struct results_cell cell = column->read(row);

	if (cell.kind == RESULTS_NUMBER && !column->words)
		cell.shown = NULL;
	return results_cell_text(row->arena, column, &cell);
}

static const char *
book_level(struct arena *arena, int level)
{
	return level != LEVEL_ABSENT ? arena_format(arena, "%d", level) : "";
}

static void
book_agencies(struct document_model *model, const struct results *results)
{
	struct block *table = compose(model, BLOCK_TABLE, "Perangkat daerah");

	for (size_t at = 0; at < results_column_count; at++)
		if (results_column_shown(&results_columns[at], results))
			compose_column(table,
			    results_column_label(model->arena, &results_columns[at], results),
			    results_columns[at].words ? 20 : 9,
			    results_columns[at].words ? ALIGN_LEFT : ALIGN_RIGHT);
	for (size_t agency = 0; agency < results->count; agency++) {
		const struct results_row from = { model->arena, results,
			&results->agencies[agency] };
		struct row *row = compose_line(model, table);

		for (size_t at = 0; at < results_column_count; at++)
			if (results_column_shown(&results_columns[at], results))
				compose_cell(row, book_text(&results_columns[at], &from));
	}
}

static void
book_levels(struct document_model *model, const struct results *results)
{
	struct block *table = compose(model, BLOCK_TABLE, "Tingkat akhir");

	compose_column(table, "Perangkat daerah", 30, ALIGN_LEFT);
	for (size_t at = 0; at < results->variable_count; at++)
		compose_column(table,
		    arena_format(model->arena, "%d. %s", results->variables[at].number,
			results->variables[at].name),
		    12, ALIGN_RIGHT);
	for (size_t agency = 0; agency < results->count; agency++) {
		struct row *row = compose_line(model, table);

		compose_cell(row, results->agencies[agency].name);
		for (size_t at = 0; at < results->variable_count; at++)
			compose_cell(row,
			    book_level(model->arena, results->agencies[agency].final_levels[at]));
	}
}

static const char *
tenths_text(struct arena *arena, int tenths)
{
	return tenths != AVERAGE_ABSENT ? words_tenths(arena, tenths) : "";
}

static void
book_variables(struct document_model *model, const struct results *results)
{
	struct block *table = compose(model, BLOCK_TABLE, "Rata-rata tiap variabel");

	compose_column(table, "No.", 6, ALIGN_RIGHT);
	compose_column(table, "Variabel", 40, ALIGN_LEFT);
	compose_column(table, "Mandiri", 10, ALIGN_RIGHT);
	compose_column(table, "Akhir", 10, ALIGN_RIGHT);
	for (size_t at = 0; at < results->variable_count; at++) {
		const struct variable_results *variable = &results->variables[at];

		compose_row(model, table, arena_format(model->arena, "%d", variable->number),
		    variable->name, tenths_text(model->arena, variable->self_tenths),
		    tenths_text(model->arena, variable->final_tenths));
	}
}

static void
book_categories(struct document_model *model, const struct results *results)
{
	struct block *table = compose(model, BLOCK_TABLE, "Sebaran kategori");

	compose_column(table, "Kategori", 30, ALIGN_LEFT);
	compose_column(table, "Skor dari", 10, ALIGN_RIGHT);
	compose_column(table, "Skor sampai", 10, ALIGN_RIGHT);
	compose_column(table, "Perangkat daerah", 15, ALIGN_RIGHT);
	for (size_t at = 0; at < results->category_count; at++) {
		const struct category *category = &results->categories[at];

		compose_row(model, table, category->name,
		    words_tenths(model->arena, category->min_tenths),
		    words_tenths(model->arena, category->max_tenths),
		    arena_format(model->arena, "%d", results->category_agencies[at]));
	}
}

static void
compose_book(struct document_model *model, const struct results *results)
{
	book_agencies(model, results);
	book_levels(model, results);
	book_variables(model, results);
	book_categories(model, results);
}

/* ---- the answer -------------------------------------------------------------- */

int
send_region_data(struct context *context)
{
	const char *ending = context->words[0];
	struct buffer body = { .arena = context->arena };
	struct region_read read;
	const char *name;
	int status;

	if (!export_is_ending(ending) && strcmp(ending, "json") != 0)
		return 404;
	status = region_read_results(context, strcmp(ending, "xlsx") == 0, &read);
	if (status != 0)
		return status;
	name = arena_format(context->arena, "%s-%lld", read.results.region_code,
	    (long long)read.results.year);
	context_takes_out(context, "export", read.results.region_id, 0,
	    arena_format(context->arena, "%s.%s", name, ending));
	if (strcmp(ending, "xlsx") == 0) {
		struct document_model model = { .arena = context->arena,
			.title = arena_format(context->arena, "Hasil penilaian %s %lld",
			    read.results.region_name, (long long)read.results.year),
			.landscape = true };

		compose_book(&model, &read.results);
		return export_workbook(context, &model,
		    arena_format(context->arena, "%s.xlsx", name));
	}
	if (strcmp(ending, "csv") == 0) {
		results_csv(&read.results, &body);
		return export_csv_send(context, &body, name);
	}
	results_json(&read.results, &body);
	return export_bytes(context, "application/json; charset=utf-8", body.bytes, body.length,
	    arena_format(context->arena, "%s.json", name));
}
