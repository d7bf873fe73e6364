/* SPDX-License-Identifier: ISC */
/*
 * Rulings: what came of a question is told to all agencies of the region, holds as
 * long as it says, and is withdrawn with a reason that stays to be read.
 */
#include "consultation/consultation.h"

#include <string.h>

#include "frame/paging.h"
#include "frame/words.h"
#include "rules/score.h"
#include "store/history.h"
#include "store/message.h"
#include "base/banned.h"

enum { RULING_TITLE, RULING_BODY, RULING_UNTIL };
const struct field ruling_fields[] = {
	[RULING_TITLE] = { "title", FIELD_TEXT, "Isi ketetapan", true, .min = 5,
	    .max = TITLE_LENGTH },
	[RULING_BODY] = { "body", FIELD_LINES, "Penjelasan", true, .min = 5, .max = BODY_LENGTH },
	[RULING_UNTIL] = { "until", FIELD_DATE, "Berlaku sampai" },
	{ .name = NULL },
};

enum { RULINGS_QUERY, RULINGS_VARIABLE, RULINGS_PAGE };
const struct field rulings_fields[] = {
	[RULINGS_QUERY] = { "q", FIELD_TEXT, "Kata", .max = 120 },
	[RULINGS_VARIABLE] = { "variable", FIELD_NUMBER, "Variabel", .min = 1, .max = 60 },
	[RULINGS_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ .name = NULL },
};

enum { WITHDRAW_WHY, WITHDRAW_RULING_VERSION };
const struct field withdraw_fields[] = {
	[WITHDRAW_WHY] = { "why", FIELD_LINES, "Alasan", true, .min = 5, .max = 1000 },
	[WITHDRAW_RULING_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ .name = NULL },
};

static int
record_ruling(struct context *context, int64_t id, int variable, const char *from, const char *to,
    const char *reason)
{
	return history_add(context->db,
	    &(struct change){ .subject = "ruling",
		.account_id = context->actor.account_id,
		.region_id = context->actor.region_id,
		.variable_number = variable,
		.subject_id = id,
		.from = from,
		.to = to,
		.reason = reason });
}

/* All agencies read so among their messages: by its place, not in its words. */
static int
tell_of_ruling(struct context *context, enum message_kind kind, int variable, int64_t level)
{
	const char *detail = arena_format(context->arena, "variabel %d%s%s", variable,
	    level == LEVEL_ABSENT ? "" : ", Tingkat ", words_roman(level));

	return message_send_all(context->db, kind, context->actor.region_id, detail,
	    context->actor.account_id);
}

/* ---- a new one, from a question ---------------------------------------------- */

struct new_ruling {
	struct context *context;
	struct consultation found;
	int64_t instrument_id, id;
	int32_t today;
};

static const char not_answered[] =
    "Pertanyaan ini masih menunggu jawaban tim. Jawab dulu, lalu terbitkan ketetapannya.";

static int
add_ruling(struct db *db, void *argument)
{
	struct new_ruling *ruling = argument;
	struct context *context = ruling->context;
	const struct form *form = &context->form;
	const char *until = form_text(form, RULING_UNTIL);
	char today[DAY_TEXT];
	struct rows answered;
	int result = db_select(db, &answered, STATEMENT_CONSULTATION_ANSWERED,
	    db_int(ruling->found.id));

	/* Asked again since the page was read. */
	if (result <= 0)
		return result < 0 ? result : context_stop(context, 409, not_answered);
	result = db_run(db, STATEMENT_RULING_ADD, db_int(ruling->found.region_id),
	    db_int(ruling->instrument_id), db_int(ruling->found.variable),
	    db_key(ruling->found.level), db_text(form_text(form, RULING_TITLE)),
	    db_text(form_text(form, RULING_BODY)), db_int(ruling->found.id),
	    db_text(day_format(today, ruling->today)), db_text(*until != '\0' ? until : NULL),
	    db_int(context->actor.account_id));

	if (result < 0)
		return result;
	ruling->id = db_last_key(db);
	result = record_ruling(context, ruling->id, ruling->found.variable, NULL, "published",
	    form_text(form, RULING_TITLE));
	return result < 0 ?
	    result :
	    tell_of_ruling(context, MESSAGE_RULING, ruling->found.variable, ruling->found.level);
}

int
publish_ruling(struct context *context)
{
	struct form *form = &context->form;
	struct new_ruling ruling = { .context = context,
		.today = words_today(context->actor.zone) };
	const struct kept_cycle *cycle;
	int32_t until = day_parse(form_text(form, RULING_UNTIL));
	int result, status = consultation_find(context, &ruling.found);

	if (status != 0)
		return status;
	if (strcmp(ruling.found.state, "open") == 0)
		return context_refuse(context, 409, not_answered);
	if (until != DAY_NONE && until < ruling.today)
		form_error(form, RULING_UNTIL,
		    "Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya, atau kosongkan.");
	if (!form_ok(form))
		return show_consultation_errors(context, &ruling.found);
	result = kept_cycle(context, ruling.found.cycle_id, &cycle);
	if (result != 0 || cycle == NULL)
		return result != 0 ? context_status(context, result) : 404;
	ruling.instrument_id = cycle->instrument_id;
	result = db_txn_world(context->db, add_ruling, &ruling);
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/consultation/rulings/%lld?done=published",
		(long long)ruling.id);
}

/* ---- all of them ------------------------------------------------------------- */

static int
rulings_list(struct context *context, struct rows *rows, int64_t page)
{
	const struct form *form = &context->form;
	const char *query = form_text(form, RULINGS_QUERY);
	int64_t variable = form_number(form, RULINGS_VARIABLE);

	return db_select(context->db, rows, STATEMENT_RULING_LIST, db_int(context->actor.region_id),
	    db_int(variable), db_int(variable), db_text(query),
	    db_text(db_like(context->arena, query)), PAGE_LIMIT(page));
}

static const char *
ruling_validity(struct context *context, const struct rows *rows, size_t row)
{
	return words_period(context->arena, row_text(rows, row, "valid_from"),
	    row_text(rows, row, "valid_until"));
}

/* A code of tag_word(). */
static const char *
ruling_state(bool withdrawn, const char *until, int32_t today)
{
	int32_t last = day_parse(until);

	if (withdrawn)
		return "withdrawn";
	return last != DAY_NONE && last < today ? "expired" : "in_force";
}

static int
show_rulings_list(struct context *context, struct rows *rows, int64_t page)
{
	const struct form *form = &context->form;
	struct node *list = page_node(&context->page, "List");
	int64_t variable = form_number(form, RULINGS_VARIABLE);
	int32_t today = words_today(context->actor.zone);

	page_turn(context, rows, PAGE_ROWS, page,
	    arena_format(context->arena, "/consultation/rulings?q=%s%s",
		query_text(context->arena, form_text(form, RULINGS_QUERY)),
		variable == 0 ?
		    "" :
		    arena_format(context->arena, "&variable=%lld", (long long)variable)));
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set_int(node, "id", row_int(rows, row, "id"));
		node_set_int(node, "variable", row_int(rows, row, "variable_number"));
		node_set(node, "level", words_roman(row_int(rows, row, "level")));
		node_set(node, "title", row_text(rows, row, "title"));
		node_set(node, "validity", ruling_validity(context, rows, row));
		node_set(node, "state",
		    ruling_state(row_int(rows, row, "withdrawn") != 0,
			row_text(rows, row, "valid_until"), today));
	}
	fill_form(context);
	return context_show(context, "consultation/rulings");
}

int
show_rulings(struct context *context)
{
	int64_t page = page_number(context, RULINGS_PAGE);
	struct rows rows;
	int result = rulings_list(context, &rows, page);

	return result < 0 ?
	    context_status(context, result) :
	    show_rulings_list(context, &rows, page);
}

/* ---- one --------------------------------------------------------------------- */

static int
ruling_find(struct context *context, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_RULING_FIND, db_int(context->keys[0]),
	    db_int(context->actor.region_id));

	return result == 0 ? 404 : context_status(context, result);
}

static void
ruling_fill(struct context *context, const struct rows *rows)
{
	struct node *node = page_node(&context->page, "Ruling");
	bool withdrawn = !row_null(rows, 0, "withdrawn_at");

	node_set_int(node, "id", row_int(rows, 0, "id"));
	node_set_int(node, "version", row_int(rows, 0, "version"));
	node_set_int(node, "variable", row_int(rows, 0, "variable_number"));
	node_set(node, "level", words_roman(row_int(rows, 0, "level")));
	node_set(node, "title", row_text(rows, 0, "title"));
	node_set(node, "body", row_text(rows, 0, "body"));
	node_set(node, "by", row_text(rows, 0, "published_by"));
	node_set(node, "at",
	    words_time(context->arena, row_text(rows, 0, "published_at"), context->actor.zone));
	node_set(node, "validity", ruling_validity(context, rows, 0));
	node_set(node, "state",
	    ruling_state(withdrawn, row_text(rows, 0, "valid_until"),
		words_today(context->actor.zone)));
	if (withdrawn) {
		node_set(node, "withdrawn_by", row_text(rows, 0, "withdrawn_by"));
		node_set(node, "withdrawn_at",
		    words_time(context->arena, row_text(rows, 0, "withdrawn_at"),
			context->actor.zone));
		node_set(node, "withdrawn_why", row_text(rows, 0, "withdrawn_why"));
	} else if (context_may(context, ROLE_VERIFIER))
		node_set(node, "withdraws", "1");
}

int
show_ruling(struct context *context)
{
	struct rows rows;
	int status = ruling_find(context, &rows);

	if (status != 0)
		return status;
	ruling_fill(context, &rows);
	return context_show(context, "consultation/ruling");
}

static int
run_withdrawal(struct db *db, void *argument)
{
	struct context *context = argument;
	const struct form *form = &context->form;
	struct rows rows;
	int variable;
	int result = db_run(db, STATEMENT_RULING_WITHDRAW, db_int(context->actor.account_id),
	    db_text(form_text(form, WITHDRAW_WHY)), db_int(context->keys[0]),
	    db_int(context->actor.region_id), db_int(form_number(form, WITHDRAW_RULING_VERSION)));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409, "Ketetapan ini sudah dicabut.");
	result = db_select(db, &rows, STATEMENT_RULING_FIND, db_int(context->keys[0]),
	    db_int(context->actor.region_id));
	if (result < 0)
		return result;
	variable = (int)row_int(&rows, 0, "variable_number");
	result = record_ruling(context, context->keys[0], variable, "published", "withdrawn",
	    form_text(form, WITHDRAW_WHY));
	return result < 0 ?
	    result :
	    tell_of_ruling(context, MESSAGE_RULING_WITHDRAWN, variable, row_int(&rows, 0, "level"));
}

int
withdraw_ruling(struct context *context)
{
	struct rows rows;
	int status = ruling_find(context, &rows);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		ruling_fill(context, &rows);
		return context_show_errors(context, "consultation/ruling");
	}
	status = context_status(context, db_txn_world(context->db, run_withdrawal, context));
	return status != 0 ?
	    status :
	    context_redirect(context, "/consultation/rulings/%lld?done=saved",
		(long long)context->keys[0]);
}
