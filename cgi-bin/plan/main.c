/* SPDX-License-Identifier: ISC */
/*
 * The program plan: the improvement plan of each agency, how far all of a region have
 * come, and the wall for its leaders.  Here are its addresses, and who may come to
 * each of them.  An agency's own people write; its head and the team read.
 */
#include "plan/plan.h"

#include "document/export.h"
#include "base/banned.h"

enum {
	AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	TEAM = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	READERS = AGENCY | TEAM
};

static const struct route routes[] = {
	{ METHOD_GET, "/", show_home, .roles = READERS, .fields = agencies_fields },
	{ METHOD_GET, "/table.*", send_agencies, .roles = TEAM, .fields = agencies_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/wall", show_wall, .roles = TEAM | ROLE_LEADER | ROLE_ADMIN,
	    .fields = wall_fields },
	{ METHOD_GET, "/#", show_plan, .roles = READERS, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/take", take_proposals, .roles = ROLE_OPERATOR, .fields = take_fields,
	    .flags = ROUTE_ASSESSMENT | ROUTE_ONCE },
	{ METHOD_POST, "/#/targets", save_targets, .roles = ROLE_OPERATOR, .fields = target_fields,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/documented", finish_documented, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/carry", carry_steps, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_ASSESSMENT | ROUTE_ONCE },
	{ METHOD_GET, "/#/new", show_new_step, .roles = ROLE_OPERATOR, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/new", add_own_step, .roles = ROLE_OPERATOR, .fields = new_step_fields,
	    .flags = ROUTE_ASSESSMENT | ROUTE_ONCE },
	{ METHOD_GET, "/#/table.*", send_plan_table, .roles = READERS, .fields = export_fields,
	    .flags = ROUTE_ASSESSMENT | ROUTE_EXPORTS },
	{ METHOD_GET, "/#/paper", show_plan_paper, .roles = READERS, .flags = ROUTE_ASSESSMENT },
	{ METHOD_GET, "/#/paper/pdf", send_plan_paper, .roles = READERS,
	    .flags = ROUTE_ASSESSMENT | ROUTE_PAPERS },
	{ METHOD_GET, "/#/paper/odt", send_plan_paper, .roles = READERS,
	    .flags = ROUTE_ASSESSMENT | ROUTE_EXPORTS },
	{ METHOD_GET, "/#/paper/docx", send_plan_paper, .roles = READERS,
	    .flags = ROUTE_ASSESSMENT | ROUTE_EXPORTS },
	{ METHOD_GET, "/step/#", show_step, .roles = READERS },
	{ METHOD_POST, "/step/#", save_step, .roles = ROLE_OPERATOR, .fields = step_fields },
	{ METHOD_POST, "/step/#/done", finish_step, .roles = ROLE_OPERATOR },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("plan", routes);
}
