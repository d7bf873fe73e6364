/* SPDX-License-Identifier: ISC */
/*
 * What people and spreadsheets make of numbers in a list: of civil servants, of
 * telephones, of money and people; each read as it was meant, or told where its
 * digits are lost.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/import_table.h"
#include "rules/amount_text.h"
#include "rules/field.h"
#include "base/banned.h"

static struct arena *
table_cell_arena(const struct table *table)
{
	return table->problems->context->arena;
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

void
table_nip(struct table *table, size_t row, size_t column)
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
		*cell = arena_text(table_cell_arena(table), digits);
}

/* ---- telephones ----------------------------------------------------------- */

/* Kept as a number, 0812… has lost its first digit, and more when long. */
void
table_phone(struct table *table, size_t row, size_t column)
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
		*cell = arena_format(table_cell_arena(table), "0%s", *cell);
}

/* ---- money and people ------------------------------------------------------ */

int64_t
table_amount(struct table *table, size_t row, size_t column, int64_t min, int64_t max)
{
	const char *cell = table->rows[row].cells[column];
	int64_t amount;

	if (*cell == '\0')
		return -1;
	if (!amount_text(cell, &amount))
		table_problem(table, row, column,
		    "“%s” bukan bilangan bulat. Tulis angkanya saja, misalnya 6283 atau 6.283.",
		    cell);
	else if (amount < min || amount > max)
		table_problem(table, row, column, "“%s” di luar %lld sampai %lld.", cell,
		    (long long)min, (long long)max);
	else
		return amount;
	return -1;
}
