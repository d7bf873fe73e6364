/* SPDX-License-Identifier: ISC */
/*
 * Electronic signatures on a form that came back, judged by the trust anchors
 * of the assessment's region, kept with their findings, and told in words.
 */
#include "signing/signature_validation.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "frame/words.h"
#include "base/banned.h"

static const char *const words[] = {
	[SIGNATURE_GOOD] = "Isi berkas sama dengan yang ditandatangani, dan "
			   "penandatangannya dijamin oleh penyelenggara sertifikat yang "
			   "dipercaya daerah.",
	[SIGNATURE_CONTENT_CHANGED] =
	    "Isi berkas bukan lagi yang ditandatangani. "
	    "Unggah berkas asli dari aplikasi tanda tangan, tanpa disimpan "
	    "ulang.",
	[SIGNATURE_CHANGED_AFTER] = "Berkas diubah setelah ditandatangani: ada tambahan selain "
				    "bukti tanda tangan dan tanda tangan berikutnya. Unggah "
				    "berkas asli dari aplikasi tanda tangan, tanpa disimpan ulang.",
	[SIGNATURE_REVOKED] = "Sertifikat penandatangan sudah dicabut oleh "
			      "penyelenggaranya. Minta sertifikat baru, lalu tanda tangani "
			      "lagi.",
	[SIGNATURE_NOT_FOR_SIGNING] = "Sertifikat yang dipakai bukan sertifikat "
				      "untuk menandatangani. Tanda tangani lagi dengan sertifikat "
				      "tanda tangan.",
	[SIGNATURE_NOT_YET] = "Sertifikat penandatangan belum berlaku. Periksa "
			      "tanggal mulai berlakunya.",
	[SIGNATURE_STAMP_WRONG] = "Stempel waktu pada tanda tangan ini bukan tentang tanda tangan "
				  "ini. Tanda tangani lagi.",
	[SIGNATURE_NO_SIGNATURE] = "Berkas tidak memuat tanda tangan elektronik.",
	[SIGNATURE_BROKEN] = "Tanda tangan di dalam berkas tidak dapat dibaca, "
			     "atau ada bagian berkas yang tidak ikut ditandatangani.",
	[SIGNATURE_OLD_FORM] = "Bentuk tanda tangan ini sudah lama dan tidak "
			       "diperiksa di sini. Tanda tangani lagi dengan aplikasi yang baru.",
	[SIGNATURE_WEAK] = "Tanda tangan memakai sidik jari yang sudah tidak aman "
			   "(misalnya SHA-1). Tanda tangani lagi dengan SHA-256.",
	[SIGNATURE_STRANGER] = "Sertifikat penandatangan tidak diterbitkan oleh "
			       "penyelenggara yang dipercaya daerah ini. Isi berkas tidak "
			       "berubah sejak ditandatangani, tetapi siapa penandatangannya "
			       "tidak dapat dipastikan.",
	[SIGNATURE_NO_AUTHORITY] = "Daerah ini belum mendaftarkan penyelenggara "
				   "sertifikat yang dipercaya. Isi berkas tidak berubah sejak "
				   "ditandatangani, tetapi siapa penandatangannya tidak dapat "
				   "dipastikan. Administrator dapat mendaftarkannya.",
	[SIGNATURE_EXPIRED] = "Masa berlaku sertifikat penandatangan sudah habis, "
			      "dan tidak ada stempel waktu yang membuktikan bahwa berkas "
			      "ditandatangani sebelumnya.",
	[SIGNATURE_ADDED_PROOF] = "Setelah ditandatangani berkas ditambah sesuatu yang tidak dapat "
				  "diperiksa di server ini. Periksa dengan layanan penyelenggara "
				  "sertifikat, atau unggah berkas sebelum ditambah.",
};

const char *
signature_words(enum signature_reason reason)
{
	return reason < SIGNATURE_REASONS ? words[reason] : "";
}

int
signature_judge(struct context *context, const struct assessment *assessment, int fd,
    struct pdf_signatures *signatures)
{
	struct rows rows;
	int result, status = 500;

	if (fd < 0)
		return 500;
	result = db_select(context->db, &rows, STATEMENT_TRUST_ANCHOR_FOR_ASSESSMENT,
	    db_int(assessment->id));
	if (result < 0)
		status = context_status(context, result);
	else if (result > 0 &&
	    signature_check(fd,
		&(struct signature_question){ .authorities = row_text(&rows, 0, "pem"),
		    .inspector = context->config->inspector,
		    .now = time(NULL) },
		signatures, &context->errors) == 0)
		status = 0;
	close(fd);
	return status;
}

static int
keep_one(struct context *context, int64_t signature_id, size_t position,
    const struct pdf_signature *signature)
{
	return db_run(context->db, STATEMENT_PDF_SIGNATURE_ADD, db_int(signature_id),
	    db_int((int64_t)position), db_text(signature_verdict_code(signature->verdict)),
	    db_text(signature_reason_code(signature->reason)),
	    db_text(signature->timestamp ? "timestamp" : "signature"), db_int(signature->whole),
	    db_text(signature->signer), db_text(signature->organisation),
	    db_text(signature->issuer), db_text(signature->serial),
	    db_text(*signature->time != '\0' ? signature->time : NULL),
	    db_int(signature->stamp == STAMP_PROVED));
}

int
signature_keep(struct context *context, int64_t signature_id,
    const struct pdf_signatures *signatures)
{
	int result = db_run(context->db, STATEMENT_PDF_SIGNATURE_JUDGE,
	    db_text(signature_verdict_code(signatures->verdict)),
	    db_text(signature_reason_code(signatures->reason)), db_int(signature_id));

	if (result >= 0)
		result = db_run(context->db, STATEMENT_PDF_SIGNATURE_FORGET, db_int(signature_id));
	for (size_t at = 0; result >= 0 && at < signatures->count; at++)
		result = keep_one(context, signature_id, at + 1, &signatures->all[at]);
	return result < 0 ? result : 0;
}

/* "sah", "tidak sah", "tidak dapat diperiksa" */
static const char *
verdict_name(const char *code)
{
	if (strcmp(code, "valid") == 0)
		return "Sah";
	return strcmp(code, "invalid") == 0 ? "Tidak sah" : "Tidak dapat diperiksa";
}

int
signature_fill(struct context *context, const struct assessment *assessment,
    const struct rows *signature, size_t row)
{
	struct node *node = page_node(&context->page, "Signature");
	struct node *list = page_node(&context->page, "PdfSignatures");
	struct rows rows;
	int result;

	if (row_null(signature, row, "verdict"))
		return 0;
	node_set(node, "verdict_name", verdict_name(row_text(signature, row, "verdict")));
	node_set(node, "why",
	    signature_words(signature_reason_of(row_text(signature, row, "verdict_reason"))));
	node_set(node, "checked",
	    words_time(context->arena, row_text(signature, row, "checked_at"), assessment->zone));
	result = db_select(context->db, &rows, STATEMENT_PDF_SIGNATURE_LIST,
	    db_int(row_int(signature, row, "id")));
	for (int at = 0; at < result; at++) {
		struct node *one = node_row(list, (size_t)at);

		fill_row(one, &rows, (size_t)at);
		node_set(one, "verdict_name", verdict_name(row_text(&rows, (size_t)at, "verdict")));
		node_set(one, "why",
		    signature_words(signature_reason_of(row_text(&rows, (size_t)at, "reason"))));
		node_set(one, "when",
		    words_time(context->arena, row_text(&rows, (size_t)at, "signed_at"),
			assessment->zone));
	}
	return result < 0 ? context_status(context, result) : 0;
}
