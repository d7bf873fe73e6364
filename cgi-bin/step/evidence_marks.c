/* SPDX-License-Identifier: ISC */
#include "step/evidence.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "step/quality.h"
#include "step/words.h"
#include "base/banned.h"

/*
 * What stands beside the evidence itself: what a careful colleague would say
 * about it, what was promised for it, and where it came from.
 */

/* ---- flags ---------------------------------------------------------------- */

/* Variables and documents that one content stands for. */
static void
find_spread(const struct rows *spread, const struct evidence_link *link,
    struct document_facts *facts)
{
	facts->variables = 1;
	for (size_t row = 0; row < spread->count; row++) {
		if (strcasecmp(row_text(spread, row, "sha256"),
		    link->sha256) != 0)
			continue;
		facts->variables = (int)row_int(spread, row, "variables");
		facts->twin = row_int(spread, row, "documents") > 1;
		return;
	}
}

static unsigned
flags_of(const struct evidence_item *item, const struct evidence_link *link,
    const struct rows *spread, const struct document_facts *common)
{
	struct document_facts facts = *common;

	facts.outside = *link->outside_address != '\0';
	facts.stored = link->revision_id != 0;
	facts.findings = findings_of(link->checked.findings);
	facts.infected = link->checked.infected;
	facts.signatures = (int)link->checked.signatures;
	facts.signed_by_hand = link->signed_by_hand;
	facts.needs_signature = item->needs_signature;
	facts.dated = day_parse(link->dated);
	facts.period_from = day_parse(link->period_from);
	facts.period_until = day_parse(link->period_until);
	facts.expires = quality_expires(link->kind);
	facts.criteria = 1;
	find_spread(spread, link, &facts);
	return quality_of_document(&facts);
}

int
evidence_flag(struct visit *visit, const struct assessment *assessment,
    struct evidence_list *list)
{
	struct document_facts common = {
	    .today = words_today(assessment->zone),
	    .year = (int)assessment->year,
	    .variables_max = quality_variables_max(visit) };
	struct rows spread;
	int result = db_select(visit->db, &spread, STATEMENT_EVIDENCE_SPREAD,
	    db_int(assessment->id));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t at = 0; at < list->count; at++)
		for (size_t of = 0; of < list->variables[at].item_count;
		    of++) {
			struct evidence_item *item =
			    &list->variables[at].items[of];

			for (size_t link = 0; link < item->link_count; link++)
				item->links[link].flags = flags_of(item,
				    &item->links[link], &spread, &common);
		}
	return 0;
}

unsigned
evidence_answer_flags(const struct evidence *evidence, int level,
    size_t overdue)
{
	return quality_of_answer(&(struct answer_facts){ .level = level,
	    .stored = evidence->stored_count,
	    .outside = evidence->outside_count, .overdue = overdue });
}

/* ---- promises ------------------------------------------------------------- */

void
evidence_promises(struct evidence_list *list, struct promises *promises)
{
	/* From the last, so that each item has its most urgent one first. */
	for (size_t place = promises->count; place-- > 0;) {
		struct promise *promise = &promises->list[place];

		for (size_t at = 0; at < list->count; at++) {
			struct evidence *evidence = &list->variables[at];

			for (size_t of = 0; evidence->number ==
			    promise->variable && of < evidence->item_count;
			    of++) {
				struct evidence_item *item =
				    &evidence->items[of];

				if (item->id != promise->item_id)
					continue;
				promise->next = item->promised;
				item->promised = promise;
			}
		}
	}
}

/* ---- moves ---------------------------------------------------------------- */

/* "3/III/1": number and roman level of a criterion's code. */
static void
read_code(struct arena *arena, const char *code, int *variable,
    const char **level)
{
	const char *end = strchr(code, '/');
	const char *last = end == NULL ? NULL : strchr(end + 1, '/');

	*variable = (int)strtol(code, NULL, 10);
	*level = last == NULL ? "" : arena_copy(arena, end + 1,
	    (size_t)(last - end - 1));
}

static void
read_move(struct arena *arena, const struct rows *rows, size_t row,
    struct evidence_move *move)
{
	move->link_id = row_int(rows, row, "link_id");
	move->document_id = row_int(rows, row, "document_id");
	move->title = row_text(rows, row, "title");
	move->who = row_text(rows, row, "who");
	move->why = row_text(rows, row, "reason");
	move->at = row_text(rows, row, "at");
	read_code(arena, row_text(rows, row, "from_value"),
	    &move->from_variable, &move->from_level);
	read_code(arena, row_text(rows, row, "to_value"), &move->to_variable,
	    &move->to_level);
}

/* The newest move of a link comes first, and stays. */
static bool
set_moved(struct evidence_list *list, const struct evidence_move *move)
{
	for (size_t at = 0; at < list->count; at++)
		for (size_t of = 0; of < list->variables[at].item_count;
		    of++) {
			struct evidence_item *item =
			    &list->variables[at].items[of];

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
is_back(const struct evidence_list *list, const struct evidence_move *moves,
    size_t at)
{
	for (size_t earlier = 0; earlier < at; earlier++)
		if (moves[earlier].document_id == moves[at].document_id &&
		    moves[earlier].from_variable == moves[at].from_variable)
			return true;
	for (size_t of = 0; of < list->variables[0].item_count; of++) {
		const struct evidence_item *item =
		    &list->variables[0].items[of];

		for (size_t link = 0; link < item->link_count; link++)
			if (item->links[link].document_id ==
			    moves[at].document_id)
				return true;
	}
	return false;
}

static void
fill_left(struct visit *visit, struct node *node,
    const struct evidence_move *move)
{
	node_set_int(node, "document_id", move->document_id);
	node_set(node, "title", move->title);
	node_set_int(node, "variable", move->to_variable);
	node_set(node, "level", move->to_level);
	node_set(node, "who", move->who);
	node_set(node, "why", move->why);
	node_set(node, "when", words_time(visit->arena, move->at,
	    visit->actor.zone));
}

int
evidence_moves(struct visit *visit, const struct assessment *assessment,
    struct evidence_list *list, int64_t number)
{
	struct node *node = page_node(&visit->page, "Moved");
	struct evidence_move *moves;
	struct rows rows;
	size_t left = 0;
	int result = db_select(visit->db, &rows, STATEMENT_EVIDENCE_MOVES,
	    db_int(assessment->id));

	if (result < 0)
		return visit_status(visit, result);
	moves = arena_array(visit->arena, rows.count + 1, sizeof(*moves));
	for (size_t row = 0; row < rows.count; row++) {
		struct evidence_move *move = &moves[row];

		read_move(visit->arena, &rows, row, move);
		if (!set_moved(list, move) && move->from_variable == number &&
		    !is_back(list, moves, row))
			fill_left(visit, node_row(node, left++), move);
	}
	return 0;
}
