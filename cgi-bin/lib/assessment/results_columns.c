/* SPDX-License-Identifier: ISC */
/*
 * The columns of a region's results, each with its name, its head and where it
 * is read from; and the data of the contract, which are made of them.
 */
#include "assessment/results_columns.h"

#include <string.h>

#include "base/json_writer.h"
#include "frame/words.h"
#include "sheet/cell.h"
#include "base/banned.h"

/* ---- what a column reads ---------------------------------------------------- */

static struct results_cell
number_cell(int number)
{
	return number == SCORE_ABSENT ?
	    (struct results_cell){ .kind = RESULTS_NONE } :
	    (struct results_cell){ .kind = RESULTS_NUMBER, .number = number };
}

static struct results_cell
text_cell(const char *text)
{
	return (struct results_cell){ .kind = *text != '\0' ? RESULTS_TEXT : RESULTS_NONE,
		.text = text };
}

static struct results_cell
category_cell(const struct category *category)
{
	return text_cell(category != NULL ? category->name : "");
}

static struct results_cell
read_results_name(const struct results_row *row)
{
	return text_cell(row->agency->name);
}

static struct results_cell
read_state(const struct results_row *row)
{
	struct results_cell cell = text_cell(state_code(row->agency->state));

	cell.shown = state_name(row->agency->state);
	return cell;
}

static struct results_cell
read_self(const struct results_row *row)
{
	return number_cell(row->agency->self);
}

static struct results_cell
read_city(const struct results_row *row)
{
	return number_cell(row->agency->city);
}

static struct results_cell
read_province(const struct results_row *row)
{
	return number_cell(row->agency->province);
}

static struct results_cell
read_final(const struct results_row *row)
{
	return number_cell(row->agency->final);
}

static struct results_cell
read_change(const struct results_row *row)
{
	struct results_cell cell = { .kind = RESULTS_NONE };

	if (row->agency->has_change) {
		cell.kind = RESULTS_NUMBER;
		cell.number = row->agency->change;
		cell.shown = words_change(row->arena, row->agency->change);
	}
	return cell;
}

static struct results_cell
read_self_category(const struct results_row *row)
{
	return category_cell(row->agency->self_category);
}

static struct results_cell
read_category(const struct results_row *row)
{
	return category_cell(row->agency->category);
}

static struct results_cell
read_staged(const struct results_row *row)
{
	struct results_cell cell = number_cell(row->agency->staged);

	if (cell.kind == RESULTS_NUMBER)
		cell.shown = words_roman(row->agency->staged);
	return cell;
}

static struct results_cell
read_lowest(const struct results_row *row)
{
	return text_cell(results_lowest(row->arena, row->results, row->agency));
}

static const struct agency_results *
agency_before(const struct results_row *row)
{
	return results_agency(row->results->before, row->agency->agency_id);
}

static struct results_cell
read_before(const struct results_row *row)
{
	const struct agency_results *then = agency_before(row);
	struct results_cell cell = number_cell(then != NULL ? then->final : SCORE_ABSENT);
	int change;

	if (cell.kind == RESULTS_NUMBER && score_change(then->final, row->agency->final, &change))
		cell.shown = arena_format(row->arena, "%d (%s)", then->final,
		    words_change(row->arena, change));
	return cell;
}

/* The score that its plan leads to, where its own is told, and what is still to be done. */
static struct results_cell
read_plan(const struct results_row *row)
{
	const struct agency_results *agency = row->agency;

	if (!agency->has_plan)
		return text_cell("");
	if (agency->plan_expected == SCORE_ABSENT)
		return text_cell(arena_format(row->arena, "%d langkah", agency->plan_open));
	return text_cell(agency->plan_open == 0 ?
		arena_format(row->arena, "%d (selesai)", agency->plan_expected) :
		arena_format(row->arena, "%d (%d langkah)", agency->plan_expected,
		    agency->plan_open));
}

static bool
has_tier(const struct results *results)
{
	return results->province_tier;
}

static bool
has_before(const struct results *results)
{
	return results->before != NULL;
}

static bool
has_plans(const struct results *results)
{
	return results->plans;
}

enum { EVERYWHERE = RESULTS_SHOWN | RESULTS_DATA };

const struct results_column results_columns[] = {
	{ "name", "Perangkat daerah", "", EVERYWHERE, true, read_results_name, NULL },
	{ "state", "Status", "", RESULTS_SHOWN | RESULTS_INSIDE, true, read_state, NULL },
	{ "self", "Mandiri", "", EVERYWHERE, false, read_self, NULL },
	{ "city", "Verifikasi", "", EVERYWHERE, false, read_city, NULL },
	{ "province", "Validasi", "", EVERYWHERE, false, read_province, has_tier },
	{ "final", "Akhir", "", EVERYWHERE, false, read_final, NULL },
	{ "change", "Perubahan", "", EVERYWHERE, false, read_change, NULL },
	{ "self_category", "", "", RESULTS_DATA, true, read_self_category, NULL },
	{ "category", "Kategori", "Belum dinilai", EVERYWHERE, true, read_category, NULL },
	{ "staged", "Tingkat bertahap", "–", EVERYWHERE | RESULTS_WHOLE, true, read_staged, NULL },
	{ "lowest", "Variabel terendah", "–", RESULTS_SHOWN, true, read_lowest, NULL },
	{ "before", "Akhir", "–", RESULTS_SHOWN | RESULTS_INSIDE, false, read_before, has_before },
	{ "plan", "Menurut rencana", "–", RESULTS_SHOWN | RESULTS_INSIDE, true, read_plan,
	    has_plans },
};
const size_t results_column_count = sizeof(results_columns) / sizeof(results_columns[0]);

/* ---- for people ------------------------------------------------------------- */

bool
results_column_shown(const struct results_column *column, const struct results *results)
{
	return column->where & RESULTS_SHOWN && (column->there == NULL || column->there(results));
}

const char *
results_column_label(struct arena *arena, const struct results_column *column,
    const struct results *results)
{
	return column->there == has_before ?
	    arena_format(arena, "%s %lld", column->label, (long long)results->before->year) :
	    column->label;
}

const char *
results_cell_text(struct arena *arena, const struct results_column *column,
    const struct results_cell *cell)
{
	return cell->kind == RESULTS_NONE ? column->none :
	    cell->shown != NULL           ? cell->shown :
	    cell->kind == RESULTS_TEXT    ? cell->text :
					    arena_format(arena, "%lld", (long long)cell->number);
}

/* ---- for other programs ----------------------------------------------------- */

static void
add_tenths(struct buffer *json, const char *name, int tenths)
{
	if (tenths == AVERAGE_ABSENT) {
		json_put_null(json, name);
		return;
	}
	json_name(json, name);
	buffer_format(json, "%d.%d", tenths / 10, tenths % 10);
}

static void
add_json_agency(struct buffer *json, const struct results_row *row)
{
	json_open(json, NULL, '{');
	for (size_t at = 0; at < results_column_count; at++) {
		const struct results_column *column = &results_columns[at];
		struct results_cell cell;

		if (!(column->where & RESULTS_DATA))
			continue;
		cell = column->read(row);
		if (cell.kind == RESULTS_NUMBER)
			json_number(json, column->name, cell.number);
		else
			json_put_or_null(json, column->name,
			    cell.kind == RESULTS_TEXT ? cell.text : "");
	}
	json_close(json, '}');
}

void
results_json_totals(const struct results *results, struct buffer *json)
{
	json_open(json, "average", '{');
	add_tenths(json, "assessed", results->average_assessed);
	add_tenths(json, "all", results->average_all);
	json_put_or_null(json, "category",
	    results->category != NULL ? results->category->name : "");
	json_close(json, '}');
	json_open(json, "counts", '{');
	json_number(json, "agencies", (int64_t)results->count);
	json_number(json, "assessed", (int64_t)results->assessed);
	json_close(json, '}');
}

void
results_json_members(const struct results *results, struct buffer *json)
{
	json_put(json, "region", results->region_code);
	json_number(json, "year", results->year);
	json_open(json, "agencies", '[');
	for (size_t at = 0; at < results->listed; at++)
		add_json_agency(json,
		    &(struct results_row){ json->arena, results, &results->agencies[at] });
	json_close(json, ']');
	results_json_totals(results, json);
	/* Merged, split or dissolved on the way: in none of the figures above. */
	json_open(json, "left", '[');
	for (size_t at = 0; at < results->left_count; at++) {
		json_open(json, NULL, '{');
		json_put(json, "name", results->left[at].name);
		json_put(json, "why", results->left[at].why);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void
results_json(const struct results *results, struct buffer *json)
{
	json_open(json, NULL, '{');
	results_json_members(results, json);
	json_close(json, '}');
	buffer_char(json, '\n');
}

void
results_csv(const struct results *results, struct buffer *csv)
{
	for (size_t at = 0; at < results_column_count; at++)
		if (results_columns[at].where & RESULTS_DATA)
			buffer_format(csv, "%s%s", at > 0 ? "," : "", results_columns[at].name);
	buffer_text(csv, "\r\n");
	for (size_t agency = 0; agency < results->listed; agency++) {
		struct results_row row = { csv->arena, results, &results->agencies[agency] };

		for (size_t at = 0; at < results_column_count; at++) {
			struct results_cell cell;

			if (!(results_columns[at].where & RESULTS_DATA))
				continue;
			if (at > 0)
				buffer_char(csv, ',');
			cell = results_columns[at].read(&row);
			if (cell.kind == RESULTS_NUMBER)
				buffer_format(csv, "%lld", (long long)cell.number);
			else if (cell.kind == RESULTS_TEXT)
				cell_csv(csv, cell.text);
		}
		buffer_text(csv, "\r\n");
	}
}
