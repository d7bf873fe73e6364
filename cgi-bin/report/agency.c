/* SPDX-License-Identifier: ISC */
/*
 * The result of one agency: variables with their levels side by side, what is
 * missing for the next level, and its pictures.
 */
#include "report/report.h"

#include "rules/score.h"
#include "assessment/assessment.h"
#include "document/chart.h"
#include "document/listing.h"
#include "assessment/replica.h"
#include "assessment/evidence.h"
#include "assessment/results.h"
#include "frame/words.h"
#include "base/banned.h"

/* All that the page shows. */
struct agency_page {
	struct assessment assessment;
	const struct evidence_list *evidence;
	struct rows answers;
	struct results results;
	struct agency_charts charts;
	struct rows documents; /* of a replica: everything but the files */
	bool why, lift;        /* which advice there is */
};

static int
agency_page_read(struct context *context, struct agency_page *page)
{
	const struct assessment *assessment = &page->assessment;
	int status = assessment_find(context, context->keys[0], &page->assessment);

	if (status == 0)
		status = evidence_load(context, assessment, &page->evidence);
	if (status == 0)
		status = results_load(context, assessment->cycle_id, &page->results);
	if (status == 0)
		status = charts_of_agency(context, assessment, &page->charts);
	if (status == 0)
		status = report_offers(context, SETTING_WHY_PAGE, &page->why);
	if (status == 0)
		status = report_offers(context, SETTING_LIFT_LIST, &page->lift);
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &page->answers, STATEMENT_SIGNOFF_ANSWERS,
			db_int(assessment->id)));
	if (status == 0 && assessment->imported)
		status = context_status(context,
		    db_select(context->db, &page->documents, STATEMENT_TRANSFER_LISTED,
			db_int(assessment->id)));
	return status;
}

/* Which tiers are told here: to the agency once they have finished; those who
 * verify see them as they grow. */
struct disclosed {
	bool city, province;
};

static struct disclosed
agency_disclosed(const struct context *context, const struct assessment *assessment)
{
	return (struct disclosed){
		.city = results_tier_disclosed(assessment->state, STATE_VERIFIED) ||
		    context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR),
		.province = assessment->province_tier &&
		    (results_tier_disclosed(assessment->state, STATE_VALIDATED) ||
			context_may(context, ROLE_VALIDATOR)),
	};
}

static void
set_level(struct node *node, const char *name, int64_t level, bool told)
{
	if (told && level != LEVEL_ABSENT)
		node_set(node, name, words_roman(level));
}

static void
fill_change(struct context *context, struct node *node, int self, int final)
{
	int change;

	if (!score_change(self, final, &change))
		return;
	node_set(node, "change", words_change(context->arena, change));
	if (change != 0)
		node_set(node, "changed", change > 0 ? "up" : "down");
}

static void
agency_fill_missing(struct context *context, struct node *node, const struct evidence *evidence,
    int level, bool province_tier)
{
	const struct evidence_item **missing;
	struct node *list = node_child(node, "missing");
	size_t count;

	if (level == LEVEL_ABSENT || level >= LEVEL_MAX)
		return;
	node_set(node, "next_roman", words_roman(level + 1));
	count = evidence_missing(context, evidence, province_tier ? VIEWER_PROVINCE : VIEWER_CITY,
	    level + 1, &missing);
	for (size_t at = 0; at < count; at++)
		node_set(node_row(list, at), "title", missing[at]->title);
}

/* A level above the documents that its tier accepted is marked as such. */
static void
mark_above(struct node *node, const struct evidence *evidence, int city, int province)
{
	if (above_accepted(city, evidence->supported[VIEWER_CITY]))
		node_set(node, "city_above", "1");
	if (above_accepted(province, evidence->supported[VIEWER_PROVINCE]))
		node_set(node, "province_above", "1");
}

/* The levels of a variable as far as they are told here; LEVEL_ABSENT else. */
struct told_levels {
	int self, city, province, final;
};

static struct told_levels
agency_levels(const struct context *context, const struct agency_page *page, size_t row)
{
	const struct rows *rows = &page->answers;
	struct disclosed told = agency_disclosed(context, &page->assessment);
	bool tier = page->assessment.province_tier;
	int city = (int)row_int(rows, row, "city_level");
	int province = (int)row_int(rows, row, "province_level");

	return (struct told_levels){
		.self = (int)row_int(rows, row, "self_level"),
		.city = told.city ? city : LEVEL_ABSENT,
		.province = told.province ? province : LEVEL_ABSENT,
		.final = (tier ? told.province : told.city) ?
		    level_final(city, province, tier) :
		    LEVEL_ABSENT,
	};
}

static void
agency_show_variable(struct context *context, struct node *node, const struct rows *rows,
    size_t row, const struct agency_page *page)
{
	struct disclosed told = agency_disclosed(context, &page->assessment);
	struct told_levels levels = agency_levels(context, page, row);

	node_set(node, "number", row_text(rows, row, "number"));
	node_set(node, "name", row_text(rows, row, "name"));
	node_set(node, "explanation", row_text(rows, row, "explanation"));
	set_level(node, "self", levels.self, true);
	set_level(node, "city", levels.city, told.city);
	set_level(node, "province", levels.province, told.province);
	set_level(node, "final", levels.final, true);
	fill_change(context, node, levels.self, levels.final);
	if (told.city) {
		node_set(node, "city_reason", row_text(rows, row, "city_reason"));
		node_set(node, "city_recommendation", row_text(rows, row, "city_recommendation"));
	}
	if (told.province) {
		node_set(node, "province_reason", row_text(rows, row, "province_reason"));
		node_set(node, "province_recommendation",
		    row_text(rows, row, "province_recommendation"));
	}
	if (row < page->evidence->count) {
		mark_above(node, &page->evidence->variables[row], levels.city, levels.province);
		agency_fill_missing(context, node, &page->evidence->variables[row], levels.final,
		    page->assessment.province_tier);
	}
}

static void
agency_show_totals(struct context *context, const struct agency_page *page)
{
	const struct results *results = &page->results;
	struct node *node = page_node(&context->page, "Agency");

	for (size_t at = 0; at < results->count; at++)
		if (results->agencies[at].assessment_id == page->assessment.id)
			results_fill_agency(context, node, &results->agencies[at]);
	if (results->imported)
		replica_fill(context, results->region_name, results->received_at, results->zone);
}

static void
agency_show_pictures(struct context *context, const struct agency_charts *charts)
{
	if (charts->radar.series_count == 0)
		return;
	CHART_FILL(context, "radar", radar, &charts->radar);
	if (charts->finished) {
		CHART_FILL(context, "bars", bars, &charts->bars);
		CHART_FILL(context, "waterfall", waterfall, &charts->waterfall);
	}
}

static void
agency_show_document(struct context *context, struct node *node, const struct rows *rows,
    size_t row)
{
	fill_row(node, rows, row);
	node_set(node, "roman", words_roman(row_int(rows, row, "level")));
	node_set(node, "kind_name", words_kind(row_text(rows, row, "kind")));
	node_set(node, "date", words_date(context->arena, row_text(rows, row, "dated")));
	if (!row_null(rows, row, "sha256"))
		node_set(node, "size", words_bytes(context->arena, row_int(rows, row, "bytes")));
}

int
show_agency(struct context *context)
{
	struct agency_page page = { .documents = { .count = 0 } };
	struct node *variables = page_node(&context->page, "Variables");
	struct node *documents = page_node(&context->page, "Documents");
	int status = agency_page_read(context, &page);

	if (status != 0)
		return status;
	assessment_fill(context, &page.assessment);
	if (page.why)
		page_set(&context->page, "May.why", "1");
	if (page.lift)
		page_set(&context->page, "May.lift", "1");
	for (size_t row = 0; row < page.answers.count; row++)
		agency_show_variable(context, node_row(variables, row), &page.answers, row, &page);
	agency_show_totals(context, &page);
	agency_show_pictures(context, &page.charts);
	for (size_t row = 0; row < page.documents.count; row++)
		agency_show_document(context, node_row(documents, row), &page.documents, row);
	return context_show(context, "report/agency");
}

/* ---- the same as a file ---------------------------------------------------- */

/* One variable; what is not told, or not there, is "". */
struct agency_line {
	const char *variable, *self, *city, *province, *final, *change;
	const char *explanation, *city_reason, *city_recommendation;
	const char *province_reason, *province_recommendation;
};

static const char *
agency_line_level(struct arena *arena, int level)
{
	return level == LEVEL_ABSENT ? "" : arena_format(arena, "%d", level);
}

static struct agency_line
agency_line(const struct context *context, const struct agency_page *page, size_t row)
{
	const struct rows *rows = &page->answers;
	struct told_levels levels = agency_levels(context, page, row);
	struct disclosed told = agency_disclosed(context, &page->assessment);
	struct arena *arena = context->arena;
	int change;

	return (struct agency_line){
		.variable = arena_format(arena, "%s. %s", row_text(rows, row, "number"),
		    row_text(rows, row, "name")),
		.self = agency_line_level(arena, levels.self),
		.city = agency_line_level(arena, levels.city),
		.province = agency_line_level(arena, levels.province),
		.final = agency_line_level(arena, levels.final),
		.change = score_change(levels.self, levels.final, &change) ?
		    words_change(arena, change) :
		    "",
		.explanation = row_text(rows, row, "explanation"),
		.city_reason = told.city ? row_text(rows, row, "city_reason") : "",
		.city_recommendation = told.city ? row_text(rows, row, "city_recommendation") : "",
		.province_reason = told.province ? row_text(rows, row, "province_reason") : "",
		.province_recommendation = told.province ?
		    row_text(rows, row, "province_recommendation") :
		    "",
	};
}

int
send_agency(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Variabel", 18, struct agency_line, variable),
		LISTING_NUMBER("Mandiri", 4, struct agency_line, self),
		LISTING_NUMBER("Verifikasi", 4, struct agency_line, city),
		LISTING_NUMBER("Validasi", 4, struct agency_line, province),
		LISTING_NUMBER("Akhir", 4, struct agency_line, final),
		LISTING_NUMBER("Perubahan", 4, struct agency_line, change),
		LISTING_MEMBER("Penjelasan", 16, struct agency_line, explanation),
		LISTING_MEMBER("Catatan verifikasi", 12, struct agency_line, city_reason),
		LISTING_MEMBER("Rekomendasi", 12, struct agency_line, city_recommendation),
		LISTING_MEMBER("Catatan validasi", 12, struct agency_line, province_reason),
		LISTING_MEMBER("Rekomendasi provinsi", 12, struct agency_line,
		    province_recommendation),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Variabel",
		.columns = columns,
		.size = sizeof(struct agency_line) };
	struct agency_line *lines;
	struct agency_page page;
	int status = agency_page_read(context, &page);

	if (status != 0)
		return status;
	lines = arena_array(context->arena, page.answers.count + 1, sizeof(*lines));
	for (size_t row = 0; row < page.answers.count; row++)
		lines[row] = agency_line(context, &page, row);
	listing.records = lines;
	listing.count = page.answers.count;
	return listing_send(context,
	    arena_format(context->arena, "laporan-%lld-%lld", (long long)page.assessment.year,
		(long long)page.assessment.id),
	    &listing, 1);
}
