/* SPDX-License-Identifier: ISC */
/*
 * The standard of a service as a paper, in the headings of SIPPN, from the same rows that the
 * service works by and that the public reads.
 */
#include "service/service.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

static void
standard_heading(struct document_model *model, const char *text)
{
	compose(model, BLOCK_HEADING, text)->level = 2;
}

/* What was written as lines; a line is a paragraph. */
static void
standard_lines(struct document_model *model, const char *heading, const char *text)
{
	char *rest = arena_text(model->arena, text), *line;

	standard_heading(model, heading);
	while ((line = strsep(&rest, "\n")) != NULL)
		if (*line != '\0')
			compose(model, BLOCK_PARAGRAPH, line);
	if (*text == '\0')
		compose(model, BLOCK_PARAGRAPH, "Belum dicantumkan.");
}

static void
standard_requirements(struct document_model *model, const struct rows *rows)
{
	struct block *list;

	standard_heading(model, "Persyaratan");
	list = compose(model, BLOCK_LIST, "");
	for (size_t row = 0; row < rows->count; row++)
		compose_row(model, list, arena_format(model->arena, "%zu.", row + 1),
		    row_int(rows, row, "compulsory") != 0 ?
			row_text(rows, row, "name") :
			arena_format(model->arena, "%s (bila ada)", row_text(rows, row, "name")));
}

static void
standard_steps(struct document_model *model, const struct rows *rows)
{
	struct block *table;

	standard_heading(model, "Sistem, mekanisme dan prosedur");
	table = compose(model, BLOCK_TABLE, "");
	compose_column(table, "No.", 8, ALIGN_CENTRE);
	compose_column(table, "Langkah", 52, ALIGN_LEFT);
	compose_column(table, "Pelaksana", 20, ALIGN_LEFT);
	compose_column(table, "Hari kerja", 20, ALIGN_RIGHT);
	for (size_t row = 0; row < rows->count; row++)
		compose_row(model, table, arena_format(model->arena, "%zu", row + 1),
		    row_text(rows, row, "name"), service_role_word(row_text(rows, row, "role")),
		    row_text(rows, row, "days"));
}

void
service_standard_compose(struct context *context, const struct service *service,
    const struct letterhead *letterhead, struct document_model *model)
{
	struct arena *arena = context->arena;
	struct block *title;

	letterhead_compose(context, letterhead,
	    arena_format(arena, "Standar pelayanan: %s", service->name), service->agency_name,
	    model);
	title = compose(model, BLOCK_TITLE, "Standar pelayanan");
	compose_row(model, title, service->name);
	compose_row(model, title,
	    arena_format(arena, "Versi %lld, berlaku sejak %s", (long long)service->number,
		words_day_of(arena, service->published_at, service->zone)));
	standard_lines(model, "Dasar hukum", service->legal_base);
	standard_requirements(model, &service->requirements);
	standard_steps(model, &service->steps);
	standard_lines(model, "Waktu penyelesaian",
	    arena_format(arena,
		"%lld hari kerja sejak permohonan masuk; waktu menunggu perbaikan dari pemohon "
		"tidak dihitung.",
		(long long)service->days));
	standard_lines(model, "Biaya", service->cost);
	standard_lines(model, "Produk layanan",
	    service->valid_months > 0 ?
		arena_format(arena, "%s, berlaku %lld bulan", service->product,
		    (long long)service->valid_months) :
		service->product);
	standard_lines(model, "Pengaduan layanan", service->complaint);
}
