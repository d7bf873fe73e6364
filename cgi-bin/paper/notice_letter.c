/* SPDX-License-Identifier: ISC */
/*
 * Surat pemberitahuan with its Daftar Perangkat Daerah: what step 3 of the
 * service asks for (source 002).
 */
#include "paper/paper.h"

#include <string.h>

#include "rules/workflow.h"
#include "frame/words.h"
#include "base/banned.h"

static void
compose_address(struct context *context, const struct issue_subject *subject,
    struct document_model *letter)
{
	const char *number = row_text(&subject->cycle, 0, "letter_number");
	struct block *facts;

	compose(letter, BLOCK_RIGHT, letterhead_dated(context, &subject->letterhead));
	facts = compose(letter, BLOCK_FACTS, "");
	compose_row(letter, facts, "Nomor", *number != '\0' ? number : "……………………");
	compose_row(letter, facts, "Sifat", "Penting");
	compose_row(letter, facts, "Lampiran", "1 (satu) berkas");
	compose_row(letter, facts, "Hal",
	    arena_format(context->arena,
		"Penilaian Mandiri Kematangan Organisasi Perangkat Daerah Tahun "
		"%s",
		row_text(&subject->cycle, 0, "year")));
	compose(letter, BLOCK_PARAGRAPH,
	    arena_format(context->arena,
		"Yth. Kepala Perangkat Daerah di lingkungan %s\n(daftar terlampir)"
		"\ndi tempat",
		subject->letterhead.government));
}

static const char *
days(struct context *context, const char *from, const char *until)
{
	return strcmp(from, until) == 0 ?
	    words_date(context->arena, from) :
	    words_period(context->arena, from, until);
}

static int
notice_letter_compose_schedule(struct context *context, const struct issue_subject *subject,
    struct document_model *letter)
{
	struct block *table = compose(letter, BLOCK_TABLE, "");
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_STEPS,
	    db_int(subject->cycle_id));

	if (result < 0)
		return result;
	number_column(table);
	compose_column(table, "Kegiatan", 47, ALIGN_LEFT);
	compose_column(table, "Hari kerja", 10, ALIGN_CENTRE);
	compose_column(table, "Waktu", 38, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++)
		compose_row(letter, table, row_text(&rows, row, "step"),
		    step_name((int)row_int(&rows, row, "step")),
		    row_text(&rows, row, "working_days"),
		    days(context, row_text(&rows, row, "planned_from"),
			row_text(&rows, row, "planned_until")));
	return 0;
}

static void
compose_how(struct document_model *letter)
{
	struct block *list = compose(letter, BLOCK_LIST, "");

	compose_row(letter, list, "1.",
	    "Masuk ke aplikasi Matang dengan akun "
	    "operator perangkat daerah masing-masing.");
	compose_row(letter, list, "2.",
	    "Untuk setiap variabel, pilih tingkat "
	    "yang sesuai dengan keadaan yang sebenarnya dan tuliskan "
	    "penjelasannya.");
	compose_row(letter, list, "3.",
	    "Unggah dokumen data dukung pada "
	    "kriteria yang dibuktikannya; tautan ke penyimpanan luar tidak "
	    "dihitung sebagai dokumen yang tersimpan.");
	compose_row(letter, list, "4.",
	    "Kirim penilaian kepada Tim Pelaksana "
	    "sebelum batas waktu. Setelah diverifikasi, kuesioner dicetak, "
	    "ditandatangani kepala perangkat daerah, dan dikirimkan kembali.");
}

static int
compose_list(struct context *context, const struct issue_subject *subject,
    struct document_model *letter)
{
	struct block *table, *title;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_AGENCIES,
	    db_int(subject->cycle_id));

	if (result < 0)
		return result;
	compose(letter, BLOCK_PAGE, "");
	title = compose(letter, BLOCK_TITLE, "Daftar perangkat daerah");
	compose_row(letter, title,
	    arena_format(context->arena,
		"Lampiran surat "
		"nomor %s",
		*row_text(&subject->cycle, 0, "letter_number") != '\0' ?
		    row_text(&subject->cycle, 0, "letter_number") :
		    "……………………"));
	table = compose(letter, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Perangkat daerah", 60, ALIGN_LEFT);
	compose_column(table, "Ditujukan kepada", 35, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++)
		compose_row(letter, table, cell_number(context->arena, (int64_t)row + 1),
		    row_text(&rows, row, "name"),
		    *row_text(&rows, row, "head_title") != '\0' ?
			row_text(&rows, row, "head_title") :
			"Kepala");
	return 0;
}

int
make_letter(struct context *context, const struct issue_subject *subject,
    struct document_model *letter)
{
	const char *year = row_text(&subject->cycle, 0, "year");
	int result;

	letterhead_compose(context, &subject->letterhead,
	    arena_format(context->arena,
		"Surat pemberitahuan penilaian mandiri "
		"kematangan organisasi %s",
		year),
	    NULL, letter);
	compose_address(context, subject, letter);
	compose(letter, BLOCK_PARAGRAPH,
	    arena_format(context->arena,
		"Berdasarkan %s, bersama ini diberitahukan bahwa penilaian "
		"mandiri kematangan organisasi perangkat daerah di lingkungan %s "
		"tahun %s dilaksanakan menurut jadwal berikut:",
		subject_basis(context->arena, subject), subject->letterhead.government, year));
	result = notice_letter_compose_schedule(context, subject, letter);
	if (result != 0)
		return result;
	compose(letter, BLOCK_PARAGRAPH, "Tata cara pengisiannya:");
	compose_how(letter);
	compose(letter, BLOCK_PARAGRAPH,
	    "Demikian disampaikan. Atas perhatian "
	    "dan kerja sama Saudara diucapkan terima kasih.");
	letterhead_sign(letter, compose(letter, BLOCK_SIGNATURES, ""), &subject->letterhead, "");
	return compose_list(context, subject, letter);
}
