/* SPDX-License-Identifier: ISC */
/*
 * One account for each agency of a region that has none of a role yet: thirty
 * operators in one go.  A page makes no more than fit into some seconds, since
 * each password takes its time (store/password.h); what is left comes next.
 */
#include <string.h>

#include "cycle/accounts.h"
#include "base/banned.h"

enum { AT_ONCE = 40 };

static const char *const agency_roles[] = { "operator", "head", NULL };

enum { ROLE, REGION };
const struct field bulk_start_fields[] = {
	[ROLE] = { "role", FIELD_CHOICE, "Peran", .choices = agency_roles },
	[REGION] = { "region", FIELD_NUMBER, "Daerah", true, .min = 1, .max = INT32_MAX },
	{ 0 },
};

enum { MAKE_ROLE, MAKE_REGION, MAKE, USERNAME, FULL_NAME };
const struct field bulk_fields[] = {
	[MAKE_ROLE] = { "role", FIELD_CHOICE, "Peran", true, .choices = agency_roles },
	[MAKE_REGION] = { "region_id", FIELD_NUMBER, "Daerah", true, .min = 1, .max = INT32_MAX },
	[MAKE] = { "make-", FIELD_FLAG, "Buat" },
	[USERNAME] = { "username-", FIELD_TEXT, "Nama pengguna", .max = 60 },
	[FULL_NAME] = { "full_name-", FIELD_TEXT, "Nama lengkap", .max = 120 },
	{ 0 },
};

struct making {
	struct context *context;
	enum role role;
	int64_t region_id;
	struct rows region;
	struct rows agencies; /* without an account of the role */
	struct account_card *made;
	size_t count;
};

static int
account_bulk_find(struct making *making)
{
	struct context *context = making->context;
	int result, status = region_find(context, making->region_id, &making->region);

	if (status != 0)
		return status;
	result = db_select(context->db, &making->agencies, STATEMENT_AGENCY_WITHOUT,
	    db_int(making->region_id), db_text(role_code(making->role)), db_int(AT_ONCE));
	return context_status(context, result);
}

static void
fill_bulk(const struct making *making)
{
	struct page *page = &making->context->page;

	fill_row(page_node(page, "Region"), &making->region, 0);
	page_set(page, "Bulk.role", role_code(making->role));
	page_set(page, "Bulk.role_name", role_name(making->role));
}

static int
account_bulk_show_form(const struct making *making, int code)
{
	struct context *context = making->context;

	fill_bulk(making);
	for (size_t row = 0; row < making->agencies.count; row++) {
		struct node *node = node_row(page_node(&context->page, "Agencies"), row);
		const char *id = row_text(&making->agencies, row, "id");

		fill_row(node, &making->agencies, row);
		node_set(node, "make", arena_format(context->arena, "make-%s", id));
		node_set(node, "username", arena_format(context->arena, "username-%s", id));
		node_set(node, "full_name", arena_format(context->arena, "full_name-%s", id));
	}
	return context_show_status(context, "cycle/accounts_bulk", code);
}

static const char *
person_of(const struct making *making, size_t row)
{
	const char *short_name = row_text(&making->agencies, row, "short_name");

	return arena_format(making->context->arena, "%s %s",
	    making->role == ROLE_HEAD ? "Kepala" : "Operator",
	    *short_name != '\0' ? short_name : row_text(&making->agencies, row, "name"));
}

/* The sign-in name that each would get.  0 or a status. */
static int
propose_names(const struct making *making, const char **names)
{
	const struct rows *agencies = &making->agencies;
	struct context *context = making->context;
	int result = 0;

	for (size_t row = 0; result == 0 && row < agencies->count; row++)
		result = username_free(context,
		    username_base(context->arena, making->role,
			row_text(agencies, row, "short_name"), row_text(agencies, row, "name"), ""),
		    row_text(&making->region, 0, "code"), NULL, NULL, &names[row]);
	return context_status(context, result);
}

static int
account_bulk_show_new(const struct making *making, const char *const *names)
{
	struct context *context = making->context;

	for (size_t row = 0; row < making->agencies.count; row++) {
		const char *id = row_text(&making->agencies, row, "id");

		set_value(context, arena_format(context->arena, "make-%s", id), "1");
		set_value(context, arena_format(context->arena, "username-%s", id), names[row]);
		set_value(context, arena_format(context->arena, "full_name-%s", id),
		    person_of(making, row));
	}
	return account_bulk_show_form(making, 200);
}

int
new_bulk_accounts(struct context *context)
{
	struct making making = { .context = context };
	const char **names;
	int status;

	if (!form_ok(&context->form))
		return context_redirect(context, "/cycle/accounts/new");
	making.role = role_of(form_text(&context->form, ROLE));
	if (making.role == ROLE_PUBLIC)
		making.role = ROLE_OPERATOR;
	making.region_id = form_number(&context->form, REGION);
	status = account_bulk_find(&making);
	if (status != 0)
		return status;
	names = arena_array(context->arena, making.agencies.count + 1, sizeof(*names));
	status = propose_names(&making, names);
	return status != 0 ? status : account_bulk_show_new(&making, names);
}

/* The sign-in name of a row: fit, free, and not in another row. */
static int
account_bulk_check_name(struct making *making, int64_t key, const char *name)
{
	struct form *form = &making->context->form;
	struct account other;
	int result;

	if (!account_name_fits(name)) {
		form_member_error(form, USERNAME, key,
		    "Nama pengguna memakai "
		    "3 sampai 60 huruf kecil, angka, titik, garis bawah atau "
		    "tanda hubung.");
		return 0;
	}
	for (size_t at = 0; at < making->count; at++)
		if (strcmp(making->made[at].account.username, name) == 0)
			form_member_error(form, USERNAME, key,
			    "Nama pengguna "
			    "%s ada dua kali.",
			    name);
	result = account_named(making->context->db, &other, name);
	if (result > 0)
		form_member_error(form, USERNAME, key,
		    "Nama pengguna %s "
		    "sudah dipakai.",
		    name);
	return result < 0 ? result : 0;
}

/* The ticked rows, of agencies that are on the list. */
static int
account_bulk_read_rows(struct making *making)
{
	struct form *form = &making->context->form;

	making->made = arena_array(making->context->arena, making->agencies.count + 1,
	    sizeof(*making->made));
	for (size_t row = 0; row < making->agencies.count; row++) {
		int64_t key = row_int(&making->agencies, row, "id");
		const struct each *name = form_member(form, USERNAME, key);
		const struct each *person = form_member(form, FULL_NAME, key);
		struct account *account = &making->made[making->count].account;
		int result;

		if (form_member(form, MAKE, key) == NULL || name == NULL || person == NULL)
			continue;
		if (*person->text == '\0')
			form_member_error(form, FULL_NAME, key,
			    "Nama lengkap "
			    "wajib diisi.");
		result = account_bulk_check_name(making, key, name->text);
		if (result != 0)
			return result;
		*account = (struct account){ .role = making->role,
			.region_id = making->region_id,
			.agency_id = key,
			.username = name->text,
			.person = { [PERSON_NAME] = person->text } };
		making->made[making->count++].agency_name = row_text(&making->agencies, row,
		    "name");
	}
	if (making->count == 0 && form->notice == NULL)
		form->notice = "Centang paling sedikit satu perangkat daerah.";
	return 0;
}

static int
add_all(struct db *db, void *argument)
{
	struct making *making = argument;

	return account_card_store(db, making->context, making->made, making->count, "");
}

int
make_bulk_accounts(struct context *context)
{
	struct making making = { .context = context };
	struct form *form = &context->form;
	int result, status;

	if (form->values[MAKE_ROLE].error != NULL || form->values[MAKE_REGION].error != NULL)
		return 400;
	making.role = role_of(form_text(form, MAKE_ROLE));
	making.region_id = form_number(form, MAKE_REGION);
	status = account_bulk_find(&making);
	if (status != 0)
		return status;
	result = account_bulk_read_rows(&making);
	if (result != 0)
		return context_status(context, result);
	if (!form_ok(form)) {
		fill_form(context);
		return account_bulk_show_form(&making, 422);
	}
	status = account_card_hash(making.made, making.count);
	if (status != 0)
		return status;
	result = db_txn(context->db, add_all, &making);
	if (result == DB_DUPLICATE)
		return context_refuse(context, 409,
		    "Salah satu nama pengguna "
		    "sudah dipakai. Buka halamannya sekali "
		    "lagi.");
	if (result != 0)
		return context_status(context, result);
	fill_bulk(&making);
	return account_card_show(context, making.made, making.count);
}
