/* SPDX-License-Identifier: ISC */
/*
 * What an account says about its person, on which devices it is signed in, and
 * what was done to it.  Role, region and agency are not changed here: they are
 * rights, and the administrator gives them.
 */
#include <string.h>

#include "account/account.h"
#include "frame/columns.h"
#include "frame/session.h"
#include "frame/words.h"
#include "store/second_factor.h"
#include "store/history.h"
#include "base/banned.h"

enum { VERSION = PERSON_COLUMNS };

const struct field details_fields[] = {
	PERSON_FIELDS[VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true },
	{ .name = NULL },
};

static void
fill_person(struct node *node, const struct account *account)
{
	for (size_t at = 0; at < PERSON_COLUMNS; at++)
		node_set(node, person_fields[at].name, account->person[at]);
}

static void
profile_fill_account(struct context *context, const struct account *account)
{
	struct page *page = &context->page;

	page_set(page, "Account.username", account->username);
	fill_person(page_node(page, "Account"), account);
	fill_columns(page_node(page, "Account.columns"), person_fields, PERSON_COLUMNS,
	    account->person);
	page_set_int(page, "Account.version", account->version);
}

int
show_profile(struct context *context)
{
	struct account account;
	int status = own_account(context, &account);

	if (status != 0)
		return status;
	profile_fill_account(context, &account);
	page_set(&context->page, "Account.second_factor", account.second_factor ? "1" : "");
	page_set(&context->page, "Account.may_hand_over", account.role == ROLE_OPERATOR ? "1" : "");
	return context_show(context, "account/profile");
}

static int
profile_show_form(struct context *context, int status)
{
	fill_columns(page_node(&context->page, "Columns"), person_fields, PERSON_COLUMNS, NULL);
	return context_show_status(context, "account/details", status);
}

int
show_details(struct context *context)
{
	struct account account;
	int status = own_account(context, &account);

	if (status != 0)
		return status;
	profile_fill_account(context, &account);
	fill_person(page_node(&context->page, "Form.value"), &account);
	return profile_show_form(context, 200);
}

static int
profile_save(struct db *db, void *argument)
{
	struct context *context = argument;
	struct form *form = &context->form;
	const struct change note = {
		.subject = "account",
		.account_id = context->actor.account_id,
		.region_id = context->actor.region_id,
		.agency_id = context->actor.agency_id,
		.subject_id = context->actor.account_id,
		.to = "profile_changed",
	};
	int result = account_correct(db, context->actor.account_id, form_number(form, VERSION),
	    form_columns(context, 0, PERSON_COLUMNS));

	return result < 0 ? result : result == 0 ? db_stop(db, 409) : history_add(db, &note);
}

int
save_details(struct context *context)
{
	struct form *form = &context->form;
	struct account account;
	int status;

	if (*form_text(form, PERSON_EMAIL) != '\0' && !email_fits(form_text(form, PERSON_EMAIL)))
		form_error(form, PERSON_EMAIL,
		    "Alamat surel ditulis seperti "
		    "nama@contoh.go.id.");
	status = form_ok(form) ?
	    context_status(context, db_txn_world(context->db, profile_save, context)) :
	    422;
	if (status == 0)
		return context_redirect(context, "/account/profile?done=saved");
	if (status != 409 && status != 422)
		return status;
	if (status == 409)
		form->notice = "Data ini baru saja diubah di tempat lain. "
			       "Yang Anda tulis masih ada di bawah: simpan sekali lagi untuk "
			       "menggantikannya.";
	if ((own_account(context, &account)) != 0)
		return 500;
	profile_fill_account(context, &account);
	fill_form(context);
	return profile_show_form(context, status);
}

/* What a browser says of itself, in the order in which it must be asked:
 * each of them also names those it wants to be taken for. */
static const struct clue {
	const char *token, *name;
} browsers[] = { { "Edg/", "Edge" }, { "OPR/", "Opera" }, { "SamsungBrowser/", "Samsung Internet" },
	{ "Firefox/", "Firefox" }, { "FxiOS/", "Firefox" }, { "CriOS/", "Chrome" },
	{ "Chrome/", "Chrome" }, { "Safari/", "Safari" }, { NULL, NULL } },
  platforms[] = {
	  { "Android", "Android" },
	  { "iPhone", "iPhone" },
	  { "iPad", "iPad" },
	  { "Windows", "Windows" },
	  { "Mac OS X", "macOS" },
	  { "CrOS", "ChromeOS" },
	  { "Linux", "Linux" },
	  { NULL, NULL },
  };

static const char *
named_in(const char *agent, const struct clue *clues)
{
	for (; clues->token != NULL; clues++)
		if (strstr(agent, clues->token) != NULL)
			return clues->name;
	return NULL;
}

static const char *
device_name(struct arena *arena, const char *agent)
{
	const char *browser = named_in(agent, browsers);
	const char *platform = named_in(agent, platforms);

	if (browser == NULL && platform == NULL)
		return "Peramban yang tidak dikenal";
	if (browser == NULL)
		return arena_format(arena, "Peramban di %s", platform);
	return platform == NULL ? browser : arena_format(arena, "%s di %s", browser, platform);
}

static int
read_sessions(struct context *context, struct rows *sessions)
{
	return context_status(context,
	    db_select(context->db, sessions, STATEMENT_ACCOUNT_SESSIONS,
		db_text(context->actor.csrf), db_int(context->actor.account_id)));
}

static void
fill_device(struct context *context, struct node *node, const struct rows *sessions, size_t row)
{
	const char *zone = context->actor.zone;

	node_set(node, "name", device_name(context->arena, row_text(sessions, row, "agent")));
	node_set(node, "address", row_text(sessions, row, "address"));
	node_set(node, "created",
	    words_time(context->arena, row_text(sessions, row, "created_at"), zone));
	node_set(node, "seen",
	    words_time(context->arena, row_text(sessions, row, "seen_at"), zone));
	node_set(node, "agency", row_text(sessions, row, "agency"));
	node_set(node, "this", row_int(sessions, row, "is_this") != 0 ? "1" : "");
}

int
show_devices(struct context *context)
{
	struct node *devices = page_node(&context->page, "Devices");
	struct rows sessions;
	int status = read_sessions(context, &sessions);

	if (status != 0)
		return status;
	for (size_t row = 0; row < sessions.count; row++)
		fill_device(context, node_row(devices, row), &sessions, row);
	page_set_int(&context->page, "Others", (int64_t)sessions.count - 1);
	return context_show(context, "account/devices");
}

int
end_devices(struct context *context)
{
	int result = session_end_all(context, context->actor.account_id, true);

	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/account/devices?done=ended");
}

static int
profile_read_history(struct context *context, struct rows *changes)
{
	return context_status(context,
	    db_select(context->db, changes, STATEMENT_ACCOUNT_HISTORY,
		db_int(context->actor.account_id)));
}

int
show_history(struct context *context)
{
	struct node *list = page_node(&context->page, "History");
	struct rows changes;
	int status = profile_read_history(context, &changes);

	if (status != 0)
		return status;
	for (size_t row = 0; row < changes.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &changes, row);
		node_set(node, "at",
		    words_time(context->arena, row_text(&changes, row, "at"), context->actor.zone));
	}
	return context_show(context, "account/history");
}
