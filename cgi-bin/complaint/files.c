/* SPDX-License-Identifier: ISC */
/*
 * Files that come with a complaint (guest/sent_file.h), read by those who handle it.
 */
#include "complaint/complaint.h"

#include "frame/words.h"
#include "base/banned.h"

int
complaint_files_add(struct context *context, int64_t complaint_id, const struct sent_files *files)
{
	int result = 0;

	for (size_t at = 0; result >= 0 && at < files->count; at++)
		result = db_run(context->db, STATEMENT_COMPLAINT_FILE_ADD, db_int(complaint_id),
		    SENT_FILE_VALUES(context->arena, &files->all[at]));
	return result < 0 ? result : 0;
}

int
send_complaint_file(struct context *context)
{
	struct rows complaint, rows;
	const char *number;
	int result, status = complaint_find(context, &complaint);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_COMPLAINT_FILE, db_int(context->keys[1]),
	    db_int(context->keys[0]));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	number = words_complaint(context->arena, context->keys[0]);
	context_takes_out(context, "download", context->actor.region_id, 0,
	    arena_format(context->arena, "berkas pengaduan %s", number));
	return sent_file_answer(context, &rows,
	    arena_format(context->arena, "%s-%lld", number, (long long)context->keys[1]));
}
