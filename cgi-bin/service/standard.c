/* SPDX-License-Identifier: ISC */
/*
 * The service standard for the public, in the headings of SIPPN, from the same rows that
 * the service works by.
 */
#include "service/service.h"

#include <string.h>

#include "frame/kept.h"
#include "base/banned.h"

enum { STANDARDS_REGION };
const struct field standards_fields[] = {
	[STANDARDS_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

static int
show_standard_list(struct context *context, const char *list, const struct rows *rows)
{
	fill_rows(page_node(&context->page, list), rows);
	return context_show(context, "service/standards");
}

/* The services of one region, or the regions that have some. */
int
show_standards(struct context *context)
{
	int64_t region = form_number(&context->form, STANDARDS_REGION);
	struct rows rows;
	int status = context_status(context,
	    region > 0 ?
		kept_world_select(context, &rows, STATEMENT_SERVICE_STANDARDS, db_int(region)) :
		kept_world_select(context, &rows, STATEMENT_SERVICE_REGIONS));

	return status != 0 ?
	    status :
	    show_standard_list(context, region > 0 ? "Standards" : "Regions", &rows);
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
