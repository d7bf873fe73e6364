/* SPDX-License-Identifier: ISC */
/* Names that say the same, and those that do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/name_text.h"

struct pair {
	const char *one, *other;
	int same;
};

/* Keys are alike where the names are. */
static int
same_keys(void (*key)(char *, const char *), const struct pair *pair)
{
	char one[512], other[512];

	key(one, pair->one);
	key(other, pair->other);
	return strcmp(one, other) == 0;
}

static void
names(void **state)
{
	static const struct pair pairs[] = {
		{ "Dinas Contoh", "Dinas  Contoh", 1 },
		{ "Dinas Contoh", " DINAS CONTOH. ", 1 },
		{ "Dinas PU & Perumahan", "dinas pu dan perumahan", 1 },
		{ "Dinas\xc2\xa0"
		  "Contoh",
		    "Dinas Contoh", 1 },
		{ "Dinas PU-PR", "Dinas PU PR", 1 },
		{ "Dinas “Contoh”", "Dinas Contoh", 1 },
		{ "PU&PR", "PU dan PR", 1 },
		{ "Bappeda (Litbang)", "BAPPEDA LITBANG", 1 },
		{ "", "", 1 },
		{ " - ", "", 1 },
		{ "Dinas Contoh", "Dinas Contoh Dua", 0 },
		{ "Dinas Contoh", "DinasContoh", 0 },
		{ "Dinas Contoh", "Dinas", 0 },
		{ "Dinas Contoh 1", "Dinas Contoh 2", 0 },
		{ "Caf\xc3\xa9", "Cafe", 0 },
		{ "A", "", 0 },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(pairs) / sizeof(pairs[0]); at++)
		if (name_same(pairs[at].one, pairs[at].other) != pairs[at].same ||
		    name_same(pairs[at].other, pairs[at].one) != pairs[at].same ||
		    same_keys(name_key, &pairs[at]) != pairs[at].same)
			fail_msg("%s / %s", pairs[at].one, pairs[at].other);
}

static void
people(void **state)
{
	static const struct pair pairs[] = {
		{ "Dr. Hj. Siti Contoh, S.Sos., M.Si.", "Siti Contoh", 1 },
		{ "SITI CONTOH S.Sos. M.Si", "siti  contoh", 1 },
		{ "H. Contoh", "Contoh, S.E.", 1 },
		{ "Drs. Contoh Nama", "Prof. Dr. Contoh Nama, M.Pd.", 1 },
		{ "Ir. H. Contoh", "Contoh", 1 },
		{ "M. Yusuf Contoh", "M Yusuf Contoh", 1 },
		{ "Siti Contoh", "Sita Contoh", 0 },
		{ "M. Yusuf", "Yusuf", 0 },
		{ "Contoh A.Md.", "Contoh B", 0 },
		{ "A.B. Contoh", "Contoh", 0 },
		{ "", "Contoh", 0 },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(pairs) / sizeof(pairs[0]); at++)
		if (name_same_person(pairs[at].one, pairs[at].other) != pairs[at].same ||
		    name_same_person(pairs[at].other, pairs[at].one) != pairs[at].same ||
		    same_keys(name_person_key, &pairs[at]) != pairs[at].same)
			fail_msg("%s / %s", pairs[at].one, pairs[at].other);
}

static void
regions(void **state)
{
	static const struct pair pairs[] = {
		{ "Kota Balikpapan", "Balikpapan", 1 },
		{ "Kota Balikpapan", "KOTA BALIKPAPAN", 1 },
		{ "Kota Balikpapan", "Pemkot Balikpapan", 1 },
		{ "Kota Balikpapan", "Pemerintah Kota Balikpapan", 1 },
		{ "Kabupaten Malang", "Kab. Malang", 1 },
		{ "Kabupaten Malang", "Malang", 1 },
		{ "Kota Malang", "Malang", 1 },
		{ "Provinsi Kalimantan Timur", "Prov. Kalimantan Timur", 1 },
		{ "Kota Administrasi Jakarta Barat", "Jakarta Barat", 1 },
		{ "Kabupaten Kotabaru", "Kotabaru", 1 },
		{ "Kota Malang", "Kab. Malang", 0 },
		{ "Kabupaten Malang", "Kota Malang", 0 },
		{ "Kabupaten Kotabaru", "Baru", 0 },
		{ "Kota Balikpapan", "Kota", 0 },
		{ "Kota Balikpapan", "", 0 },
		{ "Kota Balikpapan", "Balikpapan Utara", 0 },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(pairs) / sizeof(pairs[0]); at++)
		if (name_fits_region(pairs[at].one, pairs[at].other) != pairs[at].same)
			fail_msg("%s / %s", pairs[at].one, pairs[at].other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names),
		cmocka_unit_test(people),
		cmocka_unit_test(regions),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("name_text", tests, NULL, NULL);
}
