/* SPDX-License-Identifier: ISC */
/*
 * Surat pemberitahuan with its Daftar Perangkat Daerah: what step 3 of the
 * service asks for (source 002).
 */
#include "paper/paper.h"

#include <string.h>

#include "rules/calendar.h"
#include "rules/workflow.h"
#include "frame/words.h"
#include "base/banned.h"

/* What a letter has whose number is given by hand. */
#define NUMBER_DOTS "……………………"

/* What the letter is about, from the database or, of an example, made up. */
struct letter_facts {
	const struct letterhead *letterhead;
	const char *number, *basis, *year;
};

static void
compose_address(struct context *context, const struct letter_facts *facts,
    struct document_model *letter)
{
	const struct letter_layout *layout = &facts->letterhead->letter;
	struct block *address = compose(letter, BLOCK_ADDRESS,
	    letterhead_dated(context, facts->letterhead));

	address->level = layout->recipient_right;
	compose_row(letter, address, "Nomor", *facts->number != '\0' ? facts->number : NUMBER_DOTS);
	compose_row(letter, address, "Sifat", *layout->nature != '\0' ? layout->nature : "Penting");
	compose_row(letter, address, "Lampiran", "1 (satu) berkas");
	compose_row(letter, address, "Hal",
	    arena_format(context->arena,
		"Penilaian Mandiri Kematangan Organisasi Perangkat Daerah Tahun "
		"%s",
		facts->year));
	compose_row(letter, address, "Yth. Kepala Perangkat Daerah");
	compose_row(letter, address,
	    arena_format(context->arena, "di lingkungan %s", facts->letterhead->government));
	compose_row(letter, address, "(daftar terlampir)");
	compose_row(letter, address, "di tempat");
}

/* {dasar}, {tahun} and {daerah} of what a region writes itself. */
static const char *
letter_words(struct arena *arena, const char *words, const struct letter_facts *facts)
{
	const struct {
		const char *name, *value;
	} names[] = { { "{dasar}", facts->basis }, { "{tahun}", facts->year },
		{ "{daerah}", facts->letterhead->government } };
	struct buffer text = { .arena = arena };

	while (*words != '\0') {
		size_t at = 0;

		while (at < sizeof(names) / sizeof(names[0]) &&
		    strncmp(words, names[at].name, strlen(names[at].name)) != 0)
			at++;
		if (at == sizeof(names) / sizeof(names[0])) {
			buffer_char(&text, *words++);
			continue;
		}
		buffer_text(&text, names[at].value);
		words += strlen(names[at].name);
	}
	return text.length > 0 ? text.bytes : "";
}

/* A paragraph of the letter, in the region's own words where it has some. */
static void
compose_words(struct document_model *letter, const struct letter_facts *facts, const char *own,
    const char *usual)
{
	compose(letter, BLOCK_PARAGRAPH,
	    letter_words(letter->arena, *own != '\0' ? own : usual, facts))
	    ->level = 1;
}

static struct block *
compose_schedule_head(struct document_model *letter)
{
	struct block *table = compose(letter, BLOCK_TABLE, "");

	number_column(table);
	compose_column(table, "Kegiatan", 41, ALIGN_LEFT);
	compose_column(table, "Hari kerja", 12, ALIGN_CENTRE);
	compose_column(table, "Waktu", 42, ALIGN_LEFT);
	return table;
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
	struct block *table = compose_schedule_head(letter);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_STEPS,
	    db_int(subject->cycle_id));

	if (result < 0)
		return result;
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
		    NUMBER_DOTS));
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

/* Who gets a copy, one a line. */
static void
compose_copies(struct document_model *letter, const char *copies)
{
	struct block *list;
	int number = 0;

	if (*copies == '\0')
		return;
	list = compose(letter, BLOCK_LIST, "Tembusan:");
	while (*copies != '\0') {
		const char *end = strchrnul(copies, '\n');

		if (end > copies)
			compose_row(letter, list, arena_format(letter->arena, "%d.", ++number),
			    arena_copy(letter->arena, copies, (size_t)(end - copies)));
		copies = *end == '\0' ? end : end + 1;
	}
}

static void
letter_begin(struct context *context, const struct letter_facts *facts, const char *title,
    struct document_model *letter)
{
	letterhead_compose(context, facts->letterhead, title, NULL, letter);
	compose_address(context, facts, letter);
	compose_words(letter, facts, facts->letterhead->letter.opening,
	    "Berdasarkan {dasar}, bersama ini diberitahukan bahwa penilaian mandiri kematangan "
	    "organisasi perangkat daerah di lingkungan {daerah} tahun {tahun} dilaksanakan "
	    "menurut jadwal berikut:");
}

static void
letter_end(const struct letter_facts *facts, struct document_model *letter)
{
	const struct letter_layout *layout = &facts->letterhead->letter;

	compose(letter, BLOCK_PARAGRAPH, "Tata cara pengisiannya:")->level = 1;
	compose_how(letter);
	compose_words(letter, facts, layout->closing,
	    "Demikian disampaikan. Atas perhatian dan kerja sama Saudara diucapkan terima kasih.");
	letterhead_sign_letter(letter, compose(letter, BLOCK_SIGNATURES, ""), facts->letterhead);
	compose_copies(letter, layout->copies);
}

int
make_letter(struct context *context, const struct issue_subject *subject,
    struct document_model *letter)
{
	const struct letter_facts facts = { &subject->letterhead,
		row_text(&subject->cycle, 0, "letter_number"),
		subject_basis(context->arena, subject), row_text(&subject->cycle, 0, "year") };
	int result;

	letter_begin(context, &facts,
	    arena_format(context->arena,
		"Surat pemberitahuan penilaian mandiri "
		"kematangan organisasi %s",
		facts.year),
	    letter);
	result = notice_letter_compose_schedule(context, subject, letter);
	if (result != 0)
		return result;
	letter_end(&facts, letter);
	return compose_list(context, subject, letter);
}

void
make_example(struct context *context, const struct letterhead *letterhead,
    struct document_model *letter)
{
	const char *today = letterhead_today(context, letterhead);
	const struct letter_facts facts = { letterhead,
		letterhead_number(context->arena, letterhead->number_format, 1, "SP",
		    day_date(words_today(letterhead->zone)).month,
		    day_date(words_today(letterhead->zone)).year),
		subject_usual_basis,
		arena_format(context->arena, "%d", day_date(words_today(letterhead->zone)).year) };
	struct block *table;

	letter_begin(context, &facts, "Contoh surat", letter);
	table = compose_schedule_head(letter);
	for (int step = 1; step <= WORKFLOW_STEPS; step++)
		compose_row(letter, table, arena_format(context->arena, "%d", step),
		    step_name(step), "1", today);
	letter_end(&facts, letter);
}
