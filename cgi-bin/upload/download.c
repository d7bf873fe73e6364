/* SPDX-License-Identifier: ISC */
/*
 * A revision goes out to those who may read it, by the name of its document
 * and not by the one its sender gave.
 */
#include "upload/upload.h"

#include <string.h>

#include "assessment/file_check.h"
#include "frame/download.h"
#include "store/media_type.h"
#include "base/banned.h"

enum { NAME_MAX_CHARACTERS = 120 };

int
revision_find(struct context *context, int64_t id, struct rows *rows)
{
	struct scope scope = assessment_scope(context);
	struct file_check checked;
	int result = db_select(context->db, rows, STATEMENT_UPLOAD_FILE, db_int(id), scope.agency,
	    scope.region, scope.parent);

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	file_check_read(rows, 0, &checked);
	return file_check_kept_from(context, &checked) ? file_check_refuse(context, &checked) : 0;
}

int
revision_send(struct context *context, const struct rows *rows, bool shown)
{
	const char *media = row_text(rows, 0, "type");

	context_takes_out(context, "download", 0, row_int(rows, 0, "agency_id"),
	    arena_format(context->arena, "%s, revisi %lld", row_text(rows, 0, "title"),
		(long long)row_int(rows, 0, "number")));
	return download_send(context,
	    &(struct download){ .stored_name = row_text(rows, 0, "stored_name"),
		.media = media,
		.bytes = row_int(rows, 0, "bytes"),
		.sha256 = row_text(rows, 0, "sha256"),
		.shown = shown,
		.name = arena_format(context->arena, "%s (revisi %lld).%s",
		    safe_name(context->arena, row_text(rows, 0, "title"), NAME_MAX_CHARACTERS),
		    (long long)row_int(rows, 0, "number"), file_extension(file_type_of(media))) });
}

int
send_revision(struct context *context)
{
	struct rows rows;
	int status = revision_find(context, context->keys[0], &rows);

	return status != 0 ? status : revision_send(context, &rows, false);
}
