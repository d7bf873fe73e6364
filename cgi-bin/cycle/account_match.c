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

enum { NAME_BYTES = 4 * 200, KEY_BYTES = 4 * NAME_BYTES + 1 };

uint64_t
name_hash(void (*key)(char *out, const char *name), const char *name, int64_t number)
{
	char text[KEY_BYTES];

	if (strlen(name) > NAME_BYTES) /* too long a name, as is told elsewhere */
		return text_hash(name, number);
	key(text, name);
	return text_hash(text, number);
}

/* A role at an agency. */
static int64_t
post(enum role role, int64_t agency_id)
{
	return agency_id << 16 | (int64_t)role;
}

void
index_accounts(struct arena *arena, struct place *place)
{
	const struct rows *accounts = &place->accounts;

	text_index_make(&place->usernames, arena, accounts->count);
	text_index_make(&place->nips, arena, accounts->count);
	text_index_make(&place->persons, arena, accounts->count);
	for (size_t at = accounts->count; at-- > 0;) {
		enum role role = role_of(row_text(accounts, at, "role"));

		text_index_put(&place->usernames, at,
		    text_hash(row_text(accounts, at, "username"), 0));
		if (*row_text(accounts, at, "nip") != '\0')
			text_index_put(&place->nips, at,
			    text_hash(row_text(accounts, at, "nip"), role));
		text_index_put(&place->persons, at,
		    name_hash(name_person_key, row_text(accounts, at, "full_name"),
			post(role, row_int(accounts, at, "agency_id"))));
	}
}

size_t
account_of_name(const struct place *place, const char *username)
{
	const struct rows *accounts = &place->accounts;
	long at = text_index_first(&place->usernames, text_hash(username, 0));

	while (at >= 0 && strcmp(row_text(accounts, (size_t)at, "username"), username) != 0)
		at = text_index_next(&place->usernames, at);
	return at >= 0 ? (size_t)at : accounts->count;
}

/* Active, of that role, with that NIP; in that agency, or in any. */
static size_t
find_nip(const struct entry *entry, const char *nip, bool any)
{
	const struct text_index *nips = &entry->place->nips;
	const struct rows *accounts = &entry->place->accounts;

	if (*nip == '\0')
		return accounts->count;
	for (long found = text_index_first(nips, text_hash(nip, entry->role)); found >= 0;
	     found = text_index_next(nips, found)) {
		size_t at = (size_t)found;

		if (is_active(entry, at) && has_role(entry, at) && (any || has_agency(entry, at)) &&
		    strcmp(row_text(accounts, at, "nip"), nip) == 0)
			return at;
	}
	return accounts->count;
}

/* Active, of that role and agency and of that name, and no other NIP. */
static size_t
find_person(const struct entry *entry, const char *full_name, const char *nip)
{
	const struct text_index *persons = &entry->place->persons;
	const struct rows *accounts = &entry->place->accounts;
	uint64_t hash = name_hash(name_person_key, full_name, post(entry->role, entry->agency_id));

	for (long found = text_index_first(persons, hash); found >= 0;
	     found = text_index_next(persons, found)) {
		size_t at = (size_t)found;

		if (is_active(entry, at) && has_role(entry, at) && has_agency(entry, at) &&
		    name_same_person(row_text(accounts, at, "full_name"), full_name) &&
		    (*nip == '\0' || *row_text(accounts, at, "nip") == '\0'))
			return at;
	}
	return accounts->count;
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

/* Whom a row means: the account that is there; else who has its name, and its NIP if it
 * has one.  What two rows of one account have in common is among it. */
enum { MEANT_PERSON, MEANT_NIP, MEANT };

/* How many of these there are. */
static size_t
meant_count(const struct import *import, size_t row)
{
	bool nip = entry_of(import, row)->row.id == 0 &&
	    *import_cell(import, row, SHEET_OF(PERSON_NIP)) != '\0';

	return nip ? MEANT : MEANT_NIP;
}

static uint64_t
meant_hash(const struct import *import, size_t row, size_t by)
{
	const struct entry *entry = entry_of(import, row);
	int64_t number = post(entry->role, entry->agency_id) ^ entry->place->id << 40;

	if (entry->row.id != 0)
		return text_hash("id", entry->row.id);
	return by == MEANT_NIP ?
	    text_hash(import_cell(import, row, SHEET_OF(PERSON_NIP)), number) :
	    name_hash(name_person_key, import_cell(import, row, SHEET_OF(PERSON_NAME)), number);
}

/* The first row before it of the same sign-in name, or the count. */
static size_t
first_named(const struct import *import, const char *username)
{
	const struct text_index *named = &account_import_of(import)->named;
	size_t first = import->table.count;

	if (*username == '\0')
		return first;
	for (long at = text_index_first(named, text_hash(username, 0)); at >= 0;
	     at = text_index_next(named, at))
		if ((size_t)at < first &&
		    strcmp(username, import_cell(import, (size_t)at, SHEET_USERNAME)) == 0)
			first = (size_t)at;
	return first;
}

/* The first row before it that means the same account, or the count. */
static size_t
first_meant(const struct import *import, size_t row)
{
	const struct text_index *meant = &account_import_of(import)->meant;
	size_t first = import->table.count;

	for (size_t by = 0; by < meant_count(import, row); by++)
		for (long at = text_index_first(meant, meant_hash(import, row, by)); at >= 0;
		     at = text_index_next(meant, at)) {
			size_t other = (size_t)at / MEANT;

			if (other < first && is_same_account(import, other, row))
				first = other;
		}
	return first;
}

/* What is right is found by the rows that come after it. */
static void
account_match_check_twice(struct import *import, size_t row)
{
	struct account_import *own = account_import_of(import);
	const char *username = import_cell(import, row, SHEET_USERNAME);
	size_t named = first_named(import, username), meant = first_meant(import, row);

	if (named < import->table.count && named <= meant)
		table_problem(&import->table, row, SHEET_USERNAME,
		    "Nama pengguna %s ada juga di baris %zu.", username,
		    import->table.rows[named].number);
	else if (meant < import->table.count)
		table_problem(&import->table, row, SHEET_OF(PERSON_NAME),
		    "Orang dan perannya sama dengan baris %zu. Hapus "
		    "salah satunya.",
		    import->table.rows[meant].number);
	if (import->table.rows[row].wrong)
		return;
	if (*username != '\0')
		text_index_put(&own->named, row, text_hash(username, 0));
	for (size_t by = 0; by < meant_count(import, row); by++)
		text_index_put(&own->meant, row * MEANT + by, meant_hash(import, row, by));
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
