/* SPDX-License-Identifier: ISC */
/*
 * An operator who moves on hands the work to a successor: the old account
 * ends, the new one stands in the same agency with the same role, in one
 * transaction.  So no agency is without an operator in between, and nobody
 * shares a password.
 */
#include "account/account.h"
#include "frame/session.h"
#include "base/banned.h"

enum { USERNAME, FULL_NAME, NIP, OFFICE, REASON, PASSWORD, AGREED };

const struct field hand_over_fields[] = {
	[USERNAME] = { .name = "username",
	    .kind = FIELD_TEXT,
	    .label = "Nama pengguna baru",
	    .required = true,
	    .max = 60 },
	[FULL_NAME] = { .name = "full_name",
	    .kind = FIELD_TEXT,
	    .label = "Nama lengkap pengganti",
	    .required = true,
	    .max = 120 },
	[NIP] = { .name = "nip", .kind = FIELD_TEXT, .label = "NIP pengganti", .max = 30 },
	[OFFICE] = { .name = "office",
	    .kind = FIELD_TEXT,
	    .label = "Jabatan pengganti",
	    .max = 160 },
	[REASON] = { .name = "reason",
	    .kind = FIELD_LINES,
	    .label = "Alasan alih tugas",
	    .required = true,
	    .max = 500 },
	[PASSWORD] = { .name = "password",
	    .kind = FIELD_SECRET,
	    .label = "Kata sandi Anda",
	    .required = true,
	    .max = PASSWORD_MAX },
	[AGREED] = { .name = "agreed", .kind = FIELD_FLAG, .label = "Persetujuan" },
	{ .name = NULL },
};

struct handing {
	struct account old, successor;
	const char *reason;
};

static int
hand(struct db *db, void *argument)
{
	struct handing *handing = argument;
	int result = account_hand_over(db, &handing->old, &handing->successor, handing->old.id,
	    handing->reason);

	return result == 1 ? 0 : result == 0 ? db_stop(db, 409) : result;
}

/* Whoever serves an agency as its operator beside other work hands over an account of
 * another role, which only the administrator does. */
static const char others_account[] =
    "Akun Anda sendiri bukan akun operator, jadi alih tugasnya diatur oleh administrator "
    "aplikasi.";

int
show_hand_over(struct context *context)
{
	return context_show(context, "account/hand_over");
}

static int
again(struct context *context, int status)
{
	fill_form(context);
	return context_show_status(context, "account/hand_over", status);
}

static void
hand_over_check(struct form *form, const char *username)
{
	if (form_ok(form) && !account_name_fits(username))
		form_error(form, USERNAME,
		    "Nama pengguna terdiri dari 3 "
		    "sampai 60 huruf kecil dan angka; titik, garis bawah dan "
		    "tanda hubung boleh di tengah.");
	if (!form_given(form, AGREED))
		form_error(form, AGREED,
		    "Centang pernyataan ini bila Anda "
		    "memang hendak menyerahkan tugas.");
}

/* The session of the one who asked has just ended with the account. */
static void
leave_session(struct context *context)
{
	session_end(context);
	context->actor.account_id = 0;
	context->actor.csrf = "";
}

/* The successor's password is shown in this answer and nowhere else. */
static int
show_done(struct context *context, const struct account *successor, const char *password)
{
	struct page *page = &context->page;

	page_set(page, "Successor.full_name", successor->person[PERSON_NAME]);
	page_set(page, "Successor.username", successor->username);
	page_set(page, "Successor.password", password);
	return context_show(context, "account/handed_over");
}

int
hand_over(struct context *context)
{
	struct form *form = &context->form;
	const char *username = own_letters(context->arena, form_text(form, USERNAME));
	char password[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	struct handing handing = {
		.successor = { .username = username,
		    .password_hash = hash,
		    .person = { [PERSON_NAME] = form_text(form, FULL_NAME),
			[PERSON_NIP] = form_text(form, NIP),
			[PERSON_OFFICE] = form_text(form, OFFICE) } },
		.reason = form_text(form, REASON),
	};
	int result, status = own_account(context, &handing.old);

	if (status != 0)
		return status;
	if (handing.old.role != ROLE_OPERATOR)
		return context_refuse(context, 403, "%s", others_account);
	hand_over_check(form, username);
	if (form_ok(form))
		status = own_password(context, &handing.old, PASSWORD);
	if (!form_ok(form))
		return again(context, status != 0 ? status : 422);
	if (status != 0)
		return status;
	password_make(password);
	if (password_hash(hash, password) != 0)
		return 500;
	result = db_txn_world(context->db, hand, &handing);
	if (result == DB_DUPLICATE) {
		form_error(form, USERNAME,
		    "Nama pengguna ini sudah dipakai. "
		    "Pilih yang lain.");
		return again(context, 422);
	}
	if (result != 0)
		return context_status(context, result);
	leave_session(context);
	return show_done(context, &handing.successor, password);
}
