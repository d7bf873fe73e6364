/* SPDX-License-Identifier: ISC */
/*
 * The program account: sign-in, the second factor, and what a person does
 * about the own account.  Here are its addresses, and who may come to each of
 * them.
 */
#include "account/account.h"
#include "base/banned.h"

static const struct route routes[] = {
	{ METHOD_GET, "/", show_sign_in, .roles = EVERYBODY, .fields = next_query,
	    .flags = ROUTE_HALF },
	{ METHOD_POST, "/", sign_in, .roles = EVERYBODY, .fields = sign_in_fields,
	    .flags = ROUTE_OWN_CSRF },
	/* The web server lets in here whom the site knows, and nobody else. */
	{ METHOD_GET, "/site", show_site_sign_in, .roles = EVERYBODY, .fields = next_query,
	    .flags = ROUTE_HALF },
	{ METHOD_POST, "/site", site_sign_in, .roles = EVERYBODY, .fields = site_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_POST, "/sign-out", sign_out, .roles = EVERYBODY, .flags = ROUTE_OWN_CSRF },
	{ METHOD_GET, "/start", start, .roles = ROLE_ANY, .flags = ROUTE_HALF },

	{ METHOD_GET, "/second-factor", show_factor, .roles = ROLE_ANY, .fields = next_query,
	    .flags = ROUTE_HALF },
	{ METHOD_POST, "/second-factor", give_code, .roles = ROLE_ANY, .fields = code_fields,
	    .flags = ROUTE_HALF },
	{ METHOD_GET, "/recovery", show_recovery, .roles = ROLE_ANY, .fields = next_query,
	    .flags = ROUTE_HALF },
	{ METHOD_POST, "/recovery", give_recovery, .roles = ROLE_ANY, .fields = code_fields,
	    .flags = ROUTE_HALF },
	/* The page that it leads to asks for the password again, where that is long ago. */
	{ METHOD_POST, "/second-factor/begin", begin_factor, .roles = ROLE_ANY,
	    .flags = ROUTE_HALF },
	{ METHOD_GET, "/second-factor/set-up", show_set_up, .roles = ROLE_ANY,
	    .flags = ROUTE_HALF | ROUTE_FRESH },
	{ METHOD_POST, "/second-factor/set-up", set_up, .roles = ROLE_ANY, .fields = set_up_fields,
	    .flags = ROUTE_HALF | ROUTE_FRESH },
	{ METHOD_GET, "/second-factor/codes", show_renew, .roles = ROLE_ANY },
	{ METHOD_POST, "/second-factor/codes", renew, .roles = ROLE_ANY,
	    .fields = password_only_fields, .flags = ROUTE_ONCE },
	{ METHOD_GET, "/second-factor/off", show_switch_off, .roles = ROLE_ANY },
	{ METHOD_POST, "/second-factor/off", switch_off, .roles = ROLE_ANY,
	    .fields = password_only_fields, .flags = ROUTE_ONCE },

	{ METHOD_GET, "/confirm", show_confirm, .roles = ROLE_ANY, .fields = next_query,
	    .flags = ROUTE_HALF },
	{ METHOD_POST, "/confirm", confirm_password, .roles = ROLE_ANY, .fields = confirm_fields,
	    .flags = ROUTE_HALF },
	{ METHOD_GET, "/password", show_password, .roles = ROLE_ANY, .fields = next_query,
	    .flags = ROUTE_HALF },
	{ METHOD_POST, "/password", change_password, .roles = ROLE_ANY, .fields = password_fields,
	    .flags = ROUTE_HALF },

	{ METHOD_GET, "/profile", show_profile, .roles = ROLE_ANY },
	{ METHOD_GET, "/profile/edit", show_details, .roles = ROLE_ANY },
	{ METHOD_POST, "/profile/edit", save_details, .roles = ROLE_ANY, .fields = details_fields },
	{ METHOD_GET, "/devices", show_devices, .roles = ROLE_ANY, .flags = ROUTE_FRESH },
	{ METHOD_POST, "/devices", end_devices, .roles = ROLE_ANY, .flags = ROUTE_FRESH },
	{ METHOD_GET, "/history", show_history, .roles = ROLE_ANY },

	{ METHOD_GET, "/agencies", show_agencies, .roles = ROLE_ANY },
	{ METHOD_POST, "/agencies", serve_agency, .roles = ROLE_ANY, .fields = agencies_fields },

	{ METHOD_POST, "/tour", move_tour, .roles = ROLE_ANY, .fields = tour_fields },

	{ METHOD_GET, "/hand-over", show_hand_over, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/hand-over", hand_over, .roles = ROLE_OPERATOR,
	    .fields = hand_over_fields },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("account", routes);
}
