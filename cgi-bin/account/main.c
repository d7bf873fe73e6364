/* SPDX-License-Identifier: ISC */
/*
 * The program account: sign-in, the second factor, and what a person does
 * about the own account.  Here are its addresses, and who may come to each of
 * them.
 */
#include "account/account.h"
#include "base/banned.h"

static const struct route routes[] = {
	{ METHOD_GET, "/", show_sign_in, 0, next_query, ROUTE_HALF, JUDGES_NOTHING },
	{ METHOD_POST, "/", sign_in, 0, sign_in_fields, ROUTE_OWN_CSRF, JUDGES_NOTHING },
	{ METHOD_POST, "/sign-out", sign_out, 0, NULL, ROUTE_OWN_CSRF, JUDGES_NOTHING },
	{ METHOD_GET, "/start", start, ROLE_ANY, NULL, ROUTE_HALF, JUDGES_NOTHING },

	{ METHOD_GET, "/second-factor", show_factor, ROLE_ANY, next_query, ROUTE_HALF,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/second-factor", give_code, ROLE_ANY, code_fields, ROUTE_HALF,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/recovery", show_recovery, ROLE_ANY, next_query, ROUTE_HALF,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/recovery", give_recovery, ROLE_ANY, code_fields, ROUTE_HALF,
	    JUDGES_NOTHING },
	/* The page that it leads to asks for the password again, where that is long ago. */
	{ METHOD_POST, "/second-factor/begin", begin_factor, ROLE_ANY, NULL, ROUTE_HALF,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/second-factor/set-up", show_set_up, ROLE_ANY, NULL,
	    ROUTE_HALF | ROUTE_FRESH, JUDGES_NOTHING },
	{ METHOD_POST, "/second-factor/set-up", set_up, ROLE_ANY, set_up_fields,
	    ROUTE_HALF | ROUTE_FRESH, JUDGES_NOTHING },
	{ METHOD_GET, "/second-factor/codes", show_renew, ROLE_ANY, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/second-factor/codes", renew, ROLE_ANY, password_only_fields, ROUTE_ONCE,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/second-factor/off", show_switch_off, ROLE_ANY, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/second-factor/off", switch_off, ROLE_ANY, password_only_fields, ROUTE_ONCE,
	    JUDGES_NOTHING },

	{ METHOD_GET, "/confirm", show_confirm, ROLE_ANY, next_query, ROUTE_HALF, JUDGES_NOTHING },
	{ METHOD_POST, "/confirm", confirm_password, ROLE_ANY, confirm_fields, ROUTE_HALF,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/password", show_password, ROLE_ANY, next_query, ROUTE_HALF,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/password", change_password, ROLE_ANY, password_fields, ROUTE_HALF,
	    JUDGES_NOTHING },

	{ METHOD_GET, "/profile", show_profile, ROLE_ANY, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/profile/edit", show_details, ROLE_ANY, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/profile/edit", save_details, ROLE_ANY, details_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/devices", show_devices, ROLE_ANY, NULL, ROUTE_FRESH, JUDGES_NOTHING },
	{ METHOD_POST, "/devices", end_devices, ROLE_ANY, NULL, ROUTE_FRESH, JUDGES_NOTHING },
	{ METHOD_GET, "/history", show_history, ROLE_ANY, NULL, ROUTE_PLAIN, JUDGES_NOTHING },

	{ METHOD_GET, "/hand-over", show_hand_over, ROLE_OPERATOR, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/hand-over", hand_over, ROLE_OPERATOR, hand_over_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("account", routes);
}
