/* SPDX-License-Identifier: ISC */
/*
 * The signed letter of a service comes in, on whichever way: checked to be that letter, and kept
 * with its file in one transaction.
 */
#include "signing/signed_letter.h"

#include <string.h>

#include "store/history.h"
#include "base/banned.h"

int
signed_letter_find(struct context *context, int64_t id, int64_t agency_id,
    struct signed_letter *letter)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNED_LETTER_PAPER, db_int(id),
	    db_int(agency_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	issued_take(&rows, &letter->paper);
	letter->number = row_text(&rows, 0, "number_text");
	letter->agency_name = row_text(&rows, 0, "agency_name");
	letter->region_name = row_text(&rows, 0, "region_name");
	letter->application_id = row_int(&rows, 0, "application_id");
	letter->agency_id = agency_id;
	letter->region_id = row_int(&rows, 0, "region_id");
	return 0;
}

int
signed_letter_may(struct context *context, const struct signed_letter *letter)
{
	return *letter->paper.ended == '\0' ?
	    0 :
	    context_refuse(context, 409,
		"Surat ini tidak berlaku lagi, jadi tidak dapat ditandatangani. Buka permohonannya "
		"untuk melihat statusnya.");
}

/* Ink in the place of an electronic signature would say less. */
static const char *
says_less(struct context *context, const struct signed_letter *letter)
{
	struct rows rows;

	if (letter->came.finding.signatures.reason != SIGNATURE_NO_SIGNATURE)
		return NULL;
	if (signed_file_standing(context, &letter->paper, &rows) < 0)
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	return rows.count > 0 && strcmp(row_text(&rows, 0, "method"), "electronic") == 0 ?
	    "Surat ini sudah ditandatangani secara elektronik. Pindaian tidak menggantikannya." :
	    NULL;
}

const char *
signed_letter_check(struct context *context, struct signed_letter *letter)
{
	const char *why = signed_file_check(context, letter->region_id, &letter->paper,
	    &letter->came);

	if (why != NULL)
		return why;
	if (letter->came.finding.named == NAMED_OTHER)
		return arena_format(context->arena,
		    "Pada berkas ini ada kode dokumen lain (%s), bukan kode surat ini. Unggah "
		    "pindaian surat Nomor %s.",
		    letter->came.finding.other, letter->number);
	return says_less(context, letter);
}

static int
letter_still_wanted(struct context *context, const struct signed_letter *letter, int64_t *standing)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNED_LETTER_HOLD,
	    db_int(letter->paper.id), db_int(letter->agency_id));

	if (result == 0)
		return context_stop(context, 409,
		    "Surat ini baru saja dicabut, diganti, atau habis masa berlakunya. Muat ulang "
		    "halaman permohonannya.");
	if (result > 0)
		result = signed_file_standing(context, &letter->paper, &rows);
	if (result < 0)
		return result;
	*standing = rows.count > 0 ? row_int(&rows, 0, "id") : 0;
	return !letter->came.only_after || *standing == letter->came.after ?
	    0 :
	    context_stop(context, 409,
		"Surat ini baru saja ditandatangani atau diunggah lewat halaman lain. Buka "
		"permohonannya untuk melihat status sekarang.");
}

struct keeping_letter {
	struct context *context;
	const struct signed_letter *letter;
};

static int
store_signed_letter(struct db *db, void *argument)
{
	const struct keeping_letter *keeping = argument;
	const struct signed_letter *letter = keeping->letter;
	struct context *context = keeping->context;
	int64_t id = 0, standing = 0;
	int result = letter_still_wanted(context, letter, &standing);

	if (result == 0)
		result = db_run(db, STATEMENT_SIGNED_LETTER_END, db_int(letter->paper.id));
	if (result >= 0)
		result = signed_file_add(context, &letter->paper, &letter->came, &id);
	return result != 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "service",
		    .account_id = context->actor.account_id,
		    .region_id = letter->region_id,
		    .agency_id = letter->agency_id,
		    .subject_id = letter->application_id,
		    .from = standing != 0 ? "salinan bertanda tangan sudah ada" : NULL,
		    .to = arena_format(context->arena,
			letter->came.way == SIGNED_SERVICE ?
			    "surat %s ditandatangani secara elektronik lewat layanan" :
			    "surat %s: salinan bertanda tangan disimpan",
			letter->number) });
}

int
signed_letter_keep(struct context *context, struct signed_letter *letter)
{
	struct keeping_letter keeping = { context, letter };

	return form_upload_commit(context, letter->came.staged, 0, store_signed_letter, &keeping);
}
