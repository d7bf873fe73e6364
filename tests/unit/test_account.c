/* SPDX-License-Identifier: ISC */
/* What names, passwords, roles' places and settings may be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/secret.h"
#include "store/account.h"
#include "store/password.h"
#include "store/setting.h"

static void
sign_in_names(void **state)
{
	char longest[61], longer[62];

	(void)state;
	memset(longest, 'a', 60);
	longest[60] = '\0';
	memset(longer, 'a', 61);
	longer[61] = '\0';
	assert_true(account_name_fits("abc"));
	assert_true(account_name_fits("operator.dkumkmp"));
	assert_true(account_name_fits("a-b_c.9"));
	assert_true(account_name_fits(longest));
	assert_false(account_name_fits(longer));
	assert_false(account_name_fits(""));
	assert_false(account_name_fits("ab"));
	assert_false(account_name_fits("Admin"));
	assert_false(account_name_fits("a b c"));
	assert_false(account_name_fits(".abc"));
	assert_false(account_name_fits("abc-"));
	assert_false(account_name_fits("caf\xc3\xa9"));
}

static void
roles_have_their_place(void **state)
{
	(void)state;
	assert_true(account_scope_fits(ROLE_OPERATOR, 1, 2));
	assert_false(account_scope_fits(ROLE_OPERATOR, 1, 0));
	assert_true(account_scope_fits(ROLE_HEAD, 1, 2));
	assert_false(account_scope_fits(ROLE_HEAD, 0, 2));
	assert_true(account_scope_fits(ROLE_VERIFIER, 1, 0));
	assert_true(account_scope_fits(ROLE_VERIFIER, 1, 2));
	assert_false(account_scope_fits(ROLE_VERIFIER, 0, 0));
	assert_true(account_scope_fits(ROLE_VALIDATOR, 1, 0));
	assert_false(account_scope_fits(ROLE_VALIDATOR, 0, 0));
	assert_true(account_scope_fits(ROLE_AUDITOR, 1, 0));
	assert_false(account_scope_fits(ROLE_AUDITOR, 1, 2));
	assert_true(account_scope_fits(ROLE_ADMIN, 0, 0));
	assert_true(account_scope_fits(ROLE_ADMIN, 1, 0));
	assert_false(account_scope_fits(ROLE_ADMIN, 1, 2));
	assert_false(account_scope_fits(ROLE_PUBLIC, 1, 2));
}

static const char *const nobody[] = { NULL };

static void
a_password_fits_its_hash_alone(void **state)
{
	char hash[PASSWORD_HASH_TEXT], other[PASSWORD_HASH_TEXT];

	(void)state;
	assert_int_equal(password_hash(hash, "kuda hujan batu"), 0);
	assert_int_equal(password_hash(other, "kuda hujan batu"), 0);
	assert_string_not_equal(hash, other);
	assert_memory_equal(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31);
	assert_true(password_fits(hash, "kuda hujan batu"));
	assert_false(password_fits(hash, "kuda hujan bat"));
	assert_false(password_fits(hash, "kuda hujan batu "));
	assert_false(password_fits(hash, ""));
	assert_false(password_fits(NULL, "kuda hujan batu"));
	assert_false(password_fits("", ""));
	assert_false(password_fits("not a hash", "kuda hujan batu"));
}

static void
flaws_of_passwords(void **state)
{
	static const char *const names[] = { "Siti Contoh Rahmawati",
		"Dinas Contoh Koperasi, UMKM dan Perindustrian", "Kota Balikpapan", NULL };
	static const char *const bad[] = { "balikpapan2026!", "BalikpapanKoperasi",
		"rahmawati-2026-rahmawati", "1234siti5678rahmawati", "dinas.koperasi.2026",
		"matang-balikpapan", "12-koperasi-12", "2026-2027-2028" };
	static const char *const good[] = { "balikpapan-kuda-hujan", "rahmawati makan rambutan",
		"empat kata tanpa hubungan", "x9w7-k3mp-3rtd", "8417 5562 9034" };
	char longest[PASSWORD_MAX + 2];

	(void)state;
	for (size_t at = 0; at < sizeof(bad) / sizeof(bad[0]); at++)
		if (password_flaw(bad[at], "operator.dkumkmp", 12, names) != PASSWORD_LOCAL)
			fail_msg("%s is taken", bad[at]);
	for (size_t at = 0; at < sizeof(good) / sizeof(good[0]); at++)
		if (password_flaw(good[at], "operator.dkumkmp", 12, names) != PASSWORD_GOOD)
			fail_msg("%s is refused", good[at]);
	assert_int_equal(password_flaw("password", "u", 8, nobody), PASSWORD_KNOWN);
	assert_int_equal(password_flaw("Password2026!!", "u", 12, nobody), PASSWORD_KNOWN);
	assert_int_equal(password_flaw("qwertyuiop[]", "u", 12, nobody), PASSWORD_KNOWN);
	assert_int_equal(password_flaw("12345678", "u", 8, nobody), PASSWORD_KNOWN);
	assert_int_equal(password_flaw("operator.dishub-2026", "operator.dishub", 12, nobody),
	    PASSWORD_LOCAL);
	assert_int_equal(password_flaw("12345678901", "u", 12, nobody), PASSWORD_SHORT);
	assert_int_equal(password_flaw("kuda hujan 1", "u", 12, nobody), PASSWORD_GOOD);
	/* Characters count, not bytes. */
	assert_int_equal(password_flaw("\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9", "u", 6, nobody),
	    PASSWORD_SHORT);
	assert_int_equal(password_flaw("\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9", "u", 5, nobody),
	    PASSWORD_GOOD);
	assert_int_equal(password_flaw("operator.dishub", "operator.dishub", 12, nobody),
	    PASSWORD_IS_NAME);
	assert_int_equal(password_flaw("Operator.Dishub", "operator.dishub", 12, nobody),
	    PASSWORD_IS_NAME);
	assert_int_equal(password_flaw("aaaaaaaaaaaaaaa", "u", 12, nobody), PASSWORD_PLAIN);
	memset(longest, 'a', sizeof(longest));
	longest[0] = 'b';
	longest[PASSWORD_MAX] = '\0';
	assert_int_equal(password_flaw(longest, "u", 12, nobody), PASSWORD_GOOD);
	longest[PASSWORD_MAX] = 'a';
	longest[PASSWORD_MAX + 1] = '\0';
	assert_int_equal(password_flaw(longest, "u", 12, nobody), PASSWORD_LONG);
}

static void
passwords_that_we_make(void **state)
{
	char one[PASSWORD_MADE_TEXT], other[PASSWORD_MADE_TEXT];

	(void)state;
	password_make(one);
	password_make(other);
	assert_int_equal(strlen(one), 19);
	assert_int_equal(one[4], '-');
	assert_int_equal(one[9], '-');
	assert_int_equal(one[14], '-');
	assert_int_equal(strspn(one, "0123456789abcdefghjkmnpqrstvwxyz-"), 19);
	assert_string_not_equal(one, other);
	assert_int_equal(password_flaw(one, "u", 12, nobody), PASSWORD_GOOD);
}

static bool
fits(const char *name, const char *value)
{
	const struct setting_rule *rule = setting_rule(name);

	assert_non_null(rule);
	return setting_fits(rule, value);
}

static void
settings(void **state)
{
	(void)state;
	assert_null(setting_rule("nothing"));
	for (size_t at = 0; at < SETTING_COUNT; at++) {
		const struct setting_rule *rule = &setting_rules[at];

		assert_ptr_equal(setting_rule(rule->name), rule);
		assert_true(setting_fits(rule, rule->value));
		assert_true(*rule->label != '\0');
	}
	assert_true(fits("session_hours", "1"));
	assert_true(fits("session_hours", "168"));
	assert_false(fits("session_hours", "0"));
	assert_false(fits("session_hours", "169"));
	assert_false(fits("session_hours", ""));
	assert_false(fits("session_hours", " 8"));
	assert_false(fits("session_hours", "+8"));
	assert_false(fits("session_hours", "8h"));
	assert_false(fits("session_hours", "99999999999999999999"));
	assert_true(fits("second_factor_roles", ""));
	assert_true(fits("second_factor_roles", "admin"));
	assert_true(fits("second_factor_roles", "verifier,validator,admin"));
	assert_false(fits("second_factor_roles", "admin,"));
	assert_false(fits("second_factor_roles", ",admin"));
	assert_false(fits("second_factor_roles", "admin,admin"));
	assert_false(fits("second_factor_roles", "admin, verifier"));
	assert_false(fits("second_factor_roles", "root"));
}

static void
roles_in_a_list(void **state)
{
	(void)state;
	assert_true(role_listed("admin", ROLE_ADMIN));
	assert_true(role_listed("verifier,validator,admin", ROLE_VALIDATOR));
	assert_true(role_listed("verifier,validator,admin", ROLE_ADMIN));
	assert_false(role_listed("verifier,validator,admin", ROLE_AUDITOR));
	assert_false(role_listed("", ROLE_ADMIN));
	assert_false(role_listed("administrator", ROLE_ADMIN));
	assert_false(role_listed("", ROLE_PUBLIC));
	assert_false(role_listed(",", ROLE_PUBLIC));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sign_in_names),
		cmocka_unit_test(roles_have_their_place),
		cmocka_unit_test(a_password_fits_its_hash_alone),
		cmocka_unit_test(flaws_of_passwords),
		cmocka_unit_test(passwords_that_we_make),
		cmocka_unit_test(settings),
		cmocka_unit_test(roles_in_a_list),
	};

	secret_init();
	return cmocka_run_group_tests_name("account", tests, NULL, NULL);
}
