/* SPDX-License-Identifier: ISC */
/*
 * The same form sent twice makes one thing: the mark of what was sent is stored
 * with the change, and behind it where the person was led.
 */
#include "frame/once.h"

#include <string.h>
#include <time.h>

#include "base/banned.h"

enum {
	WAITS = 40, /* for the answer to the first of two, which come at once */
	WAIT_NANOSECONDS = 50 * 1000 * 1000
};

/* With its length, so that two texts cannot be read as two others. */
static void
digest_text(struct sha256_state *state, const char *text)
{
	uint64_t length = strlen(text);

	sha256_add(state, &length, sizeof(length));
	sha256_add(state, text, length);
}

/* Passwords are left out: of the rest nothing could be found by trying. */
static void
digest_fields(struct sha256_state *state, const struct form *form)
{
	for (size_t at = 0; at < form->count; at++) {
		const struct value *value = &form->values[at];

		if (form->fields[at].kind == FIELD_SECRET)
			continue;
		digest_text(state, value->text);
		for (const struct each *each = value->each; each != NULL; each = each->next) {
			sha256_add(state, &each->key, sizeof(each->key));
			digest_text(state, each->text);
		}
	}
}

static void
mark_of(const struct context *context, unsigned char mark[DB_MARK_BYTES])
{
	const struct form *form = &context->form;
	unsigned char digest[SHA256_BYTES];
	struct sha256_state state;

	sha256_begin(&state);
	digest_text(&state, form->csrf);
	digest_text(&state, form->page);
	digest_text(&state, context->program);
	digest_text(&state, context->request->path);
	digest_fields(&state, form);
	for (const struct form_upload *file = context->files; file != NULL; file = file->next) {
		digest_text(&state, file->field);
		digest_text(&state, file->client_name);
		sha256_add(&state, file->staged.sha256, SHA256_BYTES);
	}
	sha256_so_far(&state, digest);
	memcpy(mark, digest, DB_MARK_BYTES);
}

/* Rows; where the first is not answered yet no place is known. */
static int
find_place(struct context *context, struct db_value mark, const char **place)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CHANGE_MARK_PLACE, mark);

	*place = NULL;
	if (result > 0 && !row_null(&rows, 0, "place"))
		*place = row_text(&rows, 0, "place");
	return result;
}

/* The same, once the first was answered, or takes too long for that: no row when it was refused. */
static int
await_place(struct context *context, struct db_value mark, const char **place)
{
	const struct timespec wait = { 0, WAIT_NANOSECONDS };
	int result = find_place(context, mark, place);

	for (int tries = 0; *place == NULL && result > 0 && tries < WAITS; tries++) {
		nanosleep(&wait, NULL);
		result = find_place(context, mark, place);
	}
	return result;
}

static int
lead_there(struct context *context, const char *place)
{
	if (place != NULL && *place != '\0')
		return context_redirect(context, "%s", place);
	return context_refuse(context, 409,
	    "Kiriman yang sama sudah diterima dan dikerjakan satu kali. Buka lagi halaman "
	    "sebelumnya untuk melihat hasilnya. Yang hanya ditampilkan satu kali, misalnya kata "
	    "sandi sementara atau kunci, dibuat lagi di sana bila belum sempat dicatat.");
}

/* The first was being stored when this one looked.  A browser shows the answer to
 * this one alone, so it must not say that something was done which was refused. */
static int
answer_second(struct context *context, struct db_value mark)
{
	const char *place;
	int result = await_place(context, mark, &place);

	if (result < 0)
		return context_status(context, result);
	return result > 0 ?
	    lead_there(context, place) :
	    context_refuse(context, 409,
		"Kiriman yang sama datang dua kali, dan yang pertama tidak dapat dikerjakan. "
		"Buka lagi halaman sebelumnya, periksa isinya, lalu kirim sekali lagi.");
}

/* It is stored: where it led, or that it may be sent again. */
static void
keep_place(struct context *context, struct db_value mark, int status)
{
	bool refused = status >= 400 || context->request->status >= 400;
	int result = refused ?
	    db_run(context->db, STATEMENT_CHANGE_MARK_REMOVE, mark) :
	    db_run(context->db, STATEMENT_CHANGE_MARK_LED,
		db_text(context->place != NULL ? context->place : ""), mark);

	/* The second of two waits a while in vain, and is told that it was done. */
	if (result < 0)
		context_log(context);
}

int
once_handle(struct context *context, const struct route *route)
{
	unsigned char bytes[DB_MARK_BYTES] = { 0 };
	const struct db_value mark = db_bytes(bytes, sizeof(bytes));
	const char *place;
	int result, status;

	if (*context->form.page == '\0')
		return route->handle(context);
	mark_of(context, bytes);
	result = await_place(context, mark, &place);
	if (result < 0)
		return context_status(context, result);
	if (result > 0)
		return lead_there(context, place);
	db_once(context->db, bytes);
	status = route->handle(context);
	switch (db_once_end(context->db)) {
	case DB_ONCE_STORED:
		keep_place(context, mark, status);
		return status;
	case DB_ONCE_ELSEWHERE:
		return answer_second(context, mark);
	default:
		return status;
	}
}
