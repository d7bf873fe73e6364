/* SPDX-License-Identifier: ISC */
/*
 * The cards of a list of accounts that has more of them than one page makes:
 * two hundred at a time, fewer on a host that is busy, in the order of the file,
 * each lot by a press of its own.  What is to be done is told by the accounts:
 * one is due until its card is made, somebody signs in, or it gets a password
 * otherwise.  So nothing is lost between two lots, and a lot whose page was not
 * printed is made again for those who have not signed in.
 */
#include "cycle/accounts.h"

#include "base/clock.h"
#include "frame/words.h"
#include "base/banned.h"

enum { VERSION, LOT };
const struct field card_list_fields[] = {
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[LOT] = { "lot", FIELD_NUMBER, "Lot", .min = 0, .max = UINT16_MAX },
	{ 0 },
};

/* ---- kept with the accounts ------------------------------------------------- */

int
card_list_add(struct db *db, const struct context *context, const char *file, int64_t *id)
{
	int result = db_run(db, STATEMENT_ACCOUNT_LIST_ADD, db_int(context->actor.account_id),
	    db_text(file));

	*id = db_last_key(db);
	return result < 0 ? result : 0;
}

int
card_list_put(struct db *db, int64_t id, const int64_t *accounts, size_t first, size_t count)
{
	enum { WIDTH = 3 };
	struct db_value values[DB_ROWS_MAX * WIDTH];
	int result;

	for (size_t at = 0; at < count; at++) {
		values[at * WIDTH] = db_int(id);
		values[at * WIDTH + 1] = db_int((int64_t)(first + at + 1));
		values[at * WIDTH + 2] = db_int(accounts[at]);
	}
	result = db_run_rows(db, DB_TAKES(WIDTH, STATEMENT_ACCOUNT_CARD_ADD), values, WIDTH, count);
	return result < 0 ? result : 0;
}

/* ---- the page --------------------------------------------------------------- */

struct card_list {
	struct context *context;
	struct rows list, lots;
	int64_t lot;               /* to be made: the next one, or one again */
	bool again;                /* it was made before */
	struct account_card *made; /* CARDS_MAX at most */
	size_t count;
};

/* The own list of the path, and how far it is: 0 or a status. */
static int
find_list(struct card_list *found)
{
	struct context *context = found->context;
	int result = db_select(context->db, &found->list, STATEMENT_ACCOUNT_CARD_LIST,
	    db_int(context->keys[0]), db_int(context->actor.account_id));

	if (result > 0)
		result = db_select(context->db, &found->lots, STATEMENT_ACCOUNT_LIST_LOTS,
		    db_int(context->keys[0]));
	return result == 0 ? 404 : result < 0 ? context_status(context, result) : 0;
}

static int64_t
lot_of(const struct card_list *found, size_t row)
{
	return row_int(&found->lots, row, "lot");
}

/* What waits in a lot; 0 for none of that number. */
static int64_t
waiting_in(const struct card_list *found, int64_t lot)
{
	for (size_t row = 0; row < found->lots.count; row++)
		if (lot_of(found, row) == lot)
			return row_int(&found->lots, row, "waits");
	return 0;
}

/* Lots.N.lot .cards .waits .made */
static void
fill_lot(const struct card_list *found, size_t row, struct node *node)
{
	struct context *context = found->context;

	fill_row(node, &found->lots, row);
	node_set(node, "made",
	    words_time(context->arena, row_text(&found->lots, row, "at"), context->actor.zone));
}

static void
fill_card_list(const struct card_list *found)
{
	struct page *page = &found->context->page;
	int64_t cards = 0, due = waiting_in(found, 0);
	size_t shown = 0;

	fill_row(page_node(page, "List"), &found->list, 0);
	for (size_t row = 0; row < found->lots.count; row++) {
		cards += row_int(&found->lots, row, "cards");
		if (lot_of(found, row) != 0)
			fill_lot(found, row, node_row(page_node(page, "Lots"), shown++));
	}
	page_set_int(page, "Count.cards", cards);
	page_set_int(page, "Count.due", due);
	page_set_int(page, "Count.next", due < CARDS_MAX ? due : CARDS_MAX);
}

int
show_card_list(struct context *context)
{
	struct card_list found = { .context = context };
	int status = find_list(&found);

	if (status != 0)
		return status;
	fill_card_list(&found);
	return context_show(context, "cycle/card_list");
}

/* ---- a lot ------------------------------------------------------------------ */

static const char reason_first[] = "Kartu akun dari daftar yang diimpor";

/* The number behind that of the last one. */
static int64_t
next_lot(const struct card_list *found)
{
	return found->lots.count == 0 ? 1 : lot_of(found, found->lots.count - 1) + 1;
}

static struct account_card
card_of_row(const struct rows *rows, size_t row)
{
	return (struct account_card){
		.account = { .id = row_int(rows, row, "id"),
		    .role = role_of(row_text(rows, row, "role")),
		    .region_id = row_int(rows, row, "region_id"),
		    .agency_id = row_int(rows, row, "agency_id"),
		    .username = row_text(rows, row, "username"),
		    .person = { [PERSON_NAME] = row_text(rows, row, "full_name") } },
		.agency_name = row_text(rows, row, "agency_name"),
		.place = (size_t)row_int(rows, row, "place"),
	};
}

/* Whose cards they are, in the order of the file. */
static int
read_lot(struct card_list *found)
{
	struct context *context = found->context;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ACCOUNT_LIST_CARDS,
	    db_int(context->keys[0]), db_key(found->again ? found->lot : 0), db_int(CARDS_MAX));

	if (result < 0)
		return context_status(context, result);
	found->made = arena_array(context->arena, rows.count + 1, sizeof(*found->made));
	for (size_t row = 0; row < rows.count; row++)
		found->made[row] = card_of_row(&rows, row);
	found->count = rows.count;
	return 0;
}

/* Passwords and their hashes for as many as a busy host makes in time; the rest stays due. */
static int
hash_lot(struct card_list *found)
{
	enum { LOT_MILLISECONDS = 15 * 1000 };
	int64_t begun = clock_milliseconds();
	size_t made = 0;
	int status = 0;

	while (made < found->count && status == 0 &&
	    (made == 0 || clock_milliseconds() - begun < LOT_MILLISECONDS))
		status = account_card_hash(&found->made[made++], 1);
	found->count = made;
	return status;
}

static int
store_card(struct db *db, const struct card_list *found, struct account_card *made)
{
	struct context *context = found->context;
	int result = account_first_password(db, &made->account, made->hash,
	    context->actor.account_id, found->again ? card_again_reason : reason_first);

	if (result < 0)
		return result;
	made->late = result == 0;
	if (!made->late)
		result = db_run(db, STATEMENT_ACCOUNT_CARD_MADE, db_int(found->lot),
		    db_int(context->keys[0]), db_int((int64_t)made->place));
	return result < 0 ? result : 0;
}

static int
store_lot(struct db *db, void *argument)
{
	struct card_list *found = argument;
	int result = db_run(db, STATEMENT_ACCOUNT_LIST_TURN, db_int(found->context->keys[0]),
	    db_int(form_number(&found->context->form, VERSION)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	result = 0;
	for (size_t at = 0; at < found->count && result == 0; at++)
		result = store_card(db, found, &found->made[at]);
	return result;
}

/* Somebody has pressed it elsewhere: how far the list is now. */
static int
show_newer(const struct card_list *found)
{
	fill_card_list(found);
	page_set(&found->context->page, "List.newer", "1");
	return context_show_status(found->context, "cycle/card_list", 409);
}

static int
show_lot(struct card_list *found)
{
	struct context *context = found->context;
	struct page *page = &context->page;
	int64_t due = waiting_in(found, 0);

	page_set_int(page, "List.id", context->keys[0]);
	page_set_int(page, "List.lot", found->lot);
	page_set_int(page, "List.due", found->again ? due : due - (int64_t)found->count);
	if (found->again)
		page_set_int(page, "Count.again", (int64_t)found->count);
	/* Sent once more it leads there, where a lot can be made again. */
	context->place = arena_format(context->arena, "/cycle/accounts/cards/%lld",
	    (long long)context->keys[0]);
	return account_card_show(context, found->made, found->count);
}

int
make_card_lot(struct context *context)
{
	struct card_list found = { .context = context };
	int64_t lot = form_number(&context->form, LOT);
	int result, status;

	status = find_list(&found);
	if (status != 0 || !form_ok(&context->form))
		return status != 0 ? status : 400;
	if (row_int(&found.list, 0, "version") != form_number(&context->form, VERSION) ||
	    waiting_in(&found, lot) == 0)
		return show_newer(&found);
	found.again = lot != 0;
	found.lot = found.again ? lot : next_lot(&found);
	status = read_lot(&found);
	if (status == 0)
		status = hash_lot(&found);
	if (status != 0)
		return status;
	result = db_txn(context->db, store_lot, &found);
	if (db_stopped(context->db, result) == 409) {
		status = find_list(&found);
		return status != 0 ? status : show_newer(&found);
	}
	return result != 0 ? context_status(context, result) : show_lot(&found);
}
