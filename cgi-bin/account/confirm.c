/* SPDX-License-Identifier: ISC */
/*
 * The password once more, before what could lock others out or hand out their
 * data: routes that ask for it are ROUTE_FRESH (frame/context.h).
 */
#include "account/account.h"
#include "frame/session.h"
#include "base/banned.h"

enum { PASSWORD, NEXT };

const struct field confirm_fields[] = {
	[PASSWORD] = { .name = "password",
	    .kind = FIELD_SECRET,
	    .label = "Kata sandi",
	    .required = true,
	    .max = PASSWORD_MAX },
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan", .max = NEXT_MAX },
	{ .name = NULL },
};

int
show_confirm(struct context *context)
{
	const char *next = next_own(form_text(&context->form, 0));

	if (context->actor.needs_second_factor)
		return next_ask(context, "/account/second-factor", next);
	if (!context->config->password_sign_in)
		return next_ask(context, "/account/site", next);
	page_set(&context->page, "Form.value.next", next);
	return context_show(context, "account/confirm");
}

int
confirm_password(struct context *context)
{
	const char *next = form_text(&context->form, NEXT);
	struct account account;
	int status = own_account(context, &account);

	if (status != 0)
		return status;
	if (context->actor.needs_second_factor)
		return next_ask(context, "/account/second-factor", next);
	if (!form_ok(&context->form))
		return context_show_errors(context, "account/confirm");
	status = own_password(context, &account, PASSWORD);
	if (status == 422 || status == 429) {
		fill_form(context);
		return context_show_status(context, "account/confirm", status);
	}
	if (status == 0)
		status = context_status(context, session_confirm(context));
	return status != 0 ? status : next_go(context, next);
}
