/* SPDX-License-Identifier: ISC */
/*
 * Levels, scores, averages and categories (Permendagri 99/2018 as product.md
 * has it, "Scoring: the rules"): in whole numbers and tenths, so that nothing
 * is lost on the way to the one rounding.
 */
#include "rules/score.h"

#include <string.h>

bool
level_valid(int level)
{
	return level >= LEVEL_MIN && level <= LEVEL_MAX;
}

const char *
level_roman(int level)
{
	static const char *const roman[LEVEL_MAX + 1] = { "", "I", "II", "III", "IV", "V" };

	return level_valid(level) ? roman[level] : "";
}

int
level_final(int city, int province, bool province_tier)
{
	return province_tier ? province : city;
}

int
level_staged(const int levels[], size_t variables)
{
	int lowest = LEVEL_ABSENT;

	for (size_t i = 0; i < variables; i++) {
		if (levels[i] == LEVEL_ABSENT)
			return LEVEL_ABSENT;
		if (lowest == LEVEL_ABSENT || levels[i] < lowest)
			lowest = levels[i];
	}
	return lowest;
}

struct score
score_sum(const int levels[], size_t variables)
{
	struct score score = { .sum = 0 };

	for (size_t i = 0; i < variables; i++)
		if (levels[i] != LEVEL_ABSENT) {
			score.sum += levels[i];
			score.present++;
		}
	score.complete = variables > 0 && score.present == variables;
	return score;
}

bool
score_change(int before, int after, int *change)
{
	if (before == SCORE_ABSENT || after == SCORE_ABSENT)
		return false;
	*change = after - before;
	return true;
}

int
score_tenths(int score)
{
	return score * 10;
}

static const char *const rounding_codes[] = {
	[ROUNDING_HALF_UP] = "half_up",
	[ROUNDING_DOWN] = "down",
	[ROUNDING_UP] = "up",
};

#define ROUNDINGS (sizeof(rounding_codes) / sizeof(rounding_codes[0]))

const char *
rounding_code(enum rounding rounding)
{
	return (size_t)rounding < ROUNDINGS ? rounding_codes[rounding] : "";
}

bool
rounding_of(const char *code, enum rounding *rounding)
{
	for (size_t i = 0; code != NULL && i < ROUNDINGS; i++)
		if (strcmp(rounding_codes[i], code) == 0) {
			*rounding = (enum rounding)i;
			return true;
		}
	return false;
}

int
score_average(int64_t total, int64_t count, enum rounding rounding)
{
	static const int64_t most = 1000000000000000;
	int64_t tenths, rest;

	if (count <= 0 || total < 0 || total > most)
		return AVERAGE_ABSENT;

	tenths = total * 10 / count;
	rest = total * 10 % count;

	switch (rounding) {
	case ROUNDING_HALF_UP:
		/* rest * 2 >= count, said so that it cannot overflow */
		if (rest >= count - rest)
			tenths++;
		break;
	case ROUNDING_UP:
		if (rest > 0)
			tenths++;
		break;
	case ROUNDING_DOWN:
		break;
	}
	return tenths > INT32_MAX ? AVERAGE_ABSENT : (int)tenths;
}

const struct category *
category_of(const struct category table[], size_t rows, int tenths)
{
	if (tenths <= 0)
		return NULL;
	for (size_t i = 0; i < rows; i++)
		if (tenths <= table[i].max_tenths)
			return &table[i];
	return NULL;
}

static enum category_fault
row_fault(const struct category table[], size_t i, int min_tenths)
{
	const struct category *row = &table[i];

	if (row->name == NULL || row->name[0] == '\0')
		return CATEGORY_NAMELESS;
	if (row->level < 1 || (size_t)row->level != i + 1)
		return CATEGORY_LEVEL;
	if (row->max_tenths < row->min_tenths)
		return CATEGORY_INVERTED;
	if (i == 0)
		return row->min_tenths > min_tenths ? CATEGORY_STARTS_LATE : CATEGORY_SOUND;
	if (row->min_tenths <= row[-1].max_tenths)
		return CATEGORY_OVERLAP;
	if (row->min_tenths - 1 > row[-1].max_tenths)
		return CATEGORY_GAP;
	return CATEGORY_SOUND;
}

enum category_fault
category_check(const struct category table[], size_t rows, int min_tenths, int max_tenths,
    size_t *row)
{
	enum category_fault fault;

	if (rows == 0) {
		*row = 0;
		return CATEGORY_NO_ROWS;
	}
	for (size_t i = 0; i < rows; i++) {
		fault = row_fault(table, i, min_tenths);
		if (fault != CATEGORY_SOUND) {
			*row = i;
			return fault;
		}
	}
	if (table[rows - 1].max_tenths < max_tenths) {
		*row = rows - 1;
		return CATEGORY_ENDS_EARLY;
	}
	return CATEGORY_SOUND;
}

const char *
category_fault_text(enum category_fault fault)
{
	switch (fault) {
	case CATEGORY_SOUND:
		return "";
	case CATEGORY_NO_ROWS:
		return "Tabel kategori masih kosong.";
	case CATEGORY_NAMELESS:
		return "Nama kategori belum diisi.";
	case CATEGORY_LEVEL:
		return "Tingkat kategori harus berurutan 1, 2, 3 dan seterusnya.";
	case CATEGORY_INVERTED:
		return "Batas atas lebih kecil daripada batas bawah.";
	case CATEGORY_STARTS_LATE:
		return "Nilai terendah instrumen tidak termasuk kategori mana pun.";
	case CATEGORY_OVERLAP:
		return "Rentang nilai bertumpang tindih dengan kategori sebelumnya.";
	case CATEGORY_GAP:
		return "Ada nilai yang terlewat di antara kategori ini dan "
		       "kategori sebelumnya.";
	case CATEGORY_ENDS_EARLY:
		return "Nilai tertinggi instrumen tidak termasuk kategori mana pun.";
	}
	return "";
}
