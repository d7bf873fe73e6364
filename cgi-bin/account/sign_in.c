/* SPDX-License-Identifier: ISC */
/*
 * Signing in and out.  A wrong name, a wrong password and an ended account get
 * the same answer after the same time; tries are counted for the account and
 * for the address they come from (store/throttle.h).
 */
#include <string.h>

#include "account/account.h"
#include "base/secret.h"
#include "frame/navigation.h"
#include "frame/session.h"
#include "frame/words.h"
#include "store/setting.h"
#include "store/throttle.h"
#include "web/cookie.h"
#include "base/banned.h"

/*
 * Whoever is not signed in has no session to keep a token in, and another
 * site must not sign a person in under its own account (login CSRF).  So the
 * form carries the value of a cookie that only this site can set.
 */
#define FORM_COOKIE(config) COOKIE_NAME((config)->secure_cookie, "matang-form")

enum { NEXT, USERNAME, PASSWORD };

const struct field next_query[] = {
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan" },
	{ .name = NULL },
};

const struct field sign_in_fields[] = {
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan", .max = NEXT_MAX },
	[USERNAME] = { .name = "username",
	    .kind = FIELD_TEXT,
	    .label = "Nama pengguna",
	    .required = true },
	[PASSWORD] = { .name = "password",
	    .kind = FIELD_SECRET,
	    .label = "Kata sandi",
	    .required = true,
	    .max = PASSWORD_MAX },
	{ .name = NULL },
};

/* The value of the browser's cookie, or "". */
static const char *
form_cookie(struct context *context)
{
	const char *value;
	size_t length;

	if (cookie_find(context->request->cookies, FORM_COOKIE(context->config), &value, &length) !=
		COOKIE_FOUND ||
	    length != TOKEN_TEXT - 1)
		return "";
	return arena_copy(context->arena, value, length);
}

void
sign_in_give_token(struct context *context)
{
	const struct config *config = context->config;
	const char *token = form_cookie(context);

	if (*token == '\0') {
		char fresh[TOKEN_TEXT];

		random_token(fresh);
		token = arena_text(context->arena, fresh);
		answer_header(context->request, "Set-Cookie",
		    arena_format(context->arena, "%s=%s; Path=%s/; HttpOnly; SameSite=Lax%s",
			FORM_COOKIE(config), token,
			COOKIE_PATH(config->secure_cookie, config->base_path),
			config->secure_cookie ? "; Secure" : ""));
	}
	context->actor.csrf = token;
}

bool
sign_in_own_form(struct context *context)
{
	const char *token = form_cookie(context);

	return *token != '\0' && secret_equal(token, context->form.csrf);
}

/* What the site is called to those who have an account there. */
static void
fill_site(struct context *context)
{
	const struct config *config = context->config;

	if (config->site_sign_in == NULL)
		return;
	page_set(&context->page, "SignIn.site",
	    config->site_name != NULL ? config->site_name : "akun situs");
	if (config->password_sign_in)
		page_set(&context->page, "SignIn.password", "1");
}

/* What every showing of the form needs. */
static void
prepare(struct context *context)
{
	sign_in_give_token(context);
	fill_site(context);
}

/* The form again, with what is wrong in one sentence. */
static int
ask_again(struct context *context, int status, const char *notice)
{
	context->form.notice = notice;
	prepare(context);
	fill_form(context);
	return context_show_status(context, "account/sign_in", status);
}

int
show_sign_in(struct context *context)
{
	const char *next = next_own(form_text(&context->form, NEXT));

	if (context->actor.account_id != 0)
		return next_go(context, next);
	fill_value(context, NEXT, next);
	prepare(context);
	return context_show(context, "account/sign_in");
}

/*
 * Tries are counted for a name from one address, so that who guesses holds up
 * himself and not the owner; for an address; and for a name from everywhere,
 * with a limit that is far higher.  Beyond these two a browser from which
 * somebody has signed in to the account before may still try.
 */
enum { EVERYWHERE = 10 };

struct counts {
	struct throttle own, address, account;
	bool known;
	int64_t tries; /* for the name, this one too */
};

/* 0, or enum db_error. */
static int
read_counts(struct context *context, const char *username, bool known, struct counts *counts)
{
	struct db *db = context->db;
	int result;

	*counts = (struct counts){
		.own = { .kind = "account",
		    .key = arena_format(context->arena, "%s from %s", username,
			known ? "a device" : context_network(context)) },
		.address = { .kind = "address", .key = context_network(context) },
		.account = { .kind = "account", .key = username },
		.known = known,
	};
	if ((result = setting_number(db, SETTING_THROTTLE_FAILURES, &counts->own.limit)) != 0 ||
	    (result = setting_number(db, SETTING_THROTTLE_ADDRESS_FAILURES,
		 &counts->address.limit)) != 0)
		return result;
	result = setting_number(db, SETTING_THROTTLE_MINUTES, &counts->account.minutes);
	counts->address.minutes = counts->own.minutes = counts->account.minutes;
	counts->account.limit = counts->own.limit * EVERYWHERE;
	return result;
}

/* The account is 0 for a name that nobody has, which is not kept: people type their
 * password there. */
static struct event
sign_in_event(const struct account *account, const char *outcome, const char *what)
{
	return (struct event){ .kind = "sign_in",
		.outcome = outcome,
		.account_id = account->id,
		.what = account->id == 0 ? "Nama pengguna yang tidak dikenal" : what };
}

/* 1: may try; 0: held; or enum db_error. */
static int
may_try(struct db *db, struct counts *counts)
{
	int result = counts->known ? 1 : throttle_count(db, &counts->address), all;

	if (result == 1)
		result = throttle_count(db, &counts->own);
	if (result != 1)
		return result;
	all = throttle_count(db, &counts->account);
	counts->tries = db_last_key(db);
	return all < 0 ? all : all == 1 || counts->known;
}

static int
held(struct context *context, const struct counts *counts)
{
	return ask_again(context, 429,
	    arena_format(context->arena,
		"Terlalu "
		"banyak percobaan yang gagal. Tunggu %lld menit, lalu coba lagi. "
		"Bila lupa kata sandi, hubungi administrator aplikasi di daerah "
		"Anda.",
		(long long)counts->own.minutes));
}

int
sign_in(struct context *context)
{
	struct form *form = &context->form;
	const char *username = own_letters(context->arena, form_text(form, USERNAME));
	const char *next = form_text(form, NEXT);
	struct account account = { .id = 0 };
	struct counts counts;
	struct event event;
	bool others_ended;
	int64_t days = 0;
	int found, result;

	if (!context->config->password_sign_in)
		return ask_again(context, 403,
		    "Di sini orang masuk lewat akun situs saja, bukan dengan kata sandi.");
	if (!sign_in_own_form(context))
		return ask_again(context, 403,
		    "Halaman ini sudah terlalu lama "
		    "terbuka, atau peramban menolak cookie. Masuk sekali lagi.");
	if (!form_ok(form)) {
		prepare(context);
		return context_show_errors(context, "account/sign_in");
	}
	found = account_named(context->db, &account, username);
	if (found < 0)
		return context_status(context, found);
	result = read_counts(context, username, device_is_known(context, &account), &counts);
	if (result != 0)
		return context_status(context, result);
	result = may_try(context->db, &counts);
	if (result < 0)
		return context_status(context, result);
	if (result == 0) {
		event = sign_in_event(&account, "held", "Terlalu banyak percobaan");
		context->cause = "held after too many tries";
		result = event_add_held(context->db, &event);
		return result == 0 ? held(context, &counts) : context_status(context, result);
	}
	/* The same sentence after the same time, whatever was wrong. */
	if (!password_fits(found == 1 ? account.password_hash : NULL, form_text(form, PASSWORD)) ||
	    account.ended) {
		event = sign_in_event(&account, "wrong",
		    account.ended ? "Akun yang sudah berakhir" : "Kata sandi salah");
		context->cause = "wrong name or password, or an account that has ended";
		result = event_add(context->db, &event);
		return result != 0 ?
		    context_status(context, result) :
		    ask_again(context, 422,
			"Nama pengguna atau kata sandi "
			"tidak cocok. Periksa keduanya, lalu coba lagi.");
	}
	if (account.must_change_password &&
	    (result = setting_number(context->db, SETTING_FIRST_PASSWORD_DAYS, &days)) != 0)
		return context_status(context, result);
	if (account.must_change_password && account.password_days >= days) {
		event = sign_in_event(&account, "wrong", "Kata sandi sementara sudah kedaluwarsa");
		context->cause = "a first password that is too old";
		result = event_add(context->db, &event);
		return result != 0 ?
		    context_status(context, result) :
		    ask_again(context, 422,
			"Kata sandi sementara ini sudah "
			"terlalu lama dan tidak berlaku lagi. Mintalah yang baru kepada "
			"administrator aplikasi di daerah Anda.");
	}
	event = sign_in_event(&account, "done",
	    account.second_factor ? "Kata sandi benar, kode diminta" : "Masuk");
	if ((result = event_add(context->db, &event)) != 0)
		return context_status(context, result);
	if ((result = throttle_forget(context->db, &counts.own)) != 0 ||
	    (result = throttle_forget(context->db, &counts.account)) != 0 ||
	    (result = throttle_forgive(context->db, &counts.address)) != 0 ||
	    (result = session_begin(context, account.id,
		 account.second_factor ? SESSION_WAITS : SESSION_ENTERS, &others_ended)) != 0)
		return context_status(context, result);
	device_remember(context, &account);
	if (counts.tries > counts.own.limit) /* more than one's own slips */
		next = "/account/profile?done=attempts";
	else if (others_ended)
		next = next_others_ended;
	if (account.second_factor)
		return next_ask(context, "/account/second-factor", next);
	if (account.must_change_password)
		return next_ask(context, "/account/password", next);
	return next_go(context, next);
}

/* Without a session there is nothing to protect, and nothing to refuse. */
int
sign_out(struct context *context)
{
	int result = 0;

	if (context->actor.account_id != 0 &&
	    !secret_equal(context->form.csrf, context->actor.csrf))
		return context_refuse(context, 403,
		    "Muat ulang halaman, lalu "
		    "pilih Keluar sekali lagi.");
	if (context->actor.account_id != 0)
		result = event_add(context->db,
		    &(struct event){ .kind = "sign_in",
			.outcome = "done",
			.account_id = context->actor.account_id,
			.what = "Keluar" });
	if (result == 0)
		result = session_end(context);
	/* What scripts have kept of unsaved texts: htdocs/src/js/person.js. */
	answer_header(context->request, "Clear-Site-Data", "\"storage\"");
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/account/?done=signed-out");
}

int
start(struct context *context)
{
	const struct actor *actor = &context->actor;

	if (actor->needs_second_factor || actor->needs_set_up)
		return context_redirect(context, "/account/second-factor");
	if (actor->must_change_password)
		return context_redirect(context, "/account/password");
	return context_redirect(context, "%s", nav_home(actor->role));
}
