/* SPDX-License-Identifier: ISC */
/*
 * The agency's first page: of the years that are open the one that is due
 * first, how far it is and until when, the others beside it, and the results of
 * years that are over.
 */
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "assessment/headline.h"
#include "document/chart.h"
#include "frame/tour.h"
#include "frame/since.h"
#include "frame/words.h"
#include "signing/printed_head.h"
#include "base/banned.h"

/* The step in which the agency itself has something to do, be it later, or 0:
 * filling in, and signing. */
static int
own_step(const struct assessment *assessment)
{
	int step = workflow_step(assessment->state, assessment->province_tier);

	if (*assessment->left_why != '\0')
		return 0;
	return step == 4 || (step == 6 && assessment->state != STATE_SIGNED) ? step : 0;
}

static int32_t
due(const struct assessment *assessment)
{
	int step = own_step(assessment);
	int32_t until = step != 0 ? assessment->until[step - 1] : 0;

	return until == DAY_NONE || until == 0 ? INT32_MAX : until;
}

/* Where the agency can do something today, where it waits for others or for the
 * first day of filling in, and where it takes no part any more. */
static int
home_turn(const struct assessment *assessment)
{
	if (*assessment->left_why != '\0')
		return 2;
	return own_step(assessment) != 0 && assessment_fills(assessment) ? 0 : 1;
}

/* What the agency has to do comes before what it waits for, and of either what is
 * due first, by the plan of its own year: next year's does not stand before this
 * year's, which others have in their hands. */
static bool
comes_first(const struct assessment *one, const struct assessment *other)
{
	int turn = home_turn(one), other_turn = home_turn(other);

	if (turn != other_turn)
		return turn < other_turn;
	return turn == 0 ? due(one) < due(other) : one->year < other->year;
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

/* ---- what is read ------------------------------------------------------------ */

/* A year that is over, with its result as far as it was given. */
struct earlier {
	const struct assessment *assessment;
	struct score self, final;
	const int *final_levels; /* of each variable */
	size_t count;
	const struct criteria *criteria; /* once the final score is told; else NULL */
	const char *category;            /* the same */
};

/* The agency's years; more is read of the one that comes first and of those that
 * are over. */
struct home {
	struct assessment *list;
	struct deadline *deadlines; /* of each that is open, of what the agency has to do */
	size_t count;
	const struct assessment *first; /* NULL: none is open, so there is none of: */
	struct tasks tasks;
	bool sent_back;
	bool print_again; /* the printed form names another head */
	const struct last_move *returned;
	struct agency_charts charts;
	struct rows since; /* what others changed since the last visit */
	struct earlier *earlier;
	size_t earlier_count;
};

static int
read_years(struct context *context, struct home *home)
{
	struct rows rows;
	int status = 0,
	    result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_HOME,
		db_int(context->actor.agency_id));

	if (result < 0)
		return context_status(context, result);
	home->list = arena_array(context->arena, rows.count + 1, sizeof(*home->list));
	home->deadlines = arena_array(context->arena, rows.count + 1, sizeof(*home->deadlines));
	home->count = rows.count;
	for (size_t row = 0; row < rows.count && status == 0; row++) {
		struct assessment *assessment = &home->list[row];

		status = assessment_read(context, &rows, row, assessment);
		if (status == 0 && assessment->cycle_open)
			home->deadlines[row] = read_deadline(context, assessment,
			    own_step(assessment));
	}
	return status;
}

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

/* A form that was printed and is not accepted yet, but names a head who is it no more. */
static int
read_print_again(struct context *context, const struct assessment *assessment, bool *print_again)
{
	*print_again = false;
	if (!results_tier_disclosed(assessment->state,
		assessment->province_tier ? STATE_VALIDATED : STATE_VERIFIED) ||
	    assessment->state == STATE_RECEIVED || assessment->state == STATE_REPORTED)
		return 0;
	return printed_form_outdated(context, assessment->id, print_again);
}

static int
read_first(struct context *context, struct home *home)
{
	const struct assessment *assessment = home->first;
	int status;

	if ((status = tasks_load(context, assessment, &home->tasks)) != 0 ||
	    (status = read_sent_back(context, assessment, &home->sent_back)) != 0 ||
	    (status = read_print_again(context, assessment, &home->print_again)) != 0 ||
	    (status = read_return(context, assessment, &home->returned)) != 0)
		return status;
	return charts_of_agency(context, assessment, &home->charts);
}

static int
read_earlier(struct context *context, const struct assessment *assessment, struct earlier *earlier)
{
	const struct criteria *criteria;
	struct rows rows;
	int *self, *final;
	int status,
	    result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_ANSWERS,
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
	/* analyse: analyzer-use-of-uninitialized-value: score_sum sets all of it. */
	*earlier = (struct earlier){ assessment, score_sum(self, rows.count),
		score_sum(final, rows.count), final, rows.count, NULL, NULL };
	if (!earlier->final.complete || !verified(assessment->state, assessment->province_tier))
		return 0;
	status = criteria_load(context, assessment->instrument_id, &criteria);
	if (status != 0)
		return status;
	earlier->criteria = criteria;
	earlier->category = category_name(criteria, earlier->final.sum);
	return 0;
}

static int
read_since(struct context *context, struct home *home)
{
	int64_t cycle = home->first != NULL ? home->first->cycle->id : 0;

	return context_status(context,
	    db_select(context->db, &home->since, STATEMENT_QUESTIONNAIRE_SINCE,
		db_int(context->actor.agency_id), db_int(cycle),
		db_int(context->actor.account_id)));
}

static int
read_agency_home(struct context *context, struct home *home)
{
	int status;

	*home = (struct home){ .first = NULL };
	status = read_years(context, home);
	if (status != 0)
		return status;
	home->first = first_open(home->list, home->count);
	status = read_since(context, home);
	if (home->first != NULL && status == 0)
		status = read_first(context, home);
	home->earlier = arena_array(context->arena, home->count + 1, sizeof(*home->earlier));
	for (size_t at = 0; at < home->count && status == 0; at++)
		if (!home->list[at].cycle_open)
			status = read_earlier(context, &home->list[at],
			    &home->earlier[home->earlier_count++]);
	return status;
}

/* ---- what is shown ------------------------------------------------------------ */

/* The year that is worked on: how far, what next, until when, and what the last
 * one ended with. */
static void
fill_first(struct context *context, const struct home *home)
{
	const struct assessment *assessment = home->first;

	fill_return(context, assessment, home->returned);
	if (home->charts.radar.series_count > 0)
		CHART_FILL(context, "radar", radar, &home->charts.radar);
	assessment_fill(context, assessment);
	fill_tasks(context, assessment, &home->tasks);
	fill_deadline(context, page_node(&context->page, "Deadline"),
	    &home->deadlines[assessment - home->list]);
	if (home->sent_back)
		page_set(&context->page, "SentBack", "1");
	if (home->print_again)
		page_set(&context->page, "PrintAgain", "1");
	if (may_write(context, assessment))
		page_set(&context->page, "May.write", "1");
}

static void
fill_since(struct context *context, const struct rows *since)
{
	struct node *list = page_node(&context->page, "Since");

	if (since->count > 0)
		page_set(&context->page, "SinceWhen",
		    words_time(context->arena, row_text(since, 0, "visited_at"),
			context->actor.zone));
	for (size_t row = 0; row < since->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "what", since_words(row_text(since, row, "subject")));
		node_set_int(node, "count", row_int(since, row, "count"));
		node_set(node, "at",
		    words_time(context->arena, row_text(since, row, "at"), context->actor.zone));
	}
}

/* Another year that is open beside the one that comes first. */
static void
fill_open(struct context *context, struct node *node, const struct assessment *assessment,
    const struct deadline *deadline)
{
	int left = deadline->left;
	char date[DAY_TEXT];

	node_set_int(node, "id", assessment->id);
	node_set_int(node, "year", assessment->year);
	node_set(node, "state", state_code(assessment->state));
	node_set(node, "waits",
	    *assessment->left_why != '\0' ?
		arena_format(context->arena, "Keluar dari periode ini: %s.", assessment->left_why) :
		workflow_waits(assessment->state, assessment->province_tier));
	if (due(assessment) == INT32_MAX)
		return;
	if (deadline->step == 4 && !assessment_fills(assessment))
		node_set(node, "begins", assessment_begins(context, assessment));
	node_set_int(node, "step", deadline->step);
	node_set(node, "until", words_date(context->arena, day_format(date, deadline->until)));
	node_set(node, "due", left > 0 ? "ahead" : left == 0 ? "today" : "late");
	node_set_int(node, "days", left < 0 ? -left : left);
}

static void
fill_earlier(struct node *node, const struct earlier *earlier)
{
	const struct assessment *assessment = earlier->assessment;

	node_set_int(node, "id", assessment->id);
	node_set_int(node, "year", assessment->year);
	node_set(node, "state", state_code(assessment->state));
	node_set(node, "state_name", state_name(assessment->state));
	if (earlier->self.complete)
		node_set_int(node, "self", earlier->self.sum);
	if (earlier->category == NULL)
		return;
	node_set_int(node, "final", earlier->final.sum);
	node_set(node, "category", earlier->category);
}

/* Open years that the agency left stand after those in which it takes part. */
static void
fill_open_years(struct context *context, const struct home *home)
{
	struct node *others = page_node(&context->page, "Open");
	size_t open = 0;

	for (int left = 0; left <= 1; left++)
		for (size_t at = 0; at < home->count; at++)
			if (home->list[at].cycle_open && &home->list[at] != home->first &&
			    (*home->list[at].left_why != '\0') == left)
				fill_open(context, node_row(others, open++), &home->list[at],
				    &home->deadlines[at]);
}

static int
home_show(struct context *context, const struct home *home)
{
	struct node *years = page_node(&context->page, "Earlier");

	fill_since(context, &home->since);
	tour_fill(context);
	if (home->first != NULL)
		fill_first(context, home);
	fill_open_years(context, home);
	for (size_t at = 0; at < home->earlier_count; at++)
		fill_earlier(node_row(years, at), &home->earlier[at]);
	return context_show(context, "questionnaire/home");
}

/* ---- the head's ---------------------------------------------------------------- */

/* A year with a result that the head may know. */
struct told_year {
	int64_t year, assessment_id;
	const int *levels;
	size_t count;
	const struct criteria *criteria;
};

/* The newest of them before that year. */
static struct told_year
told_before(const struct home *home, int64_t year)
{
	struct told_year told = { .criteria = NULL };
	const struct chart_levels *now = &home->charts.now;

	for (size_t at = 0; at < home->earlier_count; at++) {
		const struct earlier *earlier = &home->earlier[at];

		if (earlier->criteria != NULL && earlier->assessment->year < year &&
		    earlier->assessment->year > told.year)
			told = (struct told_year){ earlier->assessment->year,
				earlier->assessment->id, earlier->final_levels, earlier->count,
				earlier->criteria };
	}
	if (home->first != NULL && now->disclosed && score_sum(now->final, now->count).complete &&
	    now->year < year && now->year > told.year)
		told = (struct told_year){ now->year, home->first->id, now->final, now->count,
			home->tasks.criteria };
	return told;
}

static int
told_tenths(const struct told_year *told)
{
	return told->criteria == NULL ?
	    AVERAGE_ABSENT :
	    score_tenths(score_sum(told->levels, told->count).sum);
}

static const char *const *
told_names(struct arena *arena, const struct told_year *told)
{
	const char **names = arena_array(arena, told->count + 1, sizeof(*names));

	for (size_t at = 0; at < told->count; at++)
		names[at] = told->criteria->variables[at].name;
	return names;
}

/* The last result at one glance, and how far it is from the one before. */
static void
fill_result(struct context *context, const struct home *home)
{
	struct told_year told = told_before(home, INT64_MAX);
	struct told_year before = told_before(home, told.year);

	if (told.criteria == NULL)
		return;
	headline_fill(context, page_node(&context->page, "Headline"),
	    &(struct headline){ .year = told.year,
		.tenths = told_tenths(&told),
		.variables = told.count,
		.categories = told.criteria->categories,
		.category_count = told.criteria->category_count,
		.before = told_tenths(&before),
		.before_year = before.year,
		.words = headline_levels(context->arena, told_names(context->arena, &told),
		    told.levels, told.count) });
	page_set_int(&context->page, "Told.id", told.assessment_id);
}

static int
head_show(struct context *context, const struct home *home)
{
	struct node *years = page_node(&context->page, "Earlier");

	fill_since(context, &home->since);
	tour_fill(context);
	if (home->first != NULL)
		fill_first(context, home);
	fill_result(context, home);
	fill_open_years(context, home);
	for (size_t at = 0; at < home->earlier_count; at++)
		fill_earlier(node_row(years, at), &home->earlier[at]);
	return context_show(context, "questionnaire/head");
}

int
show_home(struct context *context)
{
	struct home home;
	int status = read_agency_home(context, &home);

	if (status != 0)
		return status;
	return context_may(context, ROLE_HEAD) ?
	    head_show(context, &home) :
	    home_show(context, &home);
}
