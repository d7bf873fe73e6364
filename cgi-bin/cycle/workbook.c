/* SPDX-License-Identifier: ISC */
/*
 * Agencies and accounts as workbooks in the columns of the imports: to edit
 * and bring back, or to fill in.  No more rows than an import takes.
 */
#include <string.h>
#include <strings.h>

#include "cycle/accounts.h"
#include "cycle/import.h"
#include "document/export.h"
#include "base/banned.h"

enum { REGION, ROLE };
const struct field workbook_fields[] = {
	[REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[ROLE] = { "role", FIELD_CHOICE, "Peran", .choices = account_roles },
	{ 0 }
};

/* Columns of a workbook: their share of the width in percent; 14 hold the
 * digits of a NIP, 6 the head of the region's code. */
static const int agency_shares[AGENCY_WIDTH] = { 26, 8, 18, 16, 12, 14, 6 };
static const int account_shares[SHEET_WIDTH] = { 11, 6, 17, 12, 14, 14, 10, 9,
	7 };

enum { LIST_ROLES, LIST_AGENCIES };	/* columns of the choices */

static struct block *
begin_table(struct document_model *model, const char *name,
    const struct table_column *columns, const int *shares)
{
	struct block *block = compose(model, BLOCK_TABLE, name);

	for (size_t at = 0; columns[at].name != NULL; at++)
		compose_column(block, columns[at].name, shares[at],
		    ALIGN_LEFT);
	return block;
}

static void
begin(struct document_model *model, struct context *context, const char *title)
{
	*model = (struct document_model){ .arena = context->arena,
	    .title = title, .landscape = true };
}

/* A table without a row is none: one to write in. */
static void
fill_up(struct document_model *model, struct block *block)
{
	struct row *row = block->row_count == 0 ?
	    compose_line(model, block) : NULL;

	for (size_t at = 0; row != NULL && at < block->column_count; at++)
		compose_cell(row, "");
}

/* Too many to come back are not sent out. */
static int
check_count(struct context *context, const struct rows *rows, const char *what)
{
	return rows->count <= TABLE_ROWS_MAX ? 0 : context_refuse(context, 409,
	    "Lebih dari %d %s, dan impor menerima paling banyak sebanyak itu. "
	    "Saring dahulu daftarnya menurut daerah.", TABLE_ROWS_MAX, what);
}

/* The region asked for, which has to be in care, or the own one where there is
 * no other; 0 for all of them. */
static int
read_region(struct context *context, int64_t *region_id)
{
	struct rows region;

	*region_id = form_number(&context->form, REGION);
	if (!form_ok(&context->form))
		return 404;
	if (*region_id != 0)
		return region_find(context, *region_id, &region);
	if (context->actor.region_id != 0 && region_find(context,
	    context->actor.region_id, &region) == 0 &&
	    !row_null(&region, 0, "parent_id"))
		*region_id = context->actor.region_id;
	return 0;
}

int
send_agencies(struct context *context)
{
	struct document_model model;
	struct block *table;
	struct rows rows;
	int64_t region_id;
	int result, status = read_region(context, &region_id);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_AGENCY_SHEET,
	    scope(context), db_key(region_id), db_int(TABLE_ROWS_MAX + 1));
	if (result < 0)
		return context_status(context, result);
	status = check_count(context, &rows, "perangkat daerah");
	if (status != 0)
		return status;
	begin(&model, context, "Perangkat daerah");
	table = begin_table(&model, "Perangkat daerah", agency_columns,
	    agency_shares);
	for (size_t row = 0; row < rows.count; row++)
		compose_row(&model, table,
		    row_text(&rows, row, "name"),
		    row_text(&rows, row, "short_name"),
		    row_text(&rows, row, "head_title"),
		    row_text(&rows, row, "head_name"),
		    row_text(&rows, row, "head_rank"),
		    row_text(&rows, row, "head_nip"),
		    row_text(&rows, row, "region_code"));
	fill_up(&model, table);
	return export_form(context, &model, NULL, 0,
	    "perangkat-daerah.xlsx");
}

int
show_agency_example(struct context *context)
{
	struct document_model model;
	struct block *table;

	begin(&model, context, "Contoh daftar perangkat daerah");
	table = begin_table(&model, "Perangkat daerah", agency_columns,
	    agency_shares);
	compose_row(&model, table, "Dinas Kesehatan (contoh)", "Dinkes",
	    "Kepala Dinas Kesehatan", "Nama Contoh, S.Si., M.Si.",
	    "Pembina Utama Muda (IV/c)", "", "");
	compose_row(&model, table, "Kecamatan Contoh", "",
	    "Camat Contoh", "", "", "", "");
	return export_form(context, &model, NULL, 0,
	    "contoh-perangkat-daerah.xlsx");
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
		const char *role = row < count ?
		    role_name(role_of(account_roles[row])) : "";

		if (lists_agencies)
			compose_row(model, table, role, row <
			    agencies->count ? row_text(agencies, row, "name") :
			    "");
		else
			compose_row(model, table, role);
	}
	return export_form(context, model, choices, lists_agencies ? 2 : 1,
	    name);
}

/* Of one region, for the choices; none where there are several. */
static int
read_agencies(struct context *context, int64_t region_id, struct rows *agencies)
{
	int result;

	*agencies = (struct rows){ 0 };
	if (region_id == 0)
		return 0;
	result = db_select(context->db, agencies, STATEMENT_AGENCY_SHEET,
	    scope(context), db_key(region_id), db_int(TABLE_ROWS_MAX));
	return result < 0 ? context_status(context, result) : 0;
}

int
send_accounts(struct context *context)
{
	const char *role = form_text(&context->form, ROLE);
	struct document_model model;
	struct block *table;
	struct rows rows, agencies;
	int64_t region_id;
	int result, status = read_region(context, &region_id);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_ACCOUNT_SHEET,
	    scope(context), db_key(region_id), db_text(role), db_text(role),
	    db_int(TABLE_ROWS_MAX + 1));
	if (result < 0)
		return context_status(context, result);
	status = check_count(context, &rows, "akun");
	if (status == 0)
		status = read_agencies(context, region_id, &agencies);
	if (status != 0)
		return status;
	begin(&model, context, "Akun");
	table = begin_table(&model, "Akun", account_columns,
	    account_shares);
	for (size_t row = 0; row < rows.count; row++)
		compose_row(&model, table,
		    role_name(role_of(row_text(&rows, row, "role"))),
		    row_text(&rows, row, "region_code"),
		    row_text(&rows, row, "agency_name"),
		    row_text(&rows, row, "username"),
		    row_text(&rows, row, "full_name"),
		    row_text(&rows, row, "nip"),
		    row_text(&rows, row, "office"),
		    row_text(&rows, row, "email"),
		    row_text(&rows, row, "phone"));
	fill_up(&model, table);
	return send_account_form(context, &model, &agencies, "akun.xlsx");
}

/* Whether an active account of a role works in the agency. */
static bool
has_account(const struct rows *accounts, const char *agency, const char *role)
{
	for (size_t at = 0; at < accounts->count; at++)
		if (strcmp(row_text(accounts, at, "role"), role) == 0 &&
		    strcmp(row_text(accounts, at, "agency_name"), agency) == 0)
			return true;
	return false;
}

/*
 * What is still to be filled in: a row for the head and one for the operator
 * of each agency that has none; of the head the register knows the name.
 */
int
show_account_example(struct context *context)
{
	struct document_model model;
	struct block *table;
	struct rows accounts = { 0 }, agencies;
	int64_t region_id;
	int result = 0, status = read_region(context, &region_id);

	if (status == 0)
		status = read_agencies(context, region_id, &agencies);
	if (status != 0)
		return status;
	if (region_id != 0)
		result = db_select(context->db, &accounts,
		    STATEMENT_ACCOUNT_SHEET, scope(context), db_key(region_id),
		    db_text(""), db_text(""), db_int(INT32_MAX));
	if (result < 0)
		return context_status(context, result);
	begin(&model, context, "Daftar akun untuk diisi");
	table = begin_table(&model, "Akun", account_columns,
	    account_shares);
	for (size_t at = 0; at < agencies.count; at++) {
		const char *name = row_text(&agencies, at, "name");
		const char *code = row_text(&agencies, at, "region_code");

		if (!has_account(&accounts, name, "operator"))
			compose_row(&model, table,
			    role_name(ROLE_OPERATOR), code, name, "", "", "",
			    "", "", "");
		if (!has_account(&accounts, name, "head"))
			compose_row(&model, table,
			    role_name(ROLE_HEAD), code, name, "",
			    row_text(&agencies, at, "head_name"),
			    row_text(&agencies, at, "head_nip"),
			    row_text(&agencies, at, "head_title"), "", "");
	}
	fill_up(&model, table);
	return send_account_form(context, &model, &agencies,
	    "isian-akun.xlsx");
}
