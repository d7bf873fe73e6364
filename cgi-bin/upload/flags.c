/* SPDX-License-Identifier: ISC */
/*
 * What is flagged in documents of a library, weighed for the assessment that
 * is open, whether they are linked in it or not.
 */
#include "upload/library.h"

#include "rules/quality.h"
#include "assessment/quality.h"
#include "frame/words.h"
#include "frame/kept.h"
#include "base/banned.h"

/* The open assessment that documents of this agency are for, or 0. */
static int
open_assessment(struct context *context, int64_t agency_id, int64_t *id, int *year)
{
	struct rows rows;
	int result = kept_select(context, &rows, STATEMENT_UPLOAD_ASSESSMENTS, db_int(agency_id));

	*id = result > 0 ? row_int(&rows, 0, "id") : 0;
	*year = result > 0 ? (int)row_int(&rows, 0, "year") : 0;
	return result < 0 ? result : 0;
}

int
flags_load(struct context *context, int64_t agency_id, const char *zone, struct document_range some,
    struct document_flags *flags)
{
	struct rows *rows = &flags->rows;
	int32_t today = words_today(zone);
	int64_t assessment;
	int variables_max, year;
	int result = quality_variables_max(context, &variables_max);

	if (result == 0)
		result = open_assessment(context, agency_id, &assessment, &year);
	if (result < 0)
		return result;
	result = kept_select(context, rows, STATEMENT_UPLOAD_LIBRARY_FACTS, db_int(assessment),
	    db_int(assessment), db_int(agency_id), db_int(some.first), db_int(some.last),
	    db_text(some.among), db_text(some.among));
	if (result < 0)
		return result;
	flags->facts = arena_array(context->arena, rows->count + 1, sizeof(*flags->facts));
	for (size_t row = 0; row < rows->count; row++)
		flags->facts[row] = (struct document_facts){
			.outside = row_int(rows, row, "outside") != 0,
			.stored = row_int(rows, row, "stored") != 0,
			.findings = findings_of(row_text(rows, row, "findings")),
			.infected = row_int(rows, row, "infected") != 0,
			.signatures = (int)row_int(rows, row, "signatures"),
			.signed_by_hand = row_int(rows, row, "signed_by_hand") != 0,
			.needs_signature = row_int(rows, row, "needs_signature") != 0,
			.expires = quality_expires(row_text(rows, row, "kind")),
			.dated = day_parse(row_text(rows, row, "dated")),
			.period_from = day_parse(row_text(rows, row, "period_from")),
			.period_until = day_parse(row_text(rows, row, "period_until")),
			.today = today,
			.year = year,
			.linkable = assessment != 0,
			.criteria = (int)row_int(rows, row, "criteria"),
			.variables = (int)row_int(rows, row, "variables"),
			.variables_max = variables_max,
			.twin = row_int(rows, row, "twin") != 0,
		};
	return result;
}

unsigned
flags_of(const struct document_flags *flags, int64_t document_id)
{
	size_t low = 0, high = flags->facts != NULL ? flags->rows.count : 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int64_t id = row_int(&flags->rows, middle, "id");

		if (id == document_id)
			return quality_of_document(&flags->facts[middle]);
		if (id < document_id)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}
