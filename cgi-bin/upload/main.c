/* SPDX-License-Identifier: ISC */
/*
 * The program upload: step 4, the evidence.  Documents come in, get revisions,
 * are put under criteria, moved between them, and go out to those who may read
 * them.  Here are its addresses, and who may come to each of them.
 */
#include "upload/upload.h"
#include "upload/evidence_zip.h"

#include "base/banned.h"

static const struct route routes[] = {
	{ METHOD_GET, "/", show_library, .roles = UPLOAD_READERS, .fields = library_fields },

	{ METHOD_GET, "/table.*", send_library, .roles = UPLOAD_READERS, .fields = library_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/new", show_new, .roles = ROLE_OPERATOR, .fields = new_query },
	{ METHOD_POST, "/new", create_document, .roles = ROLE_OPERATOR, .fields = new_fields,
	    .flags = ROUTE_EVIDENCE | ROUTE_ONCE | ROUTE_UPLOADS },
	{ METHOD_GET, "/new/address", show_address, .roles = ROLE_OPERATOR, .fields = new_query },
	{ METHOD_POST, "/new/address", create_address, .roles = ROLE_OPERATOR,
	    .fields = address_fields, .flags = ROUTE_ONCE },

	{ METHOD_GET, "/document/#", show_document, .roles = UPLOAD_READERS },
	{ METHOD_GET, "/document/#/edit", show_edit, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/document/#/edit", edit_document, .roles = ROLE_OPERATOR,
	    .fields = edit_fields },
	{ METHOD_POST, "/document/#/revision", revise_document, .roles = ROLE_OPERATOR,
	    .fields = revise_fields, .flags = ROUTE_EVIDENCE | ROUTE_ONCE | ROUTE_UPLOADS },
	{ METHOD_POST, "/document/#/archive", archive_document, .roles = ROLE_OPERATOR,
	    .fields = version_fields },
	{ METHOD_POST, "/document/#/restore", restore_document, .roles = ROLE_OPERATOR,
	    .fields = version_fields },
	{ METHOD_GET, "/document/#/criteria", show_criteria, .roles = ROLE_OPERATOR,
	    .fields = criteria_query },
	{ METHOD_POST, "/document/#/criteria", choose_criteria, .roles = ROLE_OPERATOR,
	    .fields = criteria_fields },

	{ METHOD_GET, "/document/#/compare", show_compare, .roles = UPLOAD_READERS,
	    .fields = compare_fields },
	{ METHOD_GET, "/document/#/merge", show_merge, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/document/#/merge", merge_documents, .roles = ROLE_OPERATOR,
	    .fields = merge_fields },
	{ METHOD_GET, "/bulk-attach", show_bulk_attach, .roles = ROLE_OPERATOR,
	    .fields = bulk_attach_fields },
	{ METHOD_POST, "/bulk-attach", bulk_attach_documents, .roles = ROLE_OPERATOR,
	    .fields = bulk_attach_fields },

	{ METHOD_GET, "/attach/#/#", show_attach, .roles = ROLE_OPERATOR, .fields = attach_query },
	{ METHOD_POST, "/attach/#/#", attach_documents, .roles = ROLE_OPERATOR,
	    .fields = attach_fields },
	{ METHOD_POST, "/link/#/remove", link_remove, .roles = ROLE_OPERATOR,
	    .fields = link_remove_fields },
	{ METHOD_GET, "/link/#/move", show_move, .roles = UPLOAD_MOVERS,
	    .fields = link_choose_fields, .judges = JUDGES_LINK },
	{ METHOD_POST, "/link/#/move", link_move, .roles = UPLOAD_MOVERS,
	    .fields = link_move_fields, .judges = JUDGES_LINK },

	{ METHOD_OPTIONS, "/files", resumable_options, .roles = EVERYBODY,
	    .flags = ROUTE_OWN_BODY | ROUTE_TUS },
	{ METHOD_POST, "/files", resumable_create, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS | ROUTE_UPLOADS },
	{ METHOD_OPTIONS, "/files/#", resumable_options, .roles = EVERYBODY,
	    .flags = ROUTE_OWN_BODY | ROUTE_TUS },
	{ METHOD_HEAD, "/files/#", resumable_head, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_OWN_BODY | ROUTE_TUS },
	{ METHOD_PATCH, "/files/#", resumable_append, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS },
	{ METHOD_DELETE, "/files/#", resumable_terminate, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS },
	{ METHOD_POST, "/upload-limit", upload_limit_probe, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_OWN_BODY | ROUTE_OWN_CSRF | ROUTE_TUS },

	{ METHOD_GET, "/pending/#/#", show_new_pending, .roles = UPLOAD_MOVERS,
	    .judges = JUDGES_ASSESSMENT },
	{ METHOD_POST, "/pending/#/#", make_pending, .roles = UPLOAD_MOVERS,
	    .fields = pending_fields, .flags = ROUTE_ONCE, .judges = JUDGES_ASSESSMENT },
	{ METHOD_GET, "/pending/#", show_pending, .roles = UPLOAD_MOVERS,
	    .judges = JUDGES_PENDING },
	{ METHOD_POST, "/pending/#/change", change_pending, .roles = UPLOAD_MOVERS,
	    .fields = pending_change_fields, .judges = JUDGES_PENDING },
	{ METHOD_POST, "/pending/#/keep", keep_pending, .roles = UPLOAD_MOVERS,
	    .fields = pending_keep_fields, .judges = JUDGES_PENDING },
	{ METHOD_POST, "/pending/#/withdraw", withdraw_pending, .roles = UPLOAD_MOVERS,
	    .fields = pending_withdraw_fields, .judges = JUDGES_PENDING },

	{ METHOD_GET, "/file/#", send_revision, .roles = UPLOAD_READERS },
	{ METHOD_POST, "/file/#/take", take_held, .roles = ROLE_VERIFIER | ROLE_VALIDATOR,
	    .fields = take_fields, .judges = JUDGES_REVISION },
	{ METHOD_GET, "/view/#", view_revision, .roles = UPLOAD_READERS },
	{ METHOD_GET, "/frame/#", frame_revision, .roles = UPLOAD_READERS },
	{ METHOD_GET, "/zip/#", send_evidence_zip, .roles = UPLOAD_READERS, .flags = ROUTE_PACKS },
	{ METHOD_GET, "/zip/#/#", send_evidence_zip, .roles = UPLOAD_READERS,
	    .flags = ROUTE_PACKS },
	{ .pattern = NULL }
};

int
main(void)
{
	return program_run("upload", routes);
}
