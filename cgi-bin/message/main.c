/* SPDX-License-Identifier: ISC */
/*
 * The program message: what a person was told, read by that person alone.
 * Here are its addresses, and who may come to each of them.
 */
#include "message/message.h"
#include "base/banned.h"

static const struct route routes[] = {
	{ METHOD_GET, "/", show_inbox, .roles = ROLE_ANY, .fields = inbox_fields },
	{ METHOD_POST, "/", open_message, .roles = ROLE_ANY, .fields = inbox_open_fields },
	{ METHOD_GET, "/#", show_message, .roles = ROLE_ANY },

	{ METHOD_GET, "/choices", show_choices, .roles = ROLE_ANY },
	{ METHOD_POST, "/choices", save_choices, .roles = ROLE_ANY, .fields = choices_fields },

	{ METHOD_GET, "/mail", show_letters, .roles = ROLE_ADMIN },
	{ METHOD_POST, "/mail/#", send_letter_again, .roles = ROLE_ADMIN },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("message", routes);
}
