/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_ACCOUNTS_H
#define CYCLE_ACCOUNTS_H

#include "cycle/cycle.h"
#include "store/account.h"
#include "store/password.h"

/* What the pages of accounts have in common. */

/* Codes of the roles in the order of lists, ending with NULL; and
 * Options.roles of them. */
extern const char *const account_roles[];
void fill_roles(struct context *);

/* An account in the actor's care: 0, 404, or another; and Account.* */
int account_find(struct context *, int64_t id, struct rows *);
void account_fill(struct context *, const struct rows *);

/* The same for the account of the path, which has to be active still. */
int account_find_active(struct context *, struct rows *);

/* Columns.N of a form that asks for a person: the macro person_fields. */
void fill_person_fields(struct context *);

/* A sign-in name in small letters, or the error of its field. */
void check_username(struct context *, int field);

/*
 * Why the actor may not give the role in that place, a sentence for the
 * person, or NULL.  region_id 0 is the whole instance; below: the region
 * belongs to a province.  That the region is in care is the caller's to know.
 */
const char *place_flaw(const struct context *, enum role, int64_t region_id, bool below);

/* Whether accounts of a role work in an agency. */
enum agency_need { AGENCY_NONE, AGENCY_MAY, AGENCY_MUST };
enum agency_need agency_need(enum role);

/*
 * The sign-in name that an account gets when nobody thinks of one:
 * "operator.dinkes" where it works in an agency, else "auditor.siti.rahma".
 */
const char *username_base(struct arena *, enum role, const char *short_name,
    const char *agency_name, const char *full_name);

/*
 * The base itself; with the region's code where another account has it; with a
 * number where that does not help, or `taken` (may be NULL) says that it is
 * promised to somebody.  0 or enum db_error.
 */
int username_free(struct context *, const char *base, const char *region_code,
    bool (*taken)(void *, const char *), void *argument, const char **username);

/* The columns of a person, which begin the form. */
void account_of_form(struct context *, struct account *);

/*
 * Shows a password that was made for somebody else, once: it is in no
 * address and in no later page.  `what`: created, reset, handed-over.
 */
int show_password(struct context *, const struct account *, const char *what, const char *password);

/*
 * Accounts made many at a time.  Their passwords are here, on the page that
 * account_card_show fills, and nowhere else.
 */
struct account_card {
	struct account account;
	const char *agency_name; /* for its card */
	char password[PASSWORD_MADE_TEXT];
	char hash[PASSWORD_HASH_TEXT];
};

/* Makes passwords and their hashes, about 30 ms each; 0 or 503. */
int account_card_hash(struct account_card *, size_t count);

/* In the caller's transaction, with their rows of history; 0 or enum
 * db_error. */
int account_card_store(struct db *, const struct context *, struct account_card *, size_t count,
    const char *reason);

/* Cards.N for the cards of cycle/account_cards; forgets the passwords. */
int account_card_show(struct context *, struct account_card *, size_t count);

#endif
