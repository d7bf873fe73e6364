/* SPDX-License-Identifier: ISC */
/*
 * matang backup DIR|-
 *
 * The database as of one moment, then every stored file that it names: files are
 * never changed and come before their row, so what the dump names is there.  What
 * the folder has already is not written again.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "matang/backup.h"
#include "store/dump.h"
#include "store/files.h"
#include "store/schema.h"
#include "base/write.h"
#include "base/banned.h"

enum { TAR_END = 1024, TIME_TEXT = 24, NAME_LETTERS_MOST = 80 };

enum { KEEP, BINARY_LOG };

static const struct option options[] = {
	[KEEP] = { "keep", "N",
	    "when all is written, forget all but the N newest snapshots\n"
	    "                        of the folder, and what only they needed",
	    false },
	[BINARY_LOG] = { "binary-log", NULL,
	    "note where the database's binary log was: to go on from\n"
	    "                        there after a restore (the account needs BINLOG MONITOR)",
	    false },
	{ .name = NULL },
};

struct backing_up {
	struct backup backup;
	struct buffer list; /* the snapshot, so far */
	struct arena page;
	char made[TIME_TEXT];
	size_t files, damaged;
	uint64_t bytes;
};

static int
backup_dump(struct backing_up *run)
{
	struct work *work = run->backup.work;
	const char *scratch = run->backup.folder != NULL ?
	    run->backup.folder :
	    work->config.files_dir;
	unsigned char hash[SHA256_BYTES];
	char text[SHA256_TEXT];
	uint64_t bytes;
	int file = backup_scratch(work, scratch), status = PROBLEM;

	if (file < 0)
		return PROBLEM;
	if (dump_database(&work->config, file, work->given[BINARY_LOG] != NULL, &work->arena,
		&work->fault) != 0)
		status = store_failed(work, PROBLEM, "cannot dump the database");
	else if (!backup_hash(file, hash, &bytes))
		complain(work, PROBLEM, "cannot read the dump: %s", strerror(errno));
	else
		status = backup_put(&run->backup, file, backup_place(&run->backup, hash), hash,
		    bytes);
	close(file);
	if (status == DONE)
		buffer_format(&run->list, "dump %s %llu\n", hex_text(text, hash, sizeof(hash)),
		    (unsigned long long)bytes);
	return status;
}

/* One stored file by its row; what is missing or changed is told, and the others go on. */
static int
backup_file(struct backing_up *run, const struct rows *rows, size_t row)
{
	struct work *work = run->backup.work;
	const char *name = row_text(rows, row, "stored_name"), *wrong = NULL;
	unsigned char hash[SHA256_BYTES];
	char text[SHA256_TEXT];
	uint64_t bytes = 0;
	size_t length;
	const void *expected = row_bytes(rows, row, "sha256", &length);
	int file = files_open(work->config.files_dir, name, &work->fault), status = DONE;

	error_chain_clear(&work->fault);
	if (file < 0)
		wrong = "is missing";
	else if (!backup_hash(file, hash, &bytes))
		wrong = "cannot be read";
	else if (length != SHA256_BYTES || memcmp(hash, expected, SHA256_BYTES) != 0)
		wrong = "is not what it was when it came";
	else
		status = backup_put(&run->backup, file, backup_place(&run->backup, hash), hash,
		    bytes);
	if (file >= 0) {
		posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
		close(file);
	}
	if (wrong != NULL) {
		complain(work, 0, "file %s %s (%s)", name, wrong, row_text(rows, row, "about"));
		run->damaged++;
	} else {
		run->files++;
		run->bytes += bytes;
	}
	buffer_format(&run->list, "%s %s %llu %s\n", wrong != NULL ? "damaged" : "file",
	    hex_text(text, expected, length == SHA256_BYTES ? length : 0),
	    (unsigned long long)bytes, name);
	return status;
}

/* The files that one table names, page by page. */
static int
backup_files_of(struct backing_up *run, enum statement statement)
{
	struct work *work = run->backup.work;
	int status = DONE, result;
	int64_t after = 0;
	struct rows rows;

	do {
		arena_reset(&run->page);
		db_attach(work->db, &run->page, &work->fault);
		result = db_select_values(work->db, &rows, statement, DB_VALUES(db_int(after)));
		for (size_t row = 0; result > 0 && status == DONE && row < rows.count; row++) {
			after = row_int(&rows, row, "id");
			status = backup_file(run, &rows, row);
		}
	} while (result > 0 && status == DONE);
	return result < 0 ?
	    store_failed(work, result, "cannot read which files there are") :
	    status;
}

static int
backup_files(struct backing_up *run)
{
	/* An earlier schema, which is backed up before it is brought up, lacks some. */
	static const struct {
		const char *table;
		enum statement statement;
	} parts[] = {
		{ "revision", DB_TAKES(1, STATEMENT_VERIFY_FILES) },
		{ "signature", DB_TAKES(1, STATEMENT_VERIFY_SIGNATURES) },
		{ "complaint_file", DB_TAKES(1, STATEMENT_VERIFY_COMPLAINT_FILES) },
		{ "service_file", DB_TAKES(1, STATEMENT_VERIFY_SERVICE_FILES) },
		{ "transfer_package", DB_TAKES(1, STATEMENT_VERIFY_PACKAGES) },
		{ "drawing", DB_TAKES(1, STATEMENT_VERIFY_DRAWINGS) },
		{ "crest", DB_TAKES(1, STATEMENT_VERIFY_CRESTS) },
	};
	struct work *work = run->backup.work;
	int status = DONE;

	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]) && status == DONE; at++) {
		struct rows rows;
		int there = db_select(work->db, &rows, STATEMENT_MIGRATION_HAS_TABLE,
		    db_text(parts[at].table));

		if (there < 0)
			status = store_failed(work, there, "cannot read which tables there are");
		else if (there > 0)
			status = backup_files_of(run, parts[at].statement);
	}
	db_attach(work->db, &work->arena, &work->fault);
	arena_free(&run->page);
	return status;
}

/* Last, and only when all that it names is there. */
static int
backup_snapshot(struct backing_up *run)
{
	struct work *work = run->backup.work;
	unsigned char hash[SHA256_BYTES];
	int file, status = PROBLEM;
	uint64_t bytes;

	buffer_format(&run->list, "end %zu\n", run->files + run->damaged);
	file = backup_scratch(work,
	    run->backup.folder != NULL ? run->backup.folder : work->config.files_dir);
	if (file < 0)
		return PROBLEM;
	if (write_all(file, run->list.bytes, run->list.length) != 0 ||
	    !backup_hash(file, hash, &bytes))
		complain(work, PROBLEM, "cannot write the list: %s", strerror(errno));
	else
		status = backup_put(&run->backup, file,
		    arena_format(&work->arena, "snapshots/%s.matang", run->made), hash, bytes);
	close(file);
	return status;
}

/* ---- what is kept ---- */

static int
by_text(const void *one, const void *other)
{
	return strcmp(*(char *const *)one, *(char *const *)other);
}

struct names {
	const char **all;
	size_t count, room;
};

static void
names_add(struct arena *arena, struct names *names, const char *name)
{
	if (names->count == names->room) {
		size_t room = names->room == 0 ? 1024 : 2 * names->room;
		const char **all = arena_array(arena, room, sizeof(*all));

		if (names->count > 0)
			memcpy(all, names->all, names->count * sizeof(*all));
		names->all = all;
		names->room = room;
	}
	names->all[names->count++] = arena_text(arena, name);
}

/* The names in a folder that end so, in their order; false after a complaint. */
static bool
names_in(struct work *work, const char *path, const char *end, struct names *names)
{
	DIR *directory = opendir(path);
	struct dirent *entry;

	if (directory == NULL) {
		complain(work, PROBLEM, "cannot read %s: %s", path, strerror(errno));
		return false;
	}
	while ((entry = readdir(directory)) != NULL) {
		size_t length = strlen(entry->d_name), ending = strlen(end);

		if (*entry->d_name != '.' && length > ending &&
		    strcmp(entry->d_name + length - ending, end) == 0)
			names_add(&work->arena, names, entry->d_name);
	}
	closedir(directory);
	if (names->count > 0)
		qsort(names->all, names->count, sizeof(*names->all), by_text);
	return true;
}

/* The objects that a snapshot names, from its text: also of a file that was damaged
 * by then, since the folder may have the last copy of what it was. */
static void
names_needed(struct backup *backup, char *text, struct names *needed)
{
	for (char *line = text, *next; *line != '\0'; line = next) {
		unsigned char hash[SHA256_BYTES];
		const char *space;

		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		space = strchr(line, ' ');
		if (space != NULL &&
		    (strncmp(line, "file ", 5) == 0 || strncmp(line, "dump ", 5) == 0 ||
			strncmp(line, "damaged ", 8) == 0) &&
		    backup_hash_of(space + 1, hash))
			names_add(&backup->work->arena, needed,
			    strrchr(backup_place(backup, hash), '/') + 1);
	}
}

static bool
snapshot_needs(struct backup *backup, const char *snapshot, struct names *needed)
{
	struct work *work = backup->work;
	int file = backup_scratch(work, backup->folder);
	const char *wrong = file < 0 ? "no room" : NULL;
	struct stat about;
	char *text = NULL;

	if (wrong == NULL)
		wrong = backup_get(backup, arena_format(&work->arena, "snapshots/%s", snapshot),
		    file, NULL);
	if (wrong == NULL && fstat(file, &about) == 0) {
		text = arena_alloc(&work->arena, (size_t)about.st_size + 1);
		if (pread(file, text, (size_t)about.st_size, 0) != about.st_size)
			wrong = strerror(errno);
		text[about.st_size] = '\0';
	}
	if (file >= 0)
		close(file);
	if (wrong != NULL || text == NULL) {
		complain(work, PROBLEM, "snapshot %s: %s; nothing is forgotten", snapshot,
		    wrong != NULL ? wrong : "cannot be read");
		return false;
	}
	names_needed(backup, text, needed);
	return true;
}

static int
forget_objects(struct backup *backup, struct names *needed)
{
	struct work *work = backup->work;
	const char *objects = arena_format(&work->arena, "%s/objects", backup->folder);
	struct names folders = { 0 };
	size_t gone = 0;

	if (needed->count > 0)
		qsort(needed->all, needed->count, sizeof(*needed->all), by_text);
	if (!names_in(work, objects, "", &folders))
		return PROBLEM;
	for (size_t at = 0; at < folders.count; at++) {
		const char *folder = arena_format(&work->arena, "%s/%s", objects, folders.all[at]);
		struct names names = { 0 };

		if (!names_in(work, folder, "", &names))
			return PROBLEM;
		for (size_t each = 0; each < names.count; each++)
			if (bsearch(&names.all[each], needed->all, needed->count,
				sizeof(*needed->all), by_text) == NULL &&
			    unlink(arena_format(&work->arena, "%s/%s", folder, names.all[each])) ==
				0)
				gone++;
	}
	printf("%zu objects that nothing names any more: removed\n", gone);
	return DONE;
}

/* The list goes first: an object without one is only too much. */
static int
forget_snapshots(struct backup *backup, long keep)
{
	struct work *work = backup->work;
	const char *folder = arena_format(&work->arena, "%s/snapshots", backup->folder);
	struct names snapshots = { 0 }, needed = { 0 };
	size_t old;

	if (!names_in(work, folder, ".matang", &snapshots))
		return PROBLEM;
	old = snapshots.count > (size_t)keep ? snapshots.count - (size_t)keep : 0;
	if (old == 0)
		return DONE;
	for (size_t at = old; at < snapshots.count; at++)
		if (!snapshot_needs(backup, snapshots.all[at], &needed))
			return PROBLEM;
	for (size_t at = 0; at < old; at++) {
		if (unlink(arena_format(&work->arena, "%s/%s", folder, snapshots.all[at])) != 0)
			return complain(work, PROBLEM, "cannot remove %s: %s", snapshots.all[at],
			    strerror(errno));
		printf("snapshot %s: forgotten\n", snapshots.all[at]);
	}
	return forget_objects(backup, &needed);
}

/* ---- the command ---- */

/* One run at a time in a folder; the lock goes with the process. */
static int
backup_lock(struct work *work, const char *folder)
{
	int fd;

	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return complain(work, PROBLEM, "cannot make %s: %s", folder, strerror(errno));
	fd = open(arena_format(&work->arena, "%s/lock", folder), O_RDWR | O_CREAT | O_CLOEXEC,
	    0600);
	if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0)
		return complain(work, PROBLEM, "%s: %s", folder,
		    errno == EWOULDBLOCK ? "another run is at work in it" : strerror(errno));
	return DONE; /* held to the end */
}

static int
backup_all(struct backing_up *run)
{
	const struct work *work = run->backup.work;
	int status;

	buffer_format(&run->list,
	    "matang-backup 1\nmade %s\nrelease " MATANG_VERSION "\nschema %d\nsite %s\nbase %s\n",
	    run->made, SCHEMA_LEVEL, work->config.site_address, work->config.base_path);
	if ((status = backup_dump(run)) != DONE || (status = backup_files(run)) != DONE)
		return status;
	return backup_snapshot(run);
}

static int
backup_run(struct work *work)
{
	const char *folder = strcmp(work->arguments[0], "-") == 0 ? NULL : work->arguments[0];
	static const char nothing[TAR_END];
	struct backing_up run = { .list = { .arena = &work->arena } };
	time_t now = time(NULL);
	long keep = 0;
	struct tm utc;
	int status;

	if (work->given[KEEP] != NULL && (!whole_number(work->given[KEEP], 1, &keep) || !folder))
		return complain(work, MISUSE, "--keep wants a number from 1 on, and a folder");
	if (folder == NULL && isatty(STDOUT_FILENO))
		return complain(work, MISUSE, "an archive is not for a screen: backup - > FILE");
	strftime(run.made, sizeof(run.made), "%Y%m%dT%H%M%SZ", gmtime_r(&now, &utc));
	if (folder != NULL && (status = backup_lock(work, folder)) != DONE)
		return status;
	if ((status = backup_begin(&run.backup, work, folder)) != DONE ||
	    (status = backup_all(&run)) != DONE)
		return status;
	if (folder == NULL && write_all(STDOUT_FILENO, nothing, sizeof(nothing)) != 0)
		return complain(work, PROBLEM, "cannot write the archive: %s", strerror(errno));
	fprintf(folder != NULL ? stdout : stderr,
	    "snapshot %s: the database and %zu files (%llu MiB); %zu objects written (%llu MiB), "
	    "%zu there already; %s\n",
	    run.made, run.files, (unsigned long long)run.bytes >> 20, run.backup.objects,
	    (unsigned long long)run.backup.written >> 20, (size_t)run.backup.kept,
	    run.backup.sealed ? "sealed" : "not sealed (no backup_key)");
	if (keep > 0 && (status = forget_snapshots(&run.backup, keep)) != DONE)
		return status;
	return run.damaged == 0 ?
	    DONE :
	    complain(work, PROBLEM, "%zu files are damaged or missing; the rest is there",
		run.damaged);
}

const struct command backup_command = {
	.name = "backup",
	.arguments = "DIR|-",
	.least = 1,
	.most = 1,
	.summary = "back up database and evidence, while people work",
	.about =
	    "Writes the database as of one moment and every stored file into the folder. What is\n"
	    "there from before is not written again; what is written is read again and compared.\n"
	    "With \"-\" it writes a tar archive of such a folder to stdout. Where the\n"
	    "configuration names a backup_key all is sealed. Keys (secrets_key, signing_key,\n"
	    "backup_key) and the configuration are not in it: keep them in a place of their own.\n"
	    "Exit status 1 says that something is not in the backup.",
	.options = options,
	.run = backup_run,
};
