/* SPDX-License-Identifier: ISC */
#ifndef PICTURE_H
#define PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "rules/score.h"

/*
 * Pictures of figures: figures in, shapes out.  No I/O and no format: a page
 * draws the shapes as SVG (templates/picture.cs), a paper with whatever it
 * draws with, and both show the same.
 *
 * All lengths are whole tenths of a unit, y grows downwards.  A unit is a
 * pixel of a style sheet where the picture stands at its natural width, and a
 * point on paper.  Give the width that there is, PICTURE_NARROW at least; the
 * height follows from the figures.  Every shape lies within the view box, and
 * no two texts of a picture overlap, as far as widths can be told without a
 * font: they are those of Helvetica and a tenth more.
 *
 * Nothing is said by colour alone: lines differ in their dashes and marks,
 * fills in lightness, and what counts has its figure written beside it.
 *
 * What is made lives in the arena; names and titles of the input must live as
 * long.  Texts are Indonesian, plain, not escaped for anything.
 */
#define PICTURE_NARROW 3400 /* a telephone of 360 pixels */
#define PICTURE_WIDE 6800   /* a desktop's column, a page of A4 */

/* What a shape stands for; how that looks is one table, ink_paint(). */
enum ink {
	INK_TEXT,
	INK_TEXT_SOFT,
	INK_TEXT_LIGHT, /* light: on dark */
	INK_AXIS,
	INK_GRID,
	INK_BAND,
	INK_SELF,
	INK_CITY,
	INK_PROVINCE,
	INK_EARLIER, /* lines */
	INK_SELF_MARK,
	INK_CITY_MARK,
	INK_PROVINCE_MARK,
	INK_EARLIER_MARK,
	INK_BAR_BEFORE,
	INK_BAR_AFTER,
	INK_TOTAL,
	INK_GAIN,
	INK_LOSS,
	INK_HATCH,
	INK_LINK,
	INK_LEVEL_0, /* no level; the five follow it */
	INK_LEVEL_1,
	INK_LEVEL_2,
	INK_LEVEL_3,
	INK_LEVEL_4,
	INK_LEVEL_5,
	INK_PLAN,
	INK_DONE,
	INK_DONE_AREA,
	INK_TODAY,
	INK_SPREAD,
	INK_MEDIAN,
	INK_AVERAGE,
	INK_OWN,
	INK_PAPER,
	INKS
};

#define PAINT_NONE (-1)

struct paint {
	const char *code; /* "self_mark": a class of the style sheet */
	int32_t fill;     /* 0xRRGGBB or PAINT_NONE; colour of a text */
	int32_t stroke;   /* the same */
	int32_t width;    /* of the stroke, tenths */
	int32_t dash[4];  /* on, off, on, off; tenths; all 0: solid */
};

const struct paint *ink_paint(enum ink);

struct point {
	int32_t x, y;
};

struct box {
	int32_t x, y, width, height;
};

enum shape_kind {
	SHAPE_LINE,     /* points, one after the other, open */
	SHAPE_POLYGON,  /* points, closed */
	SHAPE_SEGMENTS, /* points in pairs, each a line of its own */
	SHAPE_RECT,     /* box */
	SHAPE_DOT,      /* centre box.x, box.y, radius box.width */
	SHAPE_TEXT      /* one line: baseline at box.x, box.y */
};

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct shape {
	enum shape_kind kind;
	enum ink ink;
	struct box box; /* of a text: its width as far as told */
	const struct point *points;
	size_t count; /* of points */
	const char *text;
	enum anchor anchor; /* which end of the text box.x is */
	int32_t size;       /* of the letters, tenths */
	bool strong;        /* semi-bold */
};

/* The figures behind a picture, complete: each row has a head and as many
 * cells as there are columns.  An absent figure is "–". */
struct picture_row {
	const char *head;
	const char **cells;
	bool total;
};

struct picture_table {
	const char *head; /* what the heads of the rows are */
	const char **columns;
	size_t column_count;
	struct picture_row *rows;
	size_t row_count;
};

struct picture {
	const char *title;          /* what is shown, where and when */
	const char *description;    /* what it says, for who cannot see it */
	int32_t width, height;      /* the view box is 0 0 width height */
	const struct shape *shapes; /* in the order of drawing */
	size_t shape_count;
	struct picture_table table;
};

/* ---- levels of variables ---------------------------------------------- */

enum { SERIES_MAX = 4 };

/* One level for each variable, LEVEL_ABSENT where there is none. */
struct series {
	const char *name; /* "Penilaian mandiri" */
	enum ink ink;     /* INK_SELF, _CITY, _PROVINCE, _EARLIER */
	const int *levels;
};

/* The variables around a centre, the levels outwards. */
struct radar {
	const char *title;
	const char *const *variables;
	size_t count;
	struct series series[SERIES_MAX];
	size_t series_count;
};

/* One more, if it has any level and there is room. */
void radar_add(struct radar *, const char *name, enum ink, const int *levels);

struct picture *picture_radar(struct arena *, const struct radar *, int32_t width);

/* Five segments for each variable, filled as far as the last of the series that
 * has a level says, and the marks of all: self, city, province, in this order. */
enum { LADDER_SERIES = 3 };

struct ladder {
	const char *title;
	const char *const *variables;
	size_t count;
	struct series series[LADDER_SERIES];
	size_t series_count;
};

/* One more, if it has any level and there is room. */
void ladder_add(struct ladder *, const char *name, enum ink, const int *levels);

struct picture *picture_ladder(struct arena *, const struct ladder *, int32_t width);

/* Two bars for each variable: levels whose sum is the score, or averages in
 * tenths (AVERAGE_ABSENT where absent) with the average score of each side. */
struct bars {
	const char *title;
	const char *const *variables;
	size_t count;
	struct series before, after;
	bool averages;
	int before_total, after_total; /* tenths, of averages only */
};

struct picture *picture_bars(struct arena *, const struct bars *, int32_t width);

/* From one score to another, a step for each variable that moved. */
struct waterfall {
	const char *title;
	const char *const *variables;
	size_t count;
	struct series before, after;
};

struct picture *picture_waterfall(struct arena *, const struct waterfall *, int32_t width);

/* A cell for each agency and variable, and the score of the agency. */
struct heat {
	const char *title;
	const char *const *agencies;
	size_t agency_count;
	const char *const *variables;
	size_t count;
	const int *levels; /* agency by agency */
};

struct picture *picture_heat(struct arena *, const struct heat *, int32_t width);

/* So many of its agencies that a page of paper holds them, the first part
 * being 0, with a title that says which; false when there is no such part. */
bool heat_part(struct arena *, const struct heat *, size_t number, struct heat *part);

/* ---- scores ------------------------------------------------------------- */

/* How many agencies fall into each category. */
struct distribution {
	const char *title;
	const struct category *categories;
	const int *agencies; /* for each category */
	size_t count;
	size_t agency_count; /* of the cycle: the rest is not assessed */
};

struct picture *picture_distribution(struct arena *, const struct distribution *, int32_t width);

/* How often each of some things is there, as bars in their order; a count is 0 or more. */
struct counts {
	const char *title;
	const char *head; /* what the names are: "Kelurahan" */
	const char *what; /* what is counted: "Permohonan" */
	const char *const *names;
	const int *counts;
	size_t count;
};

struct picture *picture_counts(struct arena *, const struct counts *, int32_t width);

/* Scores or averages over the years; at most TREND_YEARS, oldest first. */
enum { TREND_YEARS = 10, TREND_SERIES = 2 };

struct trend {
	const char *title;
	const int *years;
	size_t count;
	struct {
		const char *name;
		enum ink ink;
		const int *tenths; /* AVERAGE_ABSENT: not that year */
	} series[TREND_SERIES];
	size_t series_count;
	const struct category *categories; /* lines across */
	size_t category_count;
};

struct picture *picture_trend(struct arena *, const struct trend *, int32_t width);

/* Where one agency stands among the others, per variable; levels in tenths,
 * AVERAGE_ABSENT where absent. */
struct spread {
	const char *title;
	const char *const *variables;
	size_t count;
	const int *own, *average, *lower, *median, *upper;
};

struct picture *picture_spread(struct arena *, const struct spread *, int32_t width);

/* ---- the cycle ------------------------------------------------------------ */

enum { PROGRESS_PARTS = 3, PROGRESS_DAYS = 400 };

/* How many agencies have come through each part of the work by the end of
 * each day, beside what was planned. */
struct progress {
	const char *title;
	int32_t first; /* day number of rules/calendar.h */
	size_t days;   /* 1 to PROGRESS_DAYS */
	size_t known;  /* days that have a figure, from the first */
	int agencies;  /* all of the cycle */
	struct progress_part {
		const char *name;    /* "Penilaian dikirim" */
		int32_t from, until; /* planned, day numbers */
		const int *done;     /* `known` of them */
	} parts[PROGRESS_PARTS];
	size_t count;
};

/* What the plan says for the end of a day: none before it begins, all once
 * it has ended, evenly between, rounded down. */
int progress_planned(const struct progress_part *, int agencies, int32_t day);

struct picture *picture_progress(struct arena *, const struct progress *, int32_t width);

/* ---- a result, to be shared --------------------------------------------------- */

struct card {
	const char *name;   /* of a region or an agency */
	const char *what;   /* "Rata-rata 2025, dari 55" */
	const char *number; /* "33,5" */
	const char *category;
	const char *change;    /* "Naik 9 dari 2024", or "" */
	size_t full, segments; /* of the categories */
};

/* 1200 by 630 units, on paper of its own. */
struct picture *picture_card(struct arena *, const struct card *);

/* The middles of the letters of a text of so many ASCII characters at most that
 * stands around 0. */
enum { LETTERS_SPELLED = 3 };
void text_letters(const char *text, int32_t size, int32_t middles[LETTERS_SPELLED]);

#endif
