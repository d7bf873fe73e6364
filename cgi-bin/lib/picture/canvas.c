/* SPDX-License-Identifier: ISC */
/*
 * The sheet that pictures are drawn on: collects shapes, keeps all of them
 * within the view box, and measures text without a font, by the published
 * widths of Helvetica and a little more, so that no two texts overlap in any
 * browser.
 */
#include "picture/canvas.h"

#include <string.h>

#include "base/banned.h"

struct canvas
canvas_begin(struct arena *arena, int32_t width)
{
	return (struct canvas){ .arena = arena,
		.width = width < PICTURE_NARROW ? PICTURE_NARROW : width,
		.shapes = { .arena = arena },
		.words = { .arena = arena } };
}

struct picture *
canvas_end(struct canvas *canvas, const char *title, int32_t height)
{
	struct picture *picture = arena_alloc(canvas->arena, sizeof(*picture));

	picture->title = title;
	picture->description = canvas->words.length > 0 ? canvas->words.bytes : "";
	picture->width = canvas->width;
	picture->height = height;
	picture->shapes = (const struct shape *)(const void *)canvas->shapes.bytes;
	picture->shape_count = canvas->shapes.length / sizeof(struct shape);
	picture->table = canvas->table;
	return picture;
}

/* Below it names stand above what they name, not beside it. */
bool
canvas_narrow(const struct canvas *canvas)
{
	return canvas->width < 5200;
}

static void
canvas_add(struct canvas *canvas, const struct shape *shape)
{
	buffer_add(&canvas->shapes, shape, sizeof(*shape));
}

void
canvas_points(struct canvas *canvas, enum shape_kind kind, enum ink ink, const struct point *points,
    size_t count)
{
	canvas_add(canvas,
	    &(struct shape){ .kind = kind,
		.ink = ink,
		.points = (const struct point *)(const void *)arena_copy(canvas->arena, points,
		    count * sizeof(*points)),
		.count = count });
}

void
canvas_line(struct canvas *canvas, enum ink ink, int32_t x1, int32_t y1, int32_t x2, int32_t y2)
{
	const struct point points[] = { { x1, y1 }, { x2, y2 } };

	canvas_points(canvas, SHAPE_LINE, ink, points, 2);
}

void
canvas_rect(struct canvas *canvas, enum ink ink, struct box box)
{
	canvas_add(canvas, &(struct shape){ .kind = SHAPE_RECT, .ink = ink, .box = box });
}

void
canvas_dot(struct canvas *canvas, enum ink ink, int32_t x, int32_t y, int32_t radius)
{
	canvas_add(canvas,
	    &(struct shape){ .kind = SHAPE_DOT, .ink = ink, .box = { x, y, radius, radius } });
}

/* Lines x + y = constant, cut off where they leave the box. */
void
canvas_hatch(struct canvas *canvas, struct box box)
{
	enum { APART = 70 };
	int32_t right = box.x + box.width, bottom = box.y + box.height;
	size_t count = 0;
	size_t room = (size_t)((box.width + box.height) / APART + 1) * 2;
	struct point *points = arena_array(canvas->arena, room, sizeof(*points));

	for (int32_t sum = box.x + box.y + APART; sum < right + bottom && count < room;
	     sum += APART) {
		points[count++] = sum - box.y <= right ?
		    (struct point){ sum - box.y, box.y } :
		    (struct point){ right, sum - right };
		points[count++] = sum - bottom >= box.x ?
		    (struct point){ sum - bottom, bottom } :
		    (struct point){ box.x, sum - box.x };
	}
	if (count > 0)
		canvas_points(canvas, SHAPE_SEGMENTS, INK_HATCH, points, count);
}

/* ---- text ----------------------------------------------------------------- */

/* Advances of Helvetica in 1/1000 of the size, from the space on (Adobe's
 * published metrics of the base fonts). */
static const short advances[] = {
	278,
	278,
	355,
	556,
	556,
	889,
	667,
	191,
	333,
	333,
	389,
	584,
	278,
	333,
	278,
	278,
	556,
	556,
	556,
	556,
	556,
	556,
	556,
	556,
	556,
	556,
	278,
	278,
	584,
	584,
	584,
	556,
	1015,
	667,
	667,
	722,
	722,
	667,
	611,
	778,
	722,
	278,
	500,
	667,
	556,
	833,
	722,
	778,
	667,
	778,
	722,
	667,
	611,
	722,
	667,
	944,
	667,
	667,
	611,
	278,
	278,
	278,
	469,
	556,
	333,
	556,
	556,
	500,
	556,
	556,
	278,
	556,
	556,
	222,
	222,
	500,
	222,
	833,
	556,
	556,
	556,
	556,
	333,
	500,
	278,
	556,
	500,
	722,
	500,
	500,
	500,
	334,
	260,
	334,
	584,
};

enum { FIRST = ' ', LAST = '~', OTHER = 700 };

static bool
continues(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The faces that a browser takes instead are up to a tenth wider. */
static int32_t
width_of(const char *text, size_t length, int32_t size, bool strong)
{
	int64_t sum = 0;

	for (size_t at = 0; at < length; at++)
		if (text[at] >= FIRST && text[at] <= LAST)
			sum += advances[text[at] - FIRST];
		else if (!continues(text[at]))
			sum += OTHER;
	return (int32_t)(sum * size * (strong ? 118 : 110) / 100000);
}

int32_t
text_width(const char *text, int32_t size, bool strong)
{
	return width_of(text, strlen(text), size, strong);
}

/* By the widths themselves: the letters of one word. */
static int32_t
advance_of(char letter, int32_t size)
{
	return letter >= FIRST && letter <= LAST ? advances[letter - FIRST] * size / 1000 : 0;
}

void
text_letters(const char *text, int32_t size, int32_t middles[LETTERS_SPELLED])
{
	int32_t left = 0;

	for (const char *letter = text; *letter != '\0'; letter++)
		left -= advance_of(*letter, size);
	left /= 2;
	for (size_t at = 0; at < LETTERS_SPELLED && text[at] != '\0'; at++) {
		int32_t advance = advance_of(text[at], size);

		middles[at] = left + advance / 2;
		left += advance;
	}
}

void
canvas_text(struct canvas *canvas, const struct lettering *lettering, int32_t x, int32_t y,
    const char *text)
{
	int32_t size = lettering->size > 0 ? lettering->size : TEXT_SIZE;

	canvas_add(canvas,
	    &(struct shape){ .kind = SHAPE_TEXT,
		.ink = lettering->ink,
		.anchor = lettering->anchor,
		.size = size,
		.strong = lettering->strong,
		.text = text,
		.box = { x, y, text_width(text, size, lettering->strong), size } });
}

static int32_t
left_of(const struct shape *shape)
{
	switch (shape->anchor) {
	case ANCHOR_END:
		return shape->box.x - shape->box.width;
	case ANCHOR_MIDDLE:
		return shape->box.x - shape->box.width / 2;
	default:
		return shape->box.x;
	}
}

void
canvas_text_apart(struct canvas *canvas, const struct lettering *lettering, int32_t x, int32_t y,
    const char *text)
{
	enum { APART = 40 };
	size_t length = canvas->shapes.length;
	const struct shape *shapes, *own;

	canvas_text(canvas, lettering, x, y, text);
	shapes = (const struct shape *)(const void *)canvas->shapes.bytes;
	own = &shapes[length / sizeof(*shapes)];
	for (const struct shape *other = shapes; other < own; other++)
		if (other->kind == SHAPE_TEXT &&
		    left_of(own) < left_of(other) + other->box.width + APART &&
		    left_of(other) < left_of(own) + own->box.width + APART &&
		    own->box.y < other->box.y + other->size &&
		    other->box.y < own->box.y + own->size) {
			canvas->shapes.length = length;
			return;
		}
}

static size_t
next_character(const char *text, size_t at)
{
	at++;
	while (continues(text[at]))
		at++;
	return at;
}

/* How many bytes of the text go into one line, and where the next begins. */
static size_t
fit(const char *text, int32_t size, bool strong, int32_t width, size_t *next)
{
	size_t good = 0, at = 0;

	while (text[at] != '\0') {
		size_t end = at + strcspn(text + at, " ");

		if (width_of(text, end, size, strong) > width)
			break;
		good = end;
		at = end + strspn(text + end, " ");
	}
	if (good == 0) { /* not even one word: between characters */
		for (at = next_character(text, 0); text[at] != '\0' &&
		     width_of(text, next_character(text, at), size, strong) <= width;
		     at = next_character(text, at))
			;
		good = at;
	}
	*next = good + strspn(text + good, " ");
	return good;
}

/* The line with "…" at its end, shortened until that fits. */
static const char *
elide(struct arena *arena, const char *text, size_t length, int32_t size, bool strong,
    int32_t width)
{
	int32_t dots = text_width("…", size, strong);

	while (length > 0 &&
	    (width_of(text, length, size, strong) + dots > width || text[length - 1] == ' ')) {
		length--;
		while (length > 0 && continues(text[length]))
			length--;
	}
	return arena_format(arena, "%.*s…", (int)length, text);
}

struct wrapped
text_wrap(struct arena *arena, const char *text, int32_t size, bool strong, int32_t width,
    size_t most)
{
	struct wrapped wrapped = { .count = 0 };

	if (most > WRAP_LINES)
		most = WRAP_LINES;
	while (*text != '\0' && wrapped.count < most) {
		size_t next, length = fit(text, size, strong, width, &next);

		if (wrapped.count + 1 == most && text[next] != '\0')
			wrapped.lines[wrapped.count++] = elide(arena, text, next, size, strong,
			    width);
		else
			wrapped.lines[wrapped.count++] = arena_copy(arena, text, length);
		text += next;
	}
	return wrapped;
}

void
canvas_wrapped(struct canvas *canvas, const struct lettering *lettering, int32_t x, int32_t y,
    const struct wrapped *wrapped)
{
	for (size_t at = 0; at < wrapped->count; at++)
		canvas_text(canvas, lettering, x, y + (int32_t)at * TEXT_LINE, wrapped->lines[at]);
}

/* ---- series ---------------------------------------------------------------- */

void
canvas_mark_sized(struct canvas *canvas, enum ink line, int32_t x, int32_t y, int32_t size)
{
	int32_t half = 28 * size / 100, tip = 52 * size / 100, top = 48 * size / 100;
	int32_t foot = 34 * size / 100, side = 42 * size / 100;
	const struct point square[] = { { x - half, y - half }, { x + half, y - half },
		{ x + half, y + half }, { x - half, y + half } };
	const struct point diamond[] = { { x, y - tip }, { x + tip, y }, { x, y + tip },
		{ x - tip, y } };
	const struct point triangle[] = { { x, y - top }, { x + side, y + foot },
		{ x - side, y + foot } };

	switch (line) {
	case INK_CITY:
		canvas_points(canvas, SHAPE_POLYGON, INK_CITY_MARK, square, 4);
		break;
	case INK_PROVINCE:
		canvas_points(canvas, SHAPE_POLYGON, INK_PROVINCE_MARK, diamond, 4);
		break;
	case INK_EARLIER:
		canvas_points(canvas, SHAPE_POLYGON, INK_EARLIER_MARK, triangle, 3);
		break;
	default:
		canvas_dot(canvas, INK_SELF_MARK, x, y, 60 * size / 100);
	}
}

void
canvas_mark(struct canvas *canvas, enum ink line, int32_t x, int32_t y)
{
	canvas_mark_sized(canvas, line, x, y, 100);
}

int32_t
canvas_legend(struct canvas *canvas, const struct series *series, size_t count, int32_t y)
{
	enum { SAMPLE = 360, GAP = 80, BETWEEN = 260, ROW = 200 };
	int32_t x = EDGE;

	for (size_t at = 0; at < count; at++) {
		int32_t wide = SAMPLE + GAP + text_width(series[at].name, TEXT_SIZE, false);

		if (x > EDGE && x + wide > canvas->width - EDGE) {
			x = EDGE;
			y += ROW;
		}
		canvas_line(canvas, series[at].ink, x, y + ROW / 2, x + SAMPLE, y + ROW / 2);
		canvas_mark(canvas, series[at].ink, x + SAMPLE / 2, y + ROW / 2);
		canvas_text(canvas, LETTERING(.ink = INK_TEXT), x + SAMPLE + GAP,
		    y + ROW / 2 + TEXT_RISE, series[at].name);
		x += wide + BETWEEN;
	}
	return count > 0 ? y + ROW : y;
}

/* ---- turns ------------------------------------------------------------------ */

/* The sine of 0 to 90 degrees in 1/10000. */
static const short sines[] = {
	0,
	175,
	349,
	523,
	698,
	872,
	1045,
	1219,
	1392,
	1564,
	1736,
	1908,
	2079,
	2250,
	2419,
	2588,
	2756,
	2924,
	3090,
	3256,
	3420,
	3584,
	3746,
	3907,
	4067,
	4226,
	4384,
	4540,
	4695,
	4848,
	5000,
	5150,
	5299,
	5446,
	5592,
	5736,
	5878,
	6018,
	6157,
	6293,
	6428,
	6561,
	6691,
	6820,
	6947,
	7071,
	7193,
	7314,
	7431,
	7547,
	7660,
	7771,
	7880,
	7986,
	8090,
	8192,
	8290,
	8387,
	8480,
	8572,
	8660,
	8746,
	8829,
	8910,
	8988,
	9063,
	9135,
	9205,
	9272,
	9336,
	9397,
	9455,
	9511,
	9563,
	9613,
	9659,
	9703,
	9744,
	9781,
	9816,
	9848,
	9877,
	9903,
	9925,
	9945,
	9962,
	9976,
	9986,
	9994,
	9998,
	10000,
	10000,
};

int32_t
turn_sine(int32_t part, int32_t parts)
{
	int32_t hundredths = (int32_t)(((int64_t)part % parts + parts) % parts * 36000 / parts);
	int32_t sign = hundredths >= 18000 ? -1 : 1;
	int32_t degree;

	hundredths %= 18000;
	if (hundredths > 9000)
		hundredths = 18000 - hundredths;
	degree = hundredths / 100;
	return sign *
	    (sines[degree] + (sines[degree + 1] - sines[degree]) * (hundredths % 100) / 100);
}

int32_t
turn_cosine(int32_t part, int32_t parts)
{
	return turn_sine(4 * part + parts, 4 * parts);
}

/* ---- the table and the words ---------------------------------------------- */

void
listing_begin(struct canvas *canvas, const char *head, size_t columns, size_t rows)
{
	struct picture_table *table = &canvas->table;

	table->head = head;
	table->column_count = columns;
	table->row_count = rows;
	table->columns = arena_array(canvas->arena, columns + 1, sizeof(*table->columns));
	table->rows = arena_array(canvas->arena, rows + 1, sizeof(*table->rows));
	for (size_t row = 0; row < rows; row++) {
		table->rows[row].cells = arena_array(canvas->arena, columns + 1,
		    sizeof(*table->rows[row].cells));
		for (size_t at = 0; at < columns; at++)
			table->rows[row].cells[at] = "–";
	}
}

void
listing_column(struct canvas *canvas, size_t column, const char *text)
{
	canvas->table.columns[column] = text;
}

void
listing_row(struct canvas *canvas, size_t row, const char *head, bool total)
{
	canvas->table.rows[row].head = head;
	canvas->table.rows[row].total = total;
}

void
listing_cell(struct canvas *canvas, size_t row, size_t column, const char *text)
{
	canvas->table.rows[row].cells[column] = text;
}

void
listing_number(struct canvas *canvas, size_t row, size_t column, int64_t number, bool absent)
{
	if (!absent)
		listing_cell(canvas, row, column,
		    arena_format(canvas->arena, "%lld", (long long)number));
}

void
listing_level(struct canvas *canvas, size_t row, size_t column, int level)
{
	listing_cell(canvas, row, column, level_text(level));
}

const char *
variable_head(struct arena *arena, const char *const *variables, size_t at)
{
	return arena_format(arena, "%zu. %s", at + 1, variables[at]);
}

const char *
level_text(int level)
{
	return level_valid(level) ? level_roman(level) : "–";
}

const char *
tenths_text(struct arena *arena, int tenths)
{
	return tenths == AVERAGE_ABSENT ?
	    "–" :
	    arena_format(arena, "%d,%d", tenths / 10, tenths % 10);
}

const char *
change_text(struct arena *arena, int change)
{
	return change < 0 ?
	    arena_format(arena, "−%d", -change) :
	    arena_format(arena, change > 0 ? "+%d" : "%d", change);
}

const char *
tenths_change_text(struct arena *arena, int tenths)
{
	int size = tenths < 0 ? -tenths : tenths;

	return arena_format(arena, "%s%d,%d",
	    tenths < 0     ? "−" :
		tenths > 0 ? "+" :
			     "",
	    size / 10, size % 10);
}

const char *
sum_text(struct arena *arena, const int *levels, size_t count)
{
	struct score score = score_sum(levels, count);

	return score.complete ? arena_format(arena, "%d", score.sum) : "–";
}
