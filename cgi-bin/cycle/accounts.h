/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_ACCOUNTS_H
#define CYCLE_ACCOUNTS_H

#include "cycle/cycle.h"
#include "store/account.h"

/* What accounts.c and rights.c have in common. */

/* An account in the actor's care, and Account.*: 0, 404, or another. */
int	account_find(struct visit *, int64_t id, struct rows *);

/* The same for the account of the path, which has to be active still. */
int	account_find_active(struct visit *, struct rows *);

/* Rules of the fields that describe a person; errors go into the form. */
void	check_person(struct visit *, int nip, int email);
void	check_username(struct visit *, int field);

void	account_of_form(struct visit *, struct account *, int full_name,
	    int nip, int office, int email, int phone);

/*
 * Shows a password that was made for somebody else, once: it is in no
 * address and in no later page.  `what`: created, reset, handed-over.
 */
int	show_password(struct visit *, const struct account *,
	    const char *what, const char *password);

#endif
