/* SPDX-License-Identifier: ISC */
/*
 * A paper that comes back signed: checked to be a file that can be kept for it, and kept.
 */
#include "signing/signed_file.h"

#include <fcntl.h>

#include "assessment/file_examine.h"
#include "assessment/file_receive.h"
#include "store/media_type.h"
#include "base/banned.h"

const struct esign_service *
signing_service(struct context *context, int64_t region_id)
{
	struct rows rows;

	if (context->config->esign_count == 0 ||
	    db_select(context->db, &rows, STATEMENT_SIGNOFF_REGION, db_int(region_id)) != 1)
		return NULL;
	return config_esign(context->config, row_text(&rows, 0, "code"));
}

/* What a paper is called where people are told of its file. */
static const char *
paper_word(const struct issued_document *paper)
{
	return issued_is_letter(paper) ? "surat" : "formulir";
}

/* What we gave away ourselves comes back as it was: nobody has signed it. */
static const char *
is_unsigned(struct context *context, const struct issued_document *paper,
    const struct signed_file *came)
{
	const char *word = paper_word(paper);
	struct issued_document given;

	if (came->finding.signatures.reason != SIGNATURE_NO_SIGNATURE ||
	    issued_by_file(context, came->staged->sha256, &given) != 0)
		return NULL;
	if (given.id == paper->id && issued_is_letter(&given) == issued_is_letter(paper))
		return arena_format(context->arena,
		    "Berkas ini sama persis dengan %s yang diunduh dari Matang: belum "
		    "ditandatangani. Cetak, mintakan tanda tangan kepala perangkat daerah, "
		    "lalu unggah "
		    "pindaiannya; atau tanda tangani PDF-nya secara elektronik.",
		    word);
	return arena_format(context->arena,
	    "Berkas ini %s dari Matang yang belum ditandatangani, bukan %s yang ditunggu. "
	    "Cetak "
	    "%s dari halaman ini, mintakan tanda tangan, lalu unggah pindaiannya.",
	    issued_name(given.kind, given.content), word, word);
}

static const char *
judge_came(struct context *context, int64_t region_id, const struct issued_document *paper,
    const struct received *received, struct signed_file *came)
{
	if (signature_judge(context, region_id, paper,
		open(received->staged->path, O_RDONLY | O_CLOEXEC), received->type,
		&came->finding) != 0)
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	if (came->finding.signatures.verdict == SIGNATURE_INVALID)
		return arena_format(context->arena,
		    "Tanda tangan elektronik "
		    "pada berkas ini tidak sah. %s",
		    signature_words(came->finding.signatures.reason));
	came->staged = received->staged;
	came->media = file_media(received->type);
	return is_unsigned(context, paper, came);
}

const char *
signed_file_check(struct context *context, int64_t region_id, const struct issued_document *paper,
    struct signed_file *came)
{
	struct temporary_file *files[FILES_AT_ONCE];
	size_t count = file_receive_files(context, files, FILES_AT_ONCE);
	struct inspection inside;
	struct received received;
	struct scan virus;
	const char *why;

	came->finding.signatures.reason = SIGNATURE_NO_SIGNATURE;
	if (file_receive(context, files, count, &received, &why) != 0)
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	if (why != NULL)
		return why;
	if (received.type != FILE_PDF && received.type != FILE_JPEG && received.type != FILE_PNG)
		return arena_format(context->arena,
		    "Pindaian harus berupa PDF, JPEG atau PNG. Pindai "
		    "%s yang sudah ditandatangani, lalu unggah hasilnya.",
		    paper_word(paper));
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
	return judge_came(context, region_id, paper, &received, came);
}

int
signed_file_add(struct context *context, const struct issued_document *paper,
    const struct signed_file *came, int64_t *signature_id)
{
	const struct temporary_file *staged = came->staged;
	bool is_letter = issued_is_letter(paper);
	struct db_value form = db_key(is_letter ? 0 : paper->id);
	struct db_value letter = db_key(is_letter ? paper->id : 0);
	int result = 0;

	if (came->rewritten)
		result = db_run(context->db, STATEMENT_ISSUED_FILE_ADD,
		    db_bytes(staged->sha256, SHA256_BYTES), form, letter,
		    db_int((int64_t)staged->bytes));
	if (result >= 0)
		result = db_run(context->db, STATEMENT_SIGNOFF_SCAN_ADD, form, letter,
		    db_bytes(staged->sha256, SHA256_BYTES), db_int((int64_t)staged->bytes),
		    db_text(came->media), db_text(came->file->client_name), db_text(staged->name),
		    db_text(form_named_code(came->finding.named)), db_text(came->finding.other),
		    db_int(context->actor.account_id));
	if (result < 0)
		return result;
	*signature_id = db_last_key(context->db);
	return came->finding.signatures.reason == SIGNATURE_NO_SIGNATURE ?
	    0 :
	    signature_keep(context, *signature_id, &came->finding.signatures);
}

int
signed_file_standing(struct context *context, const struct issued_document *paper,
    struct rows *rows)
{
	int result = issued_is_letter(paper) ?
	    db_select(context->db, rows, STATEMENT_SIGNED_LETTER_STANDING, db_int(paper->id)) :
	    db_select(context->db, rows, STATEMENT_SIGNOFF_SIGNATURE, db_int(paper->id));

	return result < 0 ? result : 0;
}
