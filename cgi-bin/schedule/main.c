/* SPDX-License-Identifier: ISC */
/*
 * The program schedule: when which step is planned and when it was done, as pages
 * and for calendars, and more time for who asks for it.
 */
#include "document/export.h"
#include "schedule/schedule.h"
#include "base/banned.h"

enum { ROLES = ROLE_OPERATOR | ROLE_HEAD | ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR };

static const struct route routes[] = {
	{ METHOD_GET, "/", show_schedule, .roles = ROLES },
	{ METHOD_GET, "/table.*", send_schedule, .roles = ROLES, .fields = export_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/calendar", send_calendar, .roles = ROLES },
	{ METHOD_GET, "/feed", send_feed, .roles = EVERYBODY, .fields = feed_fields },
	{ METHOD_GET, "/address", show_address, .roles = ROLES },
	{ METHOD_POST, "/address", make_address, .roles = ROLES, .fields = address_fields },
	{ METHOD_POST, "/address/withdraw", withdraw_address, .roles = ROLES },
	{ METHOD_GET, "/#/", show_agency_schedule, .roles = ROLES, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/request", ask_for_time, .roles = ROLE_OPERATOR, .fields = request_fields,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/#/answer", answer_request, .roles = ROLE_VERIFIER, .fields = answer_fields,
	    .flags = ROUTE_ASSESSMENT, .judges = JUDGES_ASSESSMENT },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("schedule", routes);
}
