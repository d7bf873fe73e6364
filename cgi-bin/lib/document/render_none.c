/* SPDX-License-Identifier: ISC */
/*
 * In the place of render.c where the programs are built without pango and
 * cairo (PDF=no): nothing is drawn, and papers are printed from the browser.
 */
#include "document/render.h"
#include "base/banned.h"

bool
render_can(void)
{
	return false;
}

const char *
render_edition(struct arena *arena)
{
	(void)arena;
	return "";
}

int
render_pdf(const struct document_model *model, const struct rendering *drawing, struct buffer *pdf)
{
	(void)model;
	(void)drawing;
	(void)pdf;
	return -1;
}

int
render_picture(const struct document_model *model, const struct block *block, struct buffer *png,
    struct picture_size *size)
{
	(void)model;
	(void)block;
	(void)png;
	(void)size;
	return -1;
}

int
render_ink(struct arena *arena, const char *line, const struct picture_size *size,
    struct buffer *png)
{
	(void)arena;
	(void)line;
	(void)size;
	(void)png;
	return -1;
}

int
render_stamp(struct arena *arena, const char *address, const char *text, double width,
    double height, struct buffer *png)
{
	(void)arena;
	(void)address;
	(void)text;
	(void)width;
	(void)height;
	(void)png;
	return -1;
}

int
render_card(struct arena *arena, const struct picture *picture, double width, struct buffer *png)
{
	(void)arena;
	(void)picture;
	(void)width;
	(void)png;
	return -1;
}

bool
render_can_read(const char *path)
{
	(void)path;
	return true;
}
