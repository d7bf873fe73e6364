/* SPDX-License-Identifier: ISC */
/*
 * What may be written now, and what may be known yet: an agency is told what a
 * tier said once that tier has finished (product.md, states).
 */
#include "questionnaire/questionnaire.h"
#include "base/banned.h"

bool
may_write(const struct context *context, const struct assessment *assessment)
{
	return assessment_allows(assessment, context->actor.role, ACTION_SAVE);
}

/* A team's levels are told when it has finished, not while it is at it. */
bool
city_disclosed(enum state state)
{
	return state != STATE_SUBMITTED;
}

bool
province_disclosed(enum state state)
{
	return city_disclosed(state) && state != STATE_VERIFIED;
}

bool
verified(enum state state, bool province_tier)
{
	switch (state) {
	case STATE_VERIFIED:
		return !province_tier;
	case STATE_VALIDATED:
	case STATE_SIGNED:
	case STATE_RECEIVED:
	case STATE_REPORTED:
		return true;
	default:
		return false;
	}
}
