/* SPDX-License-Identifier: ISC */
#ifndef RULES_ROLE_H
#define RULES_ROLE_H

#include <stdbool.h>

/*
 * The roles and what they are called on screen (product.md, "Roles").  Each
 * is one bit, so that the column "who may" of a route or of a move is a mask:
 * ROLE_OPERATOR | ROLE_HEAD.  What a role may see (own agency, own region) is
 * a matter of the rows fetched, not of this file.
 */
enum role {
	ROLE_PUBLIC = 0,         /* no account: stands in no mask */
	ROLE_OPERATOR = 1 << 0,  /* fills in, uploads, submits, prints */
	ROLE_HEAD = 1 << 1,      /* reads own agency, approves and signs */
	ROLE_VERIFIER = 1 << 2,  /* the city's team: verifies, reports */
	ROLE_VALIDATOR = 1 << 3, /* the province: validates after the city */
	ROLE_ADMIN = 1 << 4,     /* settings and accounts; no scores */
	ROLE_AUDITOR = 1 << 5,   /* reads everything, changes nothing */
	ROLE_LEADER = 1 << 6,    /* reads figures and papers of the region */
	ROLE_ASSISTANT = 1 << 7  /* enters applications for people without a phone */
};

/* Every role that signs in. */
#define ROLE_ANY \
	((unsigned)(ROLE_OPERATOR | ROLE_HEAD | ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_ADMIN | \
	    ROLE_AUDITOR | ROLE_LEADER | ROLE_ASSISTANT))

/* The code stored and written in addresses ("operator"); "" for no account. */
const char *role_code(enum role);

/* The role of a code; ROLE_PUBLIC for NULL and for anything unknown. */
enum role role_of(const char *code);

/* Whether a role stands in a list of codes, "verifier,admin". */
bool role_listed(const char *codes, enum role);

/* The name on screen, in Indonesian; "Publik" for no account. */
const char *role_name(enum role);

#endif
