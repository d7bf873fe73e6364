/* SPDX-License-Identifier: ISC */
/* Base 64 there and back; what is none is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/base64.h"

static void
known_texts(void **state)
{
	static const char *const pairs[][2] = {
		/* RFC 4648, section 10 */
		{ "", "" },
		{ "f", "Zg==" },
		{ "fo", "Zm8=" },
		{ "foo", "Zm9v" },
		{ "foob", "Zm9vYg==" },
		{ "fooba", "Zm9vYmE=" },
		{ "foobar", "Zm9vYmFy" },
	};
	struct arena arena = { .blocks = NULL };

	(void)state;
	for (size_t at = 0; at < sizeof(pairs) / sizeof(pairs[0]); at++) {
		struct buffer text = { .arena = &arena };
		unsigned char bytes[16];
		size_t length;

		buffer_text(&text, "");
		base64_add(&text, pairs[at][0], strlen(pairs[at][0]));
		assert_string_equal(text.bytes, pairs[at][1]);
		assert_true(base64_decode(text.bytes, text.length, bytes, &length));
		assert_int_equal(length, strlen(pairs[at][0]));
		assert_memory_equal(bytes, pairs[at][0], length);
	}
	arena_free(&arena);
}

static void
all_bytes(void **state)
{
	struct arena arena = { .blocks = NULL };
	struct buffer text = { .arena = &arena };
	unsigned char bytes[256], back[260];
	size_t length;

	(void)state;
	for (size_t at = 0; at < sizeof(bytes); at++)
		bytes[at] = (unsigned char)(at * 37);
	base64_add(&text, bytes, sizeof(bytes));
	assert_true(base64_decode(text.bytes, text.length, back, &length));
	assert_int_equal(length, sizeof(bytes));
	assert_memory_equal(back, bytes, sizeof(bytes));
	arena_free(&arena);
}

static void
refused(void **state)
{
	static const char *const texts[] = {
		"Zg",
		"Zg=",
		"Zh==",
		"Zm9=",
		"Z===",
		"====",
		"Zm9v\n",
		"Zm 9",
		"Zg==Zg==",
		"Zm-_",
		/* no letters, which libsodium 1.0.18 takes for one */
		"AAA\xe9",
		"AA\x80=",
		"\xff"
		"AAA",
	};
	unsigned char bytes[16];
	size_t length;

	(void)state;
	for (size_t at = 0; at < sizeof(texts) / sizeof(texts[0]); at++)
		assert_false(base64_decode(texts[at], strlen(texts[at]), bytes, &length));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_texts),
		cmocka_unit_test(all_bytes),
		cmocka_unit_test(refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
