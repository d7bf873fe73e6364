/* SPDX-License-Identifier: ISC */
#include "account/account.h"
#include "base/banned.h"

static const struct route routes[] = {
	{ METHOD_GET, "/", show_sign_in, 0, sign_in_query, ROUTE_HALF },
	{ METHOD_POST, "/", sign_in, 0, sign_in_fields, ROUTE_OWN_CSRF },
	{ METHOD_POST, "/sign-out", sign_out, 0, NULL, ROUTE_OWN_CSRF },
	{ METHOD_GET, "/start", start, ROLE_ANY, NULL, ROUTE_HALF },
	{ .pattern = NULL },
};

int
main(void)
{
	return visit_run("account", routes);
}
