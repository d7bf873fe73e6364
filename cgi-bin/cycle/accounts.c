/* SPDX-License-Identifier: ISC */
#include "cycle/accounts.h"

#include <ctype.h>
#include <string.h>

#include "step/words.h"
#include "store/history.h"
#include "store/password.h"
#include "base/banned.h"

/* Accounts in the administrator's care: found, made, and corrected. */

static const char *const roles[] = { "operator", "head", "verifier",
	"validator", "admin", "auditor", NULL };
static const char *const states[] = { "active", "ended", NULL };

enum { LIST_REGION, LIST_ROLE, LIST_QUERY, LIST_STATE, LIST_PAGE };
const struct field account_list_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[LIST_ROLE] = { "role", FIELD_CHOICE, "Peran", .choices = roles },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Nama", .max = 120 },
	[LIST_STATE] = { "state", FIELD_CHOICE, "Keadaan",
	    .choices = states },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1,
	    .max = 100000 },
	{ 0 }
};

enum { START_ROLE, START_REGION, START_AGENCY };
const struct field account_start_fields[] = {
	[START_ROLE] = { "role", FIELD_CHOICE, "Peran", .choices = roles },
	[START_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 0,
	    .max = INT32_MAX },
	[START_AGENCY] = { "agency", FIELD_NUMBER, "Perangkat daerah",
	    .min = 1, .max = INT32_MAX },
	{ 0 }
};

enum { FULL_NAME, PERSON_NIP, OFFICE, EMAIL, PHONE, USERNAME, ROLE, REGION,
	AGENCY };
const struct field account_new_fields[] = {
	[FULL_NAME] = { "full_name", FIELD_TEXT, "Nama lengkap", true,
	    .max = 120 },
	[PERSON_NIP] = { "nip", FIELD_TEXT, "NIP", .max = 30 },
	[OFFICE] = { "office", FIELD_TEXT, "Jabatan", .max = 160 },
	[EMAIL] = { "email", FIELD_TEXT, "Surel", .max = 160 },
	[PHONE] = { "phone", FIELD_TEXT, "Telepon", .max = 40 },
	[USERNAME] = { "username", FIELD_TEXT, "Nama pengguna", true,
	    .max = 60 },
	[ROLE] = { "role", FIELD_CHOICE, "Peran", true, .choices = roles },
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 0,
	    .max = INT32_MAX },
	[AGENCY] = { "agency_id", FIELD_NUMBER, "Perangkat daerah", .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

enum { EDIT_VERSION = PHONE + 1 };
const struct field account_edit_fields[] = {
	[FULL_NAME] = { "full_name", FIELD_TEXT, "Nama lengkap", true,
	    .max = 120 },
	[PERSON_NIP] = { "nip", FIELD_TEXT, "NIP", .max = 30 },
	[OFFICE] = { "office", FIELD_TEXT, "Jabatan", .max = 160 },
	[EMAIL] = { "email", FIELD_TEXT, "Surel", .max = 160 },
	[PHONE] = { "phone", FIELD_TEXT, "Telepon", .max = 40 },
	[EDIT_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

static void
fill_account(struct node *node, const struct rows *rows, size_t row)
{
	fill_row(node, rows, row);
	node_set(node, "role_name",
	    role_name(role_of(row_text(rows, row, "role"))));
}

static void
fill_roles(struct visit *visit)
{
	struct node *list = page_node(&visit->page, "Options.roles");

	for (size_t at = 0; roles[at] != NULL; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "value", roles[at]);
		node_set(node, "label", role_name(role_of(roles[at])));
	}
}

static int
list(struct visit *visit, struct rows *rows, int64_t page)
{
	const struct form *form = &visit->form;
	const char *like = db_like(visit->arena, form_text(form,
	    LIST_QUERY));
	const char *role = form_text(form, LIST_ROLE);
	const char *state = form_text(form, LIST_STATE);
	int64_t region = form_number(form, LIST_REGION);

	if (*state == '\0')
		state = "active";
	if (region != 0 || visit->actor.region_id != 0)
		return db_select(visit->db, rows, STATEMENT_ACCOUNT_LIST_CARE,
		    scope(visit), db_key(region), db_text(state),
		    db_text(role), db_text(role), db_text(like), db_text(like),
		    PAGE_LIMIT(page));
	return db_select(visit->db, rows, STATEMENT_ACCOUNT_LIST,
	    db_text(state), db_text(role), db_text(role), db_text(like),
	    db_text(like), PAGE_LIMIT(page));
}

int
show_accounts(struct visit *visit)
{
	const struct form *form = &visit->form;
	int64_t page = page_number(visit, LIST_PAGE);
	int64_t region = form_number(form, LIST_REGION);
	struct rows rows;
	int result = list(visit, &rows, page);

	if (result < 0)
		return visit_status(visit, result);
	page_turn(visit, &rows, page, arena_format(visit->arena,
	    "/cycle/accounts?q=%s&role=%s&state=%s%s",
	    query_text(visit->arena, form_text(form, LIST_QUERY)),
	    query_text(visit->arena, form_text(form, LIST_ROLE)),
	    query_text(visit->arena, form_text(form, LIST_STATE)),
	    region == 0 ? "" : arena_format(visit->arena, "&region=%lld",
	    (long long)region)));
	for (size_t row = 0; row < rows.count; row++)
		fill_account(node_row(page_node(&visit->page, "Accounts"),
		    row), &rows, row);
	fill_roles(visit);
	fill_form(visit);
	result = region_options(visit);
	return result != 0 ? result : visit_show(visit, "cycle/accounts");
}

int
account_find(struct visit *visit, int64_t id, struct rows *rows)
{
	int result = db_select(visit->db, rows, STATEMENT_ACCOUNT_IN_CARE,
	    db_int(id), scope(visit));
	struct node *node;

	if (result <= 0)
		return result == 0 ? 404 : visit_status(visit, result);
	node = page_node(&visit->page, "Account");
	fill_account(node, rows, 0);
	node_set(node, "created", words_time(visit->arena,
	    row_text(rows, 0, "created_at"), visit->actor.zone));
	node_set(node, "signed_in", words_time(visit->arena,
	    row_text(rows, 0, "signed_in_at"), visit->actor.zone));
	node_set(node, "ended", words_time(visit->arena,
	    row_text(rows, 0, "ended_at"), visit->actor.zone));
	if (id == visit->actor.account_id)
		node_set(node, "own", "1");
	return 0;
}

int
show_account(struct visit *visit)
{
	struct rows rows;
	int status = account_find(visit, visit->keys[0], &rows);

	if (status != 0)
		return status;
	status = history_fill(visit, "account", visit->keys[0]);
	return status != 0 ? status : visit_show(visit, "cycle/account");
}

/* ---- a new account -------------------------------------------------------- */

static int
show_start(struct visit *visit, int status)
{
	int failed = region_options(visit);

	fill_roles(visit);
	if (visit->actor.region_id == 0)
		page_set(&visit->page, "MayGiveAll", "1");
	return failed != 0 ? failed :
	    visit_show_status(visit, "cycle/account_start", status);
}

/* The form for a role and a region that are known. */
static int
show_new(struct visit *visit, enum role role, int64_t region_id, int status)
{
	struct rows agencies;
	int result;

	set_value(visit, "role", role_code(role));
	set_number(visit, "region_id", region_id);
	page_set(&visit->page, "New.role_name", role_name(role));
	if (agency_need(role) != AGENCY_NONE)
		page_set(&visit->page, "New.agency", agency_need(role) ==
		    AGENCY_MUST ? "must" : "may");
	if (region_id != 0) {
		result = db_select(visit->db, &agencies,
		    STATEMENT_AGENCY_OPTIONS, db_int(region_id));
		if (result < 0)
			return visit_status(visit, result);
		fill_rows(page_node(&visit->page, "Options.agencies"),
		    &agencies);
	}
	return visit_show_status(visit, "cycle/account_new", status);
}

const char *
place_flaw(const struct visit *visit, enum role role, int64_t region_id,
    bool below)
{
	if (region_id == 0 && role != ROLE_ADMIN)
		return "Pilih daerah tempat peran ini berlaku.";
	if (region_id == 0 && visit->actor.region_id != 0)
		return "Pilih daerah di wilayah Anda.";
	if (role == ROLE_VALIDATOR && below)
		return "Biro Organisasi Provinsi hanya untuk provinsi. Pilih "
		    "provinsinya sebagai daerah.";
	return NULL;
}

enum agency_need
agency_need(enum role role)
{
	return role == ROLE_OPERATOR || role == ROLE_HEAD ? AGENCY_MUST :
	    role == ROLE_VERIFIER ? AGENCY_MAY : AGENCY_NONE;
}

/*
 * Whether the actor may give this role here.  False with the reason, a
 * sentence in *why.  The region's name is set for the page.
 */
static int
check_place(struct visit *visit, enum role role, int64_t region_id,
    const char **why)
{
	struct rows region;
	int status;

	*why = NULL;
	if (region_id == 0) {
		*why = place_flaw(visit, role, 0, false);
		page_set(&visit->page, "New.region_name", "Seluruh aplikasi");
		return 0;
	}
	status = region_find(visit, region_id, &region);
	if (status == 404) {
		*why = "Pilih daerah di wilayah Anda.";
		return 0;
	}
	if (status != 0)
		return status;
	page_set(&visit->page, "New.region_name", row_text(&region, 0,
	    "name"));
	*why = place_flaw(visit, role, region_id, !row_null(&region, 0,
	    "parent_id"));
	return 0;
}

int
new_account(struct visit *visit)
{
	struct form *form = &visit->form;
	enum role role = role_of(form_text(form, START_ROLE));
	int64_t region_id = form_number(form, START_REGION);
	int64_t agency_id = form_number(form, START_AGENCY);
	const char *why;
	struct rows agency;
	int status;

	if (agency_id != 0) {
		status = agency_find(visit, agency_id, &agency);
		if (status != 0)
			return status;
		region_id = row_int(&agency, 0, "region_id");
		set_number(visit, "agency_id", agency_id);
	}
	if (role == ROLE_PUBLIC || !form_ok(form)) {
		set_number(visit, "region", region_id != 0 ? region_id :
		    visit->actor.region_id);
		set_value(visit, "role", "operator");
		return show_start(visit, 200);
	}
	status = check_place(visit, role, region_id, &why);
	if (status != 0)
		return status;
	if (why != NULL) {
		form_error(form, START_REGION, "%s", why);
		fill_form(visit);
		return show_start(visit, 422);
	}
	return show_new(visit, role, region_id, 200);
}

/* Letters are taken small: nobody should fail for a capital. */
void
check_username(struct visit *visit, int field)
{
	struct value *value = &visit->form.values[field];
	char *name = arena_text(visit->arena, value->text);

	for (char *at = name; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	value->text = name;
	if (value->error == NULL && !account_name_fits(name))
		form_error(&visit->form, field, "Nama pengguna memakai 3 "
		    "sampai 60 huruf kecil, angka, titik, garis bawah atau "
		    "tanda hubung, misalnya operator.dinkes.");
}

bool
email_fits(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at != text && strchr(at, '.') != NULL &&
	    strpbrk(text, " ,;<>") == NULL;
}

static void
check_email(struct visit *visit, int field)
{
	const char *text = form_text(&visit->form, field);

	if (*text != '\0' && !email_fits(text))
		form_error(&visit->form, field, "Surel ditulis seperti "
		    "nama@daerah.go.id.");
}

void
check_person(struct visit *visit, int nip, int email)
{
	check_nip(visit, nip);
	check_email(visit, email);
}

/* The agency that the form names has to lie in the region that it names. */
static int
check_agency(struct visit *visit, enum role role, int64_t region_id)
{
	struct form *form = &visit->form;
	int64_t agency_id = form_number(form, AGENCY);
	struct rows agency;
	int status;

	if (agency_need(role) == AGENCY_MUST && agency_id == 0)
		form_error(form, AGENCY, "Pilih perangkat daerah tempat orang "
		    "ini bekerja.");
	else if (agency_need(role) == AGENCY_NONE && agency_id != 0)
		form_error(form, AGENCY, "Peran ini tidak terikat pada satu "
		    "perangkat daerah.");
	if (agency_id == 0)
		return 0;
	status = agency_find(visit, agency_id, &agency);
	if (status == 404 || (status == 0 &&
	    row_int(&agency, 0, "region_id") != region_id)) {
		form_error(form, AGENCY, "Perangkat daerah: pilih salah satu "
		    "dari daftar.");
		return 0;
	}
	return status;
}

struct adding {
	struct visit *visit;
	struct account account;
};

static int
add(struct db *db, void *argument)
{
	struct adding *adding = argument;
	struct account *account = &adding->account;
	struct change change;
	int result = account_add(db, account, adding->visit->actor.account_id,
	    "");

	if (result != 0)
		return result;
	change = change_of(adding->visit, "right", account->region_id,
	    account->id);
	change.agency_id = account->agency_id;
	change.to = role_code(account->role);
	return history_add(db, &change);
}

void
account_of_form(struct visit *visit, struct account *account, int full_name,
    int nip, int office, int email, int phone)
{
	account->full_name = form_text(&visit->form, full_name);
	account->nip = form_text(&visit->form, nip);
	account->office = form_text(&visit->form, office);
	account->email = form_text(&visit->form, email);
	account->phone = form_text(&visit->form, phone);
}

static int
show_typed_new(struct visit *visit, enum role role, int64_t region_id)
{
	fill_form(visit);
	return show_new(visit, role, region_id, 422);
}

int
show_password(struct visit *visit, const struct account *account,
    const char *what, const char *password)
{
	struct node *node = page_node(&visit->page, "Made");

	node_set(node, "what", what);
	node_set(node, "password", password);
	node_set_int(node, "id", account->id);
	node_set(node, "username", account->username);
	node_set(node, "full_name", account->full_name);
	return visit_show(visit, "cycle/account_password");
}

int
create_account(struct visit *visit)
{
	struct form *form = &visit->form;
	enum role role = role_of(form_text(form, ROLE));
	int64_t region_id = form_number(form, REGION);
	struct adding adding = { .visit = visit };
	char password[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	const char *why;
	int result, status;

	if (role == ROLE_PUBLIC || form->values[REGION].error != NULL)
		return 400;
	status = check_place(visit, role, region_id, &why);
	if (status != 0 || why != NULL)
		return status != 0 ? status :
		    visit_refuse(visit, 404, "%s", why);
	check_username(visit, USERNAME);
	check_person(visit, PERSON_NIP, EMAIL);
	status = check_agency(visit, role, region_id);
	if (status != 0)
		return status;
	if (!form_ok(form))
		return show_typed_new(visit, role, region_id);
	password_make(password);
	if (password_hash(hash, password) != 0)
		return 503;
	adding.account = (struct account){ .role = role,
	    .region_id = region_id, .agency_id = form_number(form, AGENCY),
	    .username = form_text(form, USERNAME), .password_hash = hash,
	    .must_change_password = true };
	account_of_form(visit, &adding.account, FULL_NAME, PERSON_NIP, OFFICE,
	    EMAIL, PHONE);
	result = db_txn(visit->db, add, &adding);
	if (result == DB_DUPLICATE) {
		form_error(form, USERNAME, "Nama pengguna %s sudah dipakai. "
		    "Pilih yang lain.", form_text(form, USERNAME));
		return show_typed_new(visit, role, region_id);
	}
	status = result != 0 ? visit_status(visit, result) :
	    show_password(visit, &adding.account, "created", password);
	explicit_bzero(password, sizeof(password));
	return status;
}

/* ---- correcting who it is ------------------------------------------------- */

static int
still_active(struct visit *visit, const struct rows *rows)
{
	return strcmp(row_text(rows, 0, "state"), "active") == 0 ? 0 :
	    visit_refuse(visit, 409, "Akses akun ini sudah diakhiri; datanya "
	    "tidak berubah lagi.");
}

int
account_find_active(struct visit *visit, struct rows *rows)
{
	int status = account_find(visit, visit->keys[0], rows);

	return status != 0 ? status : still_active(visit, rows);
}

int
edit_account(struct visit *visit)
{
	struct rows rows;
	int status = account_find_active(visit, &rows);

	if (status != 0)
		return status;
	set_values(visit, account_edit_fields, &rows);
	return visit_show(visit, "cycle/account_edit");
}

struct editing {
	struct visit *visit;
	const struct rows *was;
	struct edit edit;
};

static int
update(struct db *db, void *argument)
{
	struct editing *editing = argument;
	struct visit *visit = editing->visit;
	struct form *form = &visit->form;
	struct change change = change_of(visit, "account",
	    row_int(editing->was, 0, "region_id"), visit->keys[0]);
	int result = db_run(db, STATEMENT_ACCOUNT_CORRECT,
	    db_text(form_text(form, FULL_NAME)),
	    db_text(form_text(form, PERSON_NIP)),
	    db_text(form_text(form, OFFICE)), db_text(form_text(form, EMAIL)),
	    db_text(form_text(form, PHONE)), db_int(visit->keys[0]),
	    db_int(form_number(form, EDIT_VERSION)));

	if (result <= 0)
		return result < 0 ? result : 409;
	change.agency_id = row_int(editing->was, 0, "agency_id");
	change.from = editing->edit.from;
	change.to = editing->edit.to;
	return history_add(db, &change);
}

int
update_account(struct visit *visit)
{
	struct rows rows;
	struct editing editing = { .visit = visit, .was = &rows };
	int result, status = account_find_active(visit, &rows);

	if (status != 0)
		return status;
	check_person(visit, PERSON_NIP, EMAIL);
	if (!form_ok(&visit->form))
		return visit_show_errors(visit, "cycle/account_edit");
	if (!edit_of(visit, &rows, FULL_NAME, PHONE, &editing.edit))
		return visit_redirect(visit, "/cycle/accounts/%lld",
		    (long long)visit->keys[0]);
	result = db_txn(visit->db, update, &editing);
	if (result == 409) {
		stale(visit, row_int(&rows, 0, "version"));
		return visit_show_status(visit, "cycle/account_edit", 409);
	}
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/accounts/%lld?done=saved",
	    (long long)visit->keys[0]);
}
