/* SPDX-License-Identifier: ISC */
/*
 * One assessment: found as far as the caller may see it, moved from state to
 * state by one guarded statement with its row of history, and put on pages.
 * Every program that touches an assessment asks here, so the guard is one.
 */
#include "assessment/assessment.h"

#include <string.h>

#include "assessment/replica.h"
#include "frame/words.h"
#include "store/history.h"
#include "store/setting.h"
#include "base/banned.h"

struct scope
assessment_scope(const struct context *context)
{
	const struct actor *actor = &context->actor;
	bool agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD);
	bool below = context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR);

	return (struct scope){ .agency = db_key(agency ? actor->agency_id : 0),
		.region = db_key(agency ? 0 : actor->region_id),
		.parent = db_key(below ? actor->region_id : 0) };
}

/* The plan is "STEP FROM UNTIL" of fixed width, one after the other. */
static void
read_plan(struct arena *arena, const char *plan, struct assessment *found)
{
	enum { DATE = DAY_TEXT - 1, WIDTH = 1 + 2 * DATE };

	for (; strlen(plan) >= WIDTH; plan += WIDTH) {
		int step = *plan - '0';

		if (step < 1 || step > WORKFLOW_STEPS)
			continue;
		found->step_from[step - 1] = day_parse(arena_copy(arena, plan + 1, DATE));
		found->step_until[step - 1] = day_parse(arena_copy(arena, plan + 1 + DATE, DATE));
	}
}

void
assessment_read(struct context *context, const struct rows *rows, size_t row,
    struct assessment *found)
{
	memset(found, 0, sizeof(*found));
	found->id = row_int(rows, row, "assessment_id");
	found->cycle_id = row_int(rows, row, "cycle_id");
	found->agency_id = row_int(rows, row, "agency_id");
	found->region_id = row_int(rows, row, "region_id");
	found->instrument_id = row_int(rows, row, "instrument_id");
	found->version = row_int(rows, row, "version");
	found->year = row_int(rows, row, "year");
	found->opened = row_int(rows, row, "opened") != 0;
	found->province_tier = row_int(rows, row, "province_tier") != 0;
	found->cycle_open = strcmp(row_text(rows, row, "cycle_state"), "open") == 0;
	found->imported = row_int(rows, row, "imported") != 0;
	found->agency_name = row_text(rows, row, "agency_name");
	found->region_name = row_text(rows, row, "region_name");
	found->zone = row_text(rows, row, "timezone");
	state_of(row_text(rows, row, "state"), &found->state);
	read_plan(context->arena, row_text(rows, row, "plan"), found);
}

int
assessment_find(struct context *context, int64_t id, struct assessment *found)
{
	struct scope scope = assessment_scope(context);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ASSESSMENT_FIND, db_int(id),
	    scope.agency, scope.region, scope.parent);

	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		return 404;
	assessment_read(context, &rows, 0, found);
	return assessment_guard(context, found);
}

/* The programs that only tell; the others are for work. */
static bool
only_tells(const char *program)
{
	return strcmp(program, "report") == 0 || strcmp(program, "paper") == 0 ||
	    strcmp(program, "exchange") == 0;
}

int
assessment_guard(struct context *context, const struct assessment *assessment)
{
	int status = replica_guard(context, assessment->imported, assessment->region_name);

	if (status != 0 || !assessment->imported || only_tells(context->program))
		return status;
	context_redirect(context, "/report/agency/%lld", (long long)assessment->id);
	return 303;
}

static void
fill_steps(struct context *context, const struct assessment *assessment)
{
	struct node *steps = page_node(&context->page, "Steps");
	char text[DAY_TEXT];

	for (int step = 1; step <= WORKFLOW_STEPS; step++) {
		struct node *node = node_row(steps, (size_t)step - 1);

		node_set_int(node, "number", step);
		node_set(node, "label", step_name(step));
		node_set(node, "state",
		    progress_code(workflow_progress(step, assessment->state,
			assessment->province_tier)));
		node_set(node, "from",
		    words_date(context->arena, day_format(text, assessment->step_from[step - 1])));
		node_set(node, "until",
		    words_date(context->arena, day_format(text, assessment->step_until[step - 1])));
	}
}

void
assessment_fill(struct context *context, const struct assessment *assessment)
{
	struct node *node = page_node(&context->page, "Assessment");

	node_set_int(node, "id", assessment->id);
	node_set_int(node, "cycle_id", assessment->cycle_id);
	node_set_int(node, "year", assessment->year);
	node_set_int(node, "version", assessment->version);
	node_set(node, "agency_name", assessment->agency_name);
	node_set(node, "region_name", assessment->region_name);
	node_set(node, "state", state_code(assessment->state));
	node_set(node, "state_name", state_name(assessment->state));
	if (assessment->province_tier)
		node_set(node, "province_tier", "1");
	fill_steps(context, assessment);
}

int
calendar_load(struct context *context, struct calendar *calendar)
{
	struct rows rows;
	int32_t *days;
	int64_t week;
	int result = db_select(context->db, &rows, STATEMENT_CALENDAR_LOAD);

	if (result < 0)
		return context_status(context, result);
	days = arena_array(context->arena, rows.count + 1, sizeof(*days));
	for (size_t row = 0; row < rows.count; row++)
		days[row] = day_parse(row_text(&rows, row, "day"));
	result = setting_number(context->db, SETTING_WORKING_WEEKDAYS, &week);
	calendar->week = (unsigned)week;
	calendar->holidays = days;
	calendar->holiday_count = rows.count;
	return context_status(context, result);
}

int
assessment_days_left(struct context *context, const struct assessment *assessment, int step)
{
	struct calendar calendar;

	if (calendar_load(context, &calendar) != 0)
		return 0;
	return working_left(&calendar, words_today(assessment->zone),
	    assessment->step_until[step - 1]);
}

int
assessment_change(struct context *context, const struct assessment *assessment, const char *subject,
    int64_t variable_number, int64_t subject_id, const char *from, const char *to,
    const char *reason)
{
	return history_add(context->db,
	    &(struct change){ .subject = subject,
		.account_id = context->actor.account_id,
		.region_id = assessment->region_id,
		.agency_id = assessment->agency_id,
		.assessment_id = assessment->id,
		.variable_number = variable_number,
		.subject_id = subject_id,
		.from = from,
		.to = to,
		.reason = reason });
}

static int
moved_meanwhile(struct context *context)
{
	return context_stop(context, 409,
	    "Keadaan penilaian ini baru saja "
	    "diubah orang lain. Muat ulang halamannya untuk melihat keadaan "
	    "terbaru.");
}

int
assessment_hold(struct context *context, const struct assessment *assessment)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ASSESSMENT_HOLD,
	    db_int(assessment->id));

	if (result < 0)
		return result;
	return result == 1 &&
		strcmp(row_text(&rows, 0, "state"), state_code(assessment->state)) == 0 ?
	    0 :
	    moved_meanwhile(context);
}

int
assessment_move(struct context *context, const struct assessment *assessment,
    const struct move *move, const char *reason)
{
	int result = db_run(context->db, STATEMENT_ASSESSMENT_MOVE, db_text(state_code(move->to)),
	    db_int(assessment->id), db_text(state_code(move->from)));

	if (result < 0)
		return result;
	if (result == 0)
		return moved_meanwhile(context);
	return assessment_change(context, assessment, "state", 0, assessment->id,
	    state_code(move->from), state_code(move->to), reason);
}

const struct move *
assessment_may(struct context *context, const struct assessment *assessment, enum action action,
    int *status)
{
	const struct move *move = workflow_move(assessment->state, action, context->actor.role,
	    assessment->province_tier);

	if (move != NULL && !assessment->cycle_open) {
		*status = context_refuse(context, 409,
		    "Laporan periode %lld "
		    "sudah diterbitkan, maka penilaiannya tidak dapat diubah "
		    "lagi.",
		    (long long)assessment->year);
		return NULL;
	}
	if (move == NULL) {
		char *text = arena_alloc(context->arena, WORKFLOW_WORDS);

		context->why = workflow_why_not(text, WORKFLOW_WORDS, assessment->state, action,
		    context->actor.role, assessment->province_tier);
		*status = workflow_refusal(assessment->state, action, context->actor.role,
			      assessment->province_tier) == REFUSAL_ROLE ?
		    403 :
		    409;
	}
	return move;
}
