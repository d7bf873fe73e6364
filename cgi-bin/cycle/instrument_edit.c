/* SPDX-License-Identifier: ISC */
/*
 * The names of a draft instrument: its own, its legal basis, its variables'.
 * Levels and checklists are in instrument_level.c.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "base/banned.h"

enum { NAME, BASIS, VARIABLE, VERSION };
const struct field instrument_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Nama instrumen", true, .max = INSTRUMENT_NAME_MAX },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", .max = INSTRUMENT_BASIS_MAX },
	[VARIABLE] = { "variable-", FIELD_TEXT, "Nama variabel", .max = INSTRUMENT_VARIABLE_MAX },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ 0 },
};

struct working {
	struct context *context;
	struct edit edit;
};

/* The form; errors and values were set before. */
static int
show_edit(struct context *context, const struct rows *instrument, const struct rows *variables,
    int code)
{
	instrument_fill(context, instrument);
	fill_rows(page_node(&context->page, "Variables"), variables);
	return context_show_status(context, "cycle/instrument_edit", code);
}

static void
set_variables(struct context *context, const struct rows *variables)
{
	for (size_t row = 0; row < variables->count; row++)
		set_value(context,
		    arena_format(context->arena, "variable-%s", row_text(variables, row, "number")),
		    row_text(variables, row, "name"));
}

int
edit_instrument(struct context *context)
{
	struct rows rows, variables;
	int status;

	if ((status = instrument_find_draft(context, &rows)) != 0 ||
	    (status = instrument_read_variables(context, &variables)) != 0)
		return status;
	set_values(context, instrument_fields, &rows);
	set_variables(context, &variables);
	return show_edit(context, &rows, &variables, 200);
}

static int
instrument_edit_show_edit(struct context *context, const struct rows *instrument, int code)
{
	struct rows variables;
	int status = instrument_read_variables(context, &variables);

	return status != 0 ? status : show_edit(context, instrument, &variables, code);
}

/* Takes the draft for a change; the guard of everything below. */
static int
rename_variables(struct db *db, struct context *context)
{
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_INSTRUMENT_VARIABLES, db_int(context->keys[0]));

	for (size_t row = 0; result >= 0 && row < rows.count; row++) {
		const struct each *each = form_member(&context->form, VARIABLE,
		    row_int(&rows, row, "number"));
		const char *was = row_text(&rows, row, "name");

		if (each == NULL || strcmp(each->text, was) == 0)
			continue;
		result = db_run(db, STATEMENT_VARIABLE_RENAME, db_text(each->text),
		    db_int(row_int(&rows, row, "id")));
		if (result >= 0)
			result = instrument_record(context, context->keys[0],
			    arena_format(context->arena, "Variabel %s: %s",
				row_text(&rows, row, "number"), was),
			    arena_format(context->arena, "Variabel %s: %s",
				row_text(&rows, row, "number"), each->text));
	}
	return result < 0 ? result : 0;
}

static int
update_names(struct db *db, void *argument)
{
	struct working *working = argument;
	struct form *form = &working->context->form;
	int result = instrument_touch(db, working->context, form_number(form, VERSION));

	if (result != 0)
		return result;
	if (working->edit.to != NULL) {
		result = db_run(db, STATEMENT_INSTRUMENT_RENAME, db_text(form_text(form, NAME)),
		    db_text(form_text(form, BASIS)), db_int(working->context->keys[0]));
		if (result >= 0)
			result = instrument_record(working->context, working->context->keys[0],
			    working->edit.from, working->edit.to);
	}
	return result < 0 ? result : rename_variables(db, working->context);
}

int
update_instrument(struct context *context)
{
	struct form *form = &context->form;
	struct rows rows;
	struct working working = { .context = context };
	int result, status = instrument_find_draft(context, &rows);

	if (status != 0)
		return status;
	for (const struct each *each = form_each(form, VARIABLE); each != NULL; each = each->next)
		if (*each->text == '\0')
			form_member_error(form, VARIABLE, each->key,
			    "Nama variabel %lld wajib diisi.", (long long)each->key);
	if (!form_ok(form)) {
		fill_form(context);
		return instrument_edit_show_edit(context, &rows, 422);
	}
	edit_of(context, &rows, NAME, BASIS, &working.edit);
	result = db_txn_world(context->db, update_names, &working);
	if (result == DB_DUPLICATE) {
		form_error(form, NAME, "Sudah ada instrumen dengan nama itu.");
		fill_form(context);
		return instrument_edit_show_edit(context, &rows, 422);
	}
	if (db_stopped(context->db, result) == 409) {
		stale(context, row_int(&rows, 0, "version"));
		return instrument_edit_show_edit(context, &rows, 409);
	}
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/instruments/%lld?done=saved",
	    (long long)context->keys[0]);
}
