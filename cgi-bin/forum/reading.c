/* SPDX-License-Identifier: ISC */
/*
 * Documents of the agency that everybody may read with a public consultation: chosen by its
 * operator, with the file of that day.
 */
#include "forum/forum.h"

#include "assessment/file_check.h"
#include "frame/download.h"
#include "store/media_type.h"
#include "base/banned.h"

enum { NAME_MAX_CHARACTERS = 120 };

enum { READING_DOCUMENT };
const struct field reading_fields[] = {
	[READING_DOCUMENT] = { "document", FIELD_NUMBER, "Dokumen", true, .min = 1,
	    .max = INT32_MAX },
	{ .name = NULL },
};

struct reading {
	struct context *context;
	struct hearing hearing;
	int64_t document_id;
	bool added;
};

static int
store_reading(struct db *db, void *argument)
{
	const struct reading *reading = argument;
	struct context *context = reading->context;
	int result = hearing_hold(context, &reading->hearing, "draft", "open");

	if (result != 0)
		return result;
	result = reading->added ?
	    db_run(db, STATEMENT_FORUM_DOCUMENT_ADD, db_int(reading->hearing.id),
		db_int(reading->document_id)) :
	    db_run(db, STATEMENT_FORUM_DOCUMENT_REMOVE, db_int(reading->hearing.id),
		db_int(reading->document_id));
	if (result == DB_DUPLICATE)
		return 0;
	if (result > 0)
		result = db_run(db, STATEMENT_FORUM_TOUCH, db_int(reading->hearing.id));
	return result <= 0 ?
	    result :
	    hearing_change(context, &reading->hearing, NULL,
		arena_format(context->arena, "dokumen %lld %s", (long long)reading->document_id,
		    reading->added ? "dilampirkan" : "dilepas"));
}

static int
change_reading(struct context *context, bool added)
{
	struct reading reading = { .context = context,
		.document_id = form_number(&context->form, READING_DOCUMENT),
		.added = added };
	int status = hearing_find(context, &reading.hearing);

	if (status == 0 && form_ok(&context->form))
		status = context_status(context, db_txn(context->db, store_reading, &reading));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=saved#documents",
		(long long)reading.hearing.id);
}

int
attach_reading(struct context *context)
{
	return change_reading(context, true);
}

int
detach_reading(struct context *context)
{
	return change_reading(context, false);
}

/* ---- for everybody ----------------------------------------------------------------- */

int
send_reading(struct context *context)
{
	struct file_check checked;
	struct rows rows;
	const char *media;
	int result = db_select(context->db, &rows, STATEMENT_FORUM_FILE, db_int(context->keys[0]),
	    db_int(context->keys[1]));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	file_check_read(&rows, 0, &checked);
	if (file_check_held(&checked))
		return context_refuse(context, 403,
		    "Berkas ini masih diperiksa keamanannya. Coba lagi nanti.");
	media = row_text(&rows, 0, "type");
	return download_send(context,
	    &(struct download){ .stored_name = row_text(&rows, 0, "stored_name"),
		.media = media,
		.bytes = row_int(&rows, 0, "bytes"),
		.sha256 = row_text(&rows, 0, "sha256"),
		.name = arena_format(context->arena, "%s.%s",
		    safe_name(context->arena, row_text(&rows, 0, "title"), NAME_MAX_CHARACTERS),
		    file_extension(file_type_of(media))) });
}
