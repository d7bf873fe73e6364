/* SPDX-License-Identifier: ISC */
/*
 * A file becomes a revision of a document: measured against the agency's quota, kept first
 * and then named by a row, or taken back.
 */
#include "assessment/document_file.h"

#include "frame/form_upload.h"
#include "store/history.h"
#include "base/banned.h"

int
candidate_commit(struct context *context, struct candidate *candidate, int file_field,
    db_work *work, void *argument)
{
	int result = form_upload_commit(context, candidate->staged, context->actor.agency_id, work,
	    argument);

	/* What revision_add found belongs to the field, on the same page. */
	if (db_stopped(context->db, result) == 413) {
		context->file_status = 413;
		form_error(&context->form, file_field, "%s", context->why);
	}
	return context_status(context, result);
}

static int
candidate_check_quota(struct context *context, const struct candidate *candidate)
{
	struct quota quota;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_LOCK_AGENCY,
	    db_int(context->actor.agency_id));

	if (result < 0)
		return result;
	result = db_stop(context->db, quota_load(context, context->actor.agency_id, &quota));
	if (result != 0)
		return result;
	if (candidate->staged->bytes > quota_left(&quota)) {
		context->why = form_upload_no_room(context, quota_left(&quota));
		return db_stop(context->db, 413);
	}
	return 0;
}

int
revision_add(struct context *context, int64_t document_id, const struct candidate *candidate)
{
	const struct temporary_file *staged = candidate->staged;
	const struct inspection *inside = &candidate->inspection;
	const struct scan *scan = &candidate->scan;
	int result = candidate_check_quota(context, candidate);

	if (result != 0)
		return result;
	result = db_run(context->db, STATEMENT_UPLOAD_ADD_REVISION,
	    db_bytes(staged->sha256, SHA256_BYTES), db_int((int64_t)staged->bytes),
	    db_text(candidate->media), db_text(candidate->client_name), db_text(staged->name),
	    db_int(context->actor.account_id),
	    inside->done && inside->pages >= 0 ? db_int(inside->pages) : db_null(),
	    inside->done && inside->signatures >= 0 ? db_int(inside->signatures) : db_null(),
	    db_text(finding_set(context->arena, inside->findings)), db_int(inside->done),
	    db_text(inspection_held(inside)), db_text(scan_code(scan->state)),
	    db_int(scan->state != SCAN_NONE), db_text(scan->finding),
	    db_text(scan->state != SCAN_NONE ? scan->signatures : ""), db_int(document_id),
	    db_int(document_id));
	if (result >= 0 && scan->state == SCAN_INFECTED)
		result = history_add(context->db,
		    &(struct change){ .subject = "document", /* nobody's doing */
			.region_id = context->actor.region_id,
			.agency_id = context->actor.agency_id,
			.subject_id = document_id,
			.from = "Antivirus: belum dipindai",
			.to = arena_format(context->arena, "Antivirus: terinfeksi (%s)",
			    scan->finding) });
	return result < 0 ? result : 0;
}

const char *
revision_words(struct arena *arena, int64_t number, const struct candidate *candidate)
{
	char sha256[SHA256_TEXT];

	return arena_format(arena, "Revisi %lld: %s%s%s, SHA-256 %s", (long long)number,
	    candidate->client_name, candidate->made_of != NULL ? ", dibuat dari " : "",
	    candidate->made_of != NULL ? candidate->made_of : "",
	    hex_text(sha256, candidate->staged->sha256, SHA256_BYTES));
}

int
document_change(struct context *context, int64_t id, const char *from, const char *to,
    const char *reason)
{
	return history_add(context->db,
	    &(struct change){ .subject = "document",
		.account_id = context->actor.account_id,
		.region_id = context->actor.region_id,
		.agency_id = context->actor.agency_id,
		.subject_id = id,
		.from = from,
		.to = to,
		.reason = reason });
}
