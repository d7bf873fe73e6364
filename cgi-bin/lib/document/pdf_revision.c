/* SPDX-License-Identifier: ISC */
/*
 * What this cairo cannot say about a PDF, added behind it as a new revision of
 * some objects (ISO 32000-1, 7.5.6): the language, that the title is to be
 * shown, dates in their right form, what is the head of a column, a text in
 * place of each picture for who cannot see it, and what an archive asks for.
 */
#include "document/pdf_writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "base/banned.h"

/*
 * A file that cairo has just written: one table of objects, and no object
 * within another (ISO 32000-1, 7.5.4 and 7.5.5).
 */
struct file {
	struct arena *arena;
	struct buffer *pdf;
	long start, size; /* where the table is; how many objects */
	size_t entries;   /* where its entry of object 0 is */
	const char *trailer;
	struct buffer table; /* of the objects that are new */
	long more;           /* how many have a new number */
};

enum { ENTRY_BYTES = 20, TAIL_BYTES = 64 };

/* The number that follows a word, or -1. */
static long
pdf_revision_number_after(const char *text, const char *word)
{
	const char *at = strstr(text, word);

	return at == NULL ? -1 : strtol(at + strlen(word), NULL, 10);
}

static bool
file_open(struct file *file)
{
	static const char head[] = "xref\n0 ";
	const struct buffer *pdf = file->pdf;
	size_t length = pdf->length;
	char *end;

	if (length < TAIL_BYTES)
		return false;
	file->start = pdf_revision_number_after(pdf->bytes + length - TAIL_BYTES, "startxref\n");
	if (file->start < 0 || (size_t)file->start > length - TAIL_BYTES ||
	    memcmp(pdf->bytes + file->start, head, strlen(head)) != 0)
		return false;
	file->size = strtol(pdf->bytes + file->start + strlen(head), &end, 10);
	file->entries = (size_t)(end + 1 - pdf->bytes);
	if (file->size < 1 || (size_t)file->size > (length - file->entries) / ENTRY_BYTES)
		return false;
	file->trailer = arena_text(file->arena,
	    pdf->bytes + file->entries + (size_t)file->size * ENTRY_BYTES);
	return true;
}

/* What an object holds, a dictionary from its "<<" on; "" when there is no
 * such object. */
static const char *
object(const struct file *file, long number)
{
	const struct buffer *pdf = file->pdf;
	const char *begin, *end;
	size_t place;

	if (number < 1 || number >= file->size)
		return "";
	place = strtoul(pdf->bytes + file->entries + (size_t)number * ENTRY_BYTES, NULL, 10);
	if (place >= pdf->length)
		return "";
	begin = memmem(pdf->bytes + place, pdf->length - place, "<<", 2);
	end = begin == NULL ?
	    NULL :
	    memmem(begin, pdf->length - (size_t)(begin - pdf->bytes), "endobj", 6);
	return end == NULL ? "" : arena_copy(file->arena, begin, (size_t)(end - begin));
}

/* The object says this from now on, before all that it said. */
static void
add_to(struct file *file, long number, const char *words, const char *said)
{
	if (*said == '\0')
		return;
	buffer_format(&file->table, "%ld 1\n%010zu 00000 n \n", number, file->pdf->length);
	buffer_format(file->pdf, "%ld 0 obj\n<< %s%sendobj\n", number, words, said + 2);
}

/* Dates as ISO 32000-1, 7.9.4 has them: this cairo forgets the "D:". */
static const char *
with_dates(struct arena *arena, const char *info)
{
	static const char *const names[] = { "/CreationDate (", "/ModDate (" };
	struct buffer text = { .arena = arena };

	while (*info != '\0') {
		for (size_t at = 0; at < 2; at++) {
			size_t length = strlen(names[at]);

			if (strncmp(info, names[at], length) == 0 && info[length] != 'D') {
				buffer_format(&text, "%sD:", names[at]);
				info += length;
			}
		}
		buffer_char(&text, *info++);
	}
	return text.bytes;
}

/* "/Alt <FEFF…> ": a text string of ISO 32000-1, 7.9.2.2; "" for a text that
 * is none. */
static const char *
alternative(struct arena *arena, const struct picture *picture)
{
	struct buffer words = { .arena = arena };
	glong count = 0;
	gunichar2 *units = g_utf8_to_utf16(*picture->description == '\0' ?
		picture->title :
		arena_format(arena, "%s. %s", picture->title, picture->description),
	    -1, NULL, &count, NULL);

	if (units == NULL)
		return "";
	buffer_format(&words, "/Alt %cFEFF", '<');
	for (glong at = 0; at < count; at++)
		buffer_format(&words, "%04X", (unsigned)units[at]);
	buffer_text(&words, ">\n   ");
	g_free(units);
	return words.bytes;
}

/* The next of the objects that an element has below it, or -1. */
static long
next_kid(const char **kids)
{
	long number;
	char *end;

	*kids += strspn(*kids, "[ ");
	number = strtol(*kids, &end, 10);
	if (end == *kids || strncmp(end, " 0 R", 4) != 0)
		return -1;
	*kids = end + 4;
	return number;
}

/* What an element has below it. */
static const char *
kids_of(const char *element)
{
	const char *kids = strstr(element, "/K ");

	return kids == NULL ? "" : kids + strlen("/K ");
}

/*
 * Figures stand right below the document, in the order in which they were
 * drawn: root of the structure, document, its elements (14.7.2, 14.9.3).
 */
static void
add_alternatives(struct file *file, const char *catalogue, const struct figure *figure)
{
	const char *kids = kids_of(object(file,
	    pdf_revision_number_after(catalogue, "/StructTreeRoot ")));
	long number;

	kids = kids_of(object(file, next_kid(&kids)));
	while (figure != NULL && (number = next_kid(&kids)) > 0) {
		const char *element = object(file, number);

		if (strstr(element, "/S /Figure\n") == NULL)
			continue;
		add_to(file, number, alternative(file->arena, figure->picture), element);
		figure = figure->next;
	}
}

/* The number of the object whose beginning lies before this place. */
static long
number_before(const struct file *file, const char *at)
{
	static const char head[] = " 0 obj\n";
	const char *from = file->pdf->bytes;

	while (at - from > (long)strlen(head) && strncmp(at, head, strlen(head)) != 0)
		at--;
	while (at > from && at[-1] >= '0' && at[-1] <= '9')
		at--;
	return strtol(at, NULL, 10);
}

/* All objects that say one thing say another, too.  Contents of pages are packed,
 * so such words stand in dictionaries alone. */
static void
add_where(struct file *file, const char *said, const char *words)
{
	size_t end = file->pdf->length;

	/* What is added comes behind: the buffer may move, its offsets do not. */
	for (size_t from = 0; from < end; from += strlen(said)) {
		const char *at = memmem(file->pdf->bytes + from, end - from, said, strlen(said));
		long number;

		if (at == NULL)
			return;
		from = (size_t)(at - file->pdf->bytes);
		number = number_before(file, at);
		if (strstr(object(file, number), said) != NULL)
			add_to(file, number, words, object(file, number));
	}
}

/* An object that is new, with a stream; its number. */
static long
add_stream(struct file *file, const char *words, const void *bytes, size_t n)
{
	long number = file->size + file->more++;

	buffer_format(&file->table, "%ld 1\n%010zu 00000 n \n", number, file->pdf->length);
	buffer_format(file->pdf, "%ld 0 obj\n<< %s /Length %zu >>\nstream\n", number, words, n);
	buffer_add(file->pdf, bytes, n);
	buffer_text(file->pdf, "\nendstream\nendobj\n");
	return number;
}

/* What the catalogue says of the whole file: also what it has to for archives (ISO
 * 19005-2, 6.2.3 and 6.6.2). */
static const char *
words_of_catalogue(struct file *file, const struct archive_facts *facts)
{
	const char *metadata = archive_metadata(file->arena, facts);
	long xmp = add_stream(file, "/Type /Metadata /Subtype /XML", metadata, strlen(metadata));
	long profile = add_stream(file, "/N 3", archive_profile, ARCHIVE_PROFILE);

	return arena_format(file->arena,
	    "/Lang (id-ID)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
	    "   /Metadata %ld 0 R\n   /OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 "
	    "/OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
	    "/DestOutputProfile %ld 0 R >> ]\n  ",
	    xmp, profile);
}

/* A name for the file, of what is in it (ISO 32000-1, 14.4). */
static const char *
file_id(const struct file *file)
{
	unsigned char name[CONTENT_NAME_BYTES];
	struct buffer id = { .arena = file->arena };

	content_name(name, file->pdf->bytes, file->pdf->length);
	for (size_t at = 0; at < CONTENT_NAME_BYTES; at++)
		buffer_format(&id, "%02x", name[at]);
	return id.bytes;
}

/* "2026-11-21T02:32:10+08:00" of "(20261121023210+08'00)" behind a word, NULL
 * where there is none. */
static const char *
moment_after(struct arena *arena, const char *info, const char *word)
{
	enum { DIGITS = 14 };
	const char *at = strstr(info, word), *zone;

	if (at == NULL)
		return NULL;
	at += strcspn(at, "0123456789)");
	if (strspn(at, "0123456789") != DIGITS)
		return NULL;
	zone = at + DIGITS;
	return arena_format(arena, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s%s", at, at + 4, at + 6, at + 8,
	    at + 10, at + 12,
	    *zone == '+' || *zone == '-' ? arena_format(arena, "%.3s:%.2s", zone, zone + 4) : "Z");
}

void
pdf_revision_add(struct arena *arena, struct buffer *pdf, const struct figure *figures,
    struct archive_facts *facts)
{
	struct file file = { .arena = arena, .pdf = pdf, .table = { .arena = arena } };
	const char *catalogue, *id;
	long root, info;
	size_t start;

	if (!file_open(&file))
		return;
	root = pdf_revision_number_after(file.trailer, "/Root ");
	info = pdf_revision_number_after(file.trailer, "/Info ");
	catalogue = object(&file, root);
	facts->created = moment_after(arena, object(&file, info), "/CreationDate (");
	facts->changed = moment_after(arena, object(&file, info), "/ModDate (");
	add_to(&file, root, words_of_catalogue(&file, facts), catalogue);
	add_to(&file, info, "", with_dates(arena, object(&file, info)));
	if (figures != NULL)
		add_alternatives(&file, catalogue, figures);
	/* Heads of columns say that they are, so that a table is read aloud with them
	 * (ISO 32000-1, 14.8.5.7, Table 384). */
	add_where(&file, "/S /TH\n", "/A << /O /Table /Scope /Column >>\n   ");
	/* Links are printed, are reached in the order of the text and say where they
	 * lead (12.5.3; ISO 14289-1, 7.18.3 and 7.18.5). */
	add_where(&file, "/Subtype /Link\n",
	    "/F 4\n   /Contents (Periksa keaslian lembar ini)\n   ");
	add_where(&file, "/Annots [", "/Tabs /S\n   ");
	/* Glyphs are numbered as they lie in the font, which an archive's file says
	 * itself (ISO 19005-2, 6.2.11.3.2). */
	add_where(&file, "/Subtype /CIDFontType2\n", "/CIDToGIDMap /Identity\n   ");
	id = file_id(&file);
	start = pdf->length;
	buffer_format(pdf,
	    "xref\n%strailer\n<< /Size %ld\n   /Root %ld 0 R\n"
	    "   /Info %ld 0 R\n   /Prev %ld\n   /ID [ (%s) (%s) ]\n>>\nstartxref\n%zu\n%%%%EOF\n",
	    file.table.bytes, file.size + file.more, root, info, file.start, id, id, start);
}
