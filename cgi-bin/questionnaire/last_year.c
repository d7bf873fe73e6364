/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "step/words.h"
#include "base/banned.h"

void
bring_words(struct visit *visit, const struct sheet *sheet,
    const char **explanation)
{
	const char *last = sheet->last_explanation;

	if (last == NULL || *last == '\0' || strstr(*explanation, last) != NULL)
		return;
	*explanation = **explanation == '\0' ? last :
	    arena_format(visit->arena, "%s\n\n%s", *explanation, last);
}

/* Still as it was read?  From here to the end of the transaction it is. */
static int
hold(struct visit *visit, const struct assessment *assessment)
{
	enum state state;
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_UPLOAD_LOCK_ASSESSMENT, db_int(assessment->id));

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
