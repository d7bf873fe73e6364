/* SPDX-License-Identifier: ISC */
/*
 * Flags of evidence on pages, each with the place where it is mended; the
 * rules are in rules/quality.h.
 */
#include "assessment/quality.h"

#include "frame/words.h"
#include "frame/kept.h"
#include "base/banned.h"

/* Where it is mended, below the base path, after the document's key. */
static const char *const places[] = {
	[REMEDY_NONE] = NULL,
	[REMEDY_FILE] = "",
	[REMEDY_DETAILS] = "/edit",
	[REMEDY_LINKS] = "/criteria",
};

void
quality_fill(struct context *context, struct node *node, unsigned flags, int64_t document_id)
{
	bool team = context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR);
	bool mends = document_id != 0 && context_may(context, ROLE_OPERATOR);
	size_t row = 0;

	for (int at = 0; at < QUALITIES; at++) {
		enum quality flag = (enum quality)at;
		enum remedy remedy = quality_remedy(flag);
		struct node *said;

		if ((flags & QUALITY_FLAG(flag)) == 0)
			continue;
		said = node_row(node, row++);
		node_set(said, "code", quality_code(flag));
		node_set(said, "severity", severity_code(quality_severity(flag)));
		node_set(said, "label", words_quality(flag));
		node_set(said, "advice",
		    team ? words_quality_check(flag) : words_quality_advice(flag));
		if (!mends || remedy == REMEDY_NONE)
			continue;
		node_set(said, "href",
		    arena_format(context->arena, "%s/upload/document/%lld%s",
			context->config->base_path, (long long)document_id, places[remedy]));
		node_set(said, "action", words_remedy(remedy));
	}
}

int
quality_variables_max(struct context *context, int *most)
{
	int64_t number;
	int result = kept_setting_number(context, SETTING_QUALITY_VARIABLES_MAX, &number);

	*most = (int)number;
	return result;
}
