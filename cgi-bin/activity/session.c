/* SPDX-License-Identifier: ISC */
/*
 * The attendance list opens for telephones, on the days of the activity and to its end on
 * each: a code for the screen at the place, of which only the hash is stored, so whoever
 * loses sight of it opens another one, and the one before is over.
 */
#include "activity/activity.h"

#include <string.h>

#include "base/qr.h"
#include "frame/words.h"
#include "activity/code.h"
#include "base/banned.h"

enum { SESSION_BEFORE };
const struct field session_fields[] = {
	[SESSION_BEFORE] = { "before", FIELD_NUMBER, "Sesi sebelumnya", .min = 0,
	    .max = INT64_MAX },
	{ .name = NULL },
};

struct opening {
	struct context *context;
	struct activity activity;
	char code[CODE_LETTERS + 1];
	const char *today; /* YYYY-MM-DD */
};

/* Only the code that this page has shown leads on: one press, one code. */
static int
check_before(struct opening *opening)
{
	struct context *context = opening->context;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ACTIVITY_SESSION,
	    db_int(opening->activity.id));

	if (result < 0 ||
	    form_number(&context->form, SESSION_BEFORE) ==
		(result > 0 ? row_int(&rows, 0, "id") : 0))
		return result < 0 ? result : 0;
	return context_stop(context, 409,
	    "Daftar hadir ini baru saja dibuka di halaman lain. Kembali ke kegiatannya; bila "
	    "kodenya tidak tampil di layar mana pun, buka dengan kode baru.");
}

static int
open_list(struct db *db, void *argument)
{
	struct opening *opening = argument;
	struct context *context = opening->context;
	unsigned char hash[SHA256_BYTES];
	int64_t id = opening->activity.id;
	int hours = words_zone_hours(context->actor.zone);
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_ACTIVITY_HOLD, db_int(id));

	if (result == 0)
		return db_stop(db, 404);
	if (result > 0)
		result = check_before(opening);
	if (result == 0)
		result = db_run(db, STATEMENT_ACTIVITY_SESSION_CLOSE, db_int(id));
	if (result < 0)
		return result;
	code_make(opening->code);
	code_hash(opening->code, hash);
	result = db_run(db, STATEMENT_ACTIVITY_SESSION_ADD, db_bytes(hash, sizeof(hash)),
	    db_int(context->actor.account_id), db_text(opening->today), db_int(hours), db_int(id),
	    db_text(opening->today), db_int(hours));
	if (result == 0)
		return context_stop(context, 409,
		    "Kegiatan ini sudah selesai pada %s. Bila masih berlangsung, ubah dahulu jam "
		    "selesainya; bila tidak, tulis pesertanya di daftar hadir.",
		    activity_clock(context->arena, opening->activity.ends));
	return result < 0 ? result : activity_change(context, id, NULL, "daftar hadir dibuka");
}

int
open_session(struct context *context)
{
	char today[DAY_TEXT];
	struct opening opening = { .context = context,
		.today = day_format(today, words_today(context->actor.zone)) };
	int status = activity_find(context, &opening.activity);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	if (strcmp(today, opening.activity.starts_on) < 0 ||
	    strcmp(today, opening.activity.ends_on) > 0)
		return context_refuse(context, 409,
		    "Daftar hadir lewat ponsel dibuka pada hari kegiatan: %s. Ubah dahulu "
		    "tanggalnya bila keliru, atau tulis pesertanya di daftar hadir.",
		    activity_days(context->arena, opening.activity.starts_on,
			opening.activity.ends_on));
	status = context_status(context, db_txn(context->db, open_list, &opening));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld/screen/%s", (long long)opening.activity.id,
		opening.code);
}

static int
close_list(struct db *db, void *argument)
{
	struct opening *opening = argument;
	int64_t id = opening->activity.id;
	int result = db_run(db, STATEMENT_ACTIVITY_SESSION_CLOSE, db_int(id));

	return result <= 0 ?
	    result :
	    activity_change(opening->context, id, NULL, "daftar hadir ditutup");
}

int
close_session(struct context *context)
{
	struct opening opening = { .context = context };
	int status = activity_find(context, &opening.activity);

	if (status == 0)
		status = context_status(context, db_txn(context->db, close_list, &opening));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld?done=list-closed",
		(long long)opening.activity.id);
}

/* ---- the screen at the place ------------------------------------------------------ */

static int
read_screen(struct context *context, struct activity *activity, struct rows *session)
{
	unsigned char hash[SHA256_BYTES];
	int status = activity_find(context, activity), result;

	if (status != 0)
		return status;
	if (!code_hash(context->words[0], hash))
		return 404;
	result = db_select(context->db, session, STATEMENT_ACTIVITY_SESSION_OF_TOKEN,
	    db_bytes(hash, sizeof(hash)));
	if (result <= 0 || row_int(session, 0, "activity_id") != activity->id)
		return result < 0 ? context_status(context, result) : 404;
	return 0;
}

static int
show_screen(struct context *context, const struct activity *activity, const struct rows *session)
{
	const char *code = code_shown(context->arena, context->words[0]);
	const char *path = arena_format(context->arena, "%s/activity/at/%s",
	    context->config->base_path, code);
	const char *address = arena_format(context->arena, "%s%s", context->config->site_address,
	    path);
	struct node *node = page_node(&context->page, "Screen");
	const char *qr;
	int size = 0;

	activity_fill(context, activity);
	node_set(node, "code", code);
	node_set(node, "address", address);
	node_set(node, "until",
	    words_clock(context->arena, row_text(session, 0, "closes_at"), context->actor.zone));
	if (row_int(session, 0, "open") != 0)
		node_set(node, "open", "1");
	qr = qr_path(context->arena, address, &size);
	if (qr != NULL) {
		node_set(node, "qr", qr);
		node_set_int(node, "qr_size", size);
	}
	return context_show(context, "activity/screen");
}

int
show_display(struct context *context)
{
	struct activity activity;
	struct rows session;
	int status = read_screen(context, &activity, &session);

	return status != 0 ? status : show_screen(context, &activity, &session);
}
