/* SPDX-License-Identifier: ISC */
/*
 * The wall for those who lead: how far the year is, who needs help today, what the
 * plans come to, and how it compares with the year before.  One page of agencies and
 * sums: what it costs does not hang on how many agencies there are elsewhere, and the
 * year before is kept once it is reported.  Who needs help is counted over all of the
 * cycle; where its agencies are more than a page holds, further pages name the others.
 */
#include "plan/region.h"

#include <string.h>

#include "frame/kept.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { WALL_REGION, WALL_YEAR, WALL_PAGE };
const struct field wall_fields[] = {
	[WALL_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[WALL_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2018, .max = 2100 },
	[WALL_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ .name = NULL },
};

/* Those who have not sent come first, so that they are on the page in any case. */
#define WALL_FIRST "not_started,draft,returned"
enum { WALL_AGENCIES = 60, WALL_HELP = 12 };

struct wall {
	struct region_year place;
	struct rows states, plans, scores, agencies;
	struct rows before, before_scores;
	struct calendar calendar;
	int64_t page;       /* of agencies; 0: the first, and of it the most urgent alone */
	int64_t incomplete; /* agencies that have not sent and lack a level; -1: not asked */
};

static int
wall_read_before(struct context *context, struct wall *wall)
{
	const struct kept_cycle *cycle = wall->place.kept;
	int result = kept_world_select(context, &wall->before, STATEMENT_PLAN_WALL_BEFORE,
	    db_int(cycle->region_id), db_int(cycle->year));
	int64_t id;

	wall->before_scores.count = 0;
	if (result <= 0)
		return result;
	id = row_int(&wall->before, 0, "id");
	return row_int(&wall->before, 0, "reported") != 0 ?
	    kept_world_select(context, &wall->before_scores, STATEMENT_PLAN_WALL_SCORES,
		db_int(id)) :
	    db_select(context->db, &wall->before_scores, STATEMENT_PLAN_WALL_SCORES, db_int(id));
}

/* Working days until the answers are to be in: step 4 of the plan. */
static int
wall_days_left(const struct wall *wall)
{
	const struct kept_cycle *cycle = wall->place.kept;

	return working_left(&wall->calendar, words_today(cycle->zone), cycle->step_until[3]);
}

/* One page tells which of its agencies lack a level; where there are more of them, and
 * only in the days in which it matters, all are asked. */
static int
wall_read_incomplete(struct context *context, struct wall *wall)
{
	int left = wall_days_left(wall), result;
	struct rows rows;

	wall->incomplete = -1;
	if ((wall->page <= 1 && wall->agencies.count <= WALL_AGENCIES) || left < 0 ||
	    left > RISK_NEAR)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_PLAN_WALL_INCOMPLETE,
	    db_int(wall->place.cycle_id));
	if (result > 0)
		wall->incomplete = row_int(&rows, 0, "count");
	return context_status(context, result);
}

static int
wall_read(struct context *context, struct wall *wall)
{
	const struct form *form = &context->form;
	char today[DAY_TEXT];
	int64_t id;
	int result, status;

	if (!form_ok(form))
		return 400;
	status = region_year_find(context, form_number(form, WALL_REGION),
	    form_number(form, WALL_YEAR), &wall->place);
	if (status != 0 || wall->place.kept == NULL)
		return status;
	id = wall->place.cycle_id;
	wall->page = form_number(form, WALL_PAGE);
	day_format(today, words_today(wall->place.kept->zone));
	result = db_select(context->db, &wall->states, STATEMENT_PLAN_WALL_STATES, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &wall->plans, STATEMENT_PLAN_WALL_PLANS,
		    db_text(today), db_int(id));
	if (result >= 0)
		result = db_select(context->db, &wall->scores, STATEMENT_PLAN_WALL_SCORES,
		    db_int(id));
	if (result >= 0)
		result = db_select(context->db, &wall->agencies, STATEMENT_PLAN_AGENCIES,
		    db_int(id), db_text(""), db_text(WALL_FIRST), db_int(WALL_AGENCIES + 1),
		    db_int(wall->page > 1 ? (wall->page - 1) * WALL_AGENCIES : 0), db_text(today),
		    db_text(WALL_FIRST));
	if (result >= 0)
		result = wall_read_before(context, wall);
	status = result < 0 ?
	    context_status(context, result) :
	    calendar_load(context, wall->place.kept->region_id, &wall->calendar);
	return status != 0 ? status : wall_read_incomplete(context, wall);
}

/* ---- deciding ------------------------------------------------------------------ */

/* The average of final scores in tenths; AVERAGE_ABSENT: none is told yet. */
static int
wall_average(const struct rows *scores)
{
	if (scores->count == 0 || row_int(scores, 0, "assessed") == 0)
		return AVERAGE_ABSENT;
	return score_average(row_int(scores, 0, "score"), row_int(scores, 0, "assessed"),
	    ROUNDING_HALF_UP);
}

/* One that needs help, or is to be watched. */
struct wall_agency {
	size_t row;
	struct agency_way way;
	enum improvement_risk risk;
	int without; /* variables without a level */
};

static bool
worse(const struct wall_agency *one, const struct wall_agency *other)
{
	if (one->risk != other->risk)
		return one->risk > other->risk;
	if (one->without != other->without)
		return one->without > other->without;
	return one->way.late > other->way.late;
}

/* Those that need something, the worst first; gives how many. */
static size_t
wall_choose(struct arena *arena, const struct wall *wall, struct wall_agency **list)
{
	struct wall_agency *found = arena_array(arena, wall->agencies.count + 1, sizeof(*found));
	bool open = wall->place.kept->open;
	int left = wall_days_left(wall);
	size_t count = 0;

	for (size_t row = 0; row < wall->agencies.count; row++) {
		struct wall_agency one = { .row = row,
			.way = agency_way(wall->place.kept, &wall->agencies, row) };
		size_t at = count;

		one.without = one.way.facts.variables - one.way.facts.chosen;
		one.risk = improvement_risk(open && one.way.with_agency, left, one.without,
		    one.way.late);
		if (one.risk == RISK_NONE)
			continue;
		for (; at > 0 && worse(&one, &found[at - 1]); at--)
			found[at] = found[at - 1];
		found[at] = one;
		count++;
	}
	*list = found;
	return count;
}

static bool
wall_among(const char *state, const char *states)
{
	const char *at = strstr(states, state);
	size_t length = strlen(state);

	return at != NULL && (at[length] == '\0' || at[length] == ',');
}

static int64_t
wall_in_states(const struct wall *wall, const char *states)
{
	int64_t count = 0;

	for (size_t row = 0; row < wall->states.count; row++)
		if (wall_among(row_text(&wall->states, row, "state"), states))
			count += row_int(&wall->states, row, "assessments");
	return count;
}

/* How many of the whole cycle need help today, by improvement_risk(): `found` of the page
 * where that is all of them. */
static int64_t
wall_help_count(const struct wall *wall, int64_t found)
{
	int left = wall_days_left(wall);

	if (!wall->place.kept->open || left > RISK_NEAR)
		return 0;
	if (left < 0)
		return wall_in_states(wall, WALL_FIRST);
	return wall->incomplete >= 0 ? wall->incomplete : found;
}

/* ---- showing ------------------------------------------------------------------- */

/* Where the agencies stand, as a bar for each: those with the same to do together. */
static const struct {
	const char *label;
	const char *states;
} wall_stages[] = {
	{ "Belum mulai", "not_started" },
	{ "Sedang diisi", "draft" },
	{ "Dikembalikan", "returned" },
	{ "Diverifikasi", "submitted" },
	{ "Terverifikasi", "verified,validated" },
	{ "Disahkan", "signed,received,reported" },
};

/* Gives how many agencies there are. */
static int64_t
fill_wall_stages(struct node *node, const struct wall *wall)
{
	struct node *list = node_child(node, "bars");
	int64_t all = 0, sent = 0;

	for (size_t row = 0; row < wall->states.count; row++)
		all += row_int(&wall->states, row, "assessments");
	for (size_t at = 0; at < sizeof(wall_stages) / sizeof(wall_stages[0]); at++) {
		struct node *bar = node_row(list, at);
		int64_t count = wall_in_states(wall, wall_stages[at].states);

		if (!wall_among("draft", wall_stages[at].states) &&
		    !wall_among("not_started", wall_stages[at].states) &&
		    !wall_among("returned", wall_stages[at].states))
			sent += count;
		node_set(bar, "label", wall_stages[at].label);
		node_set_int(bar, "count", count);
	}
	node_set_int(node, "all", all);
	node_set_int(node, "sent", sent);
	return all;
}

static void
fill_wall_scores(struct context *context, struct node *node, const struct wall *wall, int64_t all)
{
	int now = wall_average(&wall->scores), then = wall_average(&wall->before_scores);
	struct arena *arena = context->arena;

	if (now != AVERAGE_ABSENT) {
		node_set(node, "average", words_tenths(arena, now));
		node_set_int(node, "assessed", row_int(&wall->scores, 0, "assessed"));
	}
	if (then != AVERAGE_ABSENT) {
		node_set(node, "before", words_tenths(arena, then));
		node_set(node, "before_year", row_text(&wall->before, 0, "year"));
	}
	/* The average of a few says nothing about the year. */
	if (now != AVERAGE_ABSENT && then != AVERAGE_ABSENT &&
	    2 * row_int(&wall->scores, 0, "assessed") > all)
		node_set(node, "moved",
		    now == then ? "sama dengan" :
				  arena_format(arena, "%s %s dari", now > then ? "naik" : "turun",
				      words_tenths(arena, now > then ? now - then : then - now)));
}

static void
fill_wall_help(struct context *context, struct node *node, const struct wall *wall)
{
	struct wall_agency *found;
	size_t count = wall_choose(context->arena, wall, &found);
	struct node *list = node_child(node, "agencies");
	size_t shown = wall->page > 0 ? count : WALL_HELP;
	int64_t help = 0;

	for (size_t at = 0; at < count; at++) {
		const struct wall_agency *one = &found[at];
		struct node *row;

		help += one->risk == RISK_HELP;
		if (at >= shown)
			continue;
		row = node_row(list, at);
		node_set(row, "name", row_text(&wall->agencies, one->row, "name"));
		node_set_int(row, "id", row_int(&wall->agencies, one->row, "id"));
		node_set(row, "state", state_code(one->way.state));
		node_set(row, "risk", one->risk == RISK_HELP ? "help" : "watch");
		if (one->way.with_agency && one->without > 0)
			node_set_int(row, "without", one->without);
		if (one->way.late > 0)
			node_set_int(row, "late", one->way.late);
	}
	node_set_int(node, "help", wall_help_count(wall, help));
	if (count > shown)
		node_set_int(node, "more", (int64_t)(count - shown));
	if (wall->page > 1)
		node_set_int(node, "page", wall->page);
}

static void
wall_fill(struct context *context, struct wall *wall)
{
	struct node *node = page_node(&context->page, "Wall");
	const struct rows *plans = &wall->plans;
	const struct kept_cycle *cycle = wall->place.kept;
	int64_t all;

	region_year_fill(context, &wall->place);
	if (cycle == NULL)
		return;
	page_turn(context, &wall->agencies, WALL_AGENCIES, wall->page > 0 ? wall->page : 1,
	    arena_format(context->arena, "/plan/wall?region=%s&year=%lld",
		row_text(&wall->place.regions, wall->place.region, "id"), (long long)cycle->year));
	all = fill_wall_stages(node, wall);
	fill_wall_scores(context, node, wall, all);
	fill_wall_help(context, node, wall);
	node_set_int(node, "plans", row_int(plans, 0, "plans"));
	node_set_int(node, "steps", row_int(plans, 0, "steps"));
	node_set_int(node, "done", row_int(plans, 0, "done"));
	node_set_int(node, "late", row_int(plans, 0, "late"));
	if (cycle->open && cycle->step_until[3] != DAY_NONE && cycle->step_until[3] != 0) {
		node_set(node, "until", cycle->until[3]);
		node_set(node, "left", words_left(context->arena, wall_days_left(wall)));
	}
	node_set(node, "at", words_clock_now(context->arena, cycle->zone));
}

int
show_wall(struct context *context)
{
	struct wall wall;
	int status = wall_read(context, &wall);

	if (status != 0)
		return status;
	wall_fill(context, &wall);
	return context_show(context, "plan/wall");
}
