/* SPDX-License-Identifier: ISC */
/*
 * Takes the text out of stored files, so that people find them by what they
 * say.  Whatever a file is made to do, it does to a process of its own that
 * has little memory, little time and nothing but its file and a pipe.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/find_program.h"
#include "base/utf8.h"
#include "matang/job.h"
#include "format/office_text.h"
#include "store/files.h"
#include "store/media_type.h"
#include "base/banned.h"

enum {
	TEXT_MAX = 512 * 1024, /* bytes kept of one file; also file_text.body */
	BATCH = 20,
	CLAIM_SECONDS = 900, /* longer than one file may take */
	WALL_MS = 30000,     /* of one file */
	CPU_SECONDS = 20,
	MEMORY_MIB = 768, /* address space of pdftotext */
	PAGES_MAX = 3000,
	PIECE = 32768
};

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

/* ---- cleaning --------------------------------------------------------------- */

/* What stands for a space, or for nothing: characters that nobody sees, that
 * part words for hyphenation, or that turn the direction of writing. */
static bool
is_unseen(const unsigned char *at)
{
	return (at[0] == 0xc2 && at[1] == 0xad) ||
	    (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf) ||
	    (at[0] == 0xe2 && at[1] == 0x80 &&
		((at[2] >= 0x8b && at[2] <= 0x8f) || (at[2] >= 0xaa && at[2] <= 0xae))) ||
	    (at[0] == 0xe2 && at[1] == 0x81 && at[2] >= 0xa0 && at[2] <= 0xaf);
}

static size_t
character_length(unsigned char lead)
{
	return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static void
job_text_end_line(struct buffer *text)
{
	while (text->length > 0 &&
	    (text->bytes[text->length - 1] == ' ' || text->bytes[text->length - 1] == '\t'))
		text->length--;
	/* One empty line at most; none at the beginning. */
	if (text->length > 0 &&
	    !(text->length > 1 && text->bytes[text->length - 1] == '\n' &&
		text->bytes[text->length - 2] == '\n'))
		buffer_char(text, '\n');
}

static void
add_space(struct buffer *text, char space)
{
	if (text->length > 0 && strchr(" \t\n", text->bytes[text->length - 1]) == NULL)
		buffer_char(text, space);
}

/* Valid UTF-8 without controls, spaces and empty lines drawn together. */
static void
clean(struct buffer *text, const char *bytes, size_t length)
{
	size_t at = 0;

	buffer_text(text, "");
	while (at < length && text->length < TEXT_MAX) {
		const unsigned char *now = (const unsigned char *)bytes + at;
		size_t width = character_length(*now);

		if (width > length - at ||
		    (width > 1 && utf8_text(bytes + at, width, false) != UTF8_OK))
			width = 1;
		else if (width > 1 && now[0] == 0xc2 && now[1] == 0xa0)
			add_space(text, ' ');
		else if (width > 1 && !is_unseen(now))
			buffer_add(text, now, width);
		else if (*now == '\n' || *now == '\f')
			job_text_end_line(text);
		else if (*now == ' ' || *now == '\t')
			add_space(text, (char)*now);
		else if (*now > ' ' && *now < 0x7f)
			buffer_char(text, (char)*now);
		at += width;
	}
	while (text->length > 0 && strchr(" \t\n", text->bytes[text->length - 1]) != NULL)
		text->length--;
	text->bytes[text->length] = '\0';
}

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

static void
job_text_limit(int what, rlim_t most)
{
	const struct rlimit limits = { most, most };

	if (setrlimit(what, &limits) != 0)
		_exit(126);
}

static enum text_kind
job_text_kind_of(enum file_type type)
{
	return type == FILE_DOCX ? TEXT_DOCX :
	    type == FILE_XLSX    ? TEXT_XLSX :
	    type == FILE_PPTX    ? TEXT_PPTX :
				   TEXT_ODF;
}

/* Never comes back. */
static void
take_office(enum file_type type, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
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
	_exit(text_read(job_text_kind_of(type), bytes, got, &format_limits_text, write_out, NULL) ==
		    FORMAT_OK ?
		0 :
		1);
}

/* Never comes back. */
static void
be_the_child(const struct taking *taking, enum file_type type, const char *path, int out)
{
	char *const words[] = { (char *)"pdftotext", (char *)"-q", (char *)"-enc", (char *)"UTF-8",
		(char *)"-nopgbrk", (char *)"-l",
		arena_format(&taking->run->arena, "%d", PAGES_MAX), (char *)path, (char *)"-",
		NULL };
	char *const environment[] = { (char *)"LC_ALL=C.UTF-8", NULL };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(nothing, STDERR_FILENO) < 0 || close_range(STDERR_FILENO + 1, ~0U, 0) != 0)
		_exit(126);
	job_text_limit(RLIMIT_CORE, 0);
	job_text_limit(RLIMIT_CPU, CPU_SECONDS);
	job_text_limit(RLIMIT_FSIZE, 0);
	job_text_limit(RLIMIT_NOFILE, 32);
	if (type != FILE_PDF)
		take_office(type, path); /* has bounds of its own */
	job_text_limit(RLIMIT_AS, (rlim_t)MEMORY_MIB << 20);
	execve(taking->pdftotext, words, environment);
	_exit(127);
}

/* All that comes through the pipe in time; true when the pipe has ended. */
static bool
read_pipe(int fd, struct buffer *raw)
{
	int64_t until = clock_milliseconds() + WALL_MS;
	const struct timespec nap = { 0, 5000000 };
	char *piece = arena_alloc(raw->arena, PIECE);

	buffer_text(raw, "");
	while (clock_milliseconds() < until && raw->length < TEXT_MAX * 2) {
		ssize_t got = read(fd, piece, PIECE);

		if (got == 0)
			return true;
		if (got > 0)
			buffer_add(raw, piece, (size_t)got);
		else if (errno == EAGAIN)
			nanosleep(&nap, NULL);
		else if (errno != EINTR)
			return false;
	}
	return false;
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
	struct buffer raw = { .arena = &taking->scratch };
	int ends[2], status = 0;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return -1;
	child = fork();
	if (child == 0)
		be_the_child(taking, item->type, path, ends[1]);
	close(ends[1]);
	if (child < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) {
		close(ends[0]);
		if (child > 0)
			kill(child, SIGKILL);
		return -1;
	}
	*whole = read_pipe(ends[0], &raw);
	close(ends[0]);
	if (!*whole)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		*whole = false;
	clean(text, raw.bytes, raw.length);
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
	if (text.length == 0)
		return whole ? EMPTY : UNREADABLE;
	result = db_run_agency(taking->run->work->db, item->agency_id, STATEMENT_FILE_TEXT_ADD,
	    db_text(item->sha256), db_int(item->agency_id), db_text(scope_of(taking, item)),
	    db_bytes(text.bytes, text.length), db_int(!whole));
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
