/* SPDX-License-Identifier: ISC */
/*
 * Rows and forms into the data of templates: every column below its name,
 * every value that was typed with its error, so that no page writes this anew.
 */
#include <string.h>

#include "frame/context.h"
#include "base/banned.h"

void
fill_row(struct node *node, const struct rows *rows, size_t row)
{
	const struct cell *cells = &rows->cells[row * rows->width];

	for (size_t at = 0; at < rows->width; at++)
		if (cells[at].text != NULL)
			node_lend(node, rows->names[at], cells[at].text);
}

void
fill_rows(struct node *node, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++)
		fill_row(node_row(node, row), rows, row);
}

void
fill_value(struct context *context, int field, const char *text)
{
	node_set(page_node(&context->page, "Form.value"), context->form.fields[field].name, text);
}

static void
add_error(struct context *context, size_t *count, const char *field, const char *message)
{
	struct node *row = node_row(page_node(&context->page, "Form.errors"), (*count)++);

	node_set(row, "field", field);
	node_set(row, "message", message);
	if (*field != '\0')
		node_set(page_node(&context->page, "Form.error"), field, message);
}

static void
fill_family(struct context *context, const struct field *field, const struct each *each,
    size_t *errors)
{
	struct node *values = page_node(&context->page, "Form.value");

	for (; each != NULL; each = each->next) {
		const char *name = arena_format(context->arena, "%s%lld", field->name,
		    (long long)each->key);

		node_set(values, name, each->text);
		if (each->error != NULL)
			add_error(context, errors, name, each->error);
	}
}

static bool
file_is_wrong(const struct form *form, const char *name)
{
	for (size_t at = 0; at < form->count; at++)
		if (strcmp(form->fields[at].name, name) == 0 && form->values[at].error != NULL)
			return true;
	return false;
}

/* What was chosen is gone with the page, and no browser keeps it: each of them is asked for
 * again, at its place. */
static void
fill_files_again(struct context *context, size_t *errors)
{
	const char *before = "";

	for (const struct form_upload *file = context->files; file != NULL; file = file->next) {
		if (strcmp(file->field, before) != 0 && *file->field != '\0' &&
		    !file_is_wrong(&context->form, file->field))
			add_error(context, errors, file->field,
			    "Pilih lagi berkasnya: yang tadi dipilih belum tersimpan.");
		before = file->field;
	}
}

void
fill_form(struct context *context)
{
	const struct form *form = &context->form;
	struct node *values = page_node(&context->page, "Form.value");
	size_t errors = 0;

	if (form->notice != NULL)
		add_error(context, &errors, "", form->notice);
	for (size_t at = 0; at < form->count; at++) {
		const struct field *field = &form->fields[at];
		const struct value *value = &form->values[at];

		fill_family(context, field, value->each, &errors);
		if (value->given && field->kind != FIELD_SECRET && field->kind != FIELD_FILE)
			node_set(values, field->name, value->text);
		if (value->error != NULL)
			add_error(context, &errors, field->name, value->error);
	}
	/* Where all fields are well it is the file itself that was refused. */
	if (errors > 0)
		fill_files_again(context, &errors);
}
