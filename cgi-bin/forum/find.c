/* SPDX-License-Identifier: ISC */
/*
 * A public consultation, found for its officials or for everybody, and what it is called
 * on pages.
 */
#include "forum/forum.h"

#include <string.h>

#include "frame/words.h"
#include "rules/calendar.h"
#include "store/history.h"
#include "base/banned.h"

const char *const decision_codes[] = { "answered", "accommodated", "partly", "refused", NULL };

static const char *const decision_names[] = { "Dijawab", "Diakomodasi", "Diakomodasi sebagian",
	"Tidak diakomodasi" };

const char *
decision_name(const char *code)
{
	for (size_t at = 0; decision_codes[at] != NULL; at++)
		if (strcmp(decision_codes[at], code) == 0)
			return decision_names[at];
	return "";
}

struct db_value
forum_owner(const struct context *context)
{
	return context->actor.role == ROLE_VERIFIER ? db_null() : db_int(context->actor.agency_id);
}

bool
forum_reads_all(const struct context *context)
{
	return context_may(context, ROLE_VERIFIER | ROLE_AUDITOR);
}

/* May the actor change it? */
static bool
hearing_is_own(const struct context *context, const struct hearing *hearing)
{
	return context->actor.role == ROLE_VERIFIER ?
	    hearing->agency_id == 0 :
	    context->actor.role == ROLE_OPERATOR;
}

void
hearing_read(struct context *context, const struct rows *rows, struct hearing *found)
{
	*found = (struct hearing){
		.id = row_int(rows, 0, "id"),
		.version = row_int(rows, 0, "version"),
		.region_id = row_int(rows, 0, "region_id"),
		.agency_id = row_int(rows, 0, "agency_id"),
		.opinions = row_int(rows, 0, "opinions"),
		.waiting = row_int(rows, 0, "waiting"),
		.undecided = row_int(rows, 0, "undecided"),
		.title = row_text(rows, 0, "title"),
		.explanation = row_text(rows, 0, "explanation"),
		.conclusion = row_text(rows, 0, "conclusion"),
		.state = row_text(rows, 0, "state"),
		.opens_on = row_text(rows, 0, "opens_on"),
		.closes_on = row_text(rows, 0, "closes_on"),
		.owner = row_text(rows, 0, "agency_name"),
		.region_name = row_text(rows, 0, "region_name"),
		.zone = row_text(rows, 0, "timezone"),
		.published_at = row_text(rows, 0, "published_at"),
	};
	if (*found->owner == '\0')
		found->owner = arena_format(context->arena, "Tim verifikasi %s",
		    found->region_name);
}

static int
hearing_find_of(struct context *context, bool whole_region, struct hearing *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_FORUM_FIND, db_int(context->keys[0]),
	    db_int(context->actor.region_id), db_int(whole_region), forum_owner(context));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	hearing_read(context, &rows, found);
	return 0;
}

int
hearing_find(struct context *context, struct hearing *found)
{
	return hearing_find_of(context, false, found);
}

int
hearing_find_read(struct context *context, struct hearing *found)
{
	return hearing_find_of(context, forum_reads_all(context), found);
}

int
hearing_find_public(struct context *context, struct hearing *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_FORUM_PUBLIC,
	    db_int(context->keys[0]));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	hearing_read(context, &rows, found);
	return 0;
}

/* -1 before, 0 within, 1 after its days. */
static int
hearing_when(const struct hearing *hearing)
{
	char today[DAY_TEXT];

	day_format(today, words_today(hearing->zone));
	if (strcmp(today, hearing->opens_on) < 0)
		return -1;
	return strcmp(today, hearing->closes_on) > 0;
}

bool
hearing_takes(const struct hearing *hearing)
{
	return strcmp(hearing->state, "open") == 0 && hearing_when(hearing) == 0;
}

const char *
hearing_state_name(const struct hearing *hearing)
{
	int when = hearing_when(hearing);

	if (strcmp(hearing->state, "draft") == 0)
		return "Rancangan";
	if (strcmp(hearing->state, "published") == 0)
		return "Hasil terbit";
	if (strcmp(hearing->state, "closed") == 0)
		return "Ditutup";
	return when < 0 ? "Akan dibuka" : when == 0 ? "Terbuka" : "Masa pendapat selesai";
}

void
hearing_fill(struct context *context, const struct hearing *hearing)
{
	struct arena *arena = context->arena;
	struct node *node = page_node(&context->page, "Hearing");

	node_set_int(node, "id", hearing->id);
	node_set_int(node, "version", hearing->version);
	node_set_int(node, "opinions", hearing->opinions);
	node_set_int(node, "waiting", hearing->waiting);
	node_set_int(node, "undecided", hearing->undecided);
	node_set(node, "title", hearing->title);
	node_set(node, "explanation", hearing->explanation);
	node_set(node, "conclusion", hearing->conclusion);
	node_set(node, "state", hearing->state);
	node_set(node, "state_name", hearing_state_name(hearing));
	node_set(node, "owner", hearing->owner);
	node_set(node, "region", hearing->region_name);
	node_set(node, "opens", words_date(arena, hearing->opens_on));
	node_set(node, "closes", words_date(arena, hearing->closes_on));
	node_set(node, "closes_on", hearing->closes_on);
	node_set(node, "period", words_period(arena, hearing->opens_on, hearing->closes_on));
	if (hearing_takes(hearing))
		node_set(node, "takes", "1");
	if (hearing_is_own(context, hearing))
		node_set(node, "mine", "1");
	node_set(node, "published", words_day_of(arena, hearing->published_at, hearing->zone));
}

int
hearing_change(struct context *context, const struct hearing *hearing, const char *from,
    const char *to)
{
	return history_add(context->db,
	    &(struct change){ .subject = "forum",
		.account_id = context->actor.account_id,
		.region_id = context->actor.region_id,
		.agency_id = hearing->agency_id,
		.subject_id = hearing->id,
		.from = from,
		.to = to });
}

int
hearing_hold(struct context *context, const struct hearing *hearing, const char *state,
    const char *other)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_FORUM_HOLD, db_int(hearing->id));

	if (result < 0)
		return result;
	if (result > 0 &&
	    (strcmp(row_text(&rows, 0, "state"), state) == 0 ||
		strcmp(row_text(&rows, 0, "state"), other) == 0))
		return 0;
	return context_stop(context, 409,
	    "Konsultasi ini sudah berpindah tahap, jadi bagian itu tidak dapat diubah lagi. Muat "
	    "ulang halamannya.");
}

void
questions_fill(struct context *context, const struct rows *questions)
{
	struct node *list = page_node(&context->page, "Questions"), *node = NULL;
	int64_t before = 0;
	size_t count = 0, choices = 0;

	for (size_t row = 0; row < questions->count; row++) {
		int64_t id = row_int(questions, row, "id");

		if (id != before) {
			node = node_row(list, count++);
			node_set_int(node, "id", id);
			node_set(node, "wording", row_text(questions, row, "wording"));
			node_set(node, "kind", row_text(questions, row, "kind"));
			node_set(node, "name",
			    arena_format(context->arena, "reply-%lld", (long long)id));
			choices = 0;
		}
		before = id;
		if (!row_null(questions, row, "choice_id")) {
			struct node *choice = node_row(node_child(node, "choices"), choices++);

			node_set(choice, "value", row_text(questions, row, "choice_id"));
			node_set(choice, "label", row_text(questions, row, "label"));
		}
	}
}
