/* SPDX-License-Identifier: ISC */
/*
 * A draft is published and with that frozen: assessments are judged by what
 * was in force when they were made.  Any version can be copied into a new
 * draft.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "frame/words.h"
#include "base/banned.h"

enum { ONLY_VERSION };
const struct field instrument_version_fields[] = {
	[ONLY_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ 0 },
};

enum { COPY_NAME };
const struct field instrument_copy_fields[] = {
	[COPY_NAME] = { "name", FIELD_TEXT, "Nama versi baru", true, .max = INSTRUMENT_NAME_MAX },
	{ 0 },
};

/* A version on its way into a new draft. */
struct copying {
	struct context *context;
	const struct rows *instrument; /* the old one */
	int64_t id;                    /* of the new one */
};

/* Levels of the draft whose checklist is empty. */
static int
read_gaps(struct context *context, struct rows *gaps)
{
	return context_status(context,
	    db_select(context->db, gaps, STATEMENT_INSTRUMENT_GAPS, db_int(context->keys[0])));
}

static int
show_publish(struct context *context, const struct rows *instrument, const struct rows *gaps)
{
	instrument_fill(context, instrument);
	for (size_t row = 0; row < gaps->count; row++) {
		struct node *node = node_row(page_node(&context->page, "Gaps"), row);

		fill_row(node, gaps, row);
		node_set(node, "roman", words_roman(row_int(gaps, row, "level")));
	}
	return context_show(context, "cycle/instrument_publish");
}

int
confirm_publish(struct context *context)
{
	struct rows rows, gaps;
	int status;

	if ((status = instrument_find_draft(context, &rows)) != 0 ||
	    (status = read_gaps(context, &gaps)) != 0)
		return status;
	return show_publish(context, &rows, &gaps);
}

static int
instrument_publish_publish(struct db *db, void *argument)
{
	struct context *context = argument;
	int result = db_run(db, STATEMENT_INSTRUMENT_LAST_ITEMS, db_text(INSTRUMENT_OTHER),
	    db_int(context->keys[0]), db_text(INSTRUMENT_OTHER));

	if (result < 0)
		return result;
	result = db_run(db, STATEMENT_INSTRUMENT_PUBLISH, db_int(context->keys[0]),
	    db_int(form_number(&context->form, ONLY_VERSION)));
	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409,
			"Draf ini sudah berubah atau diterbitkan sejak halaman ini ditampilkan. "
			"Muat ulang halamannya dan periksa sekali lagi.");
	return instrument_record(context, context->keys[0], "draft", "published");
}

int
publish_instrument(struct context *context)
{
	struct rows rows;
	int result, status = instrument_find_draft(context, &rows);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	result = db_txn_world(context->db, instrument_publish_publish, context);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/instruments/%lld?done=published",
	    (long long)context->keys[0]);
}

static int
copy(struct db *db, void *argument)
{
	struct copying *copying = argument;
	struct context *context = copying->context;
	int64_t old = context->keys[0];
	int result = db_run(db, STATEMENT_INSTRUMENT_COPY, db_key(context->actor.region_id),
	    db_text(form_text(&context->form, COPY_NAME)), db_int(old));

	copying->id = db_last_key(db);
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_SCALES, db_int(copying->id),
		    db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_WORDS, db_int(copying->id),
		    db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_VARIABLES, db_int(copying->id),
		    db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_LEVELS, db_int(copying->id),
		    db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_ITEMS, db_int(copying->id),
		    db_int(old));
	if (result >= 0)
		result = db_run(db, STATEMENT_INSTRUMENT_COPY_CATEGORIES, db_int(copying->id),
		    db_int(old));
	if (result < 0)
		return result;
	return instrument_record(context, copying->id, "",
	    arena_format(context->arena, "Disalin dari %s",
		row_text(copying->instrument, 0, "name")));
}

int
copy_instrument(struct context *context)
{
	struct rows rows;
	struct copying copying = { .context = context, .instrument = &rows };
	int result, status = instrument_find(context, &rows);

	if (status != 0)
		return status;
	if (form_ok(&context->form)) {
		result = db_txn_world(context->db, copy, &copying);
		if (result == 0)
			return context_redirect(context, "/cycle/instruments/%lld?done=created",
			    (long long)copying.id);
		if (result != DB_DUPLICATE)
			return context_status(context, result);
		form_error(&context->form, COPY_NAME,
		    "Sudah ada instrumen "
		    "dengan nama itu.");
	}
	fill_form(context);
	return instrument_show(context, &rows, 422);
}
