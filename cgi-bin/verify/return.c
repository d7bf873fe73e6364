/* SPDX-License-Identifier: ISC */
#include "verify/verify.h"

#include <string.h>

#include "base/banned.h"

/*
 * Back to the agency, naming what has to be mended: only that unlocks.  For
 * the team it is also the way to take a finished verification back.
 */
enum { RETURN_VERSION, RETURN_REASON, RETURN_MEND, RETURN_NOTE };

const struct field return_fields[] = {
	[RETURN_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true, .min = 1, .max = INT64_MAX },
	[RETURN_REASON] = { .name = "reason", .kind = FIELD_LINES,
	    .label = "Alasan pengembalian", .required = true, .max = 2000 },
	/* Families, by the number of the variable. */
	[RETURN_MEND] = { .name = "mend-", .kind = FIELD_FLAG,
	    .label = "Variabel" },
	[RETURN_NOTE] = { .name = "note-", .kind = FIELD_LINES,
	    .label = "Catatan", .max = 2000 },
	{ .name = NULL },
};

struct returning {
	struct visit *visit;
	struct bench bench;
	struct board board;
	const struct move *move;
};

static int
load(struct visit *visit, struct returning *doing)
{
	int status = bench_find(visit, &doing->bench);

	if (status != 0)
		return status;
	doing->visit = visit;
	doing->move = bench_may(visit, &doing->bench, ACTION_RETURN, &status);
	if (doing->move == NULL)
		return status;
	return board_load(visit, &doing->bench, &doing->board);
}

/* What the tier has rejected, as the first draft of the note. */
static const char *
note_of(struct visit *visit, const struct bench *bench,
    const struct evidence *evidence)
{
	struct buffer note = { .arena = visit->arena };

	buffer_text(&note, "");
	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];

		for (size_t link = 0; link < item->link_count; link++) {
			const struct ruling *ruling = tier_ruling(bench->tier,
			    &item->links[link]);

			if (ruling->decision != RULING_REJECTED ||
			    ruling->stale)
				continue;
			buffer_format(&note, "%s%s: %s",
			    note.length > 0 ? "\n" : "",
			    item->links[link].title, ruling->reason);
		}
	}
	return note.bytes;
}

static void
fill_draft(struct visit *visit, const struct returning *doing)
{
	struct node *values = page_node(&visit->page, "Form.value");

	for (size_t at = 0; at < doing->board.count; at++) {
		const struct evidence *evidence =
		    doing->board.rows[at].evidence;
		const char *note = note_of(visit, &doing->bench, evidence);

		if (*note == '\0')
			continue;
		node_set(values, arena_format(visit->arena, "mend-%d",
		    evidence->number), "1");
		node_set(values, arena_format(visit->arena, "note-%d",
		    evidence->number), note);
	}
}

static void
fill(struct visit *visit, const struct returning *doing)
{
	struct node *rows = page_node(&visit->page, "Variables");
	const struct board *board = &doing->board;

	bench_fill(visit, &doing->bench);
	for (size_t at = 0; at < board->count; at++) {
		const struct board_row *row = &board->rows[at];
		struct node *node = node_row(rows, at);

		node_set_int(node, "number", row->number);
		node_set(node, "name", row->name);
		node_set(node, "self", level_words(visit, row->self_level));
		node_set(node, "level", level_words(visit,
		    row->grades[doing->bench.tier].level));
	}
}

int
show_return(struct visit *visit)
{
	struct returning doing;
	int status = load(visit, &doing);

	if (status != 0)
		return status;
	fill_draft(visit, &doing);
	fill(visit, &doing);
	return visit_show(visit, "verify/return");
}

static bool
named(const struct form *form, const struct board_row *row)
{
	const struct each *each = form_member(form, RETURN_MEND, row->number);

	return each != NULL && each->number == 1;
}

static const char *
note_typed(const struct form *form, const struct board_row *row)
{
	const struct each *each = form_member(form, RETURN_NOTE, row->number);

	return each != NULL ? each->text : "";
}

static void
check(struct visit *visit, const struct board *board)
{
	struct form *form = &visit->form;
	size_t count = 0;

	for (size_t at = 0; at < board->count; at++) {
		const struct board_row *row = &board->rows[at];

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
record_levels(const struct returning *doing, const struct board_row *row)
{
	int result = 0;

	for (int tier = 0; tier < TIERS && result == 0; tier++) {
		if (row->grades[tier].level == LEVEL_ABSENT)
			continue;
		result = assessment_change(doing->visit,
		    &doing->bench.assessment, tiers[tier].level_subject,
		    row->number, 0, arena_format(doing->visit->arena, "%d",
		    row->grades[tier].level), "",
		    note_typed(&doing->visit->form, row));
	}
	return result;
}

static int
mend(const struct returning *doing, const struct board_row *row)
{
	struct visit *visit = doing->visit;
	int result = db_run(visit->db, STATEMENT_VERIFY_MEND,
	    db_text(note_typed(&visit->form, row)),
	    db_int(doing->bench.assessment.id), db_int(row->variable_id));

	return result < 0 ? result : record_levels(doing, row);
}

static int
return_work(struct db *db, void *argument)
{
	struct returning *doing = argument;
	const struct form *form = &doing->visit->form;
	const struct assessment *assessment = &doing->bench.assessment;
	int result = db_run(db, STATEMENT_VERIFY_EXPECT,
	    db_int(assessment->id), db_text(state_code(doing->move->from)),
	    db_int(form_number(form, RETURN_VERSION)));

	if (result <= 0)
		return result < 0 ? result : 409;
	result = db_run(db, STATEMENT_VERIFY_FORGET_NOTES,
	    db_int(assessment->id));
	if (result < 0)
		return result;
	/* Read again behind the lock: the history tells what really went. */
	result = board_load(doing->visit, &doing->bench, &doing->board);
	for (size_t at = 0; at < doing->board.count && result == 0; at++)
		if (named(form, &doing->board.rows[at]))
			result = mend(doing, &doing->board.rows[at]);
	return result != 0 ? result : assessment_move(doing->visit,
	    assessment, doing->move, form_text(form, RETURN_REASON));
}

/* Nothing that was typed is lost: the same page, now of what is stored. */
static int
show_again(struct visit *visit, struct returning *doing, int http_status)
{
	int status = load(visit, doing);

	if (status != 0)
		return status;
	fill_form(visit);
	fill(visit, doing);
	return visit_show_status(visit, "verify/return", http_status);
}

int
send_back(struct visit *visit)
{
	struct returning doing;
	int status = load(visit, &doing);

	if (status != 0)
		return status;
	if (visit->form.values[RETURN_VERSION].error != NULL)
		return 400;
	check(visit, &doing.board);
	if (!form_ok(&visit->form))
		return show_again(visit, &doing, 422);
	status = db_txn(visit->db, return_work, &doing);
	if (status == 409) {
		visit->form.notice = "Ada yang disimpan rekan Anda setelah "
		    "halaman ini dibuka. Periksa lagi, lalu kembalikan.";
		return show_again(visit, &doing, 409);
	}
	if (status != 0)
		return visit_status(visit, status);
	return visit_redirect(visit, "/verify/%lld/?done=returned",
	    (long long)doing.bench.assessment.id);
}
