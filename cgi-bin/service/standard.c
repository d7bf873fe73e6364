/* SPDX-License-Identifier: ISC */
/*
 * The service standard for the public, in the headings of SIPPN, from the same rows that
 * the service works by.
 */
#include "service/service.h"

#include <string.h>

#include "assessment/scaled.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "rules/satisfaction.h"
#include "store/setting.h"
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

/* What people thought of it in twelve months. */
struct opinion {
	char from[DAY_TEXT], until[DAY_TEXT];
	struct rows rows;
	int64_t least;
};

/*
 * The twelve months before this one: a month that goes on would tell with every answer what the
 * last one was.
 */
static int
read_opinion(struct context *context, const struct service *service, struct opinion *opinion)
{
	struct date today = day_date(words_today(service->zone));
	int result = setting_number(context->db, SETTING_SERVICE_SURVEY, &opinion->least);

	day_format(opinion->from, day_of(today.year - 1, today.month, 1));
	day_format(opinion->until, day_of(today.year, today.month, 1) - 1);
	if (result == 0 && opinion->least > 0)
		result = db_select(context->db, &opinion->rows, STATEMENT_SERVICE_SURVEY_PUBLIC,
		    db_int(service->agency_id), db_text(opinion->from), db_text(opinion->until),
		    db_int(service->service_id));
	return context_status(context, result);
}

static void
fill_satisfaction(struct context *context, const struct opinion *opinion)
{
	int64_t respondents = opinion->rows.count > 0 ?
	    row_int(&opinion->rows, 0, "respondents") :
	    0;
	struct node *node;
	int64_t index;

	if (respondents == 0 || respondents < opinion->least)
		return;
	index = satisfaction_index(row_int(&opinion->rows, 0, "total"), respondents);
	node = page_node(&context->page, "Opinion");
	node_set(node, "index", scaled_number(context->arena, index, 2));
	node_set(node, "mark",
	    arena_format(context->arena, "%c (%s)", satisfaction_mark(index),
		satisfaction_mark_word(satisfaction_mark(index))));
	node_set_int(node, "respondents", respondents);
	node_set(node, "span", words_period(context->arena, opinion->from, opinion->until));
}

int
show_standard(struct context *context)
{
	struct opinion opinion = { .least = 0 };
	struct service service;
	int status = service_load_published(context, context->keys[0], &service);

	if (status == 0)
		status = read_opinion(context, &service, &opinion);
	if (status != 0)
		return status;
	service_fill(context, &service);
	fill_satisfaction(context, &opinion);
	return context_show(context, "service/standard");
}
