/* SPDX-License-Identifier: ISC */
/*
 * All that is clear in one press, over all variables of an assessment: what the
 * desk proposes where nothing else is owed then (proposal.c).  The city accepts;
 * the province follows the city, and may take that back before it has finished.
 * What somebody has to look at stays as it is.
 */
#include "verify/verdict.h"

#include <string.h>

#include "base/banned.h"

enum { CLEAR_VERSION = WORK_VERSION, CLEAR_SEEN };

const struct field clear_fields[] = {
	[CLEAR_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true,
	    .min = 1,
	    .max = INT64_MAX },
	/* By the key of the link: the revision that the page has shown. */
	[CLEAR_SEEN] = { .name = "seen-",
	    .kind = FIELD_NUMBER,
	    .label = "Revisi",
	    .min = 0,
	    .max = INT64_MAX },
	{ .name = NULL },
};

struct clearing;

/* What a press does over all variables of an assessment. */
struct press {
	int (*row)(struct clearing *, const struct score_sheet *, const struct score_row *);
	int (*then)(struct clearing *);
	const char *again; /* what is said where somebody was faster */
};

struct clearing {
	struct context *context;
	const struct press *press;
	const struct verification *verification;
	const struct move *move; /* that stands open to the tier */
	size_t done;             /* variables */
};

/* What the page has shown is what is there. */
static bool
clear_seen(const struct form *form, const struct score_row *row, enum tier tier)
{
	const struct evidence *evidence = row->evidence;

	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++) {
			const struct evidence_link *link = &evidence->items[at].links[of];
			const struct each *seen = form_member(form, CLEAR_SEEN, link->id);

			if (*proposed_decision(tier, link) != '\0' &&
			    (seen == NULL || seen->number != link->revision_id))
				return false;
		}
	return true;
}

static void
clear_decide(struct verdict *verdict)
{
	const struct evidence *evidence = verdict->item->evidence;
	enum tier tier = verdict->item->verification.tier;

	verdict->decided = arena_array(verdict->context->arena,
	    evidence->stored_count + evidence->outside_count + 1, sizeof(*verdict->decided));
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++) {
			const struct evidence_link *link = &evidence->items[at].links[of];
			const char *decision = proposed_decision(tier, link);

			if (*decision != '\0')
				verdict->decided[verdict->count++] = (struct decided){ .link = link,
					.decision = decision,
					.reason = tier == TIER_PROVINCE ? link->city.reason : "" };
		}
}

static int
clear_row(struct clearing *doing, const struct score_sheet *scores, const struct score_row *row)
{
	enum tier tier = doing->verification->tier;
	struct review_item item = { .verification = *doing->verification,
		.scores = *scores,
		.row = row,
		.evidence = row->evidence,
		.writes = true };
	struct verdict verdict = { .context = doing->context,
		.item = &item,
		.followed = tier == TIER_PROVINCE,
		.note = tier == TIER_PROVINCE ? "Mengikuti verifikasi" : NULL };
	struct proposal proposal;

	if (!row_clear(doing->context, row, tier, &proposal) ||
	    !clear_seen(&doing->context->form, row, tier))
		return 0;
	verdict.grade = desk_begins(&item, &proposal);
	clear_decide(&verdict);
	doing->done++;
	return verdict_write(&verdict);
}

/* Read again behind the lock, as finish_work() does. */
static int
press_work(struct db *db, void *argument)
{
	struct clearing *doing = argument;
	struct score_sheet scores;
	int result = db_run(db, STATEMENT_VERIFY_EXPECT, db_int(doing->verification->assessment.id),
	    db_text(state_code(doing->move->from)),
	    db_int(form_number(&doing->context->form, CLEAR_VERSION)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	doing->done = 0;
	result = db_stop(db, score_sheet_load(doing->context, doing->verification, &scores));
	for (size_t at = 0; at < scores.count && result == 0; at++)
		result = doing->press->row(doing, &scores, &scores.rows[at]);
	return result;
}

static int
press_over_all(struct context *context, const struct press *press)
{
	struct verification verification;
	struct clearing doing = { .context = context,
		.press = press,
		.verification = &verification };
	int result, status = verification_find(context, &verification);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	doing.move = verification_may(context, &verification, tiers[verification.tier].finish,
	    &status);
	if (doing.move == NULL)
		return status;
	result = db_txn_agency(context->db, verification.assessment.agency_id, press_work, &doing);
	if (db_stopped(context->db, result) == 409)
		return overview_again(context, 409, press->again);
	return result != 0 ? context_status(context, result) : press->then(&doing);
}

static int
cleared(struct clearing *doing)
{
	int64_t id = doing->verification->assessment.id;
	int status = be_seen(doing->context, id);

	return status != 0 ?
	    status :
	    context_redirect(doing->context, "/verify/%lld/?done=%s", (long long)id,
		doing->done > 0 ? "clear" : "not-clear");
}

int
accept_clear(struct context *context)
{
	static const struct press press = { .row = clear_row,
		.then = cleared,
		.again = "Ada yang disimpan rekan Anda setelah halaman ini dibuka. Periksa lagi "
			 "isinya, lalu terima." };

	return press_over_all(context, &press);
}

/* ---- taken back ------------------------------------------------------------ */

/* What was said of its documents as the city said it. */
static void
unfollow_decisions(struct verdict *verdict)
{
	const struct evidence *evidence = verdict->item->evidence;

	verdict->decided = arena_array(verdict->context->arena,
	    evidence->stored_count + evidence->outside_count + 1, sizeof(*verdict->decided));
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++) {
			const struct evidence_link *link = &evidence->items[at].links[of];

			if (link->province.decision != REVIEW_NONE &&
			    link->province.decision == link->city.decision)
				verdict->decided[verdict->count++] = (struct decided){ .link = link,
					.decision = "",
					.reason = "" };
		}
}

static int
unfollow_row(struct clearing *doing, const struct score_sheet *scores, const struct score_row *row)
{
	struct review_item item = { .verification = *doing->verification,
		.scores = *scores,
		.row = row,
		.evidence = row->evidence,
		.writes = true };
	struct verdict verdict = { .context = doing->context,
		.item = &item,
		.grade = { .level = LEVEL_ABSENT, .reason = "", .recommendation = "" },
		.note = "Tidak lagi mengikuti verifikasi" };

	if (!row->followed)
		return 0;
	unfollow_decisions(&verdict);
	return verdict_write(&verdict);
}

static int
unfollowed(struct clearing *doing)
{
	return context_redirect(doing->context, "/verify/%lld/?done=unfollowed",
	    (long long)doing->verification->assessment.id);
}

int
unfollow(struct context *context)
{
	static const struct press press = { .row = unfollow_row,
		.then = unfollowed,
		.again = "Ada yang disimpan rekan Anda setelah halaman ini dibuka. Periksa lagi "
			 "isinya, lalu batalkan." };

	return press_over_all(context, &press);
}
