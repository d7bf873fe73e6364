/* SPDX-License-Identifier: ISC */
/*
 * The public page and the figures of a region's year, made once and sent as
 * they are until something that they show was changed.
 */
#include "portal/published.h"
#include "portal/agency_why.h"
#include "portal/agency_years.h"
#include "portal/catalog.h"
#include "portal/dataset.h"
#include "portal/embed.h"

#include <string.h>

#include "assessment/headline.h"
#include "assessment/results.h"
#include "document/chart.h"
#include "frame/download.h"
#include "frame/kept_page.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "rules/licence.h"
#include "base/banned.h"

enum { YEAR_MAX = 9999 };

/* What is asked for, and where it failed. */
enum published_kind {
	PUBLISHED_PAGE,
	PUBLISHED_AGENCY,
	PUBLISHED_WHY,
	PUBLISHED_FIGURES,
	PUBLISHED_DATASET, /* described */
	PUBLISHED_TABLE,   /* what describes its CSV */
	PUBLISHED_CATALOG,
	PUBLISHED_FEED,
	PUBLISHED_FRAGMENT,
	PUBLISHED_EMBED,
	PUBLISHED_OPENAPI,
	PUBLISHED_KINDS
};

struct asked {
	enum published_kind kind;
	enum dataset_kind of;
	enum figures figures;
	const char *code; /* of the region, "" for what is of none */
	int64_t year;     /* or the page of the catalogue */
	int64_t agency;   /* its key, 0 for what is of none */
};

/* Figures may be read by any page of anyone. */
#define FOR_ALL "public, max-age=300"
/* Whoever signs in afterwards has another page at this address. */
#define FOR_STRANGERS "private, no-cache"
#define JSON_LD "application/ld+json; charset=utf-8"
#define HTML "text/html; charset=utf-8"

typedef int make_published(struct context *, const struct asked *, const char **body, size_t *);
static make_published make_region_page, make_agency, make_why, make_figures, make_dataset,
    make_table, make_catalog, make_feed, make_fragment, make_embed, make_openapi;

static const struct {
	const char *type; /* NULL: of the figures */
	const char *caching;
	const char *view; /* another edition of it is another answer */
	make_published *make;
} kinds[PUBLISHED_KINDS] = {
	[PUBLISHED_PAGE] = { HTML, FOR_STRANGERS, "portal/region", make_region_page },
	[PUBLISHED_AGENCY] = { HTML, FOR_STRANGERS, "portal/agency", make_agency },
	[PUBLISHED_WHY] = { HTML, FOR_STRANGERS, "portal/why", make_why },
	[PUBLISHED_FIGURES] = { NULL, FOR_ALL, NULL, make_figures },
	[PUBLISHED_DATASET] = { JSON_LD, FOR_ALL, NULL, make_dataset },
	[PUBLISHED_TABLE] = { TABLE_DESCRIPTION_MEDIA, FOR_ALL, NULL, make_table },
	[PUBLISHED_CATALOG] = { JSON_LD, FOR_ALL, NULL, make_catalog },
	[PUBLISHED_FEED] = { "application/atom+xml; charset=utf-8", FOR_ALL, "portal/feed",
	    make_feed },
	[PUBLISHED_FRAGMENT] = { HTML, FOR_ALL, "portal/fragment", make_fragment },
	/* A site that leaves the list of those that may frame it is out at once. */
	[PUBLISHED_EMBED] = { HTML, FOR_STRANGERS, "portal/embed", make_embed },
	[PUBLISHED_OPENAPI] = { "application/json; charset=utf-8", FOR_ALL, "portal/openapi",
	    make_openapi },
};

/* Digits to the end or to a point; they are a year, or it is 0. */
static const char *
read_year(const char *text, int64_t *year)
{
	for (*year = 0; *text >= '0' && *text <= '9' && *year < 10000; text++)
		*year = *year * 10 + (*text - '0');
	return text;
}

/* "2025", "latest" where that is asked for: 0, or 404. */
static int
read_page_asked(const struct context *context, enum published_kind kind, struct asked *asked)
{
	const char *text = context->words[1];

	*asked = (struct asked){ .kind = kind, .code = context->words[0] };
	if (kind != PUBLISHED_PAGE && strcmp(text, "latest") == 0)
		return 0;
	return *read_year(text, &asked->year) == '\0' && asked->year > 0 ? 0 : 404;
}

/* "2025.json", "years.csv", "regions-2025.jsonld": 0, or 404. */
static int
read_data_asked(const struct context *context, struct asked *asked)
{
	static const char years[] = "years", regions[] = "regions-";
	const char *text = context->words[1];

	*asked = (struct asked){ .kind = PUBLISHED_FIGURES, .code = context->words[0] };
	if (strncmp(text, years, sizeof(years) - 1) == 0) {
		asked->of = DATASET_YEARS;
		text += sizeof(years) - 1;
	} else {
		if (strncmp(text, regions, sizeof(regions) - 1) == 0) {
			asked->of = DATASET_REGIONS;
			text += sizeof(regions) - 1;
		}
		text = read_year(text, &asked->year);
	}
	if (strcmp(text, ".jsonld") == 0) {
		asked->kind = PUBLISHED_DATASET;
		return 0;
	}
	if (strcmp(text, TABLE_DESCRIPTION) == 0) {
		asked->kind = PUBLISHED_TABLE;
		return 0;
	}
	for (; asked->figures < FIGURES_COUNT; asked->figures++)
		if (figures_there(asked->of, asked->figures) &&
		    strcmp(text, figures_forms[asked->figures].ending) == 0)
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
	const char *complaint; /* where to complain there, or "" */
	const char *licence;   /* of its data, or "" */
};

static int
complaint_read(struct context *context, const char *code, const char **complaint)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PORTAL_PLACE, db_text(code));

	*complaint = result > 0 ? row_text(&rows, 0, "complaint_channel") : "";
	return result < 0 ? context_status(context, result) : 0;
}

static int
region_read(struct context *context, const struct asked *asked, struct published_region *region)
{
	int status = results_find_published(context, asked->code, asked->year, &region->results);

	if (status == 0)
		status = charts_of_region(context, &region->results, true, &region->charts);
	if (status == 0)
		status = beside_read(context, &region->results, &region->beside);
	if (status == 0)
		status = complaint_read(context, asked->code, &region->complaint);
	if (status == 0)
		status = dataset_licence(context, asked->code, &region->licence);
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
	page_set(&context->page, "Complaint", region->complaint);
	page_set(&context->page, "Licence.address", region->licence);
	page_set(&context->page, "Licence.name", licence_name(region->licence));
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

static void
fill_why_offered(struct context *context, bool why)
{
	if (why)
		page_set(&context->page, "May.why", "1");
}

static int
make_agency(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	struct agency_years years;
	bool why;
	int status = agency_years_read(context, asked->agency, &years);

	if (status == 0)
		status = agency_why_offered(context, &why);
	if (status != 0)
		return status;
	agency_years_fill(context, &years);
	fill_why_offered(context, why);
	return context_render(context, "portal/agency", body, length);
}

static int
make_why(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	struct agency_why read;
	int status = agency_why_read(context, asked->agency, asked->year, &read);

	if (status != 0)
		return status;
	agency_why_fill(context, &read);
	return context_render(context, "portal/why", body, length);
}

static int
make_figures(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	struct dataset dataset;
	int status = dataset_read(context,
	    (struct dataset_key){ asked->of, asked->code, asked->year }, &dataset);

	return status != 0 ? status : figures_make(context, &dataset, asked->figures, body, length);
}

static int
make_dataset(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	return catalog_dataset(context, (struct dataset_key){ asked->of, asked->code, asked->year },
	    body, length);
}

static int
make_table(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	struct dataset dataset;
	int status = dataset_read(context,
	    (struct dataset_key){ asked->of, asked->code, asked->year }, &dataset);

	if (status == 0)
		table_description_make(context, &dataset, body, length);
	return status;
}

static int
make_catalog(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	return catalog_page(context, asked->year, body, length);
}

static int
make_feed(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	(void)asked;
	return catalog_feed(context, body, length);
}

static int
make_fragment(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	return embed_make(context, "portal/fragment", asked->code, asked->year, body, length);
}

static int
make_embed(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	return embed_make(context, "portal/embed", asked->code, asked->year, body, length);
}

static int
make_openapi(struct context *context, const struct asked *asked, const char **body, size_t *length)
{
	(void)asked;
	return context_render(context, "portal/openapi", body, length);
}

static int
make_asked(struct context *context, const void *what, const char **body, size_t *length)
{
	const struct asked *asked = what;

	return kinds[asked->kind].make(context, asked, body, length);
}

/* ---- sent ------------------------------------------------------------------- */

/* Of figures, which a program takes without their description (RFC 8288): their licence, and
 * beside a CSV where that stands with its columns. */
static void
send_links(struct request *request, const struct asked *asked, const char *licence)
{
	struct arena *arena = request->arena;
	const struct dataset_key key = { asked->of, asked->code, asked->year };
	const char *license = *licence == '\0' ?
	    "" :
	    arena_format(arena, "%c%s%c; rel=\"license\"", '<', licence, '>');
	const char *table = asked->figures != FIGURES_CSV ?
	    "" :
	    arena_format(arena, "%c%s%s%c; rel=\"describedby\"; type=\"%s\"", '<',
		dataset_word(arena, &key), TABLE_DESCRIPTION, '>', TABLE_DESCRIPTION_MEDIA);

	if (*license != '\0' || *table != '\0')
		answer_header(request, "Link",
		    arena_format(arena, "%s%s%s", license,
			*license != '\0' && *table != '\0' ? ", " : "", table));
}

static void
send_published(struct context *context, const struct asked *asked,
    const struct kept_page *published)
{
	struct request *request = context->request;
	/* A web server puts a fragment into a page as it comes, whatever the browser takes. */
	bool included = asked->kind == PUBLISHED_FRAGMENT;
	bool packed = published->packed != NULL && !included && request_takes_gzip(request);

	if (strcmp(kinds[asked->kind].caching, FOR_ALL) == 0)
		answer_header(request, "Access-Control-Allow-Origin", "*");
	answer_header(request, "Cache-Control", kinds[asked->kind].caching);
	answer_header(request, "ETag", published->etag);
	if (!included)
		answer_header(request, "Vary", "Accept-Encoding");
	if (asked->kind == PUBLISHED_FIGURES && asked->figures == FIGURES_XLSX)
		answer_header(request, "Content-Disposition",
		    disposition_of(request->arena, "attachment",
			arena_format(request->arena, "hasil-%s-%lld.xlsx", asked->code,
			    (long long)asked->year)));
	if (known_already(request, published->etag)) {
		answer_begin(request, 304, NULL, -1);
		return;
	}
	if (packed || included)
		answer_header(request, "Content-Encoding", packed ? "gzip" : NULL);
	answer_send(request, 200,
	    asked->kind == PUBLISHED_FIGURES ?
		figures_forms[asked->figures].type :
		kinds[asked->kind].type,
	    packed ? published->packed : published->body,
	    packed ? published->packed_length : published->length);
}

/* Codes have five characters at most, and the year four digits; what has a
 * template is another one when that is. */
static struct cache_key
published_key(struct context *context, const struct asked *asked)
{
	enum { YEARS = YEAR_MAX + 1 };
	struct cache_key key = { .kind = CACHE_PUBLISHED };
	const char *view = kinds[asked->kind].view;
	int64_t edition = view != NULL ? (int64_t)page_edition(&context->page, view) : 0;

	for (const char *at = asked->code; *at != '\0'; at++)
		key.id = key.id << 8 | (unsigned char)*at;
	if (asked->agency != 0)
		key.id = -asked->agency; /* no code is below nought */
	key.part = (edition * YEARS + asked->year) * PUBLISHED_KINDS + (int64_t)asked->kind;
	key.part = (key.part * (DATASET_REGIONS + 1) + (int64_t)asked->of) * FIGURES_COUNT +
	    (int64_t)asked->figures;
	return key;
}

static int
answer_published(struct context *context, const struct asked *asked)
{
	enum { CODE_MAX = 7 };
	struct page_asked page = { .make = make_asked, .what = asked };
	const struct kept_page *published;
	const char *licence;
	int status;

	if (strlen(asked->code) > CODE_MAX)
		return 404;
	page.key = published_key(context, asked);
	status = kept_page_of_world(context, &page);
	if (status == 0)
		status = kept_page_find(context, &page, &published);
	if (status != 0)
		return status;
	/* What is not there is a page of ours, which nobody frames. */
	if (asked->kind == PUBLISHED_EMBED && (status = embed_allow(context)) != 0)
		return status;
	if (asked->kind == PUBLISHED_FIGURES) {
		status = dataset_licence(context, asked->code, &licence);
		if (status != 0)
			return status;
		send_links(context->request, asked, licence);
	}
	send_published(context, asked, published);
	return 0;
}

int
show_region(struct context *context)
{
	struct asked asked;
	struct published_region region;
	int status = read_page_asked(context, PUBLISHED_PAGE, &asked);

	if (status == 0 && kept_page_serves(context))
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
	int status = read_data_asked(context, &asked);

	return status != 0 ? status : answer_published(context, &asked);
}

int
send_catalog(struct context *context)
{
	struct asked asked = { .kind = PUBLISHED_CATALOG, .code = "" };

	if (!form_ok(&context->form))
		return 400;
	asked.year = page_number(context, CATALOG_PAGE);
	return answer_published(context, &asked);
}

int
send_feed(struct context *context)
{
	return answer_published(context, &(struct asked){ .kind = PUBLISHED_FEED, .code = "" });
}

int
send_openapi(struct context *context)
{
	return answer_published(context, &(struct asked){ .kind = PUBLISHED_OPENAPI, .code = "" });
}

int
send_fragment(struct context *context)
{
	struct asked asked;
	int status = read_page_asked(context, PUBLISHED_FRAGMENT, &asked);

	return status != 0 ? status : answer_published(context, &asked);
}

int
send_embed(struct context *context)
{
	struct asked asked;
	int status = read_page_asked(context, PUBLISHED_EMBED, &asked);

	return status != 0 ? status : answer_published(context, &asked);
}

int
show_agency_years(struct context *context)
{
	struct asked asked = { .kind = PUBLISHED_AGENCY, .code = "", .agency = context->keys[0] };
	struct agency_years years;
	bool why;
	int status;

	if (kept_page_serves(context))
		return answer_published(context, &asked);
	status = agency_years_read(context, asked.agency, &years);
	if (status == 0)
		status = agency_why_offered(context, &why);
	if (status != 0)
		return status;
	agency_years_fill(context, &years);
	fill_why_offered(context, why);
	return context_show(context, "portal/agency");
}

int
show_agency_why(struct context *context)
{
	struct asked asked = { .kind = PUBLISHED_WHY,
		.code = "",
		.agency = context->keys[0],
		.year = context->keys[1] };
	struct agency_why read;
	int status;

	if (asked.year <= 0 || asked.year > YEAR_MAX)
		return 404;
	if (kept_page_serves(context))
		return answer_published(context, &asked);
	status = agency_why_read(context, asked.agency, asked.year, &read);
	if (status != 0)
		return status;
	agency_why_fill(context, &read);
	return context_show(context, "portal/why");
}
