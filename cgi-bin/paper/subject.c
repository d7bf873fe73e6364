/* SPDX-License-Identifier: ISC */
/*
 * What a paper is about: the cycle, and the agency where it is about one; and
 * the small things that the tables of several papers have in common.
 */
#include "paper/paper.h"

#include <string.h>

#include "assessment/kept_cycle.h"
#include "assessment/replica.h"
#include "frame/words.h"
#include "base/banned.h"

const char subject_usual_basis[] = "Peraturan Menteri Dalam Negeri Nomor 99 Tahun 2018 tentang "
				   "Pembinaan dan Pengendalian Penataan Perangkat Daerah";

const char *
cell_number(struct arena *arena, int64_t number)
{
	return number != 0 ? arena_format(arena, "%lld", (long long)number) : "";
}

const char *
cell_level(int64_t level)
{
	return words_roman(level);
}

void
number_column(struct block *table)
{
	compose_column(table, "No.", 5, ALIGN_CENTRE);
}

const struct agency_results *
subject_agency(const struct issue_subject *subject)
{
	for (size_t at = 0; at < subject->results.count; at++)
		if (subject->results.agencies[at].assessment_id == subject->assessment->id)
			return &subject->results.agencies[at];
	return NULL;
}

const char *
subject_basis(struct arena *arena, const struct issue_subject *subject)
{
	const char *basis = row_text(&subject->cycle, 0, "basis");
	const char *remark = strstr(basis, ". ");

	if (*basis == '\0')
		return subject_usual_basis;
	return remark == NULL ? basis : arena_copy(arena, basis, (size_t)(remark - basis));
}

static int64_t
region_below(const struct context *context)
{
	return context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR | ROLE_ADMIN) ?
	    context->actor.region_id :
	    0;
}

int
subject_load(struct context *context, int64_t cycle_id, struct issue_subject *subject)
{
	int status,
	    result = db_select(context->db, &subject->cycle, STATEMENT_PAPER_CYCLE,
		db_int(cycle_id), db_key(context->actor.region_id), db_key(region_below(context)));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	subject->cycle_id = cycle_id;
	subject->number = "";
	status = replica_guard(context, row_int(&subject->cycle, 0, "imported") != 0,
	    row_text(&subject->cycle, 0, "region_name"));
	if (status == 0)
		status = letterhead_load(context, row_int(&subject->cycle, 0, "region_id"),
		    cycle_id, &subject->letterhead);
	if (status == 0)
		status = context_status(context, kept_cycle(context, cycle_id, &subject->kept));
	return status != 0 ? status : results_load(context, cycle_id, &subject->results);
}
