/* SPDX-License-Identifier: ISC */
/*
 * The program esign: the head of an agency signs the verified questionnaire, or a letter of
 * a service, here instead of by hand; what may be signed is a row in a table (struct subject).
 * What the service gives back is taken in only when it is surely our paper, signed (is_ours);
 * secrets are asked for anew each time, and wrong ones are counted.
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
#include "signing/signed_letter.h"
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
	[PAPER] = { "paper", FIELD_NUMBER, "Lembar", .required = true, .min = 1, .max = INT64_MAX },
	[AFTER] = { "after", FIELD_NUMBER, "Tanda tangan sebelumnya", .required = true, .min = 0,
	    .max = INT64_MAX },
	[IDENTITY] = { "identity", FIELD_TEXT, "NIK atau alamat surel", .required = true,
	    .max = 100 },
	[PASSPHRASE] = { "passphrase", FIELD_SECRET, "Passphrase", .max = 200 },
	[TOTP] = { "totp", FIELD_SECRET, "Kode sekali pakai", .max = 20 },
	{ NULL },
};

struct signing_page;

/* What is signed: where its pages are, how it is read and kept, and what people are told of it. */
struct subject {
	const char *path; /* of its pages, before its number */
	/* The paper, and whether it may be signed now: ->paper, ->came and what is told of it. */
	int (*read)(struct context *, struct signing_page *);
	int (*head_changed)(struct context *, struct signing_page *);
	/* Why the answer is no signed copy that could be kept, or NULL. */
	const char *(*check)(struct context *, struct signing_page *);
	int (*keep)(struct context *, struct signing_page *);
	const char *word;    /* "formulir" */
	const char *outcome; /* ?done= of the page that it leads back to */
	const char *no_pdf, *outdated, *anew, *meanwhile; /* sentences of refusals */
};

/* What every page is about. */
struct signing_page {
	const struct subject *subject;
	const struct esign_service *settings;
	struct assessment assessment; /* of a form */
	struct signed_form form;
	struct signed_letter letter; /* of a service, else */
	const struct issued_document *paper;
	struct signed_file *came;
	int64_t region_id;
	const char *zone, *region_name, *agency_name;
	const char *name, *reason; /* of the paper; of the signature in it */
	const char *back;          /* the page that leads here, below the base path */
	const char *file;          /* the PDF itself, the same */
	const char *file_name;     /* of the signed one */
	struct document_model model;
	bool drawable;            /* the paper has a model, of which a PDF is made */
	struct printed_head head; /* who is printed as the one who signs */
	bool head_changed;        /* a print of now would name another */
	struct service service;
	struct signer signer;
};

/* ---- read ------------------------------------------------------------------ */

static int
find_service(struct context *context, struct signing_page *page)
{
	page->settings = signing_service(context, page->region_id);
	return page->settings != NULL && render_can() ? 0 : 404;
}

/* The paper, who is printed to sign it, and what stands for it already. */
static int
read_paper_to_sign(struct context *context, struct signing_page *page)
{
	struct rows standing;
	int result, status = 0;

	page->drawable = model_read(context->arena, page->paper->content, &page->model);
	page->head = printed_head_of(&page->model);
	if (page->drawable)
		status = page->subject->head_changed(context, page);
	if (status != 0)
		return status;
	result = signed_file_standing(context, page->paper, &standing);
	if (result < 0)
		return context_status(context, result);
	page->came->way = SIGNED_SERVICE;
	page->came->only_after = true;
	page->came->after = standing.count > 0 ? row_int(&standing, 0, "id") : 0;
	return 0;
}

/* ---- the form of an assessment ---------------------------------------------- */

static int
read_form_of_assessment(struct context *context, struct signing_page *page)
{
	int64_t id = context->keys[0];
	int status = assessment_find(context, id, &page->assessment);

	page->form.assessment = &page->assessment;
	page->region_id = page->assessment.region_id;
	if (status == 0)
		status = find_service(context, page);
	if (status == 0)
		status = signed_form_may(context, &page->form);
	if (status != 0)
		return status;
	page->paper = &page->form.form;
	page->came = &page->form.came;
	page->zone = page->assessment.zone;
	page->region_name = page->assessment.region_name;
	page->agency_name = page->assessment.agency_name;
	page->name = arena_format(context->arena, "%s tahun %lld",
	    issued_name(page->paper->kind, page->paper->content), (long long)page->assessment.year);
	page->reason = arena_format(context->arena,
	    "Pengesahan penilaian mandiri "
	    "kematangan organisasi tahun %lld",
	    (long long)page->assessment.year);
	page->back = arena_format(context->arena, "/signoff/%lld/", (long long)id);
	page->file = arena_format(context->arena, "/paper/%lld/pdf", (long long)page->paper->id);
	page->file_name = arena_format(context->arena, "penilaian-%lld-ditandatangani.pdf",
	    (long long)page->assessment.year);
	return 0;
}

static int
form_head_changed(struct context *context, struct signing_page *page)
{
	return printed_head_changed(context, page->assessment.id, &page->model,
	    &page->head_changed);
}

static const char *
check_form_of_assessment(struct context *context, struct signing_page *page)
{
	return signed_form_check(context, &page->form);
}

static int
keep_form_of_assessment(struct context *context, struct signing_page *page)
{
	return signed_form_keep(context, &page->form);
}

static const struct subject form_of_assessment = {
	.path = "/esign",
	.read = read_form_of_assessment,
	.head_changed = form_head_changed,
	.check = check_form_of_assessment,
	.keep = keep_form_of_assessment,
	.word = "formulir",
	.outcome = "esigned",
	.no_pdf = "Formulir ini dibuat sebelum ada berkas PDF. Buat formulir baru di halaman "
		  "Pengesahan, lalu kembali ke sini.",
	.outdated = "Kepala perangkat daerah berubah setelah formulir ini dibuat. Buat formulir "
		    "baru di halaman Pengesahan, lalu kembali ke sini.",
	.anew = "Formulir ini baru saja dibuat ulang. Buka halaman Pengesahan, lalu tanda "
		"tangani formulir yang terbaru.",
	.meanwhile = "Formulir ini baru saja ditandatangani atau dikirim lewat halaman lain. "
		     "Buka halaman Pengesahan untuk melihat status sekarang.",
};

/* ---- a letter of a service --------------------------------------------------- */

static int
read_letter_of_service(struct context *context, struct signing_page *page)
{
	struct signed_letter *letter = &page->letter;
	int status = signed_letter_find(context, context->keys[0], context->actor.agency_id,
	    letter);

	page->region_id = letter->region_id;
	if (status == 0)
		status = find_service(context, page);
	if (status == 0)
		status = signed_letter_may(context, letter);
	if (status != 0)
		return status;
	page->paper = &letter->paper;
	page->came = &letter->came;
	page->zone = letter->paper.zone;
	page->region_name = letter->region_name;
	page->agency_name = letter->agency_name;
	page->name = arena_format(context->arena, "Surat Nomor %s", letter->number);
	page->reason = page->name;
	page->back = arena_format(context->arena, "/service/%lld",
	    (long long)letter->application_id);
	page->file = arena_format(context->arena, "/service/letters/%lld/pdf",
	    (long long)letter->paper.id);
	page->file_name = issued_file_name(context->arena, letter->paper.kind, letter->paper.code,
	    "-ditandatangani.pdf");
	return 0;
}

static int
letter_head_changed(struct context *context, struct signing_page *page)
{
	return printed_letter_head_changed(context, page->letter.agency_id, words_today(page->zone),
	    &page->model, &page->head_changed);
}

static const char *
check_letter_of_service(struct context *context, struct signing_page *page)
{
	return signed_letter_check(context, &page->letter);
}

static int
keep_letter_of_service(struct context *context, struct signing_page *page)
{
	return signed_letter_keep(context, &page->letter);
}

static const struct subject letter_of_service = {
	.path = "/esign/letter",
	.read = read_letter_of_service,
	.head_changed = letter_head_changed,
	.check = check_letter_of_service,
	.keep = keep_letter_of_service,
	.word = "surat",
	.outcome = "letter-esigned",
	.no_pdf = "Surat ini tidak dapat dijadikan PDF. Ganti suratnya di halaman permohonannya, "
		  "lalu tanda tangani penggantinya.",
	.outdated = "Kepala perangkat daerah berubah setelah surat ini terbit. Ganti suratnya di "
		    "halaman permohonannya, lalu tanda tangani penggantinya.",
	.anew = "Surat ini bukan lagi yang Anda baca. Buka permohonannya, lalu mulai lagi.",
	.meanwhile = "Surat ini baru saja ditandatangani atau diunggah lewat halaman lain. Buka "
		     "permohonannya untuk melihat status sekarang.",
};

/* Of each, what may be signed of it is read. */
static int
read_signing_page(struct context *context, const struct subject *subject, struct signing_page *page)
{
	int status;

	*page = (struct signing_page){ .subject = subject };
	status = subject->read(context, page);
	return status != 0 ? status : read_paper_to_sign(context, page);
}

/* ---- decide ---------------------------------------------------------------- */

/* Why this paper cannot be signed here, or NULL. */
static const char *
why_not_signed(const struct signing_page *page)
{
	if (!page->drawable)
		return page->subject->no_pdf;
	return page->head_changed ? page->subject->outdated : NULL;
}

/* Why it is not what the person saw, paper and signature by their keys, or NULL. */
static const char *
why_not_same(const struct signing_page *page, int64_t paper, int64_t after)
{
	if (paper != page->paper->id)
		return page->subject->anew;
	return after != page->came->after ? page->subject->meanwhile : NULL;
}

/* Read and decided: 0, or the status of the refusal. */
static int
open_signing_page(struct context *context, const struct subject *subject, struct signing_page *page,
    bool typed)
{
	const char *why;
	int status = read_signing_page(context, subject, page);

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
	const struct issued_document *paper = page->paper;
	struct node *node = page_node(&context->page, "Esign");

	node_set(node, "agency", page->agency_name);
	node_set(node, "head", page->head.name);
	node_set(node, "office", page->head.office);
	node_set_int(node, "version", page->settings->version);
	node_set_int(node, "paper", paper->id);
	node_set_int(node, "after", page->came->after);
	node_set(node, "name", page->name);
	node_set(node, "word", page->subject->word);
	node_set(node, "code", paper->code);
	node_set(node, "back", page->back);
	node_set(node, "file", page->file);
	node_set(node, "here",
	    arena_format(context->arena, "%s/%lld", page->subject->path,
		(long long)context->keys[0]));
	node_set(node, "issued", words_time(context->arena, paper->issued_at, page->zone));
	if (!issued_is_letter(paper)) {
		assessment_fill(context, &page->assessment);
		node_set(node, "form", "1");
	}
	issued_fill(context, paper);
}

static int
show_subject(struct context *context, const struct subject *subject)
{
	struct signing_page page;
	int status = open_signing_page(context, subject, &page, false);

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
esign_begin(struct context *context, const struct subject *subject, struct signing_page *page,
    bool signs)
{
	int status = open_signing_page(context, subject, page, true);

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
esign_count_try(struct context *context, const struct signing_page *page,
    const struct throttle *throttle)
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
		"%s.",
		WINDOW_MINUTES,
		page->subject == &form_of_assessment ? "Pengesahan" : "permohonannya");
}

/* ---- signing -------------------------------------------------------------- */

static enum service_result
ask_signature(struct context *context, struct signing_page *page, const struct buffer *pdf,
    const struct render_place *place, struct buffer *signed_pdf)
{
	struct buffer stamp = { .arena = context->arena };
	struct to_sign to_sign = { pdf, place, &stamp, page->reason, page->region_name };

	if (place->page > 0 &&
	    render_stamp(context->arena, issued_address(context, page->paper->code),
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
	file->client_name = page->file_name;
	context->files = file;
	page->came->file = file;
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
 * Is it the paper that we sent, signed?  It begins with our bytes and goes on
 * with a signature (ISO 32000-1, 7.5.6), or it was written anew: then what
 * was signed must be provably all of it, and name the paper by its code,
 * which nobody can guess.
 */
static bool
is_ours(const struct signing_page *page, const struct buffer *sent, const struct buffer *got)
{
	enum signature_reason reason = page->came->finding.signatures.reason;

	if (page->came->finding.signatures.verdict == SIGNATURE_INVALID ||
	    reason == SIGNATURE_NO_SIGNATURE || reason == SIGNATURE_BROKEN)
		return false;
	if (begins_with(got, sent))
		return true;
	return reason != SIGNATURE_OLD_FORM && reason != SIGNATURE_WEAK &&
	    memmem(got->bytes, got->length, page->paper->code, strlen(page->paper->code)) != NULL;
}

/* 0 with the paper kept, a status, or the result to tell. */
static int
esign_keep(struct context *context, struct signing_page *page, const struct buffer *sent,
    const struct buffer *got, enum service_result *result)
{
	const char *wrong;
	int status = take_in(context, page, got);

	if (status != 0)
		return status;
	wrong = page->subject->check(context, page);
	if (wrong != NULL || !is_ours(page, sent, got)) {
		ERROR_CAUSE(&context->errors,
		    "what the signature service answered is "
		    "not the signed paper: %zu bytes, %s, %s",
		    got->length,
		    wrong != NULL              ? "refused" :
			begins_with(got, sent) ? "begins with it" :
						 "another file",
		    signature_reason_code(page->came->finding.signatures.reason));
		*result = SERVICE_GARBAGE;
		return 0;
	}
	page->came->rewritten = !begins_with(got, sent);
	return context_status(context, page->subject->keep(context, page));
}

/* Its file, known from now on to whoever holds it, before anybody signs it. */
static int
draw_to_sign(struct context *context, const struct signing_page *page, struct render_place *place,
    struct buffer *pdf)
{
	bool letter = issued_is_letter(page->paper);
	unsigned char digest[SHA256_BYTES];
	int status = paper_pdf(context, &page->model, page->paper, place, pdf);

	if (status != 0)
		return status;
	sha256(digest, pdf->bytes, pdf->length);
	return paper_remember(context, letter ? 0 : page->paper->id, letter ? page->paper->id : 0,
	    digest, pdf->length);
}

static int
sign_subject(struct context *context, const struct subject *subject)
{
	struct throttle throttle = throttle_of(context, "sign");
	struct buffer sent = { .arena = context->arena }, got = sent;
	struct render_place place;
	struct signing_page page;
	enum service_result result;
	int status = esign_begin(context, subject, &page, true);

	if (status != 0)
		return status > 0 ? status : 0;
	if (!form_upload_spare(context, 0)) /* before the service counts a signature */
		return form_upload_no_disk(context);
	status = draw_to_sign(context, &page, &place, &sent);
	if (status == 0)
		status = esign_count_try(context, &page, &throttle);
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
	return context_redirect(context, "%s?done=%s", page.back, subject->outcome);
}

/* As begin, for what the second interface alone has; each try counts. */
static int
begin_asking(struct context *context, const struct subject *subject, struct signing_page *page,
    const char *what)
{
	struct throttle throttle = throttle_of(context, what);
	int status = esign_begin(context, subject, page, false);

	if (status != 0)
		return status;
	return page->settings->version == 2 ? esign_count_try(context, page, &throttle) : 404;
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
send_code_for(struct context *context, const struct subject *subject)
{
	enum service_result result;
	struct signing_page page;
	int status = begin_asking(context, subject, &page, "code");

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

/* Answered with the page itself, as send_code_for is. */
static int
tell_status_for(struct context *context, const struct subject *subject)
{
	enum service_result result;
	enum user_status user = USER_NOT_REGISTERED;
	struct signing_page page;
	int status = begin_asking(context, subject, &page, "status");

	if (status != 0)
		return status > 0 ? status : 0;
	result = service_status(&page.service, &page.signer, &user);
	if (result != SERVICE_DONE)
		return show_failure(context, &page, result);
	return show_user(context, &page, user);
}

/* ---- addresses ------------------------------------------------------------- */

static int
show_form_to_sign(struct context *context)
{
	return show_subject(context, &form_of_assessment);
}

static int
sign_form(struct context *context)
{
	return sign_subject(context, &form_of_assessment);
}

static int
send_code(struct context *context)
{
	return send_code_for(context, &form_of_assessment);
}

static int
tell_status(struct context *context)
{
	return tell_status_for(context, &form_of_assessment);
}

static int
show_letter_to_sign(struct context *context)
{
	return show_subject(context, &letter_of_service);
}

static int
sign_letter(struct context *context)
{
	return sign_subject(context, &letter_of_service);
}

static int
send_letter_code(struct context *context)
{
	return send_code_for(context, &letter_of_service);
}

static int
tell_letter_status(struct context *context)
{
	return tell_status_for(context, &letter_of_service);
}

static const struct route routes[] = {
	{ METHOD_GET, "/#/", show_form_to_sign, .roles = ROLE_HEAD },
	{ METHOD_POST, "/#/", sign_form, .roles = ROLE_HEAD, .fields = fields },
	{ METHOD_POST, "/#/code", send_code, .roles = ROLE_HEAD, .fields = fields },
	{ METHOD_POST, "/#/status", tell_status, .roles = ROLE_HEAD, .fields = fields },
	{ METHOD_GET, "/letter/#/", show_letter_to_sign, .roles = ROLE_HEAD },
	{ METHOD_POST, "/letter/#/", sign_letter, .roles = ROLE_HEAD, .fields = fields },
	{ METHOD_POST, "/letter/#/code", send_letter_code, .roles = ROLE_HEAD, .fields = fields },
	{ METHOD_POST, "/letter/#/status", tell_letter_status, .roles = ROLE_HEAD,
	    .fields = fields },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("esign", routes);
}
