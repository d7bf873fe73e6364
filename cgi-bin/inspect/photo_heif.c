/* SPDX-License-Identifier: ISC */
/*
 * HEIC and AVIF by libheif (ISO/IEC 23008-12): the picture that the file calls
 * its first, turned by the library as the file says.
 */
#include <libheif/heif.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/photo.h"
#include "base/banned.h"

/* A box "ftyp" of a brand that is a still picture (ISO/IEC 14496-12, 4.3). */
static bool
heif_is(const unsigned char *bytes, size_t length)
{
	static const char *const brands[] = { "heic", "heix", "hevc", "mif1", "msf1", "avif" };

	if (length < 12 || memcmp(bytes + 4, "ftyp", 4) != 0)
		return false;
	for (size_t at = 0; at < sizeof(brands) / sizeof(brands[0]); at++)
		if (memcmp(bytes + 8, brands[at], 4) == 0)
			return true;
	return false;
}

static unsigned
heif_open(struct source *source)
{
	struct heif_context *heif = heif_context_alloc();

	if (heif == NULL)
		return 0;
	/* Threads are none of what the sandbox lets it have. */
	heif_context_set_max_decoding_threads(heif, 0);
	source->state = heif;
	return heif_context_read_from_memory_without_copy(heif, source->bytes, source->length, NULL)
		   .code == heif_error_Ok;
}

static void
heif_read(struct source *source, unsigned number, struct pixels *pixels, unsigned *orientation)
{
	struct heif_image_handle *handle = NULL;
	struct heif_image *image = NULL;
	const unsigned char *plane;
	int stride = 0, width, height;

	(void)number, (void)orientation;
	if (heif_context_get_primary_image_handle(source->state, &handle).code != heif_error_Ok)
		photo_fail();
	/* Asked before anything is unpacked. */
	pixels_alloc(pixels, (uint32_t)heif_image_handle_get_width(handle),
	    (uint32_t)heif_image_handle_get_height(handle));
	if (heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGB,
		NULL)
		.code != heif_error_Ok)
		photo_fail();
	plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
	width = heif_image_get_width(image, heif_channel_interleaved);
	height = heif_image_get_height(image, heif_channel_interleaved);
	if (plane == NULL || width != (int)pixels->width || height != (int)pixels->height)
		photo_fail();
	for (uint32_t row = 0; row < pixels->height; row++)
		memcpy(pixels->bytes + (size_t)row * pixels->width * 3,
		    plane + (size_t)row * (size_t)stride, (size_t)pixels->width * 3);
	heif_image_release(image);
	heif_image_handle_release(handle);
}

static void
heif_close(struct source *source)
{
	heif_context_free(source->state);
}

const struct photo_kind photo_heif = { heif_is, heif_open, heif_read, heif_close };
