/* SPDX-License-Identifier: ISC */
/*
 * The text inside Office Open XML (ECMA-376) and OpenDocument files, for
 * searching: in reading order as far as the format says it, without what is
 * hidden.
 */
#include "format/office_text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/zip_reader.h"
#include "format/xml_reader.h"
#include "base/banned.h"

enum {
	NAME_SIZE = 64,  /* of a part in the archive */
	PARTS_MAX = 300, /* slides or worksheets that are looked at */
	GAP_MAX = 20,    /* missing numbers in a row end the search */
	NUMBER_SIZE = 16 /* digits of a shared string's number */
};

const struct format_limits format_limits_text = {
	.rows = 1,
	.columns = 1,
	.cell = 1,
	.total = 1, /* not of text */
	.strings = 200000,
	.entries = 20000,
	.inflated = 64u << 20,
	.ratio = 200,
};

/* What an element means for the text. */
enum meaning {
	NOTHING,
	CARRIES = 1,   /* its characters are text */
	ENDS_LINE = 2, /* a line ends behind it */
	IS_LINE = 4,   /* it stands for the end of a line itself, */
	IS_TAB = 8,    /* for a tab, */
	IS_SPACE = 16, /* for a space */
	HIDES = 32     /* nothing inside it is text */
};

struct word {
	const char *name; /* without its prefix; NULL ends a list */
	unsigned meaning;
};

/* WordprocessingML, ECMA-376 Part 1, section 17; DrawingML, section 21. */
static const struct word ooxml_words[] = {
	{ "t", CARRIES },
	{ "p", ENDS_LINE },
	{ "br", IS_LINE },
	{ "cr", IS_LINE },
	{ "tab", IS_TAB },
	{ "noBreakHyphen", NOTHING },
	{ "moveFrom", HIDES },
	{ "Fallback", HIDES }, /* the same box once more, for readers of 2007 */
	{ NULL, NOTHING },
};

/* OpenDocument 1.3 Part 3, sections 5, 6 and 9. */
static const struct word odf_words[] = {
	{ "p", CARRIES | ENDS_LINE },
	{ "h", CARRIES | ENDS_LINE },
	{ "s", IS_SPACE },
	{ "tab", IS_TAB },
	{ "line-break", IS_LINE },
	{ "tracked-changes", HIDES },
	{ NULL, NOTHING },
};

/* SpreadsheetML, section 18: strings; cells are seen to by themselves. */
static const struct word sheet_words[] = { { "t", CARRIES }, { "rPh", HIDES }, { NULL, NOTHING } };

struct text {
	const struct format_limits *limits;
	struct zip_reader archive;
	format_text_fn *put;
	void *arg;
	enum format_error error;

	/* of the part that is being read */
	struct xml_reader part;
	const struct word *words;
	unsigned carrying, hidden; /* depths */
	bool into_pool;

	/* shared strings, one after the other, and where each ends */
	char *pool;
	size_t pool_n, pool_size;
	size_t *ends;
	size_t end_n, end_size;

	/* of the cell */
	bool shared, valued;
	char number[NUMBER_SIZE];
	size_t number_n;
};

static void
office_text_fail(struct text *t, enum format_error error)
{
	if (t->error == FORMAT_OK)
		t->error = error;
	if (t->part.parser != NULL)
		xml_stop(&t->part, error);
}

/* Makes room for n more of `size` bytes each; false after office_text_fail(). */
static bool
grow(struct text *t, void **list, size_t used, size_t *room, size_t n, size_t size)
{
	size_t wanted = *room;
	void *grown;

	if (n <= wanted - used)
		return true;
	do
		wanted = wanted == 0 ? 4096 : wanted * 2;
	while (n > wanted - used);
	grown = reallocarray(*list, wanted, size);
	if (grown == NULL) {
		office_text_fail(t, FORMAT_MEMORY);
		return false;
	}
	*list = grown;
	*room = wanted;
	return true;
}

static void
office_text_put(struct text *t, const char *bytes, size_t n)
{
	void *pool = t->pool;

	if (!t->into_pool) {
		if (n > 0 && t->put(t->arg, bytes, n) != 0)
			office_text_fail(t, FORMAT_STOPPED);
		return;
	}
	if (!grow(t, &pool, t->pool_n, &t->pool_size, n, 1))
		return;
	t->pool = pool;
	memcpy(t->pool + t->pool_n, bytes, n);
	t->pool_n += n;
}

/* A shared string has ended. */
static void
office_text_end_string(struct text *t)
{
	void *ends = t->ends;

	if (t->end_n == t->limits->strings) {
		office_text_fail(t, FORMAT_TOTAL);
		return;
	}
	if (!grow(t, &ends, t->end_n, &t->end_size, 1, sizeof(*t->ends)))
		return;
	t->ends = ends;
	t->ends[t->end_n++] = t->pool_n;
}

static void
put_shared(struct text *t)
{
	size_t at = 0, begin;

	for (size_t i = 0; i < t->number_n; i++) {
		if (t->number[i] < '0' || t->number[i] > '9')
			return;
		at = at * 10 + (size_t)(t->number[i] - '0');
	}
	if (t->number_n == 0 || at >= t->end_n)
		return;
	begin = at == 0 ? 0 : t->ends[at - 1];
	office_text_put(t, t->pool + begin, t->ends[at] - begin);
}

static unsigned
meaning_of(const struct text *t, const char *name)
{
	for (const struct word *at = t->words; at->name != NULL; at++)
		if (strcmp(at->name, name) == 0)
			return at->meaning;
	return NOTHING;
}

static void
office_text_on_start(void *arg, const char *element, const char **atts)
{
	struct text *t = arg;
	const char *name = xml_local(element);
	unsigned meaning = meaning_of(t, name);

	if (t->hidden > 0 || (meaning & HIDES) != 0)
		t->hidden++;
	if (t->hidden > 0)
		return;
	if ((meaning & CARRIES) != 0)
		t->carrying++;
	if ((meaning & IS_LINE) != 0)
		office_text_put(t, "\n", 1);
	if ((meaning & IS_TAB) != 0)
		office_text_put(t, "\t", 1);
	if ((meaning & IS_SPACE) != 0)
		office_text_put(t, " ", 1);
	if (t->words != sheet_words)
		return;
	if (strcmp(name, "c") == 0)
		t->shared = strcmp(xml_attribute(atts, "t", ""), "s") == 0;
	t->valued = strcmp(name, "v") == 0;
	t->number_n = 0;
}

static void
office_text_on_end(void *arg, const char *element)
{
	struct text *t = arg;
	const char *name = xml_local(element);
	unsigned meaning = meaning_of(t, name);

	if (t->hidden > 0) {
		t->hidden--;
		return;
	}
	if ((meaning & CARRIES) != 0 && t->carrying > 0)
		t->carrying--;
	if ((meaning & ENDS_LINE) != 0)
		office_text_put(t, "\n", 1);
	if (t->words != sheet_words)
		return;
	if (t->valued && t->shared)
		put_shared(t);
	t->valued = false;
	if (strcmp(name, "si") == 0)
		office_text_end_string(t);
	else if (strcmp(name, "c") == 0)
		office_text_put(t, "\t", 1);
	else if (strcmp(name, "row") == 0)
		office_text_put(t, "\n", 1);
}

static void
office_text_on_text(void *arg, const char *bytes, size_t n)
{
	struct text *t = arg;
	size_t room = sizeof(t->number) - t->number_n;

	if (t->hidden > 0)
		return;
	if (t->carrying > 0 || (t->valued && !t->shared))
		office_text_put(t, bytes, n);
	else if (t->valued && n <= room) {
		memcpy(t->number + t->number_n, bytes, n);
		t->number_n += n;
	}
}

/* FORMAT_ABSENT, with no fault, when the archive has no such part. */
static enum format_error
office_text_read_part(struct text *t, const char *name, const struct word *words, bool into_pool)
{
	enum format_error error;

	if (t->error != FORMAT_OK)
		return t->error;
	error = zip_reader_begin(&t->archive, name);
	if (error == FORMAT_ABSENT)
		return error;
	if (error != FORMAT_OK)
		return t->error = error;
	t->words = words;
	t->carrying = t->hidden = 0;
	t->valued = false;
	t->into_pool = into_pool;
	t->part = (struct xml_reader){ .arg = t,
		.start = office_text_on_start,
		.end = office_text_on_end,
		.text = office_text_on_text };
	error = xml_read(&t->part, &t->archive);
	if (error != FORMAT_OK)
		office_text_fail(t, error);
	t->into_pool = false;
	/* After a fault its rest is not unpacked: closing it is enough. */
	if (t->error == FORMAT_OK && (error = zip_reader_end(&t->archive)) != FORMAT_OK)
		t->error = error;
	if (t->error == FORMAT_OK && !into_pool)
		office_text_put(t, "\n", 1);
	return t->error;
}

/* before1after, before2after, … */
static void
read_numbered(struct text *t, const char *before, const struct word *words)
{
	char name[NAME_SIZE];
	int gap = 0;

	for (int at = 1; at <= PARTS_MAX && gap < GAP_MAX && t->error == FORMAT_OK; at++) {
		snprintf(name, sizeof(name), "%s%d.xml", before, at);
		gap = office_text_read_part(t, name, words, false) == FORMAT_ABSENT ? gap + 1 : 0;
	}
}

enum format_error
text_read(enum text_kind kind, const char *bytes, size_t n, const struct format_limits *limits,
    format_text_fn *put_fn, void *arg)
{
	struct text t = { .limits = limits, .put = put_fn, .arg = arg };

	t.error = zip_reader_open(&t.archive, bytes, n, limits);
	if (t.error == FORMAT_OK) {
		switch (kind) {
		case TEXT_DOCX:
			read_numbered(&t, "word/header", ooxml_words);
			office_text_read_part(&t, "word/document.xml", ooxml_words, false);
			office_text_read_part(&t, "word/footnotes.xml", ooxml_words, false);
			office_text_read_part(&t, "word/endnotes.xml", ooxml_words, false);
			read_numbered(&t, "word/footer", ooxml_words);
			break;
		case TEXT_PPTX:
			read_numbered(&t, "ppt/slides/slide", ooxml_words);
			break;
		case TEXT_XLSX:
			office_text_read_part(&t, "xl/sharedStrings.xml", sheet_words, true);
			read_numbered(&t, "xl/worksheets/sheet", sheet_words);
			break;
		case TEXT_ODT:
			office_text_read_part(&t, "content.xml", odf_words, false);
			/* Head and foot of its pages. */
			office_text_read_part(&t, "styles.xml", odf_words, false);
			break;
		case TEXT_ODS: /* the head of its pages is "Sheet1", the foot "Page 1" */
			office_text_read_part(&t, "content.xml", odf_words, false);
			break;
		}
	}
	zip_reader_close(&t.archive);
	free(t.pool);
	free(t.ends);
	return t.error;
}
