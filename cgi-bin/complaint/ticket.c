/* SPDX-License-Identifier: ISC */
/*
 * Whoever has number and secret follows a complaint, replies, rates and opens it again.
 * What officials note among themselves, and who they are, is not shown.
 */
#include "complaint/complaint.h"

#include <string.h>

#include "assessment/file_receive.h"
#include "frame/form_upload.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { NUMBER, SECRET };
const struct field follow_fields[] = {
	[NUMBER] = { "number", FIELD_TEXT, "Nomor pengaduan", true, .max = 20 },
	[SECRET] = { "secret", FIELD_TEXT, "Kode rahasia", true, .max = 40 },
	{ .name = NULL },
};

enum { REPLY_BODY = GUEST_FIELD_COUNT, REPLY_FILES };
const struct field reply_fields[] = {
	GUEST_FIELDS,
	[REPLY_BODY] = { "body", FIELD_LINES, "Balasan", true, .min = 2, .max = BODY_LENGTH },
	[REPLY_FILES] = { "file", FIELD_FILE, "Berkas" },
	{ .name = NULL },
};

enum { RATING };
const struct field rate_fields[] = {
	[RATING] = { "rating", FIELD_NUMBER, "Kepuasan", true, .min = 1, .max = 5 },
	{ .name = NULL },
};

/* A ticket whose secret was good. */
struct followed {
	struct context *context;
	struct ticket ticket;
	struct rows rows, region, place, messages, files;
	const char *agency;
	struct calendar calendar;
	struct guest_offer offer;
	struct guest guest;
	struct sent_files sent;
	int64_t id;
};

/* ---- found --------------------------------------------------------------------------- */

/* Rows: 1 where number and secret belong together, 0 where not, or enum db_error. */
static int
ticket_opens(struct followed *followed)
{
	struct context *context = followed->context;
	const void *stored;
	size_t length;
	int result;

	followed->id = complaint_id(followed->ticket.number);
	result = db_select(context->db, &followed->rows, STATEMENT_COMPLAINT_TICKET,
	    db_int(followed->id));
	if (result <= 0)
		return result;
	if (context->world == 0)
		context->world = row_int(&followed->rows, 0, "world");
	stored = row_bytes(&followed->rows, 0, "secret_hash", &length);
	return ticket_same(followed->ticket.hash, stored, length);
}

/* That of the cookie; 404 or 429 with its page, and the cookie is gone. */
static int
ticket_find(struct followed *followed)
{
	struct context *context = followed->context;
	int result;

	if (!ticket_kept(context, &followed->ticket))
		return context_refuse(context, 403,
		    "Buka dahulu pengaduannya dengan nomor dan kode rahasianya.");
	result = ticket_opens(followed);
	if (result < 0)
		return context_status(context, result);
	if (result > 0)
		return 0;
	ticket_forget(context);
	return ticket_miss(context);
}

int
show_follow(struct context *context)
{
	return context_show(context, "complaint/follow");
}

int
follow_ticket(struct context *context)
{
	struct form *form = &context->form;
	struct followed followed = { .context = context };
	int result = 0, status;

	if (!form_ok(form))
		return context_show_errors(context, "complaint/follow");
	/* The secret is the token: whoever does not know it opens nothing. */
	status = ticket_try(context);
	if (status != 0)
		return status;
	if (ticket_typed(context, form_text(form, NUMBER), form_text(form, SECRET),
		&followed.ticket))
		result = ticket_opens(&followed);
	if (result < 0)
		return context_status(context, result);
	if (result == 0) {
		form_error(form, SECRET,
		    "Nomor dan kode rahasia ini tidak cocok. Periksa lagi keduanya pada tanda "
		    "terima Anda.");
		return context_show_errors(context, "complaint/follow");
	}
	status = ticket_good(context);
	if (status != 0)
		return status;
	ticket_keep(context, words_complaint(context->arena, followed.id), followed.ticket.secret);
	return context_redirect(context, "/complaint/ticket");
}

/* ---- shown ----------------------------------------------------------------------------- */

/* Names and days of where it is handled, which are kept. */
static int
followed_read_names(struct followed *followed)
{
	struct context *context = followed->context;
	const struct rows *rows = &followed->rows;
	int64_t district = row_int(rows, 0, "district_id");
	int result = kept_world_select(context, &followed->region,
	    STATEMENT_COMPLAINT_TICKET_REGION, db_int(row_int(rows, 0, "region_id")));

	if (result >= 0 && district != 0)
		result = kept_world_select(context, &followed->place,
		    STATEMENT_COMPLAINT_TICKET_PLACE, db_int(row_int(rows, 0, "village_id")),
		    db_int(district));
	return result < 0 ?
	    result :
	    kept_agency_name(context, row_int(rows, 0, "agency_id"), &followed->agency);
}

static int
followed_read(struct followed *followed)
{
	struct context *context = followed->context;
	const struct rows *rows = &followed->rows;
	int64_t into = row_int(rows, 0, "merged_into");
	int status, result = followed_read_names(followed);

	if (result >= 0 && (into != 0 || row_int(rows, 0, "told") != 0))
		result = db_select(context->db, &followed->messages,
		    STATEMENT_COMPLAINT_TICKET_MESSAGES, db_int(followed->id), db_int(into));
	if (result >= 0 && row_int(rows, 0, "filed") != 0)
		result = db_select(context->db, &followed->files, STATEMENT_COMPLAINT_FILES,
		    db_int(followed->id));
	if (result < 0)
		return context_status(context, result);
	status = calendar_load(context, row_int(&followed->rows, 0, "region_id"),
	    &followed->calendar);
	return status != 0 ? status : guest_offer(context, &followed->offer);
}

static void
fill_thread(struct followed *followed, const char *zone)
{
	struct context *context = followed->context;
	const struct rows *messages = &followed->messages;
	struct node *list = page_node(&context->page, "Messages");

	for (size_t row = 0; row < messages->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "kind", row_text(messages, row, "kind"));
		node_set(node, "body", row_text(messages, row, "body"));
		node_set(node, "when",
		    words_time(context->arena, row_text(messages, row, "at"), zone));
	}
}

static void
fill_followed(struct followed *followed)
{
	struct context *context = followed->context;
	const struct rows *rows = &followed->rows;
	struct node *node = page_node(&context->page, "Complaint");
	const struct rows *region = &followed->region;
	const char *zone = row_text(region, 0, "timezone"), *state = row_text(rows, 0, "state");
	const struct due due = complaint_due(&followed->calendar, zone, region, rows, 0);

	node_set(node, "number", words_complaint(context->arena, followed->id));
	node_set(node, "title", row_text(rows, 0, "title"));
	node_set(node, "body", row_text(rows, 0, "body"));
	node_set(node, "category", complaint_category(row_text(rows, 0, "category")));
	if (!row_null(rows, 0, "district_id"))
		node_set(node, "place",
		    place_words(context->arena, row_text(&followed->place, 0, "district"),
			row_text(&followed->place, 0, "village")));
	node_set(node, "state", state);
	node_set(node, "state_name", complaint_state(state));
	node_set(node, "closed", complaint_closed(row_text(rows, 0, "closed_as")));
	node_set(node, "sent", words_time(context->arena, row_text(rows, 0, "created_at"), zone));
	node_set(node, "region", row_text(region, 0, "name"));
	node_set(node, "handler",
	    !row_null(rows, 0, "agency_id") ? followed->agency : row_text(region, 0, "bureau"));
	node_set(node, "rating", row_text(rows, 0, "rating"));
	if (!row_null(rows, 0, "merged_into"))
		node_set(node, "merged", "1");
	complaint_fill_due(context->arena, node, &due);
	for (size_t row = 0; row < followed->files.count; row++)
		node_set(node_row(page_node(&context->page, "Files"), row), "name",
		    row_text(&followed->files, row, "client_name"));
	fill_thread(followed, zone);
	guest_fill(context, &followed->offer);
	file_receive_fill(context, FILE_SET_EVIDENCE);
}

static int
followed_show(struct followed *followed)
{
	struct context *context = followed->context;
	int status = followed_read(followed);

	if (status != 0)
		return status;
	fill_followed(followed);
	return form_ok(&context->form) ?
	    context_show(context, "complaint/ticket") :
	    context_show_errors(context, "complaint/ticket");
}

int
show_ticket(struct context *context)
{
	struct followed followed = { .context = context };
	struct ticket ticket;
	int status;

	if (!ticket_kept(context, &ticket))
		return context_redirect(context, "/complaint/follow");
	status = ticket_find(&followed);
	return status != 0 ? status : followed_show(&followed);
}

/* ---- written by the person ---------------------------------------------------------------- */

static int
add_words(struct followed *followed)
{
	struct context *context = followed->context;
	int result = db_run(context->db, STATEMENT_COMPLAINT_MESSAGE_ADD, db_int(followed->id),
	    db_text("person"), db_text(form_text(&context->form, REPLY_BODY)), db_null(),
	    db_bytes(followed->guest.mark, SHA256_BYTES));

	return result < 0 ? result : 0;
}

static int
add_reply(struct db *db, void *argument)
{
	struct followed *followed = argument;
	struct context *context = followed->context;
	struct rows held;
	int result = guest_take(&followed->guest);

	if (result == 0)
		result = db_run(db, STATEMENT_COMPLAINT_REPLIED, db_int(followed->id));
	else
		return result;
	if (result == 0)
		return context_stop(context, 409,
		    "Pengaduan ini sudah selesai. Buka lagi halamannya; bila belum puas, buka "
		    "kembali pengaduannya.");
	if (result > 0)
		result = db_select(db, &held, STATEMENT_COMPLAINT_FILES_HELD, db_int(followed->id));
	if (result > 0 &&
	    row_int(&held, 0, "count") + (int64_t)followed->sent.count > 3 * GUEST_FILES)
		return context_stop(context, 409,
		    "Berkas pengaduan ini sudah %lld, sebanyak yang dapat diterima. Kirim balasan "
		    "tanpa berkas.",
		    (long long)row_int(&held, 0, "count"));
	if (result >= 0)
		result = add_words(followed);
	return result != 0 ? result : complaint_files_add(context, followed->id, &followed->sent);
}

static int
add_reopening(struct db *db, void *argument)
{
	struct followed *followed = argument;
	struct context *context = followed->context;
	int result = guest_take(&followed->guest);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_COMPLAINT_REOPENED, db_int(0), db_int(followed->id));
	if (result == 0)
		return context_stop(context, 409,
		    "Pengaduan ini tidak dapat dibuka kembali. Tulis pengaduan baru.");
	if (result > 0)
		result = add_words(followed);
	return result != 0 ?
	    result :
	    complaint_change(context, followed->id, "Dibuka kembali oleh pelapor");
}

static int
take_reply(struct followed *followed, db_work *work, const char *done)
{
	struct context *context = followed->context;
	struct form *form = &context->form;
	int result, status = ticket_find(followed);

	if (status == 0)
		status = guest_token_read(context, &followed->guest);
	if (status != 0)
		return status;
	if (*form_text(form, REPLY_BODY) != '\0' && !utf8_shows(form_text(form, REPLY_BODY)))
		form_error(form, REPLY_BODY, "Tulisan ini belum terbaca. Tulis lagi.");
	if (form_ok(form))
		status = sent_files_take(context, &followed->guest, REPLY_FILES, FILE_SET_EVIDENCE,
		    &followed->sent);
	if (status != 0)
		return status;
	if (!form_ok(form))
		return followed_show(followed);
	result = sent_files_commit(context, &followed->sent, work, followed);
	/* Sent twice it is one: the first was taken. */
	if (result != 0 && result != DB_DUPLICATE)
		return context_status(context, result);
	return context_redirect(context, "/complaint/ticket?done=%s", done);
}

int
reply_ticket(struct context *context)
{
	struct followed followed = { .context = context };

	/* The cookie of the ticket, which no other site's page sends, and the form's own token. */
	return take_reply(&followed, add_reply, "replied");
}

int
reopen_ticket(struct context *context)
{
	struct followed followed = { .context = context };

	return take_reply(&followed, add_reopening, "reopened");
}

/* Counted as what is written is; the form has no token, whoever has the ticket is known. */
static int
add_rating(struct db *db, void *argument)
{
	struct followed *followed = argument;
	struct context *context = followed->context;
	int result = guest_take(&followed->guest);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_COMPLAINT_RATED, db_int(form_number(&context->form, RATING)),
	    db_int(followed->id));
	return result == 0 ?
	    context_stop(context, 409,
		"Pengaduan ini belum dapat dinilai. Buka lagi halamannya untuk melihat "
		"statusnya sekarang.") :
	    result < 0 ? result :
			 0;
}

int
rate_ticket(struct context *context)
{
	struct followed followed = { .context = context };
	int result, status = ticket_find(&followed);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return followed_show(&followed);
	status = guest_known(context, &followed.guest);
	if (status != 0)
		return status;
	result = db_txn(context->db, add_rating, &followed);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/complaint/ticket?done=rated");
}

int
leave_ticket(struct context *context)
{
	ticket_forget(context);
	return context_redirect(context, "/complaint/follow?done=left");
}
