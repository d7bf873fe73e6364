/* SPDX-License-Identifier: ISC */
/*
 * An application or a site is entered, changed, or taken out of the register.  An
 * administrator says of which agency it is.
 */
#include "inventory/inventory.h"

#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

enum {
	EDIT_KIND,
	EDIT_NAME,
	EDIT_ADDRESS,
	EDIT_PURPOSE,
	EDIT_AUDIENCE,
	EDIT_AUDIENCE_COUNT,
	EDIT_MANAGER,
	EDIT_TRAINING,
	EDIT_PARTNER,
	EDIT_COST,
	EDIT_FUND,
	EDIT_DATA,
	EDIT_RUNS_AT,
	EDIT_OWNER /* agency of a new one, version of another */
};
_Static_assert((int)EDIT_OWNER == (int)APPLICATION_FIELDS, "fields of the form in their order");

#define APPLICATION_FORM \
	[EDIT_KIND] = { "kind", FIELD_CHOICE, "Jenis", true, .choices = application_kinds }, \
	[EDIT_NAME] = { "name", FIELD_TEXT, "Nama", true, .min = 2, .max = 160 }, \
	[EDIT_ADDRESS] = { "address", FIELD_TEXT, "Alamat", .max = LINK_ADDRESS_MAX }, \
	[EDIT_PURPOSE] = { "purpose", FIELD_LINES, "Kegunaan", .max = 1000 }, \
	[EDIT_AUDIENCE] = { "audience", FIELD_TEXT, "Sasaran pengguna", .max = 200 }, \
	[EDIT_AUDIENCE_COUNT] = { "audience_count", FIELD_NUMBER, "Jumlah sasaran pengguna", \
		.min = 1, .max = INVENTORY_PEOPLE_MAX }, \
	[EDIT_MANAGER] = { "manager", FIELD_TEXT, "Pengelola", .max = 200 }, \
	[EDIT_TRAINING] = { "training", FIELD_TEXT, "Pelatihan pengelola", .max = 500 }, \
	[EDIT_PARTNER] = { "partner", FIELD_TEXT, "Mitra", .max = 200 }, \
	[EDIT_COST] = { "cost", FIELD_NUMBER, "Biaya setahun", .max = INVENTORY_COST_MAX }, \
	[EDIT_FUND] = { "fund", FIELD_TEXT, "Sumber dana", .max = 120 }, \
	[EDIT_DATA] = { "data_kept", FIELD_TEXT, "Data yang disimpan", .max = 500 }, \
	[EDIT_RUNS_AT] = { "runs_at", FIELD_TEXT, "Tempat berjalan", .max = 200 }

const struct field application_fields[] = {
	APPLICATION_FORM,
	[EDIT_OWNER] = { "agency", FIELD_NUMBER, "Perangkat daerah", .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

const struct field application_edit_fields[] = {
	APPLICATION_FORM,
	[EDIT_OWNER] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { REMOVE_VERSION };
const struct field application_remove_fields[] = {
	[REMOVE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { NEW_REGION };

/* One that is edited, and what its page shows beside the form. */
struct application_edit {
	struct context *context;
	struct rows found; /* none: a new one */
	struct rows agencies;
	struct inventory_place place;
	struct application_owner owner;
	struct application_values values;
	int64_t id;
};

/* ---- storing ------------------------------------------------------------------------ */

const char *
application_address_fault(const char *address)
{
	struct link_address link;

	if (*address == '\0')
		return NULL;
	if (!link_parse(address, &link))
		return "Alamat harus lengkap, misalnya https://dinas.kota.go.id/, tanpa nama "
		       "pengguna dan kata sandi.";
	return link_fits(&link) ?
	    NULL :
	    "Alamat ini hanya ada di jaringan sendiri atau memakai pintu (port) "
	    "yang tidak biasa. Tulis alamat yang dibuka masyarakat, atau kosongkan.";
}

/* Absent where nothing was typed; values were checked at the edge. */
static struct db_value
number_or_null(const char *text)
{
	return *text == '\0' ? db_null() : db_int(strtoll(text, NULL, 10));
}

int
application_store_new(struct context *context, int64_t agency,
    const struct application_values *values)
{
	const char *const *text = values->text;

	return db_run(context->db, STATEMENT_INVENTORY_ADD, db_int(agency),
	    db_text(text[APPLICATION_KIND]), db_text(text[APPLICATION_NAME]),
	    db_text(text[APPLICATION_ADDRESS]), db_text(text[APPLICATION_PURPOSE]),
	    db_text(text[APPLICATION_AUDIENCE]), number_or_null(text[APPLICATION_AUDIENCE_COUNT]),
	    db_text(text[APPLICATION_MANAGER]), db_text(text[APPLICATION_TRAINING]),
	    db_text(text[APPLICATION_PARTNER]), number_or_null(text[APPLICATION_COST]),
	    db_text(text[APPLICATION_FUND]), db_text(text[APPLICATION_DATA]),
	    db_text(text[APPLICATION_RUNS_AT]), db_int(context->actor.account_id),
	    db_text(text[APPLICATION_ADDRESS]));
}

int
application_store_change(struct context *context, int64_t id, int64_t version,
    const struct application_values *values)
{
	const char *const *text = values->text;
	const struct db_value address = db_text(text[APPLICATION_ADDRESS]);

	return db_run(context->db, STATEMENT_INVENTORY_CHANGE, db_text(text[APPLICATION_KIND]),
	    db_text(text[APPLICATION_NAME]), db_text(text[APPLICATION_PURPOSE]),
	    db_text(text[APPLICATION_AUDIENCE]), number_or_null(text[APPLICATION_AUDIENCE_COUNT]),
	    db_text(text[APPLICATION_MANAGER]), db_text(text[APPLICATION_TRAINING]),
	    db_text(text[APPLICATION_PARTNER]), number_or_null(text[APPLICATION_COST]),
	    db_text(text[APPLICATION_FUND]), db_text(text[APPLICATION_DATA]),
	    db_text(text[APPLICATION_RUNS_AT]), address, address, address, address, address,
	    address, db_int(id), db_int(version));
}

static int
application_store(struct db *db, void *argument)
{
	struct application_edit *edit = argument;
	struct context *context = edit->context;
	bool fresh = edit->found.count == 0;
	int result = fresh ?
	    application_store_new(context, edit->owner.agency_id, &edit->values) :
	    application_store_change(context, edit->id, form_number(&context->form, EDIT_OWNER),
		&edit->values);

	if (result == 0)
		return context_stop(context, 409,
		    "Data ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya, lalu ubah sekali lagi.");
	if (result < 0)
		return result;
	if (fresh)
		edit->id = db_last_key(db);
	return application_change(context, &edit->owner, edit->id,
	    fresh ? NULL : row_text(&edit->found, 0, "name"),
	    arena_format(context->arena, "%s: %s",
		application_kind_name(edit->values.text[APPLICATION_KIND]),
		edit->values.text[APPLICATION_NAME]));
}

/* ---- the page ------------------------------------------------------------------------ */

static int
edit_read(struct application_edit *edit, int64_t region)
{
	struct context *context = edit->context;
	int status = inventory_place_find(context, region, &edit->place);

	edit->agencies.count = 0;
	if (status == 0 && edit->place.agency_id == 0)
		status = context_status(context,
		    db_select(context->db, &edit->agencies, STATEMENT_INVENTORY_AGENCIES,
			db_int(edit->place.region_id)));
	return status;
}

static void
fill_application_edit(const struct application_edit *edit)
{
	struct context *context = edit->context;
	struct node *list = page_node(&context->page, "Agencies");

	inventory_place_fill(context, &edit->place);
	application_fill_kinds(context);
	for (size_t row = 0; row < edit->agencies.count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "value", row_text(&edit->agencies, row, "id"));
		node_set(node, "label", row_text(&edit->agencies, row, "name"));
	}
	if (edit->found.count > 0) {
		page_set_int(&context->page, "Application.id", edit->id);
		page_set(&context->page, "Application.name", row_text(&edit->found, 0, "name"));
		page_set(&context->page, "Application.version",
		    row_text(&edit->found, 0, "version"));
	}
}

int
show_new_application(struct context *context)
{
	struct application_edit edit = { .context = context };
	int status = form_ok(&context->form) ?
	    edit_read(&edit, form_number(&context->form, NEW_REGION)) :
	    400;

	if (status != 0)
		return status;
	fill_application_edit(&edit);
	page_set(&context->page, "Form.value.kind", application_kinds[0]);
	return context_show(context, "inventory/edit");
}

/* What was typed, and what is wrong with it beyond each field. */
static void
take_values(struct application_edit *edit)
{
	struct form *form = &edit->context->form;
	const char *fault = application_address_fault(form_text(form, EDIT_ADDRESS));

	for (int at = 0; at < APPLICATION_FIELDS; at++)
		edit->values.text[at] = form_text(form, at);
	if (fault != NULL)
		form_error(form, EDIT_ADDRESS, "%s", fault);
}

/* Stores what was typed, or shows it again; `region` is that of the page. */
static int
edit_save(struct application_edit *edit, int64_t region)
{
	struct context *context = edit->context;
	int result, status;

	take_values(edit);
	if (form_ok(&context->form)) {
		result = db_txn(context->db, application_store, edit);
		if (result == 0)
			return context_redirect(context, "/inventory/%lld?done=saved",
			    (long long)edit->id);
		if (result != DB_DUPLICATE)
			return context_status(context, result);
		form_error(&context->form, EDIT_NAME,
		    "Nama ini sudah ada di daftar perangkat daerah. Pakai nama lain, atau ubah "
		    "yang sudah ada.");
	}
	status = edit_read(edit, region);
	if (status != 0)
		return status;
	fill_application_edit(edit);
	return context_show_errors(context, "inventory/edit");
}

int
add_application(struct context *context)
{
	struct application_edit edit = { .context = context,
		.owner = { context->actor.agency_id, context->actor.region_id } };
	struct rows agency;
	int result;

	if (!context_may(context, ROLE_OPERATOR)) {
		result = db_select(context->db, &agency, STATEMENT_INVENTORY_AGENCY,
		    db_int(form_number(&context->form, EDIT_OWNER)),
		    db_int(context->actor.region_id), db_int(context->actor.region_id),
		    db_int(context->actor.region_id));
		if (result < 0)
			return context_status(context, result);
		edit.owner.agency_id = result > 0 ? row_int(&agency, 0, "id") : 0;
		edit.owner.region_id = result > 0 ? row_int(&agency, 0, "region_id") : 0;
		if (result == 0)
			form_error(&context->form, EDIT_OWNER, "Pilih perangkat daerahnya.");
	}
	return edit_save(&edit, edit.owner.region_id);
}

static int
edit_find(struct application_edit *edit)
{
	int status = application_find(edit->context, &edit->found);

	if (status != 0)
		return status;
	edit->id = row_int(&edit->found, 0, "id");
	edit->owner = (struct application_owner){ row_int(&edit->found, 0, "agency_id"),
		row_int(&edit->found, 0, "region_id") };
	return 0;
}

static int
show_found_edit(struct application_edit *edit)
{
	struct node *values = page_node(&edit->context->page, "Form.value");

	fill_application_edit(edit);
	for (size_t at = 0; at < APPLICATION_FIELDS; at++)
		node_set(values, application_columns[at],
		    row_text(&edit->found, 0, application_columns[at]));
	return context_show(edit->context, "inventory/edit");
}

int
show_application_edit(struct context *context)
{
	struct application_edit edit = { .context = context };
	int status = edit_find(&edit);

	if (status == 0)
		status = edit_read(&edit, edit.owner.region_id);
	return status != 0 ? status : show_found_edit(&edit);
}

int
edit_application(struct context *context)
{
	struct application_edit edit = { .context = context };
	int status = edit_find(&edit);

	return status != 0 ? status : edit_save(&edit, edit.owner.region_id);
}

/* ---- taken out ----------------------------------------------------------------------- */

static int
application_take_out(struct db *db, void *argument)
{
	struct application_edit *edit = argument;
	struct context *context = edit->context;
	int result = db_run(db, STATEMENT_INVENTORY_REMOVE, db_int(edit->id),
	    db_int(form_number(&context->form, REMOVE_VERSION)));

	if (result == 0)
		return context_stop(context, 409,
		    "Data ini sudah berubah sejak halaman ini ditampilkan. Muat ulang halamannya "
		    "sebelum mengeluarkannya.");
	return result < 0 ?
	    result :
	    application_change(context, &edit->owner, edit->id, row_text(&edit->found, 0, "name"),
		"dikeluarkan dari daftar aplikasi dan situs");
}

int
remove_application(struct context *context)
{
	struct application_edit edit = { .context = context };
	int status = edit_find(&edit);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn(context->db, application_take_out, &edit));
	return status != 0 ?
	    status :
	    context_redirect(context, "/inventory/?region=%lld&done=removed",
		(long long)edit.owner.region_id);
}
