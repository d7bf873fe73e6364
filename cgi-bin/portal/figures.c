/* SPDX-License-Identifier: ISC */
/*
 * The figures of a dataset as files: JSON and CSV for programs, the table and
 * the workbook for people.
 */
#include "portal/dataset.h"

#include "assessment/results_columns.h"
#include "document/listing.h"
#include "frame/words.h"
#include "rules/licence.h"
#include "base/json_writer.h"
#include "sheet/cell.h"
#include "base/banned.h"

const struct figures_form figures_forms[FIGURES_COUNT] = {
	[FIGURES_JSON] = { ".json", "application/json", "application/json; charset=utf-8",
	    "Data untuk program lain (JSON)" },
	[FIGURES_CSV] = { ".csv", "text/csv", "text/csv; charset=utf-8",
	    "Data untuk program lain (CSV)" },
	/* The same for people, with the heads of the page. */
	[FIGURES_XLSX] = { ".xlsx",
	    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	    "Buku kerja (XLSX)" },
};

bool
figures_there(enum dataset_kind kind, enum figures figures)
{
	return kind == DATASET_REGION || figures == FIGURES_JSON || figures == FIGURES_CSV;
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

/* What a workbook is that was passed on without its address: a line of its last sheet. */
struct remark {
	const char *what, *said;
};

static const struct listing_column remark_columns[] = {
	LISTING_MEMBER("Hal", 25, struct remark, what),
	LISTING_MEMBER("Keterangan", 75, struct remark, said),
	{ .label = NULL },
};

/* Lines that say nothing are left out, but that of the licence. */
static struct listing
list_remarks(struct context *context, const struct dataset *dataset)
{
	const char *licence = *dataset->licence == '\0' ?
	    "Lisensi belum ditetapkan" :
	    arena_format(context->arena, "%s, %s", licence_name(dataset->licence),
		dataset->licence);
	const struct remark remarks[] = {
		{ "Data", dataset_title(context->arena, dataset) },
		{ "Isi", dataset_about(dataset) },
		{ "Diterbitkan oleh", *dataset->bureau != '\0' ? dataset->bureau : dataset->name },
		{ "Terbit",
		    words_day_of(context->arena, dataset->published, dataset->parts[0].zone) },
		{ "Lisensi", licence },
		{ "Hubungi", dataset->contact_name },
		{ "Telepon", dataset->contact_phone },
		{ "Surel", dataset->contact_mail },
	};
	enum { REMARKS = sizeof(remarks) / sizeof(remarks[0]) };
	struct remark *told = arena_array(context->arena, REMARKS, sizeof(*told));
	size_t count = 0;

	for (size_t at = 0; at < REMARKS; at++)
		if (*remarks[at].said != '\0')
			told[count++] = remarks[at];
	return (struct listing){ "Keterangan", remark_columns, told, count, sizeof(*told) };
}

/* Sheets of what the page has, and what they are; 0 or a status. */
static int
make_book(struct context *context, const struct dataset *dataset, const char **body, size_t *length)
{
	const struct results *results = &dataset->parts[0];
	struct listing sheets[4];
	size_t count = 0;

	if (results->listed > 0)
		sheets[count++] = list_agencies(context, results);
	sheets[count++] = (struct listing){ "Variabel", variable_columns, results,
		results->average_assessed != AVERAGE_ABSENT ? results->variable_count : 0, 0 };
	sheets[count++] = (struct listing){ "Kategori", category_columns, results,
		results->unspread ? 0 : results->category_count, 0 };
	sheets[count++] = list_remarks(context, dataset);
	return listing_workbook(context,
	    arena_format(context->arena, "Hasil penilaian %s %lld", results->region_name,
		(long long)results->year),
	    sheets, count, body, length);
}

/* ---- averages of several years or regions --------------------------------------- */

/* As in the data of a region's year. */
static void
add_totals(struct buffer *json, const struct results *part)
{
	json_open(json, NULL, '{');
	json_put(json, "region", part->region_code);
	json_put(json, "name", part->region_name);
	json_number(json, "year", part->year);
	results_json_totals(part, json);
	json_close(json, '}');
}

static void
parts_json(const struct dataset *dataset, struct buffer *json)
{
	json_put(json, "region", dataset->key.code);
	json_put(json, "name", dataset->name);
	if (dataset->key.kind == DATASET_REGIONS)
		json_number(json, "year", dataset->key.year);
	json_open(json, dataset->key.kind == DATASET_REGIONS ? "regions" : "years", '[');
	for (size_t at = 0; at < dataset->count; at++)
		add_totals(json, &dataset->parts[at]);
	json_close(json, ']');
}

/* With its licence, by the name that schema.org has for it: null where none is chosen. */
static void
dataset_json(const struct dataset *dataset, struct buffer *json)
{
	json_open(json, NULL, '{');
	if (dataset->key.kind == DATASET_REGION)
		results_json_members(&dataset->parts[0], json);
	else
		parts_json(dataset, json);
	json_put_or_null(json, "license", dataset->licence);
	json_close(json, '}');
	buffer_char(json, '\n');
}

static void
add_tenths_cell(struct buffer *csv, int tenths)
{
	if (tenths != AVERAGE_ABSENT)
		buffer_format(csv, "%d.%d", tenths / 10, tenths % 10);
	buffer_char(csv, ',');
}

static void
parts_csv(const struct dataset *dataset, struct buffer *csv)
{
	buffer_text(csv,
	    "region,name,year,average_assessed,average_all,category,agencies,assessed\r\n");
	for (size_t at = 0; at < dataset->count; at++) {
		const struct results *part = &dataset->parts[at];

		cell_csv(csv, part->region_code);
		buffer_char(csv, ',');
		cell_csv(csv, part->region_name);
		buffer_format(csv, ",%lld,", (long long)part->year);
		add_tenths_cell(csv, part->average_assessed);
		add_tenths_cell(csv, part->average_all);
		if (part->category != NULL)
			cell_csv(csv, part->category->name);
		buffer_format(csv, ",%zu,%zu\r\n", part->count, part->assessed);
	}
}

static void
make_text(const struct dataset *dataset, enum figures figures, struct buffer *text)
{
	bool region = dataset->key.kind == DATASET_REGION;

	if (figures == FIGURES_JSON)
		dataset_json(dataset, text);
	else if (region)
		results_csv(&dataset->parts[0], text);
	else
		parts_csv(dataset, text);
}

int
figures_make(struct context *context, const struct dataset *dataset, enum figures figures,
    const char **body, size_t *length)
{
	struct buffer text = { .arena = context->arena };

	if (figures == FIGURES_XLSX)
		return make_book(context, dataset, body, length);
	make_text(dataset, figures, &text);
	*body = text.bytes;
	*length = text.length;
	return 0;
}
