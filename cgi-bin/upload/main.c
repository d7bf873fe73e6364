/* SPDX-License-Identifier: ISC */
/*
 * The program upload: step 4, the evidence.  Documents come in, get revisions,
 * are put under criteria, moved between them, and go out to those who may read
 * them.  Here are its addresses, and who may come to each of them.
 */
#include "upload/upload.h"
#include "upload/evidence_zip.h"

#include "base/banned.h"

static const struct route routes[] = { { METHOD_GET, "/", show_library, UPLOAD_READERS,
					   library_fields, ROUTE_PLAIN, JUDGES_NOTHING },

	{ METHOD_GET, "/new", show_new, ROLE_OPERATOR, new_query, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/new", create_document, ROLE_OPERATOR, new_fields,
	    ROUTE_EVIDENCE | ROUTE_ONCE, JUDGES_NOTHING },
	{ METHOD_GET, "/new/address", show_address, ROLE_OPERATOR, new_query, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/new/address", create_address, ROLE_OPERATOR, address_fields, ROUTE_ONCE,
	    JUDGES_NOTHING },

	{ METHOD_GET, "/document/#", show_document, UPLOAD_READERS, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/document/#/edit", show_edit, ROLE_OPERATOR, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/document/#/edit", edit_document, ROLE_OPERATOR, edit_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/document/#/revision", revise_document, ROLE_OPERATOR, revise_fields,
	    ROUTE_EVIDENCE | ROUTE_ONCE, JUDGES_NOTHING },
	{ METHOD_POST, "/document/#/archive", archive_document, ROLE_OPERATOR, version_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/document/#/restore", restore_document, ROLE_OPERATOR, version_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/document/#/criteria", show_criteria, ROLE_OPERATOR, criteria_query,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/document/#/criteria", choose_criteria, ROLE_OPERATOR, criteria_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },

	{ METHOD_GET, "/document/#/compare", show_compare, UPLOAD_READERS, compare_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/document/#/merge", show_merge, ROLE_OPERATOR, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/document/#/merge", merge_documents, ROLE_OPERATOR, merge_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/bulk-attach", show_bulk_attach, ROLE_OPERATOR, bulk_attach_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/bulk-attach", bulk_attach_documents, ROLE_OPERATOR, bulk_attach_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },

	{ METHOD_GET, "/attach/#/#", show_attach, ROLE_OPERATOR, attach_query, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/attach/#/#", attach_documents, ROLE_OPERATOR, attach_fields, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/link/#/remove", link_remove, ROLE_OPERATOR, link_remove_fields,
	    ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/link/#/move", show_move, UPLOAD_MOVERS, link_choose_fields, ROUTE_PLAIN,
	    JUDGES_LINK },
	{ METHOD_POST, "/link/#/move", link_move, UPLOAD_MOVERS, link_move_fields, ROUTE_PLAIN,
	    JUDGES_LINK },

	{ METHOD_OPTIONS, "/files", resumable_options, 0, NULL, ROUTE_OWN_BODY | ROUTE_TUS,
	    JUDGES_NOTHING },
	{ METHOD_POST, "/files", resumable_create, ROLE_OPERATOR, NULL,
	    ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS, JUDGES_NOTHING },
	{ METHOD_OPTIONS, "/files/#", resumable_options, 0, NULL, ROUTE_OWN_BODY | ROUTE_TUS,
	    JUDGES_NOTHING },
	{ METHOD_HEAD, "/files/#", resumable_head, ROLE_OPERATOR, NULL, ROUTE_OWN_BODY | ROUTE_TUS,
	    JUDGES_NOTHING },
	{ METHOD_PATCH, "/files/#", resumable_append, ROLE_OPERATOR, NULL,
	    ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS, JUDGES_NOTHING },
	{ METHOD_DELETE, "/files/#", resumable_terminate, ROLE_OPERATOR, NULL,
	    ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS, JUDGES_NOTHING },
	{ METHOD_POST, "/upload-limit", upload_limit_probe, ROLE_OPERATOR, NULL,
	    ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS, JUDGES_NOTHING },

	{ METHOD_GET, "/pending/#/#", show_new_pending, UPLOAD_MOVERS, NULL, ROUTE_PLAIN,
	    JUDGES_ASSESSMENT },
	{ METHOD_POST, "/pending/#/#", make_pending, UPLOAD_MOVERS, pending_fields, ROUTE_ONCE,
	    JUDGES_ASSESSMENT },
	{ METHOD_GET, "/pending/#", show_pending, UPLOAD_MOVERS, NULL, ROUTE_PLAIN,
	    JUDGES_PENDING },
	{ METHOD_POST, "/pending/#/change", change_pending, UPLOAD_MOVERS, pending_change_fields,
	    ROUTE_PLAIN, JUDGES_PENDING },
	{ METHOD_POST, "/pending/#/keep", keep_pending, UPLOAD_MOVERS, pending_keep_fields,
	    ROUTE_PLAIN, JUDGES_PENDING },
	{ METHOD_POST, "/pending/#/withdraw", withdraw_pending, UPLOAD_MOVERS,
	    pending_withdraw_fields, ROUTE_PLAIN, JUDGES_PENDING },

	{ METHOD_GET, "/file/#", send_revision, UPLOAD_READERS, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/file/#/take", take_held, ROLE_VERIFIER | ROLE_VALIDATOR, take_fields,
	    ROUTE_PLAIN, JUDGES_REVISION },
	{ METHOD_GET, "/view/#", view_revision, UPLOAD_READERS, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/frame/#", frame_revision, UPLOAD_READERS, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/zip/#", send_evidence_zip, UPLOAD_READERS, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/zip/#/#", send_evidence_zip, UPLOAD_READERS, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ .pattern = NULL } };

int
main(void)
{
	return program_run("upload", routes);
}
