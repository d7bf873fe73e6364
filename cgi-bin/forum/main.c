/* SPDX-License-Identifier: ISC */
/*
 * The program forum.  Here are its addresses, and who may come to each of them: everybody to
 * what is asked and to what was released, by a form that any telephone shows; under /desk/
 * the agency whose consultation it is, or the team of the region for its own; the auditor
 * reads both.
 */
#include "forum/forum.h"
#include "document/export.h"

#include "base/banned.h"

enum { OWNERS = ROLE_OPERATOR | ROLE_VERIFIER, READERS = OWNERS | ROLE_HEAD | ROLE_AUDITOR };

static const struct route routes[] = {
	{ METHOD_GET, "/desk/", show_hearings, .roles = READERS, .fields = hearing_list_fields },
	{ METHOD_GET, "/desk/new", show_new_hearing, .roles = OWNERS },
	{ METHOD_POST, "/desk/new", add_hearing, .roles = OWNERS, .fields = hearing_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_GET, "/desk/#", show_hearing, .roles = READERS },
	{ METHOD_GET, "/desk/#/edit", show_hearing_edit, .roles = OWNERS },
	{ METHOD_POST, "/desk/#/edit", edit_hearing, .roles = OWNERS,
	    .fields = hearing_edit_fields },
	{ METHOD_POST, "/desk/#/extend", extend_hearing, .roles = OWNERS,
	    .fields = hearing_extend_fields },
	{ METHOD_POST, "/desk/#/remove", remove_hearing, .roles = OWNERS,
	    .fields = hearing_version_fields },
	{ METHOD_POST, "/desk/#/open", open_hearing, .roles = OWNERS,
	    .fields = hearing_version_fields },
	{ METHOD_POST, "/desk/#/close", close_hearing, .roles = OWNERS,
	    .fields = hearing_version_fields },
	{ METHOD_GET, "/desk/#/publish", show_publish, .roles = OWNERS },
	{ METHOD_POST, "/desk/#/publish", publish_hearing, .roles = OWNERS,
	    .fields = hearing_publish_fields },
	{ METHOD_POST, "/desk/#/questions", add_question, .roles = OWNERS,
	    .fields = question_fields, .flags = ROUTE_ONCE },
	{ METHOD_POST, "/desk/#/questions/remove", remove_question, .roles = OWNERS,
	    .fields = question_remove_fields },
	{ METHOD_GET, "/desk/#/area", show_area, .roles = OWNERS },
	{ METHOD_POST, "/desk/#/area", save_area, .roles = OWNERS, .fields = area_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_POST, "/desk/#/documents", attach_reading, .roles = ROLE_OPERATOR,
	    .fields = reading_fields },
	{ METHOD_POST, "/desk/#/documents/remove", detach_reading, .roles = ROLE_OPERATOR,
	    .fields = reading_fields },
	{ METHOD_GET, "/desk/#/opinions", show_opinions, .roles = READERS,
	    .fields = opinion_list_fields },
	{ METHOD_POST, "/desk/#/opinions", judge_opinions, .roles = OWNERS, .fields = judge_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_GET, "/desk/#/opinions/table.*", send_opinions, .roles = READERS,
	    .fields = opinion_list_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_POST, "/desk/#/themes", add_theme, .roles = OWNERS, .fields = theme_fields },
	{ METHOD_GET, "/desk/#/report", show_report, .roles = READERS },
	{ METHOD_GET, "/desk/#/report/pdf", send_report, .roles = READERS, .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/desk/#/report/odt", send_report, .roles = READERS, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/desk/#/report/docx", send_report, .roles = READERS,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/desk/#/evidence", show_report_evidence, .roles = ROLE_OPERATOR,
	    .fields = report_evidence_query },
	{ METHOD_POST, "/desk/#/evidence", make_report_evidence, .roles = ROLE_OPERATOR,
	    .fields = report_evidence_fields, .flags = ROUTE_EVIDENCE | ROUTE_PAPERS },
	{ METHOD_GET, "/desk/#/poster", show_posters, .roles = READERS },
	{ METHOD_GET, "/desk/#/poster/pdf", send_poster, .roles = READERS, .fields = poster_fields,
	    .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/desk/#/poster/odt", send_poster, .roles = READERS, .fields = poster_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/desk/#/poster/docx", send_poster, .roles = READERS, .fields = poster_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/", show_public_list, .roles = EVERYBODY, .fields = public_list_fields },
	{ METHOD_GET, "/#", show_public_hearing, .roles = EVERYBODY, .fields = public_fields },
	{ METHOD_GET, "/#/document/#", send_reading, .roles = EVERYBODY },
	/* What a guest's form carries (guest/guest.h) is its token. */
	{ METHOD_GET, "/#/say", show_say, .roles = EVERYBODY, .fields = say_query },
	{ METHOD_POST, "/#/say", say, .roles = EVERYBODY, .fields = say_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_GET, "/#/support/#", show_support, .roles = EVERYBODY },
	{ METHOD_POST, "/#/support/#", support, .roles = EVERYBODY, .fields = support_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("forum", routes);
}
