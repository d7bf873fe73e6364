/* SPDX-License-Identifier: ISC */
/*
 * How a verdict on one variable is stored: the level with its texts, and the
 * decisions on its documents, each with its row of history.
 */
#include "verify/verdict.h"

#include <string.h>

#include "base/banned.h"

static const char *
level_code(struct context *context, int level)
{
	return level == LEVEL_ABSENT ? "" : arena_format(context->arena, "%d", level);
}

/* Gives rows changed, or enum db_error. */
static int
write_grade(const struct verdict *verdict)
{
	const struct review_item *item = verdict->item;
	const struct grade *grade = &verdict->grade;
	struct context *context = verdict->context;
	int64_t assessment = item->verification.assessment.id;
	int64_t variable = item->row->variable_id;
	int64_t account = context->actor.account_id;

	if (item->verification.tier == TIER_CITY)
		return db_run(context->db, STATEMENT_VERIFY_GRADE_CITY, db_key(grade->level),
		    db_key(grade->level), db_text(grade->reason), db_text(grade->recommendation),
		    db_int(account), db_int(assessment), db_int(variable),
		    db_int(item->row->version));
	return db_run(context->db, STATEMENT_VERIFY_GRADE_PROVINCE, db_key(grade->level),
	    db_text(grade->reason), db_text(grade->recommendation), db_int(verdict->followed),
	    db_int(account), db_int(assessment), db_int(variable), db_int(item->row->version));
}

/* Why the level changed, in the history. */
static const char *
grade_why(const struct verdict *verdict)
{
	const char *reason = verdict->grade.reason;

	if (verdict->note == NULL)
		return reason;
	return *reason == '\0' ?
	    arena_format(verdict->context->arena, "%s.", verdict->note) :
	    arena_format(verdict->context->arena, "%s: %s", verdict->note, reason);
}

static int
record_grade(const struct verdict *verdict)
{
	const struct review_item *item = verdict->item;
	const struct score_row *row = item->row;
	const struct tier_traits *tier = &tiers[item->verification.tier];
	const struct grade *old = &row->grades[item->verification.tier];
	struct context *context = verdict->context;
	int result = 0;

	if (verdict->grade.level != old->level || strcmp(verdict->grade.reason, old->reason) != 0)
		result = assessment_change(context, &item->verification.assessment,
		    tier->level_subject, row->number, 0, level_code(context, old->level),
		    level_code(context, verdict->grade.level), grade_why(verdict));
	/* See verify_grade_city: the province's level goes with the city's. */
	if (result == 0 && item->verification.tier == TIER_CITY &&
	    verdict->grade.level != old->level && row->grades[TIER_PROVINCE].level != LEVEL_ABSENT)
		result = assessment_change(context, &item->verification.assessment,
		    tiers[TIER_PROVINCE].level_subject, row->number, 0,
		    level_code(context, row->grades[TIER_PROVINCE].level), "",
		    "Tingkat verifikasi berubah.");
	return result;
}

static int
write_decision(const struct verdict *verdict, const struct decided *decided)
{
	const struct review_item *item = verdict->item;
	const struct tier_traits *tier = &tiers[item->verification.tier];
	const struct evidence_link *link = decided->link;
	bool said = *decided->decision != '\0';
	int result = db_run_values(verdict->context->db, tier->decide,
	    DB_VALUES(db_text(said ? decided->decision : NULL), db_text(decided->reason),
		db_key(said ? link->revision_id : 0), db_int(link->id),
		db_int(item->verification.assessment.id), db_int(link->version)));

	if (result <= 0)
		return result < 0 ? result : db_stop(verdict->context->db, 409);
	return assessment_change(verdict->context, &item->verification.assessment,
	    tier->decision_subject, item->row->number, link->id,
	    link_review_code(review_item_link_review(item, link)), decided->decision,
	    decided->reason);
}

bool
verdict_changes_grade(const struct verdict *verdict)
{
	const struct grade *old = &verdict->item->row->grades[verdict->item->verification.tier];

	return old->level != verdict->grade.level ||
	    strcmp(old->reason, verdict->grade.reason) != 0 ||
	    strcmp(old->recommendation, verdict->grade.recommendation) != 0;
}

int
verdict_write(const struct verdict *verdict)
{
	struct db *db = verdict->context->db;
	const struct review_item *item = verdict->item;
	/* The answer's version stands for the whole page. */
	int result = write_grade(verdict);

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	result = record_grade(verdict);
	for (size_t at = 0; at < verdict->count && result == 0; at++)
		result = write_decision(verdict, &verdict->decided[at]);
	if (result != 0 || *item->row->draft.content == '\0')
		return result;
	result = db_run(db, STATEMENT_VERIFY_DROP_DRAFT, db_int(item->verification.assessment.id),
	    db_int(item->row->variable_id), db_int(verdict->context->actor.account_id));
	return result < 0 ? result : 0;
}
