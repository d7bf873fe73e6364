/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_INSTRUMENT_H
#define CYCLE_INSTRUMENT_H

#include "import/import_table.h"
#include "format/instrument_json.h"

/*
 * What the pages of an instrument have in common.  A draft is edited, a
 * published version is frozen: every change is guarded by the state in its
 * UPDATE, and bumps the one version number that all editors of a draft share.
 */

/* ---- instruments.c -------------------------------------------------------- */

/* The instrument of the path: 0, 404, or another status; and Instrument.* */
int instrument_find(struct context *, struct rows *);
void instrument_fill(struct context *, const struct rows *);

/* The same to be changed: 403 for one that is not in the actor's care, 409 for
 * one that is published. */
int instrument_find_draft(struct context *, struct rows *);

/* Its variables: 0 or a status. */
int instrument_read_variables(struct context *, struct rows *);

/* Reads and shows the whole page of one, with the status of its answer; errors
 * were set before.  0 or a status. */
int instrument_show(struct context *, const struct rows *instrument, int code);

/* Takes the draft of the path, as the person saw it, for a change: the first
 * thing in its transaction.  0, 409, or enum db_error. */
int instrument_touch(struct db *, struct context *, int64_t version);

/* Its row of history.  0 or enum db_error. */
int instrument_record(struct context *, int64_t id, const char *from, const char *to);

/* ---- scaled_fill.c: an instrument of any kind ------------------------------- */

struct scaled;

/* Rules.*, Scales.*, Scaled.*, Classes.*: all that it says. */
void scaled_fill(struct context *, const struct scaled *);

/* ---- instrument_table.c: three tables, sheets of one workbook or files ----- */

enum { INSTRUMENT_TABLES = 3 };

/*
 * Reads variables, levels and categories from files, which may be one and the
 * same workbook; everything that is wrong goes into the problems.  The name
 * and basis of the instrument stay as they are; the rest is whole only when
 * there is no problem.  Sets the attempt of each file.
 */
void instrument_of_tables(struct problems *, struct upload files[INSTRUMENT_TABLES],
    struct instrument *);

#endif
