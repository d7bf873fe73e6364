/* SPDX-License-Identifier: ISC */
/*
 * The agency's library of documents, and a team's look into those of its
 * region: a list to search and filter, with what is left of the quota.
 */
#include "upload/library.h"

#include <string.h>

#include "frame/form_upload.h"
#include "assessment/file_check.h"
#include "document/listing.h"
#include "frame/words.h"
#include "assessment/quality.h"
#include "frame/kept.h"
#include "base/banned.h"

enum { PAGES_AROUND = 2, TENTHS = 1000, YEARS_BACK = 10 };

/* ---- what is read -------------------------------------------------------------- */

/* What the page shows of what library_read() was asked for. */
struct library_page {
	bool asked; /* else nothing is looked for yet: */
	struct rows documents;
	struct document_flags flags;  /* of those */
	struct quota quota;           /* for its owners */
	struct rows years, variables; /* of its agency, to choose from */
	struct rows unsearched;       /* counts of what a search does not reach */
	bool linkable;                /* the operator may put several under criteria now */
	struct assessment assessment; /* in which he would, where .cycle is not NULL */
};

/* The documents of this page are judged, not those of all pages. */
static int
load_flags(const struct library *library, const struct rows *rows, struct document_flags *flags)
{
	struct buffer among = { .arena = library->context->arena };
	struct document_range some = { .first = INT64_MAX };

	for (size_t row = 0; row < rows->count; row++) {
		int64_t id = row_int(rows, row, "id");

		if (id < some.first)
			some.first = id;
		if (id > some.last)
			some.last = id;
		buffer_format(&among, "%s%lld", row > 0 ? "," : "", (long long)id);
	}
	some.among = among.bytes;
	return flags_load(library->context, library->agency, library->zone, some, flags);
}

static int
library_read_documents(struct library *library, struct library_page *page)
{
	int result;

	page->asked = library_asked(library);
	if (!page->asked)
		return 0;
	result = library_select(library, &page->documents);
	if (result > 0 && library->agency != 0 &&
	    load_flags(library, &page->documents, &page->flags) < 0)
		result = DB_FAILED;
	return context_status(library->context, result);
}

static int
library_read_choices(const struct library *library, struct library_page *page)
{
	struct context *context = library->context;
	int result = 0;

	if (library->agency != 0)
		result = kept_select(context, &page->years, STATEMENT_UPLOAD_LIBRARY_YEARS,
		    db_int(library->agency));
	if (result > 0)
		result = kept_select(context, &page->variables, STATEMENT_UPLOAD_LIBRARY_VARIABLES,
		    db_int(row_int(&page->years, 0, "instrument_id")));
	return context_status(context, result);
}

static int
read_reach(const struct library *library, struct library_page *page)
{
	struct context *context = library->context;
	struct scope scope = assessment_scope(context);

	return *library->search.text == '\0' ?
	    0 :
	    context_status(context,
		kept_select(context, &page->unsearched, STATEMENT_UPLOAD_LIBRARY_UNSEARCHED,
		    scope.agency, scope.region, scope.parent, db_int(library->agency),
		    db_int(library->agency)));
}

/* All but the documents. */
static int
library_read_around(const struct library *library, struct library_page *page)
{
	struct context *context = library->context;
	int status = context_may(context, UPLOAD_OWNERS) ?
	    quota_load(context, context->actor.agency_id, &page->quota) :
	    0;

	if (status == 0)
		status = library_read_choices(library, page);
	if (status == 0)
		status = read_reach(library, page);
	if (status != 0)
		return status;
	page->linkable = library->show != SHOW_ARCHIVED && context_may(context, ROLE_OPERATOR) &&
	    assessment_current(context, &page->assessment) == 0;
	context->why = NULL;
	return 0;
}

/* ---- what is shown -------------------------------------------------------------- */

/* "2026/1,2026/3,2025/1" -> "2026: variabel 1, 3 · 2025: variabel 1" */
static const char *
words_used(struct arena *arena, const char *used)
{
	struct buffer words = { .arena = arena };
	const char *year = "";
	size_t length = 0;

	buffer_text(&words, "");
	while (*used != '\0') {
		size_t part = strcspn(used, ","), digits = strcspn(used, "/");

		if (digits >= part)
			break;
		if (digits != length || strncmp(used, year, digits) != 0) {
			buffer_text(&words, length > 0 ? " · " : "");
			buffer_add(&words, used, digits);
			buffer_text(&words, ": variabel ");
			year = used;
			length = digits;
		} else
			buffer_text(&words, ", ");
		buffer_add(&words, used + digits + 1, part - digits - 1);
		used += part + (used[part] == ',');
	}
	return words.bytes;
}

/* The file of one row, if it has one. */
static void
fill_file(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	struct file_check checked;

	if (row_null(rows, row, "revision_id"))
		return;
	file_check_read(rows, row, &checked);
	file_check_fill(context, node, &checked);
	node_set(node, "revision", row_text(rows, row, "revision_number"));
	node_set(node, "type", words_file_type(row_text(rows, row, "type")));
	node_set(node, "size", words_bytes(context->arena, row_int(rows, row, "bytes")));
}

static void
library_fill_documents(const struct library *library, const struct rows *rows,
    const struct document_flags *flags)
{
	struct context *context = library->context;
	struct node *list = page_node(&context->page, "Documents");
	struct arena *arena = context->arena;

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);
		int64_t id = row_int(rows, row, "id");

		node_set_int(node, "id", id);
		node_set(node, "title", row_text(rows, row, "title"));
		node_set(node, "kind", words_kind(row_text(rows, row, "kind")));
		node_set(node, "number", row_text(rows, row, "number"));
		node_set(node, "dated", words_date(arena, row_text(rows, row, "dated")));
		node_set(node, "period",
		    words_period(arena, row_text(rows, row, "period_from"),
			row_text(rows, row, "period_until")));
		node_set(node, "used", words_used(arena, row_text(rows, row, "used")));
		if (library->agency == 0)
			node_set(node, "agency_name", row_text(rows, row, "agency_name"));
		fill_file(context, node, rows, row);
		search_excerpt(&library->search, arena, node_child(node, "excerpt"),
		    row_text(rows, row, "excerpt"));
		if (row_int(rows, row, "machine_read") != 0)
			node_set(node, "machine_read", "1");
		/* An outside address and an unused document are said in
		 * columns of their own. */
		quality_fill(context, node_child(node, "flags"),
		    flags_of(flags, id) &
			~(QUALITY_FLAG(QUALITY_OUTSIDE) | QUALITY_FLAG(QUALITY_UNUSED) |
			    QUALITY_FLAG(QUALITY_INFECTED)),
		    0);
	}
}

static const char *
page_at(const struct library *library, int64_t page)
{
	return arena_format(library->context->arena, "%s%s", library->context->config->base_path,
	    library_address(library, page));
}

/* First, last, and those around the present one; a gap is a row without an
 * address. */
static void
library_fill_pages(const struct library *library, int64_t last)
{
	struct context *context = library->context;
	int64_t page = library->page;
	struct node *pages = page_node(&context->page, "Pages");
	struct node *items = node_child(pages, "items");
	size_t row = 0;
	bool gap = false;

	if (last < 2)
		return;
	if (page > 1)
		node_set(node_child(pages, "previous"), "href", page_at(library, page - 1));
	if (page < last)
		node_set(node_child(pages, "next"), "href", page_at(library, page + 1));
	for (int64_t at = 1; at <= last; at++) {
		bool near = at >= page - PAGES_AROUND && at <= page + PAGES_AROUND;
		struct node *node;

		if (at != 1 && at != last && !near) {
			if (!gap)
				node_set(node_row(items, row++), "label", "…");
			gap = true;
			continue;
		}
		gap = false;
		node = node_row(items, row++);
		node_set_int(node, "label", at);
		node_set(node, "href", page_at(library, at));
		if (at == page)
			node_set(node, "current", "1");
	}
}

static void
fill_quota(struct context *context, const struct quota *quota)
{
	struct node *node = page_node(&context->page, "Quota");
	uint64_t part = quota->limit > 0 ? quota->stored / (quota->limit / TENTHS + 1) : 0;

	node_set(node, "stored", words_bytes(context->arena, (int64_t)quota->stored));
	node_set(node, "limit", words_bytes(context->arena, (int64_t)quota->limit));
	node_set_int(node, "part", part > TENTHS ? TENTHS : (int64_t)part);
	if (part >= TENTHS * 9 / 10)
		node_set(node, "short", "1");
}

/* ---- what can be chosen ----------------------------------------------------- */

static void
add_option(struct node *list, size_t *row, const char *value, const char *label)
{
	struct node *node = node_row(list, (*row)++);

	node_set(node, "value", value);
	node_set(node, "label", label);
}

/* Assessments of the agency, the years that a document may be valid in, and
 * the variables of its newest instrument. */
static void
library_fill_choices(const struct library *library, const struct library_page *shown)
{
	struct context *context = library->context;
	struct node *periods = page_node(&context->page, "Periods");
	struct node *years = page_node(&context->page, "Years");
	struct node *variables = page_node(&context->page, "Variables");
	int this_year = day_date(words_today(library->zone)).year;
	size_t period = 0, year_count = 0, count = 0;

	for (int year = this_year + 1; year >= this_year - YEARS_BACK; year--) {
		const char *text = arena_format(context->arena, "%d", year);

		add_option(periods, &period, text, text);
	}
	for (size_t row = 0; row < shown->years.count; row++)
		add_option(years, &year_count, row_text(&shown->years, row, "year"),
		    row_text(&shown->years, row, "year"));
	for (size_t row = 0; row < shown->variables.count; row++)
		add_option(variables, &count, row_text(&shown->variables, row, "number"),
		    arena_format(context->arena, "%s. %s",
			row_text(&shown->variables, row, "number"),
			row_text(&shown->variables, row, "name")));
}

static void
library_fill_agencies(const struct library *library)
{
	struct context *context = library->context;
	struct node *list = page_node(&context->page, "Agencies");
	const struct rows *rows = &library->agencies;
	struct node *region = NULL;
	int64_t last = 0;
	size_t regions = 0, count = 0;

	for (size_t row = 0; row < rows->count; row++) {
		int64_t id = row_int(rows, row, "region_id");

		if (id != last) {
			region = node_row(list, regions++);
			node_set(region, "name", row_text(rows, row, "region_name"));
			count = 0;
			last = id;
		}
		add_option(node_child(region, "agencies"), &count, row_text(rows, row, "id"),
		    row_text(rows, row, "name"));
		if (row_int(rows, row, "id") == library->agency)
			page_set(&context->page, "Library.agency_name",
			    row_text(rows, row, "name"));
	}
}

/* ---- the page ------------------------------------------------------------------ */

/* How far a search goes: what is not searched, and why. */
static void
fill_reach(const struct library *library, const struct library_page *shown)
{
	struct node *node = page_node(&library->context->page, "Library");
	const struct search *search = &library->search;
	const struct rows *counts = &shown->unsearched;

	if (*search->text == '\0')
		return;
	node_set(node, "searched", "1");
	if (!search_inside(search))
		node_set(node, "titles_only", "1");
	if (!library->found_all)
		node_set_int(node, "found_max", LIBRARY_FOUND);
	if (counts->count != 1)
		return;
	node_set_int(node, "waiting", row_int(counts, 0, "waiting"));
	node_set_int(node, "silent", row_int(counts, 0, "silent"));
}

/* All of the page but its documents. */
static void
fill_around(const struct library *library, const struct library_page *shown)
{
	struct context *context = library->context;

	if (context_may(context, UPLOAD_OWNERS))
		fill_quota(context, &shown->quota);
	library_fill_choices(library, shown);
	fill_reach(library, shown);
	library_fill_agencies(library);
	fill_kinds(context);
	fill_form(context);
	if (library_filtered(library))
		page_set(&context->page, "Library.filtered", "1");
	if (library->show == SHOW_TWIN)
		page_set(&context->page, "Library.twins", "1");
	if (shown->linkable)
		page_set(&context->page, "Library.linkable", "1");
	if (shown->assessment.cycle != NULL)
		assessment_stages_fill(context, &shown->assessment);
}

static void
add_try(const struct library *library, struct node *list, size_t *count, const char *text)
{
	struct node *node = node_row(list, (*count)++);
	struct context *context = library->context;

	node_set(node, "text", text);
	node_set(node, "href",
	    arena_format(context->arena, "%s%s", context->config->base_path,
		library_search_address(library, text)));
}

/* What may find something where this found nothing: without the other filters,
 * without the quotation marks, by one of the words. */
static void
fill_advice(const struct library *library)
{
	struct context *context = library->context;
	const struct search *search = &library->search;
	struct node *node = page_node(&context->page, "Advice");
	size_t wide = 0, plain = 0, count = 0;

	if (*search->text == '\0')
		return;
	for (int field = FILTER_TEXT + 1; field < FILTER_AGENCY && wide == 0; field++)
		if (*form_text(&context->form, field) != '\0')
			add_try(library, node_child(node, "wide"), &wide, search->text);
	if (search->quoted)
		add_try(library, node_child(node, "plain"), &plain, search->plain);
	for (size_t at = 0; search->word_count > 1 && at < search->word_count; at++)
		add_try(library, node_child(node, "words"), &count, search->words[at]);
}

/* What the list was asked for, "" for nothing: for the address of its file. */
static const char *
library_query(const struct library *library)
{
	const char *query = strchr(library_address(library, 1), '?');

	return query != NULL ? query + 1 : "";
}

static int
library_show(const struct library *library, const struct library_page *shown)
{
	struct context *context = library->context;
	const struct rows *documents = &shown->documents;
	int64_t total = documents->count > 0 ? row_int(documents, 0, "total") : 0;

	if (shown->asked)
		page_set(&context->page, "Library.asked", "1");
	fill_around(library, shown);
	library_fill_documents(library, documents, &shown->flags);
	library_fill_pages(library, (total + LIBRARY_ROWS - 1) / LIBRARY_ROWS);
	page_set_int(&context->page, "Library.total", total);
	page_set(&context->page, "Library.query", library_query(library));
	if (total == 0)
		fill_advice(library);
	return context_show(context, "upload/library");
}

int
show_library(struct context *context)
{
	struct library_page shown = { .asked = false };
	struct library library;
	int status = library_read(&library, context);

	if (status == 0)
		status = library_read_documents(&library, &shown);
	if (status != 0)
		return status;
	if (shown.documents.count == 0 && library.page > 1)
		return context_redirect(context, "%s", library_address(&library, 1));
	status = library_read_around(&library, &shown);
	return status != 0 ? status : library_show(&library, &shown);
}

/* ---- the same as a file ---------------------------------------------------------- */

/* One document; what there is nothing of is "". */
struct library_line {
	const char *title, *agency, *kind, *number, *dated, *period, *type, *size, *revision, *used;
};

static struct library_line
library_line(struct arena *arena, const struct rows *rows, size_t row)
{
	bool stored = !row_null(rows, row, "revision_id");

	return (struct library_line){
		.title = row_text(rows, row, "title"),
		.agency = row_text(rows, row, "agency_name"),
		.kind = words_kind(row_text(rows, row, "kind")),
		.number = row_text(rows, row, "number"),
		.dated = words_date(arena, row_text(rows, row, "dated")),
		.period = words_period(arena, row_text(rows, row, "period_from"),
		    row_text(rows, row, "period_until")),
		.type = stored ? words_file_type(row_text(rows, row, "type")) : "",
		.size = stored ? words_bytes(arena, row_int(rows, row, "bytes")) : "",
		.revision = stored ? row_text(rows, row, "revision_number") : "",
		.used = words_used(arena, row_text(rows, row, "used")),
	};
}

int
send_library(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Dokumen", 26, struct library_line, title),
		LISTING_MEMBER("Perangkat daerah", 14, struct library_line, agency),
		LISTING_MEMBER("Jenis", 8, struct library_line, kind),
		LISTING_MEMBER("Nomor", 10, struct library_line, number),
		LISTING_MEMBER("Tanggal", 9, struct library_line, dated),
		LISTING_MEMBER("Berlaku", 12, struct library_line, period),
		LISTING_MEMBER("Berkas", 6, struct library_line, type),
		LISTING_MEMBER("Ukuran", 6, struct library_line, size),
		LISTING_NUMBER("Revisi", 4, struct library_line, revision),
		LISTING_MEMBER("Dipakai di", 14, struct library_line, used),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Dokumen",
		.columns = columns,
		.size = sizeof(struct library_line) };
	struct library_line *lines;
	struct library library;
	struct rows rows = { 0 };
	int result = 0, status = library_read(&library, context);

	if (status != 0)
		return status;
	library.rows = LISTING_MAX;
	if (library_asked(&library))
		result = library_select(&library, &rows);
	if (result < 0)
		return context_status(context, result);
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = library_line(context->arena, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "dokumen", &listing, 1);
}
