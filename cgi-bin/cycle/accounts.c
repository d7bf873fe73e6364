/* SPDX-License-Identifier: ISC */
/*
 * Accounts in the administrator's care: found by name, role, region and state,
 * looked at with their history, and corrected in what describes the person.
 */
#include "cycle/accounts.h"

#include <string.h>

#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

const char *const account_roles[] = { "operator", "head", "verifier", "validator", "admin",
	"auditor", "leader", "assistant", NULL };
static const char *const states[] = { "active", "ended", NULL };

enum { LIST_REGION, LIST_ROLE, LIST_QUERY, LIST_STATE, LIST_PAGE };
const struct field account_list_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[LIST_ROLE] = { "role", FIELD_CHOICE, "Peran", .choices = account_roles },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Nama", .max = 120 },
	[LIST_STATE] = { "state", FIELD_CHOICE, "Status", .choices = states },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ 0 },
};

enum { EDIT_VERSION = PERSON_COLUMNS };
const struct field account_edit_fields[] = {
	PERSON_FIELDS[EDIT_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 },
};

static void
accounts_fill_account(struct node *node, const struct rows *rows, size_t row)
{
	fill_row(node, rows, row);
	node_set(node, "role_name", role_name(role_of(row_text(rows, row, "role"))));
}

void
fill_roles(struct context *context)
{
	struct node *accounts_list = page_node(&context->page, "Options.roles");

	for (size_t at = 0; account_roles[at] != NULL; at++) {
		struct node *node = node_row(accounts_list, at);

		node_set(node, "value", account_roles[at]);
		node_set(node, "label", role_name(role_of(account_roles[at])));
	}
}

void
fill_person_fields(struct context *context)
{
	fill_columns(page_node(&context->page, "Columns"), person_fields, PERSON_COLUMNS, NULL);
}

static int
accounts_list(struct context *context, struct rows *rows, int64_t page)
{
	const struct form *form = &context->form;
	const char *like = db_like(context->arena, form_text(form, LIST_QUERY));
	const char *role = form_text(form, LIST_ROLE);
	const char *state = form_text(form, LIST_STATE);
	int64_t region = form_number(form, LIST_REGION);

	if (*state == '\0')
		state = "active";
	if (region != 0 || context->actor.region_id != 0)
		return db_select(context->db, rows, STATEMENT_ACCOUNT_LIST_CARE, scope(context),
		    db_key(region), db_text(state), db_text(role), db_text(role), db_text(like),
		    db_text(like), PAGE_LIMIT(page));
	return db_select(context->db, rows, STATEMENT_ACCOUNT_LIST, db_text(state), db_text(role),
	    db_text(role), db_text(like), db_text(like), PAGE_LIMIT(page));
}

/* What the list shows. */
struct accounts_page {
	int64_t page;
	struct rows accounts, regions, lists;
};

static int
read_accounts_page(struct context *context, struct accounts_page *shown)
{
	int result, status;

	shown->page = page_number(context, LIST_PAGE);
	result = accounts_list(context, &shown->accounts, shown->page);
	if (result < 0)
		return context_status(context, result);
	status = card_lists_read(context, &shown->lists);
	return status != 0 ? status : region_options_read(context, &shown->regions);
}

static int
show_accounts_page(struct context *context, struct accounts_page *shown)
{
	const struct form *form = &context->form;
	int64_t region = form_number(form, LIST_REGION);
	struct rows *rows = &shown->accounts;

	page_turn(context, rows, PAGE_ROWS, shown->page,
	    arena_format(context->arena, "/cycle/accounts?q=%s&role=%s&state=%s%s",
		query_text(context->arena, form_text(form, LIST_QUERY)),
		query_text(context->arena, form_text(form, LIST_ROLE)),
		query_text(context->arena, form_text(form, LIST_STATE)),
		region == 0 ? "" :
			      arena_format(context->arena, "&region=%lld", (long long)region)));
	for (size_t row = 0; row < rows->count; row++)
		accounts_fill_account(node_row(page_node(&context->page, "Accounts"), row), rows,
		    row);
	fill_roles(context);
	fill_form(context);
	region_options_fill(context, &shown->regions);
	card_lists_fill(context, &shown->lists);
	return context_show(context, "cycle/accounts");
}

int
show_accounts(struct context *context)
{
	struct accounts_page shown;
	int status = read_accounts_page(context, &shown);

	return status != 0 ? status : show_accounts_page(context, &shown);
}

int
account_find(struct context *context, int64_t id, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_ACCOUNT_IN_CARE, db_int(id),
	    scope(context));

	return result == 0 ? 404 : context_status(context, result);
}

void
account_fill(struct context *context, const struct rows *rows)
{
	struct node *node = page_node(&context->page, "Account");

	accounts_fill_account(node, rows, 0);
	fill_columns(node_child(node, "columns"), person_fields, PERSON_COLUMNS,
	    row_columns(context->arena, person_fields, PERSON_COLUMNS, rows));
	node_set(node, "created",
	    words_time(context->arena, row_text(rows, 0, "created_at"), context->actor.zone));
	node_set(node, "signed_in",
	    words_time(context->arena, row_text(rows, 0, "signed_in_at"), context->actor.zone));
	node_set(node, "ended",
	    words_time(context->arena, row_text(rows, 0, "ended_at"), context->actor.zone));
	if (context->keys[0] == context->actor.account_id)
		node_set(node, "own", "1");
}

static int
show_account_page(struct context *context, const struct rows *account, const struct rows *history)
{
	account_fill(context, account);
	history_fill(context, "account", history);
	return context_show(context, "cycle/account");
}

int
show_account(struct context *context)
{
	struct rows account, history;
	int status;

	if ((status = account_find(context, context->keys[0], &account)) != 0 ||
	    (status = history_read(context, "account", context->keys[0], &history)) != 0)
		return status;
	return show_account_page(context, &account, &history);
}

/* ---- correcting who it is ------------------------------------------------- */

static int
still_active(struct context *context, const struct rows *rows)
{
	return strcmp(row_text(rows, 0, "state"), "active") == 0 ?
	    0 :
	    context_refuse(context, 409,
		"Akses akun ini sudah diakhiri; datanya "
		"tidak berubah lagi.");
}

int
account_find_active(struct context *context, struct rows *rows)
{
	int status = account_find(context, context->keys[0], rows);

	return status != 0 ? status : still_active(context, rows);
}

static int
accounts_show_edit(struct context *context, const struct rows *account, int status)
{
	account_fill(context, account);
	fill_person_fields(context);
	return context_show_status(context, "cycle/account_edit", status);
}

int
edit_account(struct context *context)
{
	struct rows rows;
	int status = account_find_active(context, &rows);

	if (status != 0)
		return status;
	set_values(context, account_edit_fields, &rows);
	return accounts_show_edit(context, &rows, 200);
}

struct editing {
	struct context *context;
	const struct rows *was;
	struct edit edit;
};

static int
accounts_update(struct db *db, void *argument)
{
	struct editing *editing = argument;
	struct context *context = editing->context;
	struct form *form = &context->form;
	struct change change = change_of(context, "account", row_int(editing->was, 0, "region_id"),
	    context->keys[0]);
	int result = account_correct(db, context->keys[0], form_number(form, EDIT_VERSION),
	    form_columns(context, 0, PERSON_COLUMNS));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	change.agency_id = row_int(editing->was, 0, "agency_id");
	change.from = editing->edit.from;
	change.to = editing->edit.to;
	return history_add(db, &change);
}

int
update_account(struct context *context)
{
	struct rows rows;
	struct editing editing = { .context = context, .was = &rows };
	int result, status = account_find_active(context, &rows);

	if (status != 0)
		return status;
	check_columns(context, 0, PERSON_COLUMNS);
	if (!form_ok(&context->form)) {
		fill_form(context);
		return accounts_show_edit(context, &rows, 422);
	}
	if (!edit_of(context, &rows, 0, PERSON_COLUMNS - 1, &editing.edit))
		return context_redirect(context, "/cycle/accounts/%lld",
		    (long long)context->keys[0]);
	result = db_txn_world(context->db, accounts_update, &editing);
	if (db_stopped(context->db, result) == 409) {
		stale(context, row_int(&rows, 0, "version"));
		return accounts_show_edit(context, &rows, 409);
	}
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/accounts/%lld?done=saved",
	    (long long)context->keys[0]);
}
