/* SPDX-License-Identifier: ISC */
/*
 * The program questionnaire: step 4, the self assessment.  Here are its
 * addresses, who may come to each of them, and what an answer may hold.
 */
#include <stddef.h>

#include "document/export.h"
#include "questionnaire/workbook.h"
#include "base/banned.h"

static const char *const thens[] = { [THEN_STAY] = "stay",
	[THEN_NEXT] = "next",
	[THEN_LIST] = "list",
	[THEN_WORDS] = "words",
	[THEN_DOCUMENTS] = "documents",
	NULL };

/* Lengths as the counters of templates/questionnaire/variable.cs tell them. */
static const struct field answer_fields[] = {
	[FIELD_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true,
	    .min = 1,
	    .max = INT32_MAX },
	[FIELD_LEVEL] = { .name = "level",
	    .kind = FIELD_NUMBER,
	    .label = "Tingkat",
	    .min = LEVEL_MIN,
	    .max = LEVEL_MAX },
	[FIELD_EXPLANATION] = { .name = "explanation",
	    .kind = FIELD_LINES,
	    .label = "Penjelasan",
	    .max = 5000 },
	[FIELD_REASON] = { .name = "overclaim_reason",
	    .kind = FIELD_LINES,
	    .label = "Alasan",
	    .max = 2000 },
	[FIELD_THEN] = { .name = "then",
	    .kind = FIELD_CHOICE,
	    .label = "Tombol",
	    .choices = thens },
	[FIELD_ATTACH] = { .name = "attach-", .kind = FIELD_FLAG, .label = "Tombol" },
	[FIELD_PENDING] = { .name = "pending-", .kind = FIELD_FLAG, .label = "Tombol" },
	{ .name = NULL },
};

static const struct field submit_fields[] = {
	[FIELD_STATEMENT] = { .name = "statement", .kind = FIELD_FLAG, .label = "Pernyataan" },
	{ .name = NULL },
};

static const struct route routes[] = {
	{ METHOD_GET, "/", show_home, AGENCY, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/", show_tasks, READERS, NULL, ROUTE_ASSESSMENT, JUDGES_NOTHING },
	{ METHOD_GET, "/#/#", show_variable, READERS, NULL, ROUTE_ANSWER, JUDGES_NOTHING },
	{ METHOD_POST, "/#/#", save_variable, ROLE_OPERATOR, answer_fields, ROUTE_ANSWER,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/#/check", show_check, READERS, NULL, ROUTE_ASSESSMENT, JUDGES_NOTHING },
	{ METHOD_POST, "/#/check", submit, ROLE_OPERATOR, submit_fields, ROUTE_ASSESSMENT,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/#/carry-over", show_carry_over, ROLE_OPERATOR, carry_over_query,
	    ROUTE_ASSESSMENT, JUDGES_NOTHING },
	{ METHOD_POST, "/#/carry-over", run_carry_over, ROLE_OPERATOR, carry_over_fields,
	    ROUTE_ASSESSMENT, JUDGES_NOTHING },
	{ METHOD_GET, "/#/answers.*", send_answers, READERS, export_fields, ROUTE_ASSESSMENT,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/#/import", new_answers_import, ROLE_OPERATOR, NULL, ROUTE_ASSESSMENT,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/#/import", preview_answers, ROLE_OPERATOR, answers_import_fields,
	    ROUTE_ASSESSMENT, JUDGES_NOTHING },
	{ METHOD_POST, "/#/import/store", store_answers, ROLE_OPERATOR, answers_store_fields,
	    ROUTE_ASSESSMENT, JUDGES_NOTHING },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("questionnaire", routes);
}
