/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "base/banned.h"

/* The names of a draft: its own, its basis, its variables'. */

enum { NAME, BASIS, VARIABLE, VERSION };
const struct field instrument_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Nama instrumen", true,
	    .max = INSTRUMENT_NAME_MAX },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum",
	    .max = INSTRUMENT_BASIS_MAX },
	[VARIABLE] = { "variable-", FIELD_TEXT, "Nama variabel",
	    .max = INSTRUMENT_VARIABLE_MAX },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

struct working {
	struct visit *visit;
	struct edit edit;
};

int
edit_instrument(struct visit *visit)
{
	struct rows rows, variables;
	int result, status = instrument_find_draft(visit, &rows);

	if (status != 0)
		return status;
	set_values(visit, instrument_fields, &rows);
	result = db_select(visit->db, &variables,
	    STATEMENT_INSTRUMENT_VARIABLES, db_int(visit->keys[0]));
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < variables.count; row++)
		set_value(visit, arena_format(visit->arena, "variable-%s",
		    row_text(&variables, row, "number")),
		    row_text(&variables, row, "name"));
	fill_rows(page_node(&visit->page, "Variables"), &variables);
	return visit_show(visit, "cycle/instrument_edit");
}

static int
show_edit(struct visit *visit, int code)
{
	int status = instrument_fill_variables(visit);

	return status != 0 ? status :
	    visit_show_status(visit, "cycle/instrument_edit", code);
}

/* Takes the draft for a change; the guard of everything below. */
static int
rename_variables(struct db *db, struct visit *visit)
{
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_INSTRUMENT_VARIABLES,
	    db_int(visit->keys[0]));

	for (size_t row = 0; result >= 0 && row < rows.count; row++) {
		const struct each *each = form_member(&visit->form, VARIABLE,
		    row_int(&rows, row, "number"));
		const char *was = row_text(&rows, row, "name");

		if (each == NULL || strcmp(each->text, was) == 0)
			continue;
		result = db_run(db, STATEMENT_VARIABLE_RENAME,
		    db_text(each->text), db_int(row_int(&rows, row, "id")));
		if (result >= 0)
			result = instrument_record(visit, visit->keys[0],
			    arena_format(visit->arena, "Variabel %s: %s",
			    row_text(&rows, row, "number"), was),
			    arena_format(visit->arena, "Variabel %s: %s",
			    row_text(&rows, row, "number"), each->text));
	}
	return result < 0 ? result : 0;
}

static int
update_names(struct db *db, void *argument)
{
	struct working *working = argument;
	struct form *form = &working->visit->form;
	int result = instrument_touch(db, working->visit, form_number(form, VERSION));

	if (result != 0)
		return result;
	if (working->edit.to != NULL) {
		result = db_run(db, STATEMENT_INSTRUMENT_RENAME,
		    db_text(form_text(form, NAME)),
		    db_text(form_text(form, BASIS)),
		    db_int(working->visit->keys[0]));
		if (result >= 0)
			result = instrument_record(working->visit,
			    working->visit->keys[0], working->edit.from,
			    working->edit.to);
	}
	return result < 0 ? result : rename_variables(db, working->visit);
}

int
update_instrument(struct visit *visit)
{
	struct form *form = &visit->form;
	struct rows rows;
	struct working working = { .visit = visit };
	int result, status = instrument_find_draft(visit, &rows);

	if (status != 0)
		return status;
	for (const struct each *each = form_each(form, VARIABLE);
	    each != NULL; each = each->next)
		if (*each->text == '\0')
			form_member_error(form, VARIABLE, each->key,
			    "Nama variabel %lld wajib diisi.",
			    (long long)each->key);
	if (!form_ok(form)) {
		fill_form(visit);
		return show_edit(visit, 422);
	}
	edit_of(visit, &rows, NAME, BASIS, &working.edit);
	result = db_txn(visit->db, update_names, &working);
	if (result == DB_DUPLICATE) {
		form_error(form, NAME, "Sudah ada instrumen dengan nama itu.");
		fill_form(visit);
		return show_edit(visit, 422);
	}
	if (result == 409) {
		stale(visit, row_int(&rows, 0, "version"));
		return show_edit(visit, 409);
	}
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/instruments/%lld?done=saved",
	    (long long)visit->keys[0]);
}
