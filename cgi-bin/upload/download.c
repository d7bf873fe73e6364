/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <string.h>

#include "assessment/file_check.h"
#include "assessment/file_check.h"
#include "frame/download.h"
#include "store/media_type.h"
#include "base/banned.h"

enum { NAME_MAX_CHARACTERS = 120 };

int
revision_find(struct visit *visit, int64_t id, struct rows *rows)
{
	struct scope scope = assessment_scope(visit);
	struct checked checked;
	int result = db_select(visit->db, rows, STATEMENT_UPLOAD_FILE,
	    db_int(id), scope.agency, scope.region, scope.parent);

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	checked_read(rows, 0, &checked);
	return checked.infected ? checked_refuse(visit, &checked) : 0;
}

int
revision_send(struct visit *visit, const struct rows *rows, bool shown)
{
	const char *media = row_text(rows, 0, "type");

	return visit_send_file(visit, &(struct download){
	    .stored_name = row_text(rows, 0, "stored_name"),
	    .media = media,
	    .bytes = row_int(rows, 0, "bytes"),
	    .sha256 = row_text(rows, 0, "sha256"),
	    .shown = shown,
	    .name = arena_format(visit->arena, "%s (revisi %lld).%s",
	    safe_name(visit->arena, row_text(rows, 0, "title"),
	    NAME_MAX_CHARACTERS), (long long)row_int(rows, 0, "number"),
	    file_extension(file_type_of(media))) });
}

int
send_revision(struct visit *visit)
{
	struct rows rows;
	int status = revision_find(visit, visit->keys[0], &rows);

	return status != 0 ? status : revision_send(visit, &rows, false);
}
