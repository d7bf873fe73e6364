/* SPDX-License-Identifier: ISC */
/*
 * A new account: first the role and the place, which the actor has to be
 * allowed to give, then the person.
 */
#include "cycle/accounts.h"

#include <ctype.h>
#include <string.h>

#include "store/history.h"
#include "store/password.h"
#include "base/banned.h"

enum { START_ROLE, START_REGION, START_AGENCY };
const struct field account_start_fields[] = {
	[START_ROLE] = { "role", FIELD_CHOICE, "Peran", .choices = account_roles },
	[START_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 0, .max = INT32_MAX },
	[START_AGENCY] = { "agency", FIELD_NUMBER, "Perangkat daerah", .min = 1, .max = INT32_MAX },
	{ 0 },
};

enum { USERNAME = PERSON_COLUMNS, ROLE, REGION, AGENCY };
const struct field account_new_fields[] = {
	PERSON_FIELDS[USERNAME] = { "username", FIELD_TEXT, "Nama pengguna", true, .max = 60 },
	[ROLE] = { "role", FIELD_CHOICE, "Peran", true, .choices = account_roles },
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 0, .max = INT32_MAX },
	[AGENCY] = { "agency_id", FIELD_NUMBER, "Perangkat daerah", .min = 1, .max = INT32_MAX },
	{ 0 },
};

/* What an account is for: the form for the person stands below it. */
struct purpose {
	enum role role;
	int64_t region_id; /* 0: the whole instance */
	const char *region_name;
	struct rows agencies; /* of the region, to choose from */
};

static void
fill_start(struct context *context, const struct rows *regions)
{
	region_options_fill(context, regions);
	fill_roles(context);
	if (context->actor.region_id == 0)
		page_set(&context->page, "MayGiveAll", "1");
}

static int
show_start(struct context *context, int code)
{
	struct rows regions;
	int status = region_options_read(context, &regions);

	if (status != 0)
		return status;
	fill_start(context, &regions);
	return context_show_status(context, "cycle/account_start", code);
}

static int
read_agencies(struct context *context, struct purpose *purpose)
{
	return context_status(context,
	    purpose->region_id == 0 ?
		0 :
		db_select(context->db, &purpose->agencies, STATEMENT_AGENCY_OPTIONS,
		    db_int(purpose->region_id)));
}

static void
fill_purpose(struct context *context, const struct purpose *purpose)
{
	enum agency_need need = agency_need(purpose->role);

	set_value(context, "role", role_code(purpose->role));
	set_number(context, "region_id", purpose->region_id);
	fill_person_fields(context);
	page_set(&context->page, "New.role_name", role_name(purpose->role));
	page_set(&context->page, "New.region_name", purpose->region_name);
	if (need != AGENCY_NONE)
		page_set(&context->page, "New.agency", need == AGENCY_MUST ? "must" : "may");
	fill_rows(page_node(&context->page, "Options.agencies"), &purpose->agencies);
}

/* The form for a role and a region that are known. */
static int
show_new(struct context *context, struct purpose *purpose, int code)
{
	int status = read_agencies(context, purpose);

	if (status != 0)
		return status;
	fill_purpose(context, purpose);
	return context_show_status(context, "cycle/account_new", code);
}

const char *
place_flaw(const struct context *context, enum role role, int64_t region_id, bool below)
{
	if (region_id == 0 && role != ROLE_ADMIN)
		return "Pilih daerah tempat peran ini berlaku.";
	if (region_id == 0 && context->actor.region_id != 0)
		return "Pilih daerah di wilayah Anda.";
	if (role == ROLE_VALIDATOR && below)
		return "Biro Organisasi Provinsi hanya untuk provinsi. Pilih "
		       "provinsinya sebagai daerah.";
	return NULL;
}

enum agency_need
agency_need(enum role role)
{
	return (role & (ROLE_OPERATOR | ROLE_HEAD | ROLE_ASSISTANT)) != 0 ? AGENCY_MUST :
	    role == ROLE_VERIFIER                                         ? AGENCY_MAY :
									    AGENCY_NONE;
}

/*
 * Whether the actor may give this role here: if not, the reason, a sentence, in
 * *why.  Finds the region's name.  0 or a status.
 */
static int
check_place(struct context *context, struct purpose *purpose, const char **why)
{
	struct rows region;
	int status;

	*why = NULL;
	if (purpose->region_id == 0) {
		*why = place_flaw(context, purpose->role, 0, false);
		purpose->region_name = "Seluruh aplikasi";
		return 0;
	}
	status = region_find(context, purpose->region_id, &region);
	if (status == 404) {
		*why = "Pilih daerah di wilayah Anda.";
		return 0;
	}
	if (status != 0)
		return status;
	purpose->region_name = row_text(&region, 0, "name");
	*why = place_flaw(context, purpose->role, purpose->region_id,
	    !row_null(&region, 0, "parent_id"));
	return 0;
}

int
new_account(struct context *context)
{
	struct form *form = &context->form;
	struct purpose purpose = { .role = role_of(form_text(form, START_ROLE)),
		.region_id = form_number(form, START_REGION) };
	int64_t agency_id = form_number(form, START_AGENCY);
	const char *why;
	struct rows agency;
	int status;

	if (agency_id != 0) {
		status = agency_find(context, agency_id, &agency);
		if (status != 0)
			return status;
		purpose.region_id = row_int(&agency, 0, "region_id");
		set_number(context, "agency_id", agency_id);
	}
	if (purpose.role == ROLE_PUBLIC || !form_ok(form)) {
		set_number(context, "region",
		    purpose.region_id != 0 ? purpose.region_id : context->actor.region_id);
		set_value(context, "role", "operator");
		return show_start(context, 200);
	}
	status = check_place(context, &purpose, &why);
	if (status != 0)
		return status;
	if (why != NULL) {
		form_error(form, START_REGION, "%s", why);
		fill_form(context);
		return show_start(context, 422);
	}
	return show_new(context, &purpose, 200);
}

/* Letters are taken small: nobody should fail for a capital. */
void
check_username(struct context *context, int field)
{
	struct value *value = &context->form.values[field];
	char *name = arena_text(context->arena, value->text);

	for (char *at = name; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	value->text = name;
	if (value->error == NULL && !account_name_fits(name))
		form_error(&context->form, field,
		    "Nama pengguna memakai 3 "
		    "sampai 60 huruf kecil, angka, titik, garis bawah atau "
		    "tanda hubung, misalnya operator.dinkes.");
}

/* The agency that the form names has to lie in the region that it names. */
static int
account_new_check_agency(struct context *context, enum role role, int64_t region_id)
{
	struct form *form = &context->form;
	int64_t agency_id = form_number(form, AGENCY);
	struct rows agency;
	int status;

	if (agency_need(role) == AGENCY_MUST && agency_id == 0)
		form_error(form, AGENCY,
		    "Pilih perangkat daerah tempat orang "
		    "ini bekerja.");
	else if (agency_need(role) == AGENCY_NONE && agency_id != 0)
		form_error(form, AGENCY,
		    "Peran ini tidak terikat pada satu "
		    "perangkat daerah.");
	if (agency_id == 0)
		return 0;
	status = agency_find(context, agency_id, &agency);
	if (status == 404 || (status == 0 && row_int(&agency, 0, "region_id") != region_id)) {
		form_error(form, AGENCY,
		    "Perangkat daerah: pilih salah satu "
		    "dari daftar.");
		return 0;
	}
	return status;
}

struct adding {
	struct context *context;
	struct account account;
};

static int
account_new_add(struct db *db, void *argument)
{
	struct adding *adding = argument;
	struct account *account = &adding->account;
	struct change change;
	int result = account_add(db, account, adding->context->actor.account_id, "");

	if (result != 0)
		return result;
	change = change_of(adding->context, "right", account->region_id, account->id);
	change.agency_id = account->agency_id;
	change.to = role_code(account->role);
	return history_add(db, &change);
}

void
account_of_form(struct context *context, struct account *account)
{
	memcpy(account->person, form_columns(context, 0, PERSON_COLUMNS), sizeof(account->person));
}

static int
show_typed_new(struct context *context, struct purpose *purpose)
{
	fill_form(context);
	return show_new(context, purpose, 422);
}

int
show_password(struct context *context, const struct account *account, const char *what,
    const char *password)
{
	struct node *node = page_node(&context->page, "Card");

	node_set(node, "what", what);
	node_set(node, "password", password);
	node_set_int(node, "id", account->id);
	node_set(node, "username", account->username);
	node_set(node, "full_name", account->person[PERSON_NAME]);
	return context_show(context, "cycle/account_password");
}

int
create_account(struct context *context)
{
	struct form *form = &context->form;
	struct purpose purpose = { .role = role_of(form_text(form, ROLE)),
		.region_id = form_number(form, REGION) };
	struct adding adding = { .context = context };
	char password[PASSWORD_MADE_TEXT], hash[PASSWORD_HASH_TEXT];
	const char *why;
	int result, status;

	if (purpose.role == ROLE_PUBLIC || form->values[REGION].error != NULL)
		return 400;
	status = check_place(context, &purpose, &why);
	if (status != 0 || why != NULL)
		return status != 0 ? status : context_refuse(context, 404, "%s", why);
	check_username(context, USERNAME);
	check_columns(context, 0, PERSON_COLUMNS);
	status = account_new_check_agency(context, purpose.role, purpose.region_id);
	if (status != 0)
		return status;
	if (!form_ok(form))
		return show_typed_new(context, &purpose);
	password_make(password);
	if (password_hash(hash, password) != 0)
		return 503;
	adding.account = (struct account){ .role = purpose.role,
		.region_id = purpose.region_id,
		.agency_id = form_number(form, AGENCY),
		.username = form_text(form, USERNAME),
		.password_hash = hash,
		.must_change_password = true };
	account_of_form(context, &adding.account);
	result = db_txn(context->db, account_new_add, &adding);
	if (result == DB_DUPLICATE) {
		form_error(form, USERNAME,
		    "Nama pengguna %s sudah dipakai. "
		    "Pilih yang lain.",
		    form_text(form, USERNAME));
		return show_typed_new(context, &purpose);
	}
	status = result != 0 ?
	    context_status(context, result) :
	    show_password(context, &adding.account, "created", password);
	explicit_bzero(password, sizeof(password));
	return status;
}
