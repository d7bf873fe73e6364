/* SPDX-License-Identifier: ISC */
/*
 * The rows of an import of accounts: role, region and agency as on the page
 * for a single account, with the same rights; and the person.
 */
#include "cycle/account_import.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/banned.h"

/* Stands for the region of an administrator of the whole installation: an
 * empty cell must not give the widest of all rights. */
static const char everywhere[] = "semua";

const struct table_column account_columns[] = {
	[SHEET_ROLE] = { "peran", "role jenisakun hakakses",
	    COLUMN_REQUIRED | COLUMN_FILLED, 60 },
	[SHEET_REGION] = { "kode daerah", "daerah kode kodewilayah region", 0,
	    5 },
	[SHEET_AGENCY] = { "perangkat daerah", "opd skpd namaopd unitkerja "
	    "namaperangkatdaerah agency", 0, 200 },
	[SHEET_USERNAME] = { "nama pengguna", "username namalogin pengguna", 0,
	    60 },
	[SHEET_PERSON] = { "nama lengkap", "nama namapegawai fullname",
	    COLUMN_REQUIRED, 120 },
	[SHEET_NIP] = { "nip", "nippegawai", 0, 30 },
	[SHEET_OFFICE] = { "jabatan", "office", 0, 160 },
	[SHEET_EMAIL] = { "surel", "email alamatsurel alamatemail", 0, 160 },
	[SHEET_PHONE] = { "telepon", "notelepon nomortelepon telp hp nohp "
	    "nomorhp wa nowa whatsapp phone", 0, 40 },
	{ 0 }
};

const struct person_column person_columns[PERSON_WIDTH] = {
	{ SHEET_PERSON, "full_name", "Nama lengkap" },
	{ SHEET_NIP, "nip", "NIP" },
	{ SHEET_OFFICE, "office", "Jabatan" },
	{ SHEET_EMAIL, "email", "Surel" },
	{ SHEET_PHONE, "phone", "Telepon" },
};

const char *
cell_of(const struct account_import *import, size_t row, size_t column)
{
	return import->table.rows[row].cells[column];
}

/* ---- role and place ------------------------------------------------------- */

static enum role
read_role(struct account_import *import, size_t row)
{
	static const struct {
		enum role role;
		const char *names;
	} words[] = {
		{ ROLE_OPERATOR, "operator operatorperangkatdaerah operatoropd" },
		{ ROLE_HEAD, "head kepala kepalaperangkatdaerah kepalaopd" },
		{ ROLE_VERIFIER, "verifier verifikator timpelaksana" },
		{ ROLE_VALIDATOR, "validator biroorganisasiprovinsi "
		    "biroorganisasi" },
		{ ROLE_ADMIN, "admin administrator administratoraplikasi" },
		{ ROLE_AUDITOR, "auditor inspektorat pemeriksa "
		    "inspektoratpemeriksa" },
	};
	const char *cell = cell_of(import, row, SHEET_ROLE);

	for (size_t at = 0; at < sizeof(words) / sizeof(words[0]); at++)
		if (table_called(import->context->arena, cell, words[at].names))
			return words[at].role;
	if (*cell != '\0')
		table_problem(&import->table, row, SHEET_ROLE, "Peran “%s” "
		    "tidak dikenal. Tulis Operator, Kepala, Tim Pelaksana, "
		    "Validator, Inspektorat atau Administrator.", cell);
	return ROLE_PUBLIC;
}

/* A region's agencies and accounts; each region is asked once. */
static int
open_place(struct account_import *import, int64_t id, size_t at,
    const struct place **found)
{
	struct context *context = import->context;
	struct place *place = import->places;
	int result = 0;

	while (place != NULL && place->id != id)
		place = place->next;
	*found = place;
	if (place != NULL)
		return 0;
	place = arena_alloc(context->arena, sizeof(*place));
	*place = (struct place){ .id = id, .code = "",
	    .name = "Seluruh aplikasi", .next = import->places };
	if (id != 0) {
		place->code = row_text(&import->regions, at, "code");
		place->name = row_text(&import->regions, at, "name");
		place->below = !row_null(&import->regions, at, "parent_id");
		result = db_select(context->db, &place->agencies,
		    STATEMENT_AGENCIES_THERE, db_int(id));
	}
	if (result >= 0)
		result = db_select(context->db, &place->accounts,
		    STATEMENT_ACCOUNT_THERE, db_key(id));
	*found = import->places = place;
	return result < 0 ? context_status(context, result) : 0;
}

/* The region of a row, in care and fit for its role; NULL and a problem. */
static int
read_place(struct account_import *import, size_t row, const struct place **place)
{
	const struct context *context = import->context;
	const char *cell = cell_of(import, row, SHEET_REGION);
	bool whole = strcasecmp(cell, everywhere) == 0;
	enum role role = import->entries[row].role;
	const char *flaw;
	size_t at = 0;
	int status;

	*place = NULL;
	while (at < import->regions.count && !whole &&
	    (*cell == '\0' ? row_int(&import->regions, at, "id") !=
	    import->region_id :
	    !is_region_code(row_text(&import->regions, at, "code"), cell)))
		at++;
	if (whole) {
		flaw = place_flaw(context, role, 0, false);
		if (flaw == NULL)
			return open_place(import, 0, 0, place);
		table_problem(&import->table, row, SHEET_REGION, "%s", flaw);
		return 0;
	}
	if (at == import->regions.count) {
		if (*cell == '\0')
			table_problem(&import->table, row, SHEET_REGION,
			    "Tulis kode daerahnya, misalnya 64.71, atau pilih "
			    "satu daerah untuk seluruh berkas.");
		else
			table_problem(&import->table, row, SHEET_REGION,
			    "Daerah dengan kode %s tidak ada di wilayah Anda.",
			    cell);
		return 0;
	}
	status = open_place(import, row_int(&import->regions, at, "id"), at,
	    place);
	if (status != 0)
		return status;
	flaw = place_flaw(context, role, (*place)->id, (*place)->below);
	if (flaw != NULL) {
		table_problem(&import->table, row, SHEET_REGION, "%s", flaw);
		*place = NULL;
	}
	return 0;
}

/* ---- the agency ----------------------------------------------------------- */

/* By its name or its usual abbreviation, in any capitals. */
static bool
find_agency(struct entry *entry, const char *cell)
{
	const struct rows *agencies = &entry->place->agencies;

	for (size_t at = 0; at < agencies->count; at++) {
		const char *name = row_text(agencies, at, "name");
		const char *short_name = row_text(agencies, at, "short_name");

		if (!same_words(name, cell) && !same_words(short_name, cell))
			continue;
		entry->agency_id = row_int(agencies, at, "id");
		entry->agency_name = name;
		entry->short_name = short_name;
		return true;
	}
	return false;
}

/* Characters in common at the beginning, capitals or not. */
static size_t
alike(const char *one, const char *other)
{
	size_t length = 0;

	while (one[length] != '\0' && tolower((unsigned char)one[length]) ==
	    tolower((unsigned char)other[length]))
		length++;
	return length;
}

/* One that begins as the cell does, beyond "Dinas" and "Badan". */
static const char *
likely_agency(const struct place *place, const char *cell)
{
	const char *likely = NULL;
	size_t most = strcspn(cell, " ") + 3;

	for (size_t at = 0; at < place->agencies.count; at++) {
		const char *name = row_text(&place->agencies, at, "name");
		size_t length = alike(name, cell);

		if (length > most) {
			most = length;
			likely = name;
		}
	}
	return likely;
}

static void
check_agency(struct account_import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	enum agency_need need = agency_need(entry->role);
	const char *cell = cell_of(import, row, SHEET_AGENCY), *likely;

	if (*cell == '\0') {
		if (need == AGENCY_MUST)
			table_problem(&import->table, row, SHEET_AGENCY,
			    "Tulis perangkat daerah tempat orang ini bekerja.");
		return;
	}
	if (need == AGENCY_NONE) {
		table_problem(&import->table, row, SHEET_AGENCY, "Peran ini "
		    "tidak terikat pada satu perangkat daerah. Kosongkan "
		    "selnya.");
		return;
	}
	if (find_agency(entry, cell))
		return;
	likely = likely_agency(entry->place, cell);
	table_problem(&import->table, row, SHEET_AGENCY, "Perangkat daerah "
	    "“%s” tidak ada di %s. %s%s%s", cell, entry->place->name,
	    likely != NULL ? "Mungkin maksudnya " : "Tulis namanya seperti "
	    "dalam daftar perangkat daerah, atau impor dahulu daftarnya",
	    likely != NULL ? likely : "", likely != NULL ? "?" : ".");
}

/* An account that is made now needs an agency that takes part. */
static void
check_active(struct account_import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];
	const struct rows *agencies = entry->place != NULL ?
	    &entry->place->agencies : NULL;

	for (size_t at = 0; entry->agency_id != 0 && at < agencies->count; at++)
		if (row_int(agencies, at, "id") == entry->agency_id &&
		    row_int(agencies, at, "active") == 0)
			table_problem(&import->table, row, SHEET_AGENCY,
			    "%s tidak aktif. Aktifkan dahulu, atau pilih yang "
			    "lain.", entry->agency_name);
}

/* ---- the person ----------------------------------------------------------- */

/* Letters are taken small: nobody should fail for a capital. */
static void
check_name(struct account_import *import, size_t row)
{
	const char **cell = &import->table.rows[row].cells[SHEET_USERNAME];
	char *name = arena_text(import->context->arena, *cell);

	for (char *at = name; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	*cell = name;
	if (*name != '\0' && !account_name_fits(name))
		table_problem(&import->table, row, SHEET_USERNAME, "“%s”: "
		    "pakailah 3 sampai 60 huruf kecil, angka, titik, garis "
		    "bawah atau tanda hubung. Bila dikosongkan, dibuatkan.",
		    name);
}

static void
check_mail(struct account_import *import, size_t row)
{
	const char *cell = cell_of(import, row, SHEET_EMAIL);

	if (*cell != '\0' && !email_fits(cell))
		table_problem(&import->table, row, SHEET_EMAIL, "“%s”: surel "
		    "ditulis seperti nama@daerah.go.id.", cell);
}

/* Kept as a number, 0812… has lost its first digit, and more when long. */
static void
check_phone(struct account_import *import, size_t row)
{
	const char **cell = &import->table.rows[row].cells[SHEET_PHONE];
	size_t length;

	if (**cell == '\'')
		(*cell)++;
	length = strlen(*cell);
	if (strspn(*cell, "0123456789+-()./ ,") != length)
		table_problem(&import->table, row, SHEET_PHONE, "“%s” bukan "
		    "nomor telepon. Ubah format kolomnya menjadi Teks, lalu "
		    "ketik ulang nomornya.", *cell);
	else if (**cell == '8' && length >= 9 && length <= 12 &&
	    strspn(*cell, "0123456789") == length)
		*cell = arena_format(import->context->arena, "0%s", *cell);
}

/* ---- a whole row ---------------------------------------------------------- */

/* A place that nobody was named for, as in the workbook to fill in. */
static bool
is_blank(const struct account_import *import, size_t row)
{
	if (*cell_of(import, row, SHEET_USERNAME) != '\0')
		return false;
	for (size_t each = 0; each < PERSON_WIDTH; each++)
		if (*cell_of(import, row, person_columns[each].column) != '\0')
			return false;
	return true;
}

int
read_account_row(struct account_import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	const char *username;
	size_t at;
	int status;

	entry->agency_name = entry->short_name = "";
	if (is_blank(import, row)) {
		entry->what = WHAT_BLANK;
		return 0;
	}
	entry->role = read_role(import, row);
	check_name(import, row);
	check_nip_cell(&import->table, row, SHEET_NIP);
	check_mail(import, row);
	check_phone(import, row);
	if (entry->role == ROLE_PUBLIC)
		return 0;
	status = read_place(import, row, &entry->place);
	if (status != 0 || entry->place == NULL)
		return status;
	username = cell_of(import, row, SHEET_USERNAME);
	at = account_of_name(entry->place, username);
	if (at == entry->place->accounts.count && *cell_of(import, row,
	    SHEET_PERSON) == '\0')
		table_problem(&import->table, row, SHEET_PERSON, "Kosong. Isi "
		    "dahulu.");
	if (at == entry->place->accounts.count || *cell_of(import, row,
	    SHEET_AGENCY) != '\0')
		check_agency(import, row);
	if (import->table.rows[row].wrong)
		return 0;
	status = match_account(import, row, at);
	if (status == 0 && entry->id == 0)
		check_active(import, row);
	return status;
}

