/* SPDX-License-Identifier: ISC */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/signing_key.h"

/* RFC 8037, appendix A: the key, its name, and a signature by it. */
static const char x[] = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
static const char thumbprint[] = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
static const char said[] = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
static const char signature[] =
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9"
    "g7sVvpAr_MuM0KAg";

static void
as_the_standard_says(void **state)
{
	struct arena arena = { 0 };
	unsigned char public[PUBLIC_KEY_BYTES];
	unsigned char *bytes;
	size_t length;

	(void)state;
	assert_true(public_key_read(x, public));
	assert_string_equal(public_key_id(&arena, public), thumbprint);
	bytes = (unsigned char *)base64url_bytes(&arena, signature, strlen(signature), &length);
	assert_int_equal(length, SIGNATURE_BYTES);
	assert_true(signing_good(public, said, strlen(said), bytes));
	assert_false(signing_good(public, said, strlen(said) - 1, bytes));
	bytes[0] ^= 1;
	assert_false(signing_good(public, said, strlen(said), bytes));
	arena_free(&arena);
}

static void
keys_as_people_send_them(void **state)
{
	static const char *const wrong[] = {
		"",
		"11qYAYKx",
		"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp",
		"11qYAYKxCrfVS+7TyWQHOg7hcvPapiMlrwIaaPcHURo",
		"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURoA",
		/* the right one, but for a letter that is none */
		"11qYAYKxCrfVS\xc3TyWQHOg7hcvPapiMlrwIaaPcHURo",
	};
	unsigned char public[PUBLIC_KEY_BYTES];

	(void)state;
	assert_true(public_key_read("  11qYAYKxCrfVS_7TyWQHOg\n"
				    "7hcvPapiMlrwIaaPcHURo\r\n",
	    public));
	for (size_t at = 0; at < sizeof(wrong) / sizeof(wrong[0]); at++)
		assert_false(public_key_read(wrong[at], public));
}

static void
fingerprints_over_the_telephone(void **state)
{
	struct arena arena = { 0 };
	unsigned char public[PUBLIC_KEY_BYTES];
	const char *one;
	char *typed;

	(void)state;
	assert_true(public_key_read(x, public));
	one = public_key_fingerprint(&arena, public);
	assert_int_equal(strlen(one), FINGERPRINT_TEXT);
	typed = arena_text(&arena, one);
	for (char *at = typed; *at != '\0'; at++)
		*at = *at == '-'             ? ' ' :
		    *at >= 'A' && *at <= 'Z' ? (char)(*at + 'a' - 'A') :
		    *at == '0'               ? 'o' :
		    *at == '1'               ? 'l' :
					       *at;
	assert_true(fingerprint_same(one, typed));
	assert_false(fingerprint_same(one, ""));
	assert_false(fingerprint_same(one, arena_copy(&arena, one, 28)));
	public[31] ^= 1;
	assert_false(fingerprint_same(one, public_key_fingerprint(&arena, public)));
	arena_free(&arena);
}

static void
a_key_of_ones_own(void **state)
{
	char folder[] = "/tmp/test_signing.XXXXXX";
	struct arena arena = { 0 };
	struct error_chain fault = { 0 };
	struct signing_key made, loaded;
	unsigned char bytes[SIGNATURE_BYTES];
	struct stat about;
	const char *path;

	(void)state;
	assert_non_null(mkdtemp(folder));
	path = arena_format(&arena, "%s/key", folder);
	assert_int_equal(signing_key_load(path, &loaded, &fault), -1);
	error_chain_clear(&fault);
	assert_int_equal(signing_key_make(path, &made, &fault), 0);
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	/* Never over one that is there. */
	assert_int_equal(signing_key_make(path, &loaded, &fault), -1);
	error_chain_clear(&fault);
	assert_int_equal(signing_key_load(path, &loaded, &fault), 0);
	assert_memory_equal(loaded.public, made.public, PUBLIC_KEY_BYTES);
	signing_sign(&loaded, "isi", 3, bytes);
	assert_true(signing_good(made.public, "isi", 3, bytes));
	/* Nobody else may have read it. */
	assert_int_equal(chmod(path, 0644), 0);
	assert_int_equal(signing_key_load(path, &loaded, &fault), -1);
	error_chain_clear(&fault);
	signing_key_forget(&made);
	signing_key_forget(&loaded);
	unlink(path);
	rmdir(folder);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_the_standard_says),
		cmocka_unit_test(keys_as_people_send_them),
		cmocka_unit_test(fingerprints_over_the_telephone),
		cmocka_unit_test(a_key_of_ones_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
