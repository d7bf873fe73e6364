/* SPDX-License-Identifier: ISC */
/*
 * Whether bytes are UTF-8 text that may be stored and shown: no overlong
 * forms, no surrogates, no control characters (RFC 3629).
 */
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

#include "base/banned.h"

/*
 * Decode one character of at most n bytes (n > 0) into *cp.  Returns its
 * length, or 0 when the bytes are no character.  The second byte carries all
 * the exceptions (RFC 3629, section 4): with it bounded, neither overlong
 * forms nor surrogates nor U+110000 can be written.
 */
static size_t
decode(const unsigned char *s, size_t n, uint32_t *cp)
{
	unsigned char	low = 0x80, high = 0xbf;
	size_t		len, i;

	if (s[0] < 0x80) {
		*cp = s[0];
		return 1;
	} else if (s[0] >= 0xc2 && s[0] <= 0xdf) {
		len = 2;
		*cp = s[0] & 0x1fu;
	} else if ((s[0] & 0xf0) == 0xe0) {
		len = 3;
		*cp = s[0] & 0x0fu;
		if (s[0] == 0xe0)
			low = 0xa0;
		else if (s[0] == 0xed)
			high = 0x9f;
	} else if (s[0] >= 0xf0 && s[0] <= 0xf4) {
		len = 4;
		*cp = s[0] & 0x07u;
		if (s[0] == 0xf0)
			low = 0x90;
		else if (s[0] == 0xf4)
			high = 0x8f;
	} else
		return 0;

	if (n < len || s[1] < low || s[1] > high)
		return 0;
	for (i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		*cp = *cp << 6 | (s[i] & 0x3fu);
	}
	return len;
}

/* Length of the run at s that is plain ASCII from space to tilde. */
static size_t
printable(const unsigned char *s, size_t n)
{
	size_t	i = 0;

	while (i < n && s[i] >= 0x20 && s[i] < 0x7f)
		i++;
	return i;
}

enum utf8_fault
utf8_text(const char *text, size_t n, bool lines)
{
	const unsigned char	*s = (const unsigned char *)text;
	size_t			 i, len;
	uint32_t		 cp;

	for (i = printable(s, n); i < n; i += printable(s + i, n - i)) {
		if (s[i] == '\0')
			return UTF8_NUL;
		if ((len = decode(s + i, n - i, &cp)) == 0)
			return UTF8_INVALID;
		if (cp < 0x20 || (cp >= 0x7f && cp <= 0x9f)) {
			if (!lines || (cp != '\t' && cp != '\r' && cp != '\n'))
				return UTF8_CONTROL;
		}
		i += len;
	}
	return UTF8_OK;
}

size_t
utf8_characters(const char *text)
{
	size_t	count = 0;

	/* Each begins with anything but 10xxxxxx. */
	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}
