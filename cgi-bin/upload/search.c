/* SPDX-License-Identifier: ISC */
/*
 * What a person types into the search, made into what the database is asked:
 * words for the full-text index, LIKE for what is too short for it.  Nothing
 * typed is ever an operator.
 */
#include "upload/search.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/banned.h"

enum {
	WORD_MIN = 3,        /* innodb_ft_min_token_size, as it comes */
	WORD_MAX = 60,       /* bytes; the index knows 84 characters */
	EXCERPT_BEFORE = 70, /* bytes */
	EXCERPT_MAX = 220
};

/* Words that InnoDB leaves out of its index unless told otherwise, of three
 * letters and more (INFORMATION_SCHEMA.INNODB_FT_DEFAULT_STOPWORD). */
static const char *const left_out[] = { "about", "are", "com", "for", "from", "how", "that", "the",
	"this", "was", "what", "when", "where", "who", "will", "with", "und", "www" };

/*
 * What the index takes for part of a word: letters, digits, the underscore.
 * Of what is not ASCII all but general punctuation and the signs of Latin-1.
 */
static size_t
word_part(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	size_t length = 1;

	if (*at < 0x80)
		return isalnum(*at) || *at == '_' ? 1 : 0;
	if ((at[0] == 0xe2 && (at[1] == 0x80 || at[1] == 0x81)) || (at[0] == 0xc2 && at[1] < 0xc0))
		return 0;
	while ((at[length] & 0xc0) == 0x80)
		length++;
	return length;
}

static size_t
word_length(const char *text)
{
	size_t length = 0, part;

	while ((part = word_part(text + length)) > 0)
		length += part;
	return length;
}

static size_t
characters(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t at = 0; at < length; at++)
		if (((unsigned char)text[at] & 0xc0) != 0x80)
			count++;
	return count;
}

static bool
is_left_out(const char *text, size_t length)
{
	for (size_t at = 0; at < sizeof(left_out) / sizeof(left_out[0]); at++)
		if (strlen(left_out[at]) == length && strncasecmp(left_out[at], text, length) == 0)
			return true;
	return false;
}

/* One piece between spaces: its words, and itself where one is short. */
static void
read_piece(struct search *search, struct arena *arena, const char *piece, size_t length)
{
	bool is_short = false;

	for (size_t at = 0; at < length;) {
		size_t word = word_length(piece + at);

		if (word == 0) {
			do
				at++;
			while (at < length && ((unsigned char)piece[at] & 0xc0) == 0x80);
			continue;
		}
		if (characters(piece + at, word) < WORD_MIN)
			is_short = true;
		else if (word <= WORD_MAX && !is_left_out(piece + at, word) &&
		    search->word_count < SEARCH_WORDS)
			search->words[search->word_count++] = arena_copy(arena, piece + at, word);
		at += word;
	}
	if (is_short && search->short_count < SEARCH_SHORT)
		search->parts[search->short_count++] = db_like(arena,
		    arena_copy(arena, piece, length));
}

void
search_read(struct search *search, struct arena *arena, const char *text)
{
	*search = (struct search){ .text = text, .pattern = "" };
	for (size_t at = 0; at < SEARCH_SHORT; at++)
		search->parts[at] = "";
	if (*text == '\0')
		return;
	search->pattern = db_like(arena, text);
	while (*text != '\0') {
		size_t length = strcspn(text, " ");

		read_piece(search, arena, text, length);
		text += length + (text[length] == ' ');
	}
}

bool
search_inside(const struct search *search)
{
	return search->word_count > 0;
}

const char *
search_boolean(const struct search *search, struct arena *arena, const char *scope)
{
	struct buffer query = { .arena = arena };

	buffer_format(&query, "+%s", scope);
	for (size_t at = 0; at < search->word_count; at++)
		buffer_format(&query, " +%s*", search->words[at]);
	return query.bytes;
}

const char *
search_anchor(const struct search *search)
{
	const char *longest = "";

	for (size_t at = 0; at < search->word_count; at++)
		if (strlen(search->words[at]) > strlen(longest))
			longest = search->words[at];
	return longest;
}

/* ---- excerpts ------------------------------------------------------------------ */

/* Length of the longest word looked for that stands at this place, or 0. */
static size_t
found_at(const struct search *search, const char *text, size_t length)
{
	size_t longest = 0;

	for (size_t at = 0; at < search->word_count; at++) {
		size_t word = strlen(search->words[at]);

		if (word > longest && word <= length &&
		    strncasecmp(text, search->words[at], word) == 0)
			longest = word;
	}
	return longest;
}

/* The body as one line. */
static char *
one_line(struct arena *arena, const char *body, size_t *length)
{
	struct buffer line = { .arena = arena };

	buffer_text(&line, "");
	for (; *body != '\0'; body++)
		if (strchr(" \t\n", *body) == NULL)
			buffer_char(&line, *body);
		else if (line.length > 0 && line.bytes[line.length - 1] != ' ')
			buffer_char(&line, ' ');
	*length = line.length;
	return line.bytes;
}

/* The window of the line that is shown: whole words around the first place. */
static bool
cut_window(const struct search *search, const char *line, size_t length, size_t *from,
    size_t *until)
{
	size_t at = 0;

	while (at < length && found_at(search, line + at, length - at) == 0)
		at++;
	if (at == length)
		return false;
	*from = at > EXCERPT_BEFORE ? at - EXCERPT_BEFORE : 0;
	while (*from > 0 && *from < at && line[*from - 1] != ' ')
		(*from)++;
	*until = *from + EXCERPT_MAX < length ? *from + EXCERPT_MAX : length;
	while (*until<length && * until> at + 1 && line[*until] != ' ')
		(*until)--;
	if (*until <= at + 1)
		*until = length;
	return true;
}

static void
add_piece(struct arena *arena, struct node *list, size_t *row, const char *text, size_t length,
    bool found)
{
	struct node *node;

	if (length == 0)
		return;
	node = node_row(list, (*row)++);
	node_set(node, "text", arena_copy(arena, text, length));
	if (found)
		node_set(node, "found", "1");
}

void
search_excerpt(const struct search *search, struct arena *arena, struct node *list,
    const char *body)
{
	size_t length, from, until, row = 0, plain;
	const char *line = one_line(arena, body, &length);

	if (!cut_window(search, line, length, &from, &until))
		return;
	if (from > 0)
		add_piece(arena, list, &row, "… ", strlen("… "), false);
	plain = from;
	for (size_t at = from; at < until;) {
		size_t found = found_at(search, line + at, until - at);

		if (found == 0) {
			at++;
			continue;
		}
		add_piece(arena, list, &row, line + plain, at - plain, false);
		add_piece(arena, list, &row, line + at, found, true);
		at += found;
		plain = at;
	}
	add_piece(arena, list, &row, line + plain, until - plain, false);
	if (until < length)
		add_piece(arena, list, &row, " …", strlen(" …"), false);
}
