/* SPDX-License-Identifier: ISC */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "import/import_table.h"

/*
 * The file of a list between its preview and the decision to store it: kept as
 * it came, one of each kind and person, and read again each time.  What is
 * stored is then what was seen, whatever its size, and its columns may be
 * understood otherwise without it being sent again.
 */

/* Keeps the file in place of the one before; forgets what anybody left for a day.
 * 0 or a status. */
int draft_keep(struct context *, const char *kind, const struct upload *, int64_t *id);

/* The own file of that kind and key, or NULL where it is not kept any more.  0 or
 * a status. */
int draft_find(struct context *, const char *kind, int64_t id, struct upload **);

/* Says that the file is not kept any more: 409. */
int draft_gone(struct context *);

#endif
