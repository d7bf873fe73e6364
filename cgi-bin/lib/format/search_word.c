/* SPDX-License-Identifier: ISC */
/*
 * Words as the full-text index of the database parts them, and those that are
 * too short for it, made longer.
 */
#include "format/search_word.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/banned.h"

enum { LETTERS = 36, SHORT_MAX = 2 };

static const char alphabet[LETTERS + 1] = "0123456789abcdefghijklmnopqrstuvwxyz";

size_t
search_character(const char *text)
{
	size_t length = 1;

	while (((unsigned char)text[length] & 0xc0) == 0x80)
		length++;
	return length;
}

/*
 * Letters, digits, the underscore; of what is not ASCII all but general
 * punctuation and the signs of Latin-1.
 */
static size_t
word_part(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	if (*at < 0x80)
		return isalnum(*at) || *at == '_' ? 1 : 0;
	if ((at[0] == 0xe2 && (at[1] == 0x80 || at[1] == 0x81)) || (at[0] == 0xc2 && at[1] < 0xc0))
		return 0;
	return search_character(text);
}

size_t
search_word_length(const char *text)
{
	size_t length = 0, part;

	while ((part = word_part(text + length)) > 0)
		length += part;
	return length;
}

bool
search_short_word(char token[SEARCH_TOKEN], const char *word, size_t length)
{
	if (length == 0 || length > SHORT_MAX)
		return false;
	memcpy(token, "k2", 2);
	for (size_t at = 0; at < length; at++) {
		if ((unsigned char)word[at] >= 0x80 || !isalnum((unsigned char)word[at]))
			return false;
		token[2 + at] = (char)tolower((unsigned char)word[at]);
	}
	token[2 + length] = '\0';
	return true;
}

static size_t
letter_of(char letter)
{
	return (size_t)(strchr(alphabet, letter) - alphabet);
}

const char *
search_short_words(struct arena *arena, const char *text)
{
	/* Of one letter in the first row, the second letter's place is 0. */
	bool seen[LETTERS][LETTERS + 1] = { { false } };
	struct buffer words = { .arena = arena };
	char token[SEARCH_TOKEN];

	while (*text != '\0') {
		size_t length = search_word_length(text);

		if (search_short_word(token, text, length))
			seen[letter_of(token[2])][length == 1 ? 0 : 1 + letter_of(token[3])] = true;
		text += length > 0 ? length : search_character(text);
	}
	buffer_text(&words, "");
	for (size_t first = 0; first < LETTERS; first++)
		for (size_t second = 0; second <= LETTERS; second++)
			if (seen[first][second])
				buffer_format(&words, "%sk2%c%.1s", words.length > 0 ? " " : "",
				    alphabet[first], second == 0 ? "" : alphabet + second - 1);
	return words.bytes;
}
