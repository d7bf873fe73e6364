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
 *
 * Every password takes its time (store/password.h), and a web server that
 * waits for an answer does not wait for ever: Apache's mod_fcgid 40 seconds,
 * proxies often 60.  Hence CARDS_MAX for a page, which a slow host does in 20.
 * Of a longer list the accounts are stored without a password, and the cards
 * are made afterwards (account_lots.c).
 */
enum { CARDS_MAX = 200 };

/* Of history, for one in the place of a card that was lost. */
extern const char card_again_reason[];

struct account_card {
	struct account account;
	const char *agency_name; /* for its card */
	size_t place;            /* in its list, from 1 */
	bool late;               /* somebody has signed in meanwhile: there is none */
	char password[PASSWORD_MADE_TEXT];
	char hash[PASSWORD_HASH_TEXT];
};

/* Makes passwords and their hashes, about 30 ms each; 0 or 503. */
int account_card_hash(struct account_card *, size_t count);

/* In the caller's transaction, with their rows of history; 0 or enum
 * db_error. */
int account_card_store(struct db *, const struct context *, struct account_card *, size_t count,
    const char *reason);

/* Cards.N for the cards of cycle/account_cards, but of those that come too late; forgets
 * the passwords. */
int account_card_show(struct context *, struct account_card *, size_t count);

/*
 * A list with more cards to be made than one page makes: kept in the caller's
 * transaction, with the accounts in the order of the file.  0 or enum db_error.
 */
int card_list_add(struct db *, const struct context *, const char *file, int64_t *id);
int card_list_put(struct db *, int64_t id, const int64_t *accounts, size_t first, size_t count);

/* Those that the actor has brought in, and that lack cards still: 0 or a status; and
 * CardLists.N.id .file_name of them. */
int card_lists_read(struct context *, struct rows *);
void card_lists_fill(struct context *, const struct rows *);

#endif
