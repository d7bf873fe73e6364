/* SPDX-License-Identifier: ISC */
/*
 * The headers of tus 1.0: lengths, checksums and metadata, refused where they
 * are not exactly what the protocol says.
 */
#include "web/tus.h"

#include <string.h>

#include "base/base64.h"
#include "base/banned.h"

enum { DIGITS_MAX = 18 };

bool
tus_bytes(const char *text, uint64_t *bytes)
{
	uint64_t number = 0;
	size_t length = text != NULL ? strspn(text, "0123456789") : 0;

	if (length == 0 || length > DIGITS_MAX || text[length] != '\0' ||
	    (length > 1 && *text == '0'))
		return false;
	while (*text != '\0')
		number = number * 10 + (uint64_t)(*text++ - '0');
	*bytes = number;
	return true;
}

/* ---- Upload-Checksum ------------------------------------------------------ */

static const struct {
	const char *name;
	size_t length;
} hashes[] = {
	[TUS_SHA1] = { "sha1", 20 },
	[TUS_SHA256] = { "sha256", 32 },
};

static enum tus_hash
hash_named(const char *name, size_t length)
{
	for (size_t at = TUS_SHA1; at < sizeof(hashes) / sizeof(hashes[0]); at++)
		if (strlen(hashes[at].name) == length && memcmp(hashes[at].name, name, length) == 0)
			return (enum tus_hash)at;
	return TUS_NO_HASH;
}

bool
tus_checksum(const char *text, struct tus_checksum *checksum)
{
	unsigned char bytes[TUS_DIGEST_MAX + 4];
	size_t name, length;

	memset(checksum, 0, sizeof(*checksum));
	if (text == NULL)
		return true;
	name = strcspn(text, " ");
	checksum->hash = hash_named(text, name);
	if (checksum->hash == TUS_NO_HASH || text[name] != ' ')
		return false;
	text += name + 1;
	length = strlen(text);
	if (length / 4 * 3 > sizeof(bytes) ||
	    !base64_decode(text, length, bytes, &checksum->length) ||
	    checksum->length != hashes[checksum->hash].length)
		return false;
	memcpy(checksum->digest, bytes, checksum->length);
	return true;
}

/* ---- Upload-Metadata ------------------------------------------------------ */

/* One pair of the header: where key and value stand in it. */
struct pair {
	const char *key, *value;
	size_t key_length, value_length;
};

static bool
good_key(const struct pair *pair)
{
	for (size_t at = 0; at < pair->key_length; at++)
		if (pair->key[at] <= ' ' || pair->key[at] > '~')
			return false;
	return pair->key_length > 0 && pair->key_length <= TUS_KEY_MAX;
}

static bool
same_key(const struct pair *one, const struct pair *other)
{
	return one->key_length == other->key_length &&
	    memcmp(one->key, other->key, one->key_length) == 0;
}

/* Some clients write a space behind the comma. */
static const char *
read_pair(const char *at, struct pair *pair)
{
	while (*at == ' ')
		at++;
	pair->key = at;
	pair->key_length = strcspn(at, " ,");
	at += pair->key_length;
	pair->value = at += strspn(at, " ");
	pair->value_length = strcspn(at, ",");
	at += pair->value_length;
	while (pair->value_length > 0 && pair->value[pair->value_length - 1] == ' ')
		pair->value_length--;
	return at;
}

static enum tus_error
tus_read_pairs(const char *text, struct pair *pairs, size_t *count)
{
	for (*count = 0;; text++) {
		struct pair *pair = &pairs[*count];

		if (*count == TUS_METADATA_KEYS)
			return TUS_LONG;
		text = read_pair(text, pair);
		if (!good_key(pair))
			return TUS_KEY;
		for (size_t at = 0; at < *count; at++)
			if (same_key(&pairs[at], pair))
				return TUS_KEY;
		++*count;
		if (*text == '\0')
			return TUS_OK;
	}
}

static enum tus_error
tus_tell(const struct pair *pair, tus_pair *call, void *arg)
{
	char key[TUS_KEY_MAX + 1];
	unsigned char value[TUS_METADATA_MAX / 4 * 3 + 1];
	size_t length;

	memcpy(key, pair->key, pair->key_length);
	key[pair->key_length] = '\0';
	if (!base64_decode(pair->value, pair->value_length, value, &length))
		return TUS_VALUE;
	value[length] = '\0';
	return call(arg, key, (const char *)value, length) == 0 ? TUS_OK : TUS_STOPPED;
}

enum tus_error
tus_metadata(const char *text, tus_pair *call, void *arg)
{
	struct pair pairs[TUS_METADATA_KEYS];
	enum tus_error error = TUS_OK;
	size_t count;

	if (text == NULL || text[strspn(text, " ")] == '\0')
		return TUS_OK;
	if (strlen(text) > TUS_METADATA_MAX)
		return TUS_LONG;
	error = tus_read_pairs(text, pairs, &count);
	for (size_t at = 0; at < count && error == TUS_OK; at++)
		error = tus_tell(&pairs[at], call, arg);
	return error;
}
