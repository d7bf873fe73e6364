/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_SEARCH_WORD_H
#define FORMAT_SEARCH_WORD_H

#include "base/arena.h"

/*
 * What InnoDB's full-text index takes for a word, so that whoever stores a text
 * and whoever looks for it mean the same.  Words of one or two letters are too
 * short for it (innodb_ft_min_token_size is 3, and a host may not let us change
 * it): SK, SP and HC stand in a column of their own as longer ones.
 */
enum { SEARCH_WORD_MIN = 3, SEARCH_TOKEN = 8 };

/* Bytes of the word that begins here, 0 where none does. */
size_t search_word_length(const char *text);

/* Bytes of the one character that begins here, whatever it is. */
size_t search_character(const char *text);

/* "k2sk" of "SK": how such a word stands in file_text.short_words.  False for
 * one that is not short, or not of ASCII alone. */
bool search_short_word(char token[SEARCH_TOKEN], const char *word, size_t length);

/* All short words of a text as such tokens, each once, with spaces between. */
const char *search_short_words(struct arena *, const char *text);

#endif
