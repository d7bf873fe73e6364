/* SPDX-License-Identifier: ISC */
/*
 * The form that anybody fills in, and the ticket that comes of it: number and secret on a
 * page to keep.  A form sent twice gives the same ticket.
 */
#include "complaint/complaint.h"

#include <string.h>

#include "assessment/file_receive.h"
#include "frame/kept.h"
#include "frame/kept_page.h"
#include "frame/words.h"
#include "base/utf8.h"
#include "base/banned.h"

enum {
	CATEGORY = GUEST_FIELD_COUNT,
	TITLE,
	BODY,
	PLACE,
	NAME,
	CONTACT,
	ANONYMOUS,
	CONFIDENTIAL,
	FILES
};
const struct field complaint_form_fields[] = {
	GUEST_FIELDS,
	[CATEGORY] = { "category", FIELD_CHOICE, "Tentang", true, .choices = complaint_categories },
	[TITLE] = { "title", FIELD_TEXT, "Judul", true, .min = 5, .max = TITLE_LENGTH },
	[BODY] = { "body", FIELD_LINES, "Uraian", true, .min = 10, .max = BODY_LENGTH },
	[PLACE] = PLACE_FIELD(false),
	[NAME] = { "name", FIELD_TEXT, "Nama", .max = 120 },
	[CONTACT] = { "contact", FIELD_TEXT, "Surel atau telepon", .max = 160 },
	[ANONYMOUS] = { "anonymous", FIELD_FLAG, "Anonim" },
	[CONFIDENTIAL] = { "confidential", FIELD_FLAG, "Rahasia" },
	[FILES] = { "file", FIELD_FILE, "Berkas" },
	{ .name = NULL },
};

/* What the form of a region needs. */
struct writing {
	struct context *context;
	struct rows region;
	struct place_list places;
	struct guest guest;
	struct place place;
	struct sent_files files;
	int64_t id, days; /* its number; how long one is kept */
};

/* ---- shown ------------------------------------------------------------------------- */

static int
read_open_regions(struct context *context, struct rows *rows)
{
	int result = kept_world_select(context, rows, STATEMENT_COMPLAINT_REGIONS);

	return result < 0 ? context_status(context, result) : 0;
}

static void
fill_regions(struct context *context, const struct rows *rows)
{
	fill_rows(page_node(&context->page, "Regions"), rows);
}

static int
make_regions(struct context *context, const void *what, const char **body, size_t *length)
{
	struct rows rows;
	int status = read_open_regions(context, &rows);

	(void)what;
	if (status != 0)
		return status;
	fill_regions(context, &rows);
	return context_render(context, "complaint/regions", body, length);
}

int
show_complaint_regions(struct context *context)
{
	struct page_asked asked = { .make = make_regions };
	struct rows rows;
	int status;

	if (kept_page_serves(context)) {
		asked.key = kept_page_key(context, "complaint/regions", "", 0);
		status = kept_page_of_world(context, &asked);
		return status != 0 ? status : kept_page_answer(context, &asked);
	}
	status = read_open_regions(context, &rows);
	if (status != 0)
		return status;
	fill_regions(context, &rows);
	return context_show(context, "complaint/regions");
}

/* The region of the address, where it takes complaints; 404 else. */
static int
writing_read(struct writing *writing)
{
	struct context *context = writing->context;
	int result = kept_world_select(context, &writing->region, STATEMENT_COMPLAINT_REGION,
	    db_text(context->words[0]));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	result = kept_setting_number(context, SETTING_COMPLAINT_DAYS, &writing->days);
	if (result != 0)
		return context_status(context, result);
	return place_offer(context, row_int(&writing->region, 0, "id"), &writing->places);
}

static void
writing_fill(struct writing *writing)
{
	struct context *context = writing->context;

	fill_row(page_node(&context->page, "Region"), &writing->region, 0);
	node_set(page_node(&context->page, "Region"), "kept",
	    words_span(context->arena, writing->days));
	place_fill(context, &writing->places);
	complaint_fill_choices(context);
	file_receive_fill(context, FILE_SET_EVIDENCE);
}

/* With the token of whoever asks, with errors where there are any. */
static int
writing_show(struct writing *writing)
{
	struct context *context = writing->context;
	struct guest_offer offer;
	int status = guest_offer(context, &offer);

	if (status != 0)
		return status;
	writing_fill(writing);
	guest_fill(context, &offer);
	return form_ok(&context->form) ?
	    context_show(context, "complaint/write") :
	    context_show_errors(context, "complaint/write");
}

static int
make_form(struct context *context, const void *what, const char **body, size_t *length)
{
	struct writing writing = { .context = context };
	int status = writing_read(&writing);

	(void)what;
	if (status != 0)
		return status;
	writing_fill(&writing);
	guest_fill_holes(context);
	return context_render(context, "complaint/write", body, length);
}

int
show_complaint_form(struct context *context)
{
	struct writing writing = { .context = context };
	struct page_asked asked = { .make = make_form };
	int status;

	if (kept_page_serves(context)) {
		asked.key = kept_page_key(context, "complaint/write", context->words[0], 0);
		status = kept_page_of_world(context, &asked);
		return status != 0 ? status : guest_page_answer(context, &asked);
	}
	status = writing_read(&writing);
	return status != 0 ? status : writing_show(&writing);
}

/* ---- sent --------------------------------------------------------------------------- */

static void
check_text(struct form *form)
{
	if (*form_text(form, TITLE) != '\0' && !utf8_shows(form_text(form, TITLE)))
		form_error(form, TITLE, "Judul belum terbaca. Tulis judulnya.");
	if (*form_text(form, BODY) != '\0' && !utf8_shows(form_text(form, BODY)))
		form_error(form, BODY, "Uraian belum terbaca. Tulis apa yang terjadi.");
}

static int
add_complaint(struct db *db, void *argument)
{
	struct writing *writing = argument;
	struct context *context = writing->context;
	const struct form *form = &context->form;
	const struct guest *guest = &writing->guest;
	int result = guest_take(guest);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_COMPLAINT_ADD, db_int(row_int(&writing->region, 0, "id")),
	    db_text(form_text(form, CATEGORY)), db_text(form_text(form, TITLE)),
	    db_text(form_text(form, BODY)), db_key(writing->place.district_id),
	    db_key(writing->place.village_id), db_text(form_text(form, NAME)),
	    db_text(form_text(form, CONTACT)), db_int(form_number(form, ANONYMOUS)),
	    db_int(form_number(form, CONFIDENTIAL)), db_bytes(guest->hash, SHA256_BYTES),
	    db_bytes(guest->mark, SHA256_BYTES));
	if (result < 0)
		return result;
	writing->id = db_last_key(db);
	return complaint_files_add(context, writing->id, &writing->files);
}

/* The form came a second time: the ticket that the first one made. */
static int
find_twin_of_form(struct writing *writing)
{
	struct context *context = writing->context;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_COMPLAINT_OF_MARK,
	    db_bytes(writing->guest.mark, SHA256_BYTES));

	if (result > 0)
		writing->id = row_int(&rows, 0, "id");
	return result > 0 ? 0 : context_status(context, result < 0 ? result : DB_FAILED);
}

static int
give_ticket(struct writing *writing)
{
	struct context *context = writing->context;

	ticket_keep(context, words_complaint(context->arena, writing->id), writing->guest.secret);
	return context_redirect(context, "/complaint/receipt");
}

int
send_complaint(struct context *context)
{
	struct writing writing = { .context = context };
	struct form *form = &context->form;
	int result, status = writing_read(&writing);

	if (status == 0)
		status = guest_token_read(context, &writing.guest);
	if (status != 0)
		return status;
	check_text(form);
	place_read(form, PLACE, &writing.places, &writing.place);
	if (form_ok(form))
		status = sent_files_take(context, &writing.guest, FILES, FILE_SET_EVIDENCE,
		    &writing.files);
	if (status != 0)
		return status;
	if (!form_ok(form))
		return writing_show(&writing);
	result = sent_files_commit(context, &writing.files, add_complaint, &writing);
	status = result == DB_DUPLICATE ?
	    find_twin_of_form(&writing) :
	    context_status(context, result);
	return status != 0 ? status : give_ticket(&writing);
}

/* ---- to keep -------------------------------------------------------------------------- */

int
show_receipt(struct context *context)
{
	struct ticket ticket;

	if (!ticket_kept(context, &ticket))
		return context_redirect(context, "/complaint/follow");
	ticket_fill(context, "/complaint/follow", ticket.number, ticket.secret);
	return context_show(context, "complaint/receipt");
}
