/* SPDX-License-Identifier: ISC */
/*
 * What a person says about a document: title, kind, number, dates, address.
 * Rules of these fields, and titles and names made from names of files.
 */
#include "upload/upload.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "assessment/file_receive.h"
#include "frame/form_upload.h"
#include "frame/words.h"
#include "base/banned.h"

/* As in document.kind. */
const char *const document_kinds[] = { "keputusan", "sop", "rencana", "laporan", "notulen",
	"berita_acara", "surat", "perjanjian", "sertifikat", "foto", "tangkapan_layar", "lainnya",
	NULL };

enum { EXTENSION_MAX = 5 }; /* characters behind the last point */

void
fill_kinds(struct context *context)
{
	struct node *kinds = page_node(&context->page, "Kinds");

	for (size_t at = 0; document_kinds[at] != NULL; at++) {
		struct node *node = node_row(kinds, at);

		node_set(node, "value", document_kinds[at]);
		node_set(node, "label", words_kind(document_kinds[at]));
	}
}

void
fill_limits(struct context *context, uint64_t file_max)
{
	struct node *node = page_node(&context->page, "Upload");

	file_receive_fill(context, FILE_SET_EVIDENCE);
	node_set(node, "max", words_bytes(context->arena, (int64_t)file_max));
}

void
details_check(struct context *context)
{
	struct form *form = &context->form;

	if (*form_text(form, PERIOD_FROM) != '\0' && *form_text(form, PERIOD_UNTIL) != '\0' &&
	    form_number(form, PERIOD_FROM) > form_number(form, PERIOD_UNTIL))
		form_error(form, PERIOD_UNTIL,
		    "Akhir masa berlaku tidak boleh "
		    "mendahului awalnya.");
}

const char *
cut_text(struct arena *arena, const char *text, size_t limit)
{
	size_t length = 0;

	while (text[length] != '\0' && limit-- > 0)
		do
			length++;
		while (((unsigned char)text[length] & 0xc0) == 0x80);
	return text[length] == '\0' ? text : arena_copy(arena, text, length);
}

const char *
name_alone(struct arena *arena, const char *client_name)
{
	char *seen = arena_alloc(arena, strlen(client_name) + 1);
	const char *last = seen;

	/* "laporan<turn>fdp.exe" is shown as "laporanexe.pdf". */
	utf8_without_turns(seen, client_name);
	client_name = seen;
	for (const char *at = client_name; *at != '\0'; at++)
		if (*at == '/' || *at == '\\')
			last = at + 1;
	return cut_text(arena, *last != '\0' ? last : client_name, CLIENT_NAME_MAX);
}

/* What cameras, scanners and messengers call their pictures. */
static bool
is_camera_word(const char *word, size_t length)
{
	static const char *const camera[] = { "img", "image", "dsc", "dscn", "dscf", "pxl", "mvimg",
		"photo", "foto", "picture", "gambar", "screenshot", "scan", "pindai", "camscanner",
		"whatsapp", "wa", "at", "am", "pm", "e", "p", "mp", "copy", "salinan" };

	for (size_t at = 0; at < sizeof(camera) / sizeof(camera[0]); at++)
		if (strlen(camera[at]) == length && strncasecmp(camera[at], word, length) == 0)
			return true;
	return false;
}

/* Digits, and no word of its own: it says nothing of what is to be seen. */
static bool
is_camera_name(const char *title)
{
	size_t row = 0, digits = 0;

	for (const char *at = title; *at != '\0';) {
		size_t length = 0;

		while (isalpha((unsigned char)at[length]) || (unsigned char)at[length] >= 0x80)
			length++;
		if (length > 0 && !is_camera_word(at, length))
			return false;
		row = length == 0 && isdigit((unsigned char)*at) ? row + 1 : 0;
		digits = row > digits ? row : digits;
		at += length > 0 ? length : 1;
	}
	return digits >= 3;
}

/* " 21 November 2026" of "IMG 20261121 101500", or "". */
static const char *
day_of_name(struct arena *arena, const char *title)
{
	for (const char *at = strstr(title, "20"); at != NULL; at = strstr(at + 1, "20")) {
		char day[11] = "";
		const char *from = at;

		if (at > title && isdigit((unsigned char)at[-1]))
			continue;
		for (size_t place = 0; place < 10; place++) {
			if (place == 4 || place == 7) {
				from += *from != '\0' && strchr("-. ", *from) != NULL;
				day[place] = '-';
			} else if (isdigit((unsigned char)*from))
				day[place] = *from++;
			else
				break;
		}
		if (strlen(day) == 10 && !isdigit((unsigned char)*from) &&
		    day_parse(day) != DAY_NONE)
			return arena_format(arena, " %s", words_date(arena, day));
	}
	return "";
}

const char *
title_of_name(struct arena *arena, const char *client_name, const char *wanted)
{
	const char *name = name_alone(arena, client_name);
	const char *point = strrchr(name, '.');
	struct buffer title = { .arena = arena };

	if (point == NULL || point == name || strlen(point + 1) > EXTENSION_MAX)
		point = name + strlen(name);
	for (; name < point; name++) {
		char byte = *name == '_' || *name == '+' ? ' ' : *name;

		if (byte != ' ' || (title.length > 0 && title.bytes[title.length - 1] != ' '))
			buffer_char(&title, byte);
	}
	while (title.length > 0 && title.bytes[title.length - 1] == ' ')
		title.bytes[--title.length] = '\0';
	if (title.length == 0 || !utf8_shows(title.bytes))
		return "Dokumen tanpa judul";
	if (is_camera_name(title.bytes))
		return *wanted != '\0' ?
		    cut_text(arena, wanted, TITLE_MAX) :
		    arena_format(arena, "Foto%s", day_of_name(arena, title.bytes));
	return cut_text(arena, title.bytes, TITLE_MAX);
}

/* Words of file names, and the kind of document that they stand for. */
static const struct {
	const char *kind;
	const char *words[12];
} kind_words[] = {
	{ "keputusan",
	    { "sk", "kep", "keputusan", "kepwal", "kepbup", "kepgub", "perwali", "perbup", "pergub",
		NULL } },
	{ "sop", { "sop", "prosedur", NULL } },
	{ "rencana",
	    { "rencana", "renstra", "renja", "rkpd", "rka", "dpa", "roadmap", "peta jalan", "hcdp",
		NULL } },
	{ "laporan", { "laporan", "lap", "lakip", "lkjip", "lkip", "evaluasi", NULL } },
	{ "notulen", { "notulen", "notula", "notulensi", "risalah", NULL } },
	{ "berita_acara", { "berita acara", "ba", "bap", NULL } },
	{ "surat", { "surat", "undangan", "nota dinas", "nodin", "edaran", NULL } },
	{ "perjanjian", { "perjanjian", "mou", "pks", "kontrak", "kesepakatan", NULL } },
	{ "sertifikat", { "sertifikat", "piagam", "penghargaan", NULL } },
	{ "foto", { "foto", "dokumentasi", "img", "dsc", "whatsapp image", NULL } },
	{ "tangkapan_layar", { "screenshot", "screen shot", "tangkapan layar", NULL } },
};

/* Letters alone, in small, with one space before, between and behind the words. */
static const char *
letters_of_name(struct arena *arena, const char *client_name)
{
	const char *name = name_alone(arena, client_name), *point = strrchr(name, '.');
	struct buffer words = { .arena = arena };

	if (point == NULL || point == name || strlen(point + 1) > EXTENSION_MAX)
		point = name + strlen(name);
	buffer_char(&words, ' ');
	for (; name < point; name++) {
		bool letter = isalpha((unsigned char)*name) != 0 && (unsigned char)*name < 0x80;

		if (letter || words.bytes[words.length - 1] != ' ')
			buffer_char(&words, letter ? (char)tolower((unsigned char)*name) : ' ');
	}
	buffer_char(&words, ' ');
	return words.bytes;
}

const char *
kind_of_name(struct arena *arena, const char *client_name)
{
	const char *name = letters_of_name(arena, client_name), *first = NULL, *kind = "";

	for (size_t at = 0; at < sizeof(kind_words) / sizeof(kind_words[0]); at++)
		for (const char *const *word = kind_words[at].words; *word != NULL; word++) {
			const char *found = strstr(name, arena_format(arena, " %s ", *word));

			if (found != NULL && (first == NULL || found < first)) {
				first = found;
				kind = kind_words[at].kind;
			}
		}
	return kind;
}

/*
 * The host must be a name with a point in it, and no user may stand before it:
 * "https://bank.example@elsewhere.example" leads elsewhere.
 */
static bool
leads_where_it_says(const char *host)
{
	static const char of_host[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
	size_t length = strspn(host, of_host);
	const char *rest = host + length;

	if (length == 0 || memchr(host, '.', length) == NULL || *host == '.' || rest[-1] == '.')
		return false;
	if (*rest == ':')
		rest += 1 + strspn(rest + 1, "0123456789");
	return (*rest == '\0' || strchr("/?#", *rest) != NULL) &&
	    strpbrk(rest, " \"<>\\^`{|}") == NULL;
}

void
address_check(struct context *context, int field)
{
	static const char scheme[] = "https://";
	const char *text = form_text(&context->form, field);

	if (*text == '\0')
		return;
	if (strncmp(text, scheme, strlen(scheme)) != 0)
		form_error(&context->form, field,
		    "Alamat harus diawali "
		    "https://");
	else if (!leads_where_it_says(text + strlen(scheme)))
		form_error(&context->form, field,
		    "Alamat ini tidak lengkap atau "
		    "keliru. Salin alamatnya dari peramban, misalnya "
		    "https://contoh.go.id/dokumen.");
}

struct db_value
day_or_null(const struct form *form, int field)
{
	const char *day = form_text(form, field);

	return *day != '\0' ? db_text(day) : db_null();
}
