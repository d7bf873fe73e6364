/* SPDX-License-Identifier: ISC */
/*
 * One step: a form of its own, and the press that says that it is done.  A step of
 * one's own is not bound to a document of the checklist.
 */
#include "plan/plan.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

enum {
	STEP_FIELD_VARIABLE,
	STEP_FIELD_LEVEL,
	STEP_FIELD_TITLE,
	STEP_FIELD_ACCOUNT,
	STEP_FIELD_PERSON,
	STEP_FIELD_DUE,
	STEP_FIELD_COST,
	STEP_FIELD_STATE,
	STEP_FIELD_REASON,
	STEP_FIELD_VERSION
};

enum { COST_MAX_MILLIONS = 1000000 };
#define COST_MAX (INT64_C(1000000) * COST_MAX_MILLIONS)

#define STEP_COMMON \
	[STEP_FIELD_VARIABLE] = { "variable", FIELD_NUMBER, "Variabel", .min = 1, .max = 60 }, \
	[STEP_FIELD_LEVEL] = { "level", FIELD_NUMBER, "Tingkat", .min = LEVEL_MIN, \
		.max = LEVEL_MAX }, \
	[STEP_FIELD_TITLE] = { "title", FIELD_TEXT, "Langkah", .max = STEP_TITLE }, \
	[STEP_FIELD_ACCOUNT] = { "account", FIELD_NUMBER, "Penanggung jawab", .min = 1, \
		.max = INT32_MAX }, \
	[STEP_FIELD_PERSON] = { "charge", FIELD_TEXT, "Nama penanggung jawab", \
		.max = STEP_PERSON }, \
	[STEP_FIELD_DUE] = { "due", FIELD_DATE, "Batas waktu" }, \
	[STEP_FIELD_COST] = { "cost", FIELD_NUMBER, "Perkiraan biaya", .min = 1, .max = COST_MAX }

const struct field new_step_fields[] = {
	STEP_COMMON,
	{ .name = NULL },
};

const struct field step_fields[] = {
	STEP_COMMON,
	[STEP_FIELD_STATE] = { "state", FIELD_CHOICE, "Status", true, .choices = step_states },
	[STEP_FIELD_REASON] = { "reason", FIELD_LINES, "Alasan batal", .max = STEP_REASON },
	[STEP_FIELD_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ .name = NULL },
};

/* One step on its page. */
struct step_page {
	struct context *context;
	struct plan plan;
	struct rows step;   /* none: it is to be added */
	struct rows people; /* of the agency */
	const struct plan_variable *variable;
};

static const struct plan_variable *
plan_variable_of(const struct plan *plan, int64_t number)
{
	for (size_t at = 0; at < plan->count; at++)
		if (plan->variables[at].variable->number == number)
			return &plan->variables[at];
	return NULL;
}

static int
step_read_people(struct step_page *page)
{
	struct context *context = page->context;

	return context_status(context,
	    db_select(context->db, &page->people, STATEMENT_PLAN_PEOPLE,
		db_int(page->plan.assessment.agency_id)));
}

/* The step of the path, as far as the actor may see it. */
static int
step_find(struct step_page *page)
{
	struct context *context = page->context;
	int result = db_select(context->db, &page->step, STATEMENT_PLAN_STEP_FIND,
	    db_int(context->keys[0]));
	int status;

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	status = plan_load(context, row_int(&page->step, 0, "assessment_id"), &page->plan);
	if (status == 0)
		status = step_read_people(page);
	page->variable = status != 0 ?
	    NULL :
	    plan_variable_of(&page->plan, row_int(&page->step, 0, "variable_number"));
	return status;
}

/* ---- showing ----------------------------------------------------------------------- */

static void
fill_step_people(const struct step_page *page)
{
	struct node *list = page_node(&page->context->page, "People");

	for (size_t row = 0; row < page->people.count; row++) {
		struct node *node = node_row(list, row);

		node_set_int(node, "value", row_int(&page->people, row, "id"));
		node_set(node, "label", row_text(&page->people, row, "full_name"));
	}
}

static void
fill_step_levels(const struct step_page *page)
{
	struct node *list = page_node(&page->context->page, "Levels");

	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		struct node *node = node_row(list, (size_t)level - 1);

		node_set_int(node, "value", level);
		node_set(node, "label", words_roman(level));
	}
}

static void
fill_step_variables(const struct step_page *page)
{
	struct node *list = page_node(&page->context->page, "VariableChoices");

	for (size_t at = 0; at < page->plan.count; at++) {
		const struct variable *variable = page->plan.variables[at].variable;
		struct node *node = node_row(list, at);

		node_set_int(node, "value", variable->number);
		node_set(node, "label",
		    arena_format(page->context->arena, "%d. %s", variable->number, variable->name));
	}
}

static void
fill_step_values(const struct step_page *page)
{
	struct node *values = page_node(&page->context->page, "Form.value");
	const struct rows *step = &page->step;

	if (step->count == 0)
		return;
	node_set(values, "level", row_text(step, 0, "level"));
	node_set(values, "title", row_text(step, 0, "title"));
	node_set(values, "account", row_text(step, 0, "account_id"));
	node_set(values, "charge", row_text(step, 0, "typed"));
	node_set(values, "due", row_text(step, 0, "due"));
	node_set(values, "cost", row_text(step, 0, "cost"));
	node_set(values, "state", row_text(step, 0, "state"));
	node_set(values, "reason", row_text(step, 0, "reason"));
}

static void
fill_one_step(const struct step_page *page)
{
	struct context *context = page->context;
	const struct rows *step = &page->step;
	const char *state = row_text(step, 0, "state");
	struct node *node = page_node(&context->page, "Step");

	node_set_int(node, "id", row_int(step, 0, "id"));
	node_set_int(node, "version", row_int(step, 0, "version"));
	node_set(node, "title", row_text(step, 0, "title"));
	node_set(node, "state", state);
	node_set(node, "state_words", step_state_words(state));
	node_set_int(node, "variable", row_int(step, 0, "variable_number"));
	node_set(node, "level", words_roman(row_int(step, 0, "level")));
	if (page->variable != NULL)
		node_set(node, "variable_name", page->variable->variable->name);
	plan_fill_document(node, &page->plan, step, 0);
}

static void
fill_step_page(const struct step_page *page)
{
	struct context *context = page->context;

	assessment_fill(context, &page->plan.assessment);
	fill_step_people(page);
	fill_step_levels(page);
	fill_step_variables(page);
	if (page->plan.writes)
		page_set(&context->page, "Plan.writes", "1");
	if (page->plan.uploads)
		page_set(&context->page, "Plan.uploads", "1");
	if (page->step.count > 0)
		fill_one_step(page);
}

static int
show_step_page(const struct step_page *page)
{
	struct context *context = page->context;

	fill_step_page(page);
	if (!form_ok(&context->form))
		return context_show_errors(context, "plan/step");
	fill_step_values(page);
	return context_show(context, "plan/step");
}

int
show_step(struct context *context)
{
	struct step_page page = { .context = context };
	int status = step_find(&page);

	return status != 0 ? status : show_step_page(&page);
}

int
show_new_step(struct context *context)
{
	struct step_page page = { .context = context };
	int status = plan_load(context, context->keys[0], &page.plan);

	if (status == 0)
		status = step_read_people(&page);
	return status != 0 ? status : show_step_page(&page);
}

/* ---- changing ---------------------------------------------------------------------- */

static bool
is_person(const struct step_page *page, int64_t account_id)
{
	for (size_t row = 0; row < page->people.count; row++)
		if (row_int(&page->people, row, "id") == account_id)
			return true;
	return false;
}

/* What the fields alone cannot tell. */
static void
judge_step(const struct step_page *page)
{
	struct form *form = &page->context->form;
	int64_t account = form_number(form, STEP_FIELD_ACCOUNT);
	const char *state = page->step.count > 0 ? form_text(form, STEP_FIELD_STATE) : "open";
	int64_t kept = page->step.count > 0 ? row_int(&page->step, 0, "account_id") : 0;

	if (account != 0 && account != kept && !is_person(page, account))
		form_error(form, STEP_FIELD_ACCOUNT,
		    "Pilih orang dari perangkat daerah ini, atau tulis namanya.");
	if (account != 0 && *form_text(form, STEP_FIELD_PERSON) != '\0')
		form_error(form, STEP_FIELD_PERSON, "Pilih akun atau tulis nama, salah satu saja.");
	if (strcmp(state, "dropped") == 0 && *form_text(form, STEP_FIELD_REASON) == '\0')
		form_error(form, STEP_FIELD_REASON,
		    "Tulis mengapa langkah ini batal, supaya tahun depan tidak diulang.");
	if ((page->step.count == 0 || row_null(&page->step, 0, "checklist_item_id")) &&
	    *form_text(form, STEP_FIELD_TITLE) == '\0')
		form_error(form, STEP_FIELD_TITLE, "Tulis apa yang akan dikerjakan.");
}

static int
put_own_step(struct db *db, void *argument)
{
	const struct step_page *page = argument;
	const struct form *form = &page->context->form;

	(void)db;
	return plan_step_add(page->context, &page->plan.assessment,
	    &(struct new_step){ .variable = (int)form_number(form, STEP_FIELD_VARIABLE),
		.level = (int)form_number(form, STEP_FIELD_LEVEL),
		.title = form_text(form, STEP_FIELD_TITLE),
		.account_id = form_number(form, STEP_FIELD_ACCOUNT),
		.person = form_text(form, STEP_FIELD_PERSON),
		.due = form_text(form, STEP_FIELD_DUE),
		.cost = form_number(form, STEP_FIELD_COST) });
}

int
add_own_step(struct context *context)
{
	struct step_page page = { .context = context };
	struct form *form = &context->form;
	int status = plan_load(context, context->keys[0], &page.plan);

	if (status == 0)
		status = step_read_people(&page);
	if (status != 0)
		return status;
	judge_step(&page);
	if (plan_variable_of(&page.plan, form_number(form, STEP_FIELD_VARIABLE)) == NULL)
		form_error(form, STEP_FIELD_VARIABLE, "Pilih variabelnya.");
	if (form_number(form, STEP_FIELD_LEVEL) == 0)
		form_error(form, STEP_FIELD_LEVEL, "Pilih tingkat yang dituju.");
	if (!form_ok(form))
		return show_step_page(&page);
	if (page.plan.steps.count >= STEPS_MAX)
		return context_refuse(context, 409,
		    "Rencana ini sudah memuat %d langkah. Selesaikan atau batalkan dahulu yang "
		    "tidak dikerjakan.",
		    STEPS_MAX);
	return plan_apply(context, &page.plan, put_own_step, &page, "planned");
}

static int
change_step(struct db *db, void *argument)
{
	const struct step_page *page = argument;
	struct context *context = page->context;
	const struct form *form = &context->form;
	const struct rows *step = &page->step;
	bool own = row_null(step, 0, "checklist_item_id");
	const char *state = form_text(form, STEP_FIELD_STATE);
	const char *due = form_text(form, STEP_FIELD_DUE);
	const char *reason = strcmp(state, "dropped") == 0 ?
	    form_text(form, STEP_FIELD_REASON) :
	    "";
	int64_t level = own && form_given(form, STEP_FIELD_LEVEL) ?
	    form_number(form, STEP_FIELD_LEVEL) :
	    row_int(step, 0, "level");
	int result = db_run(db, STATEMENT_PLAN_STEP_CHANGE,
	    db_text(own ? form_text(form, STEP_FIELD_TITLE) : row_text(step, 0, "title")),
	    db_int(level), db_text(state), db_text(reason),
	    db_key(form_number(form, STEP_FIELD_ACCOUNT)),
	    db_text(form_text(form, STEP_FIELD_PERSON)), db_text(*due != '\0' ? due : NULL),
	    db_key(form_number(form, STEP_FIELD_COST)), db_text(state),
	    db_int(row_int(step, 0, "id")), db_int(form_number(form, STEP_FIELD_VERSION)));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409,
			"Langkah ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
			"halamannya, lalu ubah lagi.");
	return plan_change(context, &page->plan.assessment, row_int(step, 0, "variable_number"),
	    row_int(step, 0, "id"), step_state_words(row_text(step, 0, "state")),
	    step_state_words(state), *reason != '\0' ? reason : row_text(step, 0, "title"));
}

int
save_step(struct context *context)
{
	struct step_page page = { .context = context };
	int status = step_find(&page);

	if (status != 0)
		return status;
	judge_step(&page);
	if (!form_ok(&context->form))
		return show_step_page(&page);
	return plan_apply(context, &page.plan, change_step, &page, "saved");
}

/* Of those that are open: 0 or enum db_error. */
static int
mark_done(struct context *context, const struct assessment *assessment, const struct rows *rows,
    size_t row)
{
	int64_t id = row_int(rows, row, "id");
	int result = db_run(context->db, STATEMENT_PLAN_STEP_DONE, db_int(id));

	return result <= 0 ?
	    result :
	    plan_change(context, assessment, row_int(rows, row, "variable_number"), id,
		step_state_words(row_text(rows, row, "state")), step_state_words("done"),
		row_text(rows, row, "title"));
}

static int
mark_one_done(struct db *db, void *argument)
{
	const struct step_page *page = argument;

	(void)db;
	return mark_done(page->context, &page->plan.assessment, &page->step, 0);
}

int
finish_step(struct context *context)
{
	struct step_page page = { .context = context };
	int status = step_find(&page);

	return status != 0 ?
	    status :
	    plan_apply(context, &page.plan, mark_one_done, &page, "finished");
}

/* All whose document is there: what was done has become evidence. */
static int
mark_documented(struct db *db, void *argument)
{
	const struct step_page *page = argument;
	const struct plan *plan = &page->plan;
	const struct rows *rows = &plan->steps;
	int result = 0;

	(void)db;
	for (size_t row = 0; row < rows->count && result >= 0; row++) {
		const char *state = row_text(rows, row, "state");

		if ((strcmp(state, "open") == 0 || strcmp(state, "running") == 0) &&
		    plan_item_there(plan, plan_item(plan, row_int(rows, row, "checklist_item_id"))))
			result = mark_done(page->context, &plan->assessment, rows, row);
	}
	return result < 0 ? result : 0;
}

int
finish_documented(struct context *context)
{
	struct step_page page = { .context = context };
	int status = plan_load(context, context->keys[0], &page.plan);

	return status != 0 ?
	    status :
	    plan_apply(context, &page.plan, mark_documented, &page, "finished");
}
