/* SPDX-License-Identifier: ISC */
/*
 * What was done to a variable, or to the assessment, in words from the rows of
 * history, so that a team sees what its colleagues and the other tier did.
 */
#include "verify/verify.h"

#include <stdlib.h>
#include <string.h>

#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

static const char *
state_words(struct context *context, const char *code)
{
	enum state state;

	(void)context;
	return state_of(code, &state) ? state_name(state) : code;
}

static const char *
number_words(struct context *context, const char *level)
{
	int64_t number = strtoll(level, NULL, 10);

	return number < LEVEL_MIN || number > LEVEL_MAX ?
	    "belum ada" :
	    arena_format(context->arena, "Tingkat %s", words_roman(number));
}

static const char *
past_decision_words(struct context *context, const char *code)
{
	(void)context;
	return strcmp(code, "accepted") == 0 ?
	    "diterima" :
	    strcmp(code, "rejected") == 0 ?
	    "ditolak" :
	    "belum diputuskan";
}

static const char *
plain(struct context *context, const char *text)
{
	(void)context;
	return *text != '\0' ? text : "belum ada";
}

static const char *
past_open_words(struct context *context, const char *code)
{
	return strcmp(code, "open") == 0 ? "terbuka" :
	    strcmp(code, "closed") == 0  ? "selesai" :
					   plain(context, code);
}

/* Written as variable/level/place among its documents: of one variable the rest tells it. */
static const char *
past_link_words(struct context *context, const char *text)
{
	const char *level = strchr(text, '/');
	const char *place = level == NULL ? NULL : strchr(level + 1, '/');

	return place == NULL ?
	    plain(context, text) :
	    arena_format(context->arena, "Tingkat %.*s, dokumen ke-%s", (int)(place - level - 1),
		level + 1, place + 1);
}

/* Of what is kept whole elsewhere the history has no values: the words say it all. */
static const struct subject {
	const char *code;
	const char *words;
	const char *(*value)(struct context *, const char *);
} subjects[] = {
	{ "state", "mengubah status penilaian", state_words },
	{ "self_level", "mengubah tingkat mandiri", number_words },
	{ "explanation", "mengubah penjelasan", NULL },
	{ "city_level", "mengubah tingkat verifikasi", number_words },
	{ "province_level", "mengubah tingkat validasi", number_words },
	{ "city_decision", "memutuskan (verifikasi)", past_decision_words },
	{ "province_decision", "memutuskan (validasi)", past_decision_words },
	{ "return_note", "menindaklanjuti catatan pengembalian", past_open_words },
	{ "link", "mengubah tautan", past_link_words },
	{ "promise", "dokumen yang menyusul", plain },
	{ "consultation", "konsultasi", past_open_words },
	{ "comment", "catatan antarrekan", plain },
	{ "agency", "pembagian tugas", plain },
	{ "plan", "rencana perbaikan", plain },
	{ NULL, "mengubah", plain },
};

static const struct subject *
subject_of(const char *code)
{
	const struct subject *subject = subjects;

	while (subject->code != NULL && strcmp(subject->code, code) != 0)
		subject++;
	return subject;
}

static const char *
what(struct context *context, const struct rows *rows, size_t row)
{
	const struct subject *subject = subject_of(row_text(rows, row, "subject"));
	const char *title = row_text(rows, row, "title");

	if (subject->value == NULL)
		return subject->words;
	return arena_format(context->arena, "%s%s%s%s: %s → %s", subject->words,
	    *title != '\0' ? " “" : "", title, *title != '\0' ? "”" : "",
	    subject->value(context, row_text(rows, row, "from_value")),
	    subject->value(context, row_text(rows, row, "to_value")));
}

/* Whatever is written down about a variable changes its answer, or the evidence. */
int
past_read(struct context *context, const struct verification *verification,
    const struct score_row *row, struct rows *past)
{
	const struct assessment *assessment = &verification->assessment;
	struct db_value id = db_int(assessment->id);

	return context_status(context,
	    row == NULL ?
		db_select(context->db, past, STATEMENT_VERIFY_HISTORY, id, db_int(0)) :
		kept_version_select(context, past, STATEMENT_VERIFY_HISTORY,
		    assessment_stamps(context, assessment), row->version, id, db_int(row->number)));
}

void
past_fill(struct context *context, const struct verification *verification, const struct rows *past)
{
	struct node *list = page_node(&context->page, "Past");
	const char *zone = verification->assessment.zone;

	for (size_t at = 0; at < past->count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "who", row_text(past, at, "who"));
		node_set(node, "what", what(context, past, at));
		node_set(node, "why", row_text(past, at, "reason"));
		node_set(node, "when", words_time(context->arena, row_text(past, at, "at"), zone));
	}
}
