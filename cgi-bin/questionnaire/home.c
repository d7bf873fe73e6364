/* SPDX-License-Identifier: ISC */
/*
 * The agency's first page: of the years that are open the one that is due
 * first, how far it is and until when, the others beside it, and the results of
 * years that are over.
 */
#include "questionnaire/questionnaire.h"
#include "document/chart.h"
#include "frame/words.h"
#include "base/banned.h"

/* The result of a year that is over, as far as it was given. */
static int
fill_earlier(struct context *context, struct node *node, const struct assessment *assessment)
{
	struct rows rows;
	int *self, *final;
	struct score score;
	int result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_ANSWERS,
	    db_int(assessment->id));

	if (result < 0)
		return context_status(context, result);
	self = arena_array(context->arena, rows.count + 1, sizeof(*self));
	final = arena_array(context->arena, rows.count + 1, sizeof(*final));
	for (size_t row = 0; row < rows.count; row++) {
		self[row] = (int)row_int(&rows, row, "self_level");
		final[row] = level_final((int)row_int(&rows, row, "city_level"),
		    (int)row_int(&rows, row, "province_level"), assessment->province_tier);
	}
	node_set_int(node, "id", assessment->id);
	node_set_int(node, "year", assessment->year);
	node_set(node, "state", state_code(assessment->state));
	node_set(node, "state_name", state_name(assessment->state));
	/* analyse: analyzer-use-of-uninitialized-value: score_sum sets all of it. */
	score = score_sum(self, rows.count);
	if (score.complete)
		node_set_int(node, "self", score.sum);
	/* analyse: analyzer-use-of-uninitialized-value: score_sum sets all of it. */
	score = score_sum(final, rows.count);
	if (!score.complete || !verified(assessment->state, assessment->province_tier))
		return 0;
	node_set_int(node, "final", score.sum);
	node_set(node, "category", category_name(context, assessment, score.sum));
	return 0;
}

/* This year as far as it is, and what the last one ended with. */
static int
home_fill_picture(struct context *context, const struct assessment *assessment)
{
	struct agency_charts charts;
	int status = charts_of_agency(context, assessment, &charts);

	if (status == 0 && charts.radar.series_count > 0)
		CHART_FILL(context, "radar", radar, &charts.radar);
	return status;
}

/* The step in which the agency itself has something to do, or 0: filling in,
 * and signing. */
static int
own_step(const struct assessment *assessment)
{
	int step = workflow_step(assessment->state, assessment->province_tier);

	return step == 4 || (step == 6 && assessment->state != STATE_SIGNED) ? step : 0;
}

/* The year that is worked on: how far, what next, until when. */
/* A signed form that was sent back is waited for again, by the agency alone. */
static int
read_sent_back(struct context *context, const struct assessment *assessment, bool *sent_back)
{
	struct rows rows;
	int result;

	*sent_back = false;
	if (assessment->state != STATE_SIGNED)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_SENT_BACK,
	    db_int(assessment->id));
	*sent_back = result > 0 && row_int(&rows, 0, "sent_back") != 0;
	return result < 0 ? context_status(context, result) : 0;
}

static int
fill_current(struct context *context, const struct assessment *assessment)
{
	int step = own_step(assessment);
	struct tasks tasks;
	bool sent_back;
	int status;

	if ((status = tasks_load(context, assessment, &tasks)) != 0 ||
	    (status = read_sent_back(context, assessment, &sent_back)) != 0 ||
	    (status = fill_return(context, assessment)) != 0 ||
	    (status = home_fill_picture(context, assessment)) != 0)
		return status;
	assessment_fill(context, assessment);
	fill_tasks(context, assessment, &tasks);
	if (step != 0)
		fill_deadline(context, assessment, step);
	if (sent_back)
		page_set(&context->page, "SentBack", "1");
	if (may_write(context, assessment))
		page_set(&context->page, "May.write", "1");
	return 0;
}

/* What the agency has to do comes before what it waits for, and of either what
 * is due first, by the plan of its own year. */
static int32_t
due(const struct assessment *assessment)
{
	int step = own_step(assessment);
	int32_t until = step != 0 ? assessment->cycle->step_until[step - 1] : 0;

	return until == DAY_NONE || until == 0 ? INT32_MAX : until;
}

static bool
comes_first(const struct assessment *one, const struct assessment *other)
{
	return due(one) < due(other);
}

/* The open assessments stay in the order of their years, but for the first. */
static const struct assessment *
first_open(const struct assessment *list, size_t count)
{
	const struct assessment *first = NULL;

	for (size_t at = 0; at < count; at++)
		if (list[at].cycle_open && (first == NULL || comes_first(&list[at], first)))
			first = &list[at];
	return first;
}

/* Another year that is open beside the one that comes first. */
static void
fill_open(struct context *context, struct node *node, const struct assessment *assessment)
{
	int step = own_step(assessment);
	int left = step != 0 ? assessment_days_left(context, assessment, step) : 0;
	char date[DAY_TEXT];

	node_set_int(node, "id", assessment->id);
	node_set_int(node, "year", assessment->year);
	node_set(node, "state", state_code(assessment->state));
	node_set(node, "waits", workflow_waits(assessment->state, assessment->province_tier));
	if (step == 0 || due(assessment) == INT32_MAX)
		return;
	node_set_int(node, "step", step);
	node_set(node, "until",
	    words_date(context->arena, day_format(date, assessment->cycle->step_until[step - 1])));
	node_set(node, "due", left > 0 ? "ahead" : left == 0 ? "today" : "late");
	node_set_int(node, "days", left < 0 ? -left : left);
}

static int
home_read(struct context *context, struct assessment **list, size_t *count)
{
	struct rows rows;
	int status = 0,
	    result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_HOME,
		db_int(context->actor.agency_id));

	if (result < 0)
		return context_status(context, result);
	*list = arena_array(context->arena, rows.count + 1, sizeof(**list));
	*count = rows.count;
	for (size_t row = 0; row < rows.count && status == 0; row++)
		status = assessment_read(context, &rows, row, &(*list)[row]);
	return status;
}

int
show_home(struct context *context)
{
	const struct assessment *first;
	struct assessment *list = NULL;
	size_t count = 0, earlier = 0, open = 0;
	int status = home_read(context, &list, &count);

	if (status != 0)
		return status;
	first = first_open(list, count);
	if (first != NULL)
		status = fill_current(context, first);
	for (size_t at = 0; at < count && status == 0; at++)
		if (list[at].cycle_open && &list[at] != first)
			fill_open(context, node_row(page_node(&context->page, "Open"), open++),
			    &list[at]);
		else if (!list[at].cycle_open)
			status = fill_earlier(context,
			    node_row(page_node(&context->page, "Earlier"), earlier++), &list[at]);
	return status != 0 ? status : context_show(context, "questionnaire/home");
}
