/* SPDX-License-Identifier: ISC */
/*
 * Pending documents whose date has come near, or has passed: each is marked
 * once for either, with a row of history, and named on a line.  People see it
 * on their own pages, which go by the date alone, and are told with the mark: what
 * is marked is told once.
 */
#include <string.h>

#include "frame/words.h"
#include "matang/job.h"
#include "store/history.h"
#include "store/message.h"
#include "store/setting.h"
#include "base/banned.h"

enum { AT_ONCE = 100 };

/* One pending document: mark and history belong together. */
struct reminding {
	int64_t id;
	const char *from, *to; /* codes of the column reminder */
	struct change change;
	int64_t year;
	const char *due; /* in words */
	bool marked;
};

static int
reminders_mark(struct db *db, void *argument)
{
	struct reminding *reminding = argument;
	int result = db_run(db, STATEMENT_PENDING_REMINDED, db_text(reminding->to),
	    db_int(reminding->id), db_text(reminding->from));

	reminding->marked = result > 0;
	if (result > 0)
		result = history_add(db, &reminding->change);
	if (result != 0 || !reminding->marked)
		return result;
	return message_send(db,
	    &(struct message){ .kind = MESSAGE_DOCUMENT_DUE,
		.region_id = reminding->change.region_id,
		.agency_id = reminding->change.agency_id,
		.assessment_id = reminding->change.assessment_id,
		.year = reminding->year,
		.detail = reminding->due });
}

static int
remind(struct job_run *run, const struct rows *rows, size_t row)
{
	bool overdue = row_int(rows, row, "days") < 0;
	const char *title = row_text(rows, row, "title");
	const char *due = row_text(rows, row, "due");
	struct reminding reminding = {
		.id = row_int(rows, row, "id"),
		.from = row_text(rows, row, "reminder"),
		.to = overdue ? "overdue" : "due",
		.year = row_int(rows, row, "year"),
		.due = arena_format(&run->arena, "paling lambat %s",
		    words_date(&run->arena, due)),
		.change = {
			.subject = "promise",
			.region_id = row_int(rows, row, "region_id"),
			.agency_id = row_int(rows, row, "agency_id"),
			.assessment_id = row_int(rows, row, "assessment_id"),
			.variable_number = row_int(rows, row, "variable"),
			.subject_id = row_int(rows, row, "id"),
			.from = title,
			.to = overdue ? "diingatkan: terlambat" :
			    "diingatkan: jatuh tempo",
		},
	};
	int result = db_txn_agency(run->work->db, reminding.change.agency_id, reminders_mark,
	    &reminding);

	if (result != 0 || !reminding.marked)
		return result;
	job_tell(run, "%s, variable %s: '%s' %s %s", row_text(rows, row, "agency_name"),
	    row_text(rows, row, "variable"), title, overdue ? "was due on" : "is due on", due);
	return 0;
}

int
remind_of_pending(struct job_run *run)
{
	int64_t days;
	int result = setting_number(run->work->db, SETTING_PENDING_DUE_DAYS, &days);

	while (result >= 0 && job_has_time(run)) {
		struct rows rows;

		job_fresh(run);
		result = db_select(run->work->db, &rows, STATEMENT_PENDING_WAITING, db_int(days),
		    db_int(days), db_int(AT_ONCE));
		for (size_t row = 0; row < rows.count && result >= 0; row++)
			result = remind(run, &rows, row);
		if (result < 0 || rows.count < AT_ONCE)
			break;
	}
	return result < 0 ? result : 0;
}
