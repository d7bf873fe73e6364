/* SPDX-License-Identifier: ISC */
/*
 * One assessment as JSON, for the interface of programs.  What a tier has not
 * told yet is not told here either (assessment/results.h).
 */
#include "transfer/content.h"
#include "exchange/exchange.h"
#include "rules/workflow.h"
#include "assessment/assessment.h"
#include "assessment/results.h"
#include "base/banned.h"

/* What a tier has not told yet is not told here either: results.h. */
static void
add_answer(struct buffer *json, const struct rows *rows, size_t row, bool city, bool province)
{
	json_open(json, NULL, '{');
	json_number(json, "variable", row_int(rows, row, "number"));
	json_put(json, "name", row_text(rows, row, "name"));
	answer_json(json, rows, row, true, city, province);
	json_close(json, '}');
}

static void
assessment_add_document(struct buffer *json, const struct rows *rows, size_t row, bool city,
    bool province)
{
	json_open(json, NULL, '{');
	json_number(json, "variable", row_int(rows, row, "variable"));
	json_number(json, "level", row_int(rows, row, "level"));
	json_put(json, "item", row_text(rows, row, "item_title"));
	json_put_or_null(json, "outside_address", row_text(rows, row, "outside_address"));
	document_json(json, rows, row, city, province);
	json_close(json, '}');
}

int
assessment_json(struct context *context, int64_t id, int64_t region_id, struct buffer *json)
{
	struct rows about, answers, documents;
	enum state state = STATE_NOT_STARTED;
	bool city, province;
	int result = db_select(context->db, &about, STATEMENT_API_ASSESSMENT, db_int(id),
	    db_key(region_id));

	if (result == 0)
		return 404;
	if (result > 0)
		result = db_select(context->db, &answers, STATEMENT_SIGNOFF_ANSWERS, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &documents, STATEMENT_API_DOCUMENTS, db_int(id));
	if (result < 0)
		return context_status(context, result);
	state_of(row_text(&about, 0, "state"), &state);
	city = results_tier_disclosed(state, STATE_VERIFIED);
	province = results_tier_disclosed(state, STATE_VALIDATED);
	json_open(json, NULL, '{');
	json_put(json, "format", "matang-assessment/1");
	json_number(json, "id", id);
	json_put(json, "region", row_text(&about, 0, "region"));
	json_number(json, "year", row_int(&about, 0, "year"));
	json_put(json, "agency", row_text(&about, 0, "agency"));
	json_put(json, "state", row_text(&about, 0, "state"));
	json_flag(json, "province_tier", row_int(&about, 0, "province_tier") != 0);
	json_open(json, "instrument", '{');
	json_number(json, "id", row_int(&about, 0, "instrument_id"));
	json_put(json, "name", row_text(&about, 0, "instrument"));
	json_close(json, '}');
	json_open(json, "answers", '[');
	for (size_t row = 0; row < answers.count; row++)
		add_answer(json, &answers, row, city, province);
	json_close(json, ']');
	json_open(json, "documents", '[');
	for (size_t row = 0; row < documents.count; row++)
		assessment_add_document(json, &documents, row, city, province);
	json_close(json, ']');
	json_close(json, '}');
	return 0;
}

int
send_assessment(struct context *context)
{
	struct buffer json = { .arena = context->arena };
	struct assessment assessment;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = assessment_json(context, assessment.id, 0, &json);
	if (status != 0)
		return status;
	context_takes_out(context, "export", 0, assessment.agency_id,
	    arena_format(context->arena, "Penilaian %lld (JSON)", (long long)assessment.year));
	answer_header(context->request, "Content-Disposition",
	    arena_format(context->arena,
		"attachment; "
		"filename=\"penilaian-%lld.json\"",
		(long long)context->keys[0]));
	return context_json(context, 200, json.bytes);
}
