/* SPDX-License-Identifier: ISC */
#include "paper/paper.h"

#include <string.h>

#include "store/history.h"
#include "base/banned.h"

/* The letterhead of a region, by its administrator. */

static const char *const sizes[] = { "A4", "F4", NULL };

enum { GOVERNMENT, OFFICE, ADDRESS, CONTACT, TITLE, NAME, RANK, NIP, NUMBER,
	SIZE, CREST, NO_CREST, VERSION };
const struct field letterhead_fields[] = {
	[GOVERNMENT] = { "government", FIELD_TEXT, "Baris pertama",
	    .max = 160 },
	[OFFICE] = { "office", FIELD_TEXT, "Unit kerja", .max = 160 },
	[ADDRESS] = { "address", FIELD_TEXT, "Alamat", .max = 300 },
	[CONTACT] = { "contact", FIELD_TEXT, "Telepon, surel, situs",
	    .max = 300 },
	[TITLE] = { "signatory_title", FIELD_TEXT, "Jabatan penanda tangan",
	    .max = 200 },
	[NAME] = { "signatory_name", FIELD_TEXT, "Nama penanda tangan",
	    .max = 120 },
	[RANK] = { "signatory_rank", FIELD_TEXT, "Pangkat", .max = 120 },
	[NIP] = { "signatory_nip", FIELD_TEXT, "NIP", .max = 30 },
	[NUMBER] = { "number_format", FIELD_TEXT, "Bentuk nomor", true,
	    .max = 80 },
	[SIZE] = { "size", FIELD_CHOICE, "Ukuran kertas", true,
	    .choices = sizes },
	[CREST] = { "crest", FIELD_FILE, "Lambang" },
	[NO_CREST] = { "no_crest", FIELD_FLAG, "Tanpa lambang" },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 0,
	    .max = INT32_MAX },
	{ NULL }
};

/* The region in the administrator's care, or 404. */
static int
find(struct visit *visit, struct rows *region, struct rows *letterhead)
{
	int result = db_select(visit->db, region, STATEMENT_ADMIN_REGION,
	    db_int(visit->keys[0]), db_key(visit->actor.region_id));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	result = db_select(visit->db, letterhead, STATEMENT_LETTERHEAD_LOAD,
	    db_int(visit->keys[0]));
	fill_row(page_node(&visit->page, "Region"), region, 0);
	if (result > 0)
		page_set(&visit->page, "Letterhead.crest",
		    row_text(letterhead, 0, "crest"));
	return result < 0 ? visit_status(visit, result) : result == 0 ? 404 :
	    0;
}

int
edit_letterhead(struct visit *visit)
{
	struct rows region, was;
	int status = find(visit, &region, &was);

	if (status != 0)
		return status;
	visit->form.fields = letterhead_fields;
	for (int field = GOVERNMENT; field <= NUMBER; field++)
		fill_value(visit, field, row_text(&was, 0,
		    letterhead_fields[field].name));
	if (row_null(&was, 0, "number_format"))
		fill_value(visit, NUMBER, "{nomor}/{tahun}");
	fill_value(visit, SIZE, row_int(&was, 0, "folio") != 0 ? "F4" : "A4");
	page_set_int(&visit->page, "Form.value.version", row_int(&was, 0,
	    "version"));
	return visit_show(visit, "paper/letterhead");
}

struct saving {
	struct visit *visit;
	const struct rows *was;
	const char *crest;	/* NULL: as it was */
};

/* What changes, in words: "Alamat: …; NIP: …". */
static void
add_changes(const struct saving *saving, struct buffer *from,
    struct buffer *to)
{
	const struct form *form = &saving->visit->form;

	buffer_text(from, "");
	buffer_text(to, "");
	for (int field = GOVERNMENT; field <= NUMBER; field++) {
		const struct field *about = &letterhead_fields[field];
		const char *before = row_text(saving->was, 0, about->name);
		const char *after = form_text(form, field);

		if (strcmp(before, after) == 0)
			continue;
		buffer_format(from, "%s%s: %s", from->length > 0 ? "; " : "",
		    about->label, before);
		buffer_format(to, "%s%s: %s", to->length > 0 ? "; " : "",
		    about->label, after);
	}
	if (saving->crest != NULL)
		buffer_format(to, "%sLambang: %s", to->length > 0 ? "; " : "",
		    *saving->crest == '\0' ? "tanpa" : "baru");
	buffer_format(to, "%sKertas: %s", to->length > 0 ? "; " : "",
	    form_text(form, SIZE));
}

static int
save(struct db *db, void *argument)
{
	const struct saving *saving = argument;
	struct visit *visit = saving->visit;
	const struct form *form = &visit->form;
	struct buffer from = { .arena = visit->arena };
	struct buffer to = { .arena = visit->arena };
	int64_t region_id = visit->keys[0];
	int result = db_run(db, STATEMENT_LETTERHEAD_BEGIN,
	    db_int(region_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_LETTERHEAD_UPDATE,
		    db_text(form_text(form, GOVERNMENT)),
		    db_text(form_text(form, OFFICE)),
		    db_text(form_text(form, ADDRESS)),
		    db_text(form_text(form, CONTACT)),
		    db_text(form_text(form, TITLE)),
		    db_text(form_text(form, NAME)),
		    db_text(form_text(form, RANK)),
		    db_text(form_text(form, NIP)),
		    db_text(form_text(form, NUMBER)),
		    db_int(strcmp(form_text(form, SIZE), "F4") == 0),
		    db_int(region_id), db_int(form_number(form, VERSION)));
	if (result == 0)
		return 409;
	if (result > 0 && saving->crest != NULL)
		result = db_run(db, STATEMENT_LETTERHEAD_CREST,
		    *saving->crest == '\0' ? db_null() :
		    db_text(saving->crest), db_int(region_id));
	if (result < 0)
		return result;
	add_changes(saving, &from, &to);
	return history_add(db, &(struct change){ .subject = "region",
	    .account_id = visit->actor.account_id, .region_id = region_id,
	    .subject_id = region_id, .from = from.bytes,
	    .to = arena_format(visit->arena, "Kop surat – %s", to.bytes) });
}

int
save_letterhead(struct visit *visit)
{
	struct form *form = &visit->form;
	struct rows region, was;
	struct saving saving = { .visit = visit, .was = &was };
	int status = find(visit, &region, &was);

	if (status != 0)
		return status;
	if (form->values[NUMBER].error == NULL && strstr(form_text(form,
	    NUMBER), "{nomor}") == NULL)
		form_error(form, NUMBER, "Bentuk nomor harus memuat {nomor}, "
		    "tempat nomor urut dicetak.");
	if (form_ok(form)) {
		status = take_crest(visit, CREST, &saving.crest);
		if (status != 0)
			return status;
	}
	if (!form_ok(form))
		return visit_show_errors(visit, "paper/letterhead");
	if (saving.crest == NULL && form_given(form, NO_CREST))
		saving.crest = "";
	status = visit_status(visit, db_txn(visit->db, save, &saving));
	if (status == 409) {
		form->notice = "Kop surat ini baru saja diubah orang lain. "
		    "Bandingkan isian Anda, lalu simpan lagi.";
		fill_form(visit);
		page_set_int(&visit->page, "Form.value.version",
		    row_int(&was, 0, "version"));
		return visit_show_status(visit, "paper/letterhead", 409);
	}
	return status != 0 ? status : visit_redirect(visit,
	    "/paper/letterhead/%lld?done=saved", (long long)visit->keys[0]);
}
