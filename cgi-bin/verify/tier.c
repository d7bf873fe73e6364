/* SPDX-License-Identifier: ISC */
/*
 * What differs between the two tiers that judge, city and province, as one
 * table; and whether the actor may judge this assessment now, or why not.
 */
#include "verify/verify.h"

#include "frame/judging.h"
#include "frame/words.h"
#include "base/banned.h"

const struct tier_traits tiers[TIERS] = {
	[TIER_CITY] = { .viewer = VIEWER_CITY,
	    .finish = ACTION_VERIFY,
	    .waiting = STATE_SUBMITTED,
	    .decide = DB_TAKES(6, STATEMENT_VERIFY_DECIDE_CITY),
	    .code = "city",
	    .level_subject = "city_level",
	    .decision_subject = "city_decision",
	    .before = "penilaian mandiri",
	    .done = "verified" },
	[TIER_PROVINCE] = { .viewer = VIEWER_PROVINCE,
	    .finish = ACTION_VALIDATE,
	    .waiting = STATE_VERIFIED,
	    .decide = DB_TAKES(6, STATEMENT_VERIFY_DECIDE_PROVINCE),
	    .code = "province",
	    .level_subject = "province_level",
	    .decision_subject = "province_decision",
	    .before = "verifikasi",
	    .done = "validated" },
};

enum tier
tier_of(const struct context *context)
{
	return context_may(context, ROLE_VALIDATOR) ? TIER_PROVINCE : TIER_CITY;
}

int
verification_find(struct context *context, struct verification *verification)
{
	int status = assessment_find(context, context->keys[0], &verification->assessment);

	if (status != 0)
		return status;
	verification->tier = tier_of(context);
	return 0;
}

const struct move *
verification_may(struct context *context, const struct verification *verification,
    enum action action, int *status)
{
	if (!verification->assessment.cycle_open)
		*status = context_refuse(context, 409,
		    "Periode penilaian ini "
		    "sudah ditutup, jadi isinya hanya dapat dibaca.");
	else
		return assessment_may(context, &verification->assessment, action, status);
	return NULL;
}

void
verification_fill(struct context *context, const struct verification *verification)
{
	const struct assessment *assessment = &verification->assessment;
	struct node *node = page_node(&context->page, "Verification");
	bool own = judges_own(context, assessment->agency_id);
	enum role role = context->actor.role;

	assessment_fill(context, assessment);
	node_set(node, "tier", tiers[verification->tier].code);
	if (!own && assessment_allows(assessment, role, ACTION_RETURN))
		node_set(node, "returns", "1");
	if (!own && assessment_allows(assessment, role, tiers[verification->tier].finish))
		node_set(node, "writes", "1");
	else if (own)
		node_set(node, "stands", judging_why_not);
	else if (*assessment->left_why != '\0')
		node_set(node, "stands",
		    arena_format(context->arena,
			"Perangkat daerah ini keluar dari periode: %s. Isinya tetap.",
			assessment->left_why));
	else if (!assessment->cycle_open)
		node_set(node, "stands", "Laporan periode ini sudah diterbitkan; isinya tetap.");
	else
		node_set(node, "stands",
		    workflow_waits(assessment->state, assessment->province_tier));
}

const char *
level_words(struct context *context, int level)
{
	(void)context;
	return level == LEVEL_ABSENT ? "–" : words_roman(level);
}
