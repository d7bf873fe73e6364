/* SPDX-License-Identifier: ISC */
/*
 * The second factor: asked for at sign-in, set up with a QR code and a text to
 * type, renewed and switched off by its owner.  Recovery codes are shown in
 * one answer and never again.  Whoever's role has to have one can replace it
 * but not be without it.
 */
#include <string.h>
#include <time.h>

#include "account/account.h"
#include "base/qr.h"
#include "frame/session.h"
#include "store/second_factor.h"
#include "store/setting.h"
#include "base/banned.h"

enum { QUIET = 4 }; /* modules of white around a QR code (ISO/IEC 18004) */

enum { CODE, NEXT };

const struct field code_fields[] = {
	[CODE] = { .name = "code",
	    .kind = FIELD_TEXT,
	    .label = "Kode",
	    .required = true,
	    .max = 40 },
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan", .max = NEXT_MAX },
	{ .name = NULL },
};

const struct field set_up_fields[] = {
	[CODE] = { .name = "code",
	    .kind = FIELD_TEXT,
	    .label = "Kode",
	    .required = true,
	    .max = 40 },
	{ .name = NULL },
};

enum { PASSWORD };

const struct field password_only_fields[] = {
	[PASSWORD] = { .name = "password",
	    .kind = FIELD_SECRET,
	    .label = "Kata sandi",
	    .required = true,
	    .max = PASSWORD_MAX },
	{ .name = NULL },
};

/* Whether the actor has to use one.  0, or a status. */
static int
find_compulsory(struct context *context, bool *compulsory)
{
	const char *roles;
	int result = setting_text(context->db, SETTING_SECOND_FACTOR_ROLES, &roles);

	*compulsory = role_listed(roles, context->actor.role);
	return context_status(context, result);
}

/* The owner's account and factor, for the pages that change it. */
static int
own_factor(struct context *context, struct account *account, struct factor *factor)
{
	int status = own_account(context, account);
	int found;

	if (status != 0)
		return status;
	found = factor_read(context->db, factor, account->id);
	return found < 0 ? context_status(context, found) : 0;
}

/* ---- at sign-in ---- */

static int
ask_code(struct context *context, const char *view, int status)
{
	fill_form(context);
	page_set(&context->page, "Form.value.code", "");
	return context_show_status(context, view, status);
}

/* How the second step of signing in ended, for the log.  0, or enum db_error. */
static int
note_code(struct context *context, const char *outcome, const char *what)
{
	const struct event event = { .kind = "sign_in",
		.outcome = outcome,
		.account_id = context->actor.account_id,
		.what = what };

	context->cause = strcmp(outcome, "held") == 0 ?
	    "held after too many tries" :
	    "a wrong code";
	return strcmp(outcome, "held") == 0 ?
	    event_add_held(context->db, &event) :
	    event_add(context->db, &event);
}

/* A code was asked for; `take` says whether it is good. */
static int
judge_code(struct context *context, const char *view, const char *wrong, db_work *take)
{
	struct form *form = &context->form;
	const char *next = form_text(form, NEXT);
	bool others_ended;
	int result;

	if (!context->actor.needs_second_factor)
		return next_go(context, next);
	if (!form_ok(form))
		return ask_code(context, view, 422);
	result = own_count(context, "code");
	if (result == 0) {
		if ((result = note_code(context, "held", "Terlalu banyak percobaan kode")) != 0)
			return context_status(context, result);
		form_error(form, CODE,
		    "Terlalu banyak percobaan. Tunggu "
		    "beberapa menit, lalu coba lagi.");
		return ask_code(context, view, 429);
	}
	if (result > 0)
		result = db_txn(context->db, take, context);
	if (db_stopped(context->db, result) == 422) {
		if ((result = note_code(context, "wrong", "Kode verifikasi salah")) != 0)
			return context_status(context, result);
		form_error(form, CODE, "%s", wrong);
		return ask_code(context, view, 422);
	}
	if (result != 0 || (result = own_forget(context, "code")) != 0 ||
	    (result = note_code(context, "done", "Masuk dengan kode verifikasi")) != 0 ||
	    (result = session_complete(context, &others_ended)) != 0)
		return context_status(context, result);
	if (others_ended)
		next = next_others_ended;
	if (context->actor.must_change_password)
		return next_ask(context, "/account/password", next);
	return next_go(context, next);
}

static int
take_code(struct db *db, void *argument)
{
	struct context *context = argument;
	const struct account account = { .id = context->actor.account_id };
	int result = factor_try(db, &account, form_text(&context->form, CODE), time(NULL));

	return result == 0 ? db_stop(db, 422) : result < 0 ? result : 0;
}

static int
take_recovery(struct db *db, void *argument)
{
	struct context *context = argument;
	struct account account;
	int result = account_read(db, &account, context->actor.account_id);

	if (result == 1)
		result = factor_try_recovery(db, &account, form_text(&context->form, CODE));
	return result == 0 ? db_stop(db, 422) : result < 0 ? result : 0;
}

int
give_code(struct context *context)
{
	return judge_code(context, "account/code",
	    "Kode tidak cocok atau sudah "
	    "dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik lagi. "
	    "Pastikan jam ponsel Anda tepat.",
	    take_code);
}

int
show_recovery(struct context *context)
{
	if (!context->actor.needs_second_factor)
		return context_redirect(context, "/account/start");
	page_set(&context->page, "Form.value.next", next_own(form_text(&context->form, 0)));
	return context_show(context, "account/recovery");
}

int
give_recovery(struct context *context)
{
	return judge_code(context, "account/recovery",
	    "Kode pemulihan tidak "
	    "cocok atau sudah dipakai. Tiap kode hanya berlaku sekali.",
	    take_recovery);
}

/* ---- setting up and looking after it ---- */

int
show_factor(struct context *context)
{
	struct account account;
	struct factor factor;
	bool compulsory;
	int status;

	page_set(&context->page, "Form.value.next", next_own(form_text(&context->form, 0)));
	if (context->actor.needs_second_factor)
		return context_show(context, "account/code");
	status = own_factor(context, &account, &factor);
	if (status == 0)
		status = find_compulsory(context, &compulsory);
	if (status != 0)
		return status;
	page_set(&context->page, "Factor.on", factor.on ? "1" : "");
	page_set(&context->page, "Factor.compulsory", compulsory ? "1" : "");
	page_set_int(&context->page, "Factor.codes_left", factor.codes_left);
	return context_show(context, "account/second_factor");
}

int
begin_factor(struct context *context)
{
	int result = factor_begin(context->db, context->actor.account_id);

	if (result < 0)
		return context_status(context, result);
	return context_redirect(context,
	    result == 1 ? "/account/second-factor/set-up" : "/account/second-factor");
}

/* The secret as one line to type, in groups of four. */
static void
fill_secret(struct context *context, const struct account *account, const struct factor *factor)
{
	struct buffer groups = { .arena = context->arena };
	char text[TOTP_TEXT];
	const char *path;
	int size;

	totp_text(text, factor->secret);
	for (size_t at = 0; text[at] != '\0'; at++) {
		if (at > 0 && at % 4 == 0)
			buffer_char(&groups, ' ');
		buffer_char(&groups, text[at]);
	}
	page_set(&context->page, "Factor.secret", groups.bytes);
	path = qr_path(context->arena,
	    arena_format(context->arena, "otpauth://totp/Matang:%s?secret=%s&issuer=Matang",
		account->username, text),
	    &size);
	if (path == NULL)
		return;
	page_set(&context->page, "Factor.path", path);
	page_set(&context->page, "Factor.view",
	    arena_format(context->arena, "%d %d %d %d", -QUIET, -QUIET, size + 2 * QUIET,
		size + 2 * QUIET));
}

static int
show_secret(struct context *context, int status)
{
	struct account account;
	struct factor factor;
	int refused = own_factor(context, &account, &factor);

	if (refused != 0)
		return refused;
	if (!factor.begun || factor.on)
		return context_redirect(context, "/account/second-factor");
	fill_secret(context, &account, &factor);
	return status == 200 ?
	    context_show(context, "account/set_up") :
	    ask_code(context, "account/set_up", status);
}

int
show_set_up(struct context *context)
{
	return show_secret(context, 200);
}

/* They are shown in the answer itself, once: only their hashes are kept. */
static int
show_codes(struct context *context, const struct recovery *recovery)
{
	struct node *codes = page_node(&context->page, "Codes.list");

	for (size_t at = 0; at < RECOVERY_CODES; at++)
		node_set(node_row(codes, at), "code", recovery->codes[at]);
	return context_show(context, "account/codes");
}

struct confirming {
	struct context *context;
	struct account account;
	struct recovery recovery;
};

static int
confirm(struct db *db, void *argument)
{
	struct confirming *confirming = argument;
	int result = factor_try(db, &confirming->account,
	    form_text(&confirming->context->form, CODE), time(NULL));

	if (result < 1)
		return result == 0 ? db_stop(db, 422) : result;
	return factor_confirm(db, &confirming->account, &confirming->recovery);
}

int
set_up(struct context *context)
{
	struct confirming confirming = { .context = context };
	struct factor factor;
	int result, status = own_factor(context, &confirming.account, &factor);

	if (status != 0)
		return status;
	if (!factor.begun || factor.on)
		return context_redirect(context, "/account/second-factor");
	if (!form_ok(&context->form))
		return show_secret(context, 422);
	result = db_txn(context->db, confirm, &confirming);
	if (db_stopped(context->db, result) == 422) {
		form_error(&context->form, CODE,
		    "Kode tidak cocok. Ketik enam "
		    "angka yang sekarang tampak di aplikasi, dan pastikan jam "
		    "ponsel Anda tepat.");
		return show_secret(context, 422);
	}
	if (result != 0 || (result = session_complete(context, NULL)) != 0)
		return context_status(context, result);
	context->actor.needs_set_up = false;
	return show_codes(context, &confirming.recovery);
}

/* Factor on and password right: then the work is done in one transaction. */
static int
with_password(struct context *context, const char *view, struct confirming *confirming,
    db_work *work)
{
	struct factor factor;
	int status = own_factor(context, &confirming->account, &factor);

	if (status != 0)
		return status;
	if (!factor.on)
		return context_redirect(context, "/account/second-factor");
	if (!form_ok(&context->form))
		return context_show_errors(context, view);
	status = own_password(context, &confirming->account, PASSWORD);
	if (status == 422 || status == 429) {
		fill_form(context);
		return context_show_status(context, view, status);
	}
	return status != 0 ?
	    status :
	    context_status(context, db_txn(context->db, work, confirming));
}

int
show_renew(struct context *context)
{
	return context_show(context, "account/renew");
}

static int
factor_make_codes(struct db *db, void *argument)
{
	struct confirming *confirming = argument;

	return factor_renew(db, &confirming->account, &confirming->recovery);
}

int
renew(struct context *context)
{
	struct confirming confirming = { .context = context };
	int status = with_password(context, "account/renew", &confirming, factor_make_codes);

	if (status != 0 || context->request->answered)
		return status;
	page_set(&context->page, "Codes.renewed", "1");
	return show_codes(context, &confirming.recovery);
}

static int
refuse_compulsory(struct context *context)
{
	bool compulsory;
	int status = find_compulsory(context, &compulsory);

	if (status != 0 || !compulsory)
		return status;
	return context_refuse(context, 403,
	    "Verifikasi dua langkah wajib untuk "
	    "peran Anda, jadi tidak dapat dimatikan. Bila ponsel Anda "
	    "berganti, administrator dapat mengaturnya ulang.");
}

int
show_switch_off(struct context *context)
{
	int status = refuse_compulsory(context);

	return status != 0 ? status : context_show(context, "account/switch_off");
}

static int
end_factor(struct db *db, void *argument)
{
	struct confirming *confirming = argument;

	return factor_end(db, &confirming->account);
}

int
switch_off(struct context *context)
{
	struct confirming confirming = { .context = context };
	int status = refuse_compulsory(context);

	if (status != 0)
		return status;
	status = with_password(context, "account/switch_off", &confirming, end_factor);
	return status != 0 || context->request->answered ?
	    status :
	    context_redirect(context, "/account/second-factor?done=off");
}
