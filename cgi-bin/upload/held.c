/* SPDX-License-Identifier: ISC */
/*
 * A file whose inside nobody knows is kept from those who verify it, until one
 * of them takes it knowingly and says why; the agency may replace it.
 */
#include "upload/upload.h"

#include "store/history.h"
#include "base/banned.h"

enum { TAKE_REASON };

const struct field take_fields[] = {
	[TAKE_REASON] = { .name = "reason",
	    .kind = FIELD_LINES,
	    .label = "Alasan",
	    .required = true,
	    .min = 10,
	    .max = 500 },
	{ .name = NULL },
};

/* One revision that is taken, as a transaction. */
struct taking {
	struct context *context;
	const struct rows *held;
};

static int
held_take(struct db *db, void *argument)
{
	const struct taking *taking = argument;
	struct context *context = taking->context;
	const struct rows *held = taking->held;
	int result = db_run(db, STATEMENT_UPLOAD_TAKE_HELD, db_int(row_int(held, 0, "id")));

	if (result == 0)
		return context_stop(context, 409,
		    "Berkas ini sudah dibuka, atau isinya sudah selesai diperiksa. "
		    "Muat ulang halaman dokumennya.");
	return result < 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "document",
		    .account_id = context->actor.account_id,
		    .region_id = context->actor.region_id,
		    .agency_id = row_int(held, 0, "agency_id"),
		    .subject_id = row_int(held, 0, "document_id"),
		    .from = arena_format(context->arena, "Revisi %lld: ditahan",
			(long long)row_int(held, 0, "number")),
		    .to = "dibuka untuk tim",
		    .reason = form_text(&context->form, TAKE_REASON) });
}

int
take_held(struct context *context)
{
	struct scope scope = assessment_scope(context);
	struct taking taking = { .context = context };
	struct rows held;
	int result = db_select(context->db, &held, STATEMENT_UPLOAD_HELD, db_int(context->keys[0]),
	    scope.agency, scope.region, scope.parent);
	int status;

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	if (!form_ok(&context->form))
		return document_show_errors(context, row_int(&held, 0, "document_id"));
	taking.held = &held;
	status = context_status(context,
	    db_txn_agency(context->db, row_int(&held, 0, "agency_id"), held_take, &taking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/upload/document/%lld?done=taken",
		(long long)row_int(&held, 0, "document_id"));
}
