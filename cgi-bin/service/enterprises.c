/* SPDX-License-Identifier: ISC */
/*
 * The register of enterprises: found by words or by a whole number, each with its
 * applications; corrected, and two records of the same enterprise made one.
 */
#include "service/service.h"

#include <string.h>

#include "document/listing.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { ENTERPRISES_QUERY, ENTERPRISES_PAGE, ENTERPRISES_BOM };
const struct field enterprises_fields[] = {
	[ENTERPRISES_QUERY] = { "q", FIELD_TEXT, "Kata", .max = 120 },
	[ENTERPRISES_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[ENTERPRISES_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

enum { SAVE_VERSION = PARTICULARS };
const struct field enterprise_save_fields[] = {
	PARTICULAR_FIELDS(0),
	[SAVE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { MERGE_WITH, MERGE_REASON };
const struct field enterprise_merge_fields[] = {
	[MERGE_WITH] = { "with", FIELD_NUMBER, "Data yang digabung", true, .min = 1,
	    .max = INT64_MAX },
	[MERGE_REASON] = { "reason", FIELD_TEXT, "Alasan", true, .min = 5, .max = 500 },
	{ .name = NULL },
};

/* ---- the list ------------------------------------------------------------------------------ */

static int
enterprise_rows(struct context *context, struct rows *rows, int64_t limit, int64_t offset)
{
	const char *words = form_text(&context->form, ENTERPRISES_QUERY);

	return db_select(context->db, rows, STATEMENT_ENTERPRISE_LIST,
	    db_int(context->actor.agency_id), db_text(words),
	    db_text(db_like(context->arena, words)), db_text(words), db_int(limit), db_int(offset));
}

static void
fill_enterprises(struct context *context, struct rows *rows, int64_t page)
{
	const char *words = query_text(context->arena,
	    form_text(&context->form, ENTERPRISES_QUERY));
	struct node *list = page_node(&context->page, "Enterprises");

	page_turn(context, rows, PAGE_ROWS, page,
	    arena_format(context->arena, "/service/enterprises?q=%s", words));
	page_set(&context->page, "Query", arena_format(context->arena, "q=%s", words));
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "id", row_text(rows, row, "id"));
		node_set(node, "name", row_text(rows, row, "name"));
		node_set(node, "owner", row_text(rows, row, "owner"));
		node_set(node, "village", row_text(rows, row, "village"));
		node_set(node, "kind", enterprise_kind_name(row_text(rows, row, "kind")));
		node_set(node, "applications", row_text(rows, row, "applications"));
	}
	fill_form(context);
}

int
show_enterprises(struct context *context)
{
	int64_t page = page_number(context, ENTERPRISES_PAGE);
	struct rows rows;
	int status = context_status(context,
	    enterprise_rows(context, &rows, PAGE_ROWS + 1, (page - 1) * PAGE_ROWS));

	if (status != 0)
		return status;
	fill_enterprises(context, &rows, page);
	return context_show(context, "service/enterprises");
}

struct enterprise_line {
	const char *kind, *name, *owner, *nik, *nib, *npwp, *phone, *address, *village;
	const char *employees, *turnover, *products, *since, *applications;
};

static struct enterprise_line
enterprise_line(struct arena *arena, const struct rows *rows, size_t row)
{
	return (struct enterprise_line){
		.kind = enterprise_kind_name(row_text(rows, row, "kind")),
		.name = row_text(rows, row, "name"),
		.owner = row_text(rows, row, "owner"),
		.nik = digits_masked(arena, row_text(rows, row, "nik")),
		.nib = row_text(rows, row, "nib"),
		.npwp = digits_masked(arena, row_text(rows, row, "npwp")),
		.phone = row_text(rows, row, "phone"),
		.address = row_text(rows, row, "address"),
		.village = row_text(rows, row, "village"),
		.employees = row_text(rows, row, "employees"),
		.turnover = row_text(rows, row, "turnover"),
		.products = row_text(rows, row, "products"),
		.since = row_text(rows, row, "since_year"),
		.applications = row_text(rows, row, "applications"),
	};
}

/* A file goes from hand to hand: the numbers of persons are masked in it. */
int
send_enterprises(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Usaha", 25, struct enterprise_line, name),
		LISTING_MEMBER("Bentuk", 12, struct enterprise_line, kind),
		LISTING_MEMBER("Pemilik", 20, struct enterprise_line, owner),
		LISTING_MEMBER("NIK", 16, struct enterprise_line, nik),
		LISTING_MEMBER("NIB", 14, struct enterprise_line, nib),
		LISTING_MEMBER("NPWP", 16, struct enterprise_line, npwp),
		LISTING_MEMBER("Telepon", 15, struct enterprise_line, phone),
		LISTING_MEMBER("Alamat", 30, struct enterprise_line, address),
		LISTING_MEMBER("Kelurahan atau desa", 18, struct enterprise_line, village),
		LISTING_NUMBER("Pekerja", 8, struct enterprise_line, employees),
		LISTING_MEMBER("Golongan omzet", 14, struct enterprise_line, turnover),
		LISTING_MEMBER("Produk", 25, struct enterprise_line, products),
		LISTING_NUMBER("Sejak", 8, struct enterprise_line, since),
		LISTING_NUMBER("Permohonan", 8, struct enterprise_line, applications),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Data usaha",
		.columns = columns,
		.size = sizeof(struct enterprise_line) };
	struct enterprise_line *lines;
	struct rows rows;
	int status = context_status(context, enterprise_rows(context, &rows, LISTING_MAX, 0));

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = enterprise_line(context->arena, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "data-usaha", &listing, 1);
}

/* ---- one of them ----------------------------------------------------------------------------- */

struct enterprise_page {
	struct rows row, person, place, applications; /* others of the person, of the place */
	struct particulars said;
};

static int
read_enterprise(struct context *context, struct enterprise_page *page)
{
	int64_t id = context->keys[0];
	struct db_value nik;
	int result = db_select(context->db, &page->row, STATEMENT_ENTERPRISE_FIND, db_int(id),
	    db_int(context->actor.agency_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	particulars_of(&page->row, &page->said);
	nik = db_text(page->said.text[PARTICULAR_NIK]);
	result = db_select(context->db, &page->applications, STATEMENT_ENTERPRISE_APPLICATIONS,
	    db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->person, STATEMENT_ENTERPRISE_NEAR_PERSON,
		    db_int(context->actor.agency_id), nik, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->place, STATEMENT_ENTERPRISE_NEAR_PLACE,
		    db_int(context->actor.agency_id), db_int(id), db_int(id), nik, nik);
	return context_status(context, result);
}

static void
fill_near(struct node *list, const struct rows *rows, size_t first)
{
	for (size_t row = 0; row < rows->count; row++)
		fill_row(node_row(list, first + row), rows, row);
}

static void
fill_enterprise(struct context *context, const struct enterprise_page *page)
{
	struct node *node = page_node(&context->page, "Enterprise");
	struct node *list = page_node(&context->page, "Applications");
	struct node *kinds = page_node(&context->page, "Kinds");
	struct node *near = page_node(&context->page, "Near");

	node_set(node, "id", row_text(&page->row, 0, "id"));
	node_set(node, "name", row_text(&page->row, 0, "name"));
	node_set(node, "version", row_text(&page->row, 0, "version"));
	node_set(node, "merged", row_text(&page->row, 0, "merged_into"));
	particulars_fill(context, &page->said, true);
	fill_near(near, &page->person, 0);
	fill_near(near, &page->place, page->person.count);
	for (size_t at = 0; enterprise_kinds[at] != NULL; at++) {
		struct node *kind = node_row(kinds, at);

		node_set(kind, "value", enterprise_kinds[at]);
		node_set(kind, "label", enterprise_kind_name(enterprise_kinds[at]));
	}
	for (size_t row = 0; row < page->applications.count; row++) {
		struct node *one = node_row(list, row);

		node_set(one, "id", row_text(&page->applications, row, "id"));
		node_set(one, "number", row_text(&page->applications, row, "number"));
		node_set(one, "service", row_text(&page->applications, row, "service"));
		node_set(one, "state",
		    application_state_name(row_text(&page->applications, row, "state")));
		node_set(one, "received",
		    words_date(context->arena, row_text(&page->applications, row, "received_on")));
	}
}

int
show_enterprise(struct context *context)
{
	struct enterprise_page page;
	int status = read_enterprise(context, &page);

	if (status != 0)
		return status;
	fill_enterprise(context, &page);
	particulars_fill_form(context, &page.said);
	return context_show(context, "service/enterprise");
}

struct correcting {
	struct context *context;
	struct enterprise_page page;
	struct particulars said;
};

/* Which of them changed, without what they say: history is read by others. */
static const char *
changed_labels(struct arena *arena, const struct correcting *correcting)
{
	struct buffer labels = { .arena = arena };

	for (int which = 0; which < PARTICULARS; which++)
		if (strcmp(correcting->said.text[which], correcting->page.said.text[which]) != 0)
			buffer_format(&labels, "%s%s", labels.length > 0 ? ", " : "",
			    particular_label((enum particular)which));
	return labels.bytes != NULL ? labels.bytes : "";
}

static int
store_correction(struct db *db, void *argument)
{
	struct correcting *correcting = argument;
	struct context *context = correcting->context;
	int result = enterprise_write(context, context->keys[0], &correcting->said,
	    form_number(&context->form, SAVE_VERSION));
	(void)db;

	if (result == 0)
		return context_stop(context, 409,
		    "Data usaha ini sudah berubah sejak halaman ini ditampilkan, atau sudah "
		    "digabung. Muat ulang halamannya.");
	return result < 0 ?
	    result :
	    service_change(context, context->keys[0], NULL,
		arena_format(context->arena, "data usaha diperbaiki: %s",
		    changed_labels(context->arena, correcting)),
		NULL);
}

int
save_enterprise(struct context *context)
{
	struct correcting correcting = { .context = context };
	int status = read_enterprise(context, &correcting.page), result;

	if (status != 0)
		return status;
	particulars_read(context, 0, &correcting.said);
	if (*correcting.said.text[PARTICULAR_VILLAGE] == '\0')
		form_error(&context->form, PARTICULAR_VILLAGE, "Kelurahan atau desa belum diisi.");
	if (form_ok(&context->form)) {
		result = db_txn(context->db, store_correction, &correcting);
		if (result == DB_DUPLICATE)
			form_error(&context->form, PARTICULAR_NIB,
			    "NIB ini sudah dimiliki usaha lain. Cari usaha itu, lalu gabungkan "
			    "keduanya.");
		else
			status = context_status(context, result);
		if (status != 0)
			return status;
	}
	if (!form_ok(&context->form)) {
		fill_enterprise(context, &correcting.page);
		return context_show_errors(context, "service/enterprise");
	}
	return context_redirect(context, "/service/enterprises/%lld?done=saved",
	    (long long)context->keys[0]);
}

/* ---- two that are one ------------------------------------------------------------------- */

/* The record of the path keeps all, the other one goes. */
static int
store_merge(struct db *db, void *argument)
{
	struct context *context = argument;
	int64_t stays = context->keys[0], goes = form_number(&context->form, MERGE_WITH);
	struct rows both;
	int result = db_select(db, &both, STATEMENT_ENTERPRISE_HOLD, db_int(stays), db_int(goes),
	    db_int(context->actor.agency_id));

	if (result < 0)
		return result;
	if (both.count != 2)
		return context_stop(context, 409,
		    "Salah satu data usaha sudah digabung, atau tidak ada. Muat ulang "
		    "halamannya.");
	result = db_run(db, STATEMENT_ENTERPRISE_MERGE, db_int(stays), db_int(goes));
	for (size_t row = 0; result >= 0 && row < both.count; row++)
		if (row_int(&both, row, "id") == goes && *row_text(&both, row, "nib") != '\0')
			result = db_run(db, STATEMENT_ENTERPRISE_TAKE_NIB,
			    db_text(row_text(&both, row, "nib")), db_int(stays));
	if (result >= 0)
		result = db_run(db, STATEMENT_ENTERPRISE_MOVE_APPLICATIONS, db_int(stays),
		    db_int(goes));
	return result < 0 ?
	    result :
	    service_change(context, stays, NULL,
		arena_format(context->arena, "data usaha %lld digabung ke %lld", (long long)goes,
		    (long long)stays),
		form_text(&context->form, MERGE_REASON));
}

int
merge_enterprise(struct context *context)
{
	struct enterprise_page page;
	int status = read_enterprise(context, &page);

	if (status != 0)
		return status;
	if (form_number(&context->form, MERGE_WITH) == context->keys[0])
		form_error(&context->form, MERGE_WITH, "Pilih data usaha yang lain.");
	if (!form_ok(&context->form)) {
		fill_enterprise(context, &page);
		particulars_fill_form(context, &page.said);
		return context_show_errors(context, "service/enterprise");
	}
	status = context_status(context, db_txn(context->db, store_merge, context));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/enterprises/%lld?done=saved",
		(long long)context->keys[0]);
}
