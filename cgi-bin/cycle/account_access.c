/* SPDX-License-Identifier: ISC */
#include "cycle/accounts.h"

#include <string.h>

#include "store/password.h"
#include "base/banned.h"

/*
 * What is done to the access of others: a new password, the second factor
 * taken away, access ended, the work handed over to a successor.  Nothing of
 * it is done to the own account here.
 */

enum { REASON };
const struct field account_reason_fields[] = {
	[REASON] = { "reason", FIELD_LINES, "Alasan", true, .max = 1000 },
	{ 0 }
};

enum { FULL_NAME, PERSON_NIP, OFFICE, EMAIL, PHONE, USERNAME, WHY };
const struct field account_successor_fields[] = {
	[FULL_NAME] = { "full_name", FIELD_TEXT, "Nama lengkap pengganti",
	    true, .max = 120 },
	[PERSON_NIP] = { "nip", FIELD_TEXT, "NIP", .max = 30 },
	[OFFICE] = { "office", FIELD_TEXT, "Jabatan", .max = 160 },
	[EMAIL] = { "email", FIELD_TEXT, "Surel", .max = 160 },
	[PHONE] = { "phone", FIELD_TEXT, "Telepon", .max = 40 },
	[USERNAME] = { "username", FIELD_TEXT, "Nama pengguna baru", true,
	    .max = 60 },
	[WHY] = { "reason", FIELD_LINES, "Alasan", true, .max = 1000 },
	{ 0 }
};

struct acting {
	struct visit *visit;
	struct account account;
	struct account successor;
	const char *hash;
	const char *reason;
};

static const char own_account[] = "Ini akun Anda sendiri. Kata sandi dan "
    "langkah kedua diubah di “Akun saya”; akses Anda diakhiri oleh "
    "administrator lain.";

/* The account of the path, if it is active and somebody else's. */
static int
find_other(struct visit *visit, struct acting *acting)
{
	struct rows rows;
	int result, status = account_find_active(visit, &rows);

	acting->visit = visit;
	if (status != 0)
		return status;
	if (visit->keys[0] == visit->actor.account_id)
		return visit_refuse(visit, 409, "%s", own_account);
	result = account_read(visit->db, &acting->account, visit->keys[0]);
	return result > 0 ? 0 : result == 0 ? 404 :
	    visit_status(visit, result);
}

static int
show_action(struct visit *visit, const char *action, int status)
{
	page_set(&visit->page, "Action", action);
	fill_form(visit);
	return visit_show_status(visit, "cycle/account_action", status);
}

/* /accounts/#/password, /second-factor, /end: the last part of the path. */
static const char *
action_of_path(const struct visit *visit)
{
	return strrchr(visit->request->path, '/') + 1;
}

int
confirm_account_action(struct visit *visit)
{
	struct acting acting;
	int status = find_other(visit, &acting);

	return status != 0 ? status :
	    show_action(visit, action_of_path(visit), 200);
}

static int
reset_password(struct db *db, void *argument)
{
	struct acting *acting = argument;

	return account_reset_password(db, &acting->account, acting->hash,
	    acting->visit->actor.account_id, acting->reason);
}

int
reset_account_password(struct visit *visit)
{
	struct acting acting;
	char password[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	int result, status = find_other(visit, &acting);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return show_action(visit, "password", 422);
	password_make(password);
	if (password_hash(hash, password) != 0)
		return 503;
	acting.hash = hash;
	acting.reason = form_text(&visit->form, REASON);
	result = db_txn(visit->db, reset_password, &acting);
	status = result != 0 ? visit_status(visit, result) :
	    show_password(visit, &acting.account, "reset", password);
	explicit_bzero(password, sizeof(password));
	return status;
}

static int
reset_second_factor(struct db *db, void *argument)
{
	struct acting *acting = argument;

	return account_reset_second_factor(db, &acting->account,
	    acting->visit->actor.account_id, acting->reason);
}

int
reset_account_second_factor(struct visit *visit)
{
	struct acting acting;
	int result, status = find_other(visit, &acting);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return show_action(visit, "second-factor", 422);
	acting.reason = form_text(&visit->form, REASON);
	result = db_txn(visit->db, reset_second_factor, &acting);
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/accounts/%lld?done=factor-reset",
	    (long long)visit->keys[0]);
}

static int
end(struct db *db, void *argument)
{
	struct acting *acting = argument;
	int result = account_end(db, &acting->account, 0,
	    acting->visit->actor.account_id, acting->reason);

	return result > 0 ? 0 : result < 0 ? result : 409;
}

static const char ended_already[] = "Akses akun ini baru saja diakhiri "
    "orang lain.";

int
end_account(struct visit *visit)
{
	struct acting acting;
	int result, status = find_other(visit, &acting);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return show_action(visit, "end", 422);
	acting.reason = form_text(&visit->form, REASON);
	result = db_txn(visit->db, end, &acting);
	if (result == 409)
		return visit_refuse(visit, 409, ended_already);
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/accounts/%lld?done=ended",
	    (long long)visit->keys[0]);
}

static int
show_successor(struct visit *visit, int status)
{
	fill_form(visit);
	return visit_show_status(visit, "cycle/account_successor", status);
}

int
confirm_hand_over(struct visit *visit)
{
	struct acting acting;
	int status = find_other(visit, &acting);

	if (status != 0)
		return status;
	set_value(visit, "office", acting.account.office);
	return visit_show(visit, "cycle/account_successor");
}

static int
hand_over(struct db *db, void *argument)
{
	struct acting *acting = argument;
	int result = account_hand_over(db, &acting->account,
	    &acting->successor, acting->visit->actor.account_id,
	    acting->reason);

	return result > 0 ? 0 : result < 0 ? result : 409;
}

int
hand_over_account(struct visit *visit)
{
	struct acting acting = { 0 };
	struct form *form = &visit->form;
	char password[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	int result, status = find_other(visit, &acting);

	if (status != 0)
		return status;
	check_username(visit, USERNAME);
	check_person(visit, PERSON_NIP, EMAIL);
	if (!form_ok(form))
		return show_successor(visit, 422);
	password_make(password);
	if (password_hash(hash, password) != 0)
		return 503;
	acting.successor = (struct account){ .password_hash = hash,
	    .username = form_text(form, USERNAME) };
	account_of_form(visit, &acting.successor, FULL_NAME, PERSON_NIP,
	    OFFICE, EMAIL, PHONE);
	acting.reason = form_text(form, WHY);
	result = db_txn(visit->db, hand_over, &acting);
	if (result == DB_DUPLICATE) {
		form_error(form, USERNAME, "Nama pengguna %s sudah dipakai. "
		    "Pilih yang lain.", form_text(form, USERNAME));
		return show_successor(visit, 422);
	}
	if (result == 409)
		return visit_refuse(visit, 409, ended_already);
	status = result != 0 ? visit_status(visit, result) :
	    show_password(visit, &acting.successor, "handed-over", password);
	explicit_bzero(password, sizeof(password));
	return status;
}
