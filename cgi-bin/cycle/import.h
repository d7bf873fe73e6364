/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_IMPORT_H
#define CYCLE_IMPORT_H

#include "base/secret.h"
#include "cycle/import_table.h"

/* What imports of agencies and of accounts have in common. */

/* The columns of agencies and of accounts in a spreadsheet, on the way in and
 * on the way out: what comes out may be edited and brought back. */
enum {
	AGENCY_NAME, AGENCY_SHORT, AGENCY_TITLE, AGENCY_HEAD, AGENCY_RANK,
	AGENCY_NIP, AGENCY_CODE, AGENCY_WIDTH
};
extern const struct table_column agency_columns[];

enum {
	SHEET_ROLE, SHEET_REGION, SHEET_AGENCY, SHEET_USERNAME, SHEET_PERSON,
	SHEET_NIP, SHEET_OFFICE, SHEET_EMAIL, SHEET_PHONE, SHEET_WIDTH
};
extern const struct table_column account_columns[];

/*
 * Whether a cell means the region with this code.  Spreadsheets take "64.10"
 * for a number and keep 64.1, or write 64,71 and 6471.
 */
bool	is_region_code(const char *code, const char *cell);

/* Whether two names say the same (rules/name_text.h). */
bool	same_words(const char *, const char *);

/*
 * A cell with the number of a civil servant: its 18 digits take its place, or
 * a problem that says how to mend what a spreadsheet has made of it.
 */
void	check_nip_cell(struct table *, size_t row, size_t column);

/*
 * What the preview has shown goes with its form as a digest and is compared
 * with what storing would do now: what somebody has changed meanwhile is
 * shown again first.  Add a fact for each row that will be stored.
 */
struct seen {
	struct sha256_state state;
	char text[SHA256_TEXT];
};
void	seen_begin(struct seen *);
void	seen_add(struct seen *, int64_t key, int64_t version,
	    const char *text);
const char *seen_text(struct seen *);

#endif
