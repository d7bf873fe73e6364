/* SPDX-License-Identifier: ISC */
/*
 * A level's checklist as one text, as cells of a table and forms have it:
 * documents one after the other, with marks for what is compulsory and what
 * must be signed.  What comes in goes out the same.
 */
#include "format/instrument_json.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/banned.h"

enum { NUMBER_MAX = 9999 };

static const char signature_mark[] = "(ttd)", compulsory_mark[] = "(wajib)",
		  optional_mark[] = "(tidak wajib)";
static const char blanks[] = " \t\r\n", trailing[] = " \t\r\n.";

/* ---- in ------------------------------------------------------------------- */

/* Whether what stands there has lost its meaning to a backslash. */
static bool
is_plain(const char *from, const char *at)
{
	size_t count = 0;

	while (at > from && *--at == '\\')
		count++;
	return count % 2 == 1;
}

static const char *
without_trailing(const char *from, const char *end)
{
	while (end > from && strchr(trailing, end[-1]) != NULL && !is_plain(from, end - 1))
		end--;
	return end;
}

/* The title between the two, without backslashes, in one line. */
static char *
checklist_title_of(struct arena *arena, const char *from, const char *end)
{
	char *title, *to;
	bool kept;

	while (from < end && (strchr(blanks, *from) != NULL || *from == '+'))
		from++;
	end = without_trailing(from, end);
	kept = from < end && *from == '\\';
	title = to = arena_copy(arena, from, (size_t)(end - from));
	for (const char *at = from; at < end; at++) {
		if (*at == '\\' && at + 1 < end && (at == from || strchr(";.(\\", at[1]) != NULL))
			at++;
		*to++ = strchr(blanks, *at) != NULL ? ' ' : *at;
	}
	*to = '\0';
	if (!kept)
		*title = (char)toupper((unsigned char)*title);
	return title;
}

/* Takes a mark away from the end of a part: whether it was there. */
static bool
take_mark(const char *from, const char **end, const char *mark)
{
	const char *at = without_trailing(from, *end);
	size_t length = strlen(mark);

	if ((size_t)(at - from) < length || strncasecmp(at - length, mark, length) != 0 ||
	    is_plain(from, at - length))
		return false;
	*end = at - length;
	return true;
}

static size_t
part_length(const char *text)
{
	size_t length = 0;

	while (text[length] != '\0' && text[length] != ';')
		length += text[length] == '\\' && text[length + 1] != '\0' ? 2 : 1;
	return length;
}

static bool
has_other(const struct instrument_level *level)
{
	for (size_t at = 0; at < level->item_count; at++)
		if (strcmp(level->items[at].title, INSTRUMENT_OTHER) == 0)
			return true;
	return false;
}

void
instrument_items(struct arena *arena, struct instrument_level *level, const char *examples)
{
	size_t most = 2;
	bool marked = false;

	for (const char *at = examples; *at != '\0'; at++)
		most += *at == ';';
	level->items = arena_array(arena, most, sizeof(*level->items));
	level->item_count = 0;
	while (*examples != '\0') {
		size_t length = part_length(examples);
		struct instrument_item *item = &level->items[level->item_count];
		const char *end = examples + length;
		bool optional = take_mark(examples, &end, optional_mark);

		item->compulsory = !optional && take_mark(examples, &end, compulsory_mark);
		item->needs_signature = take_mark(examples, &end, signature_mark);
		item->title = checklist_title_of(arena, examples, end);
		if (*item->title != '\0') {
			marked = marked || optional || item->compulsory;
			level->item_count++;
		}
		examples += length + (examples[length] == ';');
	}
	if (!marked && level->item_count > 0)
		level->items[0].compulsory = true;
	if (!has_other(level))
		level->items[level->item_count++] = (struct instrument_item){
			.title = INSTRUMENT_OTHER
		};
}

const char *const instrument_help_names[HELP_TEXTS] = {
	[HELP_COUNTS] = "counts", [HELP_COUNTS_NOT] = "counts_not", [HELP_EXAMPLE] = "example"
};

void
instrument_help_lines(struct arena *arena, struct instrument_level *level,
    enum instrument_help help, const char *lines)
{
	for (size_t at = 0; at < level->item_count && *lines != '\0'; at++) {
		size_t length = strcspn(lines, "\n");

		level->items[at].help[help] = arena_copy(arena, lines, length);
		lines += length + (lines[length] == '\n');
	}
}

void
instrument_help_text(struct buffer *text, const struct instrument_level *level,
    enum instrument_help help)
{
	size_t lines = 0;

	buffer_text(text, "");
	for (size_t at = 0; at < level->item_count; at++) {
		const char *line = level->items[at].help[help];

		if (line == NULL || *line == '\0')
			continue;
		for (; lines < at; lines++)
			buffer_char(text, '\n');
		buffer_text(text, line);
	}
}

/* ---- out ------------------------------------------------------------------ */

static bool
is_mark(const char *text)
{
	return strcasecmp(text, signature_mark) == 0 || strcasecmp(text, compulsory_mark) == 0 ||
	    strcasecmp(text, optional_mark) == 0;
}

static void
add_title(struct buffer *text, const char *title)
{
	if (islower((unsigned char)*title) || *title == '+')
		buffer_char(text, '\\');
	for (; *title != '\0'; title++) {
		if (*title == ';' || *title == '\\' || is_mark(title) || strcmp(title, ".") == 0)
			buffer_char(text, '\\');
		buffer_char(text, *title);
	}
}

/* The one that the reader would add itself need not be written. */
static size_t
written(const struct instrument_level *level)
{
	size_t count = level->item_count;
	const struct instrument_item *last = count == 0 ? NULL : &level->items[count - 1];

	return count > 0 && strcmp(last->title, INSTRUMENT_OTHER) == 0 && !last->compulsory &&
		!last->needs_signature ?
	    count - 1 :
	    count;
}

void
instrument_items_text(struct buffer *text, const struct instrument_level *level)
{
	size_t count = written(level);
	bool marked = false;

	buffer_text(text, "");
	for (size_t at = 0; at < count; at++)
		marked = marked || level->items[at].compulsory;
	for (size_t at = 0; at < count; at++) {
		const struct instrument_item *item = &level->items[at];
		const char *mark = item->compulsory ? compulsory_mark :
		    !marked && at == 0              ? optional_mark :
						      "";

		if (at > 0)
			buffer_text(text, "; ");
		add_title(text, item->title);
		if (item->needs_signature)
			buffer_format(text, " %s", signature_mark);
		if (*mark != '\0')
			buffer_format(text, " %s", mark);
	}
}

/* ---- scores --------------------------------------------------------------- */

bool
instrument_tenths(const char *text, int64_t *tenths)
{
	int64_t number = 0;
	const char *at = text;

	for (; *at >= '0' && *at <= '9' && number <= NUMBER_MAX; at++)
		number = number * 10 + (*at - '0');
	if (at == text || number > NUMBER_MAX)
		return false;
	*tenths = number * 10;
	if (*at == '\0')
		return true;
	if ((*at != '.' && *at != ',') || at[1] < '0' || at[1] > '9' || at[2] != '\0')
		return false;
	*tenths += at[1] - '0';
	return true;
}
