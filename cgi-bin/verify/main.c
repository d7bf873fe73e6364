/* SPDX-License-Identifier: ISC */
#include "verify/verify.h"

#include "base/banned.h"

enum {
	TEAM = ROLE_VERIFIER | ROLE_VALIDATOR,
	READERS = TEAM | ROLE_AUDITOR
};

/* "Lanjutkan": the variable to be judged next, or the overview. */
static int
go_on(struct visit *visit)
{
	const struct board_row *next;
	struct bench bench;
	struct board board;
	int status = bench_find(visit, &bench);

	if (status == 0)
		status = board_load(visit, &bench, &board);
	if (status != 0)
		return status;
	next = board_next(&board, bench.tier, 0);
	if (next == NULL)
		return visit_redirect(visit, "/verify/%lld/",
		    (long long)bench.assessment.id);
	return visit_redirect(visit, "/verify/%lld/%lld",
	    (long long)bench.assessment.id, (long long)next->number);
}

static const struct route routes[] = {
	{ METHOD_GET, "/", show_wall, READERS, wall_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/checklist", show_checklist, READERS, checklist_fields,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/#/", show_overview, READERS, NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/#/next", go_on, READERS, NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/#/undecided", go_undecided, READERS, undecided_fields,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/#/finish", finish, TEAM, finish_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/#/return", show_return, TEAM, NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/#/return", send_back, TEAM, return_fields,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/#/#", show_variable, READERS, show_fields,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/#/#", save_variable, TEAM, save_fields, ROUTE_PLAIN },
	{ .pattern = NULL },
};

int
main(void)
{
	return visit_run("verify", routes);
}
