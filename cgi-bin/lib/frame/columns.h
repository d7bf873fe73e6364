/* SPDX-License-Identifier: ISC */
#ifndef FRAME_COLUMNS_H
#define FRAME_COLUMNS_H

#include "frame/context.h"

/*
 * Columns of a register (store/agency.h, store/account.h) in forms and on
 * pages.  Those of a form are `count` of its fields from `first` on.
 */

/* Their texts, and those of the first row of a statement. */
const char *const *form_columns(struct context *, int first, size_t count);
const char *const *row_columns(struct arena *, const struct field *, size_t count,
    const struct rows *);

/* The rules of what they are like; errors go into the form. */
void check_columns(struct context *, int first, size_t count);

/*
 * .N.name .label .value of each; where the values are NULL, what the macro
 * column_field needs: .name .label .hint .type .width .required .own.
 */
void fill_columns(struct node *, const struct field *, size_t count, const char *const *values);

#endif
