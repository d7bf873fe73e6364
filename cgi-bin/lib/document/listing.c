/* SPDX-License-Identifier: ISC */
/*
 * Lists of pages as files: records become the table of a model by their
 * columns, and that goes out as document/export.h has it.
 */
#include "document/listing.h"

#include <string.h>

#include "document/export.h"
#include "base/banned.h"

static const char *
listing_cell(struct context *context, const struct listing *listing,
    const struct listing_column *column, size_t row)
{
	const char *record = listing->records;

	if (column->read != NULL)
		return column->read(context, listing->records, row);
	if (column->source != NULL)
		return row_text(listing->records, row, column->source);
	memcpy(&record, record + row * listing->size + column->member, sizeof(record));
	return record;
}

static void
listing_compose(struct context *context, struct document_model *model,
    const struct listing *listing)
{
	struct block *table = compose(model, BLOCK_TABLE, listing->title);
	const struct listing_column *column;
	struct row *line;

	for (column = listing->columns; column->label != NULL; column++)
		compose_column(table, column->label, column->share,
		    column->number ? ALIGN_RIGHT : ALIGN_LEFT);
	for (size_t row = 0; row < listing->count; row++) {
		line = compose_line(model, table);
		for (column = listing->columns; column->label != NULL; column++)
			compose_cell(line, listing_cell(context, listing, column, row));
	}
	if (listing->count == 0)
		compose_head_alone(model, table);
}

int
listing_send(struct context *context, const char *name, const struct listing *listings,
    size_t count)
{
	struct document_model model = { .arena = context->arena,
		.title = listings[0].title,
		.landscape = true };

	if (!export_is_ending(context->words[0]))
		return 404;
	if (!form_ok(&context->form))
		return 400;
	for (size_t at = 0; at < count; at++)
		listing_compose(context, &model, &listings[at]);
	return export_tables(context, &model, context->words[0], name);
}

int
listing_workbook(struct context *context, const char *title, const struct listing *listings,
    size_t count, const char **bytes, size_t *length)
{
	struct document_model model = { .arena = context->arena,
		.title = title,
		.landscape = true };

	for (size_t at = 0; at < count; at++)
		listing_compose(context, &model, &listings[at]);
	return export_workbook_bytes(context, &model, bytes, length);
}

int
listing_send_rows(struct context *context, const char *name, const char *title,
    const struct listing_column *columns, const struct rows *rows)
{
	const struct listing listing = { title, columns, rows, rows->count, 0 };

	return listing_send(context, name, &listing, 1);
}
