/* SPDX-License-Identifier: ISC */
/*
 * The papers about one agency in one cycle, berita acara and recap of its
 * result: the page that lists them, and issuing one.
 */
#include "paper/paper.h"

#include "frame/judging.h"
#include "base/banned.h"

enum { ISSUE_KIND };

/* What the page shows: the papers of an assessment, and what goes into new ones. */
struct agency_papers {
	struct assessment assessment;
	struct issue_subject subject;
	struct rows papers;
};

static int
agency_papers_read(struct context *context, struct agency_papers *read)
{
	int status = assessment_find(context, context->keys[0], &read->assessment);

	read->subject = (struct issue_subject){ .assessment = &read->assessment };
	if (status == 0)
		status = letterhead_load(context, read->assessment.region_id,
		    read->assessment.cycle_id, &read->subject.letterhead);
	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, &read->papers, STATEMENT_ISSUED_LIST_ASSESSMENT,
		    db_int(read->assessment.id)));
}

int
show_agency(struct context *context)
{
	struct agency_papers read;
	int status = agency_papers_read(context, &read);

	if (status != 0)
		return status;
	assessment_fill(context, &read.assessment);
	fill_papers(context, &read.papers, true, &read.subject);
	if (context_may(context, ROLE_VERIFIER) && !judges_own(context, read.assessment.agency_id))
		page_set(&context->page, "May.issue", "1");
	return context_show(context, "paper/agency");
}

int
send_agency_papers(struct context *context)
{
	struct agency_papers read;
	int status = agency_papers_read(context, &read);

	return status != 0 ?
	    status :
	    send_papers(context, &read.papers, read.assessment.zone,
		arena_format(context->arena, "lembar-%lld-%lld", (long long)read.assessment.year,
		    (long long)read.assessment.id));
}

int
issue_agency(struct context *context)
{
	const struct kind *kind = kind_named(form_text(&context->form, ISSUE_KIND));
	struct assessment assessment;
	struct issue_subject subject = { .assessment = &assessment };
	int64_t issued_id;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = subject_load(context, assessment.cycle_id, &subject);
	if (status != 0)
		return status;
	if (!form_ok(&context->form) || kind == NULL || !kind->about_agency)
		return 400;
	if (*assessment.left_why != '\0')
		return context_refuse(context, 409, "Penilaian ini keluar dari periode: %s.",
		    assessment.left_why);
	if (!results_tier_disclosed(assessment.state, kind->from))
		return context_refuse(context, 409,
		    "Lembar ini dibuat setelah "
		    "verifikasi perangkat daerah itu selesai.");
	status = subject_issue(context, &subject, kind, &issued_id);
	return status != 0 ?
	    status :
	    context_redirect(context, "/paper/%lld?done=issued", (long long)issued_id);
}
