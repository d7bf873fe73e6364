/* SPDX-License-Identifier: ISC */
/*
 * A QR code as the path of an SVG, by libqrcodegen: one bar for each run of
 * dark modules keeps it short enough to stand in a page.
 */
#include "base/qr.h"

#include <qrcodegen/qrcodegen.h>
#include <stddef.h>

#include "base/banned.h"

enum { VERSION_MAX = 15 }; /* 415 bytes at M: more than any address */

/* A row's dark modules as horizontal bars, which keeps the path short. */
static void
qr_add_row(struct buffer *path, const uint8_t *code, int size, int y)
{
	for (int x = 0, from; x < size; x++) {
		if (!qrcodegen_getModule(code, x, y))
			continue;
		for (from = x; qrcodegen_getModule(code, x + 1, y); x++)
			continue;
		buffer_format(path, "M%d %dh%dv1h-%dz", from, y, x - from + 1, x - from + 1);
	}
}

const char *
qr_path(struct arena *arena, const char *text, int *size)
{
	uint8_t work[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MAX)];
	uint8_t code[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MAX)];
	struct buffer path = { .arena = arena };

	if (!qrcodegen_encodeText(text, work, code, qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
		VERSION_MAX, qrcodegen_Mask_AUTO, true))
		return NULL;
	*size = qrcodegen_getSize(code);
	for (int y = 0; y < *size; y++)
		qr_add_row(&path, code, *size, y);
	return path.bytes;
}
