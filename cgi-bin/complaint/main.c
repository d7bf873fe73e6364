/* SPDX-License-Identifier: ISC */
/*
 * The program complaint.  Here are its addresses, and who may come to each of them:
 * anybody writes and follows with number and secret; the bureau (the team) forwards, answers
 * and closes, an agency answers what was forwarded to it.
 */
#include "complaint/complaint.h"
#include "document/export.h"

#include "base/banned.h"

enum {
	HANDLERS = ROLE_VERIFIER | ROLE_OPERATOR | ROLE_HEAD,
	READERS = HANDLERS | ROLE_AUDITOR | ROLE_LEADER,
	BUREAU = ROLE_VERIFIER | ROLE_ADMIN,
	COUNTERS = ROLE_VERIFIER | ROLE_AUDITOR | ROLE_LEADER
};

static const struct route routes[] = {
	{ METHOD_GET, "/new", show_complaint_regions, .roles = EVERYBODY },
	{ METHOD_GET, "/to/*", show_complaint_form, .roles = EVERYBODY },
	/* The token of a page without account: guest/guest.h. */
	{ METHOD_POST, "/to/*", send_complaint, .roles = EVERYBODY, .fields = complaint_form_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_GET, "/receipt", show_receipt, .roles = EVERYBODY },
	{ METHOD_GET, "/follow", show_follow, .roles = EVERYBODY },
	{ METHOD_POST, "/follow", follow_ticket, .roles = EVERYBODY, .fields = follow_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_GET, "/ticket", show_ticket, .roles = EVERYBODY },
	{ METHOD_POST, "/ticket/reply", reply_ticket, .roles = EVERYBODY, .fields = reply_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_POST, "/ticket/rate", rate_ticket, .roles = EVERYBODY, .fields = rate_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_POST, "/ticket/reopen", reopen_ticket, .roles = EVERYBODY, .fields = reply_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_POST, "/ticket/leave", leave_ticket, .roles = EVERYBODY, .flags = ROUTE_OWN_CSRF },

	{ METHOD_GET, "/", show_complaints, .roles = READERS, .fields = complaint_list_fields },
	{ METHOD_GET, "/table.*", send_complaints, .roles = READERS,
	    .fields = complaint_list_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/templates", show_answer_templates, .roles = HANDLERS | ROLE_AUDITOR },
	{ METHOD_POST, "/templates", add_answer_template, .roles = ROLE_VERIFIER,
	    .flags = ROUTE_ONCE, .fields = template_fields },
	{ METHOD_POST, "/templates/#/remove", remove_answer_template, .roles = ROLE_VERIFIER },
	{ METHOD_GET, "/rule", show_complaint_rule, .roles = BUREAU },
	{ METHOD_POST, "/rule", save_complaint_rule, .roles = BUREAU,
	    .fields = complaint_rule_fields },
	{ METHOD_GET, "/report", show_complaint_report, .roles = COUNTERS,
	    .fields = complaint_report_fields },
	{ METHOD_GET, "/report/pdf", send_complaint_report, .roles = COUNTERS,
	    .fields = complaint_report_fields, .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/report/odt", send_complaint_report, .roles = COUNTERS,
	    .fields = complaint_report_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/report/docx", send_complaint_report, .roles = COUNTERS,
	    .fields = complaint_report_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/report/table.*", send_complaint_report_table, .roles = COUNTERS,
	    .fields = complaint_report_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#", show_complaint, .roles = READERS },
	{ METHOD_GET, "/#/file/#", send_complaint_file, .roles = HANDLERS },
	{ METHOD_POST, "/#/forward", forward_complaint, .roles = ROLE_VERIFIER,
	    .fields = forward_fields, .judges = JUDGES_COMPLAINT },
	{ METHOD_POST, "/#/answer", answer_complaint, .roles = ROLE_VERIFIER | ROLE_OPERATOR,
	    .fields = complaint_answer_fields, .judges = JUDGES_COMPLAINT },
	{ METHOD_POST, "/#/note", note_complaint, .roles = ROLE_VERIFIER | ROLE_OPERATOR,
	    .fields = note_fields, .flags = ROUTE_ONCE, .judges = JUDGES_COMPLAINT },
	{ METHOD_POST, "/#/close", close_complaint, .roles = ROLE_VERIFIER,
	    .fields = complaint_close_fields, .judges = JUDGES_COMPLAINT },
	{ METHOD_POST, "/#/reopen", reopen_complaint, .roles = ROLE_VERIFIER,
	    .judges = JUDGES_COMPLAINT },
	{ METHOD_POST, "/#/merge", merge_complaint, .roles = ROLE_VERIFIER, .fields = merge_fields,
	    .judges = JUDGES_COMPLAINT },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("complaint", routes);
}
