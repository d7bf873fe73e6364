/* SPDX-License-Identifier: ISC */
/*
 * The own password is changed, also by who has to because somebody else made
 * it.  The old one is asked for unless it was typed a moment ago; all other
 * sessions of the account end.
 */
#include <string.h>

#include "account/account.h"
#include "frame/session.h"
#include "store/history.h"
#include "store/setting.h"
#include "base/banned.h"

enum { CURRENT, FRESH, AGAIN, NEXT };

const struct field password_fields[] = {
	[CURRENT] = { .name = "current",
	    .kind = FIELD_SECRET,
	    .label = "Kata sandi sekarang",
	    .max = PASSWORD_MAX },
	[FRESH] = { .name = "password",
	    .kind = FIELD_SECRET,
	    .label = "Kata sandi baru",
	    .required = true,
	    .max = PASSWORD_MAX },
	[AGAIN] = { .name = "again",
	    .kind = FIELD_SECRET,
	    .label = "Ulangi kata sandi baru",
	    .required = true,
	    .max = PASSWORD_MAX },
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan", .max = NEXT_MAX },
	{ .name = NULL },
};

/* 0, or a status. */
static int
find_least(struct context *context, int64_t *least)
{
	return context_status(context,
	    setting_number(context->db, SETTING_PASSWORD_MIN_LENGTH, least));
}

static int
show_form(struct context *context, int64_t least, int code)
{
	page_set(&context->page, "Password.compulsory",
	    context->actor.must_change_password ? "1" : "");
	page_set_int(&context->page, "Password.least", least);
	return context_show_status(context, "account/password", code);
}

static int
password_show(struct context *context, int code)
{
	int64_t least;
	int status = find_least(context, &least);

	return status != 0 ? status : show_form(context, least, code);
}

/* This page is open to those who must change their password, but not before
 * the second factor: a password alone must not replace itself. */
static bool
too_early(const struct actor *actor)
{
	return actor->needs_second_factor || actor->needs_set_up;
}

int
show_password(struct context *context)
{
	const char *next = next_own(form_text(&context->form, 0));

	if (too_early(&context->actor))
		return next_ask(context, "/account/second-factor", next);
	page_set(&context->page, "Form.value.next", next);
	return password_show(context, 200);
}

static int
check_fresh(struct context *context, const struct account *account)
{
	struct form *form = &context->form;
	const char *fresh = form_text(form, FRESH);
	const char *names[LOCAL_NAMES];
	int64_t least;
	int status = find_least(context, &least);

	if (status == 0)
		status = context_status(context, account_local_names(context->db, account, names));
	if (status != 0)
		return status;
	if (password_fits(account->password_hash, fresh))
		form_error(form, FRESH,
		    "Kata sandi baru harus berbeda dari "
		    "yang sekarang.");
	switch (password_flaw(fresh, account->username, least, names)) {
	case PASSWORD_GOOD:
		break;
	case PASSWORD_SHORT:
		form_error(form, FRESH,
		    "Kata sandi baru paling sedikit %lld "
		    "karakter.",
		    (long long)least);
		break;
	case PASSWORD_LONG:
		form_error(form, FRESH,
		    "Kata sandi baru terlalu panjang: "
		    "paling panjang %d karakter.",
		    PASSWORD_MAX);
		break;
	case PASSWORD_IS_NAME:
		form_error(form, FRESH,
		    "Kata sandi baru tidak boleh sama "
		    "dengan nama pengguna.");
		break;
	case PASSWORD_PLAIN:
		form_error(form, FRESH,
		    "Kata sandi baru tidak boleh satu "
		    "karakter yang diulang-ulang.");
		break;
	case PASSWORD_KNOWN:
		form_error(form, FRESH,
		    "Kata sandi ini termasuk yang paling "
		    "sering dipakai orang, jadi mudah ditebak. Pilih yang lain, "
		    "misalnya empat kata yang tidak berhubungan.");
		break;
	case PASSWORD_LOCAL:
		form_error(form, FRESH,
		    "Kata sandi baru tidak boleh hanya "
		    "terdiri dari nama Anda, perangkat daerah, daerah atau "
		    "aplikasi ini dengan angka.");
		break;
	}
	if (strcmp(fresh, form_text(form, AGAIN)) != 0)
		form_error(form, AGAIN,
		    "Kedua kata sandi baru belum sama. "
		    "Ketik ulang.");
	return 0;
}

/*
 * The one who must change has typed the old password a moment ago; everybody
 * else types it again, so that a computer left alone is not enough.
 */
static int
check_current(struct context *context, const struct account *account)
{
	if (context->actor.must_change_password)
		return 0;
	if (*form_text(&context->form, CURRENT) == '\0') {
		form_error(&context->form, CURRENT, "Isi kata sandi sekarang.");
		return 422;
	}
	return own_password(context, account, CURRENT);
}

struct changing {
	struct context *context;
	const struct account *account;
	char hash[PASSWORD_HASH_TEXT];
};

static int
password_change(struct db *db, void *argument)
{
	struct changing *changing = argument;
	const struct account *account = changing->account;
	const struct change note = {
		.subject = "account",
		.account_id = account->id,
		.region_id = account->region_id,
		.agency_id = account->agency_id,
		.subject_id = account->id,
		.to = "password_changed",
	};
	int result = db_run(db, STATEMENT_ACCOUNT_CHANGE_PASSWORD, db_text(changing->hash),
	    db_int(account->id), db_text(account->password_hash));

	if (result < 1)
		return result == 0 ? db_stop(db, 409) : result;
	result = session_end_all(changing->context, account->id, true);
	return result != 0 ? result : history_add(db, &note);
}

int
change_password(struct context *context)
{
	struct account account;
	struct changing changing = { .context = context, .account = &account };
	const char *next = form_text(&context->form, NEXT);
	int status;

	if (too_early(&context->actor))
		return next_ask(context, "/account/second-factor", next);
	status = own_account(context, &account);
	if (status == 0 && form_ok(&context->form))
		status = check_fresh(context, &account);
	if (status != 0)
		return status;
	if (form_ok(&context->form))
		status = check_current(context, &account);
	if (!form_ok(&context->form)) {
		fill_form(context);
		return password_show(context, status != 0 ? status : 422);
	}
	if (status != 0)
		return status;
	if (password_hash(changing.hash, form_text(&context->form, FRESH)) != 0)
		return 500;
	status = context_status(context, db_txn(context->db, password_change, &changing));
	if (status == 0)
		status = context_status(context,
		    session_begin(context, account.id,
			account.second_factor ? SESSION_PROVED : SESSION_ENTERS, NULL));
	if (status != 0)
		return status;
	return context->actor.must_change_password ?
	    next_go(context, next) :
	    context_redirect(context, "/account/profile?done=password");
}
