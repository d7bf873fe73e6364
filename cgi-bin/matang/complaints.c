/* SPDX-License-Identifier: ISC */
/*
 * Of complaints that came, were written to or were forwarded, whoever handles them is told, each
 * person once for all that he has not looked at: mark and messages are one transaction, so that
 * a run that is killed tells nobody twice.
 *
 * Complaints that were answered, and to which the person has not replied for the working
 * days that the region sets, are closed; who has the ticket may open them again.
 */
#include "frame/words.h"
#include "matang/job.h"
#include "store/message.h"
#include "base/banned.h"

enum { AT_ONCE = 200 };

struct untold {
	struct job_run *run;
	int64_t id, region_id, agency_id; /* agency_id 0: the bureau handles it */
	size_t people;                    /* that were told */
};

static int
complaint_handlers(struct db *db, const struct untold *untold, struct rows *people)
{
	struct db_value kind = db_text(message_rules[MESSAGE_COMPLAINT].name);

	return untold->agency_id == 0 ?
	    db_select(db, people, STATEMENT_COMPLAINT_TELL_BUREAU, db_int(untold->region_id),
		kind) :
	    db_select(db, people, STATEMENT_COMPLAINT_TELL_AGENCY, db_int(untold->agency_id), kind);
}

static int
tell_handler(struct db *db, const struct untold *untold, int64_t account_id)
{
	int result = db_run(db, STATEMENT_COMPLAINT_TELL_COUNT, db_int(account_id));

	return result < 0 ?
	    result :
	    db_run(db, STATEMENT_COMPLAINT_TELL, db_text(message_rules[MESSAGE_COMPLAINT].name),
		db_text(words_complaint(&untold->run->arena, untold->id)), db_int(account_id));
}

static int
tell_handlers(struct db *db, void *argument)
{
	struct untold *untold = argument;
	struct rows people = { .count = 0 };
	int result = db_run(db, STATEMENT_COMPLAINT_TOLD, db_int(untold->id),
	    db_key(untold->agency_id));

	if (result > 0)
		result = complaint_handlers(db, untold, &people);
	for (size_t row = 0; result >= 0 && row < people.count; row++)
		result = tell_handler(db, untold, row_int(&people, row, "id"));
	untold->people = people.count;
	return result < 0 ? result : 0;
}

static int
tell_of_complaints(struct job_run *run)
{
	struct untold untold = { .run = run };
	int result = 0;

	while (result >= 0 && job_has_time(run)) {
		struct rows rows;

		job_fresh(run);
		result = db_select(run->work->db, &rows, STATEMENT_COMPLAINT_UNTOLD,
		    db_int(untold.id), db_int(AT_ONCE));
		for (size_t row = 0; row < rows.count && result >= 0; row++) {
			untold.id = row_int(&rows, row, "id");
			untold.region_id = row_int(&rows, row, "region_id");
			untold.agency_id = row_int(&rows, row, "agency_id");
			result = db_txn(run->work->db, tell_handlers, &untold);
			if (result == 0 && untold.people > 0)
				job_tell(run, "complaint %lld: %zu people are told",
				    (long long)untold.id, untold.people);
		}
		if (rows.count < AT_ONCE)
			break;
	}
	return result < 0 ? result : 0;
}

struct silent {
	int64_t id, version;
	const char *contact;
};

static int
close_silent(struct db *db, void *argument)
{
	const struct silent *silent = argument;
	struct db_value id = db_int(silent->id);
	int result = db_run(db, STATEMENT_COMPLAINT_CLOSE, db_text("silence"), id,
	    db_int(silent->version));

	/* Somebody replied meanwhile: it waits again. */
	if (result > 0)
		result = db_run(db, STATEMENT_COMPLAINT_MESSAGE_ADD, id, db_text("change"),
		    db_text("Ditutup karena tidak ada balasan"), db_null(), db_null());
	if (result > 0)
		result = message_to_guest(db, MESSAGE_COMPLAINT_MOVED, silent->id, silent->contact);
	return result < 0 ? result : 0;
}

static int
look_at_silent(struct job_run *run, const struct job_calendar *all, const struct rows *rows,
    size_t row)
{
	struct silent silent = { row_int(rows, row, "id"), row_int(rows, row, "version"),
		row_text(rows, row, "contact") };
	const char *zone = row_text(rows, row, "timezone");
	struct calendar calendar;
	int32_t until;
	int result;

	job_calendar_of(run, all, row_int(rows, row, "region_id"), row_int(rows, row, "parent_id"),
	    &calendar);
	until = working_until(&calendar, words_day(row_text(rows, row, "waiting_since"), zone) + 1,
	    (int)row_int(rows, row, "close_days"));
	if (until == DAY_NONE || words_today(zone) <= until)
		return 0;
	result = db_txn(run->work->db, close_silent, &silent);
	if (result == 0)
		job_tell(run, "complaint %s is closed", row_text(rows, row, "id"));
	return result;
}

static int
close_silent_complaints(struct job_run *run)
{
	struct job_calendar all;
	int64_t last = 0;
	int result = job_calendar_load(run, &all);

	while (result >= 0 && job_has_time(run)) {
		struct rows rows;

		job_fresh(run);
		result = db_select(run->work->db, &rows, STATEMENT_COMPLAINT_SILENT, db_int(last),
		    db_int(AT_ONCE));
		for (size_t row = 0; row < rows.count && result >= 0; row++) {
			last = row_int(&rows, row, "id");
			result = look_at_silent(run, &all, &rows, row);
		}
		if (rows.count < AT_ONCE)
			break;
	}
	arena_free(&all.arena);
	return result < 0 ? result : 0;
}

int
tell_and_close_complaints(struct job_run *run)
{
	int result = tell_of_complaints(run);

	return result < 0 ? result : close_silent_complaints(run);
}
