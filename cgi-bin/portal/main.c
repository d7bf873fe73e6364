/* SPDX-License-Identifier: ISC */
/*
 * The program portal: what the public sees.  Reported results, the service
 * standard, the check of papers, and the data addresses of the contract;
 * evidence never.
 */
#include "portal/catalog.h"
#include "portal/demo.h"
#include "portal/published.h"

#include <string.h>

#include "document/issued.h"
#include "frame/kept_page.h"
#include "frame/paging.h"
#include "frame/tour.h"
#include "frame/words.h"
#include "rules/field.h"
#include "store/throttle.h"
#include "base/banned.h"

enum {
	CYCLES_A_PAGE = 20,
	CHECKS_A_WINDOW = 60, /* of one address, so that codes are not tried */
	WINDOW_MINUTES = 10
};

enum { LIST_QUERY, LIST_PAGE };
static const struct field list_fields[] = {
	[LIST_QUERY] = { "q", FIELD_TEXT, "Daerah", .max = 120 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ NULL },
};

enum { CHECK_CODE };
static const struct field check_fields[] = {
	[CHECK_CODE] = { "code", FIELD_TEXT, "Kode dokumen", .max = 60 },
	{ NULL },
};

static int
load_front(struct context *context, struct rows *rows, const char *query, int64_t page)
{
	struct db_value limit = db_int(CYCLES_A_PAGE + 1);
	struct db_value offset = db_int((page - 1) * CYCLES_A_PAGE);

	return *query == '\0' ?
	    db_select(context->db, rows, STATEMENT_RESULTS_REPORTED, limit, offset) :
	    db_select(context->db, rows, STATEMENT_RESULTS_REPORTED_SOUGHT,
		db_text(db_like(context->arena, query)), limit, offset);
}

static void
fill_reported(struct context *context, struct rows *rows)
{
	const char *query = form_text(&context->form, LIST_QUERY);
	int64_t page = page_number(context, LIST_PAGE);
	struct node *list = page_node(&context->page, "Cycles");

	page_turn(context, rows, CYCLES_A_PAGE, page,
	    *query == '\0' ?
		"/portal/" :
		arena_format(context->arena, "/portal/?q=%s", query_text(context->arena, query)));
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, rows, row);
		node_set(node, "reported",
		    words_time(context->arena, row_text(rows, row, "reported_at"),
			row_text(rows, row, "timezone")));
	}
	fill_form(context);
	demo_fill(context);
}

static int
make_front(struct context *context, const void *what, const char **body, size_t *length)
{
	struct rows rows;
	int result = load_front(context, &rows, "", page_number(context, LIST_PAGE));

	(void)what;
	if (result < 0)
		return context_status(context, result);
	fill_reported(context, &rows);
	return context_render(context, "portal/front", body, length);
}

/* What is sought is another page for each who seeks; the accounts of a demo are a file, which
 * has no stamp. */
static bool
front_is_kept(const struct context *context)
{
	return kept_page_serves(context) && !context->config->demo &&
	    *form_text(&context->form, LIST_QUERY) == '\0';
}

static int
show_front(struct context *context)
{
	struct page_asked asked = { .make = make_front };
	struct rows rows;
	int result, status;

	if (!form_ok(&context->form))
		return 400;
	if (front_is_kept(context)) {
		asked.key = kept_page_key(context, "portal/front", "",
		    page_number(context, LIST_PAGE));
		status = kept_page_of_world(context, &asked);
		return status != 0 ? status : kept_page_answer(context, &asked);
	}
	result = load_front(context, &rows, form_text(&context->form, LIST_QUERY),
	    page_number(context, LIST_PAGE));
	if (result < 0)
		return context_status(context, result);
	fill_reported(context, &rows);
	return context_show(context, "portal/front");
}

static int
read_channels(struct context *context, struct rows *channels)
{
	return context_status(context, db_select(context->db, channels, STATEMENT_PORTAL_CHANNELS));
}

static int
show_channels(struct context *context, const struct rows *channels)
{
	fill_rows(page_node(&context->page, "Channels"), channels);
	return context_show(context, "portal/service");
}

static int
show_service(struct context *context)
{
	struct rows channels;
	int status = read_channels(context, &channels);

	return status != 0 ? status : show_channels(context, &channels);
}

static int
read_contacts(struct context *context, struct rows *contacts)
{
	return context_status(context, db_select(context->db, contacts, STATEMENT_PORTAL_CONTACTS));
}

/* How each role works with Matang, and whom to ask in which region. */
static int
show_ways_page(struct context *context, const struct rows *contacts)
{
	struct node *list = page_node(&context->page, "Contacts");
	char digits[PHONE_ROOM];

	for (size_t row = 0; row < contacts->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "region", row_text(contacts, row, "name"));
		node_set(node, "name", row_text(contacts, row, "contact_name"));
		node_set(node, "phone", row_text(contacts, row, "contact_phone"));
		node_set(node, "mail", row_text(contacts, row, "contact_mail"));
		if (phone_whatsapp(row_text(contacts, row, "contact_phone"), digits))
			node_set(node, "whatsapp", digits);
	}
	tour_fill(context);
	return context_show(context, "portal/help");
}

/* The guide of a role: one page to print. */
static int
show_guide(struct context *context)
{
	enum role role = role_of(context->words[0]);

	if (role == ROLE_PUBLIC)
		return 404;
	page_set(&context->page, "Guide.role", role_code(role));
	page_set(&context->page, "Guide.role_name", role_name(role));
	return context_show(context, "portal/guide");
}

static int
show_ways(struct context *context)
{
	struct rows contacts;
	int status = read_contacts(context, &contacts);

	return status != 0 ? status : show_ways_page(context, &contacts);
}

static int
show_glossary(struct context *context)
{
	return context_show(context, "portal/glossary");
}

/* Codes cannot be guessed, but nobody needs to try thousands of them. */
static int
count_check(struct context *context)
{
	int result = throttle_count(context->db,
	    &(struct throttle){ .kind = "check",
		.key = context_network(context),
		.limit = CHECKS_A_WINDOW,
		.minutes = WINDOW_MINUTES });

	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		return context_refuse(context, 429,
		    "Terlalu banyak pemeriksaan "
		    "dari alamat ini. Coba lagi setelah %d menit.",
		    WINDOW_MINUTES);
	return 0;
}

static int
show_check(struct context *context)
{
	struct issued_document paper;
	struct issued_signed found;
	int status;

	if (*form_text(&context->form, CHECK_CODE) == '\0')
		return context_show(context, "portal/check");
	if (!form_ok(&context->form))
		return context_show_errors(context, "portal/check");
	status = count_check(context);
	if (status != 0)
		return status;
	status = issued_find(context, form_text(&context->form, CHECK_CODE), &paper);
	if (status == 404) {
		form_error(&context->form, CHECK_CODE,
		    "Tidak ada dokumen "
		    "dengan kode ini. Periksa lagi 26 huruf dan angka yang "
		    "tercetak di bawah kode QR.");
		fill_form(context);
		return context_show_status(context, "portal/check", 404);
	}
	if (status != 0)
		return status;
	status = issued_read_signed(context, &paper, &found);
	if (status != 0)
		return status;
	fill_form(context);
	return issued_show_checked(context, &paper, &found);
}

static const struct route routes[] = {
	{ METHOD_GET, "/", show_front, .roles = EVERYBODY, .fields = list_fields },
	{ METHOD_GET, "/service", show_service, .roles = EVERYBODY },
	{ METHOD_GET, "/help", show_ways, .roles = EVERYBODY },
	{ METHOD_GET, "/help/*", show_guide, .roles = EVERYBODY },
	{ METHOD_GET, "/glossary", show_glossary, .roles = EVERYBODY },
	{ METHOD_GET, "/check", show_check, .roles = EVERYBODY, .fields = check_fields },
	{ METHOD_GET, "/region/*/*", show_region, .roles = EVERYBODY },
	{ METHOD_GET, "/agency/#", show_agency_years, .roles = EVERYBODY },
	{ METHOD_GET, "/agency/#/#/why", show_agency_why, .roles = EVERYBODY },
	{ METHOD_GET, "/data/*/*", send_data, .roles = EVERYBODY },
	{ METHOD_GET, "/data", show_catalog, .roles = EVERYBODY, .fields = catalog_fields },
	{ METHOD_GET, "/catalog.jsonld", send_catalog, .roles = EVERYBODY,
	    .fields = catalog_fields },
	{ METHOD_GET, "/feed.atom", send_feed, .roles = EVERYBODY },
	{ METHOD_GET, "/openapi.json", send_openapi, .roles = EVERYBODY },
	{ METHOD_GET, "/fragment/*/*", send_fragment, .roles = EVERYBODY },
	{ METHOD_GET, "/embed/*/*", send_embed, .roles = EVERYBODY },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("portal", routes);
}
