/* SPDX-License-Identifier: ISC */
/*
 * QR codes on pictures of pages, by libzbar where the host has it.  It is
 * opened when it is wanted and not linked: it brings two dozen libraries of
 * screens and cameras along, which no other look needs.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if __has_include(<zbar.h>)
#include <zbar.h>
#define HAVE_ZBAR 1
#endif

#include "inspect/inspect.h"
#include "base/banned.h"

#ifdef HAVE_ZBAR

enum { CODES_MAX = 8, CODE_LENGTH_MAX = 200, NUMBER_OF_PICTURE_MAX = 1 << 16 };

#define FUNCTION(name) __typeof__(&zbar_##name) name

struct qr_reader {
	void *library;
	FUNCTION(image_scanner_create);
	FUNCTION(image_scanner_destroy);
	FUNCTION(image_scanner_set_config);
	FUNCTION(scan_image);
	FUNCTION(image_create);
	FUNCTION(image_destroy);
	FUNCTION(image_set_format);
	FUNCTION(image_set_size);
	FUNCTION(image_set_data);
	FUNCTION(image_first_symbol);
	FUNCTION(symbol_next);
	FUNCTION(symbol_get_data);
};

#define FIND(name) (*(void **)&zbar->name = dlsym(zbar->library, "zbar_" #name))

struct qr_reader *
qr_open(void)
{
	struct qr_reader *zbar = calloc(1, sizeof(*zbar));

	if (zbar == NULL)
		return NULL;
	zbar->library = dlopen("libzbar.so.0", RTLD_NOW | RTLD_LOCAL);
	if (zbar->library != NULL && FIND(image_scanner_create) != NULL &&
	    FIND(image_scanner_destroy) != NULL && FIND(image_scanner_set_config) != NULL &&
	    FIND(scan_image) != NULL && FIND(image_create) != NULL && FIND(image_destroy) != NULL &&
	    FIND(image_set_format) != NULL && FIND(image_set_size) != NULL &&
	    FIND(image_set_data) != NULL && FIND(image_first_symbol) != NULL &&
	    FIND(symbol_next) != NULL && FIND(symbol_get_data) != NULL)
		return zbar;
	free(zbar);
	return NULL;
}

/* What a code says, where it could be an address; else it is none of ours. */
static void
tell_code(const char *text)
{
	size_t length = strlen(text);

	for (size_t at = 0; at < length; at++)
		if (text[at] <= ' ' || text[at] > '~')
			return;
	if (length > 0 && length <= CODE_LENGTH_MAX)
		printf("code %s\n", text);
}

static size_t
scan_picture(const struct qr_reader *zbar, zbar_image_scanner_t *scanner,
    const unsigned char *points, unsigned width, unsigned height)
{
	zbar_image_t *image = zbar->image_create();
	size_t count = 0;

	zbar->image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
	zbar->image_set_size(image, width, height);
	zbar->image_set_data(image, points, (unsigned long)width * height, NULL);
	if (zbar->scan_image(scanner, image) > 0)
		for (const zbar_symbol_t *symbol = zbar->image_first_symbol(image); symbol != NULL;
		     symbol = zbar->symbol_next(symbol), count++)
			if (count < CODES_MAX)
				tell_code(zbar->symbol_get_data(symbol));
	zbar->image_destroy(image);
	return count;
}

/* Netpbm: "P5", width, height and 255, then as many bytes: one page behind
 * the other, as pdftoppm writes them. */
static const char *
qr_number(const char *at, const char *end, unsigned *number)
{
	while (at < end && (*at == ' ' || *at == '\n'))
		at++;
	for (*number = 0; at < end && *at >= '0' && *at <= '9'; at++)
		if (*number < NUMBER_OF_PICTURE_MAX)
			*number = *number * 10 + (unsigned)(*at - '0');
	return at;
}

void
look_at_pictures(struct look *look)
{
	const char *at = (const char *)look->bytes, *end = at + look->length;
	struct qr_reader *zbar = look->qr;
	zbar_image_scanner_t *scanner;
	size_t found = 0;

	if (zbar == NULL)
		return;
	scanner = zbar->image_scanner_create();
	zbar->image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
	zbar->image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
	while (end - at > 2 && memcmp(at, "P5", 2) == 0 && found < CODES_MAX) {
		unsigned width, height, white;

		at = qr_number(at + 2, end, &width);
		at = qr_number(at, end, &height);
		at = qr_number(at, end, &white);
		if (white != 255 || width == 0 || height == 0 || width >= NUMBER_OF_PICTURE_MAX ||
		    height >= NUMBER_OF_PICTURE_MAX || end - at <= (ptrdiff_t)width * height)
			break;
		at++;
		found += scan_picture(zbar, scanner, (const unsigned char *)at, width, height);
		at += (size_t)width * height;
	}
	zbar->image_scanner_destroy(scanner);
	free(zbar); /* its library ends with the process */
	puts("looked");
}

#else

struct qr_reader *
qr_open(void)
{
	return NULL;
}

void
look_at_pictures(struct look *look)
{
	(void)look;
}

#endif
