/* SPDX-License-Identifier: ISC */
/*
 * Electronic signatures on a paper that came back, judged by the trust anchors
 * of its region, kept with their findings, and told in words.
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
	[SIGNATURE_WEAK] = "Tanda tangan memakai cara lama yang sudah tidak aman "
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

/* The electronic signatures of a PDF by whom the region trusts. */
static int
judge_pdf(struct context *context, int64_t region_id, const struct issued_document *form, int fd,
    struct form_finding *finding)
{
	struct pdf_signatures *signatures = &finding->signatures;
	int64_t from = form_named_begin(context, form, fd);
	struct rows rows;
	int result = from < 0 ?
	    (int)from :
	    db_select(context->db, &rows, STATEMENT_TRUST_ANCHOR_FOR_REGION, db_int(region_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 500;
	if (signature_check(fd,
		&(struct signature_question){ .authorities = row_text(&rows, 0, "pem"),
		    .inspector = context->config->inspector,
		    .now = time(NULL),
		    .from = (size_t)from },
		signatures, &context->errors) != 0)
		return 500;
	if (from > 0 && signatures->count > 0 && signatures->before == REVISION_KEPT)
		finding->named = NAMED_FILE;
	return 0;
}

int
signature_judge(struct context *context, int64_t region_id, const struct issued_document *form,
    int fd, enum file_type type, struct form_finding *finding)
{
	int status = 0;

	*finding = (struct form_finding){ .named = NAMED_UNREAD,
		.signatures.verdict = SIGNATURE_UNKNOWN,
		.signatures.reason = SIGNATURE_NO_SIGNATURE };
	if (fd < 0)
		return 500;
	if (type == FILE_PDF)
		status = judge_pdf(context, region_id, form, fd, finding);
	if (status == 0 && finding->named != NAMED_FILE)
		finding->named = form_named_find(context, form, fd, type, finding->other);
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
	    db_text(signature->issuer), db_text(signature->serial), db_text(signature->nip),
	    db_text(*signature->time != '\0' ? signature->time : NULL),
	    db_int(signature->stamp == STAMP_PROVED),
	    db_text(signature_stamp_code(signature->stamp)));
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

/* A good signature is one of the form only if the form is what was signed. */
static const struct {
	const char *verdict, *why;
} of_what[] = {
	[NAMED_UNREAD] = { "Sah, tetapi belum tentu formulir ini",
	    "Tanda tangannya sah, tetapi berkasnya bukan berkas formulir dari Matang, dan "
	    "kodenya tidak "
	    "dapat dicari di server ini. Bandingkan isinya." },
	[NAMED_NONE] = { "Sah, tetapi bukan formulir ini",
	    "Tanda tangannya sah, tetapi yang ditandatangani bukan formulir ini: kodenya tidak "
	    "ada di "
	    "dalam berkas." },
	[NAMED_OTHER] = { "Sah, tetapi bukan formulir ini",
	    "Tanda tangannya sah, tetapi yang ditandatangani bukan formulir ini: di dalam berkas "
	    "ada "
	    "kode dokumen lain." },
	[NAMED_TEXT] = { "Sah, isinya perlu dibandingkan",
	    "Tanda tangannya sah dan kode formulir ini ada di dalam berkas, tetapi berkasnya bukan "
	    "berkas dari Matang (dicetak atau disimpan ulang sebelum ditandatangani), sehingga "
	    "isinya "
	    "harus dibandingkan." },
	[NAMED_QR] = { "Sah, isinya perlu dibandingkan",
	    "Tanda tangannya sah dan kode formulir ini ada di dalam berkas, tetapi berkasnya bukan "
	    "berkas dari Matang (dicetak atau disimpan ulang sebelum ditandatangani), sehingga "
	    "isinya "
	    "harus dibandingkan." },
};

static const char *const found_words[] = {
	[NAMED_UNREAD] =
	    "Kode formulir tidak dapat dicari di server ini. Cari sendiri pada berkasnya.",
	[NAMED_NONE] = "Kode formulir ini tidak ditemukan pada halaman berkas.",
	[NAMED_OTHER] = "Pada berkas ditemukan kode dokumen lain.",
	[NAMED_TEXT] = "Kode formulir ini ditemukan di dalam teks berkas.",
	[NAMED_QR] = "Kode formulir ini terbaca dari kode QR pada berkas.",
	[NAMED_FILE] = "Yang ditandatangani tepat berkas formulir ini, tanpa perubahan.",
};

int
signature_list(struct context *context, const struct rows *signature, struct rows *list)
{
	int result;

	*list = (struct rows){ .count = 0 };
	if (signature->count == 0 || row_null(signature, 0, "verdict"))
		return 0;
	result = db_select(context->db, list, STATEMENT_PDF_SIGNATURE_LIST,
	    db_int(row_int(signature, 0, "id")));
	return result < 0 ? context_status(context, result) : 0;
}

enum signatory_match
signature_signatory(const struct rows *list, const struct printed_head *head, size_t *row)
{
	enum signatory_match best = SIGNATORY_SAME;
	bool any = false;

	*row = 0;
	for (size_t at = 0; at < list->count; at++) {
		enum signatory_match is;

		if (strcmp(row_text(list, at, "kind"), "signature") != 0)
			continue;
		is = signatory_compare(row_text(list, at, "signer"), row_text(list, at, "nip"),
		    head->name, head->nip);
		if (!any || is == SIGNATORY_SAME) {
			best = is;
			*row = at;
		}
		any = true;
		if (is == SIGNATORY_SAME)
			break;
	}
	return best;
}

static void
fill_pdf_signature(struct context *context, const char *zone, struct node *one,
    const struct rows *list, size_t at)
{
	fill_row(one, list, at);
	node_set(one, "verdict_name", verdict_name(row_text(list, at, "verdict")));
	node_set(one, "why", signature_words(signature_reason_of(row_text(list, at, "reason"))));
	node_set(one, "when", words_time(context->arena, row_text(list, at, "signed_at"), zone));
}

void
signature_fill(struct context *context, const char *zone, const struct rows *signature,
    const struct rows *list)
{
	struct node *node = page_node(&context->page, "Signature");
	struct node *all = page_node(&context->page, "PdfSignatures");
	enum form_named named = form_named_of(row_text(signature, 0, "named"));
	const char *verdict = row_text(signature, 0, "verdict");

	node_set(node, "found", found_words[named]);
	if (*verdict == '\0')
		return;
	node_set(node, "verdict_name", verdict_name(verdict));
	node_set(node, "why",
	    signature_words(signature_reason_of(row_text(signature, 0, "verdict_reason"))));
	if (strcmp(verdict, "valid") == 0 && named != NAMED_FILE) {
		node_set(node, "verdict_name", of_what[named].verdict);
		node_set(node, "why", of_what[named].why);
		node_set(node, "verdict", "unknown");
	}
	node_set(node, "checked",
	    words_time(context->arena, row_text(signature, 0, "checked_at"), zone));
	for (size_t at = 0; at < list->count; at++)
		fill_pdf_signature(context, zone, node_row(all, at), list, at);
}
