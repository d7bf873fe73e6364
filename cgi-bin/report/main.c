/* SPDX-License-Identifier: ISC */
/*
 * The program report: step 7, what came out, per agency and per region, and
 * how it came about.  Here are its list, its addresses, and who may come to
 * each of them.
 */
#include "report/report.h"

#include "document/export.h"
#include "rules/workflow.h"
#include "frame/words.h"
#include "base/banned.h"

enum {
	AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	REGION = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	CYCLES_A_PAGE = 30
};

enum { LIST_PAGE };
static const struct field list_fields[] = {
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ NULL },
};

/* What the list shows: one's own assessments, or a page of the region's cycles. */
struct report_list {
	struct rows assessments, cycles;
	int64_t page;
};

static int
read_list(struct context *context, struct report_list *list)
{
	*list = (struct report_list){ .page = 1 };
	if (context_may(context, AGENCY))
		return context_status(context,
		    db_select(context->db, &list->assessments, STATEMENT_SIGNOFF_LIST_AGENCY,
			db_int(context->actor.agency_id)));
	if (!form_ok(&context->form))
		return 400;
	if (form_number(&context->form, LIST_PAGE) != 0)
		list->page = form_number(&context->form, LIST_PAGE);
	return context_status(context,
	    db_select(context->db, &list->cycles, STATEMENT_REPORT_CYCLES,
		db_int(context->actor.region_id), db_key(region_below(context)),
		db_int(CYCLES_A_PAGE + 1), db_int((list->page - 1) * CYCLES_A_PAGE)));
}

static void
fill_cycle(struct context *context, struct node *node, const struct rows *cycles, size_t row)
{
	const char *zone = row_text(cycles, row, "timezone");

	fill_row(node, cycles, row);
	node_set(node, "received",
	    words_time(context->arena, row_text(cycles, row, "received_at"), zone));
	node_set(node, "reported",
	    words_time(context->arena, row_text(cycles, row, "reported_at"), zone));
}

static int
show_list(struct context *context, const struct report_list *list)
{
	struct node *cycles = page_node(&context->page, "Cycles");

	fill_rows(page_node(&context->page, "Assessments"), &list->assessments);
	for (size_t row = 0; row < list->cycles.count && row < CYCLES_A_PAGE; row++)
		fill_cycle(context, node_row(cycles, row), &list->cycles, row);
	if (list->page > 1)
		page_set_int(&context->page, "List.previous", list->page - 1);
	if (list->cycles.count > CYCLES_A_PAGE)
		page_set_int(&context->page, "List.next", list->page + 1);
	return context_show(context, "report/list");
}

static int
report_show_list(struct context *context)
{
	struct report_list list;
	int status = read_list(context, &list);

	return status != 0 ? status : show_list(context, &list);
}

static const struct route routes[] = {
	{ METHOD_GET, "/", report_show_list, .roles = AGENCY | REGION, .fields = list_fields },
	{ METHOD_GET, "/agency/#", show_agency, .roles = AGENCY | REGION },
	{ METHOD_GET, "/agency/#/compare", compare_agency, .roles = AGENCY | REGION,
	    .fields = compare_fields },
	{ METHOD_GET, "/agency/#/compare/table.*", send_compared_agency, .roles = AGENCY | REGION,
	    .fields = compare_fields },
	{ METHOD_GET, "/region/#/compare/table.*", send_compared_region, .roles = REGION,
	    .fields = compare_fields },
	{ METHOD_GET, "/region/#/compare", compare_region, .roles = REGION,
	    .fields = compare_fields },
	{ METHOD_GET, "/region/#/accuracy", show_accuracy, .roles = REGION },
	{ METHOD_GET, "/region/#/accuracy/table.*", send_accuracy, .roles = REGION,
	    .fields = export_fields },
	{ METHOD_GET, "/region/#/gaps", show_gaps, .roles = REGION },
	{ METHOD_GET, "/region/#/gaps/table.*", send_gaps, .roles = REGION,
	    .fields = export_fields },
	{ METHOD_GET, "/region/#", show_region, .roles = REGION },
	{ METHOD_GET, "/region/#/data.*", send_region_data, .roles = REGION,
	    .fields = export_fields },
	{ METHOD_GET, "/region/#/publish", ask_publish, .roles = ROLE_VERIFIER },
	{ METHOD_POST, "/region/#/publish", do_publish, .roles = ROLE_VERIFIER,
	    .fields = publish_fields },
	{ METHOD_GET, "/history/#", show_history, .roles = AGENCY | REGION,
	    .fields = history_fields },
	{ METHOD_GET, "/history", show_history, .roles = AGENCY | REGION,
	    .fields = history_fields },
	{ METHOD_GET, "/history/table.*", send_history, .roles = AGENCY | REGION,
	    .fields = history_fields },
	{ METHOD_GET, "/history/#/table.*", send_history, .roles = AGENCY | REGION,
	    .fields = history_fields },
	{ METHOD_GET, "/events", show_events, .roles = ROLE_AUDITOR, .fields = event_fields },
	{ METHOD_GET, "/events/table.*", send_events, .roles = ROLE_AUDITOR,
	    .fields = event_fields },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("report", routes);
}
