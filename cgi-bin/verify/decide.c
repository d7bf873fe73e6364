/* SPDX-License-Identifier: ISC */
/*
 * Saving one variable: decisions on its documents, the level, the texts, all
 * of it or nothing.
 */
#include "verify/desk_form.h"
#include "verify/verdict.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

/* A page that is saved. */
struct saving {
	struct verdict verdict;
	struct proposal proposal; /* what the page began with */
	bool crossed;             /* a link is not any more as the page showed it */
};

static const char *
typed_of(const struct form *form, int field, int64_t key)
{
	const struct each *each = form_member(form, field, key);

	return each != NULL ? each->text : "";
}

static int64_t
act_of(const struct form *form)
{
	return form_given(form, SAVE_ACT) ? form_number(form, SAVE_ACT) : ACT_SAVE;
}

/* The decision that a button gives to what was left open. */
static const char *
decision_by_button(int64_t act, enum tier tier, const struct evidence_link *link)
{
	if (file_check_held(&link->checked))
		return ""; /* nobody has seen what is in it */
	if (act == ACT_ACCEPT)
		return "accepted";
	if (act == ACT_CLEAR)
		return proposed_decision(tier, link);
	if (act == ACT_FOLLOW && !link_review_open(&link->city))
		return link_review_code(&link->city);
	return "";
}

static bool
as_shown(const struct form *form, const struct evidence_link *link)
{
	const struct each *version = form_member(form, SAVE_LINK, link->id);
	const struct each *seen = form_member(form, SAVE_SEEN, link->id);

	return version != NULL && version->number == link->version && seen != NULL &&
	    seen->number == link->revision_id;
}

static void
decide(struct saving *saving, const struct evidence_link *link)
{
	struct form *form = &saving->verdict.context->form;
	const struct link_review *review = review_item_link_review(saving->verdict.item, link);
	const char *decision = typed_of(form, SAVE_DECISION, link->id);
	const char *reason = typed_of(form, SAVE_WHY, link->id);
	int64_t act = act_of(form);

	/* A button decides only what the person has before their viewer. */
	if (*decision == '\0' && link_review_open(review) &&
	    form_member(form, SAVE_SEEN, link->id) != NULL) {
		decision = decision_by_button(act, saving->verdict.item->verification.tier, link);
		if ((act == ACT_FOLLOW || strcmp(decision, "rejected") == 0) && *decision != '\0' &&
		    *reason == '\0')
			reason = link->city.reason;
	}
	if (*decision == '\0') {
		if (review->decision == REVIEW_NONE && *reason != '\0')
			form_member_error(form, SAVE_WHY, link->id,
			    "%s: pilih Diterima atau Ditolak.", link->title);
		return;
	}
	if (!link_review_open(review) && strcmp(decision, link_review_code(review)) == 0 &&
	    strcmp(reason, review->reason) == 0)
		return;
	if (strcmp(decision, "accepted") == 0 && file_check_held(&link->checked))
		form_member_error(form, SAVE_DECISION, link->id,
		    link->checked.infected ?
			"%s: berkasnya ditahan karena virus, jadi tidak dapat diterima." :
			"%s: berkasnya ditahan karena isinya belum diketahui, jadi belum dapat "
			"diterima. Buka dahulu di halaman dokumennya dengan menulis alasan, atau "
			"tolak dengan alasan.",
		    link->title);
	if (strcmp(decision, "rejected") == 0 && *reason == '\0')
		form_member_error(form, SAVE_WHY, link->id, "%s: tulis alasan mengapa ditolak.",
		    link->title);
	saving->crossed |= !as_shown(form, link);
	saving->verdict.decided[saving->verdict.count++] = (struct decided){ .link = link,
		.decision = decision,
		.reason = reason };
}

static void
decide_read_decisions(struct saving *saving)
{
	const struct form *form = &saving->verdict.context->form;
	const struct evidence *evidence = saving->verdict.item->evidence;

	saving->verdict.decided = arena_array(saving->verdict.context->arena,
	    evidence->stored_count + evidence->outside_count + 1, sizeof(*saving->verdict.decided));
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count; link++)
			decide(saving, &evidence->items[at].links[link]);
	for (const struct each *each = form_each(form, SAVE_DECISION); each != NULL;
	     each = each->next)
		if (*each->text != '\0' && desk_link(evidence, each->key) == NULL)
			saving->crossed = true;
}

/* A decision of this form, as row_items_after() asks for it. */
static const char *
saving_said(const void *argument, const struct evidence_link *link)
{
	const struct saving *saving = argument;

	for (size_t of = 0; of < saving->verdict.count; of++)
		if (saving->verdict.decided[of].link == link)
			return saving->verdict.decided[of].decision;
	return NULL;
}

/* The highest level that the accepted documents will support then. */
static int
accepted_after(const struct saving *saving)
{
	const struct review_item *item = saving->verdict.item;

	return support_level(row_items_after(saving->verdict.context, item->row,
				 item->verification.tier, saving_said, saving),
	    item->evidence->item_count, VIEW_VERIFIER);
}

/* How many links will be undecided then. */
static size_t
undecided_after(const struct saving *saving)
{
	size_t undecided = saving->verdict.item->row->undecided;

	for (size_t of = 0; of < saving->verdict.count; of++)
		undecided -= link_review_open(review_item_link_review(saving->verdict.item,
		    saving->verdict.decided[of].link));
	return undecided;
}

static void
ask_reason(struct saving *saving, int before, int accepted)
{
	struct form *form = &saving->verdict.context->form;
	int level = saving->verdict.grade.level;

	if (level == before)
		form_error(form, SAVE_REASON,
		    "Alasan wajib diisi, karena Tingkat %s di atas dokumen yang diterima (%s).",
		    words_roman(level),
		    accepted == 0 ? "belum mendukung satu tingkat pun" : words_roman(accepted));
	else
		form_error(form, SAVE_REASON,
		    "Alasan wajib diisi, karena "
		    "Tingkat %s berbeda dari %s (%s).",
		    words_roman(level), tiers[saving->verdict.item->verification.tier].before,
		    before == LEVEL_ABSENT ? "belum diisi" : words_roman(before));
}

/* Who has written why has chosen, though it is the same. */
static bool
level_is_offered(const struct form *form)
{
	return *form_text(form, SAVE_REASON) == '\0' &&
	    form_number(form, SAVE_LEVEL) != LEVEL_ABSENT &&
	    form_number(form, SAVE_LEVEL) == form_number(form, SAVE_OFFERED_LEVEL);
}

static bool
recommendation_is_offered(const struct form *form)
{
	const char *offered = form_text(form, SAVE_OFFERED);

	return *offered != '\0' && strcmp(form_text(form, SAVE_RECOMMENDATION), offered) == 0;
}

/*
 * The page begins with a level that may rest on documents which are still to be
 * decided, or ask for a reason: who saves in the middle of his work is not asked for
 * what he has not come to.
 */
static void
leave_offered(struct saving *saving, unsigned lacks)
{
	const struct form *form = &saving->verdict.context->form;
	struct grade *grade = &saving->verdict.grade;
	const struct score_row *row = saving->verdict.item->row;
	const struct grade *stored = &row->grades[saving->verdict.item->verification.tier];
	int64_t act = act_of(form);
	bool goes_on = (act == ACT_NEXT || act == ACT_CLEAR) && !form_given(form, SAVE_AFTER);

	if (stored->level != LEVEL_ABSENT || !level_is_offered(form) ||
	    (lacks & DECISION_REASON) == 0 || *saving->proposal.reason != '\0' ||
	    (goes_on && undecided_after(saving) == 0))
		return;
	grade->level = LEVEL_ABSENT;
	if (recommendation_is_offered(form))
		grade->recommendation = stored->recommendation;
}

static unsigned
grade_lacks(const struct saving *saving, int accepted)
{
	const struct grade *grade = &saving->verdict.grade;
	const struct review_item *item = saving->verdict.item;

	return decision_lacks(&(struct decision){
	    .before = row_before(item->row, item->verification.tier),
	    .level = grade->level,
	    .accepted = accepted,
	    .reason = *grade->reason != '\0',
	    .recommendation = *grade->recommendation != '\0' });
}

/*
 * What the page began with tells what was lacking before the decisions of this form, and
 * for another level: who left it as it was is taken to mean what lacks after them.  What
 * the city wrote is not ours to write again.
 */
static void
renew_offered(struct saving *saving, int accepted)
{
	const struct score_row *row = saving->verdict.item->row;
	enum tier tier = saving->verdict.item->verification.tier;
	struct context *context = saving->verdict.context;
	struct grade *grade = &saving->verdict.grade;
	int level = grade->level < accepted ? grade->level : accepted;

	if (grade->level == LEVEL_ABSENT || !recommendation_is_offered(&context->form) ||
	    (tier == TIER_PROVINCE && *row->grades[TIER_CITY].recommendation != '\0'))
		return;
	grade->recommendation = proposed_recommendation(context, row,
	    row_items_after(context, row, tier, saving_said, saving),
	    level < LEVEL_MIN ? LEVEL_MIN : level);
}

/* The level stays when none is chosen: what was said is not unsaid. */
static void
read_grade(struct saving *saving)
{
	struct form *form = &saving->verdict.context->form;
	const struct score_row *row = saving->verdict.item->row;
	enum tier tier = saving->verdict.item->verification.tier;
	struct grade *grade = &saving->verdict.grade;
	int accepted = accepted_after(saving);
	unsigned lacks;

	*grade = (struct grade){ .reason = form_text(form, SAVE_REASON),
		.recommendation = form_text(form, SAVE_RECOMMENDATION),
		.level = row->grades[tier].level };
	if (form_number(form, SAVE_LEVEL) != LEVEL_ABSENT)
		grade->level = (int)form_number(form, SAVE_LEVEL);
	leave_offered(saving, grade_lacks(saving, accepted));
	renew_offered(saving, accepted);
	lacks = grade_lacks(saving, accepted);
	if (lacks & DECISION_REASON)
		ask_reason(saving, row_before(row, tier), accepted);
	if (lacks & DECISION_RECOMMENDATION)
		form_error(form, SAVE_RECOMMENDATION,
		    "Rekomendasi perbaikan "
		    "wajib diisi, karena masih ada tingkat di atas Tingkat "
		    "%s.",
		    words_roman(grade->level));
}

static int
save_work(struct db *db, void *argument)
{
	const struct saving *saving = argument;
	const struct assessment *assessment = &saving->verdict.item->verification.assessment;
	int result = db_run(db, STATEMENT_VERIFY_TOUCH, db_int(assessment->id),
	    db_text(state_code(assessment->state)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	return verdict_write(&saving->verdict);
}

/* ---- somebody else was faster ------------------------------------------ */

static const char *
decide_decision_words(struct context *context, const char *decision, const char *reason)
{
	const char *word = strcmp(decision, "accepted") == 0 ?
	    "Diterima" :
	    strcmp(decision, "rejected") == 0 ?
	    "Ditolak" :
	    "Belum diputuskan";

	return *reason == '\0' ? word : arena_format(context->arena, "%s: %s", word, reason);
}

static void
decide_add_difference(struct context *context, size_t *count, const char *label, const char *mine,
    const char *theirs)
{
	struct node *node = node_row(page_node(&context->page, "Conflict.differences"), (*count)++);

	node_set(node, "label", label);
	node_set(node, "mine", *mine != '\0' ? mine : "(kosong)");
	node_set(node, "theirs", *theirs != '\0' ? theirs : "(kosong)");
}

/* What was left empty takes what is stored; what was typed stands. */
static void
compare_text(struct context *context, size_t *count, int field, const char *stored)
{
	const char *typed = form_text(&context->form, field);

	if (field == SAVE_RECOMMENDATION && recommendation_is_offered(&context->form))
		return;
	if (*typed == '\0' || strcmp(typed, stored) == 0)
		return;
	node_set(page_node(&context->page, "Form.value"), save_fields[field].name, typed);
	decide_add_difference(context, count, save_fields[field].label, typed, stored);
}

static void
compare_link(struct context *context, const struct review_item *item, size_t *count,
    const struct each *each)
{
	const struct evidence_link *link = desk_link(item->evidence, each->key);
	const char *why = typed_of(&context->form, SAVE_WHY, each->key);
	struct node *values = page_node(&context->page, "Form.value");
	const struct link_review *review;
	const char *stored;

	if (*each->text == '\0')
		return;
	if (link == NULL) {
		decide_add_difference(context, count,
		    "Dokumen yang sudah tidak ada di "
		    "variabel ini",
		    decide_decision_words(context, each->text, why), "Dipindahkan atau dilepas");
		return;
	}
	review = review_item_link_review(item, link);
	stored = link_review_code(review);
	node_set(values, arena_format(context->arena, "decision-%lld", (long long)link->id),
	    each->text);
	node_set(values, arena_format(context->arena, "why-%lld", (long long)link->id), why);
	if (!as_shown(&context->form, link) && link_review_open(review))
		decide_add_difference(context, count, link->title,
		    decide_decision_words(context, each->text, why),
		    "Berkasnya baru diganti; periksa revisi terbaru");
	else if (strcmp(each->text, stored) != 0 ||
	    (*why != '\0' && strcmp(why, review->reason) != 0))
		decide_add_difference(context, count, link->title,
		    decide_decision_words(context, each->text, why),
		    decide_decision_words(context, stored,
			review->decision != REVIEW_NONE ? review->reason : ""));
}

static void
compare_level(struct context *context, const struct review_item *item, size_t *count)
{
	int level = (int)form_number(&context->form, SAVE_LEVEL);
	int stored = item->row->grades[item->verification.tier].level;

	if (level == LEVEL_ABSENT || level == stored || level_is_offered(&context->form))
		return;
	page_set_int(&context->page, "Form.value.level", level);
	decide_add_difference(context, count, "Tingkat", level_words(context, level),
	    level_words(context, stored));
}

/*
 * Both texts side by side, and the form as it would be with mine over theirs:
 * to be looked at once more and saved, or taken back.
 */
static int
show_both(struct context *context, const struct review_item *item, const struct rows *past)
{
	const struct grade *stored = &item->row->grades[item->verification.tier];
	size_t count = 0;

	review_item_fill(context, item, past, form_number(&context->form, SAVE_AFTER));
	compare_level(context, item, &count);
	compare_text(context, &count, SAVE_REASON, stored->reason);
	compare_text(context, &count, SAVE_RECOMMENDATION, stored->recommendation);
	for (const struct each *each = form_each(&context->form, SAVE_DECISION); each != NULL;
	     each = each->next)
		compare_link(context, item, &count, each);
	page_set(&context->page, "Conflict.present", "1");
	page_set(&context->page, "Conflict.by", item->row->updated_by);
	page_set(&context->page, "Conflict.at",
	    words_time(context->arena, item->row->updated_at, item->verification.assessment.zone));
	return context_show_status(context, "verify/variable", 409);
}

static int
decide_show_conflict(struct context *context)
{
	struct review_item item;
	struct rows past;
	int status = review_item_load(context, &item);

	if (status != 0)
		return status;
	/* The turn of this tier has ended: what was typed is on the page of
	 * the refusal. */
	if (!item.writes)
		return item.refusal;
	status = past_read(context, &item.verification, item.row, &past);
	return status != 0 ? status : show_both(context, &item, &past);
}

/* ---- what the person sees afterwards ----------------------------------- */

/* The form again, with its errors, and with what a button has ticked. */
static int
show_typed_decisions(struct context *context, const struct saving *saving, const struct rows *past)
{
	review_item_fill(context, saving->verdict.item, past,
	    form_number(&context->form, SAVE_AFTER));
	fill_form(context);
	for (size_t at = 0; at < saving->verdict.count; at++)
		node_set(page_node(&context->page, "Form.value"),
		    arena_format(context->arena, "decision-%lld",
			(long long)saving->verdict.decided[at].link->id),
		    saving->verdict.decided[at].decision);
	return context_show_status(context, "verify/variable", 422);
}

static int
decide_show_refused(struct context *context, const struct saving *saving)
{
	const struct review_item *item = saving->verdict.item;
	struct rows past;
	int status = past_read(context, &item->verification, item->row, &past);

	return status != 0 ? status : show_typed_decisions(context, saving, &past);
}

/* Does a button that accepts all leave something open, because its file is held? */
static bool
leaves_held(const struct form *form, const struct review_item *item)
{
	const struct evidence *evidence = item->evidence;

	if (act_of(form) != ACT_ACCEPT)
		return false;
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++) {
			const struct evidence_link *link = &evidence->items[at].links[of];

			if (file_check_held(&link->checked) &&
			    link_review_open(review_item_link_review(item, link)) &&
			    *typed_of(form, SAVE_DECISION, link->id) == '\0')
				return true;
		}
	return false;
}

static int
decide_go_on(struct context *context, const struct review_item *item)
{
	long long id = (long long)item->verification.assessment.id;
	const struct score_row *next;
	struct score_sheet scores;
	int status;

	if (form_given(&context->form, SAVE_AFTER))
		return undecided_redirect(context, &item->verification,
		    form_number(&context->form, SAVE_AFTER), "next-document");
	if (act_of(&context->form) != ACT_NEXT && act_of(&context->form) != ACT_CLEAR)
		return context_redirect(context, "/verify/%lld/%lld?done=%s", id,
		    (long long)item->row->number,
		    leaves_held(&context->form, item) ? "held" : "saved");
	status = score_sheet_load(context, &item->verification, &scores);
	if (status != 0)
		return status;
	next = score_sheet_next(&scores, item->verification.tier, item->row->number);
	if (next == NULL)
		return context_redirect(context, "/verify/%lld/?done=all", id);
	/* Back to the same one: something of it is still open. */
	return context_redirect(context, "/verify/%lld/%lld?done=%s", id, (long long)next->number,
	    next->number == item->row->number ? "still-open" : "next");
}

/* ---- what is not saved yet ----------------------------------------------- */

static const int draft_fields[] = { SAVE_LEVEL, SAVE_REASON, SAVE_RECOMMENDATION, SAVE_DECISION,
	SAVE_WHY, SAVE_SEEN };

enum { DRAFT_FIELDS = sizeof(draft_fields) / sizeof(draft_fields[0]) };

/* What the page would show without a draft. */
static bool
draft_says_nothing(const struct review_item *item, const struct form *form,
    const struct proposal *proposal)
{
	const struct grade begin = desk_begins(item, proposal);
	int level = (int)form_number(form, SAVE_LEVEL);
	bool same = (level == LEVEL_ABSENT || level == begin.level) &&
	    strcmp(form_text(form, SAVE_REASON), begin.reason) == 0 &&
	    strcmp(form_text(form, SAVE_RECOMMENDATION), begin.recommendation) == 0;

	for (const struct each *each = form_each(form, SAVE_DECISION); each != NULL && same;
	     each = each->next) {
		const struct evidence_link *link = desk_link(item->evidence, each->key);
		const struct link_review *review = link == NULL ?
		    NULL :
		    review_item_link_review(item, link);

		same = review != NULL &&
		    strcmp(each->text, link_review_open(review) ? "" : link_review_code(review)) ==
			0;
	}
	for (const struct each *each = form_each(form, SAVE_WHY); each != NULL && same;
	     each = each->next) {
		const struct evidence_link *link = desk_link(item->evidence, each->key);

		same = link != NULL &&
		    strcmp(each->text, review_item_link_review(item, link)->reason) == 0;
	}
	return same;
}

/* What the tier recommended last year, else what the city did; "" for nothing.
 * 0 or a status. */
static int
read_last_words(struct context *context, const struct review_item *item, const char **words)
{
	const struct assessment *assessment = &item->verification.assessment;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_VERIFY_LAST_WORDS,
	    db_int(assessment->region_id), db_int(assessment->year - 1),
	    db_int(assessment->agency_id), db_int(item->row->number));

	*words = "";
	if (result > 0 && item->verification.tier == TIER_PROVINCE)
		*words = row_text(&rows, 0, "province_recommendation");
	if (result > 0 && **words == '\0')
		*words = row_text(&rows, 0, "city_recommendation");
	return context_status(context, result);
}

/* Last year's text in place of the one that nobody has written; below it where
 * somebody has.  0 or a status. */
static int
bring_last_words(struct context *context, const struct review_item *item,
    const struct proposal *proposal, bool *found)
{
	struct value *value = &context->form.values[SAVE_RECOMMENDATION];
	const char *words;
	int status = read_last_words(context, item, &words);

	*found = status == 0 && *words != '\0';
	if (!*found || strstr(value->text, words) != NULL)
		return status;
	value->text = *value->text == '\0' || strcmp(value->text, proposal->recommendation) == 0 ?
	    words :
	    arena_format(context->arena, "%s\n%s", value->text, words);
	return 0;
}

/* Where the button leads. */
static int
draft_go_on(struct context *context, const struct review_item *item, const char *done)
{
	const struct form *form = &context->form;
	long long id = (long long)item->verification.assessment.id;

	/* The page keeps the version that it was made of: what a colleague saves
	 * meanwhile is told when it is saved, not passed over. */
	if (request_by_script(context->request))
		return draft_kept_json(context, item->verification.assessment.zone,
		    form_number(form, SAVE_VERSION));
	if (form_given(form, SAVE_PENDING))
		return context_redirect(context, "/upload/pending/%lld/%lld", id,
		    (long long)form_number(form, SAVE_PENDING));
	if (form_given(form, SAVE_MOVE))
		return context_redirect(context, "/upload/link/%lld/move",
		    (long long)form_number(form, SAVE_MOVE));
	if (act_of(form) == ACT_LEAVE)
		return context_redirect(context, "/verify/%lld/", id);
	return context_redirect(context, "/verify/%lld/%lld%s%s", id,
	    (long long)(form_given(form, SAVE_GO) ? form_number(form, SAVE_GO) : item->row->number),
	    *done != '\0' ? "?done=" : "", done);
}

/* Whatever it is, it is kept as it was typed: it is judged when it is saved. */
static int
keep_typed(struct context *context, const struct review_item *item)
{
	struct form *form = &context->form;
	int64_t act = act_of(form);
	const char *done = act == ACT_DISCARD ? "discarded" : "", *content = "";
	struct proposal proposal;
	bool found = true;
	int status = 0;

	proposal_make(context, item->row, item->verification.tier, &proposal);
	if (act == ACT_LAST) {
		status = bring_last_words(context, item, &proposal, &found);
		done = found ? "last" : "no-last";
	}
	if (status == 0 && act != ACT_DISCARD && !draft_says_nothing(item, form, &proposal))
		content = draft_of_form(context, draft_fields, DRAFT_FIELDS);
	if (status == 0 && strcmp(content, item->row->draft.content) != 0)
		status = draft_keep(context, item->verification.assessment.id,
		    item->row->variable_id, content);
	return status != 0 ? status : draft_go_on(context, item, done);
}

static bool
leaves(const struct form *form)
{
	int64_t act = act_of(form);

	return act == ACT_DRAFT || act == ACT_DISCARD || act == ACT_LAST || act == ACT_LEAVE ||
	    form_given(form, SAVE_GO) || form_given(form, SAVE_PENDING) ||
	    form_given(form, SAVE_MOVE);
}

int
save_variable(struct context *context)
{
	const struct form *form = &context->form;
	struct review_item item;
	struct saving saving = { .verdict = { .context = context, .item = &item } };
	int result, status = review_item_load(context, &item);

	if (status != 0)
		return status;
	if (!item.writes)
		return item.refusal;
	if (form->values[SAVE_VERSION].error != NULL || form->values[SAVE_ACT].error != NULL ||
	    form->values[SAVE_AFTER].error != NULL || form->values[SAVE_GO].error != NULL)
		return 400;
	status = be_seen(context, item.verification.assessment.id);
	if (status != 0)
		return status;
	if (leaves(form))
		return keep_typed(context, &item);
	proposal_make(context, item.row, item.verification.tier, &saving.proposal);
	decide_read_decisions(&saving);
	if (form_number(form, SAVE_VERSION) != item.row->version || saving.crossed)
		return decide_show_conflict(context);
	read_grade(&saving);
	if (!form_ok(form))
		return decide_show_refused(context, &saving);
	if (verdict_changes_grade(&saving.verdict) || saving.verdict.count > 0) {
		result = db_txn_agency(context->db, item.verification.assessment.agency_id,
		    save_work, &saving);
		if (db_stopped(context->db, result) == 409)
			return decide_show_conflict(context);
		if (result != 0)
			return context_status(context, result);
	}
	return decide_go_on(context, &item);
}
