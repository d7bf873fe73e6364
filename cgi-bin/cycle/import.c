/* SPDX-License-Identifier: ISC */
/*
 * What the imports of agencies and of accounts have in common: how people
 * write codes, names and NIPs in spreadsheets, and a proof that what is stored
 * is what the preview showed.
 */
#include "cycle/cycle.h"
#include "cycle/import.h"
#include "import/import_draft.h"
#include "sheet/sheet.h"

#include <ctype.h>
#include <string.h>

#include "rules/name_text.h"
#include "base/banned.h"

enum { REGION, FILE_FIELD };
const struct field import_fields[] = {
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ 0 },
};

/* What a file that is kept is read with; what else is stored with it. */
enum { STORE_REGION, DRAFT, ATTEMPT, COLUMN, SEEN, AGAIN };
#define KEPT_FIELDS \
	[STORE_REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX }, \
	[DRAFT] = { "draft", FIELD_NUMBER, "Berkas", true, .min = 1, .max = INT32_MAX }, \
	[ATTEMPT] = { "attempt", FIELD_NUMBER, "Lembar", .max = SHEET_COLUMNS_MAX }, \
	[COLUMN] = { "column-", FIELD_NUMBER, "Kolom", .max = SHEET_COLUMNS_MAX }

const struct field import_reread_fields[] = {
	KEPT_FIELDS,
	{ 0 },
};

const struct field import_store_fields[] = {
	KEPT_FIELDS,
	[SEEN] = { "seen", FIELD_TEXT, "Pemeriksaan", true, .max = SHA256_TEXT },
	[AGAIN] = { "again", FIELD_FLAG, "Sekali lagi" },
	{ 0 },
};

const char import_reason[] = "Impor dari berkas";

/* ---- columns -------------------------------------------------------------- */

static size_t
count_columns(const struct table_column *columns)
{
	size_t count = 0;

	while (columns[count].name != NULL)
		count++;
	return count;
}

const struct table_column *
sheet_columns(struct arena *arena, const struct sheet_layout *layout)
{
	size_t before = count_columns(layout->before);
	size_t behind = count_columns(layout->behind);
	struct table_column *columns = arena_array(arena, before + layout->count + behind + 1,
	    sizeof(*columns));

	memcpy(columns, layout->before, before * sizeof(*columns));
	for (size_t at = 0; at < layout->count; at++) {
		const struct field *field = &layout->fields[at];

		columns[before + at] = (struct table_column){ .name = field->sheet.head,
			.also = field->sheet.also,
			.flags = field->required ? layout->required : 0,
			.max = (size_t)field->max,
			.share = field->sheet.share,
			.source = field->name,
			.field = field };
	}
	memcpy(columns + before + layout->count, layout->behind, behind * sizeof(*columns));
	return columns;
}

const char *
import_cell(const struct import *import, size_t row, size_t column)
{
	return import->table.rows[row].cells[column];
}

const char *const *
import_values(const struct import *import, size_t row)
{
	return import->table.rows[row].cells + import->kind->first;
}

/* ---- what a row means ----------------------------------------------------- */

/*
 * The only region that such a name fits, with "Kota" or "Kabupaten" left out: true, and
 * its place.  True, too, where it fits several, with a problem that says what to write,
 * and the count.
 */
static bool
region_alike(struct import *import, size_t row, size_t column, const char *name, size_t *found)
{
	struct buffer names = { .arena = import->context->arena };
	size_t count = 0, fits = 0;

	for (size_t at = 0; at < import->regions.count; at++) {
		const char *region = row_text(&import->regions, at, "name");

		if (!name_fits_region(region, name))
			continue;
		fits = at;
		buffer_format(&names, "%s%s", count++ > 0 ? " atau " : "", region);
	}
	*found = import->last_region = count == 1 ? fits : import->regions.count;
	if (count > 1)
		table_problem(&import->table, row, column,
		    "“%s” dapat berarti %s. Tulis salah satunya, atau kode daerahnya.", name,
		    names.bytes);
	return count > 0;
}

size_t
import_region(struct import *import, size_t row)
{
	size_t column = import->kind->code, at = 0;
	const char *code = import_cell(import, row, column);

	/* Rows of a region mostly follow one another. */
	if (row > 0 && import->last_region < import->regions.count &&
	    strcmp(code, import_cell(import, row - 1, column)) == 0)
		return import->last_region;

	while (at < import->regions.count &&
	    (*code == '\0' ? row_int(&import->regions, at, "id") != import->region_id :
			     !is_region_code(row_text(&import->regions, at, "code"), code) &&
			!name_same(row_text(&import->regions, at, "name"), code)))
		at++;
	if (at == import->regions.count && *code != '\0' &&
	    region_alike(import, row, column, code, &at))
		return at;
	if (at == import->regions.count && *code == '\0')
		table_problem(&import->table, row, column,
		    "Tulis kode "
		    "daerahnya, misalnya 64.71, atau pilih satu daerah untuk "
		    "seluruh berkas.");
	else if (at == import->regions.count && isdigit((unsigned char)*code))
		table_problem(&import->table, row, column,
		    "Daerah dengan kode %s tidak ada di wilayah Anda.", code);
	else if (at == import->regions.count)
		table_problem(&import->table, row, column,
		    "Daerah “%s” tidak ada di wilayah Anda. Tulis kode atau namanya.", code);
	import->last_region = at;
	return at;
}

void
import_check_cells(struct import *import, size_t row)
{
	for (size_t at = 0; at < import->table.width; at++)
		check_cell(&import->table, row, at);
}

void
import_match(struct import *import, size_t row, const struct rows *there, size_t at)
{
	const struct sheet_layout *layout = import->kind->layout;
	struct import_row *entry = import->rows[row];

	entry->id = row_int(there, at, "id");
	entry->version = row_int(there, at, "version");
	entry->was = arena_array(import->context->arena, layout->count, sizeof(*entry->was));
	for (size_t each = 0; each < layout->count; each++)
		entry->was[each] = row_text(there, at, layout->fields[each].name);
}

void
import_edit(const struct import *import, size_t row, struct edit *edit)
{
	const struct sheet_layout *layout = import->kind->layout;

	edit_columns(import->context->arena, layout->fields, layout->count, import->rows[row]->was,
	    import_values(import, row), edit);
}

/* ---- everything that is wrong, and what would become of each row ------------ */

static void
add_seen(struct import *import, size_t row)
{
	struct sha256_state *state = &import->seen.state;
	const struct import_row *entry = import->rows[row];
	const char *text = import_cell(import, row, import->kind->key);

	sha256_add(state, &entry->id, sizeof(entry->id));
	sha256_add(state, &entry->version, sizeof(entry->version));
	sha256_add(state, text, strlen(text) + 1);
}

static const char *
import_seen_text(struct seen *seen)
{
	unsigned char digest[SHA256_BYTES];

	sha256_so_far(&seen->state, digest);
	return hex_text(seen->text, digest, sizeof(digest));
}

/* What is there keeps what the file leaves empty. */
static bool
changes(const struct import *import, size_t row)
{
	const char *const *values = import_values(import, row);

	for (size_t at = 0; at < import->kind->layout->count; at++)
		if (*values[at] != '\0' && strcmp(values[at], import->rows[row]->was[at]) != 0)
			return true;
	return false;
}

/* What is as it was need not be seen again. */
static void
import_weigh(struct import *import, size_t row)
{
	struct import_row *entry = import->rows[row];

	if (entry->what == ROW_BLANK) {
		import->blank++;
		return;
	}
	if (import->table.rows[row].wrong)
		return;
	entry->what = entry->id == 0 ? ROW_NEW : changes(import, row) ? ROW_CHANGED : ROW_SAME;
	import->fresh += entry->what == ROW_NEW;
	import->changed += entry->what == ROW_CHANGED;
	import->same += entry->what == ROW_SAME;
	import->waiting += entry->waits;
	if (entry->what != ROW_SAME || entry->waits)
		add_seen(import, row);
}

static void
fill_empty(struct import *import, size_t row)
{
	const struct import_row *entry = import->rows[row];
	const char **cells = import->table.rows[row].cells + import->kind->first;

	for (size_t at = 0; at < import->kind->layout->count && entry->id != 0; at++)
		if (*cells[at] == '\0')
			cells[at] = entry->was[at];
}

static int
import_check(struct import *import)
{
	struct context *context = import->context;
	struct rows region;
	int result, status = 0;

	if (import->region_id == 0 && import->kind->own_region)
		import->region_id = context->actor.region_id;
	if (import->region_id != 0 &&
	    (status = region_find(context, import->region_id, &region)) != 0)
		return status;
	result = db_select(context->db, &import->regions, STATEMENT_ADMIN_REGION_CODES,
	    scope(context));
	if (result < 0)
		return context_status(context, result);
	import->rows = arena_array(context->arena, import->table.count + 1, sizeof(*import->rows));
	status = import->kind->check(import);
	if (status != 0)
		return status;
	sha256_begin(&import->seen.state);
	for (size_t row = 0; row < import->table.count; row++)
		import_weigh(import, row);
	for (size_t row = 0; row < import->table.count; row++)
		fill_empty(import, row);
	return 0;
}

/* ---- pages ---------------------------------------------------------------- */

static void
import_begin(struct import *import, struct context *context, const struct import_kind *kind,
    int region)
{
	memset(import, 0, sizeof(*import));
	import->context = context;
	import->kind = kind;
	import->problems.context = context;
	import->region_id = form_number(&context->form, region);
}

/* Sheet.N.name of the columns, .needed and .kept of those of the register. */
static void
import_fill_sheet(struct context *context, const struct sheet_layout *layout)
{
	const struct table_column *columns = sheet_columns(context->arena, layout);

	for (size_t at = 0; columns[at].name != NULL; at++) {
		struct node *node = node_row(page_node(&context->page, "Sheet"), at);

		node_set(node, "name", columns[at].name);
		if (columns[at].flags & COLUMN_REQUIRED)
			node_set(node, "needed", "1");
		if (columns[at].field != NULL)
			node_set(node, "kept", "1");
	}
}

static int
show_upload(struct context *context, const struct import_kind *kind, int code)
{
	struct rows regions;
	int status = region_options_read(context, &regions);

	if (status != 0)
		return status;
	region_options_fill(context, &regions);
	import_fill_sheet(context, kind->layout);
	if (kind->fill_upload != NULL)
		kind->fill_upload(context);
	fill_form(context);
	return context_show_status(context, kind->upload, code);
}

int
import_new(struct context *context, const struct import_kind *kind)
{
	int64_t region = form_number(&context->form, REGION);

	if (region == 0)
		region = context->actor.region_id;
	if (region != 0)
		set_number(context, "region_id", region);
	return show_upload(context, kind, 200);
}

static void
fill_row_of(const struct import *import, size_t row, struct node *node)
{
	static const char *const whats[] = { [ROW_WRONG] = "wrong",
		[ROW_NEW] = "new",
		[ROW_CHANGED] = "changed",
		[ROW_SAME] = "same",
		[ROW_BLANK] = "" };
	const struct sheet_layout *layout = import->kind->layout;
	const struct import_row *entry = import->rows[row];
	const char *const *values = import_values(import, row);

	node_set_int(node, "number", (int64_t)import->table.rows[row].number);
	node_set(node, "what", whats[entry->what]);
	for (size_t at = 0; at < layout->count; at++)
		node_set(node, layout->fields[at].name, values[at]);
	fill_columns(node_child(node, "columns"), layout->fields, layout->count, values);
	if (entry->what == ROW_CHANGED)
		fill_changes(node_child(node, "changes"), layout->fields, layout->count, entry->was,
		    values);
	import->kind->fill_row(import, row, node);
}

/* What is behind the first some hundred is all there, too, but in one line each:
 * thousands of rows are a page that a telephone can still show. */
enum { ROWS_SHOWN = 300 };

static void
fill_short(const struct import *import, size_t row, struct buffer *text, struct node *node)
{
	static const char *const words[] = { [ROW_WRONG] = "perlu diperbaiki",
		[ROW_NEW] = "baru",
		[ROW_CHANGED] = "diperbarui",
		[ROW_SAME] = "tetap",
		[ROW_BLANK] = "" };

	text->length = 0;
	buffer_text(text, words[import->rows[row]->what]);
	for (size_t at = 0; at < import->table.width; at++)
		if (*import_cell(import, row, at) != '\0') {
			buffer_text(text, " · ");
			buffer_text(text, import_cell(import, row, at));
		}
	node_set_int(node, "number", (int64_t)import->table.rows[row].number);
	node_set(node, "text", text->bytes);
}

/* The rows as they would be stored, or what is wrong with them; those that
 * stay as they are by themselves. */
static int
import_show_preview(struct import *import, int code)
{
	struct context *context = import->context;
	struct page *page = &context->page;
	struct node *rows = page_node(page, "Rows");
	struct node *same = page_node(page, "Same");
	struct node *more = page_node(page, "More");
	struct buffer text = { .arena = context->arena };
	size_t row_count = 0, same_count = 0, more_count = 0, shown = 0;

	page_set(page, "File.name", import->file);
	if (import->late != NULL)
		page_set(page, "Preview.late", import->late);
	for (size_t row = 0; row < import->table.count; row++)
		if (import->rows[row]->what == ROW_BLANK)
			continue;
		else if (shown++ >= ROWS_SHOWN)
			fill_short(import, row, &text, node_row(more, more_count++));
		else if (import->rows[row]->what == ROW_SAME)
			fill_row_of(import, row, node_row(same, same_count++));
		else
			fill_row_of(import, row, node_row(rows, row_count++));
	set_number(context, "draft", import->draft);
	set_number(context, "attempt", (int64_t)import->table.attempt);
	page_set_int(page, "Count.fresh", (int64_t)import->fresh);
	page_set_int(page, "Count.changed", (int64_t)import->changed);
	page_set_int(page, "Count.same", (int64_t)import->same);
	page_set_int(page, "Count.blank", (int64_t)import->blank);
	page_set_int(page, "Count.waiting", (int64_t)import->waiting);
	if (import->kind->fill != NULL)
		import->kind->fill(import);
	if (import->region_id != 0)
		set_number(context, "region_id", import->region_id);
	if (import->problems.count > 0)
		return context_show_status(context, import->kind->preview,
		    code == 200 ? 422 : code);
	set_value(context, "seen", import_seen_text(&import->seen));
	return context_show_status(context, import->kind->preview, code);
}

/* Reads the file and finds out what would become of it; 0 or a status. */
static int
read_file(struct import *import, struct upload *upload)
{
	struct context *context = import->context;

	import->file = upload->name;
	upload->rows_max = import->kind->rows_max;
	table_read(&import->table, &import->problems,
	    sheet_columns(context->arena, import->kind->layout), "", upload, NULL);
	return import_check(import);
}

int
import_preview(struct context *context, const struct import_kind *kind)
{
	struct import import;
	struct upload *upload = table_upload(context, FILE_FIELD);
	int status;

	import_begin(&import, context, kind, REGION);
	if (!form_ok(&context->form) || upload == NULL)
		return show_upload(context, kind,
		    context->file_status != 0 ? context->file_status : 422);
	status = draft_keep(context, kind->name, upload, &import.draft);
	if (status == 0)
		status = read_file(&import, upload);
	return status != 0 ? status : import_show_preview(&import, 200);
}

/* The file that the form names, read with the columns that it chooses; 0 or a
 * status. */
static int
read_kept(struct import *import, const struct import_kind *kind, struct context *context)
{
	struct upload *upload;
	int status;

	import_begin(import, context, kind, STORE_REGION);
	if (!form_ok(&context->form))
		return 400;
	import->draft = form_number(&context->form, DRAFT);
	status = draft_find(context, kind->name, import->draft, &upload);
	if (status != 0)
		return status;
	if (upload == NULL)
		return draft_gone(context);
	upload->chosen = form_each(&context->form, COLUMN);
	upload->attempt = (size_t)form_number(&context->form, ATTEMPT);
	return read_file(import, upload);
}

int
import_reread(struct context *context, const struct import_kind *kind)
{
	struct import import;
	int status = read_kept(&import, kind, context);

	return status != 0 ? status : import_show_preview(&import, 200);
}

int
import_late(struct import *import, const char *trouble)
{
	table_trouble(&import->table, "%s", trouble);
	return import_show_preview(import, 409);
}

int
import_done(const struct import *import)
{
	return import->region_id == 0 ?
	    context_redirect(import->context, "%s?done=imported", import->kind->address) :
	    context_redirect(import->context, "%s?region=%lld&done=imported", import->kind->address,
		(long long)import->region_id);
}

int
import_store(struct context *context, const struct import_kind *kind)
{
	struct import import;
	int status = read_kept(&import, kind, context);

	if (status != 0)
		return status;
	import.again = form_given(&context->form, AGAIN);
	if (import.problems.count > 0)
		return import_show_preview(&import, 422);
	if (strcmp(form_text(&context->form, SEEN), import_seen_text(&import.seen)) != 0) {
		/* Sent a second time: all of it is there. */
		bool done = import.fresh + import.changed == 0;

		import.late = done ? "done" : "changed";
		return import_show_preview(&import, done ? 200 : 409);
	}
	return kind->store(&import);
}
