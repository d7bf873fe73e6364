/* SPDX-License-Identifier: ISC */
#include "signing/signed_form.h"

#include <fcntl.h>

#include "assessment/file_examine.h"
#include "signing/signature_validation.h"
#include "store/media_type.h"
#include "base/banned.h"

/* As in the history: see report/history.c. */
static const char *const ways[] = {
	[SIGNED_UPLOAD] = "sent", [SIGNED_SERVICE] = "sent_service",
};

const struct esign_service *
signed_service(struct visit *visit, const struct assessment *assessment)
{
	struct rows rows;

	if (visit->config->esign_count == 0 || db_select(visit->db, &rows,
	    STATEMENT_SIGNOFF_REGION, db_int(assessment->region_id)) != 1)
		return NULL;
	return config_esign(visit->config, row_text(&rows, 0, "code"));
}

int
signed_may(struct visit *visit, struct signed_form *form)
{
	const struct assessment *assessment = form->assessment;
	int status = 0;

	form->move = NULL;
	if (assessment->state != STATE_SIGNED) {
		form->move = assessment_may(visit, assessment, ACTION_SIGN,
		    &status);
		if (form->move == NULL)
			return status;
	}
	status = paper_of(visit, assessment->id, "form", &form->form);
	if (status == 404 || (status == 0 && *form->form.ended != '\0'))
		return visit_refuse(visit, 409, "Buat dahulu formulirnya di "
		    "halaman Pengesahan; lembar itulah yang ditandatangani.");
	return status;
}

int64_t
signed_standing(struct visit *visit, int64_t paper_id)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_SIGNOFF_SIGNATURE,
	    db_int(paper_id));

	return result <= 0 ? result : row_int(&rows, 0, "id");
}

const char *
signed_check(struct visit *visit, struct signed_form *form)
{
	const struct staged *staged = &form->file->staged;
	struct inspection inside;
	struct scan virus;
	enum file_type type;
	const char *why = NULL;

	form->seals.reason = SEAL_NO_SIGNATURE;
	if (sniff_file(staged->path, &type, &why, &visit->fault) != 0 ||
	    (type == FILE_PDF && seal_judge(visit, form->assessment,
	    open(staged->path, O_RDONLY | O_CLOEXEC), &form->seals) != 0))
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	if (type == FILE_REFUSED)
		return why;
	if (type != FILE_PDF && type != FILE_JPEG && type != FILE_PNG)
		return "Pindaian harus berupa PDF, JPEG atau PNG. Pindai "
		    "formulir yang sudah ditandatangani, lalu unggah hasilnya.";
	why = examine_file(visit, staged, type, &inside, &virus);
	if (why != NULL)
		return why;
	if (virus.state == SCAN_INFECTED)
		return arena_format(visit->arena, "Antivirus menemukan virus "
		    "di berkas ini (%s), jadi berkas tidak disimpan. "
		    "Bersihkan komputer Anda, lalu pindai ulang lembarnya.",
		    virus.finding);
	if (form->seals.verdict == SEAL_INVALID)
		return arena_format(visit->arena, "Tanda tangan elektronik "
		    "pada berkas ini tidak sah. %s",
		    seal_words(form->seals.reason));
	form->media = file_media(type);
	return NULL;
}

/* Is it still the form that counts, and nobody else's signature on it? */
static int
still_wanted(struct visit *visit, const struct signed_form *form)
{
	struct paper now;
	int64_t standing;
	int result = paper_of(visit, form->assessment->id, "form", &now);

	if (result != 0)
		return result;
	if (now.id != form->form.id || *now.ended != '\0')
		return visit_refuse(visit, 409, "Formulir ini baru saja "
		    "dibuat ulang, jadi lembar yang Anda tanda tangani tidak "
		    "berlaku lagi. Tanda tangani lembar yang terbaru.");
	if (!form->only_after)
		return 0;
	standing = signed_standing(visit, now.id);
	if (standing < 0)
		return (int)standing;
	return standing == form->after ? 0 : visit_refuse(visit, 409,
	    "Formulir ini baru saja ditandatangani atau dikirim lewat halaman "
	    "lain. Buka halaman Pengesahan untuk melihat keadaan sekarang.");
}

static int
add(struct db *db, struct visit *visit, const struct signed_form *form)
{
	const struct staged *staged = &form->file->staged;
	int result = db_run(db, STATEMENT_SIGNOFF_SCAN_END,
	    db_int(form->form.id));

	if (result >= 0 && form->rewritten)
		result = db_run(db, STATEMENT_PAPER_FILE_ADD,
		    db_bytes(staged->sha256, SHA256_BYTES),
		    db_int(form->form.id), db_int((int64_t)staged->bytes));
	return result < 0 ? result : db_run(db, STATEMENT_SIGNOFF_SCAN_ADD,
	    db_int(form->form.id), db_bytes(staged->sha256, SHA256_BYTES),
	    db_int((int64_t)staged->bytes), db_text(form->media),
	    db_text(form->file->client_name), db_text(staged->name),
	    db_int(visit->actor.account_id));
}

struct keeping {
	struct visit *visit;
	const struct signed_form *form;
};

static int
keep(struct db *db, void *argument)
{
	const struct keeping *keeping = argument;
	const struct signed_form *form = keeping->form;
	struct visit *visit = keeping->visit;
	int64_t id;
	int result = form->move != NULL ? assessment_move(visit,
	    form->assessment, form->move, NULL) :
	    assessment_hold(visit, form->assessment);

	if (result == 0)
		result = still_wanted(visit, form);
	if (result != 0)
		return result;
	result = add(db, visit, form);
	if (result < 0)
		return result;
	id = db_last_key(db);
	result = form->seals.reason == SEAL_NO_SIGNATURE ? 0 :
	    seal_keep(visit, id, &form->seals);
	return result != 0 ? result : assessment_change(visit,
	    form->assessment, "signature", 0, id, "", ways[form->way], NULL);
}

int
signed_keep(struct visit *visit, struct signed_form *form)
{
	struct keeping keeping = { visit, form };

	return intake_commit(visit, &form->file->staged, keep, &keeping);
}
