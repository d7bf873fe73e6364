/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cycle/cycle.h"
#include "store/history.h"
#include "base/banned.h"

/* Daerah: provinces over kabupaten and kota, by their official codes. */

enum { PROVINCE_CODE = 2, REGENCY_CODE = 5 };	/* "64", "64.71" */

static const char *const kinds[] = { "province", "regency", "city", NULL };
static const char *const zones[] = { "WIB", "WITA", "WIT", NULL };

enum { LIST_QUERY, LIST_PAGE };
const struct field region_list_fields[] = {
	[LIST_QUERY] = { "q", FIELD_TEXT, "Nama atau kode", .max = 120 },
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1,
	    .max = 100000 },
	{ 0 }
};

enum { CODE, NAME, KIND, ZONE, PLACE, BUREAU, COMPLAINT, VERSION };
const struct field region_fields[] = {
	[CODE] = { "code", FIELD_TEXT, "Kode", true, .max = REGENCY_CODE },
	[NAME] = { "name", FIELD_TEXT, "Nama", true, .max = 120 },
	[KIND] = { "kind", FIELD_CHOICE, "Jenis", true, .choices = kinds },
	[ZONE] = { "timezone", FIELD_CHOICE, "Zona waktu", true,
	    .choices = zones },
	[PLACE] = { "place", FIELD_TEXT, "Tempat", .max = 80 },
	[BUREAU] = { "bureau", FIELD_TEXT, "Unit penyelenggara", .max = 160 },
	[COMPLAINT] = { "complaint_channel", FIELD_TEXT, "Saluran pengaduan",
	    .max = 300 },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", .min = 1,
	    .max = INT32_MAX },
	{ 0 }
};

int
show_regions(struct visit *visit)
{
	const char *query = form_text(&visit->form, LIST_QUERY);
	int64_t page = page_number(visit, LIST_PAGE);
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_REGION_LIST,
	    scope(visit), db_text(db_like(visit->arena, query)),
	    db_text(db_like(visit->arena, query)), PAGE_LIMIT(page));

	if (result < 0)
		return visit_status(visit, result);
	page_turn(visit, &rows, page, arena_format(visit->arena,
	    "/cycle/regions?q=%s", query_text(visit->arena, query)));
	fill_rows(page_node(&visit->page, "Regions"), &rows);
	if (visit->actor.region_id == 0)
		page_set(&visit->page, "MayAddProvince", "1");
	fill_form(visit);
	return visit_show(visit, "cycle/regions");
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
		if (form[at] == '#' ? code[at] < '0' || code[at] > '9' :
		    code[at] != form[at])
			return false;
	return true;
}

/* Finds the province of a code; 0 for a province's own. */
static int
check_parent(struct visit *visit, int64_t *parent_id)
{
	struct form *form = &visit->form;
	const char *code = form_text(form, CODE);
	char province[PROVINCE_CODE + 1];
	struct rows rows;
	int result;

	*parent_id = 0;
	if (strlen(code) == PROVINCE_CODE) {
		if (visit->actor.region_id != 0)
			form_error(form, CODE, "Provinsi hanya ditambahkan "
			    "oleh administrator seluruh aplikasi. Untuk "
			    "kabupaten atau kota tulis kode seperti 64.71.");
		return 0;
	}
	memcpy(province, code, PROVINCE_CODE);
	province[PROVINCE_CODE] = '\0';
	result = db_select(visit->db, &rows, STATEMENT_REGION_PROVINCE,
	    db_text(province), scope(visit));
	if (result < 0)
		return visit_status(visit, result);
	if (result == 0)
		form_error(form, CODE, "Provinsi dengan kode %s belum ada "
		    "atau bukan wilayah Anda. Tambahkan provinsinya dahulu.",
		    province);
	else
		*parent_id = row_int(&rows, 0, "id");
	return 0;
}

static int
check_region(struct visit *visit, int64_t *parent_id)
{
	struct form *form = &visit->form;
	const char *code = form_text(form, CODE);

	if (form->values[CODE].error == NULL && !code_fits(code))
		form_error(form, CODE, "Tulis kode seperti 64 untuk provinsi "
		    "atau 64.71 untuk kabupaten dan kota.");
	if (form->values[CODE].error != NULL)
		return 0;
	if (form->values[KIND].error == NULL &&
	    (strcmp(form_text(form, KIND), "province") == 0) !=
	    (strlen(code) == PROVINCE_CODE))
		form_error(form, KIND, "Jenis tidak sesuai dengan kode: dua "
		    "angka untuk provinsi, empat angka untuk kabupaten dan "
		    "kota.");
	return check_parent(visit, parent_id);
}

struct saving {
	struct visit *visit;
	struct rows was;	/* of an edit */
	int64_t id, parent_id;
	struct edit edit;
};

static int
record(struct visit *visit, int64_t id, const char *from, const char *to)
{
	struct change change = change_of(visit, "region", id, id);

	change.from = from;
	change.to = to;
	return history_add(visit->db, &change);
}

#define REGION_VALUES(form) \
	db_text(form_text(form, CODE)), db_text(form_text(form, NAME)), \
	db_text(form_text(form, KIND)), db_text(form_text(form, ZONE)), \
	db_text(form_text(form, PLACE)), db_text(form_text(form, BUREAU)), \
	db_text(form_text(form, COMPLAINT))

static int
create(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct form *form = &saving->visit->form;
	int result = db_run(db, STATEMENT_REGION_CREATE,
	    db_key(saving->parent_id), REGION_VALUES(form));

	if (result < 0)
		return result;
	saving->id = db_last_key(db);
	return record(saving->visit, saving->id, "",
	    arena_format(saving->visit->arena, "%s, kode %s",
	    form_text(form, NAME), form_text(form, CODE)));
}

static int
show_form(struct visit *visit, int status)
{
	if (visit->actor.region_id == 0)
		page_set(&visit->page, "MayAddProvince", "1");
	return visit_show_status(visit, "cycle/region_form", status);
}

static int
show_typed(struct visit *visit, int status)
{
	fill_form(visit);
	return show_form(visit, status);
}

static int
code_taken(struct visit *visit)
{
	form_error(&visit->form, CODE, "Kode %s sudah dipakai daerah lain.",
	    form_text(&visit->form, CODE));
	return show_typed(visit, 422);
}

/* A province has others below it, a kabupaten has nobody to add. */
static bool
may_add(struct visit *visit, int *status)
{
	struct rows rows;

	*status = 0;
	if (visit->actor.region_id == 0)
		return true;
	*status = region_find(visit, visit->actor.region_id, &rows);
	return *status == 0 && row_null(&rows, 0, "parent_id");
}

static int
may_not_add(struct visit *visit, int status)
{
	return status != 0 ? status : visit_refuse(visit, 403, "Daerah baru "
	    "ditambahkan oleh administrator provinsi atau administrator "
	    "seluruh aplikasi.");
}

int
new_region(struct visit *visit)
{
	int status;

	if (!may_add(visit, &status))
		return may_not_add(visit, status);
	set_value(visit, "timezone", visit->actor.zone);
	return show_form(visit, 200);
}

int
create_region(struct visit *visit)
{
	struct saving saving = { .visit = visit };
	int result, status;

	if (!may_add(visit, &status))
		return may_not_add(visit, status);
	status = check_region(visit, &saving.parent_id);
	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return show_typed(visit, 422);
	result = db_txn(visit->db, create, &saving);
	if (result == DB_DUPLICATE)
		return code_taken(visit);
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/regions/%lld?done=created",
	    (long long)saving.id);
}

static int
find(struct visit *visit, struct rows *rows)
{
	int status = region_find(visit, visit->keys[0], rows);

	if (status == 0)
		fill_row(page_node(&visit->page, "Region"), rows, 0);
	return status;
}

int
show_region(struct visit *visit)
{
	struct rows rows, counts;
	int result, status = find(visit, &rows);

	if (status != 0)
		return status;
	result = db_select(visit->db, &counts, STATEMENT_REGION_COUNTS,
	    db_int(visit->keys[0]));
	if (result < 0)
		return visit_status(visit, result);
	fill_row(page_node(&visit->page, "Region"), &counts, 0);
	status = history_fill(visit, "region", visit->keys[0]);
	return status != 0 ? status : visit_show(visit, "cycle/region");
}

int
edit_region(struct visit *visit)
{
	struct rows rows;
	int status = find(visit, &rows);

	if (status != 0)
		return status;
	set_values(visit, region_fields, &rows);
	return show_form(visit, 200);
}

static int
update(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct form *form = &saving->visit->form;
	int result = db_run(db, STATEMENT_REGION_UPDATE,
	    db_key(saving->parent_id), REGION_VALUES(form),
	    db_int(saving->id), db_int(form_number(form, VERSION)));

	if (result <= 0)
		return result < 0 ? result : 409;
	return record(saving->visit, saving->id, saving->edit.from,
	    saving->edit.to);
}

/* A code that others below build on stays as it is. */
static int
check_code_change(struct visit *visit, const struct rows *was)
{
	const char *before = row_text(was, 0, "code");
	struct rows counts;
	int result;

	if (strcmp(before, form_text(&visit->form, CODE)) == 0 ||
	    strlen(before) != PROVINCE_CODE)
		return 0;
	result = db_select(visit->db, &counts, STATEMENT_REGION_COUNTS,
	    db_int(visit->keys[0]));
	if (result < 0)
		return visit_status(visit, result);
	if (row_int(&counts, 0, "below") > 0)
		form_error(&visit->form, CODE, "Kode provinsi ini tidak dapat "
		    "diubah, karena kabupaten dan kota di bawahnya memakai "
		    "kode yang sama.");
	return 0;
}

int
update_region(struct visit *visit)
{
	struct saving saving = { .visit = visit, .id = visit->keys[0] };
	struct form *form = &visit->form;
	int result, status = find(visit, &saving.was);

	if (status != 0)
		return status;
	/* An administrator of one region keeps its code as it is. */
	if (visit->actor.region_id != 0 &&
	    strcmp(form_text(form, CODE), row_text(&saving.was, 0, "code"))
	    == 0 && strcmp(form_text(form, KIND),
	    row_text(&saving.was, 0, "kind")) == 0)
		saving.parent_id = row_int(&saving.was, 0, "parent_id");
	else if ((status = check_region(visit, &saving.parent_id)) != 0 ||
	    (status = check_code_change(visit, &saving.was)) != 0)
		return status;
	if (!form_ok(form))
		return show_typed(visit, 422);
	if (!edit_of(visit, &saving.was, CODE, COMPLAINT, &saving.edit))
		return visit_redirect(visit, "/cycle/regions/%lld",
		    (long long)saving.id);
	result = db_txn(visit->db, update, &saving);
	if (result == DB_DUPLICATE)
		return code_taken(visit);
	if (result == 409) {
		stale(visit, row_int(&saving.was, 0, "version"));
		return show_form(visit, 409);
	}
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/regions/%lld?done=saved",
	    (long long)saving.id);
}
