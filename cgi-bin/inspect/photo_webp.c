/* SPDX-License-Identifier: ISC */
/*
 * WebP by libwebp, the first picture of one that moves, turned as its Exif
 * says; what can be seen through becomes white.
 */
#include <stdlib.h>
#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "inspect/photo.h"
#include "base/banned.h"

static bool
webp_is(const unsigned char *bytes, size_t length)
{
	return length >= 16 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0;
}

static unsigned
webp_open(struct source *source)
{
	const WebPData data = { source->bytes, source->length };

	source->state = WebPDemux(&data);
	return source->state != NULL && WebPDemuxGetI(source->state, WEBP_FF_FRAME_COUNT) > 0;
}

static void
webp_read(struct source *source, unsigned number, struct pixels *pixels, unsigned *orientation)
{
	WebPIterator frame;
	WebPChunkIterator exif;
	int width, height;
	uint8_t *bytes;

	(void)number;
	if (!WebPDemuxGetFrame(source->state, 1, &frame) ||
	    !WebPGetInfo(frame.fragment.bytes, frame.fragment.size, &width, &height))
		photo_fail();
	pixels_alloc(pixels, (uint32_t)width, (uint32_t)height);
	bytes = WebPDecodeRGBA(frame.fragment.bytes, frame.fragment.size, &width, &height);
	if (bytes == NULL || (uint32_t)width != pixels->width || (uint32_t)height != pixels->height)
		photo_fail();
	for (size_t at = 0; at < (size_t)pixels->width * pixels->height; at++)
		pixels_over_white(pixels->bytes + at * 3, bytes + at * 4);
	WebPFree(bytes);
	if (WebPDemuxGetChunk(source->state, "EXIF", 1, &exif))
		*orientation = exif_orientation(exif.chunk.bytes, exif.chunk.size);
	WebPDemuxReleaseChunkIterator(&exif);
	WebPDemuxReleaseIterator(&frame);
}

static void
webp_close(struct source *source)
{
	WebPDemuxDelete(source->state);
}

const struct photo_kind photo_webp = { webp_is, webp_open, webp_read, webp_close };
