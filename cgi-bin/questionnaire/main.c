/* SPDX-License-Identifier: ISC */
/*
 * The program questionnaire: step 4, the self assessment.  Here are its
 * addresses, who may come to each of them, and what an answer may hold.
 */
#include <stddef.h>

#include "document/export.h"
#include "questionnaire/other.h"
#include "questionnaire/workbook.h"
#include "base/banned.h"

static const char *const thens[] = { [THEN_STAY] = "stay",
	[THEN_NEXT] = "next",
	[THEN_LIST] = "list",
	[THEN_WORDS] = "words",
	[THEN_DOCUMENTS] = "documents",
	[THEN_BACK] = "back",
	[THEN_ASK] = "ask",
	[THEN_COMMENTS] = "comments",
	[THEN_HISTORY] = "history",
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
	{ METHOD_GET, "/", show_home, .roles = AGENCY },
	{ METHOD_GET, "/other", show_others, .roles = OTHER_READERS, .fields = others_fields },
	{ METHOD_POST, "/other", add_other, .roles = OTHER_WRITERS, .fields = other_add_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_GET, "/other/#", show_other, .roles = OTHER_READERS },
	{ METHOD_GET, "/other/#/#", show_other_answers, .roles = OTHER_READERS },
	{ METHOD_POST, "/other/#/#", save_other_answers, .roles = OTHER_WRITERS,
	    .fields = other_answer_fields },
	{ METHOD_GET, "/other/#/gaps", show_other_gaps, .roles = OTHER_READERS },
	{ METHOD_GET, "/other/#/gap/#", show_other_gap, .roles = OTHER_READERS },
	{ METHOD_POST, "/other/#/gap/#", save_other_gap, .roles = OTHER_WRITERS,
	    .fields = other_gap_fields },
	{ METHOD_GET, "/other/#/table.*", send_other_table, .roles = OTHER_READERS,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/other/#/paper", show_other_paper, .roles = OTHER_READERS },
	{ METHOD_GET, "/other/#/paper/pdf", send_other_paper, .roles = OTHER_READERS,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/other/#/paper/odt", send_other_paper, .roles = OTHER_READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/other/#/paper/docx", send_other_paper, .roles = OTHER_READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/", show_tasks, .roles = READERS, .fields = tasks_fields,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/#", show_variable, .roles = READERS, .fields = variable_query,
	    .flags = ROUTE_ANSWER },
	{ METHOD_POST, "/#/#", save_variable, .roles = ROLE_OPERATOR, .fields = answer_fields,
	    .flags = ROUTE_ANSWER },
	{ METHOD_GET, "/#/check", show_check, .roles = READERS, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/check", submit, .roles = ROLE_OPERATOR, .fields = submit_fields,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/duties", show_duties, .roles = READERS, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/duties", save_duties, .roles = AGENCY, .fields = duty_fields,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/sent", show_sent, .roles = READERS, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/withdraw", withdraw, .roles = ROLE_OPERATOR, .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/carry-over", show_carry_over, .roles = ROLE_OPERATOR,
	    .fields = carry_over_query, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/carry-over", run_carry_over, .roles = ROLE_OPERATOR,
	    .fields = carry_over_fields, .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/answers.*", send_answers, .roles = READERS, .fields = export_fields,
	    .flags = ROUTE_ASSESSMENT | ROUTE_EXPORTS },
	{ METHOD_GET, "/#/import", new_answers_import, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/import", preview_answers, .roles = ROLE_OPERATOR,
	    .fields = answers_import_fields, .flags = ROUTE_ASSESSMENT | ROUTE_UPLOADS },
	{ METHOD_POST, "/#/import/store", store_answers, .roles = ROLE_OPERATOR,
	    .fields = answers_store_fields, .flags = ROUTE_ASSESSMENT },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("questionnaire", routes);
}
