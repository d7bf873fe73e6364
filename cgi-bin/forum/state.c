/* SPDX-License-Identifier: ISC */
/*
 * A public consultation goes on: it is opened, closed, and published with what was decided,
 * which is told by mail to those who left an address.
 */
#include "forum/forum.h"

#include <string.h>

#include "base/secret.h"
#include "base/banned.h"

enum { MOVE_VERSION };

enum { PUBLISH_CONCLUSION, PUBLISH_VERSION };
const struct field hearing_publish_fields[] = {
	[PUBLISH_CONCLUSION] = { "conclusion", FIELD_LINES, "Keputusan", true, .min = 20,
	    .max = BODY_LENGTH },
	[PUBLISH_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

struct moving {
	struct context *context;
	struct hearing hearing;
	enum statement statement; /* FORUM_OPEN or FORUM_CLOSE */
	const char *to;
};

static int
stop_moved(struct context *context)
{
	return context_stop(context, 409,
	    "Konsultasi ini sudah berubah sejak halaman ini ditampilkan. Muat ulang halamannya.");
}

static int
move_hearing(struct db *db, void *argument)
{
	const struct moving *moving = argument;
	struct context *context = moving->context;
	int result = db_run_values(db, moving->statement,
	    DB_VALUES(db_int(moving->hearing.id),
		db_int(form_number(&context->form, MOVE_VERSION))));

	if (result == 0)
		return stop_moved(context);
	return result < 0 ?
	    result :
	    hearing_change(context, &moving->hearing, moving->hearing.state, moving->to);
}

static int
hearing_move(struct context *context, enum statement statement, const char *to)
{
	struct moving moving = { .context = context, .statement = statement, .to = to };
	int status = hearing_find(context, &moving.hearing);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn_world(context->db, move_hearing, &moving));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=%s", (long long)moving.hearing.id, to);
}

int
open_hearing(struct context *context)
{
	return hearing_move(context, DB_TAKES(2, STATEMENT_FORUM_OPEN), "open");
}

int
close_hearing(struct context *context)
{
	return hearing_move(context, DB_TAKES(2, STATEMENT_FORUM_CLOSE), "closed");
}

/* ---- published ---------------------------------------------------------------------- */

static int
hearing_find_closed(struct context *context, struct hearing *hearing)
{
	int status = hearing_find(context, hearing);

	if (status == 0 && strcmp(hearing->state, "closed") != 0)
		status = context_refuse(context, 409,
		    "Hasil diterbitkan sesudah konsultasi ditutup, dan hanya sekali.");
	return status;
}

int
show_publish(struct context *context)
{
	struct hearing hearing;
	int status = hearing_find_closed(context, &hearing);

	if (status != 0)
		return status;
	hearing_fill(context, &hearing);
	return context_show(context, "forum/publish");
}

/* Letters to those who left an address, which is kept no longer. */
static int
tell_what_became(struct db *db, const struct hearing *hearing)
{
	unsigned char salt[SALT_BYTES];
	int result;

	random_bytes(salt, sizeof(salt));
	result = db_run(db, STATEMENT_FORUM_LETTERS, db_bytes(salt, sizeof(salt)),
	    db_int(hearing->id));
	if (result > 0)
		result = db_run(db, STATEMENT_FORUM_FORGET_CONTACTS, db_int(hearing->id));
	return result < 0 ? result : 0;
}

static int
store_published(struct db *db, void *argument)
{
	const struct moving *moving = argument;
	struct context *context = moving->context;
	struct rows left;
	int result = hearing_hold(context, &moving->hearing, "closed", "");

	if (result == 0)
		result = db_select(db, &left, STATEMENT_FORUM_LEFT, db_int(moving->hearing.id));
	if (result < 0)
		return result;
	if (row_int(&left, 0, "waiting") > 0 || row_int(&left, 0, "undecided") > 0)
		return context_stop(context, 409,
		    "Belum dapat diterbitkan: %lld pendapat belum diperiksa dan %lld belum dijawab "
		    "atau diputuskan. Selesaikan dahulu di halaman Pendapat.",
		    (long long)row_int(&left, 0, "waiting"),
		    (long long)row_int(&left, 0, "undecided"));
	result = db_run(db, STATEMENT_FORUM_PUBLISH,
	    db_text(form_text(&context->form, PUBLISH_CONCLUSION)),
	    db_int(context->actor.account_id), db_int(moving->hearing.id),
	    db_int(form_number(&context->form, PUBLISH_VERSION)));
	if (result == 0)
		return stop_moved(context);
	if (result > 0)
		result = db_run(db, STATEMENT_FORUM_FORGET_MARKS, db_int(moving->hearing.id));
	if (result >= 0)
		result = tell_what_became(db, &moving->hearing);
	return result < 0 ?
	    result :
	    hearing_change(context, &moving->hearing, "closed", "published");
}

int
publish_hearing(struct context *context)
{
	struct moving moving = { .context = context };
	int status = hearing_find_closed(context, &moving.hearing);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		hearing_fill(context, &moving.hearing);
		return context_show_errors(context, "forum/publish");
	}
	status = context_status(context, db_txn_world(context->db, store_published, &moving));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=published",
		(long long)moving.hearing.id);
}
