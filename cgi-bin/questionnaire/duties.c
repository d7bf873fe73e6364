/* SPDX-License-Identifier: ISC */
/*
 * The work of an agency divided among its people: each variable is one person's, or
 * nobody's.  It hangs on the agency and the variable's number, so it stands in the
 * years that follow, until somebody leaves.
 */
#include "questionnaire/questionnaire.h"

#include "store/history.h"
#include "base/banned.h"

enum { DUTY_PERSON, DUTY_WAS };
const struct field duty_fields[] = {
	/* 0: nobody. */
	[DUTY_PERSON] = { "duty-", FIELD_NUMBER, "Petugas", .min = 0, .max = INT32_MAX },
	/* What the page has shown: what stands as it was shown is nobody's wish. */
	[DUTY_WAS] = { "was-duty-", FIELD_NUMBER, "Petugas", .min = 0, .max = INT32_MAX },
	{ .name = NULL },
};

/* Whose it is; 0: nobody's. */
static int64_t
duty_of(const struct rows *duties, int number)
{
	size_t row = duty_row(duties, number);

	return row < duties->count ? row_int(duties, row, "account_id") : 0;
}

/* What the page of the division shows. */
struct duties_page {
	struct assessment assessment;
	struct tasks tasks;
	struct rows duties, people;
};

static int
read_duties_page(struct context *context, struct duties_page *shown)
{
	const struct assessment *assessment = &shown->assessment;
	int result, status = assessment_find(context, context->keys[0], &shown->assessment);

	if (status != 0 || (status = tasks_load(context, assessment, &shown->tasks)) != 0 ||
	    (status = duties_read(context, assessment, &shown->duties)) != 0)
		return status;
	result = db_select(context->db, &shown->people, STATEMENT_DUTY_PEOPLE,
	    db_int(assessment->agency_id), db_int(assessment->agency_id));
	return context_status(context, result);
}

static bool
works_here(const struct rows *people, int64_t account_id)
{
	for (size_t row = 0; row < people->count; row++)
		if (row_int(people, row, "id") == account_id)
			return true;
	return false;
}

static void
fill_people(struct node *list, const struct rows *people, int64_t chosen)
{
	for (size_t row = 0; row < people->count; row++) {
		struct node *node = node_row(list, row);

		node_set_int(node, "value", row_int(people, row, "id"));
		node_set(node, "label", row_text(people, row, "full_name"));
		if (row_int(people, row, "id") == chosen)
			node_set(node, "chosen", "1");
	}
}

/* Of each person, and at the end of nobody (0), how many variables, and how many are whole. */
static void
fill_progress(struct context *context, const struct duties_page *shown)
{
	struct node *list = page_node(&context->page, "People");

	for (size_t row = 0; row <= shown->people.count; row++) {
		bool nobody = row == shown->people.count;
		int64_t id = nobody ? 0 : row_int(&shown->people, row, "id"), all = 0, complete = 0;
		struct node *node = node_row(list, row);

		for (size_t at = 0; at < shown->tasks.count; at++) {
			const struct task *task = &shown->tasks.list[at];

			if (duty_of(&shown->duties, task->evidence->number) != id)
				continue;
			all++;
			complete += task->status == TASK_COMPLETE;
		}
		node_set(node, "name", nobody ? "" : row_text(&shown->people, row, "full_name"));
		node_set(node, "role_name",
		    nobody ? "" : role_name(role_of(row_text(&shown->people, row, "role"))));
		node_set_int(node, "all", all);
		node_set_int(node, "complete", complete);
	}
}

static int
show_duties_page(struct context *context, const struct duties_page *shown, int status)
{
	struct node *list = page_node(&context->page, "Tasks");

	assessment_fill(context, &shown->assessment);
	fill_tasks(context, &shown->assessment, &shown->tasks);
	fill_progress(context, shown);
	for (size_t at = 0; at < shown->tasks.count; at++) {
		int number = shown->tasks.list[at].evidence->number;
		const struct each *typed = form_member(&context->form, DUTY_PERSON, number);
		int64_t was = duty_of(&shown->duties, number);
		struct node *node = node_row(list, at);

		node_set_int(node, "was", was);
		fill_people(node_child(node, "people"), &shown->people,
		    typed != NULL ? typed->number : was);
	}
	fill_form(context);
	return context_show_status(context, "questionnaire/duties", status);
}

int
show_duties(struct context *context)
{
	struct duties_page shown;
	int status = read_duties_page(context, &shown);

	return status != 0 ? status : show_duties_page(context, &shown, 200);
}

static const char *
name_of(const struct rows *people, int64_t account_id)
{
	for (size_t row = 0; row < people->count; row++)
		if (row_int(people, row, "id") == account_id)
			return row_text(people, row, "full_name");
	return "";
}

/* Who it shall be; -1 where it stays as the page has shown it: a colleague may have
 * changed it meanwhile. */
static int64_t
chosen_person(const struct form *form, int number)
{
	const struct each *each = form_member(form, DUTY_PERSON, number);
	const struct each *was = form_member(form, DUTY_WAS, number);

	return each == NULL || (was != NULL && was->number == each->number) ? -1 : each->number;
}

struct dividing {
	struct context *context;
	struct duties_page *shown;
};

static int
put_duty(struct db *db, struct dividing *dividing, int number, int64_t before, int64_t after)
{
	const struct context *context = dividing->context;
	const struct assessment *assessment = &dividing->shown->assessment;
	int result = after == 0 ?
	    db_run(db, STATEMENT_DUTY_REMOVE, db_int(assessment->agency_id), db_int(number)) :
	    db_run(db, STATEMENT_DUTY_PUT, db_int(assessment->agency_id), db_int(number),
		db_int(after), db_int(context->actor.account_id));

	return result < 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "agency",
		    .account_id = context->actor.account_id,
		    .region_id = context->actor.region_id,
		    .agency_id = assessment->agency_id,
		    .assessment_id = assessment->id,
		    .variable_number = number,
		    .from = name_of(&dividing->shown->people, before),
		    .to = name_of(&dividing->shown->people, after) });
}

static int
put_duties(struct db *db, void *argument)
{
	struct dividing *dividing = argument;
	const struct tasks *tasks = &dividing->shown->tasks;
	struct rows held;
	int result = db_select(db, &held, STATEMENT_DUTY_HELD,
	    db_int(dividing->shown->assessment.agency_id));

	for (size_t at = 0; result >= 0 && at < tasks->count; at++) {
		int number = tasks->list[at].evidence->number;
		int64_t before = duty_of(&held, number);
		int64_t after = chosen_person(&dividing->context->form, number);

		if (after >= 0 && after != before)
			result = put_duty(db, dividing, number, before, after);
	}
	return result < 0 ? result : 0;
}

/* Only people of this agency: whoever left since the page was shown is said beside the field. */
static void
check_people(struct context *context, const struct duties_page *shown)
{
	for (size_t at = 0; at < shown->tasks.count; at++) {
		int number = shown->tasks.list[at].evidence->number;
		int64_t after = chosen_person(&context->form, number);

		if (after > 0 && !works_here(&shown->people, after))
			form_member_error(&context->form, DUTY_PERSON, number,
			    "Orang ini tidak bertugas di perangkat daerah ini. "
			    "Pilih petugas lain.");
	}
}

int
save_duties(struct context *context)
{
	struct duties_page shown;
	struct dividing dividing = { context, &shown };
	int status = read_duties_page(context, &shown);

	if (status != 0)
		return status;
	check_people(context, &shown);
	if (!form_ok(&context->form))
		return show_duties_page(context, &shown, 422);
	status = context_status(context, db_txn_world(context->db, put_duties, &dividing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/questionnaire/%lld/duties?done=saved",
		(long long)shown.assessment.id);
}
