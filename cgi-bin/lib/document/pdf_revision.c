/* SPDX-License-Identifier: ISC */
/*
 * What this cairo cannot say about a PDF, added behind it as a new revision of
 * some objects (ISO 32000-1, 7.5.6): the language, that the title is to be
 * shown, dates in their right form, what is the head of a column, and a text in
 * place of each picture for who cannot see it.
 */
#include "document/pdf_writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
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

/*
 * Heads of columns say that they are, so that a table is read aloud with them
 * (14.8.5.7, Table 384).  Contents of pages are packed, so these words stand in
 * elements alone.
 */
static void
add_scopes(struct file *file)
{
	static const char head[] = "/S /TH\n";
	size_t end = file->pdf->length;

	/* What is added comes behind: the buffer may move, its offsets do not. */
	for (size_t from = 0; from < end; from += strlen(head)) {
		const char *at = memmem(file->pdf->bytes + from, end - from, head, strlen(head));
		long number;

		if (at == NULL)
			return;
		from = (size_t)(at - file->pdf->bytes);
		number = number_before(file, at);
		if (strstr(object(file, number), head) != NULL)
			add_to(file, number, "/A << /O /Table /Scope /Column >>\n   ",
			    object(file, number));
	}
}

void
pdf_revision_add(struct arena *arena, struct buffer *pdf, const struct figure *figures)
{
	struct file file = { .arena = arena, .pdf = pdf, .table = { .arena = arena } };
	const char *catalogue;
	long root, info;
	size_t start;

	if (!file_open(&file))
		return;
	root = pdf_revision_number_after(file.trailer, "/Root ");
	info = pdf_revision_number_after(file.trailer, "/Info ");
	catalogue = object(&file, root);
	add_to(&file, root,
	    "/Lang (id-ID)\n   /ViewerPreferences << "
	    "/DisplayDocTitle true >>\n  ",
	    catalogue);
	add_to(&file, info, "", with_dates(arena, object(&file, info)));
	if (figures != NULL)
		add_alternatives(&file, catalogue, figures);
	add_scopes(&file);
	start = pdf->length;
	buffer_format(pdf,
	    "xref\n%strailer\n<< /Size %ld\n   /Root %ld 0 R\n"
	    "   /Info %ld 0 R\n   /Prev %ld\n>>\nstartxref\n%zu\n%%%%EOF\n",
	    file.table.bytes, file.size, root, info, file.start, start);
}
