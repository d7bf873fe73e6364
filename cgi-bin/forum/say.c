/* SPDX-License-Identifier: ISC */
/*
 * Whoever wants to says something to a public consultation: no account, no name; a place,
 * answers and an address for mail only where the person gives them.  It is text and stays
 * with the officials until one of them has looked at it.
 */
#include "forum/forum.h"

#include <string.h>

#include "base/utf8.h"
#include "frame/words.h"
#include "guest/guest.h"
#include "guest/place.h"
#include "store/message.h"
#include "rules/calendar.h"
#include "base/banned.h"

enum { QUERY_PLACE };
const struct field say_query[] = {
	[QUERY_PLACE] = PLACE_FIELD(false),
	{ .name = NULL },
};

enum { REPLY_LENGTH = 2000 };

enum { SAY_BODY = GUEST_FIELD_COUNT, SAY_PLACE, SAY_REPLY, SAY_CONTACT };
const struct field say_fields[] = {
	GUEST_FIELDS,
	[SAY_BODY] = { "body", FIELD_LINES, "Pendapat", true, .min = 10, .max = OPINION_LENGTH },
	[SAY_PLACE] = PLACE_FIELD(false),
	[SAY_REPLY] = { "reply-", FIELD_LINES, "Jawaban", .max = REPLY_LENGTH },
	[SAY_CONTACT] = { "contact", FIELD_TEXT, "Alamat surel", .max = 254 },
	{ .name = NULL },
};

struct saying {
	struct context *context;
	struct hearing hearing;
	struct rows questions;
	struct place_list places; /* of whom it asks, or all of the region */
	struct guest guest;
	struct place place;
	bool limited;
};

static int
read_saying(struct saying *saying)
{
	struct context *context = saying->context;
	int status = hearing_find_public(context, &saying->hearing), result;
	int64_t id = saying->hearing.id;

	if (status != 0)
		return status;
	if (!hearing_takes(&saying->hearing))
		return context_refuse(context, 410,
		    "Konsultasi ini sedang tidak menerima pendapat. Masa pendapatnya %s.",
		    words_period(context->arena, saying->hearing.opens_on,
			saying->hearing.closes_on));
	result = db_select(context->db, &saying->questions, STATEMENT_FORUM_QUESTIONS, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &saying->places.offered, STATEMENT_FORUM_AREA,
		    db_int(id));
	saying->limited = result > 0;
	return result == 0 ?
	    place_offer(context, saying->hearing.region_id, &saying->places) :
	    context_status(context, result);
}

static void
fill_saying(const struct saying *saying)
{
	struct context *context = saying->context;

	place_fill(context, &saying->places);
	if (saying->limited)
		page_set(&context->page, "Limited", "1");
	hearing_fill(context, &saying->hearing);
	questions_fill(context, &saying->questions);
}

/* With what the address says of a place: the poster of each kelurahan has its own. */
static int
make_say(struct context *context, const void *what, const char **body, size_t *length)
{
	struct saying saying = { .context = context };
	int status = read_saying(&saying);

	(void)what;
	if (status != 0)
		return status;
	fill_saying(&saying);
	guest_fill_holes(context);
	fill_form(context);
	return context_render(context, "forum/say", body, length);
}

/* The token of whoever asks, read first. */
static int
show_own_say(struct context *context)
{
	struct saying saying = { .context = context };
	struct guest_offer offer;
	int status = read_saying(&saying);

	if (status == 0)
		status = guest_offer(context, &offer);
	if (status != 0)
		return status;
	fill_saying(&saying);
	guest_fill(context, &offer);
	fill_form(context);
	return context_show(context, "forum/say");
}

int
show_say(struct context *context)
{
	struct page_asked asked = { .make = make_say };
	int status;

	if (!form_ok(&context->form))
		return 400;
	if (!kept_page_serves(context))
		return show_own_say(context);
	status = hearing_asked(context, "forum/say", form_text(&context->form, QUERY_PLACE), 0,
	    &asked);
	return status != 0 ? status : guest_page_answer(context, &asked);
}

/* ---- what was typed -------------------------------------------------------------------- */

static bool
asked_question(const struct saying *saying, int64_t key, size_t *row)
{
	for (*row = 0; *row < saying->questions.count; ++*row)
		if (row_int(&saying->questions, *row, "id") == key)
			return true;
	return false;
}

/* The key of a choice of the question whose rows begin there; 0: none. */
static int64_t
choice_of(const struct saying *saying, size_t row, const char *typed)
{
	const struct rows *questions = &saying->questions;
	int64_t id = row_int(questions, row, "id");

	for (; row < questions->count && row_int(questions, row, "id") == id; row++)
		if (!row_null(questions, row, "choice_id") &&
		    strcmp(typed, row_text(questions, row, "choice_id")) == 0)
			return row_int(questions, row, "choice_id");
	return 0;
}

static void
check_replies(struct saying *saying)
{
	struct form *form = &saying->context->form;
	size_t row;

	for (const struct each *each = form_each(form, SAY_REPLY); each != NULL;
	     each = each->next) {
		if (!asked_question(saying, each->key, &row))
			form_error(form, SAY_BODY,
			    "Pertanyaannya sudah berubah. Isi lagi formulir di bawah ini.");
		else if (*each->text != '\0' &&
		    strcmp(row_text(&saying->questions, row, "kind"), "choice") == 0 &&
		    choice_of(saying, row, each->text) == 0)
			form_member_error(form, SAY_REPLY, each->key,
			    "Pilihan ini tidak ada dalam daftar. Pilih lagi.");
	}
}

static void
check_saying(struct saying *saying)
{
	struct context *context = saying->context;
	struct form *form = &context->form;
	const char *contact = form_text(form, SAY_CONTACT);

	place_read(form, SAY_PLACE, &saying->places, &saying->place);
	if (*form_text(form, SAY_BODY) != '\0' && !utf8_shows(form_text(form, SAY_BODY)))
		form_error(form, SAY_BODY, "Pendapat belum terbaca. Tulis pendapat Anda.");
	if (saying->limited && saying->place.district_id == 0)
		form_error(form, SAY_PLACE,
		    "Pilih kelurahan Anda: konsultasi ini untuk warga di tempat yang ada dalam "
		    "daftar.");
	if (*contact != '\0' && !email_fits(contact))
		form_error(form, SAY_CONTACT,
		    "Alamat surel belum lengkap, misalnya nama@contoh.id. Boleh dikosongkan.");
	check_replies(saying);
}

/* ---- stored ------------------------------------------------------------------------------ */

static int
store_replies(struct db *db, const struct saying *saying, int64_t opinion)
{
	int result = 0;
	size_t row;

	for (const struct each *each = form_each(&saying->context->form, SAY_REPLY);
	     result >= 0 && each != NULL; each = each->next) {
		bool choice;

		if (*each->text == '\0' || !asked_question(saying, each->key, &row))
			continue;
		choice = strcmp(row_text(&saying->questions, row, "kind"), "choice") == 0;
		result = db_run(db, STATEMENT_FORUM_REPLY, db_int(opinion), db_int(each->key),
		    choice ? db_int(choice_of(saying, row, each->text)) : db_null(),
		    choice ? db_null() : db_text(each->text));
	}
	return result;
}

/* The agency hears of it when nothing else waited: not once for each of a flood. */
static int
tell_officials(struct db *db, const struct saying *saying)
{
	struct rows waiting;
	int result;

	if (saying->hearing.agency_id == 0)
		return 0;
	result = db_select(db, &waiting, STATEMENT_FORUM_FIRST_WAITING, db_int(saying->hearing.id));
	if (result < 0 || row_int(&waiting, 0, "waiting") != 1)
		return result < 0 ? result : 0;
	return message_send(db,
	    &(struct message){ .kind = MESSAGE_OPINION_CAME,
		.region_id = saying->hearing.region_id,
		.agency_id = saying->hearing.agency_id });
}

static int
store_said(struct db *db, void *argument)
{
	const struct saying *saying = argument;
	struct context *context = saying->context;
	const char *contact = form_text(&context->form, SAY_CONTACT);
	char today[DAY_TEXT];
	int result = guest_take(&saying->guest);

	if (result != 0)
		return result;
	day_format(today, words_today(saying->hearing.zone));
	result = db_run(db, STATEMENT_FORUM_SAY,
	    db_bytes(saying->guest.mark, sizeof(saying->guest.mark)),
	    db_key(saying->place.district_id), db_key(saying->place.village_id),
	    db_text(form_text(&context->form, SAY_BODY)),
	    *contact != '\0' ? db_text(contact) : db_null(), db_int(saying->hearing.id),
	    db_text(today));
	if (result == 0)
		return context_stop(context, 410,
		    "Konsultasi ini baru saja ditutup, jadi pendapat Anda tidak tersimpan.");
	if (result > 0)
		result = store_replies(db, saying, db_last_key(db));
	if (result >= 0)
		result = tell_officials(db, saying);
	return result;
}

int
say(struct context *context)
{
	struct saying saying = { .context = context };
	struct guest_offer offer;
	int status = read_saying(&saying), result;

	if (status == 0)
		status = guest_token_read(context, &saying.guest);
	if (status != 0)
		return status;
	check_saying(&saying);
	if (!form_ok(&context->form)) {
		status = guest_offer(context, &offer);
		if (status != 0)
			return status;
		fill_saying(&saying);
		guest_fill(context, &offer);
		return context_show_errors(context, "forum/say");
	}
	result = db_txn(context->db, store_said, &saying);
	/* The same page again: it is there already. */
	if (result < 0 && result != DB_DUPLICATE)
		return context_status(context, result);
	return context_redirect(context, "/forum/%lld?done=said", (long long)saying.hearing.id);
}
