/* SPDX-License-Identifier: ISC */
/*
 * The program inventory.  Here are its addresses, and who may come to each of them:
 * operators write what is their agency's, administrators that of a whole region; who
 * looks after a region reads all of it, and its leaders see the walls and the report.
 */
#include "inventory/inventory.h"

#include "base/banned.h"

enum {
	AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	TEAM = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR | ROLE_ADMIN | ROLE_LEADER,
	WRITERS = ROLE_OPERATOR | ROLE_ADMIN
};

static const struct route routes[] = {
	{ METHOD_GET, "/", show_inventory, .roles = AGENCY | TEAM,
	    .fields = inventory_list_fields },
	{ METHOD_GET, "/table.*", send_inventory, .roles = AGENCY | TEAM,
	    .fields = inventory_list_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/new", show_new_application, .roles = WRITERS,
	    .fields = inventory_place_fields },
	{ METHOD_POST, "/new", add_application, .roles = WRITERS, .fields = application_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_GET, "/import", show_inventory_import, .roles = WRITERS,
	    .fields = inventory_place_fields },
	{ METHOD_POST, "/import", preview_inventory, .roles = WRITERS,
	    .fields = inventory_import_fields, .flags = ROUTE_UPLOADS },
	{ METHOD_POST, "/import/columns", reread_inventory, .roles = WRITERS,
	    .fields = inventory_reread_fields },
	{ METHOD_POST, "/import/store", store_inventory, .roles = WRITERS,
	    .fields = inventory_store_fields },
	{ METHOD_GET, "/wall", show_inventory_wall, .roles = TEAM,
	    .fields = inventory_place_fields },
	{ METHOD_GET, "/command", show_command, .roles = TEAM, .fields = inventory_place_fields },
	{ METHOD_GET, "/report", show_inventory_report, .roles = TEAM,
	    .fields = inventory_place_fields },
	{ METHOD_GET, "/report/pdf", send_inventory_report, .roles = TEAM,
	    .fields = inventory_place_fields, .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/report/odt", send_inventory_report, .roles = TEAM,
	    .fields = inventory_place_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/report/docx", send_inventory_report, .roles = TEAM,
	    .fields = inventory_place_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/budget", show_budget, .roles = TEAM, .fields = inventory_place_fields },
	{ METHOD_POST, "/budget", put_budget, .roles = ROLE_ADMIN, .fields = budget_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_GET, "/#", show_application, .roles = AGENCY | TEAM },
	{ METHOD_GET, "/#/edit", show_application_edit, .roles = WRITERS },
	{ METHOD_POST, "/#/edit", edit_application, .roles = WRITERS,
	    .fields = application_edit_fields },
	{ METHOD_POST, "/#/remove", remove_application, .roles = WRITERS,
	    .fields = application_remove_fields },
	{ METHOD_POST, "/#/count", put_count, .roles = WRITERS, .fields = count_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_POST, "/#/count/remove", remove_count, .roles = WRITERS,
	    .fields = count_remove_fields },
	{ METHOD_POST, "/#/ask", ask_link, .roles = WRITERS },
	{ METHOD_POST, "/#/told", tell_link, .roles = WRITERS, .fields = link_told_fields,
	    .flags = ROUTE_ONCE },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("inventory", routes);
}
