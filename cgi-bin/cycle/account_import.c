/* SPDX-License-Identifier: ISC */
/*
 * Accounts out of a spreadsheet: new ones are made, each with a password that
 * is shown once; of those that are there already, what describes the person
 * is brought up to date.  Rights of an account that is there stay as they
 * are: who moves is handed over or ended, by name and with a reason.
 *
 * Where the cards fit on one page they are the answer.  Of more the accounts
 * are stored at once, and their cards are made lot by lot (account_lots.c).
 */
#include "cycle/account_import.h"

#include <string.h>

#include "store/history.h"
#include "base/banned.h"

static bool
is_fresh(const struct import *import, size_t row)
{
	const struct import_row *entry = import->rows[row];

	return !import->table.rows[row].wrong && entry->id == 0 && entry->what != ROW_BLANK;
}

/* Whether some row of the file has the name, by itself or given by us. */
static bool
is_promised(void *argument, const char *username)
{
	const struct import *import = argument;
	const struct text_index *promised = &account_import_of(import)->promised;
	long row = text_index_first(promised, text_hash(username, 0));

	while (row >= 0 && strcmp(import_cell(import, (size_t)row, SHEET_USERNAME), username) != 0)
		row = text_index_next(promised, row);
	return row >= 0;
}

static void
promise(struct import *import, size_t row)
{
	text_index_put(&account_import_of(import)->promised, row,
	    text_hash(import_cell(import, row, SHEET_USERNAME), 0));
}

/* A name for those that bring none: it has to be in what was seen. */
static int
propose(struct import *import, size_t row)
{
	struct entry *entry = entry_of(import, row);
	struct context *context = import->context;
	const char **cell = &import->table.rows[row].cells[SHEET_USERNAME];
	bool brought = **cell != '\0'; /* and promised, therefore */
	int result;

	if (entry->row.id != 0)
		*cell = row_text(&entry->place->accounts, entry->at, "username");
	if (!brought && entry->row.id != 0)
		promise(import, row);
	if (!is_fresh(import, row) || **cell != '\0')
		return 0;
	result = username_free(context,
	    username_base(context->arena, entry->role, entry->short_name, entry->agency_name,
		import_values(import, row)[PERSON_NAME]),
	    entry->place->code, is_promised, import, cell);
	entry->proposed = true;
	promise(import, row);
	return result < 0 ? context_status(context, result) : 0;
}

static int
check_accounts(struct import *import)
{
	struct arena *arena = import->context->arena;
	struct account_import *own = arena_alloc(arena, sizeof(*own));
	size_t count = import->table.count;
	int status;

	*own = (struct account_import){
		.entries = arena_array(arena, count + 1, sizeof(*own->entries))
	};
	import->own = own;
	text_index_make(&own->named, arena, count);
	text_index_make(&own->meant, arena, 2 * count);
	text_index_make(&own->promised, arena, count);
	for (size_t row = 0; row < count; row++)
		import->rows[row] = &own->entries[row].row;
	status = card_lists_read(import->context, &own->lists);
	for (size_t row = 0; row < count && status == 0; row++)
		status = read_account_row(import, row);
	for (size_t row = 0; row < count && status == 0; row++)
		if (*import_cell(import, row, SHEET_USERNAME) != '\0')
			promise(import, row);
	for (size_t row = 0; row < count && status == 0; row++)
		if (import->problems.count == 0)
			status = propose(import, row);
	return status;
}

/* ---- pages ---------------------------------------------------------------- */

static void
fill_upload(struct context *context)
{
	page_set_int(&context->page, "Limit.rows", ACCOUNT_ROWS_MAX);
	page_set_int(&context->page, "Limit.cards", CARDS_MAX);
	if (context->actor.region_id == 0)
		page_set(&context->page, "MayGiveAll", "1");
}

static void
fill_entry(const struct import *import, size_t row, struct node *node)
{
	const struct entry *entry = entry_of(import, row);
	const char *username = import_cell(import, row, SHEET_USERNAME);

	node_set(node, "username",
	    *username != '\0' || entry->row.id == 0 ?
		username :
		row_text(&entry->place->accounts, entry->at, "username"));
	node_set(node, "proposed", entry->proposed ? "1" : "");
	node_set(node, "role_name",
	    entry->role != ROLE_PUBLIC ? role_name(entry->role) :
					 import_cell(import, row, SHEET_ROLE));
	node_set(node, "agency_name",
	    *entry->agency_name != '\0' ? entry->agency_name :
					  import_cell(import, row, SHEET_AGENCY));
	node_set(node, "region_name",
	    entry->place != NULL ? entry->place->name : import_cell(import, row, SHEET_REGION));
}

static void
account_import_fill_preview(const struct import *import)
{
	struct page *page = &import->context->page;

	page_set_int(page, "Limit.cards", CARDS_MAX);
	if (import->fresh > CARDS_MAX)
		page_set(page, "Count.lots", "1");
	card_lists_fill(import->context, &account_import_of(import)->lists);
}

/* ---- storing -------------------------------------------------------------- */

struct storing {
	const struct import *import;
	struct account_card *made; /* new ones first, then those with a new card */
	size_t fresh, count;
	int64_t list; /* of the cards to be made, 0: they are the answer */
};

static struct account
account_of_row(const struct import *import, size_t row)
{
	const struct entry *entry = entry_of(import, row);
	struct account account = { .id = entry->row.id,
		.role = entry->role,
		.region_id = entry->place->id,
		.agency_id = entry->agency_id,
		.username = import_cell(import, row, SHEET_USERNAME),
		.password_hash = "",
		.must_change_password = true };

	memcpy(account.person, import_values(import, row), sizeof(account.person));
	return account;
}

static bool
wants_card(const struct import *import, size_t row, bool fresh)
{
	const struct import_row *entry = import->rows[row];

	return fresh ? entry->what == ROW_NEW : import->again && entry->waits;
}

static void
add_cards(struct storing *storing, bool fresh)
{
	const struct import *import = storing->import;

	for (size_t row = 0; row < import->table.count; row++) {
		struct account_card *made = &storing->made[storing->count];

		if (!wants_card(import, row, fresh))
			continue;
		made->account = account_of_row(import, row);
		made->agency_name = entry_of(import, row)->agency_name;
		storing->count++;
	}
}

static int
correct(struct db *db, const struct import *import, size_t row)
{
	const struct entry *entry = entry_of(import, row);
	struct change change = change_of(import->context, "account", entry->place->id,
	    entry->row.id);
	struct edit edit;
	int result = account_correct(db, entry->row.id, entry->row.version,
	    import_values(import, row));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	import_edit(import, row, &edit);
	change.agency_id = entry->agency_id;
	change.from = edit.from;
	change.to = edit.to;
	change.reason = import_reason;
	return history_add(db, &change);
}

static int
correct_all(struct db *db, const struct import *import)
{
	int result = 0;

	for (size_t row = 0; row < import->table.count && result == 0; row++)
		if (import->rows[row]->what == ROW_CHANGED)
			result = correct(db, import, row);
	return result;
}

static int
account_import_store_all(struct db *db, void *argument)
{
	struct storing *storing = argument;
	const struct import *import = storing->import;
	const struct context *context = import->context;
	int result = account_card_store(db, context, storing->made, storing->fresh, import_reason);

	for (size_t at = storing->fresh; at < storing->count && result == 0; at++)
		result = account_reset_password(db, &storing->made[at].account,
		    storing->made[at].hash, context->actor.account_id, card_again_reason);
	return result != 0 ? result : correct_all(db, import);
}

static int
show_cards(const struct storing *storing)
{
	struct context *context = storing->import->context;

	page_set_int(&context->page, "Count.changed", (int64_t)storing->import->changed);
	page_set_int(&context->page, "Count.again", (int64_t)(storing->count - storing->fresh));
	return account_card_show(context, storing->made, storing->count);
}

/* ---- more than one page of cards -------------------------------------------- */

/* Rows that are stored at once, with the keys of all before them. */
struct batch {
	struct account accounts[DB_ROWS_MAX], *all[DB_ROWS_MAX];
	size_t rows[DB_ROWS_MAX], count;
};

static int
add_batch(struct db *db, const struct storing *storing, struct batch *batch, int64_t *keys)
{
	int result = account_add_rows(db, batch->all, batch->count,
	    storing->import->context->actor.account_id, import_reason);

	for (size_t at = 0; at < batch->count && result == 0; at++)
		keys[batch->rows[at]] = batch->accounts[at].id;
	batch->count = 0;
	return result;
}

/* The new ones, without a password; the key of each row that wants a card, else 0. */
static int
add_accounts(struct db *db, const struct storing *storing, int64_t *keys)
{
	const struct import *import = storing->import;
	struct batch batch = { .count = 0 };
	int result = 0;

	for (size_t row = 0; row < import->table.count && result == 0; row++) {
		keys[row] = wants_card(import, row, false) ? import->rows[row]->id : 0;
		if (!wants_card(import, row, true))
			continue;
		batch.rows[batch.count] = row;
		batch.all[batch.count] = &batch.accounts[batch.count];
		batch.accounts[batch.count++] = account_of_row(import, row);
		if (batch.count == DB_ROWS_MAX)
			result = add_batch(db, storing, &batch, keys);
	}
	return result == 0 && batch.count > 0 ? add_batch(db, storing, &batch, keys) : result;
}

static int
list_cards(struct db *db, struct storing *storing, int64_t *keys)
{
	const struct import *import = storing->import;
	size_t count = 0;
	int result = card_list_add(db, import->context, import->file, &storing->list);

	for (size_t row = 0; row < import->table.count; row++)
		if (keys[row] != 0)
			keys[count++] = keys[row];
	for (size_t first = 0; first < count && result == 0; first += DB_ROWS_MAX)
		result = card_list_put(db, storing->list, keys + first, first,
		    count - first < DB_ROWS_MAX ? count - first : DB_ROWS_MAX);
	return result;
}

static int
store_without_cards(struct db *db, void *argument)
{
	struct storing *storing = argument;
	const struct import *import = storing->import;
	int64_t *keys = arena_array(import->context->arena, import->table.count + 1, sizeof(*keys));
	int result = add_accounts(db, storing, keys);

	if (result == 0)
		result = list_cards(db, storing, keys);
	return result != 0 ? result : correct_all(db, import);
}

/* ------------------------------------------------------------------------------ */

/* The answer to what became of it. */
static int
answer_stored(struct import *import, const struct storing *storing, int result)
{
	struct context *context = import->context;

	if (result == DB_DUPLICATE || db_stopped(context->db, result) == 409)
		return import_late(import,
		    "Daftar akun baru saja berubah, "
		    "mungkin karena tombolnya tertekan dua kali. Unggah "
		    "berkasnya sekali lagi: yang sudah jadi dikenali, dan "
		    "kartunya dapat dibuat ulang.");
	if (result != 0)
		return context_status(context, result);
	if (storing->list != 0)
		return context_redirect(context, "/cycle/accounts/cards/%lld?done=imported",
		    (long long)storing->list);
	return storing->count == 0 ? import_done(import) : show_cards(storing);
}

static int
account_import_store_import(struct import *import)
{
	struct context *context = import->context;
	struct storing storing = { .import = import };
	int status;

	if (import->fresh + (import->again ? import->waiting : 0) > CARDS_MAX)
		return answer_stored(import, &storing,
		    db_txn_world(context->db, store_without_cards, &storing));
	storing.made = arena_array(context->arena, CARDS_MAX + 1, sizeof(*storing.made));
	add_cards(&storing, true);
	storing.fresh = storing.count;
	add_cards(&storing, false);
	status = account_card_hash(storing.made, storing.count);
	if (status != 0)
		return status;
	return answer_stored(import, &storing,
	    db_txn_world(context->db, account_import_store_all, &storing));
}

static const struct import_kind kind = {
	.name = "accounts",
	.layout = &account_layout,
	.rows_max = ACCOUNT_ROWS_MAX,
	.first = SHEET_FIRST,
	.code = SHEET_REGION,
	.key = SHEET_USERNAME,
	.own_region = true,
	.upload = "cycle/account_import",
	.preview = "cycle/account_preview",
	.address = "/cycle/accounts",
	.fill_upload = fill_upload,
	.check = check_accounts,
	.fill_row = fill_entry,
	.fill = account_import_fill_preview,
	.store = account_import_store_import,
};

int
new_account_import(struct context *context)
{
	struct rows lists;
	int status = card_lists_read(context, &lists);

	if (status != 0)
		return status;
	card_lists_fill(context, &lists);
	return import_new(context, &kind);
}

int
preview_accounts(struct context *context)
{
	return import_preview(context, &kind);
}

int
reread_accounts(struct context *context)
{
	return import_reread(context, &kind);
}

int
store_accounts(struct context *context)
{
	return import_store(context, &kind);
}
