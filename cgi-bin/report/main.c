/* SPDX-License-Identifier: ISC */
/*
 * The program report: step 7, what came out, per agency and per region, and
 * how it came about.  Here are its list, its addresses, and who may come to
 * each of them.
 */
#include "report/report.h"

#include "document/export.h"
#include "document/listing.h"
#include "rules/workflow.h"
#include "frame/since.h"
#include "frame/words.h"
#include "base/banned.h"

enum {
	AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	REGION = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	FIGURES = REGION | ROLE_LEADER, /* who reads the figures of a region */
	CYCLES_A_PAGE = 30
};

enum { LIST_PAGE, LIST_MARK };
static const struct field list_fields[] = {
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_MARK] = EXPORT_MARK,
	{ NULL },
};

/* What the list shows: one's own assessments, or a page of the region's cycles. */
struct report_list {
	struct rows assessments, cycles;
	int64_t page;
	int64_t rows; /* of a page */
};

static int
read_list(struct context *context, int64_t rows, struct report_list *list)
{
	*list = (struct report_list){ .page = 1, .rows = rows };
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
		db_int(list->rows + 1), db_int((list->page - 1) * list->rows)));
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

/* Of the auditor's list as it opens. */
static int
read_list_since(struct context *context, const struct report_list *list, struct rows *since)
{
	*since = (struct rows){ .count = 0 };
	return context_may(context, ROLE_AUDITOR) && list->page == 1 ?
	    since_read(context, SINCE_OF_READERS, since) :
	    0;
}

static int
show_list(struct context *context, const struct report_list *list, const struct rows *since)
{
	static const struct since_page page = { .before = "/report/agency/", .after = "" };
	struct node *cycles = page_node(&context->page, "Cycles");

	since_fill(context, &page, since);
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
	struct rows since;
	int status = read_list(context, CYCLES_A_PAGE, &list);

	if (status == 0)
		status = read_list_since(context, &list, &since);
	return status != 0 ? status : show_list(context, &list, &since);
}

/* A line of the list as a file: an assessment, or a cycle. */
struct list_line {
	const char *name, *year, *state, *finished, *agencies, *reported;
};

static struct list_line
list_line_of_assessment(const struct rows *rows, size_t row)
{
	enum state state = STATE_NOT_STARTED;

	state_of(row_text(rows, row, "state"), &state);
	return (struct list_line){ .name = row_text(rows, row, "agency_name"),
		.year = row_text(rows, row, "year"),
		.state = state_name(state) };
}

static struct list_line
list_line_of_cycle(struct arena *arena, const struct rows *rows, size_t row)
{
	return (struct list_line){ .name = row_text(rows, row, "region_name"),
		.year = row_text(rows, row, "year"),
		.finished = row_text(rows, row, "finished"),
		.agencies = row_text(rows, row, "agencies"),
		.reported = row_null(rows, row, "reported_at") ?
		    "Belum" :
		    words_time(arena, row_text(rows, row, "reported_at"),
			row_text(rows, row, "timezone")) };
}

static int
report_send_list(struct context *context)
{
	static const struct listing_column assessments[] = {
		LISTING_MEMBER("Perangkat daerah", 50, struct list_line, name),
		LISTING_NUMBER("Tahun", 20, struct list_line, year),
		LISTING_MEMBER("Status", 30, struct list_line, state),
		{ .label = NULL },
	};
	static const struct listing_column cycles[] = {
		LISTING_MEMBER("Daerah", 35, struct list_line, name),
		LISTING_NUMBER("Tahun", 10, struct list_line, year),
		LISTING_NUMBER("Selesai", 10, struct list_line, finished),
		LISTING_NUMBER("Perangkat daerah", 10, struct list_line, agencies),
		LISTING_MEMBER("Terbit", 25, struct list_line, reported),
		{ .label = NULL },
	};
	bool own = context_may(context, AGENCY);
	struct listing listing = { .title = "Laporan",
		.columns = own ? assessments : cycles,
		.size = sizeof(struct list_line) };
	struct list_line *lines;
	struct report_list list;
	int status = read_list(context, LISTING_MAX, &list);

	if (status != 0)
		return status;
	listing.count = own ? list.assessments.count : list.cycles.count;
	listing.records = lines = arena_array(context->arena, listing.count + 1, sizeof(*lines));
	for (size_t row = 0; row < listing.count; row++)
		lines[row] = own ? list_line_of_assessment(&list.assessments, row) :
				   list_line_of_cycle(context->arena, &list.cycles, row);
	return listing_send(context, "laporan", &listing, 1);
}

static const struct route routes[] = {
	{ METHOD_GET, "/table.*", report_send_list, .roles = AGENCY | FIGURES,
	    .fields = list_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/agency/#/table.*", send_agency, .roles = AGENCY | FIGURES,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/", report_show_list, .roles = AGENCY | FIGURES, .fields = list_fields },
	{ METHOD_GET, "/overview", show_overview, .roles = ROLE_LEADER },
	{ METHOD_GET, "/agency/#", show_agency, .roles = AGENCY | FIGURES },
	{ METHOD_GET, "/agency/#/why", show_why, .roles = AGENCY | FIGURES },
	{ METHOD_GET, "/agency/#/lift", show_agency_lift, .roles = AGENCY | FIGURES },
	{ METHOD_GET, "/agency/#/compare", compare_agency, .roles = AGENCY | FIGURES,
	    .fields = compare_fields },
	{ METHOD_GET, "/agency/#/compare/table.*", send_compared_agency, .roles = AGENCY | FIGURES,
	    .fields = compare_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/region/#/compare/table.*", send_compared_region, .roles = FIGURES,
	    .fields = compare_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/region/#/compare", compare_region, .roles = FIGURES,
	    .fields = compare_fields },
	{ METHOD_GET, "/region/#/accuracy", show_accuracy, .roles = FIGURES },
	{ METHOD_GET, "/region/#/accuracy/table.*", send_accuracy, .roles = FIGURES,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/region/#/lift", show_region_lift, .roles = FIGURES },
	{ METHOD_GET, "/region/#/gaps", show_gaps, .roles = FIGURES },
	{ METHOD_GET, "/region/#/gaps/table.*", send_gaps, .roles = FIGURES,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/region/#", show_region, .roles = FIGURES },
	{ METHOD_GET, "/region/#/data.*", send_region_data, .roles = FIGURES,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/region/#/publish", ask_publish, .roles = ROLE_VERIFIER },
	{ METHOD_POST, "/region/#/publish", do_publish, .roles = ROLE_VERIFIER,
	    .fields = publish_fields },
	{ METHOD_GET, "/history/#", show_history, .roles = AGENCY | REGION,
	    .fields = history_fields },
	{ METHOD_GET, "/history", show_history, .roles = AGENCY | REGION,
	    .fields = history_fields },
	{ METHOD_GET, "/history/table.*", send_history, .roles = AGENCY | REGION,
	    .fields = history_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/history/#/table.*", send_history, .roles = AGENCY | REGION,
	    .fields = history_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/events", show_events, .roles = ROLE_AUDITOR, .fields = event_fields },
	{ METHOD_GET, "/events/table.*", send_events, .roles = ROLE_AUDITOR, .fields = event_fields,
	    .flags = ROUTE_EXPORTS },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("report", routes);
}
