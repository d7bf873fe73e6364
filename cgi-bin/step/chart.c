/* SPDX-License-Identifier: ISC */
#include "step/chart.h"

#include <string.h>

#include "step/words.h"
#include "base/banned.h"

/* ---- one agency ---------------------------------------------------------------- */

/* Those who verify see their tier as it grows; others once it has finished. */
static bool
city_known(const struct visit *visit, enum state state)
{
	return figures_tier_told(state, STATE_VERIFIED) ||
	    visit_may(visit, ROLE_VERIFIER | ROLE_VALIDATOR);
}

static bool
province_known(const struct visit *visit, enum state state)
{
	return figures_tier_told(state, STATE_VALIDATED) ||
	    visit_may(visit, ROLE_VALIDATOR);
}

static int
read_levels(struct visit *visit, int64_t assessment_id, enum state state,
    struct chart_levels *levels)
{
	bool tier = levels->province_tier;
	bool city = city_known(visit, state);
	bool province = tier && province_known(visit, state);
	int *self, *said, *validated, *final;
	const char **names;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_CHART_LEVELS,
	    db_int(assessment_id));

	if (result < 0)
		return visit_status(visit, result);
	names = arena_array(visit->arena, rows.count + 1, sizeof(*names));
	self = arena_array(visit->arena, 4 * rows.count + 1, sizeof(*self));
	said = self + rows.count;
	validated = said + rows.count;
	final = validated + rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		names[row] = row_text(&rows, row, "name");
		self[row] = (int)row_int(&rows, row, "self_level");
		said[row] = city ? (int)row_int(&rows, row, "city_level") :
		    LEVEL_ABSENT;
		validated[row] = province ? (int)row_int(&rows, row,
		    "province_level") : LEVEL_ABSENT;
		final[row] = level_final(said[row], validated[row], tier);
	}
	levels->variables = names;
	levels->count = rows.count;
	levels->self = self;
	levels->city = said;
	levels->province = validated;
	levels->final = final;
	return 0;
}

int
chart_levels(struct visit *visit, const struct assessment *assessment,
    struct chart_levels *levels)
{
	levels->year = assessment->year;
	levels->province_tier = assessment->province_tier;
	return read_levels(visit, assessment->id, assessment->state, levels);
}

int
chart_levels_before(struct visit *visit, const struct assessment *assessment,
    struct chart_levels *levels)
{
	struct rows rows;
	enum state state;
	int result = db_select(visit->db, &rows, STATEMENT_CHART_ASSESSMENTS,
	    db_int(assessment->agency_id), db_int(assessment->year - 1),
	    db_int(1));

	memset(levels, 0, sizeof(*levels));
	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 0;
	levels->year = row_int(&rows, 0, "year");
	levels->province_tier = row_int(&rows, 0, "province_tier") != 0;
	state_of(row_text(&rows, 0, "state"), &state);
	return read_levels(visit, row_int(&rows, 0, "id"), state, levels);
}

static bool
any_level(const int *levels, size_t count)
{
	return score_sum(levels, count).present > 0;
}

static void
add_series(struct radar *radar, const char *name, enum ink ink,
    const int *levels)
{
	if (any_level(levels, radar->count))
		radar->series[radar->series_count++] = (struct series){
		    .name = name, .ink = ink, .levels = levels };
}

static const char *
title(struct visit *visit, const char *what,
    const struct assessment *assessment)
{
	return arena_format(visit->arena, "%s, %s %lld", what,
	    assessment->agency_name, (long long)assessment->year);
}

int
charts_of_agency(struct visit *visit, const struct assessment *assessment,
    struct agency_charts *charts)
{
	struct chart_levels *now = &charts->now, *before = &charts->before;
	struct radar *radar = &charts->radar;
	struct series self, final;
	int status;

	memset(charts, 0, sizeof(*charts));
	if ((status = chart_levels(visit, assessment, now)) != 0 ||
	    (status = chart_levels_before(visit, assessment, before)) != 0)
		return status;
	radar->title = title(visit, "Tingkat tiap variabel", assessment);
	radar->variables = now->variables;
	radar->count = now->count;
	add_series(radar, "Penilaian mandiri", INK_SELF, now->self);
	add_series(radar, "Verifikasi", INK_CITY, now->city);
	add_series(radar, "Validasi", INK_PROVINCE, now->province);
	/* Variables are told by their number: another instrument may have
	 * others. */
	if (before->count == now->count)
		add_series(radar, arena_format(visit->arena, "Akhir %lld",
		    (long long)before->year), INK_EARLIER, before->final);
	self = (struct series){ "Penilaian mandiri", INK_SELF, now->self };
	final = (struct series){ "Skor akhir", INK_CITY, now->final };
	charts->finished = score_sum(now->self, now->count).complete &&
	    score_sum(now->final, now->count).complete;
	charts->bars = (struct bars){ .title = title(visit, "Sebelum dan "
	    "sesudah diperiksa", assessment), .variables = now->variables,
	    .count = now->count, .before = self, .after = final };
	charts->waterfall = (struct waterfall){ .title = title(visit, "Dari "
	    "mana angka berubah", assessment), .variables = now->variables,
	    .count = now->count, .before = self, .after = final };
	return 0;
}

int
chart_agency_trend(struct visit *visit, const struct assessment *assessment,
    const struct category *categories, size_t category_count,
    struct trend *trend)
{
	int *years, *self, *final;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_CHART_ASSESSMENTS,
	    db_int(assessment->agency_id), db_int(assessment->year),
	    db_int(TREND_YEARS));

	if (result < 0)
		return visit_status(visit, result);
	years = arena_array(visit->arena, 3 * rows.count + 1, sizeof(*years));
	self = years + rows.count;
	final = self + rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		size_t at = rows.count - 1 - row;
		struct chart_levels levels = {
		    .year = row_int(&rows, row, "year"),
		    .province_tier = row_int(&rows, row, "province_tier") !=
		    0 };
		struct score score;
		enum state state;
		int status;

		state_of(row_text(&rows, row, "state"), &state);
		status = read_levels(visit, row_int(&rows, row, "id"), state,
		    &levels);
		if (status != 0)
			return status;
		years[at] = (int)levels.year;
		score = score_sum(levels.self, levels.count);
		self[at] = score.complete ? score_tenths(score.sum) :
		    AVERAGE_ABSENT;
		score = score_sum(levels.final, levels.count);
		final[at] = score.complete ? score_tenths(score.sum) :
		    AVERAGE_ABSENT;
	}
	*trend = (struct trend){ .title = arena_format(visit->arena,
	    "Skor dari tahun ke tahun, %s", assessment->agency_name),
	    .years = years, .count = rows.count,
	    .series = { { "Skor akhir", INK_CITY, final },
	    { "Penilaian mandiri", INK_SELF, self } }, .series_count = 2,
	    .categories = categories, .category_count = category_count };
	return 0;
}

/* ---- one region ------------------------------------------------------------------ */

const char *const *
chart_variables(struct arena *arena, const struct figures *figures)
{
	const char **names = arena_array(arena, figures->variable_count + 1,
	    sizeof(*names));

	for (size_t at = 0; at < figures->variable_count; at++)
		names[at] = figures->variables[at].name;
	return names;
}

static const char *
region_title(struct visit *visit, const char *what,
    const struct figures *figures)
{
	return arena_format(visit->arena, "%s, %s %lld", what,
	    figures->region_name, (long long)figures->year);
}

static void
make_heat(struct visit *visit, const struct figures *figures,
    struct heat *heat)
{
	size_t width = figures->variable_count;
	const char **names = arena_array(visit->arena, figures->count + 1,
	    sizeof(*names));
	int *levels = arena_array(visit->arena, figures->count * width + 1,
	    sizeof(*levels));

	for (size_t at = 0; at < figures->count; at++) {
		names[at] = figures->agencies[at].name;
		memcpy(levels + at * width, figures->agencies[at].final_levels,
		    width * sizeof(*levels));
	}
	*heat = (struct heat){ .title = region_title(visit, "Tingkat akhir "
	    "tiap perangkat daerah dan variabel", figures), .agencies = names,
	    .agency_count = figures->count,
	    .variables = chart_variables(visit->arena, figures),
	    .count = width, .levels = levels };
}

/* Year by year what figures_load() makes of it, so that no other number can
 * stand here. */
static int
make_trend(struct visit *visit, const struct figures *figures,
    bool public_only, struct trend *trend)
{
	int *years, *assessed, *all;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_CHART_CYCLES,
	    db_int(figures->region_id), db_int(figures->year),
	    db_int(public_only), db_int(TREND_YEARS));

	if (result < 0)
		return visit_status(visit, result);
	years = arena_array(visit->arena, 3 * rows.count + 1, sizeof(*years));
	assessed = years + rows.count;
	all = assessed + rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		size_t at = rows.count - 1 - row;
		struct figures then = *figures;
		int status = row_int(&rows, row, "id") == figures->cycle_id ?
		    0 : figures_load(visit, row_int(&rows, row, "id"), &then);

		if (status != 0)
			return status;
		years[at] = (int)then.year;
		assessed[at] = then.average_assessed;
		all[at] = then.assessed == 0 ? AVERAGE_ABSENT :
		    then.average_all;
	}
	*trend = (struct trend){ .title = arena_format(visit->arena,
	    "Rata-rata dari tahun ke tahun, %s", figures->region_name),
	    .years = years, .count = rows.count,
	    .series = { { "Yang dinilai", INK_CITY, assessed },
	    { "Semua perangkat daerah", INK_SELF, all } }, .series_count = 2,
	    .categories = figures->categories,
	    .category_count = figures->category_count };
	return 0;
}

/* ---- day by day ---------------------------------------------------------------------- */

/* Through which parts of the work somebody in this state has come. */
static bool
came_through(size_t part, enum state state, bool province_tier)
{
	switch (part) {
	case 0:
		return figures_tier_told(state, STATE_SUBMITTED);
	case 1:
		return figures_tier_told(state, province_tier ?
		    STATE_VALIDATED : STATE_VERIFIED);
	default:
		return state == STATE_RECEIVED || state == STATE_REPORTED;
	}
}

static void
plan_parts(const struct rows *steps, struct progress *progress)
{
	static const char *const names[PROGRESS_PARTS] = {
		"Kuesioner dikirim", "Pemeriksaan selesai",
		"Tanda terima terbit" };
	enum { FIRST_STEP = 4 };

	progress->count = PROGRESS_PARTS;
	for (size_t row = 0; row < steps->count; row++) {
		size_t at = (size_t)row_int(steps, row, "step") - FIRST_STEP;

		if (at < PROGRESS_PARTS)
			progress->parts[at] = (struct progress_part){
			    .name = names[at],
			    .from = day_parse(row_text(steps, row,
			    "planned_from")),
			    .until = day_parse(row_text(steps, row,
			    "planned_until")) };
	}
}

struct walk {
	const struct figures *figures;
	enum state *states;	/* of each agency, in their order */
	int *done[PROGRESS_PARTS];
};

static void
count_day(struct walk *walk, size_t day)
{
	const struct figures *figures = walk->figures;

	for (size_t part = 0; part < PROGRESS_PARTS; part++)
		for (size_t at = 0; at < figures->count; at++)
			walk->done[part][day] += came_through(part,
			    walk->states[at], figures->province_tier);
}

static void
move(struct walk *walk, int64_t assessment_id, const char *code)
{
	for (size_t at = 0; at < walk->figures->count; at++)
		if (walk->figures->agencies[at].assessment_id ==
		    assessment_id)
			state_of(code, &walk->states[at]);
}

/* The last day is today: what is, whatever the history tells of it. */
static void
walk_days(struct walk *walk, const struct rows *moves,
    const struct progress *progress)
{
	size_t row = 0;

	for (size_t day = 0; day < progress->known; day++) {
		while (row < moves->count && words_day(row_text(moves, row,
		    "at"), walk->figures->zone) <= progress->first +
		    (int32_t)day) {
			move(walk, row_int(moves, row, "assessment_id"),
			    row_text(moves, row, "to_value"));
			row++;
		}
		if (day + 1 == progress->known)
			for (size_t at = 0; at < walk->figures->count; at++)
				walk->states[at] =
				    walk->figures->agencies[at].state;
		count_day(walk, day);
	}
}

/* From the planned beginning, or from the first move when that was earlier,
 * to the planned end, or to today when that is later. */
static void
span_days(const struct figures *figures, const struct rows *moves,
    struct progress *progress)
{
	int32_t begun = moves->count == 0 ? DAY_NONE : words_day(row_text(
	    moves, 0, "at"), figures->zone);
	int32_t last = progress->parts[PROGRESS_PARTS - 1].until;
	int32_t today = figures->reported ? words_day(figures->reported_at,
	    figures->zone) : words_today(figures->zone);

	progress->first = progress->parts[0].from;
	if (begun != DAY_NONE && begun < progress->first)
		progress->first = begun;
	if (today > last)
		last = today;
	if (last - progress->first >= PROGRESS_DAYS)
		last = progress->first + PROGRESS_DAYS - 1;
	progress->days = (size_t)(last - progress->first + 1);
	if (today >= progress->first)
		progress->known = today >= last ? progress->days :
		    (size_t)(today - progress->first + 1);
}

int
chart_progress(struct visit *visit, const struct figures *figures,
    struct progress *progress)
{
	struct walk walk = { .figures = figures };
	struct rows steps, moves;
	int result = db_select(visit->db, &steps, STATEMENT_CHART_STEPS,
	    db_int(figures->cycle_id));

	memset(progress, 0, sizeof(*progress));
	progress->title = region_title(visit, "Kemajuan menurut hari",
	    figures);
	progress->agencies = (int)figures->count;
	if (result >= 0)
		plan_parts(&steps, progress);
	for (size_t part = 0; part < PROGRESS_PARTS; part++)
		if (progress->parts[part].name == NULL)
			progress->count = 0;	/* a cycle without a plan */
	if (result >= 0 && progress->count > 0)
		result = db_select(visit->db, &moves, STATEMENT_CHART_MOVES,
		    db_int(figures->cycle_id));
	if (result < 0)
		return visit_status(visit, result);
	if (progress->count == 0)
		return 0;
	span_days(figures, &moves, progress);
	walk.states = arena_array(visit->arena, figures->count + 1,
	    sizeof(*walk.states));
	for (size_t part = 0; part < PROGRESS_PARTS; part++)
		progress->parts[part].done = walk.done[part] = arena_array(
		    visit->arena, progress->days + 1, sizeof(int));
	walk_days(&walk, &moves, progress);
	return 0;
}

/* A cycle that lasts for half a year is squeezed into nothing. */
int
chart_fill_progress(struct visit *visit, const struct figures *figures,
    const char *id)
{
	enum { DAYS_SHOWN = 180 };
	struct progress progress;
	int status = chart_progress(visit, figures, &progress);

	if (status == 0 && progress.count > 0 && progress.days <= DAYS_SHOWN)
		CHART_FILL(visit, id, progress, &progress);
	return status;
}

int
chart_fill_cycle(struct visit *visit, int64_t cycle_id, const char *id)
{
	struct figures figures;
	int status = figures_load(visit, cycle_id, &figures);

	return status != 0 ? status : chart_fill_progress(visit, &figures, id);
}

int
charts_of_region(struct visit *visit, const struct figures *figures,
    bool public_only, struct region_charts *charts)
{
	memset(charts, 0, sizeof(*charts));
	make_heat(visit, figures, &charts->heat);
	charts->distribution = (struct distribution){
	    .title = region_title(visit, "Sebaran kategori", figures),
	    .categories = figures->categories,
	    .agencies = figures->category_agencies,
	    .count = figures->category_count,
	    .agency_count = figures->count };
	return make_trend(visit, figures, public_only, &charts->trend);
}

/* ---- into the page --------------------------------------------------------------------- */

/* A length in units, as short as it goes. */
static void
add_length(struct buffer *path, int32_t tenths)
{
	if (tenths < 0)
		buffer_char(path, '-');
	if (tenths < 0)
		tenths = -tenths;
	buffer_format(path, "%d", tenths / 10);
	if (tenths % 10 != 0)
		buffer_format(path, ".%d", tenths % 10);
}

static void
add_step(struct buffer *path, char command, int32_t x, int32_t y)
{
	buffer_char(path, command);
	add_length(path, x);
	buffer_char(path, ' ');
	add_length(path, y);
}

static void
add_box(struct buffer *path, struct box box)
{
	add_step(path, 'M', box.x, box.y);
	buffer_char(path, 'h');
	add_length(path, box.width);
	buffer_char(path, 'v');
	add_length(path, box.height);
	buffer_char(path, 'h');
	add_length(path, -box.width);
	buffer_char(path, 'z');
}

/* Two half turns. */
static void
add_dot(struct buffer *path, struct box box)
{
	int32_t radius = box.width;

	add_step(path, 'M', box.x - radius, box.y);
	for (int32_t turn = 2 * radius; turn >= -2 * radius;
	    turn -= 4 * radius) {
		add_step(path, 'a', radius, radius);
		buffer_text(path, " 0 1 0 ");
		add_length(path, turn);
		buffer_text(path, " 0");
	}
	buffer_char(path, 'z');
}

static void
add_path(struct buffer *path, const struct shape *shape)
{
	switch (shape->kind) {
	case SHAPE_RECT:
		add_box(path, shape->box);
		return;
	case SHAPE_DOT:
		add_dot(path, shape->box);
		return;
	default:
		for (size_t at = 0; at < shape->count; at++)
			add_step(path, at == 0 ||
			    (shape->kind == SHAPE_SEGMENTS && at % 2 == 0) ?
			    'M' : 'L', shape->points[at].x,
			    shape->points[at].y);
		if (shape->kind == SHAPE_POLYGON)
			buffer_char(path, 'z');
	}
}

static const char *
length_text(struct visit *visit, int32_t tenths)
{
	struct buffer text = { .arena = visit->arena };

	add_length(&text, tenths);
	return text.bytes;
}

static const char *
colour_text(struct visit *visit, int32_t colour)
{
	return colour == PAINT_NONE ? "none" : arena_format(visit->arena,
	    "#%06x", (unsigned)colour);
}

static void
fill_paint(struct visit *visit, struct node *node, enum ink ink)
{
	const struct paint *paint = ink_paint(ink);
	struct buffer dash = { .arena = visit->arena };

	node_set(node, "ink", paint->code);
	node_set(node, "fill", colour_text(visit, paint->fill));
	if (paint->stroke == PAINT_NONE)
		return;
	node_set(node, "stroke", colour_text(visit, paint->stroke));
	node_set(node, "width", length_text(visit, paint->width));
	for (size_t at = 0; at < 4 && paint->dash[at] > 0; at++) {
		if (at > 0)
			buffer_char(&dash, ' ');
		add_length(&dash, paint->dash[at]);
	}
	if (dash.length > 0)
		node_set(node, "dash", dash.bytes);
}

static bool
same_run(const struct shape *one, const struct shape *other)
{
	return (one->kind == SHAPE_TEXT) == (other->kind == SHAPE_TEXT) &&
	    one->ink == other->ink && (one->kind != SHAPE_TEXT ||
	    (one->size == other->size && one->strong == other->strong &&
	    one->anchor == other->anchor));
}

static void
fill_texts(struct visit *visit, struct node *node, const struct shape *first,
    size_t count)
{
	static const char *const anchors[] = { [ANCHOR_START] = "start",
		[ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end" };
	struct node *texts = node_child(node, "texts");

	node_set(node, "anchor", anchors[first->anchor]);
	node_set(node, "size", length_text(visit, first->size));
	if (first->strong)
		node_set(node, "strong", "1");
	for (size_t at = 0; at < count; at++) {
		struct node *text = node_row(texts, at);

		node_set(text, "x", length_text(visit, first[at].box.x));
		node_set(text, "y", length_text(visit, first[at].box.y));
		node_set(text, "text", first[at].text);
	}
}

/* What is drawn alike one after the other is one element. */
static void
fill_shapes(struct visit *visit, struct node *node,
    const struct picture *picture)
{
	struct node *runs = node_child(node, "runs");
	size_t row = 0, next;

	node_set(node, "width", length_text(visit, picture->width));
	node_set(node, "height", length_text(visit, picture->height));
	for (size_t at = 0; at < picture->shape_count; at = next) {
		const struct shape *shape = &picture->shapes[at];
		struct node *run = node_row(runs, row++);
		struct buffer path = { .arena = visit->arena };

		for (next = at + 1; next < picture->shape_count &&
		    same_run(shape, &picture->shapes[next]); next++)
			;
		fill_paint(visit, run, shape->ink);
		if (shape->kind == SHAPE_TEXT) {
			fill_texts(visit, run, shape, next - at);
			continue;
		}
		for (size_t one = at; one < next; one++)
			add_path(&path, &picture->shapes[one]);
		node_set(run, "path", path.bytes);
	}
}

static void
fill_table(struct node *node, const struct picture_table *table)
{
	struct node *list = node_child(node, "columns");

	node_set(node, "head", table->head);
	for (size_t at = 0; at < table->column_count; at++)
		node_set(node_row(list, at), "label", table->columns[at]);
	list = node_child(node, "rows");
	for (size_t row = 0; row < table->row_count; row++) {
		struct node *one = node_row(list, row);
		struct node *cells = node_child(one, "cells");

		node_set(one, "head", table->rows[row].head);
		if (table->rows[row].total)
			node_set(one, "total", "1");
		for (size_t at = 0; at < table->column_count; at++) {
			struct node *cell = node_row(cells, at);

			node_set(cell, "label", table->columns[at]);
			node_set(cell, "text", table->rows[row].cells[at]);
		}
	}
}

void
chart_fill(struct visit *visit, const char *id, const struct picture *wide,
    const struct picture *narrow)
{
	struct node *node = node_child(page_node(&visit->page, "Pictures"),
	    id);

	node_set(node, "id", id);
	node_set(node, "title", wide->title);
	node_set(node, "description", wide->description);
	fill_shapes(visit, node_child(node, "wide"), wide);
	fill_shapes(visit, node_child(node, "narrow"), narrow);
	if (wide->table.row_count > 0)
		fill_table(node_child(node, "table"), &wide->table);
}

void
chart_fill_heat(struct visit *visit, const struct heat *heat)
{
	enum { AGENCIES_A_PAGE = 20 };
	size_t page = 1;

	for (size_t first = 0; first < heat->agency_count;
	    first += AGENCIES_A_PAGE, page++) {
		size_t rest = heat->agency_count - first;
		struct heat part = *heat;

		part.agency_count = rest < AGENCIES_A_PAGE ? rest :
		    AGENCIES_A_PAGE;
		part.agencies = heat->agencies + first;
		part.levels = heat->levels + first * heat->count;
		if (heat->agency_count > AGENCIES_A_PAGE)
			part.title = arena_format(visit->arena, "%s (%zu–%zu "
			    "dari %zu)", heat->title, first + 1, first +
			    part.agency_count, heat->agency_count);
		CHART_FILL(visit, page == 1 ? "heat" : arena_format(
		    visit->arena, "heat-%zu", page), heat, &part);
	}
}

void
chart_fill_trend(struct visit *visit, const struct trend *trend)
{
	if (trend->count > 1)
		CHART_FILL(visit, "trend", trend, trend);
}
