/* SPDX-License-Identifier: ISC */
/*
 * One input, read as each of the headers of tus.  What is accepted is written
 * again in the one right way and must be the same text again: a number, a
 * checksum to the byte, metadata but for spaces that no client need write.
 */
#include "fuzz.h"
#include "web/tus.h"

static void
put_base64(struct text *t, const unsigned char *bytes, size_t n)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t i;

	for (i = 0; i < n; i += 3) {
		unsigned long all = (unsigned long)bytes[i] << 16;
		char group[4];

		if (i + 1 < n)
			all |= (unsigned long)bytes[i + 1] << 8;
		if (i + 2 < n)
			all |= bytes[i + 2];
		group[0] = letters[all >> 18];
		group[1] = letters[all >> 12 & 63];
		group[2] = i + 1 < n ? letters[all >> 6 & 63] : '=';
		group[3] = i + 2 < n ? letters[all & 63] : '=';
		put(t, group, 4);
	}
}

static void
number(const char *header)
{
	char again[32];
	uint64_t bytes = 12345;

	if (tus_bytes(header, &bytes)) {
		snprintf(again, sizeof(again), "%llu", (unsigned long long)bytes);
		CHECK(strcmp(again, header) == 0);
	} else
		CHECK(bytes == 12345);
}

static void
checksum(const char *header)
{
	struct tus_checksum sum;
	struct text again = { 0 };

	if (!tus_checksum(header, &sum))
		return;
	CHECK(sum.hash == TUS_SHA1 || sum.hash == TUS_SHA256);
	CHECK(sum.length == (sum.hash == TUS_SHA1 ? 20 : 32));
	put(&again, sum.hash == TUS_SHA1 ? "sha1 " : "sha256 ", sum.hash == TUS_SHA1 ? 5 : 7);
	put_base64(&again, sum.digest, sum.length);
	CHECK(again.n == strlen(header) && memcmp(again.s, header, again.n) == 0);
	free(again.s);
}

struct record {
	struct text all; /* as it should have been written */
	size_t count;
	size_t stop; /* at this pair */
};

static int
pair(void *arg, const char *key, const char *value, size_t length)
{
	struct record *r = arg;

	CHECK(r->count < TUS_METADATA_KEYS);
	CHECK(*key != '\0' && strlen(key) <= TUS_KEY_MAX && strpbrk(key, " ,") == NULL);
	CHECK(value[length] == '\0');
	if (r->count++ == r->stop)
		return -1;
	if (r->all.n > 0)
		put(&r->all, ",", 1);
	put(&r->all, key, strlen(key));
	if (length > 0) {
		put(&r->all, " ", 1);
		put_base64(&r->all, (const unsigned char *)value, length);
	}
	return 0;
}

static void
metadata(const char *header)
{
	struct record r = { .stop = SIZE_MAX }, second = { .stop = SIZE_MAX };
	enum tus_error error = tus_metadata(header, pair, &r);

	CHECK(error != TUS_STOPPED);
	if (error == TUS_OK && r.count > 0) {
		put(&r.all, "", 1);
		CHECK(r.all.n - 1 <= strlen(header));
		CHECK(tus_metadata(r.all.s, pair, &second) == TUS_OK);
		put(&second.all, "", 1);
		CHECK(second.count == r.count && same(&r.all, &second.all));
		free(second.all.s);
		second = (struct record){ .stop = r.count - 1 };
		CHECK(tus_metadata(header, pair, &second) == TUS_STOPPED);
		CHECK(second.count == r.count);
	}
	free(r.all.s);
	free(second.all.s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	char *header = copy_with(input, n, '\0');

	number(header);
	checksum(header);
	metadata(header);
	free(header);
	return 0;
}
