/* SPDX-License-Identifier: ISC */
#include "signoff/content.h"

#include <string.h>

#include "rules/score.h"
#include "step/evidence.h"
#include "step/figures.h"
#include "step/words.h"
#include "base/banned.h"

static const char *
today(struct visit *visit, const char *zone)
{
	char text[DAY_TEXT];

	return words_date(visit->arena, day_format(text, words_today(zone)));
}

static void
add_head(struct visit *visit, const struct assessment *assessment,
    const struct rows *head, struct buffer *content)
{
	static const char *const columns[] = { "region_name", "bureau",
	    "place", "agency_name", "head_title", "head_name", "head_rank",
	    "head_nip", "instrument_name", "basis" };

	for (size_t at = 0; at < sizeof(columns) / sizeof(columns[0]); at++)
		paper_add(content, columns[at], row_text(head, 0,
		    columns[at]));
	paper_add_int(content, "year", assessment->year);
	paper_add(content, "province_tier", assessment->province_tier ? "1" :
	    "");
	paper_add(content, "dated", today(visit, assessment->zone));
}

static const char *
path(struct visit *visit, size_t variable, const char *name)
{
	return arena_format(visit->arena, "variables.%zu.%s", variable, name);
}

static void
add_documents(struct visit *visit, size_t variable,
    const struct evidence *evidence, struct buffer *content)
{
	size_t count = 0;

	for (size_t item = 0; item < evidence->item_count; item++) {
		const struct evidence_item *at = &evidence->items[item];

		for (size_t k = 0; k < at->link_count; k++) {
			const struct evidence_link *link = &at->links[k];
			const char *row = arena_format(visit->arena,
			    "variables.%zu.documents.%zu", variable, count++);
			char short_hash[17] = "";

			memcpy(short_hash, link->sha256,
			    strnlen(link->sha256, 16));
			paper_add(content, arena_format(visit->arena,
			    "%s.title", row), link->title);
			paper_add(content, arena_format(visit->arena,
			    "%s.number", row), link->number);
			paper_add(content, arena_format(visit->arena,
			    "%s.level", row), words_roman(at->level));
			paper_add(content, arena_format(visit->arena,
			    "%s.sha256", row), short_hash);
			paper_add(content, arena_format(visit->arena,
			    "%s.outside", row),
			    *link->outside_address != '\0' &&
			    link->revision_id == 0 ? "1" : "");
			paper_add(content, arena_format(visit->arena,
			    "%s.decision", row),
			    item_state_code(link->state[EYES_CITY]));
		}
	}
}

static void
add_level(struct visit *visit, size_t variable, const char *name, int64_t level,
    struct buffer *content)
{
	if (level != LEVEL_ABSENT)
		paper_add_int(content, path(visit, variable, name), level);
}

static void
add_variable(struct visit *visit, const struct assessment *assessment,
    const struct rows *answers, size_t at, int final, struct buffer *content)
{
	static const char *const texts[] = { "name", "explanation",
	    "overclaim_reason", "city_reason", "city_recommendation",
	    "province_reason", "province_recommendation" };

	paper_add_int(content, path(visit, at, "number"),
	    row_int(answers, at, "number"));
	for (size_t text = 0; text < sizeof(texts) / sizeof(texts[0]); text++)
		paper_add(content, path(visit, at, texts[text]),
		    row_text(answers, at, texts[text]));
	add_level(visit, at, "self", row_int(answers, at, "self_level"),
	    content);
	add_level(visit, at, "city", row_int(answers, at, "city_level"),
	    content);
	if (assessment->province_tier)
		add_level(visit, at, "province", row_int(answers, at,
		    "province_level"), content);
	add_level(visit, at, "final", final, content);
	paper_add(content, path(visit, at, "final_roman"),
	    words_roman(final));
}

static int
add_totals(struct visit *visit, const struct assessment *assessment,
    struct buffer *content)
{
	struct figures figures;
	int status = figures_load(visit, assessment->cycle_id, &figures);

	if (status != 0)
		return status;
	for (size_t at = 0; at < figures.count; at++) {
		const struct agency_figures *agency = &figures.agencies[at];

		if (agency->assessment_id != assessment->id)
			continue;
		paper_add_int(content, "self", agency->self);
		paper_add_int(content, "city", agency->city);
		if (assessment->province_tier)
			paper_add_int(content, "province", agency->province);
		paper_add_int(content, "final", agency->final);
		paper_add(content, "change", agency->has_change ?
		    words_change(visit->arena, agency->change) : "");
		paper_add(content, "category", agency->category != NULL ?
		    agency->category->name : "");
		paper_add(content, "staged", words_roman(agency->staged));
		return 0;
	}
	return 404;
}

int
form_content(struct visit *visit, const struct assessment *assessment,
    struct buffer *content)
{
	struct rows head, answers;
	struct evidence_list evidence;
	int status, result;

	result = db_select(visit->db, &head, STATEMENT_SIGNOFF_HEAD,
	    db_int(assessment->id));
	if (result > 0)
		result = db_select(visit->db, &answers,
		    STATEMENT_SIGNOFF_ANSWERS, db_int(assessment->id));
	if (result < 0)
		return visit_status(visit, result);
	status = evidence_load(visit, assessment, 0, &evidence);
	if (status != 0)
		return status;
	add_head(visit, assessment, &head, content);
	for (size_t at = 0; at < answers.count; at++) {
		int final = level_final((int)row_int(&answers, at,
		    "city_level"), (int)row_int(&answers, at,
		    "province_level"), assessment->province_tier);

		add_variable(visit, assessment, &answers, at, final, content);
		if (at < evidence.count)
			add_documents(visit, at, &evidence.variables[at],
			    content);
	}
	return add_totals(visit, assessment, content);
}

int
receipt_content(struct visit *visit, const struct assessment *assessment,
    const struct paper *form, int64_t number, struct buffer *content)
{
	struct rows head, signature;
	int result = db_select(visit->db, &head, STATEMENT_SIGNOFF_HEAD,
	    db_int(assessment->id));

	if (result > 0)
		result = db_select(visit->db, &signature,
		    STATEMENT_SIGNOFF_SIGNATURE, db_int(form->id));
	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	add_head(visit, assessment, &head, content);
	paper_add_int(content, "number", number);
	paper_add(content, "form_code", form->code);
	paper_add(content, "form_digest", form->digest);
	paper_add(content, "scan_name", row_text(&signature, 0,
	    "client_name"));
	paper_add(content, "scan_sha256", row_text(&signature, 0, "sha256"));
	paper_add(content, "sent_at", words_time(visit->arena,
	    row_text(&signature, 0, "created_at"), assessment->zone));
	paper_add(content, "sent_by", row_text(&signature, 0, "sent_by"));
	paper_add(content, "received_by", visit->actor.name);
	return add_totals(visit, assessment, content);
}
