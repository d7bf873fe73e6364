/* SPDX-License-Identifier: ISC */
#include "verify/verify.h"

#include "step/words.h"
#include "base/banned.h"

const struct tier_traits tiers[TIERS] = {
	[TIER_CITY] = { .eyes = EYES_CITY, .finish = ACTION_VERIFY,
	    .waiting = STATE_SUBMITTED,
	    .decide = DB_TAKES(6, STATEMENT_VERIFY_DECIDE_CITY),
	    .code = "city", .level_subject = "city_level",
	    .decision_subject = "city_decision",
	    .before = "penilaian mandiri", .done = "verified" },
	[TIER_PROVINCE] = { .eyes = EYES_PROVINCE, .finish = ACTION_VALIDATE,
	    .waiting = STATE_VERIFIED,
	    .decide = DB_TAKES(6, STATEMENT_VERIFY_DECIDE_PROVINCE),
	    .code = "province", .level_subject = "province_level",
	    .decision_subject = "province_decision",
	    .before = "verifikasi", .done = "validated" },
};

enum tier
tier_of(const struct visit *visit)
{
	return visit_may(visit, ROLE_VALIDATOR) ? TIER_PROVINCE : TIER_CITY;
}

int
bench_find(struct visit *visit, struct bench *bench)
{
	int status = assessment_find(visit, visit->keys[0],
	    &bench->assessment);

	if (status != 0)
		return status;
	bench->tier = tier_of(visit);
	bench->own = visit->actor.agency_id == bench->assessment.agency_id;
	return 0;
}

const struct move *
bench_may(struct visit *visit, const struct bench *bench, enum action action,
    int *status)
{
	/* product.md, "Roles": never the agency they work in. */
	if (bench->own)
		*status = visit_refuse(visit, 403, "Anda bekerja di perangkat "
		    "daerah ini, jadi yang memeriksanya anggota tim lain. Anda "
		    "tetap dapat membaca semuanya.");
	else if (!bench->assessment.cycle_open)
		*status = visit_refuse(visit, 409, "Periode penilaian ini "
		    "sudah ditutup, jadi isinya hanya dapat dibaca.");
	else
		return assessment_may(visit, &bench->assessment, action,
		    status);
	return NULL;
}

void
bench_fill(struct visit *visit, const struct bench *bench)
{
	struct node *node = page_node(&visit->page, "Bench");
	int status;

	assessment_fill(visit, &bench->assessment);
	node_set(node, "tier", tiers[bench->tier].code);
	if (bench->own)
		node_set(node, "own", "1");
	if (bench_may(visit, bench, ACTION_RETURN, &status) != NULL)
		node_set(node, "returns", "1");
	if (bench_may(visit, bench, tiers[bench->tier].finish, &status) != NULL)
		node_set(node, "writes", "1");
	else if (visit->why != NULL)
		node_set(node, "why", visit->why);
}

const char *
level_words(struct visit *visit, int level)
{
	return level == LEVEL_ABSENT ? "–" : arena_format(visit->arena,
	    "%s (%d)", words_roman(level), level);
}
