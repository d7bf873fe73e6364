/* SPDX-License-Identifier: ISC */
/*
 * The register as a page and as a file: of an agency, or of a whole region with how many
 * links of which agencies do not open.
 */
#include "inventory/inventory.h"

#include <string.h>

#include "document/listing.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LIST_REGION, LIST_KIND, LIST_STATE, LIST_QUERY, LIST_PAGE, LIST_BOM };
const struct field inventory_list_fields[] = {
	[LIST_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[LIST_KIND] = { "kind", FIELD_CHOICE, "Jenis", .choices = application_kinds },
	[LIST_STATE] = { "state", FIELD_CHOICE, "Status tautan", .choices = application_states },
	[LIST_QUERY] = { "q", FIELD_TEXT, "Kata", .max = 120 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

struct inventory_list {
	struct inventory_place place;
	struct rows rows, figures;
	int64_t page, low;
};

static int
inventory_rows(struct context *context, struct inventory_list *list, int64_t limit, int64_t offset)
{
	const struct form *form = &context->form;
	const char *kind = form_text(form, LIST_KIND), *state = form_text(form, LIST_STATE);
	const char *query = form_text(form, LIST_QUERY);

	return context_status(context,
	    db_select(context->db, &list->rows, STATEMENT_INVENTORY_LIST,
		db_int(list->place.region_id), db_int(list->place.agency_id),
		db_int(list->place.agency_id), db_text(kind), db_text(kind), db_text(state),
		db_text(state), db_text(query), db_text(db_like(context->arena, query)),
		db_int(limit), db_int(offset)));
}

static int
inventory_read(struct context *context, struct inventory_list *list, int64_t limit, int64_t offset)
{
	int status = form_ok(&context->form) ?
	    inventory_place_find(context, form_number(&context->form, LIST_REGION), &list->place) :
	    400;

	if (status == 0)
		status = inventory_rows(context, list, limit, offset);
	return status != 0 ?
	    status :
	    inventory_figures(context, &list->place, &list->figures, &list->low);
}

static void
fill_application(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	struct arena *arena = context->arena;
	const char *state = row_text(rows, row, "link_state");

	node_set_int(node, "id", row_int(rows, row, "id"));
	node_set(node, "name", row_text(rows, row, "name"));
	node_set(node, "kind", application_kind_name(row_text(rows, row, "kind")));
	node_set(node, "agency", row_text(rows, row, "agency_name"));
	if (*row_text(rows, row, "address") != '\0') {
		node_set(node, "state", link_state_name(state));
		node_set(node, "tag", link_state_tag(state));
	}
	if (!row_null(rows, row, "number"))
		node_set(node, "users", inventory_number(arena, row_int(rows, row, "number")));
	node_set(node, "uptake", application_uptake(arena, rows, row));
}

/* One line of the table of groups. */
static void
fill_sums(struct arena *arena, struct node *node, const char *name,
    const struct inventory_sums *sums)
{
	node_set(node, "name", name);
	node_set_int(node, "applications", sums->applications);
	node_set_int(node, "sites", sums->sites);
	node_set_int(node, "links", sums->links);
	node_set_int(node, "broken", sums->broken);
	node_set_int(node, "unseen", sums->unseen);
	node_set_int(node, "hardly", sums->hardly);
	node_set(node, "cost", sums->cost > 0 ? inventory_number(arena, sums->cost) : "");
}

static void
inventory_fill_figures(struct context *context, const struct inventory_list *list)
{
	const struct rows *figures = &list->figures;
	struct inventory_sums all = inventory_sums_of(figures, 0, figures->count);
	struct node *groups = page_node(&context->page, "Groups");

	fill_sums(context->arena, page_node(&context->page, "Sums"), "Semua", &all);
	page_set_int(&context->page, "Low", list->low);
	for (size_t row = 0; list->place.agency_id == 0 && row < figures->count; row++) {
		struct inventory_sums one = inventory_sums_of(figures, row, row + 1);

		fill_sums(context->arena, node_row(groups, row), row_text(figures, row, "family"),
		    &one);
	}
}

static int
inventory_show(struct context *context, struct inventory_list *list)
{
	const struct form *form = &context->form;
	struct node *rows = page_node(&context->page, "Applications");
	const char *query = arena_format(context->arena, "region=%lld&kind=%s&state=%s&q=%s",
	    (long long)list->place.region_id, form_text(form, LIST_KIND),
	    form_text(form, LIST_STATE), query_text(context->arena, form_text(form, LIST_QUERY)));

	page_turn(context, &list->rows, PAGE_ROWS, list->page,
	    arena_format(context->arena, "/inventory/?%s", query));
	for (size_t row = 0; row < list->rows.count; row++)
		fill_application(context, node_row(rows, row), &list->rows, row);
	page_set(&context->page, "Query", query);
	inventory_place_fill(context, &list->place);
	inventory_fill_figures(context, list);
	application_fill_kinds(context);
	link_fill_states(context, false);
	if (context_may(context, ROLE_OPERATOR | ROLE_ADMIN))
		page_set(&context->page, "May.write", "1");
	fill_form(context);
	return context_show(context, "inventory/list");
}

int
show_inventory(struct context *context)
{
	struct inventory_list list = { .page = page_number(context, LIST_PAGE) };
	int status = inventory_read(context, &list, PAGE_ROWS + 1, (list.page - 1) * PAGE_ROWS);

	return status != 0 ? status : inventory_show(context, &list);
}

/* ---- the same as a file: its first columns are those of the import --------------------- */

struct inventory_line {
	const char *agency;
	struct application_values values;
	const char *users, *downloads, *date, *uptake, *state, *reason, *looked;
};

static struct inventory_line
inventory_line(struct context *context, const struct rows *rows, size_t row)
{
	struct arena *arena = context->arena;
	bool users = strcmp(row_text(rows, row, "unit"), "users") == 0;
	struct inventory_line line = {
		.agency = row_text(rows, row, "agency_name"),
		.values = application_values_of(rows, row),
		.users = users ? row_text(rows, row, "number") : "",
		.downloads = users ? "" : row_text(rows, row, "number"),
		.date = words_date(arena, row_text(rows, row, "counted_on")),
		.uptake = application_uptake(arena, rows, row),
		.state = *row_text(rows, row, "address") == '\0' ?
		    "" :
		    link_state_name(row_text(rows, row, "link_state")),
		.reason = link_reason_words(arena, rows, row),
		.looked = words_time(arena, row_text(rows, row, "link_at"), context->actor.zone),
	};

	line.values.text[APPLICATION_KIND] = application_kind_name(
	    line.values.text[APPLICATION_KIND]);
	return line;
}

/* A group of agencies as a line of the second sheet. */
struct group_line {
	const char *name, *applications, *sites, *links, *broken, *hardly, *cost;
};

static struct group_line
group_line(struct arena *arena, const char *name, const struct inventory_sums *sums)
{
	return (struct group_line){
		.name = name,
		.applications = arena_format(arena, "%lld", (long long)sums->applications),
		.sites = arena_format(arena, "%lld", (long long)sums->sites),
		.links = arena_format(arena, "%lld", (long long)sums->links),
		.broken = arena_format(arena, "%lld", (long long)sums->broken),
		.hardly = arena_format(arena, "%lld", (long long)sums->hardly),
		.cost = arena_format(arena, "%lld", (long long)sums->cost),
	};
}

static const struct listing_column application_listing[] = {
	LISTING_MEMBER("Perangkat daerah", 12, struct inventory_line, agency),
	LISTING_MEMBER("Jenis", 5, struct inventory_line, values.text[APPLICATION_KIND]),
	LISTING_MEMBER("Nama", 12, struct inventory_line, values.text[APPLICATION_NAME]),
	LISTING_MEMBER("Alamat", 12, struct inventory_line, values.text[APPLICATION_ADDRESS]),
	LISTING_MEMBER("Kegunaan", 14, struct inventory_line, values.text[APPLICATION_PURPOSE]),
	LISTING_MEMBER("Sasaran pengguna", 8, struct inventory_line,
	    values.text[APPLICATION_AUDIENCE]),
	LISTING_NUMBER("Jumlah sasaran pengguna", 5, struct inventory_line,
	    values.text[APPLICATION_AUDIENCE_COUNT]),
	LISTING_MEMBER("Pengelola", 8, struct inventory_line, values.text[APPLICATION_MANAGER]),
	LISTING_MEMBER("Pelatihan pengelola", 8, struct inventory_line,
	    values.text[APPLICATION_TRAINING]),
	LISTING_MEMBER("Mitra", 8, struct inventory_line, values.text[APPLICATION_PARTNER]),
	LISTING_NUMBER("Biaya setahun (Rp)", 7, struct inventory_line,
	    values.text[APPLICATION_COST]),
	LISTING_MEMBER("Sumber dana", 5, struct inventory_line, values.text[APPLICATION_FUND]),
	LISTING_MEMBER("Data yang disimpan", 8, struct inventory_line,
	    values.text[APPLICATION_DATA]),
	LISTING_MEMBER("Tempat berjalan", 8, struct inventory_line,
	    values.text[APPLICATION_RUNS_AT]),
	LISTING_NUMBER("Pengguna", 5, struct inventory_line, users),
	LISTING_NUMBER("Unduhan", 5, struct inventory_line, downloads),
	LISTING_MEMBER("Per tanggal", 6, struct inventory_line, date),
	LISTING_MEMBER("Status tautan", 8, struct inventory_line, state),
	LISTING_NUMBER("Pemakaian (%)", 5, struct inventory_line, uptake),
	LISTING_MEMBER("Sebab", 8, struct inventory_line, reason),
	LISTING_MEMBER("Diperiksa", 8, struct inventory_line, looked),
	{ .label = NULL },
};

static const struct listing_column group_listing[] = {
	LISTING_MEMBER("Kelompok", 20, struct group_line, name),
	LISTING_NUMBER("Aplikasi", 12, struct group_line, applications),
	LISTING_NUMBER("Situs", 12, struct group_line, sites),
	LISTING_NUMBER("Tautan", 12, struct group_line, links),
	LISTING_NUMBER("Tidak terbuka", 12, struct group_line, broken),
	LISTING_NUMBER("Kurang dipakai", 12, struct group_line, hardly),
	LISTING_NUMBER("Biaya setahun (Rp)", 20, struct group_line, cost),
	{ .label = NULL },
};

int
send_inventory(struct context *context)
{
	struct listing listings[] = {
		{ .title = "Aplikasi dan situs",
		    .columns = application_listing,
		    .size = sizeof(struct inventory_line) },
		{ .title = "Ringkasan",
		    .columns = group_listing,
		    .size = sizeof(struct group_line) },
	};
	struct arena *arena = context->arena;
	struct inventory_line *lines;
	struct group_line *groups;
	struct inventory_list list;
	int status = inventory_read(context, &list, LISTING_MAX, 0);

	if (status != 0)
		return status;
	lines = arena_array(arena, list.rows.count + 1, sizeof(*lines));
	groups = arena_array(arena, list.figures.count + 1, sizeof(*groups));
	for (size_t row = 0; row < list.rows.count; row++)
		lines[row] = inventory_line(context, &list.rows, row);
	for (size_t row = 0; row < list.figures.count; row++) {
		struct inventory_sums sums = inventory_sums_of(&list.figures, row, row + 1);

		groups[row] = group_line(arena, row_text(&list.figures, row, "family"), &sums);
	}
	listings[0].records = lines;
	listings[0].count = list.rows.count;
	listings[1].records = groups;
	listings[1].count = list.figures.count;
	return listing_send(context, "aplikasi-dan-situs", listings, 2);
}
