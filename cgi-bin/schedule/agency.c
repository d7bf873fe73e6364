/* SPDX-License-Identifier: ISC */
/*
 * The seven steps of one agency: planned, as it was given more time, and done, each
 * in working days; and its request for more time, where there is one.
 */
#include <string.h>

#include "frame/judging.h"
#include "frame/words.h"
#include "schedule/schedule.h"
#include "base/banned.h"

/* What the page shows. */
struct agency_schedule {
	struct rows facts, moves, changes, request;
	struct calendar calendar;
	int32_t done[WORKFLOW_STEPS]; /* day numbers; DAY_NONE: not yet */
};

/* A step is done by the move that ends it, and open again by one that leads back. */
static void
take_move(const struct assessment *assessment, struct agency_schedule *shown, size_t row)
{
	int32_t day = words_day(row_text(&shown->moves, row, "at"), assessment->zone);
	enum state from = STATE_NOT_STARTED, to = STATE_NOT_STARTED;
	int now, was;

	state_of(row_text(&shown->moves, row, "from_value"), &from);
	state_of(row_text(&shown->moves, row, "to_value"), &to);
	was = workflow_step(from, assessment->province_tier);
	now = workflow_step(to, assessment->province_tier);
	for (int step = was; step < now; step++)
		shown->done[step - 1] = day;
	for (int step = now; step < was; step++)
		shown->done[step - 1] = DAY_NONE;
	if (to == STATE_REPORTED)
		shown->done[WORKFLOW_STEPS - 1] = day;
}

static void
take_done(const struct assessment *assessment, struct agency_schedule *shown)
{
	static const char *const facts[] = { "at_1", "at_2", "at_3" };

	for (size_t step = 0; step < WORKFLOW_STEPS; step++)
		shown->done[step] = DAY_NONE;
	for (size_t step = 0; step < sizeof(facts) / sizeof(facts[0]); step++)
		shown->done[step] = words_day(row_text(&shown->facts, 0, facts[step]),
		    assessment->zone);
	for (size_t row = 0; row < shown->moves.count; row++)
		take_move(assessment, shown, row);
	if (assessment->cycle->reported && shown->done[WORKFLOW_STEPS - 1] == DAY_NONE)
		shown->done[WORKFLOW_STEPS - 1] = words_day(row_text(&shown->facts, 0, "at_7"),
		    assessment->zone);
}

int
schedule_read_request(struct context *context, const struct assessment *assessment,
    struct rows *request)
{
	int result = db_select(context->db, request, STATEMENT_SCHEDULE_REQUEST,
	    db_int(assessment->id));

	return result < 0 ? context_status(context, result) : 0;
}

static int
agency_schedule_read(struct context *context, const struct assessment *assessment,
    struct agency_schedule *shown)
{
	struct db_value id = db_int(assessment->id);
	int status, result = db_select(context->db, &shown->facts, STATEMENT_SCHEDULE_FACTS, id);

	if (result >= 0)
		result = db_select(context->db, &shown->moves, STATEMENT_SCHEDULE_MOVES, id);
	if (result >= 0)
		result = db_select(context->db, &shown->changes, STATEMENT_SCHEDULE_CHANGES, id);
	if (result < 0)
		return context_status(context, result);
	take_done(assessment, shown);
	status = schedule_read_request(context, assessment, &shown->request);
	return status != 0 ?
	    status :
	    calendar_load(context, assessment->region_id, &shown->calendar);
}

/* "selesai tepat waktu", "selesai, terlambat 1 hari kerja", "sisa 2 hari kerja". */
static const char *
step_words(struct arena *arena, const struct assessment *assessment,
    const struct agency_schedule *shown, int step)
{
	int32_t until = assessment->until[step - 1], done = shown->done[step - 1];
	int32_t from = assessment->cycle->step_from[step - 1];
	int32_t today = words_today(assessment->zone);

	if (until <= 0)
		return "";
	if (done != DAY_NONE)
		return done <= until ?
		    "Selesai tepat waktu" :
		    arena_format(arena, "Selesai, %s",
			words_left(arena, working_left(&shown->calendar, done, until)));
	if (*assessment->left_why != '\0' || !assessment->cycle_open)
		return "Tidak dilakukan";
	if (today < from)
		return "Belum mulai";
	return arena_format(arena, "Belum selesai, %s",
	    words_left(arena, working_left(&shown->calendar, today, until)));
}

static void
agency_fill_step(struct context *context, struct node *node, const struct assessment *assessment,
    const struct agency_schedule *shown, int step)
{
	const struct kept_cycle *cycle = assessment->cycle;
	int32_t done = shown->done[step - 1];
	char text[DAY_TEXT];

	node_set_int(node, "number", step);
	node_set(node, "name", step_name(step));
	node_set(node, "from", cycle->from[step - 1]);
	node_set(node, "until", cycle->until[step - 1]);
	if (assessment->until[step - 1] != cycle->step_until[step - 1])
		node_set(node, "own", assessment_until(context, assessment, step));
	node_set(node, "done",
	    done != DAY_NONE ? words_date(context->arena, day_format(text, done)) : "");
	node_set(node, "says", step_words(context->arena, assessment, shown, step));
}

static void
fill_request(struct context *context, const struct assessment *assessment,
    const struct rows *request)
{
	struct node *node;

	if (request->count == 0)
		return;
	node = page_node(&context->page, "Request");
	fill_row(node, request, 0);
	node_set(node, "until_words", words_date(context->arena, row_text(request, 0, "until")));
	node_set(node, "granted_words",
	    words_date(context->arena, row_text(request, 0, "granted")));
	node_set(node, "asked_words",
	    words_time(context->arena, row_text(request, 0, "asked_at"), assessment->zone));
	node_set(node, "answered_words",
	    words_time(context->arena, row_text(request, 0, "answered_at"), assessment->zone));
}

static void
fill_given(struct context *context, const struct assessment *assessment, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Changes");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, rows, row);
		node_set(node, "when",
		    words_time(context->arena, row_text(rows, row, "at"), assessment->zone));
	}
}

bool
schedule_may_ask(const struct context *context, const struct assessment *assessment,
    const struct rows *request)
{
	return context_may(context, ROLE_OPERATOR) && assessment_lapsed(assessment) &&
	    *assessment->left_why == '\0' && assessment->cycle->lapse == LAPSE_ASK &&
	    (request->count == 0 || row_null(request, 0, "waiting"));
}

static bool
schedule_may_answer(const struct context *context, const struct assessment *assessment,
    const struct rows *request)
{
	return context_may(context, ROLE_VERIFIER) && assessment->cycle_open &&
	    !judges_own(context, assessment->agency_id) && request->count > 0 &&
	    !row_null(request, 0, "waiting");
}

static int
agency_schedule_show(struct context *context, const struct assessment *assessment,
    const struct agency_schedule *shown, int status)
{
	struct node *list = page_node(&context->page, "Plan");

	assessment_fill(context, assessment);
	for (int step = 1; step <= WORKFLOW_STEPS; step++)
		agency_fill_step(context, node_row(list, (size_t)step - 1), assessment, shown,
		    step);
	page_set(&context->page, "AfterDeadline", lapse_words(assessment->cycle->lapse));
	fill_request(context, assessment, &shown->request);
	fill_given(context, assessment, &shown->changes);
	if (schedule_may_ask(context, assessment, &shown->request))
		page_set(&context->page, "May.ask", "1");
	if (schedule_may_answer(context, assessment, &shown->request))
		page_set(&context->page, "May.decide", "1");
	return context_show_status(context, "schedule/agency", status);
}

int
schedule_show_agency(struct context *context, const struct assessment *assessment, int status)
{
	struct agency_schedule shown;
	int failed = agency_schedule_read(context, assessment, &shown);

	return failed != 0 ? failed : agency_schedule_show(context, assessment, &shown, status);
}

int
show_agency_schedule(struct context *context)
{
	struct assessment assessment;
	int status = assessment_find(context, context->keys[0], &assessment);

	return status != 0 ? status : schedule_show_agency(context, &assessment, 200);
}
