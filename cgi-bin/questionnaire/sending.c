/* SPDX-License-Identifier: ISC */
/*
 * After sending: a page of its own that says when, by whom and under which number
 * it was sent, what happens next and until when, with words to hand on; and taking
 * it back, as long as nobody has begun to look at it.
 */
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "frame/words.h"
#include "base/banned.h"

/* The last time that it was sent; at "": never. */
struct sending {
	const char *at, *who; /* at: UTC */
	int64_t time;         /* 1: it was the first time */
	bool first;           /* from a draft, not after a return */
	bool begun;           /* the team has decided something, or has begun to */
};

static int
read_sending(struct context *context, const struct assessment *assessment, struct sending *sending)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_SENDING,
	    db_int(assessment->id));

	*sending = (struct sending){ .at = "" };
	if (result <= 0)
		return result;
	*sending = (struct sending){ .at = row_text(&rows, 0, "at"),
		.who = row_text(&rows, 0, "full_name"),
		.time = row_int(&rows, 0, "time"),
		.first = strcmp(row_text(&rows, 0, "from_value"), "draft") == 0,
		.begun = row_int(&rows, 0, "begun") != 0 };
	return 0;
}

/* After a return only what was named was open; a draft would open all of it. */
static bool
may_withdraw(const struct context *context, const struct assessment *assessment,
    const struct sending *sending)
{
	return assessment_allows(assessment, context->actor.role, ACTION_WITHDRAW) &&
	    sending->first && !sending->begun;
}

/* What comes after it, each with the last day that is planned for it. */
static void
fill_next(struct context *context, struct node *list, const struct assessment *assessment)
{
	static const struct {
		enum stage stage;
		const char *what, *with_province;
	} next[] = {
		{ STAGE_CHECK, "Tim verifikasi memeriksa jawaban dan dokumen.",
		    "Tim verifikasi memeriksa jawaban dan dokumen, lalu provinsi memvalidasi." },
		{ STAGE_SIGN, "Formulir dicetak dan ditandatangani kepala perangkat daerah.",
		    NULL },
		{ STAGE_OVER, "Hasilnya masuk laporan daerah.", NULL }
	};

	for (size_t at = 0; at < sizeof(next) / sizeof(next[0]); at++) {
		struct node *node = node_row(list, at);
		const char *until = assessment_until(context, assessment,
		    stage_step(next[at].stage));

		node_set(node, "what",
		    assessment->province_tier && next[at].with_province != NULL ?
			next[at].with_province :
			next[at].what);
		node_set(node, "until", until);
		if (workflow_stage(assessment->state, assessment->province_tier) > next[at].stage)
			node_set(node, "done", "1");
	}
}

/* The words that are handed on; whoever has no account here is told all the same. */
static const char *
told(struct context *context, const struct assessment *assessment, const struct sending *sending,
    const char *number)
{
	const char *until = assessment_until(context, assessment, stage_step(STAGE_CHECK));

	return arena_format(context->arena,
	    "Penilaian kematangan organisasi tahun %lld, %s, sudah dikirim %s oleh %s. "
	    "Nomor pengiriman %s.%s%s%s %s%s/questionnaire/%lld/sent",
	    (long long)assessment->year, assessment->agency_name,
	    words_time(context->arena, sending->at, assessment->zone), sending->who, number,
	    *until != '\0' ? " Tim verifikasi memeriksa sampai " : "", until,
	    *until != '\0' ? "." : "", context->config->site_address, context->config->base_path,
	    (long long)assessment->id);
}

static void
fill_sending(struct context *context, const struct assessment *assessment,
    const struct sending *sending)
{
	struct node *node = page_node(&context->page, "Sent");
	const char *number = arena_format(context->arena, "%lld/%lld/%lld",
	    (long long)assessment->year, (long long)assessment->id, (long long)sending->time);

	assessment_fill(context, assessment);
	node_set(node, "when", words_time(context->arena, sending->at, assessment->zone));
	node_set(node, "who", sending->who);
	node_set(node, "number", number);
	node_set(node, "text", told(context, assessment, sending, number));
	node_set(node, "waits", workflow_waits(assessment->state, assessment->province_tier));
	fill_next(context, node_child(node, "next"), assessment);
	if (may_withdraw(context, assessment, sending))
		page_set(&context->page, "May.withdraw", "1");
	if (sending->begun)
		node_set(node, "begun", "1");
}

/* It was sent, and is not open again. */
static bool
is_sent(const struct assessment *assessment, const struct sending *sending)
{
	return *sending->at != '\0' && workflow_disclosed(assessment->state, STATE_SUBMITTED);
}

int
show_sent(struct context *context)
{
	struct assessment assessment;
	struct sending sending;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = context_status(context, read_sending(context, &assessment, &sending));
	if (status != 0)
		return status;
	if (!is_sent(&assessment, &sending))
		return context_redirect(context, "/questionnaire/%lld/", (long long)assessment.id);
	fill_sending(context, &assessment, &sending);
	return context_show(context, "questionnaire/sent");
}

struct withdrawal {
	struct context *context;
	const struct assessment *assessment;
	const struct move *move;
};

/* The move comes first: it locks the assessment, so nobody begins meanwhile. */
static int
withdraw_sending(struct db *db, void *argument)
{
	const struct withdrawal *withdrawal = argument;
	struct context *context = withdrawal->context;
	struct sending sending;
	int result = assessment_move(context, withdrawal->assessment, withdrawal->move, "");

	if (result == 0)
		result = read_sending(context, withdrawal->assessment, &sending);
	if (result != 0)
		return result;
	if (!sending.first)
		return context_stop(context, 409,
		    "Kiriman perbaikan tidak dapat ditarik. Bila masih ada yang harus diubah, "
		    "minta tim verifikasi mengembalikannya lagi.");
	return !sending.begun ?
	    message_withdraw(db, withdrawal->assessment->id, sending.at) :
	    context_stop(context, 409,
		"Tim verifikasi sudah mulai memeriksa, jadi kiriman ini tidak dapat ditarik lagi. "
		"Bila ada yang harus diubah, minta tim mengembalikannya.");
}

int
withdraw(struct context *context)
{
	struct assessment assessment;
	struct withdrawal withdrawal = { .context = context, .assessment = &assessment };
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status != 0)
		return status;
	withdrawal.move = assessment_may(context, &assessment, ACTION_WITHDRAW, &status);
	if (withdrawal.move == NULL)
		return status;
	status = context_status(context, db_txn(context->db, withdraw_sending, &withdrawal));
	return status != 0 ?
	    status :
	    context_redirect(context, "/questionnaire/%lld/?done=withdrawn",
		(long long)assessment.id);
}
