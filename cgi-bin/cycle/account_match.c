/* SPDX-License-Identifier: ISC */
/*
 * Which account a row means: the one of its sign-in name; else the one of its
 * role and agency with its NIP; else the one of its role and agency with the
 * same name and no other NIP.  Rows that mean the same account, and people
 * who seem to have moved, are told.
 */
#include "cycle/account_import.h"

#include <string.h>

#include "rules/name_text.h"
#include "base/banned.h"

struct account_import *
account_import_of(const struct import *import)
{
	return import->own;
}

struct entry *
entry_of(const struct import *import, size_t row)
{
	return &account_import_of(import)->entries[row];
}

static bool
is_active(const struct entry *entry, size_t at)
{
	return strcmp(row_text(&entry->place->accounts, at, "state"), "active") == 0;
}

static bool
has_role(const struct entry *entry, size_t at)
{
	return role_of(row_text(&entry->place->accounts, at, "role")) == entry->role;
}

static bool
has_agency(const struct entry *entry, size_t at)
{
	return row_int(&entry->place->accounts, at, "agency_id") == entry->agency_id;
}

size_t
account_of_name(const struct place *place, const char *username)
{
	const struct rows *accounts = &place->accounts;
	size_t at = 0;

	while (at < accounts->count && strcmp(row_text(accounts, at, "username"), username) != 0)
		at++;
	return at;
}

/* Active, of that role, with that NIP; in that agency, or in any. */
static size_t
find_nip(const struct entry *entry, const char *nip, bool any)
{
	const struct rows *accounts = &entry->place->accounts;
	size_t at = *nip != '\0' ? 0 : accounts->count;

	while (at < accounts->count &&
	    !(is_active(entry, at) && has_role(entry, at) && (any || has_agency(entry, at)) &&
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

	while (at < accounts->count &&
	    !(is_active(entry, at) && has_role(entry, at) && has_agency(entry, at) &&
		name_same_person(row_text(accounts, at, "full_name"), full_name) &&
		(*nip == '\0' || *row_text(accounts, at, "nip") == '\0')))
		at++;
	return at;
}

/* "operator.dinkes (Operator Perangkat Daerah, Dinas Kesehatan)" */
static const char *
account_words(const struct import *import, const struct entry *entry, size_t at)
{
	const struct rows *accounts = &entry->place->accounts;
	const char *agency = row_text(accounts, at, "agency_name");

	return arena_format(import->context->arena, "%s (%s%s%s)",
	    row_text(accounts, at, "username"), role_name(role_of(row_text(accounts, at, "role"))),
	    *agency != '\0' ? ", " : "", agency);
}

static void
take_account(struct import *import, size_t row, size_t at)
{
	struct entry *entry = entry_of(import, row);
	const struct rows *accounts = &entry->place->accounts;

	import_match(import, row, accounts, at);
	entry->at = at;
	entry->row.waits = row_int(accounts, at, "waits") != 0;
	entry->agency_id = row_int(accounts, at, "agency_id");
	entry->agency_name = row_text(accounts, at, "agency_name");
}

/* The account of the sign-in name in the row's own region. */
static void
match_name(struct import *import, size_t row, size_t at)
{
	struct entry *entry = entry_of(import, row);
	const char *words = account_words(import, entry, at);
	bool placed = *import_cell(import, row, SHEET_AGENCY) == '\0' || has_agency(entry, at);

	if (!is_active(entry, at))
		table_problem(&import->table, row, SHEET_USERNAME,
		    "Akses %s "
		    "sudah diakhiri. Pilih nama pengguna yang baru.",
		    words);
	else if (!has_role(entry, at) || !placed)
		table_problem(&import->table, row, has_role(entry, at) ? SHEET_AGENCY : SHEET_ROLE,
		    "Sudah ada %s. Peran dan "
		    "perangkat daerah tidak berubah lewat berkas: alihkan "
		    "tugasnya di halaman akun itu, atau pilih nama pengguna "
		    "yang baru.",
		    words);
	else
		take_account(import, row, at);
}

/* A sign-in name that the region does not have: somebody else may. */
static int
check_free(struct import *import, size_t row)
{
	struct entry *entry = entry_of(import, row);
	const struct rows *accounts = &entry->place->accounts;
	const char *username = import_cell(import, row, SHEET_USERNAME);
	struct account other;
	size_t at;
	int result = account_named(import->context->db, &other, username);

	if (result < 0)
		return context_status(import->context, result);
	at = find_nip(entry, import_cell(import, row, SHEET_OF(PERSON_NIP)), false);
	if (result > 0)
		table_problem(&import->table, row, SHEET_USERNAME,
		    "Nama "
		    "pengguna %s sudah dipakai akun lain. Pilih yang lain, "
		    "atau kosongkan supaya dibuatkan.",
		    username);
	else if (at < accounts->count)
		table_problem(&import->table, row, SHEET_USERNAME,
		    "Orang ini "
		    "sudah mempunyai akun %s. Tulis nama pengguna itu; nama "
		    "pengguna tidak berubah.",
		    account_words(import, entry, at));
	return 0;
}

static void
match_unnamed(struct import *import, size_t row)
{
	struct entry *entry = entry_of(import, row);
	const struct rows *accounts = &entry->place->accounts;
	const char *nip = import_cell(import, row, SHEET_OF(PERSON_NIP));
	size_t at = find_nip(entry, nip, false);

	if (at == accounts->count)
		at = find_person(entry, import_cell(import, row, SHEET_OF(PERSON_NAME)), nip);
	if (at < accounts->count) {
		take_account(import, row, at);
		return;
	}
	at = find_nip(entry, nip, true);
	if (at < accounts->count)
		table_problem(&import->table, row, SHEET_OF(PERSON_NIP),
		    "NIP ini sudah "
		    "dipakai %s. Bila orangnya pindah, alihkan tugas atau "
		    "akhiri akses akun itu dahulu; bila merangkap, tulis nama "
		    "pengguna baru di kolom nama pengguna.",
		    account_words(import, entry, at));
}

/* Two rows that mean one account. */
static bool
is_same_account(const struct import *import, size_t one, size_t other)
{
	const struct entry *a = entry_of(import, one);
	const struct entry *b = entry_of(import, other);
	const char *nip = import_cell(import, one, SHEET_OF(PERSON_NIP));
	const char *other_nip = import_cell(import, other, SHEET_OF(PERSON_NIP));

	if (a->row.id != 0 || b->row.id != 0)
		return a->row.id == b->row.id;
	if (a->role != b->role || a->place != b->place || a->agency_id != b->agency_id)
		return false;
	if (*nip != '\0' && *other_nip != '\0')
		return strcmp(nip, other_nip) == 0;
	return name_same_person(import_cell(import, one, SHEET_OF(PERSON_NAME)),
	    import_cell(import, other, SHEET_OF(PERSON_NAME)));
}

static void
account_match_check_twice(struct import *import, size_t row)
{
	const char *username = import_cell(import, row, SHEET_USERNAME);

	for (size_t other = 0; other < row; other++) {
		size_t number = import->table.rows[other].number;

		if (import->table.rows[other].wrong)
			continue;
		if (*username != '\0' &&
		    strcmp(username, import_cell(import, other, SHEET_USERNAME)) == 0)
			table_problem(&import->table, row, SHEET_USERNAME,
			    "Nama pengguna %s ada juga di baris %zu.", username, number);
		else if (is_same_account(import, other, row))
			table_problem(&import->table, row, SHEET_OF(PERSON_NAME),
			    "Orang dan perannya sama dengan baris %zu. Hapus "
			    "salah satunya.",
			    number);
		else
			continue;
		return;
	}
}

int
match_account(struct import *import, size_t row, size_t named)
{
	struct entry *entry = entry_of(import, row);
	int status = 0;

	if (named < entry->place->accounts.count)
		match_name(import, row, named);
	else if (*import_cell(import, row, SHEET_USERNAME) == '\0')
		match_unnamed(import, row);
	else
		status = check_free(import, row);
	if (status == 0 && !import->table.rows[row].wrong)
		account_match_check_twice(import, row);
	return status;
}
