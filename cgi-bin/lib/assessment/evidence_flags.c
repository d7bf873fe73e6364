/* SPDX-License-Identifier: ISC */
/*
 * What stands beside the evidence itself: what a careful colleague would say
 * about it, what was announced for it, and where it came from.
 */
#include "assessment/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "assessment/quality.h"
#include "frame/kept.h"
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
flag_alike(const struct content *contents, size_t count, const struct document_facts *common)
{
	struct document_facts facts = *common;

	facts.variables = 1;
	for (size_t at = 1; at < count && *contents->sha256 != '\0'; at++) {
		facts.variables += contents[at].variable != contents[at - 1].variable;
		facts.twin |= contents[at].document_id != contents->document_id;
	}
	for (size_t at = 0; at < count; at++)
		contents[at].link->flags = evidence_flags_flags_of(&contents[at], &facts);
}

int
evidence_flag(struct context *context, const struct assessment *assessment, int32_t today,
    const struct evidence_list *list)
{
	struct document_facts common = { .today = today, .year = (int)assessment->year };
	struct content *contents;
	size_t count = 0, alike;
	int result = quality_variables_max(context, &common.variables_max);

	if (result != 0)
		return result;
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
		flag_alike(&contents[at], alike, &common);
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

/* ---- what is still to come ---------------------------------------------------- */

void
evidence_place_pending(const struct evidence_list *list, struct pending_list *pending_list)
{
	/* From the last, so that each item has its most urgent one first. */
	for (size_t place = pending_list->count; place-- > 0;) {
		struct pending_evidence *pending = &pending_list->list[place];

		for (size_t of = 0; of < list->count; of++) {
			struct evidence *evidence = &list->variables[of];

			for (size_t at = 0; at < evidence->item_count; at++) {
				if (evidence->items[at].id != pending->item_id)
					continue;
				pending->next = evidence->items[at].pending;
				evidence->items[at].pending = pending;
			}
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
	move->title = kept_text(arena, rows, row, "title");
	move->who = kept_text(arena, rows, row, "who");
	move->why = kept_text(arena, rows, row, "reason");
	move->at = kept_text(arena, rows, row, "at");
	read_code(arena, row_text(rows, row, "from_value"), &move->from_variable,
	    &move->from_level);
	read_code(arena, row_text(rows, row, "to_value"), &move->to_variable, &move->to_level);
}

static struct evidence_link *
link_in(const struct evidence *evidence, int64_t link_id)
{
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count; link++)
			if (evidence->items[at].links[link].id == link_id)
				return &evidence->items[at].links[link];
	return NULL;
}

/* The newest move of a link comes first, and stays. */
static void
set_moved(const struct evidence_list *list, const struct evidence_move *move)
{
	for (size_t at = 0; at < list->count; at++) {
		struct evidence_link *link = link_in(&list->variables[at], move->link_id);

		if (link != NULL && link->moved == NULL)
			link->moved = move;
	}
}

int
evidence_read_moves(struct context *context, struct arena *arena,
    const struct assessment *assessment, struct evidence_list *list)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_EVIDENCE_MOVES,
	    db_int(assessment->id));

	if (result < 0)
		return result;
	list->moves = arena_array(arena, rows.count + 1, sizeof(*list->moves));
	list->move_count = rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		read_move(arena, &rows, row, &list->moves[row]);
		set_moved(list, &list->moves[row]);
	}
	return 0;
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

void
evidence_fill_left(struct context *context, const struct evidence_list *list,
    const struct evidence *evidence)
{
	struct node *node = page_node(&context->page, "Moved");
	size_t left = 0;

	for (size_t at = 0; at < list->move_count; at++) {
		const struct evidence_move *move = &list->moves[at];

		if (link_in(evidence, move->link_id) == NULL &&
		    move->from_variable == evidence->number && !is_back(evidence, list->moves, at))
			evidence_flags_fill_left(context, node_row(node, left++), move);
	}
}
