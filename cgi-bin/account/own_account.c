/* SPDX-License-Identifier: ISC */
#include <ctype.h>

#include "account/account.h"
#include "store/throttle.h"
#include "base/banned.h"

int
own_account(struct context *context, struct account *account)
{
	int found = account_read(context->db, account,
	    context->actor.account_id);

	return found == 1 ? 0 : found == 0 ? 404 :
	    context_status(context, found);
}

static struct throttle
own_throttle(struct context *context, const char *what)
{
	return (struct throttle){ "account", arena_format(context->arena,
	    "%s:%lld", what, (long long)context->actor.account_id),
	    context_setting_number(context, "throttle_failures", 5),
	    context_setting_number(context, "throttle_minutes", 15) };
}

int
own_count(struct context *context, const char *what)
{
	const struct throttle throttle = own_throttle(context, what);

	return throttle_count(context->db, &throttle);
}

int
own_forget(struct context *context, const char *what)
{
	const struct throttle throttle = own_throttle(context, what);

	return throttle_forget(context->db, &throttle);
}

int
own_password(struct context *context, const struct account *account, int field)
{
	int result = own_count(context, "password");

	if (result < 0)
		return context_status(context, result);
	if (result == 0) {
		form_error(&context->form, field, "Terlalu banyak percobaan. "
		    "Tunggu beberapa menit, lalu coba lagi.");
		return 429;
	}
	if (!password_fits(account->password_hash, form_text(&context->form,
	    field))) {
		form_error(&context->form, field, "Kata sandi tidak cocok. "
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
