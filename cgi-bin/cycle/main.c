/* SPDX-License-Identifier: ISC */
#include "cycle/cycle.h"
#include "base/banned.h"

enum { TEAM = ROLE_ADMIN | ROLE_VERIFIER };	/* tells the agencies */

/*
 * Steps 1 to 3 of the service, and the administrator's other business:
 * regions, agencies, accounts, instruments, holidays, cycles, notices.
 */
static const struct route routes[] = {
	{ METHOD_GET, "/", show_home, TEAM, NULL, ROUTE_PLAIN },

	{ METHOD_GET, "/regions", show_regions, ROLE_ADMIN,
	    region_list_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/regions/new", new_region, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/regions/new", create_region, ROLE_ADMIN,
	    region_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/regions/#", show_region, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/regions/#/edit", edit_region, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/regions/#/edit", update_region, ROLE_ADMIN,
	    region_fields, ROUTE_PLAIN },

	{ METHOD_GET, "/agencies", show_agencies, ROLE_ADMIN,
	    agency_list_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/agencies/new", new_agency, ROLE_ADMIN,
	    agency_new_fields, ROUTE_PLAIN },
	{ METHOD_POST, "/agencies/new", create_agency, ROLE_ADMIN,
	    agency_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/agencies/#", show_agency, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/agencies/#/edit", edit_agency, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/agencies/#/edit", update_agency, ROLE_ADMIN,
	    agency_fields, ROUTE_PLAIN },
	{ METHOD_POST, "/agencies/#/active", set_agency_active, ROLE_ADMIN,
	    agency_active_fields, ROUTE_PLAIN },

	{ METHOD_GET, "/accounts", show_accounts, ROLE_ADMIN,
	    account_list_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/accounts/new", new_account, ROLE_ADMIN,
	    account_start_fields, ROUTE_PLAIN },
	{ METHOD_POST, "/accounts/new", create_account, ROLE_ADMIN,
	    account_new_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/accounts/#", show_account, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/accounts/#/edit", edit_account, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/accounts/#/edit", update_account, ROLE_ADMIN,
	    account_edit_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/accounts/#/password", confirm_account_action, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/accounts/#/password", reset_account_password, ROLE_ADMIN,
	    account_reason_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/accounts/#/second-factor", confirm_account_action, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/accounts/#/second-factor", reset_account_second_factor, ROLE_ADMIN,
	    account_reason_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/accounts/#/end", confirm_account_action, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/accounts/#/end", end_account, ROLE_ADMIN,
	    account_reason_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/accounts/#/hand-over", confirm_hand_over, ROLE_ADMIN,
	    NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/accounts/#/hand-over", hand_over_account, ROLE_ADMIN,
	    account_successor_fields, ROUTE_PLAIN },

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

	{ METHOD_GET, "/notice", show_notices, TEAM, NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/notice/#", show_notice, TEAM, notice_list_fields,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/notice/#/print", print_notice, TEAM, NULL,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/notice/#/letter", set_notice_letter, TEAM,
	    notice_letter_fields, ROUTE_PLAIN },
	{ METHOD_POST, "/notice/#/told", tell_agencies, TEAM,
	    notice_told_fields, ROUTE_PLAIN },
	{ .pattern = NULL },
};

int
main(void)
{
	return visit_run("cycle", routes);
}
