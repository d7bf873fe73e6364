/* SPDX-License-Identifier: ISC */
/*
 * The public page and the figures of a region's year, made once and sent as
 * they are until something that they show was changed.
 */
#include "portal/published.h"
#include "portal/agency_years.h"

#include <string.h>

#include "assessment/headline.h"
#include "assessment/results.h"
#include "assessment/results_columns.h"
#include "base/secret.h"
#include "document/chart.h"
#include "document/listing.h"
#include "frame/download.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "web/gzip.h"
#include "base/banned.h"

/* What is asked for, and where it failed. */
enum published_kind {
	PUBLISHED_PAGE,
	PUBLISHED_JSON,
	PUBLISHED_CSV,
	PUBLISHED_XLSX,
	PUBLISHED_AGENCY,
	PUBLISHED_KINDS
};

struct asked {
	enum published_kind kind;
	const char *code; /* of the region, "" for an agency */
	int64_t year;     /* or the key of the agency */
	int *status;
};

/* The answer as it is sent. */
struct published {
	const char *body, *packed; /* packed: NULL where that is no shorter */
	size_t length, packed_length;
	const char *etag;
};

static const struct {
	const char *ending, *type, *caching;
} kinds[] = {
	/* Whoever signs in afterwards has another page at this address. */
	[PUBLISHED_PAGE] = { "", "text/html; charset=utf-8", "private, no-cache" },
	/* Published figures may be read by any page of anyone. */
	[PUBLISHED_JSON] = { ".json", "application/json; charset=utf-8", "public, max-age=300" },
	[PUBLISHED_CSV] = { ".csv", "text/csv; charset=utf-8", "public, max-age=300" },
	/* The same for people, with the heads of the page. */
	[PUBLISHED_XLSX] = { ".xlsx",
	    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	    "public, max-age=300" },
	[PUBLISHED_AGENCY] = { NULL, "text/html; charset=utf-8", "private, no-cache" },
};

/* "2025", "2025.json", "2025.csv", "2025.xlsx": 0, or 404. */
static int
read_asked(const struct context *context, bool data, struct asked *asked)
{
	const char *text = context->words[1];

	asked->code = context->words[0];
	for (asked->year = 0; *text >= '0' && *text <= '9' && asked->year < 10000; text++)
		asked->year = asked->year * 10 + (*text - '0');
	for (asked->kind = PUBLISHED_PAGE; asked->kind <= PUBLISHED_XLSX; asked->kind++)
		if (data == (asked->kind != PUBLISHED_PAGE) &&
		    strcmp(text, kinds[asked->kind].ending) == 0)
			return 0;
	return 404;
}

/* ---- made ------------------------------------------------------------------- */

/* What other regions of the province published of the same year. */
enum { BESIDE_MAX = 40 };

struct beside {
	const struct results *regions[BESIDE_MAX + 1]; /* the highest average first */
	size_t count;
};

static void
beside_add(struct beside *beside, const struct results *results)
{
	size_t place = beside->count;

	if (results->withheld || results->average_assessed == AVERAGE_ABSENT)
		return;
	for (;
	     place > 0 && beside->regions[place - 1]->average_assessed < results->average_assessed;
	     place--)
		beside->regions[place] = beside->regions[place - 1];
	beside->regions[place] = results;
	beside->count++;
}

static int
beside_read(struct context *context, const struct results *results, struct beside *beside)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_RESULTS_BESIDE, db_int(results->year),
	    db_int(results->region_id), db_int(BESIDE_MAX));

	beside->count = 0;
	if (result < 0)
		return context_status(context, result);
	beside_add(beside, results);
	for (size_t row = 0; row < rows.count; row++) {
		struct results *other = arena_alloc(context->arena, sizeof(*other));
		int status = results_load_published(context, row_int(&rows, row, "id"), other);

		if (status != 0)
			return status;
		beside_add(beside, other);
	}
	return 0;
}

static void
beside_fill(struct context *context, const struct results *results, const struct beside *beside)
{
	struct node *list = page_node(&context->page, "Beside");

	for (size_t at = 0; beside->count > 1 && at < beside->count; at++) {
		const struct results *one = beside->regions[at];
		struct node *node = node_row(list, at);

		node_set(node, "name", one->region_name);
		node_set(node, "code", one->region_code);
		node_set(node, "average", words_tenths(context->arena, one->average_assessed));
		node_set(node, "category", one->category != NULL ? one->category->name : "");
		if (one == results)
			node_set(node, "own", "1");
	}
}

/* All that the page of a region's year shows. */
struct published_region {
	struct results results;
	struct region_charts charts;
	struct beside beside;
};

static int
region_read(struct context *context, const struct asked *asked, struct published_region *region)
{
	int status = results_find_published(context, asked->code, asked->year, &region->results);

	if (status == 0)
		status = charts_of_region(context, &region->results, true, &region->charts);
	if (status == 0)
		status = beside_read(context, &region->results, &region->beside);
	return status;
}

static void
published_fill(struct context *context, const struct published_region *region)
{
	const struct results *results = &region->results;
	struct headline headline = headline_of_region(context->arena, results,
	    region->charts.before);

	headline_fill(context, page_node(&context->page, "Headline"), &headline);
	beside_fill(context, results, &region->beside);
	results_fill(context, results);
	if (results->assessed > 0 && results->average_assessed != AVERAGE_ABSENT) {
		if (!results->unspread)
			CHART_FILL(context, "distribution", distribution,
			    &region->charts.distribution);
		chart_fill_trend(context, &region->charts.trend);
	}
}

static int
make_region_page(struct context *context, const struct asked *asked, const char **body,
    size_t *length)
{
	struct published_region region;
	int status = region_read(context, asked, &region);

	if (status != 0)
		return status;
	published_fill(context, &region);
	return context_render(context, "portal/region", body, length);
}

static int
make_agency(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	struct agency_years years;
	int status = agency_years_read(context, asked->year, &years);

	if (status != 0)
		return status;
	agency_years_fill(context, &years);
	return context_render(context, "portal/agency", body, length);
}

/* ---- the workbook: what the page shows, a sheet for each of its tables ---------- */

static const char *
tenths_or_none(struct context *context, int tenths)
{
	return tenths != AVERAGE_ABSENT ? words_tenths(context->arena, tenths) : "";
}

static const char *
book_number(struct context *context, const void *records, size_t row)
{
	const struct results *results = records;

	return arena_format(context->arena, "%d", results->variables[row].number);
}

static const char *
book_name(struct context *context, const void *records, size_t row)
{
	(void)context;
	return ((const struct results *)records)->variables[row].name;
}

static const char *
book_self(struct context *context, const void *records, size_t row)
{
	return tenths_or_none(context,
	    ((const struct results *)records)->variables[row].self_tenths);
}

static const char *
book_final(struct context *context, const void *records, size_t row)
{
	return tenths_or_none(context,
	    ((const struct results *)records)->variables[row].final_tenths);
}

static const char *
book_category(struct context *context, const void *records, size_t row)
{
	(void)context;
	return ((const struct results *)records)->categories[row].name;
}

static const char *
book_least(struct context *context, const void *records, size_t row)
{
	return words_tenths(context->arena,
	    ((const struct results *)records)->categories[row].min_tenths);
}

static const char *
book_most(struct context *context, const void *records, size_t row)
{
	return words_tenths(context->arena,
	    ((const struct results *)records)->categories[row].max_tenths);
}

static const char *
book_count(struct context *context, const void *records, size_t row)
{
	return arena_format(context->arena, "%d",
	    ((const struct results *)records)->category_agencies[row]);
}

static const struct listing_column variable_columns[] = {
	{ "No.", 6, true, .read = book_number },
	{ "Variabel", 60, .read = book_name },
	{ "Rata-rata mandiri", 17, true, .read = book_self },
	{ "Rata-rata akhir", 17, true, .read = book_final },
	{ .label = NULL },
};

static const struct listing_column category_columns[] = {
	{ "Kategori", 40, .read = book_category },
	{ "Skor dari", 20, true, .read = book_least },
	{ "Skor sampai", 20, true, .read = book_most },
	{ "Perangkat daerah", 20, true, .read = book_count },
	{ .label = NULL },
};

/* The columns of the page, each cell as it stands there. */
static struct listing
list_agencies(struct context *context, const struct results *results)
{
	struct listing_column *columns = arena_array(context->arena, results_column_count + 1,
	    sizeof(*columns));
	const char **cells = arena_array(context->arena, results->listed * results_column_count + 1,
	    sizeof(*cells));
	size_t width = 0;

	for (size_t at = 0; at < results_column_count; at++) {
		const struct results_column *column = &results_columns[at];

		if (column->where & RESULTS_INSIDE || !results_column_shown(column, results))
			continue;
		columns[width] = (struct listing_column){
			.label = results_column_label(context->arena, column, results),
			.share = width == 0 ? 40 : 15,
			.number = !column->words,
			.member = width * sizeof(*cells)
		};
		for (size_t row = 0; row < results->listed; row++) {
			struct results_cell cell = column->read(&(struct results_row){
			    context->arena, results, &results->agencies[row] });

			cells[row * results_column_count + width] = results_cell_text(
			    context->arena, column, &cell);
		}
		width++;
	}
	return (struct listing){ "Skor", columns, cells, results->listed,
		results_column_count * sizeof(*cells) };
}

/* Sheets of what the page has; 0 or a status. */
static int
make_book(struct context *context, const struct results *results, const char **body, size_t *length)
{
	struct listing sheets[3];
	size_t count = 0;

	if (results->listed > 0)
		sheets[count++] = list_agencies(context, results);
	sheets[count++] = (struct listing){ "Variabel", variable_columns, results,
		results->average_assessed != AVERAGE_ABSENT ? results->variable_count : 0, 0 };
	sheets[count++] = (struct listing){ "Kategori", category_columns, results,
		results->unspread ? 0 : results->category_count, 0 };
	return listing_workbook(context,
	    arena_format(context->arena, "Hasil penilaian %s %lld", results->region_name,
		(long long)results->year),
	    sheets, count, body, length);
}

static int
make_body(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	struct buffer text = { .arena = context->arena };
	struct results results;
	int status;

	if (asked->kind == PUBLISHED_AGENCY)
		return make_agency(context, asked, body, length);
	if (asked->kind == PUBLISHED_PAGE)
		return make_region_page(context, asked, body, length);
	status = results_find_published(context, asked->code, asked->year, &results);
	if (status != 0)
		return status;
	if (asked->kind == PUBLISHED_XLSX)
		return make_book(context, &results, body, length);
	if (asked->kind == PUBLISHED_JSON)
		results_json(&results, &text);
	else
		results_csv(&results, &text);
	*body = text.bytes;
	*length = text.length;
	return 0;
}

/* A status is told beside: what is not there, or failed, is not kept. */
static int
read_published(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct asked *asked = what;
	struct published *published = arena_alloc(arena, sizeof(*published));
	unsigned char digest[SHA256_BYTES];
	char hex[SHA256_TEXT];
	const char *body;

	*asked->status = make_body(context, asked, &body, &published->length);
	if (*asked->status != 0)
		return 0;
	published->body = arena_copy(arena, body, published->length);
	published->packed = gzip_pack(arena, body, published->length, &published->packed_length);
	sha256(digest, body, published->length);
	/* Weak: the same for the plain body and the packed one. */
	published->etag = arena_format(arena, "W/\"%s\"", hex_text(hex, digest, SHA256_BYTES));
	*value = published;
	return 0;
}

/* ---- sent ------------------------------------------------------------------- */

static void
send_published(struct context *context, const struct asked *asked,
    const struct published *published)
{
	struct request *request = context->request;
	bool packed = published->packed != NULL && request_takes_gzip(request);

	if (asked->kind != PUBLISHED_PAGE && asked->kind != PUBLISHED_AGENCY)
		answer_header(request, "Access-Control-Allow-Origin", "*");
	answer_header(request, "Cache-Control", kinds[asked->kind].caching);
	answer_header(request, "ETag", published->etag);
	answer_header(request, "Vary", "Accept-Encoding");
	if (asked->kind == PUBLISHED_XLSX)
		answer_header(request, "Content-Disposition",
		    disposition_of(request->arena, "attachment",
			arena_format(request->arena, "hasil-%s-%lld.xlsx", asked->code,
			    (long long)asked->year)));
	if (known_already(request, published->etag)) {
		answer_begin(request, 304, NULL, -1);
		return;
	}
	if (packed)
		answer_header(request, "Content-Encoding", "gzip");
	answer_send(request, 200, kinds[asked->kind].type,
	    packed ? published->packed : published->body,
	    packed ? published->packed_length : published->length);
}

/* Codes have five characters at most, and the year four digits; the page is
 * another one when its templates are. */
static struct cache_key
published_key(struct context *context, const struct asked *asked)
{
	struct cache_key key = { .kind = CACHE_PUBLISHED };

	for (const char *at = asked->code; *at != '\0'; at++)
		key.id = key.id << 8 | (unsigned char)*at;
	if (asked->kind == PUBLISHED_AGENCY) {
		key.id = -asked->year; /* no code is below nought */
		key.part = (int64_t)page_edition(&context->page, "portal/agency");
		return key;
	}
	key.part = asked->year * PUBLISHED_KINDS + (int64_t)asked->kind;
	if (asked->kind == PUBLISHED_PAGE)
		key.part += (int64_t)page_edition(&context->page, "portal/region") * 10000 *
		    PUBLISHED_KINDS;
	return key;
}

static int
answer_published(struct context *context, struct asked *asked)
{
	enum { CODE_MAX = 7 };
	const void *value = NULL;
	int status = 0, result;

	if (strlen(asked->code) > CODE_MAX)
		return 404;
	asked->status = &status;
	result = kept_of_world(context, published_key(context, asked), read_published, asked,
	    &value);
	asked->status = NULL;
	if (result != 0 || status != 0)
		return status != 0 ? status : context_status(context, result);
	send_published(context, asked, value);
	return 0;
}

int
show_region(struct context *context)
{
	struct asked asked;
	struct published_region region;
	int status = read_asked(context, false, &asked);

	if (status == 0 && context->actor.account_id == 0 && *context->form.done == '\0')
		return answer_published(context, &asked);
	if (status == 0)
		status = region_read(context, &asked, &region);
	if (status != 0)
		return status;
	published_fill(context, &region);
	return context_show(context, "portal/region");
}

int
send_data(struct context *context)
{
	struct asked asked;
	int status = read_asked(context, true, &asked);

	return status != 0 ? status : answer_published(context, &asked);
}

int
show_agency_years(struct context *context)
{
	struct asked asked = { .kind = PUBLISHED_AGENCY, .code = "", .year = context->keys[0] };
	struct agency_years years;
	int status;

	if (context->actor.account_id == 0 && *context->form.done == '\0')
		return answer_published(context, &asked);
	status = agency_years_read(context, asked.year, &years);
	if (status != 0)
		return status;
	agency_years_fill(context, &years);
	return context_show(context, "portal/agency");
}
