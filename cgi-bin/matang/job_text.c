/* SPDX-License-Identifier: ISC */
/*
 * Takes the text out of stored files, so that people find them by what they
 * say.  Whatever a file is made to do, it does to a process of its own that
 * has little memory, little time and nothing but its file and a pipe.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/find_program.h"
#include "matang/job.h"
#include "matang/text_process.h"
#include "format/office_text.h"
#include "format/search_word.h"
#include "store/files.h"
#include "store/media_type.h"
#include "base/banned.h"

enum {
	BATCH = 20,
	CLAIM_SECONDS = 900, /* longer than one file may take */
	PAGES_MAX = 3000
};

static const struct confined_limits office_limits = { .seconds = 30, .cpu = 20 };
static const struct confined_limits pdf_limits = { .seconds = 30, .cpu = 20, .mebibytes = 768 };

enum outcome { TAKEN, EMPTY, UNREADABLE, OUTCOMES };

static const char *const states[] = {
	[TAKEN] = "taken", [EMPTY] = "empty", [UNREADABLE] = "unreadable"
};

struct taking {
	struct job_run *run;
	const char *pdftotext; /* its path, or NULL where the host has none */
	struct arena scratch;  /* of one file */
	size_t counts[OUTCOMES];
	size_t again;   /* the same content as one taken before */
	size_t waiting; /* PDF without pdftotext */
};

/* One file, as its row names it. */
struct item {
	int64_t id;
	int64_t agency_id;
	int64_t region_id;
	enum file_type type;
	const char *stored_name;
	const char *sha256;
};

/* ---- the process that opens the file ---------------------------------------- */

static int
write_out(void *arg, const char *bytes, size_t n)
{
	(void)arg;
	while (n > 0) {
		ssize_t written = write(STDOUT_FILENO, bytes, n);

		if (written < 0 && errno != EINTR)
			return 1;
		if (written > 0) {
			bytes += written;
			n -= (size_t)written;
		}
	}
	return 0;
}

static enum text_kind
job_text_kind_of(enum file_type type)
{
	return type == FILE_DOCX ? TEXT_DOCX :
	    type == FILE_XLSX    ? TEXT_XLSX :
	    type == FILE_PPTX    ? TEXT_PPTX :
	    type == FILE_ODS     ? TEXT_ODS :
				   TEXT_ODT;
}

struct office_file {
	enum file_type type;
	const char *path;
};

/* The work of a confined process, in bounds of its own; never comes back. */
static void __attribute__((noreturn)) take_office(const void *what)
{
	const struct office_file *file = what;
	int fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat about;
	char *bytes;
	size_t got = 0;

	if (fd < 0 || fstat(fd, &about) != 0 || about.st_size <= 0)
		_exit(1);
	bytes = malloc((size_t)about.st_size);
	if (bytes == NULL)
		_exit(1);
	while (got < (size_t)about.st_size) {
		ssize_t more = read(fd, bytes + got, (size_t)about.st_size - got);

		if (more <= 0)
			_exit(1);
		got += (size_t)more;
	}
	_exit(text_read(job_text_kind_of(file->type), bytes, got, &format_limits_text, write_out,
		  NULL) == FORMAT_OK ?
		0 :
		1);
}

/*
 * The text of a file, into *text; *whole is false when there was more than is
 * kept, or the file broke off.  -1 when no process could be had for it.
 */
static int
job_text_take_text(struct taking *taking, const struct item *item, struct buffer *text, bool *whole)
{
	const char *path = arena_format(&taking->scratch, "%s/%s",
	    taking->run->work->config.files_dir, item->stored_name);
	const struct office_file file = { item->type, path };
	const struct confined_program office = { .run = take_office,
		.what = &file,
		.host = true,
		.reads = path };
	const struct confined_program pdf = { .path = taking->pdftotext,
		.words = (const char *const[]){ "-q", "-enc", "UTF-8", "-nopgbrk", "-l",
		    arena_format(&taking->scratch, "%d", PAGES_MAX), path, "-", NULL },
		.host = true,
		.reads = path };
	struct buffer raw = { .arena = &taking->scratch };
	struct confined_limits limits;
	struct confined confined;

	limits = item->type == FILE_PDF ? pdf_limits : office_limits;
	limits.seconds = job_patience(taking->run, limits.seconds);
	if (confined_start(&confined, item->type == FILE_PDF ? &pdf : &office, &limits) != 0)
		return -1;
	*whole = text_hear(&confined, &raw);
	text_clean(text, raw.bytes, raw.length);
	if (text->length >= TEXT_MAX - 4)
		*whole = false;
	return 0;
}

/* ---- one file ----------------------------------------------------------------- */

static const char *
scope_of(struct taking *taking, const struct item *item)
{
	return arena_format(&taking->scratch, "agency%" PRId64 " region%" PRId64, item->agency_id,
	    item->region_id);
}

/* 1 when the agency has the text of this content now, or enum db_error. */
static int
take_again(struct taking *taking, const struct item *item)
{
	struct db *db = taking->run->work->db;
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_FILE_TEXT_KNOWN, db_int(item->agency_id),
	    db_text(item->sha256));

	if (result != 1 || row_int(&rows, 0, "own") != 0)
		return result;
	result = db_run_agency(db, item->agency_id, STATEMENT_FILE_TEXT_COPY,
	    db_int(item->agency_id), db_text(scope_of(taking, item)), db_text(item->sha256));
	return result == DB_DUPLICATE ? 1 : result;
}

/* The outcome, or enum db_error; *taken is false when nothing can be said. */
static int
take_new(struct taking *taking, const struct item *item, bool *known)
{
	struct buffer text = { .arena = &taking->scratch };
	bool whole;
	int result;

	if (job_text_take_text(taking, item, &text, &whole) != 0) {
		job_problem(taking->run, "cannot start a process: %s", strerror(errno));
		*known = false;
		return 0;
	}
	if (!whole && !job_has_time(taking->run)) {
		*known = false; /* the claim lapses: with more time then */
		return 0;
	}
	if (text.length == 0)
		return whole ? EMPTY : UNREADABLE;
	result = db_run_agency(taking->run->work->db, item->agency_id, STATEMENT_FILE_TEXT_ADD,
	    db_text(item->sha256), db_int(item->agency_id), db_text(scope_of(taking, item)),
	    db_text(search_short_words(&taking->scratch, text.bytes)),
	    db_bytes(text.bytes, text.length), db_int(!whole), db_int(0));
	return result < 0 && result != DB_DUPLICATE ? result : TAKEN;
}

static bool
is_there(struct taking *taking, const struct item *item)
{
	int fd = files_open(taking->run->work->config.files_dir, item->stored_name,
	    &taking->run->work->fault);

	if (fd >= 0)
		close(fd);
	else {
		error_chain_clear(&taking->run->work->fault);
		job_problem(taking->run,
		    "revision %" PRId64 ": its file %s "
		    "cannot be read",
		    item->id, item->stored_name);
	}
	return fd >= 0;
}

/* 0 or enum db_error. */
static int
job_text_take(struct taking *taking, const struct item *item)
{
	struct db *db = taking->run->work->db;
	bool known = true;
	int outcome = EMPTY,
	    result = db_run(db, STATEMENT_FILE_TEXT_CLAIM, db_int(CLAIM_SECONDS), db_int(item->id));

	if (result != 1)
		return result < 0 ? result : 0;
	if (item->type != FILE_JPEG && item->type != FILE_PNG) {
		result = take_again(taking, item);
		if (result < 0)
			return result;
		if (result > 0) {
			outcome = TAKEN;
			taking->again++;
		} else if (!is_there(taking, item))
			return 0; /* the claim lapses: looked at again */
		else
			outcome = take_new(taking, item, &known);
	}
	if (outcome < 0 || !known)
		return outcome;
	result = db_run_agency(db, item->agency_id, STATEMENT_FILE_TEXT_DONE,
	    db_text(states[outcome]), db_int(item->id));
	if (result == 1)
		taking->counts[outcome]++;
	return result < 0 ? result : 0;
}

/* ---- the job -------------------------------------------------------------------- */

/* The next batch; how many there were, or enum db_error.  *after grows. */
static int
take_batch(struct taking *taking, int64_t *after)
{
	struct rows rows;
	int result = db_select(taking->run->work->db, &rows, STATEMENT_FILE_TEXT_WAITING,
	    db_int(*after), db_int(BATCH));

	for (size_t row = 0; result > 0 && row < rows.count && job_has_time(taking->run); row++) {
		const struct item item = {
			.id = row_int(&rows, row, "id"),
			.agency_id = row_int(&rows, row, "agency_id"),
			.region_id = row_int(&rows, row, "region_id"),
			.type = file_type_of(row_text(&rows, row, "type")),
			.stored_name = row_text(&rows, row, "stored_name"),
			.sha256 = row_text(&rows, row, "sha256"),
		};
		int error = 0;

		*after = item.id;
		if (item.type == FILE_PDF && taking->pdftotext == NULL)
			taking->waiting++;
		else
			error = job_text_take(taking, &item);
		arena_reset(&taking->scratch);
		if (error < 0)
			return error;
	}
	return result;
}

static void
job_text_tell(struct taking *taking)
{
	const size_t *counts = taking->counts;

	if (counts[TAKEN] + counts[EMPTY] + counts[UNREADABLE] > 0)
		job_tell(taking->run,
		    "%zu searchable (%zu of them the same "
		    "content once more), %zu without text, %zu unreadable",
		    counts[TAKEN], taking->again, counts[EMPTY], counts[UNREADABLE]);
	if (taking->waiting > 0)
		job_tell(taking->run,
		    "%zu PDF wait for pdftotext (package "
		    "poppler-utils)",
		    taking->waiting);
}

int
take_texts(struct job_run *run)
{
	struct arena words = { 0 };
	struct taking taking = { .run = run, .pdftotext = find_program(&words, "pdftotext") };
	int64_t after = 0;
	int result;

	do {
		job_fresh(run);
		result = take_batch(&taking, &after);
	} while (result > 0 && job_has_time(run));
	job_text_tell(&taking);
	arena_free(&taking.scratch);
	arena_free(&words);
	return result < 0 ? result : 0;
}
