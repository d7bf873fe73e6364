/* SPDX-License-Identifier: ISC */
/*
 * Uploads that nobody went on with: their time (setting upload_session_hours, counted
 * anew with each piece) is over.  The row ends first, and with it the right to
 * go on; then the file goes.  One that a request has open is left for the next
 * run, and what became a document is none of ours.  Lists that were looked at and
 * not stored are forgotten after a day.
 */
#include "matang/job.h"
#include "store/upload_session.h"
#include "base/banned.h"

struct giving_up {
	struct job_run *run;
	size_t count;
	uint64_t bytes;
};

/* 0 or enum db_error. */
static int
upload_sessions_give_up(struct giving_up *giving, int64_t id, const char *name)
{
	struct work *work = giving->run->work;
	struct upload_session file;
	enum upload_session_result there = upload_session_open(&file, work->config.files_dir, name,
	    0, &work->fault);
	int result = 0;

	if (there != UPLOAD_SESSION_BUSY)
		result = db_run(work->db, STATEMENT_UPLOAD_SESSION_EXPIRE, db_int(id));
	if (result > 0) {
		upload_session_remove(work->config.files_dir, name);
		giving->count++;
		giving->bytes += file.staged.bytes;
	}
	upload_session_close(&file);
	if (result >= 0)
		error_chain_clear(&work->fault); /* a file that was not there */
	return result < 0 ? result : 0;
}

int
give_up_upload_sessions(struct job_run *run)
{
	struct giving_up giving = { .run = run };
	struct rows rows;
	int64_t after = 0;
	int result;

	do {
		job_fresh(run);
		result = db_select(run->work->db, &rows, STATEMENT_UPLOAD_SESSION_OVERDUE,
		    db_int(after));
		for (size_t row = 0; row < rows.count && result >= 0 && job_has_time(run); row++) {
			after = row_int(&rows, row, "id");
			result = upload_sessions_give_up(&giving, after,
			    row_text(&rows, row, "stored_name"));
		}
	} while (result >= 0 && rows.count > 0 && job_has_time(run));
	if (giving.count > 0)
		job_tell(run,
		    "gave up %zu upload%s that nobody went on with "
		    "(%llu bytes)",
		    giving.count, giving.count == 1 ? "" : "s", (unsigned long long)giving.bytes);
	return result < 0 ? result : 0;
}

int
forget_lists(struct job_run *run)
{
	int result = db_run(run->work->db, STATEMENT_IMPORT_DRAFT_EXPIRE);

	if (result > 0)
		job_tell(run, "forgot %d lists that were looked at the day before", result);
	return result < 0 ? result : 0;
}
