/* SPDX-License-Identifier: ISC */
/*
 * What is done to the access of others: a new password, the second factor
 * taken away, all sessions or access itself ended, the work handed over to a successor.  Nothing of
 * it is done to the own account here.
 */
#include "cycle/accounts.h"

#include <string.h>

#include "store/password.h"
#include "base/banned.h"

enum { REASON };
const struct field account_reason_fields[] = {
	[REASON] = { "reason", FIELD_LINES, "Alasan", true, .max = 1000 },
	{ 0 },
};

enum { USERNAME = PERSON_COLUMNS, WHY };
const struct field account_successor_fields[] = {
	PERSON_FIELDS[USERNAME] = { "username", FIELD_TEXT, "Nama pengguna baru", true, .max = 60 },
	[WHY] = { "reason", FIELD_LINES, "Alasan", true, .max = 1000 },
	{ 0 },
};

struct acting {
	struct context *context;
	struct rows found; /* as its page shows it */
	struct account account;
	struct account successor;
	const char *hash;
	const char *reason;
};

static const char own_account[] = "Ini akun Anda sendiri. Kata sandi dan "
				  "verifikasi dua langkah diubah di “Akun saya”; akses Anda "
				  "diakhiri oleh administrator lain.";

/* The account of the path, if it is active and somebody else's. */
static int
find_other(struct context *context, struct acting *acting)
{
	int result, status = account_find_active(context, &acting->found);

	acting->context = context;
	if (status != 0)
		return status;
	if (context->keys[0] == context->actor.account_id)
		return context_refuse(context, 409, "%s", own_account);
	result = account_read(context->db, &acting->account, context->keys[0]);
	return result > 0 ? 0 : result == 0 ? 404 : context_status(context, result);
}

static int
show_action(struct context *context, const struct acting *acting, const char *action, int status)
{
	account_fill(context, &acting->found);
	page_set(&context->page, "Action", action);
	fill_form(context);
	return context_show_status(context, "cycle/account_action", status);
}

/* /accounts/#/password, /second-factor, /sessions, /end: the last part of the path. */
static const char *
action_of_path(const struct context *context)
{
	return strrchr(context->request->path, '/') + 1;
}

int
confirm_account_action(struct context *context)
{
	struct acting acting;
	int status = find_other(context, &acting);

	return status != 0 ? status : show_action(context, &acting, action_of_path(context), 200);
}

static int
account_access_reset_password(struct db *db, void *argument)
{
	struct acting *acting = argument;

	return account_reset_password(db, &acting->account, acting->hash,
	    acting->context->actor.account_id, acting->reason);
}

int
reset_account_password(struct context *context)
{
	struct acting acting;
	char password[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	int result, status = find_other(context, &acting);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_action(context, &acting, "password", 422);
	password_make(password);
	if (password_hash(hash, password) != 0)
		return 503;
	acting.hash = hash;
	acting.reason = form_text(&context->form, REASON);
	result = db_txn(context->db, account_access_reset_password, &acting);
	status = result != 0 ?
	    context_status(context, result) :
	    show_password(context, &acting.account, "reset", password);
	explicit_bzero(password, sizeof(password));
	return status;
}

static int
reset_second_factor(struct db *db, void *argument)
{
	struct acting *acting = argument;

	return account_reset_second_factor(db, &acting->account, acting->context->actor.account_id,
	    acting->reason);
}

int
reset_account_second_factor(struct context *context)
{
	struct acting acting;
	int result, status = find_other(context, &acting);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_action(context, &acting, "second-factor", 422);
	acting.reason = form_text(&context->form, REASON);
	result = db_txn(context->db, reset_second_factor, &acting);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/accounts/%lld?done=factor-reset",
	    (long long)context->keys[0]);
}

static int
end_sessions_of(struct db *db, void *argument)
{
	struct acting *acting = argument;

	return account_end_sessions(db, &acting->account, acting->context->actor.account_id,
	    acting->reason);
}

int
end_account_sessions(struct context *context)
{
	struct acting acting;
	int result, status = find_other(context, &acting);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_action(context, &acting, "sessions", 422);
	acting.reason = form_text(&context->form, REASON);
	result = db_txn(context->db, end_sessions_of, &acting);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/accounts/%lld?done=signed-out",
	    (long long)context->keys[0]);
}

static int
account_access_end(struct db *db, void *argument)
{
	struct acting *acting = argument;
	int result = account_end(db, &acting->account, 0, acting->context->actor.account_id,
	    acting->reason);

	return result > 0 ? 0 : result < 0 ? result : db_stop(db, 409);
}

static const char ended_already[] = "Akses akun ini sudah diakhiri.";

int
end_account(struct context *context)
{
	struct acting acting;
	int result, status = find_other(context, &acting);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_action(context, &acting, "end", 422);
	acting.reason = form_text(&context->form, REASON);
	result = db_txn_world(context->db, account_access_end, &acting);
	if (db_stopped(context->db, result) == 409)
		return context_refuse(context, 409, ended_already);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/accounts/%lld?done=ended",
	    (long long)context->keys[0]);
}

static int
show_successor(struct context *context, const struct acting *acting, int status)
{
	account_fill(context, &acting->found);
	fill_person_fields(context);
	return context_show_status(context, "cycle/account_successor", status);
}

static int
show_successor_typed(struct context *context, const struct acting *acting)
{
	fill_form(context);
	return show_successor(context, acting, 422);
}

int
confirm_hand_over(struct context *context)
{
	struct acting acting;
	int status = find_other(context, &acting);

	if (status != 0)
		return status;
	set_value(context, person_fields[PERSON_OFFICE].name, acting.account.person[PERSON_OFFICE]);
	return show_successor(context, &acting, 200);
}

static int
account_access_hand_over(struct db *db, void *argument)
{
	struct acting *acting = argument;
	int result = account_hand_over(db, &acting->account, &acting->successor,
	    acting->context->actor.account_id, acting->reason);

	return result > 0 ? 0 : result < 0 ? result : db_stop(db, 409);
}

int
hand_over_account(struct context *context)
{
	struct acting acting = { 0 };
	struct form *form = &context->form;
	char password[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	int result, status = find_other(context, &acting);

	if (status != 0)
		return status;
	check_username(context, USERNAME);
	check_columns(context, 0, PERSON_COLUMNS);
	if (!form_ok(form))
		return show_successor_typed(context, &acting);
	password_make(password);
	if (password_hash(hash, password) != 0)
		return 503;
	acting.successor = (struct account){ .password_hash = hash,
		.username = form_text(form, USERNAME) };
	account_of_form(context, &acting.successor);
	acting.reason = form_text(form, WHY);
	result = db_txn_world(context->db, account_access_hand_over, &acting);
	if (result == DB_DUPLICATE) {
		form_error(form, USERNAME,
		    "Nama pengguna %s sudah dipakai. "
		    "Pilih yang lain.",
		    form_text(form, USERNAME));
		return show_successor_typed(context, &acting);
	}
	if (db_stopped(context->db, result) == 409)
		return context_refuse(context, 409, ended_already);
	status = result != 0 ?
	    context_status(context, result) :
	    show_password(context, &acting.successor, "handed-over", password);
	explicit_bzero(password, sizeof(password));
	return status;
}
