/* SPDX-License-Identifier: ISC */
/*
 * A PDF whose pages are photographs (ISO 32000-1, 7.5 and 8.9): each JPEG as it
 * is, turned upright by the page, as large as A4 has room for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/photo.h"
#include "base/banned.h"

/* Objects: 1 catalogue, 2 pages, then three a page: page, content, picture. */
enum { CATALOGUE = 1, PAGES = 2, FIRST_PAGE = 3, OBJECTS_A_PAGE = 3, ROOM_FIRST = 64 };

static const double A4_SHORT = 595.28, A4_LONG = 841.89;

#define PUT(pdf, ...) ((pdf)->written += (size_t)printf(__VA_ARGS__))

/* The next object begins here. */
static void
pdf_object(struct photo_pdf *pdf, size_t number)
{
	if (number >= pdf->room) {
		pdf->room = pdf->room == 0 ? ROOM_FIRST : pdf->room * 2;
		pdf->places = reallocarray(pdf->places, pdf->room, sizeof(*pdf->places));
		if (pdf->places == NULL)
			photo_fail();
	}
	pdf->places[number] = pdf->written;
	PUT(pdf, "%zu 0 obj\n", number);
}

void
pdf_begin(struct photo_pdf *pdf)
{
	*pdf = (struct photo_pdf){ .written = 0 };
	PUT(pdf, "%%PDF-1.4\n%%\xc3\xa2\xc3\xa3\n");
}

/*
 * The unit square of the picture, its first row above (8.3.3), onto the page,
 * by how the camera was held.
 */
static void
pdf_content(char *content, size_t size, unsigned orientation, double x, double y, double w,
    double h)
{
	const double matrix[9][6] = {
		[1] = { w, 0, 0, h, x, y },
		[2] = { -w, 0, 0, h, x + w, y },
		[3] = { -w, 0, 0, -h, x + w, y + h },
		[4] = { w, 0, 0, -h, x, y + h },
		[5] = { 0, -h, -w, 0, x + w, y + h },
		[6] = { 0, -h, w, 0, x, y + h },
		[7] = { 0, h, w, 0, x, y },
		[8] = { 0, h, -w, 0, x + w, y },
	};
	const double *m = matrix[orientation];

	snprintf(content, size, "q %.2f %.2f %.2f %.2f %.2f %.2f cm /P Do Q", m[0], m[1], m[2],
	    m[3], m[4], m[5]);
}

static const char *
pdf_colours(const struct page *page)
{
	if (page->components == 4)
		return page->inverted ? "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" : "/DeviceCMYK";
	return page->components == 1 ? "/DeviceGray" : "/DeviceRGB";
}

void
pdf_page(struct photo_pdf *pdf, const struct page *page)
{
	size_t first = FIRST_PAGE + pdf->count++ * OBJECTS_A_PAGE;
	double width = page->orientation >= 5 ? page->height : page->width;
	double height = page->orientation >= 5 ? page->width : page->height;
	double wide = width > height ? A4_LONG : A4_SHORT;
	double high = width > height ? A4_SHORT : A4_LONG;
	double scale = wide / width < high / height ? wide / width : high / height;
	char content[200];

	pdf_content(content, sizeof(content), page->orientation, (wide - width * scale) / 2,
	    (high - height * scale) / 2, width * scale, height * scale);
	pdf_object(pdf, first);
	PUT(pdf,
	    "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Contents %zu 0 R "
	    "/Resources << /XObject << /P %zu 0 R >> >> >>\nendobj\n",
	    PAGES, wide, high, first + 1, first + 2);
	pdf_object(pdf, first + 1);
	PUT(pdf, "<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n", strlen(content), content);
	pdf_object(pdf, first + 2);
	PUT(pdf,
	    "<< /Type /XObject /Subtype /Image /Width %u /Height %u /BitsPerComponent 8 "
	    "/ColorSpace %s /Filter /DCTDecode /Length %zu >>\nstream\n",
	    page->width, page->height, pdf_colours(page), page->length);
	if (fwrite(page->jpeg, 1, page->length, stdout) != page->length)
		photo_fail();
	pdf->written += page->length;
	PUT(pdf, "\nendstream\nendobj\n");
}

void
pdf_end(struct photo_pdf *pdf)
{
	size_t objects = FIRST_PAGE + pdf->count * OBJECTS_A_PAGE, start;

	pdf_object(pdf, CATALOGUE);
	PUT(pdf, "<< /Type /Catalog /Pages %d 0 R >>\nendobj\n", PAGES);
	pdf_object(pdf, PAGES);
	PUT(pdf, "<< /Type /Pages /Count %zu /Kids [", pdf->count);
	for (size_t at = 0; at < pdf->count; at++)
		PUT(pdf, "%zu 0 R ", FIRST_PAGE + at * OBJECTS_A_PAGE);
	PUT(pdf, "] >>\nendobj\n");
	start = pdf->written;
	PUT(pdf, "xref\n0 %zu\n0000000000 65535 f \n", objects);
	for (size_t at = 1; at < objects; at++)
		PUT(pdf, "%010zu 00000 n \n", pdf->places[at]);
	PUT(pdf, "trailer\n<< /Size %zu /Root %d 0 R >>\nstartxref\n%zu\n%%%%EOF\n", objects,
	    CATALOGUE, start);
	free(pdf->places);
}
