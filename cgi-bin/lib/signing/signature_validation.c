/* SPDX-License-Identifier: ISC */
#include "signing/signature_validation.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "frame/words.h"
#include "base/banned.h"

static const char *const words[] = {
	[SEAL_GOOD] = "Isi berkas sama dengan yang ditandatangani, dan "
	    "penandatangannya dijamin oleh penyelenggara sertifikat yang "
	    "dipercaya daerah.",
	[SEAL_CONTENT_CHANGED] = "Isi berkas bukan lagi yang ditandatangani. "
	    "Unggah berkas asli dari aplikasi tanda tangan, tanpa disimpan "
	    "ulang.",
	[SEAL_CHANGED_AFTER] = "Berkas diubah setelah ditandatangani. Unggah "
	    "berkas asli dari aplikasi tanda tangan, tanpa disimpan ulang.",
	[SEAL_REVOKED] = "Sertifikat penandatangan sudah dicabut oleh "
	    "penyelenggaranya. Minta sertifikat baru, lalu tanda tangani "
	    "lagi.",
	[SEAL_NOT_FOR_SIGNING] = "Sertifikat yang dipakai bukan sertifikat "
	    "untuk menandatangani. Tanda tangani lagi dengan sertifikat "
	    "tanda tangan.",
	[SEAL_NOT_YET] = "Sertifikat penandatangan belum berlaku. Periksa "
	    "tanggal mulai berlakunya.",
	[SEAL_NO_SIGNATURE] = "Berkas tidak memuat tanda tangan elektronik.",
	[SEAL_BROKEN] = "Tanda tangan di dalam berkas tidak dapat dibaca, "
	    "atau ada bagian berkas yang tidak ikut ditandatangani.",
	[SEAL_OLD_FORM] = "Bentuk tanda tangan ini sudah lama dan tidak "
	    "diperiksa di sini. Tanda tangani lagi dengan aplikasi yang baru.",
	[SEAL_WEAK] = "Tanda tangan memakai sidik jari yang sudah tidak aman "
	    "(misalnya SHA-1). Tanda tangani lagi dengan SHA-256.",
	[SEAL_STRANGER] = "Sertifikat penandatangan tidak diterbitkan oleh "
	    "penyelenggara yang dipercaya daerah ini. Isi berkas tidak "
	    "berubah sejak ditandatangani, tetapi siapa penandatangannya "
	    "tidak dapat dipastikan.",
	[SEAL_NO_AUTHORITY] = "Daerah ini belum mendaftarkan penyelenggara "
	    "sertifikat yang dipercaya. Isi berkas tidak berubah sejak "
	    "ditandatangani, tetapi siapa penandatangannya tidak dapat "
	    "dipastikan. Administrator dapat mendaftarkannya.",
	[SEAL_EXPIRED] = "Masa berlaku sertifikat penandatangan sudah habis, "
	    "dan tidak ada stempel waktu yang membuktikan bahwa berkas "
	    "ditandatangani sebelumnya.",
	[SEAL_ADDED_PROOF] = "Setelah tanda tangan terakhir berkas ditambah "
	    "data pembuktian yang tidak ikut ditandatangani. Periksa dengan "
	    "layanan penyelenggara sertifikat, atau unggah berkas sebelum "
	    "ditambah.",
};

const char *
seal_words(enum seal_reason reason)
{
	return reason < SEAL_REASONS ? words[reason] : "";
}

int
seal_judge(struct visit *visit, const struct assessment *assessment,
    int fd, struct seals *seals)
{
	struct rows rows;
	int result, status = 500;

	if (fd < 0)
		return 500;
	result = db_select(visit->db, &rows,
	    STATEMENT_AUTHORITY_FOR_ASSESSMENT, db_int(assessment->id));
	if (result < 0)
		status = visit_status(visit, result);
	else if (result > 0 && seal_check(fd, row_text(&rows, 0, "pem"),
	    time(NULL), seals, &visit->fault) == 0)
		status = 0;
	close(fd);
	return status;
}

static int
keep_one(struct visit *visit, int64_t signature_id, size_t position,
    const struct seal *seal)
{
	return db_run(visit->db, STATEMENT_SEAL_ADD, db_int(signature_id),
	    db_int((int64_t)position),
	    db_text(seal_verdict_code(seal->verdict)),
	    db_text(seal_reason_code(seal->reason)),
	    db_text(seal->timestamp ? "timestamp" : "signature"),
	    db_int(seal->whole), db_text(seal->signer),
	    db_text(seal->organisation), db_text(seal->issuer),
	    db_text(seal->serial),
	    db_text(*seal->time != '\0' ? seal->time : NULL),
	    db_int(seal->proved_time));
}

int
seal_keep(struct visit *visit, int64_t signature_id,
    const struct seals *seals)
{
	int result = db_run(visit->db, STATEMENT_SEAL_JUDGE,
	    db_text(seal_verdict_code(seals->verdict)),
	    db_text(seal_reason_code(seals->reason)), db_int(signature_id));

	if (result >= 0)
		result = db_run(visit->db, STATEMENT_SEAL_FORGET,
		    db_int(signature_id));
	for (size_t at = 0; result >= 0 && at < seals->count; at++)
		result = keep_one(visit, signature_id, at + 1,
		    &seals->all[at]);
	return result < 0 ? result : 0;
}

/* "sah", "tidak sah", "tidak dapat diperiksa" */
static const char *
verdict_name(const char *code)
{
	if (strcmp(code, "valid") == 0)
		return "Sah";
	return strcmp(code, "invalid") == 0 ? "Tidak sah" :
	    "Tidak dapat diperiksa";
}

int
seal_fill(struct visit *visit, const struct assessment *assessment,
    const struct rows *signature, size_t row)
{
	struct node *node = page_node(&visit->page, "Signature");
	struct node *list = page_node(&visit->page, "Seals");
	struct rows rows;
	int result;

	if (row_null(signature, row, "verdict"))
		return 0;
	node_set(node, "verdict_name",
	    verdict_name(row_text(signature, row, "verdict")));
	node_set(node, "why", seal_words(seal_reason_of(row_text(signature,
	    row, "verdict_reason"))));
	node_set(node, "checked", words_time(visit->arena,
	    row_text(signature, row, "checked_at"), assessment->zone));
	result = db_select(visit->db, &rows, STATEMENT_SEAL_LIST,
	    db_int(row_int(signature, row, "id")));
	for (int at = 0; at < result; at++) {
		struct node *one = node_row(list, (size_t)at);

		fill_row(one, &rows, (size_t)at);
		node_set(one, "verdict_name",
		    verdict_name(row_text(&rows, (size_t)at, "verdict")));
		node_set(one, "why", seal_words(seal_reason_of(
		    row_text(&rows, (size_t)at, "reason"))));
		node_set(one, "when", words_time(visit->arena,
		    row_text(&rows, (size_t)at, "signed_at"),
		    assessment->zone));
	}
	return result < 0 ? visit_status(visit, result) : 0;
}
