/* SPDX-License-Identifier: ISC */
#ifndef STORE_ACCOUNT_H
#define STORE_ACCOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/field.h"
#include "rules/role.h"
#include "store/db.h"

/*
 * What an account tells of the person behind it: a table as agency_fields is
 * one (store/agency.h), at the beginning of every form that asks for a person.
 * A new column stands here, in the statements of account.sql and
 * cycle_accounts.sql in the same order, and in a migration.
 */
enum { PERSON_NAME, PERSON_NIP, PERSON_OFFICE, PERSON_EMAIL, PERSON_PHONE, PERSON_COLUMNS };
#define PERSON_FIELDS \
	[PERSON_NAME] = { "full_name", FIELD_TEXT, "Nama lengkap", true, .max = 120, \
		.own = "name", .hint = "Dengan gelar, seperti yang tampak bagi rekan kerja.", \
		.sheet = { "nama lengkap", "nama namapegawai fullname", 14, { NULL } } }, \
	[PERSON_NIP] = { "nip", FIELD_TEXT, "NIP", .max = 30, .like = LIKE_NIP, \
		.hint = "18 angka.", .sheet = { "nip", "nippegawai", 14, { NULL } } }, \
	[PERSON_OFFICE] = { "office", FIELD_TEXT, "Jabatan", .max = 160, \
		.own = "organization-title", \
		.hint = "Misalnya Perencana Ahli " \
			"Muda, atau unsur dalam Tim Pelaksana.", \
		.sheet = { "jabatan", "office", 10, { NULL } } }, \
	[PERSON_EMAIL] = { "email", FIELD_TEXT, "Surel", .max = 160, .like = LIKE_EMAIL, \
		.own = "email", \
		.sheet = { "surel", "email alamatsurel alamatemail", 9, { NULL } } }, \
	[PERSON_PHONE] = { "phone", FIELD_TEXT, "Telepon", .max = 40, .like = LIKE_PHONE, \
		.own = "tel", .hint = "Supaya bagian organisasi dapat menghubungi.", \
		.sheet = { "telepon", \
		    "notelepon nomortelepon telp hp nohp " \
		    "nomorhp wa nowa whatsapp phone", \
		    7, { NULL } } },
extern const struct field person_fields[];

/*
 * Accounts as they come and go, for the pages and for the operator's command
 * alike.  Every function works inside the transaction that its caller opened
 * and writes its row of history.  `by` is the account that acts; 0 is the
 * operator's command.  0 or enum db_error unless said otherwise.
 */
struct account {
	int64_t id;
	int64_t version; /* optimistic lock */
	const char *username;
	const char *password_hash;
	enum role role;
	int64_t region_id;                  /* 0: administrator of the whole instance */
	int64_t agency_id;                  /* 0: none */
	const char *person[PERSON_COLUMNS]; /* NULL: "" */
	bool ended;
	bool must_change_password;
	bool second_factor;
	int64_t password_days; /* since the password was set */
};

/*
 * Three to sixty of a-z, 0-9 and . _ - between them: what is easily said on
 * the telephone, and is the same in any spelling.
 */
bool account_name_fits(const char *username);

/* Whether region and agency are there as the role needs them. */
bool account_scope_fits(enum role, int64_t region_id, int64_t agency_id);

/* Makes the account and sets its id.  DB_DUPLICATE: the name is taken. */
int account_add(struct db *, struct account *, int64_t by, const char *reason);

/*
 * The same of many, at most DB_ROWS_MAX at a time, and that each got its role.  One
 * whose hash is "" has no password yet: nobody signs in with one until
 * account_first_password.
 */
int account_add_rows(struct db *, struct account *const accounts[], size_t count, int64_t by,
    const char *reason);

/* By id or by name; 1 found, 0 not, or enum db_error.  Texts in the arena of
 * the db. */
int account_read(struct db *, struct account *, int64_t id);
int account_named(struct db *, struct account *, const char *username);

/* Corrects what it tells of the person; without a row of history.  1, 0 when
 * the version is another by now or access has ended, or enum db_error. */
int account_correct(struct db *, int64_t id, int64_t version,
    const char *const person[PERSON_COLUMNS]);

/*
 * A password set by somebody else: it has to be changed at the next sign-in.
 * Ends all sessions of the account.
 */
int account_reset_password(struct db *, const struct account *, const char *password_hash,
    int64_t by, const char *reason);

/*
 * The password of a card, of an account that nobody has signed in to: the first one, or
 * one in the place of a card that was lost.  1, 0 when somebody has signed in or access
 * has ended meanwhile, or enum db_error.
 */
int account_first_password(struct db *, const struct account *, const char *password_hash,
    int64_t by, const char *reason);

/* Takes the second factor away, for a lost telephone; ends all sessions. */
int account_reset_second_factor(struct db *, const struct account *, int64_t by,
    const char *reason);

/* Ends all sessions, and writes it down; none were there: nothing. */
int account_end_sessions(struct db *, const struct account *, int64_t by, const char *reason);

/*
 * Ends access, all sessions, and what the account serves and works on; what it did
 * stays.  In a transaction that raises the world.  `successor` may be 0.
 * 1 done, 0 it had ended already, or enum db_error.
 */
int account_end(struct db *, const struct account *, int64_t successor, int64_t by,
    const char *reason);

/*
 * Somebody works for an agency no more, beside the own one or as the own one: sessions
 * that are at it go home, and its variables are nobody's.  Without a row of history, in
 * a transaction that raises the world.
 */
/*
 * The names that are no password of this account (store/password.h): of the
 * person, the region, its province, the agency.  0 or enum db_error; the texts
 * last as long as the arena of the database.
 */
enum { LOCAL_NAMES = 7 };
int account_local_names(struct db *, const struct account *, const char *names[LOCAL_NAMES]);

int account_leave_agency(struct db *, int64_t account_id, int64_t agency_id);

/*
 * Alih tugas: makes the successor's account with the role, region and agency
 * of the old one, who works on the same variables, and ends the old one's access.
 * In a transaction that raises the world.  1, 0 when that had ended
 * already, or enum db_error (DB_DUPLICATE: the new name is taken).
 */
int account_hand_over(struct db *, const struct account *old, struct account *successor, int64_t by,
    const char *reason);

#endif
