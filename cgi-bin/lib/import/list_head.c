/* SPDX-License-Identifier: ISC */
/*
 * The head of a list: found below titles and letterheads, in one row or in two,
 * and each of its columns understood, or told as one that is not.
 */
#include <string.h>

#include "import/column_names.h"
#include "import/list.h"
#include "base/banned.h"

/* What may stand over a column: by itself, or together in two rows. */
enum { TEXTS = 4 };

struct column {
	const char *texts[TEXTS]; /* plain, the best first, "" for none */
	const char *shown;
	size_t options; /* columns of ours that they may mean */
	int best;       /* likeness of the best of those */
	int place;
	bool twice;
};

struct head {
	size_t line, lines;
	struct column *columns;
	size_t width, known;
	bool whole; /* all that have to be there are */
	bool below; /* of a head of two rows: each name of the lower one is one */
};

static struct arena *
list_head_arena_of(const struct list *list)
{
	return list->table->problems->context->arena;
}

/* What it is called by itself, whatever stands over it. */
static const char *
plain_of(const struct column *column)
{
	size_t at = 0;

	while (at + 1 < TEXTS && *column->texts[at] == '\0')
		at++;
	return column->texts[at];
}

static int
likeness(const struct table *table, size_t own, const struct column *column)
{
	int found = 0;

	for (size_t at = 0; at < TEXTS && found == 0; at++)
		found = column_likeness(table, own, column->texts[at]);
	return found;
}

static void
list_head_weigh(const struct table *table, struct column *column)
{
	column->place = LIST_ABSENT;
	column->options = 0;
	column->best = 0;
	for (size_t own = 0; own < table->width; own++) {
		int found = likeness(table, own, column);

		column->options += found > 0;
		if (found > column->best)
			column->best = found;
	}
}

/* The column that has the least choice comes first, of several the surest. */
static struct column *
next_column(struct head *head, const bool *done)
{
	struct column *next = NULL;

	for (size_t at = 0; at < head->width; at++) {
		struct column *column = &head->columns[at];

		if (!done[at] && column->options > 0 &&
		    (next == NULL || column->options < next->options ||
			(column->options == next->options && column->best > next->best)))
			next = column;
	}
	return next;
}

static bool
list_head_is_repeated(const struct head *head, const struct column *column)
{
	for (size_t at = 0; at < head->width; at++)
		if (&head->columns[at] != column && head->columns[at].place != LIST_ABSENT &&
		    strcmp(plain_of(&head->columns[at]), plain_of(column)) == 0)
			return true;
	return false;
}

/* What the heads say of a column of ours that is not there: its value in all rows, and by
 * which head.  NULL: they say nothing, or not the same. */
static const char *
list_head_implied(const struct list *list, const struct column *columns, size_t width, size_t own,
    const struct column **by)
{
	const struct table_column *ours = &list->table->columns[own];
	const char *value = NULL;

	for (size_t at = 0; ours->implied != NULL && at < width; at++) {
		const char *said = columns[at].place == LIST_ABSENT ?
		    NULL :
		    ours->implied(list_head_arena_of(list), columns[at].shown);

		if (said != NULL && value != NULL && strcmp(said, value) != 0)
			return NULL;
		if (said != NULL) {
			value = said;
			*by = &columns[at];
		}
	}
	return value;
}

/* Whether a column has to be there, and nothing stands in for it. */
static bool
list_head_lacks(const struct list *list, const struct head *head, size_t own)
{
	const struct column *by;

	return list->table->columns[own].flags & COLUMN_REQUIRED &&
	    list_head_implied(list, head->columns, head->width, own, &by) == NULL;
}

/* Gives each column of the file one of ours that is still free. */
static void
assign(struct list *list, struct head *head)
{
	const struct table *table = list->table;
	bool *done = arena_array(list_head_arena_of(list), head->width + 1, sizeof(*done));
	bool *taken = arena_array(list_head_arena_of(list), table->width + 1, sizeof(*taken));
	struct column *column;

	for (size_t at = 0; at < head->width; at++)
		list_head_weigh(table, &head->columns[at]);
	while ((column = next_column(head, done)) != NULL) {
		int best = 0;

		done[column - head->columns] = true;
		for (size_t own = 0; own < table->width; own++) {
			int found = likeness(table, own, column);

			if (!taken[own] && found > best) {
				best = found;
				column->place = (int)own;
			}
		}
		/* What stands there twice is not something else. */
		if (best < column->best && list_head_is_repeated(head, column))
			column->place = LIST_ABSENT;
		if (column->place != LIST_ABSENT) {
			taken[column->place] = true;
			head->known++;
		} else
			column->twice = column->best > 1;
	}
	head->whole = head->known > 0;
	for (size_t own = 0; own < table->width; own++)
		if (!taken[own] && list_head_lacks(list, head, own))
			head->whole = false;
}

static const char *
cell_of(const struct list_line *line, size_t column)
{
	return column < line->count ? line->cells[column] : "";
}

static const char *
joined(struct arena *arena, const char *one, const char *other)
{
	return *one == '\0' || *other == '\0' ? "" : arena_format(arena, "%s%s", one, other);
}

static struct head
head_of_one(struct list *list, size_t at)
{
	const struct list_line *line = &list->lines[at];
	struct head head = { .line = at, .lines = 1, .width = line->count };

	head.columns = arena_array(list_head_arena_of(list), head.width + 1, sizeof(*head.columns));
	for (size_t column = 0; column < head.width; column++)
		head.columns[column] = (struct column){ .shown = line->cells[column],
			.texts = { plain_name(list_head_arena_of(list), line->cells[column]), "",
			    "", "" } };
	assign(list, &head);
	return head;
}

/*
 * A head of two rows: what stands in the upper one reaches to the right over
 * columns that have a name of their own below, as far as it is empty there.
 */
static struct head
head_of_two(struct list *list, size_t at)
{
	const struct list_line *upper = &list->lines[at], *lower = upper + 1;
	struct arena *arena = list_head_arena_of(list);
	struct head head = { .line = at,
		.lines = 2,
		.width = upper->count > lower->count ? upper->count : lower->count };
	const char *group = "";

	head.columns = arena_array(arena, head.width + 1, sizeof(*head.columns));
	for (size_t column = 0; column < head.width; column++) {
		const char *above = cell_of(upper, column);
		const char *own = cell_of(lower, column);
		const char *plain = plain_name(arena, own), *over;

		group = *above != '\0' ? above : *own != '\0' ? group : "";
		over = plain_name(arena, group);
		head.columns[column] = (struct column){ .shown = *own != '\0' ? own : above,
			.texts = { joined(arena, plain, over), joined(arena, over, plain), plain,
			    *own == '\0' ? over : "" } };
	}
	assign(list, &head);
	head.below = true;
	for (size_t column = 0; column < lower->count; column++)
		head.below = head.below &&
		    (*lower->cells[column] == '\0' || head.columns[column].options > 0);
	return head;
}

static size_t
first_filled(const struct list_line *line)
{
	size_t at = 0;

	while (at < line->count && *line->cells[at] == '\0')
		at++;
	return at;
}

/* One text that begins where the next line does: a title, which names no columns. */
static bool
is_title(const struct list_line *line, const struct list_line *next)
{
	size_t first = first_filled(line);

	for (size_t at = first + 1; at < line->count; at++)
		if (*line->cells[at] != '\0')
			return false;
	return first <= first_filled(next);
}

/* Whether the line below a head of one row lacks what each row has to have: it is
 * none, but goes on with the head. */
static bool
head_goes_on(const struct list *list, const struct head *head, const struct list_line *line)
{
	const struct table *table = list->table;

	for (size_t at = 0; head->whole && at < head->width; at++) {
		int place = head->columns[at].place;

		if (place != LIST_ABSENT && table->columns[place].flags & COLUMN_FILLED &&
		    *cell_of(line, at) == '\0')
			return true;
	}
	return false;
}

/* The head that begins at a line: of one row, or of two where the lower one has names
 * of its own. */
static struct head
head_at(struct list *list, size_t at)
{
	struct head one = head_of_one(list, at), two;

	if (at + 1 == list->count || is_title(&list->lines[at], &list->lines[at + 1]))
		return one;
	two = head_of_two(list, at);
	return two.whole && two.known > one.known &&
		(two.below || head_goes_on(list, &one, &list->lines[at + 1])) ?
	    two :
	    one;
}

/* What a person has chosen counts, whatever the heads say.  Whether all columns are
 * there that have to be. */
static bool
take_choice(const struct list *list, struct head *head)
{
	const struct table *table = list->table;
	size_t missing = 0;

	for (const struct each *each = list->chosen; each != NULL; each = each->next)
		if ((size_t)each->key < head->width && (size_t)each->number <= table->width) {
			head->columns[each->key].place = (int)each->number - 1;
			head->columns[each->key].twice = false;
		}
	for (size_t own = 0; own < table->width; own++) {
		size_t found = 0;

		for (size_t at = 0; at < head->width; at++)
			if (head->columns[at].place == (int)own)
				head->columns[at].twice = found++ > 0;
		missing += found == 0 && list_head_lacks(list, head, own);
	}
	return missing == 0;
}

/* What stands in all rows for columns that are not there. */
static void
find_implied(struct list *list)
{
	const struct column *by;
	bool *there = arena_array(list_head_arena_of(list), list->table->width + 1, sizeof(*there));

	list->implied = arena_array(list_head_arena_of(list), list->table->width + 1,
	    sizeof(*list->implied));
	for (size_t at = 0; at < list->width; at++)
		if (list->places[at] != LIST_ABSENT)
			there[list->places[at]] = true;
	for (size_t own = 0; own < list->table->width; own++)
		list->implied[own] = there[own] ?
		    NULL :
		    list_head_implied(list, list->names, list->width, own, &by);
}

/* Of the first lines the one that names all that has to be there, in one row or
 * with the next; else the one that names most. */
bool
list_find_head(struct list *list)
{
	struct head likely = { .known = 0 };

	for (size_t at = 0; at < list->count && at < LIST_HEAD_WITHIN && !likely.whole; at++) {
		struct head head = head_at(list, at);

		if (head.whole || likely.columns == NULL || head.known > likely.known)
			likely = head;
	}
	if (likely.columns == NULL)
		return false;
	list->head = likely.line;
	list->head_lines = likely.lines;
	list->width = likely.width;
	list->first = likely.line + likely.lines;
	list->places = arena_array(list_head_arena_of(list), likely.width + 1,
	    sizeof(*list->places));
	list->names = likely.columns;
	if (list->chosen != NULL)
		likely.whole = take_choice(list, &likely);
	for (size_t at = 0; at < likely.width; at++)
		list->places[at] = likely.columns[at].place;
	find_implied(list);
	return likely.whole;
}

bool
list_has_head(const struct list *list, size_t column)
{
	return *list->names[column].shown != '\0';
}

bool
list_repeats_head(const struct list *list, const struct list_line *line)
{
	struct arena *arena = list_head_arena_of(list);
	size_t filled = 0;

	for (size_t at = 0; at < line->count; at++) {
		const char *cell = plain_name(arena, line->cells[at]);

		if (*cell == '\0')
			continue;
		if (at >= list->width ||
		    strcmp(cell, plain_name(arena, list->names[at].shown)) != 0)
			return false;
		filled++;
	}
	return filled > 1;
}

int
list_number_column(const struct list *list)
{
	for (size_t at = 0; at < list->width; at++)
		if (list->places[at] == LIST_ABSENT &&
		    table_called(list_head_arena_of(list), list->names[at].shown,
			"no nomor nourut nomorurut urut"))
			return (int)at;
	return LIST_ABSENT;
}

/* Whether the head says something else than our name of the column. */
static bool
is_other_name(struct list *list, const struct column *column)
{
	return strcmp(plain_name(list_head_arena_of(list), column->shown),
		   plain_name(list_head_arena_of(list),
		       list->table->columns[column->place].name)) != 0;
}

/* The other column of the file that means the same, or NULL where its name stands twice. */
static const struct column *
other_of_same(const struct list *list, const struct column *column)
{
	const struct table *table = list->table;

	for (size_t at = 0; at < list->width; at++) {
		const struct column *other = &list->names[at];

		if (other != column && !other->twice && other->place != LIST_ABSENT &&
		    strcmp(plain_of(other), plain_of(column)) != 0 &&
		    (column->place == other->place ||
			(column->place == LIST_ABSENT &&
			    likeness(table, (size_t)other->place, column) > 0)))
			return other;
	}
	return NULL;
}

static void
tell_twice(struct list *list, size_t number, const struct column *column)
{
	const struct column *other = other_of_same(list, column);

	if (other == NULL)
		table_problem_at(list->table, number, column->shown,
		    "Kolom ini ada dua kali. Hapus salah satunya.");
	else
		table_problem_at(list->table, number, column->shown,
		    "Artinya sama dengan kolom “%s”. Hapus salah satunya, atau ubah artinya di "
		    "bawah.",
		    other->shown);
}

static void
tell_implied(struct list *list, size_t own)
{
	const struct column *by;
	const char *value = list_head_implied(list, list->names, list->width, own, &by);

	table_understood(list->table, by->shown,
	    arena_format(list_head_arena_of(list), "%s: %s", list->table->columns[own].name,
		value));
}

void
list_tell_head(struct list *list)
{
	struct table *table = list->table;
	size_t number = list->lines[list->head].number;
	bool *seen = arena_array(list_head_arena_of(list), table->width + 1, sizeof(*seen));

	for (size_t at = 0; at < list->width; at++) {
		const struct column *column = &list->names[at];

		table_mapping(table, at, column->shown, column->place);
		if (column->place != LIST_ABSENT && !column->twice) {
			seen[column->place] = true;
			if (is_other_name(list, column))
				table_understood(table, column->shown,
				    table->columns[column->place].name);
		} else if (column->twice)
			tell_twice(list, number, column);
		else if (*column->shown != '\0')
			table_ignored(table, column->shown);
	}
	for (size_t at = 0; at < table->width; at++)
		table_mapping_name(table, at);
	for (size_t at = 0; at < table->width; at++)
		if (list->implied[at] != NULL)
			tell_implied(list, at);
		else if (!seen[at] && table->columns[at].flags & COLUMN_REQUIRED)
			table_problem_at(table, number, table->columns[at].name,
			    "Kolom ini tidak ada. Tulis namanya di baris nama kolom.");
}
