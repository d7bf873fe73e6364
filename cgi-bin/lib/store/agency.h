/* SPDX-License-Identifier: ISC */
#ifndef STORE_AGENCY_H
#define STORE_AGENCY_H

#include "rules/field.h"
#include "store/db.h"

/*
 * What is kept of a perangkat daerah.  agency_fields is its table: of it are
 * made the form, the page, the import with its example and its list of changes,
 * the workbook, `matang import agencies`, and the words of history.
 *
 * The columns are those from AGENCY_FIRST on.  A new one stands here, in the
 * statements of sql/statements/cycle_agencies.sql in the same order, and in a
 * migration.
 */
enum {
	AGENCY_REGION,
	AGENCY_NAME,
	AGENCY_SHORT,
	AGENCY_TITLE,
	AGENCY_HEAD,
	AGENCY_RANK,
	AGENCY_NIP,
	AGENCY_EMAIL,
	AGENCY_VERSION,

	AGENCY_FIRST = AGENCY_NAME,
	AGENCY_COLUMNS = AGENCY_VERSION - AGENCY_FIRST
};
extern const struct field agency_fields[];

/*
 * Enters one, with the texts of its columns in their order; its key is
 * db_last_key.  0, or enum db_error: DB_DUPLICATE where the region has one of
 * that name.
 */
int agency_add(struct db *, int64_t region_id, const char *const columns[AGENCY_COLUMNS]);

/*
 * Before an agency is called otherwise: names and head stay what they were where
 * its receipt was given with them, in every cycle whose report is out, and in those
 * of years before `year` (0: in no others).  agency_change does it by itself.  0, or
 * enum db_error.
 */
int agency_keep_names(struct db *, int64_t id, int64_t year);

/* The assessment is opened again: names and head are those of today.  In a
 * transaction that raises the world.  0, or enum db_error. */
int agency_release_names(struct db *, int64_t assessment_id);

/* Changes all columns of one.  1, 0 when the version is another by now, or
 * enum db_error. */
int agency_change(struct db *, int64_t id, int64_t version,
    const char *const columns[AGENCY_COLUMNS]);

/*
 * Many, at most DB_ROWS_MAX at a time, inside a transaction.  All are entered, or it is
 * enum db_error as above; their keys follow in the order of the rows.  Of those that
 * are changed DB_DUPLICATE, when the version of one is another by now.
 */
struct agency_row {
	int64_t region_id;   /* of a new one */
	int64_t id, version; /* of one that is there; the id of a new one is set */
	const char *const *columns;
};
int agency_add_rows(struct db *, struct agency_row *, size_t count);
int agency_change_rows(struct db *, const struct agency_row *, size_t count);

#endif
