/* SPDX-License-Identifier: ISC */
/*
 * The letterhead of a region, by its administrator: government and office,
 * crest, who signs, how numbers are written.  Papers that were issued keep the
 * one they had.
 */
#include "paper/paper.h"

#include <string.h>

#include "store/history.h"
#include "base/banned.h"

static const char *const sizes[] = { "A4", "F4", NULL };

enum {
	GOVERNMENT,
	OFFICE,
	ADDRESS,
	CONTACT,
	TITLE,
	NAME,
	RANK,
	NIP,
	NUMBER,
	SIZE,
	CREST,
	NO_CREST,
	VERSION
};
const struct field letterhead_fields[] = {
	[GOVERNMENT] = { "government", FIELD_TEXT, "Baris pertama", .max = 160 },
	[OFFICE] = { "office", FIELD_TEXT, "Unit kerja", .max = 160 },
	[ADDRESS] = { "address", FIELD_TEXT, "Alamat", .max = 300 },
	[CONTACT] = { "contact", FIELD_TEXT, "Telepon, surel, situs", .max = 300 },
	[TITLE] = { "signatory_title", FIELD_TEXT, "Jabatan penanda tangan", .max = 200 },
	[NAME] = { "signatory_name", FIELD_TEXT, "Nama penanda tangan", .max = 120 },
	[RANK] = { "signatory_rank", FIELD_TEXT, "Pangkat", .max = 120 },
	[NIP] = { "signatory_nip", FIELD_TEXT, "NIP", .max = 30 },
	[NUMBER] = { "number_format", FIELD_TEXT, "Bentuk nomor", true, .max = 80 },
	[SIZE] = { "size", FIELD_CHOICE, "Ukuran kertas", true, .choices = sizes },
	[CREST] = { "crest", FIELD_FILE, "Lambang" },
	[NO_CREST] = { "no_crest", FIELD_FLAG, "Tanpa lambang" },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 0, .max = INT32_MAX },
	{ NULL },
};

/* The region in the administrator's care, or 404. */
static int
letterhead_form_find(struct context *context, struct rows *region, struct rows *letterhead)
{
	int result = db_select(context->db, region, STATEMENT_ADMIN_REGION,
	    db_int(context->keys[0]), db_key(context->actor.region_id));

	if (result > 0)
		result = db_select(context->db, letterhead, STATEMENT_LETTERHEAD_LOAD, db_null(),
		    db_int(context->keys[0]));
	return result < 0 ? context_status(context, result) : result == 0 ? 404 : 0;
}

static void
letterhead_form_fill(struct context *context, const struct rows *region,
    const struct rows *letterhead)
{
	fill_row(page_node(&context->page, "Region"), region, 0);
	page_set(&context->page, "Letterhead.crest", row_text(letterhead, 0, "crest"));
}

int
edit_letterhead(struct context *context)
{
	struct rows region, was;
	int status = letterhead_form_find(context, &region, &was);

	if (status != 0)
		return status;
	letterhead_form_fill(context, &region, &was);
	context->form.fields = letterhead_fields;
	for (int field = GOVERNMENT; field <= NUMBER; field++)
		fill_value(context, field, row_text(&was, 0, letterhead_fields[field].name));
	if (row_null(&was, 0, "number_format"))
		fill_value(context, NUMBER, "{nomor}/{tahun}");
	fill_value(context, SIZE, row_int(&was, 0, "folio") != 0 ? "F4" : "A4");
	page_set_int(&context->page, "Form.value.version", row_int(&was, 0, "version"));
	return context_show(context, "paper/letterhead");
}

struct saving {
	struct context *context;
	const struct rows *was;
	const char *crest; /* NULL: as it was */
};

/* What changes, in words: "Alamat: …; NIP: …". */
static void
add_changes(const struct saving *saving, struct buffer *from, struct buffer *to)
{
	const struct form *form = &saving->context->form;

	buffer_text(from, "");
	buffer_text(to, "");
	for (int field = GOVERNMENT; field <= NUMBER; field++) {
		const struct field *about = &letterhead_fields[field];
		const char *before = row_text(saving->was, 0, about->name);
		const char *after = form_text(form, field);

		if (strcmp(before, after) == 0)
			continue;
		buffer_format(from, "%s%s: %s", from->length > 0 ? "; " : "", about->label, before);
		buffer_format(to, "%s%s: %s", to->length > 0 ? "; " : "", about->label, after);
	}
	if (saving->crest != NULL)
		buffer_format(to, "%sLambang: %s", to->length > 0 ? "; " : "",
		    *saving->crest == '\0' ? "tanpa" : "baru");
	buffer_format(to, "%sKertas: %s", to->length > 0 ? "; " : "", form_text(form, SIZE));
}

static int
letterhead_form_save(struct db *db, void *argument)
{
	const struct saving *saving = argument;
	struct context *context = saving->context;
	const struct form *form = &context->form;
	struct buffer from = { .arena = context->arena };
	struct buffer to = { .arena = context->arena };
	int64_t region_id = context->keys[0];
	int result = db_run(db, STATEMENT_LETTERHEAD_BEGIN, db_int(region_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_LETTERHEAD_UPDATE,
		    db_text(form_text(form, GOVERNMENT)), db_text(form_text(form, OFFICE)),
		    db_text(form_text(form, ADDRESS)), db_text(form_text(form, CONTACT)),
		    db_text(form_text(form, TITLE)), db_text(form_text(form, NAME)),
		    db_text(form_text(form, RANK)), db_text(form_text(form, NIP)),
		    db_text(form_text(form, NUMBER)),
		    db_int(strcmp(form_text(form, SIZE), "F4") == 0), db_int(region_id),
		    db_int(form_number(form, VERSION)));
	if (result == 0)
		return db_stop(db, 409);
	if (result > 0 && saving->crest != NULL)
		result = db_run(db, STATEMENT_LETTERHEAD_CREST,
		    *saving->crest == '\0' ? db_null() : db_text(saving->crest), db_int(region_id));
	if (result < 0)
		return result;
	add_changes(saving, &from, &to);
	return history_add(db,
	    &(struct change){ .subject = "region",
		.account_id = context->actor.account_id,
		.region_id = region_id,
		.subject_id = region_id,
		.from = from.bytes,
		.to = arena_format(context->arena, "Kop surat – %s", to.bytes) });
}

/* What was typed, again: over what stands there now, if somebody else saved. */
static int
letterhead_form_show_again(struct context *context, const struct rows *region,
    const struct rows *was, int status)
{
	letterhead_form_fill(context, region, was);
	if (status != 409)
		return context_show_errors(context, "paper/letterhead");
	context->form.notice = "Kop surat ini baru saja diubah orang lain. "
			       "Bandingkan dengan yang Anda tulis, lalu simpan lagi.";
	fill_form(context);
	page_set_int(&context->page, "Form.value.version", row_int(was, 0, "version"));
	return context_show_status(context, "paper/letterhead", 409);
}

int
save_letterhead(struct context *context)
{
	struct form *form = &context->form;
	struct rows region, was;
	struct saving saving = { .context = context, .was = &was };
	int status = letterhead_form_find(context, &region, &was);

	if (status != 0)
		return status;
	if (form->values[NUMBER].error == NULL &&
	    strstr(form_text(form, NUMBER), "{nomor}") == NULL)
		form_error(form, NUMBER,
		    "Bentuk nomor harus memuat {nomor}, "
		    "tempat nomor urut dicetak.");
	if (form_ok(form)) {
		status = take_crest(context, CREST, &saving.crest);
		if (status != 0)
			return status;
	}
	if (!form_ok(form))
		return letterhead_form_show_again(context, &region, &was, 422);
	if (saving.crest == NULL && form_given(form, NO_CREST))
		saving.crest = "";
	status = context_status(context, db_txn(context->db, letterhead_form_save, &saving));
	if (status == 409)
		return letterhead_form_show_again(context, &region, &was, 409);
	return status != 0 ?
	    status :
	    context_redirect(context, "/paper/letterhead/%lld?done=saved",
		(long long)context->keys[0]);
}
