/* SPDX-License-Identifier: ISC */
/*
 * Query and body of a request against the fields that its route declares:
 * typed, measured, tidied, with errors in Indonesian at each field.  Files go
 * through as they arrive; a name that nobody declared, or that comes twice,
 * ends it.
 */
#include "web/form.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/secret.h"
#include "base/utf8.h"
#include "rules/amount_text.h"
#include "rules/date_text.h"
#include "web/multipart.h"
#include "web/urlencoded.h"
#include "base/banned.h"

enum {
	QUERY_MAX = 8 * 1024,
	PAIRS_MAX = 600,
	FAMILY_PAIRS_MAX = 10000, /* of a form with a row for each thing */
	PIECE = 32 * 1024         /* read at a time */
};

struct reading {
	struct form *form;
	struct request *request;
	const char *expected_csrf;
	const struct form_sink *sink;
	int status; /* why it was refused */
	/* the part of a multipart body that is being read */
	const struct field *field;
	bool is_file, dropping;
	size_t typed; /* bytes of all its text */
	char *name;
	struct buffer value;
};

static int
form_refuse(struct reading *reading, int status, const char *problem)
{
	reading->status = status;
	if (reading->form->problem == NULL)
		reading->form->problem = problem;
	return -1;
}

static bool
is_family(const struct field *field)
{
	size_t length = strlen(field->name);

	return length > 0 && field->name[length - 1] == '-';
}

/* The key behind a family's name: digits only, no more than fit. */
static int64_t
family_key(const struct field *field, const char *name)
{
	const char *digits = name + strlen(field->name);
	char *end;
	long long key;

	if (*digits < '0' || *digits > '9' || strlen(digits) > 18)
		return -1;
	key = strtoll(digits, &end, 10);
	return *end == '\0' ? key : -1;
}

static const struct field *
field_named(const struct form *form, const char *name)
{
	for (size_t at = 0; at < form->count; at++) {
		const struct field *field = &form->fields[at];

		if (is_family(field) ? strncmp(name, field->name, strlen(field->name)) == 0 &&
			    family_key(field, name) >= 0 :
				       strcmp(name, field->name) == 0)
			return field;
	}
	return NULL;
}

static struct value *
value_of(struct form *form, const struct field *field)
{
	return &form->values[field - form->fields];
}

/*
 * Bytes of a blank at this place, or 0.  Those that do not break or have no
 * width come along when text is copied out of pages and letters.
 */
static size_t
form_blank(const char *text)
{
	static const char *const wide[] = { "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf" };

	if (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n')
		return 1;
	for (size_t at = 0; at < sizeof(wide) / sizeof(wide[0]); at++)
		if (strncmp(text, wide[at], strlen(wide[at])) == 0)
			return strlen(wide[at]);
	return 0;
}

/* Trims in place.  Several lines end in LF; in one line all blanks between two
 * words are one: "Dinas  X" is no other name than "Dinas X". */
static char *
form_tidy(char *text, bool lines)
{
	char *from = text, *to = text;
	size_t length;

	while ((length = form_blank(from)) > 0)
		from += length;
	while (*from != '\0') {
		length = form_blank(from);
		if (length > 0 && !lines) {
			for (; length > 0; length = form_blank(from))
				from += length;
			*to++ = ' ';
		} else if (length > 0 && *from == '\r') {
			from += from[1] == '\n';
			from++;
			*to++ = '\n';
		} else
			*to++ = *from++;
	}
	while (to > text && (to[-1] == ' ' || to[-1] == '\n' || to[-1] == '\t'))
		to--;
	*to = '\0';
	return text;
}

static const char *
check_length(struct arena *arena, const struct field *field, const char *text)
{
	size_t limit = field->max > 0  ? (size_t)field->max :
	    field->kind == FIELD_LINES ? FORM_LINES_MAX :
					 FORM_TEXT_MAX;
	size_t count = utf8_characters(text);

	if (count > limit)
		return arena_format(arena,
		    "%s paling panjang %zu karakter, "
		    "sekarang %zu. Ringkas dahulu.",
		    field->label, limit, count);
	if (count > 0 && field->min > 0 && count < (size_t)field->min)
		return arena_format(arena, "%s paling sedikit %lld karakter.", field->label,
		    (long long)field->min);
	return NULL;
}

/* What nobody can see is no answer, and what turns the writing around shows
 * another one than it is. */
static const char *
check_seen(struct arena *arena, const struct field *field, const char *text)
{
	if (*text != '\0' && !utf8_shows(text))
		return arena_format(arena,
		    "%s hanya berisi tanda yang tidak terlihat. Hapus isinya, lalu ketik lagi.",
		    field->label);
	if (field->kind == FIELD_TEXT && utf8_turns(text))
		return arena_format(arena,
		    "%s memuat tanda tak terlihat yang membalik arah tulisan, biasanya ikut "
		    "tersalin dari tempat lain. Hapus isinya, lalu ketik lagi.",
		    field->label);
	return check_length(arena, field, text);
}

/* "1.500.000" and "Rp 1.500.000" as their digits alone; any other text as it is. */
static char *
number_digits(struct arena *arena, char *text)
{
	int64_t amount;

	return amount_text(text, &amount) && strspn(text, "0123456789") < strlen(text) ?
	    arena_format(arena, "%lld", (long long)amount) :
	    text;
}

static const char *
check_number(struct arena *arena, const struct field *field, const char *text, int64_t *number)
{
	char *end;

	errno = 0;
	*number = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0')
		return arena_format(arena, "%s harus berupa angka bulat.", field->label);
	if ((field->min != 0 || field->max != 0) && (*number < field->min || *number > field->max))
		return arena_format(arena, "%s harus antara %lld dan %lld.", field->label,
		    (long long)field->min, (long long)field->max);
	return NULL;
}

static const char *
check_choice(struct arena *arena, const struct field *field, const char *text, int64_t *number)
{
	for (*number = 0; field->choices[*number] != NULL; ++*number)
		if (strcmp(field->choices[*number], text) == 0)
			return NULL;
	return arena_format(arena, "%s: pilih salah satu dari daftar.", field->label);
}

static const char *
check_date(struct arena *arena, const struct field *field, const char *text, int64_t *number)
{
	int32_t day;
	enum date_fault fault = date_text(text, &day);

	if (fault == DATE_MONTH_FIRST)
		return arena_format(arena,
		    "%s: tulis tanggalnya dahulu, lalu "
		    "bulannya, misalnya 17/8/2027.",
		    field->label);
	if (fault != DATE_OK)
		return arena_format(arena,
		    "%s harus berupa tanggal yang ada, "
		    "misalnya 17/8/2027, 17 Agustus 2027 atau 2027-08-17.",
		    field->label);
	*number = day;
	return NULL;
}

/* However a day was written, it goes on as YYYY-MM-DD. */
static char *
settled(struct arena *arena, const struct field *field, char *text, const char *error,
    int64_t number)
{
	if (field->kind != FIELD_DATE || error != NULL || *text == '\0')
		return text;
	text = arena_alloc(arena, DAY_TEXT);
	day_format(text, (int32_t)number);
	return text;
}

/* The error of a value that is not empty, or NULL. */
static const char *
form_check(struct arena *arena, const struct field *field, const char *text, int64_t *number)
{
	switch (field->kind) {
	case FIELD_NUMBER:
		return check_number(arena, field, text, number);
	case FIELD_DATE:
		return check_date(arena, field, text, number);
	case FIELD_CHOICE:
		return check_choice(arena, field, text, number);
	case FIELD_FLAG:
		*number = strcmp(text, "1") == 0;
		return *number ? NULL : "Nilai kotak centang tidak dikenal.";
	case FIELD_TEXT:
	case FIELD_LINES:
		return check_seen(arena, field, text);
	case FIELD_SECRET:
		return check_length(arena, field, text);
	case FIELD_FILE:
		break;
	}
	return NULL;
}

static int
keep_member(struct reading *reading, const struct field *field, const char *name, char *text)
{
	struct form *form = reading->form;
	struct value *value = value_of(form, field);
	struct each *each = arena_alloc(form->arena, sizeof(*each));

	each->key = family_key(field, name);
	if (*text != '\0')
		each->error = form_check(form->arena, field, text, &each->number);
	each->text = settled(form->arena, field, text, each->error, each->number);
	if (value->last != NULL)
		value->last->next = each;
	else
		value->each = each;
	value->last = each;
	value->members++;
	value->given = true;
	return 0;
}

static int
compare_keys(const void *a, const void *b)
{
	const struct each *left = *(struct each *const *)a;
	const struct each *right = *(struct each *const *)b;

	return (left->key > right->key) - (left->key < right->key);
}

/* Thousands of members are looked up one by one: by a table, not a walk. */
static int
sort_members(struct reading *reading, struct value *value)
{
	struct each *each = value->each;

	if (each == NULL)
		return 0;
	value->by_key = arena_array(reading->form->arena, value->members, sizeof(struct each *));
	for (size_t at = 0; each != NULL; each = each->next)
		value->by_key[at++] = each;
	qsort(value->by_key, value->members, sizeof(struct each *), compare_keys);
	for (size_t at = 1; at < value->members; at++)
		if (value->by_key[at]->key == value->by_key[at - 1]->key)
			return form_refuse(reading, 400, "a field comes twice");
	return 0;
}

static struct each *
web_form_member(const struct form *form, int field, int64_t key)
{
	const struct value *value = &form->values[field];
	struct each wanted = { .key = key }, *pointer = &wanted, **found;

	if (value->by_key == NULL)
		return NULL;
	found = bsearch(&pointer, value->by_key, value->members, sizeof(struct each *),
	    compare_keys);
	return found != NULL ? *found : NULL;
}

const char *
form_token(struct arena *arena, const char *sent, const char **page)
{
	char *token = arena_text(arena, sent);
	char *dot = strchr(token, '.');

	*page = "";
	if (dot != NULL) {
		*dot = '\0';
		*page = dot + 1;
	}
	return token;
}

/* The names that every form may carry beside its own. */
static int
keep_common(struct reading *reading, const char *name, const char *text)
{
	struct form *form = reading->form;
	/* analyse: analyzer-null-dereference: form_put looks up its field first, and does not
	 * come here. */
	bool post = reading->request->method == METHOD_POST;
	const char **place = post && strcmp(name, "csrf") == 0 ?
	    &form->csrf :
	    !post && strcmp(name, "done") == 0 ?
	    &form->done :
	    NULL;

	if (place == NULL)
		return form_refuse(reading, 400, "an unknown field");
	if (**place != '\0')
		return form_refuse(reading, 400, "a field comes twice");
	*place = post ? form_token(form->arena, text, &form->page) : text;
	return 0;
}

/* Without the control characters that came along when it was pasted; NULL for
 * what no browser sends.  A secret is as it is, or none. */
static char *
form_typed(struct reading *reading, const struct field *field, char *text, size_t length)
{
	char *mended;

	switch (utf8_text(text, length, true)) {
	case UTF8_OK:
		return text;
	case UTF8_CONTROL:
		if (field == NULL || field->kind == FIELD_SECRET)
			break;
		mended = arena_alloc(reading->form->arena, 2 * length + 1);
		if (utf8_mend(mended, text, length) != SIZE_MAX)
			return mended;
		break;
	default:
		break;
	}
	form_refuse(reading, 400, "a field is not text");
	return NULL;
}

static int
keep_value(void *arg, char *name, size_t name_length, char *text, size_t text_length)
{
	struct reading *reading = arg;
	struct form *form = reading->form;
	const struct field *field = field_named(form, name);
	struct value *value;

	(void)name_length;
	text = form_typed(reading, field, text, text_length);
	if (text == NULL)
		return -1;
	if (field == NULL)
		return keep_common(reading, name, text);
	if (field->kind == FIELD_FILE) {
		/* Some clients send a file field that was left empty as text. */
		return *text == '\0' ? 0 : form_refuse(reading, 400, "text where a file belongs");
	}
	if (field->kind == FIELD_SECRET)
		form->arena->secret = true;
	else
		text = form_tidy(text, field->kind == FIELD_LINES);
	if (field->kind == FIELD_NUMBER)
		text = number_digits(form->arena, text);
	if (is_family(field))
		return keep_member(reading, field, name, text);
	value = value_of(form, field);
	if (value->given)
		return form_refuse(reading, 400, "a field comes twice");
	value->given = true;
	value->text = text;
	if (*text != '\0')
		value->error = form_check(form->arena, field, text, &value->number);
	value->text = settled(form->arena, field, text, value->error, value->number);
	return 0;
}

/* A page of a thousand documents has some thousand fields; any other form is
 * far from that. */
static size_t
pairs_max(const struct form *form)
{
	for (size_t at = 0; at < form->count; at++)
		if (is_family(&form->fields[at]))
			return FAMILY_PAIRS_MAX;
	return PAIRS_MAX;
}

static int
form_read_pairs(struct reading *reading, char *text, size_t length)
{
	enum urlencoded_error error = urlencoded_parse_typed(text, length, pairs_max(reading->form),
	    keep_value, reading);

	if (error != URLENCODED_OK && error != URLENCODED_STOPPED)
		return form_refuse(reading, 400, "the form is not well encoded");
	return error == URLENCODED_OK ? 0 : -1;
}

static int
read_query(struct reading *reading)
{
	const char *query = reading->request->query;
	size_t length = strlen(query);

	if (length > QUERY_MAX)
		return form_refuse(reading, 400, "the query is too long");
	return form_read_pairs(reading, arena_copy(reading->form->arena, query, length), length);
}

static int
read_urlencoded(struct reading *reading)
{
	struct request *request = reading->request;
	int64_t got, length = request->content_length;
	char *body;
	size_t at = 0;

	if (length < 0)
		return form_refuse(reading, 411, "the length is missing");
	if (length > FORM_BODY_MAX)
		return form_refuse(reading, 413, "the form is too large");
	body = arena_alloc(reading->form->arena, (size_t)length + 1);
	while (at < (size_t)length &&
	    (got = request_read(request, body + at, (size_t)length - at)) > 0)
		at += (size_t)got;
	if (at < (size_t)length)
		return form_refuse(reading, 400, "the body broke off");
	return form_read_pairs(reading, body, at);
}

static void
file_refused(struct reading *reading, const char *why)
{
	struct value *value = value_of(reading->form, reading->field);

	if (value->error == NULL)
		value->error = why;
	reading->dropping = true;
}

static int
on_part(void *arg, const char *name, const char *filename, const char *type)
{
	struct reading *reading = arg;
	struct form *form = reading->form;
	const char *why;

	(void)type;
	reading->field = field_named(form, name);
	reading->is_file = filename != NULL;
	reading->dropping = false;
	reading->name = arena_text(form->arena, name);
	reading->value = (struct buffer){ .arena = form->arena };
	buffer_text(&reading->value, "");
	if (filename == NULL)
		return 0;
	if (reading->field == NULL || reading->field->kind != FIELD_FILE)
		return form_refuse(reading, 400, "a file where none belongs");
	/* No byte of a file is stored for a form that is not ours. */
	if (reading->expected_csrf != NULL && !secret_equal(form->csrf, reading->expected_csrf))
		return form_refuse(reading, 403, "no token before the file");
	if (*filename == '\0') {
		reading->dropping = true;
		return 0;
	}
	value_of(form, reading->field)->given = true;
	value_of(form, reading->field)->text = arena_text(form->arena, filename);
	why = reading->sink->begin(reading->sink->arg, name, filename);
	if (why != NULL)
		file_refused(reading, why);
	return 0;
}

static int
on_data(void *arg, const void *bytes, size_t length)
{
	struct reading *reading = arg;
	const char *why;

	if (!reading->is_file) {
		reading->typed += length;
		if (reading->typed > FORM_BODY_MAX)
			return form_refuse(reading, 413, "the form is too large");
		buffer_add(&reading->value, bytes, length);
		return 0;
	}
	if (reading->dropping)
		return 0;
	why = reading->sink->data(reading->sink->arg, bytes, length);
	if (why != NULL)
		file_refused(reading, why);
	return 0;
}

static int
on_part_end(void *arg)
{
	struct reading *reading = arg;
	struct buffer *value = &reading->value;
	const char *why;

	if (!reading->is_file)
		return keep_value(reading, reading->name, strlen(reading->name), value->bytes,
		    value->length);
	if (reading->dropping)
		return 0;
	why = reading->sink->end(reading->sink->arg);
	if (why != NULL)
		file_refused(reading, why);
	return 0;
}

static int
read_multipart(struct reading *reading)
{
	static const struct multipart_limits limits = { PAIRS_MAX, 2048 };
	static const struct multipart_calls calls = { on_part, on_data, on_part_end };
	struct arena *arena = reading->form->arena;
	struct multipart *parser = arena_alloc(arena, sizeof(*parser));
	char *piece = arena_alloc(arena, PIECE);
	enum multipart_error error;
	int64_t got;

	error = multipart_init(parser, reading->request->content_type, &limits, &calls, reading);
	while (error == MULTIPART_OK && (got = request_read(reading->request, piece, PIECE)) > 0)
		error = multipart_feed(parser, piece, (size_t)got);
	if (error == MULTIPART_OK)
		error = multipart_end(parser);
	if (error == MULTIPART_OK)
		return 0;
	return reading->status != 0 ?
	    -1 :
	    form_refuse(reading, 400, "the multipart body is malformed");
}

static bool
type_is(const char *type, const char *wanted)
{
	size_t length = strlen(wanted);

	return strncasecmp(type, wanted, length) == 0 &&
	    (type[length] == '\0' || type[length] == ';' || type[length] == ' ');
}

static bool
takes_files(const struct form *form)
{
	for (size_t at = 0; at < form->count; at++)
		if (form->fields[at].kind == FIELD_FILE)
			return true;
	return false;
}

static int
read_body(struct reading *reading)
{
	const char *type = reading->request->content_type;

	if (*reading->request->query != '\0')
		return form_refuse(reading, 400, "a query beside a body");
	if (type_is(type, "application/x-www-form-urlencoded"))
		return read_urlencoded(reading);
	if (type_is(type, "multipart/form-data") && reading->sink != NULL &&
	    takes_files(reading->form))
		return read_multipart(reading);
	if (*type == '\0' && reading->request->content_length <= 0)
		return 0;
	return form_refuse(reading, 415, "an unknown kind of body");
}

void
form_begin(struct form *form, struct arena *arena, const struct field *fields)
{
	static const struct field none[] = { { 0 } };

	memset(form, 0, sizeof(*form));
	form->arena = arena;
	form->fields = fields != NULL ? fields : none;
	form->csrf = form->page = form->done = "";
	while (form->fields[form->count].name != NULL)
		form->count++;
	form->values = arena_array(form->arena, form->count + 1, sizeof(*form->values));
	for (size_t at = 0; at < form->count; at++)
		form->values[at].text = "";
}

int
form_put(struct form *form, const char *name, const char *text)
{
	struct reading reading = { .form = form };
	char *own_name = arena_text(form->arena, name);
	char *own_text = arena_text(form->arena, text);

	if (field_named(form, name) == NULL)
		return form_refuse(&reading, 400, "an unknown field"), 400;
	keep_value(&reading, own_name, strlen(own_name), own_text, strlen(own_text));
	return reading.status;
}

void
form_end(struct form *form)
{
	for (size_t at = 0; at < form->count; at++) {
		const struct field *field = &form->fields[at];
		struct value *value = &form->values[at];

		if (!field->required || value->error != NULL || *value->text != '\0' ||
		    value->each != NULL)
			continue;
		value->error = arena_format(form->arena,
		    field->kind == FIELD_CHOICE || field->kind == FIELD_FILE ?
			"%s wajib dipilih." :
			"%s wajib diisi.",
		    field->label);
	}
}

int
form_read(struct form *form, struct request *request, const struct field *fields, const char *csrf,
    const struct form_sink *sink)
{
	struct reading reading = { .form = form,
		.request = request,
		.expected_csrf = csrf,
		.sink = sink };
	bool post = request->method == METHOD_POST;

	form_begin(form, request->arena, fields);
	/* Scripts' methods bring their token in a header, which the route of
	 * such a method checks itself. */
	if (csrf != NULL && (request->method == METHOD_PATCH || request->method == METHOD_DELETE))
		return 403;
	if ((post ? read_body(&reading) : read_query(&reading)) != 0)
		return reading.status;
	for (size_t at = 0; at < form->count; at++)
		if (sort_members(&reading, &form->values[at]) != 0)
			return reading.status;
	if (post && csrf != NULL && !secret_equal(form->csrf, csrf)) {
		form->problem = "the token is missing or old";
		return 403;
	}
	form_end(form);
	return 0;
}

bool
form_given(const struct form *form, int field)
{
	return form->values[field].given;
}

const char *
form_text(const struct form *form, int field)
{
	return form->values[field].text;
}

int64_t
form_number(const struct form *form, int field)
{
	return form->values[field].number;
}

const struct each *
form_each(const struct form *form, int field)
{
	return form->values[field].each;
}

const struct each *
form_member(const struct form *form, int field, int64_t key)
{
	return web_form_member(form, field, key);
}

void
form_error(struct form *form, int field, const char *format, ...)
{
	va_list arguments;

	if (form->values[field].error != NULL)
		return;
	va_start(arguments, format);
	form->values[field].error = arena_vformat(form->arena, format, arguments);
	va_end(arguments);
}

void
form_member_error(struct form *form, int field, int64_t key, const char *format, ...)
{
	struct each *each = web_form_member(form, field, key);
	va_list arguments;

	if (each == NULL || each->error != NULL)
		return;
	va_start(arguments, format);
	each->error = arena_vformat(form->arena, format, arguments);
	va_end(arguments);
}

bool
form_ok(const struct form *form)
{
	for (size_t at = 0; at < form->count; at++) {
		const struct each *each = form->values[at].each;

		if (form->values[at].error != NULL)
			return false;
		for (; each != NULL; each = each->next)
			if (each->error != NULL)
				return false;
	}
	return form->notice == NULL;
}
