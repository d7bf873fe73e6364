/* SPDX-License-Identifier: ISC */
/*
 * The program esign: the head of an agency signs the verified questionnaire
 * here instead of by hand.  What the service gives back is taken in only when
 * it is surely our form, signed (is_ours); secrets are asked for anew each
 * time, and wrong ones are counted.
 */
#include "esign/esign.h"

#include <string.h>

#include "base/secret.h"
#include "esign/http.h"
#include "frame/form_upload.h"
#include "document/pdf.h"
#include "document/issued.h"
#include "signing/signature_validation.h"
#include "signing/signed_form.h"
#include "frame/words.h"
#include "store/throttle.h"
#include "base/banned.h"

enum {
	NIK_DIGITS = 16,
	TRIES_A_WINDOW = 5, /* of secrets, and of codes sent */
	WINDOW_MINUTES = 15
};

enum { PAPER, AFTER, IDENTITY, PASSPHRASE, TOTP };
static const struct field fields[] = {
	[PAPER] = { "paper", FIELD_NUMBER, "Formulir", .required = true, .min = 1,
	    .max = INT64_MAX },
	[AFTER] = { "after", FIELD_NUMBER, "Pengesahan", .required = true, .min = 0,
	    .max = INT64_MAX },
	[IDENTITY] = { "identity", FIELD_TEXT, "NIK atau alamat surel", .required = true,
	    .max = 100 },
	[PASSPHRASE] = { "passphrase", FIELD_SECRET, "Passphrase", .max = 200 },
	[TOTP] = { "totp", FIELD_SECRET, "Kode sekali pakai", .max = 20 },
	{ NULL },
};

/* What every page is about. */
struct signing_page {
	struct assessment assessment;
	const struct esign_service *settings;
	struct signed_form form;
	struct document_model model;
	bool drawable;            /* the form has a model, of which a PDF is made */
	struct printed_head head; /* who is printed as the one who signs */
	bool head_changed;        /* a print of now would name another */
	struct service service;
	struct signer signer;
};

/* ---- read ------------------------------------------------------------------ */

static int
find_service(struct context *context, struct signing_page *page)
{
	page->settings = signed_form_service(context, &page->assessment);
	return page->settings != NULL && render_can() ? 0 : 404;
}

/* The form, who is printed to sign it, and what stands for it already. */
static int
read_form_to_sign(struct context *context, struct signing_page *page)
{
	const struct issued_document *form = &page->form.form;
	int status = 0;

	page->drawable = model_read(context->arena, form->content, &page->model);
	page->head = printed_head_of(&page->model);
	if (page->drawable)
		status = printed_head_changed(context, page->assessment.id, &page->model,
		    &page->head_changed);
	if (status != 0)
		return status;
	page->form.after = signed_form_standing(context, form->id);
	return page->form.after < 0 ? context_status(context, (int)page->form.after) : 0;
}

static int
read_signing_page(struct context *context, struct signing_page *page)
{
	int status;

	*page = (struct signing_page){ .form = { .assessment = &page->assessment,
					   .way = SIGNED_SERVICE,
					   .only_after = true } };
	status = assessment_find(context, context->keys[0], &page->assessment);
	if (status == 0)
		status = find_service(context, page);
	if (status == 0)
		status = signed_form_may(context, &page->form);
	return status != 0 ? status : read_form_to_sign(context, page);
}

/* ---- decide ---------------------------------------------------------------- */

/* Why this form cannot be signed here, or NULL. */
static const char *
why_not_signed(const struct signing_page *page)
{
	if (!page->drawable)
		return "Formulir ini dibuat sebelum ada berkas PDF. Buat formulir baru di halaman "
		       "Pengesahan, lalu kembali ke sini.";
	if (page->head_changed)
		return "Kepala perangkat daerah berubah setelah formulir ini dibuat. Buat formulir "
		       "baru di halaman Pengesahan, lalu kembali ke sini.";
	return NULL;
}

/* Why it is not what the person saw, paper and signature by their keys, or NULL. */
static const char *
why_not_same(const struct signing_page *page, int64_t paper, int64_t after)
{
	if (paper != page->form.form.id)
		return "Formulir ini baru saja dibuat ulang. Buka halaman Pengesahan, lalu tanda "
		       "tangani formulir yang terbaru.";
	if (after != page->form.after)
		return "Formulir ini baru saja ditandatangani atau dikirim lewat halaman lain. "
		       "Buka halaman Pengesahan untuk melihat status sekarang.";
	return NULL;
}

/* Read and decided: 0, or the status of the refusal. */
static int
open_signing_page(struct context *context, struct signing_page *page, bool typed)
{
	const char *why;
	int status = read_signing_page(context, page);

	if (status != 0)
		return status;
	why = why_not_signed(page);
	if (why == NULL && typed)
		why = why_not_same(page, form_number(&context->form, PAPER),
		    form_number(&context->form, AFTER));
	return why == NULL ? 0 : context_refuse(context, 409, "%s", why);
}

/* ---- show ------------------------------------------------------------------ */

static void
fill_signing_page(struct context *context, const struct signing_page *page)
{
	const struct issued_document *paper = &page->form.form;

	assessment_fill(context, &page->assessment);
	page_set(&context->page, "Esign.head", page->head.name);
	page_set(&context->page, "Esign.office", page->head.office);
	page_set_int(&context->page, "Esign.version", page->settings->version);
	page_set_int(&context->page, "Esign.paper", paper->id);
	page_set_int(&context->page, "Esign.after", page->form.after);
	issued_fill(context, paper);
	page_set(&context->page, "Esign.name", issued_name(paper->kind, paper->content));
	page_set(&context->page, "Esign.code", paper->code);
	page_set(&context->page, "Esign.issued",
	    words_time(context->arena, paper->issued_at, page->assessment.zone));
}

static int
show_signing_page(struct context *context)
{
	struct signing_page page;
	int status = open_signing_page(context, &page, false);

	if (status != 0)
		return status;
	fill_signing_page(context, &page);
	return context_show(context, "esign/one");
}

static int
esign_show_again(struct context *context, const struct signing_page *page, int status)
{
	fill_signing_page(context, page);
	fill_form(context);
	return context_show_status(context, "esign/one", status);
}

/* The service did not do it: the field that is wrong, or the reference under
 * which the log tells the cause. */
static int
show_failure(struct context *context, const struct signing_page *page, enum service_result result)
{
	const char *words = result_words(result);

	switch (result) {
	case SERVICE_WRONG_SECRET:
		form_error(&context->form, page->signer.totp != NULL ? TOTP : PASSPHRASE, "%s",
		    words);
		return esign_show_again(context, page, 422);
	case SERVICE_NOT_REGISTERED:
	case SERVICE_CERTIFICATE:
		form_error(&context->form, IDENTITY, "%s", words);
		return esign_show_again(context, page, 422);
	default:
		context->form.notice = arena_format(context->arena, "%s Nomor rujukan: %s.", words,
		    context_log(context));
		return esign_show_again(context, page, result == SERVICE_SLOW ? 504 : 502);
	}
}

/* ---- what was typed ------------------------------------------------------- */

/* A NIK as people copy it, with spaces or dots between; NULL for none. */
static const char *
tidy_nik(struct arena *arena, const char *typed)
{
	struct buffer nik = { .arena = arena };

	for (; *typed != '\0'; typed++)
		if (*typed >= '0' && *typed <= '9')
			buffer_char(&nik, *typed);
		else if (strchr(" .-", *typed) == NULL)
			return NULL;
	return nik.length == NIK_DIGITS ? nik.bytes : NULL;
}

static void
read_identity(struct context *context, struct signing_page *page)
{
	const char *typed = form_text(&context->form, IDENTITY);
	bool mail = page->settings->version == 2;

	page->signer = (struct signer){ .nik = tidy_nik(context->arena, typed) };
	if (page->signer.nik == NULL && mail && strchr(typed, '@') != NULL &&
	    strpbrk(typed, " ,;") == NULL)
		page->signer.email = typed;
	else if (page->signer.nik == NULL && *typed != '\0')
		form_error(&context->form, IDENTITY,
		    mail ? "Tulis NIK, 16 angka, "
			   "atau alamat surel yang terdaftar di BSrE." :
			   "NIK terdiri "
			   "dari 16 angka.");
}

static void
read_secret(struct context *context, struct signing_page *page)
{
	const char *passphrase = form_text(&context->form, PASSPHRASE);
	const char *totp = form_text(&context->form, TOTP);

	if (*totp != '\0' && page->settings->version == 1)
		form_error(&context->form, TOTP,
		    "Layanan ini hanya menerima "
		    "passphrase.");
	else if (*totp != '\0' && *passphrase != '\0')
		form_error(&context->form, PASSPHRASE,
		    "Isi salah satu saja: "
		    "passphrase atau kode sekali pakai.");
	else if (*totp == '\0' && *passphrase == '\0')
		form_error(&context->form, PASSPHRASE,
		    "Isi passphrase sertifikat "
		    "elektronik Anda.");
	page->signer.totp = *totp != '\0' ? totp : NULL;
	page->signer.passphrase = *totp != '\0' ? NULL : passphrase;
}

/* 0 with the service ready to be asked, -1 after the answer, or a status. */
static int
esign_begin(struct context *context, struct signing_page *page, bool signs)
{
	int status = open_signing_page(context, page, true);

	context->arena->secret = true; /* the person's number too */
	if (status != 0)
		return status;
	read_identity(context, page);
	if (signs)
		read_secret(context, page);
	if (!form_ok(&context->form)) {
		status = esign_show_again(context, page, 422);
		return status != 0 ? status : -1;
	}
	service_begin(&page->service, context->arena, page->settings, &context->errors);
	return 0;
}

/* ---- guessing ------------------------------------------------------------- */

static struct throttle
throttle_of(struct context *context, const char *what)
{
	return (struct throttle){ .kind = "account",
		.key = arena_format(context->arena, "esign %s %lld", what,
		    (long long)context->actor.account_id),
		.limit = TRIES_A_WINDOW,
		.minutes = WINDOW_MINUTES };
}

static int
esign_count_try(struct context *context, const struct throttle *throttle)
{
	int result = throttle_count(context->db, throttle);

	if (result < 0)
		return context_status(context, result);
	return result > 0 ?
	    0 :
	    context_refuse(context, 429,
		"Terlalu banyak "
		"percobaan. Demi keamanan sertifikat Anda, coba lagi setelah %d "
		"menit, atau tanda tangani dengan cara lain di halaman "
		"Pengesahan.",
		WINDOW_MINUTES);
}

/* ---- signing -------------------------------------------------------------- */

static enum service_result
ask_signature(struct context *context, struct signing_page *page, const struct buffer *pdf,
    const struct render_place *place, struct buffer *signed_pdf)
{
	struct buffer stamp = { .arena = context->arena };
	struct to_sign to_sign = { pdf, place, &stamp,
		arena_format(context->arena,
		    "Pengesahan penilaian mandiri "
		    "kematangan organisasi tahun %lld",
		    (long long)page->assessment.year),
		page->assessment.region_name };

	if (place->page > 0 &&
	    render_stamp(context->arena, issued_address(context, page->form.form.code),
		"Ditandatangani\nsecara elektronik", place->width, place->height, &stamp) != 0)
		stamp.length = 0;
	return service_sign(&page->service, &page->signer, &to_sign, signed_pdf);
}

/* The answer as a file that came in, beside which nothing of it is kept. */
static int
take_in(struct context *context, struct signing_page *page, const struct buffer *pdf)
{
	struct form_upload *file = arena_alloc(context->arena, sizeof(*file));
	struct temporary_file *staged = &file->staged;

	file->field = "";
	file->client_name = arena_format(context->arena, "penilaian-%lld-ditandatangani.pdf",
	    (long long)page->assessment.year);
	context->files = file;
	page->form.file = file;
	if (files_begin(staged, context->config->files_dir, &context->errors) != 0 ||
	    files_write(staged, pdf->bytes, pdf->length, &context->errors) != 0 ||
	    files_finish(staged, &context->errors) != 0)
		return 500;
	return 0;
}

static bool
begins_with(const struct buffer *whole, const struct buffer *part)
{
	return whole->length > part->length && memcmp(whole->bytes, part->bytes, part->length) == 0;
}

/*
 * Is it the form that we sent, signed?  It begins with our bytes and goes on
 * with a signature (ISO 32000-1, 7.5.6), or it was written anew: then what
 * was signed must be provably all of it, and name the paper by its code,
 * which nobody can guess.
 */
static bool
is_ours(const struct signing_page *page, const struct buffer *sent, const struct buffer *got)
{
	enum signature_reason reason = page->form.finding.signatures.reason;

	if (page->form.finding.signatures.verdict == SIGNATURE_INVALID ||
	    reason == SIGNATURE_NO_SIGNATURE || reason == SIGNATURE_BROKEN)
		return false;
	if (begins_with(got, sent))
		return true;
	return reason != SIGNATURE_OLD_FORM && reason != SIGNATURE_WEAK &&
	    memmem(got->bytes, got->length, page->form.form.code, strlen(page->form.form.code)) !=
	    NULL;
}

/* 0 with the form kept, a status, or the result to tell. */
static int
esign_keep(struct context *context, struct signing_page *page, const struct buffer *sent,
    const struct buffer *got, enum service_result *result)
{
	const char *wrong;
	int status = take_in(context, page, got);

	if (status != 0)
		return status;
	wrong = signed_form_check(context, &page->form);
	if (wrong != NULL || !is_ours(page, sent, got)) {
		ERROR_CAUSE(&context->errors,
		    "what the signature service answered is "
		    "not the signed form: %zu bytes, %s, %s",
		    got->length,
		    wrong != NULL              ? "refused" :
			begins_with(got, sent) ? "begins with it" :
						 "another file",
		    signature_reason_code(page->form.finding.signatures.reason));
		*result = SERVICE_GARBAGE;
		return 0;
	}
	page->form.rewritten = !begins_with(got, sent);
	return context_status(context, signed_form_keep(context, &page->form));
}

static int
sign(struct context *context)
{
	struct throttle throttle = throttle_of(context, "sign");
	struct buffer sent = { .arena = context->arena }, got = sent;
	struct render_place place;
	struct signing_page page;
	unsigned char digest[SHA256_BYTES];
	enum service_result result;
	int status = esign_begin(context, &page, true);

	if (status != 0)
		return status > 0 ? status : 0;
	if (!form_upload_spare(context, 0)) /* before the service counts a signature */
		return form_upload_no_disk(context);
	status = paper_pdf(context, &page.model, &page.form.form, &place, &sent);
	if (status == 0) {
		sha256(digest, sent.bytes, sent.length);
		status = paper_remember(context, page.form.form.id, digest, sent.length);
	}
	if (status == 0)
		status = esign_count_try(context, &throttle);
	if (status != 0)
		return status;
	result = ask_signature(context, &page, &sent, &place, &got);
	/* Only what was wrong counts, as with signing in. */
	if (result == SERVICE_DONE)
		throttle_forget(context->db, &throttle);
	else if (result != SERVICE_WRONG_SECRET)
		throttle_forgive(context->db, &throttle);
	if (result == SERVICE_DONE)
		status = esign_keep(context, &page, &sent, &got, &result);
	if (status != 0)
		return status;
	if (result != SERVICE_DONE)
		return show_failure(context, &page, result);
	return context_redirect(context, "/signoff/%lld/?done=esigned",
	    (long long)page.assessment.id);
}

/* As begin, for what the second interface alone has; each try counts. */
static int
begin_asking(struct context *context, struct signing_page *page, const char *what)
{
	struct throttle throttle = throttle_of(context, what);
	int status = esign_begin(context, page, false);

	if (status != 0)
		return status;
	return page->settings->version == 2 ? esign_count_try(context, &throttle) : 404;
}

static int
show_sent(struct context *context, const struct signing_page *page)
{
	page_set(&context->page, "Esign.sent", "1");
	return esign_show_again(context, page, 200);
}

/*
 * The person gets a code from the service.  Answered with the page itself and
 * not with a redirect: the NIK may stand in no address and in no session, and
 * is not to be typed twice.
 */
static int
send_code(struct context *context)
{
	enum service_result result;
	struct signing_page page;
	int status = begin_asking(context, &page, "code");

	if (status != 0)
		return status > 0 ? status : 0;
	result = service_send_code(&page.service, &page.signer);
	if (result != SERVICE_DONE)
		return show_failure(context, &page, result);
	return show_sent(context, &page);
}

static int
show_user(struct context *context, const struct signing_page *page, enum user_status user)
{
	page_set(&context->page, "Esign.status", status_words(user));
	if (user == USER_ISSUE)
		page_set(&context->page, "Esign.usable", "1");
	return esign_show_again(context, page, 200);
}

/* Answered with the page itself, as send_code is. */
static int
tell_status(struct context *context)
{
	enum service_result result;
	enum user_status user = USER_NOT_REGISTERED;
	struct signing_page page;
	int status = begin_asking(context, &page, "status");

	if (status != 0)
		return status > 0 ? status : 0;
	result = service_status(&page.service, &page.signer, &user);
	if (result != SERVICE_DONE)
		return show_failure(context, &page, result);
	return show_user(context, &page, user);
}

static const struct route routes[] = {
	{ METHOD_GET, "/#/", show_signing_page, .roles = ROLE_HEAD },
	{ METHOD_POST, "/#/", sign, .roles = ROLE_HEAD, .fields = fields },
	{ METHOD_POST, "/#/code", send_code, .roles = ROLE_HEAD, .fields = fields },
	{ METHOD_POST, "/#/status", tell_status, .roles = ROLE_HEAD, .fields = fields },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("esign", routes);
}
