/* SPDX-License-Identifier: ISC */
/*
 * Plt. and Plh.: who stands in for the head of an agency, from when until when.  Papers
 * that are drawn on those days, and activities that end on them, name him; what was
 * printed before stays as it was.
 */
#include "cycle/acting_list.h"
#include "cycle/cycle.h"
#include "rules/calendar.h"
#include "store/history.h"
#include "base/banned.h"

static const char *const acting_kinds[] = { "plt", "plh", NULL };

enum { ACTING_KIND, ACTING_NAME, ACTING_RANK, ACTING_NIP, ACTING_FROM, ACTING_UNTIL, ACTING_BASIS };
const struct field acting_fields[] = {
	[ACTING_KIND] = { "acting_kind", FIELD_CHOICE, "Sebagai", true, .choices = acting_kinds },
	[ACTING_NAME] = { "acting_name", FIELD_TEXT, "Nama pejabat", true, .min = 2, .max = 120 },
	[ACTING_RANK] = { "acting_rank", FIELD_TEXT, "Pangkat", .max = 120 },
	[ACTING_NIP] = { "acting_nip", FIELD_TEXT, "NIP", .max = 30, .like = LIKE_NIP },
	[ACTING_FROM] = { "acting_from", FIELD_DATE, "Sejak", true },
	[ACTING_UNTIL] = { "acting_until", FIELD_DATE, "Sampai" },
	[ACTING_BASIS] = { "acting_basis", FIELD_TEXT, "Dasar", true, .max = 200 },
	{ .name = NULL },
};

enum { ACTING_KEY };
const struct field acting_remove_fields[] = {
	[ACTING_KEY] = { "acting", FIELD_NUMBER, "Pejabat", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

struct acting {
	struct context *context;
	struct rows agency;
};

static int
acting_note(struct db *db, const struct acting *acting, const char *from, const char *to,
    const char *reason)
{
	int64_t id = acting->context->keys[0];
	struct change change = change_of(acting->context, "agency",
	    row_int(&acting->agency, 0, "region_id"), id);

	change.agency_id = id;
	change.from = from;
	change.to = to;
	change.reason = reason;
	return history_add(db, &change);
}

static const char *
acting_told(struct arena *arena, const char *kind, const char *name, const char *from,
    const char *until)
{
	return arena_format(arena, "%s %s, %s", acting_word(kind), name,
	    acting_days(arena, from, until));
}

static int
put_acting(struct db *db, void *argument)
{
	const struct acting *acting = argument;
	struct context *context = acting->context;
	const struct form *form = &context->form;
	const char *from = form_text(form, ACTING_FROM), *until = form_text(form, ACTING_UNTIL);
	struct db_value last = db_text(*until != '\0' ? until : NULL);
	int result = db_run(db, STATEMENT_ACTING_ADD, db_text(form_text(form, ACTING_KIND)),
	    db_text(form_text(form, ACTING_NAME)), db_text(form_text(form, ACTING_RANK)),
	    db_text(form_text(form, ACTING_NIP)), db_text(from), last,
	    db_text(form_text(form, ACTING_BASIS)), db_int(context->actor.account_id),
	    db_int(context->keys[0]), last, db_text(from));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	return acting_note(db, acting, "",
	    acting_told(context->arena, form_text(form, ACTING_KIND), form_text(form, ACTING_NAME),
		from, until),
	    form_text(form, ACTING_BASIS));
}

static int
acting_show_typed(const struct acting *acting)
{
	fill_form(acting->context);
	return agency_show_page(acting->context, &acting->agency, 422);
}

int
add_acting(struct context *context)
{
	struct acting acting = { .context = context };
	struct form *form = &context->form;
	const char *until = form_text(form, ACTING_UNTIL);
	int result, status = agency_find(context, context->keys[0], &acting.agency);

	if (status != 0)
		return status;
	if (form_ok(form) && *until != '\0' &&
	    day_parse(until) < day_parse(form_text(form, ACTING_FROM)))
		form_error(form, ACTING_UNTIL, "Tanggal sampai mendahului tanggal sejak.");
	if (!form_ok(form))
		return acting_show_typed(&acting);
	/* Who writes raises the stamp first, so that of two only one finds the days free. */
	result = db_txn_world(context->db, put_acting, &acting);
	if (db_stopped(context->db, result) == 409 || result == DB_DUPLICATE) {
		form_error(form, ACTING_FROM,
		    "Pada sebagian hari itu sudah tercatat Plt. atau Plh. lain. Hapus dahulu yang "
		    "lama, lalu catat lagi dengan tanggal yang benar.");
		return acting_show_typed(&acting);
	}
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/cycle/agencies/%lld?done=saved",
		(long long)context->keys[0]);
}

static int
drop_acting(struct db *db, void *argument)
{
	const struct acting *acting = argument;
	struct context *context = acting->context;
	int64_t id = form_number(&context->form, ACTING_KEY);
	struct rows was;
	int result = db_select(db, &was, STATEMENT_ACTING_FIND, db_int(id),
	    db_int(context->keys[0]));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	result = db_run(db, STATEMENT_ACTING_REMOVE, db_int(id), db_int(context->keys[0]));
	return result < 0 ?
	    result :
	    acting_note(db, acting,
		acting_told(context->arena, row_text(&was, 0, "kind"), row_text(&was, 0, "name"),
		    row_text(&was, 0, "from_on"), row_text(&was, 0, "until_on")),
		"", row_text(&was, 0, "basis"));
}

int
remove_acting(struct context *context)
{
	struct acting acting = { .context = context };
	int status = agency_find(context, context->keys[0], &acting.agency);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn_world(context->db, drop_acting, &acting));
	return status != 0 ?
	    status :
	    context_redirect(context, "/cycle/agencies/%lld?done=removed",
		(long long)context->keys[0]);
}
