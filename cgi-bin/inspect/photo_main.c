/* SPDX-License-Identifier: ISC */
/*
 * photo COUNT <FILE 3<FILE 4<FILE …
 *
 * Writes on stdout what the pictures are to be kept as: one JPEG of one
 * picture, a PDF of several.  A process of its own, confined like inspect:
 * see store/photo.h, which starts it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "inspect/inspect.h"
#include "inspect/photo.h"
#include "base/banned.h"

enum { FILES_MAX = 64, PAGES_MAX = 500, FIRST_MORE = 3 };

static const struct photo_kind *const photo_kinds[] = { &photo_heif, &photo_webp, &photo_tiff,
	&photo_png };

static void
photo_map(struct source *source, int fd)
{
	struct stat about;
	void *bytes;

	if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size == 0)
		photo_fail();
	source->length = (size_t)about.st_size;
	bytes = mmap(NULL, source->length, PROT_READ, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		photo_fail();
	source->bytes = bytes;
}

/* How many pictures it has; a JPEG needs no kind, since it stays as it is. */
static unsigned
photo_open(struct source *source)
{
	if (photo_is_jpeg(source->bytes, source->length))
		return 1;
	for (size_t at = 0; at < sizeof(photo_kinds) / sizeof(photo_kinds[0]); at++)
		if (photo_kinds[at]->is(source->bytes, source->length)) {
			source->kind = photo_kinds[at];
			return source->kind->open(source);
		}
	photo_fail();
}

static void
photo_page(struct source *source, unsigned number, struct page *page)
{
	struct pixels pixels;
	unsigned orientation = 1;

	if (source->kind == NULL) {
		*page = (struct page){ .jpeg = source->bytes, .length = source->length };
		jpeg_read(page);
		return;
	}
	source->kind->read(source, number, &pixels, &orientation);
	jpeg_make(page, &pixels, orientation);
}

/* What was made for a page goes with it; a JPEG is the file itself. */
static void
photo_page_free(const struct source *source, struct page *page)
{
	if (source->kind != NULL)
		free((void *)(uintptr_t)page->jpeg);
}

static int
photo_write_one(struct source *source)
{
	struct page page;
	bool written;

	photo_page(source, 0, &page);
	written = fwrite(page.jpeg, 1, page.length, stdout) == page.length;
	photo_page_free(source, &page);
	return written && fflush(stdout) == 0 ? 0 : 1;
}

static int
photo_write_all(struct source *sources, const unsigned *pages, size_t count)
{
	struct photo_pdf pdf;

	pdf_begin(&pdf);
	for (size_t at = 0; at < count; at++)
		for (unsigned number = 0; number < pages[at]; number++) {
			struct page page;

			photo_page(&sources[at], number, &page);
			pdf_page(&pdf, &page);
			photo_page_free(&sources[at], &page);
		}
	pdf_end(&pdf);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}

int
main(int words_count, char **words)
{
	struct source sources[FILES_MAX] = { { .bytes = NULL } };
	unsigned pages[FILES_MAX], all = 0;
	long count = words_count == 2 ? strtol(words[1], NULL, 10) : 0;
	int status;

	if (count < 1 || count > FILES_MAX) {
		fputs("usage: photo COUNT, the files on descriptors 0, 3, 4 and so on\n", stderr);
		return 2;
	}
	for (long at = 0; at < count; at++)
		photo_map(&sources[at], at == 0 ? 0 : (int)at - 1 + FIRST_MORE);
	sandbox_enter(SANDBOX_THREADS);
	for (long at = 0; at < count; at++) {
		pages[at] = photo_open(&sources[at]);
		all += pages[at];
		if (pages[at] == 0 || all > PAGES_MAX)
			photo_fail();
	}
	status = all == 1 ?
	    photo_write_one(&sources[0]) :
	    photo_write_all(sources, pages, (size_t)count);
	for (long at = 0; at < count; at++)
		if (sources[at].kind != NULL && sources[at].kind->close != NULL)
			sources[at].kind->close(&sources[at]);
	return status;
}
