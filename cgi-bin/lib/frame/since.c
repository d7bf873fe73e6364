/* SPDX-License-Identifier: ISC */
/*
 * What changed since the last visit: in words, of an agency's first page, and by agency
 * above the first pages of those who look at many.
 */
#include "frame/since.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

enum {
	LOOKED_AT = 200, /* newest rows of history */
	AGENCIES_SHOWN = SINCE_ROWS / SINCE_SUBJECTS - 1,
};

static const struct {
	const char *subject, *words;
} since_subjects[] = {
	{ "state", "Status penilaian" },
	{ "self_level", "Tingkat penilaian mandiri" },
	{ "explanation", "Penjelasan" },
	{ "document", "Dokumen" },
	{ "link", "Tautan dokumen ke kriteria" },
	{ "promise", "Dokumen yang menyusul" },
	{ "consultation", "Pertanyaan dan jawaban konsultasi" },
	{ "comment", "Catatan antarrekan" },
	{ "paper", "Surat dan cetakan" },
	{ "signature", "Pengesahan" },
	{ "agency", "Data perangkat daerah dan pembagian tugas" },
	{ "cycle", "Jadwal periode" },
	{ "notice", "Pemberitahuan dari tim" },
};

const char *
since_words(const char *subject)
{
	for (size_t at = 0; at < sizeof(since_subjects) / sizeof(since_subjects[0]); at++)
		if (strcmp(since_subjects[at].subject, subject) == 0)
			return since_subjects[at].words;
	return NULL;
}

int
since_read(struct context *context, const char *subjects, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_SINCE_AGENCIES, db_int(context->actor.region_id),
		db_int(LOOKED_AT), db_int(context->actor.account_id), db_text(subjects),
		db_int(SINCE_ROWS)));
}

/* The rows of one agency, from its first on; the row behind them. */
static size_t
since_fill_agency(struct context *context, const struct since_page *link, struct node *node,
    const struct rows *rows, size_t first)
{
	struct buffer what = { .arena = context->arena };
	int64_t newest = row_int(rows, first, "newest");
	int64_t number = link->of_agency ? row_int(rows, first, "agency_id") : 0;
	size_t row = first;

	for (; row < rows->count && row_int(rows, row, "newest") == newest; row++) {
		buffer_format(&what, "%s%s", row > first ? "; " : "",
		    since_words(row_text(rows, row, "subject")));
		if (!link->of_agency && row_int(rows, row, "assessment_id") > number)
			number = row_int(rows, row, "assessment_id");
	}
	node_set(node, "agency", row_text(rows, first, "agency_name"));
	node_set(node, "what", what.bytes);
	node_set(node, "at",
	    words_time(context->arena, row_text(rows, first, "at"), context->actor.zone));
	if (number != 0)
		node_set(node, "path",
		    arena_format(context->arena, "%s%lld%s", link->before, (long long)number,
			link->after));
	return row;
}

void
since_fill(struct context *context, const struct since_page *link, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Since");
	size_t row = 0, shown = 0;

	if (rows->count == 0)
		return;
	page_set(&context->page, "SinceWhen",
	    words_time(context->arena, row_text(rows, 0, "visited_at"), context->actor.zone));
	while (row < rows->count && shown < AGENCIES_SHOWN)
		row = since_fill_agency(context, link, node_row(list, shown++), rows, row);
	if (row < rows->count)
		page_set(&context->page, "SinceMore", "1");
}
