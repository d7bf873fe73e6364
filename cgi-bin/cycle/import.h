/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_IMPORT_H
#define CYCLE_IMPORT_H

#include "base/secret.h"
#include "cycle/import_cell.h"

/*
 * An import of agencies or of accounts: a spreadsheet is read, everything that
 * is wrong is said, the rest is shown as it would be stored, and stored when
 * the person has seen it.  Here is what all of that has in common; what a row
 * means is told by struct import_kind.
 */

/*
 * The columns of such a spreadsheet, on the way in and on the way out: what
 * comes out may be edited and brought back.  In the middle stand those of a
 * register (store/agency.h, store/account.h); before and behind them what tells
 * where a row belongs.
 */
struct sheet_layout {
	const struct table_column *before; /* end with a NULL name */
	const struct field *fields;
	size_t count;
	unsigned required; /* flags of those that a register requires */
	const struct table_column *behind;
};
extern const struct sheet_layout agency_layout, account_layout;
struct edit;

/* Agencies of a whole province or more come at once, and their people; what is made of a
 * row has to be seen, and no more than a page can show.  No more go out. */
enum { AGENCY_ROWS_MAX = 6000, ACCOUNT_ROWS_MAX = 6000 };

enum { SHEET_CODE_MAX = 120 }; /* "64.71", or the name */
#define SHEET_CODE_ALSO "daerah kode kodewilayah region"

/* All of them, ending with a NULL name. */
const struct table_column *sheet_columns(struct arena *, const struct sheet_layout *);

/* What becomes of one row. */
struct import_row {
	enum import_what { ROW_WRONG, ROW_NEW, ROW_CHANGED, ROW_SAME, ROW_BLANK } what;
	int64_t id; /* of what is there already, or 0 */
	int64_t version;
	const char **was; /* of that the columns of the register */
	bool waits;       /* may be asked to do something more, although
				 * nothing in it changes */
};

/*
 * What the preview has shown goes with its form as a digest and is compared
 * with what storing would do now: what somebody has changed meanwhile is
 * shown again first.
 */
struct seen {
	struct sha256_state state;
	char text[SHA256_TEXT];
};

struct import {
	struct context *context;
	const struct import_kind *kind;
	struct table table;
	struct problems problems;
	int64_t region_id;        /* where no column says otherwise */
	struct rows regions;      /* all in care, with their codes */
	size_t last_region;       /* of the row before */
	struct import_row **rows; /* one for each of the table */
	size_t fresh, changed, same, blank, waiting;
	const char *file; /* its name */
	const char *late; /* NULL; "changed", "done": by somebody else since it was seen */
	struct seen seen;
	int64_t draft; /* key of the file, kept until it is stored */
	bool again;    /* what waits is asked for */
	void *own;     /* of the kind */
};

struct import_kind {
	const char *name; /* of its drafts */
	const struct sheet_layout *layout;
	size_t rows_max;
	size_t first;                 /* column of the first field of the register */
	size_t code;                  /* column of the region's code */
	size_t key;                   /* column by which people know a row */
	bool own_region;              /* the actor's, where nothing says otherwise */
	const char *upload, *preview; /* views */
	const char *address;          /* where the list of them is */

	/* Data of the upload's page, or NULL. */
	void (*fill_upload)(struct context *);
	/*
	 * Makes rows, finds out about each, in their order, and names what is
	 * wrong; what is there already by import_match.  0 or a status.
	 */
	int (*check)(struct import *);
	/* Data of a row beside its columns, and of the preview, or NULL. */
	void (*fill_row)(const struct import *, size_t row, struct node *);
	void (*fill)(const struct import *);
	/* Stores all; 0, or a status, answered or not.  A result of db_txn that
	 * says that somebody else was faster is handed to import_late. */
	int (*store)(struct import *);
};

int import_new(struct context *, const struct import_kind *);
int import_preview(struct context *, const struct import_kind *);
/* The same of the file that is kept, with the columns that the person chose. */
int import_reread(struct context *, const struct import_kind *);
int import_store(struct context *, const struct import_kind *);

/* ---- for the kinds ------------------------------------------------------- */

const char *import_cell(const struct import *, size_t row, size_t column);

/* The cells of a row that are columns of the register, in their order. */
const char *const *import_values(const struct import *, size_t row);

/* The region of a row, its place among those in care; their count and a
 * problem where there is none. */
size_t import_region(struct import *, size_t row);

/* Checks the cells of a row by what their fields are like. */
void import_check_cells(struct import *, size_t row);

/* The row means what is there already at that place of the rows. */
void import_match(struct import *, size_t row, const struct rows *, size_t at);

/* What a row changes, in words, for history. */
void import_edit(const struct import *, size_t row, struct edit *);
extern const char import_reason[];

/* The preview once more, with a sentence on what somebody else has done. */
int import_late(struct import *, const char *trouble);

/* Back to the list, which says that it is done. */
int import_done(const struct import *);

#endif
