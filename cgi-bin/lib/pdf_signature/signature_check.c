/* SPDX-License-Identifier: ISC */
/*
 * All signatures of a file, and the one verdict over them: what is proved
 * wrong weighs more than what cannot be known.  Bytes after the last signature
 * count as a change, since they may show something else, but for proof that
 * was added.
 */
#include "pdf_signature/signature_check.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "pdf_signature/internal.h"
#include "base/banned.h"

static const struct {
	enum signature_verdict verdict;
	const char *code;
} reasons[] = {
	[SIGNATURE_GOOD] = { SIGNATURE_VALID, "good" },
	[SIGNATURE_CONTENT_CHANGED] = { SIGNATURE_INVALID, "content_changed" },
	[SIGNATURE_CHANGED_AFTER] = { SIGNATURE_INVALID, "changed_after" },
	[SIGNATURE_REVOKED] = { SIGNATURE_INVALID, "revoked" },
	[SIGNATURE_NOT_FOR_SIGNING] = { SIGNATURE_INVALID, "not_for_signing" },
	[SIGNATURE_NOT_YET] = { SIGNATURE_INVALID, "not_yet" },
	[SIGNATURE_NO_SIGNATURE] = { SIGNATURE_UNKNOWN, "no_signature" },
	[SIGNATURE_BROKEN] = { SIGNATURE_UNKNOWN, "broken" },
	[SIGNATURE_OLD_FORM] = { SIGNATURE_UNKNOWN, "old_form" },
	[SIGNATURE_WEAK] = { SIGNATURE_UNKNOWN, "weak" },
	[SIGNATURE_STRANGER] = { SIGNATURE_UNKNOWN, "stranger" },
	[SIGNATURE_NO_AUTHORITY] = { SIGNATURE_UNKNOWN, "no_authority" },
	[SIGNATURE_EXPIRED] = { SIGNATURE_UNKNOWN, "expired" },
	[SIGNATURE_ADDED_PROOF] = { SIGNATURE_UNKNOWN, "added_proof" },
};

static void
conclude(struct pdf_signatures *signatures, enum signature_reason reason)
{
	/* What is proved wrong weighs more than what cannot be known. */
	if (signatures->verdict == SIGNATURE_INVALID ||
	    (signatures->verdict == SIGNATURE_UNKNOWN &&
		reasons[reason].verdict != SIGNATURE_INVALID) ||
	    reasons[reason].verdict == SIGNATURE_VALID)
		return;
	signatures->verdict = reasons[reason].verdict;
	signatures->reason = reason;
}

/* The end of line after %%EOF may come and go. */
static bool
only_line_ends(const unsigned char *at, const unsigned char *end)
{
	while (at < end && (*at == '\n' || *at == '\r'))
		at++;
	return at == end;
}

static void
check_tail(const struct work *work, size_t covered, struct pdf_signatures *signatures)
{
	const unsigned char *tail = work->bytes + covered;
	size_t length = work->length - covered;

	if (only_line_ends(tail, tail + length))
		return;
	/* A document security store (ISO 32000-2, 12.8.4.3) is added after the
	 * signature in good faith; that nothing else came with it is more than
	 * the bytes alone can show. */
	conclude(signatures,
	    memmem(tail, length, "/DSS", 4) != NULL ?
		SIGNATURE_ADDED_PROOF :
		SIGNATURE_CHANGED_AFTER);
}

static void
check_bytes(const struct work *work, struct pdf_signatures *signatures)
{
	struct byte_ranges places;
	size_t people = 0;

	byte_ranges_find(&places, work->bytes, work->length);
	for (size_t at = 0; at < places.count; at++) {
		struct pdf_signature *signature = &signatures->all[signatures->count++];

		signature->reason = cms_check(work, &places.all[at], signature);
		signature->verdict = reasons[signature->reason].verdict;
		conclude(signatures, signature->reason);
		people += !signature->timestamp;
	}
	if (places.broken > 0)
		conclude(signatures, SIGNATURE_BROKEN);
	else if (people == 0)
		conclude(signatures, SIGNATURE_NO_SIGNATURE);
	if (places.count > 0)
		check_tail(work, places.all[places.count - 1].until, signatures);
}

int
signature_check(int fd, const char *authorities, time_t now, struct pdf_signatures *signatures,
    struct error_chain *fault)
{
	struct work work = { .now = now };
	struct stat about;
	void *map;

	*signatures = (struct pdf_signatures){ .verdict = SIGNATURE_VALID };
	if (fstat(fd, &about) != 0) {
		ERROR_CAUSE(fault, "cannot look at a signed file: %s", strerror(errno));
		return -1;
	}
	work.length = (size_t)about.st_size;
	if (work.length < 8) {
		conclude(signatures, SIGNATURE_BROKEN);
		return 0;
	}
	map = mmap(NULL, work.length, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED) {
		ERROR_CAUSE(fault, "cannot read a signed file: %s", strerror(errno));
		return -1;
	}
	work.bytes = map;
	if (trust_open(&work, authorities) != 0)
		ERROR_CAUSE(fault, "no memory for the authorities");
	else if (memcmp(work.bytes, "%PDF-", 5) != 0)
		conclude(signatures, SIGNATURE_BROKEN);
	else
		check_bytes(&work, signatures);
	munmap(map, work.length);
	if (work.authorities == NULL)
		return -1;
	X509_STORE_free(work.authorities);
	return 0;
}

const char *
signature_verdict_code(enum signature_verdict verdict)
{
	return verdict == SIGNATURE_VALID ? "valid" :
	    verdict == SIGNATURE_INVALID  ? "invalid" :
					    "unknown";
}

const char *
signature_reason_code(enum signature_reason reason)
{
	return reason < SIGNATURE_REASONS ? reasons[reason].code : "";
}

enum signature_reason
signature_reason_of(const char *code)
{
	enum signature_reason reason = SIGNATURE_GOOD;

	while (reason < SIGNATURE_REASONS && strcmp(reasons[reason].code, code) != 0)
		reason++;
	return reason;
}
