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
utf8_decode(const unsigned char *s, size_t n, uint32_t *cp)
{
	unsigned char low = 0x80, high = 0xbf;
	size_t len, i;

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

/* Tab, CR and LF, too. */
static bool
is_never_text(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp <= 0x9f) || (cp >= 0xfdd0 && cp <= 0xfdef) ||
	    (cp & 0xfffe) == 0xfffe;
}

/* Length of the run at s that is plain ASCII from space to tilde. */
static size_t
printable(const unsigned char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] >= 0x20 && s[i] < 0x7f)
		i++;
	return i;
}

enum utf8_fault
utf8_text(const char *text, size_t n, bool lines)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t i, len;
	uint32_t cp;

	for (i = printable(s, n); i < n; i += printable(s + i, n - i)) {
		if (s[i] == '\0')
			return UTF8_NUL;
		if ((len = utf8_decode(s + i, n - i, &cp)) == 0)
			return UTF8_INVALID;
		if (is_never_text(cp) && (!lines || (cp != '\t' && cp != '\r' && cp != '\n')))
			return UTF8_CONTROL;
		i += len;
	}
	return UTF8_OK;
}

/* 0x80 to 0x9f; from 0xa0 on it is Latin-1. */
static const uint16_t windows_1252[32] = {
	0x20ac,
	0,
	0x201a,
	0x0192,
	0x201e,
	0x2026,
	0x2020,
	0x2021,
	0x02c6,
	0x2030,
	0x0160,
	0x2039,
	0x0152,
	0,
	0x017d,
	0,
	0,
	0x2018,
	0x2019,
	0x201c,
	0x201d,
	0x2022,
	0x2013,
	0x2014,
	0x02dc,
	0x2122,
	0x0161,
	0x203a,
	0x0153,
	0,
	0x017e,
	0x0178,
};

unsigned
utf8_of_windows_1252(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;
}

/* What a character that is never text stands for; 0 for nothing. */
static uint32_t
meant_by(uint32_t cp)
{
	switch (cp) {
	case '\t':
	case '\n':
	case '\r':
		return cp;
	case 0x07:
		return '\t';
	case 0x0b:
	case 0x0c:
	case 0x1c:
	case 0x1d:
	case 0x85:
		return '\n';
	case 0x1e:
		return '-';
	default:
		return cp >= 0x80 && cp <= 0x9f ? utf8_of_windows_1252((unsigned char)cp) : 0;
	}
}

size_t
utf8_mend(char *out, const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;
	char *to = out;
	size_t i, len;
	uint32_t cp;

	for (i = 0; i < n; i += len) {
		if (s[i] == '\0' || (len = utf8_decode(s + i, n - i, &cp)) == 0)
			return SIZE_MAX;
		if (!is_never_text(cp)) {
			memcpy(to, s + i, len);
			to += len;
			continue;
		}
		cp = meant_by(cp);
		if (cp == 0)
			continue;
		if (cp >= 0x800)
			*to++ = (char)(0xe0 | cp >> 12);
		if (cp >= 0x80) {
			*to++ = cp >= 0x800 ?
			    (char)(0x80 | (cp >> 6 & 0x3f)) :
			    (char)(0xc0 | cp >> 6);
			*to++ = (char)(0x80 | (cp & 0x3f));
		} else
			*to++ = (char)cp;
	}
	*to = '\0';
	return (size_t)(to - out);
}

struct range {
	uint32_t first, last;
};

static bool
is_in_ranges(uint32_t cp, const struct range *ranges, size_t count)
{
	for (size_t at = 0; at < count; at++)
		if (cp >= ranges[at].first && cp <= ranges[at].last)
			return true;
	return false;
}

static bool
is_turning_mark(uint32_t cp)
{
	static const struct range turning[] = { { 0x61c, 0x61c }, { 0x200e, 0x200f },
		{ 0x202a, 0x202e }, { 0x2066, 0x206f } };

	return is_in_ranges(cp, turning, sizeof(turning) / sizeof(turning[0]));
}

/* Categories Z and Cf, and letters and signs that are blank by their nature:
 * Hangul fillers, the empty Braille cell, variation selectors. */
static bool
is_unseen_blank(uint32_t cp)
{
	static const struct range blank[] = { { 0, 0x20 }, { 0x7f, 0xa0 }, { 0xad, 0xad },
		{ 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x115f, 0x1160 }, { 0x1680, 0x1680 },
		{ 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, { 0x2000, 0x200f }, { 0x2028, 0x202f },
		{ 0x205f, 0x206f }, { 0x2800, 0x2800 }, { 0x3000, 0x3000 }, { 0x3164, 0x3164 },
		{ 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb },
		{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff } };

	return is_in_ranges(cp, blank, sizeof(blank) / sizeof(blank[0]));
}

/* Is there a character for which `is` answers so? */
static bool
utf8_has(const char *text, bool (*is)(uint32_t), bool so)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = strlen(text), length;
	uint32_t cp;

	for (; n > 0; s += length, n -= length) {
		length = utf8_decode(s, n, &cp);
		if (length == 0)
			return false;
		if (is(cp) == so)
			return true;
	}
	return false;
}

bool
utf8_turns(const char *text)
{
	return utf8_has(text, is_turning_mark, true);
}

bool
utf8_shows(const char *text)
{
	return utf8_has(text, is_unseen_blank, false);
}

size_t
utf8_without_turns(char *out, const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = strlen(text), length, kept = 0;
	uint32_t cp;

	for (; n > 0 && (length = utf8_decode(s, n, &cp)) > 0; s += length, n -= length)
		if (!is_turning_mark(cp)) {
			memcpy(out + kept, s, length);
			kept += length;
		}
	out[kept] = '\0';
	return kept;
}

size_t
utf8_characters(const char *text)
{
	size_t count = 0;

	/* Each begins with anything but 10xxxxxx. */
	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}
