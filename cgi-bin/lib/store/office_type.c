/* SPDX-License-Identifier: ISC */
/*
 * Which office document a ZIP archive is, by the declarations inside it.
 * Documents with macros, templates, locked and damaged ones are refused by
 * name.
 */
#include "store/office_type.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "format/xml_reader.h"
#include "base/banned.h"

enum { NAME_ROOM = 512, MEDIA_ROOM = 128, DEFAULTS_MAX = 8, EXTENSION_ROOM = 16 };

/* A report of a thousand pictures has fewer files; unpacked are only
 * [Content_Types].xml, "mimetype" and META-INF/manifest.xml. */
static const struct format_limits limits = {
	.entries = 20000,
	.inflated = 1 << 20,
	.ratio = 1000,
};

static const char why_archive[] = "Ini arsip ZIP. Keluarkan dahulu berkas di "
				  "dalamnya, lalu unggah satu per satu.";
static const char why_damaged[] =
    "Berkas Office ini rusak atau tidak "
    "lengkap. Buka di komputer Anda, simpan ulang, lalu unggah hasilnya.";
static const char why_locked[] = "Berkas ini terkunci kata sandi, sehingga "
				 "tidak dapat diperiksa. Hapus kata sandinya, lalu unggah lagi.";
static const char why_macro[] =
    "Berkas Office ini berisi makro (program). "
    "Simpan ulang sebagai DOCX, XLSX, atau PPTX tanpa makro, atau sebagai "
    "PDF, lalu unggah hasilnya.";
static const char why_binary[] = "Ini buku kerja Excel biner (XLSB). Simpan "
				 "ulang sebagai XLSX, lalu unggah hasilnya.";
static const char why_template[] =
    "Ini pola (templat) atau tayangan Office. Simpan "
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
	const char *part; /* its usual name, where only the type of its
				 * extension is given (Open XML SDK does so) */
} main_parts[] = {
	{ OOXML "wordprocessingml.document.main+xml", FILE_DOCX, "word/document.xml" },
	{ OOXML "spreadsheetml.sheet.main+xml", FILE_XLSX, "xl/workbook.xml" },
	{ OOXML "presentationml.presentation.main+xml", FILE_PPTX, "ppt/presentation.xml" },
	{ OOXML "wordprocessingml.template.main+xml", FILE_REFUSED, "" },
	{ OOXML "spreadsheetml.template.main+xml", FILE_REFUSED, "" },
	{ OOXML "presentationml.template.main+xml", FILE_REFUSED, "" },
	{ OOXML "presentationml.slideshow.main+xml", FILE_REFUSED, "" },
};

/* What the walk over the directory and [Content_Types].xml has shown. */
struct office {
	struct zip_reader archive;
	bool has_types;       /* [Content_Types].xml */
	bool good_types;      /* and all of it could be read */
	bool has_content;     /* content.xml */
	bool macros;          /* declared */
	bool programs;        /* and there */
	bool binary;          /* Excel's own format in the package */
	size_t default_count; /* extensions whose type is one of macros */
	char defaults[DEFAULTS_MAX][EXTENSION_ROOM];
	char media[MEDIA_ROOM]; /* of "mimetype", else of the manifest; or "" */
	bool has_media;         /* "mimetype" */
	bool has_main;          /* a main part of the table above */
	enum file_type type;
	char part[NAME_ROOM]; /* its name in the archive */
};

static bool
office_type_begins(const char *text, const char *with)
{
	return strncasecmp(text, with, strlen(with)) == 0;
}

static bool
office_type_ends(const char *text, const char *with)
{
	size_t length = strlen(text), tail = strlen(with);

	return length >= tail && strcasecmp(text + length - tail, with) == 0;
}

/*
 * Where programs lie in a package.  LibreOffice writes empty libraries
 * ("Basic/script-lc.xml" and ".../script-lb.xml") beside none; a module is a
 * file of any other name.
 */
static bool
is_program(const char *name)
{
	if (office_type_ends(name, "vbaProject.bin") || office_type_ends(name, "vbaData.xml"))
		return true;
	if (office_type_ends(name, "/"))
		return false;
	if (office_type_begins(name, "xl/macrosheets/"))
		return true;
	if (office_type_begins(name, "Basic/"))
		return !office_type_ends(name, "/script-lc.xml") &&
		    !office_type_ends(name, "/script-lb.xml");
	return office_type_begins(name, "Scripts/");
}

/*
 * A type of macros, of a part or of all parts with an extension.  SheetJS
 * declares one for .bin in every workbook: it counts where such a part is.
 */
static void
note_macros(struct office *office, const char *extension)
{
	if (*extension != '\0' && office->default_count < DEFAULTS_MAX &&
	    strlen(extension) + 1 < EXTENSION_ROOM)
		snprintf(office->defaults[office->default_count++], EXTENSION_ROOM, ".%s",
		    extension);
	else
		office->macros = true;
}

/* <Override PartName="/word/document.xml" ContentType="…"/> and
 * <Default Extension="xml" ContentType="…"/> */
static void
office_type_on_element(void *arg, const char *name, const char **attributes)
{
	struct office *office = arg;
	const char *type = xml_attribute(attributes, "ContentType", "");
	const char *part = xml_attribute(attributes, "PartName", "");

	(void)name;
	if (strcasestr(type, "macroEnabled") != NULL || strcasestr(type, "vbaProject") != NULL)
		note_macros(office, xml_attribute(attributes, "Extension", ""));
	for (size_t at = 0; at < sizeof(main_parts) / sizeof(main_parts[0]); at++) {
		if (strcasecmp(type, main_parts[at].content_type) != 0)
			continue;
		office->has_main = true;
		office->type = main_parts[at].type;
		snprintf(office->part, sizeof(office->part), "%s",
		    *part == '/' ? part + 1 : main_parts[at].part);
	}
}

static void
read_types(struct office *office)
{
	struct xml_reader part = { .arg = office, .start = office_type_on_element };
	enum format_error error = zip_reader_enter(&office->archive), last;

	office->has_types = true;
	if (error != FORMAT_OK)
		return;
	error = xml_read(&part, &office->archive);
	last = zip_reader_end(&office->archive);
	office->good_types = error == FORMAT_OK && last == FORMAT_OK;
}

static void
read_media(struct office *office)
{
	size_t got;

	office->has_media = true;
	if (zip_reader_enter(&office->archive) != FORMAT_OK)
		return;
	if (zip_reader_read(&office->archive, office->media, MEDIA_ROOM - 1, &got) != FORMAT_OK)
		got = 0;
	office->media[got] = '\0';
	zip_reader_end(&office->archive);
}

/* <manifest:file-entry manifest:full-path="/" manifest:media-type="…"/> */
static void
on_entry(void *arg, const char *name, const char **attributes)
{
	struct office *office = arg;

	(void)name;
	if (!office->has_media && strcmp(xml_attribute(attributes, "full-path", ""), "/") == 0)
		snprintf(office->media, MEDIA_ROOM, "%s",
		    xml_attribute(attributes, "media-type", ""));
}

static void
read_manifest(struct office *office)
{
	struct xml_reader part = { .arg = office, .start = on_entry };

	if (zip_reader_enter(&office->archive) != FORMAT_OK)
		return;
	xml_read(&part, &office->archive);
	zip_reader_end(&office->archive);
}

/* Whether there is a part of an extension whose type is one of macros. */
static bool
has_macro_part(struct office *office)
{
	char name[NAME_ROOM];

	office->archive.walking = 0;
	while (office->default_count > 0 &&
	    zip_reader_next(&office->archive, name, sizeof(name)) == FORMAT_OK)
		for (size_t at = 0; at < office->default_count; at++)
			if (office_type_ends(name, office->defaults[at]))
				return true;
	return false;
}

/* The whole directory; false when it is damaged or beyond measure. */
static bool
office_type_walk(struct office *office)
{
	struct zip_reader *archive = &office->archive;
	char name[NAME_ROOM];
	enum format_error error;
	bool first = true;

	while ((error = zip_reader_next(archive, name, sizeof(name))) == FORMAT_OK) {
		if (strcasecmp(name, "[Content_Types].xml") == 0 && !office->has_types)
			read_types(office);
		if (strcmp(name, "mimetype") == 0 && !office->has_media)
			read_media(office);
		if (strcmp(name, "META-INF/manifest.xml") == 0 && !office->has_media)
			read_manifest(office);
		if (strcmp(name, "content.xml") == 0)
			office->has_content = true;
		if (strcasecmp(name, "xl/workbook.bin") == 0)
			office->binary = true;
		if (is_program(name))
			office->programs = true;
		first = false;
	}
	office->macros |= has_macro_part(office);
	return error == FORMAT_ABSENT && !first;
}

static enum file_type
office_xml(struct office *office, const char **why)
{
	bool good = office->good_types;

	if (office->binary && !office->programs)
		*why = why_binary;
	else if (office->macros || office->programs)
		*why = why_macro;
	else if (good && !office->has_main)
		*why = why_archive;
	else if (good && office->type == FILE_REFUSED)
		*why = why_template;
	else if (good && zip_reader_has(&office->archive, office->part))
		return office->type;
	else
		*why = why_damaged;
	return FILE_REFUSED;
}

static enum file_type
open_document(const struct office *office, const char **why)
{
	*why = why_archive;
	if (strncmp(office->media, ODF, strlen(ODF)) != 0)
		return FILE_REFUSED;
	*why = why_macro;
	if (office->programs)
		return FILE_REFUSED;
	*why = why_damaged;
	if (!office->has_content)
		return FILE_REFUSED;
	if (strcmp(office->media, ODF "text") == 0)
		return FILE_ODT;
	if (strcmp(office->media, ODF "spreadsheet") == 0)
		return FILE_ODS;
	*why = why_open_document;
	return FILE_REFUSED;
}

enum file_type
office_type(const char *path, const char **why)
{
	struct office office = { .has_types = false };
	enum file_type type = FILE_REFUSED;

	*why = why_damaged;
	if (zip_reader_open_file(&office.archive, path, &limits) == FORMAT_OK &&
	    office_type_walk(&office)) {
		if (office.archive.locked)
			*why = why_locked;
		else if (office.has_types)
			type = office_xml(&office, why);
		else
			type = open_document(&office, why);
	}
	zip_reader_close(&office.archive);
	if (type != FILE_REFUSED)
		*why = NULL;
	return type;
}
