/* SPDX-License-Identifier: ISC */
/*
 * The one table of how things look: blues of the INA Digital design system and
 * greys.  What stands side by side differs by a third of the way from white to
 * black at least, so that a grey print tells it apart.
 */
#include "picture/picture.h"
#include "base/banned.h"

enum {
	WHITE = 0xffffff,
	BLACK = 0x1f1f1f,
	NAVY = 0x1f2855,
	BLUE = 0x196bcd,
	DEEP = 0x0a489f,
	SKY = 0x8fbdf0,
	GREY = 0x525252,
	FAINT = 0xd9d9d9,
	PALE = 0xf1f3f7,
	STROKE = 0x767676,
	GREEN = 0x17692a,
	RED = 0xb3171d
};

static const struct paint paints[INKS] = {
	[INK_TEXT] = { "text", BLACK, PAINT_NONE, 0, { 0 } },
	[INK_TEXT_SOFT] = { "text_soft", GREY, PAINT_NONE, 0, { 0 } },
	[INK_TEXT_LIGHT] = { "text_light", WHITE, PAINT_NONE, 0, { 0 } },
	[INK_AXIS] = { "axis", PAINT_NONE, STROKE, 10, { 0 } },
	[INK_GRID] = { "grid", PAINT_NONE, FAINT, 8, { 0 } },
	[INK_BAND] = { "band", PALE, PAINT_NONE, 0, { 0 } },
	[INK_SELF] = { "self", PAINT_NONE, GREY, 18, { 60, 40 } },
	[INK_CITY] = { "city", PAINT_NONE, NAVY, 20, { 0 } },
	[INK_PROVINCE] = { "province", PAINT_NONE, SKY, 60, { 0 } },
	[INK_EARLIER] = { "earlier", PAINT_NONE, BLACK, 14, { 14, 34 } },
	[INK_SELF_MARK] = { "self_mark", WHITE, GREY, 16, { 0 } },
	[INK_CITY_MARK] = { "city_mark", NAVY, WHITE, 8, { 0 } },
	[INK_PROVINCE_MARK] = { "province_mark", SKY, NAVY, 8, { 0 } },
	[INK_EARLIER_MARK] = { "earlier_mark", WHITE, BLACK, 12, { 0 } },
	[INK_BAR_BEFORE] = { "bar_before", WHITE, GREY, 12, { 0 } },
	[INK_BAR_AFTER] = { "bar_after", BLUE, DEEP, 12, { 0 } },
	[INK_TOTAL] = { "total", NAVY, NAVY, 12, { 0 } },
	[INK_GAIN] = { "gain", BLUE, DEEP, 12, { 0 } },
	[INK_LOSS] = { "loss", WHITE, RED, 14, { 0 } },
	[INK_HATCH] = { "hatch", PAINT_NONE, RED, 10, { 0 } },
	[INK_LINK] = { "link", PAINT_NONE, STROKE, 8, { 20, 20 } },
	[INK_LEVEL_0] = { "level_0", WHITE, FAINT, 8, { 0 } },
	[INK_LEVEL_1] = { "level_1", 0xf3f7fd, SKY, 8, { 0 } },
	[INK_LEVEL_2] = { "level_2", 0xcbdff8, SKY, 8, { 0 } },
	[INK_LEVEL_3] = { "level_3", 0x97bfee, SKY, 8, { 0 } },
	[INK_LEVEL_4] = { "level_4", 0x2a69b8, DEEP, 8, { 0 } },
	[INK_LEVEL_5] = { "level_5", NAVY, NAVY, 8, { 0 } },
	[INK_PLAN] = { "plan", PAINT_NONE, GREY, 16, { 60, 40 } },
	[INK_DONE] = { "done", PAINT_NONE, NAVY, 24, { 0 } },
	[INK_DONE_AREA] = { "done_area", 0xcbdff8, PAINT_NONE, 0, { 0 } },
	[INK_TODAY] = { "today", PAINT_NONE, BLACK, 10, { 20, 20 } },
	[INK_SPREAD] = { "spread", 0xcbdff8, STROKE, 8, { 0 } },
	[INK_MEDIAN] = { "median", PAINT_NONE, BLACK, 20, { 0 } },
	[INK_AVERAGE] = { "average", WHITE, BLACK, 14, { 0 } },
	[INK_OWN] = { "own", NAVY, WHITE, 8, { 0 } },
	[INK_PAPER] = { "paper", WHITE, PAINT_NONE, 0, { 0 } },
};

const struct paint *
ink_paint(enum ink ink)
{
	return &paints[ink];
}
