/* SPDX-License-Identifier: ISC */
/*
 * What was left behind: files whose row was never committed, because a
 * program or the machine stopped in between, sessions that are over, counts
 * of failed tries.  Only files of a name that we make are touched
 * (matang/stray.h), and only with --remove.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "matang/stray.h"
#include "store/setting.h"
#include "base/banned.h"

enum { REMOVE, HOURS };

static const struct option options[] = {
	[REMOVE] = { "remove", NULL,
	    "remove what is listed; otherwise it "
	    "only lists",
	    false },
	[HOURS] = { "older-than", "HOURS",
	    "leave files that are younger "
	    "(48)",
	    false },
	{ .name = NULL },
};

/* Rows that are of no use to anybody after a while. */
enum swept {
	SESSIONS,
	THROTTLES,
	RATES,
	UPLOAD_SESSIONS,
	PACKAGES,
	EVENTS,
	DRAFTS,
	MARKS,
	MESSAGES_READ,
	LETTERS_ENDED,
	DELIVERIES_ENDED,
	ATTENDANCES,
	APPLICANTS,
	SERVICE_ANSWERS,
	SERVICE_FILES,
	SERVICE_VISITS,
	ENTERPRISES,
	COMPLAINT_FILES,
	COMPLAINT_MESSAGES,
	COMPLAINTS,
	SWEPT_KINDS
};

static const char *const swept_names[] = {
	[SESSIONS] = "sessions that are over",
	[THROTTLES] = "old counts of failed tries",
	[RATES] = "old rates of forms without account",
	[UPLOAD_SESSIONS] = "uploads that ended long ago",
	[PACKAGES] = "cycles that nobody took over",
	[EVENTS] = "events that were kept long enough",
	[DRAFTS] = "lists of yesterday",
	[MESSAGES_READ] = "messages that were read long ago",
	[LETTERS_ENDED] = "letters that ended long ago", /* and of which no message is left */
	[DELIVERIES_ENDED] = "deliveries to gateways that ended long ago",
	[ATTENDANCES] = "people on attendance lists that were kept long enough",
	[APPLICANTS] = "applicants of services that were kept long enough",
	[SERVICE_ANSWERS] = "what they had answered",
	[SERVICE_FILES] = "files that they had sent",
	[SERVICE_VISITS] = "what visits had noted about them",
	[ENTERPRISES] = "people of enterprises of which no application is kept",
	[COMPLAINT_FILES] = "files of complaints that were kept long enough",
	[COMPLAINT_MESSAGES] = "what was written to them",
	[COMPLAINTS] = "complaints that were kept long enough",
	[MARKS] = "marks of changes", /* nobody asks any more whether they were stored */
};

static const enum statement sweep_counts[] = {
	[SESSIONS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_SESSIONS),
	[THROTTLES] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_THROTTLES),
	[RATES] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_RATES),
	[UPLOAD_SESSIONS] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_UPLOAD_SESSIONS),
	[PACKAGES] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_PACKAGES),
	[EVENTS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_EVENTS),
	[DRAFTS] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_DRAFTS),
	[MARKS] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_MARKS),
	[MESSAGES_READ] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_MESSAGES),
	[LETTERS_ENDED] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_LETTERS),
	[DELIVERIES_ENDED] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_DELIVERIES),
	[ATTENDANCES] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_ATTENDANCES),
	[APPLICANTS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_APPLICANTS),
	[SERVICE_ANSWERS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_SERVICE_ANSWERS),
	[SERVICE_FILES] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_SERVICE_FILES),
	[SERVICE_VISITS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_SERVICE_VISITS),
	[ENTERPRISES] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_ENTERPRISES),
	[COMPLAINT_FILES] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_COMPLAINT_FILES),
	[COMPLAINT_MESSAGES] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_COMPLAINT_MESSAGES),
	[COMPLAINTS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_COMPLAINTS),
};

static const enum statement sweep_removals[] = {
	[SESSIONS] = DB_TAKES(1, STATEMENT_SWEEP_SESSIONS),
	[THROTTLES] = DB_TAKES(0, STATEMENT_SWEEP_THROTTLES),
	[RATES] = DB_TAKES(0, STATEMENT_SWEEP_RATES),
	[UPLOAD_SESSIONS] = DB_TAKES(0, STATEMENT_SWEEP_UPLOAD_SESSIONS),
	[PACKAGES] = DB_TAKES(0, STATEMENT_SWEEP_PACKAGES),
	[EVENTS] = DB_TAKES(1, STATEMENT_SWEEP_EVENTS),
	[DRAFTS] = DB_TAKES(0, STATEMENT_IMPORT_DRAFT_EXPIRE),
	[MARKS] = DB_TAKES(0, STATEMENT_SWEEP_MARKS),
	[MESSAGES_READ] = DB_TAKES(1, STATEMENT_SWEEP_MESSAGES),
	[LETTERS_ENDED] = DB_TAKES(1, STATEMENT_SWEEP_LETTERS),
	[DELIVERIES_ENDED] = DB_TAKES(1, STATEMENT_SWEEP_DELIVERIES),
	[ATTENDANCES] = DB_TAKES(1, STATEMENT_SWEEP_ATTENDANCES),
	[APPLICANTS] = DB_TAKES(1, STATEMENT_SWEEP_APPLICANTS),
	[SERVICE_ANSWERS] = DB_TAKES(1, STATEMENT_SWEEP_SERVICE_ANSWERS),
	[SERVICE_FILES] = DB_TAKES(1, STATEMENT_SWEEP_SERVICE_FILES),
	[SERVICE_VISITS] = DB_TAKES(1, STATEMENT_SWEEP_SERVICE_VISITS),
	[ENTERPRISES] = DB_TAKES(1, STATEMENT_SWEEP_ENTERPRISES),
	[COMPLAINT_FILES] = DB_TAKES(1, STATEMENT_SWEEP_COMPLAINT_FILES),
	[COMPLAINT_MESSAGES] = DB_TAKES(1, STATEMENT_SWEEP_COMPLAINT_MESSAGES),
	[COMPLAINTS] = DB_TAKES(1, STATEMENT_SWEEP_COMPLAINTS),
};

struct sweeping {
	struct work *work;
	bool remove;
	size_t files, failed;
	int counts[SWEPT_KINDS];
};

static void
sweep_file(void *argument, const struct stray *stray)
{
	struct sweeping *sweeping = argument;

	if (!stray->ours) {
		printf("%s: not one of ours, left alone\n", stray->path);
		return;
	}
	printf("%s: %lld bytes, no row\n", stray->path, (long long)stray->bytes);
	sweeping->files++;
	if (sweeping->remove && unlinkat(stray->folder, stray->name, 0) != 0) {
		complain(sweeping->work, PROBLEM, "cannot remove %s: %s", stray->path,
		    strerror(errno));
		sweeping->failed++;
	}
}

/* After how long: as a setting says, where there is one.  0, or enum db_error. */
static int
swept_after(struct db *db, enum swept kind, struct db_value *value)
{
	static const struct {
		enum swept kind;
		enum setting setting;
	} settings[] = {
		{ SESSIONS, SETTING_SESSION_IDLE_MINUTES },
		{ EVENTS, SETTING_EVENT_DAYS },
		{ MESSAGES_READ, SETTING_MESSAGE_DAYS },
		{ LETTERS_ENDED, SETTING_MESSAGE_DAYS },
		{ DELIVERIES_ENDED, SETTING_MESSAGE_DAYS },
		{ ATTENDANCES, SETTING_ATTENDANCE_DAYS },
		{ APPLICANTS, SETTING_SERVICE_DAYS },
		{ SERVICE_ANSWERS, SETTING_SERVICE_DAYS },
		{ SERVICE_FILES, SETTING_SERVICE_DAYS },
		{ SERVICE_VISITS, SETTING_SERVICE_DAYS },
		{ ENTERPRISES, SETTING_SERVICE_DAYS },
		{ COMPLAINT_FILES, SETTING_COMPLAINT_DAYS },
		{ COMPLAINT_MESSAGES, SETTING_COMPLAINT_DAYS },
		{ COMPLAINTS, SETTING_COMPLAINT_DAYS },
	};
	int64_t after = 0;
	int result = 0;

	for (size_t at = 0; at < sizeof(settings) / sizeof(settings[0]); at++)
		if (settings[at].kind == kind) {
			result = setting_number(db, settings[at].setting, &after);
			*value = db_int(after);
		}
	return result;
}

/* How many would be removed; or enum db_error. */
static int
sweep_count(struct db *db, enum swept kind, const struct db_value *values)
{
	struct rows rows;
	int result = db_select_values(db, &rows, sweep_counts[kind], values);

	return result < 0 ? result : (int)row_int(&rows, 0, "count");
}

/* How many were removed, or would be; or enum db_error. */
static int
sweep_kind(const struct sweeping *sweeping, enum swept kind)
{
	struct db *db = sweeping->work->db;
	struct db_value values[2] = { { .kind = DB_END }, { .kind = DB_END } };
	int result = swept_after(db, kind, &values[0]);

	if (result != 0)
		return result;
	return sweeping->remove ?
	    db_run_values(db, sweep_removals[kind], values) :
	    sweep_count(db, kind, values);
}

static int
sweep_rows(struct sweeping *sweeping)
{
	for (enum swept kind = 0; kind < SWEPT_KINDS; kind++) {
		sweeping->counts[kind] = sweep_kind(sweeping, kind);
		if (sweeping->counts[kind] < 0)
			return store_failed(sweeping->work, sweeping->counts[kind], "cannot sweep");
	}
	return DONE;
}

static void
sweep_tell(const struct sweeping *sweeping)
{
	printf("%zu files without a row", sweeping->files);
	for (enum swept kind = 0; kind < SWEPT_KINDS; kind++)
		printf(", %d %s", sweeping->counts[kind], swept_names[kind]);
	printf("%s\n", sweeping->remove ? ": removed" : "");
}

static int
sweep(struct work *work)
{
	struct sweeping sweeping = { .work = work, .remove = work->given[REMOVE] != NULL };
	long hours = STRAY_HOURS;
	int status;

	if (work->given[HOURS] != NULL && !whole_number(work->given[HOURS], 1, &hours))
		return complain(work, MISUSE,
		    "--older-than wants hours, at "
		    "least 1");
	/* Rows first: the files of those that go are strays in the same run. */
	status = sweep_rows(&sweeping);
	if (status == DONE)
		status = stray_files(work, hours, sweep_file, &sweeping);
	if (status == DONE)
		sweep_tell(&sweeping);
	return status == DONE && sweeping.failed > 0 ? PROBLEM : status;
}

const struct command sweep_command = {
	.name = "sweep",
	.summary = "list, or remove, what was left behind",
	.about = "Lists files that no row names (a form that broke off "
		 "leaves one), and counts\nsessions that are over, old counts of "
		 "failed tries, rows of uploads that ended\n"
		 "three months ago, cycles of other instances that were looked "
		 "at and not taken over\nfor a week, lists to be imported of the day before, "
		 "events older than the setting\nevent_days says, messages that were read, "
		 "with their letters, older than\nmessage_days, and people on attendance lists of "
		 "activities that ended longer ago\nthan attendance_days. Evidence that has its "
		 "row, and what is still arriving, is never\ntouched. Nothing in Matang deletes "
		 "evidence.",
	.options = options,
	.run = sweep,
};
