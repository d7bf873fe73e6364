/* SPDX-License-Identifier: ISC */
/*
 * An instrument of any kind out of the database, and what its scores are called.
 */
#include "assessment/scaled.h"

#include <string.h>

#include "base/banned.h"

static void
take_scales(struct arena *arena, const struct rows *rows, struct scaled *scaled)
{
	struct scale *scale = NULL;

	scaled->scales = arena_array(arena, rows->count + 1, sizeof(*scaled->scales));
	for (size_t row = 0; row < rows->count; row++) {
		int64_t number = row_int(rows, row, "number");

		if (scale == NULL || scale->id != row_int(rows, row, "id")) {
			scale = &scaled->scales[scaled->scale_count++];
			*scale = (struct scale){ .id = row_int(rows, row, "id"),
				.code = row_text(rows, row, "code") };
		}
		if (number != (int64_t)scale->count + 1 || number > SCALE_WORDS_MAX)
			continue;
		scale->words[scale->count++] = (struct scale_word){ row_text(rows, row, "word"),
			row_int(rows, row, "points") };
	}
}

static const struct scale *
scale_by_id(const struct scaled *scaled, int64_t id)
{
	static const struct scale none = { .code = "" };

	for (size_t at = 0; at < scaled->scale_count; at++)
		if (scaled->scales[at].id == id)
			return &scaled->scales[at];
	return &none;
}

static void
take_scaled_variables(struct arena *arena, const struct rows *rows, struct scaled *scaled)
{
	scaled->count = rows->count;
	scaled->variables = arena_array(arena, rows->count + 1, sizeof(*scaled->variables));
	for (size_t row = 0; row < rows->count; row++)
		scaled->variables[row] = (struct scaled_variable){
			.id = row_int(rows, row, "id"),
			.number = (int)row_int(rows, row, "number"),
			.name = row_text(rows, row, "name"),
			.outer = row_text(rows, row, "outer_name"),
			.inner = row_text(rows, row, "inner_name"),
			.hint = row_text(rows, row, "hint"),
			.scale = scale_by_id(scaled, row_int(rows, row, "scale_id")),
			.weight = row_int(rows, row, "weight"),
			.may_skip = row_int(rows, row, "may_skip") != 0,
			.if_number = (int)row_int(rows, row, "if_number"),
			.if_level = (int)row_int(rows, row, "if_level"),
		};
}

static void
take_head(const struct rows *rows, struct scaled *scaled)
{
	scaled->name = row_text(rows, 0, "name");
	scaled->basis = row_text(rows, 0, "basis");
	scaled->decimals = (int)row_int(rows, 0, "decimals");
	scaled->labels[SCALED_OUTER] = row_text(rows, 0, "outer_label");
	scaled->labels[SCALED_INNER] = row_text(rows, 0, "inner_label");
	scaled->labels[SCALED_ITEM] = row_text(rows, 0, "item_label");
	if (!scoring_of(row_text(rows, 0, "scoring"), &scaled->scoring))
		scaled->scoring = SCORING_NONE;
	if (!rounding_of(row_text(rows, 0, "rounding"), &scaled->rounding))
		scaled->rounding = ROUNDING_HALF_UP;
}

int
scaled_load(struct context *context, int64_t instrument_id, struct scaled *scaled)
{
	struct rows head, scales, variables, classes;
	int result = db_select(context->db, &head, STATEMENT_INSTRUMENT_SCALED,
	    db_int(instrument_id));

	if (result == 0)
		return 404;
	if (result > 0)
		result = db_select(context->db, &scales, STATEMENT_SCALE_WORDS,
		    db_int(instrument_id));
	if (result >= 0)
		result = db_select(context->db, &variables, STATEMENT_SCALE_VARIABLES,
		    db_int(instrument_id));
	if (result >= 0)
		result = db_select(context->db, &classes, STATEMENT_INSTRUMENT_CATEGORIES,
		    db_int(instrument_id));
	if (result < 0)
		return context_status(context, result);
	*scaled = (struct scaled){ .name = NULL };
	take_head(&head, scaled);
	take_scales(context->arena, &scales, scaled);
	take_scaled_variables(context->arena, &variables, scaled);
	for (size_t row = 0; row < classes.count && row < SCALED_CLASSES_MAX; row++)
		scaled->classes[scaled->class_count++] = (struct scaled_class){
			row_text(&classes, row, "name"), row_int(&classes, row, "min_tenths") * 10
		};
	return 0;
}

struct rated *
scaled_rated(struct arena *arena, const struct scaled *scaled)
{
	struct rated *rated = arena_array(arena, scaled->count + 1, sizeof(*rated));
	size_t outer = 0, inner = 0;

	for (size_t at = 0; at < scaled->count; at++) {
		const struct scaled_variable *one = &scaled->variables[at];

		if (at > 0 && strcmp(one->outer, one[-1].outer) != 0) {
			outer++;
			inner++;
		} else if (at > 0 && strcmp(one->inner, one[-1].inner) != 0)
			inner++;
		rated[at] = (struct rated){ .scale = one->scale,
			.weight = one->weight,
			.outer = outer,
			.inner = inner,
			.if_index = one->if_number > 0 ? (size_t)one->if_number - 1 : 0,
			.if_level = one->if_level };
	}
	return rated;
}

size_t
scaled_outer_end(const struct scaled *scaled, size_t first)
{
	size_t at = first;

	while (at < scaled->count &&
	    strcmp(scaled->variables[at].outer, scaled->variables[first].outer) == 0)
		at++;
	return at;
}

const char *
scaled_word(const struct scaled_variable *variable, int64_t level)
{
	return level >= 1 && (size_t)level <= variable->scale->count ?
	    variable->scale->words[level - 1].word :
	    "";
}

const char *
scaled_number(struct arena *arena, int64_t hundredths, int decimals)
{
	long long whole = (long long)(hundredths / 100);
	int rest = (int)(hundredths % 100);

	if (rest % 10 != 0 || decimals == 2)
		return arena_format(arena, "%lld,%02d", whole, rest);
	if (rest != 0 || decimals == 1)
		return arena_format(arena, "%lld,%d", whole, rest / 10);
	return arena_format(arena, "%lld", whole);
}

const char *
scaled_score(struct arena *arena, const struct scaled *scaled, const struct rating *rating)
{
	const char *number;

	if (!rating->known)
		return "";
	number = scaled_number(arena, rating->score, scaled->decimals);
	return scaled->scoring == SCORING_SHARE ? arena_format(arena, "%s %%", number) : number;
}

const char *
scaled_class(const struct scaled *scaled, const struct rating *rating)
{
	int64_t least[SCALED_CLASSES_MAX];

	if (!rating->known || scaled->class_count == 0)
		return "";
	for (size_t at = 0; at < scaled->class_count; at++)
		least[at] = scaled->classes[at].least;
	return scaled->classes[class_by_least(least, scaled->class_count, rating->score)].name;
}
