/* SPDX-License-Identifier: ISC */
/*
 * The program paper: papers of the process, issued, printed, and taken out to
 * be worked on.  Here are its addresses, and who may come to each of them.
 */
#include "paper/paper.h"
#include "document/export.h"
#include "base/banned.h"

enum {
	AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	TEAM = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	REGION = TEAM | ROLE_LEADER /* who reads papers of a region */
};

static const struct route routes[] = {
	{ METHOD_GET, "/", show_home, .roles = AGENCY | REGION },
	{ METHOD_GET, "/cycle/#", show_cycle, .roles = REGION },
	{ METHOD_GET, "/cycle/#/draft/*", show_draft, .roles = TEAM | ROLE_ADMIN,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/cycle/#/draft/*/pdf", send_draft, .roles = TEAM | ROLE_ADMIN,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/cycle/#/draft/*/odt", send_draft, .roles = TEAM | ROLE_ADMIN,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/cycle/#/draft/*/docx", send_draft, .roles = TEAM | ROLE_ADMIN,
	    .flags = ROUTE_PAPERS },
	{ METHOD_POST, "/cycle/#/issue", issue_cycle, .roles = ROLE_VERIFIER,
	    .fields = issue_fields, .flags = ROUTE_ONCE | ROUTE_PAPERS },
	{ METHOD_POST, "/cycle/#/issue-agencies", issue_agencies, .roles = ROLE_VERIFIER,
	    .flags = ROUTE_ONCE | ROUTE_PAPERS },
	{ METHOD_GET, "/cycle/#/zip", send_papers_zip, .roles = REGION, .flags = ROUTE_PACKS },
	{ METHOD_GET, "/cycle/#/report", edit_report, .roles = ROLE_VERIFIER },
	{ METHOD_POST, "/cycle/#/report", save_report, .roles = ROLE_VERIFIER,
	    .fields = report_fields },
	{ METHOD_GET, "/agency/#", show_agency, .roles = AGENCY | REGION },
	{ METHOD_POST, "/agency/#/issue", issue_agency, .roles = ROLE_VERIFIER,
	    .fields = issue_fields, .flags = ROUTE_ONCE | ROUTE_PAPERS,
	    .judges = JUDGES_ASSESSMENT },
	{ METHOD_GET, "/agency/#/table.*", send_agency_papers, .roles = AGENCY | REGION,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/cycle/#/table.*", send_cycle_papers, .roles = REGION,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/agency/#/blank", show_blank, .roles = AGENCY | TEAM },
	{ METHOD_GET, "/agency/#/blank/pdf", send_blank, .roles = AGENCY | TEAM,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/agency/#/blank/odt", send_blank, .roles = AGENCY | TEAM,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/agency/#/blank/docx", send_blank, .roles = AGENCY | TEAM,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/letterhead/#", edit_letterhead, .roles = ROLE_ADMIN },
	{ METHOD_POST, "/letterhead/#", save_letterhead, .roles = ROLE_ADMIN,
	    .fields = letterhead_fields, .flags = ROUTE_UPLOADS },
	{ METHOD_GET, "/crest/*", send_crest, .roles = AGENCY | REGION | ROLE_ADMIN },
	{ METHOD_GET, "/card/*/*", send_card, .roles = EVERYBODY },
	/* By anybody: it changes nothing and keeps nothing, so no token. */
	{ METHOD_POST, "/check", check_file, .roles = EVERYBODY, .fields = check_fields,
	    .flags = ROUTE_OWN_CSRF | ROUTE_OWN_BODY },
	{ METHOD_GET, "/#", show_paper, .roles = AGENCY | REGION },
	{ METHOD_GET, "/#/pdf", send_paper, .roles = AGENCY | REGION, .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/#/xlsx", send_workbook, .roles = AGENCY | REGION, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/odt", send_text, .roles = AGENCY | REGION, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/docx", send_word, .roles = AGENCY | REGION, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/csv/#", send_table, .roles = AGENCY | REGION, .fields = export_fields,
	    .flags = ROUTE_EXPORTS },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("paper", routes);
}
