/* SPDX-License-Identifier: ISC */
/*
 * Whether two names say the same: spaces, capitals, punctuation and the marks of
 * word processors make no other agency and no other person.
 */
#include "rules/name_text.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

/* What parts words beside ASCII punctuation: blanks that do not break or have
 * no width, curly quotes, dashes. */
static const char *const marks[] = {
	"\xc2\xa0",
	"\xe2\x80\x8b",
	"\xef\xbb\xbf",
	"‘",
	"’",
	"“",
	"”",
	"–",
	"—",
	"…",
};

/* Bytes of something that is no part of a word, or 0. */
static size_t
gap(const char *text)
{
	if (*text == '\0' || *text == '&')
		return 0;
	if (isspace((unsigned char)*text) || ispunct((unsigned char)*text))
		return 1;
	if ((unsigned char)*text < 0x80) /* of ASCII: asked of each letter */
		return 0;
	for (size_t at = 0; at < sizeof(marks) / sizeof(marks[0]); at++)
		if (strncmp(text, marks[at], strlen(marks[at])) == 0)
			return strlen(marks[at]);
	return 0;
}

struct word {
	const char *at;
	size_t length;
};

/* The next word, empty at the end. */
static struct word
next_word(const char **text, const char *end)
{
	struct word word;
	size_t length;

	while (*text < end && (length = gap(*text)) > 0)
		*text += length;
	word.at = *text;
	if (*text < end && **text == '&') {
		(*text)++;
		return (struct word){ "dan", 3 };
	}
	while (*text < end && **text != '&' && gap(*text) == 0)
		(*text)++;
	word.length = (size_t)(*text - word.at);
	return word;
}

static bool
same_until(const char *one, const char *one_end, const char *other, const char *other_end)
{
	struct word left, right;

	do {
		left = next_word(&one, one_end);
		right = next_word(&other, other_end);
		if (left.length != right.length || strncasecmp(left.at, right.at, left.length) != 0)
			return false;
	} while (left.length > 0);
	return true;
}

bool
name_same(const char *one, const char *other)
{
	return same_until(one, one + strlen(one), other, other + strlen(other));
}

static void
key_until(char *out, const char *name, const char *end)
{
	struct word word;

	while ((word = next_word(&name, end)).length > 0) {
		for (size_t at = 0; at < word.length; at++)
			*out++ = (char)tolower((unsigned char)word.at[at]);
		*out++ = ' ';
	}
	*out = '\0';
}

void
name_key(char *out, const char *name)
{
	key_until(out, name, name + strlen(name));
}

/* Behind "Dr. Hj. ", of which the name itself is none. */
static const char *
without_titles(const char *name)
{
	static const char *const titles[] = { "prof", "dr", "drs", "dra", "drg", "drh", "ir", "h",
		"hj", "kh", "apt", "ns" };
	const char *at = name, *end = name + strlen(name);
	bool found = true;

	while (found && at < end) {
		struct word word = next_word(&at, end);

		found = false;
		for (size_t each = 0; each < sizeof(titles) / sizeof(titles[0]); each++)
			if (word.length == strlen(titles[each]) &&
			    strncasecmp(word.at, titles[each], word.length) == 0)
				found = true;
		if (found)
			name = at;
	}
	return name;
}

/* Up to the comma, or up to what has a dot inside: "S.Sos". */
static const char *
before_degrees(const char *name)
{
	const char *end = name + strcspn(name, ",");

	for (;;) {
		const char *last;
		size_t length;

		while (end > name && isspace((unsigned char)end[-1]))
			end--;
		for (last = end; last > name && !isspace((unsigned char)last[-1]);)
			last--;
		length = (size_t)(end - last);
		if (last == name || length < 3 || memchr(last + 1, '.', length - 2) == NULL)
			return end;
		end = last;
	}
}

bool
name_same_person(const char *one, const char *other)
{
	one = without_titles(one);
	other = without_titles(other);
	return same_until(one, before_degrees(one), other, before_degrees(other));
}

void
name_person_key(char *out, const char *name)
{
	name = without_titles(name);
	key_until(out, name, before_degrees(name));
}

/* ---- regions ---------------------------------------------------------------------- */

enum region_kind { REGION_ANY, REGION_CITY, REGION_REGENCY, REGION_PROVINCE };

static bool
is_kind_word(struct word word, const char *text)
{
	return word.length == strlen(text) && strncasecmp(word.at, text, word.length) == 0;
}

/* A name without what kind of region it is, which is told. */
static const char *
region_bare(const char *name, enum region_kind *kind)
{
	static const struct {
		const char *word;
		enum region_kind kind;
	} kinds[] = {
		{ "pemerintah", REGION_ANY },
		{ "daerah", REGION_ANY },
		{ "administrasi", REGION_ANY },
		{ "adm", REGION_ANY },
		{ "kota", REGION_CITY },
		{ "kotamadya", REGION_CITY },
		{ "pemkot", REGION_CITY },
		{ "kabupaten", REGION_REGENCY },
		{ "kab", REGION_REGENCY },
		{ "pemkab", REGION_REGENCY },
		{ "provinsi", REGION_PROVINCE },
		{ "propinsi", REGION_PROVINCE },
		{ "prov", REGION_PROVINCE },
		{ "pemprov", REGION_PROVINCE },
	};
	const char *end = name + strlen(name), *rest = name;
	size_t at = 0;

	*kind = REGION_ANY;
	while (at < sizeof(kinds) / sizeof(kinds[0])) {
		const char *next = rest;
		struct word word = next_word(&next, end);

		for (at = 0; at < sizeof(kinds) / sizeof(kinds[0]); at++)
			if (is_kind_word(word, kinds[at].word))
				break;
		/* The last word is the name, whatever it says. */
		if (at == sizeof(kinds) / sizeof(kinds[0]) || *next == '\0')
			break;
		if (kinds[at].kind != REGION_ANY)
			*kind = kinds[at].kind;
		rest = next;
	}
	return rest;
}

bool
name_fits_region(const char *region, const char *name)
{
	enum region_kind own, asked;
	const char *bare = region_bare(region, &own);

	name = region_bare(name, &asked);
	return (asked == REGION_ANY || asked == own) && name_same(bare, name);
}
