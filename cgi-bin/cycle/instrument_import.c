/* SPDX-License-Identifier: ISC */
/*
 * Steps 1 and 2: an instrument out of one file, a workbook or JSON, or out of
 * three tables.  What is stored is a draft.
 *
 * Between the preview and the decision to store it the instrument travels in
 * the form itself, as JSON whatever it came as, and is read and checked once
 * more when it comes back: see import/import_table.h for why, and why so short.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "frame/words.h"
#include "import/import_draft.h"
#include "sheet/sheet.h"
#include "store/instrument.h"
#include "base/banned.h"

enum { FORM_BYTES_MAX = 120 * 1024 };

enum { NAME, BASIS, WORKBOOK, FILE_VARIABLES, FILE_LEVELS, FILE_CATEGORIES };
const struct field instrument_import_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Nama instrumen", .max = INSTRUMENT_NAME_MAX },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", .max = INSTRUMENT_BASIS_MAX },
	[WORKBOOK] = { "workbook", FIELD_FILE, "Berkas Excel atau JSON" },
	[FILE_VARIABLES] = { "variables", FIELD_FILE, "Berkas variabel" },
	[FILE_LEVELS] = { "levels", FIELD_FILE, "Berkas tingkat" },
	[FILE_CATEGORIES] = { "categories", FIELD_FILE, "Berkas kategori" },
	{ 0 },
};

/*
 * The files that are kept, of one workbook the first alone, read again with
 * columns that a person chose: of each table which, and in which attempt.
 */
enum { DRAFT = BASIS + 1, ATTEMPT, VARIABLE_COLUMN };
const struct field instrument_reread_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Nama instrumen", true, .max = INSTRUMENT_NAME_MAX },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", .max = INSTRUMENT_BASIS_MAX },
	[DRAFT] = { "draft-", FIELD_NUMBER, "Berkas", .min = 1, .max = INT32_MAX },
	[ATTEMPT] = { "attempt-", FIELD_NUMBER, "Lembar", .max = SHEET_COLUMNS_MAX },
	[VARIABLE_COLUMN] = { "variable-", FIELD_NUMBER, "Kolom", .max = SHEET_COLUMNS_MAX },
	[VARIABLE_COLUMN + 1] = { "level-", FIELD_NUMBER, "Kolom", .max = SHEET_COLUMNS_MAX },
	[VARIABLE_COLUMN + 2] = { "category-", FIELD_NUMBER, "Kolom", .max = SHEET_COLUMNS_MAX },
	{ 0 },
};

/* By table. */
static const char *const draft_kinds[INSTRUMENT_TABLES] = { "variables", "levels", "categories" };

enum { CONTENT = BASIS + 1 };
const struct field instrument_store_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Nama instrumen", true, .max = INSTRUMENT_NAME_MAX },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", .max = INSTRUMENT_BASIS_MAX },
	[CONTENT] = { "content", FIELD_LINES, "Instrumen", true, .max = FORM_BYTES_MAX },
	{ 0 },
};

struct import {
	struct context *context;
	struct problems problems;
	struct instrument instrument;
	const char *json; /* the same, to come back with the form */
	bool of_json;     /* it came as that */
};

/* ---- the files ------------------------------------------------------------ */

static bool
instrument_import_ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), of_end = strlen(end);

	return length >= of_end && strcasecmp(text + length - of_end, end) == 0;
}

/* By its name, or by how it begins. */
static bool
is_json(const struct upload *upload)
{
	static const char before[] = " \t\r\n\xef\xbb\xbf";
	const char *at = upload->bytes + strspn(upload->bytes, before);

	return instrument_import_ends_with(upload->name, ".json") || *at == '{' || *at == '[';
}

static void
instrument_import_read_json(struct import *import, const char *bytes, size_t length)
{
	struct json_problems problems = { .arena = import->context->arena };

	instrument_read(&problems, json_read(&problems, bytes, length, &json_limits_import),
	    &import->instrument);
	for (size_t at = 0; at < problems.count; at++)
		if (at < JSON_PROBLEMS_LISTED)
			problems_add(&import->problems, problems.listed[at].where,
			    problems.listed[at].text);
		else
			problems_add(&import->problems, "", "");
}

/* From one workbook or from three files; form errors where any is missing. */
static void
find_files(struct context *context, struct upload *workbook,
    struct upload *files[INSTRUMENT_TABLES])
{
	struct form *form = &context->form;

	if (*form_text(form, NAME) == '\0')
		form_error(form, NAME, "Nama instrumen wajib diisi.");
	if (workbook != NULL && !workbook->workbook)
		form_error(form, WORKBOOK,
		    "Ini bukan berkas Excel (.xlsx), ODS "
		    "atau JSON. Untuk CSV pilih tiga berkas di bawah.");
	for (int at = 0; at < INSTRUMENT_TABLES; at++) {
		int field = FILE_VARIABLES + at;

		files[at] = workbook != NULL ? workbook : table_upload(context, field);
		if (files[at] == NULL && !form_given(form, field) && !form_given(form, WORKBOOK))
			form_error(form, WORKBOOK,
			    "Pilih satu berkas Excel "
			    "atau JSON, atau ketiga berkas CSV.");
		else if (workbook == NULL && files[at] != NULL && is_json(files[at]))
			form_error(form, field,
			    "Ini berkas JSON. Pilih di "
			    "bagian “Satu berkas”, tanpa yang lain.");
	}
}

/* Reads the tables; drafts are the keys of the files that are kept, 0 where a
 * table is in the first one's workbook. */
static void
instrument_import_read_tables(struct import *import, struct upload *const files[INSTRUMENT_TABLES],
    const int64_t drafts[INSTRUMENT_TABLES])
{
	struct context *context = import->context;
	struct upload each[INSTRUMENT_TABLES];
	struct node *kept = page_node(&context->page, "Kept");
	size_t count = 0;

	for (int at = 0; at < INSTRUMENT_TABLES; at++) {
		each[at] = *files[at];
		each[at].family = instrument_reread_fields[VARIABLE_COLUMN + at].name;
	}
	instrument_of_tables(&import->problems, each, &import->instrument);
	for (int at = 0; at < INSTRUMENT_TABLES; at++) {
		struct node *node = node_row(kept, count++);

		node_set(node, "field", arena_format(context->arena, "attempt-%d", at));
		node_set_int(node, "value", (int64_t)each[at].attempt);
		if (drafts[at] == 0)
			continue;
		node = node_row(kept, count++);
		node_set(node, "field", arena_format(context->arena, "draft-%d", at));
		node_set_int(node, "value", drafts[at]);
	}
}

/* Keeps what was sent and reads it; 0 or a status. */
static int
read_sent(struct import *import, struct upload *workbook)
{
	struct context *context = import->context;
	struct upload *files[INSTRUMENT_TABLES];
	int64_t drafts[INSTRUMENT_TABLES] = { 0 };
	int status = 0;

	find_files(context, workbook, files);
	if (!form_ok(&context->form))
		return 0;
	for (int at = 0; at < (workbook != NULL ? 1 : INSTRUMENT_TABLES) && status == 0; at++)
		status = draft_keep(context, draft_kinds[at], files[at], &drafts[at]);
	if (status == 0)
		instrument_import_read_tables(import, files, drafts);
	return status;
}

/* Reads what is kept with the columns that were chosen; 0 or a status. */
static int
read_again(struct import *import)
{
	struct context *context = import->context;
	const struct form *form = &context->form;
	struct upload *files[INSTRUMENT_TABLES], chosen[INSTRUMENT_TABLES];
	int64_t drafts[INSTRUMENT_TABLES] = { 0 };

	for (int at = 0; at < INSTRUMENT_TABLES; at++) {
		const struct each *draft = form_member(form, DRAFT, at);
		const struct each *attempt = form_member(form, ATTEMPT, at);
		int status = 0;

		files[at] = at > 0 ? files[0] : NULL;
		if (draft != NULL) {
			drafts[at] = draft->number;
			status = draft_find(context, draft_kinds[at], draft->number, &files[at]);
		}
		if (status != 0)
			return status;
		if (files[at] == NULL)
			return draft_gone(context);
		chosen[at] = *files[at];
		chosen[at].chosen = form_each(form, VARIABLE_COLUMN + at);
		chosen[at].attempt = attempt == NULL ? 0 : (size_t)attempt->number;
	}
	for (int at = 0; at < INSTRUMENT_TABLES; at++)
		files[at] = &chosen[at];
	instrument_import_read_tables(import, files, drafts);
	return 0;
}

/* What was typed goes before what the file says. */
static void
name_it(struct import *import)
{
	struct form *form = &import->context->form;

	if (*form_text(form, NAME) != '\0' || import->instrument.name == NULL)
		import->instrument.name = form_text(form, NAME);
	if (*form_text(form, BASIS) != '\0' || import->instrument.basis == NULL)
		import->instrument.basis = form_text(form, BASIS);
}

static const char name_taken[] = "Sudah ada instrumen dengan nama itu. "
				 "Tambahkan misalnya tahunnya.";

static int
instrument_import_check_name(struct import *import)
{
	struct context *context = import->context;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_IMPORT_INSTRUMENT_ID,
	    db_text(import->instrument.name));

	if (result > 0)
		form_error(&context->form, NAME, "%s", name_taken);
	return result < 0 ? context_status(context, result) : 0;
}

/* ---- preview -------------------------------------------------------------- */

static void
fill_level(struct node *node, const struct instrument_level *level, int64_t number)
{
	node_set(node, "roman", words_roman(number));
	node_set(node, "indicator", level->indicator);
	node_set(node, "guidance", level->guidance);
	for (size_t at = 0; at < level->item_count; at++) {
		struct node *item = node_row(node_child(node, "items"), at);

		node_set(item, "title", level->items[at].title);
		node_set_int(item, "compulsory", level->items[at].compulsory);
		node_set_int(item, "signature", level->items[at].needs_signature);
	}
}

/* What was understood, also where some of it is to be mended. */
static void
instrument_import_fill_preview(struct import *import)
{
	const struct instrument *instrument = &import->instrument;
	struct page *page = &import->context->page;

	for (size_t at = 0; at < instrument->variable_count; at++) {
		const struct instrument_variable *variable = &instrument->variables[at];
		struct node *node = node_row(page_node(page, "Variables"), at);

		if (variable->name == NULL)
			continue;
		node_set_int(node, "number", variable->number);
		node_set(node, "name", variable->name);
		for (size_t level = 0; level < INSTRUMENT_LEVELS; level++)
			fill_level(node_row(node_child(node, "levels"), level),
			    &variable->levels[level], (int64_t)level + 1);
	}
	for (size_t at = 0; at < INSTRUMENT_LEVELS; at++) {
		const struct instrument_category *category = &instrument->categories[at];
		struct node *node = node_row(page_node(page, "Categories"), at);

		if (category->name == NULL)
			continue;
		node_set(node, "name", category->name);
		node_set(node, "least", score_words(import->context->arena, category->min_tenths));
		node_set(node, "most", score_words(import->context->arena, category->max_tenths));
	}
	page_set_int(page, "Count.variables", (int64_t)instrument->variable_count);
}

/* Bytes of a value in the body of a form: WHATWG URL, 5.2. */
static size_t
form_bytes(const char *text)
{
	size_t bytes = 0;

	for (; *text != '\0'; text++)
		bytes += isalnum((unsigned char)*text) || strchr("*-._ ", *text) != NULL ? 1 : 3;
	return bytes;
}

static void
instrument_import_pack(struct import *import)
{
	struct buffer json = { .arena = import->context->arena };

	instrument_write(&json, &import->instrument);
	import->json = json.bytes;
	if (form_bytes(json.bytes) > FORM_BYTES_MAX)
		problems_add(&import->problems, "",
		    "Isinya terlalu panjang "
		    "untuk sekali muat. Ringkas petunjuk dan daftar "
		    "dokumennya; keduanya dapat dilengkapi lagi sesudah "
		    "dimuat.");
}

/* The instrument, or what is wrong with the file; a name can be mended here. */
static int
instrument_import_show_preview(struct import *import, int code)
{
	struct context *context = import->context;

	fill_form(context);
	page_set(&context->page, "Import.name", import->instrument.name);
	if (import->of_json)
		page_set(&context->page, "Import.json", "1");
	set_value(context, "name", import->instrument.name);
	set_value(context, "basis", import->instrument.basis);
	instrument_import_fill_preview(import);
	if (import->problems.count == 0)
		set_value(context, "content", import->json);
	return context_show_status(context, "cycle/instrument_preview", code);
}

int
new_instrument(struct context *context)
{
	return context_show(context, "cycle/instrument_import");
}

/* What was read, by name and with what is wrong. */
static int
instrument_import_preview_of(struct import *import)
{
	int status;

	name_it(import);
	if (import->problems.count == 0)
		instrument_import_pack(import);
	if (import->problems.count > 0)
		return instrument_import_show_preview(import, 422);
	status = instrument_import_check_name(import);
	return status != 0 ?
	    status :
	    instrument_import_show_preview(import, form_ok(&import->context->form) ? 200 : 422);
}

int
preview_instrument(struct context *context)
{
	struct import import = { .context = context, .problems.context = context };
	struct upload *file = table_upload(context, WORKBOOK);
	int status = 0;

	if (file != NULL && is_json(file)) {
		instrument_import_read_json(&import, file->bytes, file->length);
		import.of_json = true;
	} else
		status = read_sent(&import, file);
	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    instrument_import_preview_of(&import) :
	    context_show_errors(context, "cycle/instrument_import");
}

int
reread_instrument(struct context *context)
{
	struct import import = { .context = context, .problems.context = context };
	int status;

	if (!form_ok(&context->form))
		return 400;
	status = read_again(&import);
	return status != 0 ? status : instrument_import_preview_of(&import);
}

/* ---- store ---------------------------------------------------------------- */

int
store_instrument(struct context *context)
{
	struct import import = { .context = context, .problems.context = context };
	struct form *form = &context->form;
	int64_t id;
	int result;

	if (form->values[CONTENT].error != NULL)
		return 400;
	import.json = form_text(form, CONTENT);
	instrument_import_read_json(&import, import.json, strlen(import.json));
	import.instrument.name = form_text(form, NAME);
	import.instrument.basis = form_text(form, BASIS);
	if (import.problems.count > 0 || !form_ok(form))
		return instrument_import_show_preview(&import, 422);
	result = instrument_add(context->db, &import.instrument, false, context->actor.account_id,
	    &id);
	if (result == DB_DUPLICATE) {
		form_error(form, NAME, "%s", name_taken);
		return instrument_import_show_preview(&import, 409);
	}
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/instruments/%lld?done=imported", (long long)id);
}
