/* SPDX-License-Identifier: ISC */
#include "verify/verify.h"

#include <string.h>

#include "step/words.h"
#include "base/banned.h"

/*
 * Saving one variable: decisions on its documents, the level, the texts, all
 * of it or nothing.
 */
enum { SAVE_VERSION, SAVE_LEVEL, SAVE_REASON, SAVE_RECOMMENDATION, SAVE_ACT,
	SAVE_AFTER, SAVE_DECISION, SAVE_WHY, SAVE_LINK, SAVE_SEEN };

enum { ACT_SAVE, ACT_NEXT, ACT_ACCEPT, ACT_FOLLOW };

static const char *const acts[] = { [ACT_SAVE] = "save", [ACT_NEXT] = "next",
	[ACT_ACCEPT] = "accept", [ACT_FOLLOW] = "follow", NULL };
static const char *const decisions[] = { "accepted", "rejected", NULL };

const struct field save_fields[] = {
	[SAVE_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true, .min = 1, .max = INT64_MAX },
	[SAVE_LEVEL] = { .name = "level", .kind = FIELD_NUMBER,
	    .label = "Tingkat", .min = LEVEL_MIN, .max = LEVEL_MAX },
	[SAVE_REASON] = { .name = "reason", .kind = FIELD_LINES,
	    .label = "Alasan", .max = 2000 },
	[SAVE_RECOMMENDATION] = { .name = "recommendation",
	    .kind = FIELD_LINES, .label = "Rekomendasi perbaikan",
	    .max = 4000 },
	[SAVE_ACT] = { .name = "act", .kind = FIELD_CHOICE,
	    .label = "Tombol", .choices = acts },
	/* A button: save, then the next link without a decision after this. */
	[SAVE_AFTER] = { .name = "after", .kind = FIELD_NUMBER,
	    .label = "Tautan", .min = 1, .max = INT64_MAX },
	/* Families, by the key of the link. */
	[SAVE_DECISION] = { .name = "decision-", .kind = FIELD_CHOICE,
	    .label = "Keputusan", .choices = decisions },
	[SAVE_WHY] = { .name = "why-", .kind = FIELD_LINES,
	    .label = "Alasan keputusan", .max = 1000 },
	[SAVE_LINK] = { .name = "link-", .kind = FIELD_NUMBER,
	    .label = "Versi tautan", .min = 1, .max = INT64_MAX },
	[SAVE_SEEN] = { .name = "seen-", .kind = FIELD_NUMBER,
	    .label = "Revisi", .min = 0, .max = INT64_MAX },
	{ .name = NULL },
};

/* What is to be written about one link. */
struct decided {
	const struct evidence_link *link;
	const char *decision;
	const char *reason;
};

struct saving {
	struct visit *visit;
	const struct desk *desk;
	struct grade grade;
	struct decided *decided;
	size_t count;
	bool crossed;	/* a link is not any more as the page showed it */
};

static const char *
ruling_code(const struct ruling *ruling)
{
	return ruling->decision == RULING_NONE ? "" :
	    decisions[ruling->decision == RULING_REJECTED];
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
	if (link->checked.infected)
		return "";	/* nobody has seen what is in it */
	if (act == ACT_ACCEPT)
		return "accepted";
	if (act == ACT_FOLLOW && !ruling_open(&link->city))
		return ruling_code(&link->city);
	return "";
}

static bool
as_shown(const struct form *form, const struct evidence_link *link)
{
	const struct each *version = form_member(form, SAVE_LINK, link->id);
	const struct each *seen = form_member(form, SAVE_SEEN, link->id);

	return version != NULL && version->number == link->version &&
	    seen != NULL && seen->number == link->revision_id;
}

static void
decide(struct saving *saving, const struct evidence_link *link)
{
	struct form *form = &saving->visit->form;
	const struct ruling *ruling = desk_ruling(saving->desk, link);
	const char *decision = typed_of(form, SAVE_DECISION, link->id);
	const char *reason = typed_of(form, SAVE_WHY, link->id);
	int64_t act = form_given(form, SAVE_ACT) ?
	    form_number(form, SAVE_ACT) : ACT_SAVE;

	/* A button decides only what the person has before their eyes. */
	if (*decision == '\0' && ruling_open(ruling) &&
	    form_member(form, SAVE_SEEN, link->id) != NULL) {
		decision = decision_by_button(act, link);
		if (act == ACT_FOLLOW && *decision != '\0' && *reason == '\0')
			reason = link->city.reason;
	}
	if (*decision == '\0') {
		if (ruling->decision == RULING_NONE && *reason != '\0')
			form_member_error(form, SAVE_WHY, link->id,
			    "%s: pilih Diterima atau Ditolak.", link->title);
		return;
	}
	if (!ruling_open(ruling) && strcmp(decision, ruling_code(ruling)) == 0
	    && strcmp(reason, ruling->reason) == 0)
		return;
	if (strcmp(decision, "accepted") == 0 && link->checked.infected)
		form_member_error(form, SAVE_DECISION, link->id,
		    "%s: berkasnya ditahan karena virus, jadi tidak dapat "
		    "diterima.", link->title);
	if (strcmp(decision, "rejected") == 0 && *reason == '\0')
		form_member_error(form, SAVE_WHY, link->id,
		    "%s: tulis alasan mengapa ditolak.", link->title);
	saving->crossed |= !as_shown(form, link);
	saving->decided[saving->count++] = (struct decided){ .link = link,
	    .decision = decision, .reason = reason };
}

static const struct evidence_link *
link_with(const struct evidence *evidence, int64_t id)
{
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count;
		    link++)
			if (evidence->items[at].links[link].id == id)
				return &evidence->items[at].links[link];
	return NULL;
}

static void
read_decisions(struct saving *saving)
{
	const struct form *form = &saving->visit->form;
	const struct evidence *evidence = saving->desk->evidence;

	saving->decided = arena_array(saving->visit->arena,
	    evidence->stored_count + evidence->outside_count + 1,
	    sizeof(*saving->decided));
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count;
		    link++)
			decide(saving, &evidence->items[at].links[link]);
	for (const struct each *each = form_each(form, SAVE_DECISION);
	    each != NULL; each = each->next)
		if (*each->text != '\0' &&
		    link_with(evidence, each->key) == NULL)
			saving->crossed = true;
}

/* The level stays when none is chosen: what was said is not unsaid. */
static void
read_grade(struct saving *saving)
{
	struct form *form = &saving->visit->form;
	const struct board_row *row = saving->desk->row;
	enum tier tier = saving->desk->bench.tier;
	struct grade *grade = &saving->grade;
	unsigned lacks;

	*grade = (struct grade){ .reason = form_text(form, SAVE_REASON),
	    .recommendation = form_text(form, SAVE_RECOMMENDATION),
	    .level = row->grades[tier].level };
	if (form_number(form, SAVE_LEVEL) != LEVEL_ABSENT)
		grade->level = (int)form_number(form, SAVE_LEVEL);
	lacks = decision_lacks(&(struct decision){
	    .before = row_before(row, tier), .level = grade->level,
	    .reason = *grade->reason != '\0',
	    .recommendation = *grade->recommendation != '\0' });
	if (lacks & DECISION_REASON)
		form_error(form, SAVE_REASON, "Alasan wajib diisi, karena "
		    "Tingkat %s berbeda dari %s (%s).",
		    words_roman(grade->level), tiers[tier].before,
		    row_before(row, tier) == LEVEL_ABSENT ? "belum diisi" :
		    words_roman(row_before(row, tier)));
	if (lacks & DECISION_RECOMMENDATION)
		form_error(form, SAVE_RECOMMENDATION, "Rekomendasi perbaikan "
		    "wajib diisi, karena masih ada tingkat di atas Tingkat "
		    "%s.", words_roman(grade->level));
}

static bool
grade_changed(const struct saving *saving)
{
	const struct grade *old =
	    &saving->desk->row->grades[saving->desk->bench.tier];

	return old->level != saving->grade.level ||
	    strcmp(old->reason, saving->grade.reason) != 0 ||
	    strcmp(old->recommendation, saving->grade.recommendation) != 0;
}

static const char *
level_code(struct visit *visit, int level)
{
	return level == LEVEL_ABSENT ? "" :
	    arena_format(visit->arena, "%d", level);
}

/* Gives rows changed, or enum db_error. */
static int
write_grade(struct saving *saving)
{
	const struct desk *desk = saving->desk;
	const struct grade *grade = &saving->grade;
	struct visit *visit = saving->visit;
	int64_t assessment = desk->bench.assessment.id;
	int64_t variable = desk->row->variable_id;
	int64_t account = visit->actor.account_id;

	if (desk->bench.tier == TIER_CITY)
		return db_run(visit->db, STATEMENT_VERIFY_GRADE_CITY,
		    db_key(grade->level), db_key(grade->level),
		    db_text(grade->reason), db_text(grade->recommendation),
		    db_int(account), db_int(assessment), db_int(variable),
		    db_int(desk->row->version));
	return db_run(visit->db, STATEMENT_VERIFY_GRADE_PROVINCE,
	    db_key(grade->level), db_text(grade->reason),
	    db_text(grade->recommendation), db_int(account),
	    db_int(assessment), db_int(variable), db_int(desk->row->version));
}

static int
record_grade(struct saving *saving)
{
	const struct desk *desk = saving->desk;
	const struct board_row *row = desk->row;
	const struct tier_traits *tier = &tiers[desk->bench.tier];
	const struct grade *old = &row->grades[desk->bench.tier];
	struct visit *visit = saving->visit;
	int result = 0;

	if (saving->grade.level != old->level ||
	    strcmp(saving->grade.reason, old->reason) != 0)
		result = assessment_change(visit, &desk->bench.assessment,
		    tier->level_subject, row->number, 0,
		    level_code(visit, old->level),
		    level_code(visit, saving->grade.level),
		    saving->grade.reason);
	/* See verify_grade_city: the province's level goes with the city's. */
	if (result == 0 && desk->bench.tier == TIER_CITY &&
	    saving->grade.level != old->level &&
	    row->grades[TIER_PROVINCE].level != LEVEL_ABSENT)
		result = assessment_change(visit, &desk->bench.assessment,
		    tiers[TIER_PROVINCE].level_subject, row->number, 0,
		    level_code(visit, row->grades[TIER_PROVINCE].level), "",
		    "Tingkat verifikasi berubah.");
	return result;
}

static int
write_decision(struct saving *saving, const struct decided *decided)
{
	const struct desk *desk = saving->desk;
	const struct tier_traits *tier = &tiers[desk->bench.tier];
	const struct evidence_link *link = decided->link;
	int result = db_run_values(saving->visit->db, tier->decide,
	    DB_VALUES(db_text(decided->decision), db_text(decided->reason),
	    db_key(link->revision_id), db_int(link->id),
	    db_int(desk->bench.assessment.id), db_int(link->version)));

	if (result <= 0)
		return result < 0 ? result : 409;
	return assessment_change(saving->visit, &desk->bench.assessment,
	    tier->decision_subject, desk->row->number, link->id,
	    ruling_code(desk_ruling(desk, link)), decided->decision,
	    decided->reason);
}

static int
save_work(struct db *db, void *argument)
{
	struct saving *saving = argument;
	const struct assessment *assessment =
	    &saving->desk->bench.assessment;
	int result = db_run(db, STATEMENT_VERIFY_TOUCH,
	    db_int(assessment->id), db_text(state_code(assessment->state)));

	/* The answer's version stands for the whole page. */
	if (result > 0)
		result = write_grade(saving);
	if (result <= 0)
		return result < 0 ? result : 409;
	result = record_grade(saving);
	for (size_t at = 0; at < saving->count && result == 0; at++)
		result = write_decision(saving, &saving->decided[at]);
	return result;
}

/* ---- somebody else was faster ------------------------------------------ */

static const char *
decision_words(struct visit *visit, const char *decision, const char *reason)
{
	const char *word = strcmp(decision, "accepted") == 0 ? "Diterima" :
	    strcmp(decision, "rejected") == 0 ? "Ditolak" : "Belum diputuskan";

	return *reason == '\0' ? word :
	    arena_format(visit->arena, "%s: %s", word, reason);
}

static void
add_difference(struct visit *visit, size_t *count, const char *label,
    const char *mine, const char *theirs)
{
	struct node *node = node_row(page_node(&visit->page,
	    "Conflict.differences"), (*count)++);

	node_set(node, "label", label);
	node_set(node, "mine", *mine != '\0' ? mine : "(kosong)");
	node_set(node, "theirs", *theirs != '\0' ? theirs : "(kosong)");
}

/* What was left empty takes what is stored; what was typed stands. */
static void
compare_text(struct visit *visit, size_t *count, int field,
    const char *stored)
{
	const char *typed = form_text(&visit->form, field);

	if (*typed == '\0' || strcmp(typed, stored) == 0)
		return;
	node_set(page_node(&visit->page, "Form.value"),
	    save_fields[field].name, typed);
	add_difference(visit, count, save_fields[field].label, typed, stored);
}

static void
compare_link(struct visit *visit, const struct desk *desk, size_t *count,
    const struct each *each)
{
	const struct evidence_link *link = link_with(desk->evidence,
	    each->key);
	const char *why = typed_of(&visit->form, SAVE_WHY, each->key);
	struct node *values = page_node(&visit->page, "Form.value");
	const struct ruling *ruling;
	const char *stored;

	if (*each->text == '\0')
		return;
	if (link == NULL) {
		add_difference(visit, count, "Dokumen yang sudah tidak ada di "
		    "variabel ini", decision_words(visit, each->text, why),
		    "Dipindahkan atau dilepas");
		return;
	}
	ruling = desk_ruling(desk, link);
	stored = ruling_code(ruling);
	node_set(values, arena_format(visit->arena, "decision-%lld",
	    (long long)link->id), each->text);
	node_set(values, arena_format(visit->arena, "why-%lld",
	    (long long)link->id), why);
	if (!as_shown(&visit->form, link) && ruling_open(ruling))
		add_difference(visit, count, link->title,
		    decision_words(visit, each->text, why),
		    "Berkasnya baru diganti; periksa revisi terbaru");
	else if (strcmp(each->text, stored) != 0 || (*why != '\0' &&
	    strcmp(why, ruling->reason) != 0))
		add_difference(visit, count, link->title,
		    decision_words(visit, each->text, why),
		    decision_words(visit, stored, ruling->decision !=
		    RULING_NONE ? ruling->reason : ""));
}

static void
compare_level(struct visit *visit, const struct desk *desk, size_t *count)
{
	int level = (int)form_number(&visit->form, SAVE_LEVEL);
	int stored = desk->row->grades[desk->bench.tier].level;

	if (level == LEVEL_ABSENT || level == stored)
		return;
	page_set_int(&visit->page, "Form.value.level", level);
	add_difference(visit, count, "Tingkat", level_words(visit, level),
	    level_words(visit, stored));
}

/*
 * Both texts side by side, and the form as it would be with mine over theirs:
 * to be looked at once more and saved, or taken back.
 */
static int
show_conflict(struct visit *visit)
{
	const struct grade *stored;
	size_t count = 0;
	struct desk desk;
	int status = desk_load(visit, &desk);

	if (status != 0)
		return status;
	/* The turn of this tier has ended: what was typed is on the page of
	 * the refusal. */
	if (!desk.writes)
		return desk.refusal;
	status = past_fill(visit, &desk.bench, desk.row->number);
	if (status != 0)
		return status;
	stored = &desk.row->grades[desk.bench.tier];
	desk_fill(visit, &desk, form_number(&visit->form, SAVE_AFTER));
	compare_level(visit, &desk, &count);
	compare_text(visit, &count, SAVE_REASON, stored->reason);
	compare_text(visit, &count, SAVE_RECOMMENDATION,
	    stored->recommendation);
	for (const struct each *each = form_each(&visit->form, SAVE_DECISION);
	    each != NULL; each = each->next)
		compare_link(visit, &desk, &count, each);
	page_set(&visit->page, "Conflict.present", "1");
	page_set(&visit->page, "Conflict.by", desk.row->updated_by);
	page_set(&visit->page, "Conflict.at", words_time(visit->arena,
	    desk.row->updated_at, desk.bench.assessment.zone));
	return visit_show_status(visit, "verify/variable", 409);
}

/* ---- what the person sees afterwards ----------------------------------- */

/* The form again, with its errors, and with what a button has ticked. */
static int
show_refused(struct visit *visit, const struct saving *saving)
{
	int status = past_fill(visit, &saving->desk->bench,
	    saving->desk->row->number);

	if (status != 0)
		return status;
	desk_fill(visit, saving->desk, form_number(&visit->form, SAVE_AFTER));
	fill_form(visit);
	for (size_t at = 0; at < saving->count; at++)
		node_set(page_node(&visit->page, "Form.value"),
		    arena_format(visit->arena, "decision-%lld",
		    (long long)saving->decided[at].link->id),
		    saving->decided[at].decision);
	return visit_show_status(visit, "verify/variable", 422);
}

static int
go_on(struct visit *visit, const struct desk *desk)
{
	long long id = (long long)desk->bench.assessment.id;
	const struct board_row *next;
	struct board board;
	int status;

	if (form_given(&visit->form, SAVE_AFTER))
		return undecided_redirect(visit, &desk->bench,
		    form_number(&visit->form, SAVE_AFTER), "next-document");
	if (form_number(&visit->form, SAVE_ACT) != ACT_NEXT ||
	    !form_given(&visit->form, SAVE_ACT))
		return visit_redirect(visit, "/verify/%lld/%lld?done=saved",
		    id, (long long)desk->row->number);
	status = board_load(visit, &desk->bench, &board);
	if (status != 0)
		return status;
	next = board_next(&board, desk->bench.tier, desk->row->number);
	if (next == NULL)
		return visit_redirect(visit, "/verify/%lld/?done=all", id);
	/* Back to the same one: something of it is still open. */
	return visit_redirect(visit, "/verify/%lld/%lld?done=%s", id,
	    (long long)next->number, next->number == desk->row->number ?
	    "still-open" : "next");
}

int
save_variable(struct visit *visit)
{
	const struct form *form = &visit->form;
	struct desk desk;
	struct saving saving = { .visit = visit, .desk = &desk };
	int status = desk_load(visit, &desk);

	if (status != 0)
		return status;
	if (!desk.writes)
		return desk.refusal;
	if (form->values[SAVE_VERSION].error != NULL ||
	    form->values[SAVE_ACT].error != NULL ||
	    form->values[SAVE_AFTER].error != NULL)
		return 400;
	read_decisions(&saving);
	if (form_number(form, SAVE_VERSION) != desk.row->version ||
	    saving.crossed)
		return show_conflict(visit);
	read_grade(&saving);
	if (!form_ok(form))
		return show_refused(visit, &saving);
	if (grade_changed(&saving) || saving.count > 0) {
		status = db_txn(visit->db, save_work, &saving);
		if (status == 409)
			return show_conflict(visit);
		if (status != 0)
			return visit_status(visit, status);
	}
	return go_on(visit, &desk);
}
