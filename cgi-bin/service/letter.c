/* SPDX-License-Identifier: ISC */
/*
 * The letter that a service ends in: made of its text and of what was checked, numbered
 * behind a lock so that no number is given twice, kept as it was printed.
 */
#include "service/service.h"

#include <string.h>

#include "base/secret.h"
#include "frame/words.h"
#include "base/banned.h"

/* The same day so many months later, or the last of a month that has none such. */
static int32_t
months_later(int32_t day, int64_t months)
{
	struct date date = day_date(day);
	int64_t month = date.month - 1 + months;
	int year = date.year + (int)(month / 12);
	int32_t later;

	do
		later = day_of(year, (int)(month % 12) + 1, date.day--);
	while (later == DAY_NONE && date.day > 0);
	return later;
}

/* What is known of the enterprise, with the numbers of persons masked, for the letter may
 * be read by whoever is given it; and the answers to the fields of the service. */
static void
compose_data(struct context *context, const struct application *application,
    struct document_model *model)
{
	struct block *facts = compose(model, BLOCK_FACTS, "");
	const struct rows *values = &application->values;

	for (int which = 0; which < PARTICULARS; which++) {
		const char *shown = particular_shown(context->arena, &application->particulars,
		    (enum particular)which, which == PARTICULAR_NIB);

		if (*shown != '\0' && which != PARTICULAR_PHONE && which != PARTICULAR_NPWP)
			compose_row(model, facts, particular_label((enum particular)which), shown);
	}
	for (size_t row = 0; row < values->count; row++) {
		const char *value = row_text(values, row, "value");

		compose_row(model, facts, row_text(values, row, "label"),
		    strcmp(row_text(values, row, "kind"), "date") == 0 ?
			words_date(context->arena, value) :
			value);
	}
}

/* The text of the service: a line is a paragraph, and {data} the table. */
static void
compose_text(struct context *context, const struct application *application,
    struct document_model *model)
{
	char *rest = arena_text(context->arena, application->service.letter), *line;

	while ((line = strsep(&rest, "\n")) != NULL)
		if (strcmp(line, "{data}") == 0)
			compose_data(context, application, model);
		else if (*line != '\0')
			compose(model, BLOCK_PARAGRAPH, line);
}

static void
compose_letter(struct context *context, const struct application *application,
    const struct letterhead *letterhead, const struct rows *head, const char *number,
    const char *replaces, const char *valid_until, struct document_model *model)
{
	const struct service *service = &application->service;
	struct block *title;

	letterhead_compose(context, letterhead,
	    arena_format(context->arena, "%s %s: %s", service->name, number,
		application->particulars.text[PARTICULAR_NAME]),
	    service->agency_name, model);
	title = compose(model, BLOCK_TITLE, service->name);
	compose_row(model, title, arena_format(context->arena, "Nomor %s", number));
	compose_text(context, application, model);
	/* What was withdrawn meanwhile is not spoken of. */
	if (*application->renews != '\0' && strcmp(application->renews_ended, "cancelled") != 0)
		compose(model, BLOCK_PARAGRAPH,
		    arena_format(context->arena, "Memperpanjang surat Nomor %s.",
			application->renews));
	if (*replaces != '\0')
		compose(model, BLOCK_PARAGRAPH,
		    arena_format(context->arena, "Surat ini menggantikan surat nomor %s.",
			replaces));
	if (*valid_until != '\0')
		compose(model, BLOCK_PARAGRAPH,
		    arena_format(context->arena, "Surat ini berlaku sampai %s.",
			words_date(context->arena, valid_until)));
	letterhead_sign_head(model, compose(model, BLOCK_SIGNATURES, ""),
	    letterhead_dated(context, letterhead), row_text(head, 0, "head_title"),
	    row_text(head, 0, "head_name"), row_text(head, 0, "head_rank"),
	    row_text(head, 0, "head_nip"));
}

/* The numbers of this agency and year are ours until the end. */
static int
hold_letter_series(struct context *context, int64_t year, struct rows *series)
{
	struct db_value agency = db_int(context->actor.agency_id);
	int result = db_run(context->db, STATEMENT_SERVICE_SERIES_BEGIN, db_int(year), db_int(year),
	    agency);

	/* Somebody else has begun it at this moment. */
	if (result >= 0 || result == DB_DUPLICATE)
		result = db_select(context->db, series, STATEMENT_SERVICE_SERIES_HOLD, agency,
		    db_int(year));
	return result < 0 ? result : 0;
}

static int
add_letter(struct context *context, const struct application *application,
    const struct document_model *model, int64_t year, int64_t number, const char *text,
    const char *valid_until)
{
	struct buffer content = { .arena = context->arena };
	unsigned char digest[SHA256_BYTES];
	char code[CODE_TEXT];

	model_write(model, &content);
	sha256(digest, content.bytes, content.length);
	random_code(code);
	return db_run(context->db, STATEMENT_SERVICE_LETTER_ADD, db_int(context->actor.agency_id),
	    db_int(year), db_int(number), db_int(application->id), db_text(text), db_text(code),
	    db_text(content.bytes), db_bytes(digest, sizeof(digest)),
	    *valid_until != '\0' ? db_text(valid_until) : db_null(),
	    db_int(context->actor.account_id));
}

int
letter_issue(struct context *context, const struct application *application,
    const struct letterhead *letterhead, const struct rows *head, const char *replaces,
    const char **number_text)
{
	struct date today = day_date(application->today);
	char until[DAY_TEXT] = "";
	struct document_model model;
	struct rows series;
	int64_t number;
	int result = hold_letter_series(context, today.year, &series);

	if (result < 0)
		return result;
	number = row_int(&series, 0, "last_number") + 1;
	*number_text = letterhead_number(context->arena, row_text(&series, 0, "format"), number,
	    application->service.mark, today.month, today.year);
	if (application->service.valid_months > 0)
		day_format(until,
		    months_later(application->today, application->service.valid_months));
	compose_letter(context, application, letterhead, head, *number_text, replaces, until,
	    &model);
	result = add_letter(context, application, &model, today.year, number, *number_text, until);
	if (result >= 0)
		result = db_run(context->db, STATEMENT_SERVICE_SERIES_COUNT, db_int(number),
		    db_int(context->actor.agency_id), db_int(today.year));
	return result < 0 ? result : 0;
}
