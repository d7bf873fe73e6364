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
	const char *extension;
} types[FILE_TYPES] = {
	[FILE_REFUSED] = { "", "" },
	[FILE_PDF] = { "application/pdf", "pdf" },
	[FILE_JPEG] = { "image/jpeg", "jpg" },
	[FILE_PNG] = { "image/png", "png" },
	[FILE_DOCX] = { "application/vnd.openxmlformats-officedocument"
			".wordprocessingml.document",
	    "docx" },
	[FILE_XLSX] = { "application/vnd.openxmlformats-officedocument"
			".spreadsheetml.sheet",
	    "xlsx" },
	[FILE_PPTX] = { "application/vnd.openxmlformats-officedocument"
			".presentationml.presentation",
	    "pptx" },
	[FILE_ODT] = { "application/vnd.oasis.opendocument.text", "odt" },
	[FILE_ODS] = { "application/vnd.oasis.opendocument.spreadsheet", "ods" },
	[FILE_HEIF] = { "image/heif", "HEIC" },
	[FILE_WEBP] = { "image/webp", "WebP" },
	[FILE_TIFF] = { "image/tiff", "TIFF" },
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

enum file_type
file_type_of(const char *media)
{
	for (size_t type = FILE_REFUSED + 1; type < FILE_HEIF; type++)
		if (strcmp(types[type].media, media) == 0)
			return (enum file_type)type;
	return FILE_REFUSED;
}
