/* SPDX-License-Identifier: ISC */
/*
 * The agency's first page: the year that is worked on, how far it is and until
 * when, and the results of years that are over.
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

/* The year that is worked on: how far, what next, until when. */
static int
fill_current(struct context *context, const struct assessment *assessment)
{
	int step = workflow_step(assessment->state, assessment->province_tier);
	struct tasks tasks;
	int status;

	if ((status = tasks_load(context, assessment, &tasks)) != 0 ||
	    (status = fill_return(context, assessment)) != 0 ||
	    (status = home_fill_picture(context, assessment)) != 0)
		return status;
	assessment_fill(context, assessment);
	fill_tasks(context, assessment, &tasks);
	/* What the agency has to do has a date: filling in, and signing. */
	if (step == 4 || (step == 6 && assessment->state != STATE_SIGNED))
		fill_deadline(context, assessment, step);
	if (may_write(context, assessment))
		page_set(&context->page, "May.write", "1");
	return 0;
}

int
show_home(struct context *context)
{
	struct assessment assessment;
	bool current = false;
	size_t earlier = 0;
	struct rows rows;
	int status = 0,
	    result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_HOME,
		db_int(context->actor.agency_id));

	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count && status == 0; row++) {
		status = assessment_read(context, &rows, row, &assessment);
		if (status != 0)
			break;
		if (!current && assessment.cycle_open) {
			current = true;
			status = fill_current(context, &assessment);
		} else
			status = fill_earlier(context,
			    node_row(page_node(&context->page, "Earlier"), earlier++), &assessment);
	}
	return status != 0 ? status : context_show(context, "questionnaire/home");
}
