/* SPDX-License-Identifier: ISC */
/*
 * The part of a log that was asked for: whose it may be, by region and agency of
 * the caller; and the form above the list.
 */
#include "report/log.h"

#include <string.h>

#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { AGENCY = ROLE_OPERATOR | ROLE_HEAD };

/* NULL: of no region.  0 or a status. */
static int
region_asked(struct context *context, struct db_value *region)
{
	const struct actor *actor = &context->actor;
	int64_t asked = form_number(&context->form, LOG_REGION);
	struct rows rows;
	int result;

	*region = db_int(actor->region_id);
	if (form_number(&context->form, LOG_INSTANCE) == 1) {
		*region = db_null();
		return context_may(context, ROLE_AUDITOR) ? 0 : 403;
	}
	if (asked == 0 || asked == actor->region_id)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_REPORT_LOG_REGIONS,
	    db_int(actor->region_id), db_key(region_below(context)));
	for (size_t row = 0; result > 0 && row < rows.count; row++)
		if (row_int(&rows, row, "value") == asked) {
			*region = db_int(asked);
			return 0;
		}
	return result < 0 ? context_status(context, result) : 404;
}

static struct db_value
day_or(const struct context *context, int field, const char *otherwise)
{
	const char *day = form_text(&context->form, field);

	return db_text(*day != '\0' ? day : otherwise);
}

int
log_part(struct context *context, struct log_part *part)
{
	const struct form *form = &context->form;
	int64_t before = form_number(form, LOG_BEFORE);

	if (!form_ok(form))
		return 400;
	*part = (struct log_part){
		.region = db_null(),
		.agency = db_key(form_number(form, LOG_AGENCY)),
		.assessment = db_null(),
		.person = db_text(db_like(context->arena, form_text(form, LOG_PERSON))),
		.query = db_text(db_like(context->arena, form_text(form, LOG_QUERY))),
		.from = day_or(context, LOG_FROM, "1970-01-01"),
		.until = day_or(context, LOG_UNTIL, "2200-01-01"),
		.hours = db_int(words_zone_hours(context->actor.zone)),
		.before = db_int(before > 0 ? before : INT64_MAX),
	};
	if (context_may(context, AGENCY)) {
		part->agency = db_int(context->actor.agency_id);
		return 0;
	}
	return region_asked(context, &part->region);
}

struct db_value
log_members(const struct context *context, const struct log_kind *kinds)
{
	const char *asked = form_text(&context->form, LOG_KIND);

	for (; kinds->code != NULL; kinds++)
		if (strcmp(kinds->code, asked) == 0)
			return db_text(kinds->members);
	return db_text("");
}

/* What was asked for, but for the page, for links to the next and to the file. */
static void
fill_query(struct context *context)
{
	const struct form *form = &context->form;
	struct buffer query = { .arena = context->arena };

	buffer_text(&query, "");
	for (int field = 0; field < LOG_BEFORE; field++)
		if (*form_text(form, field) != '\0')
			buffer_format(&query, "%s%s=%s", query.length > 0 ? "&" : "",
			    form->fields[field].name,
			    query_text(context->arena, form_text(form, field)));
	page_set(&context->page, "List.query", query.bytes);
}

int
log_read_choices(struct context *context, const struct log_part *part, struct log_choices *choices)
{
	int result = 0;

	*choices = (struct log_choices){ 0 };
	if (context_may(context, AGENCY) || part->assessment.kind != DB_NULL)
		return 0;
	if (part->region.kind != DB_NULL)
		result = db_select(context->db, &choices->agencies, STATEMENT_REPORT_LOG_AGENCIES,
		    part->region);
	if (result >= 0 && region_below(context) != 0)
		result = db_select(context->db, &choices->regions, STATEMENT_REPORT_LOG_REGIONS,
		    db_int(context->actor.region_id), db_int(context->actor.region_id));
	return context_status(context, result);
}

void
log_fill(struct context *context, const struct log_kind *kinds, const struct log_choices *choices)
{
	struct node *list = page_node(&context->page, "Options.kinds");

	for (size_t at = 0; kinds[at].code != NULL; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "value", kinds[at].code);
		node_set(node, "label", kinds[at].words);
	}
	fill_form(context);
	fill_query(context);
	fill_rows(page_node(&context->page, "Options.agencies"), &choices->agencies);
	fill_rows(page_node(&context->page, "Options.regions"), &choices->regions);
	if (choices->regions.count > 0)
		page_set_int(&context->page, "Options.region_count",
		    (int64_t)choices->regions.count);
}

static const struct {
	const char *code, *words;
} right_words[] = {
	{ "", "(kosong)" },
	{ "password_reset", "kata sandi diatur ulang" },
	{ "password_changed", "kata sandi diganti sendiri" },
	{ "profile_changed", "profil diperbarui sendiri" },
	{ "second_factor_on", "verifikasi dua langkah dipakai" },
	{ "second_factor_off", "verifikasi dua langkah dilepas" },
	{ "sessions_ended", "dikeluarkan dari semua perangkat" },
};

const char *
log_right_words(const char *code)
{
	for (size_t at = 0; at < sizeof(right_words) / sizeof(right_words[0]); at++)
		if (strcmp(right_words[at].code, code) == 0)
			return right_words[at].words;
	return role_of(code) != ROLE_PUBLIC ? role_name(role_of(code)) : code;
}
