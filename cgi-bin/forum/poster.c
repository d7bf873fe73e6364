/* SPDX-License-Identifier: ISC */
/*
 * Posters of a public consultation: a page for each kelurahan, whose QR code leads to the
 * form with that kelurahan chosen; or one for the whole region.
 */
#include "forum/forum.h"

#include <string.h>

#include "document/letterhead.h"
#include "document/render.h"
#include "document/text_file.h"
#include "frame/words.h"
#include "guest/place.h"
#include "base/banned.h"

enum { POSTERS_MAX = 60 }; /* pages of one file */

enum { POSTER_DISTRICT };
const struct field poster_fields[] = {
	[POSTER_DISTRICT] = { "district", FIELD_NUMBER, "Kecamatan", .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

struct posters {
	struct hearing hearing;
	struct letterhead letterhead;
	struct rows villages; /* all of the region, with which are chosen */
	bool limited;
};

static int
read_posters(struct context *context, struct posters *posters)
{
	int status = hearing_find_read(context, &posters->hearing);

	if (status == 0 && strcmp(posters->hearing.state, "draft") != 0 &&
	    strcmp(posters->hearing.state, "open") != 0)
		status = context_refuse(context, 409,
		    "Konsultasi ini sudah ditutup, jadi posternya tidak dipasang lagi.");
	if (status == 0)
		status = letterhead_load(context, posters->hearing.region_id, 0,
		    &posters->letterhead);
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &posters->villages, STATEMENT_FORUM_VILLAGES,
			db_int(posters->hearing.id)));
	for (size_t row = 0; status == 0 && row < posters->villages.count; row++)
		posters->limited |= row_int(&posters->villages, row, "chosen") != 0;
	return status;
}

static bool
poster_wanted(const struct posters *posters, size_t row)
{
	return !posters->limited || row_int(&posters->villages, row, "chosen") != 0;
}

/* The kecamatan in which there are posters, each a file. */
static int
show_poster_list(struct context *context, const struct posters *posters)
{
	const struct rows *villages = &posters->villages;
	struct node *list = page_node(&context->page, "Districts"), *node = NULL;
	int64_t before = 0, count = 0;
	size_t districts = 0;

	for (size_t row = 0; row < villages->count; row++) {
		int64_t id = row_int(villages, row, "district_id");

		if (!poster_wanted(posters, row))
			continue;
		if (id != before) {
			node = node_row(list, districts++);
			node_set_int(node, "id", id);
			node_set(node, "name", row_text(villages, row, "district"));
			count = 0;
		}
		before = id;
		node_set_int(node, "villages", ++count);
	}
	hearing_fill(context, &posters->hearing);
	if (render_can())
		page_set(&context->page, "Drawn", "1");
	return context_show(context, "forum/posters");
}

int
show_posters(struct context *context)
{
	struct posters posters = { .limited = false };
	int status = read_posters(context, &posters);

	return status != 0 ? status : show_poster_list(context, &posters);
}

static void
compose_poster(struct context *context, const struct posters *posters, const char *place,
    const char *value, struct document_model *model)
{
	const struct hearing *hearing = &posters->hearing;
	const char *address = arena_format(context->arena, "%s%s/forum/%lld/say%s%s",
	    context->config->site_address, context->config->base_path, (long long)hearing->id,
	    *value != '\0' ? "?place=" : "", value);
	struct block *title = compose(model, BLOCK_TITLE, "Konsultasi publik");

	compose_row(model, title, hearing->title);
	if (*place != '\0')
		compose_row(model, title, place);
	compose(model, BLOCK_QR, address);
	compose_row(model, compose(model, BLOCK_TITLE, "Sampaikan pendapat Anda"),
	    "Pindai kode QR dengan ponsel, tanpa akun, atau buka");
	compose_row(model, model->last, address);
	compose_row(model, model->last,
	    arena_format(context->arena, "Masa pendapat %s",
		words_period(context->arena, hearing->opens_on, hearing->closes_on)));
}

/* Of a kecamatan (0: one for everybody): how many pages there are. */
static size_t
compose_posters(struct context *context, const struct posters *posters, int64_t district,
    struct document_model *model)
{
	const struct rows *villages = &posters->villages;
	size_t count = 0;

	for (size_t row = 0; district != 0 && row < villages->count && count < POSTERS_MAX; row++) {
		if (row_int(villages, row, "district_id") != district ||
		    !poster_wanted(posters, row))
			continue;
		if (count++ > 0)
			compose(model, BLOCK_PAGE, "");
		compose_poster(context, posters,
		    place_words(context->arena, row_text(villages, row, "district"),
			row_text(villages, row, "village")),
		    arena_format(context->arena, "d%s", row_text(villages, row, "id")), model);
	}
	if (district == 0) {
		compose_poster(context, posters, "", "", model);
		count++;
	}
	return count;
}

int
send_poster(struct context *context)
{
	struct paper_file file;
	struct posters posters = { .limited = false };
	struct document_model model;
	int status = read_posters(context, &posters);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status != 0)
		return status;
	letterhead_compose(context, &posters.letterhead,
	    arena_format(context->arena, "Poster konsultasi publik: %s", posters.hearing.title),
	    posters.hearing.agency_id != 0 ? posters.hearing.owner : NULL, &model);
	if (compose_posters(context, &posters, form_number(&context->form, POSTER_DISTRICT),
		&model) == 0)
		return 404;
	status = paper_file_make(context, &model, NULL, &file);
	if (status != 0)
		return status;
	return paper_file_send(context, &model, &file,
	    &(struct paper_about){ posters.hearing.region_id, posters.hearing.agency_id },
	    arena_format(context->arena, "poster-konsultasi-publik-%lld.pdf",
		(long long)posters.hearing.id));
}
