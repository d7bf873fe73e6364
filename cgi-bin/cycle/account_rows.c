/* SPDX-License-Identifier: ISC */
/*
 * The rows of an import of accounts: role, region and agency as on the page
 * for a single account, with the same rights; and the person.
 */
#include "cycle/account_import.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "rules/name_text.h"
#include "base/banned.h"

/* Stands for the region of an administrator of the whole instance: an
 * empty cell must not give the widest of all rights. */
static const char everywhere[] = "semua";

static const char *
role_words(const char *code)
{
	return role_name(role_of(code));
}

/*
 * Roles as offices write them: by our word, by what the person does here, or by the
 * office that he holds.
 */
static const struct {
	enum role role;
	const char *names;
} role_names[] = {
	{ ROLE_OPERATOR,
	    "operator operatorperangkatdaerah operatoropd operatorskpd operatordinas adminopd "
	    "adminskpd admindinas adminperangkatdaerah administratoropd pengelolaopd "
	    "petugasopd petugas picopd pic pengisi operatorpd adminpd" },
	{ ROLE_HEAD,
	    "head kepala kepalaperangkatdaerah kepalaopd kepalaskpd kepaladinas kepalabadan "
	    "kepalapd kadis kaban camat pimpinanopd pimpinanperangkatdaerah "
	    "direkturrsud kasatpolpp kepalasatuan" },
	{ ROLE_VERIFIER,
	    "verifier verifikator timverifikasi timverifikator timpelaksana timpenilai penilai "
	    "verifikatorkota verifikatorkabupaten" },
	{ ROLE_VALIDATOR,
	    "validator biroorganisasiprovinsi biroorganisasi timvalidasi timvalidator "
	    "validatorprovinsi" },
	{ ROLE_ADMIN,
	    "admin administrator administratoraplikasi adminaplikasi adminsistem superadmin "
	    "adminkota adminkabupaten admindaerah" },
	{ ROLE_AUDITOR,
	    "auditor inspektorat pemeriksa inspektoratpemeriksa inspektoratdaerah apip "
	    "auditorinspektorat" },
	{ ROLE_LEADER,
	    "leader pimpinan pimpinandaerah sekda sekretarisdaerah kepaladaerah "
	    "sekretarisdaerahkepaladaerah walikota bupati gubernur wakilwalikota wakilbupati "
	    "wakilgubernur" },
	{ ROLE_ASSISTANT,
	    "assistant pendamping pendampinglapangan pendampingkoperasi pendampingumkm "
	    "petugaslapangan" },
};

static enum role
role_written(struct arena *arena, const char *text)
{
	for (size_t at = 0; at < sizeof(role_names) / sizeof(role_names[0]); at++)
		if (table_called(arena, text, role_names[at].names))
			return role_names[at].role;
	return ROLE_PUBLIC;
}

/* A list without a role has it in the head over its people: "Admin OPD", "Nama Kepala
 * Dinas".  An office alone says nothing: a column "Inspektorat" may hold anything, and the
 * widest rights are never guessed. */
static const char *
role_implied(struct arena *arena, const char *head)
{
	enum role role;

	if (strncasecmp(head, "nama ", strlen("nama ")) == 0)
		head += strlen("nama ");
	role = role_written(arena, head);
	return role == ROLE_OPERATOR || role == ROLE_HEAD || role == ROLE_VERIFIER ?
	    role_name(role) :
	    NULL;
}

static const struct table_column before[] = {
	[SHEET_ROLE] = { "peran", "role jenisakun hakakses", COLUMN_REQUIRED | COLUMN_FILLED, 60,
	    .share = 11, .source = "role", .words = role_words, .implied = role_implied },
	[SHEET_REGION] = { "kode daerah", SHEET_CODE_ALSO, 0, SHEET_CODE_MAX, .share = 6,
	    .source = "region_code" },
	[SHEET_AGENCY] = { "perangkat daerah",
	    "opd skpd namaopd unitkerja "
	    "namaperangkatdaerah agency",
	    0, 200, .share = 17, .source = "agency_name" },
	[SHEET_USERNAME] = { "nama pengguna", "username namalogin pengguna", 0, 60, .share = 12,
	    .source = "username" },
	{ 0 },
};
static const struct table_column none[] = { { 0 } };
/* Of an account that is there the name may be left out. */
const struct sheet_layout account_layout = {
	.before = before,
	.fields = person_fields,
	.count = PERSON_COLUMNS,
	.required = COLUMN_REQUIRED,
	.behind = none,
};

/* ---- role and place ------------------------------------------------------- */

static enum role
read_role(struct import *import, size_t row)
{
	const char *cell = import_cell(import, row, SHEET_ROLE);
	enum role role = role_written(import->context->arena, cell);

	if (role == ROLE_PUBLIC && *cell != '\0')
		table_problem(&import->table, row, SHEET_ROLE,
		    "Peran “%s” "
		    "tidak dikenal. Tulis Operator, Kepala, Tim verifikasi, "
		    "Validator, Inspektorat, Sekretaris Daerah, Pendamping "
		    "lapangan atau Administrator.",
		    cell);
	return role;
}

/* By the name and, where it has one, by its abbreviation: the first of a region is found first. */
static void
index_agencies(struct arena *arena, struct place *place)
{
	const struct rows *agencies = &place->agencies;

	text_index_make(&place->agency_names, arena, 2 * agencies->count);
	for (size_t at = agencies->count; at-- > 0;) {
		const char *short_name = row_text(agencies, at, "short_name");

		if (*short_name != '\0')
			text_index_put(&place->agency_names, 2 * at + 1,
			    name_hash(name_key, short_name, 0));
		text_index_put(&place->agency_names, 2 * at,
		    name_hash(name_key, row_text(agencies, at, "name"), 0));
	}
}

/* A region's agencies and accounts; each region is asked once. */
static int
open_place(struct import *import, int64_t id, size_t at, const struct place **found)
{
	struct context *context = import->context;
	struct place *place = account_import_of(import)->places;
	int result = 0;

	while (place != NULL && place->id != id)
		place = place->next;
	*found = place;
	if (place != NULL)
		return 0;
	place = arena_alloc(context->arena, sizeof(*place));
	*place = (struct place){ .id = id,
		.code = "",
		.name = "Seluruh aplikasi",
		.next = account_import_of(import)->places };
	if (id != 0) {
		place->code = row_text(&import->regions, at, "code");
		place->name = row_text(&import->regions, at, "name");
		place->below = !row_null(&import->regions, at, "parent_id");
		result = db_select(context->db, &place->agencies, STATEMENT_AGENCIES_THERE,
		    db_int(id));
	}
	if (result >= 0)
		result = db_select(context->db, &place->accounts, STATEMENT_ACCOUNT_THERE,
		    db_key(id));
	if (result >= 0) {
		index_agencies(context->arena, place);
		index_accounts(context->arena, place);
	}
	*found = account_import_of(import)->places = place;
	return result < 0 ? context_status(context, result) : 0;
}

/* The region of a row, in care and fit for its role; NULL and a problem. */
static int
account_rows_read_place(struct import *import, size_t row, const struct place **place)
{
	const char *cell = import_cell(import, row, SHEET_REGION);
	bool whole = strcasecmp(cell, everywhere) == 0;
	size_t at = whole ? 0 : import_region(import, row);
	const char *flaw = NULL;
	int status = 0;

	*place = NULL;
	if (whole)
		flaw = place_flaw(import->context, entry_of(import, row)->role, 0, false);
	else if (at == import->regions.count)
		return 0;
	if (flaw == NULL)
		status = open_place(import, whole ? 0 : row_int(&import->regions, at, "id"), at,
		    place);
	if (status != 0)
		return status;
	if (!whole)
		flaw = place_flaw(import->context, entry_of(import, row)->role, (*place)->id,
		    (*place)->below);
	if (flaw != NULL) {
		table_problem(&import->table, row, SHEET_REGION, "%s", flaw);
		*place = NULL;
	}
	return 0;
}

/* ---- the agency ----------------------------------------------------------- */

/* By its name or its usual abbreviation, in any capitals. */
static bool
account_rows_find_agency(struct entry *entry, const char *cell)
{
	const struct rows *agencies = &entry->place->agencies;
	const struct text_index *names = &entry->place->agency_names;

	for (long found = text_index_first(names, name_hash(name_key, cell, 0)); found >= 0;
	     found = text_index_next(names, found)) {
		size_t at = (size_t)found / 2;
		const char *name = row_text(agencies, at, "name");
		const char *short_name = row_text(agencies, at, "short_name");

		if (!name_same(name, cell) && !name_same(short_name, cell))
			continue;
		entry->agency_id = row_int(agencies, at, "id");
		entry->agency_name = name;
		entry->short_name = short_name;
		entry->agency_ended = row_int(agencies, at, "active") == 0;
		return true;
	}
	return false;
}

/* Characters in common at the beginning, capitals or not. */
static size_t
alike(const char *one, const char *other)
{
	size_t length = 0;

	while (one[length] != '\0' &&
	    tolower((unsigned char)one[length]) == tolower((unsigned char)other[length]))
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
account_rows_check_agency(struct import *import, size_t row)
{
	struct entry *entry = entry_of(import, row);
	enum agency_need need = agency_need(entry->role);
	const char *cell = import_cell(import, row, SHEET_AGENCY), *likely;

	if (*cell == '\0') {
		if (need == AGENCY_MUST)
			table_problem(&import->table, row, SHEET_AGENCY,
			    "Tulis perangkat daerah tempat orang ini bekerja.");
		return;
	}
	if (need == AGENCY_NONE) {
		table_problem(&import->table, row, SHEET_AGENCY,
		    "Peran ini "
		    "tidak terikat pada satu perangkat daerah. Kosongkan "
		    "selnya.");
		return;
	}
	if (account_rows_find_agency(entry, cell))
		return;
	likely = likely_agency(entry->place, cell);
	table_problem(&import->table, row, SHEET_AGENCY,
	    "Perangkat daerah "
	    "“%s” tidak ada di %s. %s%s%s",
	    cell, entry->place->name,
	    likely != NULL ? "Mungkin maksudnya " :
			     "Tulis namanya seperti "
			     "dalam daftar perangkat daerah, atau impor dahulu daftarnya",
	    likely != NULL ? likely : "", likely != NULL ? "?" : ".");
}

/* An account that is made now needs an agency that takes part. */
static void
check_active(struct import *import, size_t row)
{
	const struct entry *entry = entry_of(import, row);

	if (entry->agency_ended)
		table_problem(&import->table, row, SHEET_AGENCY,
		    "%s tidak aktif. Aktifkan dahulu, atau pilih yang "
		    "lain.",
		    entry->agency_name);
}

/* ---- the person ----------------------------------------------------------- */

/* Letters are taken small: nobody should fail for a capital. */
static void
account_rows_check_name(struct import *import, size_t row)
{
	const char **cell = &import->table.rows[row].cells[SHEET_USERNAME];
	char *name = arena_text(import->context->arena, *cell);

	for (char *at = name; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	*cell = name;
	if (*name != '\0' && !account_name_fits(name))
		table_problem(&import->table, row, SHEET_USERNAME,
		    "“%s”: "
		    "pakailah 3 sampai 60 huruf kecil, angka, titik, garis "
		    "bawah atau tanda hubung. Bila dikosongkan, dibuatkan.",
		    name);
}

/* ---- a whole row ---------------------------------------------------------- */

/* A place that nobody was named for, as in the workbook to fill in. */
static bool
is_blank(const struct import *import, size_t row)
{
	if (*import_cell(import, row, SHEET_USERNAME) != '\0')
		return false;
	for (size_t at = 0; at < PERSON_COLUMNS; at++)
		if (*import_values(import, row)[at] != '\0')
			return false;
	return true;
}

int
read_account_row(struct import *import, size_t row)
{
	struct entry *entry = entry_of(import, row);
	const char *username;
	size_t at;
	int status;

	entry->agency_name = entry->short_name = "";
	if (is_blank(import, row)) {
		entry->row.what = ROW_BLANK;
		return 0;
	}
	entry->role = read_role(import, row);
	account_rows_check_name(import, row);
	import_check_cells(import, row);
	if (entry->role == ROLE_PUBLIC)
		return 0;
	status = account_rows_read_place(import, row, &entry->place);
	if (status != 0 || entry->place == NULL)
		return status;
	username = import_cell(import, row, SHEET_USERNAME);
	at = account_of_name(entry->place, username);
	if (at == entry->place->accounts.count &&
	    *import_cell(import, row, SHEET_OF(PERSON_NAME)) == '\0')
		table_problem(&import->table, row, SHEET_OF(PERSON_NAME),
		    "Kosong. Isi "
		    "dahulu.");
	if (at == entry->place->accounts.count || *import_cell(import, row, SHEET_AGENCY) != '\0')
		account_rows_check_agency(import, row);
	if (import->table.rows[row].wrong)
		return 0;
	status = match_account(import, row, at);
	if (status == 0 && entry->row.id == 0)
		check_active(import, row);
	return status;
}
