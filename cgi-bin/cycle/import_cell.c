/* SPDX-License-Identifier: ISC */
/*
 * One cell of an import: what its column asks of it, and what people write in
 * its place.
 */
#include "cycle/import_cell.h"

#include <ctype.h>
#include <string.h>

#include "rules/field.h"
#include "base/banned.h"

/* ---- codes of regions ----------------------------------------------------- */

/* The two digits of a province, and those of what lies in it. */
enum { PROVINCE_DIGITS = 2, CODE_DIGITS = 4 };

bool
is_region_code(const char *code, const char *cell)
{
	char wanted[CODE_DIGITS + 1] = "", given[CODE_DIGITS + 1] = "";
	size_t length = 0, after = 0;

	for (; *code != '\0' && length < CODE_DIGITS; code++)
		if (isdigit((unsigned char)*code))
			wanted[length++] = *code;
	length = 0;
	for (; *cell != '\0'; cell++)
		if (isdigit((unsigned char)*cell) && length < CODE_DIGITS) {
			given[length++] = *cell;
			after++;
		} else if ((*cell == '.' || *cell == ',') && length == PROVINCE_DIGITS)
			after = 0;
		else
			return false;
	if (length == PROVINCE_DIGITS + 1 && after == 1)
		given[length] = '0';
	return strcmp(wanted, given) == 0;
}

/* ---- where people are reached --------------------------------------------- */

static void
check_email_cell(struct table *table, size_t row, size_t column)
{
	const char *cell = table->rows[row].cells[column];

	if (*cell != '\0' && !email_fits(cell))
		table_problem(table, row, column,
		    "“%s”: surel ditulis seperti "
		    "nama@daerah.go.id.",
		    cell);
}

void
check_cell(struct table *table, size_t row, size_t column)
{
	const struct field *field = table->columns[column].field;

	switch (field == NULL ? LIKE_ANY : field->like) {
	case LIKE_ANY:
		break;
	case LIKE_NIP:
		table_nip(table, row, column);
		break;
	case LIKE_EMAIL:
		check_email_cell(table, row, column);
		break;
	case LIKE_PHONE:
		table_phone(table, row, column);
		break;
	}
}
