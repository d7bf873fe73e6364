/* SPDX-License-Identifier: ISC */
/*
 * Tells how the parts are that a program stands on: names of what is wrong to
 * anybody, each with its numbers to an administrator.
 */
#include "frame/health.h"

#include "frame/session.h"
#include "store/parts.h"
#include "base/banned.h"

static bool
asks_administrator(struct context *context)
{
	const struct actor *actor = &context->actor;

	return session_load(context, ROUTE_PLAIN) == 0 && actor->role == ROLE_ADMIN &&
	    actor->account_id != 0 && !actor->needs_second_factor && !actor->needs_set_up &&
	    !actor->must_change_password;
}

int
health_answer(struct context *context)
{
	struct parts parts = { .config = context->config,
		.db = context->db,
		.arena = context->arena,
		.errors = &context->errors };
	struct buffer text = { .arena = context->arena };
	bool all = asks_administrator(context), fatal = false;

	parts_look(&parts);
	if (all)
		parts_look_closer(&parts);
	for (size_t at = 0; at < parts.count; at++)
		fatal |= parts.all[at].wrong != NULL && parts.all[at].fatal;
	if (!fatal)
		buffer_text(&text, "ok\n");
	for (size_t at = 0; at < parts.count; at++) {
		const struct part *part = &parts.all[at];

		if (all)
			buffer_format(&text, "%s%s\n", part->wrong != NULL ? "! " : "",
			    part->detail);
		else if (part->wrong != NULL)
			buffer_format(&text, "%s\n", part->wrong);
	}
	answer_send(context->request, fatal ? 503 : 200, "text/plain; charset=utf-8", text.bytes,
	    text.length);
	return 0;
}
