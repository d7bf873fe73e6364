/* SPDX-License-Identifier: ISC */
#include "cycle/import.h"

#include <ctype.h>
#include <string.h>

#include "cycle/cycle.h"
#include "rules/name_text.h"
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
		} else if ((*cell == '.' || *cell == ',') &&
		    length == PROVINCE_DIGITS)
			after = 0;
		else
			return false;
	if (length == PROVINCE_DIGITS + 1 && after == 1)
		given[length] = '0';
	return strcmp(wanted, given) == 0;
}

bool
same_words(const char *one, const char *other)
{
	return name_same(one, other);
}

/* ---- numbers of civil servants -------------------------------------------- */

/* "1,9E+17": as a spreadsheet writes a number that is too long for it. */
static bool
is_exponent(const char *text)
{
	size_t length = strspn(text, "0123456789.,");

	return length > 0 && (text[length] == 'E' || text[length] == 'e') &&
	    (text[length + 1] == '+' || isdigit((unsigned char)
	    text[length + 1]));
}

static const char by_hand[] = "Ubah format kolom ini menjadi Teks, lalu "
    "ketik ulang ke-18 angkanya.";

void
check_nip_cell(struct table *table, size_t row, size_t column)
{
	const char **cell = &table->rows[row].cells[column];
	/* People write '1980… to have a text; CSV keeps the mark. */
	const char *text = **cell == '\'' ? *cell + 1 : *cell;
	const char *digits = nip_digits(table->problems->context->arena, text);

	if (is_exponent(text))
		table_problem(table, row, column, "Excel menganggap NIP ini "
		    "bilangan dan memendekkannya menjadi %s; angka aslinya "
		    "hilang. %s", text, by_hand);
	else if (digits == NULL)
		table_problem(table, row, column, "NIP terdiri atas 18 angka, "
		    "di sini “%s”. %s", text, by_hand);
	/* It ends in a running number from 001; 15 digits is all that a
	 * spreadsheet keeps of a number. */
	else if (*digits != '\0' && strcmp(digits + strlen(digits) - 3,
	    "000") == 0)
		table_problem(table, row, column, "NIP %s berakhir dengan 000: "
		    "Excel membulatkannya. %s", digits, by_hand);
	else
		*cell = digits;
}

/* ---- what was seen -------------------------------------------------------- */

void
seen_begin(struct seen *seen)
{
	sha256_begin(&seen->state);
}

void
seen_add(struct seen *seen, int64_t key, int64_t version, const char *text)
{
	sha256_add(&seen->state, &key, sizeof(key));
	sha256_add(&seen->state, &version, sizeof(version));
	sha256_add(&seen->state, text, strlen(text) + 1);
}

const char *
seen_text(struct seen *seen)
{
	unsigned char digest[SHA256_BYTES];

	sha256_so_far(&seen->state, digest);
	return hex_text(seen->text, digest, sizeof(digest));
}
