/* SPDX-License-Identifier: ISC */
/* What files are by their content: the eight kinds, and the liars. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <minizip/zip.h>

#include "store/media_type.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define OOXML "application/vnd.openxmlformats-officedocument."
#define ODF "application/vnd.oasis.opendocument."

static char path[] = "/tmp/test_sniff.XXXXXX";

/* One file of an archive, to be packed; password NULL for none. */
struct entry {
	const char *name;
	const char *content;
	int level; /* 0: stored */
	const char *password;
};

static void
write_bytes(const void *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

static void
write_archive(const struct entry *entries, size_t count)
{
	zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);

	assert_non_null(zip);
	for (size_t at = 0; at < count; at++) {
		const struct entry *entry = &entries[at];
		size_t length = strlen(entry->content);

		assert_int_equal(zipOpenNewFileInZip3_64(zip, entry->name, NULL, NULL, 0, NULL, 0,
				     NULL, entry->level == 0 ? 0 : Z_DEFLATED, entry->level, 0,
				     -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, entry->password,
				     0, 0),
		    ZIP_OK);
		assert_int_equal(zipWriteInFileInZip(zip, entry->content, (unsigned)length),
		    ZIP_OK);
		assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
	}
	assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

/* The file is of that type; a refused one says `says` to the person. */
static void
is_type(enum file_type expected, const char *says)
{
	struct error_chain fault = { 0 };
	enum file_type type;
	const char *why;

	assert_int_equal(media_type_find(path, &type, &why, &fault), 0);
	if (type != FILE_REFUSED && expected == FILE_REFUSED)
		fail_msg("taken in as %s", file_media(type));
	if (type == FILE_REFUSED && expected != FILE_REFUSED)
		fail_msg("refused: %s", why);
	assert_int_equal(type, expected);
	if (expected != FILE_REFUSED)
		assert_null(why);
	else if (strstr(why, says) == NULL)
		fail_msg("\"%s\" instead of \"%s\"", why, says);
}

static void
bytes_are(enum file_type expected, const char *says, const void *bytes, size_t length)
{
	write_bytes(bytes, length);
	is_type(expected, says);
}

#define TEXT_IS(expected, says, text) bytes_are((expected), (says), (text), sizeof(text) - 1)

static void
archive_is(enum file_type expected, const char *says, const struct entry *entries, size_t count)
{
	write_archive(entries, count);
	is_type(expected, says);
}

#define ARCHIVE_IS(expected, says, ...) \
	archive_is((expected), (says), (const struct entry[]){ __VA_ARGS__ }, \
	    COUNT(((const struct entry[]){ __VA_ARGS__ })))

#define TYPES(parts) \
	{ \
		"[Content_Types].xml", \
		    "<?xml version=\"1.0\" " \
		    "encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org" \
		    "/package/2006/content-types\"><Default Extension=\"rels\" " \
		    "ContentType=\"application/vnd.openxmlformats-package.relationships" \
		    "+xml\"/>" parts "</Types>", \
		    6, NULL \
	}
#define OVERRIDE(part, type) "<Override PartName=\"" part "\" ContentType=\"" type "\"/>"
#define FILE_OF(name) \
	{ \
		name, "<x/>", 6, NULL \
	}

static void
the_eight_kinds(void **state)
{
	(void)state;
	TEXT_IS(FILE_PDF, "", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
	TEXT_IS(FILE_JPEG, "",
	    "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00"
	    "\x00\x01\x00\x01\x00\x00\xff\xd9");
	TEXT_IS(FILE_PNG, "",
	    "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00"
	    "\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00");
	ARCHIVE_IS(FILE_DOCX, "",
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.document.main+xml")),
	    FILE_OF("word/document.xml"));
	ARCHIVE_IS(FILE_XLSX, "", FILE_OF("xl/workbook.xml"),
	    TYPES(OVERRIDE("/xl/workbook.xml", OOXML "spreadsheetml.sheet.main+xml")));
	ARCHIVE_IS(FILE_PPTX, "",
	    TYPES(OVERRIDE("/ppt/presentation.xml", OOXML "presentationml.presentation.main+xml")),
	    FILE_OF("ppt/presentation.xml"));
	ARCHIVE_IS(FILE_ODT, "", { "mimetype", ODF "text", 0, NULL }, FILE_OF("content.xml"));
	ARCHIVE_IS(FILE_ODS, "", { "mimetype", ODF "spreadsheet", 0, NULL }, FILE_OF("content.xml"),
	    FILE_OF("Basic/script-lc.xml"), FILE_OF("Basic/Standard/script-lb.xml"));
}

static void
other_ways_to_write_them(void **state)
{
	(void)state;
	/* Office 365 numbers the main part; names differ in case. */
	ARCHIVE_IS(FILE_DOCX, "",
	    TYPES(OVERRIDE("/word/Document2.xml", OOXML "wordprocessingml.document.main+xml")),
	    FILE_OF("word/document2.xml"));
	/* Open XML SDK gives the type of the extension. */
	ARCHIVE_IS(FILE_XLSX, "",
	    TYPES("<Default Extension=\"xml\" "
		  "ContentType=\"" OOXML "spreadsheetml.sheet.main+xml\"/>"),
	    FILE_OF("xl/workbook.xml"));
}

/* As somebody packed them anew, or a library that knows no order. */
static void
packed_by_others(void **state)
{
	(void)state;
	ARCHIVE_IS(FILE_ODT, "", { "mimetype", ODF "text", 6, NULL }, FILE_OF("content.xml"));
	ARCHIVE_IS(FILE_ODS, "", FILE_OF("META-INF/manifest.xml"), FILE_OF("content.xml"),
	    { "mimetype", ODF "spreadsheet", 6, NULL });
	ARCHIVE_IS(FILE_ODS, "", FILE_OF("content.xml"),
	    { "META-INF/manifest.xml",
		"<m:manifest xmlns:m=\"urn:x\">"
		"<m:file-entry m:full-path=\"content.xml\" m:media-type=\"text/xml\"/>"
		"<m:file-entry m:full-path=\"/\" m:media-type=\"" ODF "spreadsheet\"/>"
		"</m:manifest>",
		6, NULL });
	/* folders come as entries of their own */
	ARCHIVE_IS(FILE_DOCX, "", { "word/", "", 0, NULL }, { "_rels/", "", 6, NULL },
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.document.main+xml")),
	    FILE_OF("word/document.xml"));
	ARCHIVE_IS(FILE_ODT, "", { "Configurations2/", "", 0, NULL }, { "Basic/", "", 0, NULL },
	    { "mimetype", ODF "text", 0, NULL }, FILE_OF("content.xml"));
}

/* A PDF as readers find it: what stands before its head is no matter. */
static void
pdf_behind_something(void **state)
{
	char far[1100];

	(void)state;
	TEXT_IS(FILE_PDF, "", "\r\n\r\n%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
	TEXT_IS(FILE_PDF, "", "\xef\xbb\xbf%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
	TEXT_IS(FILE_PDF, "",
	    "<br />\n<b>Notice</b>:  Undefined index: id in <b>"
	    "/var/www/cetak.php</b> on line <b>12</b><br />\n%PDF-1.4\n1 0 obj\n");
	memset(far, ' ', sizeof(far));
	memcpy(far + 1024, "%PDF-1.4\n", 9);
	bytes_are(FILE_PDF, "", far, sizeof(far));
	/* too far, a page, a script, bytes of another format */
	memset(far, ' ', sizeof(far));
	memcpy(far + 1090, "%PDF-1.4\n", 9);
	bytes_are(FILE_REFUSED, "", far, sizeof(far));
	TEXT_IS(FILE_REFUSED, "", "<!DOCTYPE html><p>%PDF-1.7 1 0 obj %%EOF");
	TEXT_IS(FILE_REFUSED, "", "<ScRiPt>alert(1)</script>%PDF-1.7\n1 0 obj\n");
	TEXT_IS(FILE_REFUSED, "", "#!/bin/sh\n#%PDF-1.7\n1 0 obj\n");
	TEXT_IS(FILE_REFUSED, "", "MZ\x90\x00\x03%PDF-1.7\n1 0 obj\n");
}

static void
archives(void **state)
{
	(void)state;
	ARCHIVE_IS(FILE_REFUSED, "arsip ZIP", FILE_OF("rahasia.pdf"));
	ARCHIVE_IS(FILE_REFUSED, "arsip ZIP", TYPES(""), FILE_OF("word/document.xml"));
	ARCHIVE_IS(FILE_REFUSED, "arsip ZIP", { "mimetype", "application/epub+zip", 0, NULL },
	    FILE_OF("content.xml"));
	ARCHIVE_IS(FILE_REFUSED, "arsip ZIP", FILE_OF("content.xml"),
	    FILE_OF("META-INF/manifest.xml"));
	TEXT_IS(FILE_REFUSED, "arsip", "Rar!\x1a\x07\x01\x00\x00\x00\x00\x00");
	TEXT_IS(FILE_REFUSED, "arsip", "7z\xbc\xaf\x27\x1c\x00\x04\x00\x00");
	TEXT_IS(FILE_REFUSED, "arsip",
	    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00"
	    "\x03\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00");
}

static void
documents_with_programs(void **state)
{
	(void)state;
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(OVERRIDE("/word/document.xml",
		"application/vnd.ms-word.document.macroEnabled.main+xml")
		    OVERRIDE("/word/vbaProject.bin", "application/vnd.ms-office.vbaProject")),
	    FILE_OF("word/document.xml"), FILE_OF("word/vbaProject.bin"));
	/* renamed to .docx, its type too: the program is still in it */
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.document.main+xml")),
	    FILE_OF("word/document.xml"), FILE_OF("word/VBAPROJECT.BIN"));
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.document.main+xml")
		    OVERRIDE("/word/x.bin", "application/vnd.ms-office.vbaProject")),
	    FILE_OF("word/document.xml"), FILE_OF("word/x.bin"));
	/* character references do not hide it from a parser of XML */
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.document.main+xml")
		    OVERRIDE("/word/x.bin", "application/vnd.ms-office.vba&#80;roject")),
	    FILE_OF("word/document.xml"));
	ARCHIVE_IS(FILE_REFUSED, "makro", { "mimetype", ODF "text", 0, NULL },
	    FILE_OF("content.xml"), FILE_OF("Basic/Standard/Module1.xml"));
	ARCHIVE_IS(FILE_REFUSED, "makro", { "mimetype", ODF "text", 0, NULL },
	    FILE_OF("content.xml"), FILE_OF("Scripts/python/x.py"));
}

#define MACRO_DEFAULT \
	"<Default Extension=\"bin\" ContentType=\"" \
	"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/>"

/* SheetJS 0.18.5 declares such a type in every workbook that it writes. */
static void
programs_that_are_only_declared(void **state)
{
	(void)state;
	ARCHIVE_IS(FILE_XLSX, "", FILE_OF("xl/workbook.xml"),
	    TYPES(MACRO_DEFAULT OVERRIDE("/xl/workbook.xml",
		OOXML "spreadsheetml.sheet.main+xml")));
	/* a part of that type, before the types or behind them */
	ARCHIVE_IS(FILE_REFUSED, "makro", FILE_OF("xl/x.bin"), FILE_OF("xl/workbook.xml"),
	    TYPES(MACRO_DEFAULT OVERRIDE("/xl/workbook.xml",
		OOXML "spreadsheetml.sheet.main+xml")));
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(MACRO_DEFAULT OVERRIDE("/xl/workbook.xml", OOXML "spreadsheetml.sheet.main+xml")),
	    FILE_OF("xl/workbook.xml"), FILE_OF("xl/x.BIN"));
	/* more of them than any program declares */
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(MACRO_DEFAULT MACRO_DEFAULT MACRO_DEFAULT MACRO_DEFAULT MACRO_DEFAULT
		    MACRO_DEFAULT MACRO_DEFAULT MACRO_DEFAULT
		"<Default Extension=\"b\" ContentType=\"macroEnabled\"/>" OVERRIDE(
		    "/xl/workbook.xml", OOXML "spreadsheetml.sheet.main+xml")),
	    FILE_OF("xl/workbook.xml"));
	/* .xlsm and .xlam without a program, and macros of Excel 4 */
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(OVERRIDE("/xl/workbook.xml",
		"application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
	    FILE_OF("xl/workbook.xml"));
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(OVERRIDE("/xl/workbook.xml",
		"application/vnd.ms-excel.addin.macroEnabled.main+xml")),
	    FILE_OF("xl/workbook.xml"));
	ARCHIVE_IS(FILE_REFUSED, "makro",
	    TYPES(OVERRIDE("/xl/workbook.xml", OOXML "spreadsheetml.sheet.main+xml")),
	    FILE_OF("xl/workbook.xml"), FILE_OF("xl/macrosheets/sheet1.xml"));
	/* .xlsb is named for what it is */
	ARCHIVE_IS(FILE_REFUSED, "XLSB",
	    TYPES(OVERRIDE("/xl/workbook.bin",
		"application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
	    FILE_OF("xl/workbook.bin"));
}

static void
office_that_is_not_taken(void **state)
{
	(void)state;
	ARCHIVE_IS(FILE_REFUSED, "templat",
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.template.main+xml")),
	    FILE_OF("word/document.xml"));
	ARCHIVE_IS(FILE_REFUSED, "OpenDocument jenis ini",
	    { "mimetype", ODF "presentation", 0, NULL }, FILE_OF("content.xml"));
	ARCHIVE_IS(FILE_REFUSED, "kata sandi",
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.document.main+xml")),
	    { "word/document.xml", "<x/>", 6, "contoh" });
	/* the main part is not there */
	ARCHIVE_IS(FILE_REFUSED, "rusak",
	    TYPES(OVERRIDE("/word/document.xml", OOXML "wordprocessingml.document.main+xml")),
	    FILE_OF("word/other.xml"));
	ARCHIVE_IS(FILE_REFUSED, "rusak",
	    { "[Content_Types].xml",
		"<!DOCTYPE Types [<!ENTITY a \"x\">]>"
		"<Types>" OVERRIDE("/word/document.xml",
		    OOXML "wordprocessingml.document.main+xml") "</Types>",
		6, NULL },
	    FILE_OF("word/document.xml"));
	ARCHIVE_IS(FILE_REFUSED, "rusak", { "[Content_Types].xml", "<Types>", 6, NULL },
	    FILE_OF("word/document.xml"));
	TEXT_IS(FILE_REFUSED, "rusak", "PK\x03\x04 the rest never came");
	TEXT_IS(FILE_REFUSED, "format lama",
	    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00\x00\x00\x00\x00\x00");
}

static void
everything_else(void **state)
{
	(void)state;
	TEXT_IS(FILE_REFUSED, "HTML",
	    "<!DOCTYPE html><html><body><script>"
	    "alert(1)</script></body></html>");
	TEXT_IS(FILE_REFUSED, "SVG",
	    "<?xml version=\"1.0\"?><svg xmlns="
	    "\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"></svg>");
	TEXT_IS(FILE_REFUSED, "program",
	    "\x7f"
	    "ELF\x02\x01\x01\x00\x00\x00"
	    "\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00\x01\x00\x00\x00");
	TEXT_IS(FILE_REFUSED, "naskah program", "#!/bin/sh\necho contoh\n");
	TEXT_IS(FILE_REFUSED, "teks", "Laporan contoh, baris pertama.\n");
	TEXT_IS(FILE_REFUSED, "RTF", "{\\rtf1\\ansi Laporan contoh\\par}");
	TEXT_IS(FILE_REFUSED, "gambar", "GIF89a\x01\x00\x01\x00\x00\x00\x00");
	TEXT_IS(FILE_REFUSED, "", "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09");
	/* it begins as something else, whatever comes later */
	TEXT_IS(FILE_REFUSED, "bukan jenis", "<html><body>%PDF-1.7 1 0 obj %%EOF");
	TEXT_IS(FILE_REFUSED, "", "x");
}

/* Taken where the host can make another of it; the sentence is for where not. */
static void
pictures_that_are_converted(void **state)
{
	static const char heic[] = "\x00\x00\x00\x18"
				   "ftypheic\x00\x00\x00"
				   "\x00mif1heic";
	static const char webp[] = "RIFF\x24\x00\x00\x00WEBPVP8 ";
	static const char tiff[] = "II*\x00\x08\x00\x00\x00\x00\x00";

	(void)state;
	bytes_are(FILE_HEIF, NULL, heic, sizeof(heic) - 1);
	bytes_are(FILE_WEBP, NULL, webp, sizeof(webp) - 1);
	bytes_are(FILE_TIFF, NULL, tiff, sizeof(tiff) - 1);
	for (size_t type = FILE_REFUSED; type < FILE_TYPES; type++)
		assert_int_equal(file_is_converted((enum file_type)type), type >= FILE_HEIF);
	assert_non_null(strstr(file_conversion_refusal(FILE_HEIF), "JPEG"));
	assert_non_null(strstr(file_conversion_refusal(FILE_TIFF), "PDF"));
}

static void
a_program_of_windows(void **state)
{
	static char program[512] = "MZ\x90";

	(void)state;
	program[0x3c] = 0x40;
	memcpy(program + 0x40, "PE\0\0\x64\x86", 6);
	bytes_are(FILE_REFUSED, "program", program, sizeof(program));
}

/* A directory that says more than there is must not lead anywhere. */
static void
every_cut_of_an_archive(void **state)
{
	struct error_chain fault = { 0 };
	enum file_type type;
	const char *why;
	char bytes[4096];
	size_t length;
	FILE *file;

	(void)state;
	write_archive((const struct entry[]){ TYPES(OVERRIDE("/word/document.xml",
						  OOXML "wordprocessingml.document.main+xml")),
			  FILE_OF("word/document.xml") },
	    2);
	file = fopen(path, "rb");
	assert_non_null(file);
	length = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	assert_in_range(length, 100, sizeof(bytes) - 1);
	/* The last three bytes, a length of nothing, minizip does without. */
	for (size_t at = 4; at < length - 3; at++) {
		write_bytes(bytes, at);
		assert_int_equal(media_type_find(path, &type, &why, &fault), 0);
		assert_int_equal(type, FILE_REFUSED);
	}
	for (size_t at = 4; at < length; at++) {
		bytes[at] = (char)~bytes[at];
		write_bytes(bytes, length);
		assert_int_equal(media_type_find(path, &type, &why, &fault), 0);
		assert_true(type == FILE_DOCX || why != NULL);
		bytes[at] = (char)~bytes[at];
	}
}

static void
names_of_types(void **state)
{
	(void)state;
	for (size_t type = FILE_REFUSED + 1; type < FILE_TYPES; type++) {
		const char *media = file_media((enum file_type)type);

		/* What is converted is never stored by its own name. */
		assert_int_equal(file_type_of(media), type < FILE_HEIF ? type : FILE_REFUSED);
		assert_string_not_equal(file_extension((enum file_type)type), "");
	}
	assert_int_equal(file_type_of("text/html"), FILE_REFUSED);
	assert_int_equal(file_type_of(""), FILE_REFUSED);
	assert_string_equal(file_media(FILE_TYPES), "");
	assert_string_equal(file_extension(FILE_TYPES), "");
}

/* What a field says that it takes is what is taken. */
static void
what_a_field_takes(void **state)
{
	struct arena arena = { 0 };
	struct error_chain fault = { 0 };
	enum file_type type;
	const char *why = NULL;

	(void)state;
	assert_string_equal(file_accept(&arena, FILE_SET_EVIDENCE, false),
	    ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx,.odt,.ods");
	assert_string_equal(file_type_names(&arena, FILE_SET_EVIDENCE, true),
	    "PDF, JPEG, PNG, DOCX, XLSX, PPTX, ODT, ODS, HEIC, AVIF, WebP atau TIFF");
	assert_string_equal(file_type_names(&arena, FILE_SET_SCAN, false), "PDF, JPEG atau PNG");
	assert_string_equal(file_accept(&arena, FILE_SET_SCAN, true),
	    ".pdf,.jpg,.jpeg,.png,.heic,.heif,.avif,.webp,.tif,.tiff");
	write_bytes("\x01\x02\x03\x04\x05\x06\x07", 7);
	assert_int_equal(media_type_find(path, &type, &why, &fault), 0);
	assert_non_null(strstr(why, file_type_names(&arena, FILE_SET_EVIDENCE, false)));
	arena_free(&arena);
}

static void
a_file_that_is_not_there(void **state)
{
	struct error_chain fault = { 0 };
	enum file_type type;
	const char *why;

	(void)state;
	unlink(path);
	assert_int_equal(media_type_find(path, &type, &why, &fault), -1);
	assert_int_equal(type, FILE_REFUSED);
	assert_int_equal(fault.depth, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_eight_kinds),
		cmocka_unit_test(other_ways_to_write_them), cmocka_unit_test(packed_by_others),
		cmocka_unit_test(pdf_behind_something), cmocka_unit_test(archives),
		cmocka_unit_test(documents_with_programs),
		cmocka_unit_test(programs_that_are_only_declared),
		cmocka_unit_test(office_that_is_not_taken), cmocka_unit_test(everything_else),
		cmocka_unit_test(pictures_that_are_converted),
		cmocka_unit_test(a_program_of_windows), cmocka_unit_test(every_cut_of_an_archive),
		cmocka_unit_test(names_of_types), cmocka_unit_test(what_a_field_takes),
		cmocka_unit_test(a_file_that_is_not_there) };
	int file = mkstemp(path), failures;

	if (file < 0)
		return EXIT_FAILURE;
	close(file);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	failures = cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
	unlink(path);
	return failures;
}
