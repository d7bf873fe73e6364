/* SPDX-License-Identifier: ISC */
/*
 * An agency's row: written and changed by the one table of its columns.
 */
#include "store/agency.h"

#include "base/banned.h"

const struct field agency_fields[] = {
	[AGENCY_REGION] = { "region_id", FIELD_NUMBER, "Daerah", true, .min = 1, .max = INT32_MAX },
	[AGENCY_NAME] = { "name", FIELD_TEXT, "Nama", true, .max = 200,
	    .hint = "Lengkap, seperti pada peraturan daerah.",
	    .sheet = { "nama",
		"perangkatdaerah namaperangkatdaerah namaopd "
		"opd skpd name",
		24, { "Dinas Kesehatan (contoh)", "Kecamatan Contoh" } } },
	[AGENCY_SHORT] = { "short_name", FIELD_TEXT, "Singkatan", .max = 40,
	    .sheet = { "singkatan", "shortname", 8, { "Dinkes" } } },
	[AGENCY_TITLE] = { "head_title", FIELD_TEXT, "Jabatan kepala", .max = 200,
	    .hint = "Misalnya Kepala Dinas Kesehatan. Plt. atau Plh. dicatat dengan "
		    "tanggalnya di halaman perangkat daerah.",
	    .sheet = { "jabatan kepala", "jabatan headtitle", 15,
		{ "Kepala Dinas Kesehatan", "Camat Contoh" } } },
	[AGENCY_HEAD] = { "head_name", FIELD_TEXT, "Nama kepala", .max = 120,
	    .hint = "Dengan gelar.",
	    .sheet = { "nama kepala", "kepala pimpinan namapimpinan headname", 13,
		{ "Nama Contoh, S.Si., M.Si." } } },
	[AGENCY_RANK] = { "head_rank", FIELD_TEXT, "Pangkat", .max = 120,
	    .hint = "Misalnya Pembina Utama Muda (IV/c).",
	    .sheet = { "pangkat", "pangkatgolongan golongan headrank", 10,
		{ "Pembina Utama Muda (IV/c)" } } },
	[AGENCY_NIP] = { "head_nip", FIELD_TEXT, "NIP", .max = 30, .like = LIKE_NIP,
	    .hint = "18 angka.", .sheet = { "nip", "nipkepala headnip", 12, { NULL } } },
	[AGENCY_EMAIL] = { "email", FIELD_TEXT, "Surel", .max = 160, .like = LIKE_EMAIL,
	    .hint = "Alamat resmi perangkat daerah, bukan milik seseorang.",
	    .sheet = { "surel", "surelresmi email emailresmi", 12, { NULL } } },
	[AGENCY_VERSION] = { "version", FIELD_NUMBER, "Versi", .min = 1, .max = INT32_MAX },
	{ 0 },
};

static void
put_columns(struct db_value *values, const char *const columns[AGENCY_COLUMNS])
{
	for (size_t at = 0; at < AGENCY_COLUMNS; at++)
		values[at] = db_text(columns[at]);
}

int
agency_add(struct db *db, int64_t region_id, const char *const columns[AGENCY_COLUMNS])
{
	enum { VALUES = 1 + AGENCY_COLUMNS };
	struct db_value values[VALUES + 1] = { db_int(region_id) };
	int result;

	put_columns(values + 1, columns);
	values[VALUES].kind = DB_END;
	result = db_run_values(db, DB_TAKES(VALUES, STATEMENT_AGENCY_CREATE), values);
	return result < 0 ? result : 0;
}

int
agency_keep_names(struct db *db, int64_t id, int64_t year)
{
	int result = db_run(db, STATEMENT_AGENCY_KEEP_NAMES, db_int(year), db_int(id));

	return result < 0 ? result : 0;
}

int
agency_release_names(struct db *db, int64_t assessment_id)
{
	int result = db_run(db, STATEMENT_AGENCY_RELEASE_NAMES, db_int(assessment_id));

	return result < 0 ? result : 0;
}

int
agency_change(struct db *db, int64_t id, int64_t version, const char *const columns[AGENCY_COLUMNS])
{
	enum { VALUES = AGENCY_COLUMNS + 2 };
	struct db_value values[VALUES + 1];
	int result = agency_keep_names(db, id, 0);

	if (result < 0)
		return result;
	put_columns(values, columns);
	values[AGENCY_COLUMNS] = db_int(id);
	values[AGENCY_COLUMNS + 1] = db_int(version);
	values[VALUES].kind = DB_END;
	return db_run_values(db, DB_TAKES(VALUES, STATEMENT_AGENCY_UPDATE), values);
}

/* The keys of the rows that were just entered: whoever enters an agency stands in a row
 * for the stamp, so that all above the last one are ours, in their order. */
static int
read_new_keys(struct db *db, int64_t last, struct agency_row *agencies, size_t count)
{
	struct rows keys;
	int result = db_select(db, &keys, STATEMENT_AGENCY_KEYS_ABOVE, db_int(last));

	if (result < 0)
		return result;
	if (keys.count != count) {
		ERROR_CAUSE(db_errors(db), "%zu agencies of %zu entered", keys.count, count);
		return DB_FAILED;
	}
	for (size_t row = 0; row < count; row++)
		agencies[row].id = row_int(&keys, row, "id");
	return 0;
}

int
agency_add_rows(struct db *db, struct agency_row *agencies, size_t count)
{
	enum { WIDTH = 1 + AGENCY_COLUMNS };
	struct db_value values[DB_ROWS_MAX * WIDTH];
	struct rows last;
	int result = db_select(db, &last, STATEMENT_AGENCY_KEY_LAST);

	if (result < 0)
		return result;
	for (size_t row = 0; row < count; row++) {
		values[row * WIDTH] = db_int(agencies[row].region_id);
		put_columns(values + row * WIDTH + 1, agencies[row].columns);
	}
	result = db_run_rows(db, DB_TAKES(WIDTH, STATEMENT_AGENCY_CREATE), values, WIDTH, count);
	return result < 0 ? result : read_new_keys(db, row_int(&last, 0, "id"), agencies, count);
}

int
agency_change_rows(struct db *db, const struct agency_row *agencies, size_t count)
{
	enum { WIDTH = AGENCY_COLUMNS + 2 };
	struct db_value values[DB_ROWS_MAX * WIDTH];
	int result = 0;

	for (size_t row = 0; row < count && result == 0; row++) {
		struct db_value *of = values + row * WIDTH;

		put_columns(of, agencies[row].columns);
		of[AGENCY_COLUMNS] = db_int(agencies[row].id);
		of[AGENCY_COLUMNS + 1] = db_int(agencies[row].version);
		result = agency_keep_names(db, agencies[row].id, 0);
	}
	if (result < 0)
		return result;
	result = db_run_rows(db, DB_TAKES(WIDTH, STATEMENT_AGENCY_UPDATE), values, WIDTH, count);
	return result < 0 ? result : (size_t)result == count ? 0 : DB_DUPLICATE;
}
