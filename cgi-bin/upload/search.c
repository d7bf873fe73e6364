/* SPDX-License-Identifier: ISC */
/*
 * What a person types into the search, made into what the database is asked:
 * words for the full-text index, LIKE for what has to stand together.  Nothing
 * typed is ever an operator.
 */
#include "upload/search.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "format/search_word.h"
#include "base/banned.h"

enum {
	WORD_MAX = 60,       /* bytes; the index knows 84 characters */
	EXCERPT_BEFORE = 70, /* bytes */
	EXCERPT_MAX = 220
};

/* Words that InnoDB leaves out of its index unless told otherwise, of three
 * letters and more (INFORMATION_SCHEMA.INNODB_FT_DEFAULT_STOPWORD). */
static const char *const left_out[] = { "about", "are", "com", "for", "from", "how", "that", "the",
	"this", "was", "what", "when", "where", "who", "will", "with", "und", "www" };

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

static void
add_word(struct search *search, struct arena *arena, const char *word, size_t length)
{
	char token[SEARCH_TOKEN];
	bool known = characters(word, length) < SEARCH_WORD_MIN ?
	    search_short_word(token, word, length) :
	    length <= WORD_MAX && !is_left_out(word, length);

	if (known && search->word_count < SEARCH_WORDS)
		search->words[search->word_count++] = arena_copy(arena, word, length);
}

/* An apostrophe, a dash or a mark like them: people type one, and files have
 * another. */
static bool
is_interchangeable(const char *text)
{
	return *text == '\'' || *text == '-' || *text == '`' || strncmp(text, "\xe2\x80", 2) == 0 ||
	    strncmp(text, "\xe2\x88\x92", 3) == 0;
}

/*
 * A pattern of LIKE in which such a mark is any one character.  `together`: so
 * is whatever else parts words, in files; in titles it is itself, and between
 * words that a space parts there may be others.
 */
static const char *
loose_pattern(struct arena *arena, const char *text, size_t length, bool together)
{
	struct buffer pattern = { .arena = arena };

	buffer_char(&pattern, '%');
	for (size_t at = 0; at < length;) {
		size_t character = search_character(text + at);

		if (is_interchangeable(text + at) ||
		    (together && search_word_length(text + at) == 0))
			buffer_char(&pattern, '_');
		else if (text[at] == ' ')
			buffer_char(&pattern, '%');
		else {
			if (strchr("%_\\", text[at]) != NULL)
				buffer_char(&pattern, '\\');
			buffer_add(&pattern, text + at, character);
		}
		at += character;
	}
	buffer_char(&pattern, '%');
	return pattern.bytes;
}

/* One piece, a phrase or what stands between spaces: its words, and itself
 * from the first to the last of them where there are several. */
static void
read_piece(struct search *search, struct arena *arena, const char *piece, size_t length)
{
	size_t first = length, last = 0, count = 0;

	for (size_t at = 0; at < length;) {
		size_t word = search_word_length(piece + at);

		if (word == 0) {
			at += search_character(piece + at);
			continue;
		}
		add_word(search, arena, piece + at, word);
		first = count++ == 0 ? at : first;
		at += word;
		last = at;
	}
	if (count > 1 && search->part_count < SEARCH_PARTS)
		search->parts[search->part_count++] = loose_pattern(arena, piece + first,
		    last - first, true);
}

/* Bytes of a quotation mark, straight or curly, or 0. */
static size_t
quote_length(const char *text)
{
	return *text == '"' ?
	    1 :
	    strncmp(text, "\xe2\x80\x9c", 3) == 0 || strncmp(text, "\xe2\x80\x9d", 3) == 0 ||
		strncmp(text, "\xe2\x80\x9e", 3) == 0 ?
	    3 :
	    0;
}

/* Up to the next quotation mark, or the next space where `space` is set. */
static size_t
piece_length(const char *text, bool space)
{
	size_t length = 0;

	while (text[length] != '\0' && quote_length(text + length) == 0 &&
	    !(space && text[length] == ' '))
		length++;
	return length;
}

/* As typed, but for quotation marks, which no title has for our sake. */
static const char *
without_quotes(struct arena *arena, const char *text)
{
	struct buffer plain = { .arena = arena };

	buffer_text(&plain, "");
	while (*text != '\0') {
		size_t quote = quote_length(text);

		if (quote == 0)
			buffer_char(&plain, *text);
		text += quote > 0 ? quote : 1;
	}
	return plain.bytes;
}

void
search_read(struct search *search, struct arena *arena, const char *text)
{
	const char *plain = without_quotes(arena, text);

	*search = (struct search){ .text = text, .pattern = "" };
	for (size_t at = 0; at < SEARCH_PARTS; at++)
		search->parts[at] = "";
	if (*text == '\0')
		return;
	search->plain = plain;
	search->pattern = loose_pattern(arena, plain, strlen(plain), false);
	while (*text != '\0') {
		size_t quote = quote_length(text);
		size_t length = piece_length(text + quote, quote == 0);

		/* A mark that none follows quotes nothing. */
		if (quote > 0 && text[quote + length] == '\0')
			length = piece_length(text + quote, true);
		else if (quote > 0)
			search->quoted = true;
		read_piece(search, arena, text + quote, length);
		text += quote + length;
		text += quote > 0 ? quote_length(text) : (*text == ' ');
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
	char token[SEARCH_TOKEN];

	buffer_format(&query, "+%s", scope);
	for (size_t at = 0; at < search->word_count; at++)
		if (search_short_word(token, search->words[at], strlen(search->words[at])))
			buffer_format(&query, " +%s", token);
		else
			buffer_format(&query, " +%s*", search->words[at]);
	return query.bytes;
}

const char *
search_anchor(const struct search *search, struct arena *arena)
{
	const char *longest = "";

	for (size_t at = 0; at < search->word_count; at++)
		if (strlen(search->words[at]) > strlen(longest))
			longest = search->words[at];
	/* Two letters stand in many a word; alone they stand between spaces. */
	return characters(longest, strlen(longest)) < SEARCH_WORD_MIN && *longest != '\0' ?
	    arena_format(arena, " %s ", longest) :
	    longest;
}

/* ---- excerpts ------------------------------------------------------------------ */

/* Length of the longest word looked for that stands at this place, or 0: as
 * the beginning of a word, a short one as the whole of it. */
static size_t
found_at(const struct search *search, const char *text, size_t length, bool begins)
{
	size_t longest = 0;

	for (size_t at = 0; begins && at < search->word_count; at++) {
		size_t word = strlen(search->words[at]);

		if (word > longest && word <= length &&
		    strncasecmp(text, search->words[at], word) == 0 &&
		    (characters(search->words[at], word) >= SEARCH_WORD_MIN ||
			search_word_length(text) == word))
			longest = word;
	}
	return longest;
}

/* Whether a word may begin at this place of the line. */
static bool
begins_at(const char *line, size_t at)
{
	if (((unsigned char)line[at] & 0xc0) == 0x80)
		return false;
	if (at == 0)
		return true;
	do
		at--;
	while (at > 0 && ((unsigned char)line[at] & 0xc0) == 0x80);
	return search_word_length(line + at) == 0;
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

	while (at < length && found_at(search, line + at, length - at, begins_at(line, at)) == 0)
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
		size_t found = found_at(search, line + at, until - at, begins_at(line, at));

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
