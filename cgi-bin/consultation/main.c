/* SPDX-License-Identifier: ISC */
/*
 * The program consultation.  Here are its addresses, and who may come to each of
 * them.  Notes among colleagues are read by their agency alone, not by the team.
 */
#include "consultation/consultation.h"

#include "base/banned.h"

enum { AGENCY = ROLE_OPERATOR | ROLE_HEAD, READERS = AGENCY | ROLE_VERIFIER | ROLE_AUDITOR };

static const struct route routes[] = {
	{ METHOD_GET, "/", show_consultations, .roles = READERS, .fields = list_fields },
	{ METHOD_GET, "/table.*", send_consultations, .roles = READERS, .fields = list_fields,
	    .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/new/#/#", show_new_question, .roles = ROLE_OPERATOR,
	    .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/new/#/#", ask_question, .roles = ROLE_OPERATOR, .fields = ask_fields,
	    .flags = ROUTE_ASSESSMENT | ROUTE_ONCE },
	{ METHOD_GET, "/rulings", show_rulings, .roles = READERS, .fields = rulings_fields },
	{ METHOD_GET, "/rulings/#", show_ruling, .roles = READERS },
	{ METHOD_POST, "/rulings/#/withdraw", withdraw_ruling, .roles = ROLE_VERIFIER,
	    .fields = withdraw_fields },
	{ METHOD_GET, "/team", show_team, .roles = ROLE_VERIFIER | ROLE_AUDITOR },
	{ METHOD_POST, "/team", save_team, .roles = ROLE_VERIFIER, .fields = team_fields },
	{ METHOD_GET, "/comments/#/#", show_comments, .roles = AGENCY, .flags = ROUTE_ASSESSMENT },
	{ METHOD_POST, "/comments/#/#", add_comment, .roles = AGENCY, .fields = comment_fields,
	    .flags = ROUTE_ASSESSMENT | ROUTE_ONCE },
	{ METHOD_POST, "/comment/#/remove", remove_comment, .roles = AGENCY },
	{ METHOD_GET, "/#", show_consultation, .roles = READERS },
	{ METHOD_POST, "/#/answer", answer_question, .roles = ROLE_VERIFIER,
	    .fields = answer_fields, .judges = JUDGES_CONSULTATION },
	{ METHOD_POST, "/#/close", close_question, .roles = ROLE_OPERATOR, .fields = close_fields },
	{ METHOD_POST, "/#/reopen", reopen_question, .roles = ROLE_OPERATOR,
	    .fields = reopen_fields },
	{ METHOD_POST, "/#/ruling", publish_ruling, .roles = ROLE_VERIFIER, .fields = ruling_fields,
	    .flags = ROUTE_ONCE, .judges = JUDGES_CONSULTATION },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("consultation", routes);
}
