/* SPDX-License-Identifier: ISC */
/*
 * How far the agencies of a cycle have come, day by day, beside the plan:
 * walked through the history from the first move on, so that the picture of a
 * day that is over never changes.
 */
#include "document/chart.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

/* Through which parts of the work somebody in this state has come. */
static bool
came_through(size_t part, enum state state, bool province_tier)
{
	switch (part) {
	case 0:
		return results_tier_disclosed(state, STATE_SUBMITTED);
	case 1:
		return results_tier_disclosed(state,
		    province_tier ? STATE_VALIDATED : STATE_VERIFIED);
	default:
		return state == STATE_RECEIVED || state == STATE_REPORTED;
	}
}

static void
plan_parts(const struct rows *steps, struct progress *progress)
{
	static const char *const names[PROGRESS_PARTS] = { "Penilaian dikirim",
		"Pemeriksaan selesai", "Tanda terima terbit" };
	enum { FIRST_STEP = 4 };

	progress->count = PROGRESS_PARTS;
	for (size_t row = 0; row < steps->count; row++) {
		size_t at = (size_t)row_int(steps, row, "step") - FIRST_STEP;

		if (at < PROGRESS_PARTS)
			progress->parts[at] = (struct progress_part){ .name = names[at],
				.from = day_parse(row_text(steps, row, "planned_from")),
				.until = day_parse(row_text(steps, row, "planned_until")) };
	}
}

struct walk {
	const struct results *results;
	enum state *states; /* of each agency, in their order */
	int *done[PROGRESS_PARTS];
};

static void
count_day(struct walk *walk, size_t day)
{
	const struct results *results = walk->results;

	for (size_t part = 0; part < PROGRESS_PARTS; part++)
		for (size_t at = 0; at < results->count; at++)
			walk->done[part][day] += came_through(part, walk->states[at],
			    results->province_tier);
}

static void
move(struct walk *walk, int64_t assessment_id, const char *code)
{
	for (size_t at = 0; at < walk->results->count; at++)
		if (walk->results->agencies[at].assessment_id == assessment_id)
			state_of(code, &walk->states[at]);
}

/* The last day is today: what is, whatever the history tells of it. */
static void
walk_days(struct walk *walk, const struct rows *moves, const struct progress *progress)
{
	size_t row = 0;

	for (size_t day = 0; day < progress->known; day++) {
		while (row < moves->count &&
		    words_day(row_text(moves, row, "at"), walk->results->zone) <=
			progress->first + (int32_t)day) {
			move(walk, row_int(moves, row, "assessment_id"),
			    row_text(moves, row, "to_value"));
			row++;
		}
		if (day + 1 == progress->known)
			for (size_t at = 0; at < walk->results->count; at++)
				walk->states[at] = walk->results->agencies[at].state;
		count_day(walk, day);
	}
}

/* From the planned beginning, or from the first move when that was earlier,
 * to the planned end, or to today when that is later. */
static void
span_days(const struct results *results, const struct rows *moves, struct progress *progress)
{
	int32_t begun = moves->count == 0 ?
	    DAY_NONE :
	    words_day(row_text(moves, 0, "at"), results->zone);
	int32_t last = progress->parts[PROGRESS_PARTS - 1].until;
	int32_t today = results->reported ?
	    words_day(results->reported_at, results->zone) :
	    words_today(results->zone);

	progress->first = progress->parts[0].from;
	if (begun != DAY_NONE && begun < progress->first)
		progress->first = begun;
	if (today > last)
		last = today;
	if (last - progress->first >= PROGRESS_DAYS)
		last = progress->first + PROGRESS_DAYS - 1;
	progress->days = (size_t)(last - progress->first + 1);
	if (today >= progress->first)
		progress->known = today >= last ?
		    progress->days :
		    (size_t)(today - progress->first + 1);
}

int
chart_progress(struct context *context, const struct results *results, struct progress *progress)
{
	enum { DAYS_SHOWN = 180 };
	struct walk walk = { .results = results };
	struct rows steps, moves;
	int result = db_select(context->db, &steps, STATEMENT_CHART_STEPS,
	    db_int(results->cycle_id));

	memset(progress, 0, sizeof(*progress));
	progress->title = chart_title(context->arena, "Kemajuan menurut hari", results->region_name,
	    results->year);
	progress->agencies = (int)results->count;
	if (result >= 0)
		plan_parts(&steps, progress);
	for (size_t part = 0; part < PROGRESS_PARTS; part++)
		if (progress->parts[part].name == NULL)
			progress->count = 0; /* a cycle without a plan */
	if (result >= 0 && progress->count > 0)
		result = db_select(context->db, &moves, STATEMENT_CHART_MOVES,
		    db_int(results->cycle_id));
	if (result < 0)
		return context_status(context, result);
	if (progress->count > 0)
		span_days(results, &moves, progress);
	/* Half a year is squeezed into nothing. */
	if (progress->days > DAYS_SHOWN)
		progress->count = 0;
	if (progress->count == 0)
		return 0;
	walk.states = arena_array(context->arena, results->count + 1, sizeof(*walk.states));
	for (size_t part = 0; part < PROGRESS_PARTS; part++)
		progress->parts[part].done = walk.done[part] = arena_array(context->arena,
		    progress->days + 1, sizeof(int));
	walk_days(&walk, &moves, progress);
	return 0;
}

int
chart_cycle(struct context *context, int64_t cycle_id, struct progress *progress)
{
	struct results results;
	int status = results_load(context, cycle_id, &results);

	return status != 0 ? status : chart_progress(context, &results, progress);
}
