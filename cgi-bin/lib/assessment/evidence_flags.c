/* SPDX-License-Identifier: ISC */
/*
 * What stands beside the evidence itself: what a careful colleague would say
 * about it, what was announced for it, and where it came from.
 */
#include "assessment/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "assessment/quality.h"
#include "frame/words.h"
#include "base/banned.h"

/* ---- flags ---------------------------------------------------------------- */

/* A stored link, by its content and where it stands. */
struct content {
	const char *sha256;
	int variable;
	int64_t document_id;
	const struct evidence_item *item;
	struct evidence_link *link;
};

static int
compare_contents(const void *a, const void *b)
{
	const struct content *left = a, *right = b;
	int order = strcmp(left->sha256, right->sha256);

	return order != 0 ? order : left->variable - right->variable;
}

static void
add_contents(const struct evidence *evidence, struct content *contents, size_t *count)
{
	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];

		for (size_t link = 0; link < item->link_count; link++)
			contents[(*count)++] = (struct content){ .sha256 = item->links[link].sha256,
				.variable = evidence->number,
				.document_id = item->links[link].document_id,
				.item = item,
				.link = &item->links[link] };
	}
}

static unsigned
evidence_flags_flags_of(const struct content *content, const struct document_facts *common)
{
	const struct evidence_link *link = content->link;
	struct document_facts facts = *common;

	facts.outside = *link->outside_address != '\0';
	facts.stored = link->revision_id != 0;
	facts.findings = findings_of(link->checked.findings);
	facts.infected = link->checked.infected;
	facts.signatures = (int)link->checked.signatures;
	facts.signed_by_hand = link->signed_by_hand;
	facts.needs_signature = content->item->needs_signature;
	facts.dated = day_parse(link->dated);
	facts.period_from = day_parse(link->period_from);
	facts.period_until = day_parse(link->period_until);
	facts.expires = quality_expires(link->kind);
	facts.criteria = 1;
	return quality_of_document(&facts);
}

/*
 * Links with the same content, side by side in order of variable: in how many
 * variables it stands, and whether in several documents.  What is stored
 * nowhere has no content in common with anything.
 */
static void
flag_alike(const struct content *contents, size_t count, const struct document_facts *common,
    int only)
{
	struct document_facts facts = *common;

	facts.variables = 1;
	for (size_t at = 1; at < count && *contents->sha256 != '\0'; at++) {
		facts.variables += contents[at].variable != contents[at - 1].variable;
		facts.twin |= contents[at].document_id != contents->document_id;
	}
	for (size_t at = 0; at < count; at++)
		if (only == 0 || contents[at].variable == only)
			contents[at].link->flags = evidence_flags_flags_of(&contents[at], &facts);
}

int
evidence_flag(struct context *context, const struct assessment *assessment,
    const struct evidence_list *list, const struct evidence *only)
{
	struct document_facts common = { .today = words_today(assessment->zone),
		.year = (int)assessment->year };
	struct content *contents;
	size_t count = 0, alike;
	int result = quality_variables_max(context, &common.variables_max);

	if (result != 0)
		return context_status(context, result);

	for (size_t at = 0; at < list->count; at++)
		count += list->variables[at].stored_count + list->variables[at].outside_count;
	contents = arena_array(context->arena, count + 1, sizeof(*contents));
	count = 0;
	for (size_t at = 0; at < list->count; at++)
		add_contents(&list->variables[at], contents, &count);
	qsort(contents, count, sizeof(*contents), compare_contents);
	for (size_t at = 0; at < count; at += alike) {
		for (alike = 1; at + alike < count &&
		     strcmp(contents[at + alike].sha256, contents[at].sha256) == 0;
		     alike++)
			continue;
		flag_alike(&contents[at], alike, &common, only != NULL ? only->number : 0);
	}
	return 0;
}

unsigned
evidence_answer_flags(const struct evidence *evidence, int level, size_t overdue)
{
	return quality_of_answer(&(struct answer_facts){ .level = level,
	    .stored = evidence->stored_count,
	    .outside = evidence->outside_count,
	    .overdue = overdue });
}

/* ---- pending_list ------------------------------------------------------------- */

void
evidence_pending(const struct evidence_list *list, struct pending_list *pending_list)
{
	/* From the last, so that each item has its most urgent one first. */
	for (size_t place = pending_list->count; place-- > 0;) {
		struct pending_evidence *pending = &pending_list->list[place];
		struct evidence *evidence = evidence_of(list, pending->variable);

		for (size_t at = 0; evidence != NULL && at < evidence->item_count; at++) {
			struct evidence_item *item = &evidence->items[at];

			if (item->id != pending->item_id)
				continue;
			pending->next = item->pending;
			item->pending = pending;
		}
	}
}

/* ---- moves ---------------------------------------------------------------- */

/* "3/III/1": number and roman level of a criterion's code. */
static void
read_code(struct arena *arena, const char *code, int *variable, const char **level)
{
	const char *end = strchr(code, '/');
	const char *last = end == NULL ? NULL : strchr(end + 1, '/');

	*variable = (int)strtol(code, NULL, 10);
	*level = last == NULL ? "" : arena_copy(arena, end + 1, (size_t)(last - end - 1));
}

static void
read_move(struct arena *arena, const struct rows *rows, size_t row, struct evidence_move *move)
{
	move->link_id = row_int(rows, row, "link_id");
	move->document_id = row_int(rows, row, "document_id");
	move->title = row_text(rows, row, "title");
	move->who = row_text(rows, row, "who");
	move->why = row_text(rows, row, "reason");
	move->at = row_text(rows, row, "at");
	read_code(arena, row_text(rows, row, "from_value"), &move->from_variable,
	    &move->from_level);
	read_code(arena, row_text(rows, row, "to_value"), &move->to_variable, &move->to_level);
}

/* The newest move of a link comes first, and stays. */
static bool
set_moved(struct evidence *evidence, const struct evidence_move *move)
{
	for (size_t at = 0; at < evidence->item_count; at++) {
		struct evidence_item *item = &evidence->items[at];

		for (size_t link = 0; link < item->link_count; link++) {
			if (item->links[link].id != move->link_id)
				continue;
			if (item->links[link].moved == NULL)
				item->links[link].moved = move;
			return true;
		}
	}
	return false;
}

/* Does the document stand there (again)?  Or was a later move told already? */
static bool
is_back(const struct evidence *evidence, const struct evidence_move *moves, size_t at)
{
	for (size_t earlier = 0; earlier < at; earlier++)
		if (moves[earlier].document_id == moves[at].document_id &&
		    moves[earlier].from_variable == moves[at].from_variable)
			return true;
	for (size_t of = 0; of < evidence->item_count; of++) {
		const struct evidence_item *item = &evidence->items[of];

		for (size_t link = 0; link < item->link_count; link++)
			if (item->links[link].document_id == moves[at].document_id)
				return true;
	}
	return false;
}

static void
evidence_flags_fill_left(struct context *context, struct node *node,
    const struct evidence_move *move)
{
	node_set_int(node, "document_id", move->document_id);
	node_set(node, "title", move->title);
	node_set_int(node, "variable", move->to_variable);
	node_set(node, "level", move->to_level);
	node_set(node, "who", move->who);
	node_set(node, "why", move->why);
	node_set(node, "when", words_time(context->arena, move->at, context->actor.zone));
}

int
evidence_moves(struct context *context, const struct assessment *assessment,
    const struct evidence_list *list, struct evidence *evidence)
{
	struct node *node = page_node(&context->page, "Moved");
	struct evidence_move *moves;
	struct rows rows;
	size_t left = 0;
	int result;

	if (!list->removed)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_EVIDENCE_MOVES, db_int(assessment->id));
	if (result < 0)
		return context_status(context, result);
	moves = arena_array(context->arena, rows.count + 1, sizeof(*moves));
	for (size_t row = 0; row < rows.count; row++) {
		struct evidence_move *move = &moves[row];

		read_move(context->arena, &rows, row, move);
		if (!set_moved(evidence, move) && move->from_variable == evidence->number &&
		    !is_back(evidence, moves, row))
			evidence_flags_fill_left(context, node_row(node, left++), move);
	}
	return 0;
}
