/* SPDX-License-Identifier: ISC */
#ifndef STORE_SETTING_H
#define STORE_SETTING_H

#include <stdbool.h>

#include "store/db.h"

/*
 * What the administrator may choose for the installation: the rows of the
 * table setting, and what each of them may be.
 */
struct setting_rule {
	const char *name;
	enum { SETTING_NUMBER, SETTING_ROLES } kind;
	int64_t min, max;	/* of a number */
};

/* NULL when there is no setting of that name. */
const struct setting_rule *setting_rule(const char *name);

/* A whole number within the bounds; or codes of roles, each once, with commas
 * between them and no spaces, or none. */
bool	setting_fits(const struct setting_rule *, const char *value);

/*
 * Changes it, in the caller's transaction, with its row of history.  1, 0
 * when there is no such row, or enum db_error.
 */
int	setting_change(struct db *, const char *name, const char *value,
	    int64_t by);

#endif
