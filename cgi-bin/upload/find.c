/* SPDX-License-Identifier: ISC */
/*
 * What the caller may see and change: documents, criteria and links by the
 * caller's own agency or region, so that a foreign key is 404; and when links
 * of an assessment may be changed.
 */
#include "upload/upload.h"

#include <string.h>

#include "frame/words.h"
#include "frame/kept.h"
#include "base/banned.h"

int
document_find(struct context *context, int64_t id, struct document *found)
{
	struct scope scope = assessment_scope(context);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_DOCUMENT, db_int(id),
	    scope.agency, scope.region, scope.parent);

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*found = (struct document){
		.id = id,
		.agency_id = row_int(&rows, 0, "agency_id"),
		.version = row_int(&rows, 0, "version"),
		.revision_id = row_int(&rows, 0, "revision_id"),
		.revision_number = row_int(&rows, 0, "revision_number"),
		.archived = row_int(&rows, 0, "archived") != 0,
		.agency_name = row_text(&rows, 0, "agency_name"),
		.zone = row_text(&rows, 0, "timezone"),
		.title = row_text(&rows, 0, "title"),
		.kind = row_text(&rows, 0, "kind"),
		.number = row_text(&rows, 0, "number"),
		.dated = row_text(&rows, 0, "dated"),
		.period_from = row_text(&rows, 0, "period_from"),
		.period_until = row_text(&rows, 0, "period_until"),
		.outside_address = row_text(&rows, 0, "outside_address"),
		.signed_by_hand = row_int(&rows, 0, "signed_by_hand") != 0,
		.sha256 = row_text(&rows, 0, "sha256"),
		.created_at = row_text(&rows, 0, "created_at"),
		.created_by = row_text(&rows, 0, "created_by"),
	};
	return 0;
}

int
link_find(struct context *context, int64_t id, struct link *found, struct assessment *assessment)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_FIND_LINK, db_int(id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	found->id = id;
	found->assessment_id = row_int(&rows, 0, "assessment_id");
	found->version = row_int(&rows, 0, "version");
	found->document_id = row_int(&rows, 0, "document_id");
	found->document_title = row_text(&rows, 0, "document_title");
	criterion_read(context->arena, &rows, &found->criterion);
	return assessment_find(context, found->assessment_id, assessment);
}
