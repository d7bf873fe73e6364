/* SPDX-License-Identifier: ISC */
/*
 * Parts a script of SQL into its statements, so that a migration that broke off can
 * go on where it was (matang/migrate.c).
 */
#include "store/script.h"

#include <ctype.h>
#include <string.h>

#include "base/banned.h"

/* Behind the remark that begins there, or the same place: none does.  What MariaDB
 * runs is none. */
static const char *
behind_remark(const char *at)
{
	const char *end;

	if ((at[0] == '-' && at[1] == '-' && (at[2] == '\0' || isspace((unsigned char)at[2]))) ||
	    at[0] == '#')
		return at + strcspn(at, "\n");
	if (at[0] != '/' || at[1] != '*' || at[2] == '!')
		return at;
	end = strstr(at + 2, "*/");
	return end != NULL ? end + 2 : at + strlen(at);
}

/* Behind the text or name in quotes that begins there. */
static const char *
behind_quotes(const char *at)
{
	char quote = *at++;

	for (; *at != '\0'; at++) {
		if (*at == '\\' && quote != '`' && at[1] != '\0')
			at++;
		else if (*at == quote && at[1] == quote)
			at++;
		else if (*at == quote)
			return at + 1;
	}
	return at;
}

const char *
script_next(const char **at, size_t *length)
{
	const char *from = *at, *to;

	for (;;) {
		const char *next = behind_remark(from);

		if (next == from && !isspace((unsigned char)*from) && *from != ';')
			break;
		from = next == from ? from + 1 : next;
	}
	if (*from == '\0')
		return NULL;
	for (to = from; *to != '\0' && *to != ';';) {
		const char *next = behind_remark(to);

		to = next != to ? next : strchr("'\"`", *to) != NULL ? behind_quotes(to) : to + 1;
	}
	*length = (size_t)(to - from);
	*at = to;
	return from;
}
