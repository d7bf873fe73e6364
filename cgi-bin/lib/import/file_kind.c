/* SPDX-License-Identifier: ISC */
/*
 * What was sent in place of a table: other programs' spreadsheets, web pages
 * and pictures, told by their first bytes or by the parts of their archive.
 */
#include "import/file_kind.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/banned.h"

/* So far in, the kinds of XML name themselves. */
enum { XML_WITHIN = 1024, TEXT_WITHIN = 512 };

#define OFFICE "Excel atau LibreOffice"

struct mark {
	const char *bytes;
	size_t length;
	struct file_kind kind;
};
#define MARK(bytes, name, opened_by) \
	{ \
		bytes, sizeof(bytes) - 1, \
		{ \
			name, opened_by \
		} \
	}

/* A compound file names its streams in UTF-16 ([MS-CFB], 2.6.1). */
static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
static const struct mark streams[] = {
	MARK("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "berkas Excel yang berkata sandi",
	    OFFICE),
	MARK("W\0o\0r\0k\0b\0o\0o\0k\0", "berkas Excel lama (.xls)", OFFICE),
	MARK("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "naskah Word lama (.doc)", NULL),
	MARK("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0", "salindia PowerPoint lama (.ppt)", NULL),
};
static const struct file_kind old_office = { "berkas Excel lama (.xls) atau yang berkata sandi",
	OFFICE };

static const struct mark firsts[] = {
	MARK("\x09\x00\x04\x00", "berkas Excel yang sangat lama (.xls)", OFFICE),
	MARK("\x09\x02\x06\x00", "berkas Excel yang sangat lama (.xls)", OFFICE),
	MARK("\x09\x04\x06\x00", "berkas Excel yang sangat lama (.xls)", OFFICE),
	MARK("\x1f\x8b", "berkas Gnumeric (.gnumeric) atau berkas yang dimampatkan (.gz)",
	    "Gnumeric atau LibreOffice"),
	MARK("%PDF-", "berkas PDF", NULL),
	MARK("\x89PNG", "gambar", NULL),
	MARK("\xff\xd8\xff", "foto", NULL),
	MARK("Rar!", "berkas yang dimampatkan (.rar)", NULL),
	MARK("7z\xbc\xaf", "berkas yang dimampatkan (.7z)", NULL),
	MARK("{\\rtf", "naskah (.rtf)", NULL),
	MARK("ID;P", "lembar kerja SYLK (.slk)", OFFICE),
	MARK("TABLE\r\n0,1", "lembar kerja DIF (.dif)", OFFICE),
	MARK("TABLE\n0,1", "lembar kerja DIF (.dif)", OFFICE),
	MARK("socialcalc:", "lembar kerja SocialCalc", "program asalnya"),
};

static const struct mark parts[] = {
	MARK("opendocument.text", "naskah OpenDocument (.odt)", NULL),
	MARK("opendocument", "berkas OpenDocument", NULL),
	MARK("xl/workbook.bin", "berkas Excel biner (.xlsb)", OFFICE),
	MARK("word/document.xml", "naskah Word (.docx)", NULL),
	MARK("ppt/presentation.xml", "salindia PowerPoint (.pptx)", NULL),
	MARK("Index/Document.iwa", "berkas Numbers atau Pages dari Apple", "Numbers"),
};

static const struct mark documents[] = {
	MARK("urn:schemas-microsoft-com:office:spreadsheet",
	    "berkas Excel 2003 dalam bentuk XML (.xml)", OFFICE),
	MARK("urn:oasis:names:tc:opendocument",
	    "lembar kerja OpenDocument dalam bentuk XML (.fods)", "LibreOffice"),
};

static bool
is_markup(const char *bytes, const char *end)
{
	static const char *const begins[] = { "!doctype", "html", "table", "meta", "head", "style",
		"body" };

	for (size_t at = 0; at < sizeof(begins) / sizeof(begins[0]); at++)
		if (strlen(begins[at]) < (size_t)(end - bytes) &&
		    strncasecmp(bytes + 1, begins[at], strlen(begins[at])) == 0)
			return true;
	return false;
}

static const struct file_kind web_page = { "halaman web (HTML) yang dinamai seperti berkas Excel",
	OFFICE },
			      some_xml = { "berkas XML", NULL },
			      binary = { "berkas biner dari program lain", NULL };

static const struct file_kind *
kind_of_markup(const char *bytes, const char *end)
{
	size_t n = (size_t)(end - bytes) < XML_WITHIN ? (size_t)(end - bytes) : XML_WITHIN;

	for (size_t at = 0; at < sizeof(documents) / sizeof(documents[0]); at++)
		if (memmem(bytes, n, documents[at].bytes, documents[at].length) != NULL)
			return &documents[at].kind;
	if (is_markup(bytes, end) || memmem(bytes, n, "html", 4) != NULL)
		return &web_page;
	return n > 1 && bytes[1] == '?' ? &some_xml : NULL;
}

static const struct file_kind *
kind_of_compound(const char *bytes, size_t n)
{
	for (size_t at = 0; at < sizeof(streams) / sizeof(streams[0]); at++)
		if (memmem(bytes, n, streams[at].bytes, streams[at].length) != NULL)
			return &streams[at].kind;
	return &old_office;
}

const struct file_kind *
file_kind_of(const char *bytes, size_t n)
{
	const char *at = bytes, *end = bytes + n;
	size_t within = n < TEXT_WITHIN ? n : TEXT_WITHIN;

	for (size_t each = 0; each < sizeof(firsts) / sizeof(firsts[0]); each++)
		if (n >= firsts[each].length &&
		    memcmp(bytes, firsts[each].bytes, firsts[each].length) == 0)
			return &firsts[each].kind;
	if (n >= sizeof(compound) - 1 && memcmp(bytes, compound, sizeof(compound) - 1) == 0)
		return kind_of_compound(bytes, n);
	/* UTF-16 has its mark, and has been read by now. */
	if (memchr(bytes, '\0', within) != NULL)
		return &binary;
	while (at < end && strchr(" \t\r\n\xef\xbb\xbf", *at) != NULL)
		at++;
	return at < end && *at == '<' ? kind_of_markup(at, end) : NULL;
}

const struct file_kind *
file_kind_in_archive(const char *bytes, size_t n)
{
	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]); at++)
		if (memmem(bytes, n, parts[at].bytes, parts[at].length) != NULL)
			return &parts[at].kind;
	return NULL;
}
