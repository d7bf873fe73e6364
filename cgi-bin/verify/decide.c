/* SPDX-License-Identifier: ISC */
/*
 * Saving one variable: decisions on its documents, the level, the texts, all
 * of it or nothing.
 */
#include "verify/verify.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

enum {
	SAVE_VERSION,
	SAVE_LEVEL,
	SAVE_REASON,
	SAVE_RECOMMENDATION,
	SAVE_ACT,
	SAVE_AFTER,
	SAVE_DECISION,
	SAVE_WHY,
	SAVE_LINK,
	SAVE_SEEN
};

enum { ACT_SAVE, ACT_NEXT, ACT_ACCEPT, ACT_FOLLOW };

static const char *const acts[] = { [ACT_SAVE] = "save",
	[ACT_NEXT] = "next",
	[ACT_ACCEPT] = "accept",
	[ACT_FOLLOW] = "follow",
	NULL };
static const char *const decisions[] = { "accepted", "rejected", NULL };

const struct field save_fields[] = {
	[SAVE_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true,
	    .min = 1,
	    .max = INT64_MAX },
	[SAVE_LEVEL] = { .name = "level",
	    .kind = FIELD_NUMBER,
	    .label = "Tingkat",
	    .min = LEVEL_MIN,
	    .max = LEVEL_MAX },
	[SAVE_REASON] = { .name = "reason", .kind = FIELD_LINES, .label = "Alasan", .max = 2000 },
	[SAVE_RECOMMENDATION] = { .name = "recommendation",
	    .kind = FIELD_LINES,
	    .label = "Rekomendasi perbaikan",
	    .max = 4000 },
	[SAVE_ACT] = { .name = "act", .kind = FIELD_CHOICE, .label = "Tombol", .choices = acts },
	/* A button: save, then the next link without a decision after this. */
	[SAVE_AFTER] = { .name = "after",
	    .kind = FIELD_NUMBER,
	    .label = "Tautan",
	    .min = 1,
	    .max = INT64_MAX },
	/* Families, by the key of the link. */
	[SAVE_DECISION] = { .name = "decision-",
	    .kind = FIELD_CHOICE,
	    .label = "Keputusan",
	    .choices = decisions },
	[SAVE_WHY] = { .name = "why-",
	    .kind = FIELD_LINES,
	    .label = "Alasan keputusan",
	    .max = 1000 },
	[SAVE_LINK] = { .name = "link-",
	    .kind = FIELD_NUMBER,
	    .label = "Versi tautan",
	    .min = 1,
	    .max = INT64_MAX },
	[SAVE_SEEN] = { .name = "seen-",
	    .kind = FIELD_NUMBER,
	    .label = "Revisi",
	    .min = 0,
	    .max = INT64_MAX },
	{ .name = NULL },
};

/* What is to be written about one link. */
struct decided {
	const struct evidence_link *link;
	const char *decision;
	const char *reason;
};

struct saving {
	struct context *context;
	const struct review_item *item;
	struct grade grade;
	struct decided *decided;
	size_t count;
	bool crossed; /* a link is not any more as the page showed it */
};

static const char *
decide_link_review_code(const struct link_review *review)
{
	return review->decision == REVIEW_NONE ?
	    "" :
	    decisions[review->decision == REVIEW_REJECTED];
}

static const char *
typed_of(const struct form *form, int field, int64_t key)
{
	const struct each *each = form_member(form, field, key);

	return each != NULL ? each->text : "";
}

/* The decision that a button gives to what was left open. */
static const char *
decision_by_button(int64_t act, const struct evidence_link *link)
{
	if (file_check_held(&link->checked))
		return ""; /* nobody has seen what is in it */
	if (act == ACT_ACCEPT)
		return "accepted";
	if (act == ACT_FOLLOW && !link_review_open(&link->city))
		return decide_link_review_code(&link->city);
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
	struct form *form = &saving->context->form;
	const struct link_review *review = review_item_link_review(saving->item, link);
	const char *decision = typed_of(form, SAVE_DECISION, link->id);
	const char *reason = typed_of(form, SAVE_WHY, link->id);
	int64_t act = form_given(form, SAVE_ACT) ? form_number(form, SAVE_ACT) : ACT_SAVE;

	/* A button decides only what the person has before their viewer. */
	if (*decision == '\0' && link_review_open(review) &&
	    form_member(form, SAVE_SEEN, link->id) != NULL) {
		decision = decision_by_button(act, link);
		if (act == ACT_FOLLOW && *decision != '\0' && *reason == '\0')
			reason = link->city.reason;
	}
	if (*decision == '\0') {
		if (review->decision == REVIEW_NONE && *reason != '\0')
			form_member_error(form, SAVE_WHY, link->id,
			    "%s: pilih Diterima atau Ditolak.", link->title);
		return;
	}
	if (!link_review_open(review) && strcmp(decision, decide_link_review_code(review)) == 0 &&
	    strcmp(reason, review->reason) == 0)
		return;
	if (strcmp(decision, "accepted") == 0 && file_check_held(&link->checked))
		form_member_error(form, SAVE_DECISION, link->id,
		    link->checked.infected ?
			"%s: berkasnya ditahan karena virus, jadi tidak dapat diterima." :
			"%s: berkasnya ditahan karena isinya belum diketahui, jadi belum dapat "
			"diterima.",
		    link->title);
	if (strcmp(decision, "rejected") == 0 && *reason == '\0')
		form_member_error(form, SAVE_WHY, link->id, "%s: tulis alasan mengapa ditolak.",
		    link->title);
	saving->crossed |= !as_shown(form, link);
	saving->decided[saving->count++] = (struct decided){ .link = link,
		.decision = decision,
		.reason = reason };
}

static const struct evidence_link *
link_with(const struct evidence *evidence, int64_t id)
{
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count; link++)
			if (evidence->items[at].links[link].id == id)
				return &evidence->items[at].links[link];
	return NULL;
}

static void
decide_read_decisions(struct saving *saving)
{
	const struct form *form = &saving->context->form;
	const struct evidence *evidence = saving->item->evidence;

	saving->decided = arena_array(saving->context->arena,
	    evidence->stored_count + evidence->outside_count + 1, sizeof(*saving->decided));
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count; link++)
			decide(saving, &evidence->items[at].links[link]);
	for (const struct each *each = form_each(form, SAVE_DECISION); each != NULL;
	     each = each->next)
		if (*each->text != '\0' && link_with(evidence, each->key) == NULL)
			saving->crossed = true;
}

/* What an item is worth once the decisions of this form are stored. */
static enum item_state
item_after(const struct saving *saving, const struct evidence_item *item)
{
	enum item_state best = ITEM_ABSENT;

	for (size_t at = 0; at < item->link_count; at++) {
		const struct evidence_link *link = &item->links[at];
		enum item_state state = link->state[tiers[saving->item->verification.tier].viewer];

		for (size_t of = 0; of < saving->count; of++)
			if (saving->decided[of].link == link)
				state = link_state(link->revision_id != 0, link->checked.infected,
				    strcmp(saving->decided[of].decision, "accepted") == 0 ?
					SAID_ACCEPTED :
					SAID_REJECTED);
		best = item_better(best, state);
	}
	return best;
}

/* The highest level that the accepted documents will support then. */
static int
accepted_after(const struct saving *saving)
{
	const struct evidence *evidence = saving->item->evidence;
	struct item *items = arena_array(saving->context->arena, evidence->item_count + 1,
	    sizeof(*items));

	for (size_t at = 0; at < evidence->item_count; at++)
		items[at] = (struct item){ .level = evidence->items[at].level,
			.compulsory = evidence->items[at].compulsory,
			.state = item_after(saving, &evidence->items[at]) };
	return support_level(items, evidence->item_count, VIEW_VERIFIER);
}

static void
ask_reason(struct saving *saving, int before, int accepted)
{
	struct form *form = &saving->context->form;
	int level = saving->grade.level;

	if (level == before)
		form_error(form, SAVE_REASON,
		    "Alasan wajib diisi, karena Tingkat %s di atas dokumen yang diterima (%s).",
		    words_roman(level),
		    accepted == 0 ? "belum mendukung satu tingkat pun" : words_roman(accepted));
	else
		form_error(form, SAVE_REASON,
		    "Alasan wajib diisi, karena "
		    "Tingkat %s berbeda dari %s (%s).",
		    words_roman(level), tiers[saving->item->verification.tier].before,
		    before == LEVEL_ABSENT ? "belum diisi" : words_roman(before));
}

/* The level stays when none is chosen: what was said is not unsaid. */
static void
read_grade(struct saving *saving)
{
	struct form *form = &saving->context->form;
	const struct score_row *row = saving->item->row;
	enum tier tier = saving->item->verification.tier;
	struct grade *grade = &saving->grade;
	int accepted = accepted_after(saving);
	unsigned lacks;

	*grade = (struct grade){ .reason = form_text(form, SAVE_REASON),
		.recommendation = form_text(form, SAVE_RECOMMENDATION),
		.level = row->grades[tier].level };
	if (form_number(form, SAVE_LEVEL) != LEVEL_ABSENT)
		grade->level = (int)form_number(form, SAVE_LEVEL);
	lacks = decision_lacks(&(struct decision){ .before = row_before(row, tier),
	    .level = grade->level,
	    .accepted = accepted,
	    .reason = *grade->reason != '\0',
	    .recommendation = *grade->recommendation != '\0' });
	if (lacks & DECISION_REASON)
		ask_reason(saving, row_before(row, tier), accepted);
	if (lacks & DECISION_RECOMMENDATION)
		form_error(form, SAVE_RECOMMENDATION,
		    "Rekomendasi perbaikan "
		    "wajib diisi, karena masih ada tingkat di atas Tingkat "
		    "%s.",
		    words_roman(grade->level));
}

static bool
grade_changed(const struct saving *saving)
{
	const struct grade *old = &saving->item->row->grades[saving->item->verification.tier];

	return old->level != saving->grade.level ||
	    strcmp(old->reason, saving->grade.reason) != 0 ||
	    strcmp(old->recommendation, saving->grade.recommendation) != 0;
}

static const char *
level_code(struct context *context, int level)
{
	return level == LEVEL_ABSENT ? "" : arena_format(context->arena, "%d", level);
}

/* Gives rows changed, or enum db_error. */
static int
write_grade(struct saving *saving)
{
	const struct review_item *item = saving->item;
	const struct grade *grade = &saving->grade;
	struct context *context = saving->context;
	int64_t assessment = item->verification.assessment.id;
	int64_t variable = item->row->variable_id;
	int64_t account = context->actor.account_id;

	if (item->verification.tier == TIER_CITY)
		return db_run(context->db, STATEMENT_VERIFY_GRADE_CITY, db_key(grade->level),
		    db_key(grade->level), db_text(grade->reason), db_text(grade->recommendation),
		    db_int(account), db_int(assessment), db_int(variable),
		    db_int(item->row->version));
	return db_run(context->db, STATEMENT_VERIFY_GRADE_PROVINCE, db_key(grade->level),
	    db_text(grade->reason), db_text(grade->recommendation), db_int(account),
	    db_int(assessment), db_int(variable), db_int(item->row->version));
}

static int
record_grade(struct saving *saving)
{
	const struct review_item *item = saving->item;
	const struct score_row *row = item->row;
	const struct tier_traits *tier = &tiers[item->verification.tier];
	const struct grade *old = &row->grades[item->verification.tier];
	struct context *context = saving->context;
	int result = 0;

	if (saving->grade.level != old->level || strcmp(saving->grade.reason, old->reason) != 0)
		result = assessment_change(context, &item->verification.assessment,
		    tier->level_subject, row->number, 0, level_code(context, old->level),
		    level_code(context, saving->grade.level), saving->grade.reason);
	/* See verify_grade_city: the province's level goes with the city's. */
	if (result == 0 && item->verification.tier == TIER_CITY &&
	    saving->grade.level != old->level && row->grades[TIER_PROVINCE].level != LEVEL_ABSENT)
		result = assessment_change(context, &item->verification.assessment,
		    tiers[TIER_PROVINCE].level_subject, row->number, 0,
		    level_code(context, row->grades[TIER_PROVINCE].level), "",
		    "Tingkat verifikasi berubah.");
	return result;
}

static int
write_decision(struct saving *saving, const struct decided *decided)
{
	const struct review_item *item = saving->item;
	const struct tier_traits *tier = &tiers[item->verification.tier];
	const struct evidence_link *link = decided->link;
	int result = db_run_values(saving->context->db, tier->decide,
	    DB_VALUES(db_text(decided->decision), db_text(decided->reason),
		db_key(link->revision_id), db_int(link->id),
		db_int(item->verification.assessment.id), db_int(link->version)));

	if (result <= 0)
		return result < 0 ? result : db_stop(saving->context->db, 409);
	return assessment_change(saving->context, &item->verification.assessment,
	    tier->decision_subject, item->row->number, link->id,
	    decide_link_review_code(review_item_link_review(item, link)), decided->decision,
	    decided->reason);
}

static int
save_work(struct db *db, void *argument)
{
	struct saving *saving = argument;
	const struct assessment *assessment = &saving->item->verification.assessment;
	int result = db_run(db, STATEMENT_VERIFY_TOUCH, db_int(assessment->id),
	    db_text(state_code(assessment->state)));

	/* The answer's version stands for the whole page. */
	if (result > 0)
		result = write_grade(saving);
	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	result = record_grade(saving);
	for (size_t at = 0; at < saving->count && result == 0; at++)
		result = write_decision(saving, &saving->decided[at]);
	return result;
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

	if (*typed == '\0' || strcmp(typed, stored) == 0)
		return;
	node_set(page_node(&context->page, "Form.value"), save_fields[field].name, typed);
	decide_add_difference(context, count, save_fields[field].label, typed, stored);
}

static void
compare_link(struct context *context, const struct review_item *item, size_t *count,
    const struct each *each)
{
	const struct evidence_link *link = link_with(item->evidence, each->key);
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
	stored = decide_link_review_code(review);
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

	if (level == LEVEL_ABSENT || level == stored)
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
	review_item_fill(context, saving->item, past, form_number(&context->form, SAVE_AFTER));
	fill_form(context);
	for (size_t at = 0; at < saving->count; at++)
		node_set(page_node(&context->page, "Form.value"),
		    arena_format(context->arena, "decision-%lld",
			(long long)saving->decided[at].link->id),
		    saving->decided[at].decision);
	return context_show_status(context, "verify/variable", 422);
}

static int
decide_show_refused(struct context *context, const struct saving *saving)
{
	const struct review_item *item = saving->item;
	struct rows past;
	int status = past_read(context, &item->verification, item->row, &past);

	return status != 0 ? status : show_typed_decisions(context, saving, &past);
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
	if (form_number(&context->form, SAVE_ACT) != ACT_NEXT ||
	    !form_given(&context->form, SAVE_ACT))
		return context_redirect(context, "/verify/%lld/%lld?done=saved", id,
		    (long long)item->row->number);
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

int
save_variable(struct context *context)
{
	const struct form *form = &context->form;
	struct review_item item;
	struct saving saving = { .context = context, .item = &item };
	int result, status = review_item_load(context, &item);

	if (status != 0)
		return status;
	if (!item.writes)
		return item.refusal;
	if (form->values[SAVE_VERSION].error != NULL || form->values[SAVE_ACT].error != NULL ||
	    form->values[SAVE_AFTER].error != NULL)
		return 400;
	decide_read_decisions(&saving);
	if (form_number(form, SAVE_VERSION) != item.row->version || saving.crossed)
		return decide_show_conflict(context);
	read_grade(&saving);
	if (!form_ok(form))
		return decide_show_refused(context, &saving);
	if (grade_changed(&saving) || saving.count > 0) {
		result = db_txn_agency(context->db, item.verification.assessment.agency_id,
		    save_work, &saving);
		if (db_stopped(context->db, result) == 409)
			return decide_show_conflict(context);
		if (result != 0)
			return context_status(context, result);
	}
	return decide_go_on(context, &item);
}
