/* SPDX-License-Identifier: ISC */
/*
 * The program paper: papers of the process, issued, printed, and taken out to
 * be worked on.  Here are its addresses, and who may come to each of them.
 */
#include "paper/paper.h"
#include "document/export.h"
#include "base/banned.h"

enum { AGENCY = ROLE_OPERATOR | ROLE_HEAD, REGION = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR };

static const struct route routes[] = {
	{ METHOD_GET, "/", show_home, AGENCY | REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/cycle/#", show_cycle, REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/cycle/#/draft/*", show_draft, REGION | ROLE_ADMIN, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/cycle/#/issue", issue_cycle, ROLE_VERIFIER, issue_fields, ROUTE_ONCE,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/cycle/#/report", edit_report, ROLE_VERIFIER, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/cycle/#/report", save_report, ROLE_VERIFIER, report_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/agency/#", show_agency, AGENCY | REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/agency/#/issue", issue_agency, ROLE_VERIFIER, issue_fields, ROUTE_ONCE,
	    JUDGES_ASSESSMENT },
	{ METHOD_GET, "/agency/#/blank", show_blank, AGENCY | REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/agency/#/blank/pdf", send_blank, AGENCY | REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/letterhead/#", edit_letterhead, ROLE_ADMIN, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/letterhead/#", save_letterhead, ROLE_ADMIN, letterhead_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/crest/*", send_crest, AGENCY | REGION | ROLE_ADMIN, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	/* By anybody: it changes nothing and keeps nothing, so no token. */
	{ METHOD_POST, "/check", check_file, 0, check_fields, ROUTE_OWN_CSRF | ROUTE_OWN_BODY,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/#", show_paper, AGENCY | REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/pdf", send_paper, AGENCY | REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/xlsx", send_workbook, AGENCY | REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/#/odt", send_text, AGENCY | REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/docx", send_word, AGENCY | REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/csv/#", send_table, AGENCY | REGION, export_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("paper", routes);
}
