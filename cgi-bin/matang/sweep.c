/* SPDX-License-Identifier: ISC */
/*
 * What was left behind: files whose row was never committed, because a
 * program or the machine stopped in between, sessions that are over, counts
 * of failed tries.  Only files of a name that we make are touched, only when
 * they are old enough that no request can be about to commit their row, and
 * only with --remove.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "matang/command.h"
#include "store/setting.h"
#include "base/banned.h"

enum { HOURS_DEFAULT = 48, NAME_LETTERS = 32 };

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

struct sweeping {
	struct work *work;
	bool remove;
	time_t before;
	size_t files, strange, failed;
	int error; /* of the database */
};

static bool
is_hex(const char *text, size_t length)
{
	return strlen(text) == length && strspn(text, "0123456789abcdef") == length;
}

/* "2a/2a93…": a file in its place, which a row has to name. */
static bool
is_kept_name(const char *folder, const char *name)
{
	return is_hex(folder, 2) && is_hex(name, NAME_LETTERS) && strncmp(folder, name, 2) == 0;
}

/* "upload_session/2a93…", and its mark: the row knows it by the name to come. */
static bool
is_upload_session_name(const char *folder, const char *name, char path[600])
{
	char token[NAME_LETTERS + 1];

	snprintf(token, sizeof(token), "%s", name);
	if (strcmp(folder, "arriving") != 0 || !is_hex(token, NAME_LETTERS) ||
	    (name[NAME_LETTERS] != '\0' && strcmp(name + NAME_LETTERS, ".from") != 0))
		return false;
	snprintf(path, 600, "%.2s/%s", token, token);
	return true;
}

/* Whether a row names it; when the database fails, as if one did. */
static bool
is_named(struct sweeping *sweeping, const char *path)
{
	struct work *work = sweeping->work;
	struct arena scratch = { 0 };
	struct rows rows;
	int result;
	bool named;

	db_attach(work->db, &scratch, &work->fault);
	result = db_select(work->db, &rows, STATEMENT_SWEEP_NAMED, db_text(path), db_text(path),
	    db_text(path), db_text(path), db_text(path), db_text(path));
	if (result < 0)
		sweeping->error = result;
	named = result != 1 || row_int(&rows, 0, "named") != 0;
	db_attach(work->db, &work->arena, &work->fault);
	arena_free(&scratch);
	return named;
}

static void
sweep_file(struct sweeping *sweeping, int folder_fd, const char *folder, const char *name)
{
	char path[600], named[600];
	struct stat about;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (fstatat(folder_fd, name, &about, AT_SYMLINK_NOFOLLOW) != 0 ||
	    about.st_mtime >= sweeping->before)
		return;
	snprintf(named, sizeof(named), "%s", path);
	if (!S_ISREG(about.st_mode) ||
	    (strcmp(folder, "staged") != 0 && !is_upload_session_name(folder, name, named) &&
		!is_kept_name(folder, name))) {
		printf("%s: not one of ours, left alone\n", path);
		sweeping->strange++;
		return;
	}
	if (strcmp(folder, "staged") != 0 && is_named(sweeping, named))
		return;
	printf("%s: %lld bytes, no row\n", path, (long long)about.st_size);
	sweeping->files++;
	if (sweeping->remove && unlinkat(folder_fd, name, 0) != 0) {
		complain(sweeping->work, PROBLEM, "cannot remove %s: %s", path, strerror(errno));
		sweeping->failed++;
	}
}

static void
sweep_folder(struct sweeping *sweeping, int files_fd, const char *folder)
{
	int fd = openat(files_fd, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	DIR *directory = fd >= 0 ? fdopendir(fd) : NULL;
	struct dirent *entry;

	if (directory == NULL) {
		printf("%s: not one of ours, left alone\n", folder);
		sweeping->strange++;
		if (fd >= 0)
			close(fd);
		return;
	}
	while (sweeping->error == 0 && (entry = readdir(directory)) != NULL)
		if (entry->d_name[0] != '.')
			sweep_file(sweeping, fd, folder, entry->d_name);
	closedir(directory);
}

static int
sweep_files(struct sweeping *sweeping)
{
	const char *path = sweeping->work->config.files_dir;
	DIR *directory = opendir(path);
	struct dirent *entry;

	if (directory == NULL)
		return complain(sweeping->work, PROBLEM, "cannot read %s: %s", path,
		    strerror(errno));
	while (sweeping->error == 0 && (entry = readdir(directory)) != NULL)
		if (entry->d_name[0] != '.')
			sweep_folder(sweeping, dirfd(directory), entry->d_name);
	closedir(directory);
	return sweeping->error == 0 ?
	    DONE :
	    store_failed(sweeping->work, sweeping->error, "cannot tell which files have a row");
}

/* Rows that are of no use to anybody after a while. */
enum swept { SESSIONS, THROTTLES, UPLOAD_SESSIONS, PACKAGES, EVENTS, DRAFTS, MARKS, SWEPT_KINDS };

static const char *const swept_names[] = {
	[SESSIONS] = "sessions that are over",
	[THROTTLES] = "old counts of failed tries",
	[UPLOAD_SESSIONS] = "uploads that ended long ago",
	[PACKAGES] = "cycles that nobody took over",
	[EVENTS] = "events that were kept long enough",
	[DRAFTS] = "lists of yesterday",
	[MARKS] = "marks of changes", /* nobody asks any more whether they were stored */
};

static const enum statement sweep_counts[] = {
	[SESSIONS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_SESSIONS),
	[THROTTLES] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_THROTTLES),
	[UPLOAD_SESSIONS] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_UPLOAD_SESSIONS),
	[PACKAGES] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_PACKAGES),
	[EVENTS] = DB_TAKES(1, STATEMENT_SWEEP_COUNT_EVENTS),
	[DRAFTS] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_DRAFTS),
	[MARKS] = DB_TAKES(0, STATEMENT_SWEEP_COUNT_MARKS),
};

static const enum statement sweep_removals[] = {
	[SESSIONS] = DB_TAKES(1, STATEMENT_SWEEP_SESSIONS),
	[THROTTLES] = DB_TAKES(0, STATEMENT_SWEEP_THROTTLES),
	[UPLOAD_SESSIONS] = DB_TAKES(0, STATEMENT_SWEEP_UPLOAD_SESSIONS),
	[PACKAGES] = DB_TAKES(0, STATEMENT_SWEEP_PACKAGES),
	[EVENTS] = DB_TAKES(1, STATEMENT_SWEEP_EVENTS),
	[DRAFTS] = DB_TAKES(0, STATEMENT_SWEEP_DRAFTS),
	[MARKS] = DB_TAKES(0, STATEMENT_SWEEP_MARKS),
};

/* After how long: as a setting says, where there is one.  0, or enum db_error. */
static int
swept_after(struct db *db, enum swept kind, struct db_value *value)
{
	int64_t after;
	int result;

	if (kind != SESSIONS && kind != EVENTS)
		return 0;
	result = setting_number(db,
	    kind == SESSIONS ? SETTING_SESSION_IDLE_MINUTES : SETTING_EVENT_DAYS, &after);
	*value = db_int(after);
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
	int counts[SWEPT_KINDS];

	for (enum swept kind = 0; kind < SWEPT_KINDS; kind++) {
		counts[kind] = sweep_kind(sweeping, kind);
		if (counts[kind] < 0)
			return store_failed(sweeping->work, counts[kind], "cannot sweep");
	}
	printf("%zu files without a row", sweeping->files);
	for (enum swept kind = 0; kind < SWEPT_KINDS; kind++)
		printf(", %d %s", counts[kind], swept_names[kind]);
	printf("%s\n", sweeping->remove ? ": removed" : "");
	return DONE;
}

static int
sweep(struct work *work)
{
	struct sweeping sweeping = { .work = work, .remove = work->given[REMOVE] != NULL };
	long hours = HOURS_DEFAULT;
	int status;

	if (work->given[HOURS] != NULL && !whole_number(work->given[HOURS], 1, &hours))
		return complain(work, MISUSE,
		    "--older-than wants hours, at "
		    "least 1");
	sweeping.before = time(NULL) - (time_t)hours * 3600;
	status = sweep_files(&sweeping);
	if (status == DONE)
		status = sweep_rows(&sweeping);
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
		 "and events older than the setting\nevent_days says. Evidence that has its "
		 "row, and what is still arriving, is never\ntouched. Nothing in Matang deletes "
		 "evidence.",
	.options = options,
	.run = sweep,
};
