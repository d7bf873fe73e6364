/* SPDX-License-Identifier: ISC */
/*
 * Texts of CSV files as UTF-8, from what programs for spreadsheets write: UTF-16
 * in either order, and the code page of Windows.
 */
#include "sheet/encoding.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

static char *
put_character(char *to, uint32_t c)
{
	if (c < 0x80)
		*to++ = (char)c;
	else if (c < 0x800) {
		*to++ = (char)(0xc0 | c >> 6);
		*to++ = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		*to++ = (char)(0xe0 | c >> 12);
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*to++ = (char)(0x80 | (c & 0x3f));
	} else {
		*to++ = (char)(0xf0 | c >> 18);
		*to++ = (char)(0x80 | (c >> 12 & 0x3f));
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*to++ = (char)(0x80 | (c & 0x3f));
	}
	return to;
}

static bool
is_letter(const unsigned char *s, bool big)
{
	return s[big ? 0 : 1] == 0 && s[big ? 1 : 0] >= ' ' && s[big ? 1 : 0] < 0x7f;
}

/* Two letters of ASCII at the begin: how long the mark before them is, and which
 * order they have; -1: no UTF-16. */
static int
find_utf16(const unsigned char *s, size_t n, bool *big)
{
	int mark = n >= 2 && ((s[0] == 0xff && s[1] == 0xfe) || (s[0] == 0xfe && s[1] == 0xff)) ?
	    2 :
	    0;

	if (mark > 0) {
		*big = s[0] == 0xfe;
		return mark;
	}
	*big = n >= 2 && s[0] == 0;
	return n >= 4 && n % 2 == 0 && is_letter(s, *big) && is_letter(s + 2, *big) ? 0 : -1;
}

/* RFC 2781; half of a pair without the other becomes U+FFFD. */
static char *
from_utf16(const unsigned char *s, size_t first, size_t *n, bool big)
{
	char *text = malloc(*n / 2 * 3 + 1), *to = text;
	size_t i;

	for (i = first; text != NULL && i + 1 < *n; i += 2) {
		uint32_t c, low = 0;

		c = big ? (uint32_t)s[i] << 8 | s[i + 1] : (uint32_t)s[i + 1] << 8 | s[i];
		if (c >= 0xd800 && c <= 0xdbff && i + 3 < *n)
			low = big ? (uint32_t)s[i + 2] << 8 | s[i + 3] :
				    (uint32_t)s[i + 3] << 8 | s[i + 2];
		if (low >= 0xdc00 && low <= 0xdfff) {
			c = 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff);
			i += 2;
		} else if (c >= 0xd800 && c <= 0xdfff)
			c = 0xfffd;
		to = put_character(to, c);
	}
	*n = text == NULL ? 0 : (size_t)(to - text);
	if (text != NULL)
		*to = '\0';
	return text;
}

/* Bytes of a character of UTF-8 beyond ASCII at this place, or 0. */
static size_t
character(const unsigned char *s, size_t n)
{
	size_t length = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;

	return s[0] >= 0xc2 && s[0] <= 0xf4 && n >= length &&
		utf8_text((const char *)s, length, true) != UTF8_INVALID ?
	    length :
	    0;
}

static bool
is_windows_1252(const unsigned char *s, size_t n)
{
	size_t i, beyond = 0;

	for (i = 0; i < n; i++) {
		/* the last two are letters of Iceland, and marks of UTF-16 */
		if (s[i] == '\0' || s[i] >= 0xfe || character(s + i, n - i) > 0 ||
		    utf8_of_windows_1252(s[i]) == 0)
			return false;
		beyond += s[i] >= 0x80;
	}
	return beyond > 0;
}

static char *
from_windows_1252(const unsigned char *s, size_t *n)
{
	char *text = malloc(*n * 3 + 1), *to = text;
	size_t i;

	for (i = 0; text != NULL && i < *n; i++)
		to = put_character(to, utf8_of_windows_1252(s[i]));
	*n = text == NULL ? 0 : (size_t)(to - text);
	if (text != NULL)
		*to = '\0';
	return text;
}

char *
encoding_to_utf8(const char *bytes, size_t *n)
{
	const unsigned char *s = (const unsigned char *)bytes;
	bool big;
	int mark = find_utf16(s, *n, &big);

	if (mark >= 0)
		return from_utf16(s, (size_t)mark, n, big);
	return is_windows_1252(s, *n) ? from_windows_1252(s, n) : NULL;
}
