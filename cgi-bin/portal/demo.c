/* SPDX-License-Identifier: ISC */
/*
 * The accounts of a demo on its first page, from the list that the demo wrote;
 * on any other instance there is no such list.
 */
#include "portal/demo.h"

#include <stdio.h>
#include <string.h>

#include "rules/role.h"
#include "sheet/csv.h"
#include "base/banned.h"

enum { LIST_BYTES = 64 * 1024, COLUMNS = 6 };

static int
demo_add_account(void *arg, size_t row, size_t count, const char *const *cells)
{
	static const char *const names[COLUMNS] = { "role", "region", "agency", "username",
		"password", "totp_secret" };
	struct node *node;

	if (row == 1)
		return 0;
	node = node_row(arg, row - 2);
	for (size_t at = 0; at < count && at < COLUMNS; at++)
		node_set(node, names[at], cells[at]);
	node_set(node, "role_name", role_name(role_of(cells[0])));
	return 0;
}

void
demo_fill(struct context *context)
{
	const struct config *config = context->config;
	struct sheet_request request = { .limits = &sheet_limits_import,
		.row = demo_add_account,
		.arg = page_node(&context->page, "Demo.accounts") };
	struct sheet_fault fault;
	char *bytes;
	size_t length;
	FILE *file;

	if (!config->demo || config->demo_accounts == NULL ||
	    (file = fopen(config->demo_accounts, "re")) == NULL)
		return;
	bytes = arena_alloc(context->arena, LIST_BYTES + 1);
	length = fread(bytes, 1, LIST_BYTES, file);
	fclose(file);
	if (csv_read(bytes, length, &request, &fault) == FORMAT_OK)
		page_set(&context->page, "Demo.present", "1");
}
