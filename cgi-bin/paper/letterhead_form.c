/* SPDX-License-Identifier: ISC */
/*
 * The letterhead of a region, by its administrator: government and office,
 * crest, who signs and in whose name, how numbers are written, what letters say and
 * how their pages look.  Papers that were issued keep the one they had; what is
 * typed can be looked at before it is saved, as a page and as PDF.
 */
#include "paper/paper.h"

#include <string.h>

#include "document/render.h"
#include "store/history.h"
#include "base/banned.h"

static const char *const either[] = { "0", "1", NULL };
static const char *const acts[] = { "save", "look", "pdf", NULL };

/* As the columns are named; texts first, then numbers, then choices. */
enum {
	GOVERNMENT,
	OFFICE,
	ADDRESS,
	CONTACT,
	BEHALF,
	TITLE,
	UNDER,
	NAME,
	RANK,
	NIP,
	LETTER_BEHALF,
	LETTER_TITLE,
	LETTER_UNDER,
	LETTER_NAME,
	LETTER_RANK,
	LETTER_NIP,
	NATURE,
	OPENING,
	CLOSING,
	COPIES,
	NUMBER,
	TOP,
	RIGHT,
	BOTTOM,
	LEFT,
	RECIPIENT,
	FOLIO,
	SERIF,
	LARGE,
	CREST,
	NO_CREST,
	ACT,
	VERSION
};
/* The margins that a page may have: less is cut by printers, more leaves no room. */
const struct field letterhead_fields[] = {
	[GOVERNMENT] = { "government", FIELD_TEXT, "Baris pertama", .max = 160 },
	[OFFICE] = { "office", FIELD_TEXT, "Unit kerja", .max = 160 },
	[ADDRESS] = { "address", FIELD_TEXT, "Alamat", .max = 300 },
	[CONTACT] = { "contact", FIELD_TEXT, "Telepon, surel, situs", .max = 300 },
	[BEHALF] = { "signatory_for", FIELD_TEXT, "Atas nama (a.n.)", .max = 200 },
	[TITLE] = { "signatory_title", FIELD_TEXT, "Jabatan penanda tangan", .max = 200 },
	[UNDER] = { "signatory_under", FIELD_TEXT, "Untuk beliau (u.b.)", .max = 200 },
	[NAME] = { "signatory_name", FIELD_TEXT, "Nama penanda tangan", .max = 120 },
	[RANK] = { "signatory_rank", FIELD_TEXT, "Pangkat", .max = 120 },
	[NIP] = { "signatory_nip", FIELD_TEXT, "NIP", .max = 30 },
	[LETTER_BEHALF] = { "letter_for", FIELD_TEXT, "Atas nama (a.n.), surat", .max = 200 },
	[LETTER_TITLE] = { "letter_title", FIELD_TEXT, "Jabatan penanda tangan surat", .max = 200 },
	[LETTER_UNDER] = { "letter_under", FIELD_TEXT, "Untuk beliau (u.b.), surat", .max = 200 },
	[LETTER_NAME] = { "letter_name", FIELD_TEXT, "Nama penanda tangan surat", .max = 120 },
	[LETTER_RANK] = { "letter_rank", FIELD_TEXT, "Pangkat, surat", .max = 120 },
	[LETTER_NIP] = { "letter_nip", FIELD_TEXT, "NIP, surat", .max = 30 },
	[NATURE] = { "letter_nature", FIELD_TEXT, "Sifat", .max = 60 },
	[OPENING] = { "letter_opening", FIELD_LINES, "Pembuka surat", .max = 1500 },
	[CLOSING] = { "letter_closing", FIELD_LINES, "Penutup surat", .max = 1000 },
	[COPIES] = { "letter_copies", FIELD_LINES, "Tembusan", .max = 1500 },
	[NUMBER] = { "number_format", FIELD_TEXT, "Bentuk nomor", true, .max = 80 },
	[TOP] = { "margin_top", FIELD_NUMBER, "Tepi atas", true, .min = 12, .max = 60 },
	[RIGHT] = { "margin_right", FIELD_NUMBER, "Tepi kanan", true, .min = 10, .max = 50 },
	[BOTTOM] = { "margin_bottom", FIELD_NUMBER, "Tepi bawah", true, .min = 18, .max = 60 },
	[LEFT] = { "margin_left", FIELD_NUMBER, "Tepi kiri", true, .min = 10, .max = 50 },
	[RECIPIENT] = { "recipient_right", FIELD_CHOICE, "Letak tujuan surat", true,
	    .choices = either },
	[FOLIO] = { "folio", FIELD_CHOICE, "Kertas", true, .choices = either },
	[SERIF] = { "serif", FIELD_CHOICE, "Jenis huruf", true, .choices = either },
	[LARGE] = { "large", FIELD_CHOICE, "Besar huruf", true, .choices = either },
	[CREST] = { "crest", FIELD_FILE, "Lambang" },
	[NO_CREST] = { "no_crest", FIELD_FLAG, "Tanpa lambang" },
	[ACT] = { "act", FIELD_CHOICE, "Tindakan", .choices = acts },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 0, .max = INT32_MAX },
	{ NULL },
};

static bool
letterhead_chosen(const struct form *form, int field)
{
	return *form_text(form, field) == '1';
}

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

static struct signatory
signatory_typed(const struct form *form, int first)
{
	return (struct signatory){ form_text(form, first), form_text(form, first + 1),
		form_text(form, first + 2), form_text(form, first + 3), form_text(form, first + 4),
		form_text(form, first + 5) };
}

/* The region's head as it is typed: what stands there, and what was saved of a
 * crest, is of `kept`. */
static struct letterhead
letterhead_typed(const struct form *form, const struct letterhead *kept)
{
	struct letterhead typed = *kept;

	if (form_given(form, GOVERNMENT) && *form_text(form, GOVERNMENT) != '\0')
		typed.government = form_text(form, GOVERNMENT);
	if (*form_text(form, OFFICE) != '\0')
		typed.office = form_text(form, OFFICE);
	typed.address = form_text(form, ADDRESS);
	typed.contact = form_text(form, CONTACT);
	typed.signatory = signatory_typed(form, BEHALF);
	typed.letter = (struct letter_layout){ .signatory = signatory_typed(form, LETTER_BEHALF),
		.nature = form_text(form, NATURE),
		.opening = form_text(form, OPENING),
		.closing = form_text(form, CLOSING),
		.copies = form_text(form, COPIES),
		.recipient_right = letterhead_chosen(form, RECIPIENT) };
	typed.number_format = form_text(form, NUMBER);
	for (int at = 0; at < MARGINS; at++)
		typed.margins[at] = (int)form_number(form, TOP + at);
	typed.folio = letterhead_chosen(form, FOLIO);
	typed.serif = letterhead_chosen(form, SERIF);
	typed.large = letterhead_chosen(form, LARGE);
	if (form_given(form, NO_CREST))
		typed.crest = "";
	return typed;
}

/* A letter with that head, below the form. */
static void
letterhead_form_example(struct context *context, const struct letterhead *letterhead)
{
	struct buffer content = { .arena = context->arena };
	struct document_model letter;

	make_example(context, letterhead, &letter);
	model_write(&letter, &content);
	issued_fill_content(context, content.bytes);
	page_set(&context->page, "Example", "1");
	if (render_can())
		page_set(&context->page, "May.draw", "1");
}

static void
letterhead_form_fill(struct context *context, const struct rows *region,
    const struct rows *letterhead)
{
	fill_row(page_node(&context->page, "Region"), region, 0);
	page_set(&context->page, "Letterhead.crest", row_text(letterhead, 0, "crest"));
}

/* What is set in a column, or what is usual. */
static const char *
letterhead_was(struct arena *arena, const struct rows *was, int field)
{
	const char *text = row_text(was, 0, letterhead_fields[field].name);

	if (*text != '\0' || field < NUMBER)
		return text;
	return field == NUMBER ? "{nomor}/{tahun}" :
	    field >= RECIPIENT ? "0" :
				 arena_format(arena, "%d", usual_margins[field - TOP]);
}

static void
letterhead_form_values(struct context *context, const struct rows *was)
{
	context->form.fields = letterhead_fields;
	for (int field = GOVERNMENT; field <= LARGE; field++)
		fill_value(context, field, letterhead_was(context->arena, was, field));
	page_set_int(&context->page, "Form.value.version", row_int(was, 0, "version"));
}

int
edit_letterhead(struct context *context)
{
	struct letterhead letterhead;
	struct rows region, was;
	int status = letterhead_form_find(context, &region, &was);

	if (status == 0)
		status = letterhead_load(context, context->keys[0], 0, &letterhead);
	if (status != 0)
		return status;
	letterhead_form_fill(context, &region, &was);
	letterhead_form_values(context, &was);
	letterhead_form_example(context, &letterhead);
	return context_show(context, "paper/letterhead");
}

struct saving {
	struct context *context;
	const struct rows *was;
	const char *crest; /* NULL: as it was */
};

/* A choice as the history says it, or the text of a field. */
static const char *
letterhead_said(int field, const char *value)
{
	static const char *const choices[][2] = { { "di kiri", "di kanan" }, { "A4", "F4" },
		{ "tanpa kait", "berkait" }, { "11 poin", "12 poin" } };

	return field >= RECIPIENT ? choices[field - RECIPIENT][*value == '1'] : value;
}

/* What changes, in words: "Alamat: …; NIP: …". */
static void
add_changes(const struct saving *saving, struct buffer *from, struct buffer *to)
{
	struct context *context = saving->context;

	buffer_text(from, "");
	buffer_text(to, "");
	for (int field = GOVERNMENT; field <= LARGE; field++) {
		const char *label = letterhead_fields[field].label;
		const char *before = letterhead_was(context->arena, saving->was, field);
		const char *after = form_text(&context->form, field);

		if (strcmp(before, after) == 0)
			continue;
		if (*before != '\0') /* what was empty has nothing to be struck through */
			buffer_format(from, "%s%s: %s", from->length > 0 ? "; " : "", label,
			    letterhead_said(field, before));
		buffer_format(to, "%s%s: %s", to->length > 0 ? "; " : "", label,
		    *after != '\0' ? letterhead_said(field, after) : "dikosongkan");
	}
	if (saving->crest != NULL)
		buffer_format(to, "%sLambang: %s", to->length > 0 ? "; " : "",
		    *saving->crest == '\0' ? "tanpa" : "baru");
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
		    db_text(form_text(form, BEHALF)), db_text(form_text(form, TITLE)),
		    db_text(form_text(form, UNDER)), db_text(form_text(form, NAME)),
		    db_text(form_text(form, RANK)), db_text(form_text(form, NIP)),
		    db_text(form_text(form, LETTER_BEHALF)), db_text(form_text(form, LETTER_TITLE)),
		    db_text(form_text(form, LETTER_UNDER)), db_text(form_text(form, LETTER_NAME)),
		    db_text(form_text(form, LETTER_RANK)), db_text(form_text(form, LETTER_NIP)),
		    db_text(form_text(form, NATURE)), db_text(form_text(form, OPENING)),
		    db_text(form_text(form, CLOSING)), db_text(form_text(form, COPIES)),
		    db_text(form_text(form, NUMBER)), db_int(form_number(form, TOP)),
		    db_int(form_number(form, RIGHT)), db_int(form_number(form, BOTTOM)),
		    db_int(form_number(form, LEFT)), db_int(letterhead_chosen(form, RECIPIENT)),
		    db_int(letterhead_chosen(form, FOLIO)), db_int(letterhead_chosen(form, SERIF)),
		    db_int(letterhead_chosen(form, LARGE)), db_int(region_id),
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
	context->form.notice = "Kop surat ini sudah berubah sejak halaman ini ditampilkan. "
			       "Bandingkan dengan yang Anda tulis, lalu simpan lagi.";
	fill_form(context);
	page_set_int(&context->page, "Form.value.version", row_int(was, 0, "version"));
	return context_show_status(context, "paper/letterhead", 409);
}

/* The letter of what was typed, to look at: nothing is saved. */
static int
letterhead_form_draw(struct context *context, const struct letterhead *kept)
{
	struct letterhead typed = letterhead_typed(&context->form, kept);
	struct document_model letter;

	make_example(context, &typed, &letter);
	return send_pdf(context, &letter, "contoh-surat.pdf");
}

static int
letterhead_form_look(struct context *context, const struct rows *region, const struct rows *was,
    const struct letterhead *kept)
{
	struct letterhead typed = letterhead_typed(&context->form, kept);

	letterhead_form_fill(context, region, was);
	fill_form(context);
	letterhead_form_example(context, &typed);
	page_set(&context->page, "Example", "typed");
	return context_show(context, "paper/letterhead");
}

int
save_letterhead(struct context *context)
{
	struct form *form = &context->form;
	struct letterhead kept;
	struct rows region, was;
	struct saving saving = { .context = context, .was = &was };
	const char *wrong = NULL;
	int status = letterhead_form_find(context, &region, &was);

	if (status == 0)
		status = letterhead_load(context, context->keys[0], 0, &kept);
	if (status != 0)
		return status;
	if (form->values[NUMBER].error == NULL)
		wrong = letterhead_number_wrong(context->arena, form_text(form, NUMBER));
	if (wrong != NULL)
		form_error(form, NUMBER, "%s", wrong);
	if (form_ok(form) && strcmp(form_text(form, ACT), "pdf") == 0)
		return letterhead_form_draw(context, &kept);
	if (form_ok(form) && strcmp(form_text(form, ACT), "look") == 0)
		return letterhead_form_look(context, &region, &was, &kept);
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
