/* SPDX-License-Identifier: ISC */
#include "paper/paper.h"
#include "base/banned.h"

/* The papers about one agency in one cycle. */

enum { ISSUE_KIND };

int
show_agency(struct visit *visit)
{
	struct assessment assessment;
	struct matter matter = { .assessment = &assessment };
	struct rows papers;
	int result, status = assessment_find(visit, visit->keys[0],
	    &assessment);

	if (status == 0)
		status = letterhead_load(visit, assessment.region_id,
		    &matter.letterhead);
	if (status != 0)
		return status;
	result = db_select(visit->db, &papers,
	    STATEMENT_PAPER_LIST_ASSESSMENT, db_int(assessment.id));
	if (result < 0)
		return visit_status(visit, result);
	assessment_fill(visit, &assessment);
	fill_papers(visit, &papers, true, &matter);
	if (visit_may(visit, ROLE_VERIFIER))
		page_set(&visit->page, "May.issue", "1");
	return visit_show(visit, "paper/agency");
}

int
issue_agency(struct visit *visit)
{
	const struct kind *kind = kind_named(form_text(&visit->form,
	    ISSUE_KIND));
	struct assessment assessment;
	struct matter matter = { .assessment = &assessment };
	int64_t paper_id;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status == 0)
		status = matter_load(visit, assessment.cycle_id, &matter);
	if (status != 0)
		return status;
	if (!form_ok(&visit->form) || kind == NULL || !kind->about_agency)
		return 400;
	if (!figures_tier_told(assessment.state, kind->from))
		return visit_refuse(visit, 409, "Lembar ini dibuat setelah "
		    "verifikasi perangkat daerah itu selesai.");
	status = matter_issue(visit, &matter, kind, &paper_id);
	return status != 0 ? status : visit_redirect(visit,
	    "/paper/%lld?done=issued", (long long)paper_id);
}
