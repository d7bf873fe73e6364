/* SPDX-License-Identifier: ISC */
/*
 * The program exchange: data for other programs and for other instances.
 * Here are its addresses, and who may come to each of them.
 */
#include "exchange/exchange.h"
#include "base/banned.h"

enum { REGION = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR };

static const struct route routes[] = {
	{ METHOD_GET, "/", show_tokens, ROLE_ADMIN, tokens_query, ROUTE_FRESH, JUDGES_NOTHING },
	{ METHOD_POST, "/tokens", add_token, ROLE_ADMIN, token_fields, ROUTE_FRESH | ROUTE_ONCE,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/tokens/#/end", end_token, ROLE_ADMIN, NULL, ROUTE_FRESH, JUDGES_NOTHING },
	{ METHOD_GET, "/instrument/#/*", send_instrument, ROLE_ADMIN | REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/assessment/#/json", send_assessment, REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/cycles", show_sending, ROLE_ADMIN | ROLE_AUDITOR, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/cycles/#/package", send_cycle, ROLE_ADMIN | ROLE_AUDITOR, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/peers", show_peers, ROLE_ADMIN, NULL, ROUTE_FRESH, JUDGES_NOTHING },
	{ METHOD_POST, "/peers", add_peer, ROLE_ADMIN, peer_fields, ROUTE_FRESH | ROUTE_ONCE,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/peers/#/end", end_peer, ROLE_ADMIN, peer_end_fields, ROUTE_FRESH,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/import", show_imports, ROLE_ADMIN, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/import", take_in, ROLE_ADMIN, import_fields, ROUTE_ONCE, JUDGES_NOTHING },
	{ METHOD_GET, "/import/#", show_package, ROLE_ADMIN, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/import/#/take", take_over, ROLE_ADMIN, NULL, ROUTE_ONCE, JUDGES_NOTHING },
	{ METHOD_GET, "/schema/*", show_schema, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/api/openapi.json", show_description, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/api/instruments", api_instruments, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/api/instruments/#", api_instrument, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/api/cycles", api_cycles, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/api/cycles/#", api_cycle, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/api/cycles/#/assessments", api_assessments, 0, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/api/cycles/#/package", api_package, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	/* As the interface called it first: programs of others ask for it. */
	{ METHOD_GET, "/api/cycles/#/bundle", api_package, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/api/assessments/#", api_assessment, 0, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("exchange", routes);
}
