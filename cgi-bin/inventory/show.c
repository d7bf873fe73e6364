/* SPDX-License-Identifier: ISC */
/*
 * One application or site: what is said of it, how its link answers, and how many used it
 * on which day.
 */
#include "inventory/inventory.h"

#include <string.h>

#include "frame/words.h"
#include "store/setting.h"
#include "base/banned.h"

static const char *const count_units[] = { "users", "downloads", NULL };

enum { COUNT_DAY, COUNT_UNIT, COUNT_NUMBER, COUNT_NOTE };
const struct field count_fields[] = {
	[COUNT_DAY] = { "counted_on", FIELD_DATE, "Tanggal", true },
	[COUNT_UNIT] = { "unit", FIELD_CHOICE, "Yang dihitung", true, .choices = count_units },
	[COUNT_NUMBER] = { "number", FIELD_NUMBER, "Jumlah", true, .max = INVENTORY_PEOPLE_MAX },
	[COUNT_NOTE] = { "note", FIELD_TEXT, "Sumber angka", .max = 200 },
	{ .name = NULL },
};

enum { REMOVE_DAY };
const struct field count_remove_fields[] = {
	[REMOVE_DAY] = { "counted_on", FIELD_DATE, "Tanggal", true },
	{ .name = NULL },
};

enum { TOLD_STATE };
static const char *const told_states[] = { "alive", "slow", "parent", "expired", "dead", NULL };
const struct field link_told_fields[] = {
	[TOLD_STATE] = { "state", FIELD_CHOICE, "Status tautan", true, .choices = told_states },
	{ .name = NULL },
};

/* One on its page. */
struct application_page {
	struct context *context;
	struct rows one, counts;
	struct application_owner owner;
	int64_t id, low, days; /* settings: uptake that is low, days between two looks */
};

static int
page_find(struct application_page *page)
{
	int status = application_find(page->context, &page->one);

	if (status != 0)
		return status;
	page->id = row_int(&page->one, 0, "id");
	page->owner = (struct application_owner){ row_int(&page->one, 0, "agency_id"),
		row_int(&page->one, 0, "region_id") };
	return 0;
}

static int
page_read(struct application_page *page)
{
	struct context *context = page->context;
	int status = page_find(page);
	int result;

	if (status != 0)
		return status;
	result = db_select(context->db, &page->counts, STATEMENT_INVENTORY_COUNTS,
	    db_int(page->id));
	if (result >= 0)
		result = setting_number(context->db, SETTING_UPTAKE_LOW_PERCENT, &page->low);
	if (result >= 0)
		result = setting_number(context->db, SETTING_LINK_CHECK_DAYS, &page->days);
	return context_status(context, result);
}

static void
fill_facts(const struct application_page *page, struct node *node)
{
	struct context *context = page->context;
	struct node *list = node_child(node, "facts");
	size_t count = 0;

	for (size_t at = APPLICATION_PURPOSE; at < APPLICATION_FIELDS; at++) {
		const char *text = row_text(&page->one, 0, application_columns[at]);
		struct node *fact;

		if (*text == '\0')
			continue;
		if (at == APPLICATION_AUDIENCE_COUNT || at == APPLICATION_COST)
			text = inventory_number(context->arena,
			    row_int(&page->one, 0, application_columns[at]));
		fact = node_row(list, count++);
		node_set(fact, "label", application_labels[at]);
		node_set(fact, "text", text);
	}
}

static void
fill_link(const struct application_page *page, struct node *node)
{
	struct context *context = page->context;
	const struct rows *one = &page->one;
	const char *state = row_text(one, 0, "link_state");

	node_set(node, "state", link_state_name(state));
	node_set(node, "tag", link_state_tag(state));
	node_set(node, "reason", link_reason_words(context->arena, one, 0));
	node_set(node, "final", row_text(one, 0, "link_final"));
	node_set(node, "at",
	    words_time(context->arena, row_text(one, 0, "link_at"), context->actor.zone));
	node_set(node, "since",
	    words_day_of(context->arena, row_text(one, 0, "link_since"), context->actor.zone));
	if (page->days > 0)
		node_set_int(node, "days", page->days);
}

static void
fill_application_counts(const struct application_page *page, struct node *list)
{
	struct arena *arena = page->context->arena;
	const struct rows *counts = &page->counts;
	int64_t audience = row_int(&page->one, 0, "audience_count");

	for (size_t row = 0; row < counts->count; row++) {
		struct node *node = node_row(list, row);
		int64_t number = row_int(counts, row, "number");

		node_set(node, "day", row_text(counts, row, "counted_on"));
		node_set(node, "date", words_date(arena, row_text(counts, row, "counted_on")));
		node_set(node, "unit",
		    strcmp(row_text(counts, row, "unit"), count_units[0]) == 0 ?
			"pengguna" :
			"unduhan");
		node_set(node, "number", inventory_number(arena, number));
		node_set(node, "note", row_text(counts, row, "note"));
		if (audience > 0) {
			node_set(node, "uptake", inventory_share(arena, number, audience, 2));
			if (number * 100 < audience * page->low)
				node_set(node, "low", "1");
		}
	}
}

static void
application_fill(const struct application_page *page)
{
	struct context *context = page->context;
	struct node *node = page_node(&context->page, "Application");

	node_set_int(node, "id", page->id);
	node_set(node, "version", row_text(&page->one, 0, "version"));
	node_set(node, "name", row_text(&page->one, 0, "name"));
	node_set(node, "kind_name", application_kind_name(row_text(&page->one, 0, "kind")));
	node_set(node, "agency", row_text(&page->one, 0, "agency_name"));
	node_set(node, "address", row_text(&page->one, 0, "address"));
	node_set_int(node, "low", page->low);
	fill_facts(page, node);
	fill_link(page, node_child(node, "link"));
	fill_application_counts(page, node_child(node, "counts"));
	link_fill_states(context, true);
	if (context_may(context, ROLE_OPERATOR | ROLE_ADMIN))
		page_set(&context->page, "May.write", "1");
}

static int
page_show(struct application_page *page)
{
	application_fill(page);
	return form_ok(&page->context->form) ?
	    context_show(page->context, "inventory/application") :
	    context_show_errors(page->context, "inventory/application");
}

int
show_application(struct context *context)
{
	struct application_page page = { .context = context };
	int status = page_read(&page);

	return status != 0 ? status : page_show(&page);
}

/* ---- what was counted ------------------------------------------------------------------ */

static int
count_store(struct db *db, void *argument)
{
	const struct application_page *page = argument;
	struct context *context = page->context;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_INVENTORY_COUNT_PUT, db_int(page->id),
	    db_text(form_text(form, COUNT_DAY)), db_text(form_text(form, COUNT_UNIT)),
	    db_int(form_number(form, COUNT_NUMBER)), db_text(form_text(form, COUNT_NOTE)),
	    db_int(context->actor.account_id));

	return result < 0 ?
	    result :
	    application_change(context, &page->owner, page->id, NULL,
		arena_format(context->arena, "%s: %lld %s pada %s", row_text(&page->one, 0, "name"),
		    (long long)form_number(form, COUNT_NUMBER),
		    strcmp(form_text(form, COUNT_UNIT), count_units[0]) == 0 ?
			"pengguna" :
			"unduhan",
		    words_date(context->arena, form_text(form, COUNT_DAY))));
}

static int
back_to_page(const struct application_page *page, int status, const char *done)
{
	return status != 0 ?
	    status :
	    context_redirect(page->context, "/inventory/%lld?done=%s", (long long)page->id, done);
}

int
put_count(struct context *context)
{
	struct application_page page = { .context = context };
	int status = page_read(&page);
	char today[DAY_TEXT];

	if (status != 0)
		return status;
	if (form_ok(&context->form) &&
	    strcmp(form_text(&context->form, COUNT_DAY),
		day_format(today, words_today(context->actor.zone))) > 0)
		form_error(&context->form, COUNT_DAY,
		    "Tanggal belum tiba. Tulis hari penghitungannya.");
	if (!form_ok(&context->form))
		return page_show(&page);
	status = context_status(context, db_txn(context->db, count_store, &page));
	return back_to_page(&page, status, "counted");
}

static int
count_take_away(struct db *db, void *argument)
{
	const struct application_page *page = argument;
	struct context *context = page->context;
	const char *day = form_text(&context->form, REMOVE_DAY);
	int result = db_run(db, STATEMENT_INVENTORY_COUNT_REMOVE, db_int(page->id), db_text(day));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	return application_change(context, &page->owner, page->id, NULL,
	    arena_format(context->arena, "%s: angka %s dihapus", row_text(&page->one, 0, "name"),
		words_date(context->arena, day)));
}

int
remove_count(struct context *context)
{
	struct application_page page = { .context = context };
	int status = page_find(&page);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn(context->db, count_take_away, &page));
	return back_to_page(&page, status, "uncounted");
}

/* ---- its link --------------------------------------------------------------------------- */

/* Next in the background; asked again within the hour, it stays as it is. */
int
ask_link(struct context *context)
{
	struct application_page page = { .context = context };
	int status = page_find(&page);
	int result;

	if (status != 0)
		return status;
	result = db_run(context->db, STATEMENT_INVENTORY_LINK_ASK, db_int(page.id));
	return back_to_page(&page, context_status(context, result),
	    result > 0 ? "asked" : "asked-before");
}

static int
link_tell(struct db *db, void *argument)
{
	const struct application_page *page = argument;
	struct context *context = page->context;
	const char *state = form_text(&context->form, TOLD_STATE);
	int result = db_run(db, STATEMENT_INVENTORY_LINK_TOLD, db_text(state), db_text(state),
	    db_int(page->id));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	return application_change(context, &page->owner, page->id, NULL,
	    arena_format(context->arena, "%s: tautan %s menurut yang membukanya",
		row_text(&page->one, 0, "name"), link_state_name(state)));
}

int
tell_link(struct context *context)
{
	struct application_page page = { .context = context };
	int status = page_read(&page);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return page_show(&page);
	status = context_status(context, db_txn(context->db, link_tell, &page));
	return back_to_page(&page, status, "told");
}
