/* SPDX-License-Identifier: ISC */
#include "cycle/cycle.h"
#include "base/banned.h"

/*
 * Steps 1 to 3 of the service, and the administrator's other business:
 * regions, agencies, accounts, instruments, holidays, cycles, notices.
 */
static const struct route routes[] = {
	{ METHOD_GET, "/", show_home, ROLE_ADMIN | ROLE_VERIFIER, NULL,
	    ROUTE_PLAIN },

	{ METHOD_GET, "/cycles", show_cycles, ROLE_ADMIN, cycle_list_fields,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/cycles/new", new_cycle, ROLE_ADMIN, NULL,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/cycles/new", create_cycle, ROLE_ADMIN, cycle_fields,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/cycles/#", show_cycle, ROLE_ADMIN, NULL,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/cycles/#/edit", edit_cycle, ROLE_ADMIN, NULL,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/cycles/#/edit", update_cycle, ROLE_ADMIN,
	    cycle_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/cycles/#/open", confirm_open, ROLE_ADMIN, NULL,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/cycles/#/open", open_cycle, ROLE_ADMIN,
	    cycle_version_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/cycles/#/plan", show_replan, ROLE_ADMIN, NULL,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/cycles/#/plan", replan_cycle, ROLE_ADMIN,
	    replan_fields, ROUTE_PLAIN },
	{ METHOD_POST, "/cycles/#/agencies", add_cycle_agency, ROLE_ADMIN,
	    cycle_agency_fields, ROUTE_PLAIN },
	{ .pattern = NULL },
};

int
main(void)
{
	return visit_run("cycle", routes);
}
