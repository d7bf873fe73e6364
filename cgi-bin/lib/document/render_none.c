/* SPDX-License-Identifier: ISC */
#include "document/render.h"
#include "base/banned.h"

/* Built without pango and cairo: papers are printed from the browser. */

bool
draw_can(void)
{
	return false;
}

int
draw_pdf(const struct composition *composition, const struct drawing *drawing,
    struct buffer *pdf)
{
	(void)composition;
	(void)drawing;
	(void)pdf;
	return -1;
}

int
draw_picture(const struct composition *composition, const struct block *block,
    struct buffer *png, struct picture_size *size)
{
	(void)composition;
	(void)block;
	(void)png;
	(void)size;
	return -1;
}

int
draw_stamp(struct arena *arena, const char *address, const char *text,
    double width, double height, struct buffer *png)
{
	(void)arena;
	(void)address;
	(void)text;
	(void)width;
	(void)height;
	(void)png;
	return -1;
}

bool
draw_can_read(const char *path)
{
	(void)path;
	return true;
}
