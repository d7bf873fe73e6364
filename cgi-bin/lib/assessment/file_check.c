/* SPDX-License-Identifier: ISC */
/*
 * What is known about a stored file, in words that help: what inspector and
 * antivirus found, and why nobody is given an infected file.
 */
#include "assessment/file_check.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

/* As in revision.findings; what a reader should know, in plain words. */
static const struct {
	const char *code, *label, *text;
} findings[] = {
	{ "locked", "terkunci kata sandi",
	    "Berkas ini meminta kata sandi, "
	    "sehingga tim tidak dapat membacanya. Simpan tanpa kata sandi, "
	    "lalu unggah sebagai revisi baru." },
	{ "unreadable", "tidak dapat dibuka",
	    "Berkas ini rusak dan tidak "
	    "dapat dibuka. Simpan ulang atau pindai ulang dokumennya, lalu "
	    "unggah sebagai revisi baru." },
	{ "macros", "berisi makro",
	    "Berkas ini berisi makro (program). "
	    "Simpan tanpa makro atau sebagai PDF, lalu unggah sebagai revisi "
	    "baru." },
	{ "oversize", "isinya tidak wajar besarnya",
	    "Isi berkas ini "
	    "jauh lebih besar daripada yang wajar untuk ukuran berkasnya. Buka dengan "
	    "hati-hati, atau minta berkas yang disimpan ulang." },
	{ "javascript", "berisi program",
	    "Berkas ini berisi program "
	    "(JavaScript atau kolom yang dapat diisi). Jangan izinkan program itu "
	    "berjalan ketika membukanya." },
	{ "launch", "dapat menjalankan program lain",
	    "Berkas ini berisi "
	    "perintah untuk menjalankan program di komputer pembaca. Jangan "
	    "izinkan bila ditanya." },
	{ "embedded", "berisi lampiran",
	    "Di dalam berkas ini ada berkas lain. "
	    "Lampiran itu tidak diperiksa sebagai data dukung." },
	{ "external", "menghubungi alamat luar",
	    "Berkas ini dapat mengambil "
	    "atau mengirim data ke alamat luar ketika dibuka." },
	{ "encrypted", "dibatasi",
	    "Berkas ini dapat dibuka, tetapi pembuatnya "
	    "membatasi pencetakan atau penyalinan." },
	{ "mended", "terpotong atau rusak sebagian",
	    "Susunan berkas ini tidak "
	    "lengkap. Periksa apakah semua halamannya ada." },
};

static bool
has_word(const char *set, const char *word)
{
	size_t length = strlen(word);

	for (;; set++) {
		if (strncmp(set, word, length) == 0 && (set[length] == ',' || set[length] == '\0'))
			return true;
		set = strchr(set, ',');
		if (set == NULL)
			return false;
	}
}

void
file_check_read(const struct rows *rows, size_t row, struct file_check *checked)
{
	checked->pages = row_int(rows, row, "pages");
	checked->signatures = row_int(rows, row, "signatures");
	checked->findings = row_text(rows, row, "findings");
	checked->inspected = !row_null(rows, row, "inspected_at");
	checked->scan = row_text(rows, row, "scan");
	checked->infected = strcmp(checked->scan, "infected") == 0;
	checked->held = row_text(rows, row, "held");
	checked->scanned_at = row_text(rows, row, "scanned_at");
	checked->scan_finding = row_text(rows, row, "scan_finding");
}

static bool
is_held(const struct file_check *checked)
{
	return strcmp(checked->held, "time") == 0 || strcmp(checked->held, "broke") == 0;
}

static const char *
held_words(const struct file_check *checked)
{
	return strcmp(checked->held, "time") == 0 ?
	    "Pemeriksaan isi berkas ini memerlukan waktu lebih lama dan dilanjutkan di latar "
	    "belakang, biasanya selesai dalam beberapa menit. Sampai selesai, berkas belum dapat "
	    "dibuka tim." :
	    "Pemeriksa isi berkas terhenti pada berkas ini, jadi isinya tidak diketahui dan "
	    "berkas ditahan dari tim. Perangkat daerah dapat menyimpan ulang atau mencetaknya "
	    "menjadi PDF, lalu mengunggahnya sebagai revisi baru; tim dapat tetap membukanya "
	    "dengan menulis alasan di halaman dokumen.";
}

bool
file_check_held(const struct file_check *checked)
{
	return checked->infected || is_held(checked);
}

bool
file_check_kept_from(const struct context *context, const struct file_check *checked)
{
	return checked->infected ||
	    (is_held(checked) && !context_may(context, ROLE_OPERATOR | ROLE_HEAD));
}

void
file_check_fill(struct context *context, struct node *parent, const struct file_check *checked)
{
	struct node *node = node_child(parent, "checked"), *list;
	size_t count = 0;

	node_set(node, "scan", checked->scan);
	node_set(node, "scan_finding", checked->scan_finding);
	node_set(node, "scanned_at",
	    words_time(context->arena, checked->scanned_at, context->actor.zone));
	if (is_held(checked)) {
		node_set(node, "held", checked->held);
		node_set(node, "held_text", held_words(checked));
	}
	if (!checked->inspected)
		return;
	node_set(node, "inspected", "1");
	if (checked->pages > 0)
		node_set_int(node, "pages", checked->pages);
	if (checked->signatures > 0)
		node_set_int(node, "signatures", checked->signatures);
	list = node_child(node, "findings");
	for (size_t at = 0; at < sizeof(findings) / sizeof(findings[0]); at++) {
		struct node *finding;

		if (!has_word(checked->findings, findings[at].code))
			continue;
		finding = node_row(list, count++);
		node_set(finding, "code", findings[at].code);
		node_set(finding, "label", findings[at].label);
		node_set(finding, "text", findings[at].text);
	}
}

int
file_check_refuse(struct context *context, const struct file_check *checked)
{
	if (!checked->infected)
		return context_refuse(context, 403, "%s", held_words(checked));
	return context_refuse(context, 403,
	    "Berkas ini "
	    "ditahan, karena antivirus menemukan virus di dalamnya (%s). Tidak "
	    "seorang pun dapat mengunduhnya, dan berkas ini tidak dihitung "
	    "sebagai data dukung. Bersihkan komputer asalnya, lalu unggah "
	    "berkas yang bersih sebagai revisi baru.",
	    checked->scan_finding);
}
