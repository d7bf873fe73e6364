/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "assessment/quality.h"
#include "frame/words.h"
#include "base/banned.h"

static void
read_decisions(const struct rows *rows, struct sheet *sheet)
{
	sheet->city_level = (int)row_int(rows, 0, "city_level");
	sheet->city_reason = row_text(rows, 0, "city_reason");
	sheet->city_recommendation = row_text(rows, 0, "city_recommendation");
	sheet->province_level = (int)row_int(rows, 0, "province_level");
	sheet->province_reason = row_text(rows, 0, "province_reason");
	sheet->province_recommendation = row_text(rows, 0,
	    "province_recommendation");
}

/* The variables before and after this one. */
static int
read_neighbours(struct visit *visit, struct sheet *sheet)
{
	const struct criteria *criteria;
	int status = criteria_load(visit, sheet->assessment.instrument_id,
	    &criteria);

	if (status != 0)
		return status;
	sheet->variables = (int)criteria->count;
	for (size_t at = 0; at < criteria->count; at++) {
		int number = criteria->variables[at].number;

		if (number < sheet->number)
			sheet->previous = number;
		if (number > sheet->number && sheet->next == 0)
			sheet->next = number;
	}
	return 0;
}

int
sheet_load(struct visit *visit, struct sheet *sheet)
{
	struct scope scope = assessment_scope(visit);
	struct rows rows;
	int status, result = db_select(visit->db, &rows,
	    STATEMENT_QUESTIONNAIRE_VARIABLE, db_int(visit->keys[1]),
	    db_int(visit->keys[0]), scope.agency, scope.region, scope.parent);

	if (result < 0)
		return visit_status(visit, result);
	if (result == 0)
		return 404;
	memset(sheet, 0, sizeof(*sheet));
	assessment_read(visit, &rows, 0, &sheet->assessment);
	status = assessment_guard(visit, &sheet->assessment);
	if (status != 0)
		return status;
	sheet->variable_id = row_int(&rows, 0, "variable_id");
	sheet->number = (int)row_int(&rows, 0, "number");
	sheet->version = row_int(&rows, 0, "answer_version");
	sheet->self_level = (int)row_int(&rows, 0, "self_level");
	sheet->explanation = row_text(&rows, 0, "explanation");
	sheet->overclaim_reason = row_text(&rows, 0, "overclaim_reason");
	sheet->return_note = row_text(&rows, 0, "return_note");
	sheet->must_mend = row_int(&rows, 0, "must_mend") != 0;
	sheet->updated_at = row_text(&rows, 0, "updated_at");
	sheet->updated_by = row_text(&rows, 0, "updated_by");
	read_decisions(&rows, sheet);
	return read_neighbours(visit, sheet);
}

bool
sheet_open(const struct visit *visit, const struct sheet *sheet)
{
	return may_write(visit, &sheet->assessment) &&
	    (sheet->assessment.state != STATE_RETURNED || sheet->must_mend);
}

static void
fill_answer(struct visit *visit, const struct sheet *sheet)
{
	struct node *node = page_node(&visit->page, "Answer");
	struct node *value = page_node(&visit->page, "Form.value");

	node_set_int(node, "version", sheet->version);
	node_set(node, "level", words_roman(sheet->self_level));
	node_set(node, "explanation", sheet->explanation);
	node_set(node, "overclaim_reason", sheet->overclaim_reason);
	/* One key per answer and person: nobody is offered another's text. */
	node_set(node, "autosave", arena_format(visit->arena,
	    "%lld-%d-%lld", (long long)sheet->assessment.id, sheet->number,
	    (long long)visit->actor.account_id));
	if (*sheet->updated_at != '\0') {
		node_set(node, "saved_at", words_time(visit->arena,
		    sheet->updated_at, sheet->assessment.zone));
		node_set(node, "saved_by", sheet->updated_by);
	}
	if (sheet->must_mend) {
		node_set(node, "must_mend", "1");
		node_set(node, "return_note", sheet->return_note);
	}
	if (sheet->self_level != LEVEL_ABSENT)
		node_set_int(value, "level", sheet->self_level);
	node_set(value, "explanation", sheet->explanation);
	node_set(value, "overclaim_reason", sheet->overclaim_reason);
}

static void
fill_decision(struct visit *visit, const char *path, int level,
    const char *reason, const char *recommendation)
{
	struct node *node;

	if (level == LEVEL_ABSENT && *reason == '\0' && *recommendation == '\0')
		return;
	node = page_node(&visit->page, path);
	node_set(node, "level", words_roman(level));
	node_set(node, "reason", reason);
	node_set(node, "recommendation", recommendation);
}

static void
fill_decisions(struct visit *visit, const struct sheet *sheet)
{
	enum state state = sheet->assessment.state;
	bool reader = !visit_may(visit, AGENCY);

	if (reader || city_told(state))
		fill_decision(visit, "City", sheet->city_level,
		    sheet->city_reason, sheet->city_recommendation);
	if (sheet->assessment.province_tier && (reader ||
	    province_told(state)))
		fill_decision(visit, "Province", sheet->province_level,
		    sheet->province_reason, sheet->province_recommendation);
}

/*
 * What to bring next: for the level that is claimed, as long as documents for
 * it are missing, else for the one above what they support.
 */
static void
fill_missing(struct visit *visit, const struct evidence *evidence, int claimed)
{
	int supported = evidence->supported[EYES_AGENCY];
	bool over = over_claimed(claimed, supported);
	int wanted = over ? claimed : supported + 1;
	const struct evidence_item **missing;
	struct node *node = page_node(&visit->page, "Support");
	struct node *rows = page_node(&visit->page, "Missing");
	size_t count;

	node_set_int(node, "number", supported);
	node_set(node, "level", words_roman(supported));
	if (over)
		node_set(node, "over_claimed", "1");
	if (wanted > LEVEL_MAX)
		return;
	node_set(node, "wanted", words_roman(wanted));
	count = evidence_missing(visit, evidence, EYES_AGENCY, wanted,
	    &missing);
	for (size_t at = 0; at < count; at++) {
		struct node *row = node_row(rows, at);

		node_set(row, "level_name", words_roman(missing[at]->level));
		evidence_fill_item(visit, row, missing[at], EYES_AGENCY);
	}
}

struct tally {
	int64_t wanted, have;	/* compulsory items */
	int64_t links;
	bool trouble;		/* something linked does not count, or is
				 * still to come */
};

static struct tally
tally_level(const struct evidence *evidence, int level)
{
	struct tally tally = { .wanted = 0 };

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];
		bool have = item_counts(item->state[EYES_AGENCY], VIEW_SELF);

		if (item->level != level)
			continue;
		tally.links += (int64_t)item->link_count;
		tally.wanted += item->compulsory;
		tally.have += item->compulsory && have;
		tally.trouble |= (item->link_count > 0 && !have) ||
		    item->promised != NULL;
	}
	return tally;
}

/* Levels.N of the evidence, with the counts of its documents; .near(1) where
 * something is to be done: those are unfolded. */
static void
fill_levels(struct visit *visit, const struct sheet *sheet,
    const struct evidence *evidence)
{
	struct node *levels = page_node(&visit->page, "Levels");
	int nearest = evidence->supported[EYES_AGENCY] + 1;

	evidence_fill(visit, levels, evidence, EYES_AGENCY);
	if (nearest < sheet->self_level)
		nearest = sheet->self_level;
	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		struct node *node = node_row(levels, (size_t)level - 1);
		struct tally tally = tally_level(evidence, level);

		node_set_int(node, "wanted", tally.wanted);
		node_set_int(node, "have", tally.have);
		node_set_int(node, "links", tally.links);
		if (tally.trouble ||
		    (level <= nearest && tally.have < tally.wanted))
			node_set(node, "near", "1");
	}
}

int
sheet_fill(struct visit *visit, const struct sheet *sheet)
{
	struct evidence_list list;
	struct evidence *evidence;
	struct promises promises;
	struct page *page = &visit->page;
	int status = evidence_load(visit, &sheet->assessment, &list);

	if (status != 0)
		return status;
	evidence = evidence_of(&list, sheet->number);
	if (evidence == NULL)
		return 404;
	if ((status = fill_last_year(visit, sheet)) != 0 ||
	    (status = fill_carry_count(visit, &sheet->assessment,
	    sheet->number)) != 0 ||
	    (status = promises_load(visit, &sheet->assessment,
	    &promises)) != 0 ||
	    (status = evidence_moves(visit, &sheet->assessment, &list,
	    evidence)) != 0)
		return status;
	evidence_flag(visit, &sheet->assessment, &list, evidence);
	assessment_fill(visit, &sheet->assessment);
	page_set_int(page, "Variable.number", sheet->number);
	page_set_int(page, "Variable.all", sheet->variables);
	page_set(page, "Variable.name", evidence->name);
	if (sheet->previous != 0)
		page_set_int(page, "Variable.previous", sheet->previous);
	if (sheet->next != 0)
		page_set_int(page, "Variable.next", sheet->next);
	if (sheet_open(visit, sheet))
		page_set(page, "May.write", "1");
	evidence_promises(&list, &promises);
	quality_fill(visit, page_node(page, "Answer.flags"),
	    evidence_answer_flags(evidence, sheet->self_level,
	    promises_overdue(&promises, sheet->number)), 0);
	fill_answer(visit, sheet);
	fill_decisions(visit, sheet);
	fill_levels(visit, sheet, evidence);
	fill_missing(visit, evidence, sheet->self_level);
	return 0;
}

int
show_variable(struct visit *visit)
{
	struct sheet sheet;
	int status = sheet_load(visit, &sheet);

	if (status == 0)
		status = sheet_fill(visit, &sheet);
	return status != 0 ? status :
	    visit_show(visit, "questionnaire/variable");
}
