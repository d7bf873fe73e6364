/* SPDX-License-Identifier: ISC */
/*
 * What the actor may do with a form on its way, and what speaks against the
 * one that came back; of what was read, and nothing else.
 */
#include "signoff/signoff.h"

#include <string.h>

#include "base/banned.h"

static bool
can(const struct signoff *signoff, enum role role, enum action action)
{
	return !signoff->own && assessment_allows(&signoff->assessment, role, action);
}

static unsigned
objection_if(bool speaks, enum objection objection)
{
	return speaks ? 1U << (unsigned)objection : 0;
}

/* A file that carries the form's own bytes names it, whatever its pages say. */
static void
decide_objections(const struct signoff *signoff, struct signoff_decision *decision)
{
	enum form_named named = form_named_of(row_text(&signoff->signature, 0, "named"));

	if (signoff->signatures.count > 0)
		decision->signatory = signature_signatory(&signoff->signatures, &signoff->head,
		    &decision->signer);
	decision->objections = objection_if(signoff->head_changed, OBJECTION_HEAD) |
	    objection_if(named == NAMED_OTHER, OBJECTION_OTHER) |
	    objection_if(named == NAMED_NONE, OBJECTION_UNNAMED) |
	    objection_if(decision->signatory != SIGNATORY_SAME, OBJECTION_SIGNATORY);
}

struct signoff_decision
signoff_decide(const struct signoff *signoff, enum role role)
{
	const struct assessment *assessment = &signoff->assessment;
	bool agency = ((unsigned)role & AGENCY) != 0;
	struct signoff_decision decision = { .sign = can(signoff, role, ACTION_SIGN),
		.receive = can(signoff, role, ACTION_RECEIVE),
		.reopen = can(signoff, role, ACTION_REOPEN) };

	decision.replace = agency && assessment->state == STATE_SIGNED && assessment->cycle_open;
	/* What the team sent back, or nobody should take as it is, is printed anew. */
	decision.print = decision.sign ||
	    (decision.replace && (signoff->head_changed || signoff->signature.count == 0));
	decision.esign = signoff->service && !signoff->head_changed &&
	    (decision.sign || decision.replace);
	if (signoff->signature.count > 0)
		decide_objections(signoff, &decision);
	return decision;
}
