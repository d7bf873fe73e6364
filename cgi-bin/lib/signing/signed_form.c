/* SPDX-License-Identifier: ISC */
/*
 * The signed form comes in, on whichever way: checked to be the one that
 * counts, kept with its file, and the assessment moved, in one transaction.
 */
#include "signing/signed_form.h"

#include <fcntl.h>

#include "assessment/file_examine.h"
#include "assessment/file_receive.h"
#include "store/media_type.h"
#include "base/banned.h"

/* As in the history: see report/history.c. */
static const char replaced_way[] = "sent_before";
static const char *const ways[] = {
	[SIGNED_UPLOAD] = "sent",
	[SIGNED_SERVICE] = "sent_service",
};

const struct esign_service *
signed_form_service(struct context *context, const struct assessment *assessment)
{
	struct rows rows;

	if (context->config->esign_count == 0 ||
	    db_select(context->db, &rows, STATEMENT_SIGNOFF_REGION,
		db_int(assessment->region_id)) != 1)
		return NULL;
	return config_esign(context->config, row_text(&rows, 0, "code"));
}

int
signed_form_may(struct context *context, struct signed_form *form)
{
	const struct assessment *assessment = form->assessment;
	int status = 0;

	form->move = NULL;
	if (assessment->state != STATE_SIGNED) {
		form->move = assessment_may(context, assessment, ACTION_SIGN, &status);
		if (form->move == NULL)
			return status;
	}
	status = issued_of(context, assessment->id, "form", &form->form);
	if (status == 404 || (status == 0 && *form->form.ended != '\0'))
		return context_refuse(context, 409,
		    "Buat dahulu formulirnya di "
		    "halaman Pengesahan; lembar itulah yang ditandatangani.");
	return status;
}

int64_t
signed_form_standing(struct context *context, int64_t issued_id)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNOFF_SIGNATURE, db_int(issued_id));

	return result <= 0 ? result : row_int(&rows, 0, "id");
}

/* What we gave away ourselves comes back as it was: nobody has signed it. */
static const char *
is_unsigned(struct context *context, const struct signed_form *form)
{
	struct issued_document paper;

	if (form->finding.signatures.reason != SIGNATURE_NO_SIGNATURE ||
	    issued_by_file(context, form->staged->sha256, &paper) != 0)
		return NULL;
	if (paper.id == form->form.id)
		return "Berkas ini sama persis dengan formulir yang diunduh dari Matang: belum "
		       "ditandatangani. Cetak, mintakan tanda tangan kepala perangkat daerah, "
		       "lalu unggah "
		       "pindaiannya; atau tanda tangani PDF-nya secara elektronik.";
	return arena_format(context->arena,
	    "Berkas ini %s dari Matang yang belum ditandatangani, bukan formulir yang ditunggu. "
	    "Cetak "
	    "formulir dari halaman ini, mintakan tanda tangan, lalu unggah pindaiannya.",
	    issued_name(paper.kind, paper.content));
}

const char *
signed_form_check(struct context *context, struct signed_form *form)
{
	struct temporary_file *files[FILES_AT_ONCE];
	size_t count = file_receive_files(context, files, FILES_AT_ONCE);
	struct inspection inside;
	struct received received;
	struct scan virus;
	const char *why;

	form->finding.signatures.reason = SIGNATURE_NO_SIGNATURE;
	if (file_receive(context, files, count, &received, &why) != 0)
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	if (why != NULL)
		return why;
	if (received.type != FILE_PDF && received.type != FILE_JPEG && received.type != FILE_PNG)
		return "Pindaian harus berupa PDF, JPEG atau PNG. Pindai "
		       "formulir yang sudah ditandatangani, lalu unggah hasilnya.";
	why = examine_file(context, received.staged, received.type, &inside, &virus);
	if (why != NULL)
		return why;
	/* Nothing in the background would release it again. */
	if (inside.stop != STOP_NONE)
		return "Isi berkas ini tidak dapat diperiksa, jadi belum diterima. Simpan ulang "
		       "atau pindai ulang lembarnya pada 150 dpi, lalu unggah hasilnya.";
	if (virus.state == SCAN_INFECTED)
		return arena_format(context->arena,
		    "Antivirus menemukan virus "
		    "di berkas ini (%s), jadi berkas tidak disimpan. "
		    "Bersihkan komputer Anda, lalu pindai ulang lembarnya.",
		    virus.finding);
	if (signature_judge(context, form->assessment, &form->form,
		open(received.staged->path, O_RDONLY | O_CLOEXEC), received.type, &form->finding) !=
	    0)
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	if (form->finding.signatures.verdict == SIGNATURE_INVALID)
		return arena_format(context->arena,
		    "Tanda tangan elektronik "
		    "pada berkas ini tidak sah. %s",
		    signature_words(form->finding.signatures.reason));
	form->staged = received.staged;
	why = is_unsigned(context, form);
	if (why != NULL)
		return why;
	form->media = file_media(received.type);
	return NULL;
}

/* Is it still the form that counts, and nobody else's signature on it?  Tells which
 * one it replaces, or 0. */
static int
still_wanted(struct context *context, const struct signed_form *form, int64_t *standing)
{
	struct issued_document now;
	int result = db_stop(context->db, issued_of(context, form->assessment->id, "form", &now));

	if (result != 0)
		return result;
	if (now.id != form->form.id || *now.ended != '\0')
		return context_stop(context, 409,
		    "Formulir ini baru saja "
		    "dibuat ulang, jadi lembar yang Anda tanda tangani tidak "
		    "berlaku lagi. Tanda tangani lembar yang terbaru.");
	*standing = signed_form_standing(context, now.id);
	if (*standing < 0)
		return (int)*standing;
	return !form->only_after || *standing == form->after ?
	    0 :
	    context_stop(context, 409,
		"Formulir ini baru saja ditandatangani atau dikirim lewat halaman "
		"lain. Buka halaman Pengesahan untuk melihat status sekarang.");
}

static int
signed_form_add(struct db *db, struct context *context, const struct signed_form *form)
{
	const struct temporary_file *staged = form->staged;
	int result = db_run(db, STATEMENT_SIGNOFF_SCAN_END, db_int(form->form.id));

	if (result >= 0 && form->rewritten)
		result = db_run(db, STATEMENT_ISSUED_FILE_ADD,
		    db_bytes(staged->sha256, SHA256_BYTES), db_int(form->form.id),
		    db_int((int64_t)staged->bytes));
	return result < 0 ?
	    result :
	    db_run(db, STATEMENT_SIGNOFF_SCAN_ADD, db_int(form->form.id),
		db_bytes(staged->sha256, SHA256_BYTES), db_int((int64_t)staged->bytes),
		db_text(form->media), db_text(form->file->client_name), db_text(staged->name),
		db_text(form_named_code(form->finding.named)), db_text(form->finding.other),
		db_int(context->actor.account_id));
}

struct keeping {
	struct context *context;
	const struct signed_form *form;
};

static int
signing_signed_form_keep(struct db *db, void *argument)
{
	const struct keeping *keeping = argument;
	const struct signed_form *form = keeping->form;
	struct context *context = keeping->context;
	int64_t id, standing = 0;
	int result = form->move != NULL ?
	    assessment_move(context, form->assessment, form->move, NULL) :
	    assessment_hold(context, form->assessment);

	if (result == 0)
		result = still_wanted(context, form, &standing);
	if (result != 0)
		return result;
	result = signed_form_add(db, context, form);
	if (result < 0)
		return result;
	id = db_last_key(db);
	result = form->finding.signatures.reason == SIGNATURE_NO_SIGNATURE ?
	    0 :
	    signature_keep(context, id, &form->finding.signatures);
	return result != 0 ?
	    result :
	    assessment_change(context, form->assessment, "signature", 0, id,
		standing != 0 ? replaced_way : "", ways[form->way], NULL);
}

int
signed_form_keep(struct context *context, struct signed_form *form)
{
	struct keeping keeping = { context, form };

	return form_upload_commit(context, form->staged, 0, signing_signed_form_keep, &keeping);
}
