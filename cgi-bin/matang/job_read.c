/* SPDX-License-Identifier: ISC */
/*
 * Reads pictures and scans by machine (Tesseract, Indonesian), where the host
 * has it: what they say is found then, and said to be read by a machine.  It is
 * slow, so it goes behind all others, and begins a file only while there is
 * time.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/find_program.h"
#include "format/search_word.h"
#include "matang/job.h"
#include "matang/text_process.h"
#include "store/media_type.h"
#include "base/banned.h"

enum {
	READ_BATCH = 5,
	READ_CLAIM_SECONDS = 3600,
	READ_PAGES = 20, /* of one PDF: the first ones say what it is */
	PAGE_SECONDS = 60,
	PAGE_MS = 90000,
	READ_MIB = 1024
};

struct reading {
	struct job_run *run;
	const char *tesseract, *pdftoppm;
	struct arena scratch; /* of one file */
	size_t read, blank;
};

static char *const read_environment[] = { (char *)"LC_ALL=C.UTF-8", (char *)"OMP_THREAD_LIMIT=1",
	NULL };

/* Runs in a child: the page of a PDF as a grey picture of 200 dpi. */
static void
read_be_painter(const struct reading *reading, const char *path, int page, int out)
{
	char number[12];
	char *const words[] = { (char *)"pdftoppm", (char *)"-q", (char *)"-gray", (char *)"-r",
		(char *)"200", (char *)"-f", number, (char *)"-l", number, (char *)path, NULL };

	snprintf(number, sizeof(number), "%d", page);
	text_child(-1, out, PAGE_SECONDS);
	text_child_memory(READ_MIB);
	execve(reading->pdftoppm, words, read_environment);
	_exit(127);
}

/* Runs in a child: reads a file, or its input; it finds out how that was
 * turned. */
static void
read_be_reader(const struct reading *reading, const char *path, int in, int out)
{
	char *const words[] = { (char *)"tesseract", (char *)path, (char *)"stdout", (char *)"-l",
		(char *)"ind", (char *)"--psm", (char *)"1", NULL };

	setpriority(PRIO_PROCESS, 0, 10);
	text_child(in, out, PAGE_SECONDS);
	text_child_memory(READ_MIB);
	execve(reading->tesseract, words, read_environment);
	_exit(127);
}

/* What one picture says, behind the text: page 0 is the file itself.  False
 * when there is no such page, or no process to be had. */
static bool
read_page(struct reading *reading, const char *path, int page, struct buffer *text)
{
	struct buffer raw = { .arena = &reading->scratch };
	int said[2], painted[2] = { -1, -1 };
	pid_t painter = -1, reader;
	bool whole = false;
	int status = 0;

	if (pipe2(said, O_CLOEXEC) != 0)
		return false;
	if (page > 0 && pipe2(painted, O_CLOEXEC) == 0) {
		painter = fork();
		if (painter == 0)
			read_be_painter(reading, path, page, painted[1]);
	}
	reader = page > 0 && painter < 0 ? -1 : fork();
	if (reader == 0)
		read_be_reader(reading, page > 0 ? "stdin" : path, painted[0], said[1]);
	close(said[1]);
	for (size_t end = 0; end < 2; end++)
		if (painted[end] >= 0)
			close(painted[end]);
	if (text_hear(reader, said[0], PAGE_MS, &raw, &whole) != 0)
		raw.length = 0;
	if (painter > 0) {
		kill(painter, SIGKILL);
		while (waitpid(painter, &status, 0) < 0 && errno == EINTR)
			;
	}
	buffer_add(text, raw.bytes, raw.length);
	return whole;
}

static void
read_file_text(struct reading *reading, const char *path, enum file_type type, int64_t pages,
    struct buffer *text)
{
	struct buffer raw = { .arena = &reading->scratch };
	int last = pages > 0 && pages < READ_PAGES ? (int)pages : READ_PAGES;

	buffer_text(&raw, "");
	if (type != FILE_PDF)
		read_page(reading, path, 0, &raw);
	for (int page = 1; type == FILE_PDF && page <= last; page++)
		if (!read_page(reading, path, page, &raw))
			break;
	text_clean(text, raw.bytes, raw.length);
}

/* A word of four letters at least, or it is dirt that the machine took for
 * signs. */
static bool
has_a_word(const char *text)
{
	while (*text != '\0') {
		size_t length = search_word_length(text);

		if (length >= 4)
			return true;
		text += length > 0 ? length : search_character(text);
	}
	return false;
}

/* 0 or enum db_error. */
static int
read_scan(struct reading *reading, const struct rows *rows, size_t row)
{
	struct work *work = reading->run->work;
	int64_t id = row_int(rows, row, "id"), agency_id = row_int(rows, row, "agency_id");
	struct buffer text = { .arena = &reading->scratch };
	int result = db_run(work->db, STATEMENT_FILE_READ_CLAIM, db_int(READ_CLAIM_SECONDS),
	    db_int(id));
	bool found;

	if (result != 1)
		return result < 0 ? result : 0;
	read_file_text(reading,
	    arena_format(&reading->scratch, "%s/%s", work->config.files_dir,
		row_text(rows, row, "stored_name")),
	    file_type_of(row_text(rows, row, "type")), row_int(rows, row, "pages"), &text);
	found = has_a_word(text.bytes);
	if (found)
		result = db_run_agency(work->db, agency_id, STATEMENT_FILE_TEXT_ADD,
		    db_text(row_text(rows, row, "sha256")), db_int(agency_id),
		    db_text(arena_format(&reading->scratch, "agency%" PRId64 " region%" PRId64,
			agency_id, row_int(rows, row, "region_id"))),
		    db_text(search_short_words(&reading->scratch, text.bytes)),
		    db_bytes(text.bytes, text.length), db_int(0), db_int(1));
	if (result < 0 && result != DB_DUPLICATE)
		return result;
	result = db_run_agency(work->db, agency_id, STATEMENT_FILE_READ_DONE,
	    db_text(found ? "taken" : "blank"), db_int(id));
	if (result == 1)
		(*(found ? &reading->read : &reading->blank))++;
	return result < 0 ? result : 0;
}

/* Whether it knows Indonesian. */
static bool
knows_indonesian(struct reading *reading)
{
	char *const words[] = { (char *)"tesseract", (char *)"--list-langs", NULL };
	struct buffer raw = { .arena = &reading->scratch };
	bool whole;
	int ends[2];
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	child = fork();
	if (child == 0) {
		text_child(-1, ends[1], PAGE_SECONDS);
		execve(reading->tesseract, words, read_environment);
		_exit(127);
	}
	close(ends[1]);
	return text_hear(child, ends[0], PAGE_MS, &raw, &whole) == 0 &&
	    strstr(raw.bytes, "\nind\n") != NULL;
}

/* The next ones; how many there were, or enum db_error.  *after grows. */
static int
read_batch(struct reading *reading, int64_t *after)
{
	struct rows rows;
	int result = db_select(reading->run->work->db, &rows, STATEMENT_FILE_READ_WAITING,
	    db_int(*after), db_int(READ_BATCH));

	for (size_t row = 0; result > 0 && row < rows.count && job_has_time(reading->run); row++) {
		int error = read_scan(reading, &rows, row);

		*after = row_int(&rows, row, "id");
		arena_reset(&reading->scratch);
		if (error < 0)
			return error;
	}
	return result;
}

int
read_pictures(struct job_run *run)
{
	struct arena words = { 0 };
	struct reading reading = { .run = run,
		.tesseract = find_program(&words, "tesseract"),
		.pdftoppm = find_program(&words, "pdftoppm") };
	int64_t after = 0;
	int result = 0;

	if (reading.tesseract == NULL || reading.pdftoppm == NULL || !knows_indonesian(&reading)) {
		if (!run->quiet)
			job_tell(run, "no Tesseract with Indonesian (package tesseract-ocr-ind)");
		goto out;
	}
	do {
		job_fresh(run);
		result = read_batch(&reading, &after);
	} while (result > 0 && job_has_time(run));
	if (reading.read + reading.blank > 0)
		job_tell(run, "%zu pictures and scans read by machine, %zu say nothing",
		    reading.read, reading.blank);
out:
	arena_free(&reading.scratch);
	arena_free(&words);
	return result < 0 ? result : 0;
}
