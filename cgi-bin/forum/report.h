/* SPDX-License-Identifier: ISC */
#ifndef FORUM_REPORT_H
#define FORUM_REPORT_H

#include "forum/forum.h"

/* The report of a public consultation: its model, 0 or a status. */
int report_make(struct context *, const struct hearing *, struct document_model *);

/* What it is called, and its file. */
const char *report_title(struct arena *, const struct hearing *);
const char *report_file(struct arena *, const struct hearing *);

/* The sentence that says why it is not the last word yet, or NULL. */
const char *report_lacks(const struct hearing *);

#endif
