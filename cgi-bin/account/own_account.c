/* SPDX-License-Identifier: ISC */
#include <ctype.h>

#include "account/account.h"
#include "store/throttle.h"
#include "base/banned.h"

int
own_account(struct visit *visit, struct account *account)
{
	int found = account_read(visit->db, account,
	    visit->actor.account_id);

	return found == 1 ? 0 : found == 0 ? 404 :
	    visit_status(visit, found);
}

static struct throttle
own_throttle(struct visit *visit, const char *what)
{
	return (struct throttle){ "account", arena_format(visit->arena,
	    "%s:%lld", what, (long long)visit->actor.account_id),
	    visit_setting_number(visit, "throttle_failures", 5),
	    visit_setting_number(visit, "throttle_minutes", 15) };
}

int
own_count(struct visit *visit, const char *what)
{
	const struct throttle throttle = own_throttle(visit, what);

	return throttle_count(visit->db, &throttle);
}

int
own_forget(struct visit *visit, const char *what)
{
	const struct throttle throttle = own_throttle(visit, what);

	return throttle_forget(visit->db, &throttle);
}

int
own_password(struct visit *visit, const struct account *account, int field)
{
	int result = own_count(visit, "password");

	if (result < 0)
		return visit_status(visit, result);
	if (result == 0) {
		form_error(&visit->form, field, "Terlalu banyak percobaan. "
		    "Tunggu beberapa menit, lalu coba lagi.");
		return 429;
	}
	if (!password_fits(account->password_hash, form_text(&visit->form,
	    field))) {
		form_error(&visit->form, field, "Kata sandi tidak cocok. "
		    "Ketik kata sandi yang Anda pakai sekarang.");
		return 422;
	}
	return visit_status(visit, own_forget(visit, "password"));
}

const char *
own_letters(struct arena *arena, const char *text)
{
	char *copy = arena_text(arena, text);

	for (char *at = copy; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return copy;
}
