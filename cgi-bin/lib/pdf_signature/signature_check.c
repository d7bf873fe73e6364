/* SPDX-License-Identifier: ISC */
#include "pdf_signature/signature_check.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "pdf_signature/internal.h"
#include "base/banned.h"

static const struct {
	enum seal_verdict verdict;
	const char *code;
} reasons[] = {
	[SEAL_GOOD] = { SEAL_VALID, "good" },
	[SEAL_CONTENT_CHANGED] = { SEAL_INVALID, "content_changed" },
	[SEAL_CHANGED_AFTER] = { SEAL_INVALID, "changed_after" },
	[SEAL_REVOKED] = { SEAL_INVALID, "revoked" },
	[SEAL_NOT_FOR_SIGNING] = { SEAL_INVALID, "not_for_signing" },
	[SEAL_NOT_YET] = { SEAL_INVALID, "not_yet" },
	[SEAL_NO_SIGNATURE] = { SEAL_UNKNOWN, "no_signature" },
	[SEAL_BROKEN] = { SEAL_UNKNOWN, "broken" },
	[SEAL_OLD_FORM] = { SEAL_UNKNOWN, "old_form" },
	[SEAL_WEAK] = { SEAL_UNKNOWN, "weak" },
	[SEAL_STRANGER] = { SEAL_UNKNOWN, "stranger" },
	[SEAL_NO_AUTHORITY] = { SEAL_UNKNOWN, "no_authority" },
	[SEAL_EXPIRED] = { SEAL_UNKNOWN, "expired" },
	[SEAL_ADDED_PROOF] = { SEAL_UNKNOWN, "added_proof" },
};

static void
conclude(struct seals *seals, enum seal_reason reason)
{
	/* What is proved wrong weighs more than what cannot be known. */
	if (seals->verdict == SEAL_INVALID || (seals->verdict ==
	    SEAL_UNKNOWN && reasons[reason].verdict != SEAL_INVALID) ||
	    reasons[reason].verdict == SEAL_VALID)
		return;
	seals->verdict = reasons[reason].verdict;
	seals->reason = reason;
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
check_tail(const struct work *work, size_t covered, struct seals *seals)
{
	const unsigned char *tail = work->bytes + covered;
	size_t length = work->length - covered;

	if (only_line_ends(tail, tail + length))
		return;
	/* A document security store (ISO 32000-2, 12.8.4.3) is added after the
	 * signature in good faith; that nothing else came with it is more than
	 * the bytes alone can show. */
	conclude(seals, memmem(tail, length, "/DSS", 4) != NULL ?
	    SEAL_ADDED_PROOF : SEAL_CHANGED_AFTER);
}

static void
check_bytes(const struct work *work, struct seals *seals)
{
	struct places places;
	size_t people = 0;

	places_find(&places, work->bytes, work->length);
	for (size_t at = 0; at < places.count; at++) {
		struct seal *seal = &seals->all[seals->count++];

		seal->reason = signature_check(work, &places.all[at], seal);
		seal->verdict = reasons[seal->reason].verdict;
		conclude(seals, seal->reason);
		people += !seal->timestamp;
	}
	if (places.broken > 0)
		conclude(seals, SEAL_BROKEN);
	else if (people == 0)
		conclude(seals, SEAL_NO_SIGNATURE);
	if (places.count > 0)
		check_tail(work, places.all[places.count - 1].until, seals);
}

int
seal_check(int fd, const char *authorities, time_t now, struct seals *seals,
    struct fault *fault)
{
	struct work work = { .now = now };
	struct stat about;
	void *map;

	*seals = (struct seals){ .verdict = SEAL_VALID };
	if (fstat(fd, &about) != 0) {
		FAULT(fault, "cannot look at a signed file: %s",
		    strerror(errno));
		return -1;
	}
	work.length = (size_t)about.st_size;
	if (work.length < 8) {
		conclude(seals, SEAL_BROKEN);
		return 0;
	}
	map = mmap(NULL, work.length, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED) {
		FAULT(fault, "cannot read a signed file: %s",
		    strerror(errno));
		return -1;
	}
	work.bytes = map;
	if (trust_open(&work, authorities) != 0)
		FAULT(fault, "no memory for the authorities");
	else if (memcmp(work.bytes, "%PDF-", 5) != 0)
		conclude(seals, SEAL_BROKEN);
	else
		check_bytes(&work, seals);
	munmap(map, work.length);
	if (work.authorities == NULL)
		return -1;
	X509_STORE_free(work.authorities);
	return 0;
}

const char *
seal_verdict_code(enum seal_verdict verdict)
{
	return verdict == SEAL_VALID ? "valid" : verdict == SEAL_INVALID ?
	    "invalid" : "unknown";
}

const char *
seal_reason_code(enum seal_reason reason)
{
	return reason < SEAL_REASONS ? reasons[reason].code : "";
}

enum seal_reason
seal_reason_of(const char *code)
{
	enum seal_reason reason = SEAL_GOOD;

	while (reason < SEAL_REASONS &&
	    strcmp(reasons[reason].code, code) != 0)
		reason++;
	return reason;
}
