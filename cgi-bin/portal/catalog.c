/* SPDX-License-Identifier: ISC */
/*
 * The catalogue of open data: DCAT 3 as JSON-LD for programs, a page for
 * people, and a feed of what is new.
 */
#include "portal/catalog.h"

#include <string.h>

#include "base/json_writer.h"
#include "base/secret.h"
#include "frame/kept.h"
#include "frame/kept_page.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "rules/licence.h"
#include "base/banned.h"

enum { CYCLES_A_PAGE = 10, CYCLES_OF_FEED = 40, LISTED_A_PAGE = 20, PAGE_MAX = 9999 };

const struct field catalog_fields[] = {
	[CATALOG_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = PAGE_MAX },
	{ NULL },
};

const char *
catalog_address(const struct context *context, const char *path)
{
	return arena_format(context->arena, "%s%s/portal%s", context->config->site_address,
	    context->config->base_path, path);
}

static const char *
data_address(const struct context *context, const struct dataset_key *key, const char *ending)
{
	return catalog_address(context,
	    arena_format(context->arena, "/data/%s/%s%s", key->code,
		dataset_word(context->arena, key), ending));
}

/* "2026-11-29 08:30:00.000" of the database, which is UTC, as RFC 3339 has it. */
static const char *
instant(struct arena *arena, const char *utc)
{
	enum { SECONDS = 19 };
	char *text = arena_copy(arena, utc, strnlen(utc, SECONDS));

	if (strlen(text) != SECONDS)
		return "1970-01-01T00:00:00Z";
	text[10] = 'T';
	return arena_format(arena, "%sZ", text);
}

/* ---- JSON-LD ------------------------------------------------------------------ */

static void
put_resource(struct buffer *json, const char *name, const char *address)
{
	json_open(json, name, '{');
	json_put(json, "@id", address);
	json_close(json, '}');
}

/* The same with its class, which DCAT asks for where it says what it is. */
static void
put_resource_of(struct buffer *json, const char *name, const char *class, const char *address)
{
	json_open(json, name, '{');
	json_put(json, "@id", address);
	json_put(json, "@type", class);
	json_close(json, '}');
}

static void
put_language(struct buffer *json)
{
	put_resource_of(json, "dct:language", "dct:LinguisticSystem",
	    "http://id.loc.gov/vocabulary/iso639-1/id");
}

static void
put_typed(struct buffer *json, const char *name, const char *type, const char *value)
{
	json_open(json, name, '{');
	json_put(json, "@type", type);
	json_put(json, "@value", value);
	json_close(json, '}');
}

/* Sentences are Indonesian. */
static void
put_words(struct buffer *json, const char *name, const char *text)
{
	json_open(json, name, '{');
	json_put(json, "@language", "id");
	json_put(json, "@value", text);
	json_close(json, '}');
}

static void
put_context(struct buffer *json)
{
	static const char *const prefixes[][2] = {
		{ "dcat", "http://www.w3.org/ns/dcat#" },
		{ "dct", "http://purl.org/dc/terms/" },
		{ "foaf", "http://xmlns.com/foaf/0.1/" },
		{ "hydra", "http://www.w3.org/ns/hydra/core#" },
		{ "skos", "http://www.w3.org/2004/02/skos/core#" },
		{ "spdx", "http://spdx.org/rdf/terms#" },
		{ "vcard", "http://www.w3.org/2006/vcard/ns#" },
		{ "xsd", "http://www.w3.org/2001/XMLSchema#" },
	};

	json_open(json, "@context", '{');
	for (size_t at = 0; at < sizeof(prefixes) / sizeof(prefixes[0]); at++)
		json_put(json, prefixes[at][0], prefixes[at][1]);
	json_close(json, '}');
}

/* One is chosen by the region or for the instance, or it is said that none is: never invented. */
static void
put_licence(struct buffer *json, const char *licence)
{
	if (*licence != '\0') {
		put_resource_of(json, "dct:license", "dct:LicenseDocument", licence);
		return;
	}
	json_open(json, "dct:rights", '{');
	json_put(json, "@type", "dct:RightsStatement");
	put_words(json, "skos:prefLabel", "Lisensi belum ditetapkan");
	json_close(json, '}');
}

static void
put_publisher(struct buffer *json, const char *name)
{
	json_open(json, "dct:publisher", '{');
	json_put(json, "@type", "foaf:Agent");
	json_put(json, "foaf:name", name);
	json_close(json, '}');
}

/* Only whom the region itself named for questions. */
static void
put_contact(struct buffer *json, const struct dataset *dataset)
{
	struct buffer digits = { .arena = json->arena };

	if (*dataset->contact_name == '\0')
		return;
	json_open(json, "dcat:contactPoint", '{');
	json_put(json, "@type", "vcard:Kind");
	json_put(json, "vcard:fn", dataset->contact_name);
	if (*dataset->contact_mail != '\0')
		put_resource(json, "vcard:hasEmail",
		    arena_format(json->arena, "mailto:%s", dataset->contact_mail));
	for (const char *at = dataset->contact_phone; *at != '\0'; at++)
		if ((*at >= '0' && *at <= '9') || (*at == '+' && at == dataset->contact_phone))
			buffer_char(&digits, *at);
	if (digits.length > 0)
		put_resource(json, "vcard:hasTelephone",
		    arena_format(json->arena, "tel:%s", digits.bytes));
	json_close(json, '}');
}

static void
put_period(struct buffer *json, const struct dataset *dataset)
{
	int64_t first = dataset->parts[0].year, last = first;

	for (size_t at = 1; at < dataset->count; at++) {
		int64_t year = dataset->parts[at].year;

		first = year < first ? year : first;
		last = year > last ? year : last;
	}
	json_open(json, "dct:temporal", '{');
	json_put(json, "@type", "dct:PeriodOfTime");
	put_typed(json, "dcat:startDate", "xsd:date",
	    arena_format(json->arena, "%04lld-01-01", (long long)first));
	put_typed(json, "dcat:endDate", "xsd:date",
	    arena_format(json->arena, "%04lld-12-31", (long long)last));
	json_close(json, '}');
}

static void
put_place(struct buffer *json, const struct dataset *dataset)
{
	json_open(json, "dct:spatial", '{');
	json_put(json, "@type", "dct:Location");
	json_put(json, "dct:identifier", dataset->key.code);
	put_words(json, "skos:prefLabel", dataset->name);
	json_close(json, '}');
}

/* A file of the dataset, as it is sent. */
struct distribution {
	enum figures figures;
	size_t length;
	char digest[SHA256_TEXT];
};

static void
put_distribution(struct context *context, struct buffer *json, const struct dataset *dataset,
    const struct distribution *file)
{
	const struct figures_form *form = &figures_forms[file->figures];
	const char *address = data_address(context, &dataset->key, form->ending);

	json_open(json, NULL, '{');
	json_put(json, "@id", address);
	json_put(json, "@type", "dcat:Distribution");
	put_words(json, "dct:title", form->title);
	put_resource(json, "dcat:accessURL", address);
	put_resource(json, "dcat:downloadURL", address);
	put_resource_of(json, "dcat:mediaType", "dct:MediaType",
	    arena_format(json->arena, "https://www.iana.org/assignments/media-types/%s",
		form->media));
	put_typed(json, "dcat:byteSize", "xsd:nonNegativeInteger",
	    arena_format(json->arena, "%zu", file->length));
	json_open(json, "spdx:checksum", '{');
	json_put(json, "@type", "spdx:Checksum");
	put_resource(json, "spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
	put_typed(json, "spdx:checksumValue", "xsd:hexBinary", file->digest);
	json_close(json, '}');
	put_licence(json, dataset->licence);
	json_close(json, '}');
}

/* A dataset with its files, all made: whoever fetches one can tell it is whole. */
struct described {
	struct dataset dataset;
	struct distribution files[FIGURES_COUNT];
	size_t count;
};

static int
describe(struct context *context, struct dataset_key key, struct described *described)
{
	int status = dataset_read(context, key, &described->dataset);

	described->count = 0;
	for (enum figures figures = 0; status == 0 && figures < FIGURES_COUNT; figures++) {
		struct distribution *file = &described->files[described->count];
		unsigned char digest[SHA256_BYTES];
		const char *body;

		if (!figures_there(key.kind, figures))
			continue;
		status = figures_make(context, &described->dataset, figures, &body, &file->length);
		if (status != 0)
			break;
		file->figures = figures;
		sha256(digest, body, file->length);
		hex_text(file->digest, digest, SHA256_BYTES);
		described->count++;
	}
	return status;
}

/* The day when it was published, and of which figures: names that a region shows
 * or hides make another version of the same day. */
static const char *
dataset_version(struct arena *arena, const struct described *described)
{
	return arena_format(arena, "%.10s-%.8s", described->dataset.published,
	    described->files[0].digest);
}

static void
put_dataset(struct context *context, struct buffer *json, bool alone,
    const struct described *described)
{
	const struct dataset *dataset = &described->dataset;
	const char *address = data_address(context, &dataset->key, ".jsonld");
	const char *published = instant(context->arena, dataset->published);

	json_open(json, NULL, '{');
	if (alone)
		put_context(json);
	json_put(json, "@id", address);
	json_put(json, "@type", "dcat:Dataset");
	json_put(json, "dct:identifier", address);
	put_words(json, "dct:title", dataset_title(context->arena, dataset));
	put_words(json, "dct:description", dataset_about(dataset));
	put_language(json);
	json_put(json, "dcat:version", dataset_version(context->arena, described));
	put_typed(json, "dct:issued", "xsd:dateTime", published);
	put_publisher(json, *dataset->bureau != '\0' ? dataset->bureau : dataset->name);
	put_contact(json, dataset);
	put_licence(json, dataset->licence);
	put_period(json, dataset);
	put_place(json, dataset);
	if (dataset->key.kind == DATASET_REGION)
		put_resource_of(json, "dcat:landingPage", "foaf:Document",
		    catalog_address(context,
			arena_format(context->arena, "/region/%s/%lld", dataset->key.code,
			    (long long)dataset->key.year)));
	json_open(json, "dcat:distribution", '[');
	for (size_t at = 0; at < described->count; at++)
		put_distribution(context, json, dataset, &described->files[at]);
	json_close(json, ']');
	json_close(json, '}');
}

int
catalog_dataset(struct context *context, struct dataset_key key, const char **body, size_t *length)
{
	struct buffer json = { .arena = context->arena };
	struct described described;
	int status = describe(context, key, &described);

	if (status != 0)
		return status;
	put_dataset(context, &json, true, &described);
	buffer_char(&json, '\n');
	*body = json.bytes;
	*length = json.length;
	return 0;
}

/* ---- the catalogue -------------------------------------------------------------- */

/* The datasets that stand beside a row of portal_datasets: 1 to 3. */
static size_t
keys_of(const struct rows *rows, size_t row, struct dataset_key keys[3])
{
	const char *code = row_text(rows, row, "region_code");
	int64_t year = row_int(rows, row, "year");
	size_t count = 0;

	keys[count++] = (struct dataset_key){ DATASET_REGION, code, year };
	if (row_int(rows, row, "with_years") != 0)
		keys[count++] = (struct dataset_key){ DATASET_YEARS, code, 0 };
	if (row_int(rows, row, "with_regions") != 0)
		keys[count++] = (struct dataset_key){ DATASET_REGIONS,
			row_text(rows, row, "province_code"), year };
	return count;
}

static int
put_datasets(struct context *context, struct buffer *json, const struct rows *rows)
{
	struct described described;
	int status = 0;

	json_open(json, "dcat:dataset", '[');
	for (size_t row = 0; row < rows->count && row < CYCLES_A_PAGE; row++) {
		struct dataset_key keys[3];
		size_t count = keys_of(rows, row, keys);

		for (size_t at = 0; status == 0 && at < count; at++) {
			status = describe(context, keys[at], &described);
			if (status == 0)
				put_dataset(context, json, false, &described);
		}
	}
	json_close(json, ']');
	return status;
}

static const char *
page_address(const struct context *context, int64_t page)
{
	return catalog_address(context,
	    arena_format(context->arena, "/catalog.jsonld?page=%lld", (long long)page));
}

static void
put_view(struct context *context, struct buffer *json, int64_t page, bool more)
{
	json_open(json, "hydra:view", '{');
	json_put(json, "@id", page_address(context, page));
	json_put(json, "@type", "hydra:PartialCollectionView");
	put_resource(json, "hydra:first", page_address(context, 1));
	if (page > 1)
		put_resource(json, "hydra:previous", page_address(context, page - 1));
	if (more)
		put_resource(json, "hydra:next", page_address(context, page + 1));
	json_close(json, '}');
}

static int
read_catalog(struct context *context, int64_t size, int64_t page, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_PORTAL_DATASETS, db_int(size + 1),
	    db_int((page - 1) * size));

	if (result < 0)
		return context_status(context, result);
	return rows->count == 0 && page > 1 ? 404 : 0;
}

int
catalog_page(struct context *context, int64_t page, const char **body, size_t *length)
{
	struct buffer json = { .arena = context->arena };
	struct rows rows;
	const char *licence = "";
	int status = read_catalog(context, CYCLES_A_PAGE, page, &rows);

	if (status == 0)
		status = context_status(context,
		    kept_setting_text(context, SETTING_OPEN_DATA_LICENCE, &licence));
	if (status != 0)
		return status;
	json_open(&json, NULL, '{');
	put_context(&json);
	json_put(&json, "@id", catalog_address(context, "/catalog.jsonld"));
	json_open(&json, "@type", '[');
	json_put(&json, NULL, "dcat:Catalog");
	json_put(&json, NULL, "hydra:Collection");
	json_close(&json, ']');
	put_words(&json, "dct:title", "Data terbuka kematangan organisasi perangkat daerah");
	put_words(&json, "dct:description",
	    "Hasil penilaian yang sudah terbit, menurut Permendagri 99 Tahun 2018.");
	put_language(&json);
	put_publisher(&json, "Matang");
	put_licence(&json, licence);
	put_resource_of(&json, "foaf:homepage", "foaf:Document", catalog_address(context, "/data"));
	put_view(context, &json, page, rows.count > CYCLES_A_PAGE);
	status = put_datasets(context, &json, &rows);
	json_close(&json, '}');
	buffer_char(&json, '\n');
	*body = json.bytes;
	*length = json.length;
	return status;
}

/* ---- for people, and what is new ------------------------------------------------- */

static void
catalog_fill(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	fill_row(node, rows, row);
	node_set(node, "reported",
	    words_day_of(context->arena, row_text(rows, row, "reported_at"),
		row_text(rows, row, "timezone")));
	node_set(node, "licence_name", licence_name(row_text(rows, row, "licence")));
	node_set(node, "instant", instant(context->arena, row_text(rows, row, "reported_at")));
}

/* With that of the province, whose the comparison is. */
static void
catalog_fill_dataset(struct context *context, struct node *node, const struct rows *rows,
    size_t row)
{
	catalog_fill(context, node, rows, row);
	node_set(node, "province_licence_name",
	    licence_name(row_text(rows, row, "province_licence")));
}

static void
fill_catalog_page(struct context *context, struct rows *rows, const char *licence)
{
	page_turn(context, rows, LISTED_A_PAGE, page_number(context, CATALOG_PAGE), "/portal/data");
	for (size_t row = 0; row < rows->count; row++)
		catalog_fill_dataset(context, node_row(page_node(&context->page, "Datasets"), row),
		    rows, row);
	page_set(&context->page, "Licence", licence);
}

/* The page for people: 0 with its data set, or a status. */
static int
catalog_prepare(struct context *context)
{
	struct rows rows;
	const char *licence = "";
	int status = read_catalog(context, LISTED_A_PAGE, page_number(context, CATALOG_PAGE),
	    &rows);

	if (status == 0)
		status = context_status(context,
		    kept_setting_text(context, SETTING_OPEN_DATA_LICENCE, &licence));
	if (status == 0)
		fill_catalog_page(context, &rows, licence);
	return status;
}

static int
make_catalog_page(struct context *context, const void *what, const char **body, size_t *length)
{
	int status = catalog_prepare(context);

	(void)what;
	return status != 0 ? status : context_render(context, "portal/data", body, length);
}

int
show_catalog(struct context *context)
{
	struct page_asked asked = { .make = make_catalog_page };
	int status;

	if (!form_ok(&context->form))
		return 400;
	if (kept_page_serves(context)) {
		asked.key = kept_page_key(context, "portal/data", "",
		    page_number(context, CATALOG_PAGE));
		status = kept_page_of_world(context, &asked);
		return status != 0 ? status : kept_page_answer(context, &asked);
	}
	status = catalog_prepare(context);
	return status != 0 ? status : context_show(context, "portal/data");
}

static int
show_feed(struct context *context, const struct rows *rows, const char *licence, const char **body,
    size_t *length)
{
	page_set(&context->page, "Licence", licence);
	for (size_t row = 0; row < rows->count; row++)
		catalog_fill(context, node_row(page_node(&context->page, "Entries"), row), rows,
		    row);
	page_set(&context->page, "updated",
	    instant(context->arena, rows->count > 0 ? row_text(rows, 0, "reported_at") : ""));
	return context_render(context, "portal/feed", body, length);
}

int
catalog_feed(struct context *context, const char **body, size_t *length)
{
	struct rows rows;
	const char *licence = "";
	int result = db_select(context->db, &rows, STATEMENT_RESULTS_REPORTED,
	    db_int(CYCLES_OF_FEED), db_int(0));

	if (result >= 0)
		result = kept_setting_text(context, SETTING_OPEN_DATA_LICENCE, &licence);
	return result < 0 ?
	    context_status(context, result) :
	    show_feed(context, &rows, licence, body, length);
}
