/* SPDX-License-Identifier: ISC */
/*
 * The kinds of files that are evidence, by their stored names.  Apart from
 * media_type.c, which finds them out: whoever shows a file needs no libmagic.
 */
#include <string.h>

#include "store/media_type.h"
#include "base/banned.h"

static const struct {
	const char *media;
	const char *extension; /* of what is made of it, its name */
	const char *name;      /* as people know it */
	const char *accept;    /* ends of names, for a browser */
} types[FILE_TYPES] = {
	[FILE_REFUSED] = { "", "", "", "" },
	[FILE_PDF] = { "application/pdf", "pdf", "PDF", ".pdf" },
	[FILE_JPEG] = { "image/jpeg", "jpg", "JPEG", ".jpg,.jpeg" },
	[FILE_PNG] = { "image/png", "png", "PNG", ".png" },
	[FILE_DOCX] = { "application/vnd.openxmlformats-officedocument"
			".wordprocessingml.document",
	    "docx", "DOCX", ".docx" },
	[FILE_XLSX] = { "application/vnd.openxmlformats-officedocument"
			".spreadsheetml.sheet",
	    "xlsx", "XLSX", ".xlsx" },
	[FILE_PPTX] = { "application/vnd.openxmlformats-officedocument"
			".presentationml.presentation",
	    "pptx", "PPTX", ".pptx" },
	[FILE_ODT] = { "application/vnd.oasis.opendocument.text", "odt", "ODT", ".odt" },
	[FILE_ODS] = { "application/vnd.oasis.opendocument.spreadsheet", "ods", "ODS", ".ods" },
	[FILE_HEIF] = { "image/heif", "HEIC", "HEIC, AVIF", ".heic,.heif,.avif" },
	[FILE_WEBP] = { "image/webp", "WebP", "WebP", ".webp" },
	[FILE_TIFF] = { "image/tiff", "TIFF", "TIFF", ".tif,.tiff" },
};

const char *
file_media(enum file_type type)
{
	return type < FILE_TYPES ? types[type].media : "";
}

const char *
file_extension(enum file_type type)
{
	return type < FILE_TYPES ? types[type].extension : "";
}

bool
file_is_converted(enum file_type type)
{
	return type >= FILE_HEIF && type < FILE_TYPES;
}

static bool
is_taken_in(enum file_set set, bool converted, size_t type)
{
	return type >= FILE_HEIF ? converted : set == FILE_SET_EVIDENCE || type <= FILE_PNG;
}

const char *
file_accept(struct arena *arena, enum file_set set, bool converted)
{
	struct buffer ends = { .arena = arena };

	for (size_t type = FILE_PDF; type < FILE_TYPES; type++)
		if (is_taken_in(set, converted, type))
			buffer_format(&ends, "%s%s", ends.length > 0 ? "," : "",
			    types[type].accept);
	return ends.bytes;
}

const char *
file_type_names(struct arena *arena, enum file_set set, bool converted)
{
	struct buffer names = { .arena = arena };
	size_t last = 0;

	for (size_t type = FILE_PDF; type < FILE_TYPES; type++)
		if (is_taken_in(set, converted, type))
			last = type;
	for (size_t type = FILE_PDF; type <= last; type++)
		if (is_taken_in(set, converted, type))
			buffer_format(&names, "%s%s",
			    names.length == 0 ? "" :
				type == last  ? " atau " :
						", ",
			    types[type].name);
	return names.bytes;
}

enum file_type
file_type_of(const char *media)
{
	for (size_t type = FILE_REFUSED + 1; type < FILE_HEIF; type++)
		if (strcmp(types[type].media, media) == 0)
			return (enum file_type)type;
	return FILE_REFUSED;
}
