/* SPDX-License-Identifier: ISC */
/*
 * Whether a file that came in is the form that it should be: the very file
 * that was issued and then signed, or pages that bear the form's code, as QR
 * or as text.
 */
#include "signing/form_named.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "store/page_codes.h"
#include "base/banned.h"

static const char *const codes[] = {
	[NAMED_UNREAD] = "unread",
	[NAMED_NONE] = "none",
	[NAMED_OTHER] = "other",
	[NAMED_TEXT] = "text",
	[NAMED_QR] = "qr",
	[NAMED_FILE] = "file",
};

const char *
form_named_code(enum form_named named)
{
	return codes[named];
}

enum form_named
form_named_of(const char *code)
{
	for (enum form_named at = NAMED_UNREAD; at <= NAMED_FILE; at++)
		if (strcmp(codes[at], code) == 0)
			return at;
	return NAMED_UNREAD;
}

int64_t
form_named_begin(struct context *context, const struct issued_document *paper, int fd)
{
	struct rows files;
	struct stat about;
	void *map;
	int64_t begin = 0;
	int count = issued_is_letter(paper) ?
	    db_select(context->db, &files, STATEMENT_ISSUED_LETTER_FILES, db_int(paper->id)) :
	    db_select(context->db, &files, STATEMENT_ISSUED_FILES, db_int(paper->id));

	if (count <= 0 || fstat(fd, &about) != 0 || about.st_size <= 0)
		return count < 0 ? count : 0;
	map = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED)
		return 0;
	/* The shortest is the one that nobody has signed yet. */
	for (int row = 0; begin == 0 && row < count; row++) {
		int64_t length = row_int(&files, (size_t)row, "bytes");
		unsigned char digest[SHA256_BYTES];
		char text[SHA256_TEXT];

		if (length <= 0 || length >= about.st_size)
			continue;
		sha256(digest, map, (size_t)length);
		if (strcmp(hex_text(text, digest, SHA256_BYTES),
			row_text(&files, (size_t)row, "sha256")) == 0)
			begin = length;
	}
	munmap(map, (size_t)about.st_size);
	return begin;
}

/* A code of a paper of ours, at least as many letters as one has; NULL for none. */
static const char *
code_at(const char *text)
{
	size_t length = strspn(text, "0123456789ABCDEFGHJKMNPQRSTVWXYZ");

	return length >= CODE_TEXT - 1 ? text : NULL;
}

/* The address on a paper ends with its code: issued_address. */
static const char *
code_in_address(const char *address)
{
	const char *at = strstr(address, "/portal/check?code=");

	return at != NULL ? code_at(at + strlen("/portal/check?code=")) : NULL;
}

static void
take_other(const char *found, char other[CODE_TEXT])
{
	if (found == NULL || *other != '\0')
		return;
	memcpy(other, found, CODE_TEXT - 1);
	other[CODE_TEXT - 1] = '\0';
}

/* Without the blanks and line ends that a reader of pages puts in. */
static const char *
without_blanks(struct arena *arena, const char *text)
{
	struct buffer tight = { .arena = arena };

	buffer_text(&tight, "");
	for (; *text != '\0'; text++)
		if (*text > ' ')
			buffer_char(&tight, *text);
	return tight.bytes;
}

enum form_named
form_named_find(struct context *context, const struct issued_document *form, int fd,
    enum file_type type, char other[CODE_TEXT])
{
	struct page_codes found;
	const char *text;

	*other = '\0';
	page_codes_read(context->arena, context->config->inspector, fd, type, &found);
	for (size_t at = 0; at < found.count; at++) {
		const char *code = code_in_address(found.codes[at]);

		if (code != NULL && strncmp(code, form->code, CODE_TEXT - 1) == 0)
			return NAMED_QR;
		take_other(code, other);
	}
	if (*other != '\0')
		return NAMED_OTHER;
	text = type == FILE_PDF ? page_text_read(context->arena, fd) : NULL;
	if (text == NULL)
		return found.drawn ? NAMED_NONE : NAMED_UNREAD;
	text = without_blanks(context->arena, text);
	if (strstr(text, form->code) != NULL)
		return NAMED_TEXT;
	take_other(code_in_address(text), other);
	if (*other != '\0')
		return NAMED_OTHER;
	/* A scan without a reader of codes has no text, which says nothing. */
	return found.drawn || *text != '\0' ? NAMED_NONE : NAMED_UNREAD;
}
