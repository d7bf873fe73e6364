/* SPDX-License-Identifier: ISC */
/*
 * JSON by jansson, within limits that are checked before anything is parsed,
 * and read member by member with problems that name the place.  A member that
 * nobody asked for is a problem too: a misspelt one must not be passed over.
 */
#include "format/json_reader.h"

#include <string.h>

#include <jansson.h>

#include "base/utf8.h"
#include "base/banned.h"

enum { NAME_SHOWN = 40 }; /* bytes of a name in a message */

const struct json_limits json_limits_import = { .bytes = 4 << 20, .depth = 12, .values = 60000 };

static void
json_reader_add_problem(struct json_problems *problems, const char *where, const char *text)
{
	if (problems->listed == NULL)
		problems->listed = arena_array(problems->arena, JSON_PROBLEMS_LISTED,
		    sizeof(*problems->listed));
	if (problems->count < JSON_PROBLEMS_LISTED)
		problems->listed[problems->count] = (struct json_problem){ .where = where,
			.text = text };
	problems->count++;
}

/* A name as it is shown: no longer than that, and no half a character. */
static const char *
short_name(struct arena *arena, const char *name)
{
	size_t length = strlen(name);

	if (length <= NAME_SHOWN)
		return name;
	for (length = NAME_SHOWN; ((unsigned char)name[length] & 0xc0) == 0x80; length--)
		;
	return arena_format(arena, "%.*s…", (int)length, name);
}

static void
add_place(struct buffer *place, const struct json *value)
{
	if (value->parent == NULL)
		return;
	add_place(place, value->parent);
	if (value->name == NULL)
		buffer_format(place, "[%zu]", (size_t)(value - value->parent->members));
	else
		buffer_format(place, "%s%s", place->length > 0 ? "." : "",
		    short_name(place->arena, value->name));
}

static const char *
json_reader_place_of(struct arena *arena, const struct json *value)
{
	struct buffer place = { .arena = arena };

	buffer_text(&place, "");
	if (value != NULL)
		add_place(&place, value);
	return place.bytes;
}

void
json_problem(struct json_problems *problems, const struct json *value, const char *format, ...)
{
	va_list arguments;
	const char *text;

	va_start(arguments, format);
	text = arena_vformat(problems->arena, format, arguments);
	va_end(arguments);
	json_reader_add_problem(problems, json_reader_place_of(problems->arena, value), text);
}

/* ---- the file ------------------------------------------------------------- */

/*
 * Depth and, from commas and brackets, no fewer values than there are: what
 * the parser would make of them costs a hundred times their bytes.
 */
static bool
within(const char *bytes, size_t length, const struct json_limits *limits)
{
	size_t depth = 0, values = 1;
	bool quoted = false;

	for (size_t at = 0; at < length; at++) {
		char byte = bytes[at];

		if (quoted) {
			if (byte == '\\')
				at++;
			quoted = byte != '"';
			continue;
		}
		quoted = byte == '"';
		values += byte == ',' || byte == '[' || byte == '{';
		if (byte == '[' || byte == '{')
			depth++;
		else if ((byte == ']' || byte == '}') && depth > 0)
			depth--;
		if (depth > limits->depth || values > limits->values)
			return false;
	}
	return true;
}

static const char *
error_text(enum json_error_code code)
{
	switch (code) {
	case json_error_duplicate_key:
		return "Satu nama ada dua kali dalam objek yang sama. Hapus "
		       "salah satunya.";
	case json_error_numeric_overflow:
		return "Angka ini terlalu besar.";
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return "Ada karakter NUL. Hapus karakter itu.";
	case json_error_premature_end_of_input:
		return "Berkas JSON ini terpotong sebelum selesai. Unduh "
		       "atau kirim sekali lagi.";
	case json_error_out_of_memory:
		return "Server kekurangan memori. Coba lagi nanti.";
	default:
		return "Berkas ini bukan JSON yang benar.";
	}
}

struct filling {
	struct json_problems *problems;
	bool sound; /* names and texts */
};

static const char *
json_reader_take_text(struct filling *filling, const struct json *value, const char *text,
    size_t length, bool lines)
{
	if (filling->sound && utf8_text(text, length, lines) != UTF8_OK) {
		json_problem(filling->problems, value,
		    "Ada karakter kendali "
		    "yang tidak terlihat. Hapus karakter itu.");
		filling->sound = false;
	}
	return arena_copy(filling->problems->arena, text, length);
}

static void json_reader_fill(struct filling *, struct json *, const json_t *);

static void
fill_object(struct filling *filling, struct json *value, json_t *from)
{
	struct arena *arena = filling->problems->arena;
	struct json *member;

	value->kind = JSON_IS_OBJECT;
	value->members = arena_array(arena, json_object_size(from) + 1, sizeof(*value->members));
	for (void *at = json_object_iter(from); at != NULL; at = json_object_iter_next(from, at)) {
		member = &value->members[value->count++];
		member->name = json_reader_take_text(filling, value, json_object_iter_key(at),
		    json_object_iter_key_len(at), false);
		member->parent = value;
		json_reader_fill(filling, member, json_object_iter_value(at));
	}
}

static void
json_reader_fill_list(struct filling *filling, struct json *value, const json_t *from)
{
	value->kind = JSON_IS_LIST;
	value->members = arena_array(filling->problems->arena, json_array_size(from) + 1,
	    sizeof(*value->members));
	for (; value->count < json_array_size(from); value->count++) {
		struct json *member = &value->members[value->count];

		member->parent = value;
		json_reader_fill(filling, member, json_array_get(from, value->count));
	}
}

static void
json_reader_fill(struct filling *filling, struct json *value, const json_t *from)
{
	switch (json_typeof(from)) {
	case JSON_OBJECT:
		/* Iterating takes an object that could be changed. */
		fill_object(filling, value, (json_t *)(uintptr_t)from);
		break;
	case JSON_ARRAY:
		json_reader_fill_list(filling, value, from);
		break;
	case JSON_STRING:
		value->kind = JSON_IS_TEXT;
		value->text = json_reader_take_text(filling, value, json_string_value(from),
		    json_string_length(from), true);
		break;
	case JSON_INTEGER:
		value->kind = JSON_IS_WHOLE;
		value->number = json_integer_value(from);
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		value->kind = JSON_IS_FLAG;
		value->number = json_is_true(from);
		break;
	case JSON_REAL:
		value->kind = JSON_IS_FRACTION;
		break;
	case JSON_NULL:
		value->kind = JSON_IS_NULL;
		break;
	}
}

struct json *
json_read(struct json_problems *problems, const char *bytes, size_t length,
    const struct json_limits *limits)
{
	static const char mark[] = "\xef\xbb\xbf";
	struct filling filling = { .problems = problems, .sound = true };
	struct json *file = NULL;
	json_error_t error;
	json_t *parsed;

	if (length >= sizeof(mark) - 1 && memcmp(bytes, mark, sizeof(mark) - 1) == 0) {
		bytes += sizeof(mark) - 1;
		length -= sizeof(mark) - 1;
	}
	if (length > limits->bytes || !within(bytes, length, limits)) {
		json_reader_add_problem(problems, "",
		    "Isinya jauh lebih banyak, atau "
		    "lebih dalam bertingkat, daripada berkas seperti ini.");
		return NULL;
	}
	switch (utf8_text(bytes, length, true)) {
	case UTF8_OK:
		break;
	case UTF8_INVALID:
		json_reader_add_problem(problems, "",
		    "Huruf dalam berkas ini tidak "
		    "terbaca. Simpan sebagai UTF-8.");
		return NULL;
	default:
		json_reader_add_problem(problems, "",
		    "Ada karakter kendali yang tidak "
		    "terlihat. Berkas JSON tidak memuatnya.");
		return NULL;
	}
	parsed = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
	if (parsed == NULL) {
		json_reader_add_problem(problems,
		    error.line > 0 ? arena_format(problems->arena, "baris %d, karakter ke-%d",
					 error.line, error.column) :
				     "",
		    error_text(json_error_code(&error)));
		return NULL;
	}
	file = arena_alloc(problems->arena, sizeof(*file));
	json_reader_fill(&filling, file, parsed);
	json_decref(parsed);
	return filling.sound ? file : NULL;
}

/* ---- values --------------------------------------------------------------- */

static struct json *
json_reader_find(const struct json *object, const char *name)
{
	if (object == NULL || object->kind != JSON_IS_OBJECT)
		return NULL;
	for (size_t at = 0; at < object->count; at++)
		if (strcmp(object->members[at].name, name) == 0)
			return &object->members[at];
	return NULL;
}

struct json *
json_member(struct json_problems *problems, struct json *object, const char *name,
    enum json_presence presence)
{
	struct json *member = json_reader_find(object, name);

	if (object == NULL)
		return NULL;
	if (member == NULL) {
		if (presence != JSON_OPTIONAL)
			json_problem(problems, object, "“%s” wajib ada.", name);
		return NULL;
	}
	member->seen = true;
	if (member->kind != JSON_IS_NULL)
		return member;
	if (presence == JSON_REQUIRED)
		json_problem(problems, member,
		    "Wajib diisi, tidak boleh "
		    "null.");
	return NULL;
}

void
json_refuse_others(struct json_problems *problems, const struct json *object)
{
	if (object == NULL)
		return;
	for (size_t at = 0; at < object->count; at++)
		if (!object->members[at].seen)
			json_problem(problems, &object->members[at],
			    "Nama "
			    "ini tidak dikenal. Hapus, atau periksa ejaannya.");
}

struct json *
json_as_object(struct json_problems *problems, struct json *value)
{
	if (value == NULL || value->kind == JSON_IS_OBJECT)
		return value;
	json_problem(problems, value, "Harus objek: { … }.");
	return NULL;
}

struct json *
json_as_list(struct json_problems *problems, struct json *value, size_t min, size_t max)
{
	if (value == NULL)
		return NULL;
	if (value->kind != JSON_IS_LIST)
		json_problem(problems, value, "Harus daftar: [ … ].");
	else if (value->count >= min && value->count <= max)
		return value;
	else if (min == max)
		json_problem(problems, value, "Harus %zu isi, di sini %zu.", min, value->count);
	else
		json_problem(problems, value,
		    "Harus %zu sampai %zu isi, di "
		    "sini %zu.",
		    min, max, value->count);
	return NULL;
}

size_t
json_count(const struct json *list)
{
	return list == NULL ? 0 : list->count;
}

struct json *
json_at(struct json *list, size_t at)
{
	return list == NULL || at >= list->count ? NULL : &list->members[at];
}

const char *
json_as_text(struct json_problems *problems, const struct json *value, size_t max, unsigned flags)
{
	const char *text;

	if (value == NULL)
		return "";
	if (value->kind != JSON_IS_TEXT) {
		json_problem(problems, value,
		    "Harus teks dalam tanda "
		    "kutip.");
		return "";
	}
	text = value->text;
	if (flags & JSON_FILLED && text[strspn(text, " \t\r\n")] == '\0')
		json_problem(problems, value, "Kosong. Isi dahulu.");
	else if (utf8_characters(text) > max)
		json_problem(problems, value,
		    "%zu karakter, paling panjang "
		    "%zu. Ringkas dahulu.",
		    utf8_characters(text), max);
	else if (!(flags & JSON_LINES) && text[strcspn(text, "\t\r\n")] != '\0')
		json_problem(problems, value, "Harus satu baris, tanpa tab.");
	else
		return text;
	return "";
}

int
json_as_choice(struct json_problems *problems, const struct json *value, const char *const *words)
{
	struct buffer list = { .arena = problems->arena };

	if (value == NULL)
		return -1;
	for (int at = 0; value->kind == JSON_IS_TEXT && words[at] != NULL; at++)
		if (strcmp(value->text, words[at]) == 0)
			return at;
	for (int at = 0; words[at] != NULL; at++)
		buffer_format(&list, "%s“%s”", at > 0 ? ", " : "", words[at]);
	json_problem(problems, value, "Harus salah satu dari: %s.", list.bytes);
	return -1;
}

bool
json_as_whole(struct json_problems *problems, const struct json *value, int64_t min, int64_t max,
    int64_t *number)
{
	if (value == NULL)
		return false;
	if (value->kind != JSON_IS_WHOLE || value->number < min || value->number > max) {
		json_problem(problems, value,
		    "Harus bilangan bulat %lld "
		    "sampai %lld.",
		    (long long)min, (long long)max);
		return false;
	}
	*number = value->number;
	return true;
}

bool
json_as_flag(struct json_problems *problems, const struct json *value)
{
	if (value == NULL)
		return false;
	if (value->kind != JSON_IS_FLAG) {
		json_problem(problems, value, "Harus true atau false.");
		return false;
	}
	return value->number != 0;
}

const char *
json_hint(const struct json *object, const char *name)
{
	const struct json *member = json_reader_find(object, name);

	return member != NULL && member->kind == JSON_IS_TEXT ? member->text : "";
}
