/* SPDX-License-Identifier: ISC */
#include "cycle/import.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "cycle/accounts.h"
#include "store/history.h"
#include "base/banned.h"

/*
 * Accounts out of a spreadsheet: new ones are made, each with a password that
 * is shown once; of those that are there already, what describes the person
 * is brought up to date.  Rights of an account that is there stay as they
 * are: who moves is handed over or ended, by name and with a reason.
 *
 * Every password takes its time (store/password.h), and a web server that
 * waits for an answer does not wait for ever: Apache's mod_fcgid 40 seconds,
 * proxies often 60.  Hence CARDS_MAX, which a slow host does in 20.
 */
enum { CARDS_MAX = 200 };

/* Stands for the region of an administrator of the whole installation: an
 * empty cell must not give the widest of all rights. */
static const char everywhere[] = "semua";

enum { REGION, FILE_FIELD };
const struct field account_import_fields[] = {
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ 0 }
};

enum { STORE_REGION, CONTENT, SEEN, AGAIN };
const struct field account_store_fields[] = {
	[STORE_REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[CONTENT] = { "content", FIELD_LINES, "Daftar", true,
	    .max = TABLE_TEXT_MAX },
	[SEEN] = { "seen", FIELD_TEXT, "Pemeriksaan", true,
	    .max = SHA256_TEXT },
	[AGAIN] = { "again", FIELD_FLAG, "Kartu baru" },
	{ 0 }
};

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

/* What describes a person and may change by a file. */
static const struct {
	size_t column;
	const char *name;	/* column of the schema */
	const char *label;
} kept[] = {
	{ SHEET_PERSON, "full_name", "Nama lengkap" },
	{ SHEET_NIP, "nip", "NIP" },
	{ SHEET_OFFICE, "office", "Jabatan" },
	{ SHEET_EMAIL, "email", "Surel" },
	{ SHEET_PHONE, "phone", "Telepon" },
};
enum { KEPT = sizeof(kept) / sizeof(kept[0]) };

/* A region that the file names, or (id 0) the whole installation. */
struct place {
	int64_t id;
	const char *code, *name;
	bool below;		/* belongs to a province */
	struct rows agencies, accounts;
	struct place *next;
};

struct entry {
	enum role role;
	const struct place *place;
	int64_t agency_id;
	const char *agency_name, *short_name;
	int64_t id;		/* of the account that is there, or 0 */
	int64_t version;
	size_t at;		/* its row among those of the place */
	bool waits;		/* never signed in: a new card may be made */
	bool proposed;		/* the sign-in name is ours */
	enum { WHAT_WRONG, WHAT_NEW, WHAT_CHANGED, WHAT_SAME, WHAT_BLANK }
		what;
	const char *was[KEPT];
};

struct import {
	struct visit *visit;
	struct table table;
	struct problems problems;
	int64_t region_id;	/* where no column says otherwise */
	struct rows regions;	/* all in care, with their codes */
	struct place *places;
	struct entry *entries;	/* one per row */
	size_t fresh, changed, same, blank, waiting;
	struct seen seen;
	const char *csv;	/* as it came, with the sign-in names */
};

static const char *
cell_of(const struct import *import, size_t row, size_t column)
{
	return import->table.rows[row].cells[column];
}

/* ---- role and place ------------------------------------------------------- */

static enum role
read_role(struct import *import, size_t row)
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
		if (table_called(import->visit->arena, cell, words[at].names))
			return words[at].role;
	if (*cell != '\0')
		table_problem(&import->table, row, SHEET_ROLE, "Peran “%s” "
		    "tidak dikenal. Tulis Operator, Kepala, Tim Pelaksana, "
		    "Validator, Inspektorat atau Administrator.", cell);
	return ROLE_PUBLIC;
}

/* A region's agencies and accounts; each region is asked once. */
static int
open_place(struct import *import, int64_t id, size_t at,
    const struct place **found)
{
	struct visit *visit = import->visit;
	struct place *place = import->places;
	int result = 0;

	while (place != NULL && place->id != id)
		place = place->next;
	*found = place;
	if (place != NULL)
		return 0;
	place = arena_alloc(visit->arena, sizeof(*place));
	*place = (struct place){ .id = id, .code = "",
	    .name = "Seluruh aplikasi", .next = import->places };
	if (id != 0) {
		place->code = row_text(&import->regions, at, "code");
		place->name = row_text(&import->regions, at, "name");
		place->below = !row_null(&import->regions, at, "parent_id");
		result = db_select(visit->db, &place->agencies,
		    STATEMENT_AGENCIES_THERE, db_int(id));
	}
	if (result >= 0)
		result = db_select(visit->db, &place->accounts,
		    STATEMENT_ACCOUNT_THERE, db_key(id));
	*found = import->places = place;
	return result < 0 ? visit_status(visit, result) : 0;
}

/* The region of a row, in care and fit for its role; NULL and a problem. */
static int
read_place(struct import *import, size_t row, const struct place **place)
{
	const struct visit *visit = import->visit;
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
		flaw = place_flaw(visit, role, 0, false);
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
	flaw = place_flaw(visit, role, (*place)->id, (*place)->below);
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

		if (strcasecmp(name, cell) != 0 &&
		    strcasecmp(short_name, cell) != 0)
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
check_agency(struct import *import, size_t row)
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
check_active(struct import *import, size_t row)
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
check_name(struct import *import, size_t row)
{
	const char **cell = &import->table.rows[row].cells[SHEET_USERNAME];
	char *name = arena_text(import->visit->arena, *cell);

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
check_mail(struct import *import, size_t row)
{
	const char *cell = cell_of(import, row, SHEET_EMAIL);

	if (*cell != '\0' && !email_fits(cell))
		table_problem(&import->table, row, SHEET_EMAIL, "“%s”: surel "
		    "ditulis seperti nama@daerah.go.id.", cell);
}

/* Kept as a number, 0812… has lost its first digit, and more when long. */
static void
check_phone(struct import *import, size_t row)
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
		*cell = arena_format(import->visit->arena, "0%s", *cell);
}

/* ---- who is there already ------------------------------------------------- */

static bool
is_active(const struct entry *entry, size_t at)
{
	return strcmp(row_text(&entry->place->accounts, at, "state"),
	    "active") == 0;
}

static bool
has_role(const struct entry *entry, size_t at)
{
	return role_of(row_text(&entry->place->accounts, at, "role")) ==
	    entry->role;
}

static bool
has_agency(const struct entry *entry, size_t at)
{
	return row_int(&entry->place->accounts, at, "agency_id") ==
	    entry->agency_id;
}

/* The row of an account of that name; the count when there is none. */
static size_t
find_name(const struct entry *entry, const char *username)
{
	const struct rows *accounts = &entry->place->accounts;
	size_t at = 0;

	while (at < accounts->count && strcmp(row_text(accounts, at,
	    "username"), username) != 0)
		at++;
	return at;
}

/* Active, of that role, with that NIP; in that agency, or in any. */
static size_t
find_nip(const struct entry *entry, const char *nip, bool any)
{
	const struct rows *accounts = &entry->place->accounts;
	size_t at = *nip != '\0' ? 0 : accounts->count;

	while (at < accounts->count && !(is_active(entry, at) &&
	    has_role(entry, at) && (any || has_agency(entry, at)) &&
	    strcmp(row_text(accounts, at, "nip"), nip) == 0))
		at++;
	return at;
}

/* Active, of that role and agency and of that name, and no other NIP. */
static size_t
find_person(const struct entry *entry, const char *full_name, const char *nip)
{
	const struct rows *accounts = &entry->place->accounts;
	size_t at = 0;

	while (at < accounts->count && !(is_active(entry, at) &&
	    has_role(entry, at) && has_agency(entry, at) &&
	    strcasecmp(row_text(accounts, at, "full_name"), full_name) == 0 &&
	    (*nip == '\0' || *row_text(accounts, at, "nip") == '\0')))
		at++;
	return at;
}

/* "operator.dinkes (Operator Perangkat Daerah, Dinas Kesehatan)" */
static const char *
account_words(const struct import *import, const struct entry *entry,
    size_t at)
{
	const struct rows *accounts = &entry->place->accounts;
	const char *agency = row_text(accounts, at, "agency_name");

	return arena_format(import->visit->arena, "%s (%s%s%s)",
	    row_text(accounts, at, "username"),
	    role_name(role_of(row_text(accounts, at, "role"))),
	    *agency != '\0' ? ", " : "", agency);
}

static void
take_account(struct entry *entry, size_t at)
{
	const struct rows *accounts = &entry->place->accounts;

	entry->at = at;
	entry->id = row_int(accounts, at, "id");
	entry->version = row_int(accounts, at, "version");
	entry->waits = row_int(accounts, at, "waits") != 0;
	entry->agency_id = row_int(accounts, at, "agency_id");
	entry->agency_name = row_text(accounts, at, "agency_name");
	for (size_t each = 0; each < KEPT; each++)
		entry->was[each] = row_text(accounts, at, kept[each].name);
}

/* The account of the sign-in name in the row's own region. */
static void
match_name(struct import *import, size_t row, size_t at)
{
	struct entry *entry = &import->entries[row];
	const char *words = account_words(import, entry, at);
	bool placed = *cell_of(import, row, SHEET_AGENCY) == '\0' ||
	    has_agency(entry, at);

	if (!is_active(entry, at))
		table_problem(&import->table, row, SHEET_USERNAME, "Akses %s "
		    "sudah diakhiri. Pilih nama pengguna yang baru.", words);
	else if (!has_role(entry, at) || !placed)
		table_problem(&import->table, row, has_role(entry, at) ?
		    SHEET_AGENCY : SHEET_ROLE, "Sudah ada %s. Peran dan "
		    "perangkat daerah tidak berubah lewat berkas: alihkan "
		    "tugasnya di halaman akun itu, atau pilih nama pengguna "
		    "yang baru.", words);
	else
		take_account(entry, at);
}

/* A sign-in name that the region does not have: somebody else may. */
static int
check_free(struct import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	const struct rows *accounts = &entry->place->accounts;
	const char *username = cell_of(import, row, SHEET_USERNAME);
	struct account other;
	size_t at;
	int result = account_named(import->visit->db, &other, username);

	if (result < 0)
		return visit_status(import->visit, result);
	at = find_nip(entry, cell_of(import, row, SHEET_NIP), false);
	if (result > 0)
		table_problem(&import->table, row, SHEET_USERNAME, "Nama "
		    "pengguna %s sudah dipakai akun lain. Pilih yang lain, "
		    "atau kosongkan supaya dibuatkan.", username);
	else if (at < accounts->count)
		table_problem(&import->table, row, SHEET_USERNAME, "Orang ini "
		    "sudah mempunyai akun %s. Tulis nama pengguna itu; nama "
		    "pengguna tidak berubah.", account_words(import, entry,
		    at));
	return 0;
}

static void
match_unnamed(struct import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	const struct rows *accounts = &entry->place->accounts;
	const char *nip = cell_of(import, row, SHEET_NIP);
	size_t at = find_nip(entry, nip, false);

	if (at == accounts->count)
		at = find_person(entry, cell_of(import, row, SHEET_PERSON),
		    nip);
	if (at < accounts->count) {
		take_account(entry, at);
		return;
	}
	at = find_nip(entry, nip, true);
	if (at < accounts->count)
		table_problem(&import->table, row, SHEET_NIP, "NIP ini sudah "
		    "dipakai %s. Bila orangnya pindah, alihkan tugas atau "
		    "akhiri akses akun itu dahulu; bila merangkap, tulis nama "
		    "pengguna baru di kolom nama pengguna.",
		    account_words(import, entry, at));
}

/* Two rows that mean one account. */
static bool
is_same_account(const struct import *import, size_t one, size_t other)
{
	const struct entry *a = &import->entries[one];
	const struct entry *b = &import->entries[other];
	const char *nip = cell_of(import, one, SHEET_NIP);
	const char *other_nip = cell_of(import, other, SHEET_NIP);

	if (a->id != 0 || b->id != 0)
		return a->id == b->id;
	if (a->role != b->role || a->place != b->place ||
	    a->agency_id != b->agency_id)
		return false;
	if (*nip != '\0' && *other_nip != '\0')
		return strcmp(nip, other_nip) == 0;
	return strcasecmp(cell_of(import, one, SHEET_PERSON),
	    cell_of(import, other, SHEET_PERSON)) == 0;
}

static void
check_twice(struct import *import, size_t row)
{
	const char *username = cell_of(import, row, SHEET_USERNAME);

	for (size_t other = 0; other < row; other++) {
		size_t number = import->table.rows[other].number;

		if (import->table.rows[other].wrong)
			continue;
		if (*username != '\0' && strcmp(username, cell_of(import,
		    other, SHEET_USERNAME)) == 0)
			table_problem(&import->table, row, SHEET_USERNAME,
			    "Nama pengguna %s ada juga di baris %zu.",
			    username, number);
		else if (is_same_account(import, other, row))
			table_problem(&import->table, row, SHEET_PERSON,
			    "Orang dan perannya sama dengan baris %zu. Hapus "
			    "salah satunya.", number);
		else
			continue;
		return;
	}
}

/* ---- a whole row ---------------------------------------------------------- */

/* A place that nobody was named for, as in the workbook to fill in. */
static bool
is_blank(const struct import *import, size_t row)
{
	if (*cell_of(import, row, SHEET_USERNAME) != '\0')
		return false;
	for (size_t each = 0; each < KEPT; each++)
		if (*cell_of(import, row, kept[each].column) != '\0')
			return false;
	return true;
}

static int
check_row(struct import *import, size_t row)
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
	at = find_name(entry, username);
	if (at == entry->place->accounts.count && *cell_of(import, row,
	    SHEET_PERSON) == '\0')
		table_problem(&import->table, row, SHEET_PERSON, "Kosong. Isi "
		    "dahulu.");
	if (at == entry->place->accounts.count || *cell_of(import, row,
	    SHEET_AGENCY) != '\0')
		check_agency(import, row);
	if (import->table.rows[row].wrong)
		return 0;
	if (at < entry->place->accounts.count)
		match_name(import, row, at);
	else if (*username == '\0')
		match_unnamed(import, row);
	else if ((status = check_free(import, row)) != 0)
		return status;
	if (entry->id == 0)
		check_active(import, row);
	if (!import->table.rows[row].wrong)
		check_twice(import, row);
	return 0;
}

/* Whether some row of the file has the name, by itself or given by us. */
static bool
is_promised(void *argument, const char *username)
{
	const struct import *import = argument;

	for (size_t row = 0; row < import->table.count; row++)
		if (strcmp(cell_of(import, row, SHEET_USERNAME), username) == 0)
			return true;
	return false;
}

/* A name for those that bring none: it has to be in what was seen. */
static int
propose(struct import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	struct visit *visit = import->visit;
	const char **cell = &import->table.rows[row].cells[SHEET_USERNAME];
	int result;

	if (entry->id != 0)
		*cell = row_text(&entry->place->accounts, entry->at,
		    "username");
	if (entry->id != 0 || **cell != '\0')
		return 0;
	result = username_free(visit, username_base(visit->arena, entry->role,
	    entry->short_name, entry->agency_name, cell_of(import, row,
	    SHEET_PERSON)), entry->place->code, is_promised, import, cell);
	entry->proposed = true;
	return result < 0 ? visit_status(visit, result) : 0;
}

static void
weigh(struct import *import, size_t row)
{
	struct entry *entry = &import->entries[row];
	struct table_row *line = &import->table.rows[row];
	bool same = entry->id != 0;

	if (entry->what == WHAT_BLANK) {
		line->idle = true;
		import->blank++;
	}
	if (line->wrong || entry->what == WHAT_BLANK)
		return;
	for (size_t each = 0; each < KEPT && entry->id != 0; each++) {
		const char *cell = line->cells[kept[each].column];

		same = same && (*cell == '\0' ||
		    strcmp(cell, entry->was[each]) == 0);
	}
	entry->what = entry->id == 0 ? WHAT_NEW : same ? WHAT_SAME :
	    WHAT_CHANGED;
	import->fresh += entry->what == WHAT_NEW;
	import->changed += entry->what == WHAT_CHANGED;
	import->same += entry->what == WHAT_SAME;
	import->waiting += entry->waits;
	line->idle = same && !entry->waits;
	if (!line->idle)
		seen_add(&import->seen, entry->id, entry->version,
		    line->cells[SHEET_USERNAME]);
	/* A row that only waits for a card need not carry more. */
	for (size_t each = 0; each < KEPT && same; each++)
		if (kept[each].column != SHEET_PERSON)
			line->cells[kept[each].column] = "";
}

/* An account that is there keeps what the file leaves empty. */
static void
fill_empty(struct import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];

	for (size_t each = 0; each < KEPT && entry->id != 0; each++) {
		const char **cell =
		    &import->table.rows[row].cells[kept[each].column];

		if (**cell == '\0')
			*cell = entry->was[each];
	}
}

/* Everything that is wrong, and what would become of each row. */
static int
check(struct import *import)
{
	struct visit *visit = import->visit;
	struct table *table = &import->table;
	struct rows region;
	int result, status = 0;

	if (import->region_id == 0)
		import->region_id = visit->actor.region_id;
	if (import->region_id != 0 && (status = region_find(visit,
	    import->region_id, &region)) != 0)
		return status;
	result = db_select(visit->db, &import->regions,
	    STATEMENT_ADMIN_REGION_CODES, scope(visit));
	if (result < 0)
		return visit_status(visit, result);
	import->entries = arena_array(visit->arena, table->count + 1,
	    sizeof(*import->entries));
	for (size_t row = 0; row < table->count && status == 0; row++)
		status = check_row(import, row);
	for (size_t row = 0; row < table->count && status == 0; row++)
		if (!table->rows[row].wrong &&
		    import->entries[row].what != WHAT_BLANK)
			status = propose(import, row);
	if (status != 0)
		return status;
	seen_begin(&import->seen);
	for (size_t row = 0; row < table->count; row++)
		weigh(import, row);
	if (import->fresh > CARDS_MAX)
		table_trouble(table, "%zu akun baru dalam satu berkas; paling "
		    "banyak %d sekali impor, karena tiap kata sandi awal "
		    "memerlukan waktu. Bagi menjadi beberapa berkas.",
		    import->fresh, CARDS_MAX);
	if (import->problems.count == 0)
		import->csv = table_csv(table);
	for (size_t row = 0; row < table->count; row++)
		fill_empty(import, row);
	return 0;
}

/* ---- pages ---------------------------------------------------------------- */

static int
show_upload(struct visit *visit, int code)
{
	int status = region_options(visit);

	page_set_int(&visit->page, "Limit.rows", TABLE_ROWS_MAX);
	page_set_int(&visit->page, "Limit.cards", CARDS_MAX);
	fill_form(visit);
	return status != 0 ? status :
	    visit_show_status(visit, "cycle/account_import", code);
}

int
new_account_import(struct visit *visit)
{
	int64_t region = form_number(&visit->form, REGION);

	if (region == 0)
		region = visit->actor.region_id;
	if (region != 0)
		set_number(visit, "region_id", region);
	return show_upload(visit, 200);
}

static void
fill_changes(struct import *import, size_t row, struct node *node)
{
	const struct entry *entry = &import->entries[row];
	struct node *list = node_child(node, "changes");
	size_t number = 0;

	for (size_t each = 0; each < KEPT; each++) {
		const char *now = cell_of(import, row, kept[each].column);
		struct node *change;

		if (strcmp(entry->was[each], now) == 0)
			continue;
		change = node_row(list, number++);
		node_set(change, "label", kept[each].label);
		node_set(change, "from", entry->was[each]);
		node_set(change, "to", now);
	}
}

static void
fill_entry(struct import *import, size_t row, struct node *node)
{
	static const char *const whats[] = { [WHAT_WRONG] = "wrong",
		[WHAT_NEW] = "new", [WHAT_CHANGED] = "changed",
		[WHAT_SAME] = "same", [WHAT_BLANK] = "" };
	const struct entry *entry = &import->entries[row];

	node_set_int(node, "number", (int64_t)import->table.rows[row].number);
	node_set(node, "what", whats[entry->what]);
	for (size_t each = 0; each < KEPT; each++)
		node_set(node, kept[each].name, cell_of(import, row,
		    kept[each].column));
	node_set(node, "username", cell_of(import, row, SHEET_USERNAME));
	node_set(node, "proposed", entry->proposed ? "1" : "");
	node_set(node, "role_name", entry->role != ROLE_PUBLIC ?
	    role_name(entry->role) : cell_of(import, row, SHEET_ROLE));
	node_set(node, "agency_name", *entry->agency_name != '\0' ?
	    entry->agency_name : cell_of(import, row, SHEET_AGENCY));
	node_set(node, "region_name", entry->place != NULL ?
	    entry->place->name : cell_of(import, row, SHEET_REGION));
	if (entry->what == WHAT_CHANGED)
		fill_changes(import, row, node);
}

/* The rows as they would be stored, or what is wrong with them; those that
 * stay as they are by themselves. */
static int
show_preview(struct import *import, int code)
{
	struct visit *visit = import->visit;
	struct node *rows = page_node(&visit->page, "Rows");
	struct node *same = page_node(&visit->page, "Same");
	size_t row_count = 0, same_count = 0;

	for (size_t row = 0; row < import->table.count; row++)
		if (import->entries[row].what == WHAT_SAME)
			fill_entry(import, row, node_row(same, same_count++));
		else if (import->entries[row].what != WHAT_BLANK)
			fill_entry(import, row, node_row(rows, row_count++));
	page_set_int(&visit->page, "Count.fresh", (int64_t)import->fresh);
	page_set_int(&visit->page, "Count.changed", (int64_t)import->changed);
	page_set_int(&visit->page, "Count.same", (int64_t)import->same);
	page_set_int(&visit->page, "Count.blank", (int64_t)import->blank);
	page_set_int(&visit->page, "Count.waiting", (int64_t)import->waiting);
	if (import->waiting + import->fresh <= CARDS_MAX)
		page_set(&visit->page, "Count.cards", "1");
	if (import->region_id != 0)
		set_number(visit, "region_id", import->region_id);
	if (import->problems.count > 0)
		return visit_show_status(visit, "cycle/account_preview",
		    code == 200 ? 422 : code);
	set_value(visit, "content", import->csv);
	set_value(visit, "seen", seen_text(&import->seen));
	return visit_show_status(visit, "cycle/account_preview", code);
}

static void
begin(struct import *import, struct visit *visit, int region)
{
	memset(import, 0, sizeof(*import));
	import->visit = visit;
	import->problems.visit = visit;
	import->region_id = form_number(&visit->form, region);
}

int
preview_accounts(struct visit *visit)
{
	struct import import;
	struct upload *upload = table_upload(visit, FILE_FIELD);
	int status;

	begin(&import, visit, REGION);
	if (!form_ok(&visit->form) || upload == NULL)
		return show_upload(visit, 422);
	page_set(&visit->page, "File.name", upload->name);
	table_read(&import.table, &import.problems, account_columns, "",
	    upload, NULL);
	status = check(&import);
	return status != 0 ? status : show_preview(&import, 200);
}

/* ---- storing -------------------------------------------------------------- */

struct storing {
	struct import *import;
	struct made *made;	/* new ones first, then those with a new card */
	size_t fresh, count;
};

static const char reason[] = "Impor dari berkas";
static const char reason_again[] = "Kartu akun dibuat ulang: belum pernah "
    "masuk";

static struct account
account_of_row(const struct import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];

	return (struct account){ .id = entry->id, .role = entry->role,
	    .region_id = entry->place->id, .agency_id = entry->agency_id,
	    .username = cell_of(import, row, SHEET_USERNAME),
	    .full_name = cell_of(import, row, SHEET_PERSON),
	    .nip = cell_of(import, row, SHEET_NIP),
	    .office = cell_of(import, row, SHEET_OFFICE),
	    .email = cell_of(import, row, SHEET_EMAIL),
	    .phone = cell_of(import, row, SHEET_PHONE) };
}

static void
add_cards(struct storing *storing, bool fresh)
{
	const struct import *import = storing->import;

	for (size_t row = 0; row < import->table.count; row++) {
		const struct entry *entry = &import->entries[row];
		struct made *made = &storing->made[storing->count];

		if (fresh ? entry->what != WHAT_NEW : !entry->waits)
			continue;
		made->account = account_of_row(import, row);
		made->agency_name = entry->agency_name;
		storing->count++;
	}
}

static int
correct(struct db *db, const struct import *import, size_t row)
{
	const struct entry *entry = &import->entries[row];
	struct visit *visit = import->visit;
	struct change change = change_of(visit, "account", entry->place->id,
	    entry->id);
	struct buffer from = { .arena = visit->arena };
	struct buffer to = { .arena = visit->arena };
	int result = db_run(db, STATEMENT_ACCOUNT_CORRECT,
	    db_text(cell_of(import, row, SHEET_PERSON)),
	    db_text(cell_of(import, row, SHEET_NIP)),
	    db_text(cell_of(import, row, SHEET_OFFICE)),
	    db_text(cell_of(import, row, SHEET_EMAIL)),
	    db_text(cell_of(import, row, SHEET_PHONE)), db_int(entry->id),
	    db_int(entry->version));

	if (result <= 0)
		return result < 0 ? result : 409;
	for (size_t each = 0; each < KEPT; each++) {
		const char *was = entry->was[each];
		const char *now = cell_of(import, row, kept[each].column);

		if (strcmp(was, now) == 0)
			continue;
		buffer_format(&from, "%s%s: %s", from.length > 0 ? "; " : "",
		    kept[each].label, *was != '\0' ? was : "–");
		buffer_format(&to, "%s%s: %s", to.length > 0 ? "; " : "",
		    kept[each].label, now);
	}
	change.agency_id = entry->agency_id;
	change.from = from.bytes;
	change.to = to.bytes;
	change.reason = reason;
	return history_add(db, &change);
}

static int
store_all(struct db *db, void *argument)
{
	struct storing *storing = argument;
	const struct import *import = storing->import;
	const struct visit *visit = import->visit;
	int result = made_store(db, visit, storing->made, storing->fresh,
	    reason);

	for (size_t at = storing->fresh; at < storing->count && result == 0;
	    at++)
		result = account_reset_password(db,
		    &storing->made[at].account, storing->made[at].hash,
		    visit->actor.account_id, reason_again);
	for (size_t row = 0; row < import->table.count && result == 0; row++)
		if (import->entries[row].what == WHAT_CHANGED)
			result = correct(db, import, row);
	return result;
}

static int
store(struct import *import, bool again)
{
	struct visit *visit = import->visit;
	struct storing storing = { .import = import };
	int result, status;

	storing.made = arena_array(visit->arena, import->table.count + 1,
	    sizeof(*storing.made));
	add_cards(&storing, true);
	storing.fresh = storing.count;
	if (again)
		add_cards(&storing, false);
	if (storing.count > CARDS_MAX)
		return 400;
	status = made_hash(storing.made, storing.count);
	if (status != 0)
		return status;
	result = db_txn(visit->db, store_all, &storing);
	if (result == DB_DUPLICATE || result == 409) {
		table_trouble(&import->table, "Daftar akun baru saja diubah "
		    "orang lain. Unggah berkasnya sekali lagi untuk "
		    "membandingkan dengan daftar terbaru.");
		return show_preview(import, 409);
	}
	if (result != 0)
		return visit_status(visit, result);
	if (storing.count > 0) {
		page_set_int(&visit->page, "Count.changed",
		    (int64_t)import->changed);
		page_set_int(&visit->page, "Count.again",
		    (int64_t)(storing.count - storing.fresh));
		return made_show(visit, storing.made, storing.count);
	}
	return import->region_id == 0 ?
	    visit_redirect(visit, "/cycle/accounts?done=imported") :
	    visit_redirect(visit, "/cycle/accounts?region=%lld&done=imported",
	    (long long)import->region_id);
}

int
store_accounts(struct visit *visit)
{
	struct import import;
	bool again = form_given(&visit->form, AGAIN);
	int status;

	begin(&import, visit, STORE_REGION);
	if (!form_ok(&visit->form))
		return 400;
	table_again(&import.table, &import.problems, account_columns, "",
	    form_text(&visit->form, CONTENT));
	status = check(&import);
	if (status != 0)
		return status;
	if (import.problems.count > 0)
		return show_preview(&import, 422);
	if (strcmp(form_text(&visit->form, SEEN),
	    seen_text(&import.seen)) != 0) {
		/* Sent a second time: all of it is there. */
		bool done = import.fresh + import.changed == 0;

		page_set(&visit->page, "Preview.late", done ? "done" :
		    "changed");
		return show_preview(&import, done ? 200 : 409);
	}
	return store(&import, again);
}
