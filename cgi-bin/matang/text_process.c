/* SPDX-License-Identifier: ISC */
/*
 * What processes say that take text out of files (store/confined.h), as far as
 * it is kept, and made clean.
 */
#include "matang/text_process.h"

#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

enum { PIECE = 32768 };

/* What stands for a space, or for nothing: characters that nobody sees, that
 * part words for hyphenation, or that turn the direction of writing. */
static bool
is_unseen(const unsigned char *at)
{
	return (at[0] == 0xc2 && at[1] == 0xad) ||
	    (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf) ||
	    (at[0] == 0xe2 && at[1] == 0x80 &&
		((at[2] >= 0x8b && at[2] <= 0x8f) || (at[2] >= 0xaa && at[2] <= 0xae))) ||
	    (at[0] == 0xe2 && at[1] == 0x81 && at[2] >= 0xa0 && at[2] <= 0xaf);
}

static size_t
character_length(unsigned char lead)
{
	return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static void
text_end_line(struct buffer *text)
{
	while (text->length > 0 &&
	    (text->bytes[text->length - 1] == ' ' || text->bytes[text->length - 1] == '\t'))
		text->length--;
	/* One empty line at most; none at the beginning. */
	if (text->length > 0 &&
	    !(text->length > 1 && text->bytes[text->length - 1] == '\n' &&
		text->bytes[text->length - 2] == '\n'))
		buffer_char(text, '\n');
}

static void
add_space(struct buffer *text, char space)
{
	if (text->length > 0 && strchr(" \t\n", text->bytes[text->length - 1]) == NULL)
		buffer_char(text, space);
}

void
text_clean(struct buffer *text, const char *bytes, size_t length)
{
	size_t at = 0;

	buffer_text(text, "");
	while (at < length && text->length < TEXT_MAX) {
		const unsigned char *now = (const unsigned char *)bytes + at;
		size_t width = character_length(*now);

		if (width > length - at ||
		    (width > 1 && utf8_text(bytes + at, width, false) != UTF8_OK))
			width = 1;
		else if (width > 1 && now[0] == 0xc2 && now[1] == 0xa0)
			add_space(text, ' ');
		else if (width > 1 && !is_unseen(now))
			buffer_add(text, now, width);
		else if (*now == '\n' || *now == '\f' || *now == '\v')
			text_end_line(text);
		else if (*now == ' ' || *now == '\t')
			add_space(text, (char)*now);
		else if (*now > ' ' && *now < 0x7f)
			buffer_char(text, (char)*now);
		at += width;
	}
	while (text->length > 0 && strchr(" \t\n", text->bytes[text->length - 1]) != NULL)
		text->length--;
	text->bytes[text->length] = '\0';
}

/* ---- the process --------------------------------------------------------------- */

bool
text_hear(struct confined *confined, struct buffer *raw)
{
	char *piece = arena_alloc(raw->arena, PIECE);
	ssize_t got = 1;
	int number;

	buffer_text(raw, "");
	while (raw->length < TEXT_MAX * 2 && (got = confined_read(confined, piece, PIECE)) > 0)
		buffer_add(raw, piece, (size_t)got);
	return confined_end(confined, got != 0, &number) == CONFINED_DONE && got == 0;
}
