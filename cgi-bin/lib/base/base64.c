/* SPDX-License-Identifier: ISC */
/*
 * Base 64 (RFC 4648, section 4), out and in.  Strict: a letter that is none, a
 * wrong length or padding in between is refused rather than guessed at.
 */
#include "base/base64.h"

#include <string.h>

#include "base/banned.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      "abcdefghijklmnopqrstuvwxyz0123456789+/";

void
base64_add(struct buffer *text, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	for (; length > 0; at += 3) {
		size_t taken = length < 3 ? length : 3;
		/* analyse: badBitmaskCheck: a group has up to three bytes. */
		unsigned all = (unsigned)at[0] << 16 | (taken > 1 ? (unsigned)at[1] << 8 : 0) |
		    (taken > 2 ? (unsigned)at[2] : 0);
		char group[4] = { letters[all >> 18], letters[all >> 12 & 63],
			taken > 1 ? letters[all >> 6 & 63] : '=',
			taken > 2 ? letters[all & 63] : '=' };

		buffer_add(text, group, sizeof(group));
		length -= taken;
	}
}

static int
sextet(char letter)
{
	if (letter >= 'A' && letter <= 'Z')
		return letter - 'A';
	if (letter >= 'a' && letter <= 'z')
		return letter - 'a' + 26;
	if (letter >= '0' && letter <= '9')
		return letter - '0' + 52;
	return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

/* Four letters become up to three bytes; their number, or -1. */
static int
decode_group(const char *group, bool last, unsigned char *bytes)
{
	int values[4], padding = 0;
	unsigned long all;

	if (last && group[3] == '=')
		padding = group[2] == '=' ? 2 : 1;
	for (int at = 0; at < 4; at++)
		if ((values[at] = at < 4 - padding ? sextet(group[at]) : 0) < 0)
			return -1;
	all = (unsigned long)values[0] << 18 | (unsigned long)values[1] << 12 |
	    (unsigned long)values[2] << 6 | (unsigned long)values[3];
	if ((padding == 1 && (all & 0xff) != 0) || (padding == 2 && (all & 0xffff) != 0))
		return -1;
	bytes[0] = (unsigned char)(all >> 16);
	bytes[1] = (unsigned char)(all >> 8);
	bytes[2] = (unsigned char)all;
	return 3 - padding;
}

bool
base64_decode(const char *text, size_t length, unsigned char *bytes, size_t *decoded)
{
	*decoded = 0;
	if (length % 4 != 0)
		return false;
	for (size_t at = 0; at < length; at += 4) {
		unsigned char group[3];
		int got = decode_group(text + at, at + 4 == length, group);

		if (got < 0)
			return false;
		memcpy(bytes + *decoded, group, (size_t)got);
		*decoded += (size_t)got;
	}
	return true;
}
