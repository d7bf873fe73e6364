/* SPDX-License-Identifier: ISC */
/*
 * The plan to work on: its steps and its variables as a workbook, the steps as CSV.
 */
#include "plan/plan.h"

#include "document/listing.h"
#include "frame/words.h"
#include "base/banned.h"

/* A step as a line of the file. */
struct plan_line {
	const char *variable, *name, *level, *title, *person, *due, *state, *cost, *document,
	    *reason;
};

static struct plan_line
plan_line(struct context *context, const struct plan *plan, size_t row)
{
	const struct rows *rows = &plan->steps;
	const struct variable *variable = criteria_variable(plan->criteria,
	    row_int(rows, row, "variable_number"));
	const struct evidence_item *item = plan_item(plan, row_int(rows, row, "checklist_item_id"));

	return (struct plan_line){
		.variable = row_text(rows, row, "variable_number"),
		.name = variable != NULL ? variable->name : "",
		.level = words_roman(row_int(rows, row, "level")),
		.title = row_text(rows, row, "title"),
		.person = row_text(rows, row, "charge"),
		.due = words_date(context->arena, row_text(rows, row, "due")),
		.state = step_state_words(row_text(rows, row, "state")),
		.cost = row_text(rows, row, "cost"),
		.document = item != NULL && item->link_count > 0 ? item->links[0].title : "",
		.reason = row_text(rows, row, "reason"),
	};
}

/* A variable as a line of the other sheet. */
struct target_line {
	const char *number, *name, *level, *target, *expected;
};

static struct target_line
target_line(struct arena *arena, const struct plan_variable *one)
{
	return (struct target_line){
		.number = arena_format(arena, "%d", one->variable->number),
		.name = one->variable->name,
		.level = words_roman(one->level),
		.target = words_roman(one->target),
		.expected = words_roman(one->expected),
	};
}

int
send_plan_table(struct context *context)
{
	static const struct listing_column steps[] = {
		LISTING_NUMBER("No.", 4, struct plan_line, variable),
		LISTING_MEMBER("Variabel", 16, struct plan_line, name),
		LISTING_MEMBER("Tingkat", 6, struct plan_line, level),
		LISTING_MEMBER("Langkah", 26, struct plan_line, title),
		LISTING_MEMBER("Penanggung jawab", 12, struct plan_line, person),
		LISTING_MEMBER("Batas waktu", 10, struct plan_line, due),
		LISTING_MEMBER("Status", 8, struct plan_line, state),
		LISTING_NUMBER("Perkiraan biaya (Rp)", 10, struct plan_line, cost),
		LISTING_MEMBER("Dokumen", 16, struct plan_line, document),
		LISTING_MEMBER("Alasan batal", 10, struct plan_line, reason),
		{ .label = NULL },
	};
	static const struct listing_column targets[] = {
		LISTING_NUMBER("No.", 5, struct target_line, number),
		LISTING_MEMBER("Variabel", 40, struct target_line, name),
		LISTING_MEMBER("Sekarang", 12, struct target_line, level),
		LISTING_MEMBER("Sasaran", 12, struct target_line, target),
		LISTING_MEMBER("Perkiraan", 12, struct target_line, expected),
		{ .label = NULL },
	};
	struct listing listings[] = {
		{ .title = "Langkah", .columns = steps, .size = sizeof(struct plan_line) },
		{ .title = "Sasaran", .columns = targets, .size = sizeof(struct target_line) },
	};
	struct plan_line *lines;
	struct target_line *variables;
	struct plan plan;
	int status = plan_load(context, context->keys[0], &plan);

	if (status != 0)
		return status;
	lines = arena_array(context->arena, plan.steps.count + 1, sizeof(*lines));
	variables = arena_array(context->arena, plan.count + 1, sizeof(*variables));
	for (size_t row = 0; row < plan.steps.count; row++)
		lines[row] = plan_line(context, &plan, row);
	for (size_t at = 0; at < plan.count; at++)
		variables[at] = target_line(context->arena, &plan.variables[at]);
	listings[0].records = lines;
	listings[0].count = plan.steps.count;
	listings[1].records = variables;
	listings[1].count = plan.count;
	return listing_send(context,
	    arena_format(context->arena, "rencana-perbaikan-%lld", (long long)plan.assessment.year),
	    listings, 2);
}
