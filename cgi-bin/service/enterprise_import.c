/* SPDX-License-Identifier: ISC */
/*
 * The register of enterprises out of a workbook: looked at first, then stored.  Its head is that
 * of the file that the register goes out as.  What is there by its NIB, or by name and kelurahan,
 * is brought up to date, what is not there is entered; an empty cell, or a number that went out
 * masked, leaves what is there as it is.
 */
#include "service/service.h"

#include <string.h>

#include "frame/words.h"
#include "import/import_draft.h"
#include "import/import_table.h"
#include "rules/date_text.h"
#include "rules/field.h"
#include "base/banned.h"

enum { LOAD_FILE };
const struct field enterprise_import_fields[] = {
	[LOAD_FILE] = { "file", FIELD_FILE, "Berkas", true },
	{ .name = NULL },
};

const struct field enterprise_reread_fields[] = {
	DRAFT_FORM,
	{ .name = NULL },
};

enum { KEEP_CONTENT };
const struct field enterprise_keep_fields[] = {
	[KEEP_CONTENT] = { "content", FIELD_LINES, "Daftar", true, .max = TABLE_TEXT_MAX },
	{ .name = NULL },
};

static const struct table_column enterprise_columns[] = {
	[PARTICULAR_KIND] = { "bentuk", "bentukusaha jenis kind", 0, 40 },
	[PARTICULAR_NAME] = { "usaha", "namausaha nama koperasi namakoperasi",
	    COLUMN_REQUIRED | COLUMN_FILLED, 160 },
	[PARTICULAR_OWNER] = { "pemilik", "namapemilik ketua namaketua", 0, 120 },
	[PARTICULAR_NIK] = { "NIK", "nikpemilik", 0, 40 },
	[PARTICULAR_NIB] = { "NIB", "nomorindukberusaha", 0, 40 },
	[PARTICULAR_NPWP] = { "NPWP", "nomornpwp", 0, 40 },
	[PARTICULAR_PHONE] = { "telepon", "nomortelepon hp nohp", 0, 30 },
	[PARTICULAR_ADDRESS] = { "alamat", "alamatusaha", 0, 300 },
	[PARTICULAR_VILLAGE] = { "kelurahan atau desa", "kelurahan desa kelurahandesa",
	    COLUMN_REQUIRED | COLUMN_FILLED, 120 },
	[PARTICULAR_EMPLOYEES] = { "pekerja", "jumlahpekerja tenagakerja karyawan", 0, 40 },
	[PARTICULAR_TURNOVER] = { "golongan omzet", "omzet omset", 0, 60 },
	[PARTICULAR_PRODUCTS] = { "produk", "produkataujasa produkjasa bidangusaha", 0, 300 },
	[PARTICULAR_SINCE] = { "sejak", "tahunmulai tahunmulaiusaha tahunberdiri", 0, 40 },
	{ .name = NULL },
};

/* What a row becomes. */
struct enterprise_row {
	struct particulars said, was; /* was: of what is there */
	int64_t id, version;          /* of what is there; 0: it is new */
	bool changed;
};

struct enterprise_import {
	struct context *context;
	struct problems problems;
	struct table table;
	struct enterprise_row *rows;
	size_t fresh, changed;
	int64_t draft;
};

static const char draft_kind[] = "enterprises";

/* ---- decided --------------------------------------------------------------------------- */

static void
row_kind(struct enterprise_import *import, size_t row, const char **kind)
{
	struct arena *arena = import->context->arena;

	if (**kind == '\0')
		return;
	if (table_called(arena, *kind, "koperasi cooperative"))
		*kind = enterprise_kinds[1];
	else if (table_called(arena, *kind, "usahamikro mikro umkm micro"))
		*kind = enterprise_kinds[0];
	else
		table_problem(&import->table, row, PARTICULAR_KIND,
		    "“%s” tidak dikenal. Tulis usaha mikro atau koperasi.", *kind);
}

static const char as_text[] = "Ubah format kolom ini menjadi Teks, lalu ketik ulang angkanya.";

/* A number that went out masked comes back as none. */
static void
row_digits(struct enterprise_import *import, size_t row, int which, const char **text,
    const char *(*digits)(struct arena *, const char *), const char *how)
{
	const char *read = strstr(*text, "•") != NULL ? "" : digits(import->context->arena, *text);

	if (read == NULL)
		table_problem(&import->table, row, (size_t)which, "%s, di sini “%s”. %s", how,
		    *text, as_text);
	*text = read != NULL ? read : "";
}

static void
row_number(struct enterprise_import *import, size_t row, int which, const char **text, int64_t max)
{
	int64_t number = table_amount(&import->table, row, (size_t)which, 0, max);

	if (number >= 0)
		*text = arena_format(import->context->arena, "%lld", (long long)number);
}

/* A year, alone or of a day. */
static void
row_since(struct enterprise_import *import, size_t row, const char **text)
{
	char words[DAY_TEXT];
	int32_t day;

	if (date_text(*text, &day) == DATE_OK)
		*text = arena_format(import->context->arena, "%.4s", day_format(words, day));
	else if (**text != '\0' &&
	    (strlen(*text) != 4 || strspn(*text, "0123456789") != 4 || strcmp(*text, "1900") < 0 ||
		strcmp(*text, "2100") > 0))
		table_problem(&import->table, row, PARTICULAR_SINCE,
		    "“%s” bukan tahun. Tulis tahunnya saja, misalnya 2019.", *text);
}

static void
row_phone(struct enterprise_import *import, size_t row, const char **text)
{
	table_phone(&import->table, row, PARTICULAR_PHONE);
	*text = import->table.rows[row].cells[PARTICULAR_PHONE];
	if (**text != '\0' && phone_digits(*text) < 6)
		table_problem(&import->table, row, PARTICULAR_PHONE,
		    "“%s” bukan nomor telepon. Tulis seperti 0812 3456 7890.", *text);
}

static void
read_enterprise_row(struct enterprise_import *import, size_t row)
{
	const char **text = import->rows[row].said.text;

	for (int which = 0; which < PARTICULARS; which++)
		text[which] = import->table.rows[row].cells[which];
	row_kind(import, row, &text[PARTICULAR_KIND]);
	row_digits(import, row, PARTICULAR_NIK, &text[PARTICULAR_NIK], nik_digits,
	    "NIK terdiri atas 16 angka dan memuat tanggal lahir");
	row_digits(import, row, PARTICULAR_NIB, &text[PARTICULAR_NIB], nib_digits,
	    "NIB terdiri atas 13 angka");
	row_digits(import, row, PARTICULAR_NPWP, &text[PARTICULAR_NPWP], npwp_digits,
	    "NPWP terdiri atas 15 atau 16 angka");
	row_phone(import, row, &text[PARTICULAR_PHONE]);
	row_number(import, row, PARTICULAR_EMPLOYEES, &text[PARTICULAR_EMPLOYEES], 100000);
	row_since(import, row, &text[PARTICULAR_SINCE]);
}

/* The same enterprise on two lines would be stored as the last says. */
static void
row_twice(struct enterprise_import *import, size_t row)
{
	const struct particulars *said = &import->rows[row].said;
	const char *nib = said->text[PARTICULAR_NIB];

	for (size_t other = 0; other < row; other++) {
		const struct particulars *first = &import->rows[other].said;
		bool by_nib = *nib != '\0' && strcmp(nib, first->text[PARTICULAR_NIB]) == 0;

		if (!by_nib && !particulars_alike(import->context->arena, first, said))
			continue;
		table_problem(&import->table, row,
		    by_nib ? (size_t)PARTICULAR_NIB : (size_t)PARTICULAR_NAME,
		    "%s ada di baris %zu. Hapus salah satunya.",
		    by_nib ? "NIB yang sama" : "Usaha yang sama di kelurahan yang sama",
		    import->table.rows[other].number);
		return;
	}
}

/* What has to be said of one that is new. */
static void
row_complete(struct enterprise_import *import, size_t row)
{
	static const enum particular wanted[] = { PARTICULAR_OWNER, PARTICULAR_ADDRESS,
		PARTICULAR_PRODUCTS };
	struct enterprise_row *one = &import->rows[row];

	for (size_t at = 0; at < sizeof(wanted) / sizeof(wanted[0]); at++)
		if (*one->said.text[wanted[at]] == '\0')
			table_problem(&import->table, row, wanted[at],
			    "Wajib diisi, sebab usaha ini belum ada di daftar.");
	if (*one->said.text[PARTICULAR_KIND] == '\0')
		one->said.text[PARTICULAR_KIND] = enterprise_kinds[0];
}

static void
row_compare(struct enterprise_row *row, const struct rows *there)
{
	particulars_of(there, &row->was);
	row->version = row_int(there, 0, "version");
	for (int which = 0; which < PARTICULARS; which++)
		if (*row->said.text[which] == '\0')
			row->said.text[which] = row->was.text[which];
		else if (strcmp(row->said.text[which], row->was.text[which]) != 0)
			row->changed = true;
}

/* ---- read --------------------------------------------------------------------------------- */

static int
find_row(struct enterprise_import *import, size_t row)
{
	struct context *context = import->context;
	struct enterprise_row *one = &import->rows[row];
	struct rows there;
	int result = enterprise_match(context, context->actor.agency_id, &one->said, &one->id);

	if (result <= 0)
		return result;
	result = db_select(context->db, &there, STATEMENT_ENTERPRISE_FIND, db_int(one->id),
	    db_int(context->actor.agency_id));
	if (result > 0)
		row_compare(one, &there);
	return result < 0 ? result : 0;
}

/* What each row is; the errors are problems of its cells.  0 or a status. */
static int
check_rows(struct enterprise_import *import)
{
	import->rows = arena_array(import->context->arena, import->table.count + 1,
	    sizeof(*import->rows));
	for (size_t row = 0; row < import->table.count; row++) {
		int result;

		read_enterprise_row(import, row);
		row_twice(import, row);
		if (import->table.rows[row].wrong)
			continue;
		result = find_row(import, row);
		if (result < 0)
			return context_status(import->context, result);
		if (import->rows[row].id == 0)
			row_complete(import, row);
		import->fresh += import->rows[row].id == 0;
		import->changed += import->rows[row].changed;
	}
	return 0;
}

/* ---- shown -------------------------------------------------------------------------------- */

static const char *
row_becomes(const struct enterprise_import *import, size_t row)
{
	const struct enterprise_row *one = &import->rows[row];

	return import->table.rows[row].wrong ? "wrong" :
	    one->id == 0                     ? "new" :
	    one->changed                     ? "changed" :
					       "same";
}

/* Each thing that would be stored; of what is there, what it was. */
static void
fill_particulars(struct arena *arena, const struct enterprise_row *row, struct node *list)
{
	size_t count = 0;

	for (int which = 0; which < PARTICULARS; which++) {
		const char *to = row->said.text[which];
		const char *was = row->id == 0 ? "" : row->was.text[which];
		/* These of a new one have columns of their own. */
		bool shown = row->id == 0 &&
		    (which == PARTICULAR_NAME || which == PARTICULAR_OWNER ||
			which == PARTICULAR_VILLAGE || which == PARTICULAR_NIB);

		if (*to != '\0' && strcmp(to, was) != 0 && !shown)
			import_change(node_row(list, count++),
			    particular_label((enum particular)which),
			    row->id == 0 ?
				"" :
				particular_shown(arena, &row->was, (enum particular)which, false),
			    particular_shown(arena, &row->said, (enum particular)which, true));
	}
}

static int
show_rows(struct enterprise_import *import, const char *file)
{
	struct context *context = import->context;
	const char *csv = import->problems.count == 0 ? table_csv(&import->table) : NULL;
	struct node *list = page_node(&context->page, "Rows");

	for (size_t row = 0; row < import->table.count; row++) {
		const struct particulars *said = &import->rows[row].said;
		struct node *node = node_row(list, row);

		node_set(node, "what", row_becomes(import, row));
		node_set(node, "name", said->text[PARTICULAR_NAME]);
		node_set(node, "owner", said->text[PARTICULAR_OWNER]);
		node_set(node, "village", said->text[PARTICULAR_VILLAGE]);
		node_set(node, "nib", said->text[PARTICULAR_NIB]);
		if (!import->table.rows[row].wrong)
			fill_particulars(context->arena, &import->rows[row],
			    node_child(node, "changes"));
	}
	if (import->draft != 0)
		draft_show(context, import->draft, &import->table);
	page_set(&context->page, "File.name", file);
	page_set_int(&context->page, "Fresh", (int64_t)import->fresh);
	page_set_int(&context->page, "Changed", (int64_t)import->changed);
	page_set_int(&context->page, "ProblemCount", (int64_t)import->problems.count);
	if (csv != NULL)
		page_set(&context->page, "Form.value.content", csv);
	return context_show_status(context, "service/enterprise_preview", csv != NULL ? 200 : 422);
}

int
show_enterprise_import(struct context *context)
{
	return context_show(context, "service/enterprise_import");
}

static int
understand_enterprises(struct enterprise_import *import, const struct upload *upload)
{
	int status;

	table_read(&import->table, &import->problems, enterprise_columns, "", upload, NULL);
	status = check_rows(import);
	return status != 0 ? status : show_rows(import, upload->name);
}

int
reread_enterprises(struct context *context)
{
	struct enterprise_import import = { .context = context,
		.problems = { .context = context } };
	struct upload *upload;
	int status = draft_again(context, draft_kind, &upload);

	if (status != 0)
		return status;
	import.draft = form_number(&context->form, DRAFT_ID);
	return understand_enterprises(&import, upload);
}

int
preview_enterprises(struct context *context)
{
	struct enterprise_import import = { .context = context,
		.problems = { .context = context } };
	struct upload *upload = table_upload(context, LOAD_FILE);
	int status;

	if (!form_ok(&context->form) || upload == NULL)
		return context_show_errors(context, "service/enterprise_import");
	status = draft_keep(context, draft_kind, upload, &import.draft);
	return status != 0 ? status : understand_enterprises(&import, upload);
}

/* ---- stored -------------------------------------------------------------------------------- */

static int
store_row(struct enterprise_import *import, const struct enterprise_row *row)
{
	struct context *context = import->context;
	int64_t id;
	int result = row->id == 0 ?
	    enterprise_settle(context, context->actor.agency_id, &row->said, &id) :
	    enterprise_write(context, row->id, &row->said, row->version);

	return row->id != 0 && result == 0 ? DB_DUPLICATE : result;
}

static int
store_rows(struct db *db, void *argument)
{
	struct enterprise_import *import = argument;
	int result = 0;
	(void)db;

	for (size_t row = 0; row < import->table.count && result >= 0; row++)
		if (import->rows[row].id == 0 || import->rows[row].changed)
			result = store_row(import, &import->rows[row]);
	return result < 0 ?
	    result :
	    service_change(import->context, 0, NULL,
		arena_format(import->context->arena,
		    "data usaha dari berkas: %zu ditambahkan, %zu diperbarui", import->fresh,
		    import->changed),
		NULL);
}

int
keep_enterprises(struct context *context)
{
	struct enterprise_import import = { .context = context,
		.problems = { .context = context } };
	int status, result;

	if (!form_ok(&context->form))
		return 400;
	table_again(&import.table, &import.problems, enterprise_columns, "",
	    form_text(&context->form, KEEP_CONTENT));
	status = check_rows(&import);
	if (status != 0)
		return status;
	if (import.problems.count > 0)
		return show_rows(&import, "");
	if (import.fresh + import.changed == 0)
		return context_redirect(context, "/service/enterprises?done=imported");
	result = db_txn(context->db, store_rows, &import);
	if (result == DB_DUPLICATE)
		return context_refuse(context, 409,
		    "Data usaha sudah berubah sejak halaman ini ditampilkan, jadi belum ada yang "
		    "tersimpan. Unggah lagi berkasnya.");
	status = context_status(context, result);
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/enterprises?done=imported");
}
