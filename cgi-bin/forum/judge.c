/* SPDX-License-Identifier: ISC */
/*
 * Officials look at opinions, many at once: they are released or withheld, put under a
 * theme, answered or decided, with a reason wherever not all of it is taken up.
 */
#include "forum/forum.h"

#include <string.h>

#include "frame/paging.h"
#include "base/banned.h"

static const char *const actions[] = { "release", "withhold", "put", "take", "decide", NULL };

enum {
	JUDGE_PICK,
	JUDGE_ACTION,
	JUDGE_THEME,
	JUDGE_DECISION,
	JUDGE_ANSWER,
	ASKED_STATE, /* of the list that the form stands on */
	ASKED_DECIDED,
	ASKED_ABOUT,
	ASKED_QUERY,
	ASKED_PAGE
};
const struct field judge_fields[] = {
	[JUDGE_PICK] = { "pick-", FIELD_FLAG, "Pilih" },
	[JUDGE_ACTION] = { "action", FIELD_CHOICE, "Tindakan", true, .choices = actions },
	[JUDGE_THEME] = { "theme", FIELD_NUMBER, "Tema", .min = 1, .max = INT32_MAX },
	[JUDGE_DECISION] = { "decision", FIELD_CHOICE, "Keputusan", .choices = decision_codes },
	[JUDGE_ANSWER] = { "answer", FIELD_LINES, "Jawaban atau alasan", .max = ANSWER_LENGTH },
	OPINIONS_ASKED_FIELDS(ASKED_STATE, ASKED_DECIDED, ASKED_ABOUT, ASKED_QUERY, ASKED_PAGE),
	{ .name = NULL },
};

struct judging {
	struct context *context;
	struct hearing hearing;
	const char *action;
	int done;
};

static int
judge_one(struct db *db, const struct judging *judging, int64_t opinion)
{
	const struct form *form = &judging->context->form;
	struct db_value by = db_int(judging->context->actor.account_id);
	struct db_value id = db_int(opinion), hearing = db_int(judging->hearing.id);
	struct db_value theme = db_int(form_number(form, JUDGE_THEME));
	struct db_value released = db_text("released"), withheld = db_text("withheld");

	if (strcmp(judging->action, "release") == 0)
		return db_run(db, STATEMENT_FORUM_LOOK, released, by, id, hearing, released);
	if (strcmp(judging->action, "withhold") == 0)
		return db_run(db, STATEMENT_FORUM_LOOK, withheld, by, id, hearing, withheld);
	if (strcmp(judging->action, "put") == 0)
		return db_run(db, STATEMENT_FORUM_THEME_PUT, id, theme, hearing);
	if (strcmp(judging->action, "take") == 0)
		return db_run(db, STATEMENT_FORUM_THEME_TAKE, id, theme, hearing);
	return db_run(db, STATEMENT_FORUM_DECIDE, db_text(form_text(form, JUDGE_DECISION)),
	    db_text(form_text(form, JUDGE_ANSWER)), by, id, hearing);
}

static const char *
judged_words(const struct judging *judging)
{
	const char *action = judging->action;

	if (strcmp(action, "release") == 0)
		return "dirilis";
	if (strcmp(action, "withhold") == 0)
		return "tidak dirilis";
	if (strcmp(action, "put") == 0)
		return "diberi tema";
	if (strcmp(action, "take") == 0)
		return "dilepas dari tema";
	return decision_name(form_text(&judging->context->form, JUDGE_DECISION));
}

static int
store_judged(struct db *db, void *argument)
{
	struct judging *judging = argument;
	struct context *context = judging->context;
	const struct each *each = form_each(&context->form, JUDGE_PICK);
	int result = hearing_hold(context, &judging->hearing, "open", "closed");

	judging->done = 0;
	for (; result >= 0 && each != NULL; each = each->next) {
		result = judge_one(db, judging, each->key);
		/* Pressed beside itself it is there already. */
		if (result == DB_DUPLICATE)
			result = 0;
		judging->done += result > 0;
	}
	if (result >= 0)
		result = db_run(db, STATEMENT_FORUM_TOUCH, db_int(judging->hearing.id));
	return result < 0 || judging->done == 0 ?
	    (result < 0 ? result : 0) :
	    hearing_change(context, &judging->hearing, NULL,
		arena_format(context->arena, "%d pendapat %s", judging->done,
		    judged_words(judging)));
}

/* What no field shows alone. */
static void
judge_check(struct judging *judging)
{
	struct form *form = &judging->context->form;
	const char *decision = form_text(form, JUDGE_DECISION);

	if (form_each(form, JUDGE_PICK) == NULL)
		form->notice = "Pilih dahulu pendapatnya, satu atau beberapa, lalu tekan "
			       "tombolnya lagi.";
	if ((strcmp(judging->action, "put") == 0 || strcmp(judging->action, "take") == 0) &&
	    form_number(form, JUDGE_THEME) == 0)
		form_error(form, JUDGE_THEME, "Pilih dahulu temanya.");
	if (strcmp(judging->action, "decide") != 0)
		return;
	if (*decision == '\0')
		form_error(form, JUDGE_DECISION, "Pilih dahulu keputusannya.");
	else if (strcmp(decision, "accommodated") != 0 && *form_text(form, JUDGE_ANSWER) == '\0')
		form_error(form, JUDGE_ANSWER,
		    strcmp(decision, "answered") == 0 ?
			"Tulis jawabannya." :
			"Tulis alasannya: yang diakomodasi sebagian atau tidak diakomodasi perlu "
			"alasan.");
}

int
judge_opinions(struct context *context)
{
	const struct form *form = &context->form;
	struct judging judging = { .context = context, .action = form_text(form, JUDGE_ACTION) };
	struct opinions_asked asked = { .state = form_text(form, ASKED_STATE),
		.decided = form_text(form, ASKED_DECIDED),
		.query = form_text(form, ASKED_QUERY),
		.about = form_number(form, ASKED_ABOUT),
		.page = page_number(context, ASKED_PAGE) };
	int status = hearing_find(context, &judging.hearing);

	if (status != 0)
		return status;
	judge_check(&judging);
	if (!form_ok(form))
		return opinions_show_errors(context, &asked);
	status = context_status(context, db_txn(context->db, store_judged, &judging));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld/opinions?done=saved&%s&page=%lld",
		(long long)judging.hearing.id, opinions_query(context->arena, &asked),
		(long long)asked.page);
}
