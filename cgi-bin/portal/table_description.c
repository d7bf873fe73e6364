/* SPDX-License-Identifier: ISC */
/*
 * What stands beside a CSV file, where its readers look for it: licence, publisher and what
 * is in its columns.  A row of remarks in the file itself would be one of its data to most.
 */
#include "portal/dataset.h"

#include "assessment/results_columns.h"
#include "base/json_writer.h"
#include "base/banned.h"

static void
describe_column(struct buffer *json, const char *name, const char *type)
{
	json_open(json, NULL, '{');
	json_put(json, "name", name);
	json_put(json, "titles", name);
	json_put(json, "datatype", type);
	json_close(json, '}');
}

/* As figures.c writes them. */
static void
describe_parts_columns(struct buffer *json)
{
	static const char *const columns[][2] = {
		{ "region", "string" },
		{ "name", "string" },
		{ "year", "integer" },
		{ "average_assessed", "decimal" },
		{ "average_all", "decimal" },
		{ "category", "string" },
		{ "agencies", "integer" },
		{ "assessed", "integer" },
	};

	for (size_t at = 0; at < sizeof(columns) / sizeof(columns[0]); at++)
		describe_column(json, columns[at][0], columns[at][1]);
}

static bool
whole_column(const struct results_column *column)
{
	return !column->words || (column->where & RESULTS_WHOLE) != 0;
}

static void
describe_columns(struct buffer *json, const struct dataset *dataset)
{
	json_open(json, "tableSchema", '{');
	json_open(json, "columns", '[');
	if (dataset->key.kind != DATASET_REGION)
		describe_parts_columns(json);
	for (size_t at = 0; dataset->key.kind == DATASET_REGION && at < results_column_count; at++)
		if (results_columns[at].where & RESULTS_DATA)
			describe_column(json, results_columns[at].name,
			    whole_column(&results_columns[at]) ? "integer" : "string");
	json_close(json, ']');
	json_close(json, '}');
}

/* One that is chosen, or that none is: as DCAT has it. */
static void
describe_licence(struct buffer *json, const char *licence)
{
	if (*licence == '\0') {
		json_put(json, "dc:rights", "Lisensi belum ditetapkan");
		return;
	}
	json_open(json, "dc:license", '{');
	json_put(json, "@id", licence);
	json_close(json, '}');
}

void
table_description_make(struct context *context, const struct dataset *dataset, const char **body,
    size_t *length)
{
	struct buffer json = { .arena = context->arena };
	const char *word = dataset_word(context->arena, &dataset->key);

	json_open(&json, NULL, '{');
	json_open(&json, "@context", '[');
	json_put(&json, NULL, "http://www.w3.org/ns/csvw");
	json_open(&json, NULL, '{');
	json_put(&json, "@language", "id");
	json_close(&json, '}');
	json_close(&json, ']');
	/* Beside this very address. */
	json_put(&json, "url", arena_format(context->arena, "%s.csv", word));
	json_put(&json, "dc:title", dataset_title(context->arena, dataset));
	json_put(&json, "dc:description", dataset_about(dataset));
	json_put(&json, "dc:publisher", *dataset->bureau != '\0' ? dataset->bureau : dataset->name);
	describe_licence(&json, dataset->licence);
	describe_columns(&json, dataset);
	json_close(&json, '}');
	buffer_char(&json, '\n');
	*body = json.bytes;
	*length = json.length;
}
