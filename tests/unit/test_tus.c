/* SPDX-License-Identifier: ISC */
/* The headers of tus 1.0, as clients write them and as nobody should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "web/tus.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
every_length(void **state)
{
	static const struct {
		const char *text;
		bool good;
		uint64_t bytes;
	} cases[] = {
		{ "0", true, 0 },
		{ "1", true, 1 },
		{ "2147483648", true, 2147483648 },
		{ "999999999999999999", true, 999999999999999999 },
		{ "1000000000000000000", false, 0 },
		{ "99999999999999999999999999", false, 0 },
		{ NULL, false, 0 },
		{ "", false, 0 },
		{ "00", false, 0 },
		{ "01", false, 0 },
		{ "-1", false, 0 },
		{ "+1", false, 0 },
		{ " 1", false, 0 },
		{ "1 ", false, 0 },
		{ "1,2", false, 0 },
		{ "0x10", false, 0 },
		{ "1e3", false, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		uint64_t bytes = 77;

		if (tus_bytes(cases[i].text, &bytes) != cases[i].good ||
		    bytes != (cases[i].good ? cases[i].bytes : 77))
			fail_msg("case %zu: %s", i, cases[i].text);
	}
}

static void
every_checksum(void **state)
{
	static const struct {
		const char *text;
		bool good;
		enum tus_hash hash;
	} cases[] = {
		{ NULL, true, TUS_NO_HASH },
		{ "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", true, TUS_SHA1 },
		{ "sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", true, TUS_SHA256 },
		{ "", false, TUS_NO_HASH },
		{ "sha1", false, TUS_NO_HASH },
		{ "sha1 ", false, TUS_NO_HASH },
		{ "SHA1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", false, TUS_NO_HASH },
		{ "md5 1B2M2Y8AsgTpgAmY7PhCfg==", false, TUS_NO_HASH },
		{ "sha1  Kq5sNclPz7QV2+lfQIuc6R7oRu0=", false, TUS_NO_HASH },
		{ "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0= ", false, TUS_NO_HASH },
		{ "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0", false, TUS_NO_HASH },
		{ "sha1 Kq5sNclPz7QV2-lfQIuc6R7oRu0=", false, TUS_NO_HASH },
		/* The digest of the other one. */
		{ "sha256 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", false, TUS_NO_HASH },
		{ "sha1 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", false, TUS_NO_HASH },
		{ "sha256 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
		  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
		    false, TUS_NO_HASH },
		{ "sha1 2aae6c35c94fcfb415dbe95f408b9ce91ee846ed", false, TUS_NO_HASH },
	};
	struct tus_checksum checksum;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		if (tus_checksum(cases[i].text, &checksum) != cases[i].good)
			fail_msg("case %zu: %s", i, cases[i].text);
		if (cases[i].good)
			assert_int_equal(checksum.hash, cases[i].hash);
	}
	assert_true(tus_checksum("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", &checksum));
	assert_int_equal(checksum.length, 20);
	assert_memory_equal(checksum.digest,
	    "\x2a\xae\x6c\x35\xc9\x4f\xcf\xb4"
	    "\x15\xdb\xe9\x5f\x40\x8b\x9c\xe9\x1e\xe8\x46\xed",
	    20);
}

/* "key=value;" of each pair, with the length where the value has a NUL. */
static int
note(void *arg, const char *key, const char *value, size_t length)
{
	char *text = arg;
	size_t used = strlen(text);

	if (strcmp(key, "stop") == 0)
		return -1;
	if (strlen(value) == length)
		snprintf(text + used, 400 - used, "%s=%s;", key, value);
	else
		snprintf(text + used, 400 - used, "%s=%s(%zu);", key, value, length);
	return 0;
}

static void
every_metadata(void **state)
{
	static const struct {
		const char *header;
		enum tus_error error;
		const char *pairs;
	} cases[] = {
		{ NULL, TUS_OK, "" },
		{ "", TUS_OK, "" },
		{ "  ", TUS_OK, "" },
		{ "filename bGFwb3Jhbi5wZGY=", TUS_OK, "filename=laporan.pdf;" },
		{ "filename bGFwb3Jhbi5wZGY=,is_confidential", TUS_OK,
		    "filename=laporan.pdf;is_confidential=;" },
		{ "a YQ==,b YmI=,c Y2Nj", TUS_OK, "a=a;b=bb;c=ccc;" },
		{ "a YQ==, b YmI= , c", TUS_OK, "a=a;b=bb;c=;" },
		{ "a ,b", TUS_OK, "a=;b=;" },
		{ "a AGE=", TUS_OK, "a=(2);" },
		{ "a /+8=", TUS_OK, "a=\xff\xef;" },
		{ "a YQ==,stop,b YmI=", TUS_STOPPED, "a=a;" },
		{ "a YQ==,", TUS_KEY, "" },
		{ ",a YQ==", TUS_KEY, "" },
		{ "a YQ==,,b", TUS_KEY, "" },
		{ "a YQ==,b,a YQ==", TUS_KEY, "" },
		{ "a\tYQ==", TUS_KEY, "" },
		{ "\xc3\xa9 YQ==", TUS_KEY, "" },
		{ "a YQ", TUS_VALUE, "" },
		{ "a YQ=", TUS_VALUE, "" },
		{ "a Y===", TUS_VALUE, "" },
		{ "a YR==", TUS_VALUE, "" },
		{ "a YWF=", TUS_VALUE, "" },
		{ "a YQ==YQ==", TUS_VALUE, "" },
		{ "a Y Q=", TUS_VALUE, "" },
		{ "a YQ-_", TUS_VALUE, "" },
		{ "a YQ==,b *", TUS_VALUE, "a=a;" },
	};
	char pairs[400];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		pairs[0] = '\0';
		if (tus_metadata(cases[i].header, note, pairs) != cases[i].error ||
		    strcmp(pairs, cases[i].pairs) != 0)
			fail_msg("case %zu: %s: %s", i, cases[i].header, pairs);
	}
}

static int
count(void *arg, const char *key, const char *value, size_t length)
{
	(void)key, (void)value, (void)length;
	++*(size_t *)arg;
	return 0;
}

static void
the_limits(void **state)
{
	static char header[TUS_METADATA_MAX + 5];
	size_t i, seen = 0, used = 0;

	(void)state;
	memset(header, 'A', sizeof(header));
	memcpy(header, "k ", 2);
	header[TUS_METADATA_MAX - 2] = '\0';
	assert_int_equal(tus_metadata(header, count, &seen), TUS_OK);
	assert_int_equal(seen, 1);
	memset(header, 'A', sizeof(header));
	memcpy(header, "k ", 2);
	header[TUS_METADATA_MAX + 2] = '\0';
	assert_int_equal(tus_metadata(header, count, &seen), TUS_LONG);

	for (i = 0; i <= TUS_METADATA_KEYS; i++) {
		assert_int_equal(tus_metadata(i == 0 ? "" : header, count, &seen), TUS_OK);
		used += (size_t)snprintf(header + used, sizeof(header) - used, "%sk%zu",
		    i > 0 ? "," : "", i);
	}
	assert_int_equal(tus_metadata(header, count, &seen), TUS_LONG);

	memset(header, 'k', TUS_KEY_MAX + 1);
	header[TUS_KEY_MAX] = '\0';
	assert_int_equal(tus_metadata(header, count, &seen), TUS_OK);
	header[TUS_KEY_MAX] = 'k';
	header[TUS_KEY_MAX + 1] = '\0';
	assert_int_equal(tus_metadata(header, count, &seen), TUS_KEY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_length),
		cmocka_unit_test(every_checksum), cmocka_unit_test(every_metadata),
		cmocka_unit_test(the_limits) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("tus", tests, NULL, NULL);
}
