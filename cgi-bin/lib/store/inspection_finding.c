/* SPDX-License-Identifier: ISC */
/*
 * The findings of an inspection by their names in the column
 * revision.findings.
 */
#include "store/inspection_finding.h"

#include <string.h>

#include "base/banned.h"

static const char *const codes[FINDINGS] = {
	[FINDING_ENCRYPTED] = "encrypted",
	[FINDING_JAVASCRIPT] = "javascript",
	[FINDING_LAUNCH] = "launch",
	[FINDING_EMBEDDED] = "embedded",
	[FINDING_EXTERNAL] = "external",
	[FINDING_MENDED] = "mended",
	[FINDING_UNREADABLE] = "unreadable",
	[FINDING_LOCKED] = "locked",
	[FINDING_MACROS] = "macros",
	[FINDING_OVERSIZE] = "oversize",
};

const char *
finding_code(enum inspection_finding finding)
{
	return finding < FINDINGS ? codes[finding] : "";
}

enum inspection_finding
finding_of(const char *code)
{
	enum inspection_finding finding = 0;

	while (finding < FINDINGS && strcmp(codes[finding], code) != 0)
		finding++;
	return finding;
}

const char *
finding_set(struct arena *arena, unsigned findings)
{
	struct buffer set = { .arena = arena };

	buffer_text(&set, "");
	for (enum inspection_finding finding = 0; finding < FINDINGS; finding++)
		if ((findings & FINDING_FLAG(finding)) != 0)
			buffer_format(&set, "%s%s", set.length > 0 ? "," : "", codes[finding]);
	return set.bytes;
}
