/* SPDX-License-Identifier: ISC */
/*
 * Long lists a page at a time: which one is asked for, and the addresses of
 * those before and behind it for the macro pagination().
 */
#include "frame/paging.h"

#include <string.h>

#include "base/banned.h"

int64_t
page_number(const struct context *context, int field)
{
	int64_t page = form_number(&context->form, field);

	return page >= 1 && context->form.values[field].error == NULL ? page : 1;
}

void
page_turn(struct context *context, struct rows *rows, size_t size, int64_t page, const char *path)
{
	bool more = rows->count > size;
	const char *base = context->config->base_path;
	char mark = strchr(path, '?') != NULL ? '&' : '?';

	if (more)
		rows->count = size;
	if (page > 1)
		page_set(&context->page, "Pages.previous.href",
		    arena_format(context->arena, "%s%s%cpage=%lld", base, path, mark,
			(long long)page - 1));
	if (more)
		page_set(&context->page, "Pages.next.href",
		    arena_format(context->arena, "%s%s%cpage=%lld", base, path, mark,
			(long long)page + 1));
}

const char *
query_text(struct arena *arena, const char *text)
{
	struct buffer out = { .arena = arena };

	buffer_text(&out, "");
	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if ((byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
		    (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.')
			buffer_char(&out, *text);
		else
			buffer_format(&out, "%%%02X", byte);
	}
	return out.bytes;
}
