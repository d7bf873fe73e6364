/* SPDX-License-Identifier: ISC */
/*
 * Agencies and accounts as workbooks in the columns of the imports: to edit
 * and bring back, or to fill in.  No more rows than an import takes.
 */
#include <string.h>
#include <strings.h>

#include "cycle/account_import.h"
#include "document/export.h"
#include "base/banned.h"

enum { REGION, ROLE, MARK };
const struct field workbook_fields[] = {
	[REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	[ROLE] = { "role", FIELD_CHOICE, "Peran", .choices = account_roles },
	[MARK] = EXPORT_MARK,
	{ 0 },
};

enum { LIST_ROLES, LIST_AGENCIES }; /* columns of the choices */

/* The first table of a workbook, in the columns of an import. */
struct sheet {
	struct document_model model;
	const struct table_column *columns;
	struct block *table;
};

static void
begin_sheet(struct sheet *sheet, struct context *context, const char *title, const char *name,
    const struct sheet_layout *layout)
{
	sheet->model = (struct document_model){ .arena = context->arena,
		.title = title,
		.landscape = true };
	sheet->columns = sheet_columns(context->arena, layout);
	sheet->table = compose(&sheet->model, BLOCK_TABLE, name);
	for (const struct table_column *column = sheet->columns; column->name != NULL; column++)
		compose_column(sheet->table, column->name, column->share, ALIGN_LEFT);
}

/* Rows of a statement, each column from its source. */
static void
add_rows(struct sheet *sheet, const struct rows *rows)
{
	for (size_t at = 0; at < rows->count; at++) {
		struct row *row = compose_line(&sheet->model, sheet->table);

		for (const struct table_column *column = sheet->columns; column->name != NULL;
		     column++) {
			const char *text = row_text(rows, at, column->source);

			compose_cell(row, column->words != NULL ? column->words(text) : text);
		}
	}
}

/* A table without a row is none: one to write in. */
static void
fill_up(struct sheet *sheet)
{
	struct row *row = sheet->table->row_count == 0 ?
	    compose_line(&sheet->model, sheet->table) :
	    NULL;

	for (const struct table_column *column = sheet->columns;
	     row != NULL && column->name != NULL; column++)
		compose_cell(row, "");
}

/* Too many to come back are not sent out. */
static int
check_count(struct context *context, const struct rows *rows, size_t most, const char *what)
{
	return rows->count <= most ?
	    0 :
	    context_refuse(context, 409,
		"Lebih dari %zu %s, dan impor menerima paling banyak sebanyak itu. "
		"Saring dahulu daftarnya menurut daerah.",
		most, what);
}

/* The region asked for, which has to be in care, or the own one where there is
 * no other; 0 for all of them. */
static int
workbook_read_region(struct context *context, int64_t *region_id)
{
	struct rows region;

	*region_id = form_number(&context->form, REGION);
	if (!form_ok(&context->form))
		return 404;
	if (*region_id != 0)
		return region_find(context, *region_id, &region);
	if (context->actor.region_id != 0 &&
	    region_find(context, context->actor.region_id, &region) == 0 &&
	    !row_null(&region, 0, "parent_id"))
		*region_id = context->actor.region_id;
	return 0;
}

/* Of the address of a table: 404 for another ending. */
static int
table_region(struct context *context, int64_t *region_id)
{
	return export_is_ending(context->words[0]) ? workbook_read_region(context, region_id) : 404;
}

static bool
is_workbook(const struct context *context)
{
	return strcmp(context->words[0], "xlsx") == 0;
}

int
send_agencies(struct context *context)
{
	struct sheet sheet;
	struct rows rows;
	int64_t region_id;
	int result, status = table_region(context, &region_id);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_AGENCY_SHEET, scope(context),
	    db_key(region_id), db_int(AGENCY_ROWS_MAX + 1));
	if (result < 0)
		return context_status(context, result);
	status = check_count(context, &rows, AGENCY_ROWS_MAX, "perangkat daerah");
	if (status != 0)
		return status;
	begin_sheet(&sheet, context, "Perangkat daerah", "Perangkat daerah", &agency_layout);
	add_rows(&sheet, &rows);
	fill_up(&sheet);
	return is_workbook(context) ?
	    export_form(context, &sheet.model, NULL, 0, "perangkat-daerah.xlsx") :
	    export_tables(context, &sheet.model, context->words[0], "perangkat-daerah");
}

int
show_agency_example(struct context *context)
{
	struct sheet sheet;

	begin_sheet(&sheet, context, "Contoh daftar perangkat daerah", "Perangkat daerah",
	    &agency_layout);
	for (size_t example = 0; example < FIELD_EXAMPLES; example++) {
		struct row *row = compose_line(&sheet.model, sheet.table);

		for (const struct table_column *column = sheet.columns; column->name != NULL;
		     column++) {
			const char *text = column->field == NULL ?
			    NULL :
			    column->field->sheet.examples[example];

			compose_cell(row, text != NULL ? text : "");
		}
	}
	return export_form(context, &sheet.model, NULL, 0, "contoh-perangkat-daerah.xlsx");
}

/* ---- accounts ------------------------------------------------------------- */

/* What the columns of role and agency offer; agencies may have no rows. */
static int
send_account_form(struct context *context, struct document_model *model,
    const struct rows *agencies, const char *name)
{
	struct export_choice choices[] = {
		{ SHEET_ROLE, LIST_ROLES, 0 },
		{ SHEET_AGENCY, LIST_AGENCIES, 0 },
	};
	struct block *table = compose(model, BLOCK_TABLE, "Pilihan");
	size_t count = 0;
	bool lists_agencies = agencies->count > 0;

	while (account_roles[count] != NULL)
		count++;
	compose_column(table, "peran", 40, ALIGN_LEFT);
	if (lists_agencies)
		compose_column(table, "perangkat daerah", 60, ALIGN_LEFT);
	choices[0].count = count;
	choices[1].count = agencies->count;
	for (size_t row = 0; row < count || row < agencies->count; row++) {
		const char *role = row < count ? role_name(role_of(account_roles[row])) : "";

		if (lists_agencies)
			compose_row(model, table, role,
			    row < agencies->count ? row_text(agencies, row, "name") : "");
		else
			compose_row(model, table, role);
	}
	return export_form(context, model, choices, lists_agencies ? 2 : 1, name);
}

/* Of one region, for the choices; none where there are several. */
static int
workbook_read_agencies(struct context *context, int64_t region_id, struct rows *agencies)
{
	int result;

	*agencies = (struct rows){ 0 };
	if (region_id == 0)
		return 0;
	result = db_select(context->db, agencies, STATEMENT_AGENCY_SHEET, scope(context),
	    db_key(region_id), db_int(AGENCY_ROWS_MAX));
	return result < 0 ? context_status(context, result) : 0;
}

int
send_accounts(struct context *context)
{
	const char *role = form_text(&context->form, ROLE);
	struct sheet sheet;
	struct rows rows, agencies;
	int64_t region_id;
	int result, status = table_region(context, &region_id);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_ACCOUNT_SHEET, scope(context),
	    db_key(region_id), db_text(role), db_text(role), db_int(ACCOUNT_ROWS_MAX + 1));
	if (result < 0)
		return context_status(context, result);
	status = check_count(context, &rows, ACCOUNT_ROWS_MAX, "akun");
	if (status == 0)
		status = workbook_read_agencies(context, region_id, &agencies);
	if (status != 0)
		return status;
	begin_sheet(&sheet, context, "Akun", "Akun", &account_layout);
	add_rows(&sheet, &rows);
	fill_up(&sheet);
	return is_workbook(context) ?
	    send_account_form(context, &sheet.model, &agencies, "akun.xlsx") :
	    export_tables(context, &sheet.model, context->words[0], "akun");
}

/* Accounts by role and agency. */
static void
index_posts(struct arena *arena, struct text_index *posts, const struct rows *accounts)
{
	text_index_make(posts, arena, accounts->count);
	for (size_t at = 0; at < accounts->count; at++)
		text_index_put(posts, at,
		    text_hash(row_text(accounts, at, "agency_name"),
			role_of(row_text(accounts, at, "role"))));
}

/* Whether an active account of a role works in the agency. */
static bool
has_account(const struct rows *accounts, const struct text_index *posts, const char *agency,
    enum role role)
{
	for (long at = text_index_first(posts, text_hash(agency, role)); at >= 0;
	     at = text_index_next(posts, at))
		if (role_of(row_text(accounts, (size_t)at, "role")) == role &&
		    strcmp(row_text(accounts, (size_t)at, "agency_name"), agency) == 0)
			return true;
	return false;
}

/* A row of the columns before the person's, and of the person. */
static void
workbook_add_account(struct sheet *sheet, enum role role, const struct rows *agencies, size_t at,
    const char *const person[PERSON_COLUMNS])
{
	struct row *row = compose_line(&sheet->model, sheet->table);
	const char *const before[SHEET_FIRST] = {
		[SHEET_ROLE] = role_name(role),
		[SHEET_REGION] = row_text(agencies, at, "region_code"),
		[SHEET_AGENCY] = row_text(agencies, at, "name"),
		[SHEET_USERNAME] = "",
	};

	for (size_t column = 0; sheet->columns[column].name != NULL; column++)
		compose_cell(row,
		    column < SHEET_FIRST                     ? before[column] :
			person[column - SHEET_FIRST] != NULL ? person[column - SHEET_FIRST] :
							       "");
}

/*
 * What is still to be filled in: a row for the head and one for the operator
 * of each agency that has none; of the head the register knows the name.
 */
int
show_account_example(struct context *context)
{
	static const char *const nobody[PERSON_COLUMNS];
	struct rows accounts = { 0 }, agencies;
	struct text_index posts;
	struct sheet sheet;
	int64_t region_id;
	int result = 0, status = workbook_read_region(context, &region_id);

	if (status == 0)
		status = workbook_read_agencies(context, region_id, &agencies);
	if (status != 0)
		return status;
	if (region_id != 0)
		result = db_select(context->db, &accounts, STATEMENT_ACCOUNT_SHEET, scope(context),
		    db_key(region_id), db_text(""), db_text(""), db_int(INT32_MAX));
	if (result < 0)
		return context_status(context, result);
	begin_sheet(&sheet, context, "Daftar akun untuk diisi", "Akun", &account_layout);
	index_posts(context->arena, &posts, &accounts);
	for (size_t at = 0; at < agencies.count; at++) {
		const char *name = row_text(&agencies, at, "name");
		const char *const head[PERSON_COLUMNS] = {
			[PERSON_NAME] = row_text(&agencies, at, "head_name"),
			[PERSON_NIP] = row_text(&agencies, at, "head_nip"),
			[PERSON_OFFICE] = row_text(&agencies, at, "head_title"),
		};

		if (!has_account(&accounts, &posts, name, ROLE_OPERATOR))
			workbook_add_account(&sheet, ROLE_OPERATOR, &agencies, at, nobody);
		if (!has_account(&accounts, &posts, name, ROLE_HEAD))
			workbook_add_account(&sheet, ROLE_HEAD, &agencies, at, head);
	}
	fill_up(&sheet);
	return send_account_form(context, &sheet.model, &agencies, "daftar-akun.xlsx");
}
