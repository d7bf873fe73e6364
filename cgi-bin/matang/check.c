/* SPDX-License-Identifier: ISC */
/*
 * Whether what is stored is still what was stored.  Tables are read page by
 * page, each page in an arena of its own, so that memory does not grow with
 * the data.  Problems are one line each on stdout.
 */
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/sealed.h"
#include "base/secret.h"
#include "base/signing_key.h"
#include "matang/stray.h"
#include "rules/workflow.h"
#include "store/upload_session.h"
#include "base/banned.h"

struct checking {
	struct work *work;
	struct arena page;
	size_t files, papers, assessments, problems;
	uint64_t bytes;     /* of good files */
	uint64_t read, all; /* of all files: so far, and to be read */
	bool tells;         /* on stderr, how far it is */
	time_t told;
};

enum { TELL_SECONDS = 5 };

enum { PROGRESS };

static const struct option options[] = {
	[PROGRESS] = { .name = "progress",
	    .help = "say every few seconds "
		    "how far it is, also where stderr is no terminal" },
	{ .name = NULL },
};

static void problem(struct checking *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
problem(struct checking *checking, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
	fflush(stdout); /* found is said, whatever comes later */
	checking->problems++;
}

static void
check_tell(struct checking *checking)
{
	time_t now = time(NULL);

	if (!checking->tells || now < checking->told + TELL_SECONDS)
		return;
	checking->told = now;
	fprintf(stderr,
	    "matang: verify: %zu files, %llu of %llu MB read, "
	    "%zu problem%s\n",
	    checking->files, (unsigned long long)checking->read >> 20,
	    (unsigned long long)checking->all >> 20, checking->problems,
	    checking->problems == 1 ? "" : "s");
}

/* One page of rows is checked by `check`, row by row; 0 or a db_error. */
typedef int check_row(struct checking *, const struct rows *, size_t row);

static int
each_row(struct checking *checking, enum statement statement, check_row *check)
{
	struct db *db = checking->work->db;
	struct rows rows;
	int64_t after = 0;
	int result = 0;

	do {
		arena_reset(&checking->page);
		/* Hours may lie between two pages, and a server that closed
		 * the connection meanwhile is asked anew. */
		db_attach(db, &checking->page, &checking->work->fault);
		result = db_select_values(db, &rows, statement, DB_VALUES(db_int(after)));
		for (size_t row = 0; row < rows.count && result >= 0; row++) {
			after = row_int(&rows, row, "id");
			result = check(checking, &rows, row);
		}
	} while (result >= 0 && rows.count > 0);
	return result;
}

/* ---- files ---- */

static bool
file_hash(struct checking *checking, int fd, unsigned char hash[SHA256_BYTES], int64_t *bytes)
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	static char piece[65536];
	ssize_t got = -1;
	bool good = context != NULL && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1;

	*bytes = 0;
	while (good && (got = read(fd, piece, sizeof(piece))) > 0) {
		good = EVP_DigestUpdate(context, piece, (size_t)got) == 1;
		*bytes += got;
		checking->read += (uint64_t)got;
		check_tell(checking);
	}
	good = good && got == 0 && EVP_DigestFinal_ex(context, hash, NULL) == 1;
	EVP_MD_CTX_free(context);
	/* All that is stored passes here: it is not to push out of the
	 * system's memory what people are working with. */
	posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	return good;
}

/* "revision 12: file 2a/2a93… is … (Dinas Contoh: Rencana kerja, revision 2)":
 * for the machine that reads the log, and for the person who has to find out. */
static void
check_file(struct checking *checking, const char *what, const struct rows *rows, size_t row)
{
	const char *name = row_text(rows, row, "stored_name");
	const char *about = arena_format(&checking->page, "(%s: %s)",
	    row_text(rows, row, "agency_name"), row_text(rows, row, "about"));
	long long id = (long long)row_int(rows, row, "id");
	unsigned char hash[SHA256_BYTES];
	const void *expected;
	size_t length;
	int64_t bytes;
	int fd = files_open(checking->work->config.files_dir, name, &checking->work->fault);

	checking->files++;
	if (fd < 0) {
		error_chain_clear(&checking->work->fault);
		problem(checking,
		    "%s %lld: file %s is missing or cannot be "
		    "opened %s",
		    what, id, name, about);
		return;
	}
	expected = row_bytes(rows, row, "sha256", &length);
	if (!file_hash(checking, fd, hash, &bytes))
		problem(checking, "%s %lld: file %s cannot be read %s", what, id, name, about);
	else if (bytes != row_int(rows, row, "bytes"))
		problem(checking,
		    "%s %lld: file %s has %lld bytes instead of "
		    "%lld %s",
		    what, id, name, (long long)bytes, (long long)row_int(rows, row, "bytes"),
		    about);
	else if (length != SHA256_BYTES || memcmp(hash, expected, SHA256_BYTES) != 0)
		problem(checking,
		    "%s %lld: file %s is not what was stored: "
		    "its hash differs %s",
		    what, id, name, about);
	else
		checking->bytes += (uint64_t)bytes;
	close(fd);
}

static int
check_revision(struct checking *checking, const struct rows *rows, size_t row)
{
	check_file(checking, "revision", rows, row);
	return 0;
}

static int
matang_check_signature(struct checking *checking, const struct rows *rows, size_t row)
{
	check_file(checking, "signature", rows, row);
	return 0;
}

static int
check_complaint_file(struct checking *checking, const struct rows *rows, size_t row)
{
	check_file(checking, "complaint file", rows, row);
	return 0;
}

static int
check_service_file(struct checking *checking, const struct rows *rows, size_t row)
{
	check_file(checking, "file of an application", rows, row);
	return 0;
}

static int
check_package(struct checking *checking, const struct rows *rows, size_t row)
{
	check_file(checking, "transfer package", rows, row);
	return 0;
}

static int
check_drawing(struct checking *checking, const struct rows *rows, size_t row)
{
	check_file(checking, "drawing", rows, row);
	return 0;
}

static int
check_crest(struct checking *checking, const struct rows *rows, size_t row)
{
	check_file(checking, "crest", rows, row);
	return 0;
}

/* A few are left by what broke off.  Many say that the database is older than
 * the files, and that rows are lost which people were told of. */
static void
check_stray(void *argument, const struct stray *stray)
{
	struct checking *checking = argument;

	if (stray->ours && !stray->staged)
		problem(checking, "file %s (%lld bytes) has no row", stray->path,
		    (long long)stray->bytes);
}

/* What is still on its way is there, and no longer than it will be. */
static int
check_upload_session(struct checking *checking, const struct rows *rows, size_t row)
{
	const char *name = row_text(rows, row, "stored_name");
	long long id = (long long)row_int(rows, row, "id");
	struct work *work = checking->work;
	struct upload_session file;

	switch (upload_session_open(&file, work->config.files_dir, name, 0, &work->fault)) {
	case UPLOAD_SESSION_OPEN:
		if (file.sure > (uint64_t)row_int(rows, row, "bytes"))
			problem(checking,
			    "upload session %lld: more has come than "
			    "was announced",
			    id);
		break;
	case UPLOAD_SESSION_BUSY:
		break; /* it is coming in just now */
	case UPLOAD_SESSION_GONE:
		problem(checking, "upload session %lld: file %s is missing", id, name);
		break;
	case UPLOAD_SESSION_FAILED:
		error_chain_clear(&work->fault);
		problem(checking, "upload session %lld: file %s cannot be read", id, name);
		break;
	}
	upload_session_close(&file);
	return 0;
}

/* ---- papers ---- */

static int
check_paper(struct checking *checking, const struct rows *rows, size_t row)
{
	unsigned char hash[SHA256_BYTES];
	const char *content = row_text(rows, row, "content");
	const void *digest;
	size_t length;

	checking->papers++;
	sha256(hash, content, strlen(content));
	digest = row_bytes(rows, row, "digest", &length);
	if (length != SHA256_BYTES || memcmp(hash, digest, length) != 0)
		problem(checking,
		    "paper %lld: its content is not what was "
		    "printed: the digest differs",
		    (long long)row_int(rows, row, "id"));
	return 0;
}

/* ---- history ---- */

/* One answer to each variable; and from "not started", each move begins where the
 * one before ended, is one that the workflow knows, and the last ends in the present state. */
static int
check_assessment(struct checking *checking, const struct rows *rows, size_t row)
{
	long long id = (long long)row_int(rows, row, "id");
	const char *now = state_code(STATE_NOT_STARTED);
	struct rows moves;
	int result = db_select(checking->work->db, &moves, STATEMENT_VERIFY_MOVES, db_int(id));

	checking->assessments++;
	if (row_int(rows, row, "answers") != row_int(rows, row, "variables"))
		problem(checking,
		    "assessment %lld has %lld answers for %lld variables (%s, %lld): take the "
		    "answers back from a backup",
		    id, (long long)row_int(rows, row, "answers"),
		    (long long)row_int(rows, row, "variables"), row_text(rows, row, "agency_name"),
		    (long long)row_int(rows, row, "year"));
	for (size_t at = 0; result >= 0 && at < moves.count; at++) {
		const char *from = row_text(&moves, at, "from_value");
		const char *to = row_text(&moves, at, "to_value");
		long long key = (long long)row_int(&moves, at, "id");
		enum state left, right;

		if (strcmp(from, now) != 0)
			problem(checking,
			    "assessment %lld: history row %lld "
			    "begins at %s, but the one before ended at %s",
			    id, key, from, now);
		if (!state_of(from, &left) || !state_of(to, &right) ||
		    !workflow_connects(left, right))
			problem(checking,
			    "assessment %lld: history row %lld: "
			    "no move leads from %s to %s",
			    id, key, from, to);
		now = to;
	}
	if (result >= 0 && strcmp(now, row_text(rows, row, "state")) != 0)
		problem(checking,
		    "assessment %lld is %s, but its history "
		    "ends at %s",
		    id, row_text(rows, row, "state"), now);
	return result;
}

static int
matang_check_level(struct checking *checking, const struct rows *rows, size_t row)
{
	problem(checking, "level %lld asks for no document at all",
	    (long long)row_int(rows, row, "id"));
	return 0;
}

static int
check_all(struct checking *checking)
{
	static const struct {
		enum statement statement;
		check_row *check;
	} parts[] = {
		{ DB_TAKES(1, STATEMENT_VERIFY_FILES), check_revision },
		{ DB_TAKES(1, STATEMENT_VERIFY_SIGNATURES), matang_check_signature },
		{ DB_TAKES(1, STATEMENT_VERIFY_COMPLAINT_FILES), check_complaint_file },
		{ DB_TAKES(1, STATEMENT_VERIFY_SERVICE_FILES), check_service_file },
		{ DB_TAKES(1, STATEMENT_VERIFY_PACKAGES), check_package },
		{ DB_TAKES(1, STATEMENT_VERIFY_DRAWINGS), check_drawing },
		{ DB_TAKES(1, STATEMENT_VERIFY_CRESTS), check_crest },
		{ DB_TAKES(1, STATEMENT_UPLOAD_SESSION_ALIVE), check_upload_session },
		{ DB_TAKES(1, STATEMENT_VERIFY_ISSUED), check_paper },
		{ DB_TAKES(1, STATEMENT_VERIFY_ASSESSMENTS), check_assessment },
		{ DB_TAKES(1, STATEMENT_VERIFY_LEVELS), matang_check_level },
	};
	int result = 0;

	for (size_t at = 0; result >= 0 && at < sizeof(parts) / sizeof(parts[0]); at++)
		result = each_row(checking, parts[at].statement, parts[at].check);
	return result;
}

/* A key that is not there is noticed by the first who signs in by a code. */
static void
check_key(struct checking *checking, const char *name, const char *path,
    bool (*opens)(const char *path, struct error_chain *))
{
	struct error_chain *fault = &checking->work->fault;

	if (path == NULL || opens(path, fault))
		return;
	problem(checking, "%s %s: %s", name, path,
	    fault->depth > 0 ? fault->causes[0].text : "cannot be read");
	error_chain_clear(fault);
}

static bool
opens_secrets(const char *path, struct error_chain *fault)
{
	unsigned char key[SEAL_KEY_BYTES];
	bool opens = seal_key_load(path, key, fault) == 0;

	explicit_bzero(key, sizeof(key));
	return opens;
}

static bool
opens_signing(const char *path, struct error_chain *fault)
{
	struct signing_key key;
	bool opens = signing_key_load(path, &key, fault) == 0;

	if (opens)
		signing_key_forget(&key);
	return opens;
}

static void
check_keys(struct checking *checking)
{
	const struct config *config = &checking->work->config;

	if (config->secrets_key == NULL)
		problem(checking,
		    "secrets_key: the configuration names none, and second factors lie open in "
		    "the database");
	check_key(checking, "secrets_key", config->secrets_key, opens_secrets);
	check_key(checking, "signing_key", config->signing_key, opens_signing);
}

static int
verify(struct work *work)
{
	struct checking checking = { .work = work,
		.tells = work->given[PROGRESS] != NULL || isatty(STDERR_FILENO),
		.told = time(NULL) };
	struct rows total;
	int result, status;

	check_keys(&checking);
	result = db_select(work->db, &total, STATEMENT_VERIFY_TOTAL);
	if (result > 0)
		checking.all = (uint64_t)row_int(&total, 0, "bytes");
	if (result >= 0)
		result = check_all(&checking);
	db_attach(work->db, &work->arena, &work->fault);
	arena_free(&checking.page);
	if (result < 0)
		return store_failed(work, result, "broke off");
	status = stray_files(work, STRAY_HOURS, check_stray, &checking);
	if (status != DONE)
		return status;
	printf("checked %zu files (%llu bytes good), %zu papers, %zu "
	       "assessments: ",
	    checking.files, (unsigned long long)checking.bytes, checking.papers,
	    checking.assessments);
	if (checking.problems == 0)
		puts("no problem");
	else
		printf("%zu problem%s\n", checking.problems, checking.problems == 1 ? "" : "s");
	return checking.problems == 0 ? DONE : PROBLEM;
}

const struct command verify_command = {
	.name = "verify",
	.summary = "check that what is stored is still what was stored",
	.about = "Computes the hash of every stored file anew and compares it; "
		 "compares every paper\nwith its digest; and follows the history "
		 "of every assessment from its beginning\nto its present state, "
		 "and counts its answers. The keys that the configuration names must\nbe "
		 "there and be closed to others. Each problem is one line; any of\nthem gives "
		 "exit status 1. Files that no row names are listed by sweep.\n"
		 "Status 3: the database went away, and not everything was "
		 "looked at.",
	.options = options,
	.run = verify,
};
