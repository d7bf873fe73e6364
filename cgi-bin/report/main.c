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

static int
report_list_agency(struct context *context)
{
	struct node *list = page_node(&context->page, "Assessments");
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNOFF_LIST_AGENCY,
	    db_int(context->actor.agency_id));

	if (result < 0)
		return context_status(context, result);
	fill_rows(list, &rows);
	return context_show(context, "report/list");
}

static int
report_show_list(struct context *context)
{
	struct node *list = page_node(&context->page, "Cycles");
	int64_t page = form_number(&context->form, LIST_PAGE);
	struct rows rows;
	int result;

	if (context_may(context, AGENCY))
		return report_list_agency(context);
	if (!form_ok(&context->form))
		return 400;
	if (page == 0)
		page = 1;
	result = db_select(context->db, &rows, STATEMENT_REPORT_CYCLES,
	    db_int(context->actor.region_id), db_key(region_below(context)),
	    db_int(CYCLES_A_PAGE + 1), db_int((page - 1) * CYCLES_A_PAGE));
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count && row < CYCLES_A_PAGE; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "received",
		    words_time(context->arena, row_text(&rows, row, "received_at"),
			row_text(&rows, row, "timezone")));
		node_set(node, "reported",
		    words_time(context->arena, row_text(&rows, row, "reported_at"),
			row_text(&rows, row, "timezone")));
	}
	if (page > 1)
		page_set_int(&context->page, "List.previous", page - 1);
	if (rows.count > CYCLES_A_PAGE)
		page_set_int(&context->page, "List.next", page + 1);
	return context_show(context, "report/list");
}

static const struct route routes[] = {
	{ METHOD_GET, "/", report_show_list, AGENCY | REGION, list_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/agency/#", show_agency, AGENCY | REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/agency/#/compare", compare_agency, AGENCY | REGION, compare_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/agency/#/compare/table.*", send_compared_agency, AGENCY | REGION,
	    compare_fields, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/compare/table.*", send_compared_region, REGION, compare_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/compare", compare_region, REGION, compare_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/accuracy", show_accuracy, REGION, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/accuracy/table.*", send_accuracy, REGION, export_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/gaps", show_gaps, REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/gaps/table.*", send_gaps, REGION, export_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/region/#", show_region, REGION, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/data.*", send_region_data, REGION, export_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/region/#/publish", ask_publish, ROLE_VERIFIER, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/region/#/publish", do_publish, ROLE_VERIFIER, publish_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/history/#", show_history, AGENCY | REGION, history_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/history", show_history, AGENCY | REGION, history_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/history/table.*", send_history, AGENCY | REGION, history_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/history/#/table.*", send_history, AGENCY | REGION, history_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/events", show_events, ROLE_AUDITOR, event_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/events/table.*", send_events, ROLE_AUDITOR, event_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("report", routes);
}
