/* SPDX-License-Identifier: ISC */
/*
 * What draws, as a part that is opened by whoever draws something: pango and
 * cairo bring forty libraries along, which took 12 ms and 2 MB of each process
 * that was linked to them.  Linked in the place of render.c.
 */
#include "document/render.h"

#include <stddef.h>

#include "base/part.h"
#include "base/banned.h"

/* "there": the function of this name in that part, or NULL. */
#define THERE(function) \
	__typeof__(&function) there; \
	*(void **)&there = part_function("drawing", #function)

bool
render_can(void)
{
	THERE(render_can);

	return there != NULL && there();
}

const char *
render_edition(struct arena *arena)
{
	THERE(render_edition);

	return there != NULL ? there(arena) : "";
}

int
render_pdf(const struct document_model *model, const struct rendering *drawing, struct buffer *pdf)
{
	THERE(render_pdf);

	return there != NULL ? there(model, drawing, pdf) : -1;
}

int
render_picture(const struct document_model *model, const struct block *block, struct buffer *png,
    struct picture_size *size)
{
	THERE(render_picture);

	return there != NULL ? there(model, block, png, size) : -1;
}

int
render_ink(struct arena *arena, const char *line, const struct picture_size *size,
    struct buffer *png)
{
	THERE(render_ink);

	return there != NULL ? there(arena, line, size, png) : -1;
}

int
render_stamp(struct arena *arena, const char *address, const char *text, double width,
    double height, struct buffer *png)
{
	THERE(render_stamp);

	return there != NULL ? there(arena, address, text, width, height, png) : -1;
}

int
render_card(struct arena *arena, const struct picture *picture, double width, struct buffer *png)
{
	THERE(render_card);

	return there != NULL ? there(arena, picture, width, png) : -1;
}

bool
render_can_read(const char *path)
{
	THERE(render_can_read);

	return there == NULL || there(path);
}
