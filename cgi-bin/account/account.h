/* SPDX-License-Identifier: ISC */
#ifndef ACCOUNT_ACCOUNT_H
#define ACCOUNT_ACCOUNT_H

#include "step/visit.h"

/* Where a person wanted to go before being asked to sign in. */
enum { NEXT_MAX = 300 };

/* The path if it is one of ours ("/verify/7"), else "". */
const char *next_own(const char *path);

/*
 * 303 to a page of this program that still asks for something, which hands
 * the wish on; and to the wish itself, or to the role's first page.
 */
int	next_ask(struct visit *, const char *page, const char *next);
int	next_go(struct visit *, const char *next);

/* sign_in.c */
extern const struct field sign_in_query[], sign_in_fields[];
int	show_sign_in(struct visit *);
int	sign_in(struct visit *);
int	sign_out(struct visit *);
int	start(struct visit *);

#endif
