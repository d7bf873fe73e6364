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

/* Rows that are of no use to anybody after a while, which a setting may name. */
static const struct swept {
	const char *name;
	enum statement count, remove;
	bool set; /* after how long is a setting */
	enum setting after;
} swept_rows[] = {
	{ "sessions that are over", DB_TAKES(1, STATEMENT_SWEEP_COUNT_SESSIONS),
	    DB_TAKES(1, STATEMENT_SWEEP_SESSIONS), true, SETTING_SESSION_IDLE_MINUTES },
	{ "old counts of failed tries", DB_TAKES(0, STATEMENT_SWEEP_COUNT_THROTTLES),
	    DB_TAKES(0, STATEMENT_SWEEP_THROTTLES), false, 0 },
	{ "uploads that ended long ago", DB_TAKES(0, STATEMENT_SWEEP_COUNT_UPLOAD_SESSIONS),
	    DB_TAKES(0, STATEMENT_SWEEP_UPLOAD_SESSIONS), false, 0 },
	{ "cycles that nobody took over", DB_TAKES(0, STATEMENT_SWEEP_COUNT_PACKAGES),
	    DB_TAKES(0, STATEMENT_SWEEP_PACKAGES), false, 0 },
	{ "events that were kept long enough", DB_TAKES(1, STATEMENT_SWEEP_COUNT_EVENTS),
	    DB_TAKES(1, STATEMENT_SWEEP_EVENTS), true, SETTING_EVENT_DAYS },
	{ "lists of yesterday", DB_TAKES(0, STATEMENT_SWEEP_COUNT_DRAFTS),
	    DB_TAKES(0, STATEMENT_SWEEP_DRAFTS), false, 0 },
	/* Nobody asks any more whether they were stored. */
	{ "marks of changes", DB_TAKES(0, STATEMENT_SWEEP_COUNT_MARKS),
	    DB_TAKES(0, STATEMENT_SWEEP_MARKS), false, 0 },
};

/* How many were removed, or would be; or enum db_error. */
static int
sweep_kind(struct sweeping *sweeping, const struct swept *swept)
{
	struct db *db = sweeping->work->db;
	struct db_value values[2] = { { .kind = DB_END }, { .kind = DB_END } };
	struct rows rows;
	int64_t after;
	int result = 0;

	if (swept->set) {
		result = setting_number(db, swept->after, &after);
		values[0] = db_int(after);
	}
	if (result != 0)
		return result;
	if (sweeping->remove)
		return db_run_values(db, swept->remove, values);
	result = db_select_values(db, &rows, swept->count, values);
	return result < 0 ? result : (int)row_int(&rows, 0, "count");
}

static int
sweep_rows(struct sweeping *sweeping)
{
	printf("%zu files without a row", sweeping->files);
	for (size_t at = 0; at < sizeof(swept_rows) / sizeof(swept_rows[0]); at++) {
		int count = sweep_kind(sweeping, &swept_rows[at]);

		if (count < 0)
			return store_failed(sweeping->work, count, "cannot sweep");
		printf(", %d %s", count, swept_rows[at].name);
	}
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
<<<<<<< HEAD
		 "three months ago, cycles of other instances that were looked "
		 "at and not taken over\nfor a week, and events older than the setting "
		 "event_days says. Evidence that has its\nrow, and what is still "
		 "arriving, is never touched. Nothing in Matang deletes evidence.",
=======
		 "three months ago, and cycles of other instances that were "
		 "looked at and not\ntaken over for a week, and lists that were uploaded "
		 "to be imported a day ago. "
		 "Evidence that has its row, and what is still arriving, is never\n"
		 "touched. Nothing in Matang deletes evidence.",
>>>>>>> 997b259 (Keep a list until it is stored, take 6,000 agencies at once, and let its columns be chosen)
	.options = options,
	.run = sweep,
};
