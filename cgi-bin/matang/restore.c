/* SPDX-License-Identifier: ISC */
/*
 * matang restore DIR [SNAPSHOT]
 *
 * Puts a backup back, on this host or another one: into the database and the folder
 * of files that the configuration names, at whatever address.  All of it is read and
 * compared before anything is touched; one that broke off is run again.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "matang/backup.h"
#include "store/dump.h"
#include "store/files.h"
#include "store/schema.h"
#include "base/banned.h"

enum { LIST, CHECK, REPLACE };

static const struct option options[] = {
	[LIST] = { "list", NULL, "only say which snapshots there are", false },
	[CHECK] = { "check", NULL, "only read all of it and compare", false },
	[REPLACE] = { "replace", NULL, "throw away what is in the database now", false },
	{ .name = NULL },
};

struct stored {
	unsigned char hash[SHA256_BYTES];
	const char *name;
	unsigned long long bytes;
	bool damaged; /* when the backup was made: good only where an earlier one has kept it */
	bool lost;    /* and none has */
};

struct restoring {
	struct backup backup;
	const char *snapshot; /* "20261129T101112Z.matang" */
	const char *release, *site, *base;
	long schema;
	unsigned char dump[SHA256_BYTES];
	bool has_dump, ended;
	struct stored *files;
	size_t count;
};

/* ---- which ---- */

static int
find_snapshot(struct restoring *run, bool list)
{
	struct work *work = run->backup.work;
	const char *wanted = work->arguments[1], *path;
	DIR *directory;
	struct dirent *entry;

	path = arena_format(&work->arena, "%s/snapshots", run->backup.folder);
	directory = opendir(path);
	if (directory == NULL)
		return complain(work, PROBLEM, "cannot read %s: %s", path, strerror(errno));
	while ((entry = readdir(directory)) != NULL) {
		const char *name = entry->d_name, *dot = strstr(name, ".matang");

		if (*name == '.' || dot == NULL)
			continue;
		if (list)
			printf("%.*s\n", (int)(dot - name), name);
		if (wanted != NULL ? strncmp(name, wanted, (size_t)(dot - name)) == 0 &&
			    strlen(wanted) == (size_t)(dot - name) :
				     run->snapshot == NULL || strcmp(name, run->snapshot) > 0)
			run->snapshot = arena_text(&work->arena, name);
	}
	closedir(directory);
	if (run->snapshot != NULL)
		return DONE;
	return complain(work, PROBLEM, "there is no snapshot%s%s in %s", wanted != NULL ? " " : "",
	    wanted != NULL ? wanted : "", run->backup.folder);
}

/* "file HASH BYTES NAME"; "damaged" has no hash where its row had none. */
static bool
take_stored(struct restoring *run, const char *line, bool damaged)
{
	struct stored *stored = &run->files[run->count];
	char *end;

	*stored = (struct stored){ .damaged = damaged };
	if (damaged && *line == ' ') {
		stored->lost = true;
		stored->name = strrchr(line, ' ') + 1;
		run->count++;
		return true;
	}
	if (strlen(line) < SHA256_TEXT || !backup_hash_of(line, stored->hash))
		return false;
	stored->bytes = strtoull(line + SHA256_TEXT, &end, 10);
	stored->name = end + 1;
	/* Nothing but a name that we make leaves the folder of files. */
	if (*end != ' ' || strlen(stored->name) >= STORED_NAME ||
	    strstr(stored->name, "..") != NULL ||
	    strspn(stored->name, "0123456789abcdef/") != strlen(stored->name) ||
	    *stored->name == '/')
		return false;
	run->count++;
	return true;
}

static bool
restore_line(struct restoring *run, const char *line)
{
	const char *rest = strchr(line, ' ');

	if (rest == NULL)
		return false;
	rest++;
	if (strncmp(line, "file ", 5) == 0)
		return take_stored(run, rest, false);
	if (strncmp(line, "damaged ", 8) == 0)
		return take_stored(run, rest, true);
	if (strncmp(line, "dump ", 5) == 0)
		return run->has_dump = backup_hash_of(rest, run->dump);
	if (strncmp(line, "release ", 8) == 0)
		run->release = rest;
	else if (strncmp(line, "site ", 5) == 0)
		run->site = rest;
	else if (strncmp(line, "base ", 5) == 0)
		run->base = rest;
	else if (strncmp(line, "schema ", 7) == 0)
		run->schema = strtol(rest, NULL, 10);
	else if (strncmp(line, "end ", 4) == 0)
		run->ended = strtoull(rest, NULL, 10) == run->count;
	else
		return strcmp(line, "matang-backup 1") == 0 || strncmp(line, "made ", 5) == 0;
	return true;
}

static int
read_snapshot(struct restoring *run)
{
	struct work *work = run->backup.work;
	int file = backup_scratch(work, work->config.files_dir);
	const char *wrong;
	struct stat about;
	char *text;

	if (file < 0)
		return PROBLEM;
	wrong = backup_get(&run->backup, arena_format(&work->arena, "snapshots/%s", run->snapshot),
	    file, NULL);
	if (wrong != NULL || fstat(file, &about) != 0) {
		close(file);
		return complain(work, PROBLEM, "snapshot %s: %s", run->snapshot,
		    wrong != NULL ? wrong : "cannot be read");
	}
	text = arena_alloc(&work->arena, (size_t)about.st_size + 1);
	text[pread(file, text, (size_t)about.st_size, 0) == about.st_size ? about.st_size : 0] =
	    '\0';
	close(file);
	/* No line of a file is shorter than "damaged   0 x". */
	run->files = arena_array(&work->arena, (size_t)about.st_size / sizeof("damaged   0") + 1,
	    sizeof(*run->files));
	for (char *line = text, *next; *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		if (!restore_line(run, line))
			return complain(work, PROBLEM,
			    "snapshot %s is not one of this release: \"%.60s\"", run->snapshot,
			    line);
	}
	if (!run->ended || !run->has_dump)
		return complain(work, PROBLEM, "snapshot %s is not whole", run->snapshot);
	return DONE;
}

/* ---- is it there ---- */

/* Told, but no reason to leave all the others away. */
static void
check_damaged(struct restoring *run, struct stored *stored)
{
	if (!stored->lost)
		stored->lost = backup_get(&run->backup, backup_place(&run->backup, stored->hash),
				   -1, stored->hash) != NULL;
	complain(run->backup.work, 0,
	    stored->lost ?
		"file %s was damaged when this backup was made, and no earlier one has it" :
		"file %s was damaged when this backup was made; an earlier one has it",
	    stored->name);
}

static int
check_objects(struct restoring *run)
{
	struct work *work = run->backup.work;
	const char *wrong = backup_get(&run->backup, backup_place(&run->backup, run->dump), -1,
	    run->dump);
	size_t bad = 0, lost = 0;

	if (wrong != NULL) {
		complain(work, 0, "the dump of the database: %s", wrong);
		bad++;
	}
	for (size_t at = 0; at < run->count; at++) {
		struct stored *stored = &run->files[at];

		if (stored->damaged) {
			check_damaged(run, stored);
			lost += stored->lost;
			continue;
		}
		wrong = backup_get(&run->backup, backup_place(&run->backup, stored->hash), -1,
		    stored->hash);
		if (wrong != NULL) {
			complain(work, 0, "file %s: %s", stored->name, wrong);
			bad++;
		}
	}
	if (bad > 0)
		return complain(work, PROBLEM,
		    "%zu of %zu objects are not as they should be; nothing was changed", bad,
		    run->count + 1);
	printf("snapshot %s of release %s (%s%s): the database and %zu files, %s\n", run->snapshot,
	    run->release, run->site, run->base, run->count - lost,
	    lost == 0 ? "all good" : "all good but for those named above");
	return DONE;
}

/* ---- back ---- */

/* Whether the database is there for it; its tables are there, or not. */
static int
check_database(struct restoring *run, bool *filled)
{
	struct work *work = run->backup.work;
	struct rows rows;

	if (run->schema > SCHEMA_LEVEL)
		return complain(work, PROBLEM,
		    "the backup is of schema %ld, later than this release's %d: install the "
		    "release that made it (%s), or a later one",
		    run->schema, SCHEMA_LEVEL, run->release);
	if (db_ping(work->db) != 0)
		return store_failed(work, DB_AWAY, "cannot restore");
	*filled = db_select(work->db, &rows, STATEMENT_MIGRATION_LIST) >= 0;
	error_chain_clear(&work->fault);
	if (*filled && work->given[REPLACE] == NULL)
		return complain(work, PROBLEM,
		    "there are tables in the database already; --replace throws them away");
	return DONE;
}

/* Of a restore that broke off, or never lost: what was spoiled has its length still. */
static bool
is_there_already(const char *place, const struct stored *stored)
{
	unsigned char hash[SHA256_BYTES];
	int file = open(place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool same = false;
	struct stat about;
	uint64_t bytes;

	if (file < 0)
		return false;
	/* Of one that was damaged the length is that of the damage. */
	if (fstat(file, &about) == 0 &&
	    (stored->damaged || (unsigned long long)about.st_size == stored->bytes))
		same = backup_hash(file, hash, &bytes) &&
		    memcmp(hash, stored->hash, sizeof(hash)) == 0;
	close(file);
	return same;
}

static int
restore_file(struct restoring *run, const struct stored *stored)
{
	struct work *work = run->backup.work;
	const char *directory = work->config.files_dir, *wrong;
	const char *place = arena_format(&work->arena, "%s/%s", directory, stored->name);
	struct temporary_file staged;
	int status = DONE;

	if (stored->lost || is_there_already(place, stored))
		return DONE;
	if (files_begin(&staged, directory, &work->fault) != 0)
		status = store_failed(work, PROBLEM, "cannot write evidence");
	if (status == DONE) {
		wrong = backup_get(&run->backup, backup_place(&run->backup, stored->hash),
		    staged.fd, stored->hash);
		snprintf(staged.name, sizeof(staged.name), "%s", stored->name);
		if (wrong != NULL)
			status = complain(work, PROBLEM, "file %s: %s", stored->name, wrong);
		else if (files_finish(&staged, &work->fault) != 0 ||
		    files_keep(&staged, directory, &work->fault) != 0)
			status = store_failed(work, PROBLEM, "cannot write evidence");
	}
	files_discard(&staged);
	return status;
}

/* The place in the binary log, from the remark that mariadb-dump wrote at its beginning. */
static void
tell_binary_log(struct work *work, int file)
{
	char *text = arena_alloc(&work->arena, 8192);
	ssize_t got = pread(file, text, 8191, 0);
	char *place;

	text[got > 0 ? got : 0] = '\0';
	place = strstr(text, "CHANGE MASTER TO ");
	if (place == NULL)
		return;
	place += strlen("CHANGE MASTER TO ");
	place[strcspn(place, ";\n")] = '\0';
	printf("what was changed since is in the binary log from %s\n", place);
}

static int
empty_database(struct restoring *run)
{
	struct work *work = run->backup.work;
	size_t length;
	const char *script = read_file(work,
	    arena_format(&work->arena, "%s/empty.sql", work->config.sql_dir), &length);
	int result = script != NULL ? db_script(work->db, script) : DB_FAILED;

	return result == 0 ? DONE : store_failed(work, result, "cannot empty the database");
}

static int
restore_database(struct restoring *run, bool filled)
{
	struct work *work = run->backup.work;
	int file = backup_scratch(work, work->config.files_dir), status = PROBLEM;
	const char *wrong;

	if (file < 0)
		return PROBLEM;
	wrong = backup_get(&run->backup, backup_place(&run->backup, run->dump), file, run->dump);
	if (wrong != NULL)
		complain(work, PROBLEM, "the dump of the database: %s", wrong);
	else if (!filled || empty_database(run) == DONE) {
		lseek(file, 0, SEEK_SET);
		status = load_database(&work->config, file, &work->arena, &work->fault) == 0 ?
		    DONE :
		    store_failed(work, PROBLEM,
			"the database is not whole; run it again with --replace");
	}
	if (status == DONE)
		tell_binary_log(work, file);
	close(file);
	return status;
}

/* To this release's schema; that tells the programs as well that all is new. */
static int
bring_up(struct restoring *run)
{
	struct work *work = run->backup.work;
	struct work other = { .command = &migrate_command, .config = work->config, .db = work->db };
	int status;

	db_attach(work->db, &other.arena, &other.fault);
	status = migrate_command.run(&other);
	db_attach(work->db, &work->arena, &work->fault);
	arena_free(&other.arena);
	return status;
}

static int
put_back(struct restoring *run)
{
	struct work *work = run->backup.work;
	bool filled;
	int status = check_database(run, &filled);
	size_t back = 0;

	/* Files first: without a row they are only too much. */
	for (size_t at = 0; status == DONE && at < run->count; at++) {
		status = restore_file(run, &run->files[at]);
		back += !run->files[at].lost;
	}
	if (status != DONE || (status = restore_database(run, filled)) != DONE ||
	    (status = bring_up(run)) != DONE)
		return status;
	printf("restored: the database and %zu files\n", back);
	if (strcmp(run->site, work->config.site_address) != 0 ||
	    strcmp(run->base, work->config.base_path) != 0)
		printf(
		    "papers that were printed before lead to %s%s: name it in site_also, or lead "
		    "it here\n",
		    run->site, run->base);
	return DONE;
}

static int
restore_run(struct work *work)
{
	struct restoring run = { .release = "", .site = "", .base = "" };
	int status = backup_begin(&run.backup, work, work->arguments[0]);

	if (status != DONE || (status = find_snapshot(&run, work->given[LIST] != NULL)) != DONE ||
	    work->given[LIST] != NULL)
		return status;
	if ((status = read_snapshot(&run)) != DONE || (status = check_objects(&run)) != DONE ||
	    work->given[CHECK] != NULL)
		return status;
	return put_back(&run);
}

const struct command restore_command = {
	.name = "restore",
	.arguments = "DIR [SNAPSHOT]",
	.least = 1,
	.most = 2,
	.summary = "put a backup back, on this host or another one",
	.about =
	    "Reads all of the newest snapshot, or the one named, and compares it; then puts files\n"
	    "and database where the configuration says, and brings the schema to this release.\n"
	    "Stop the programs meanwhile. An archive of \"matang backup -\" is unpacked by tar\n"
	    "first. A database that is not empty is left alone without --replace. What broke off\n"
	    "is run again. Keys and configuration are not in a backup: put them back first.",
	.options = options,
	.run = restore_run,
};
