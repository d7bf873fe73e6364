/* SPDX-License-Identifier: ISC */
/*
 * Deadlines: whoever an assessment waits for is reminded three working days
 * before the end of its step, one day before, and on the day; told once when it
 * is late; and the agency's head and whoever leads the team are told when it is
 * late for too long.  Each of it once for a deadline, whatever the clock does.
 */
#include <string.h>

#include "frame/words.h"
#include "matang/job.h"
#include "rules/calendar.h"
#include "rules/workflow.h"
#include "store/message.h"
#include "store/setting.h"
#include "base/banned.h"

enum { AT_ONCE = 500, AHEAD_DAYS = 14 /* three working days may be so many */ };

struct clockwork {
	struct job_run *run;
	struct job_calendar calendar;
	int64_t escalate;
};

/* What one assessment waits for. */
struct waiting {
	const struct rows *rows;
	size_t row;
	const char *kind;
	int days;
	enum message_kind first, second; /* MESSAGE_KINDS: none */
	const char *detail;
	bool said;
};

static int
deadline_tell(struct db *db, const struct waiting *waiting, enum message_kind kind)
{
	const struct rows *rows = waiting->rows;
	size_t row = waiting->row;

	return kind == MESSAGE_KINDS ?
	    0 :
	    message_send(db,
		&(struct message){ .kind = kind,
		    .region_id = row_int(rows, row, "region_id"),
		    .agency_id = row_int(rows, row, "agency_id"),
		    .assessment_id = row_int(rows, row, "assessment_id"),
		    .year = row_int(rows, row, "year"),
		    .detail = waiting->detail });
}

static int
deadline_say(struct db *db, void *argument)
{
	struct waiting *waiting = argument;
	const struct rows *rows = waiting->rows;
	size_t row = waiting->row;
	int result = db_run(db, STATEMENT_REMINDER_ADD, db_int(row_int(rows, row, "assessment_id")),
	    db_int(row_int(rows, row, "step")), db_text(row_text(rows, row, "planned_until")),
	    db_text(waiting->kind), db_int(waiting->days));

	if (result >= 0)
		result = deadline_tell(db, waiting, waiting->first);
	if (result >= 0)
		result = deadline_tell(db, waiting, waiting->second);
	waiting->said = result >= 0;
	return result < 0 ? result : 0;
}

static int
deadline_once(struct clockwork *clockwork, struct waiting *waiting)
{
	int result = db_txn(clockwork->run->work->db, deadline_say, waiting);

	if (result == 0)
		job_tell(clockwork->run, "assessment %s, step %s: %s",
		    row_text(waiting->rows, waiting->row, "assessment_id"),
		    row_text(waiting->rows, waiting->row, "step"), waiting->kind);
	return result == DB_DUPLICATE ? 0 : result;
}

/* Does it wait for the team, and not for the agency? */
static bool
waits_for_team(const char *state)
{
	return strcmp(state, "submitted") == 0 || strcmp(state, "signed") == 0;
}

static int
deadline_look(struct clockwork *clockwork, const struct rows *rows, size_t row)
{
	struct arena *arena = &clockwork->run->arena;
	const char *until = row_text(rows, row, "planned_until");
	bool team = waits_for_team(row_text(rows, row, "state"));
	struct waiting waiting = { .rows = rows, .row = row, .kind = "near" };
	struct calendar calendar;
	int left, result = 0;

	job_calendar_of(clockwork->run, &clockwork->calendar, row_int(rows, row, "region_id"),
	    row_int(rows, row, "parent_id"), &calendar);
	left = working_left(&calendar, words_today(row_text(rows, row, "timezone")),
	    day_parse(until));
	if (left > 3)
		return 0;
	waiting.detail = arena_format(arena, "%s, paling lambat %s (%s)",
	    step_name((int)row_int(rows, row, "step")), words_date(arena, until),
	    words_left(arena, left));
	waiting.second = MESSAGE_KINDS;
	if (left >= 0) {
		waiting.days = left <= 1 ? left : 3;
		waiting.first = team ? MESSAGE_DEADLINE_NEAR_TEAM : MESSAGE_DEADLINE_NEAR;
		return deadline_once(clockwork, &waiting);
	}
	waiting.kind = "late";
	waiting.first = team ? MESSAGE_DEADLINE_LATE_TEAM : MESSAGE_DEADLINE_LATE;
	result = deadline_once(clockwork, &waiting);
	if (result != 0 || -left < clockwork->escalate)
		return result;
	waiting.kind = "escalated";
	waiting.first = team ? MESSAGE_KINDS : MESSAGE_ESCALATED;
	waiting.second = MESSAGE_ESCALATED_LEAD;
	return deadline_once(clockwork, &waiting);
}

static int
deadlines_look(struct clockwork *clockwork)
{
	struct job_run *run = clockwork->run;
	char until[DAY_TEXT];
	int64_t last = 0;
	int result = 0;

	day_format(until, words_today("WIT") + AHEAD_DAYS);
	while (result >= 0 && job_has_time(run)) {
		struct rows rows;

		job_fresh(run);
		result = db_select(run->work->db, &rows, STATEMENT_REMINDER_WAITING, db_int(last),
		    db_text(until), db_int(AT_ONCE));
		for (size_t row = 0; row < rows.count && result >= 0; row++) {
			result = deadline_look(clockwork, &rows, row);
			last = row_int(&rows, row, "assessment_id");
		}
		if (rows.count < AT_ONCE)
			break;
	}
	return result < 0 ? result : 0;
}

int
remind_of_deadlines(struct job_run *run)
{
	struct clockwork clockwork = { .run = run };
	int result = job_calendar_load(run, &clockwork.calendar);

	if (result == 0)
		result = setting_number(run->work->db, SETTING_ESCALATE_DAYS, &clockwork.escalate);
	if (result == 0)
		result = deadlines_look(&clockwork);
	arena_free(&clockwork.calendar.arena);
	return result;
}
