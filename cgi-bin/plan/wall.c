/* SPDX-License-Identifier: ISC */
/*
 * The wall for those who lead: how far the year is, who needs help today, what the
 * plans come to, and how it compares with the year before.  One page of agencies by
 * their places, and sums that are kept (store/sums.h): what it costs does not hang on how
 * many agencies there are.  Who needs help is counted over all of the cycle; where its
 * agencies are more than a page holds, further pages name the others.
 */
#include "plan/region.h"

#include <string.h>

#include "frame/kept.h"
#include "frame/words.h"
#include "store/sums.h"
#include "base/banned.h"

enum { WALL_REGION, WALL_YEAR, WALL_PAGE, WALL_AFTER, WALL_BEFORE };
const struct field wall_fields[] = {
	[WALL_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[WALL_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2018, .max = 2100 },
	[WALL_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[WALL_AFTER] = { "after", FIELD_NUMBER, "Sesudah", .min = 1, .max = INT64_MAX },
	[WALL_BEFORE] = { "before", FIELD_NUMBER, "Sebelum", .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

/* With whom the answers still are. */
#define WALL_FIRST "not_started,draft,returned"
enum { WALL_AGENCIES = 60, WALL_HELP = 12, WALL_LATE = 300 };

struct wall {
	struct region_year place;
	struct rows sums, agencies, late;
	struct rows before, before_sums;
	struct calendar calendar;
	int64_t page;        /* of agencies; 0: the first, and of it the most urgent alone */
	bool previous, next; /* there are more of them before, after */
};

/* Working days until the answers are to be in: step 4 of the plan. */
static int
wall_days_left(const struct wall *wall)
{
	const struct kept_cycle *cycle = wall->place.kept;

	return working_left(&wall->calendar, words_today(cycle->zone), cycle->step_until[3]);
}

static bool
wall_has_days(const struct wall *wall)
{
	const struct kept_cycle *cycle = wall->place.kept;

	return cycle->open && cycle->step_until[3] != DAY_NONE && cycle->step_until[3] != 0;
}

/* A page begins behind the last agency of the one before, or ends before the first one
 * of the one behind: however many there are, no others are read. */
static int
wall_read_agencies(struct context *context, struct wall *wall, const char *today)
{
	const struct form *form = &context->form;
	int64_t before = form_number(form, WALL_BEFORE), after = form_number(form, WALL_AFTER);
	int64_t id = wall->place.cycle_id;
	struct rows *rows = &wall->agencies;
	bool more;
	int result = before != 0 ?
	    db_select(context->db, rows, STATEMENT_PLAN_WALL_AGENCIES_BACK, db_text(today),
		db_text(today), db_int(id), db_int(before), db_int(WALL_AGENCIES)) :
	    db_select(context->db, rows, STATEMENT_PLAN_WALL_AGENCIES, db_text(today),
		db_text(today), db_int(id), db_int(after != 0 ? after : INT64_MAX),
		db_int(WALL_AGENCIES + 1));

	if (result < 0)
		return result;
	wall->page = form_number(form, WALL_PAGE);
	more = rows->count > WALL_AGENCIES;
	if (more)
		rows->count = WALL_AGENCIES;
	wall->next = more || before != 0;
	wall->previous = wall->page > 1;
	return 0;
}

static int
wall_read_before(struct context *context, struct wall *wall)
{
	const struct kept_cycle *cycle = wall->place.kept;
	int result = kept_world_select(context, &wall->before, STATEMENT_PLAN_WALL_BEFORE,
	    db_int(cycle->region_id), db_int(cycle->year));

	wall->before_sums.count = 0;
	return result <= 0 ?
	    result :
	    sums_read(context->db, row_int(&wall->before, 0, "id"), &wall->before_sums);
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
	day_format(today, words_today(wall->place.kept->zone));
	result = wall_read_before(context, wall);
	if (result >= 0)
		result = sums_read(context->db, id, &wall->sums);
	if (result >= 0)
		result = wall_read_agencies(context, wall, today);
	wall->late.count = 0;
	if (result >= 0 && wall_has_days(wall))
		result = db_select(context->db, &wall->late, STATEMENT_PLAN_WALL_LATE, db_int(id),
		    db_text(today), db_text(today), db_int(WALL_LATE + 1));
	return result < 0 ?
	    context_status(context, result) :
	    calendar_load(context, wall->place.kept->region_id, &wall->calendar);
}

/* ---- deciding ------------------------------------------------------------------ */

static bool
wall_among(const char *state, const char *states)
{
	const char *at = strstr(states, state);
	size_t length = strlen(state);

	return at != NULL && (at[length] == '\0' || at[length] == ',');
}

/* Of the agencies in some states, or (NULL) in all. */
static int64_t
wall_sum(const struct rows *sums, const char *states, const char *column)
{
	int64_t sum = 0;

	for (size_t row = 0; row < sums->count; row++)
		if (states == NULL || wall_among(row_text(sums, row, "state"), states))
			sum += row_int(sums, row, column);
	return sum;
}

/* The average of final scores in tenths; AVERAGE_ABSENT: none is told yet. */
static int
wall_average(const struct rows *sums)
{
	int64_t assessed = wall_sum(sums, NULL, "assessed");

	return assessed == 0 ?
	    AVERAGE_ABSENT :
	    score_average(wall_sum(sums, NULL, "score"), assessed, ROUNDING_HALF_UP);
}

/* One that needs help, or is to be watched. */
struct wall_agency {
	size_t row;
	bool with_agency;
	enum improvement_risk risk;
	int without; /* variables without a level */
	int late;    /* steps */
};

static bool
worse(const struct wall_agency *one, const struct wall_agency *other)
{
	if (one->risk != other->risk)
		return one->risk > other->risk;
	if (one->without != other->without)
		return one->without > other->without;
	return one->late > other->late;
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
		const struct rows *rows = &wall->agencies;
		struct wall_agency one = {
			.row = row,
			.with_agency = wall_among(row_text(rows, row, "state"), WALL_FIRST),
			.without = (int)row_int(rows, row, "missing"),
			.late = (int)row_int(rows, row, "late"),
		};
		size_t at = count;

		one.risk = improvement_risk(open && one.with_agency, left, one.without, one.late);
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

/* How many of the whole cycle need help today, by improvement_risk(). */
static int64_t
wall_help_count(const struct wall *wall)
{
	int left = wall_days_left(wall);

	if (!wall->place.kept->open || left > RISK_NEAR)
		return 0;
	return wall_sum(&wall->sums, WALL_FIRST, left < 0 ? "assessments" : "incomplete");
}

/* ---- showing ------------------------------------------------------------------- */

/* Where the agencies stand, as a bar for each: those with the same to do together. */
static const struct {
	const char *label;
	const char *states;
} wall_stages[] = {
	{ "Belum dimulai", "not_started" },
	{ "Sedang diisi", "draft" },
	{ "Dikembalikan", "returned" },
	{ "Diverifikasi", "submitted" },
	{ "Terverifikasi", "verified,validated" },
	{ "Disahkan", "signed,received,reported" },
};

static void
fill_wall_stages(struct node *node, const struct wall *wall)
{
	struct node *list = node_child(node, "bars");
	int64_t all = wall_sum(&wall->sums, NULL, "assessments");

	for (size_t at = 0; at < sizeof(wall_stages) / sizeof(wall_stages[0]); at++) {
		struct node *bar = node_row(list, at);

		node_set(bar, "label", wall_stages[at].label);
		node_set_int(bar, "count",
		    wall_sum(&wall->sums, wall_stages[at].states, "assessments"));
	}
	node_set_int(node, "all", all);
	node_set_int(node, "sent", all - wall_sum(&wall->sums, WALL_FIRST, "assessments"));
}

static void
fill_wall_scores(struct context *context, struct node *node, const struct wall *wall)
{
	int now = wall_average(&wall->sums), then = wall_average(&wall->before_sums);
	int64_t assessed = wall_sum(&wall->sums, NULL, "assessed");
	struct arena *arena = context->arena;

	if (now != AVERAGE_ABSENT) {
		node_set(node, "average", words_tenths(arena, now));
		node_set_int(node, "assessed", assessed);
	}
	if (then != AVERAGE_ABSENT) {
		node_set(node, "before", words_tenths(arena, then));
		node_set(node, "before_year", row_text(&wall->before, 0, "year"));
	}
	/* The average of a few says nothing about the year. */
	if (now != AVERAGE_ABSENT && then != AVERAGE_ABSENT &&
	    2 * assessed > wall_sum(&wall->sums, NULL, "assessments"))
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

	for (size_t at = 0; at < count && at < shown; at++) {
		const struct wall_agency *one = &found[at];
		struct node *row;

		row = node_row(list, at);
		node_set(row, "name", row_text(&wall->agencies, one->row, "name"));
		node_set_int(row, "id", row_int(&wall->agencies, one->row, "id"));
		node_set(row, "state", row_text(&wall->agencies, one->row, "state"));
		node_set(row, "risk", one->risk == RISK_HELP ? "help" : "watch");
		if (one->with_agency && one->without > 0)
			node_set_int(row, "without", one->without);
		if (one->late > 0)
			node_set_int(row, "late", one->late);
	}
	node_set_int(node, "help", wall_help_count(wall));
	if (count > shown)
		node_set_int(node, "more", (int64_t)(count - shown));
	if (wall->page > 1)
		node_set_int(node, "page", wall->page);
}

static const char *
wall_page(struct context *context, const struct wall *wall, int64_t page, const char *key,
    size_t row)
{
	const char *address = arena_format(context->arena,
	    "%s/plan/wall?region=%s&year=%lld&page=%lld", context->config->base_path,
	    row_text(&wall->place.regions, wall->place.region, "id"),
	    (long long)wall->place.kept->year, (long long)page);

	return page == 1 ?
	    address :
	    arena_format(context->arena, "%s&%s=%s", address, key,
		row_text(&wall->agencies, row, "place"));
}

static void
fill_wall_pages(struct context *context, const struct wall *wall)
{
	int64_t page = wall->page > 0 ? wall->page : 1;

	if (wall->agencies.count == 0)
		return;
	if (wall->previous)
		page_set(&context->page, "Pages.previous.href",
		    wall_page(context, wall, page - 1, "before", 0));
	if (wall->next)
		page_set(&context->page, "Pages.next.href",
		    wall_page(context, wall, page + 1, "after", wall->agencies.count - 1));
}

static void
wall_fill(struct context *context, struct wall *wall)
{
	struct node *node = page_node(&context->page, "Wall");
	const struct kept_cycle *cycle = wall->place.kept;
	int64_t late;

	region_year_fill(context, &wall->place);
	if (cycle == NULL)
		return;
	fill_wall_pages(context, wall);
	fill_wall_stages(node, wall);
	fill_wall_scores(context, node, wall);
	fill_wall_help(context, node, wall);
	node_set_int(node, "plans", wall_sum(&wall->sums, NULL, "plans"));
	node_set_int(node, "steps", wall_sum(&wall->sums, NULL, "steps"));
	node_set_int(node, "done", wall_sum(&wall->sums, NULL, "done"));
	late = wall->late.count > 0 ? row_int(&wall->late, 0, "count") : 0;
	if (late > WALL_LATE)
		node_set(node, "late", "lebih dari 300");
	else if (late > 0)
		node_set_int(node, "late", late);
	if (wall_has_days(wall)) {
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
