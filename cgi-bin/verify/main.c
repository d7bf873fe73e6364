/* SPDX-License-Identifier: ISC */
/*
 * The program verify: step 5, verification by the city and validation by the
 * province.  Here are its addresses, and who may come to each of them.
 */
#include "document/export.h"
#include "verify/verify.h"

#include "base/banned.h"

enum { TEAM = ROLE_VERIFIER | ROLE_VALIDATOR, READERS = TEAM | ROLE_AUDITOR };

/* "Lanjutkan": the variable to be judged next, or the overview. */
static int
verify_go_on(struct context *context)
{
	const struct score_row *next;
	struct verification verification;
	struct score_sheet scores;
	int status = verification_find(context, &verification);

	if (status == 0)
		status = score_sheet_load(context, &verification, &scores);
	if (status != 0)
		return status;
	next = score_sheet_next(&scores, verification.tier, 0);
	if (next == NULL)
		return context_redirect(context, "/verify/%lld/",
		    (long long)verification.assessment.id);
	return context_redirect(context, "/verify/%lld/%lld", (long long)verification.assessment.id,
	    (long long)next->number);
}

static const struct route routes[] = {
	{ METHOD_GET, "/", show_work_list, .roles = READERS, .fields = work_list_fields },
	{ METHOD_GET, "/table.*", send_work_list, .roles = READERS, .fields = work_list_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/checklist/table.*", send_checklist, .roles = READERS,
	    .fields = checklist_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/checklist", show_checklist, .roles = READERS, .fields = checklist_fields },
	{ METHOD_GET, "/division", show_division, .roles = READERS, .fields = division_fields },
	{ METHOD_POST, "/division", divide, .roles = TEAM, .fields = divide_fields },
	{ METHOD_GET, "/#/", show_overview, .roles = READERS, .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/table.*", send_overview, .roles = READERS, .fields = export_fields,
	    .flags = ROUTE_ASSESSMENT | ROUTE_EXPORTS },
	{ METHOD_GET, "/#/next", verify_go_on, .roles = READERS, .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/undecided", go_undecided, .roles = READERS, .fields = undecided_fields,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/finish", finish, .roles = TEAM, .fields = finish_fields,
	    .flags = ROUTE_ASSESSMENT, .judges = JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/clear", accept_clear, .roles = TEAM, .fields = clear_fields,
	    .flags = ROUTE_ASSESSMENT, .judges = JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/unfollow", unfollow, .roles = ROLE_VALIDATOR, .fields = finish_fields,
	    .flags = ROUTE_ASSESSMENT, .judges = JUDGES_ASSESSMENT },
	{ METHOD_GET, "/#/return", show_return, .roles = TEAM, .flags = ROUTE_ASSESSMENT,
	    .judges = JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/return", send_back, .roles = TEAM, .fields = return_fields,
	    .flags = ROUTE_ASSESSMENT, .judges = JUDGES_ASSESSMENT },
	{ METHOD_GET, "/#/#", show_variable, .roles = READERS, .fields = show_fields,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/#", save_variable, .roles = TEAM, .fields = save_fields,
	    .flags = ROUTE_ASSESSMENT, .judges = JUDGES_ASSESSMENT },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("verify", routes);
}
