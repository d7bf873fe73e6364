/* SPDX-License-Identifier: ISC */
/*
 * JPEG and PNG: whether a picture has its end, and how large it would become.
 * Only what the headers say is read; nothing is unpacked.
 */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "inspect/inspect.h"
#include "base/banned.h"

/*
 * Only what the headers say is read; nothing is unpacked.  An A3 page at
 * 1,200 dpi has 280 million points, a good camera 100.
 */
enum { POINTS_MAX = 300000000, SIDE_MAX = 65535 };

static uint32_t
image_number(const unsigned char *bytes, size_t length)
{
	uint32_t value = 0;

	while (length-- > 0)
		value = value << 8 | *bytes++;
	return value;
}

static void
image_judge(struct look *look, uint64_t width, uint64_t height)
{
	if (width == 0 || height == 0)
		note(look, FINDING_UNREADABLE);
	else if (width > SIDE_MAX || height > SIDE_MAX || width * height > POINTS_MAX)
		note(look, FINDING_OVERSIZE);
}

/*
 * PNG 1.2, 3.2: length, type, data, check of each chunk; IHDR comes first,
 * IDAT holds the picture, IEND is the last.
 */
enum { PNG_FACE = 8, CHUNK_FRAME = 12, IHDR_BYTES = 13 };

void
look_at_png(struct look *look)
{
	const unsigned char *bytes = look->bytes;
	size_t at = PNG_FACE;
	bool data = false;

	if (look->length < PNG_FACE + CHUNK_FRAME + IHDR_BYTES ||
	    image_number(bytes + PNG_FACE, 4) != IHDR_BYTES ||
	    memcmp(bytes + PNG_FACE + 4, "IHDR", 4) != 0) {
		note(look, FINDING_UNREADABLE);
		return;
	}
	image_judge(look, image_number(bytes + PNG_FACE + 8, 4),
	    image_number(bytes + PNG_FACE + 12, 4));
	while (look->length - at >= CHUNK_FRAME) {
		uint32_t length = image_number(bytes + at, 4);

		if (memcmp(bytes + at + 4, "IDAT", 4) == 0)
			data = true;
		if (memcmp(bytes + at + 4, "IEND", 4) == 0 && data)
			return;
		if (length > look->length - at - CHUNK_FRAME)
			break;
		at += CHUNK_FRAME + length;
	}
	note(look, data ? FINDING_MENDED : FINDING_UNREADABLE);
}

/*
 * ITU-T T.81, B.1: markers, each with a length but these; the frame header
 * has precision, height and width.
 */
enum {
	SOI = 0xd8,
	EOI = 0xd9,
	SOS = 0xda,
	TEM = 0x01,
	RST0 = 0xd0,
	RST7 = 0xd7,
	SOF0 = 0xc0,
	SOF15 = 0xcf,
	DHT = 0xc4,
	JPG = 0xc8,
	DAC = 0xcc
};

static bool
is_frame(unsigned marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
}

/* Whether the picture's end is there, from the end backwards. */
static bool
has_end(const struct look *look, size_t from)
{
	for (size_t at = look->length; at >= from + 2; at--)
		if (look->bytes[at - 2] == 0xff && look->bytes[at - 1] == EOI)
			return true;
	return false;
}

void
look_at_jpeg(struct look *look)
{
	const unsigned char *bytes = look->bytes;
	size_t at = 2;
	bool frame = false, scan = false;

	while (at < look->length && look->length - at >= 4 && bytes[at] == 0xff) {
		unsigned marker = bytes[at + 1];
		uint32_t length;

		if (marker == 0xff) { /* fill */
			at++;
			continue;
		}
		at += 2;
		if (marker == TEM || marker == SOI || (marker >= RST0 && marker <= RST7))
			continue;
		scan = marker == SOS;
		if (marker == EOI || scan)
			break;
		length = image_number(bytes + at, 2);
		if (length < 2 || length > look->length - at)
			break;
		if (is_frame(marker) && length >= 7) {
			image_judge(look, image_number(bytes + at + 5, 2),
			    image_number(bytes + at + 3, 2));
			frame = true;
		}
		at += length;
	}
	if (!frame || !scan)
		note(look, FINDING_UNREADABLE);
	else if (!has_end(look, at))
		note(look, FINDING_MENDED);
}
