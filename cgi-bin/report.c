/* SPDX-License-Identifier: ISC */
#include "step/visit.h"
#include "base/banned.h"

static const struct route routes[] = {
	{ .pattern = NULL },
};

int
main(void)
{
	return visit_run("report", routes);
}
