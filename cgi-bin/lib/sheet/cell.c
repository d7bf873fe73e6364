/* SPDX-License-Identifier: ISC */
/*
 * Cells on their way into a spreadsheet: what a program would take for a
 * formula is disarmed in CSV, and what people write as a number goes out as
 * one.
 */
#include "sheet/cell.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/banned.h"

const char *
cell_as_number(struct arena *arena, const char *text)
{
	struct buffer number = { .arena = arena };
	const char *at = text;
	size_t digits = 0, group = 0;
	bool points = false;

	if (strncmp(at, "−", strlen("−")) == 0) {
		buffer_char(&number, '-');
		at += strlen("−");
	} else if (*at == '-' || *at == '+') {
		if (*at == '-')
			buffer_char(&number, '-');
		at++;
	}
	if (at[0] == '0' && at[1] != '\0' && at[1] != ',')
		return NULL;
	for (; isdigit((unsigned char)*at) || (*at == '.' && digits > 0); at++)
		if (*at == '.') {
			if (points ? group != 3 : group > 3)
				return NULL;
			points = true;
			group = 0;
		} else {
			buffer_char(&number, *at);
			digits++;
			group++;
		}
	if (digits == 0 || digits > 15 || (points && group != 3))
		return NULL;
	if (*at == ',' && isdigit((unsigned char)at[1])) {
		buffer_char(&number, '.');
		for (at++; isdigit((unsigned char)*at); at++)
			buffer_char(&number, *at);
	}
	return *at == '\0' ? number.bytes : NULL;
}

static bool
is_formula(const char *text)
{
	return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

bool
cell_is_error(const char *text, size_t n)
{
	static const char *const errors[] = { "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!",
		"#NULL!", "#NUM!" };

	for (size_t at = 0; at < sizeof(errors) / sizeof(errors[0]); at++)
		if (strlen(errors[at]) == n && memcmp(text, errors[at], n) == 0)
			return true;
	return false;
}

const char *
cell_rearmed(const char *cell)
{
	return *cell == '\'' && is_formula(cell + 1) ? cell + 1 : cell;
}

void
cell_csv(struct buffer *csv, const char *text)
{
	buffer_char(csv, '"');
	if (is_formula(text) && cell_as_number(csv->arena, text) == NULL)
		buffer_char(csv, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buffer_char(csv, '"');
		buffer_char(csv, *text);
	}
	buffer_char(csv, '"');
}
