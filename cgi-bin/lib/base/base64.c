/* SPDX-License-Identifier: ISC */
/*
 * Base 64 (RFC 4648, section 4), out and in, by libsodium.  Strict: a letter that
 * is none, a wrong length, padding in between, and bits that are left over are
 * refused rather than guessed at.
 */
#include "base/base64.h"

#include <sodium.h>

#include "base/banned.h"

void
base64_add(struct buffer *text, const void *bytes, size_t length)
{
	size_t room = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);
	char *letters = arena_alloc(text->arena, room);

	sodium_bin2base64(letters, room, bytes, length, sodium_base64_VARIANT_ORIGINAL);
	buffer_add(text, letters, room - 1);
}

bool
base64_is_ascii(const char *text, size_t length)
{
	unsigned char all = 0;

	for (size_t at = 0; at < length; at++)
		all |= (unsigned char)text[at];
	return all < 0x80;
}

bool
base64_decode(const char *text, size_t length, unsigned char *bytes, size_t *decoded)
{
	*decoded = 0;
	return base64_is_ascii(text, length) &&
	    sodium_base642bin(bytes, length / 4 * 3, text, length, NULL, decoded, NULL,
		sodium_base64_VARIANT_ORIGINAL) == 0;
}
