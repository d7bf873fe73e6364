/* SPDX-License-Identifier: ISC */
/*
 * The program service.  Here are its addresses, and who may come to each of them: the
 * agency's own people work on applications, its head decides; what the public reads of a
 * service is at /standards and /standard/, and whoever applies by himself comes by /apply/ and
 * follows it at /mine.
 */
#include "service/service.h"

#include "document/export.h"
#include "base/banned.h"

enum { AGENCY = ROLE_OPERATOR | ROLE_HEAD };

static const struct route routes[] = {
	{ METHOD_GET, "/", show_queue, .roles = AGENCY, .fields = queue_fields },
	{ METHOD_GET, "/services", show_services, .roles = AGENCY },
	{ METHOD_GET, "/services/new", show_new_service, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/services/new", add_service, .roles = ROLE_OPERATOR,
	    .fields = service_define_fields, .flags = ROUTE_ONCE },
	{ METHOD_GET, "/services/#", show_service, .roles = AGENCY },
	{ METHOD_POST, "/services/#", save_service, .roles = ROLE_OPERATOR,
	    .fields = service_save_fields },
	{ METHOD_POST, "/services/#/publish", publish_service, .roles = ROLE_OPERATOR,
	    .fields = service_version_fields },
	{ METHOD_POST, "/services/#/renew", renew_service, .roles = ROLE_OPERATOR },
	{ METHOD_GET, "/services/#/evidence", show_standard_evidence, .roles = ROLE_OPERATOR,
	    .fields = standard_evidence_query },
	{ METHOD_POST, "/services/#/evidence", make_standard_evidence, .roles = ROLE_OPERATOR,
	    .fields = standard_evidence_fields, .flags = ROUTE_EVIDENCE | ROUTE_PAPERS },
	{ METHOD_GET, "/new/#", show_application_form, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/new/#", enter_application, .roles = ROLE_OPERATOR,
	    .fields = application_fields },
	{ METHOD_GET, "/#", show_application, .roles = AGENCY },
	{ METHOD_POST, "/#/check", check_application, .roles = ROLE_OPERATOR,
	    .fields = check_fields },
	{ METHOD_POST, "/#/bring", bring_application, .roles = ROLE_OPERATOR,
	    .fields = bring_fields },
	{ METHOD_GET, "/#/file/#", send_service_file, .roles = AGENCY },
	{ METHOD_POST, "/#/visit", note_visit, .roles = ROLE_OPERATOR, .fields = visit_fields,
	    .flags = ROUTE_ONCE },
	{ METHOD_POST, "/#/withdraw", withdraw_application, .roles = ROLE_OPERATOR,
	    .fields = withdraw_fields },
	{ METHOD_POST, "/#/decide", decide_application, .roles = ROLE_HEAD,
	    .fields = decide_fields },
	{ METHOD_GET, "/#/survey", show_survey, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/#/survey", enter_survey, .roles = ROLE_OPERATOR, .fields = survey_fields },
	{ METHOD_GET, "/letters", show_letters, .roles = AGENCY, .fields = letters_fields },
	{ METHOD_GET, "/letters/table.*", send_letter_register, .roles = AGENCY,
	    .fields = letters_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_POST, "/letters/format", save_letter_format, .roles = ROLE_OPERATOR,
	    .fields = letter_format_fields },
	{ METHOD_POST, "/letters/skip", skip_letter_numbers, .roles = ROLE_OPERATOR,
	    .fields = letter_skip_fields },
	{ METHOD_GET, "/letters/#/pdf", send_letter, .roles = AGENCY, .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/letters/#/odt", send_letter, .roles = AGENCY, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/letters/#/docx", send_letter, .roles = AGENCY, .flags = ROUTE_EXPORTS },
	{ METHOD_POST, "/letters/#/end", end_letter, .roles = ROLE_HEAD,
	    .fields = letter_end_fields },
	{ METHOD_GET, "/enterprises", show_enterprises, .roles = AGENCY,
	    .fields = enterprises_fields },
	{ METHOD_GET, "/enterprises/table.*", send_enterprises, .roles = AGENCY,
	    .fields = enterprises_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/enterprises/import", show_enterprise_import, .roles = ROLE_OPERATOR },
	{ METHOD_POST, "/enterprises/import", preview_enterprises, .roles = ROLE_OPERATOR,
	    .fields = enterprise_import_fields },
	{ METHOD_POST, "/enterprises/import/columns", reread_enterprises, .roles = ROLE_OPERATOR,
	    .fields = enterprise_reread_fields },
	{ METHOD_POST, "/enterprises/import/store", keep_enterprises, .roles = ROLE_OPERATOR,
	    .fields = enterprise_keep_fields, .flags = ROUTE_ONCE },
	{ METHOD_GET, "/enterprises/#", show_enterprise, .roles = AGENCY },
	{ METHOD_POST, "/enterprises/#", save_enterprise, .roles = ROLE_OPERATOR,
	    .fields = enterprise_save_fields },
	{ METHOD_POST, "/enterprises/#/merge", merge_enterprise, .roles = ROLE_OPERATOR,
	    .fields = enterprise_merge_fields },
	{ METHOD_GET, "/report", show_service_report, .roles = AGENCY,
	    .fields = service_report_fields },
	{ METHOD_GET, "/report/table.*", send_service_report, .roles = AGENCY,
	    .fields = service_report_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/report/pdf", send_service_report_paper, .roles = AGENCY,
	    .fields = service_report_fields, .flags = ROUTE_PAPERS },
	{ METHOD_GET, "/report/odt", send_service_report_paper, .roles = AGENCY,
	    .fields = service_report_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/report/docx", send_service_report_paper, .roles = AGENCY,
	    .fields = service_report_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/report/evidence", show_service_report_evidence, .roles = ROLE_OPERATOR,
	    .fields = service_report_evidence_query },
	{ METHOD_POST, "/report/evidence", make_service_report_evidence, .roles = ROLE_OPERATOR,
	    .fields = service_report_evidence_fields, .flags = ROUTE_EVIDENCE | ROUTE_PAPERS },
	{ METHOD_GET, "/standards", show_standards, .roles = EVERYBODY,
	    .fields = standards_fields },
	{ METHOD_GET, "/standard/#", show_standard, .roles = EVERYBODY },
	/* The token of a page without account, and number and secret: guest/guest.h. */
	{ METHOD_GET, "/apply/#", show_online_form, .roles = EVERYBODY },
	{ METHOD_POST, "/apply/#", send_online_form, .roles = EVERYBODY,
	    .fields = application_fields, .flags = ROUTE_OWN_CSRF },
	{ METHOD_GET, "/receipt", show_service_receipt, .roles = EVERYBODY },
	{ METHOD_GET, "/status", show_status_form, .roles = EVERYBODY },
	{ METHOD_POST, "/status", open_status, .roles = EVERYBODY, .fields = status_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_GET, "/mine", show_mine, .roles = EVERYBODY },
	{ METHOD_POST, "/mine", bring_mine, .roles = EVERYBODY, .fields = mine_bring_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ METHOD_GET, "/mine/survey", show_own_survey, .roles = EVERYBODY },
	{ METHOD_POST, "/mine/survey", send_own_survey, .roles = EVERYBODY, .fields = survey_fields,
	    .flags = ROUTE_OWN_CSRF },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("service", routes);
}
