/* SPDX-License-Identifier: ISC */
#include "store/office.h"

#include <expat.h>
#include <minizip/unzip.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/banned.h"

enum {
	ENTRIES_MAX = 20000,	/* a report of a thousand pictures has fewer */
	NAME_ROOM = 512,
	TYPES_MAX = 1 << 20,	/* bytes of [Content_Types].xml */
	PIECE = 4096
};

static const char why_archive[] = "Ini arsip ZIP. Keluarkan dahulu berkas di "
    "dalamnya, lalu unggah satu per satu.";
static const char why_damaged[] = "Berkas Office ini rusak atau tidak "
    "lengkap. Buka di komputer Anda, simpan ulang, lalu unggah hasilnya.";
static const char why_locked[] = "Berkas ini terkunci kata sandi, sehingga "
    "tidak dapat diperiksa. Hapus kata sandinya, lalu unggah lagi.";
static const char why_macro[] = "Berkas Office ini berisi makro (program). "
    "Simpan ulang sebagai DOCX, XLSX, atau PPTX tanpa makro, atau sebagai "
    "PDF, lalu unggah hasilnya.";
static const char why_template[] = "Ini templat atau peragaan Office. Simpan "
    "ulang sebagai dokumen biasa (DOCX, XLSX, PPTX) atau PDF, lalu unggah "
    "hasilnya.";
static const char why_open_document[] = "OpenDocument jenis ini tidak "
    "diterima. Ekspor menjadi PDF, lalu unggah PDF itu.";

#define OOXML "application/vnd.openxmlformats-officedocument."
#define ODF "application/vnd.oasis.opendocument."

/* Types of the main part; content types are compared without case. */
static const struct {
	const char *content_type;
	enum file_type type;
	const char *part;	/* its usual name, where only the type of its
				 * extension is given (Open XML SDK does so) */
} main_parts[] = {
	{ OOXML "wordprocessingml.document.main+xml", FILE_DOCX,
	    "word/document.xml" },
	{ OOXML "spreadsheetml.sheet.main+xml", FILE_XLSX,
	    "xl/workbook.xml" },
	{ OOXML "presentationml.presentation.main+xml", FILE_PPTX,
	    "ppt/presentation.xml" },
	{ OOXML "wordprocessingml.template.main+xml", FILE_REFUSED, "" },
	{ OOXML "spreadsheetml.template.main+xml", FILE_REFUSED, "" },
	{ OOXML "presentationml.template.main+xml", FILE_REFUSED, "" },
	{ OOXML "presentationml.slideshow.main+xml", FILE_REFUSED, "" },
};

/* What the walk over the directory and [Content_Types].xml has shown. */
struct office {
	unzFile zip;
	XML_Parser parser;
	bool has_types;		/* [Content_Types].xml */
	bool has_mimetype;	/* first entry, stored */
	bool locked;
	bool macros;
	bool has_main;		/* a main part of the table above */
	enum file_type type;
	char part[NAME_ROOM];	/* its name in the archive */
};

static bool
begins(const char *text, const char *with)
{
	return strncasecmp(text, with, strlen(with)) == 0;
}

static bool
ends(const char *text, const char *with)
{
	size_t length = strlen(text), tail = strlen(with);

	return length >= tail &&
	    strcasecmp(text + length - tail, with) == 0;
}

/*
 * Where programs lie in a package.  LibreOffice writes empty libraries
 * ("Basic/script-lc.xml" and ".../script-lb.xml") beside none; a module is a
 * file of any other name.
 */
static bool
is_program(const char *name)
{
	if (ends(name, "vbaProject.bin") || ends(name, "vbaData.xml"))
		return true;
	if (ends(name, "/"))
		return false;
	if (begins(name, "Basic/"))
		return !ends(name, "/script-lc.xml") &&
		    !ends(name, "/script-lb.xml");
	return begins(name, "Scripts/");
}

static bool
look_at_entry(struct office *office, bool first)
{
	unz_file_info64 info;
	char name[NAME_ROOM];

	if (unzGetCurrentFileInfo64(office->zip, &info, name, sizeof(name),
	    NULL, 0, NULL, 0) != UNZ_OK || info.size_filename >= sizeof(name))
		return false;
	if (info.flag & 1)
		office->locked = true;
	if (strcasecmp(name, "[Content_Types].xml") == 0)
		office->has_types = true;
	if (first && strcmp(name, "mimetype") == 0 &&
	    info.compression_method == 0)
		office->has_mimetype = true;
	if (is_program(name))
		office->macros = true;
	return true;
}

/* The whole directory, once; false when it is damaged or beyond measure. */
static bool
walk(struct office *office)
{
	unz_global_info64 global;
	int status;
	bool first = true;

	if (unzGetGlobalInfo64(office->zip, &global) != UNZ_OK ||
	    global.number_entry == 0 || global.number_entry > ENTRIES_MAX)
		return false;
	status = unzGoToFirstFile(office->zip);
	for (; status == UNZ_OK; status = unzGoToNextFile(office->zip)) {
		if (!look_at_entry(office, first))
			return false;
		first = false;
	}
	return status == UNZ_END_OF_LIST_OF_FILE;
}

static const char *
attribute(const char **attributes, const char *name)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return "";
}

/* <Override PartName="/word/document.xml" ContentType="…"/> and <Default/> */
static void
on_element(void *arg, const char *name, const char **attributes)
{
	struct office *office = arg;
	const char *type = attribute(attributes, "ContentType");
	const char *part = attribute(attributes, "PartName");

	(void)name;
	if (strcasestr(type, "macroEnabled") != NULL ||
	    strcasestr(type, "vbaProject") != NULL)
		office->macros = true;
	for (size_t at = 0; at < sizeof(main_parts) / sizeof(main_parts[0]);
	    at++) {
		if (strcasecmp(type, main_parts[at].content_type) != 0)
			continue;
		office->has_main = true;
		office->type = main_parts[at].type;
		snprintf(office->part, sizeof(office->part), "%s",
		    *part == '/' ? part + 1 : main_parts[at].part);
	}
}

/* No office program writes a document type; entities hide content. */
static void
on_doctype(void *arg, const char *name, const char *system_id,
    const char *public_id, int has_subset)
{
	struct office *office = arg;

	(void)name, (void)system_id, (void)public_id, (void)has_subset;
	XML_StopParser(office->parser, XML_FALSE);
}

static bool
parse_types(struct office *office)
{
	char piece[PIECE];
	int got, total = 0;

	while ((got = unzReadCurrentFile(office->zip, piece,
	    sizeof(piece))) > 0) {
		total += got;
		if (total > TYPES_MAX ||
		    XML_Parse(office->parser, piece, got, 0) != XML_STATUS_OK)
			return false;
	}
	return got == 0 && XML_Parse(office->parser, "", 0,
	    1) == XML_STATUS_OK;
}

static bool
read_types(struct office *office)
{
	bool good = false;

	if (unzLocateFile(office->zip, "[Content_Types].xml", 2) != UNZ_OK ||
	    unzOpenCurrentFile(office->zip) != UNZ_OK)
		return false;
	office->parser = XML_ParserCreate(NULL);
	if (office->parser != NULL) {
		XML_SetUserData(office->parser, office);
		XML_SetStartElementHandler(office->parser, on_element);
		XML_SetStartDoctypeDeclHandler(office->parser, on_doctype);
		good = parse_types(office);
		XML_ParserFree(office->parser);
	}
	return unzCloseCurrentFile(office->zip) == UNZ_OK && good;
}

static enum file_type
office_xml(struct office *office, const char **why)
{
	bool good = read_types(office);

	if (office->macros)
		*why = why_macro;
	else if (good && !office->has_main)
		*why = why_archive;
	else if (good && office->type == FILE_REFUSED)
		*why = why_template;
	else if (good && unzLocateFile(office->zip, office->part, 2) == UNZ_OK)
		return office->type;
	else
		*why = why_damaged;
	return FILE_REFUSED;
}

static enum file_type
open_document(struct office *office, const char **why)
{
	char media[sizeof(ODF) + 64] = "";

	*why = why_damaged;
	if (unzGoToFirstFile(office->zip) != UNZ_OK ||
	    unzOpenCurrentFile(office->zip) != UNZ_OK)
		return FILE_REFUSED;
	if (unzReadCurrentFile(office->zip, media, sizeof(media) - 1) < 0)
		media[0] = '\0';
	unzCloseCurrentFile(office->zip);
	*why = why_archive;
	if (strncmp(media, ODF, strlen(ODF)) != 0)
		return FILE_REFUSED;
	*why = why_macro;
	if (office->macros)
		return FILE_REFUSED;
	*why = why_damaged;
	if (unzLocateFile(office->zip, "content.xml", 1) != UNZ_OK)
		return FILE_REFUSED;
	if (strcmp(media, ODF "text") == 0)
		return FILE_ODT;
	if (strcmp(media, ODF "spreadsheet") == 0)
		return FILE_ODS;
	*why = why_open_document;
	return FILE_REFUSED;
}

enum file_type
office_type(const char *path, const char **why)
{
	struct office office = { .zip = unzOpen64(path) };
	enum file_type type = FILE_REFUSED;

	*why = why_damaged;
	if (office.zip == NULL)
		return FILE_REFUSED;
	if (!walk(&office))
		*why = why_damaged;
	else if (office.locked)
		*why = why_locked;
	else if (office.has_types)
		type = office_xml(&office, why);
	else if (office.has_mimetype)
		type = open_document(&office, why);
	else
		*why = why_archive;
	unzClose(office.zip);
	if (type != FILE_REFUSED)
		*why = NULL;
	return type;
}
