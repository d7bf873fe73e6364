/* SPDX-License-Identifier: ISC */
/*
 * An instrument of any kind comes in, is looked at, stored as a draft, and goes out again.
 * Between the preview and the decision the file is kept as it came (import/import_draft.h),
 * and read and checked once more.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "cycle/scaled_table.h"
#include "document/export.h"
#include "document/listing.h"
#include "import/import_draft.h"
#include "base/banned.h"

/* Lists of variables are kept under the same kind. */
static const char draft_kind[] = "variables";

enum { SCALED_FILE };
const struct field scaled_import_fields[] = {
	[SCALED_FILE] = { "file", FIELD_FILE, "Berkas instrumen" },
	{ .name = NULL },
};

enum { STORE_DRAFT, STORE_NAME };
const struct field scaled_store_fields[] = {
	[STORE_DRAFT] = { "draft", FIELD_NUMBER, "Berkas", true, .min = 1, .max = INT32_MAX },
	[STORE_NAME] = { "name", FIELD_TEXT, "Nama instrumen", true, .min = 3,
	    .max = INSTRUMENT_NAME_MAX },
	{ .name = NULL },
};

struct scaled_import {
	struct context *context;
	struct problems problems;
	struct scaled scaled;
	int64_t draft;
	int64_t id;
	bool named; /* its name was typed */
};

/* ---- preview -------------------------------------------------------------------- */

static int
show_scaled_preview(struct scaled_import *import, int code)
{
	struct context *context = import->context;
	struct node *value;

	fill_form(context);
	value = page_node(&context->page, "Form.value");
	if (import->problems.count == 0) {
		scaled_fill(context, &import->scaled);
		node_set_int(value, "draft", import->draft);
		if (!import->named && *import->scaled.name != '\0')
			node_set(value, "name", import->scaled.name);
	}
	page_set(&context->page, "Import.name", import->scaled.name);
	return context_show_status(context, "cycle/scaled_preview", code);
}

int
new_scaled(struct context *context)
{
	return context_show(context, "cycle/scaled_import");
}

int
preview_scaled(struct context *context)
{
	struct scaled_import import = { .context = context, .problems.context = context };
	struct upload *file = table_upload(context, SCALED_FILE);
	int status;

	if (file == NULL && form_ok(&context->form))
		form_error(&context->form, SCALED_FILE, "Pilih berkas Excel, CSV atau JSON.");
	if (file == NULL || !form_ok(&context->form))
		return context_show_errors(context, "cycle/scaled_import");
	status = draft_keep(context, draft_kind, file, &import.draft);
	if (status != 0)
		return status;
	scaled_read(&import.problems, file, &import.scaled);
	return show_scaled_preview(&import, import.problems.count > 0 ? 422 : 200);
}

/* ---- stored ---------------------------------------------------------------------- */

static int
put_scales(struct db *db, struct scaled_import *import)
{
	struct scaled *scaled = &import->scaled;
	int result = 0;

	for (size_t at = 0; result >= 0 && at < scaled->scale_count; at++) {
		struct scale *scale = &scaled->scales[at];

		result = db_run(db, STATEMENT_SCALE_ADD, db_int(import->id), db_text(scale->code));
		scale->id = db_last_key(db);
		for (size_t level = 0; result >= 0 && level < scale->count; level++)
			result = db_run(db, STATEMENT_SCALE_WORD_ADD, db_int(scale->id),
			    db_int((int64_t)level + 1), db_text(scale->words[level].word),
			    db_int(scale->words[level].points));
	}
	return result;
}

static int
put_scaled_variables(struct db *db, struct scaled_import *import)
{
	const struct scaled *scaled = &import->scaled;
	int result = 0;

	for (size_t at = 0; result >= 0 && at < scaled->count; at++) {
		const struct scaled_variable *one = &scaled->variables[at];

		result = db_run(db, STATEMENT_SCALE_VARIABLE_ADD, db_int(import->id),
		    db_int(one->number), db_text(one->name), db_text(one->outer),
		    db_text(one->inner), db_text(one->hint), db_int(one->scale->id),
		    db_int(one->weight), db_int(one->may_skip), db_key(one->if_number),
		    db_key(one->if_level));
	}
	return result;
}

/* A class ends a tenth below the next one; the last is open. */
static int
put_classes(struct db *db, struct scaled_import *import)
{
	const struct scaled *scaled = &import->scaled;
	int result = 0;

	for (size_t at = 0; result >= 0 && at < scaled->class_count; at++)
		result = db_run(db, STATEMENT_IMPORT_CATEGORY, db_int(import->id),
		    db_int((int64_t)at + 1), db_text(scaled->classes[at].name),
		    db_int(scaled->classes[at].least / 10),
		    db_int(at + 1 < scaled->class_count ? scaled->classes[at + 1].least / 10 - 1 :
							  INT32_MAX));
	return result;
}

static int
put_scaled(struct db *db, void *argument)
{
	struct scaled_import *import = argument;
	struct context *context = import->context;
	const struct scaled *scaled = &import->scaled;
	const char *name = form_text(&context->form, STORE_NAME);
	int result = db_run(db, STATEMENT_SCALE_INSTRUMENT_ADD, db_key(context->actor.region_id),
	    db_text(name), db_text(scaled->basis), db_text(scoring_code(scaled->scoring)),
	    db_text(rounding_code(scaled->rounding)), db_int(scaled->decimals),
	    db_text(scaled->labels[SCALED_OUTER]), db_text(scaled->labels[SCALED_INNER]),
	    db_text(scaled->labels[SCALED_ITEM]));

	import->id = db_last_key(db);
	if (result >= 0)
		result = put_scales(db, import);
	if (result >= 0)
		result = put_scaled_variables(db, import);
	if (result >= 0)
		result = put_classes(db, import);
	return result < 0 ? result : instrument_record(context, import->id, "", name);
}

int
store_scaled(struct context *context)
{
	struct scaled_import import = { .context = context,
		.problems.context = context,
		.named = true };
	struct form *form = &context->form;
	struct upload *file;
	int result, status;

	if (form->values[STORE_DRAFT].error != NULL)
		return 400;
	import.draft = form_number(form, STORE_DRAFT);
	status = draft_find(context, draft_kind, import.draft, &file);
	if (status != 0)
		return status;
	if (file == NULL)
		return draft_gone(context);
	scaled_read(&import.problems, file, &import.scaled);
	if (import.problems.count > 0 || !form_ok(form))
		return show_scaled_preview(&import, 422);
	result = db_txn_world(context->db, put_scaled, &import);
	if (result == DB_DUPLICATE) {
		form_error(form, STORE_NAME,
		    "Sudah ada instrumen dengan nama itu. Tambahkan misalnya tahunnya.");
		return show_scaled_preview(&import, 409);
	}
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/cycle/instruments/%lld?done=imported",
		(long long)import.id);
}

/* ---- out -------------------------------------------------------------------------- */

#define SCALED_CELL(at, width) \
	{ \
		.share = (width), \
		.member = offsetof(struct scaled_line, cells) + (at) * sizeof(const char *) \
	}

static int
send_scaled_table(struct context *context, const struct scaled_line *lines, size_t count)
{
	struct listing_column columns[SCALED_COLUMNS + 1] = { SCALED_CELL(0, 8), SCALED_CELL(1, 8),
		SCALED_CELL(2, 20), SCALED_CELL(3, 24), SCALED_CELL(4, 6), SCALED_CELL(5, 6),
		SCALED_CELL(6, 16), SCALED_CELL(7, 16), SCALED_CELL(8, 8), SCALED_CELL(9, 6),
		SCALED_CELL(10, 6), SCALED_CELL(11, 6), SCALED_CELL(12, 6), { .label = NULL } };
	struct listing listing = { .title = "Instrumen",
		.columns = columns,
		.records = lines,
		.count = count,
		.size = sizeof(*lines) };

	for (size_t at = 0; at < SCALED_COLUMNS; at++)
		columns[at].label = scaled_heads[at];
	return listing_send(context, "instrumen", &listing, 1);
}

static int
send_scaled_json(struct context *context, const struct scaled_line *lines, size_t count)
{
	struct buffer json = { .arena = context->arena };

	json_open(&json, NULL, '{');
	json_open(&json, "rows", '[');
	for (size_t line = 0; line < count; line++) {
		json_open(&json, NULL, '{');
		for (size_t at = 0; at < SCALED_COLUMNS; at++)
			if (*lines[line].cells[at] != '\0')
				json_put(&json, scaled_heads[at], lines[line].cells[at]);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_close(&json, '}');
	context_takes_out(context, "export", context->actor.region_id, 0, "instrumen.json");
	return export_bytes(context, "application/json; charset=utf-8", json.bytes, json.length,
	    "instrumen.json");
}

int
send_scaled(struct context *context)
{
	struct scaled scaled;
	struct scaled_line *lines;
	struct rows instrument;
	size_t count;
	int status = instrument_find(context, &instrument);

	if (status == 0)
		status = scaled_load(context, context->keys[0], &scaled);
	if (status != 0)
		return status;
	lines = scaled_lines(context->arena, &scaled, &count);
	return strcmp(context->words[0], "json") == 0 ?
	    send_scaled_json(context, lines, count) :
	    send_scaled_table(context, lines, count);
}
