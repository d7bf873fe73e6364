/* SPDX-License-Identifier: ISC */
/*
 * Which few documents bring one agency most points, and who has the like already:
 * advice alone, computed from what stands.  Of another agency nothing is told but its
 * name and the kind of a document that was accepted there.
 */
#include "report/report.h"

#include <string.h>

#include "frame/words.h"
#include "rules/lift.h"
#include "base/banned.h"

enum { LINES_SHOWN = 12, ALIKE_SHOWN = 5 };

struct lift_page {
	struct standing_page standing;
	struct lift_variable *variables;
	struct lifts lifts;
	struct rows alike;
};

/* ---- read ------------------------------------------------------------------- */

/* Every compulsory document that the variable lacks; gives how many. */
static size_t
lift_missing(struct arena *arena, const struct lift_variable *variable, size_t **missing)
{
	*missing = arena_array(arena, variable->count + 1, sizeof(**missing));
	if (variable->level == LEVEL_ABSENT || variable->level >= LEVEL_MAX)
		return 0;
	return support_missing(variable->items, variable->count, variable->view, LEVEL_MAX,
	    *missing, variable->count);
}

/* The items that are lacking, "12,15,31". */
static const char *
lift_asked(struct context *context, const struct lift_page *page)
{
	struct buffer text = { .arena = context->arena };

	for (size_t at = 0; at < page->standing.why.count; at++) {
		const struct variable *wording = page->standing.why.variables[at].wording;
		size_t *missing;
		size_t count = lift_missing(context->arena, &page->variables[at], &missing);

		for (size_t one = 0; one < count; one++) {
			if (text.length > 0)
				buffer_text(&text, ",");
			buffer_text(&text,
			    arena_format(context->arena, "%lld",
				(long long)wording->items[missing[one]].id));
		}
	}
	return text.length == 0 ? "" : text.bytes;
}

static int
lift_read_alike(struct context *context, struct lift_page *page)
{
	const struct results *results = &page->standing.results;
	struct rows before;
	int result = db_select(context->db, &before, STATEMENT_CHART_CYCLES,
	    db_int(results->region_id), db_int(results->year - 1), db_int(0), db_int(1));

	if (result < 0)
		return context_status(context, result);
	return context_status(context,
	    db_select(context->db, &page->alike, STATEMENT_LIFT_ALIKE, db_int(results->cycle_id),
		db_int(before.count > 0 ? row_int(&before, 0, "id") : 0),
		db_int(page->standing.assessment.agency_id), db_text(lift_asked(context, page))));
}

static void
lift_decide(struct context *context, struct lift_page *page)
{
	const struct why *why = &page->standing.why;

	page->variables = arena_array(context->arena, why->count + 1, sizeof(*page->variables));
	for (size_t at = 0; at < why->count; at++) {
		const struct why_variable *one = &why->variables[at];

		page->variables[at] = (struct lift_variable){ .items = one->items[one->viewer],
			.count = one->wording->item_count,
			.view = evidence_view_of(one->viewer),
			.level = one->level };
	}
	lifts_of(page->variables, why->count, &page->lifts);
}

/* ---- shown ------------------------------------------------------------------ */

/* "3 ke IV, 7 ke III": of which variables the documents are, and how far they lead. */
static void
lift_fill_aims(struct node *list, const struct lift_page *page, const struct lift *line)
{
	size_t row = 0;

	for (size_t at = 0; at < page->standing.why.count; at++) {
		const struct lift_variable *variable = &page->variables[at];
		struct improvement one;
		struct node *node;

		if (line->aims[at] == 0)
			continue;
		one = improvement_of(variable->items, variable->count, variable->view,
		    variable->level, line->aims[at]);
		node = node_row(list, row++);
		node_set_int(node, "number", page->standing.why.variables[at].wording->number);
		node_set(node, "reach", words_roman(one.reach));
		node_set_int(node, "documents", (int64_t)one.missing);
	}
}

static void
lift_fill_lines(struct context *context, const struct lift_page *page)
{
	struct node *list = page_node(&context->page, "Lines");
	struct score now = { .sum = 0 };
	bool whole = true;

	for (size_t at = 0; at < page->standing.why.count; at++) {
		now.sum += page->variables[at].level;
		whole = whole && page->variables[at].level != LEVEL_ABSENT;
	}
	if (whole && page->standing.why.count > 0)
		page_set_int(&context->page, "Now", now.sum);
	for (size_t at = 0; at < page->lifts.count && at < LINES_SHOWN; at++) {
		const struct lift *line = &page->lifts.lines[at];
		struct node *node = node_row(list, at);

		node_set_int(node, "documents", (int64_t)line->documents);
		node_set_int(node, "points", line->points);
		if (whole)
			node_set_int(node, "score", now.sum + line->points);
		lift_fill_aims(node_child(node, "aims"), page, line);
	}
	if (page->lifts.count > LINES_SHOWN)
		page_set_int(&context->page, "Beyond", (int64_t)page->lifts.count - LINES_SHOWN);
}

/* Who has the like of an item: names and kinds, each once; the rows come by item and name. */
static void
lift_fill_alike(struct node *node, const struct rows *alike, int64_t item_id)
{
	struct node *names = node_child(node, "alike"), *kinds = node_child(node, "kinds");
	const char *last = "", *seen[64] = { NULL };
	size_t count = 0, kind_count = 0;

	for (size_t row = 0; row < alike->count; row++) {
		const char *name = row_text(alike, row, "name");
		const char *kind = words_kind(row_text(alike, row, "kind"));
		size_t at = 0;

		if (row_int(alike, row, "item_id") != item_id)
			continue;
		if (strcmp(name, last) != 0 && count++ < ALIKE_SHOWN)
			node_set(node_row(names, count - 1), "name", name);
		last = name;
		while (at < kind_count && strcmp(seen[at], kind) != 0)
			at++;
		if (at == kind_count && kind_count < sizeof(seen) / sizeof(seen[0])) {
			seen[kind_count] = kind;
			node_set(node_row(kinds, kind_count++), "name", kind);
		}
	}
	if (count > ALIKE_SHOWN)
		node_set_int(node, "others", (int64_t)count - ALIKE_SHOWN);
}

static void
lift_fill_missing(struct context *context, const struct lift_page *page)
{
	struct node *list = page_node(&context->page, "Missing");
	size_t row = 0;

	for (size_t at = 0; at < page->standing.why.count; at++) {
		const struct variable *wording = page->standing.why.variables[at].wording;
		size_t *missing;
		size_t count = lift_missing(context->arena, &page->variables[at], &missing);
		struct node *node, *items;

		if (count == 0)
			continue;
		node = node_row(list, row++);
		items = node_child(node, "items");
		node_set_int(node, "number", wording->number);
		node_set(node, "name", wording->name);
		node_set(node, "level", words_roman(page->variables[at].level));
		for (size_t one = 0; one < count; one++) {
			const struct criterion *item = &wording->items[missing[one]];
			struct node *line = node_row(items, one);

			node_set_int(line, "id", item->id);
			node_set(line, "title", item->title);
			node_set(line, "roman", words_roman(item->level));
			lift_fill_alike(line, &page->alike, item->id);
		}
	}
}

int
show_agency_lift(struct context *context)
{
	struct lift_page *page = arena_alloc(context->arena, sizeof(*page));
	int status = standing_read(context, SETTING_LIFT_LIST, &page->standing);

	if (status != 0)
		return status;
	lift_decide(context, page);
	status = lift_read_alike(context, page);
	if (status != 0)
		return status;
	standing_fill(context, &page->standing);
	/* Of one that was returned only some variables are open: this page does not know which. */
	if (assessment_allows(&page->standing.assessment, context->actor.role, ACTION_SAVE) &&
	    page->standing.assessment.state != STATE_RETURNED)
		page_set(&context->page, "May.attach", "1");
	lift_fill_lines(context, page);
	lift_fill_missing(context, page);
	return context_show(context, "report/lift_agency");
}
