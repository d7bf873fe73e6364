/* SPDX-License-Identifier: ISC */
/*
 * Further agencies that a person serves beside the own one, given and taken away; and
 * who leads the team of a region.
 */
#include "cycle/accounts.h"

#include "store/history.h"
#include "base/banned.h"

static const char *const served_roles[] = { "operator", "head", NULL };

enum { GIVEN_AGENCY, GIVEN_ROLE };
const struct field account_agency_fields[] = {
	[GIVEN_AGENCY] = { "agency_id", FIELD_NUMBER, "Perangkat daerah", true, .min = 1,
	    .max = INT32_MAX },
	[GIVEN_ROLE] = { "role", FIELD_CHOICE, "Peran", true, .choices = served_roles },
	{ 0 },
};

enum { LEAD_LEADS };
const struct field account_lead_fields[] = {
	[LEAD_LEADS] = { "leads", FIELD_NUMBER, "Ketua tim", true, .min = 0, .max = 1 },
	{ 0 },
};

/* What the page shows. */
struct served_page {
	struct rows account, serves, choices;
};

static int
read_served(struct context *context, struct served_page *shown)
{
	int64_t id = context->keys[0];
	int result, status = account_find_active(context, &shown->account);

	if (status != 0)
		return status;
	result = db_select(context->db, &shown->serves, STATEMENT_MEMBERSHIP_OF, db_int(id),
	    db_int(id));
	if (result >= 0)
		result = db_select(context->db, &shown->choices, STATEMENT_MEMBERSHIP_CHOICES,
		    db_int(id));
	return context_status(context, result);
}

static int
show_served(struct context *context, const struct served_page *shown, int status)
{
	struct node *list = page_node(&context->page, "Serves");
	struct node *roles = page_node(&context->page, "Options.roles");

	account_fill(context, &shown->account);
	for (size_t row = 0; row < shown->serves.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &shown->serves, row);
		node_set(node, "role_name",
		    role_name(role_of(row_text(&shown->serves, row, "role"))));
		if (row_int(&shown->serves, row, "own") != 0)
			node_set(node, "is_own", "1");
	}
	fill_rows(page_node(&context->page, "Options.agencies"), &shown->choices);
	for (size_t at = 0; served_roles[at] != NULL; at++) {
		struct node *node = node_row(roles, at);

		node_set(node, "value", served_roles[at]);
		node_set(node, "label", role_name(role_of(served_roles[at])));
	}
	fill_form(context);
	return context_show_status(context, "cycle/account_agencies", status);
}

int
show_account_agencies(struct context *context)
{
	struct served_page shown;
	int status = read_served(context, &shown);

	return status != 0 ? status : show_served(context, &shown, 200);
}

struct serving {
	struct context *context;
	int64_t region_id; /* the account's */
	int64_t agency_id; /* 0: it is not about one */
};

/* "Operator Perangkat Daerah: Dinas Kesehatan", as the history tells it. */
static const char *
serving_words(struct context *context, const char *role, const char *agency)
{
	return arena_format(context->arena, "%s: %s", role_name(role_of(role)), agency);
}

static int
note_serving(struct db *db, const struct serving *serving, const char *from, const char *to)
{
	struct change change = change_of(serving->context, "right", serving->region_id,
	    serving->context->keys[0]);

	change.agency_id = serving->agency_id;
	change.from = from;
	change.to = to;
	return history_add(db, &change);
}

static int
give_agency(struct db *db, void *argument)
{
	struct serving *serving = argument;
	struct context *context = serving->context;
	int64_t id = context->keys[0];
	const char *role = form_text(&context->form, GIVEN_ROLE);
	struct rows found;
	int result = db_run(db, STATEMENT_MEMBERSHIP_ADD, db_text(role),
	    db_int(context->actor.account_id), db_int(id), db_int(serving->agency_id));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	result = db_run(db, STATEMENT_MEMBERSHIP_COUNT, db_int(id), db_int(id));
	if (result >= 0)
		result = db_select(db, &found, STATEMENT_MEMBERSHIP_ROLE, db_int(id),
		    db_int(serving->agency_id));
	return result < 0 ?
	    result :
	    note_serving(db, serving, "",
		serving_words(context, role, row_text(&found, 0, "name")));
}

int
add_account_agency(struct context *context)
{
	struct served_page shown;
	struct serving serving = { .context = context };
	int result, status = read_served(context, &shown);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_served(context, &shown, 422);
	serving.region_id = row_int(&shown.account, 0, "region_id");
	serving.agency_id = form_number(&context->form, GIVEN_AGENCY);
	result = db_txn_world(context->db, give_agency, &serving);
	if (result == DB_DUPLICATE) {
		form_error(&context->form, GIVEN_AGENCY,
		    "Perangkat daerah ini sudah dilayani. Untuk mengganti perannya, cabut dahulu, "
		    "lalu berikan lagi.");
		return show_served(context, &shown, 422);
	}
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/cycle/accounts/%lld/agencies?done=saved",
		(long long)context->keys[0]);
}

static int
take_agency(struct db *db, void *argument)
{
	struct serving *serving = argument;
	struct rows found;
	int result = db_select(db, &found, STATEMENT_MEMBERSHIP_ROLE,
	    db_int(serving->context->keys[0]), db_int(serving->agency_id));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	result = account_leave_agency(db, serving->context->keys[0], serving->agency_id);
	return result != 0 ?
	    result :
	    note_serving(db, serving,
		serving_words(serving->context, row_text(&found, 0, "role"),
		    row_text(&found, 0, "name")),
		"Tidak melayani lagi");
}

int
remove_account_agency(struct context *context)
{
	struct rows account;
	struct serving serving = { context, 0, context->keys[1] };
	int status = account_find_active(context, &account);

	if (status == 0) {
		serving.region_id = row_int(&account, 0, "region_id");
		status = context_status(context, db_txn_world(context->db, take_agency, &serving));
	}
	return status != 0 ?
	    status :
	    context_redirect(context, "/cycle/accounts/%lld/agencies?done=removed",
		(long long)context->keys[0]);
}

static int
put_lead(struct db *db, void *argument)
{
	struct serving *serving = argument;
	int64_t leads = form_number(&serving->context->form, LEAD_LEADS);
	int result = db_run(db, STATEMENT_ACCOUNT_LEAD, db_int(leads),
	    db_int(serving->context->keys[0]), db_int(leads));

	/* Said twice it is as it was said. */
	return result <= 0 ?
	    result :
	    note_serving(db, serving, leads ? "Anggota tim" : "Ketua tim",
		leads ? "Ketua tim" : "Anggota tim");
}

int
set_account_lead(struct context *context)
{
	struct rows account;
	struct serving serving = { context, 0, 0 };
	int status = account_find_active(context, &account);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	if (role_of(row_text(&account, 0, "role")) != ROLE_VERIFIER)
		return context_refuse(context, 409,
		    "Yang memimpin tim verifikasi adalah salah satu anggotanya.");
	serving.region_id = row_int(&account, 0, "region_id");
	status = context_status(context, db_txn(context->db, put_lead, &serving));
	return status != 0 ?
	    status :
	    context_redirect(context, "/cycle/accounts/%lld?done=saved",
		(long long)context->keys[0]);
}
