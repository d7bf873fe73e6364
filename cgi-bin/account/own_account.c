/* SPDX-License-Identifier: ISC */
/*
 * What the pages about oneself have in common.  The password is asked for
 * again before anything that could lock its owner out, and each try counts as
 * one at sign-in does: an open session must not be a way to guess it.
 */
#include <ctype.h>

#include "account/account.h"
#include "store/setting.h"
#include "store/throttle.h"
#include "base/banned.h"

int
own_account(struct context *context, struct account *account)
{
	int found = account_read(context->db, account, context->actor.account_id);

	return found == 1 ? 0 : found == 0 ? 404 : context_status(context, found);
}

/* 0, or enum db_error. */
static int
own_throttle(struct context *context, const char *what, struct throttle *throttle)
{
	int result;

	*throttle = (struct throttle){ .kind = "account",
		.key = arena_format(context->arena, "%s:%lld", what,
		    (long long)context->actor.account_id) };
	result = setting_number(context->db, SETTING_THROTTLE_FAILURES, &throttle->limit);
	return result != 0 ?
	    result :
	    setting_number(context->db, SETTING_THROTTLE_MINUTES, &throttle->minutes);
}

int
own_count(struct context *context, const char *what)
{
	struct throttle throttle;
	int result = own_throttle(context, what, &throttle);

	return result != 0 ? result : throttle_count(context->db, &throttle);
}

int
own_forget(struct context *context, const char *what)
{
	struct throttle throttle;
	int result = own_throttle(context, what, &throttle);

	return result != 0 ? result : throttle_forget(context->db, &throttle);
}

int
own_password(struct context *context, const struct account *account, int field)
{
	int result = own_count(context, "password");

	if (result < 0)
		return context_status(context, result);
	if (result == 0) {
		form_error(&context->form, field,
		    "Terlalu banyak percobaan. "
		    "Tunggu beberapa menit, lalu coba lagi.");
		return 429;
	}
	if (!password_fits(account->password_hash, form_text(&context->form, field))) {
		form_error(&context->form, field,
		    "Kata sandi tidak cocok. "
		    "Ketik kata sandi yang Anda pakai sekarang.");
		return 422;
	}
	return context_status(context, own_forget(context, "password"));
}

const char *
own_letters(struct arena *arena, const char *text)
{
	char *copy = arena_text(arena, text);

	for (char *at = copy; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return copy;
}
