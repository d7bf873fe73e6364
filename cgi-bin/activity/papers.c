/* SPDX-License-Identifier: ISC */
/*
 * The papers of an activity: attendance list, minutes, report, list of certificates, and of
 * trainings the recap of their year.  They say what the register
 * says and carry the day of the activity, so that the same register gives the same paper.
 */
#include "activity/activity.h"

#include <stdlib.h>
#include <string.h>

#include "frame/words.h"
#include "rules/calendar.h"
#include "base/banned.h"

static const struct {
	const char *word, *title, *kind, *file;
} papers[PAPERS] = {
	[PAPER_ATTENDANCE] = { "attendance", "Daftar hadir", "lainnya", "daftar-hadir" },
	[PAPER_MINUTES] = { "minutes", "Notulen", "notulen", "notulen" },
	[PAPER_REPORT] = { "report", "Laporan kegiatan", "laporan", "laporan-kegiatan" },
	[PAPER_RECAP] = { "recap", "Rekap pelatihan pegawai", "laporan", "rekap-pelatihan" },
	[PAPER_CERTIFICATES] = { "certificates", "Daftar sertifikat", "sertifikat",
	    "daftar-sertifikat" },
};

enum { YEAR_LETTERS = 4 };

enum paper
paper_named(const char *word)
{
	enum paper paper = 0;

	while (paper < PAPERS && strcmp(papers[paper].word, word) != 0)
		paper++;
	return paper;
}

const char *
paper_word(enum paper paper)
{
	return papers[paper].word;
}

const char *
paper_title(enum paper paper)
{
	return papers[paper].title;
}

const char *
paper_kind(enum paper paper)
{
	return papers[paper].kind;
}

const char *
paper_file(struct arena *arena, enum paper paper, const struct activity *activity)
{
	return arena_format(arena, "%s-%s-%lld.pdf", papers[paper].file, activity->starts_on,
	    (long long)activity->id);
}

bool
paper_suits(enum paper paper, const struct activity *activity)
{
	return paper != PAPER_RECAP || strcmp(activity->kind, "pelatihan") == 0;
}

const char *
paper_name_of(struct arena *arena, enum paper paper, const struct activity *activity)
{
	return paper == PAPER_RECAP ?
	    arena_format(arena, "%s %.*s", papers[paper].title, YEAR_LETTERS, activity->starts_on) :
	    arena_format(arena, "%s: %s", papers[paper].title, activity->title);
}

const char *
paper_lacks(enum paper paper, const struct activity *activity)
{
	switch (paper) {
	case PAPER_ATTENDANCE:
	case PAPER_RECAP:
		return activity->participants > 0 ? NULL : "Daftar hadirnya masih kosong.";
	case PAPER_CERTIFICATES:
		return activity->certificates > 0 ? NULL : "Sertifikatnya belum terbit.";
	case PAPER_MINUTES:
		return *activity->minutes != '\0' ? NULL : "Notulennya belum ditulis.";
	case PAPER_REPORT:
	case PAPERS:
		break;
	}
	return *activity->minutes != '\0' || *activity->follow_up != '\0' ?
	    NULL :
	    "Tulis dahulu notulen atau tindak lanjutnya.";
}

/* What goes onto a paper beside the activity. */
struct paper_source {
	const struct activity *activity;
	struct letterhead letterhead;
	struct rows head, people, recap, documents, certificates;
};

/* All trainings of its year. */
static int
read_recap(struct context *context, const struct activity *activity, struct rows *rows)
{
	const char *year = activity->starts_on;

	return db_select(context->db, rows, STATEMENT_ACTIVITY_RECAP, db_int(activity->agency_id),
	    db_text(arena_format(context->arena, "%.*s-01-01", YEAR_LETTERS, year)),
	    db_text(arena_format(context->arena, "%.*s-12-31", YEAR_LETTERS, year)));
}

static int
read_source(struct context *context, enum paper paper, struct paper_source *source)
{
	const struct activity *activity = source->activity;
	int status = letterhead_load(context, activity->region_id, 0, &source->letterhead);
	int result;

	if (status != 0)
		return status;
	result = db_select(context->db, &source->head, STATEMENT_AGENCY_HEAD_ON,
	    db_text(activity->ends_on), db_int(activity->agency_id));
	if (result >= 0 && (paper == PAPER_ATTENDANCE || paper == PAPER_REPORT))
		result = db_select(context->db, &source->people, STATEMENT_ACTIVITY_ATTENDANCE,
		    db_int(activity->id), db_int(PARTICIPANTS_MAX), db_int(0));
	if (result >= 0 && paper == PAPER_RECAP)
		result = read_recap(context, activity, &source->recap);
	if (result >= 0 && paper == PAPER_REPORT)
		result = db_select(context->db, &source->documents, STATEMENT_ACTIVITY_DOCUMENTS,
		    db_int(activity->id));
	if (result >= 0 && paper == PAPER_CERTIFICATES)
		result = db_select(context->db, &source->certificates, STATEMENT_CERTIFICATE_LIST,
		    db_int(activity->id));
	return context_status(context, result);
}

static void
activity_facts(struct context *context, const struct activity *activity,
    struct document_model *model)
{
	struct block *facts = compose(model, BLOCK_FACTS, "");
	int32_t day = day_parse(activity->starts_on);

	compose_row(model, facts, "Kegiatan", activity->title);
	compose_row(model, facts, "Jenis", activity_kind_name(activity->kind));
	compose_row(model, facts, "Hari dan tanggal",
	    strcmp(activity->starts_on, activity->ends_on) == 0 ?
		arena_format(context->arena, "%s, %s", words_weekday(day),
		    words_date(context->arena, activity->starts_on)) :
		activity_days(context->arena, activity->starts_on, activity->ends_on));
	compose_row(model, facts, "Waktu",
	    arena_format(context->arena, "%s s.d. %s %s",
		activity_clock(context->arena, activity->starts),
		activity_clock(context->arena, activity->ends), context->actor.zone));
	compose_row(model, facts, "Tempat", activity->place);
	compose_row(model, facts, "Penyelenggara", activity->organiser);
	if (activity->hours > 0)
		compose_row(model, facts, "Jam pelajaran",
		    arena_format(context->arena, "%lld", (long long)activity->hours));
}

/* A heading and what was written below it; nothing where nothing was. */
static void
compose_part(struct document_model *model, const char *heading, const char *text)
{
	if (*text == '\0')
		return;
	compose(model, BLOCK_HEADING, heading)->level = 2;
	compose(model, BLOCK_PARAGRAPH, text);
}

static const char *
signature_cell(struct arena *arena, const struct rows *people, size_t row)
{
	if (!row_null(people, row, "drawn"))
		return row_text(people, row, "drawn");
	return row_null(people, row, "typed") ?
	    "" :
	    arena_format(arena, "(diketik) %s", row_text(people, row, "typed"));
}

static void
compose_people(struct context *context, const struct rows *people, struct document_model *model)
{
	struct block *table = compose(model, BLOCK_TABLE, "");

	compose_column(table, "No.", 6, ALIGN_CENTRE);
	compose_column(table, "Nama", 28, ALIGN_LEFT);
	compose_column(table, "NIP", 22, ALIGN_LEFT);
	compose_column(table, "Instansi", 26, ALIGN_LEFT);
	compose_column(table, "Tanda tangan", 18, ALIGN_INK);
	for (size_t row = 0; row < people->count; row++)
		compose_row(model, table, arena_format(context->arena, "%zu", row + 1),
		    row_text(people, row, "name"), row_text(people, row, "nip"),
		    row_text(people, row, "office"), signature_cell(context->arena, people, row));
}

/* How many came from where, in the order in which the first of each came. */
static void
compose_offices(struct context *context, const struct rows *people, struct document_model *model)
{
	size_t *counts = arena_array(context->arena, people->count + 1, sizeof(*counts));
	size_t *firsts = arena_array(context->arena, people->count + 1, sizeof(*firsts));
	struct block *table;
	size_t offices = 0;

	if (people->count == 0)
		return;
	for (size_t row = 0; row < people->count; row++) {
		size_t at = 0;

		while (at < offices &&
		    strcasecmp(row_text(people, firsts[at], "office"),
			row_text(people, row, "office")) != 0)
			at++;
		if (at == offices)
			firsts[offices++] = row;
		counts[at]++;
	}
	compose(model, BLOCK_HEADING, "Peserta")->level = 2;
	table = compose(model, BLOCK_TABLE, "");
	compose_column(table, "Instansi", 80, ALIGN_LEFT);
	compose_column(table, "Orang", 20, ALIGN_RIGHT);
	for (size_t at = 0; at < offices; at++) {
		const char *office = row_text(people, firsts[at], "office");

		compose_row(model, table, *office != '\0' ? office : "Tidak disebut",
		    arena_format(context->arena, "%zu", counts[at]));
	}
	compose_row(model, table, "Jumlah", arena_format(context->arena, "%zu", people->count))
	    ->total = true;
}

/* A person with all trainings of the year. */
struct trained {
	const char *name, *nip, *office, *titles;
	int64_t hours;
};

static int
trained_by_name(const void *one, const void *other)
{
	const struct trained *a = one, *b = other;

	return strcasecmp(a->name, b->name);
}

/* Rows of one person follow each other: how many people there are. */
static size_t
gather_trained(struct arena *arena, const struct rows *recap, struct trained *people)
{
	size_t count = 0;

	for (size_t row = 0; row < recap->count; row++) {
		struct trained *person = &people[count];

		if (row > 0 &&
		    strcmp(row_text(recap, row, "person"), row_text(recap, row - 1, "person")) ==
			0) {
			person = &people[count - 1];
			person->titles = arena_format(arena, "%s\n%s", person->titles,
			    row_text(recap, row, "title"));
		} else {
			count++;
			*person = (struct trained){ .name = row_text(recap, row, "name"),
				.nip = row_text(recap, row, "nip"),
				.office = row_text(recap, row, "office"),
				.titles = row_text(recap, row, "title") };
		}
		person->hours += row_int(recap, row, "hours");
	}
	return count;
}

static void
compose_recap(struct context *context, const struct rows *recap, struct document_model *model)
{
	struct trained *people = arena_array(context->arena, recap->count + 1, sizeof(*people));
	size_t count = gather_trained(context->arena, recap, people);
	struct block *table = compose(model, BLOCK_TABLE, "");

	qsort(people, count, sizeof(*people), trained_by_name);
	compose_column(table, "No.", 6, ALIGN_CENTRE);
	compose_column(table, "Nama", 22, ALIGN_LEFT);
	compose_column(table, "NIP", 20, ALIGN_LEFT);
	compose_column(table, "Instansi", 20, ALIGN_LEFT);
	compose_column(table, "Pelatihan", 24, ALIGN_LEFT);
	compose_column(table, "Jam", 8, ALIGN_RIGHT);
	for (size_t at = 0; at < count; at++)
		compose_row(model, table, arena_format(context->arena, "%zu", at + 1),
		    people[at].name, people[at].nip, people[at].office, people[at].titles,
		    people[at].hours > 0 ?
			arena_format(context->arena, "%lld", (long long)people[at].hours) :
			"");
}

/* Those that are valid, each with the code by which anybody checks it. */
static void
compose_certificates(struct context *context, const struct rows *list, struct document_model *model)
{
	struct block *table = compose(model, BLOCK_TABLE, "");
	size_t count = 0;

	compose_column(table, "No.", 6, ALIGN_CENTRE);
	compose_column(table, "Nama", 34, ALIGN_LEFT);
	compose_column(table, "Nomor sertifikat", 30, ALIGN_LEFT);
	compose_column(table, "Kode periksa", 30, ALIGN_LEFT);
	for (size_t row = 0; row < list->count; row++)
		if (row_null(list, row, "ended_at"))
			compose_row(model, table, arena_format(context->arena, "%zu", ++count),
			    row_text(list, row, "name"), row_text(list, row, "number_text"),
			    row_text(list, row, "code"));
}

static void
compose_documentation(const struct rows *documents, struct document_model *model)
{
	struct block *list = NULL;

	for (size_t row = 0; row < documents->count; row++) {
		if (!row_null(documents, row, "paper"))
			continue;
		if (list == NULL) {
			compose(model, BLOCK_HEADING, "Dokumentasi")->level = 2;
			list = compose(model, BLOCK_LIST, "");
		}
		compose_row(model, list, "–", row_text(documents, row, "title"));
	}
}

static void
compose_signature(struct context *context, const struct paper_source *source,
    struct document_model *model)
{
	const char *day = words_date(context->arena, source->activity->ends_on);
	const char *place = source->letterhead.place;

	letterhead_sign_head(model, compose(model, BLOCK_SIGNATURES, ""),
	    *place != '\0' ? arena_format(context->arena, "%s, %s", place, day) : day,
	    row_text(&source->head, 0, "head_title"), row_text(&source->head, 0, "head_name"),
	    row_text(&source->head, 0, "head_rank"), row_text(&source->head, 0, "head_nip"));
}

static void
compose_paper(struct context *context, enum paper paper, const struct paper_source *source,
    struct document_model *model)
{
	const struct activity *activity = source->activity;

	letterhead_compose(context, &source->letterhead,
	    paper_name_of(context->arena, paper, activity), activity->agency_name, model);
	if (paper == PAPER_RECAP) {
		compose_row(model, compose(model, BLOCK_TITLE, papers[paper].title),
		    arena_format(context->arena, "Tahun %.*s", YEAR_LETTERS, activity->starts_on));
		compose_recap(context, &source->recap, model);
		compose_signature(context, source, model);
		return;
	}
	compose(model, BLOCK_TITLE, papers[paper].title);
	activity_facts(context, activity, model);
	if (paper == PAPER_ATTENDANCE) {
		compose_people(context, &source->people, model);
	} else if (paper == PAPER_CERTIFICATES) {
		compose_certificates(context, &source->certificates, model);
	} else {
		compose_part(model, "Acara", activity->agenda);
		if (paper == PAPER_REPORT)
			compose_offices(context, &source->people, model);
		compose_part(model, paper == PAPER_REPORT ? "Hasil" : "Jalannya kegiatan dan hasil",
		    activity->minutes);
		compose_part(model, "Tindak lanjut", activity->follow_up);
		if (paper == PAPER_REPORT)
			compose_documentation(&source->documents, model);
	}
	compose_signature(context, source, model);
}

int
paper_make(struct context *context, enum paper paper, const struct activity *activity,
    struct document_model *model)
{
	struct paper_source source = { .activity = activity };
	int status = read_source(context, paper, &source);

	if (status != 0)
		return status;
	compose_paper(context, paper, &source, model);
	return 0;
}
