/* SPDX-License-Identifier: ISC */
/*
 * The program activity.  Here are its addresses, and who may come to each of them: the
 * agency's own people, the auditor to read, and at /at/ whoever has the code that stands on
 * the screen at the place.  A team reads nothing here: what was made evidence it finds where
 * evidence is.
 */
#include "activity/activity.h"
#include "document/export.h"

#include "base/banned.h"

enum { AGENCY = ROLE_OPERATOR | ROLE_HEAD, READERS = AGENCY | ROLE_AUDITOR };

static const struct route routes[] = {
	{ METHOD_GET, "/", show_activities, .roles = READERS, .fields = activity_list_fields },
	{ METHOD_GET, "/table.*", send_activities, .roles = READERS, .fields = activity_list_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/new", show_new_activity, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/new", add_activity, .roles = ROLE_OPERATOR, .fields = activity_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_GET, "/#", show_activity, .roles = READERS },
	{ METHOD_GET, "/#/edit", show_activity_edit, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/#/edit", edit_activity, .roles = ROLE_OPERATOR,
	    .fields = activity_edit_fields },
	{ METHOD_POST, "/#/remove", remove_activity, .roles = ROLE_OPERATOR,
	    .fields = activity_remove_fields },
	{ METHOD_GET, "/#/participants", show_participants, .roles = READERS,
	    .fields = participants_fields },
	{ METHOD_POST, "/#/participants", add_participants, .roles = ROLE_OPERATOR,
	    .fields = participants_add_fields },
	{ METHOD_POST, "/#/participants/file", read_workbook, .roles = ROLE_OPERATOR,
	    .fields = participants_read_fields, .flags = ROUTE_UPLOADS },
	{ METHOD_GET, "/#/participants/table.*", send_participants, .roles = READERS,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_POST, "/#/participants/columns", reread_workbook, .roles = ROLE_OPERATOR,
	    .fields = participants_reread_fields },
	{ METHOD_POST, "/#/participants/remove", remove_participant, .roles = ROLE_OPERATOR,
	    .fields = participant_remove_fields },
	{ METHOD_POST, "/#/open", open_session, .roles = ROLE_OPERATOR, .fields = session_fields },
	{ METHOD_POST, "/#/close", close_session, .roles = ROLE_OPERATOR },
	{ METHOD_GET, "/#/screen/*", show_display, .roles = AGENCY },
	{ METHOD_GET, "/#/paper/*", show_activity_paper, .roles = READERS },
	{ METHOD_GET, "/#/paper/*/pdf", send_activity_paper, .roles = READERS,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/#/paper/*/odt", send_activity_paper, .roles = READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/paper/*/docx", send_activity_paper, .roles = READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/evidence/*", show_evidence_choice, .roles = ROLE_OPERATOR,
	    .fields = evidence_query },
	{ METHOD_POST, "/#/evidence/*", make_evidence, .roles = ROLE_OPERATOR,
	    .fields = evidence_fields, .flags = ROUTE_EVIDENCE | ROUTE_PAPERS },
	{ METHOD_GET, "/#/certificates", show_certificates, .roles = READERS,
	    .fields = certificates_fields },
	{ METHOD_POST, "/#/certificates", issue_certificates, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/#/certificates/table.*", send_certificates, .roles = READERS,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_POST, "/#/certificates/format", save_certificate_format, .roles = ROLE_OPERATOR,
	    .fields = certificate_format_fields },
	{ METHOD_POST, "/#/certificates/cancel", cancel_certificate, .roles = ROLE_OPERATOR,
	    .fields = certificate_cancel_fields },
	{ METHOD_GET, "/#/certificates/pdf", send_all_certificates, .roles = READERS,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/#/certificates/odt", send_all_certificates, .roles = READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/certificates/docx", send_all_certificates, .roles = READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/certificates/#/pdf", send_certificate, .roles = READERS,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/#/certificates/#/odt", send_certificate, .roles = READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/certificates/#/docx", send_certificate, .roles = READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_POST, "/#/documents", attach_document, .roles = ROLE_OPERATOR,
	    .fields = activity_document_fields },
	{ METHOD_POST, "/#/documents/remove", detach_document, .roles = ROLE_OPERATOR,
	    .fields = activity_document_fields },
	/* By whoever is there: the code of the address is what lets in, so no other token. */
	{ METHOD_GET, "/at/*", show_attend, .roles = EVERYBODY },
	{ METHOD_POST, "/at/*", attend, .roles = EVERYBODY, .fields = attend_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("activity", routes);
}
