/* SPDX-License-Identifier: ISC */
#include "cycle/account_import.h"

#include <string.h>

#include "store/history.h"
#include "base/banned.h"

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
enum { CARDS_MAX = 200 };

enum { REGION, FILE_FIELD };
const struct field account_import_fields[] = {
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ 0 }
};

enum { STORE_REGION, CONTENT, SEEN, AGAIN };
const struct field account_store_fields[] = {
	[STORE_REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[CONTENT] = { "content", FIELD_LINES, "Daftar", true,
	    .max = TABLE_TEXT_MAX },
	[SEEN] = { "seen", FIELD_TEXT, "Pemeriksaan", true,
	    .max = SHA256_TEXT },
	[AGAIN] = { "again", FIELD_FLAG, "Kartu baru" },
	{ 0 }
};

static bool
is_fresh(const struct account_import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];

	return !import->table.rows[row].wrong && entry->id == 0 &&
	    entry->what != WHAT_BLANK;
}

/* Whether some row of the file has the name, by itself or given by us. */
static bool
is_promised(void *argument, const char *username)
{
	const struct account_import *import = argument;

	for (size_t row = 0; row < import->table.count; row++)
		if (strcmp(cell_of(import, row, SHEET_USERNAME), username) == 0)
			return true;
	return false;
}

/* A name for those that bring none: it has to be in what was seen. */
static int
propose(struct account_import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	struct context *context = import->context;
	const char **cell = &import->table.rows[row].cells[SHEET_USERNAME];
	int result;

	if (entry->id != 0)
		*cell = row_text(&entry->place->accounts, entry->at,
		    "username");
	if (!is_fresh(import, row) || **cell != '\0')
		return 0;
	result = username_free(context, username_base(context->arena, entry->role,
	    entry->short_name, entry->agency_name, cell_of(import, row,
	    SHEET_PERSON)), entry->place->code, is_promised, import, cell);
	entry->proposed = true;
	return result < 0 ? context_status(context, result) : 0;
}

static void
weigh(struct account_import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	struct table_row *line = &import->table.rows[row];
	bool same = entry->id != 0;

	if (entry->what == WHAT_BLANK) {
		line->idle = true;
		import->blank++;
	}
	if (line->wrong || entry->what == WHAT_BLANK)
		return;
	for (size_t each = 0; each < PERSON_WIDTH && entry->id != 0; each++) {
		const char *cell = line->cells[person_columns[each].column];

		same = same && (*cell == '\0' ||
		    strcmp(cell, entry->was[each]) == 0);
	}
	entry->what = entry->id == 0 ? WHAT_NEW : same ? WHAT_SAME :
	    WHAT_CHANGED;
	import->changed += entry->what == WHAT_CHANGED;
	import->same += entry->what == WHAT_SAME;
	import->waiting += entry->waits;
	line->idle = same && !entry->waits;
	if (!line->idle)
		seen_add(&import->seen, entry->id, entry->version,
		    line->cells[SHEET_USERNAME]);
	/* A row that only waits for a card need not carry more. */
	for (size_t each = 0; each < PERSON_WIDTH && same; each++)
		if (person_columns[each].column != SHEET_PERSON)
			line->cells[person_columns[each].column] = "";
}

/* An account that is there keeps what the file leaves empty. */
static void
fill_empty(struct account_import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];

	for (size_t each = 0; each < PERSON_WIDTH && entry->id != 0; each++) {
		const char **cell =
		    &import->table.rows[row].cells[person_columns[each].column];

		if (**cell == '\0')
			*cell = entry->was[each];
	}
}

/* Everything that is wrong, and what would become of each row. */
static int
check(struct account_import *import)
{
	struct context *context = import->context;
	struct table *table = &import->table;
	struct rows region;
	int result, status = 0;

	if (import->region_id == 0)
		import->region_id = context->actor.region_id;
	if (import->region_id != 0 && (status = region_find(context,
	    import->region_id, &region)) != 0)
		return status;
	result = db_select(context->db, &import->regions,
	    STATEMENT_ADMIN_REGION_CODES, scope(context));
	if (result < 0)
		return context_status(context, result);
	import->entries = arena_array(context->arena, table->count + 1,
	    sizeof(*import->entries));
	for (size_t row = 0; row < table->count && status == 0; row++)
		status = read_account_row(import, row);
	for (size_t row = 0; row < table->count; row++)
		import->fresh += is_fresh(import, row);
	if (import->fresh > CARDS_MAX)
		table_trouble(table, "%zu akun baru dalam satu berkas; paling "
		    "banyak %d sekali impor, karena tiap kata sandi awal "
		    "memerlukan waktu. Bagi menjadi beberapa berkas.",
		    import->fresh, CARDS_MAX);
	for (size_t row = 0; row < table->count && status == 0; row++)
		if (import->problems.count == 0)
			status = propose(import, row);
	if (status != 0)
		return status;
	seen_begin(&import->seen);
	for (size_t row = 0; row < table->count; row++)
		weigh(import, row);
	if (import->problems.count == 0)
		import->csv = table_csv(table);
	for (size_t row = 0; row < table->count; row++)
		fill_empty(import, row);
	return 0;
}

/* ---- pages ---------------------------------------------------------------- */

static int
show_upload(struct context *context, int code)
{
	int status = region_options(context);

	page_set_int(&context->page, "Limit.rows", TABLE_ROWS_MAX);
	page_set_int(&context->page, "Limit.cards", CARDS_MAX);
	if (context->actor.region_id == 0)
		page_set(&context->page, "MayGiveAll", "1");
	fill_form(context);
	return status != 0 ? status :
	    context_show_status(context, "cycle/account_import", code);
}

int
new_account_import(struct context *context)
{
	int64_t region = form_number(&context->form, REGION);

	if (region == 0)
		region = context->actor.region_id;
	if (region != 0)
		set_number(context, "region_id", region);
	return show_upload(context, 200);
}

static void
fill_changes(struct account_import *import, size_t row, struct node *node)
{
	const struct entry *entry = &import->entries[row];
	struct node *list = node_child(node, "changes");
	size_t number = 0;

	for (size_t each = 0; each < PERSON_WIDTH; each++) {
		const char *now = cell_of(import, row, person_columns[each].column);
		struct node *change;

		if (strcmp(entry->was[each], now) == 0)
			continue;
		change = node_row(list, number++);
		node_set(change, "label", person_columns[each].label);
		node_set(change, "from", entry->was[each]);
		node_set(change, "to", now);
	}
}

static void
fill_entry(struct account_import *import, size_t row, struct node *node)
{
	static const char *const whats[] = { [WHAT_WRONG] = "wrong",
		[WHAT_NEW] = "new", [WHAT_CHANGED] = "changed",
		[WHAT_SAME] = "same", [WHAT_BLANK] = "" };
	const struct entry *entry = &import->entries[row];
	const char *username = cell_of(import, row, SHEET_USERNAME);

	node_set_int(node, "number", (int64_t)import->table.rows[row].number);
	node_set(node, "what", whats[entry->what]);
	for (size_t each = 0; each < PERSON_WIDTH; each++)
		node_set(node, person_columns[each].name, cell_of(import, row,
		    person_columns[each].column));
	node_set(node, "username", *username != '\0' || entry->id == 0 ?
	    username : row_text(&entry->place->accounts, entry->at,
	    "username"));
	node_set(node, "proposed", entry->proposed ? "1" : "");
	node_set(node, "role_name", entry->role != ROLE_PUBLIC ?
	    role_name(entry->role) : cell_of(import, row, SHEET_ROLE));
	node_set(node, "agency_name", *entry->agency_name != '\0' ?
	    entry->agency_name : cell_of(import, row, SHEET_AGENCY));
	node_set(node, "region_name", entry->place != NULL ?
	    entry->place->name : cell_of(import, row, SHEET_REGION));
	if (entry->what == WHAT_CHANGED)
		fill_changes(import, row, node);
}

/* The rows as they would be stored, or what is wrong with them; those that
 * stay as they are by themselves. */
static int
show_preview(struct account_import *import, int code)
{
	struct context *context = import->context;
	struct node *rows = page_node(&context->page, "Rows");
	struct node *same = page_node(&context->page, "Same");
	size_t row_count = 0, same_count = 0;

	for (size_t row = 0; row < import->table.count; row++)
		if (import->entries[row].what == WHAT_SAME)
			fill_entry(import, row, node_row(same, same_count++));
		else if (import->entries[row].what != WHAT_BLANK)
			fill_entry(import, row, node_row(rows, row_count++));
	page_set_int(&context->page, "Count.fresh", (int64_t)import->fresh);
	page_set_int(&context->page, "Count.changed", (int64_t)import->changed);
	page_set_int(&context->page, "Count.same", (int64_t)import->same);
	page_set_int(&context->page, "Count.blank", (int64_t)import->blank);
	page_set_int(&context->page, "Count.waiting", (int64_t)import->waiting);
	if (import->waiting + import->fresh <= CARDS_MAX)
		page_set(&context->page, "Count.cards", "1");
	if (import->region_id != 0)
		set_number(context, "region_id", import->region_id);
	if (import->problems.count > 0)
		return context_show_status(context, "cycle/account_preview",
		    code == 200 ? 422 : code);
	set_value(context, "content", import->csv);
	set_value(context, "seen", seen_text(&import->seen));
	return context_show_status(context, "cycle/account_preview", code);
}

static void
begin(struct account_import *import, struct context *context, int region)
{
	memset(import, 0, sizeof(*import));
	import->context = context;
	import->problems.context = context;
	import->region_id = form_number(&context->form, region);
}

int
preview_accounts(struct context *context)
{
	struct account_import import;
	struct upload *upload = table_upload(context, FILE_FIELD);
	int status;

	begin(&import, context, REGION);
	if (!form_ok(&context->form) || upload == NULL)
		return show_upload(context, 422);
	page_set(&context->page, "File.name", upload->name);
	table_read(&import.table, &import.problems, account_columns, "",
	    upload, NULL);
	status = check(&import);
	return status != 0 ? status : show_preview(&import, 200);
}

/* ---- storing -------------------------------------------------------------- */

struct storing {
	struct account_import *import;
	struct account_card *made;	/* new ones first, then those with a new card */
	size_t fresh, count;
};

static const char reason[] = "Impor dari berkas";
static const char reason_again[] = "Kartu akun dibuat ulang: belum pernah "
    "masuk";

static struct account
account_of_row(const struct account_import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];

	return (struct account){ .id = entry->id, .role = entry->role,
	    .region_id = entry->place->id, .agency_id = entry->agency_id,
	    .username = cell_of(import, row, SHEET_USERNAME),
	    .full_name = cell_of(import, row, SHEET_PERSON),
	    .nip = cell_of(import, row, SHEET_NIP),
	    .office = cell_of(import, row, SHEET_OFFICE),
	    .email = cell_of(import, row, SHEET_EMAIL),
	    .phone = cell_of(import, row, SHEET_PHONE) };
}

static void
add_cards(struct storing *storing, bool fresh)
{
	const struct account_import *import = storing->import;

	for (size_t row = 0; row < import->table.count; row++) {
		const struct entry *entry = &import->entries[row];
		struct account_card *made = &storing->made[storing->count];

		if (fresh ? entry->what != WHAT_NEW : !entry->waits)
			continue;
		made->account = account_of_row(import, row);
		made->agency_name = entry->agency_name;
		storing->count++;
	}
}

static int
correct(struct db *db, const struct account_import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];
	struct context *context = import->context;
	struct change change = change_of(context, "account", entry->place->id,
	    entry->id);
	struct buffer from = { .arena = context->arena };
	struct buffer to = { .arena = context->arena };
	int result = db_run(db, STATEMENT_ACCOUNT_CORRECT,
	    db_text(cell_of(import, row, SHEET_PERSON)),
	    db_text(cell_of(import, row, SHEET_NIP)),
	    db_text(cell_of(import, row, SHEET_OFFICE)),
	    db_text(cell_of(import, row, SHEET_EMAIL)),
	    db_text(cell_of(import, row, SHEET_PHONE)), db_int(entry->id),
	    db_int(entry->version));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	for (size_t each = 0; each < PERSON_WIDTH; each++) {
		const char *was = entry->was[each];
		const char *now = cell_of(import, row, person_columns[each].column);

		if (strcmp(was, now) == 0)
			continue;
		buffer_format(&from, "%s%s: %s", from.length > 0 ? "; " : "",
		    person_columns[each].label, *was != '\0' ? was : "–");
		buffer_format(&to, "%s%s: %s", to.length > 0 ? "; " : "",
		    person_columns[each].label, now);
	}
	change.agency_id = entry->agency_id;
	change.from = from.bytes;
	change.to = to.bytes;
	change.reason = reason;
	return history_add(db, &change);
}

static int
store_all(struct db *db, void *argument)
{
	struct storing *storing = argument;
	const struct account_import *import = storing->import;
	const struct context *context = import->context;
	int result = account_card_store(db, context, storing->made, storing->fresh,
	    reason);

	for (size_t at = storing->fresh; at < storing->count && result == 0;
	    at++)
		result = account_reset_password(db,
		    &storing->made[at].account, storing->made[at].hash,
		    context->actor.account_id, reason_again);
	for (size_t row = 0; row < import->table.count && result == 0; row++)
		if (import->entries[row].what == WHAT_CHANGED)
			result = correct(db, import, row);
	return result;
}

static int
store(struct account_import *import, bool again)
{
	struct context *context = import->context;
	struct storing storing = { .import = import };
	int result, status;

	storing.made = arena_array(context->arena, import->table.count + 1,
	    sizeof(*storing.made));
	add_cards(&storing, true);
	storing.fresh = storing.count;
	if (again)
		add_cards(&storing, false);
	if (storing.count > CARDS_MAX)
		return 400;
	status = account_card_hash(storing.made, storing.count);
	if (status != 0)
		return status;
	result = db_txn(context->db, store_all, &storing);
	if (result == DB_DUPLICATE || db_stopped(context->db, result) == 409) {
		table_trouble(&import->table, "Daftar akun baru saja berubah, "
		    "mungkin karena tombolnya tertekan dua kali. Unggah "
		    "berkasnya sekali lagi: yang sudah jadi dikenali, dan "
		    "kartunya dapat dibuat ulang.");
		return show_preview(import, 409);
	}
	if (result != 0)
		return context_status(context, result);
	if (storing.count > 0) {
		page_set_int(&context->page, "Count.changed",
		    (int64_t)import->changed);
		page_set_int(&context->page, "Count.again",
		    (int64_t)(storing.count - storing.fresh));
		return account_card_show(context, storing.made, storing.count);
	}
	return import->region_id == 0 ?
	    context_redirect(context, "/cycle/accounts?done=imported") :
	    context_redirect(context, "/cycle/accounts?region=%lld&done=imported",
	    (long long)import->region_id);
}

int
store_accounts(struct context *context)
{
	struct account_import import;
	bool again = form_given(&context->form, AGAIN);
	int status;

	begin(&import, context, STORE_REGION);
	if (!form_ok(&context->form))
		return 400;
	table_again(&import.table, &import.problems, account_columns, "",
	    form_text(&context->form, CONTENT));
	status = check(&import);
	if (status != 0)
		return status;
	if (import.problems.count > 0)
		return show_preview(&import, 422);
	if (strcmp(form_text(&context->form, SEEN),
	    seen_text(&import.seen)) != 0) {
		/* Sent a second time: all of it is there. */
		bool done = import.fresh + import.changed == 0;

		page_set(&context->page, "Preview.late", done ? "done" :
		    "changed");
		return show_preview(&import, done ? 200 : 409);
	}
	return store(&import, again);
}
