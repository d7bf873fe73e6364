/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "exchange/exchange.h"
#include "step/office.h"
#include "step/words.h"
#include "base/banned.h"

/*
 * An instrument out, in the columns and marks that cycle reads in: whoever
 * takes it elsewhere gets the same one.
 */
struct content {
	struct rows about, levels, items, categories;
};

static int
load(struct visit *visit, int64_t id, struct content *content)
{
	struct db *db = visit->db;
	int result = db_select(db, &content->about, STATEMENT_API_INSTRUMENT,
	    db_int(id));

	if (result == 0)
		return 404;
	if (result > 0)
		result = db_select(db, &content->levels,
		    STATEMENT_API_INSTRUMENT_LEVELS, db_int(id));
	if (result >= 0)
		result = db_select(db, &content->items,
		    STATEMENT_API_INSTRUMENT_ITEMS, db_int(id));
	if (result >= 0)
		result = db_select(db, &content->categories,
		    STATEMENT_INSTRUMENT_CATEGORIES, db_int(id));
	return result < 0 ? visit_status(visit, result) : 0;
}

/* ---- JSON ----------------------------------------------------------------- */

static void
add_items(struct buffer *json, const struct content *content,
    const char *level_id, size_t *item)
{
	const struct rows *items = &content->items;

	json_open(json, "items", '[');
	for (; *item < items->count && strcmp(row_text(items, *item,
	    "level_id"), level_id) == 0; ++*item) {
		json_open(json, NULL, '{');
		json_put(json, "title", row_text(items, *item, "title"));
		json_flag(json, "compulsory", row_int(items, *item,
		    "compulsory") != 0);
		json_flag(json, "needs_signature", row_int(items, *item,
		    "needs_signature") != 0);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
add_variables(struct buffer *json, const struct content *content)
{
	const struct rows *levels = &content->levels;
	int64_t variable = 0;
	size_t item = 0;

	json_open(json, "variables", '[');
	for (size_t row = 0; row < levels->count; row++) {
		if (row_int(levels, row, "variable") != variable) {
			if (variable != 0) {
				json_close(json, ']');
				json_close(json, '}');
			}
			variable = row_int(levels, row, "variable");
			json_open(json, NULL, '{');
			json_number(json, "number", variable);
			json_put(json, "name", row_text(levels, row,
			    "name"));
			json_open(json, "levels", '[');
		}
		json_open(json, NULL, '{');
		json_number(json, "number", row_int(levels, row, "number"));
		json_put(json, "indicator", row_text(levels, row,
		    "indicator"));
		json_put(json, "guidance", row_text(levels, row,
		    "guidance"));
		add_items(json, content, row_text(levels, row, "id"), &item);
		json_close(json, '}');
	}
	if (variable != 0) {
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
}

int
instrument_json(struct visit *visit, int64_t id, struct buffer *json)
{
	struct content content;
	int status = load(visit, id, &content);

	if (status != 0)
		return status;
	json_open(json, NULL, '{');
	json_put(json, "format", "matang-instrument/1");
	json_put(json, "name", row_text(&content.about, 0, "name"));
	json_put(json, "basis", row_text(&content.about, 0, "basis"));
	add_variables(json, &content);
	json_open(json, "categories", '[');
	for (size_t row = 0; row < content.categories.count; row++) {
		json_open(json, NULL, '{');
		json_number(json, "level", row_int(&content.categories, row,
		    "level"));
		json_put(json, "name", row_text(&content.categories, row,
		    "name"));
		json_number(json, "min_tenths", row_int(&content.categories,
		    row, "min_tenths"));
		json_number(json, "max_tenths", row_int(&content.categories,
		    row, "max_tenths"));
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
	return 0;
}

/* ---- tables --------------------------------------------------------------- */

/* "SK tim; Notulen (ttd)": the mark and the order that the import reads. */
static const char *
items_text(struct arena *arena, const struct content *content,
    const char *level_id, size_t *item)
{
	const struct rows *items = &content->items;
	struct buffer text = { .arena = arena };

	buffer_text(&text, "");
	for (; *item < items->count && strcmp(row_text(items, *item,
	    "level_id"), level_id) == 0; ++*item) {
		const char *title = row_text(items, *item, "title");

		/* The import adds the last one of every level itself. */
		if (strcmp(title, "Dokumen pendukung lain") == 0)
			continue;
		buffer_format(&text, "%s%s%s%s", text.length > 0 ? "; " : "",
		    title, row_int(items, *item, "needs_signature") != 0 ?
		    " (ttd)" : "", row_int(items, *item, "compulsory") != 0 ?
		    " (wajib)" : "");
	}
	return text.bytes;
}

static void
compose_levels(struct composition *book, const struct content *content)
{
	const struct rows *levels = &content->levels;
	struct block *variables = compose(book, BLOCK_TABLE, "variabel");
	struct block *table = compose(book, BLOCK_TABLE, "tingkat");
	const char *last = "";
	size_t item = 0;

	compose_column(variables, "variabel", 10, ALIGN_RIGHT);
	compose_column(variables, "nama", 90, ALIGN_LEFT);
	compose_column(table, "variabel", 7, ALIGN_RIGHT);
	compose_column(table, "tingkat", 7, ALIGN_RIGHT);
	compose_column(table, "indikator", 32, ALIGN_LEFT);
	compose_column(table, "petunjuk verifikasi", 26, ALIGN_LEFT);
	compose_column(table, "dokumen", 28, ALIGN_LEFT);
	for (size_t row = 0; row < levels->count; row++) {
		const char *variable = row_text(levels, row, "variable");

		if (strcmp(variable, last) != 0)
			compose_row(book, variables, variable, row_text(
			    levels, row, "name"));
		last = variable;
		compose_row(book, table, variable, row_text(levels, row,
		    "number"), row_text(levels, row, "indicator"),
		    row_text(levels, row, "guidance"),
		    items_text(book->arena, content, row_text(levels, row,
		    "id"), &item));
	}
}

static void
compose_categories(struct composition *book, const struct content *content)
{
	const struct rows *rows = &content->categories;
	struct block *table = compose(book, BLOCK_TABLE, "kategori");

	compose_column(table, "kategori", 40, ALIGN_LEFT);
	compose_column(table, "tingkat", 20, ALIGN_RIGHT);
	compose_column(table, "nilai terendah", 20, ALIGN_RIGHT);
	compose_column(table, "nilai tertinggi", 20, ALIGN_RIGHT);
	for (size_t row = 0; row < rows->count; row++)
		compose_row(book, table, row_text(rows, row, "name"),
		    row_text(rows, row, "level"), words_tenths(book->arena,
		    row_int(rows, row, "min_tenths")),
		    words_tenths(book->arena, row_int(rows, row,
		    "max_tenths")));
}

static int
send_bytes(struct visit *visit, const char *media, const char *name,
    const struct buffer *bytes)
{
	answer_header(visit->request, "Content-Disposition",
	    arena_format(visit->arena, "attachment; filename=\"%s\"", name));
	answer_send(visit->request, 200, media, bytes->bytes, bytes->length);
	return 0;
}

static int
send_csv(struct visit *visit, const struct composition *book,
    const char *table)
{
	struct buffer csv = { .arena = visit->arena };

	for (const struct block *block = book->blocks; block != NULL;
	    block = block->next)
		if (strcmp(block->text, table) == 0) {
			office_csv(visit->arena, block, &csv);
			return send_bytes(visit, "text/csv; charset=utf-8",
			    arena_format(visit->arena,
			    "instrumen-%lld-%s.csv",
			    (long long)visit->keys[0], table), &csv);
		}
	return 404;
}

int
send_instrument(struct visit *visit)
{
	struct composition book = { .arena = visit->arena,
	    .title = "Instrumen" };
	struct buffer json = { .arena = visit->arena };
	const char *kind = visit->words[0];
	struct content content;
	int status = load(visit, visit->keys[0], &content);

	if (status != 0)
		return status;
	if (strcmp(kind, "json") == 0) {
		status = instrument_json(visit, visit->keys[0], &json);
		return status != 0 ? status : send_bytes(visit,
		    "application/json; charset=utf-8",
		    arena_format(visit->arena, "instrumen-%lld.json",
		    (long long)visit->keys[0]), &json);
	}
	book.title = row_text(&content.about, 0, "name");
	book.landscape = true;
	compose_levels(&book, &content);
	compose_categories(&book, &content);
	if (strcmp(kind, "xlsx") == 0)
		return office_workbook(visit, &book,
		    arena_format(visit->arena, "instrumen-%lld.xlsx",
		    (long long)visit->keys[0]));
	return send_csv(visit, &book, kind);
}
