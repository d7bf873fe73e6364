/* SPDX-License-Identifier: ISC */
/*
 * The menu of each role, from the list of programs (cgi-bin/programs), and the
 * page on which a role begins.
 */
#include <string.h>

#include "frame/menu.h"
#include "frame/navigation.h"
#include "base/banned.h"

/* From cgi-bin/programs. */
static const struct entry {
	unsigned roles;
	const char *programs; /* marked while in one of them */
	const char *path;
	const char *label;
	bool seldom; /* under "Lainnya" */
} entries[] = { MENU_ROWS };

static const struct {
	enum role role;
	const char *path;
} homes[] = {
	{ ROLE_OPERATOR, "/questionnaire/" },
	{ ROLE_HEAD, "/questionnaire/" },
	{ ROLE_VERIFIER, "/verify/" },
	{ ROLE_VALIDATOR, "/verify/" },
	{ ROLE_ADMIN, "/cycle/" },
	{ ROLE_AUDITOR, "/report/" },
	{ ROLE_LEADER, "/report/overview" },
	{ ROLE_ASSISTANT, "/service/assist" },
};

const char *
nav_home(enum role role)
{
	for (size_t at = 0; at < sizeof(homes) / sizeof(homes[0]); at++)
		if (homes[at].role == role)
			return homes[at].path;
	return "/portal/";
}

/* A word of a list with spaces between. */
static bool
navigation_is_among(const char *word, const char *list)
{
	size_t length = strlen(word);

	for (; *list != '\0'; list += strspn(list, " ")) {
		size_t next = strcspn(list, " ");

		if (next == length && memcmp(list, word, length) == 0)
			return true;
		list += next;
	}
	return false;
}

void
nav_fill(struct context *context)
{
	struct node *nav = page_node(&context->page, "Nav");
	struct node *seldom = page_node(&context->page, "NavSeldom");
	const struct actor *actor = &context->actor;
	size_t row = 0, seldom_row = 0;

	/* None of it opens before what is still asked for was given. */
	if (actor->needs_second_factor || actor->needs_set_up || actor->must_change_password)
		return;
	if (actor->unread > 0)
		page_set_int(&context->page, "Actor.unread", actor->unread);
	for (size_t at = 0; at < sizeof(entries) / sizeof(entries[0]); at++) {
		const struct entry *entry = &entries[at];
		struct node *node;

		if (!context_may(context, entry->roles))
			continue;
		node = entry->seldom ? node_row(seldom, seldom_row++) : node_row(nav, row++);
		node_set(node, "href",
		    arena_format(context->arena, "%s%s", context->config->base_path, entry->path));
		node_set(node, "label", entry->label);
		if (navigation_is_among(context->program, entry->programs))
			node_set(node, "current", "1");
		if (entry->seldom && navigation_is_among(context->program, entry->programs))
			page_set(&context->page, "NavSeldomCurrent", "1");
		if (actor->unread > 0 && navigation_is_among("message", entry->programs))
			node_set_int(node, "unread", actor->unread);
	}
}
