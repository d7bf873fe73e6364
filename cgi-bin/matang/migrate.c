/* SPDX-License-Identifier: ISC */
/*
 * MariaDB commits before and after every statement that changes the schema,
 * so a migration cannot be one transaction.  Its row is written before, tells
 * after each statement how many are done, and is marked as finished at the end:
 * what broke off in between is seen, and goes on from there.
 */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "matang/command.h"
#include "base/banned.h"

enum { MIGRATIONS_MAX = 400, NAME_MAX_LENGTH = 120, LAST = 65535 };

enum { DIR_OPTION, TO, REVERSE, LOSE, STATUS, GO_ON };

static const struct option options[] = {
	[DIR_OPTION] = { "dir", "DIR",
	    "the migrations; otherwise migrations/ "
	    "below sql_dir of the configuration",
	    false },
	[TO] = { "to", "N", "stop at number N", false },
	[REVERSE] = { "reverse", NULL,
	    "take back: the last one, or all above "
	    "N; refused where that loses data",
	    false },
	[LOSE] = { "lose", "NAMES",
	    "whose data may be lost: names of migrations "
	    "with commas,\nor \"everything\"",
	    false },
	[STATUS] = { "status", NULL,
	    "only say what has been run and what has "
	    "not",
	    false },
	[GO_ON] = { "go-on", NULL,
	    "go on with one that broke off, though the\n"
	    "                        database still has a connection by the number of its run",
	    false },
	{ .name = NULL },
};

struct migration {
	long number;
	const char *name;
	const char *up, *down; /* file names */
	bool known;            /* the database has its row */
	bool finished;
	bool broken;              /* half done, and it may go on */
	int64_t done;             /* then: so many of its statements are */
	const unsigned char *ran; /* hash of the file that was run */
	const char *began;
};

struct migrations {
	size_t count;
	struct migration all[MIGRATIONS_MAX];
	const char *directory;
};

static struct migration *
numbered(struct migrations *set, long number)
{
	for (size_t at = 0; at < set->count; at++)
		if (set->all[at].number == number)
			return &set->all[at];
	if (set->count == MIGRATIONS_MAX)
		return NULL;
	set->all[set->count].number = number;
	return &set->all[set->count++];
}

/* "0001_name.up.sql": number, underscore, name, direction. */
static int
note_file(struct work *work, struct migrations *set, const char *file)
{
	const char *end = strstr(file, ".up.sql");
	bool up = end != NULL;
	struct migration *migration;
	char *rest;
	long number;

	if (end == NULL)
		end = strstr(file, ".down.sql");
	if (end == NULL || !isdigit((unsigned char)*file))
		return 0;
	number = strtol(file, &rest, 10);
	if (*rest != '_' || rest + 1 >= end || number < 1 || number > LAST ||
	    end - rest > NAME_MAX_LENGTH || strcmp(end, up ? ".up.sql" : ".down.sql") != 0)
		return complain(work, -1,
		    "%s/%s: not a migration's name "
		    "(0001_name.up.sql)",
		    set->directory, file);
	migration = numbered(set, number);
	if (migration == NULL || (up ? migration->up : migration->down) != NULL)
		return complain(work, -1,
		    "%s: number %ld comes twice, or "
		    "there are too many",
		    set->directory, number);
	migration->name = arena_copy(&work->arena, rest + 1, (size_t)(end - rest - 1));
	*(up ? &migration->up : &migration->down) = arena_text(&work->arena, file);
	return 0;
}

static int
by_number(const void *one, const void *other)
{
	const struct migration *left = one, *right = other;

	return (left->number > right->number) - (left->number < right->number);
}

static int
read_directory(struct work *work, struct migrations *set)
{
	struct dirent *entry;
	DIR *directory = opendir(set->directory);
	int result = 0;

	if (directory == NULL)
		return complain(work, -1, "cannot read %s: %s", set->directory, strerror(errno));
	while (result == 0 && (entry = readdir(directory)) != NULL)
		result = note_file(work, set, entry->d_name);
	closedir(directory);
	for (size_t at = 0; result == 0 && at < set->count; at++)
		if (set->all[at].up == NULL || set->all[at].down == NULL)
			result = complain(work, -1,
			    "%s: number %ld has no "
			    "%s file",
			    set->directory, set->all[at].number,
			    set->all[at].up == NULL ? "up" : "down");
	return result;
}

static int
migrate_read_rows(struct work *work, struct migrations *set)
{
	struct rows rows;
	size_t length;
	int result = db_run(work->db, STATEMENT_CONNECTION_PATIENCE);

	if (result >= 0)
		result = db_run(work->db, STATEMENT_MIGRATION_TABLE);
	if (result >= 0)
		result = db_run(work->db, STATEMENT_MIGRATION_TABLE_DONE);
	if (result >= 0)
		result = db_select(work->db, &rows, STATEMENT_MIGRATION_LIST);
	if (result < 0)
		return store_failed(work, result,
		    "cannot read what has been "
		    "run");
	for (size_t row = 0; row < rows.count; row++) {
		struct migration *migration = numbered(set, row_int(&rows, row, "number"));

		if (migration == NULL)
			return complain(work, PROBLEM, "too many migrations");
		if (migration->name == NULL)
			migration->name = row_text(&rows, row, "name");
		migration->known = true;
		migration->finished = !row_null(&rows, row, "finished_at");
		migration->began = row_text(&rows, row, "began_at");
		migration->ran = row_bytes(&rows, row, "sha256", &length);
	}
	qsort(set->all, set->count, sizeof(set->all[0]), by_number);
	return DONE;
}

static char *
read_script(struct work *work, const struct migrations *set, const char *file,
    unsigned char hash[SHA256_BYTES])
{
	size_t length;
	char *script = read_file(work, arena_format(&work->arena, "%s/%s", set->directory, file),
	    &length);

	if (script != NULL)
		sha256(hash, script, length);
	return script;
}

static int
broke_off(struct work *work, const struct migration *migration, const char *why)
{
	return complain(work, PROBLEM, "%04ld_%s was begun on %.19s UTC and did not finish.\n%s",
	    migration->number, migration->name, migration->began, why);
}

/* Whether it can go on, and from where. */
static int
migrate_look_at_broken(struct work *work, struct migration *migration)
{
	struct rows rows;
	int result = db_select(work->db, &rows, STATEMENT_MIGRATION_BROKEN,
	    db_int(migration->number));

	if (result < 0)
		return store_failed(work, result, "cannot read how far it has come");
	if (result == 0 || row_null(&rows, 0, "done") || migration->up == NULL ||
	    work->given[REVERSE] != NULL)
		return broke_off(work, migration,
		    "Nobody knows how far it came: restore the backup taken before it, and run it "
		    "again.");
	if (row_int(&rows, 0, "at_work") != 0 && work->given[GO_ON] == NULL)
		return broke_off(work, migration,
		    "Its run seems to be at work still: wait for it. If there is none, "
		    "matang migrate --go-on goes on.");
	migration->broken = true;
	migration->done = row_int(&rows, 0, "done");
	return DONE;
}

/* A file that was mended names the text that ran elsewhere before: "-- before: HASH". */
static bool
migrate_names_earlier(const char *script, const unsigned char ran[SHA256_BYTES])
{
	char line[sizeof("-- before: ") + 2 * SHA256_BYTES] = "-- before: ";

	hex_text(line + strlen(line), ran, SHA256_BYTES);
	return strstr(script, line) != NULL;
}

/* Refuses to run on top of what is not in order; warns of changed files. */
static int
migrate_check(struct work *work, struct migrations *set)
{
	unsigned char hash[SHA256_BYTES];
	const char *script;
	int status;

	for (size_t at = 0; at < set->count; at++) {
		struct migration *migration = &set->all[at];

		if (!migration->known)
			continue;
		if (!migration->finished &&
		    (status = migrate_look_at_broken(work, migration)) != DONE)
			return status;
		if (migration->up == NULL)
			return complain(work, PROBLEM,
			    "the database has had "
			    "%04ld_%s, which is not in %s: these programs are "
			    "older than it",
			    migration->number, migration->name, set->directory);
		script = read_script(work, set, migration->up, hash);
		if (script == NULL)
			return PROBLEM;
		if (memcmp(hash, migration->ran, SHA256_BYTES) == 0)
			continue;
		if (migration->broken)
			return broke_off(work, migration,
			    "Its file has been changed since: go on with the release that began "
			    "it.");
		if (!migrate_names_earlier(script, migration->ran))
			complain(work, 0, "note: %s has been changed since it was run",
			    migration->up);
	}
	return DONE;
}

static int
show_status(const struct migrations *set)
{
	for (size_t at = 0; at < set->count; at++) {
		const struct migration *migration = &set->all[at];

		printf("%04ld  %-30s %s%.19s%s\n", migration->number, migration->name,
		    !migration->known       ? "not yet run" :
			migration->finished ? "run on " :
					      "HALF DONE, begun on ",
		    migration->known ? migration->began : "", migration->known ? " UTC" : "");
	}
	return DONE;
}

static int
migrate_tell(struct db *db, void *context, int64_t done)
{
	const struct migration *migration = context;

	return db_run(db, STATEMENT_MIGRATION_DONE, db_int(done), db_int(migration->number));
}

/* Its row: a new one, or that of the run that broke off. */
static int
migrate_claim(struct work *work, const struct migration *migration,
    const unsigned char hash[SHA256_BYTES])
{
	int result;

	if (!migration->broken)
		return db_run(work->db, STATEMENT_MIGRATION_BEGIN, db_int(migration->number),
		    db_text(migration->name), db_bytes(hash, SHA256_BYTES));
	result = db_run(work->db, STATEMENT_MIGRATION_TAKE_OVER, db_int(migration->number),
	    db_int(migration->done));
	return result == 0 ? DB_DUPLICATE : result;
}

static int
apply(struct work *work, const struct migrations *set, const struct migration *migration)
{
	unsigned char hash[SHA256_BYTES];
	char *script = read_script(work, set, migration->up, hash);
	int result;

	if (script == NULL)
		return PROBLEM;
	result = migrate_claim(work, migration, hash);
	if (result == DB_DUPLICATE)
		return complain(work, PROBLEM,
		    "another run is at work on "
		    "%s",
		    migration->up);
	if (result >= 0)
		result = db_script_steps(work->db, script, migration->done, migration->broken,
		    migrate_tell, (void *)migration);
	if (result >= 0)
		result = db_run(work->db, STATEMENT_MIGRATION_FINISH, db_int(migration->number));
	if (result < 0)
		return store_failed(work, result,
		    arena_format(&work->arena, "%s did not finish; run it again and it goes on",
			migration->up));
	printf("%04ld %s: %s\n", migration->number, migration->name,
	    migration->broken ? "went on, and is run" : "run");
	return DONE;
}

/* Whether its name stands in the list of --lose, or everything may be lost. */
static bool
may_lose(const struct work *work, const struct migration *migration)
{
	const char *names = work->given[LOSE];
	size_t length = strlen(migration->name);

	if (names == NULL)
		return false;
	if (strcmp(names, "everything") == 0)
		return true;
	for (; names != NULL; names = strchr(names, ',')) {
		names += *names == ',';
		if (strncmp(names, migration->name, length) == 0 &&
		    (names[length] == ',' || names[length] == '\0'))
			return true;
	}
	return false;
}

/* How many rows the query of a line counts, in the schema as it is; or a negative
 * result of the store. */
static int64_t
count_lost(struct work *work, const char *query)
{
	struct rows rows;
	int result = db_script(work->db,
	    arena_format(&work->arena, "SET @matang_lost = (%s);", query));

	if (result >= 0)
		result = db_select(work->db, &rows, STATEMENT_MIGRATION_LOST);
	return result < 0 ? result : row_int(&rows, 0, "lost");
}

/*
 * A script says on the way back what goes with it, a line for each kind:
 * "-- loses: WORDS: SELECT …;".  DONE where there is none of it, or it may be lost;
 * else it is told, and nothing is taken back.
 */
static int
migrate_tell_losses(struct work *work, const struct migration *migration, const char *script)
{
	static const char mark[] = "-- loses: ";
	bool allowed = may_lose(work, migration);
	int status = DONE;

	for (const char *at = script; (at = strstr(at, mark)) != NULL;) {
		char *line, *query;
		int64_t lost;

		at += strlen(mark);
		line = arena_copy(&work->arena, at, strcspn(at, ";\n"));
		query = strstr(line, ": ");
		if (query == NULL)
			continue;
		*query = '\0';
		lost = count_lost(work, query + 2);
		if (lost < 0)
			return store_failed(work, (int)lost, "cannot count what would be lost");
		if (lost == 0)
			continue;
		complain(work, 0, "%04ld_%s %s %s (rows: %lld)", migration->number, migration->name,
		    allowed ? "loses" : "would lose", line, (long long)lost);
		status = allowed ? DONE : PROBLEM;
	}
	if (status != DONE)
		complain(work, 0,
		    "nothing of it was taken back; take a backup, then say --lose %s where it may "
		    "be lost",
		    migration->name);
	return status;
}

static int
migrate_take_back(struct work *work, const struct migrations *set,
    const struct migration *migration)
{
	unsigned char hash[SHA256_BYTES];
	char *script = read_script(work, set, migration->down, hash);
	int result;

	if (script == NULL || migrate_tell_losses(work, migration, script) != DONE)
		return PROBLEM;
	result = db_run(work->db, STATEMENT_MIGRATION_REVERSE, db_int(migration->number));
	if (result == 0)
		return complain(work, PROBLEM,
		    "another run is at work on "
		    "%s",
		    migration->down);
	if (result > 0)
		result = db_script(work->db, script);
	if (result >= 0)
		result = db_run(work->db, STATEMENT_MIGRATION_REMOVE, db_int(migration->number));
	if (result < 0)
		return store_failed(work, result,
		    arena_format(&work->arena,
			"%s did not finish; restore the backup before the next "
			"try",
			migration->down));
	printf("%04ld %s: taken back\n", migration->number, migration->name);
	return DONE;
}

static int
forward(struct work *work, const struct migrations *set, long to)
{
	int status = DONE;
	size_t count = 0;

	for (size_t at = 0; status == DONE && at < set->count; at++)
		if ((!set->all[at].known || set->all[at].broken) && set->all[at].number <= to) {
			status = apply(work, set, &set->all[at]);
			count++;
		}
	if (count == 0)
		puts("nothing to do: the schema is up to date");
	return status;
}

static int
backward(struct work *work, const struct migrations *set, long to, bool one)
{
	int status = DONE;
	size_t count = 0;

	for (size_t at = set->count; status == DONE && at-- > 0;)
		if (set->all[at].known && set->all[at].number > to && !(one && count > 0)) {
			status = migrate_take_back(work, set, &set->all[at]);
			count++;
		}
	if (count == 0)
		puts("nothing to take back");
	return status;
}

static int
nothing_more(struct db *db, void *context)
{
	(void)db;
	(void)context;
	return 0;
}

/* A migration goes around the stamps, and a database that was put back has old
 * ones: what processes have kept is theirs no longer. */
static int
migrate_end(struct work *work, int status)
{
	int result = status == DONE ? db_txn_world(work->db, nothing_more, NULL) : 0;

	return result != 0 ? store_failed(work, result, "cannot tell the programs") : status;
}

static int
migrate(struct work *work)
{
	struct migrations *set = arena_alloc(&work->arena, sizeof(*set));
	long to = 0;
	int status;

	if (work->given[TO] != NULL && !whole_number(work->given[TO], 0, &to))
		return complain(work, MISUSE, "--to wants a number");
	set->directory = work->given[DIR_OPTION] != NULL ?
	    work->given[DIR_OPTION] :
	    arena_format(&work->arena, "%s/migrations", work->config.sql_dir);
	if (read_directory(work, set) != 0)
		return PROBLEM;
	status = migrate_read_rows(work, set);
	if (status != DONE)
		return status;
	if (work->given[STATUS] != NULL)
		return show_status(set);
	status = migrate_check(work, set);
	if (status != DONE)
		return status;
	if (work->given[REVERSE] != NULL)
		return backward(work, set, to, work->given[TO] == NULL);
	if (work->given[TO] != NULL)
		return forward(work, set, to);
	return migrate_end(work, forward(work, set, LAST));
}

const struct command migrate_command = {
	.name = "migrate",
	.summary = "bring the database's schema up to date",
	.about = "Runs the numbered migrations that this database has not had, "
		 "in order. Run\nagain, it does nothing; what broke off goes on where it "
		 "was. Take a backup before\n(matang backup): MariaDB cannot undo a change of the "
		 "schema.",
	.options = options,
	.run = migrate,
};
