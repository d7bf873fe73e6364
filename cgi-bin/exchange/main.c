/* SPDX-License-Identifier: ISC */
/*
 * The program exchange: data for other programs and for other instances.
 * Here are its addresses, and who may come to each of them.
 */
#include "document/export.h"
#include "exchange/exchange.h"
#include "base/banned.h"

enum { REGION = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR };

static const struct route routes[] = {
	{ METHOD_GET, "/", show_tokens, .roles = ROLE_ADMIN, .fields = tokens_query,
	    .flags = ROUTE_FRESH },
	{ METHOD_GET, "/table.*", send_tokens, .roles = ROLE_ADMIN, .fields = tokens_query,
	    .flags = ROUTE_FRESH | ROUTE_EXPORTS },
	{ METHOD_POST, "/tokens", add_token, .roles = ROLE_ADMIN, .fields = token_fields,
	    .flags = ROUTE_FRESH | ROUTE_ONCE },
	{ METHOD_POST, "/tokens/#/end", end_token, .roles = ROLE_ADMIN, .flags = ROUTE_FRESH },
	{ METHOD_GET, "/instrument/#/*", send_instrument, .roles = ROLE_ADMIN | REGION,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/assessment/#/json", send_assessment, .roles = REGION,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/cycles", show_sending, .roles = ROLE_ADMIN | ROLE_AUDITOR },
	{ METHOD_GET, "/cycles/table.*", send_sending, .roles = ROLE_ADMIN | ROLE_AUDITOR,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/cycles/#/package", send_cycle, .roles = ROLE_ADMIN | ROLE_AUDITOR,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/peers", show_peers, .roles = ROLE_ADMIN, .flags = ROUTE_FRESH },
	{ METHOD_GET, "/peers/table.*", send_peers, .roles = ROLE_ADMIN, .fields = export_fields,
	    .flags = ROUTE_FRESH | ROUTE_EXPORTS },
	{ METHOD_POST, "/peers", add_peer, .roles = ROLE_ADMIN, .fields = peer_fields,
	    .flags = ROUTE_FRESH | ROUTE_ONCE },
	{ METHOD_POST, "/peers/#/end", end_peer, .roles = ROLE_ADMIN, .fields = peer_end_fields,
	    .flags = ROUTE_FRESH },
	{ METHOD_GET, "/import", show_imports, .roles = ROLE_ADMIN },
	{ METHOD_GET, "/import/table.*", send_imports, .roles = ROLE_ADMIN, .fields = export_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_POST, "/import", take_in, .roles = ROLE_ADMIN, .fields = import_fields,
	    .flags = ROUTE_ONCE | ROUTE_UPLOADS },
	{ METHOD_GET, "/import/#", show_package, .roles = ROLE_ADMIN },
	{ METHOD_POST, "/import/#/take", take_over, .roles = ROLE_ADMIN, .flags = ROUTE_ONCE },
	{ METHOD_GET, "/schema/*", show_schema, .roles = EVERYBODY },
	{ METHOD_GET, "/api/openapi.json", show_description, .roles = EVERYBODY },
	{ METHOD_GET, "/api/instruments", api_instruments, .roles = EVERYBODY },
	{ METHOD_GET, "/api/instruments/#", api_instrument, .roles = EVERYBODY },
	{ METHOD_GET, "/api/cycles", api_cycles, .roles = EVERYBODY },
	{ METHOD_GET, "/api/cycles/#", api_cycle, .roles = EVERYBODY },
	{ METHOD_GET, "/api/cycles/#/assessments", api_assessments, .roles = EVERYBODY },
	{ METHOD_GET, "/api/cycles/#/package", api_package, .roles = EVERYBODY },
	/* As the interface called it first: programs of others ask for it. */
	{ METHOD_GET, "/api/cycles/#/bundle", api_package, .roles = EVERYBODY },
	{ METHOD_GET, "/api/assessments/#", api_assessment, .roles = EVERYBODY },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("exchange", routes);
}
