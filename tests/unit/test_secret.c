/* SPDX-License-Identifier: ISC */
/* The keyed SHA-256: the vectors of RFC 4231. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/secret.h"

static void
keyed(const void *key, size_t key_length, const char *text, const char *expected)
{
	unsigned char digest[SHA256_BYTES];
	char hex[SHA256_TEXT];

	sha256_keyed(digest, key, key_length, text, strlen(text));
	assert_string_equal(hex_text(hex, digest, sizeof(digest)), expected);
}

static void
digests_of_the_rfc(void **state)
{
	unsigned char key[131];

	(void)state;
	memset(key, 0x0b, 20);
	keyed(key, 20, "Hi There",
	    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
	keyed("Jefe", 4, "what do ya want for nothing?",
	    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	memset(key, 0xaa, sizeof(key));
	keyed(key, sizeof(key), "Test Using Larger Than Block-Size Key - Hash Key First",
	    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests_of_the_rfc),
	};

	secret_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
