/* SPDX-License-Identifier: ISC */
/*
 * Has files scanned that came in unseen, and once in a while those that only
 * older signatures have seen: a virus of today may be known next week.  An
 * infected file stays where it is, and nobody is given it.
 */
#include <string.h>
#include <unistd.h>

#include "matang/job.h"
#include "store/files.h"
#include "store/history.h"
#include "store/antivirus.h"
#include "base/banned.h"

enum {
	AGE_DAYS = 7,      /* before a file is scanned again */
	AGAIN_MAX = 500,   /* files scanned again in one run */
	SECONDS_MAX = 300, /* for one file */
	HOURS_TROUBLE = 1, /* until the next try */
	HOURS_TOO_LARGE = 24 * 30
};

struct scanning {
	struct job_run *run;
	struct scan version; /* what clamd has now */
	size_t scanned, infected, too_large, failed;
	bool away;
};

/* One file's outcome, kept together with its row of history. */
struct outcome {
	const struct rows *rows;
	size_t row;
	const struct scan *scan;
	struct arena *arena;
	bool kept;
};

static const char *
job_scan_words_of(struct arena *arena, const char *scan, const char *finding)
{
	if (strcmp(scan, "infected") == 0)
		return arena_format(arena, "Antivirus: terinfeksi (%s)", finding);
	return strcmp(scan, "clean") == 0 ? "Antivirus: bersih" : "Antivirus: belum dipindai";
}

/* Only what people should know is history: that a file is infected, or is so
 * no more. */
static int
job_scan_keep(struct db *db, void *argument)
{
	struct outcome *outcome = argument;
	const struct rows *rows = outcome->rows;
	const struct scan *scan = outcome->scan;
	const char *before = row_text(rows, outcome->row, "scan");
	const char *after = scan_code(scan->state);
	int result = db_run(db, STATEMENT_SCAN_KEEP, db_text(after), db_text(scan->finding),
	    db_text(scan->signatures), db_int(row_int(rows, outcome->row, "id")), db_text(before));

	outcome->kept = result > 0;
	if (result <= 0 || strcmp(before, after) == 0 ||
	    (scan->state != SCAN_INFECTED && strcmp(before, "infected") != 0))
		return result < 0 ? result : 0;
	return history_add(db,
	    &(struct change){ .subject = "document",
		.region_id = row_int(rows, outcome->row, "region_id"),
		.agency_id = row_int(rows, outcome->row, "agency_id"),
		.subject_id = row_int(rows, outcome->row, "document_id"),
		.from = job_scan_words_of(outcome->arena, before,
		    row_text(rows, outcome->row, "scan_finding")),
		.to = job_scan_words_of(outcome->arena, after, scan->finding) });
}

static int
put_off(struct scanning *scanning, int64_t id, int64_t hours)
{
	return db_run(scanning->run->work->db, STATEMENT_SCAN_PUT_OFF, db_int(hours), db_int(id));
}

/* Not scanned: when again, and what the operator should know of it. */
static int
job_scan_give_up(struct scanning *scanning, int64_t id, const struct scan *scan)
{
	scanning->away = scan->away;
	if (scan->too_large) {
		scanning->too_large++;
		job_tell(scanning->run,
		    "revision %lld is larger than clamd "
		    "takes: raise its StreamMaxLength",
		    (long long)id);
		return put_off(scanning, id, HOURS_TOO_LARGE);
	}
	scanning->failed++;
	job_problem(scanning->run, "revision %lld is not scanned: %s", (long long)id, scan->why);
	return put_off(scanning, id, HOURS_TROUBLE);
}

static int
settle(struct scanning *scanning, const struct rows *rows, size_t row, const struct scan *scan)
{
	struct job_run *run = scanning->run;
	struct outcome outcome = { .rows = rows, .row = row, .scan = scan, .arena = &run->arena };
	int result = db_txn_agency(run->work->db, row_int(rows, row, "agency_id"), job_scan_keep,
	    &outcome);

	if (result != 0 || !outcome.kept)
		return result;
	scanning->scanned++;
	if (scan->state != SCAN_INFECTED)
		return 0;
	scanning->infected++;
	job_problem(run,
	    "revision %lld of document %lld (%s) is infected "
	    "with %s: nobody can download it",
	    (long long)row_int(rows, row, "id"), (long long)row_int(rows, row, "document_id"),
	    row_text(rows, row, "agency_name"), scan->finding);
	return 0;
}

static int
scan_one(struct scanning *scanning, const struct rows *rows, size_t row)
{
	struct work *work = scanning->run->work;
	int64_t id = row_int(rows, row, "id");
	struct scan scan = { .why = "its file cannot be opened" };
	int fd,
	    result = db_run(work->db, STATEMENT_SCAN_CLAIM, db_int(id),
		db_text(row_text(rows, row, "scan")),
		db_text(row_text(rows, row, "scan_signatures")));

	if (result <= 0)
		return result;
	fd = files_open(work->config.files_dir, row_text(rows, row, "stored_name"), &work->fault);
	error_chain_clear(&work->fault);
	if (fd >= 0) {
		scan_file(&work->config, fd, job_patience(scanning->run, SECONDS_MAX) * 1000,
		    &scan);
		close(fd);
	}
	return scan.state == SCAN_NONE ?
	    job_scan_give_up(scanning, id, &scan) :
	    settle(scanning, rows, row, &scan);
}

static bool
job_scan_goes_on(const struct scanning *scanning)
{
	return !scanning->away && job_has_time(scanning->run);
}

static int
scan_rows(struct scanning *scanning, const struct rows *rows)
{
	int result = 0;

	for (size_t row = 0; result >= 0 && row < rows->count && job_scan_goes_on(scanning); row++)
		result = scan_one(scanning, rows, row);
	return result < 0 ? result : (int)rows->count;
}

/* Rows that were claimed are not read again, so each round has others. */
static int
scan_new(struct scanning *scanning)
{
	struct rows rows;
	int result;

	do {
		job_fresh(scanning->run);
		result = db_select(scanning->run->work->db, &rows, STATEMENT_SCAN_WAITING);
		if (result > 0)
			result = scan_rows(scanning, &rows);
	} while (result > 0 && job_scan_goes_on(scanning));
	return result;
}

static int
scan_again(struct scanning *scanning)
{
	struct rows rows;
	int result = 1;

	for (size_t at = 0; result > 0 && at < AGAIN_MAX && job_scan_goes_on(scanning);
	     at += rows.count) {
		job_fresh(scanning->run);
		result = db_select(scanning->run->work->db, &rows, STATEMENT_SCAN_AGED,
		    db_int(AGE_DAYS), db_text(scanning->version.signatures));
		if (result > 0)
			result = scan_rows(scanning, &rows);
	}
	return result;
}

int
scan_files(struct job_run *run)
{
	struct scanning scanning = { .run = run };
	const struct config *config = &run->work->config;
	int result;

	if (!scan_configured(config)) {
		if (!run->quiet)
			job_tell(run, "no antivirus is configured");
		return 0;
	}
	scan_version(config, config->examine_seconds > 0 ? config->examine_seconds * 1000 : 5000,
	    &scanning.version);
	if (scanning.version.signatures[0] == '\0') {
		job_problem(run, "%s", scanning.version.why);
		return 0;
	}
	result = scan_new(&scanning);
	if (result >= 0)
		result = scan_again(&scanning);
	if (scanning.scanned + scanning.too_large + scanning.failed > 0)
		job_tell(run,
		    "%s: %zu files scanned, %zu infected, %zu too "
		    "large, %zu failed",
		    scanning.version.signatures, scanning.scanned, scanning.infected,
		    scanning.too_large, scanning.failed);
	return result;
}
