/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <ctype.h>
#include <string.h>

#include "step/intake.h"
#include "step/checked.h"
#include "step/words.h"
#include "base/banned.h"

enum { PAGE_ROWS = 20, PAGES_AROUND = 2, TENTHS = 1000 };

enum { FILTER_TEXT, FILTER_KIND, FILTER_SHOW, FILTER_PAGE };

static const char *const shows[] = { "unused", "outside", "archived", NULL };
enum { SHOW_UNUSED, SHOW_OUTSIDE, SHOW_ARCHIVED, SHOW_ALL };

const struct field library_fields[] = {
	[FILTER_TEXT] = { .name = "q", .kind = FIELD_TEXT, .label = "Kata" },
	[FILTER_KIND] = { .name = "kind", .kind = FIELD_CHOICE,
	    .label = "Jenis dokumen", .choices = document_kinds },
	[FILTER_SHOW] = { .name = "show", .kind = FIELD_CHOICE,
	    .label = "Tampilkan", .choices = shows },
	[FILTER_PAGE] = { .name = "page", .kind = FIELD_NUMBER,
	    .label = "Halaman", .min = 1, .max = 100000 },
	{ .name = NULL }
};

const char *
search_pattern(struct arena *arena, const char *text)
{
	struct buffer pattern = { .arena = arena };

	buffer_char(&pattern, '%');
	for (; *text != '\0'; text++) {
		if (strchr("%_\\", *text) != NULL)
			buffer_char(&pattern, '\\');
		buffer_char(&pattern, *text == ' ' ? '%' : *text);
	}
	buffer_char(&pattern, '%');
	return pattern.bytes;
}

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

static void
fill_documents(struct visit *visit, const struct rows *rows)
{
	struct node *list = page_node(&visit->page, "Documents");
	struct arena *arena = visit->arena;

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);
		struct checked checked;

		node_set(node, "id", row_text(rows, row, "id"));
		node_set(node, "title", row_text(rows, row, "title"));
		node_set(node, "kind", words_kind(row_text(rows, row,
		    "kind")));
		node_set(node, "number", row_text(rows, row, "number"));
		node_set(node, "dated", words_date(arena, row_text(rows, row,
		    "dated")));
		node_set(node, "period", words_period(arena,
		    row_text(rows, row, "period_from"),
		    row_text(rows, row, "period_until")));
		node_set(node, "used", words_used(arena, row_text(rows, row,
		    "used")));
		if (row_null(rows, row, "revision_id"))
			continue;
		checked_read(rows, row, &checked);
		checked_fill(visit, node, &checked);
		node_set(node, "revision", row_text(rows, row,
		    "revision_number"));
		node_set(node, "type", words_file_type(row_text(rows, row,
		    "type")));
		node_set(node, "size", words_bytes(arena, row_int(rows, row,
		    "bytes")));
	}
}

static void
add_pair(struct buffer *query, const char *name, const char *value)
{
	buffer_char(query, query->length == 0 ? '?' : '&');
	buffer_text(query, name);
	buffer_char(query, '=');
	for (; *value != '\0'; value++)
		if (isalnum((unsigned char)*value))
			buffer_char(query, *value);
		else
			buffer_format(query, "%%%02X",
			    (unsigned char)*value);
}

/* The same list, another page of it. */
static const char *
page_address(struct visit *visit, int64_t page)
{
	static const int kept[] = { FILTER_TEXT, FILTER_KIND, FILTER_SHOW };
	struct form *form = &visit->form;
	struct buffer query = { .arena = visit->arena };

	buffer_text(&query, "");
	for (size_t at = 0; at < sizeof(kept) / sizeof(kept[0]); at++)
		if (*form_text(form, kept[at]) != '\0')
			add_pair(&query, library_fields[kept[at]].name,
			    form_text(form, kept[at]));
	if (page > 1)
		add_pair(&query, "page", arena_format(visit->arena, "%lld",
		    (long long)page));
	return arena_format(visit->arena, "%s/upload/%s",
	    visit->config->base_path, query.bytes);
}

/* First, last, and those around the present one; a gap is a row without an
 * address. */
static void
fill_pages(struct visit *visit, int64_t page, int64_t last)
{
	struct node *pages = page_node(&visit->page, "Pages");
	struct node *items = node_child(pages, "items");
	size_t row = 0;
	bool gap = false;

	if (last < 2)
		return;
	if (page > 1)
		node_set(node_child(pages, "previous"), "href",
		    page_address(visit, page - 1));
	if (page < last)
		node_set(node_child(pages, "next"), "href",
		    page_address(visit, page + 1));
	for (int64_t at = 1; at <= last; at++) {
		bool near = at >= page - PAGES_AROUND &&
		    at <= page + PAGES_AROUND;
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
		node_set(node, "href", page_address(visit, at));
		if (at == page)
			node_set(node, "current", "1");
	}
}

static int
fill_quota(struct visit *visit)
{
	struct node *node = page_node(&visit->page, "Quota");
	struct quota quota;
	int status = quota_load(visit, visit->actor.agency_id, &quota);
	uint64_t part = 0;

	if (status != 0)
		return status;
	if (quota.limit > 0)
		part = quota.stored / (quota.limit / TENTHS + 1);
	node_set(node, "stored", words_bytes(visit->arena,
	    (int64_t)quota.stored));
	node_set(node, "limit", words_bytes(visit->arena,
	    (int64_t)quota.limit));
	node_set_int(node, "part", part > TENTHS ? TENTHS : (int64_t)part);
	if (part >= TENTHS * 9 / 10)
		node_set(node, "short", "1");
	return 0;
}

/* "Not used" means in the assessment that is open now; where there is none,
 * in any. */
static int64_t
unused_in(struct visit *visit)
{
	struct rows rows;

	return db_select(visit->db, &rows, STATEMENT_UPLOAD_ASSESSMENTS,
	    db_int(visit->actor.agency_id)) > 0 ? row_int(&rows, 0, "id") : 0;
}

static int
select_page(struct visit *visit, int64_t page, struct rows *rows)
{
	const struct form *form = &visit->form;
	const char *text = form_text(form, FILTER_TEXT);
	const char *kind = form_text(form, FILTER_KIND);
	const char *pattern = *text != '\0' ? search_pattern(visit->arena,
	    text) : "";
	int64_t show = *form_text(form, FILTER_SHOW) != '\0' ?
	    form_number(form, FILTER_SHOW) : SHOW_ALL;
	int64_t open = show == SHOW_UNUSED ? unused_in(visit) : 0;

	return db_select(visit->db, rows, STATEMENT_UPLOAD_LIBRARY,
	    db_int(visit->actor.agency_id), db_int(show == SHOW_ARCHIVED),
	    db_text(kind), db_text(kind), db_text(pattern), db_text(pattern),
	    db_text(pattern), db_int(show == SHOW_OUTSIDE),
	    db_int(show == SHOW_UNUSED), db_key(open), db_key(open),
	    db_int(PAGE_ROWS), db_int((page - 1) * PAGE_ROWS));
}

static bool
filtered(const struct form *form)
{
	return *form_text(form, FILTER_TEXT) != '\0' ||
	    *form_text(form, FILTER_KIND) != '\0' ||
	    *form_text(form, FILTER_SHOW) != '\0';
}

int
show_library(struct visit *visit)
{
	const struct form *form = &visit->form;
	int64_t page = *form_text(form, FILTER_PAGE) != '\0' ?
	    form_number(form, FILTER_PAGE) : 1;
	int64_t total = 0;
	struct rows rows;
	int result, status;

	/* Addresses with such values are typed by hand, not followed. */
	if (!form_ok(form))
		return 404;
	result = select_page(visit, page, &rows);
	if (result < 0)
		return visit_status(visit, result);
	if (result == 0 && page > 1)
		return visit_redirect(visit, "%s", page_address(visit, 1) +
		    strlen(visit->config->base_path));
	if (result > 0)
		total = row_int(&rows, 0, "total");
	status = fill_quota(visit);
	if (status != 0)
		return status;
	fill_documents(visit, &rows);
	fill_pages(visit, page, (total + PAGE_ROWS - 1) / PAGE_ROWS);
	fill_kinds(visit);
	fill_form(visit);
	page_set_int(&visit->page, "Library.total", total);
	if (filtered(form))
		page_set(&visit->page, "Library.filtered", "1");
	return visit_show(visit, "upload/library");
}
