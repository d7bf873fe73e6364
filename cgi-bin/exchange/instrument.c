/* SPDX-License-Identifier: ISC */
/*
 * An instrument goes out, in the columns and marks that the program cycle
 * reads in: whoever takes it elsewhere gets the same one.
 */
#include <string.h>

#include "exchange/exchange.h"
#include "document/export.h"
#include "frame/words.h"
#include "format/instrument_json.h"
#include "store/instrument.h"
#include "base/banned.h"

/*
 * An instrument out, in the columns and marks that cycle reads in: whoever
 * takes it elsewhere gets the same one.
 */
static int
exchange_instrument_load(struct context *context, int64_t region_id, int64_t id,
    struct instrument *instrument)
{
	int result = instrument_load(context->db, context->arena, region_id, id, instrument);

	return result == 0 ? 404 : result < 0 ? context_status(context, result) : 0;
}

int
instrument_json(struct context *context, int64_t region_id, int64_t id, struct buffer *json)
{
	struct instrument instrument;
	int status = exchange_instrument_load(context, region_id, id, &instrument);

	if (status == 0)
		instrument_write(json, &instrument);
	return status;
}

/* ---- tables --------------------------------------------------------------- */

static void
compose_level(struct document_model *book, struct block *table, const char *variable, int number,
    const struct instrument_level *level)
{
	struct buffer items = { .arena = book->arena };
	struct buffer help[HELP_TEXTS];

	instrument_items_text(&items, level);
	for (int at = 0; at < HELP_TEXTS; at++) {
		help[at] = (struct buffer){ .arena = book->arena };
		instrument_help_text(&help[at], level, (enum instrument_help)at);
	}
	compose_row(book, table, variable, arena_format(book->arena, "%d", number),
	    level->indicator, level->guidance, items.bytes, help[HELP_COUNTS].bytes,
	    help[HELP_COUNTS_NOT].bytes, help[HELP_EXAMPLE].bytes);
}

static void
instrument_compose_levels(struct document_model *book, const struct instrument *instrument)
{
	struct block *variables = compose(book, BLOCK_TABLE, "variabel");
	struct block *table = compose(book, BLOCK_TABLE, "tingkat");

	compose_column(variables, "variabel", 10, ALIGN_RIGHT);
	compose_column(variables, "nama", 90, ALIGN_LEFT);
	compose_column(table, "variabel", 7, ALIGN_RIGHT);
	compose_column(table, "tingkat", 7, ALIGN_RIGHT);
	compose_column(table, "indikator", 32, ALIGN_LEFT);
	compose_column(table, "petunjuk verifikasi", 26, ALIGN_LEFT);
	compose_column(table, "dokumen", 28, ALIGN_LEFT);
	compose_column(table, "yang dihitung", 20, ALIGN_LEFT);
	compose_column(table, "yang tidak dihitung", 20, ALIGN_LEFT);
	compose_column(table, "contoh", 20, ALIGN_LEFT);
	for (size_t at = 0; at < instrument->variable_count; at++) {
		const struct instrument_variable *variable = &instrument->variables[at];
		const char *number = arena_format(book->arena, "%lld", (long long)variable->number);

		compose_row(book, variables, number, variable->name);
		for (int level = 0; level < INSTRUMENT_LEVELS; level++)
			compose_level(book, table, number, level + 1, &variable->levels[level]);
	}
}

static void
compose_categories(struct document_model *book, const struct instrument *instrument)
{
	struct block *table = compose(book, BLOCK_TABLE, "kategori");

	compose_column(table, "kategori", 40, ALIGN_LEFT);
	compose_column(table, "tingkat", 20, ALIGN_RIGHT);
	compose_column(table, "nilai terendah", 20, ALIGN_RIGHT);
	compose_column(table, "nilai tertinggi", 20, ALIGN_RIGHT);
	for (int level = 0; level < INSTRUMENT_LEVELS; level++) {
		const struct instrument_category *category = &instrument->categories[level];

		compose_row(book, table, category->name, arena_format(book->arena, "%d", level + 1),
		    words_tenths(book->arena, category->min_tenths),
		    words_tenths(book->arena, category->max_tenths));
	}
}

static int
send_bytes(struct context *context, const char *media, const char *name, const struct buffer *bytes)
{
	context_takes_out(context, "export", 0, 0, name);
	answer_header(context->request, "Content-Disposition",
	    arena_format(context->arena, "attachment; filename=\"%s\"", name));
	answer_send(context->request, 200, media, bytes->bytes, bytes->length);
	return 0;
}

static int
send_csv(struct context *context, const struct document_model *book, const char *table)
{
	struct buffer csv = { .arena = context->arena };

	for (const struct block *block = book->blocks; block != NULL; block = block->next)
		if (strcmp(block->text, table) == 0) {
			export_csv(context->arena, block, &csv);
			return send_bytes(context, "text/csv; charset=utf-8",
			    arena_format(context->arena, "instrumen-%lld-%s.csv",
				(long long)context->keys[0], table),
			    &csv);
		}
	return 404;
}

int
send_instrument(struct context *context)
{
	struct document_model book = { .arena = context->arena, .title = "Instrumen" };
	struct buffer json = { .arena = context->arena };
	const char *kind = context->words[0];
	struct instrument instrument;
	int status = exchange_instrument_load(context, context->actor.region_id, context->keys[0],
	    &instrument);

	if (status != 0)
		return status;
	if (strcmp(kind, "json") == 0) {
		instrument_write(&json, &instrument);
		return send_bytes(context, "application/json; charset=utf-8",
		    arena_format(context->arena, "instrumen-%lld.json",
			(long long)context->keys[0]),
		    &json);
	}
	book.title = instrument.name;
	book.landscape = true;
	instrument_compose_levels(&book, &instrument);
	compose_categories(&book, &instrument);
	if (strcmp(kind, "xlsx") == 0)
		return export_workbook(context, &book,
		    arena_format(context->arena, "instrumen-%lld.xlsx",
			(long long)context->keys[0]));
	return send_csv(context, &book, kind);
}
