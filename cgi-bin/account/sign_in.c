/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "account/account.h"
#include "base/secret.h"
#include "frame/navigation.h"
#include "frame/session.h"
#include "frame/words.h"
#include "store/throttle.h"
#include "web/cookie.h"
#include "base/banned.h"

/*
 * Whoever is not signed in has no session to keep a token in, and another
 * site must not sign a person in under its own account (login CSRF).  So the
 * form carries the value of a cookie that only this site can set.
 */
#define FORM_COOKIE "matang-form"

enum { NEXT, USERNAME, PASSWORD };

const struct field next_query[] = {
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan" },
	{ .name = NULL },
};

const struct field sign_in_fields[] = {
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan",
	    .max = NEXT_MAX },
	[USERNAME] = { .name = "username", .kind = FIELD_TEXT,
	    .label = "Nama pengguna", .required = true },
	[PASSWORD] = { .name = "password", .kind = FIELD_SECRET,
	    .label = "Kata sandi", .required = true, .max = PASSWORD_MAX },
	{ .name = NULL },
};

/* The value of the browser's cookie, or "". */
static const char *
form_cookie(struct visit *visit)
{
	const char *value;
	size_t length;

	if (cookie_find(visit->request->cookies, FORM_COOKIE, &value,
	    &length) != COOKIE_FOUND || length != TOKEN_TEXT - 1)
		return "";
	return arena_copy(visit->arena, value, length);
}

/* A page that is opened twice keeps its token: both work. */
static void
give_token(struct visit *visit)
{
	const char *token = form_cookie(visit);

	if (*token == '\0') {
		char fresh[TOKEN_TEXT];

		random_token(fresh);
		token = arena_text(visit->arena, fresh);
		answer_header(visit->request, "Set-Cookie",
		    arena_format(visit->arena, FORM_COOKIE "=%s; Path=%s"
		    "/account/; HttpOnly; SameSite=Lax%s", token,
		    visit->config->base_path,
		    visit->config->secure_cookie ? "; Secure" : ""));
	}
	visit->actor.csrf = token;
}

static bool
own_form(struct visit *visit)
{
	const char *token = form_cookie(visit);

	return *token != '\0' && secret_equal(token, visit->form.csrf) &&
	    strcmp(visit->request->fetch_site, "cross-site") != 0;
}

/* The form again, with what is wrong in one sentence. */
static int
ask_again(struct visit *visit, int status, const char *notice)
{
	visit->form.notice = notice;
	give_token(visit);
	fill_form(visit);
	return visit_show_status(visit, "account/sign-in", status);
}

int
show_sign_in(struct visit *visit)
{
	const char *next = next_own(form_text(&visit->form, NEXT));

	if (visit->actor.account_id != 0)
		return next_go(visit, next);
	fill_value(visit, NEXT, next);
	give_token(visit);
	return visit_show(visit, "account/sign-in");
}


struct counts {
	struct throttle account, address;
};

static struct counts
counts_of(struct visit *visit, const char *username)
{
	int64_t minutes = visit_setting_number(visit, "throttle_minutes", 15);

	return (struct counts){
		.account = { "account", username, visit_setting_number(visit,
		    "throttle_failures", 5), minutes },
		.address = { "address", visit->request->address,
		    visit_setting_number(visit, "throttle_address_failures",
		    50), minutes },
	};
}

/* 1: may try; 0: held; or enum db_error. */
static int
may_try(struct db *db, const struct counts *counts)
{
	int result = throttle_count(db, &counts->address);

	return result == 1 ? throttle_count(db, &counts->account) : result;
}

static int
held(struct visit *visit, const struct counts *counts)
{
	return ask_again(visit, 429, arena_format(visit->arena, "Terlalu "
	    "banyak percobaan yang gagal. Tunggu %lld menit, lalu coba lagi. "
	    "Bila lupa kata sandi, hubungi administrator aplikasi di daerah "
	    "Anda.", (long long)counts->account.minutes));
}

int
sign_in(struct visit *visit)
{
	struct form *form = &visit->form;
	const char *username = own_letters(visit->arena,
	    form_text(form, USERNAME));
	const char *next = form_text(form, NEXT);
	struct account account = { .id = 0 };
	struct counts counts;
	int found, result;

	if (!own_form(visit))
		return ask_again(visit, 403, "Formulir ini sudah terlalu lama "
		    "terbuka, atau peramban menolak kuki. Masuk sekali lagi.");
	if (!form_ok(form)) {
		give_token(visit);
		return visit_show_errors(visit, "account/sign-in");
	}
	counts = counts_of(visit, username);
	result = may_try(visit->db, &counts);
	if (result < 1)
		return result == 0 ? held(visit, &counts) :
		    visit_status(visit, result);
	found = account_named(visit->db, &account, username);
	if (found < 0)
		return visit_status(visit, found);
	/* The same sentence after the same time, whatever was wrong. */
	if (!password_fits(found == 1 ? account.password_hash : NULL,
	    form_text(form, PASSWORD)) || account.ended)
		return ask_again(visit, 422, "Nama pengguna atau kata sandi "
		    "tidak cocok. Periksa keduanya, lalu coba lagi.");
	if ((result = throttle_forget(visit->db, &counts.account)) != 0 ||
	    (result = throttle_forgive(visit->db, &counts.address)) != 0 ||
	    (result = session_begin(visit, account.id, false)) != 0)
		return visit_status(visit, result);
	if (account.second_factor)
		return next_ask(visit, "/account/second-factor", next);
	if (account.must_change_password)
		return next_ask(visit, "/account/password", next);
	return next_go(visit, next);
}

/* Without a session there is nothing to protect, and nothing to refuse. */
int
sign_out(struct visit *visit)
{
	int result;

	if (visit->actor.account_id != 0 &&
	    !secret_equal(visit->form.csrf, visit->actor.csrf))
		return visit_refuse(visit, 403, "Muat ulang halaman, lalu "
		    "pilih Keluar sekali lagi.");
	result = session_end(visit);
	return result != 0 ? visit_status(visit, result) :
	    visit_redirect(visit, "/account/?done=signed-out");
}

int
start(struct visit *visit)
{
	const struct actor *actor = &visit->actor;

	if (actor->needs_second_factor || actor->needs_set_up)
		return visit_redirect(visit, "/account/second-factor");
	if (actor->must_change_password)
		return visit_redirect(visit, "/account/password");
	return visit_redirect(visit, "%s", nav_home(actor->role));
}
