/* SPDX-License-Identifier: ISC */
/*
 * What the administrator's pages have in common: which regions are in care,
 * history in words, what an edit changed, lists in pages, and the answer to
 * two people who edit the same thing.
 */
#include "cycle/cycle.h"

#include <string.h>

#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { HISTORY_ROWS = 100 };

struct db_value
scope(const struct context *context)
{
	return db_key(context->actor.region_id);
}

int
region_find(struct context *context, int64_t id, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_ADMIN_REGION, db_int(id),
	    scope(context));

	return result == 0 ? 404 : context_status(context, result);
}

int
region_options_read(struct context *context, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_ADMIN_REGION_OPTIONS, scope(context)));
}

void
region_options_fill(struct context *context, const struct rows *rows)
{
	fill_rows(page_node(&context->page, "Options.regions"), rows);
	page_set_int(&context->page, "Options.region_count", (int64_t)rows->count);
}

void
set_value(struct context *context, const char *name, const char *text)
{
	node_set(page_node(&context->page, "Form.value"), name, text);
}

void
set_number(struct context *context, const char *name, int64_t number)
{
	node_set_int(page_node(&context->page, "Form.value"), name, number);
}

void
set_values(struct context *context, const struct field *fields, const struct rows *rows)
{
	for (const struct field *field = fields; field->name != NULL; field++)
		for (size_t at = 0; at < rows->width; at++)
			if (strcmp(rows->names[at], field->name) == 0)
				set_value(context, field->name, row_text(rows, 0, field->name));
}

/* What history keeps as a code, and choices of forms, in words. */
static const struct {
	const char *code, *words;
} words[] = {
	{ "province", "provinsi" },
	{ "regency", "kabupaten" },
	{ "city", "kota" },
	{ "password_reset", "Kata sandi diatur ulang" },
	{ "password_changed", "Kata sandi diganti sendiri" },
	{ "profile_changed", "Profil diperbarui sendiri" },
	{ "second_factor_on", "Verifikasi dua langkah dipakai" },
	{ "second_factor_off", "Verifikasi dua langkah dilepas" },
	{ "sessions_ended", "Dikeluarkan dari semua perangkat" },
	{ "draft", "Draf" },
	{ "published", "Terbit" },
	{ "libur", "Libur nasional" },
	{ "cuti_bersama", "Cuti bersama" },
};

static const char *
words_for(const char *code)
{
	for (size_t at = 0; at < sizeof(words) / sizeof(words[0]); at++)
		if (strcmp(words[at].code, code) == 0)
			return words[at].words;
	return role_of(code) != ROLE_PUBLIC ? role_name(role_of(code)) : code;
}

/* What is plain from the row alone needs no more than the two values; an
 * account and its rights do. */
static void
fill_account_change(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	const char *from = row_text(rows, row, "from_value");
	const char *to = row_text(rows, row, "to_value");

	if (strcmp(row_text(rows, row, "subject"), "right") == 0) {
		if (*to == '\0')
			node_set(node, "to_value", "Akses berakhir");
	} else if (*from == '\0' && strcmp(words_for(to), to) == 0)
		node_set(node, "to_value", arena_format(context->arena, "Akun dibuat: %s", to));
}

/* Of a loaded instrument the reason is its state: part of what happened. */
static void
fill_reason(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	const char *reason = row_text(rows, row, "reason");

	if (strcmp(words_for(reason), reason) == 0)
		return;
	node_set(node, "to_value",
	    arena_format(context->arena, "%s (%s)", row_text(rows, row, "to_value"),
		words_for(reason)));
	node_set(node, "reason", "");
}

static bool
is_account(const char *subject)
{
	return strcmp(subject, "account") == 0;
}

int
history_read(struct context *context, const char *subject, int64_t id, struct rows *rows)
{
	return context_status(context,
	    is_account(subject) ?
		db_select(context->db, rows, STATEMENT_ADMIN_ACCOUNT_HISTORY, db_int(id),
		    db_int(HISTORY_ROWS)) :
		db_select(context->db, rows, STATEMENT_ADMIN_HISTORY, db_text(subject), db_int(id),
		    db_int(HISTORY_ROWS)));
}

void
history_fill(struct context *context, const char *subject, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "History");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, rows, row);
		node_set(node, "from_value", words_for(row_text(rows, row, "from_value")));
		node_set(node, "to_value", words_for(row_text(rows, row, "to_value")));
		fill_reason(context, node, rows, row);
		if (is_account(subject))
			fill_account_change(context, node, rows, row);
		node_set(node, "when",
		    words_time(context->arena, row_text(rows, row, "at"), context->actor.zone));
	}
}

struct change
change_of(const struct context *context, const char *subject, int64_t region_id, int64_t id)
{
	return (struct change){ .subject = subject,
		.account_id = context->actor.account_id,
		.region_id = region_id,
		.subject_id = id };
}

static void
add_side(struct buffer *side, const char *label, const char *text)
{
	if (side->length > 0)
		buffer_text(side, "; ");
	buffer_format(side, "%s: %s", label, *text != '\0' ? text : "–");
}

const char *const yes_no_codes[] = { "1", "0", NULL };

/* As people say what was chosen. */
static const char *
chosen_words(const struct field *field, const char *text)
{
	if (field->kind != FIELD_CHOICE || *text == '\0')
		return text;
	if (field->choices == yes_no_codes)
		return strcmp(text, "0") == 0 ? "tidak" : "ya";
	return words_for(text);
}

bool
edit_columns(struct arena *arena, const struct field *fields, size_t count, const char *const *was,
    const char *const *now, struct edit *edit)
{
	struct buffer from = { .arena = arena }, to = { .arena = arena };

	for (size_t at = 0; at < count; at++) {
		if (strcmp(was[at], now[at]) == 0)
			continue;
		add_side(&from, fields[at].label, chosen_words(&fields[at], was[at]));
		add_side(&to, fields[at].label, chosen_words(&fields[at], now[at]));
	}
	edit->from = from.bytes;
	edit->to = to.bytes;
	return to.length > 0;
}

bool
edit_of(struct context *context, const struct rows *was, int first, int last, struct edit *edit)
{
	const struct field *fields = &context->form.fields[first];
	size_t count = (size_t)(last - first) + 1;

	return edit_columns(context->arena, fields, count,
	    row_columns(context->arena, fields, count, was), form_columns(context, first, count),
	    edit);
}

void
fill_changes(struct node *list, const struct field *fields, size_t count, const char *const *was,
    const char *const *now)
{
	size_t row = 0;

	for (size_t at = 0; at < count; at++) {
		struct node *node;

		if (strcmp(was[at], now[at]) == 0)
			continue;
		node = node_row(list, row++);
		node_set(node, "label", fields[at].label);
		node_set(node, "from", was[at]);
		node_set(node, "to", now[at]);
	}
}

void
stale(struct context *context, int64_t version)
{
	context->form.notice = "Data ini sudah berubah sejak halaman ini ditampilkan. Bandingkan "
			       "yang Anda tulis dengan data sekarang, lalu simpan lagi.";
	fill_form(context);
	set_number(context, "version", version);
}
