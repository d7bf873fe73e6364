/* SPDX-License-Identifier: ISC */
/*
 * application/x-www-form-urlencoded, decoded in place; half an escape, a NUL
 * or a control character is refused rather than repaired.
 */
#include "web/urlencoded.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/*
 * Decode [s, end) onto itself and terminate it; *end must be writable.  Names
 * are one line, values may have several.
 */
static enum urlencoded_error
urlencoded_decode(char *s, const char *end, bool lines, size_t *len)
{
	char *from = s, *to = s;
	int high, low;

	while (from < end) {
		if (*from == '+') {
			*to++ = ' ';
			from++;
		} else if (*from != '%') {
			*to++ = *from++;
		} else {
			if (end - from < 3 || (high = hex(from[1])) < 0 || (low = hex(from[2])) < 0)
				return URLENCODED_ESCAPE;
			*to++ = (char)(unsigned char)(high << 4 | low);
			from += 3;
		}
	}
	*to = '\0';
	*len = (size_t)(to - s);

	switch (utf8_text(s, *len, lines)) {
	case UTF8_OK:
		return URLENCODED_OK;
	case UTF8_NUL:
		return URLENCODED_NUL;
	case UTF8_INVALID:
		return URLENCODED_UTF8;
	case UTF8_CONTROL:
		break;
	}
	return URLENCODED_CONTROL;
}

static enum urlencoded_error
parse(char *buf, size_t n, size_t max_pairs, bool typed, urlencoded_fn *fn, void *arg)
{
	enum urlencoded_error error;
	char *name, *value, *pair_end, *end = buf + n;
	size_t name_len, value_len, pairs = 0;

	for (name = buf; name < end; name = pair_end + 1) {
		pair_end = memchr(name, '&', (size_t)(end - name));
		if (pair_end == NULL)
			pair_end = end;
		if (pair_end == name)
			continue;
		if (pairs++ == max_pairs)
			return URLENCODED_PAIRS;

		value = memchr(name, '=', (size_t)(pair_end - name));
		if (value == NULL)
			value = pair_end;
		error = urlencoded_decode(name, value, false, &name_len);
		if (error != URLENCODED_OK)
			return error;
		if (value < pair_end)
			value++;
		error = urlencoded_decode(value, pair_end, true, &value_len);
		if (error != URLENCODED_OK && !(typed && error == URLENCODED_CONTROL))
			return error;
		if (fn(arg, name, name_len, value, value_len) != 0)
			return URLENCODED_STOPPED;
	}
	return URLENCODED_OK;
}

enum urlencoded_error
urlencoded_parse(char *buf, size_t n, size_t max_pairs, urlencoded_fn *fn, void *arg)
{
	return parse(buf, n, max_pairs, false, fn, arg);
}

enum urlencoded_error
urlencoded_parse_typed(char *buf, size_t n, size_t max_pairs, urlencoded_fn *fn, void *arg)
{
	return parse(buf, n, max_pairs, true, fn, arg);
}
