/* SPDX-License-Identifier: ISC */
/*
 * Who signed beside who was printed to sign.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/signatory.h"
#include "base/banned.h"

static void
the_number_decides_where_both_have_one(void **state)
{
	(void)state;
	assert_int_equal(signatory_compare("SITI CONTOH", "197001012000012001",
			     "Dra. Siti Contoh, M.Si.", "NIP 19700101 200001 2 001"),
	    SIGNATORY_SAME);
	/* The same name, and another person. */
	assert_int_equal(signatory_compare("Siti Contoh", "197001012000012002", "Siti Contoh",
			     "NIP 197001012000012001"),
	    SIGNATORY_OTHER_NUMBER);
	/* Married since. */
	assert_int_equal(signatory_compare("Siti Contoh Rahayu", "197001012000012001",
			     "Siti Contoh", "NIP 197001012000012001"),
	    SIGNATORY_SAME);
}

static void
else_the_name_without_degrees(void **state)
{
	(void)state;
	assert_int_equal(signatory_compare("SITI CONTOH S.Sos", "",
			     "Dr. Hj. Siti Contoh, S.Sos., M.Si.", "NIP 197001012000012001"),
	    SIGNATORY_SAME);
	assert_int_equal(signatory_compare("Budi Contoh", "", "Siti Contoh",
			     "NIP 197001012000012001"),
	    SIGNATORY_OTHER_NAME);
	/* Dots to be filled in by hand are no number. */
	assert_int_equal(signatory_compare("Siti Contoh", "197001012000012001", "Siti Contoh",
			     "NIP ........................"),
	    SIGNATORY_SAME);
	assert_int_equal(signatory_compare("Siti Contoh", "197001012000012001", "Siti Contoh",
			     "NIP 000000000000000000"),
	    SIGNATORY_SAME);
}

static void
who_acts_for_a_head_is_known_by_the_office(void **state)
{
	(void)state;
	assert_string_equal(signatory_acting("Plt. Kepala Dinas Contoh"), "Plt.");
	assert_string_equal(signatory_acting("PLH KEPALA BADAN CONTOH"), "Plh.");
	assert_string_equal(signatory_acting("Pelaksana Tugas Kepala Dinas"), "Plt.");
	assert_null(signatory_acting("Kepala Dinas Contoh"));
	assert_null(signatory_acting("Pljs"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_number_decides_where_both_have_one),
		cmocka_unit_test(else_the_name_without_degrees),
		cmocka_unit_test(who_acts_for_a_head_is_known_by_the_office),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
