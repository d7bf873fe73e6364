/* SPDX-License-Identifier: ISC */
/*
 * Signing in as who the site says that somebody is: the web server (or the proxy
 * before it) has asked the site's own accounts, by OpenID Connect or otherwise, and
 * names the person in a variable.  That name is a sign-in name here.  The web server
 * protects /account/site alone; all other pages know the session that it began.
 */
#include <string.h>

#include "account/account.h"
#include "base/secret.h"
#include "frame/session.h"
#include "base/banned.h"

enum { NEXT };

const struct field site_fields[] = {
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan", .max = NEXT_MAX },
	{ .name = NULL },
};

/* Is that among the words of a list? */
static bool
site_lists(const char *list, const char *word, size_t length)
{
	static const char between[] = " \t,;[]\"";

	for (list += strspn(list, between); *list != '\0'; list += strspn(list, between)) {
		size_t one = strcspn(list, between);

		if (one == length && strncmp(list, word, length) == 0)
			return true;
		list += one;
	}
	return false;
}

/* A variable of the server; of a header only from the proxy that sets it. */
static const char *
site_variable(const struct context *context, const char *name)
{
	const struct config *config = context->config;
	const char *address = context->request->address, *value;

	if (strncmp(name, "HTTP_", 5) == 0 &&
	    (config->site_sign_in_from == NULL ||
		!site_lists(config->site_sign_in_from, address, strlen(address))))
		return "";
	value = request_variable(context->request, name);
	return value != NULL ? value : "";
}

/* Has the site asked for a second factor? */
static bool
site_gave_factor(struct context *context)
{
	const char *rule = context->config->site_factor, *word;
	size_t length;

	if (rule == NULL)
		return false;
	length = strcspn(rule, " \t");
	word = rule + length + strspn(rule + length, " \t");
	return site_lists(site_variable(context, arena_copy(context->arena, rule, length)), word,
	    strlen(word));
}

/* Who the site says it is, with its account here: 0, or a status whose page says what to do. */
static int
site_account(struct context *context, const char **name, struct account *account)
{
	int found;

	if (context->config->site_sign_in == NULL)
		return 404;
	*name = site_variable(context, context->config->site_sign_in);
	if (**name == '\0') {
		context->cause = "the web server names nobody";
		return context_refuse(context, 403,
		    "Situs belum mengenali Anda, jadi Anda belum dapat masuk dengan akunnya. Masuk "
		    "dahulu di situs itu, lalu coba lagi; bila tetap begini, sampaikan halaman ini "
		    "kepada administrator.");
	}
	*account = (struct account){ .id = 0 };
	found = account_named(context->db, account, own_letters(context->arena, *name));
	if (found < 0)
		return context_status(context, found);
	if (found == 1 && !account->ended)
		return 0;
	context->cause = "the site names somebody without an account, or whose access has ended";
	return context_refuse(context, 403,
	    "Situs mengenali Anda sebagai \"%s\", tetapi nama itu belum mempunyai akun yang "
	    "berlaku di sini. Mintalah administrator membuat akun dengan nama pengguna itu.",
	    *name);
}

int
show_site_sign_in(struct context *context)
{
	const char *name;
	struct account account;
	int status = site_account(context, &name, &account);

	if (status != 0)
		return status;
	page_set(&context->page, "Form.value.next", next_own(form_text(&context->form, NEXT)));
	page_set(&context->page, "Known.name", name);
	page_set(&context->page, "Known.person", account.person[PERSON_NAME]);
	page_set(&context->page, "Known.role_name", role_name(account.role));
	sign_in_give_token(context);
	return context_show(context, "account/site");
}

/* Where nobody signs in by a password, none has to be changed: in the place of the
 * temporary one comes one that nobody knows.  0 or enum db_error. */
static int
drop_first_password(struct db *db, const struct account *account)
{
	char made[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	int result;

	password_make(made);
	if (password_hash(hash, made) != 0)
		return DB_FAILED;
	result = db_run(db, STATEMENT_ACCOUNT_SET_PASSWORD, db_text(hash), db_int(0),
	    db_int(account->id));
	return result < 0 ? result : 0;
}

/*
 * A session of its own, also for somebody who is in already: what asks who somebody is
 * once more (ROUTE_FRESH) is content with it.
 */
int
site_sign_in(struct context *context)
{
	const char *name;
	struct account account;
	bool others_ended, given, waits;
	int result, status = site_account(context, &name, &account);

	if (status != 0)
		return status;
	if (!sign_in_own_form(context))
		return context_refuse(context, 403,
		    "Halaman ini sudah terlalu lama terbuka, atau peramban menolak cookie. "
		    "Buka lagi "
		    "halaman masuk.");
	given = site_gave_factor(context);
	waits = account.second_factor && !given;
	result = event_add(context->db,
	    &(struct event){ .kind = "sign_in",
		.outcome = "done",
		.account_id = account.id,
		.what = waits ? "Dikenal oleh situs, kode diminta" : "Masuk lewat situs" });
	if (result == 0)
		result = session_begin(context, account.id,
		    waits     ? SESSION_WAITS :
			given ? SESSION_PROVED :
				SESSION_ENTERS,
		    &others_ended);
	if (result == 0 && account.must_change_password && !context->config->password_sign_in)
		result = drop_first_password(context->db, &account);
	if (result != 0)
		return context_status(context, result);
	device_remember(context, &account);
	if (waits)
		return next_ask(context, "/account/second-factor", form_text(&context->form, NEXT));
	return next_go(context, others_ended ? next_others_ended : form_text(&context->form, NEXT));
}
