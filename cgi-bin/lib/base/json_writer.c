/* SPDX-License-Identifier: ISC */
/*
 * JSON as it goes out: texts escaped, commas set by what stands before, so
 * that no caller can write one that does not parse.
 */
#include "base/json_writer.h"

#include "base/banned.h"

void
json_text(struct buffer *buffer, const char *text)
{
	buffer_char(buffer, '"');
	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte == '"' || byte == '\\')
			buffer_format(buffer, "\\%c", byte);
		else if (byte < ' ')
			buffer_format(buffer, "\\u%04x", byte);
		else
			buffer_char(buffer, *text);
	}
	buffer_char(buffer, '"');
}

/* A value stands first where a bracket was opened just before. */
static void
separate(struct buffer *json)
{
	char last = json->length > 0 ? json->bytes[json->length - 1] : '{';

	if (last != '{' && last != '[')
		buffer_char(json, ',');
}

void
json_name(struct buffer *json, const char *name)
{
	separate(json);
	if (name != NULL) {
		json_text(json, name);
		buffer_char(json, ':');
	}
}

void
json_put(struct buffer *json, const char *name, const char *text)
{
	json_name(json, name);
	json_text(json, text);
}

void
json_put_or_null(struct buffer *json, const char *name, const char *text)
{
	if (*text != '\0') {
		json_put(json, name, text);
		return;
	}
	json_put_null(json, name);
}

void
json_number(struct buffer *json, const char *name, int64_t number)
{
	json_name(json, name);
	buffer_format(json, "%lld", (long long)number);
}

void
json_put_null(struct buffer *json, const char *name)
{
	json_name(json, name);
	buffer_text(json, "null");
}

void
json_flag(struct buffer *json, const char *name, bool flag)
{
	json_name(json, name);
	buffer_text(json, flag ? "true" : "false");
}

void
json_open(struct buffer *json, const char *name, char bracket)
{
	if (json->length > 0)
		json_name(json, name);
	buffer_char(json, bracket);
}

void
json_close(struct buffer *json, char bracket)
{
	buffer_char(json, bracket);
}
