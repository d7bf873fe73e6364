/* SPDX-License-Identifier: ISC */
/*
 * What a letter by mail looks like: its headers, and its text in UTF-8 as base 64.
 */
#include "matang/letter.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/base64.h"
#include "store/message.h"
#include "base/banned.h"

enum {
	WORD_BYTES = 42,  /* of a text in a header, that an encoded word (RFC 2047) can hold */
	LINE_LETTERS = 76 /* RFC 2045, 6.8 */
};

/* Words of any language in a header: encoded, parted between characters. */
static void
letter_header(struct buffer *letter, const char *name, const char *text)
{
	size_t left = strlen(text);

	buffer_format(letter, "%s:", name);
	while (left > 0) {
		size_t length = left < WORD_BYTES ? left : WORD_BYTES;

		while (length < left && ((unsigned char)text[length] & 0xc0) == 0x80)
			length--;
		buffer_text(letter, " =?UTF-8?B?");
		base64_add(letter, text, length);
		buffer_text(letter, "?=\n");
		text += length;
		left -= length;
	}
}

/* In angle brackets, of one part or two. */
static void
letter_address(struct buffer *letter, const char *before, const char *one, const char *two)
{
	buffer_text(letter, before);
	buffer_char(letter, '<');
	buffer_text(letter, one);
	buffer_text(letter, two);
	buffer_text(letter, ">\n");
}

/* "Sun, 29 Nov 2026 18:25:22 +0000" of "2026-11-29 18:25:22". */
static void
letter_date(struct buffer *letter, const char *utc)
{
	struct tm tm = { 0 };
	char text[64];

	if (strptime(utc, "%Y-%m-%d %H:%M:%S", &tm) == NULL)
		return;
	strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S +0000", &tm);
	buffer_format(letter, "Date: %s\n", text);
}

static void
letter_body(struct buffer *letter, const char *text, size_t length)
{
	struct buffer whole = { .arena = letter->arena };

	base64_add(&whole, text, length);
	for (size_t at = 0; at < whole.length; at += LINE_LETTERS) {
		size_t left = whole.length - at;

		buffer_add(letter, whole.bytes + at, left < LINE_LETTERS ? left : LINE_LETTERS);
		buffer_char(letter, '\n');
	}
}

/* To somebody without an account: one thing, and where it is read. */
static const char *
guest_text(struct arena *arena, const struct config *config, const struct rows *messages,
    const char **subject)
{
	struct message_words words = message_words(arena, config->templates_dir, messages, 0);

	*subject = words.subject;
	return arena_format(arena,
	    "Yth. Bapak/Ibu,\n\n%s\n%s\n%s%s%s\n\nSurel ini dikirim otomatis oleh Matang; balasan "
	    "tidak dibaca.\n",
	    words.subject, words.body, config->site_address, config->base_path,
	    message_path(arena, messages, 0));
}

static const char *
letter_text(struct arena *arena, const struct config *config, const struct rows *head,
    const struct rows *messages, int64_t count, const char **subject)
{
	struct buffer text = { .arena = arena };

	if (row_null(head, 0, "full_name"))
		return guest_text(arena, config, messages, subject);
	*subject = arena_format(arena, "%lld kabar penilaian", (long long)count);
	buffer_format(&text, "Yth. %s,\n\n", row_text(head, 0, "full_name"));
	for (size_t row = 0; row < messages->count; row++) {
		struct message_words words = message_words(arena, config->templates_dir, messages,
		    row);

		if (count == 1)
			*subject = words.subject;
		buffer_format(&text, "%s\n%s\n%s%s/message/%s\n\n", words.subject, words.body,
		    config->site_address, config->base_path, row_text(messages, row, "id"));
	}
	if (count > (int64_t)messages->count)
		buffer_format(&text, "Dan %lld kabar lain: %s%s/message/\n\n",
		    (long long)(count - (int64_t)messages->count), config->site_address,
		    config->base_path);
	buffer_format(&text,
	    "Surel ini dikirim otomatis oleh Matang; balasan tidak dibaca. Mengatur kabar lewat "
	    "surel: %s%s/message/choices\n",
	    config->site_address, config->base_path);
	return text.bytes;
}

void
letter_write(struct buffer *letter, const struct config *config, const struct rows *head,
    const struct rows *messages, int64_t count)
{
	const char *subject, *at = strrchr(config->mail_from, '@');
	const char *text = letter_text(letter->arena, config, head, messages, count, &subject);

	letter_address(letter, "From: Matang ", config->mail_from, "");
	letter_address(letter, "To: ", row_text(head, 0, "email"), "");
	letter_header(letter, "Subject", subject);
	letter_date(letter, row_text(head, 0, "created_at"));
	letter_address(letter, "Message-ID: ", row_text(head, 0, "token"),
	    at != NULL ? at : "@localhost");
	buffer_text(letter,
	    "Auto-Submitted: auto-generated\n"
	    "MIME-Version: 1.0\n"
	    "Content-Type: text/plain; charset=utf-8\n"
	    "Content-Transfer-Encoding: base64\n\n");
	letter_body(letter, text, strlen(text));
}
