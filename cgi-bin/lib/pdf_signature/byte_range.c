/* SPDX-License-Identifier: ISC */
/*
 * Where the signatures of a PDF are: which bytes each covers and where its CMS
 * stands (ISO 32000-1, 12.8.1).  The file is a stranger's and may say
 * anything, so a gap that is not exactly the text of /Contents is no
 * signature.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pdf_signature/byte_range.h"
#include "base/banned.h"

/* A stretch of the file that is read from its start. */
struct text {
	const unsigned char *at, *end;
};

static bool
is_space(unsigned char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r' && byte != '\v') || byte == '\0';
}

static void
skip_spaces(struct text *text)
{
	while (text->at < text->end && is_space(*text->at))
		text->at++;
}

static bool
byte_range_take(struct text *text, const char *token)
{
	size_t length = strlen(token);

	skip_spaces(text);
	if ((size_t)(text->end - text->at) < length || memcmp(text->at, token, length) != 0)
		return false;
	text->at += length;
	return true;
}

/* A whole number without a sign, at most as large as a file may be. */
static bool
byte_range_take_number(struct text *text, size_t *number)
{
	size_t digits = 0;

	skip_spaces(text);
	*number = 0;
	for (; text->at < text->end && *text->at >= '0' && *text->at <= '9'; text->at++, digits++) {
		if (digits == 15)
			return false;
		*number = *number * 10 + (size_t)(*text->at - '0');
	}
	return digits > 0;
}

static const unsigned char *
byte_range_find(const unsigned char *from, const unsigned char *end, const char *word)
{
	return from < end ? memmem(from, (size_t)(end - from), word, strlen(word)) : NULL;
}

static const unsigned char *
find_last(const unsigned char *from, const unsigned char *end, const char *word)
{
	const unsigned char *last = NULL, *next;

	for (; (next = byte_range_find(from, end, word)) != NULL; from = next + 1)
		last = next;
	return last;
}

static bool
is_hexadecimal(const unsigned char *at, const unsigned char *end)
{
	for (; at < end; at++)
		if (!is_space(*at) && (*at > 0x7f || strchr("0123456789abcdefABCDEF", *at) == NULL))
			return false;
	return true;
}

/* Two digits, at least `low` and at most `high`, or `low` when none follow. */
static bool
take_two(struct text *text, int low, int high, int *value)
{
	*value = low;
	if (text->end - text->at < 2 || *text->at < '0' || *text->at > '9')
		return true;
	if (text->at[1] < '0' || text->at[1] > '9')
		return false;
	*value = (text->at[0] - '0') * 10 + text->at[1] - '0';
	text->at += 2;
	return *value >= low && *value <= high;
}

/* ISO 32000-1, 7.9.4: (D:YYYYMMDDHHmmSSOHH'mm'), the end may be left out. */
static void
read_time(struct text text, char time[BYTE_RANGE_TIME])
{
	struct tm tm = { 0 };
	int century, year, hours = 0, minutes = 0, sign = 0;
	time_t moment;

	if (!byte_range_take(&text, "/M") || !byte_range_take(&text, "(") ||
	    !byte_range_take(&text, "D:") || !take_two(&text, 19, 20, &century) ||
	    !take_two(&text, 0, 99, &year) || !take_two(&text, 1, 12, &tm.tm_mon) ||
	    !take_two(&text, 1, 31, &tm.tm_mday) || !take_two(&text, 0, 23, &tm.tm_hour) ||
	    !take_two(&text, 0, 59, &tm.tm_min) || !take_two(&text, 0, 59, &tm.tm_sec))
		return;
	if (text.at < text.end && (*text.at == '+' || *text.at == '-')) {
		sign = *text.at++ == '+' ? 1 : -1;
		if (!take_two(&text, 0, 14, &hours))
			return;
		if (text.at < text.end && *text.at == '\'')
			text.at++;
		if (!take_two(&text, 0, 59, &minutes))
			return;
	}
	tm.tm_year = century * 100 + year - 1900;
	tm.tm_mon--;
	moment = timegm(&tm) - sign * (hours * 60 + minutes) * 60;
	if (gmtime_r(&moment, &tm) == NULL ||
	    strftime(time, BYTE_RANGE_TIME, "%Y-%m-%d %H:%M:%S", &tm) == 0)
		time[0] = '\0';
}

static bool
has_name(const unsigned char *from, const unsigned char *end, const char *name)
{
	return byte_range_find(from, end, name) != NULL;
}

/* 12.8.2.3: /TransformMethod /UR3, or /UR before it. */
static bool
gives_rights(const unsigned char *from, const unsigned char *end)
{
	for (; (from = byte_range_find(from, end, "/TransformMethod")) != NULL; from++) {
		struct text text = { from, end };

		if (byte_range_take(&text, "/TransformMethod") && byte_range_take(&text, "/UR"))
			return true;
	}
	return false;
}

/* What the covered part of the dictionary says beside the byte range. */
static void
read_dictionary(struct byte_range *place, const unsigned char *from, const unsigned char *end)
{
	const unsigned char *at;

	place->form = BYTE_RANGE_OTHER;
	if (gives_rights(from, end))
		place->form = BYTE_RANGE_RIGHTS;
	else if (has_name(from, end, "adbe.pkcs7.detached") ||
	    has_name(from, end, "ETSI.CAdES.detached"))
		place->form = BYTE_RANGE_DETACHED;
	else if (has_name(from, end, "ETSI.RFC3161"))
		place->form = BYTE_RANGE_TIMESTAMP;
	for (at = from; *place->time == '\0' && (at = byte_range_find(at, end, "/M")) != NULL; at++)
		read_time((struct text){ at, end }, place->time);
}

/*
 * Both parts of the dictionary around the gap: from the last "obj" before to
 * the first "endobj" after.  The gap itself is no part of it: what stands
 * there was not signed.
 */
static void
read_around(struct byte_range *place, const unsigned char *bytes)
{
	const unsigned char *gap = bytes + place->before;
	const unsigned char *rest = bytes + place->after;
	const unsigned char *from = find_last(gap > bytes + 65536 ? gap - 65536 : bytes, gap,
	    "obj");
	const unsigned char *end = byte_range_find(rest, bytes + place->until, "endobj");
	struct byte_range tail = { .form = BYTE_RANGE_OTHER };

	if (from != NULL)
		read_dictionary(place, from, gap);
	if (end != NULL)
		read_dictionary(&tail, rest, end);
	if (from == NULL || place->form == BYTE_RANGE_OTHER || tail.form == BYTE_RANGE_RIGHTS)
		place->form = tail.form;
	if (*place->time == '\0')
		memcpy(place->time, tail.time, sizeof(place->time));
}

/*
 * The gap must be the hexadecimal text of /Contents, with its brackets and
 * nothing else, and belong to the object that says so: whoever could widen it
 * could hide unsigned bytes in it.
 */
static bool
byte_range_read_place(struct byte_range *place, const unsigned char *bytes, size_t length,
    const unsigned char *key)
{
	struct text text = { key, bytes + length };
	size_t zero, covered;
	const unsigned char *gap, *end, *first, *last;

	if (!byte_range_take(&text, "/ByteRange") || !byte_range_take(&text, "[") ||
	    !byte_range_take_number(&text, &zero) ||
	    !byte_range_take_number(&text, &place->before) ||
	    !byte_range_take_number(&text, &place->after) ||
	    !byte_range_take_number(&text, &covered) || !byte_range_take(&text, "]"))
		return false;
	if (zero != 0 || place->before > length || place->after > length ||
	    covered > length - place->after || place->after < place->before + 2)
		return false;
	place->until = place->after + covered;
	gap = bytes + place->before;
	end = bytes + place->after;
	if (*gap != '<' || end[-1] != '>' || !is_hexadecimal(gap + 1, end - 1))
		return false;
	if (text.at <= gap) {
		first = text.at;
		last = gap;
	} else if (key >= end && text.at <= bytes + place->until) {
		first = end;
		last = key;
	} else
		return false;
	if (byte_range_find(first, last, "endobj") != NULL)
		return false;
	while (gap > bytes && is_space(gap[-1]))
		gap--;
	if (gap - bytes < 9 || memcmp(gap - 9, "/Contents", 9) != 0)
		return false;
	read_around(place, bytes);
	return true;
}

/* Rights that a later program made worthless are no signature either. */
static bool
object_gives_rights(const unsigned char *bytes, const unsigned char *at, const unsigned char *end)
{
	const unsigned char *from = find_last(at - bytes > 65536 ? at - 65536 : bytes, at, "obj");
	const unsigned char *until = byte_range_find(at, end, "endobj");

	return gives_rights(from != NULL ? from : at, until != NULL ? until : end);
}

static int
by_cover(const void *one, const void *other)
{
	const struct byte_range *left = one, *right = other;

	return (left->until > right->until) - (left->until < right->until);
}

void
byte_ranges_find(struct byte_ranges *places, const unsigned char *bytes, size_t length)
{
	const unsigned char *at = bytes, *end = bytes + length;

	places->count = places->broken = 0;
	for (; (at = byte_range_find(at, end, "/ByteRange")) != NULL; at++) {
		struct byte_range place = { .form = BYTE_RANGE_OTHER };

		if (places->count == BYTE_RANGES_MAX ||
		    !byte_range_read_place(&place, bytes, length, at))
			places->broken += !object_gives_rights(bytes, at, end);
		else if (place.form != BYTE_RANGE_RIGHTS)
			places->all[places->count++] = place;
	}
	if (places->count > 1)
		qsort(places->all, places->count, sizeof(places->all[0]), by_cover);
}
