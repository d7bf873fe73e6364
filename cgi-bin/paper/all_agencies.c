/* SPDX-License-Identifier: ISC */
/*
 * The papers of all agencies of a cycle: those that are missing issued in one
 * press, and all that are valid sent as one ZIP.  Each paper is drawn once and
 * stored as ever (document/drawing.h); the archive is made while it is sent.
 */
#include "paper/paper.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "document/drawing.h"
#include "frame/judging.h"
#include "frame/words.h"
#include "frame/zip_answer.h"
#include "store/checksum.h"
#include "base/banned.h"

enum { AGENCY_CHARACTERS = 60 };

/* ---- those that are missing ---------------------------------------------------- */

struct missing_papers {
	struct context *context;
	struct issue_subject *subject;
	struct rows valid; /* assessment_id, kind of what stands */
	size_t issued;
};

static bool
stands(const struct missing_papers *missing, int64_t assessment_id, const char *kind)
{
	for (size_t row = 0; row < missing->valid.count; row++)
		if (row_int(&missing->valid, row, "assessment_id") == assessment_id &&
		    strcmp(row_text(&missing->valid, row, "kind"), kind) == 0)
			return true;
	return false;
}

static int
issue_missing_of(struct missing_papers *missing, const struct assessment *assessment)
{
	struct issue_subject *subject = missing->subject;
	const struct kind *kind;
	bool issued = false;
	int status = 0;

	for (size_t at = 0; status == 0 && (kind = kind_at(at)) != NULL; at++) {
		if (!kind->about_agency || !results_tier_disclosed(assessment->state, kind->from) ||
		    stands(missing, assessment->id, kind->code))
			continue;
		subject->assessment = assessment;
		subject->number = NULL;
		status = subject_issue_missing(missing->context, subject, kind, &issued);
		missing->issued += issued;
	}
	return status;
}

/* Who judges his own agency issues none of its papers. */
static int
issue_missing(struct missing_papers *missing)
{
	const struct results *results = &missing->subject->results;
	int status = 0;

	for (size_t at = 0; at < results->count && status == 0; at++) {
		struct assessment assessment;

		if (judges_own(missing->context, results->agencies[at].agency_id))
			continue;
		status = assessment_find(missing->context, results->agencies[at].assessment_id,
		    &assessment);
		if (status == 0 && *assessment.left_why == '\0')
			status = issue_missing_of(missing, &assessment);
	}
	return status;
}

int
issue_agencies(struct context *context)
{
	struct issue_subject subject = { .assessment = NULL };
	struct missing_papers missing = { .context = context, .subject = &subject };
	int status = subject_load(context, context->keys[0], &subject);

	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &missing.valid, STATEMENT_ISSUED_OF_AGENCIES,
			db_int(subject.cycle_id)));
	if (status == 0)
		status = issue_missing(&missing);
	return status != 0 ?
	    status :
	    context_redirect(context, "/paper/cycle/%lld?done=%s", (long long)subject.cycle_id,
		missing.issued > 0 ? "all-issued" : "all-there");
}

/* ---- as one ZIP ------------------------------------------------------------------ */

struct packed_paper {
	int64_t id;
	const char *name, *issued_at;
	struct drawing drawing; /* stored, or else: */
	struct buffer pdf;      /* drawn just now, and not kept */
};

struct paper_zip {
	struct context *context;
	const char *zone;
	struct packed_paper *papers;
	size_t count;
};

/* "003-Dinas Kesehatan/berita-acara-7KQ2M8XA.pdf": unique by its number. */
static const char *
paper_path(struct arena *arena, size_t number, const char *agency, const char *file)
{
	return arena_format(arena, "%03zu-%s/%s", number,
	    safe_name(arena, agency, AGENCY_CHARACTERS), file);
}

/* What cannot be drawn, since it was issued before there were PDF files, is left out. */
static int
paper_zip_add(struct paper_zip *archive, const struct rows *rows, size_t row, size_t number)
{
	struct context *context = archive->context;
	struct packed_paper *paper = &archive->papers[archive->count];
	int status;

	*paper = (struct packed_paper){ .id = row_int(rows, row, "id"),
		.issued_at = row_text(rows, row, "issued_at"),
		.pdf = { .arena = context->arena } };
	status = paper_stored(context, paper->id, &paper->drawing, &paper->pdf);
	if (status == 409 || status == 404)
		return 0;
	if (status != 0)
		return status;
	paper->name = paper_path(context->arena, number, row_text(rows, row, "agency"),
	    paper->drawing.file.name);
	archive->count++;
	return 0;
}

static int
paper_zip_plan(struct paper_zip *archive, const struct rows *rows)
{
	int64_t assessment = 0;
	size_t number = 0;
	int status = 0;

	archive->papers = arena_array(archive->context->arena, rows->count + 1,
	    sizeof(*archive->papers));
	for (size_t row = 0; row < rows->count && status == 0; row++) {
		number += row_int(rows, row, "assessment_id") != assessment;
		assessment = row_int(rows, row, "assessment_id");
		status = paper_zip_add(archive, rows, row, number);
	}
	return status;
}

static int
pack_file(struct context *context, struct zip *zip, const struct packed_paper *paper,
    struct zip_entry *entry)
{
	struct checksums sums;
	int result,
	    fd = files_open(context->config->files_dir, paper->drawing.file.stored_name,
		&context->errors);

	if (fd < 0)
		return -1;
	result = checksum_file(fd, &sums, &context->errors);
	entry->crc = sums.crc32;
	if (result == 0)
		result = zip_entry(zip, entry);
	if (result == 0)
		result = zip_file(zip, fd);
	close(fd);
	return result;
}

static int
pack_paper(const struct paper_zip *archive, struct zip *zip, const struct packed_paper *paper)
{
	bool stored = paper->drawing.stored;
	struct zip_entry entry = { .name = paper->name,
		.bytes = stored ? (uint64_t)paper->drawing.file.bytes : paper->pdf.length };

	zip_entry_day(&entry, paper->issued_at, archive->zone);
	if (zip_counts(zip))
		return zip_entry(zip, &entry) == 0 ? zip_skip(zip) : -1;
	if (stored)
		return pack_file(archive->context, zip, paper, &entry);
	entry.crc = checksum_crc32(paper->pdf.bytes, paper->pdf.length);
	return zip_entry(zip, &entry) == 0 ?
	    zip_data(zip, paper->pdf.bytes, paper->pdf.length) :
	    -1;
}

static int
pack_papers(void *argument, struct zip *zip)
{
	const struct paper_zip *archive = argument;

	for (size_t at = 0; at < archive->count; at++)
		if (pack_paper(archive, zip, &archive->papers[at]) != 0)
			return -1;
	return 0;
}

static int
paper_zip_send(struct paper_zip *archive, const char *name)
{
	struct context *context = archive->context;
	uint64_t length;
	int status = zip_answer_plan(context, pack_papers, archive, &length);

	if (status != 0)
		return status;
	context_takes_out(context, "export", 0, 0, name);
	answer_header(context->request, "Cache-Control", "no-store");
	zip_answer_send(context, pack_papers, archive, length, name);
	return 0;
}

int
send_papers_zip(struct context *context)
{
	struct issue_subject subject = { .assessment = NULL };
	struct paper_zip archive = { .context = context };
	struct rows rows;
	int status = subject_load(context, context->keys[0], &subject);

	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &rows, STATEMENT_ISSUED_OF_AGENCIES,
			db_int(subject.cycle_id)));
	if (status == 0)
		status = context_hold(context);
	if (status == 0)
		status = paper_zip_plan(&archive, &rows);
	if (status != 0)
		return status;
	if (archive.count == 0)
		return context_redirect(context, "/paper/cycle/%lld?done=no-papers",
		    (long long)subject.cycle_id);
	archive.zone = subject.letterhead.zone;
	return paper_zip_send(&archive,
	    arena_format(context->arena, "Lembar %s %lld.zip",
		safe_name(context->arena, subject.results.region_name, AGENCY_CHARACTERS),
		(long long)subject.results.year));
}
