/* SPDX-License-Identifier: ISC */
#include "store/inspection_finding.h"

#include <string.h>

#include "base/banned.h"

static const char *const codes[INSIDES] = {
	[INSIDE_ENCRYPTED] = "encrypted",
	[INSIDE_JAVASCRIPT] = "javascript",
	[INSIDE_LAUNCH] = "launch",
	[INSIDE_EMBEDDED] = "embedded",
	[INSIDE_EXTERNAL] = "external",
	[INSIDE_MENDED] = "mended",
	[INSIDE_UNREADABLE] = "unreadable",
	[INSIDE_LOCKED] = "locked",
	[INSIDE_MACROS] = "macros",
	[INSIDE_OVERSIZE] = "oversize"
};

const char *
inside_code(enum inside inside)
{
	return inside < INSIDES ? codes[inside] : "";
}

enum inside
inside_of(const char *code)
{
	enum inside inside = 0;

	while (inside < INSIDES && strcmp(codes[inside], code) != 0)
		inside++;
	return inside;
}

const char *
inside_set(struct arena *arena, unsigned findings)
{
	struct buffer set = { .arena = arena };

	buffer_text(&set, "");
	for (enum inside inside = 0; inside < INSIDES; inside++)
		if ((findings & INSIDE_FLAG(inside)) != 0)
			buffer_format(&set, "%s%s", set.length > 0 ? "," : "",
			    codes[inside]);
	return set.bytes;
}
