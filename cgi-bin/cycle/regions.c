/* SPDX-License-Identifier: ISC */
/*
 * Daerah: provinces over kabupaten and kota, by their official codes, with
 * what their pages and papers need: zone, place, bureau, channel for
 * complaints.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "document/export.h"
#include "document/listing.h"
#include "frame/columns.h"
#include "frame/kept.h"
#include "rules/licence.h"
#include "store/history.h"
#include "base/banned.h"

enum { PROVINCE_CODE = 2, REGENCY_CODE = 5 }; /* "64", "64.71" */

static const char *const kinds[] = { "province", "regency", "city", NULL };
static const char *const zones[] = { "WIB", "WITA", "WIT", NULL };

enum { LIST_QUERY, LIST_PAGE, LIST_MARK };
const struct field region_list_fields[] = {
	[LIST_QUERY] = { "q", FIELD_TEXT, "Nama atau kode", .max = 120 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[LIST_MARK] = EXPORT_MARK,
	{ 0 },
};

enum {
	CODE,
	NAME,
	KIND,
	ZONE,
	PLACE,
	BUREAU,
	COMPLAINT,
	CONTACT_NAME,
	CONTACT_PHONE,
	CONTACT_MAIL,
	NAMES,
	THRESHOLD,
	LICENCE,
	VERSION
};
const struct field region_fields[] = {
	[CODE] = { "code", FIELD_TEXT, "Kode", true, .max = REGENCY_CODE },
	[NAME] = { "name", FIELD_TEXT, "Nama", true, .max = 120 },
	[KIND] = { "kind", FIELD_CHOICE, "Jenis", true, .choices = kinds },
	[ZONE] = { "timezone", FIELD_CHOICE, "Zona waktu", true, .choices = zones },
	[PLACE] = { "place", FIELD_TEXT, "Tempat", .max = 80 },
	[BUREAU] = { "bureau", FIELD_TEXT, "Unit penyelenggara", .max = 160 },
	[COMPLAINT] = { "complaint_channel", FIELD_TEXT, "Saluran pengaduan", .max = 300 },
	[CONTACT_NAME] = { "contact_name", FIELD_TEXT, "Kontak administrator", .max = 120 },
	[CONTACT_PHONE] = { "contact_phone", FIELD_TEXT, "Telepon atau WhatsApp", .max = 40,
	    .like = LIKE_PHONE },
	[CONTACT_MAIL] = { "contact_mail", FIELD_TEXT, "Surel administrator", .max = 160,
	    .like = LIKE_EMAIL },
	[NAMES] = { "publish_names", FIELD_CHOICE, "Nama perangkat daerah terlihat publik",
	    .choices = yes_no_codes },
	[THRESHOLD] = { "publish_threshold", FIELD_NUMBER,
	    "Angka gabungan paling sedikit dari (perangkat daerah)", .min = 3, .max = 100 },
	[LICENCE] = { "open_data_licence", FIELD_CHOICE, "Lisensi data terbuka",
	    .choices = licence_addresses },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", .min = 1, .max = INT32_MAX },
	{ 0 },
};

static int
show_region_list(struct context *context, struct rows *rows, int64_t page)
{
	const char *query = form_text(&context->form, LIST_QUERY);

	page_turn(context, rows, PAGE_ROWS, page,
	    arena_format(context->arena, "/cycle/regions?q=%s", query_text(context->arena, query)));
	fill_rows(page_node(&context->page, "Regions"), rows);
	if (context->actor.region_id == 0)
		page_set(&context->page, "MayAddProvince", "1");
	fill_form(context);
	return context_show(context, "cycle/regions");
}

static int
read_region_list(struct context *context, int64_t limit, int64_t offset, struct rows *rows)
{
	const char *like = db_like(context->arena, form_text(&context->form, LIST_QUERY));

	return context_status(context,
	    db_select(context->db, rows, STATEMENT_REGION_LIST, scope(context), db_text(like),
		db_text(like), db_int(limit), db_int(offset)));
}

int
show_regions(struct context *context)
{
	int64_t page = page_number(context, LIST_PAGE);
	struct rows rows;
	int status = read_region_list(context, PAGE_ROWS + 1, (page - 1) * PAGE_ROWS, &rows);

	return status != 0 ? status : show_region_list(context, &rows, page);
}

int
send_regions(struct context *context)
{
	static const struct listing_column columns[] = {
		{ "Nama", 50, .source = "name" },
		{ "Kode", 15, .source = "code" },
		{ "Perangkat daerah", 15, true, .source = "agencies" },
		{ "Akun aktif", 15, true, .source = "accounts" },
		{ .label = NULL },
	};
	struct rows rows;
	int status = read_region_list(context, LISTING_MAX, 0, &rows);

	return status != 0 ?
	    status :
	    listing_send_rows(context, "daerah", "Daerah", columns, &rows);
}

/* Code, kind and parent have to agree; digits are as in the official list. */
static bool
code_fits(const char *code)
{
	static const char form[] = "##.##";
	size_t length = strlen(code);

	if (length != PROVINCE_CODE && length != REGENCY_CODE)
		return false;
	for (size_t at = 0; at < length; at++)
		if (form[at] == '#' ? code[at] < '0' || code[at] > '9' : code[at] != form[at])
			return false;
	return true;
}

/* Finds the province of a code; 0 for a province's own. */
static int
check_parent(struct context *context, int64_t *parent_id)
{
	struct form *form = &context->form;
	const char *code = form_text(form, CODE);
	char province[PROVINCE_CODE + 1];
	struct rows rows;
	int result;

	*parent_id = 0;
	if (strlen(code) == PROVINCE_CODE) {
		if (context->actor.region_id != 0)
			form_error(form, CODE,
			    "Provinsi hanya ditambahkan "
			    "oleh administrator seluruh aplikasi. Untuk "
			    "kabupaten atau kota tulis kode seperti 64.71.");
		return 0;
	}
	memcpy(province, code, PROVINCE_CODE);
	province[PROVINCE_CODE] = '\0';
	result = db_select(context->db, &rows, STATEMENT_REGION_PROVINCE, db_text(province),
	    scope(context));
	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		form_error(form, CODE,
		    "Provinsi dengan kode %s belum ada "
		    "atau bukan wilayah Anda. Tambahkan provinsinya dahulu.",
		    province);
	else
		*parent_id = row_int(&rows, 0, "id");
	return 0;
}

/* Who is to be asked has a name, and something to be reached by. */
static void
check_contact(struct context *context)
{
	enum { ENOUGH = 8 };
	struct form *form = &context->form;
	const char *phone = form_text(form, CONTACT_PHONE);
	bool named = *form_text(form, CONTACT_NAME) != '\0',
	     reached = *phone != '\0' || *form_text(form, CONTACT_MAIL) != '\0';

	check_columns(context, CONTACT_NAME, CONTACT_MAIL - CONTACT_NAME + 1);
	if (*phone != '\0' && phone_digits(phone) < ENOUGH)
		form_error(form, CONTACT_PHONE,
		    "Nomor ditulis seperti 0812-3456-7890 atau (0542) 123456.");
	if (reached && !named)
		form_error(form, CONTACT_NAME,
		    "Tulis nama orang atau unit yang dapat dihubungi, atau kosongkan telepon dan "
		    "surelnya.");
	else if (named && !reached)
		form_error(form, CONTACT_PHONE,
		    "Tulis nomor telepon atau surel, supaya kontak ini dapat dihubungi.");
}

static int
check_region(struct context *context, int64_t *parent_id)
{
	struct form *form = &context->form;
	const char *code = form_text(form, CODE);

	if (form->values[CODE].error == NULL && !code_fits(code))
		form_error(form, CODE,
		    "Tulis kode seperti 64 untuk provinsi "
		    "atau 64.71 untuk kabupaten dan kota.");
	if (form->values[CODE].error != NULL)
		return 0;
	if (form->values[KIND].error == NULL &&
	    (strcmp(form_text(form, KIND), "province") == 0) != (strlen(code) == PROVINCE_CODE))
		form_error(form, KIND,
		    "Jenis tidak sesuai dengan kode: dua "
		    "angka untuk provinsi, empat angka untuk kabupaten dan "
		    "kota.");
	return check_parent(context, parent_id);
}

struct saving {
	struct context *context;
	struct rows was; /* of an edit */
	int64_t id, parent_id;
	struct edit edit;
};

static int
regions_record(struct context *context, int64_t id, const char *from, const char *to)
{
	struct change change = change_of(context, "region", id, id);

	change.from = from;
	change.to = to;
	return history_add(context->db, &change);
}

#define REGION_VALUES(form) \
	db_text(form_text(form, CODE)), db_text(form_text(form, NAME)), \
	    db_text(form_text(form, KIND)), db_text(form_text(form, ZONE)), \
	    db_text(form_text(form, PLACE)), db_text(form_text(form, BUREAU)), \
	    db_text(form_text(form, COMPLAINT)), db_text(form_text(form, CONTACT_NAME)), \
	    db_text(form_text(form, CONTACT_PHONE)), db_text(form_text(form, CONTACT_MAIL)), \
	    db_int(strcmp(form_text(form, NAMES), "0") != 0), \
	    db_key(form_number(form, THRESHOLD)), db_text(form_text(form, LICENCE))

static int
regions_create(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct form *form = &saving->context->form;
	int result = db_run(db, STATEMENT_REGION_CREATE, db_key(saving->parent_id),
	    REGION_VALUES(form));

	if (result < 0)
		return result;
	saving->id = db_last_key(db);
	return regions_record(saving->context, saving->id, "",
	    arena_format(saving->context->arena, "%s, kode %s", form_text(form, NAME),
		form_text(form, CODE)));
}

/* The form; of a new region `was` is NULL; errors and values were set before. */
static int
regions_show_form(struct context *context, const struct rows *was, int status)
{
	if (was != NULL)
		fill_row(page_node(&context->page, "Region"), was, 0);
	if (context->actor.region_id == 0)
		page_set(&context->page, "MayAddProvince", "1");
	for (size_t at = 0; licence_addresses[at] != NULL; at++) {
		struct node *node = node_row(page_node(&context->page, "Licences"), at);

		node_set(node, "value", licence_addresses[at]);
		node_set(node, "label", licence_name(licence_addresses[at]));
	}
	return context_show_status(context, "cycle/region_form", status);
}

static int
regions_show_typed(struct context *context, const struct rows *was)
{
	fill_form(context);
	return regions_show_form(context, was, 422);
}

static int
code_taken(struct context *context, const struct rows *was)
{
	form_error(&context->form, CODE, "Kode %s sudah dipakai daerah lain.",
	    form_text(&context->form, CODE));
	return regions_show_typed(context, was);
}

/* A province has others below it, a kabupaten has nobody to add. */
static bool
may_add(struct context *context, int *status)
{
	struct rows rows;

	*status = 0;
	if (context->actor.region_id == 0)
		return true;
	*status = region_find(context, context->actor.region_id, &rows);
	return *status == 0 && row_null(&rows, 0, "parent_id");
}

static int
may_not_add(struct context *context, int status)
{
	return status != 0 ?
	    status :
	    context_refuse(context, 403,
		"Daerah baru "
		"ditambahkan oleh administrator provinsi atau administrator "
		"seluruh aplikasi.");
}

int
new_region(struct context *context)
{
	int status;

	if (!may_add(context, &status))
		return may_not_add(context, status);
	set_value(context, "timezone", context->actor.zone);
	set_number(context, "publish_names", 1);
	return regions_show_form(context, NULL, 200);
}

int
create_region(struct context *context)
{
	struct saving saving = { .context = context };
	int result, status;

	if (!may_add(context, &status))
		return may_not_add(context, status);
	check_contact(context);
	status = check_region(context, &saving.parent_id);
	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return regions_show_typed(context, NULL);
	result = db_txn_world(context->db, regions_create, &saving);
	if (result == DB_DUPLICATE)
		return code_taken(context, NULL);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/regions/%lld?done=created", (long long)saving.id);
}

/* What the page of one shows. */
struct region_page {
	struct rows region, counts, history;
	const char *sites; /* that may frame its figures */
};

static int
read_region_page(struct context *context, struct region_page *shown)
{
	int64_t id = context->keys[0];
	int result, status = region_find(context, id, &shown->region);

	if (status != 0)
		return status;
	result = db_select(context->db, &shown->counts, STATEMENT_REGION_COUNTS, db_int(id));
	if (result >= 0)
		result = kept_setting_text(context, SETTING_EMBED_SITES, &shown->sites);
	return result < 0 ?
	    context_status(context, result) :
	    history_read(context, "region", id, &shown->history);
}

static int
show_region_page(struct context *context, const struct region_page *shown)
{
	fill_row(page_node(&context->page, "Region"), &shown->region, 0);
	fill_row(page_node(&context->page, "Region"), &shown->counts, 0);
	history_fill(context, "region", &shown->history);
	page_set(&context->page, "Embed.sites", shown->sites);
	page_set(&context->page, "Licence.name",
	    licence_name(row_text(&shown->region, 0, "open_data_licence")));
	return context_show(context, "cycle/region");
}

int
show_region(struct context *context)
{
	struct region_page shown;
	int status = read_region_page(context, &shown);

	return status != 0 ? status : show_region_page(context, &shown);
}

int
edit_region(struct context *context)
{
	struct rows rows;
	int status = region_find(context, context->keys[0], &rows);

	if (status != 0)
		return status;
	set_values(context, region_fields, &rows);
	return regions_show_form(context, &rows, 200);
}

static int
regions_update(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct form *form = &saving->context->form;
	int result = db_run(db, STATEMENT_REGION_KEEP_BUREAU, db_int(saving->id),
	    db_text(form_text(form, BUREAU)));

	if (result < 0)
		return result;
	result = db_run(db, STATEMENT_REGION_UPDATE, db_key(saving->parent_id), REGION_VALUES(form),
	    db_int(saving->id), db_int(form_number(form, VERSION)));
	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	return regions_record(saving->context, saving->id, saving->edit.from, saving->edit.to);
}

/* A code that others below build on stays as it is. */
static int
check_code_change(struct context *context, const struct rows *was)
{
	const char *before = row_text(was, 0, "code");
	struct rows counts;
	int result;

	if (strcmp(before, form_text(&context->form, CODE)) == 0 || strlen(before) != PROVINCE_CODE)
		return 0;
	result = db_select(context->db, &counts, STATEMENT_REGION_COUNTS, db_int(context->keys[0]));
	if (result < 0)
		return context_status(context, result);
	if (row_int(&counts, 0, "below") > 0)
		form_error(&context->form, CODE,
		    "Kode provinsi ini tidak dapat "
		    "diubah, karena kabupaten dan kota di bawahnya memakai "
		    "kode yang sama.");
	return 0;
}

int
update_region(struct context *context)
{
	struct saving saving = { .context = context, .id = context->keys[0] };
	struct form *form = &context->form;
	int result, status = region_find(context, saving.id, &saving.was);

	if (status != 0)
		return status;
	check_contact(context);
	/* An administrator of one region keeps its code as it is. */
	if (context->actor.region_id != 0 &&
	    strcmp(form_text(form, CODE), row_text(&saving.was, 0, "code")) == 0 &&
	    strcmp(form_text(form, KIND), row_text(&saving.was, 0, "kind")) == 0)
		saving.parent_id = row_int(&saving.was, 0, "parent_id");
	else if ((status = check_region(context, &saving.parent_id)) != 0 ||
	    (status = check_code_change(context, &saving.was)) != 0)
		return status;
	if (!form_ok(form))
		return regions_show_typed(context, &saving.was);
	if (!edit_of(context, &saving.was, CODE, LICENCE, &saving.edit))
		return context_redirect(context, "/cycle/regions/%lld", (long long)saving.id);
	result = db_txn_world(context->db, regions_update, &saving);
	if (result == DB_DUPLICATE)
		return code_taken(context, &saving.was);
	if (db_stopped(context->db, result) == 409) {
		stale(context, row_int(&saving.was, 0, "version"));
		return regions_show_form(context, &saving.was, 409);
	}
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/regions/%lld?done=saved", (long long)saving.id);
}
