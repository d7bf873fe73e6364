/* SPDX-License-Identifier: ISC */
/*
 * The wording of one level of a draft, and its checklist: which documents
 * prove it and which of them are compulsory.  No official list exists
 * (domain.md 1.2), so a region writes its own.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "frame/words.h"
#include "store/instrument.h"
#include "base/banned.h"

enum { ITEMS_MAX = INSTRUMENT_ITEMS_MAX + 1 };

enum {
	INDICATOR,
	GUIDANCE,
	TITLE,
	COMPULSORY,
	SIGNATURE,
	ORDER,
	REMOVE,
	LEVEL_VERSION,
	COUNTS, /* and these, in the order of enum instrument_help */
	COUNTS_NOT,
	EXAMPLE
};
const struct field level_fields[] = {
	[INDICATOR] = { "indicator", FIELD_LINES, "Bunyi tingkat", true,
	    .max = INSTRUMENT_WORDING_MAX },
	[GUIDANCE] = { "guidance", FIELD_LINES, "Petunjuk verifikasi",
	    .max = INSTRUMENT_WORDING_MAX },
	[TITLE] = { "title-", FIELD_TEXT, "Nama dokumen", .max = INSTRUMENT_TITLE_MAX },
	[COMPULSORY] = { "compulsory-", FIELD_FLAG, "Wajib" },
	[SIGNATURE] = { "signature-", FIELD_FLAG, "Bertanda tangan" },
	[ORDER] = { "order-", FIELD_NUMBER, "Urutan", .min = 0, .max = 999 },
	[REMOVE] = { "remove-", FIELD_FLAG, "Hapus" },
	[LEVEL_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[COUNTS] = { "counts-", FIELD_TEXT, "Yang dihitung", .max = INSTRUMENT_HELP_MAX },
	[COUNTS_NOT] = { "counts_not-", FIELD_TEXT, "Yang tidak dihitung",
	    .max = INSTRUMENT_HELP_MAX },
	[EXAMPLE] = { "example-", FIELD_TEXT, "Contoh", .max = INSTRUMENT_HELP_MAX },
	{ 0 },
};

struct working {
	struct context *context;
	struct edit edit;
	int64_t level_id;
	struct instrument_level level; /* as it was typed */
};

/* The level of the path in a draft, and its items. */
struct found_level {
	struct rows instrument, level, items;
};

static int
find_level(struct context *context, struct found_level *found)
{
	int result, status = instrument_find_draft(context, &found->instrument);

	if (status != 0)
		return status;
	result = db_select(context->db, &found->level, STATEMENT_INSTRUMENT_LEVEL,
	    db_int(context->keys[0]), db_int(context->keys[1]), db_int(context->keys[2]));
	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	result = db_select(context->db, &found->items, STATEMENT_LEVEL_ITEMS,
	    db_int(row_int(&found->level, 0, "id")));
	return context_status(context, result);
}

/* The form with so many rows: the items that there are, and empty ones for more. */
static int
show_level(struct context *context, const struct found_level *found, size_t rows, int code)
{
	struct node *list = page_node(&context->page, "Items");

	instrument_fill(context, &found->instrument);
	fill_row(page_node(&context->page, "Level"), &found->level, 0);
	page_set(&context->page, "Level.roman", words_roman(context->keys[2]));
	for (size_t at = 1; at <= rows; at++) {
		struct node *node = node_row(list, at - 1);

		node_set_int(node, "number", (int64_t)at);
		node_set(node, "title", arena_format(context->arena, "title-%zu", at));
		node_set(node, "compulsory", arena_format(context->arena, "compulsory-%zu", at));
		node_set(node, "signature", arena_format(context->arena, "signature-%zu", at));
		for (int help = 0; help < HELP_TEXTS; help++)
			node_set(node, instrument_help_names[help],
			    arena_format(context->arena, "%s-%zu", instrument_help_names[help],
				at));
		node_set(node, "order", arena_format(context->arena, "order-%zu", at));
		node_set(node, "remove", arena_format(context->arena, "remove-%zu", at));
	}
	return context_show_status(context, "cycle/level", code);
}

enum { SPARE_ROWS = 3 };

static void
set_stored_level(struct context *context, const struct found_level *found)
{
	const struct rows *items = &found->items;

	set_value(context, "indicator", row_text(&found->level, 0, "indicator"));
	set_value(context, "guidance", row_text(&found->level, 0, "guidance"));
	set_number(context, "version", row_int(&found->instrument, 0, "version"));
	for (size_t row = 0; row < items->count; row++) {
		set_value(context, arena_format(context->arena, "title-%zu", row + 1),
		    row_text(items, row, "title"));
		set_value(context, arena_format(context->arena, "compulsory-%zu", row + 1),
		    row_text(items, row, "compulsory"));
		set_value(context, arena_format(context->arena, "signature-%zu", row + 1),
		    row_text(items, row, "needs_signature"));
		set_value(context, arena_format(context->arena, "counts-%zu", row + 1),
		    row_text(items, row, "counts"));
		set_value(context, arena_format(context->arena, "counts_not-%zu", row + 1),
		    row_text(items, row, "counts_not"));
		set_value(context, arena_format(context->arena, "example-%zu", row + 1),
		    row_text(items, row, "example"));
		set_number(context, arena_format(context->arena, "order-%zu", row + 1),
		    (int64_t)row + 1);
	}
}

int
edit_level(struct context *context)
{
	struct found_level found;
	int status = find_level(context, &found);

	if (status != 0)
		return status;
	set_stored_level(context, &found);
	return show_level(context, &found, found.items.count + SPARE_ROWS, 200);
}

/* Puts an item behind those of the same or a lower order. */
static void
insert_item(struct instrument_level *level, int64_t *orders, struct instrument_item item,
    int64_t order)
{
	size_t at = level->item_count++;

	for (; at > 0 && orders[at - 1] > order; at--) {
		level->items[at] = level->items[at - 1];
		orders[at] = orders[at - 1];
	}
	level->items[at] = item;
	orders[at] = order;
}

/* The typed list in its typed order; rows without a title are no items. */
static void
read_items(struct context *context, struct instrument_level *level)
{
	struct form *form = &context->form;
	int64_t orders[ITEMS_MAX] = { 0 };

	level->items = arena_array(context->arena, ITEMS_MAX, sizeof(*level->items));
	for (const struct each *each = form_each(form, TITLE); each != NULL; each = each->next) {
		const struct each *order = form_member(form, ORDER, each->key);
		struct instrument_item item = { .title = each->text,
			.compulsory = form_member(form, COMPULSORY, each->key) != NULL,
			.needs_signature = form_member(form, SIGNATURE, each->key) != NULL };

		for (int help = 0; help < HELP_TEXTS; help++) {
			const struct each *said = form_member(form, COUNTS + help, each->key);

			item.help[help] = said != NULL ? said->text : "";
		}
		if (*each->text == '\0' || form_member(form, REMOVE, each->key) != NULL)
			continue;
		if (level->item_count == ITEMS_MAX) {
			form_member_error(form, TITLE, each->key,
			    "Paling "
			    "banyak %d dokumen untuk satu tingkat.",
			    ITEMS_MAX);
			return;
		}
		insert_item(level, orders, item,
		    order != NULL && *order->text != '\0' ? order->number : INT32_MAX);
	}
}

static const char *
list_words(struct arena *arena, const struct instrument_level *level)
{
	struct buffer text = { .arena = arena };

	buffer_text(&text, "");
	for (size_t at = 0; at < level->item_count; at++) {
		const struct instrument_item *item = &level->items[at];

		buffer_format(&text, "%s%s%s%s", at > 0 ? "; " : "", item->title,
		    item->compulsory ? " (wajib)" : "", item->needs_signature ? " (ttd)" : "");
		for (int help = 0; help < HELP_TEXTS; help++)
			if (*item->help[help] != '\0')
				buffer_format(&text, " [%s: %s]", level_fields[COUNTS + help].label,
				    item->help[help]);
	}
	return text.bytes;
}

static const char *
rows_words(struct arena *arena, const struct rows *rows)
{
	struct instrument_level level = { .item_count = rows->count };

	level.items = arena_array(arena, rows->count + 1, sizeof(*level.items));
	for (size_t row = 0; row < rows->count; row++)
		level.items[row] = (struct instrument_item){ .title = row_text(rows, row, "title"),
			.compulsory = row_int(rows, row, "compulsory") != 0,
			.needs_signature = row_int(rows, row, "needs_signature") != 0,
			.help = { [HELP_COUNTS] = row_text(rows, row, "counts"),
			    [HELP_COUNTS_NOT] = row_text(rows, row, "counts_not"),
			    [HELP_EXAMPLE] = row_text(rows, row, "example") } };
	return list_words(arena, &level);
}

/* Adds " Bunyi: …" to both sides when the two differ. */
static void
instrument_level_add_difference(struct buffer *from, struct buffer *to, const char *label,
    const char *was, const char *now)
{
	if (strcmp(was, now) == 0)
		return;
	buffer_format(from, " %s: %s.", label, *was != '\0' ? was : "–");
	buffer_format(to, " %s: %s.", label, *now != '\0' ? now : "–");
}

/* What the form changes, in words; false when nothing. */
static bool
level_edit(struct working *working, const struct rows *level, const struct rows *items)
{
	struct context *context = working->context;
	struct buffer from = { .arena = context->arena };
	struct buffer to = { .arena = context->arena };
	size_t bare;

	buffer_format(&from, "Variabel %lld tingkat %s.", (long long)context->keys[1],
	    words_roman(context->keys[2]));
	buffer_text(&to, from.bytes);
	bare = to.length;
	instrument_level_add_difference(&from, &to, "Dokumen", rows_words(context->arena, items),
	    list_words(context->arena, &working->level));
	instrument_level_add_difference(&from, &to, "Bunyi", row_text(level, 0, "indicator"),
	    working->level.indicator);
	instrument_level_add_difference(&from, &to, "Petunjuk", row_text(level, 0, "guidance"),
	    working->level.guidance);
	working->edit.from = from.bytes;
	working->edit.to = to.bytes;
	return to.length > bare;
}

/* A draft's items are in no assessment yet, so the list is written anew. */
static int
update_level_rows(struct db *db, void *argument)
{
	struct working *working = argument;
	struct context *context = working->context;
	const struct instrument_level *level = &working->level;
	int result = instrument_touch(db, context, form_number(&context->form, LEVEL_VERSION));

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_LEVEL_UPDATE, db_text(level->indicator),
	    db_text(level->guidance), db_int(working->level_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_LEVEL_CLEAR_ITEMS, db_int(working->level_id));
	for (size_t at = 0; result >= 0 && at < level->item_count; at++)
		result = db_run(db, STATEMENT_IMPORT_ITEM, db_int(working->level_id),
		    db_int((int64_t)at + 1), db_text(level->items[at].title),
		    db_int(level->items[at].compulsory), db_int(level->items[at].needs_signature),
		    HELP_VALUES(level->items[at].help));
	return result < 0 ?
	    result :
	    instrument_record(context, context->keys[0], working->edit.from, working->edit.to);
}

static size_t
rows_typed(const struct context *context)
{
	size_t count = 0;

	for (const struct each *each = form_each(&context->form, TITLE); each != NULL;
	     each = each->next)
		if (each->key > 0 && (size_t)each->key > count &&
		    each->key <= ITEMS_MAX + SPARE_ROWS)
			count = (size_t)each->key;
	return count;
}

int
update_level(struct context *context)
{
	struct found_level found;
	struct working working = { .context = context };
	int result, status = find_level(context, &found);

	if (status != 0)
		return status;
	working.level_id = row_int(&found.level, 0, "id");
	working.level.indicator = form_text(&context->form, INDICATOR);
	working.level.guidance = form_text(&context->form, GUIDANCE);
	read_items(context, &working.level);
	if (working.level.item_count == 0 && form_ok(&context->form))
		context->form.notice = "Setiap tingkat memerlukan paling "
				       "sedikit satu dokumen dalam daftarnya.";
	if (!form_ok(&context->form)) {
		fill_form(context);
		return show_level(context, &found, rows_typed(context), 422);
	}
	if (level_edit(&working, &found.level, &found.items)) {
		result = db_txn_world(context->db, update_level_rows, &working);
		if (db_stopped(context->db, result) == 409) {
			stale(context, row_int(&found.instrument, 0, "version"));
			return show_level(context, &found, rows_typed(context), 409);
		}
		if (result != 0)
			return context_status(context, result);
	}
	return context_redirect(context, "/cycle/instruments/%lld/%lld?done=saved",
	    (long long)context->keys[0], (long long)context->keys[1]);
}
