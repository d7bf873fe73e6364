/* SPDX-License-Identifier: ISC */
/*
 * QR codes and text on the pages of a file.  Poppler's programs run apart,
 * with little time and memory, and write into memory of a bounded size; a
 * picture is given to them as the one page of a PDF, which holds JPEG and
 * most PNG as they are (ISO 32000-2, 7.4.4 and 7.4.8).
 */
#include "store/page_codes.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/find_program.h"
#include "store/confined.h"
#include "store/inspection.h"
#include "base/banned.h"

enum { SECONDS = 6, MEMORY_MIB = 512, OUTPUT_MIB = 64, TEXT_MAX = 256 << 10 };

/* Six pages are more than any form has on which the code stands once. */
#define PAGES "6"
/*
 * Dots along the longer side of a page: 200 an inch of F4.  A picture is looked
 * at as it is, since libzbar loses codes when dots become others; where nothing
 * was found, once more with the most.
 */
enum { PAGE_DOTS = 2600, MOST_DOTS = 4000 };

/* ---- another program ------------------------------------------------------- */

static const struct confined_limits page_codes_limits = { .seconds = SECONDS,
	.mebibytes = MEMORY_MIB,
	.output = OUTPUT_MIB };

/* What the program made of the file, open for reading; -1 when it could not. */
static int
made_of(struct arena *arena, const char *name, const char *const arguments[], int in)
{
	struct confined_program program = { .path = find_program(arena, name),
		.words = arguments,
		.host = true,
		.files = &in,
		.count = 1 };
	struct confined confined;
	int number;

	program.output = program.path != NULL ? memfd_create(name, MFD_CLOEXEC) : -1;
	if (program.output < 0)
		return -1;
	if (confined_start(&confined, &program, &page_codes_limits) == 0 &&
	    confined_end(&confined, false, &number) == CONFINED_DONE)
		return program.output;
	close(program.output);
	return -1;
}

/* ---- a picture as a page ---------------------------------------------------- */

struct picture_page {
	unsigned width, height;
	const char *colours, *filter; /* as a PDF calls them */
	unsigned components, bits;
};

static unsigned
page_codes_number(const unsigned char *bytes, size_t length)
{
	unsigned value = 0;

	while (length-- > 0)
		value = value << 8 | *bytes++;
	return value;
}

static const char *
colours_of(unsigned components)
{
	return components == 1 ? "/DeviceGray" : components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

/* ITU T.81, B.2.2: the head of the frame says how large it is. */
static bool
read_jpeg(const unsigned char *bytes, size_t length, struct picture_page *page)
{
	size_t at = 2;

	while (at + 10 < length && bytes[at] == 0xff) {
		unsigned marker = bytes[at + 1];

		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
		    marker != 0xcc) {
			page->bits = bytes[at + 4];
			page->height = page_codes_number(bytes + at + 5, 2);
			page->width = page_codes_number(bytes + at + 7, 2);
			page->components = bytes[at + 9];
			page->colours = colours_of(page->components);
			page->filter = "/DCTDecode";
			return page->width > 0 && page->height > 0;
		}
		at += marker == 0xff ? 1 : 2 + page_codes_number(bytes + at + 2, 2);
	}
	return false;
}

/* PNG 1.2, 4.1.1: grey and colours, one picture row after the other; those
 * that can be seen through, or come in passes, no PDF holds as they are. */
static bool
read_png(const unsigned char *bytes, size_t length, struct picture_page *page)
{
	if (length < 33)
		return false;
	page->width = page_codes_number(bytes + 16, 4);
	page->height = page_codes_number(bytes + 20, 4);
	page->bits = bytes[24];
	page->components = bytes[25] == 2 ? 3 : 1;
	page->colours = colours_of(page->components);
	page->filter = "/FlateDecode";
	return (bytes[25] == 0 || bytes[25] == 2) && bytes[28] == 0 && page->width > 0 &&
	    page->width < 1 << 16 && page->height > 0 && page->height < 1 << 16;
}

/* The data of all IDAT chunks, one after the other, in the place of the file. */
static size_t
gather_png(unsigned char *bytes, size_t length)
{
	size_t at = 8, used = 0;

	while (at + 12 <= length) {
		size_t size = page_codes_number(bytes + at, 4);

		if (size > length - at - 12)
			break;
		if (memcmp(bytes + at + 4, "IDAT", 4) == 0) {
			memmove(bytes + used, bytes + at + 8, size);
			used += size;
		}
		at += size + 12;
	}
	return used;
}

static int
write_page(const struct picture_page *page, const unsigned char *data, size_t length)
{
	int fd = memfd_create("page", MFD_CLOEXEC);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	long places[5], table;
	bool good;

	if (file == NULL) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	fputs("%PDF-1.4\n", file);
	places[1] = ftell(file);
	fputs("1 0 obj\n<< /Type/Catalog/Pages 2 0 R>>\nendobj\n", file);
	places[2] = ftell(file);
	fputs("2 0 obj\n<< /Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n", file);
	places[3] = ftell(file);
	fprintf(file,
	    "3 0 obj\n<< /Type/Page/Parent 2 0 R/MediaBox[0 0 %u %u]/Contents 5 0 R"
	    "/Resources<< /XObject<< /I 4 0 R>>>>>>\nendobj\n",
	    page->width, page->height);
	places[4] = ftell(file);
	fprintf(file,
	    "4 0 obj\n<< /Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace%s"
	    "/BitsPerComponent %u/Filter%s",
	    page->width, page->height, page->colours, page->bits, page->filter);
	if (strcmp(page->filter, "/FlateDecode") == 0)
		fprintf(file,
		    "/DecodeParms<< /Predictor 15/Colors %u/BitsPerComponent %u/Columns %u>>",
		    page->components, page->bits, page->width);
	fprintf(file, "/Length %zu>>\nstream\n", length);
	fwrite(data, 1, length, file);
	fputs("\nendstream\nendobj\n", file);
	places[0] = ftell(file);
	fprintf(file,
	    "5 0 obj\n<< /Length %d>>\nstream\n%u 0 0 %u 0 0 cm /I Do\nendstream\nendobj\n",
	    snprintf(NULL, 0, "%u 0 0 %u 0 0 cm /I Do\n", page->width, page->height) - 1,
	    page->width, page->height);
	table = ftell(file);
	fprintf(file,
	    "xref\n0 6\n0000000000 65535 f \n%010ld 00000 n \n%010ld 00000 n \n"
	    "%010ld 00000 n \n%010ld 00000 n \n%010ld 00000 n \n",
	    places[1], places[2], places[3], places[4], places[0]);
	fprintf(file, "trailer\n<< /Size 6/Root 1 0 R>>\nstartxref\n%ld\n%%%%EOF\n", table);
	good = fflush(file) == 0 && ferror(file) == 0;
	fd = good ? fcntl(fd, F_DUPFD_CLOEXEC, 3) : -1;
	fclose(file);
	return fd;
}

/* The picture as a PDF of one page, or -1 for one that cannot be. */
static int
page_of_picture(int fd, enum file_type type, unsigned *dots)
{
	struct picture_page page = { 0 };
	struct stat about;
	unsigned char *bytes;
	size_t length;
	int made = -1;

	if (fstat(fd, &about) != 0 || about.st_size <= 0)
		return -1;
	length = (size_t)about.st_size;
	bytes = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		return -1;
	if (type == FILE_JPEG && read_jpeg(bytes, length, &page))
		made = write_page(&page, bytes, length);
	else if (type == FILE_PNG && read_png(bytes, length, &page))
		made = write_page(&page, bytes, gather_png(bytes, length));
	munmap(bytes, length);
	*dots = page.width > page.height ? page.width : page.height;
	if (*dots > MOST_DOTS)
		*dots = MOST_DOTS;
	return made;
}

const char *
page_text_read(struct arena *arena, int pdf)
{
	static const char *const arguments[] = { "-q", "-enc", "UTF-8", "-l", PAGES, "-", "-",
		NULL };
	int fd = made_of(arena, "pdftotext", arguments, pdf);
	char *text = fd >= 0 ? arena_alloc(arena, TEXT_MAX + 1) : NULL;
	ssize_t length;

	if (fd < 0)
		return NULL;
	length = pread(fd, text, TEXT_MAX, 0);
	close(fd);
	if (length < 0)
		return NULL;
	text[length] = '\0';
	return text;
}

static void
look_for_codes(struct arena *arena, const char *inspector, int pdf, unsigned dots,
    struct page_codes *codes)
{
	const char *const arguments[] = { "-q", "-gray", "-scale-to",
		arena_format(arena, "%u", dots), "-l", PAGES, "-", NULL };
	int pages = made_of(arena, "pdftoppm", arguments, pdf);

	if (pages < 0)
		return;
	inspect_pages(inspector, pages, codes);
	close(pages);
}

void
page_codes_read(struct arena *arena, const char *inspector, int fd, enum file_type type,
    struct page_codes *codes)
{
	unsigned dots = PAGE_DOTS;
	int pdf = type == FILE_PDF ? fd : page_of_picture(fd, type, &dots);

	*codes = (struct page_codes){ .drawn = false };
	if (pdf < 0)
		return;
	look_for_codes(arena, inspector, pdf, dots, codes);
	if (codes->drawn && codes->count == 0 && dots < MOST_DOTS)
		look_for_codes(arena, inspector, pdf, MOST_DOTS, codes);
	if (type != FILE_PDF)
		close(pdf);
}
