/* SPDX-License-Identifier: ISC */
/*
 * Which route of a program a request means: by method and path, numbers and
 * words of the path taken out.  A path that exists for another method is 405,
 * not 404.
 */
#include "frame/route.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

static bool
route_take_number(const char **path, int64_t *number)
{
	const char *digit = *path;

	for (*number = 0; *digit >= '0' && *digit <= '9'; digit++) {
		if (digit - *path == 18)
			return false;
		*number = *number * 10 + (*digit - '0');
	}
	/* One address for one thing: no leading zeros. */
	if (digit == *path || **path == '0')
		return false;
	*path = digit;
	return true;
}

static bool
take_word(struct arena *arena, const char **path, const char **word)
{
	size_t length = strcspn(*path, "/");

	if (length == 0 || length > 100 || utf8_text(*path, length, false) != UTF8_OK)
		return false;
	*word = arena_copy(arena, *path, length);
	*path += length;
	return true;
}

static bool
matches(struct context *context, const char *pattern)
{
	const char *path = context->request->path;
	size_t numbers = 0, words = 0;

	for (; *pattern != '\0'; pattern++) {
		bool good = *pattern == '#' ? route_take_number(&path, &context->keys[numbers++]) :
		    *pattern == '*' ? take_word(context->arena, &path, &context->words[words++]) :
				      *path++ == *pattern;

		if (!good)
			return false;
	}
	return *path == '\0';
}

static bool
method_fits(enum method wanted, enum method asked)
{
	return wanted == asked || (wanted == METHOD_GET && asked == METHOD_HEAD);
}

int
match_route(struct context *context, const struct route *routes, const struct route **found)
{
	struct buffer allowed = { .arena = context->arena };

	for (const struct route *route = routes; route->pattern != NULL; route++) {
		if (!matches(context, route->pattern))
			continue;
		if (method_fits(route->method, context->request->method)) {
			*found = route;
			return 0;
		}
		if (allowed.length > 0)
			buffer_text(&allowed, ", ");
		buffer_text(&allowed, method_name(route->method));
		if (route->method == METHOD_GET)
			buffer_text(&allowed, ", HEAD");
	}
	if (allowed.length == 0)
		return 404;
	answer_header(context->request, "Allow", allowed.bytes);
	return 405;
}

static const char *
address_now(struct context *context, const struct moved *moved)
{
	const struct request *request = context->request;
	struct buffer address = { .arena = context->arena };
	size_t numbers = 0;

	buffer_format(&address, "/%s", moved->program);
	for (const char *at = moved->to; *at != '\0'; at++)
		if (*at == '#')
			buffer_format(&address, "%lld", (long long)context->keys[numbers++]);
		else
			buffer_char(&address, *at);
	if (*request->query != '\0')
		buffer_format(&address, "?%s", request->query);
	return address.bytes;
}

const char *
match_moved(struct context *context)
{
	if (!method_fits(METHOD_GET, context->request->method))
		return NULL;
	for (const struct moved *moved = moved_addresses; moved->program != NULL; moved++)
		if (strcmp(moved->program, context->program) == 0 && matches(context, moved->from))
			return address_now(context, moved);
	return NULL;
}
