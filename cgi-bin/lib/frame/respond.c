/* SPDX-License-Identifier: ISC */
/*
 * Pages as answers: a view with what stands on every page, the same view with
 * the errors of its form, and the page for what could not be answered.
 */
#include "frame/respond.h"
#include "frame/tour.h"

#include <string.h>

#include "base/secret.h"
#include "frame/kept.h"
#include "frame/navigation.h"
#include "rules/field.h"
#include "base/banned.h"

/* Whom to ask in one's region: templates/macros.cs, contact(). */
static void
fill_contact(struct page *page, const struct place_names *place)
{
	char digits[PHONE_ROOM];

	if (place == NULL || *place->contact_name == '\0')
		return;
	page_set(page, "Contact.name", place->contact_name);
	page_set(page, "Contact.phone", place->contact_phone);
	page_set(page, "Contact.mail", place->contact_mail);
	if (phone_whatsapp(place->contact_phone, digits))
		page_set(page, "Contact.whatsapp", digits);
}

static void
fill_common(struct context *context)
{
	const struct actor *actor = &context->actor;
	struct page *page = &context->page;

	if (actor->account_id != 0) {
		page_set_int(page, "Actor.id", actor->account_id);
		page_set(page, "Actor.name", actor->name);
		page_set(page, "Actor.role", role_code(actor->role));
		page_set(page, "Actor.role_name", role_name(actor->role));
		page_set(page, "Actor.agency_name", actor->agency_name);
		if (actor->serves != NULL)
			page_set(page, "Actor.serves", "1");
		page_set(page, "Actor.region_name", actor->region_name);
		fill_contact(page, actor->place);
		nav_fill(context);
		if (actor->tour > 0)
			tour_fill(context);
	}
	/* Of which page a form comes is told by the number of the request (frame/once.h). */
	page_set(page, "Form.csrf",
	    *actor->csrf != '\0' ?
		arena_format(context->arena, "%s.%s", actor->csrf, context_reference(context)) :
		"");
	page_set(page, "Page.done", context->form.done != NULL ? context->form.done : "");
}

int
context_render(struct context *context, const char *view, const char **html, size_t *length)
{
	fill_common(context);
	return page_render(&context->page, view, &context->errors, html, length) == 0 ? 0 : 500;
}

int
context_show_status(struct context *context, const char *view, int status)
{
	const char *html;
	size_t length;

	if (context_render(context, view, &html, &length) != 0)
		return 500;
	answer_send(context->request, status, "text/html; charset=utf-8", html, length);
	return 0;
}

int
context_show(struct context *context, const char *view)
{
	return context_show_status(context, view, 200);
}

int
context_show_errors(struct context *context, const char *view)
{
	fill_form(context);
	return context_show_status(context, view,
	    context->file_status != 0 ? context->file_status : 422);
}

/* What was typed into a form that could not be taken is shown again, to be
 * copied: nobody types a page twice. */
static void
add_typed(struct node *typed, size_t *row, const char *label, const char *text)
{
	struct node *node;

	if (*text == '\0')
		return;
	node = node_row(typed, *row);
	node_set_int(node, "number", (int64_t)++ * row);
	node_set(node, "label", label);
	node_set(node, "value", text);
}

static void
fill_typed(struct context *context)
{
	const struct form *form = &context->form;
	struct node *typed = page_node(&context->page, "Error.typed");
	size_t row = 0;

	for (size_t at = 0; at < form->count; at++) {
		const struct field *field = &form->fields[at];
		const struct value *value = &form->values[at];

		if (field->kind != FIELD_TEXT && field->kind != FIELD_LINES)
			continue;
		add_typed(typed, &row, field->label, value->text);
		for (const struct each *each = value->each; each != NULL; each = each->next)
			add_typed(typed, &row, field->label, each->text);
	}
}

/*
 * A list whose filter does not fit: a form with what was typed and what is wrong
 * with it, which asks for the same list again.  Whoever asks by a link typed none
 * of what people choose from a list: it goes along unseen, or is left out.
 */
static void
fill_refused_filter(struct context *context)
{
	const struct form *form = &context->form;
	struct node *filter = page_node(&context->page, "Filter");
	size_t row = 0;

	for (size_t at = 0; at < form->count; at++) {
		const struct field *field = &form->fields[at];
		const struct value *value = &form->values[at];
		bool typed = field->kind == FIELD_TEXT || field->kind == FIELD_DATE;
		struct node *node;

		if (!value->given || *value->text == '\0' ||
		    (value->error != NULL && !typed && field->kind != FIELD_NUMBER))
			continue;
		node = node_row(filter, row++);
		node_set(node, "name", field->name);
		node_set(node, "label", field->label);
		node_set(node, "value", value->text);
		if (typed || value->error != NULL)
			node_set(node, "type", field->kind == FIELD_DATE ? "date" : "text");
	}
	page_set(&context->page, "Error.place",
	    arena_format(context->arena, "/%s%s", context->program, context->request->path));
	fill_form(context);
}

/* What was wrong with a form, in a sentence; NULL where nothing was. */
static const char *
first_fault(const struct form *form)
{
	for (size_t at = 0; at < form->count; at++)
		if (form->values[at].error != NULL)
			return form->values[at].error;
	return NULL;
}

/* A list was asked for, by a filter that does not fit. */
static bool
filter_refused(const struct context *context, int status)
{
	return status == 400 && context->why == NULL && context->request->method == METHOD_GET &&
	    first_fault(&context->form) != NULL;
}

/* What a person can do about a database that does not answer as it should; who only
 * reads has changed nothing that would be missing. */
static const char *
trouble_words(const struct context *context, enum db_trouble trouble)
{
	const char *what = NULL, *then = "Coba lagi sebentar lagi.";

	switch (trouble) {
	case DB_TROUBLE_APART:
		return "Beberapa server basis data sedang tidak terhubung satu sama lain, jadi "
		       "untuk sementara tidak ada yang dapat dibaca atau disimpan. Yang sudah "
		       "tersimpan tetap aman. Coba lagi beberapa menit lagi.";
	case DB_TROUBLE_UNSURE:
		return "Sambungan ke basis data putus tepat saat menyimpan, jadi belum pasti "
		       "apakah perubahan Anda tersimpan. Buka lagi halamannya dan periksa "
		       "sebelum mengirim ulang.";
	case DB_TROUBLE_CONTENDED:
	case DB_TROUBLE_HELD:
		what = "Data ini sedang dipakai proses lain, dan tidak selesai pada waktunya.";
		break;
	case DB_TROUBLE_FULL:
		what = "Penyimpanan basis data di server penuh.";
		then = "Sampaikan nomor rujukan ini kepada administrator.";
		break;
	case DB_TROUBLE_READ_ONLY:
		what = "Basis data sedang hanya dapat dibaca, misalnya karena dirawat.";
		then = "Coba lagi nanti.";
		break;
	case DB_TROUBLE_CROWDED:
		what = "Terlalu banyak yang memakai aplikasi ini pada saat yang sama.";
		break;
	case DB_TROUBLE_ENDED:
		what = "Server basis data menghentikan permintaan ini sebelum selesai, misalnya "
		       "karena melewati batas waktunya.";
		then = "Coba lagi sebentar lagi; bila terulang, sampaikan nomor rujukan ini "
		       "kepada administrator.";
		break;
	case DB_TROUBLE_NONE:
	case DB_TROUBLE_AWAY:
		break;
	}
	if (what == NULL)
		return NULL;
	return arena_format(context->arena, "%s %s%s", what,
	    context->request->method == METHOD_GET ? "" : "Perubahan Anda belum tersimpan. ", then);
}

/* For programs, which show it to the person beside the file that it is about. */
static void
show_plain(struct context *context, int status, const char *reference)
{
	const char *why = context->why;
	char *text;

	if (why == NULL)
		why = status == 503 ?
		    "Layanan sedang tidak tersedia. Yang "
		    "sudah terkirim tetap tersimpan; coba lagi sebentar lagi." :
		    status == 404 ?
		    "Unggahan ini tidak ada." :
		    "Permintaan ini tidak dapat dilayani.";
	text = status >= 500 ?
	    arena_format(context->arena, "%s Nomor rujukan: %s.\n", why, reference) :
	    arena_format(context->arena, "%s\n", why);
	answer_send(context->request, status, "text/plain; charset=utf-8", text, strlen(text));
}

/* RFC 9110, 15: what a status says by itself. */
static const char *
respond_title_of(int status)
{
	static const struct {
		int status;
		const char *title;
	} titles[] = {
		{ 400, "Permintaan tidak sah" },
		{ 401, "Belum masuk atau tanpa kunci" },
		{ 403, "Tidak diizinkan" },
		{ 404, "Tidak ada" },
		{ 405, "Metode tidak didukung" },
		{ 409, "Bertentangan dengan yang tersimpan" },
		{ 413, "Terlalu besar" },
		{ 415, "Jenis isi tidak didukung" },
		{ 421, "Bukan alamat aplikasi ini" },
		{ 422, "Isinya tidak dapat diterima" },
		{ 429, "Terlalu banyak permintaan" },
		{ 503, "Layanan sedang tidak tersedia" },
	};

	for (size_t at = 0; at < sizeof(titles) / sizeof(titles[0]); at++)
		if (titles[at].status == status)
			return titles[at].title;
	return status >= 500 ? "Kesalahan di server" : "Tidak dapat dilayani";
}

int
context_problem(struct context *context, int status, const char *detail, const char *reference)
{
	struct buffer json = { .arena = context->arena };

	json_open(&json, NULL, '{');
	json_put(&json, "type", "about:blank");
	json_put(&json, "title", respond_title_of(status));
	json_number(&json, "status", status);
	if (*detail != '\0')
		json_put(&json, "detail", detail);
	if (*reference != '\0')
		json_put(&json, "reference", reference);
	/* as they were called before there were problem details */
	json_number(&json, "error", status);
	json_put(&json, "message", detail);
	json_close(&json, '}');
	answer_send(context->request, status, "application/problem+json", json.bytes, json.length);
	return 0;
}

/* A script of a page asks for JSON; at /api and below it there is nothing else. */
static bool
respond_wants_json(const struct request *request)
{
	return request_by_script(request) ||
	    strstr(request->accept, "application/problem+json") != NULL ||
	    strcmp(request->path, "/api") == 0 || strncmp(request->path, "/api/", 5) == 0;
}

/* Nothing of the request is trusted any more: a page of its own. */
void
respond_error(struct context *context, int status)
{
	struct pages *pages = context->page.pages;
	const char *reference;
	const char *html;
	size_t length;

	bool filter = filter_refused(context, status);

	if (status == 503 && context->why == NULL)
		context->why = trouble_words(context, db_trouble(context->db));
	if (filter)
		context->why = first_fault(&context->form);
	reference = context_log(context);
	if (context->request->answered)
		return;
	if (context->plain) {
		show_plain(context, status, reference);
		return;
	}
	if (respond_wants_json(context->request)) {
		context_problem(context, status, context->why != NULL ? context->why : "",
		    reference);
		return;
	}
	page_set_int(&context->page, "Error.status", status);
	page_set(&context->page, "Error.reference", reference);
	page_set(&context->page, "Error.why", context->why != NULL ? context->why : "");
	if (filter)
		fill_refused_filter(context);
	else
		fill_typed(context);
	fill_common(context);
	if (pages != NULL &&
	    page_render(&context->page, "error", &context->errors, &html, &length) == 0) {
		answer_send(context->request, status, "text/html; charset=utf-8", html, length);
		return;
	}
	context_log(context);
	html = arena_format(context->arena, "Kesalahan %d, nomor rujukan %s\n", status, reference);
	answer_send(context->request, status, "text/plain; charset=utf-8", html, strlen(html));
}
