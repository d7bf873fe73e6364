/* SPDX-License-Identifier: ISC */
/*
 * What the public sees: reported figures, the service standard, the check of
 * papers, and the data addresses of the contract.
 */
#include "portal/demo.h"

#include <string.h>

#include "document/chart.h"
#include "assessment/results.h"
#include "document/issued.h"
#include "frame/words.h"
#include "store/throttle.h"
#include "base/banned.h"

enum {
	CYCLES_A_PAGE = 20,
	CHECKS_A_WINDOW = 60,	/* of one address, so that codes are not tried */
	WINDOW_MINUTES = 10
};

enum { LIST_PAGE };
static const struct field list_fields[] = {
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1,
	    .max = 100000 },
	{ NULL }
};

enum { CHECK_CODE };
static const struct field check_fields[] = {
	[CHECK_CODE] = { "code", FIELD_TEXT, "Kode dokumen", .max = 60 },
	{ NULL }
};

static int
show_front(struct visit *visit)
{
	int64_t page = form_number(&visit->form, LIST_PAGE);
	struct node *list = page_node(&visit->page, "Cycles");
	struct rows rows;
	int result;

	if (!form_ok(&visit->form))
		return 400;
	if (page == 0)
		page = 1;
	result = db_select(visit->db, &rows, STATEMENT_FIGURES_REPORTED,
	    db_int(CYCLES_A_PAGE + 1), db_int((page - 1) * CYCLES_A_PAGE));
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count && row < CYCLES_A_PAGE; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "reported", words_time(visit->arena,
		    row_text(&rows, row, "reported_at"),
		    row_text(&rows, row, "timezone")));
	}
	page_set_int(&visit->page, "List.page", page);
	if (page > 1)
		page_set_int(&visit->page, "List.previous", page - 1);
	if (rows.count > CYCLES_A_PAGE)
		page_set_int(&visit->page, "List.next", page + 1);
	demo_fill(visit);
	return visit_show(visit, "portal/front");
}

/* Code of the region and year of the path, if that cycle was reported. */
static int
load_reported(struct visit *visit, const char *year_text,
    struct figures *figures)
{
	struct rows rows;
	int64_t year = 0;
	int result;

	for (; *year_text >= '0' && *year_text <= '9' && year < 10000;
	    year_text++)
		year = year * 10 + (*year_text - '0');
	if (*year_text != '\0')
		return 404;
	result = db_select(visit->db, &rows, STATEMENT_FIGURES_CYCLE_REPORTED,
	    db_text(visit->words[0]), db_int(year));
	if (result < 0)
		return visit_status(visit, result);
	return result == 0 ? 404 : figures_load(visit, row_int(&rows, 0,
	    "id"), figures);
}

static int
show_region(struct visit *visit)
{
	struct region_charts charts;
	struct figures figures;
	int status = load_reported(visit, visit->words[1], &figures);

	if (status == 0)
		status = charts_of_region(visit, &figures, true, &charts);
	if (status != 0)
		return status;
	figures_fill(visit, &figures);
	if (figures.assessed > 0) {
		CHART_FILL(visit, "distribution", distribution,
		    &charts.distribution);
		chart_fill_trend(visit, &charts.trend);
	}
	return visit_show(visit, "portal/region");
}

/* "2025.json" or "2025.csv": the kind is the ending of the address. */
static int
send_data(struct visit *visit)
{
	struct buffer body = { .arena = visit->arena };
	struct figures figures;
	char *year = arena_text(visit->arena, visit->words[1]);
	char *kind = strrchr(year, '.');
	bool json;
	int status;

	if (kind == NULL)
		return 404;
	*kind++ = '\0';
	json = strcmp(kind, "json") == 0;
	if (!json && strcmp(kind, "csv") != 0)
		return 404;
	status = load_reported(visit, year, &figures);
	if (status != 0)
		return status;
	if (json)
		figures_json(&figures, &body);
	else
		figures_csv(&figures, &body);
	/* Published figures may be read by any page of anyone. */
	answer_header(visit->request, "Access-Control-Allow-Origin", "*");
	answer_header(visit->request, "Cache-Control", "public, max-age=300");
	answer_send(visit->request, 200, json ?
	    "application/json; charset=utf-8" : "text/csv; charset=utf-8",
	    body.bytes, body.length);
	return 0;
}

static int
show_service(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PORTAL_CHANNELS);

	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Channels"), &rows);
	return visit_show(visit, "portal/service");
}

/* Codes cannot be guessed, but nobody needs to try thousands of them. */
static int
count_check(struct visit *visit)
{
	int result = throttle_count(visit->db, &(struct throttle){
	    .kind = "check", .key = visit->request->address,
	    .limit = CHECKS_A_WINDOW, .minutes = WINDOW_MINUTES });

	if (result < 0)
		return visit_status(visit, result);
	if (result == 0)
		return visit_refuse(visit, 429, "Terlalu banyak pemeriksaan "
		    "dari alamat ini. Coba lagi setelah %d menit.",
		    WINDOW_MINUTES);
	return 0;
}

static int
show_check(struct visit *visit)
{
	struct paper paper;
	int status;

	if (*form_text(&visit->form, CHECK_CODE) == '\0')
		return visit_show(visit, "portal/check");
	if (!form_ok(&visit->form))
		return visit_show_errors(visit, "portal/check");
	status = count_check(visit);
	if (status != 0)
		return status;
	status = paper_find(visit, form_text(&visit->form, CHECK_CODE),
	    &paper);
	if (status == 404) {
		form_error(&visit->form, CHECK_CODE, "Tidak ada dokumen "
		    "dengan kode ini. Periksa lagi 26 huruf dan angka yang "
		    "tercetak di bawah kode QR.");
		fill_form(visit);
		return visit_show_status(visit, "portal/check", 404);
	}
	if (status != 0)
		return status;
	fill_form(visit);
	paper_fill(visit, &paper);
	return visit_show(visit, "portal/paper");
}

static const struct route routes[] = {
	{ METHOD_GET, "/", show_front, 0, list_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/service", show_service, 0, NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/check", show_check, 0, check_fields, ROUTE_PLAIN },
	{ METHOD_GET, "/region/*/*", show_region, 0, NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/data/*/*", send_data, 0, NULL, ROUTE_PLAIN },
	{ .pattern = NULL }
};

int
main(void)
{
	return visit_run("portal", routes);
}
