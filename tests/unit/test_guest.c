/* SPDX-License-Identifier: ISC */
/* Tokens of forms without account, their work and question, and secrets of tickets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "guest/token.h"

static const unsigned char key[GUEST_KEY_BYTES] = "a key of this instance, made new";
static const unsigned char other[GUEST_KEY_BYTES] = "a key of another instance: alas";
enum { NOW = 1800000000 };

static void
a_token_is_ours_and_young(void **state)
{
	char token[GUEST_TOKEN_TEXT], again[GUEST_TOKEN_TEXT];

	(void)state;
	guest_token_make(token, key, NOW);
	guest_token_make(again, key, NOW);
	assert_string_not_equal(token, again);
	assert_true(guest_token_good(token, key, NOW));
	assert_true(guest_token_good(token, key, NOW + GUEST_TOKEN_SECONDS));
	assert_true(guest_token_good(token, key, NOW - 60));
	assert_false(guest_token_good(token, key, NOW + GUEST_TOKEN_SECONDS + 1));
	assert_false(guest_token_good(token, key, NOW - 3600));
	assert_false(guest_token_good(token, other, NOW));
	assert_false(guest_token_good("", key, NOW));
	assert_false(guest_token_good("x", key, NOW));
	for (size_t at = 0; at < GUEST_TOKEN_TEXT - 1; at++) {
		char changed[GUEST_TOKEN_TEXT];

		memcpy(changed, token, sizeof(changed));
		changed[at] = changed[at] == '0' ? '1' : '0';
		assert_false(guest_token_good(changed, key, NOW));
	}
}

static void
a_sum_is_typed_as_people_do(void **state)
{
	static const struct {
		int first, second;
		const char *typed;
		bool good;
	} cases[] = {
		{ 7, 5, "12", true },
		{ 7, 5, " 12 ", true },
		{ 7, 5, "dua belas", true },
		{ 7, 5, "Duabelas", true },
		{ 7, 5, "DUA BELAS.", true },
		{ 7, 5, "13", false },
		{ 7, 5, "", false },
		{ 7, 5, "1 2", true },
		{ 7, 5, "012", false },
		{ 1, 1, "dua", true },
		{ 9, 9, "delapan belas", true },
		{ 9, 9, "18", true },
		{ 5, 5, "sepuluh", true },
		{ 6, 5, "sebelas", true },
		{ 9, 9, "delapan belas delapan belas delapan belas", false },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++)
		assert_int_equal(
		    guest_sum_typed((struct guest_sum){ cases[at].first, cases[at].second },
			cases[at].typed),
		    cases[at].good);
}

static void
a_question_belongs_to_its_token(void **state)
{
	char token[GUEST_TOKEN_TEXT];
	bool differs = false;

	(void)state;
	guest_token_make(token, key, NOW);
	for (int at = 0; at < 200; at++) {
		char next[GUEST_TOKEN_TEXT];
		struct guest_sum sum, first = guest_token_sum(token, key);

		guest_token_make(next, key, NOW);
		sum = guest_token_sum(next, key);
		assert_in_range(sum.first, 1, 9);
		assert_in_range(sum.second, 1, 9);
		differs = differs || sum.first != first.first || sum.second != first.second;
	}
	assert_true(differs);
	guest_token_sum("short", key);
}

static void
work_is_found_by_trying(void **state)
{
	char token[GUEST_TOKEN_TEXT], work[20];
	int tries = 0;

	(void)state;
	guest_token_make(token, key, NOW);
	do
		snprintf(work, sizeof(work), "%d", tries++);
	while (!guest_worked(token, work) && tries < 10000000);
	assert_in_range(tries, 1, 9999999);
	assert_true(guest_worked(token, work));
	assert_false(guest_worked(token, ""));
	assert_false(guest_worked(token, "123456789012345678901"));
	token[10] = token[10] == '0' ? '1' : '0';
	assert_false(guest_worked(token, work));
}

static void
a_secret_is_of_its_page(void **state)
{
	char token[GUEST_TOKEN_TEXT], secret[TICKET_LETTERS + 1], again[TICKET_LETTERS + 1];
	unsigned char hash[SHA256_BYTES], typed[SHA256_BYTES];
	struct arena arena = { 0 };

	(void)state;
	guest_token_make(token, key, NOW);
	ticket_secret(secret, token, key);
	ticket_secret(again, token, key);
	assert_string_equal(secret, again);
	ticket_secret(again, token, other);
	assert_string_not_equal(secret, again);
	assert_true(ticket_hash(secret, hash));
	assert_true(ticket_hash(ticket_shown(&arena, secret), typed));
	assert_true(ticket_same(hash, typed, sizeof(typed)));
	assert_false(ticket_same(hash, typed, sizeof(typed) - 1));
	assert_true(ticket_hash(again, typed));
	assert_false(ticket_same(hash, typed, sizeof(typed)));
	arena_free(&arena);
}

static void
a_secret_is_typed_as_people_do(void **state)
{
	unsigned char plain[SHA256_BYTES], typed[SHA256_BYTES];
	struct arena arena = { 0 };

	(void)state;
	assert_true(ticket_hash("0123456789ABCDEF", plain));
	assert_true(ticket_hash("oI23-4567-89ab-cdef", typed));
	assert_true(ticket_same(plain, typed, sizeof(typed)));
	assert_false(ticket_hash("0123456789ABCDE", typed));
	assert_false(ticket_hash("0123456789ABCDEF0", typed));
	assert_false(ticket_hash("", typed));
	assert_string_equal(ticket_shown(&arena, "0123 4567 89ab cdef"), "0123-4567-89AB-CDEF");
	assert_string_equal(ticket_shown(&arena, "0123"), "");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_token_is_ours_and_young),
		cmocka_unit_test(a_sum_is_typed_as_people_do),
		cmocka_unit_test(a_question_belongs_to_its_token),
		cmocka_unit_test(work_is_found_by_trying),
		cmocka_unit_test(a_secret_is_of_its_page),
		cmocka_unit_test(a_secret_is_typed_as_people_do),
	};

	secret_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
