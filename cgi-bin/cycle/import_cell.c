/* SPDX-License-Identifier: ISC */
/*
 * One cell of an import: what its column asks of it, and what people write in
 * its place.
 */
#include "cycle/import_cell.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

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

/* ---- numbers of civil servants -------------------------------------------- */

/* "1,9E+17": as a spreadsheet writes a number that is too long for it. */
static bool
is_exponent(const char *text)
{
	size_t length = strspn(text, "0123456789.,");

	return length > 0 && (text[length] == 'E' || text[length] == 'e') &&
	    (text[length + 1] == '+' || isdigit((unsigned char)text[length + 1]));
}

static const char by_hand[] = "Ubah format kolom ini menjadi Teks, lalu "
			      "ketik ulang ke-18 angkanya.";

static void
check_nip_cell(struct table *table, size_t row, size_t column)
{
	const char **cell = &table->rows[row].cells[column];
	/* People write '1980… to have a text; CSV keeps the mark. */
	const char *text = **cell == '\'' ? *cell + 1 : *cell;
	char digits[NIP_DIGITS + 1];

	if (strncasecmp(text, "nip", 3) == 0)
		text += 3 + strspn(text + 3, " .:");

	if (is_exponent(text))
		table_problem(table, row, column,
		    "Excel menganggap NIP ini "
		    "bilangan dan memendekkannya menjadi %s; angka aslinya "
		    "hilang. %s",
		    text, by_hand);
	else if (!nip_digits(text, digits))
		table_problem(table, row, column,
		    "NIP terdiri atas 18 angka, "
		    "di sini “%s”. %s",
		    text, by_hand);
	/* It ends in a running number from 001; 15 digits is all that a
	 * spreadsheet keeps of a number. */
	else if (*digits != '\0' && strcmp(digits + NIP_DIGITS - 3, "000") == 0)
		table_problem(table, row, column,
		    "NIP %s berakhir dengan 000: "
		    "Excel membulatkannya. %s",
		    digits, by_hand);
	else
		*cell = arena_text(table->problems->context->arena, digits);
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

/* Kept as a number, 0812… has lost its first digit, and more when long. */
static void
check_phone_cell(struct table *table, size_t row, size_t column)
{
	const char **cell = &table->rows[row].cells[column];
	size_t length;

	if (**cell == '\'')
		(*cell)++;
	length = strlen(*cell);
	if (strspn(*cell, "0123456789+-()./ ,") != length)
		table_problem(table, row, column,
		    "“%s” bukan nomor telepon. "
		    "Ubah format kolomnya menjadi Teks, lalu ketik ulang "
		    "nomornya.",
		    *cell);
	else if (**cell == '8' && length >= 9 && length <= 12 &&
	    strspn(*cell, "0123456789") == length)
		*cell = arena_format(table->problems->context->arena, "0%s", *cell);
}

void
check_cell(struct table *table, size_t row, size_t column)
{
	const struct field *field = table->columns[column].field;

	switch (field == NULL ? LIKE_ANY : field->like) {
	case LIKE_ANY:
		break;
	case LIKE_NIP:
		check_nip_cell(table, row, column);
		break;
	case LIKE_EMAIL:
		check_email_cell(table, row, column);
		break;
	case LIKE_PHONE:
		check_phone_cell(table, row, column);
		break;
	}
}
