/* SPDX-License-Identifier: ISC */
/*
 * The report on a region's applications and sites as a paper: which links do not open, of
 * whom, how many of the users meant use what, and what the region spends.  It says what is
 * so today and is made anew each time, so it is not issued: no code.
 */
#include "inventory/inventory.h"

#include <string.h>

#include "document/issued.h"
#include "document/letterhead.h"
#include "document/text_file.h"
#include "frame/download.h"
#include "frame/words.h"
#include "base/banned.h"

enum { REPORT_REGION };
enum { REPORT_ROWS = 1000 };

struct inventory_report {
	struct inventory_place place;
	struct rows figures, rows, budgets;
	struct letterhead letterhead;
	int64_t low;
};

static int
report_read(struct context *context, struct inventory_report *report)
{
	int status = form_ok(&context->form) ?
	    inventory_place_find(context, form_number(&context->form, REPORT_REGION),
		&report->place) :
	    400;
	int result;

	if (status == 0 && report->place.region_id == 0)
		status = 404;
	if (status == 0)
		status = inventory_figures(context, &report->place, &report->figures, &report->low);
	if (status != 0)
		return status;
	result = db_select(context->db, &report->rows, STATEMENT_INVENTORY_WORST,
	    db_int(report->low), db_int(report->place.region_id), db_int(REPORT_ROWS));
	if (result >= 0)
		result = db_select(context->db, &report->budgets, STATEMENT_INVENTORY_BUDGETS,
		    db_int(report->place.region_id));
	return result < 0 ?
	    context_status(context, result) :
	    letterhead_load(context, report->place.region_id, 0, &report->letterhead);
}

static const char *
figure_text(struct arena *arena, int64_t number)
{
	return arena_format(arena, "%lld", (long long)number);
}

static void
compose_group(struct document_model *model, struct block *table, const char *name,
    const struct inventory_sums *sums, bool total)
{
	struct arena *arena = model->arena;

	compose_row(model, table, name, figure_text(arena, sums->applications),
	    figure_text(arena, sums->sites), figure_text(arena, sums->links),
	    figure_text(arena, sums->broken), figure_text(arena, sums->hardly))
	    ->total = total;
}

static void
compose_groups(struct document_model *model, const struct rows *figures)
{
	struct block *table = compose(model, BLOCK_TABLE, "");
	struct inventory_sums sums;

	compose_column(table, "Kelompok", 28, ALIGN_LEFT);
	compose_column(table, "Aplikasi", 14, ALIGN_RIGHT);
	compose_column(table, "Situs", 14, ALIGN_RIGHT);
	compose_column(table, "Tautan", 14, ALIGN_RIGHT);
	compose_column(table, "Tidak terbuka", 15, ALIGN_RIGHT);
	compose_column(table, "Kurang dipakai", 15, ALIGN_RIGHT);
	for (size_t row = 0; row < figures->count; row++) {
		sums = inventory_sums_of(figures, row, row + 1);
		compose_group(model, table, row_text(figures, row, "family"), &sums, false);
	}
	sums = inventory_sums_of(figures, 0, figures->count);
	compose_group(model, table, "Semua", &sums, true);
}

/* What does not open, with why. */
static void
compose_broken(struct document_model *model, const struct rows *rows)
{
	struct block *table = compose(model, BLOCK_TABLE, "");

	compose_column(table, "Perangkat daerah", 28, ALIGN_LEFT);
	compose_column(table, "Nama", 22, ALIGN_LEFT);
	compose_column(table, "Alamat", 28, ALIGN_LEFT);
	compose_column(table, "Status tautan", 22, ALIGN_LEFT);
	for (size_t row = 0; row < rows->count; row++) {
		const char *state = row_text(rows, row, "link_state");
		const char *why = link_reason_words(model->arena, rows, row);

		if (link_state_broken(state))
			compose_row(model, table, row_text(rows, row, "agency_name"),
			    row_text(rows, row, "name"), row_text(rows, row, "address"),
			    *why == '\0' ?
				link_state_name(state) :
				arena_format(model->arena, "%s: %s", link_state_name(state), why));
	}
	if (table->rows == NULL)
		compose_row(model, table, "", "Tidak ada", "", "");
}

static void
compose_uptake(struct document_model *model, const struct rows *rows)
{
	struct arena *arena = model->arena;
	struct block *table = compose(model, BLOCK_TABLE, "");

	compose_column(table, "Perangkat daerah", 26, ALIGN_LEFT);
	compose_column(table, "Aplikasi atau situs", 26, ALIGN_LEFT);
	compose_column(table, "Pengguna", 12, ALIGN_RIGHT);
	compose_column(table, "Sasaran", 12, ALIGN_RIGHT);
	compose_column(table, "Pemakaian (%)", 12, ALIGN_RIGHT);
	compose_column(table, "Per tanggal", 12, ALIGN_LEFT);
	for (size_t row = 0; row < rows->count; row++)
		if (!row_null(rows, row, "number"))
			compose_row(model, table, row_text(rows, row, "agency_name"),
			    row_text(rows, row, "name"),
			    inventory_number(arena, row_int(rows, row, "number")),
			    row_null(rows, row, "audience_count") ?
				"" :
				inventory_number(arena, row_int(rows, row, "audience_count")),
			    application_uptake(arena, rows, row),
			    words_date(arena, row_text(rows, row, "counted_on")));
	if (table->rows == NULL)
		compose_row(model, table, "", "Belum ada yang dihitung", "", "", "", "");
}

static void
compose_budgets(struct document_model *model, const struct rows *budgets)
{
	struct arena *arena = model->arena;
	struct block *table = compose(model, BLOCK_TABLE, "");

	compose_column(table, "Tahun", 12, ALIGN_LEFT);
	compose_column(table, "APBD (Rp)", 28, ALIGN_RIGHT);
	compose_column(table, "TIK (Rp)", 26, ALIGN_RIGHT);
	compose_column(table, "Porsi (%)", 17, ALIGN_RIGHT);
	compose_column(table, "Sasaran (%)", 17, ALIGN_RIGHT);
	for (size_t row = 0; row < budgets->count; row++) {
		int64_t total = row_int(budgets, row, "total"), ict = row_int(budgets, row, "ict");

		compose_row(model, table, row_text(budgets, row, "year"),
		    inventory_number(arena, total), inventory_number(arena, ict),
		    inventory_share(arena, ict, total, SHARE_DECIMALS),
		    row_null(budgets, row, "target") ?
			"" :
			inventory_share(arena, row_int(budgets, row, "target"), 10000, 2));
	}
}

static void
report_compose(struct context *context, struct inventory_report *report,
    struct document_model *model)
{
	struct arena *arena = context->arena;

	letterhead_compose(context, &report->letterhead,
	    arena_format(arena, "Aplikasi dan situs %s", report->place.name), "", model);
	compose(model, BLOCK_TITLE,
	    arena_format(arena, "Laporan aplikasi dan situs\n%s", report->place.name));
	compose(model, BLOCK_PARAGRAPH,
	    arena_format(arena, "Menurut catatan per %s.",
		letterhead_today(context, &report->letterhead)));
	compose(model, BLOCK_HEADING, "Ringkasan")->level = 2;
	compose_groups(model, &report->figures);
	compose(model, BLOCK_HEADING, "Tautan yang tidak terbuka")->level = 2;
	compose_broken(model, &report->rows);
	compose(model, BLOCK_HEADING, "Pemakaian")->level = 2;
	compose_uptake(model, &report->rows);
	if (report->budgets.count > 0) {
		compose(model, BLOCK_HEADING, "Anggaran TIK")->level = 2;
		compose_budgets(model, &report->budgets);
	}
	compose(model, BLOCK_NOTE,
	    arena_format(arena,
		"Tidak terbuka: mati, dialihkan ke induk, atau sertifikatnya kedaluwarsa. "
		"Pemakaian: pengguna dibagi jumlah sasaran pengguna; kurang dipakai bila di "
		"bawah %lld persen.",
		(long long)report->low));
	letterhead_sign(model, compose(model, BLOCK_SIGNATURES, ""), &report->letterhead,
	    letterhead_dated(context, &report->letterhead));
}

static int
report_load(struct context *context, struct inventory_report *report, struct document_model *model)
{
	int status = report_read(context, report);

	if (status == 0)
		report_compose(context, report, model);
	return status;
}

int
show_inventory_report(struct context *context)
{
	struct buffer content = { .arena = context->arena };
	struct inventory_report report;
	struct document_model model;
	int status = report_load(context, &report, &model);

	if (status != 0)
		return status;
	model_write(&model, &content);
	inventory_place_fill(context, &report.place);
	issued_fill_content(context, content.bytes);
	if (render_can())
		page_set(&context->page, "May.draw", "1");
	return context_show(context, "inventory/report");
}

int
send_inventory_report(struct context *context)
{
	struct paper_file file;
	struct inventory_report report;
	struct document_model model;
	int status = report_load(context, &report, &model);

	if (status == 0)
		status = paper_file_make(context, &model, NULL, &file);
	if (status != 0)
		return status;
	return paper_file_send(context, &model, &file,
	    &(struct paper_about){ report.place.region_id, 0 }, "laporan-aplikasi-dan-situs.pdf");
}
