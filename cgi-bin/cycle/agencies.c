/* SPDX-License-Identifier: ISC */
/*
 * Perangkat daerah: found, entered, changed, and taken out of new cycles.
 * None is ever deleted, since past years are about it.
 */
#include <string.h>

#include "cycle/acting_list.h"
#include "cycle/cycle.h"
#include "cycle/restructured.h"
#include "frame/words.h"
#include "store/agency.h"
#include "store/history.h"
#include "base/banned.h"

static const char *const zero_one[] = { "0", "1", NULL };
static const char *const filters[] = { "without-operator", "inactive", NULL };

enum { LIST_REGION, LIST_QUERY, LIST_ONLY, LIST_PAGE };
const struct field agency_list_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Nama", .max = 200 },
	[LIST_ONLY] = { "only", FIELD_CHOICE, "Hanya", .choices = filters },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ 0 },
};

enum { NEW_REGION };
const struct field agency_new_fields[] = {
	[NEW_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	{ 0 },
};

enum { SET_ACTIVE, SET_REASON, SET_VERSION };
const struct field agency_active_fields[] = {
	[SET_ACTIVE] = { "active", FIELD_CHOICE, "Status", true, .choices = zero_one },
	[SET_REASON] = { "reason", FIELD_LINES, "Alasan", true, .max = 1000 },
	[SET_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ 0 },
};

static int
agencies_list(struct context *context, struct rows *rows, int64_t region, int64_t page)
{
	const struct form *form = &context->form;
	const char *like = db_like(context->arena, form_text(form, LIST_QUERY));
	const char *only = form_text(form, LIST_ONLY);

	if (region != 0 || context->actor.region_id != 0)
		return db_select(context->db, rows, STATEMENT_AGENCY_LIST_CARE, scope(context),
		    db_key(region), db_text(like), db_text(like), db_text(only), db_text(only),
		    PAGE_LIMIT(page));
	return db_select(context->db, rows, STATEMENT_AGENCY_LIST, db_text(like), db_text(like),
	    db_text(only), db_text(only), PAGE_LIMIT(page));
}

/* Whether the actor's region has none below it. */
static bool
is_alone(struct context *context)
{
	struct rows rows;

	return context->actor.region_id != 0 &&
	    region_find(context, context->actor.region_id, &rows) == 0 &&
	    !row_null(&rows, 0, "parent_id");
}

/* What the list shows. */
struct agencies_page {
	int64_t page;
	int64_t one_region; /* in which many accounts may be made at once, or 0 */
	struct rows agencies, regions;
};

static int
read_agencies_page(struct context *context, struct agencies_page *shown)
{
	int64_t region = form_number(&context->form, LIST_REGION);
	int result;

	shown->page = page_number(context, LIST_PAGE);
	result = agencies_list(context, &shown->agencies, region, shown->page);
	if (result < 0)
		return context_status(context, result);
	shown->one_region = region == 0 && is_alone(context) ? context->actor.region_id : region;
	return region_options_read(context, &shown->regions);
}

static int
show_agencies_page(struct context *context, struct agencies_page *shown)
{
	const struct form *form = &context->form;
	int64_t region = form_number(form, LIST_REGION);

	page_turn(context, &shown->agencies, PAGE_ROWS, shown->page,
	    arena_format(context->arena, "/cycle/agencies?q=%s&only=%s%s",
		query_text(context->arena, form_text(form, LIST_QUERY)),
		query_text(context->arena, form_text(form, LIST_ONLY)),
		region == 0 ? "" :
			      arena_format(context->arena, "&region=%lld", (long long)region)));
	fill_rows(page_node(&context->page, "Agencies"), &shown->agencies);
	fill_form(context);
	if (shown->one_region != 0)
		page_set_int(&context->page, "Chosen.region", shown->one_region);
	region_options_fill(context, &shown->regions);
	return context_show(context, "cycle/agencies");
}

int
show_agencies(struct context *context)
{
	struct agencies_page shown;
	int status = read_agencies_page(context, &shown);

	return status != 0 ? status : show_agencies_page(context, &shown);
}

struct saving {
	struct context *context;
	struct rows was;
	int64_t id, region_id;
	struct edit edit;
};

static int
agencies_record(const struct saving *saving, const char *from, const char *to, const char *reason)
{
	struct change change = change_of(saving->context, "agency", saving->region_id, saving->id);

	change.agency_id = saving->id;
	change.from = from;
	change.to = to;
	change.reason = reason;
	return history_add(saving->context->db, &change);
}

static const char *const *
agencies_typed(struct context *context)
{
	return form_columns(context, AGENCY_FIRST, AGENCY_COLUMNS);
}

static int
agencies_create(struct db *db, void *argument)
{
	struct saving *saving = argument;
	int result = agency_add(db, saving->region_id, agencies_typed(saving->context));

	if (result != 0)
		return result;
	saving->id = db_last_key(db);
	return agencies_record(saving, "", form_text(&saving->context->form, AGENCY_NAME), "");
}

static void
fill_agency_form(struct context *context, const struct rows *was, const struct rows *regions)
{
	if (was != NULL)
		agency_fill(context, was);
	region_options_fill(context, regions);
	fill_columns(page_node(&context->page, "Columns"), agency_fields + AGENCY_FIRST,
	    AGENCY_COLUMNS, NULL);
}

/* Of a new agency `was` is NULL; errors and values were set before. */
static int
agencies_show_form(struct context *context, const struct rows *was, int code)
{
	struct rows regions;
	int status = region_options_read(context, &regions);

	if (status != 0)
		return status;
	fill_agency_form(context, was, &regions);
	return context_show_status(context, "cycle/agency_form", code);
}

static int
agencies_show_typed(struct context *context, const struct rows *was)
{
	fill_form(context);
	return agencies_show_form(context, was, 422);
}

static int
name_taken(struct context *context, const struct rows *was)
{
	form_error(&context->form, AGENCY_NAME,
	    "Daerah ini sudah mempunyai perangkat "
	    "daerah dengan nama itu.");
	return agencies_show_typed(context, was);
}

int
new_agency(struct context *context)
{
	int64_t region = form_number(&context->form, NEW_REGION);

	if (region == 0)
		region = context->actor.region_id;
	if (region != 0)
		set_number(context, "region_id", region);
	return agencies_show_form(context, NULL, 200);
}

int
create_agency(struct context *context)
{
	struct form *form = &context->form;
	struct saving saving = { .context = context };
	struct rows region;
	int result, status;

	check_columns(context, AGENCY_FIRST, AGENCY_COLUMNS);
	saving.region_id = form_number(form, AGENCY_REGION);
	if (form->values[AGENCY_REGION].error == NULL) {
		status = region_find(context, saving.region_id, &region);
		if (status == 404)
			form_error(form, AGENCY_REGION,
			    "Daerah: pilih salah satu "
			    "dari daftar.");
		else if (status != 0)
			return status;
	}
	if (!form_ok(form))
		return agencies_show_typed(context, NULL);
	result = db_txn_world(context->db, agencies_create, &saving);
	if (result == DB_DUPLICATE)
		return name_taken(context, NULL);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/agencies/%lld?done=created", (long long)saving.id);
}

int
agency_find(struct context *context, int64_t id, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_AGENCY_FIND, db_int(id),
	    scope(context));

	return result == 0 ? 404 : context_status(context, result);
}

void
agency_fill(struct context *context, const struct rows *rows)
{
	fill_row(page_node(&context->page, "Agency"), rows, 0);
	fill_columns(page_node(&context->page, "Agency.columns"), agency_fields + AGENCY_FIRST,
	    AGENCY_COLUMNS,
	    row_columns(context->arena, agency_fields + AGENCY_FIRST, AGENCY_COLUMNS, rows));
}

/* What the page of one shows, beside the agency itself. */
struct agency_page {
	struct rows accounts, restructured, acting, history;
};

static int
read_agency_page(struct context *context, struct agency_page *shown)
{
	int64_t id = context->keys[0];
	int status,
	    result = db_select(context->db, &shown->accounts, STATEMENT_AGENCY_ACCOUNTS,
		db_int(id));

	if (result < 0)
		return context_status(context, result);
	status = restructured_read(context, id, &shown->restructured);
	if (status == 0)
		status = acting_read(context, id, &shown->acting);
	return status != 0 ? status : history_read(context, "agency", id, &shown->history);
}

static void
fill_accounts(struct page *page, const struct rows *accounts)
{
	for (size_t row = 0; row < accounts->count; row++) {
		struct node *node = node_row(page_node(page, "Accounts"), row);
		enum role role = role_of(row_text(accounts, row, "role"));

		fill_row(node, accounts, row);
		node_set(node, "role_name", role_name(role));
		if (role == ROLE_OPERATOR)
			page_set(page, "HasOperator", "1");
		if (role == ROLE_HEAD)
			page_set(page, "HasHead", "1");
	}
}

static void
fill_agency_page(struct context *context, const struct rows *agency,
    const struct agency_page *shown)
{
	agency_fill(context, agency);
	fill_accounts(&context->page, &shown->accounts);
	restructured_fill(context, &shown->restructured);
	acting_fill(context, &shown->acting);
	history_fill(context, "agency", &shown->history);
}

int
agency_show_page(struct context *context, const struct rows *agency, int code)
{
	struct agency_page shown;
	int status = read_agency_page(context, &shown);

	if (status != 0)
		return status;
	fill_agency_page(context, agency, &shown);
	return context_show_status(context, "cycle/agency", code);
}

int
show_agency(struct context *context)
{
	struct rows rows;
	int status = agency_find(context, context->keys[0], &rows);

	return status != 0 ? status : agency_show_page(context, &rows, 200);
}

int
edit_agency(struct context *context)
{
	struct rows rows;
	int status = agency_find(context, context->keys[0], &rows);

	if (status != 0)
		return status;
	set_values(context, agency_fields, &rows);
	return agencies_show_form(context, &rows, 200);
}

static int
agencies_update(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct form *form = &saving->context->form;
	int result = agency_change(db, saving->id, form_number(form, AGENCY_VERSION),
	    agencies_typed(saving->context));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	return agencies_record(saving, saving->edit.from, saving->edit.to, "");
}

int
update_agency(struct context *context)
{
	struct saving saving = { .context = context, .id = context->keys[0] };
	int result, status = agency_find(context, saving.id, &saving.was);

	if (status != 0)
		return status;
	saving.region_id = row_int(&saving.was, 0, "region_id");
	check_columns(context, AGENCY_FIRST, AGENCY_COLUMNS);
	if (!form_ok(&context->form))
		return agencies_show_typed(context, &saving.was);
	if (!edit_of(context, &saving.was, AGENCY_FIRST, AGENCY_VERSION - 1, &saving.edit))
		return context_redirect(context, "/cycle/agencies/%lld", (long long)saving.id);
	result = db_txn_world(context->db, agencies_update, &saving);
	if (result == DB_DUPLICATE)
		return name_taken(context, &saving.was);
	if (db_stopped(context->db, result) == 409) {
		stale(context, row_int(&saving.was, 0, "version"));
		return agencies_show_form(context, &saving.was, 409);
	}
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/agencies/%lld?done=saved", (long long)saving.id);
}

static int
set_active(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct form *form = &saving->context->form;
	int64_t active = form_number(form, SET_ACTIVE);
	int result = db_run(db, STATEMENT_AGENCY_SET_ACTIVE, db_int(active), db_int(saving->id),
	    db_int(form_number(form, SET_VERSION)), db_int(active));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(saving->context, 409,
			"Perangkat daerah ini sudah berubah sejak halaman ini ditampilkan. Muat "
			"ulang halamannya untuk melihat status terbaru.");
	return agencies_record(saving, active ? "Tidak aktif" : "Aktif",
	    active ? "Aktif" : "Tidak aktif", form_text(form, SET_REASON));
}

/* An agency that is not active takes no part in new cycles; its work and the
 * cycles that it is in stay as they are. */
int
set_agency_active(struct context *context)
{
	struct saving saving = { .context = context, .id = context->keys[0] };
	int result, status = agency_find(context, saving.id, &saving.was);

	if (status != 0)
		return status;
	saving.region_id = row_int(&saving.was, 0, "region_id");
	if (!form_ok(&context->form)) {
		fill_form(context);
		return agency_show_page(context, &saving.was, 422);
	}
	result = db_txn_world(context->db, set_active, &saving);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/agencies/%lld?done=saved", (long long)saving.id);
}
