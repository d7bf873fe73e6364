/* SPDX-License-Identifier: ISC */
/*
 * matang check-signature FILE
 *
 * Says about a PDF what the pages would say of its signatures, and why, by
 * trust anchors out of a file: for the operator who wants to know why one was
 * refused.  No database is asked, and no configuration is needed.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "matang/command.h"
#include "pdf_signature/signature_check.h"
#include "base/banned.h"

enum { TRUST_ANCHORS, AT };

static const struct option options[] = {
	[TRUST_ANCHORS] = { "trust-anchors", "FILE",
	    "certificates that are "
	    "trusted, and their revocation lists, in PEM",
	    false },
	[AT] = { "at", "YYYY-MM-DD", "as if it were this day", false },
	{ .name = NULL },
};

static void
print(size_t number, const struct pdf_signature *signature)
{
	printf("%zu\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", number,
	    signature_verdict_code(signature->verdict), signature_reason_code(signature->reason),
	    signature->timestamp ? "timestamp" : "signature", signature->whole ? "whole" : "part",
	    *signature->time != '\0' ? signature->time : "-",
	    signature->stamp == STAMP_PROVED ? "proved" : "claimed",
	    *signature->signer != '\0' ? signature->signer : "-",
	    *signature->issuer != '\0' ? signature->issuer : "-");
}

static int
read_trust_anchors(struct work *work, const char **pem)
{
	struct trust_anchor all[TRUST_ANCHORS_MAX];
	size_t length;
	char *text;

	*pem = "";
	if (work->given[TRUST_ANCHORS] == NULL)
		return DONE;
	text = read_file(work, work->given[TRUST_ANCHORS], &length);
	if (text == NULL)
		return PROBLEM;
	if (trust_anchors_read(text, length, &work->arena, all, pem) == 0)
		return complain(work, PROBLEM,
		    "%s: no certificates, or more "
		    "than %d",
		    work->given[TRUST_ANCHORS], TRUST_ANCHORS_MAX);
	return DONE;
}

static bool
read_day(const char *text, time_t *moment)
{
	struct tm tm = { .tm_hour = 12 };
	const char *end = strptime(text, "%Y-%m-%d", &tm);

	*moment = timegm(&tm);
	return end != NULL && *end == '\0';
}

/* The inspector as it was built or installed with this command. */
static const char *
inspector_beside(struct work *work)
{
	char self[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);
	const char *beside;

	if (length <= 0)
		return MATANG_INSPECTOR_PATH;
	self[length] = '\0';
	*strrchr(self, '/') = '\0';
	beside = arena_format(&work->arena, "%s/inspect", self);
	return access(beside, X_OK) == 0 ? beside : MATANG_INSPECTOR_PATH;
}

static int
matang_signature_check_signature(struct work *work)
{
	const char *path = work->arguments[0];
	struct signature_question question = { .now = time(NULL),
		.inspector = inspector_beside(work) };
	struct pdf_signatures signatures;
	int fd, result;

	if (work->given[AT] != NULL && !read_day(work->given[AT], &question.now))
		return complain(work, MISUSE, "--at wants YYYY-MM-DD");
	result = read_trust_anchors(work, &question.authorities);
	if (result != DONE)
		return result;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return complain(work, PROBLEM, "cannot open %s: %s", path, strerror(errno));
	result = signature_check(fd, &question, &signatures, &work->fault);
	close(fd);
	if (result != 0)
		return store_failed(work, PROBLEM, "cannot check it");
	printf("%s\t%s\t%zu\n", signature_verdict_code(signatures.verdict),
	    signature_reason_code(signatures.reason), signatures.count);
	for (size_t at = 0; at < signatures.count; at++)
		print(at + 1, &signatures.all[at]);
	return signatures.verdict == SIGNATURE_VALID ? DONE : PROBLEM;
}

const struct command check_signature_command = {
	.name = "check-signature",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.summary = "check the electronic signatures of a PDF",
	.about = "Prints verdict (valid, invalid, unknown), reason and number "
		 "of signatures, then a\nline for each in the order in which they "
		 "were made, fields separated by tabs. Exit\nstatus 0 when all are "
		 "valid. Nothing is asked of the network.",
	.options = options,
	.alone = true,
	.run = matang_signature_check_signature,
};
