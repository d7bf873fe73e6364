/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cycle/cycle.h"
#include "step/words.h"
#include "store/history.h"
#include "base/banned.h"

/*
 * Versions of the questionnaire.  A draft is edited, a published version is
 * frozen: every change is guarded by the state in its UPDATE, and bumps the
 * one version number that all editors of a draft share.
 */

enum { LEVELS = 5, VARIABLES_MAX = 60, ITEMS_MAX = 40 };

static const char last_item[] = "Dokumen pendukung lain";

enum { ONLY_VERSION };
const struct field instrument_version_fields[] = {
	[ONLY_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

enum { NAME, BASIS, VARIABLE, VERSION };
const struct field instrument_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Nama instrumen", true, .max = 160 },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", .max = 300 },
	[VARIABLE] = { "variable-", FIELD_TEXT, "Nama variabel",
	    .max = 200 },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

enum { COPY_NAME };
const struct field instrument_copy_fields[] = {
	[COPY_NAME] = { "name", FIELD_TEXT, "Nama versi baru", true,
	    .max = 160 },
	{ 0 }
};

enum { INDICATOR, GUIDANCE, TITLE, COMPULSORY, SIGNATURE, ORDER, REMOVE, LEVEL_VERSION };
const struct field level_fields[] = {
	[INDICATOR] = { "indicator", FIELD_LINES, "Bunyi tingkat", true,
	    .max = 4000 },
	[GUIDANCE] = { "guidance", FIELD_LINES, "Petunjuk verifikasi",
	    .max = 4000 },
	[TITLE] = { "title-", FIELD_TEXT, "Nama dokumen", .max = 300 },
	[COMPULSORY] = { "compulsory-", FIELD_FLAG, "Wajib" },
	[SIGNATURE] = { "signature-", FIELD_FLAG, "Bertanda tangan" },
	[ORDER] = { "order-", FIELD_NUMBER, "Urutan", .min = 0,
	    .max = 999 },
	[REMOVE] = { "remove-", FIELD_FLAG, "Hapus" },
	[LEVEL_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

const char *
score_words(struct arena *arena, int64_t tenths)
{
	return tenths % 10 == 0 ? arena_format(arena, "%lld",
	    (long long)tenths / 10) : words_tenths(arena, tenths);
}

int
show_instruments(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_INSTRUMENT_LIST);

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Instruments"), row);

		fill_row(node, &rows, row);
		node_set(node, "published", words_time(visit->arena,
		    row_text(&rows, row, "published_at"),
		    visit->actor.zone));
		node_set(node, "created", words_time(visit->arena,
		    row_text(&rows, row, "created_at"), visit->actor.zone));
	}
	return visit_show(visit, "cycle/instruments");
}

/* Instrument.* of the path: 0, 404, or another status. */
static int
find(struct visit *visit, struct rows *rows)
{
	int result = db_select(visit->db, rows, STATEMENT_INSTRUMENT_FIND,
	    db_int(visit->keys[0]));
	struct node *node;

	if (result <= 0)
		return result == 0 ? 404 : visit_status(visit, result);
	node = page_node(&visit->page, "Instrument");
	fill_row(node, rows, 0);
	node_set(node, "published", words_time(visit->arena,
	    row_text(rows, 0, "published_at"), visit->actor.zone));
	return 0;
}

static bool
is_draft(const struct rows *instrument)
{
	return strcmp(row_text(instrument, 0, "state"), "draft") == 0;
}

static int
frozen(struct visit *visit)
{
	return visit_refuse(visit, 409, "Versi ini sudah terbit dan tidak "
	    "berubah lagi. Salin menjadi draf baru untuk mengubahnya.");
}

static int
find_draft(struct visit *visit, struct rows *rows)
{
	int status = find(visit, rows);

	return status != 0 ? status : is_draft(rows) ? 0 : frozen(visit);
}

static int
fill_variables(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_INSTRUMENT_VARIABLES, db_int(visit->keys[0]));

	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Variables"), &rows);
	return 0;
}

static int
fill_categories(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_INSTRUMENT_CATEGORIES, db_int(visit->keys[0]));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Categories"), row);

		fill_row(node, &rows, row);
		node_set(node, "least", score_words(visit->arena,
		    row_int(&rows, row, "min_tenths")));
		node_set(node, "most", score_words(visit->arena,
		    row_int(&rows, row, "max_tenths")));
	}
	return 0;
}

static int
show_one(struct visit *visit, int code)
{
	int status;

	if ((status = fill_variables(visit)) != 0 ||
	    (status = fill_categories(visit)) != 0 ||
	    (status = history_fill(visit, "instrument", visit->keys[0])) != 0)
		return status;
	return visit_show_status(visit, "cycle/instrument", code);
}

int
show_instrument(struct visit *visit)
{
	struct rows rows;
	int status = find(visit, &rows);

	return status != 0 ? status : show_one(visit, 200);
}

struct working {
	struct visit *visit;
	const struct rows *instrument;
	int64_t id;
	struct edit edit;
	int64_t level_id;
	struct item {
		const char *title;
		int64_t order;
		bool compulsory;
		bool needs_signature;
	} *items;
	size_t count;
};

static int
record(const struct working *working, int64_t id, const char *from,
    const char *to, const char *reason)
{
	struct change change = change_of(working->visit, "instrument", 0, id);

	change.from = from;
	change.to = to;
	change.reason = reason;
	return history_add(working->visit->db, &change);
}

/* ---- names ---------------------------------------------------------------- */

int
edit_instrument(struct visit *visit)
{
	struct rows rows, variables;
	int result, status = find_draft(visit, &rows);

	if (status != 0)
		return status;
	set_values(visit, instrument_fields, &rows);
	result = db_select(visit->db, &variables,
	    STATEMENT_INSTRUMENT_VARIABLES, db_int(visit->keys[0]));
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < variables.count; row++)
		set_value(visit, arena_format(visit->arena, "variable-%s",
		    row_text(&variables, row, "number")),
		    row_text(&variables, row, "name"));
	fill_rows(page_node(&visit->page, "Variables"), &variables);
	return visit_show(visit, "cycle/instrument_edit");
}

static int
show_edit(struct visit *visit, int code)
{
	int status = fill_variables(visit);

	return status != 0 ? status :
	    visit_show_status(visit, "cycle/instrument_edit", code);
}

/* Takes the draft for a change; the guard of everything below. */
static int
touch(struct db *db, struct visit *visit, int64_t version)
{
	int result = db_run(db, STATEMENT_INSTRUMENT_TOUCH,
	    db_int(visit->keys[0]), db_int(version));

	return result > 0 ? 0 : result < 0 ? result : 409;
}

static int
rename_variables(struct db *db, struct working *working)
{
	struct visit *visit = working->visit;
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_INSTRUMENT_VARIABLES,
	    db_int(visit->keys[0]));

	for (size_t row = 0; result >= 0 && row < rows.count; row++) {
		const struct each *each = form_member(&visit->form, VARIABLE,
		    row_int(&rows, row, "number"));
		const char *was = row_text(&rows, row, "name");

		if (each == NULL || strcmp(each->text, was) == 0)
			continue;
		result = db_run(db, STATEMENT_VARIABLE_RENAME,
		    db_text(each->text), db_int(row_int(&rows, row, "id")));
		if (result >= 0)
			result = record(working, visit->keys[0],
			    arena_format(visit->arena, "Variabel %s: %s",
			    row_text(&rows, row, "number"), was),
			    arena_format(visit->arena, "Variabel %s: %s",
			    row_text(&rows, row, "number"), each->text), "");
	}
	return result < 0 ? result : 0;
}

static int
update_names(struct db *db, void *argument)
{
	struct working *working = argument;
	struct form *form = &working->visit->form;
	int result = touch(db, working->visit, form_number(form, VERSION));

	if (result != 0)
		return result;
	if (working->edit.to != NULL) {
		result = db_run(db, STATEMENT_INSTRUMENT_RENAME,
		    db_text(form_text(form, NAME)),
		    db_text(form_text(form, BASIS)),
		    db_int(working->visit->keys[0]));
		if (result >= 0)
			result = record(working, working->visit->keys[0],
			    working->edit.from, working->edit.to, "");
	}
	return result < 0 ? result : rename_variables(db, working);
}

int
update_instrument(struct visit *visit)
{
	struct form *form = &visit->form;
	struct rows rows;
	struct working working = { .visit = visit };
	int result, status = find_draft(visit, &rows);

	if (status != 0)
		return status;
	for (const struct each *each = form_each(form, VARIABLE);
	    each != NULL; each = each->next)
		if (*each->text == '\0')
			form_member_error(form, VARIABLE, each->key,
			    "Nama variabel %lld wajib diisi.",
			    (long long)each->key);
	if (!form_ok(form)) {
		fill_form(visit);
		return show_edit(visit, 422);
	}
	edit_of(visit, &rows, NAME, BASIS, &working.edit);
	result = db_txn(visit->db, update_names, &working);
	if (result == DB_DUPLICATE) {
		form_error(form, NAME, "Sudah ada instrumen dengan nama itu.");
		fill_form(visit);
		return show_edit(visit, 422);
	}
	if (result == 409) {
		stale(visit, row_int(&rows, 0, "version"));
		return show_edit(visit, 409);
	}
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/instruments/%lld?done=saved",
	    (long long)visit->keys[0]);
}

/* ---- one variable, one level ---------------------------------------------- */

static void
fill_items(struct visit *visit, struct node *level, const struct rows *items,
    int64_t level_id)
{
	size_t count = 0;

	(void)visit;
	for (size_t row = 0; row < items->count; row++)
		if (row_int(items, row, "level_id") == level_id)
			fill_row(node_row(node_child(level, "items"),
			    count++), items, row);
}

int
show_variable(struct visit *visit)
{
	struct rows instrument, levels, items;
	int result, status = find(visit, &instrument);

	if (status != 0)
		return status;
	result = db_select(visit->db, &levels, STATEMENT_INSTRUMENT_LEVELS,
	    db_int(visit->keys[0]), db_int(visit->keys[1]));
	if (result <= 0)
		return result == 0 ? 404 : visit_status(visit, result);
	result = db_select(visit->db, &items, STATEMENT_INSTRUMENT_ITEMS,
	    db_int(visit->keys[0]), db_int(visit->keys[1]));
	if (result < 0)
		return visit_status(visit, result);
	page_set(&visit->page, "Variable.name", row_text(&levels, 0,
	    "variable_name"));
	page_set_int(&visit->page, "Variable.number", visit->keys[1]);
	page_set_int(&visit->page, "Variable.next", visit->keys[1] <
	    row_int(&instrument, 0, "variables") ? visit->keys[1] + 1 : 0);
	for (size_t row = 0; row < levels.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Levels"), row);

		fill_row(node, &levels, row);
		node_set(node, "roman", words_roman(row_int(&levels, row,
		    "number")));
		fill_items(visit, node, &items, row_int(&levels, row, "id"));
	}
	return visit_show(visit, "cycle/variable");
}

/* The level of the path in a draft, and its items. */
static int
find_level(struct visit *visit, struct rows *instrument, struct rows *level,
    struct rows *items)
{
	int result, status = find_draft(visit, instrument);

	if (status != 0)
		return status;
	result = db_select(visit->db, level, STATEMENT_INSTRUMENT_LEVEL,
	    db_int(visit->keys[0]), db_int(visit->keys[1]),
	    db_int(visit->keys[2]));
	if (result <= 0)
		return result == 0 ? 404 : visit_status(visit, result);
	fill_row(page_node(&visit->page, "Level"), level, 0);
	page_set(&visit->page, "Level.roman", words_roman(visit->keys[2]));
	result = db_select(visit->db, items, STATEMENT_LEVEL_ITEMS,
	    db_int(row_int(level, 0, "id")));
	return result < 0 ? visit_status(visit, result) : 0;
}

/* Rows of the form: the items that there are, and empty ones for more. */
static int
show_level(struct visit *visit, size_t rows, int code)
{
	struct node *list = page_node(&visit->page, "Items");

	for (size_t at = 1; at <= rows; at++) {
		struct node *node = node_row(list, at - 1);

		node_set_int(node, "number", (int64_t)at);
		node_set(node, "title", arena_format(visit->arena,
		    "title-%zu", at));
		node_set(node, "compulsory", arena_format(visit->arena,
		    "compulsory-%zu", at));
		node_set(node, "signature", arena_format(visit->arena,
		    "signature-%zu", at));
		node_set(node, "order", arena_format(visit->arena,
		    "order-%zu", at));
		node_set(node, "remove", arena_format(visit->arena,
		    "remove-%zu", at));
	}
	return visit_show_status(visit, "cycle/level", code);
}

enum { SPARE_ROWS = 3 };

int
edit_level(struct visit *visit)
{
	struct rows instrument, level, items;
	int status = find_level(visit, &instrument, &level, &items);

	if (status != 0)
		return status;
	set_value(visit, "indicator", row_text(&level, 0, "indicator"));
	set_value(visit, "guidance", row_text(&level, 0, "guidance"));
	set_number(visit, "version", row_int(&instrument, 0, "version"));
	for (size_t row = 0; row < items.count; row++) {
		set_value(visit, arena_format(visit->arena, "title-%zu",
		    row + 1), row_text(&items, row, "title"));
		set_value(visit, arena_format(visit->arena, "compulsory-%zu",
		    row + 1), row_text(&items, row, "compulsory"));
		set_value(visit, arena_format(visit->arena, "signature-%zu",
		    row + 1), row_text(&items, row, "needs_signature"));
		set_number(visit, arena_format(visit->arena, "order-%zu",
		    row + 1), (int64_t)row + 1);
	}
	return show_level(visit, items.count + SPARE_ROWS, 200);
}

/* The typed list in its typed order; rows without a title are no items. */
static void
read_items(struct working *working)
{
	struct form *form = &working->visit->form;

	working->items = arena_array(working->visit->arena, ITEMS_MAX,
	    sizeof(*working->items));
	for (const struct each *each = form_each(form, TITLE); each != NULL;
	    each = each->next) {
		const struct each *order = form_member(form, ORDER,
		    each->key);
		struct item item = { .title = each->text,
		    .order = order != NULL && *order->text != '\0' ?
		    order->number : INT32_MAX,
		    .compulsory = form_member(form, COMPULSORY, each->key)
		    != NULL,
		    .needs_signature = form_member(form, SIGNATURE, each->key)
		    != NULL };
		size_t at = working->count;

		if (*each->text == '\0' ||
		    form_member(form, REMOVE, each->key) != NULL)
			continue;
		if (working->count == ITEMS_MAX) {
			form_member_error(form, TITLE, each->key, "Paling "
			    "banyak %d dokumen untuk satu tingkat.",
			    ITEMS_MAX);
			return;
		}
		for (; at > 0 && working->items[at - 1].order > item.order;
		    at--)
			working->items[at] = working->items[at - 1];
		working->items[at] = item;
		working->count++;
	}
}

static const char *
list_words(struct arena *arena, const struct item *items, size_t count)
{
	struct buffer text = { .arena = arena };

	buffer_text(&text, "");
	for (size_t at = 0; at < count; at++)
		buffer_format(&text, "%s%s%s%s", at > 0 ? "; " : "",
		    items[at].title, items[at].compulsory ? " (wajib)" : "",
		    items[at].needs_signature ? " (ttd)" : "");
	return text.bytes;
}

static const char *
items_words(struct arena *arena, const struct rows *rows)
{
	struct item *items = arena_array(arena, rows->count + 1,
	    sizeof(*items));

	for (size_t row = 0; row < rows->count; row++) {
		items[row].title = row_text(rows, row, "title");
		items[row].compulsory = row_int(rows, row, "compulsory") != 0;
		items[row].needs_signature = row_int(rows, row,
		    "needs_signature") != 0;
	}
	return list_words(arena, items, rows->count);
}

/* Adds " Bunyi: …" to both sides when the two differ. */
static void
add_difference(struct buffer *from, struct buffer *to, const char *label,
    const char *was, const char *now)
{
	if (strcmp(was, now) == 0)
		return;
	buffer_format(from, " %s: %s.", label, *was != '\0' ? was : "–");
	buffer_format(to, " %s: %s.", label, *now != '\0' ? now : "–");
}

/* What the form changes, in words; false when nothing. */
static bool
level_edit(struct working *working, const struct rows *level,
    const struct rows *items)
{
	struct visit *visit = working->visit;
	struct buffer from = { .arena = visit->arena };
	struct buffer to = { .arena = visit->arena };
	size_t bare;

	buffer_format(&from, "Variabel %lld tingkat %lld.",
	    (long long)visit->keys[1], (long long)visit->keys[2]);
	buffer_text(&to, from.bytes);
	bare = to.length;
	add_difference(&from, &to, "Dokumen", items_words(visit->arena,
	    items), list_words(visit->arena, working->items,
	    working->count));
	add_difference(&from, &to, "Bunyi", row_text(level, 0, "indicator"),
	    form_text(&visit->form, INDICATOR));
	add_difference(&from, &to, "Petunjuk", row_text(level, 0,
	    "guidance"), form_text(&visit->form, GUIDANCE));
	working->edit.from = from.bytes;
	working->edit.to = to.bytes;
	return to.length > bare;
}

/* A draft's items are in no assessment yet, so the list is written anew. */
static int
update_level_rows(struct db *db, void *argument)
{
	struct working *working = argument;
	struct form *form = &working->visit->form;
	int result = touch(db, working->visit, form_number(form,
	    LEVEL_VERSION));

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_LEVEL_UPDATE,
	    db_text(form_text(form, INDICATOR)),
	    db_text(form_text(form, GUIDANCE)), db_int(working->level_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_LEVEL_CLEAR_ITEMS,
		    db_int(working->level_id));
	for (size_t at = 0; result >= 0 && at < working->count; at++)
		result = db_run(db, STATEMENT_IMPORT_ITEM,
		    db_int(working->level_id), db_int((int64_t)at + 1),
		    db_text(working->items[at].title),
		    db_int(working->items[at].compulsory),
		    db_int(working->items[at].needs_signature));
	return result < 0 ? result : record(working, working->visit->keys[0],
	    working->edit.from, working->edit.to, "");
}

static size_t
rows_typed(const struct visit *visit)
{
	size_t count = 0;

	for (const struct each *each = form_each(&visit->form, TITLE);
	    each != NULL; each = each->next)
		if (each->key > 0 && (size_t)each->key > count &&
		    each->key <= ITEMS_MAX + SPARE_ROWS)
			count = (size_t)each->key;
	return count;
}

int
update_level(struct visit *visit)
{
	struct rows instrument, level, items;
	struct working working = { .visit = visit };
	int result, status = find_level(visit, &instrument, &level, &items);

	if (status != 0)
		return status;
	working.level_id = row_int(&level, 0, "id");
	read_items(&working);
	if (working.count == 0 && form_ok(&visit->form))
		visit->form.notice = "Setiap tingkat memerlukan paling "
		    "sedikit satu dokumen dalam daftarnya.";
	if (!form_ok(&visit->form)) {
		fill_form(visit);
		return show_level(visit, rows_typed(visit), 422);
	}
	if (level_edit(&working, &level, &items)) {
		result = db_txn(visit->db, update_level_rows, &working);
		if (result == 409) {
			stale(visit, row_int(&instrument, 0, "version"));
			return show_level(visit, rows_typed(visit), 409);
		}
		if (result != 0)
			return visit_status(visit, result);
	}
	return visit_redirect(visit, "/cycle/instruments/%lld/%lld?done=saved",
	    (long long)visit->keys[0], (long long)visit->keys[1]);
}

/* ---- publishing and copying ----------------------------------------------- */

int
confirm_publish(struct visit *visit)
{
	struct rows rows, gaps;
	int result, status = find_draft(visit, &rows);

	if (status != 0)
		return status;
	result = db_select(visit->db, &gaps, STATEMENT_INSTRUMENT_GAPS,
	    db_int(visit->keys[0]));
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < gaps.count; row++) {
		struct node *node = node_row(page_node(&visit->page, "Gaps"),
		    row);

		fill_row(node, &gaps, row);
		node_set(node, "roman", words_roman(row_int(&gaps, row,
		    "level")));
	}
	return visit_show(visit, "cycle/instrument_publish");
}

static int
publish(struct db *db, void *argument)
{
	struct working *working = argument;
	struct visit *visit = working->visit;
	int result = db_run(db, STATEMENT_INSTRUMENT_LAST_ITEMS,
	    db_text(last_item), db_int(visit->keys[0]), db_text(last_item));

	if (result < 0)
		return result;
	result = db_run(db, STATEMENT_INSTRUMENT_PUBLISH,
	    db_int(visit->keys[0]),
	    db_int(form_number(&visit->form, ONLY_VERSION)));
	if (result <= 0)
		return result < 0 ? result : visit_refuse(visit, 409,
		    "Draf ini baru saja diubah atau diterbitkan orang lain. "
		    "Muat ulang halamannya dan periksa sekali lagi.");
	return record(working, visit->keys[0], "draft", "published", "");
}

int
publish_instrument(struct visit *visit)
{
	struct rows rows;
	struct working working = { .visit = visit };
	int result, status = find_draft(visit, &rows);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return 400;
	result = db_txn(visit->db, publish, &working);
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/instruments/%lld?done=published",
	    (long long)visit->keys[0]);
}

static int
copy(struct db *db, void *argument)
{
	struct working *working = argument;
	struct visit *visit = working->visit;
	int64_t old = visit->keys[0];
	int result = db_run(db, STATEMENT_INSTRUMENT_COPY,
	    db_text(form_text(&visit->form, COPY_NAME)), db_int(old));

	working->id = db_last_key(db);
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_VARIABLES,
		    db_int(working->id), db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_LEVELS,
		    db_int(working->id), db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_ITEMS,
		    db_int(working->id), db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_CATEGORIES,
		    db_int(working->id), db_int(old));
	if (result < 0)
		return result;
	return record(working, working->id, "", arena_format(visit->arena,
	    "Disalin dari %s", row_text(working->instrument, 0, "name")), "");
}

int
copy_instrument(struct visit *visit)
{
	struct rows rows;
	struct working working = { .visit = visit, .instrument = &rows };
	int result, status = find(visit, &rows);

	if (status != 0)
		return status;
	if (form_ok(&visit->form)) {
		result = db_txn(visit->db, copy, &working);
		if (result == 0)
			return visit_redirect(visit,
			    "/cycle/instruments/%lld?done=created",
			    (long long)working.id);
		if (result != DB_DUPLICATE)
			return visit_status(visit, result);
		form_error(&visit->form, COPY_NAME, "Sudah ada instrumen "
		    "dengan nama itu.");
	}
	fill_form(visit);
	return show_one(visit, 422);
}
