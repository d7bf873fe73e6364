/* SPDX-License-Identifier: ISC */
/*
 * All signatures of a file, and the one verdict over them: what is proved
 * wrong weighs more than what cannot be known.  What came after a signature is
 * judged by what it is, by the inspector: proof and further signatures may
 * come, all else may show something that nobody signed.
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
	[SIGNATURE_STAMP_WRONG] = { SIGNATURE_INVALID, "stamp_wrong" },
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

/* Whatever was added in good faith ends as every document does; what stands
 * behind the end one reader passes over and another one reads. */
static bool
ends_as_document(const struct work *work)
{
	const unsigned char *at = work->bytes, *end = at + work->length, *last = NULL;

	while ((at = memmem(at, (size_t)(end - at), "%%EOF", 5)) != NULL)
		last = at += 5;
	return last != NULL && only_line_ends(last, end);
}

static void
judge(struct pdf_signatures *signatures, struct pdf_signature *signature,
    enum signature_reason reason)
{
	conclude(signatures, reason);
	if (signature->verdict == SIGNATURE_INVALID ||
	    (reasons[reason].verdict != SIGNATURE_INVALID && signature->reason != SIGNATURE_GOOD))
		return;
	signature->reason = reason;
	signature->verdict = reasons[reason].verdict;
}

/* What became of the file behind the signature at that place, up to the next
 * one or the end, which concerns this signature and all before it. */
static void
check_behind(const struct work *work, const struct byte_ranges *places, size_t at,
    const struct revisions *revisions, struct pdf_signatures *signatures)
{
	size_t from = places->all[at].until;
	bool last = at + 1 == places->count;
	size_t until = last ? work->length : places->all[at + 1].until;
	enum revision_change change = revision_behind(revisions, from);

	if (from == until || (last && only_line_ends(work->bytes + from, work->bytes + until)))
		return;
	if (last && !ends_as_document(work))
		change = REVISION_CHANGED;
	for (size_t before = 0; before <= at && change != REVISION_KEPT; before++)
		judge(signatures, &signatures->all[before],
		    change == REVISION_CHANGED ? SIGNATURE_CHANGED_AFTER : SIGNATURE_ADDED_PROOF);
}

/* Those by which the file only gives a reader rights are nobody's. */
static void
leave_out_rights(struct byte_ranges *places, uint32_t rights)
{
	size_t kept = 0;

	for (size_t at = 0; at < places->count; at++)
		if ((rights >> at & 1) == 0)
			places->all[kept++] = places->all[at];
	places->count = kept;
}

static void
check_bytes(struct work *work, int fd, const struct signature_question *question,
    struct pdf_signatures *signatures)
{
	struct revisions revisions = { .done = false };
	struct byte_ranges places;
	size_t people = 0;

	byte_ranges_find(&places, work->bytes, work->length);
	if (places.count > 0)
		inspect_revisions(question->inspector, fd, question->from, &inspection_at_once,
		    &revisions);
	leave_out_rights(&places, revisions.rights);
	signatures->count = places.count;
	/* From the last: what proves the time of those before comes after them. */
	for (size_t at = places.count; at-- > 0;) {
		struct pdf_signature *signature = &signatures->all[at];

		signature->reason = cms_check(work, &places.all[at], signature);
		signature->verdict = reasons[signature->reason].verdict;
		people += !signature->timestamp;
	}
	for (size_t at = 0; at < places.count; at++)
		conclude(signatures, signatures->all[at].reason);
	if (places.broken > 0)
		conclude(signatures, SIGNATURE_BROKEN);
	else if (people == 0)
		conclude(signatures, SIGNATURE_NO_SIGNATURE);
	for (size_t at = 0; at < places.count; at++)
		check_behind(work, &places, at, &revisions, signatures);
	if (question->from > 0)
		signatures->before = revision_behind(&revisions, question->from);
}

int
signature_check(int fd, const struct signature_question *question,
    struct pdf_signatures *signatures, struct error_chain *fault)
{
	struct work work = { .now = question->now, .moment = question->now };
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
	if (trust_open(&work, question->authorities) != 0)
		ERROR_CAUSE(fault, "no memory for the authorities");
	else if (memcmp(work.bytes, "%PDF-", 5) != 0)
		conclude(signatures, SIGNATURE_BROKEN);
	else
		check_bytes(&work, fd, question, signatures);
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
signature_stamp_code(enum signature_stamp stamp)
{
	static const char *const codes[] = { "none", "proved", "stranger", "wrong" };

	return codes[stamp];
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
