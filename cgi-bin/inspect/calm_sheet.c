/* SPDX-License-Identifier: ISC */
/*
 * Worksheets by their bytes: whatever judge_formula of package.c finds in a
 * formula shows in them as one of a few marks, unless something is written in
 * another way than spreadsheets write it; and that shows, too.
 */
#include "inspect/calm_sheet.h"

#include <string.h>
#include <strings.h>

#include "base/banned.h"

enum {
	BACK = 16, /* bytes before one that tell what it means: names of functions */
	AHEAD = 8, /* and behind it: "&apos;" and a letter */
	PIECE = 16 << 10,
	PROLOG = 256
};

struct sheet_text {
	char bytes[BACK + AHEAD + PIECE];
	size_t filled, next; /* the first one that was not judged yet */
	bool last;           /* nothing comes behind them */
};

/* What stands there, or NUL behind the end. */
static char
byte_at(const struct sheet_text *text, size_t at)
{
	return at < text->filled ? text->bytes[at] : '\0';
}

/* The name of a function before its bracket; of one that ends so, too. */
static bool
is_reaching(const struct sheet_text *text, size_t at)
{
	static const char *const functions[] = { "DDE", "RTD", "CALL", "REGISTER.ID", "WEBSERVICE",
		"IMAGE" };

	for (size_t each = 0; each < sizeof(functions) / sizeof(functions[0]); each++) {
		size_t length = strlen(functions[each]);

		if (length <= at &&
		    strncasecmp(text->bytes + at - length, functions[each], length) == 0)
			return true;
	}
	return false;
}

/* What an address or a file begins with, behind the quotation mark of a name. */
static bool
may_begin_address(char byte)
{
	return byte != '\0' && strchr("[hHfF\\/&<", byte) != NULL;
}

/* Of all bytes, those that is_calm_byte() has to look at. */
static const bool is_mark[256] = {
	['\0'] = true, ['|'] = true, ['<'] = true, ['&'] = true, ['\''] = true, ['('] = true
};

static bool
is_calm_byte(const struct sheet_text *text, size_t at)
{
	char next = byte_at(text, at + 1);

	switch (text->bytes[at]) {
	case '\0': /* UTF-16 */
	case '|':  /* a link of DDE */
		return false;
	case '<': /* what XML may hide things by: CDATA, comments, instructions, document types */
		return next != '!' && next != '?';
	case '&':
		return next != '#' &&
		    !(strncmp(text->bytes + at, "&apos;", 6) == 0 &&
			may_begin_address(byte_at(text, at + 6)));
	case '\'':
		return !may_begin_address(next);
	case '(':
		return !is_reaching(text, at);
	default:
		return true;
	}
}

/* The bytes of the next piece; false at an error. */
static bool
fill_piece(struct sheet_text *text, struct zip_reader *archive)
{
	size_t kept = text->next < BACK ? text->next : BACK, got;
	size_t from = text->next - kept;

	memmove(text->bytes, text->bytes + from, text->filled - from);
	text->filled -= from;
	text->next = kept;
	if (zip_reader_read(archive, text->bytes + text->filled,
		sizeof(text->bytes) - text->filled - 1, &got) != FORMAT_OK)
		return false;
	text->filled += got;
	text->bytes[text->filled] = '\0'; /* which a comparison may come to, and not beyond */
	text->last = got == 0;
	return true;
}

/* Behind "<?xml version="1.0" encoding="UTF-8"?>"; false for another encoding. */
static bool
pass_prolog(struct sheet_text *text)
{
	static const char mark[] = "\xef\xbb\xbf", encoding[] = "encoding=";
	char prolog[PROLOG + 1];
	const char *end, *named;
	size_t length = text->filled < PROLOG ? text->filled : PROLOG;

	if (strncmp(text->bytes, mark, sizeof(mark) - 1) == 0)
		text->next = sizeof(mark) - 1;
	if (strncmp(text->bytes + text->next, "<?xml ", 6) != 0)
		return text->bytes[text->next] == '<';
	memcpy(prolog, text->bytes, length);
	prolog[length] = '\0';
	end = strstr(prolog, "?>");
	named = strstr(prolog, encoding);
	if (end == NULL)
		return false;
	text->next = (size_t)(end - prolog) + 2;
	return named == NULL || named > end ||
	    strncasecmp(named + sizeof(encoding), "UTF-8", 5) == 0;
}

bool
sheet_is_calm(struct zip_reader *archive)
{
	struct sheet_text text = { .filled = 0 };

	if (!fill_piece(&text, archive) || !pass_prolog(&text))
		return false;
	for (;;) {
		for (size_t end = text.last ? 0 : AHEAD; text.next + end < text.filled; text.next++)
			if (is_mark[(unsigned char)text.bytes[text.next]] &&
			    !is_calm_byte(&text, text.next))
				return false;
		if (text.last)
			return true;
		if (!fill_piece(&text, archive))
			return false;
	}
}
