/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "step/words.h"
#include "base/banned.h"

/* Rows: one, or none where the year before has no answer to begin from. */
static int
load_last_year(struct visit *visit, const struct sheet *sheet,
    struct rows *rows)
{
	const struct assessment *assessment = &sheet->assessment;

	return db_select(visit->db, rows, STATEMENT_QUESTIONNAIRE_LAST_YEAR,
	    db_int(sheet->number), db_int(assessment->region_id),
	    db_int(assessment->year - 1), db_int(assessment->agency_id));
}

int
fill_last_year(struct visit *visit, const struct sheet *sheet)
{
	struct node *node;
	struct rows rows;
	int result = load_last_year(visit, sheet, &rows);

	if (result <= 0)
		return visit_status(visit, result);
	node = page_node(&visit->page, "Last");
	node_set_int(node, "year", sheet->assessment.year - 1);
	node_set(node, "self", words_roman(row_int(&rows, 0, "self_level")));
	node_set(node, "final", words_roman(level_final(
	    (int)row_int(&rows, 0, "city_level"),
	    (int)row_int(&rows, 0, "province_level"),
	    row_int(&rows, 0, "province_tier") != 0)));
	node_set(node, "explanation", row_text(&rows, 0, "explanation"));
	return 0;
}

int
bring_words(struct visit *visit, const struct sheet *sheet,
    const char **explanation)
{
	struct rows rows;
	const char *last;
	int result = load_last_year(visit, sheet, &rows);

	if (result <= 0)
		return visit_status(visit, result);
	last = row_text(&rows, 0, "explanation");
	if (*last == '\0' || strstr(*explanation, last) != NULL)
		return 0;
	*explanation = **explanation == '\0' ? last :
	    arena_format(visit->arena, "%s\n\n%s", *explanation, last);
	return 0;
}

/* Still as it was read?  From here to the end of the transaction it is. */
static int
hold(struct visit *visit, const struct assessment *assessment)
{
	enum state state;
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_ASSESSMENT_HOLD, db_int(assessment->id));

	if (result < 0)
		return result;
	/* It may just have become a draft, by us or by a colleague. */
	if (result == 0 || !state_of(row_text(&rows, 0, "state"), &state) ||
	    (state != assessment->state && (state != STATE_DRAFT ||
	    assessment->state != STATE_NOT_STARTED)))
		return 409;
	return 0;
}

int
bring_documents(struct visit *visit, const struct sheet *sheet, size_t *count)
{
	const struct assessment *assessment = &sheet->assessment;
	struct rows rows;
	int result = hold(visit, assessment);

	*count = 0;
	if (result != 0)
		return result;
	result = db_select(visit->db, &rows,
	    STATEMENT_QUESTIONNAIRE_LAST_DOCUMENTS, db_int(sheet->number),
	    db_int(assessment->id));
	if (result <= 0)
		return result;
	for (size_t row = 0; row < rows.count; row++) {
		result = db_run(visit->db, STATEMENT_UPLOAD_LINK_ADD,
		    db_int(row_int(&rows, row, "item_id")),
		    db_int(visit->actor.account_id), db_int(assessment->id),
		    db_int(row_int(&rows, row, "document_id")), db_int(0));
		if (result < 0)
			return result;
		result = assessment_change(visit, assessment, "link",
		    sheet->number, db_last_key(visit->db), NULL,
		    arena_format(visit->arena, "%d/%s/%s", sheet->number,
		    words_roman(row_int(&rows, row, "level")),
		    row_text(&rows, row, "position")),
		    "Dokumen tahun sebelumnya dipakai sebagai awal.");
		if (result != 0)
			return result;
	}
	*count = rows.count;
	return 0;
}
