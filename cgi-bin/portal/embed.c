/* SPDX-License-Identifier: ISC */
/*
 * A region's figures for the site of its government, and who may frame them.
 */
#include "portal/embed.h"

#include "assessment/headline.h"
#include "frame/kept.h"
#include "portal/catalog.h"
#include "rules/licence.h"
#include "base/banned.h"

static int
show_embed(struct context *context, const char *view, const struct results *results,
    const char *licence, const char **body, size_t *length)
{
	struct headline headline = headline_of_region(context->arena, results, NULL);

	headline_fill(context, page_node(&context->page, "Headline"), &headline);
	page_set(&context->page, "Embed.name", results->region_name);
	page_set_int(&context->page, "Embed.year", results->year);
	page_set_int(&context->page, "Embed.assessed", (int64_t)results->assessed);
	page_set_int(&context->page, "Embed.count", (int64_t)results->count);
	page_set(&context->page, "Embed.address",
	    catalog_address(context,
		arena_format(context->arena, "/region/%s/%lld", results->region_code,
		    (long long)results->year)));
	page_set(&context->page, "Licence.address", licence);
	page_set(&context->page, "Licence.name", licence_name(licence));
	return context_render(context, view, body, length);
}

int
embed_make(struct context *context, const char *view, const char *code, int64_t year,
    const char **body, size_t *length)
{
	struct results results;
	const char *licence = "";
	int status = year != 0 ? 0 : dataset_latest(context, code, &year);

	if (status == 0)
		status = results_find_published(context, code, year, &results);
	if (status == 0)
		status = dataset_licence(context, code, &licence);
	return status != 0 ? status : show_embed(context, view, &results, licence, body, length);
}

int
embed_allow(struct context *context)
{
	const char *sites = "";
	int status = context_status(context,
	    kept_setting_text(context, SETTING_EMBED_SITES, &sites));

	if (status != 0)
		return status;
	answer_header(context->request, "Content-Security-Policy",
	    arena_format(context->arena,
		"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
		"frame-ancestors %s",
		*sites != '\0' ? sites : "'none'"));
	/* It knows no list: the policy above says it.  An empty one is not sent. */
	answer_header(context->request, "X-Frame-Options", NULL);
	return 0;
}
