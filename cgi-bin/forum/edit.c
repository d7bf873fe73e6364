/* SPDX-License-Identifier: ISC */
/*
 * A public consultation is drafted, changed while nobody has read it, given more days while
 * it is open, or taken out as a draft.
 */
#include "forum/forum.h"

#include <string.h>

#include "base/secret.h"
#include "frame/words.h"
#include "rules/calendar.h"
#include "base/banned.h"

enum { EDIT_TITLE, EDIT_EXPLANATION, EDIT_OPENS, EDIT_CLOSES, EDIT_VERSION };

#define HEARING_FIELDS \
	[EDIT_TITLE] = { "title", FIELD_TEXT, "Topik", true, .min = 5, .max = TITLE_LENGTH }, \
	[EDIT_EXPLANATION] = { "explanation", FIELD_LINES, "Penjelasan", true, .min = 20, \
		.max = BODY_LENGTH }, \
	[EDIT_OPENS] = { "opens_on", FIELD_DATE, "Tanggal dibuka", true }, \
	[EDIT_CLOSES] = { "closes_on", FIELD_DATE, "Tanggal terakhir", true }

const struct field hearing_fields[] = {
	HEARING_FIELDS,
	{ .name = NULL },
};

const struct field hearing_edit_fields[] = {
	HEARING_FIELDS,
	[EDIT_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { VERSION_ONLY };
const struct field hearing_version_fields[] = {
	[VERSION_ONLY] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { EXTEND_CLOSES, EXTEND_VERSION };
const struct field hearing_extend_fields[] = {
	[EXTEND_CLOSES] = { "closes_on", FIELD_DATE, "Tanggal terakhir", true },
	[EXTEND_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

/* What is to be stored of the form. */
struct hearing_editing {
	struct context *context;
	struct hearing found; /* of one that is changed */
	int64_t id;
};

static void
check_hearing_days(struct context *context)
{
	struct form *form = &context->form;
	char today[DAY_TEXT];

	day_format(today, words_today(context->actor.zone));
	if (!form_ok(form))
		return;
	if (strcmp(form_text(form, EDIT_CLOSES), form_text(form, EDIT_OPENS)) < 0)
		form_error(form, EDIT_CLOSES,
		    "Tanggal terakhir mendahului tanggal dibuka. Perbaiki salah satunya.");
	else if (strcmp(form_text(form, EDIT_CLOSES), today) < 0)
		form_error(form, EDIT_CLOSES,
		    "Tanggal terakhir sudah lewat. Pilih hari ini atau sesudahnya.");
}

static int
write_hearing(struct db *db, struct hearing_editing *editing)
{
	struct context *context = editing->context;
	const struct form *form = &context->form;
	struct db_value title = db_text(form_text(form, EDIT_TITLE));
	struct db_value explanation = db_text(form_text(form, EDIT_EXPLANATION));
	struct db_value opens = db_text(form_text(form, EDIT_OPENS));
	struct db_value closes = db_text(form_text(form, EDIT_CLOSES));
	unsigned char salt[SALT_BYTES];

	if (editing->found.id != 0)
		return db_run(db, STATEMENT_FORUM_CHANGE, title, explanation, opens, closes,
		    db_int(editing->found.id), db_int(form_number(form, EDIT_VERSION)));
	random_bytes(salt, sizeof(salt));
	return db_run(db, STATEMENT_FORUM_ADD, title, explanation, opens, closes,
	    db_int(context->actor.region_id), forum_owner(context), db_bytes(salt, sizeof(salt)),
	    db_int(context->actor.account_id));
}

static int
store_hearing(struct db *db, void *argument)
{
	struct hearing_editing *editing = argument;
	struct context *context = editing->context;
	struct hearing changed = editing->found;
	int result = write_hearing(db, editing);

	if (result == 0)
		return context_stop(context, 409,
		    "Konsultasi ini sudah berubah sejak halaman ini ditampilkan, atau sudah "
		    "dibuka. Muat ulang halamannya; yang Anda tulis ada di bawah.");
	if (result < 0)
		return result;
	if (changed.id == 0) {
		changed.id = db_last_key(db);
		if (context->actor.role != ROLE_VERIFIER)
			changed.agency_id = context->actor.agency_id;
	}
	editing->id = changed.id;
	return hearing_change(context, &changed, editing->found.title,
	    form_text(&context->form, EDIT_TITLE));
}

static int
save_hearing(struct hearing_editing *editing, const char *done)
{
	struct context *context = editing->context;
	int status;

	check_hearing_days(context);
	if (!form_ok(&context->form)) {
		if (editing->found.id != 0)
			hearing_fill(context, &editing->found);
		return context_show_errors(context, "forum/edit");
	}
	status = context_status(context, db_txn(context->db, store_hearing, editing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=%s", (long long)editing->id, done);
}

int
show_new_hearing(struct context *context)
{
	return context_show(context, "forum/edit");
}

int
add_hearing(struct context *context)
{
	struct hearing_editing editing = { .context = context };

	return save_hearing(&editing, "created");
}

static int
hearing_find_draft(struct context *context, struct hearing *hearing)
{
	int status = hearing_find(context, hearing);

	if (status == 0 && strcmp(hearing->state, "draft") != 0)
		status = context_refuse(context, 409,
		    "Konsultasi ini sudah dibuka, jadi topik dan penjelasannya tidak dapat diubah "
		    "lagi.");
	return status;
}

static int
show_hearing_form(struct context *context, const struct hearing *hearing)
{
	struct node *values = page_node(&context->page, "Form.value");

	hearing_fill(context, hearing);
	node_set(values, "title", hearing->title);
	node_set(values, "explanation", hearing->explanation);
	node_set(values, "opens_on", hearing->opens_on);
	node_set(values, "closes_on", hearing->closes_on);
	return context_show(context, "forum/edit");
}

int
show_hearing_edit(struct context *context)
{
	struct hearing hearing;
	int status = hearing_find_draft(context, &hearing);

	return status != 0 ? status : show_hearing_form(context, &hearing);
}

int
edit_hearing(struct context *context)
{
	struct hearing_editing editing = { .context = context };
	int status = hearing_find_draft(context, &editing.found);

	return status != 0 ? status : save_hearing(&editing, "saved");
}

/* ---- more days -------------------------------------------------------------------- */

static int
store_extended(struct db *db, void *argument)
{
	struct hearing_editing *editing = argument;
	struct context *context = editing->context;
	const char *closes = form_text(&context->form, EXTEND_CLOSES);
	int result = db_run(db, STATEMENT_FORUM_EXTEND, db_text(closes), db_int(editing->found.id),
	    db_int(form_number(&context->form, EXTEND_VERSION)), db_text(closes));

	if (result == 0)
		return context_stop(context, 409,
		    "Konsultasi ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya.");
	return result < 0 ?
	    result :
	    hearing_change(context, &editing->found, editing->found.closes_on, closes);
}

int
extend_hearing(struct context *context)
{
	struct hearing_editing editing = { .context = context };
	struct form *form = &context->form;
	const char *closes = form_text(form, EXTEND_CLOSES);
	int status = hearing_find(context, &editing.found);
	char today[DAY_TEXT];

	if (status != 0)
		return status;
	day_format(today, words_today(context->actor.zone));
	if (form_ok(form) &&
	    (strcmp(closes, today) < 0 || strcmp(closes, editing.found.opens_on) < 0))
		form_error(form, EXTEND_CLOSES,
		    "Tanggal terakhir belum dapat dipakai. Pilih hari ini atau sesudahnya, dan "
		    "bukan sebelum tanggal dibuka.");
	if (!form_ok(form))
		return show_hearing(context);
	status = context_status(context, db_txn_world(context->db, store_extended, &editing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=saved", (long long)editing.found.id);
}

/* ---- taken out ------------------------------------------------------------------ */

static int
hearing_take_out(struct db *db, void *argument)
{
	const struct hearing_editing *editing = argument;
	struct context *context = editing->context;
	int result = db_run(db, STATEMENT_FORUM_REMOVE, db_int(editing->found.id),
	    db_int(form_number(&context->form, VERSION_ONLY)));

	if (result == 0)
		return context_stop(context, 409,
		    "Hanya rancangan yang dapat dihapus, dan yang ini baru saja diubah. Muat ulang "
		    "halamannya.");
	return result < 0 ?
	    result :
	    hearing_change(context, &editing->found, editing->found.title, "dihapus");
}

int
remove_hearing(struct context *context)
{
	struct hearing_editing editing = { .context = context };
	int status = hearing_find(context, &editing.found);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn(context->db, hearing_take_out, &editing));
	return status != 0 ? status : context_redirect(context, "/forum/desk/?done=removed");
}
