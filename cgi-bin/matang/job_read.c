/* SPDX-License-Identifier: ISC */
/*
 * Reads pictures and scans by machine (Tesseract, Indonesian), where the host
 * has it: what they say is found then, and said to be read by a machine.  It is
 * slow, so it goes behind all others, and begins a file only while there is
 * time.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
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
	READ_MIB = 1024
};

struct reading {
	struct job_run *run;
	const char *tesseract, *pdftoppm;
	struct arena scratch; /* of one file */
	size_t begun, read, blank;
};

static const struct confined_limits painter_limits = { .seconds = PAGE_SECONDS,
	.mebibytes = READ_MIB };
/* Its time is longer than the processor's, for it waits for the painter. */
static const struct confined_limits reader_limits = {
	.seconds = PAGE_SECONDS * 3 / 2, .cpu = PAGE_SECONDS, .mebibytes = READ_MIB, .gently = true
};

/* What the reader says of a file, or of its input; it finds out how that was
 * turned. */
static bool
read_by_machine(struct reading *reading, const char *path, const int *in, struct buffer *raw)
{
	const struct confined_program reader = { .path = reading->tesseract,
		.words = (const char *const[]){ path, "stdout", "-l", "ind", "--psm", "1", NULL },
		.host = true,
		.reads = in == NULL ? path : NULL,
		.files = in,
		.count = in != NULL ? 1 : 0 };
	struct confined_limits limits = reader_limits;
	struct confined confined;

	limits.seconds = job_patience(reading->run, limits.seconds);
	return confined_start(&confined, &reader, &limits) == 0 && text_hear(&confined, raw);
}

/* The same of the page of a PDF, as a grey picture of 200 dpi. */
static bool
read_painted(struct reading *reading, const char *path, int page, struct buffer *raw)
{
	const char *number = arena_format(&reading->scratch, "%d", page);
	struct confined_program painter = { .path = reading->pdftoppm,
		.words = (const char *const[]){ "-q", "-gray", "-r", "200", "-f", number, "-l",
		    number, path, NULL },
		.host = true,
		.reads = path };
	struct confined confined;
	int painted[2], number_of_end;
	bool started, whole;

	if (pipe2(painted, O_CLOEXEC) != 0)
		return false;
	painter.output = painted[1];
	started = confined_start(&confined, &painter, &painter_limits) == 0;
	close(painted[1]);
	whole = started && read_by_machine(reading, "stdin", painted, raw);
	close(painted[0]);
	if (started)
		confined_end(&confined, true, &number_of_end);
	return whole;
}

/* What one picture says, behind the text: page 0 is the file itself.  False
 * when there is no such page, or no process to be had. */
static bool
read_page(struct reading *reading, const char *path, int page, struct buffer *text)
{
	struct buffer raw = { .arena = &reading->scratch };
	bool whole;

	buffer_text(&raw, "");
	whole = page == 0 ?
	    read_by_machine(reading, path, NULL, &raw) :
	    read_painted(reading, path, page, &raw);

	buffer_add(text, raw.bytes, raw.length);
	return whole;
}

/* Whether all of it was read that there was time for. */
static bool
read_file_text(struct reading *reading, const char *path, enum file_type type, int64_t pages,
    struct buffer *text)
{
	struct buffer raw = { .arena = &reading->scratch };
	int last = pages > 0 && pages < READ_PAGES ? (int)pages : READ_PAGES;
	int page = type == FILE_PDF ? 1 : 0;
	bool whole = true;

	buffer_text(&raw, "");
	if (type != FILE_PDF)
		last = 0;
	while (whole && page <= last && job_has_time(reading->run))
		whole = read_page(reading, path, page++, &raw);
	text_clean(text, raw.bytes, raw.length);
	return (whole && page > last) || job_has_time(reading->run);
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
	bool found, whole;

	if (result != 1)
		return result < 0 ? result : 0;
	reading->begun++;
	whole = read_file_text(reading,
	    arena_format(&reading->scratch, "%s/%s", work->config.files_dir,
		row_text(rows, row, "stored_name")),
	    file_type_of(row_text(rows, row, "type")), row_int(rows, row, "pages"), &text);
	found = has_a_word(text.bytes);
	/* The claim lapses: with more time then, but for what had all that a run has. */
	if (!whole && (!found || reading->begun > 1))
		return 0;
	if (found)
		result = db_run_agency(work->db, agency_id, STATEMENT_FILE_TEXT_ADD,
		    db_text(row_text(rows, row, "sha256")), db_int(agency_id),
		    db_text(arena_format(&reading->scratch, "agency%" PRId64 " region%" PRId64,
			agency_id, row_int(rows, row, "region_id"))),
		    db_text(search_short_words(&reading->scratch, text.bytes)),
		    db_bytes(text.bytes, text.length), db_int(!whole), db_int(1));
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
	const struct confined_program program = { .path = reading->tesseract,
		.words = (const char *const[]){ "--list-langs", NULL },
		.host = true };
	struct buffer raw = { .arena = &reading->scratch };
	struct confined confined;

	if (confined_start(&confined, &program, &reader_limits) != 0)
		return false;
	text_hear(&confined, &raw);
	return strstr(raw.bytes, "\nind\n") != NULL;
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
