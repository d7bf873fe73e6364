/* SPDX-License-Identifier: ISC */
#include "step/evidence.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "step/download.h"
#include "step/quality.h"
#include "step/words.h"
#include "base/banned.h"

const char *
item_state_code(enum item_state state)
{
	static const char *const codes[] = {
		[ITEM_ABSENT] = "absent",
		[ITEM_OUTSIDE] = "outside",
		[ITEM_REJECTED] = "rejected",
		[ITEM_PRESENT] = "present",
		[ITEM_ACCEPTED] = "accepted"
	};

	return codes[state];
}

static const char *
ruling_code(const struct ruling *ruling)
{
	static const char *const codes[] = {
		[RULING_NONE] = "",
		[RULING_ACCEPTED] = "accepted",
		[RULING_REJECTED] = "rejected"
	};

	return codes[ruling->decision];
}

static struct ruling
read_ruling(const struct rows *rows, size_t row, const char *decision,
    const char *reason, const char *revision)
{
	const char *code = row_text(rows, row, decision);
	struct ruling ruling = { .reason = row_text(rows, row, reason) };

	if (*code == '\0')
		return ruling;
	ruling.decision = strcmp(code, "accepted") == 0 ? RULING_ACCEPTED :
	    RULING_REJECTED;
	ruling.stale = row_int(rows, row, revision) !=
	    row_int(rows, row, "revision_id");
	return ruling;
}

/*
 * What a link is worth after one tier's ruling.  A ruling on an earlier
 * revision says nothing about the one that is there now.
 */
static enum item_state
worth(const struct evidence_link *link, const struct ruling *ruling)
{
	if (link->revision_id == 0)
		return ITEM_OUTSIDE;
	if (link->checked.infected)
		return ITEM_ABSENT;	/* nobody may open it */
	if (ruling->decision == RULING_NONE || ruling->stale)
		return ITEM_PRESENT;
	return ruling->decision == RULING_ACCEPTED ? ITEM_ACCEPTED :
	    ITEM_REJECTED;
}

static void
read_link(const struct rows *rows, size_t row, struct evidence_link *link)
{
	link->id = row_int(rows, row, "link_id");
	link->version = row_int(rows, row, "version");
	link->document_id = row_int(rows, row, "document_id");
	link->title = row_text(rows, row, "title");
	link->kind = row_text(rows, row, "kind");
	link->number = row_text(rows, row, "number");
	link->dated = row_text(rows, row, "dated");
	link->period_from = row_text(rows, row, "period_from");
	link->period_until = row_text(rows, row, "period_until");
	link->outside_address = row_text(rows, row, "outside_address");
	link->revision_id = row_int(rows, row, "revision_id");
	link->revision_number = row_int(rows, row, "revision_number");
	link->bytes = row_int(rows, row, "bytes");
	link->type = row_text(rows, row, "type");
	link->sha256 = row_text(rows, row, "sha256");
	link->revised_at = row_text(rows, row, "revised_at");
	checked_read(rows, row, &link->checked);
	link->signed_by_hand = row_int(rows, row, "signed_by_hand") != 0;
	link->city = read_ruling(rows, row, "city_decision", "city_reason",
	    "city_revision_id");
	link->province = read_ruling(rows, row, "province_decision",
	    "province_reason", "province_revision_id");
}

static void
weigh_link(struct evidence_link *link)
{
	link->state[EYES_CITY] = worth(link, &link->city);
	link->state[EYES_PROVINCE] = worth(link, &link->province);
	/* The agency mends what the tier that spoke last has found. */
	link->state[EYES_AGENCY] = worth(link,
	    link->province.decision != RULING_NONE ? &link->province :
	    &link->city);
}

static void
add_link(struct evidence *evidence, struct evidence_item *item,
    const struct evidence_link *link)
{
	item->link_count++;
	if (link->revision_id != 0)
		evidence->stored_count++;
	else
		evidence->outside_count++;
	for (int eyes = 0; eyes < EYES; eyes++)
		item->state[eyes] = item_better(item->state[eyes],
		    link->state[eyes]);
}

static enum view
view_of(enum eyes eyes)
{
	return eyes == EYES_AGENCY ? VIEW_SELF : VIEW_VERIFIER;
}

static void
weigh(struct arena *arena, struct evidence *evidence)
{
	for (int eyes = 0; eyes < EYES; eyes++) {
		struct item *items = arena_array(arena,
		    evidence->item_count + 1, sizeof(*items));

		for (size_t at = 0; at < evidence->item_count; at++)
			items[at] = (struct item){
			    .level = evidence->items[at].level,
			    .compulsory = evidence->items[at].compulsory,
			    .state = evidence->items[at].state[eyes] };
		evidence->weights[eyes] = items;
		evidence->supported[eyes] = support_level(items,
		    evidence->item_count, view_of((enum eyes)eyes));
	}
}

/*
 * What a team has not finished is not told to the agency: the city's rulings
 * while it verifies, the province's while it validates.
 */
static void
hush(struct visit *visit, const struct assessment *assessment,
    struct evidence_link *link)
{
	static const struct ruling none = { .reason = "" };

	if (!visit_may(visit, ROLE_OPERATOR | ROLE_HEAD))
		return;
	if (assessment->state == STATE_SUBMITTED)
		link->city = link->province = none;
	if (assessment->state == STATE_VERIFIED)
		link->province = none;
}

/* An item and the variable that it belongs to, in order of both. */
struct spot {
	struct evidence *evidence;
	struct evidence_item *item;
};

struct board {
	struct spot *spots;
	size_t count;
	int64_t first, last;	/* the lowest key of an item, the highest */
	size_t next;		/* spot that is likely asked for next */
};

static void
lay_out(struct arena *arena, const struct variable *variable,
    struct evidence *evidence, struct board *board)
{
	evidence->variable_id = variable->id;
	evidence->number = variable->number;
	evidence->name = variable->name;
	evidence->wording = variable;
	evidence->item_count = variable->item_count;
	evidence->items = arena_array(arena, variable->item_count + 1,
	    sizeof(*evidence->items));
	for (size_t at = 0; at < variable->item_count; at++) {
		const struct criterion *criterion = &variable->items[at];
		struct evidence_item *item = &evidence->items[at];

		item->id = criterion->id;
		item->level = criterion->level;
		item->compulsory = criterion->compulsory;
		item->needs_signature = criterion->needs_signature;
		item->title = criterion->title;
		board->spots[board->count++] = (struct spot){ evidence, item };
		if (board->last == 0 || item->id < board->first)
			board->first = item->id;
		if (item->id > board->last)
			board->last = item->id;
	}
}

/* Rows come mostly in the order of the items.  board->count: of no variable
 * that was asked for. */
static size_t
spot_of(struct board *board, int64_t item_id)
{
	for (size_t tries = 0; tries < board->count; tries++) {
		size_t at = (board->next + tries) % board->count;

		if (board->spots[at].item->id == item_id)
			return board->next = at;
	}
	return board->count;
}

/* Where a row belongs; of the revisions of one link the newest is first. */
struct place {
	size_t spot;
	int64_t link, revision;
	size_t row;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *left = a, *right = b;

	if (left->spot != right->spot)
		return left->spot < right->spot ? -1 : 1;
	if (left->link != right->link)
		return left->link < right->link ? -1 : 1;
	return (left->revision < right->revision) -
	    (left->revision > right->revision);
}

static const struct place *
in_order(struct arena *arena, const struct rows *rows, struct board *board)
{
	struct place *places = arena_array(arena, rows->count + 1,
	    sizeof(*places));

	for (size_t row = 0; row < rows->count; row++)
		places[row] = (struct place){
		    .spot = spot_of(board, row_int(rows, row, "item_id")),
		    .link = row_int(rows, row, "link_id"),
		    .revision = row_int(rows, row, "revision_number"),
		    .row = row };
	qsort(places, rows->count, sizeof(*places), compare_places);
	return places;
}

static void
read_links(struct visit *visit, const struct assessment *assessment,
    const struct rows *rows, struct board *board)
{
	struct evidence_link *link = arena_array(visit->arena,
	    rows->count + 1, sizeof(*link));
	const struct place *places = in_order(visit->arena, rows, board);

	for (size_t at = 0; at < rows->count; at++) {
		const struct place *place = &places[at];
		const struct spot *spot = &board->spots[place->spot];

		if (place->spot == board->count)
			break;
		if (at > 0 && place->link == place[-1].link)
			continue;
		if (spot->item->link_count == 0)
			spot->item->links = link;
		read_link(rows, place->row, link);
		hush(visit, assessment, link);
		weigh_link(link);
		add_link(spot->evidence, spot->item, link++);
	}
}

int
evidence_load(struct visit *visit, const struct assessment *assessment,
    int64_t number, struct evidence_list *list)
{
	const struct criteria *criteria;
	const struct variable *variable;
	struct board board = { .count = 0 };
	struct rows rows;
	int result = criteria_load(visit, assessment->instrument_id,
	    &criteria);

	if (result != 0)
		return result;
	variable = number != 0 ? criteria_variable(criteria, number) :
	    criteria->variables;
	if (variable == NULL)
		return 404;
	list->count = number != 0 ? 1 : criteria->count;
	list->variables = arena_array(visit->arena, list->count,
	    sizeof(*list->variables));
	board.spots = arena_array(visit->arena, criteria->item_count + 1,
	    sizeof(*board.spots));
	for (size_t at = 0; at < list->count; at++)
		lay_out(visit->arena, &variable[at], &list->variables[at],
		    &board);
	result = db_select(visit->db, &rows, STATEMENT_EVIDENCE,
	    db_int(assessment->id), db_int(board.first), db_int(board.last));
	if (result < 0)
		return visit_status(visit, result);
	read_links(visit, assessment, &rows, &board);
	for (size_t at = 0; at < list->count; at++)
		weigh(visit->arena, &list->variables[at]);
	return 0;
}

size_t
evidence_missing(struct visit *visit, const struct evidence *evidence,
    enum eyes eyes, int level, const struct evidence_item ***missing)
{
	size_t *found = arena_array(visit->arena, evidence->item_count + 1,
	    sizeof(*found));
	size_t count = support_missing(evidence->weights[eyes],
	    evidence->item_count, view_of(eyes), level, found,
	    evidence->item_count);

	*missing = arena_array(visit->arena, count + 1, sizeof(**missing));
	for (size_t at = 0; at < count; at++)
		(*missing)[at] = &evidence->items[found[at]];
	return count;
}

/* ---- what a careful colleague would say ----------------------------------- */

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

void
evidence_judge(const struct evidence *evidence, struct answer *answer)
{
	answer->documented = evidence->stored_count > 0 ||
	    evidence->outside_count > 0;
	answer->over_claimed = over_claimed(answer->level,
	    evidence->supported[EYES_AGENCY]);
}

static void
fill_ruling(struct node *node, const struct ruling *ruling,
    const char *decision, const char *reason, const char *stale)
{
	if (ruling->decision == RULING_NONE)
		return;
	node_set(node, decision, ruling_code(ruling));
	node_set(node, reason, ruling->reason);
	if (ruling->stale)
		node_set(node, stale, "1");
}

const char *
evidence_view(const struct evidence_link *link)
{
	return link->revision_id == 0 || link->checked.infected ? "" :
	    shown_as(link->type);
}

static void
fill_moved(struct visit *visit, struct node *node,
    const struct evidence_move *move)
{
	node_set_int(node, "variable", move->from_variable);
	node_set(node, "level", move->from_level);
	node_set(node, "who", move->who);
	node_set(node, "why", move->why);
	node_set(node, "when", words_time(visit->arena, move->at,
	    visit->actor.zone));
}

static void
fill_link(struct visit *visit, struct node *node,
    const struct evidence_link *link, enum eyes eyes)
{
	node_set_int(node, "id", link->id);
	node_set_int(node, "version", link->version);
	node_set_int(node, "document_id", link->document_id);
	node_set(node, "title", link->title);
	node_set(node, "kind_name", words_kind(link->kind));
	node_set(node, "number", link->number);
	node_set(node, "dated", words_date(visit->arena, link->dated));
	node_set(node, "period", words_period(visit->arena, link->period_from,
	    link->period_until));
	node_set(node, "outside_address", link->outside_address);
	node_set(node, "state", item_state_code(link->state[eyes]));
	if (link->revision_id != 0) {
		node_set(node, "stored", "1");
		node_set_int(node, "revision_id", link->revision_id);
		node_set_int(node, "revision_number", link->revision_number);
		node_set(node, "size", words_bytes(visit->arena, link->bytes));
		node_set(node, "type_name", words_file_type(link->type));
		node_set(node, "sha256", link->sha256);
		checked_fill(visit, node, &link->checked);
		node_set(node, "view", evidence_view(link));
	}
	quality_fill(visit, node_child(node, "flags"),
	    link->flags & ~QUALITY_INSIDE, link->document_id);
	if (link->moved != NULL)
		fill_moved(visit, node_child(node, "moved"), link->moved);
	fill_ruling(node, &link->city, "city_decision", "city_reason",
	    "city_stale");
	fill_ruling(node, &link->province, "province_decision",
	    "province_reason", "province_stale");
}

void
evidence_fill_item(struct visit *visit, struct node *node,
    const struct evidence_item *item, enum eyes eyes)
{
	struct node *links;
	size_t row = 0;

	node_set_int(node, "id", item->id);
	node_set_int(node, "level", item->level);
	node_set(node, "title", item->title);
	node_set(node, "state", item_state_code(item->state[eyes]));
	if (item->compulsory)
		node_set(node, "required", "1");
	if (item_counts(item->state[eyes], view_of(eyes)))
		node_set(node, "have", "1");
	if (item->needs_signature)
		node_set(node, "signature", "1");
	for (const struct promise *promise = item->promised; promise != NULL;
	    promise = promise->next)
		promise_fill(visit, node_row(node_child(node, "promises"),
		    row++), promise);
	if (item->link_count == 0)
		return;
	links = node_child(node, "links");
	for (size_t at = 0; at < item->link_count; at++)
		fill_link(visit, node_row(links, at), &item->links[at], eyes);
}

void
evidence_fill(struct visit *visit, struct node *node,
    const struct evidence *evidence, enum eyes eyes)
{
	size_t at = 0;

	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		struct node *row = node_row(node, (size_t)level - 1);
		struct node *documents = node_child(row, "documents");
		size_t count = 0;

		node_set_int(row, "number", level);
		node_set(row, "roman", words_roman(level));
		node_set(row, "text", evidence->wording->levels[level - 1].indicator);
		node_set(row, "guidance", evidence->wording->levels[level - 1].guidance);
		if (level <= evidence->supported[eyes])
			node_set(row, "supported", "1");
		for (; at < evidence->item_count &&
		    evidence->items[at].level == level; at++)
			evidence_fill_item(visit, node_row(documents, count++),
			    &evidence->items[at], eyes);
	}
}
