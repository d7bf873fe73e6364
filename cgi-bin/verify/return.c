/* SPDX-License-Identifier: ISC */
/*
 * Back to the agency, naming what has to be mended: only that unlocks.  For
 * the team it is also the way to take a finished verification back.
 */
#include "verify/verify.h"

#include <string.h>

#include "base/banned.h"

enum { RETURN_VERSION, RETURN_REASON, RETURN_ACT, RETURN_CORRECT, RETURN_NOTE };

enum { RETURN_ACT_SEND, RETURN_ACT_DRAFT, RETURN_ACT_DISCARD };

static const char *const return_acts[] = { "send", "draft", "discard", NULL };

const struct field return_fields[] = {
	[RETURN_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true,
	    .min = 1,
	    .max = INT64_MAX },
	[RETURN_REASON] = { .name = "reason",
	    .kind = FIELD_LINES,
	    .label = "Alasan pengembalian",
	    .required = true,
	    .max = 2000 },
	[RETURN_ACT] = { .name = "act",
	    .kind = FIELD_CHOICE,
	    .label = "Tombol",
	    .choices = return_acts },
	/* Families, by the number of the variable. */
	[RETURN_CORRECT] = { .name = "correct-", .kind = FIELD_FLAG, .label = "Variabel" },
	[RETURN_NOTE] = { .name = "note-", .kind = FIELD_LINES, .label = "Catatan", .max = 2000 },
	{ .name = NULL },
};

struct returning {
	struct context *context;
	struct verification verification;
	struct score_sheet scores;
	struct rows taken_away;    /* the variables that lost a document since it was sent */
	struct review_draft draft; /* of the actor alone, "" for none */
	const struct move *move;
};

/* 0 or enum db_error. */
static int
read_taken_away(struct returning *doing)
{
	int64_t id = doing->verification.assessment.id;
	int result = db_select(doing->context->db, &doing->taken_away, STATEMENT_VERIFY_TAKEN_AWAY,
	    db_int(id), db_int(id));

	return result < 0 ? result : 0;
}

static bool
lost_document(const struct returning *doing, const struct score_row *row)
{
	for (size_t at = 0; at < doing->taken_away.count; at++)
		if (row_int(&doing->taken_away, at, "number") == row->number)
			return true;
	return false;
}

static int
return_load(struct context *context, struct returning *doing)
{
	int result, status = verification_find(context, &doing->verification);

	if (status != 0)
		return status;
	doing->context = context;
	doing->move = verification_may(context, &doing->verification, ACTION_RETURN, &status);
	if (doing->move == NULL)
		return status;
	result = read_taken_away(doing);
	return result != 0 ?
	    context_status(context, result) :
	    score_sheet_load(context, &doing->verification, &doing->scores);
}

/* What the tier has rejected, as the first draft of the note. */
static const char *
note_of(struct context *context, const struct verification *verification,
    const struct evidence *evidence)
{
	struct buffer note = { .arena = context->arena };

	buffer_text(&note, "");
	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];

		for (size_t link = 0; link < item->link_count; link++) {
			const struct link_review *review = tier_link_review(verification->tier,
			    &item->links[link]);

			if (review->decision != REVIEW_REJECTED || review->stale)
				continue;
			buffer_format(&note, "%s%s: %s", note.length > 0 ? "\n" : "",
			    item->links[link].title, review->reason);
		}
	}
	return note.bytes;
}

/* What was typed before and not sent. */
static void
return_fill_kept(struct context *context, const struct returning *doing)
{
	struct node *values = page_node(&context->page, "Form.value");
	struct form draft;

	draft_read(context, &doing->draft, return_fields, &draft);
	draft_fill(context, &doing->draft, doing->verification.assessment.zone);
	node_set(values, "reason", form_text(&draft, RETURN_REASON));
	for (int family = RETURN_CORRECT; family <= RETURN_NOTE; family++)
		for (const struct each *each = form_each(&draft, family); each != NULL;
		     each = each->next)
			node_set(values,
			    arena_format(context->arena, "%s%lld", return_fields[family].name,
				(long long)each->key),
			    each->text);
}

static void
fill_draft(struct context *context, const struct returning *doing)
{
	struct node *values = page_node(&context->page, "Form.value");

	if (*doing->draft.content != '\0') {
		return_fill_kept(context, doing);
		return;
	}
	for (size_t at = 0; at < doing->scores.count; at++) {
		const struct evidence *evidence = doing->scores.rows[at].evidence;
		const char *note = note_of(context, &doing->verification, evidence);

		if (*note == '\0')
			continue;
		node_set(values, arena_format(context->arena, "correct-%d", evidence->number), "1");
		node_set(values, arena_format(context->arena, "note-%d", evidence->number), note);
	}
}

static void
return_fill(struct context *context, const struct returning *doing)
{
	struct node *rows = page_node(&context->page, "Variables");
	const struct score_sheet *scores = &doing->scores;

	verification_fill(context, &doing->verification);
	page_set(&context->page, "Desk.autosave",
	    arena_format(context->arena, "kembali-%lld-%lld",
		(long long)doing->verification.assessment.id,
		(long long)context->actor.account_id));
	for (size_t at = 0; at < scores->count; at++) {
		const struct score_row *row = &scores->rows[at];
		struct node *node = node_row(rows, at);

		node_set_int(node, "number", row->number);
		node_set(node, "name", row->name);
		node_set(node, "self", level_words(context, row->self_level));
		node_set(node, "level",
		    level_words(context, row->grades[doing->verification.tier].level));
		if (lost_document(doing, row))
			node_set(node, "opens", "1");
	}
}

static int
return_read_kept(struct returning *doing)
{
	struct rows rows;
	int result = db_select(doing->context->db, &rows, STATEMENT_VERIFY_DRAFT,
	    db_int(doing->verification.assessment.id), db_int(0),
	    db_int(doing->context->actor.account_id));

	doing->draft = (struct review_draft){
		.content = result > 0 ? row_text(&rows, 0, "draft") : "",
		.at = result > 0 ? row_text(&rows, 0, "draft_at") : ""
	};
	return context_status(doing->context, result);
}

int
show_return(struct context *context)
{
	struct returning doing;
	int status = return_load(context, &doing);

	if (status == 0)
		status = return_read_kept(&doing);
	if (status != 0)
		return status;
	fill_draft(context, &doing);
	return_fill(context, &doing);
	return context_show(context, "verify/return");
}

static bool
named(const struct form *form, const struct score_row *row)
{
	const struct each *each = form_member(form, RETURN_CORRECT, row->number);

	return each != NULL && each->number == 1;
}

static const char *
note_typed(const struct form *form, const struct score_row *row)
{
	const struct each *each = form_member(form, RETURN_NOTE, row->number);

	return each != NULL ? each->text : "";
}

static void
return_check(struct context *context, const struct score_sheet *scores)
{
	struct form *form = &context->form;
	size_t count = 0;

	for (size_t at = 0; at < scores->count; at++) {
		const struct score_row *row = &scores->rows[at];

		if (!named(form, row))
			continue;
		count++;
		if (*note_typed(form, row) == '\0')
			form_member_error(form, RETURN_NOTE, row->number,
			    "Variabel %lld: tulis apa yang harus diperbaiki.",
			    (long long)row->number);
	}
	if (count == 0)
		form->notice = "Centang sedikitnya satu variabel yang harus "
			       "diperbaiki. Hanya variabel itu yang terbuka lagi bagi "
			       "perangkat daerah.";
}

/* The levels that a return takes away are in the history. */
static int
record_levels(const struct returning *doing, const struct score_row *row)
{
	int result = 0;

	for (int tier = 0; tier < TIERS && result == 0; tier++) {
		if (row->grades[tier].level == LEVEL_ABSENT)
			continue;
		result = assessment_change(doing->context, &doing->verification.assessment,
		    tiers[tier].level_subject, row->number, 0,
		    arena_format(doing->context->arena, "%d", row->grades[tier].level), "",
		    note_typed(&doing->context->form, row));
	}
	return result;
}

static int
name_correction(const struct returning *doing, const struct score_row *row)
{
	struct context *context = doing->context;
	int result = db_run(context->db, STATEMENT_VERIFY_NAME_CORRECTION,
	    db_text(note_typed(&context->form, row)), db_int(doing->verification.assessment.id),
	    db_int(row->variable_id));

	return result < 0 ? result : record_levels(doing, row);
}

const char opened_beside[] = "Ada dokumen yang dialihkan dari variabel ini, jadi variabel ini ikut "
			     "terbuka. Lengkapi, sesuaikan tingkatnya, atau tulis alasannya "
			     "bila tingkatnya tetap.";

/* What lost a document without being named: the agency says what that changes,
 * if anything. */
static int
open_beside(const struct returning *doing, const struct score_row *row)
{
	int result = db_run(doing->context->db, STATEMENT_VERIFY_OPEN_BESIDE,
	    db_text(opened_beside), db_int(doing->verification.assessment.id),
	    db_int(row->variable_id));

	return result < 0 ? result : 0;
}

static int
unlock(const struct returning *doing)
{
	int result = 0;

	for (size_t at = 0; at < doing->scores.count && result == 0; at++) {
		const struct score_row *row = &doing->scores.rows[at];

		if (named(&doing->context->form, row))
			result = name_correction(doing, row);
		else if (lost_document(doing, row))
			result = open_beside(doing, row);
	}
	return result;
}

static int
return_work(struct db *db, void *argument)
{
	struct returning *doing = argument;
	const struct form *form = &doing->context->form;
	const struct assessment *assessment = &doing->verification.assessment;
	int result = db_run(db, STATEMENT_VERIFY_EXPECT, db_int(assessment->id),
	    db_text(state_code(doing->move->from)), db_int(form_number(form, RETURN_VERSION)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	result = db_run(db, STATEMENT_VERIFY_FORGET_NOTES, db_int(assessment->id));
	if (result >= 0)
		result = read_taken_away(doing);
	if (result < 0)
		return result;
	/* Read again behind the lock: the history tells what really went. */
	result = db_stop(db,
	    score_sheet_load(doing->context, &doing->verification, &doing->scores));
	if (result == 0)
		result = unlock(doing);
	if (result == 0)
		result = db_run(db, STATEMENT_VERIFY_DROP_DRAFT, db_int(assessment->id), db_int(0),
		    db_int(doing->context->actor.account_id));
	return result < 0 ?
	    result :
	    assessment_move(doing->context, assessment, doing->move,
		form_text(form, RETURN_REASON));
}

/* Nothing that was typed is lost: the same page, now of what is stored. */
static int
return_show_again(struct context *context, struct returning *doing, int http_status)
{
	int status = return_load(context, doing);

	if (status != 0)
		return status;
	fill_form(context);
	return_fill(context, doing);
	return context_show_status(context, "verify/return", http_status);
}

/* Kept for later, or thrown away: nothing is sent. */
static int
return_later(struct context *context, const struct verification *verification, bool keeps)
{
	static const int held[] = { RETURN_REASON, RETURN_CORRECT, RETURN_NOTE };
	long long id = (long long)verification->assessment.id;
	int status = draft_keep(context, id, 0,
	    keeps ? draft_of_form(context, held, sizeof(held) / sizeof(held[0])) : "");

	if (status != 0)
		return status;
	if (request_by_script(context->request))
		return draft_kept_json(context, verification->assessment.zone,
		    form_number(&context->form, RETURN_VERSION));
	return keeps ? context_redirect(context, "/verify/%lld/?done=draft", id) :
		       context_redirect(context, "/verify/%lld/return", id);
}

int
send_back(struct context *context)
{
	struct returning doing;
	int result, status = return_load(context, &doing);

	if (status != 0)
		return status;
	if (context->form.values[RETURN_VERSION].error != NULL)
		return 400;
	if (form_given(&context->form, RETURN_ACT) &&
	    form_number(&context->form, RETURN_ACT) != RETURN_ACT_SEND)
		return return_later(context, &doing.verification,
		    form_number(&context->form, RETURN_ACT) == RETURN_ACT_DRAFT);
	return_check(context, &doing.scores);
	if (!form_ok(&context->form))
		return return_show_again(context, &doing, 422);
	result = db_txn_agency(context->db, doing.verification.assessment.agency_id, return_work,
	    &doing);
	if (db_stopped(context->db, result) == 409) {
		context->form.notice = "Ada yang disimpan rekan Anda setelah "
				       "halaman ini dibuka. Periksa lagi, lalu kembalikan.";
		return return_show_again(context, &doing, 409);
	}
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/verify/%lld/?done=returned",
	    (long long)doing.verification.assessment.id);
}
