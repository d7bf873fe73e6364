/* SPDX-License-Identifier: ISC */
/*
 * The service standard for the public, in the headings of SIPPN, from the same rows that
 * the service works by.
 */
#include "service/service.h"

#include <string.h>

#include "frame/kept.h"
#include "base/banned.h"

int
show_standards(struct context *context)
{
	struct rows rows;
	int status = context_status(context,
	    kept_world_select(context, &rows, STATEMENT_SERVICE_STANDARDS));

	if (status != 0)
		return status;
	fill_rows(page_node(&context->page, "Standards"), &rows);
	return context_show(context, "service/standards");
}

int
show_standard(struct context *context)
{
	struct service service;
	int status = service_load_published(context, context->keys[0], &service);

	if (status != 0)
		return status;
	service_fill(context, &service);
	return context_show(context, "service/standard");
}
