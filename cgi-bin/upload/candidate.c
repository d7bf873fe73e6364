/* SPDX-License-Identifier: ISC */
/*
 * A file or an address on its way to becoming a document: judged by its
 * content, measured against the agency's quota, kept first and then named by a
 * row, or taken back.
 */
#include "upload/upload.h"

#include <string.h>

#include "assessment/file_receive.h"
#include "store/media_type.h"
#include "base/banned.h"

int
candidate_judge(struct context *context, struct temporary_file *const *files, size_t count,
    const char *client_name, int file_field, struct candidate *candidate)
{
	struct received received;
	const char *why;
	int status;

	memset(candidate, 0, sizeof(*candidate));
	status = file_receive(context, files, count, &received, &why);
	if (status == 0 && why == NULL)
		why = examine_file(context, received.staged, received.type, &candidate->inspection,
		    &candidate->scan);
	if (status != 0 || why != NULL) {
		if (why != NULL)
			form_error(&context->form, file_field, "%s", why);
		return status;
	}
	candidate->staged = received.staged;
	candidate->client_name = name_alone(context->arena, client_name);
	candidate->made_of = received.made_of;
	candidate->media = file_media(received.type);
	return 0;
}

int
candidate_take(struct context *context, int file_field, struct candidate *candidate)
{
	struct temporary_file *files[FILES_AT_ONCE];
	size_t count = file_receive_files(context, files, FILES_AT_ONCE);

	memset(candidate, 0, sizeof(*candidate));
	return count == 0 ?
	    0 :
	    candidate_judge(context, files, count, context->files->client_name, file_field,
		candidate);
}

int
candidate_twin(struct context *context, const struct candidate *candidate, int64_t document_id,
    struct rows *rows)
{
	char sha256[SHA256_TEXT];

	return db_select(context->db, rows, STATEMENT_UPLOAD_TWINS,
	    db_text(hex_text(sha256, candidate->staged->sha256, SHA256_BYTES)),
	    db_int(context->actor.agency_id), db_int(document_id));
}

int
resumable_keep(struct context *context, int64_t upload_session_id, int64_t document_id)
{
	int result = db_run(context->db, STATEMENT_UPLOAD_SESSION_KEEP, db_int(document_id),
	    db_int(upload_session_id));

	return result == 0 ?
	    context_stop(context, 409,
		"Unggahan ini sudah "
		"selesai atau dibatalkan.") :
	    result < 0 ? result :
			 0;
}
