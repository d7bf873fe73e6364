/* SPDX-License-Identifier: ISC */
/*
 * Accounts out of a spreadsheet: new ones are made, each with a password that
 * is shown once; of those that are there already, what describes the person
 * is brought up to date.  Rights of an account that is there stay as they
 * are: who moves is handed over or ended, by name and with a reason.
 *
 * Every password takes its time (store/password.h), and a web server that
 * waits for an answer does not wait for ever: Apache's mod_fcgid 40 seconds,
 * proxies often 60.  Hence CARDS_MAX, which a slow host does in 20.
 */
#include "cycle/account_import.h"

#include <string.h>

#include "store/history.h"
#include "base/banned.h"

enum { CARDS_MAX = 200 };

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

	for (size_t row = 0; row < import->table.count; row++)
		if (strcmp(import_cell(import, row, SHEET_USERNAME), username) == 0)
			return true;
	return false;
}

/* A name for those that bring none: it has to be in what was seen. */
static int
propose(struct import *import, size_t row)
{
	struct entry *entry = entry_of(import, row);
	struct context *context = import->context;
	const char **cell = &import->table.rows[row].cells[SHEET_USERNAME];
	int result;

	if (entry->row.id != 0)
		*cell = row_text(&entry->place->accounts, entry->at, "username");
	if (!is_fresh(import, row) || **cell != '\0')
		return 0;
	result = username_free(context,
	    username_base(context->arena, entry->role, entry->short_name, entry->agency_name,
		import_values(import, row)[PERSON_NAME]),
	    entry->place->code, is_promised, import, cell);
	entry->proposed = true;
	return result < 0 ? context_status(context, result) : 0;
}

static int
check_accounts(struct import *import)
{
	struct arena *arena = import->context->arena;
	struct account_import *own = arena_alloc(arena, sizeof(*own));
	size_t count = import->table.count, fresh = 0;
	int status = 0;

	*own = (struct account_import){
		.entries = arena_array(arena, count + 1, sizeof(*own->entries))
	};
	import->own = own;
	for (size_t row = 0; row < count; row++)
		import->rows[row] = &own->entries[row].row;
	for (size_t row = 0; row < count && status == 0; row++)
		status = read_account_row(import, row);
	for (size_t row = 0; row < count; row++)
		fresh += is_fresh(import, row);
	if (fresh > CARDS_MAX)
		table_trouble(&import->table,
		    "%zu akun baru dalam satu "
		    "berkas; paling banyak %d sekali impor, karena tiap kata "
		    "sandi awal memerlukan waktu. Bagi menjadi beberapa "
		    "berkas.",
		    fresh, CARDS_MAX);
	for (size_t row = 0; row < count && status == 0; row++)
		if (import->problems.count == 0)
			status = propose(import, row);
	return status;
}

/* ---- pages ---------------------------------------------------------------- */

static void
fill_upload(struct context *context)
{
	page_set_int(&context->page, "Limit.rows", TABLE_ROWS_MAX);
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
	if (import->waiting + import->fresh <= CARDS_MAX)
		page_set(&import->context->page, "Count.cards", "1");
}

/* ---- storing -------------------------------------------------------------- */

struct storing {
	const struct import *import;
	struct account_card *made; /* new ones first, then those with a new card */
	size_t fresh, count;
};

static const char reason_again[] = "Kartu akun dibuat ulang: belum pernah "
				   "masuk";

static struct account
account_of_row(const struct import *import, size_t row)
{
	const struct entry *entry = entry_of(import, row);
	struct account account = { .id = entry->row.id,
		.role = entry->role,
		.region_id = entry->place->id,
		.agency_id = entry->agency_id,
		.username = import_cell(import, row, SHEET_USERNAME) };

	memcpy(account.person, import_values(import, row), sizeof(account.person));
	return account;
}

static void
add_cards(struct storing *storing, bool fresh)
{
	const struct import *import = storing->import;

	for (size_t row = 0; row < import->table.count; row++) {
		const struct entry *entry = entry_of(import, row);
		struct account_card *made = &storing->made[storing->count];

		if (fresh ? entry->row.what != ROW_NEW : !entry->row.waits)
			continue;
		made->account = account_of_row(import, row);
		made->agency_name = entry->agency_name;
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
account_import_store_all(struct db *db, void *argument)
{
	struct storing *storing = argument;
	const struct import *import = storing->import;
	const struct context *context = import->context;
	int result = account_card_store(db, context, storing->made, storing->fresh, import_reason);

	for (size_t at = storing->fresh; at < storing->count && result == 0; at++)
		result = account_reset_password(db, &storing->made[at].account,
		    storing->made[at].hash, context->actor.account_id, reason_again);
	for (size_t row = 0; row < import->table.count && result == 0; row++)
		if (import->rows[row]->what == ROW_CHANGED)
			result = correct(db, import, row);
	return result;
}

static int
show_cards(const struct storing *storing)
{
	struct context *context = storing->import->context;

	page_set_int(&context->page, "Count.changed", (int64_t)storing->import->changed);
	page_set_int(&context->page, "Count.again", (int64_t)(storing->count - storing->fresh));
	return account_card_show(context, storing->made, storing->count);
}

static int
account_import_store_import(struct import *import)
{
	struct context *context = import->context;
	struct storing storing = { .import = import };
	int result, status;

	storing.made = arena_array(context->arena, import->table.count + 1, sizeof(*storing.made));
	add_cards(&storing, true);
	storing.fresh = storing.count;
	if (import->again)
		add_cards(&storing, false);
	if (storing.count > CARDS_MAX)
		return 400;
	status = account_card_hash(storing.made, storing.count);
	if (status != 0)
		return status;
	result = db_txn_world(context->db, account_import_store_all, &storing);
	if (result == DB_DUPLICATE || db_stopped(context->db, result) == 409)
		return import_late(import,
		    "Daftar akun baru saja berubah, "
		    "mungkin karena tombolnya tertekan dua kali. Unggah "
		    "berkasnya sekali lagi: yang sudah jadi dikenali, dan "
		    "kartunya dapat dibuat ulang.");
	if (result != 0)
		return context_status(context, result);
	if (storing.count == 0)
		return import_done(import);
	return show_cards(&storing);
}

static const struct import_kind kind = {
	.name = "accounts",
	.layout = &account_layout,
	.rows_max = TABLE_ROWS_MAX,
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
