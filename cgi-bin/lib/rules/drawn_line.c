/* SPDX-License-Identifier: ISC */
/*
 * Signatures drawn on a telephone: read point by point, so that what is stored, shown and
 * printed is what a hand can draw and nothing else.
 */
#include "rules/drawn_line.h"

#include <string.h>

/* A number of one to three digits, none of them a needless zero. */
static bool
drawn_number(const char **text, int most, int *number)
{
	const char *at = *text;
	int value = 0, digits = 0;

	while (*at >= '0' && *at <= '9' && digits < 4) {
		value = value * 10 + (*at++ - '0');
		digits++;
	}
	if (digits == 0 || digits > 3 || value > most || (digits > 1 && **text == '0'))
		return false;
	*text = at;
	*number = value;
	return true;
}

bool
drawn_next(const char **line, struct drawn_point *point)
{
	const char *at = *line;

	if (*at != 'M' && *at != 'L')
		return false;
	point->begins = *at++ == 'M';
	if (!drawn_number(&at, DRAWN_WIDTH, &point->x) || *at++ != ' ' ||
	    !drawn_number(&at, DRAWN_HEIGHT, &point->y))
		return false;
	*line = at;
	return true;
}

bool
drawn_line(const char *text)
{
	struct drawn_point point;
	int points = 0;

	if (*text != 'M' || strlen(text) > DRAWN_LENGTH)
		return false;
	while (drawn_next(&text, &point))
		points++;
	return *text == '\0' && points > DRAWN_LEAST;
}
