/* SPDX-License-Identifier: ISC */
/*
 * The papers about one agency in one cycle, berita acara and recap of its
 * result: the page that lists them, and issuing one.
 */
#include "paper/paper.h"

#include "frame/judging.h"
#include "base/banned.h"

enum { ISSUE_KIND };

int
show_agency(struct context *context)
{
	struct assessment assessment;
	struct issue_subject subject = { .assessment = &assessment };
	struct rows papers;
	int result, status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = letterhead_load(context, assessment.region_id, &subject.letterhead);
	if (status != 0)
		return status;
	result = db_select(context->db, &papers, STATEMENT_ISSUED_LIST_ASSESSMENT,
	    db_int(assessment.id));
	if (result < 0)
		return context_status(context, result);
	assessment_fill(context, &assessment);
	fill_papers(context, &papers, true, &subject);
	if (context_may(context, ROLE_VERIFIER) && !judges_own(context, assessment.agency_id))
		page_set(&context->page, "May.issue", "1");
	return context_show(context, "paper/agency");
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
