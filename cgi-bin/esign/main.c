/* SPDX-License-Identifier: ISC */
#include "esign/esign.h"

#include <string.h>

#include "base/secret.h"
#include "esign/http.h"
#include "document/pdf.h"
#include "document/issued.h"
#include "signing/signature_validation.h"
#include "signing/signed_form.h"
#include "frame/words.h"
#include "store/throttle.h"
#include "base/banned.h"

enum {
	NIK_DIGITS = 16,
	TRIES_A_WINDOW = 5,	/* of secrets, and of codes sent */
	WINDOW_MINUTES = 15
};

enum { PAPER, AFTER, IDENTITY, PASSPHRASE, TOTP };
static const struct field fields[] = {
	[PAPER] = { "paper", FIELD_NUMBER, "Formulir", .required = true,
	    .min = 1, .max = INT64_MAX },
	[AFTER] = { "after", FIELD_NUMBER, "Pengesahan", .required = true,
	    .min = 0, .max = INT64_MAX },
	[IDENTITY] = { "identity", FIELD_TEXT, "NIK atau alamat surel",
	    .required = true, .max = 100 },
	[PASSPHRASE] = { "passphrase", FIELD_SECRET, "Passphrase",
	    .max = 200 },
	[TOTP] = { "totp", FIELD_SECRET, "Kode sekali pakai", .max = 20 },
	{ NULL }
};

/* What every page is about. */
struct desk {
	struct assessment assessment;
	const struct esign_service *settings;
	struct signed_form form;
	struct composition composition;
	struct service service;
	struct signer signer;
};

/* ---- before anything is done ---------------------------------------------- */

static int
find_service(struct visit *visit, struct desk *desk)
{
	desk->settings = signed_service(visit, &desk->assessment);
	return desk->settings != NULL && draw_can() ? 0 : 404;
}

/* The form to be signed, and who may; 0 or a status. */
static int
open_desk(struct visit *visit, struct desk *desk)
{
	int status = assessment_find(visit, visit->keys[0],
	    &desk->assessment);

	desk->form = (struct signed_form){ .assessment = &desk->assessment,
	    .way = SIGNED_SERVICE, .only_after = true };
	if (status == 0)
		status = find_service(visit, desk);
	if (status == 0)
		status = signed_may(visit, &desk->form);
	if (status != 0)
		return status;
	if (!composition_read(visit->arena, desk->form.form.content,
	    &desk->composition))
		return visit_refuse(visit, 409, "Formulir ini dibuat sebelum "
		    "ada berkas PDF. Buat formulir baru di halaman "
		    "Pengesahan, lalu kembali ke sini.");
	desk->form.after = signed_standing(visit, desk->form.form.id);
	return desk->form.after < 0 ? visit_status(visit,
	    (int)desk->form.after) : 0;
}

/* Is what the person saw still what there is? */
static int
still_same(struct visit *visit, const struct desk *desk)
{
	if (form_number(&visit->form, PAPER) != desk->form.form.id)
		return visit_refuse(visit, 409, "Formulir ini baru saja "
		    "dibuat ulang. Buka halaman Pengesahan, lalu tanda "
		    "tangani formulir yang terbaru.");
	if (form_number(&visit->form, AFTER) != desk->form.after)
		return visit_refuse(visit, 409, "Formulir ini baru saja "
		    "ditandatangani atau dikirim lewat halaman lain. Buka "
		    "halaman Pengesahan untuk melihat keadaan sekarang.");
	return 0;
}

/* ---- the page ------------------------------------------------------------- */

/* Who is printed as the one who signs. */
static void
fill_signatory(struct visit *visit, const struct composition *composition)
{
	for (const struct block *at = composition->blocks; at != NULL;
	    at = at->next)
		if (at->kind == BLOCK_SIGNATURES && at->last != NULL &&
		    at->last->count == 5) {
			page_set(&visit->page, "Esign.head",
			    at->last->cells[2]);
			page_set(&visit->page, "Esign.office",
			    at->last->cells[1]);
		}
}

static void
fill_desk(struct visit *visit, const struct desk *desk)
{
	const struct paper *paper = &desk->form.form;

	assessment_fill(visit, &desk->assessment);
	fill_signatory(visit, &desk->composition);
	page_set_int(&visit->page, "Esign.version", desk->settings->version);
	page_set_int(&visit->page, "Esign.paper", paper->id);
	page_set_int(&visit->page, "Esign.after", desk->form.after);
	page_set(&visit->page, "Esign.code", paper->code);
	page_set(&visit->page, "Esign.issued", words_time(visit->arena,
	    paper->issued_at, desk->assessment.zone));
}

static int
show_desk(struct visit *visit)
{
	struct desk desk;
	int status = open_desk(visit, &desk);

	if (status != 0)
		return status;
	fill_desk(visit, &desk);
	return visit_show(visit, "esign/one");
}

static int
show_again(struct visit *visit, const struct desk *desk, int status)
{
	fill_desk(visit, desk);
	fill_form(visit);
	return visit_show_status(visit, "esign/one", status);
}

/* The service did not do it: the field that is wrong, or the reference under
 * which the log tells the cause. */
static int
show_failure(struct visit *visit, const struct desk *desk,
    enum service_result result)
{
	char reference[REFERENCE_TEXT];
	const char *words = result_words(result);

	switch (result) {
	case SERVICE_WRONG_SECRET:
		form_error(&visit->form, desk->signer.totp != NULL ? TOTP :
		    PASSPHRASE, "%s", words);
		return show_again(visit, desk, 422);
	case SERVICE_NOT_REGISTERED:
	case SERVICE_CERTIFICATE:
		form_error(&visit->form, IDENTITY, "%s", words);
		return show_again(visit, desk, 422);
	default:
		random_reference(reference);
		fault_log(&visit->fault, reference);
		fault_clear(&visit->fault);
		visit->form.notice = arena_format(visit->arena,
		    "%s Nomor rujukan: %s.", words, reference);
		return show_again(visit, desk, result == SERVICE_SLOW ? 504 :
		    502);
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
read_identity(struct visit *visit, struct desk *desk)
{
	const char *typed = form_text(&visit->form, IDENTITY);
	bool mail = desk->settings->version == 2;

	desk->signer = (struct signer){ .nik = tidy_nik(visit->arena, typed) };
	if (desk->signer.nik == NULL && mail && strchr(typed, '@') != NULL &&
	    strpbrk(typed, " ,;") == NULL)
		desk->signer.email = typed;
	else if (desk->signer.nik == NULL && *typed != '\0')
		form_error(&visit->form, IDENTITY, mail ? "Tulis NIK, 16 angka, "
		    "atau alamat surel yang terdaftar di BSrE." : "NIK terdiri "
		    "dari 16 angka.");
}

static void
read_secret(struct visit *visit, struct desk *desk)
{
	const char *passphrase = form_text(&visit->form, PASSPHRASE);
	const char *totp = form_text(&visit->form, TOTP);

	if (*totp != '\0' && desk->settings->version == 1)
		form_error(&visit->form, TOTP, "Layanan ini hanya menerima "
		    "passphrase.");
	else if (*totp != '\0' && *passphrase != '\0')
		form_error(&visit->form, PASSPHRASE, "Isi salah satu saja: "
		    "passphrase atau kode sekali pakai.");
	else if (*totp == '\0' && *passphrase == '\0')
		form_error(&visit->form, PASSPHRASE, "Isi passphrase sertifikat "
		    "elektronik Anda.");
	desk->signer.totp = *totp != '\0' ? totp : NULL;
	desk->signer.passphrase = *totp != '\0' ? NULL : passphrase;
}

/* 0 with the service ready to be asked, -1 after the answer, or a status. */
static int
begin(struct visit *visit, struct desk *desk, bool signs)
{
	int status = open_desk(visit, desk);

	if (status == 0)
		status = still_same(visit, desk);
	visit->arena->secret = true;	/* the person's number too */
	if (status != 0)
		return status;
	read_identity(visit, desk);
	if (signs)
		read_secret(visit, desk);
	if (!form_ok(&visit->form)) {
		status = show_again(visit, desk, 422);
		return status != 0 ? status : -1;
	}
	service_begin(&desk->service, visit->arena, desk->settings,
	    &visit->fault);
	return 0;
}

/* ---- guessing ------------------------------------------------------------- */

static struct throttle
throttle_of(struct visit *visit, const char *what)
{
	return (struct throttle){ .kind = "account",
	    .key = arena_format(visit->arena, "esign %s %lld", what,
	    (long long)visit->actor.account_id), .limit = TRIES_A_WINDOW,
	    .minutes = WINDOW_MINUTES };
}

static int
count_try(struct visit *visit, const struct throttle *throttle)
{
	int result = throttle_count(visit->db, throttle);

	if (result < 0)
		return visit_status(visit, result);
	return result > 0 ? 0 : visit_refuse(visit, 429, "Terlalu banyak "
	    "percobaan. Demi keamanan sertifikat Anda, coba lagi setelah %d "
	    "menit, atau tanda tangani dengan cara lain di halaman "
	    "Pengesahan.", WINDOW_MINUTES);
}

/* ---- signing -------------------------------------------------------------- */

static enum service_result
ask_signature(struct visit *visit, struct desk *desk,
    const struct buffer *pdf, const struct draw_place *place,
    struct buffer *signed_pdf)
{
	struct buffer stamp = { .arena = visit->arena };
	struct to_sign to_sign = { pdf, place, &stamp,
	    arena_format(visit->arena, "Pengesahan kuesioner penilaian mandiri "
	    "kematangan organisasi tahun %lld",
	    (long long)desk->assessment.year), desk->assessment.region_name };

	if (place->page > 0 && draw_stamp(visit->arena, paper_address(visit,
	    desk->form.form.code), "Ditandatangani\nsecara elektronik",
	    place->width, place->height, &stamp) != 0)
		stamp.length = 0;
	return service_sign(&desk->service, &desk->signer, &to_sign,
	    signed_pdf);
}

/* The answer as a file that came in, beside which nothing of it is kept. */
static int
take_in(struct visit *visit, struct desk *desk, const struct buffer *pdf)
{
	struct intake *file = arena_alloc(visit->arena, sizeof(*file));
	struct staged *staged = &file->staged;

	file->field = "";
	file->client_name = arena_format(visit->arena,
	    "kuesioner-%lld-ditandatangani.pdf",
	    (long long)desk->assessment.year);
	visit->files = file;
	desk->form.file = file;
	if (files_begin(staged, visit->config->files_dir,
	    &visit->fault) != 0 || files_write(staged, pdf->bytes, pdf->length,
	    &visit->fault) != 0 || files_finish(staged, &visit->fault) != 0)
		return 500;
	return 0;
}

static bool
begins_with(const struct buffer *whole, const struct buffer *part)
{
	return whole->length > part->length &&
	    memcmp(whole->bytes, part->bytes, part->length) == 0;
}

/*
 * Is it the form that we sent, signed?  It begins with our bytes and goes on
 * with a signature (ISO 32000-1, 7.5.6), or it was written anew: then what
 * was signed must be provably all of it, and name the paper by its code,
 * which nobody can guess.
 */
static bool
is_ours(const struct desk *desk, const struct buffer *sent,
    const struct buffer *got)
{
	enum seal_reason reason = desk->form.seals.reason;

	if (desk->form.seals.verdict == SEAL_INVALID ||
	    reason == SEAL_NO_SIGNATURE || reason == SEAL_BROKEN)
		return false;
	if (begins_with(got, sent))
		return true;
	return reason != SEAL_OLD_FORM && reason != SEAL_WEAK &&
	    memmem(got->bytes, got->length, desk->form.form.code,
	    strlen(desk->form.form.code)) != NULL;
}

/* 0 with the form kept, a status, or the result to tell. */
static int
keep(struct visit *visit, struct desk *desk, const struct buffer *sent,
    const struct buffer *got, enum service_result *result)
{
	const char *wrong;
	int status = take_in(visit, desk, got);

	if (status != 0)
		return status;
	wrong = signed_check(visit, &desk->form);
	if (wrong != NULL || !is_ours(desk, sent, got)) {
		FAULT(&visit->fault, "what the signature service answered is "
		    "not the signed form: %zu bytes, %s, %s", got->length,
		    wrong != NULL ? "refused" : begins_with(got, sent) ?
		    "begins with it" : "another file",
		    seal_reason_code(desk->form.seals.reason));
		*result = SERVICE_GARBAGE;
		return 0;
	}
	desk->form.rewritten = !begins_with(got, sent);
	return visit_status(visit, signed_keep(visit, &desk->form));
}

static int
sign(struct visit *visit)
{
	struct throttle throttle = throttle_of(visit, "sign");
	struct buffer sent = { .arena = visit->arena }, got = sent;
	struct draw_place place;
	struct desk desk;
	enum service_result result;
	int status = begin(visit, &desk, true);

	if (status != 0)
		return status > 0 ? status : 0;
	status = paper_pdf(visit, &desk.composition, &desk.form.form, &place,
	    &sent);
	if (status == 0)
		status = count_try(visit, &throttle);
	if (status != 0)
		return status;
	result = ask_signature(visit, &desk, &sent, &place, &got);
	/* Only what was wrong counts, as with signing in. */
	if (result == SERVICE_DONE)
		throttle_forget(visit->db, &throttle);
	else if (result != SERVICE_WRONG_SECRET)
		throttle_forgive(visit->db, &throttle);
	if (result == SERVICE_DONE)
		status = keep(visit, &desk, &sent, &got, &result);
	if (status != 0)
		return status;
	if (result != SERVICE_DONE)
		return show_failure(visit, &desk, result);
	return visit_redirect(visit, "/signoff/%lld/?done=esigned",
	    (long long)desk.assessment.id);
}

/* As begin, for what the second interface alone has; each try counts. */
static int
begin_asking(struct visit *visit, struct desk *desk, const char *what)
{
	struct throttle throttle = throttle_of(visit, what);
	int status = begin(visit, desk, false);

	if (status != 0)
		return status;
	return desk->settings->version == 2 ? count_try(visit, &throttle) :
	    404;
}

/*
 * The person gets a code from the service.  Answered with the page itself and
 * not with a redirect: the NIK may stand in no address and in no session, and
 * is not to be typed twice.
 */
static int
send_code(struct visit *visit)
{
	enum service_result result;
	struct desk desk;
	int status = begin_asking(visit, &desk, "code");

	if (status != 0)
		return status > 0 ? status : 0;
	result = service_send_code(&desk.service, &desk.signer);
	if (result != SERVICE_DONE)
		return show_failure(visit, &desk, result);
	page_set(&visit->page, "Esign.sent", "1");
	return show_again(visit, &desk, 200);
}

/* Answered with the page itself, as send_code is. */
static int
tell_status(struct visit *visit)
{
	enum service_result result;
	enum user_status user = USER_NOT_REGISTERED;
	struct desk desk;
	int status = begin_asking(visit, &desk, "status");

	if (status != 0)
		return status > 0 ? status : 0;
	result = service_status(&desk.service, &desk.signer, &user);
	if (result != SERVICE_DONE)
		return show_failure(visit, &desk, result);
	page_set(&visit->page, "Esign.status", status_words(user));
	if (user == USER_ISSUE)
		page_set(&visit->page, "Esign.usable", "1");
	return show_again(visit, &desk, 200);
}

static const struct route routes[] = {
	{ METHOD_GET, "/#/", show_desk, ROLE_HEAD, NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/#/", sign, ROLE_HEAD, fields, ROUTE_PLAIN },
	{ METHOD_POST, "/#/code", send_code, ROLE_HEAD, fields,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/#/status", tell_status, ROLE_HEAD, fields,
	    ROUTE_PLAIN },
	{ .pattern = NULL }
};

int
main(void)
{
	int status;

	http_begin();
	status = visit_run("esign", routes);
	http_end();
	return status;
}
