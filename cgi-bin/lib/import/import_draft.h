/* SPDX-License-Identifier: ISC */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "import/import_table.h"
#include "sheet/sheet.h"

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

/* The form by which a kept list is read again; its fields are the first of its table. */
enum { DRAFT_ID, DRAFT_ATTEMPT, DRAFT_COLUMN, DRAFT_FIELDS };
#define DRAFT_FORM \
	[DRAFT_ID] = { "draft", FIELD_NUMBER, "Berkas", true, .min = 1, .max = INT32_MAX }, \
	[DRAFT_ATTEMPT] = { "attempt", FIELD_NUMBER, "Lembar", .max = SHEET_COLUMNS_MAX }, \
	[DRAFT_COLUMN] = { "column-", FIELD_NUMBER, "Kolom", .max = SHEET_COLUMNS_MAX }

/* The own file that such a form names, with the columns that it chooses.  0 or a status,
 * 400 for another form, 409 where it is not kept any more. */
int draft_again(struct context *, const char *kind, struct upload **upload);

/* What the preview's form of the columns sends back: Form.value.draft and .attempt. */
void draft_show(struct context *, int64_t id, const struct table *);

/* One thing of a row that would be stored: what it is called, was, "" for nothing, and
 * becomes; as the template's import_changes() shows it. */
void import_change(struct node *, const char *label, const char *from, const char *to);

/* Says that the file is not kept any more: 409. */
int draft_gone(struct context *);

#endif
