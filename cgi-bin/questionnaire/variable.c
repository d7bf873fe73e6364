/* SPDX-License-Identifier: ISC */
/*
 * One variable with all that its page shows: wording of the levels, the
 * documents of each, what is missing for the next, decisions of the teams, the
 * answer.
 */
#include <stdlib.h>
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "assessment/quality.h"
#include "assessment/rulings.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

/* The variables before and after this one. */
static void
find_neighbours(const struct criteria *criteria, struct variable_page *page)
{
	page->variables = (int)criteria->count;
	for (size_t at = 0; at < criteria->count; at++) {
		int number = criteria->variables[at].number;

		if (number < page->number)
			page->previous = number;
		if (number > page->number && page->next == 0)
			page->next = number;
	}
}

int
variable_answer_read(struct context *context, const struct rows *rows, size_t row,
    struct variable_page *page)
{
	page->version = row_int(rows, row, "answer_version");
	page->self_level = (int)row_int(rows, row, "self_level");
	page->explanation = row_text(rows, row, "explanation");
	page->overclaim_reason = row_text(rows, row, "overclaim_reason");
	page->return_note = row_text(rows, row, "return_note");
	page->needs_correction = row_int(rows, row, "needs_correction") != 0;
	page->updated_at = row_text(rows, row, "updated_at");
	page->updated_by_id = row_int(rows, row, "updated_by");
	page->words_kept = row_int(rows, row, "words_kept");
	page->city_level = (int)row_int(rows, row, "city_level");
	page->city_reason = row_text(rows, row, "city_reason");
	page->city_recommendation = row_text(rows, row, "city_recommendation");
	page->province_level = (int)row_int(rows, row, "province_level");
	page->province_reason = row_text(rows, row, "province_reason");
	page->province_recommendation = row_text(rows, row, "province_recommendation");
	return context_status(context,
	    kept_person_name(context, page->updated_by_id, &page->updated_by));
}

/*
 * The answer has come with the session where its variable was guessed right,
 * as it is from the second time on that this page is asked for.
 */
static int
find_answer(struct context *context, struct variable_page *page)
{
	int64_t id = page->assessment.id;
	const struct rows *opening = assessment_opening(context, id);
	struct rows rows;
	int result;

	if (opening != NULL && row_int(opening, 0, "variable_id") == page->variable_id)
		return variable_answer_read(context, opening, 0, page);
	result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_ANSWER, db_int(id),
	    db_int(page->variable_id));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	cache_guess_next(context->cache, id, page->number, page->variable_id);
	return variable_answer_read(context, &rows, 0, page);
}

int
variable_page_load(struct context *context, struct variable_page *page)
{
	const struct criteria *criteria;
	const struct variable *variable;
	int status;

	memset(page, 0, sizeof(*page));
	if ((status = assessment_find(context, context->keys[0], &page->assessment)) != 0 ||
	    (status = criteria_load(context, page->assessment.instrument_id, &criteria)) != 0)
		return status;
	variable = criteria_variable(criteria, context->keys[1]);
	if (variable == NULL)
		return 404;
	page->variable_id = variable->id;
	page->number = variable->number;
	find_neighbours(criteria, page);
	return find_answer(context, page);
}

bool
variable_page_open(const struct context *context, const struct variable_page *page)
{
	return may_write(context, &page->assessment) &&
	    (page->assessment.state != STATE_RETURNED || page->needs_correction);
}

static void
variable_fill_answer(struct context *context, const struct variable_page *page)
{
	struct node *node = page_node(&context->page, "Answer");
	struct node *value = page_node(&context->page, "Form.value");

	node_set_int(node, "version", page->version);
	node_set(node, "level", words_roman(page->self_level));
	node_set(node, "explanation", page->explanation);
	node_set(node, "overclaim_reason", page->overclaim_reason);
	/* One key per answer and person: nobody is offered another's text. */
	node_set(node, "autosave",
	    arena_format(context->arena, "%lld-%d-%lld", (long long)page->assessment.id,
		page->number, (long long)context->actor.account_id));
	if (*page->updated_at != '\0') {
		node_set(node, "saved_at",
		    words_time(context->arena, page->updated_at, page->assessment.zone));
		node_set(node, "saved_by", page->updated_by);
	}
	if (page->needs_correction) {
		node_set(node, "needs_correction", "1");
		node_set(node, "return_note", page->return_note);
	}
	if (page->self_level != LEVEL_ABSENT)
		node_set_int(value, "level", page->self_level);
	node_set(value, "explanation", page->explanation);
	node_set(value, "overclaim_reason", page->overclaim_reason);
}

static void
fill_decision(struct context *context, const char *path, int level, const char *reason,
    const char *recommendation)
{
	struct node *node;

	if (level == LEVEL_ABSENT && *reason == '\0' && *recommendation == '\0')
		return;
	node = page_node(&context->page, path);
	node_set(node, "level", words_roman(level));
	node_set(node, "reason", reason);
	node_set(node, "recommendation", recommendation);
}

static void
fill_decisions(struct context *context, const struct variable_page *page)
{
	enum state state = page->assessment.state;
	bool reader = !context_may(context, AGENCY);

	if (reader || city_disclosed(state))
		fill_decision(context, "City", page->city_level, page->city_reason,
		    page->city_recommendation);
	if (page->assessment.province_tier && (reader || province_disclosed(state)))
		fill_decision(context, "Province", page->province_level, page->province_reason,
		    page->province_recommendation);
}

/* What is missing for a level: how many of each level, as links to their places. */
static void
fill_short_places(struct node *rows, const struct evidence_item *const *missing, size_t count)
{
	size_t row = 0;

	for (size_t at = 0, next; at < count; at = next) {
		struct node *node = node_row(rows, row++);

		for (next = at; next < count && missing[next]->level == missing[at]->level;)
			next++;
		node_set_int(node, "number", missing[at]->level);
		node_set(node, "level", words_roman(missing[at]->level));
		node_set_int(node, "count", (int64_t)(next - at));
		if (next == count)
			node_set(node, "last", "1");
	}
}

/*
 * What to bring next: for the level that is claimed, as long as documents for
 * it are missing, else for the one above what they support.
 */
static void
variable_fill_short_places(struct context *context, const struct evidence *evidence, int claimed)
{
	int supported = evidence->supported[VIEWER_AGENCY];
	bool over = over_claimed(claimed, supported);
	int wanted = over ? claimed : supported + 1;
	const struct evidence_item **missing;
	struct node *node = page_node(&context->page, "Support");
	size_t count;

	node_set_int(node, "number", supported);
	node_set(node, "level", words_roman(supported));
	if (over)
		node_set(node, "over_claimed", "1");
	if (wanted > LEVEL_MAX)
		return;
	node_set(node, "wanted", words_roman(wanted));
	count = evidence_missing(context, evidence, VIEWER_AGENCY, wanted, &missing);
	fill_short_places(page_node(&context->page, "Missing"), missing, count);
}

struct tally {
	int64_t wanted, have; /* compulsory items */
	int64_t links;
	bool trouble; /* something linked does not count */
};

static struct tally
tally_level(const struct evidence *evidence, int level)
{
	struct tally tally = { .wanted = 0 };

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];
		bool have = item_counts(item->state[VIEWER_AGENCY], VIEW_SELF);

		if (item->level != level)
			continue;
		tally.links += (int64_t)item->link_count;
		tally.wanted += item->compulsory;
		tally.have += item->compulsory && have;
		tally.trouble |= item->link_count > 0 && !have;
	}
	return tally;
}

/*
 * Levels.N of the evidence, with the counts of its documents.  Open are the level
 * that was chosen, the first above what is supported, one where something that was
 * put there does not count, and the one that the address asks for; the others are
 * one line each.  .told: its wording stands outside the fold, as all have it as
 * long as none is chosen; .short: something compulsory is missing for what was
 * chosen, or for the next.
 */
static void
variable_fill_levels(struct context *context, const struct variable_page *page,
    const struct evidence *evidence)
{
	struct node *levels = page_node(&context->page, "Levels");
	int chosen = page->self_level, next = evidence->supported[VIEWER_AGENCY] + 1;

	evidence_fill(context, levels, evidence, VIEWER_AGENCY);
	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		struct node *node = node_row(levels, (size_t)level - 1);
		struct tally tally = tally_level(evidence, level);
		bool open = level == chosen || level == next || level == page->opened ||
		    tally.trouble;

		node_set_int(node, "wanted", tally.wanted);
		node_set_int(node, "have", tally.have);
		node_set_int(node, "links", tally.links);
		if (tally.have < tally.wanted && (level <= chosen || level <= next))
			node_set(node, "short", "1");
		if (tally.have == tally.wanted)
			node_set(node, "whole", "1");
		if (open)
			node_set(node, "open", "1");
		if (open || chosen == LEVEL_ABSENT)
			node_set(node, "told", "1");
	}
}

/* What the agency serves, which fits criteria that speak of it, for who may put it there. */
static int
read_offered_services(struct context *context, const struct variable_page *variable,
    struct variable_evidence *around)
{
	int result;

	around->services = (struct rows){ .count = 0 };
	if (strcasestr(around->own->name, "layanan") == NULL ||
	    !context_may(context, ROLE_OPERATOR) || !variable_page_open(context, variable))
		return 0;
	result = kept_world_select(context, &around->services, STATEMENT_SERVICE_OFFERED,
	    db_int(variable->assessment.agency_id));
	return result < 0 ? context_status(context, result) : 0;
}

int
variable_page_read(struct context *context, const struct variable_page *variable,
    struct variable_evidence *around)
{
	const struct assessment *assessment = &variable->assessment;
	int status = evidence_load_whole(context, assessment, &around->list);

	if (status != 0)
		return status;
	around->own = evidence_of(around->list, variable->number);
	if (around->own == NULL)
		return 404;
	around->deadline = read_deadline(context, assessment,
	    variable_page_open(context, variable) ? filling_step(assessment) : 0);
	status = last_answer_find(context, variable, &around->last);
	if (status == 0)
		status = rulings_read(context, assessment->region_id, &around->rulings);
	if (status == 0)
		status = notes_read(context, assessment, &around->notes);
	if (status == 0)
		status = read_offered_services(context, variable, around);
	return status != 0 ?
	    status :
	    read_carry_count(context, assessment, variable->number, &around->fresh);
}

void
variable_page_fill(struct context *context, const struct variable_page *variable,
    const struct variable_evidence *around)
{
	const struct evidence *evidence = around->own;
	struct page *page = &context->page;

	fill_last_year(context, variable, around->last);
	fill_rows(page_node(page, "OfferedServices"), &around->services);
	fill_carry_count(context, &variable->assessment, around->fresh);
	evidence_fill_left(context, around->list, evidence);
	rulings_fill(context, &around->rulings, variable->number,
	    words_today(variable->assessment.zone));
	assessment_fill(context, &variable->assessment);
	page_set_int(page, "Variable.number", variable->number);
	page_set_int(page, "Variable.all", variable->variables);
	page_set(page, "Variable.name", evidence->name);
	page_set_int(page, "Variable.notes", notes_at(&around->notes, variable->number));
	if (variable->previous != 0)
		page_set_int(page, "Variable.previous", variable->previous);
	if (variable->next != 0)
		page_set_int(page, "Variable.next", variable->next);
	if (variable_page_open(context, variable))
		page_set(page, "May.write", "1");
	quality_fill(context, page_node(page, "Answer.flags"),
	    evidence_answer_flags(evidence, variable->self_level,
		pending_list_overdue(around->list->pending, variable->number)),
	    0);
	if (around->deadline.step != 0)
		fill_deadline(context, page_node(page, "Deadline"), &around->deadline);
	variable_fill_answer(context, variable);
	fill_decisions(context, variable);
	variable_fill_levels(context, variable, evidence);
	variable_fill_short_places(context, evidence, variable->self_level);
}

/* Which level an address wants to be open. */
enum { QUERY_LEVEL };

const struct field variable_query[] = {
	[QUERY_LEVEL] = { .name = "level",
	    .kind = FIELD_NUMBER,
	    .label = "Tingkat",
	    .min = LEVEL_MIN,
	    .max = LEVEL_MAX },
	{ .name = NULL },
};

int
show_variable(struct context *context)
{
	struct variable_page page;
	struct variable_evidence around;
	int status = variable_page_load(context, &page);

	if (status == 0)
		status = variable_page_read(context, &page, &around);
	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	page.opened = (int)form_number(&context->form, QUERY_LEVEL);
	variable_page_fill(context, &page, &around);
	return context_show(context, "questionnaire/variable");
}
