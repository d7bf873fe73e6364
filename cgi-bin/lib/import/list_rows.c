/* SPDX-License-Identifier: ISC */
/*
 * The rows of a list: which are data, and which are numbers of columns, notes,
 * sums or the block of signatures; nothing is passed over in silence.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "import/list.h"
#include "rules/date_text.h"
#include "base/banned.h"

/* A row that numbers its columns has at least so many. */
enum { NUMBERED = 3, HIDDEN_LISTED = 10 };

static struct arena *
list_rows_arena_of(const struct list *list)
{
	return list->table->problems->context->arena;
}

bool
list_is_nothing(const char *text)
{
	static const char *const marks[] = { "", "-", "--", "–", "—" };

	while (*text == ' ')
		text++;
	if (*text != '\0' && *text != '-' && *text != *"–") /* nearly all: asked of each cell */
		return false;
	for (size_t at = 0; at < sizeof(marks) / sizeof(marks[0]); at++) {
		size_t length = strlen(marks[at]);

		if (strncmp(text, marks[at], length) == 0 &&
		    text[length + strspn(text + length, " ")] == '\0')
			return true;
	}
	return false;
}

const char *
list_letter(struct arena *arena, size_t column)
{
	return column < 26 ?
	    arena_format(arena, "%c", 'A' + (int)column) :
	    arena_format(arena, "%c%c", 'A' + (int)(column / 26) - 1, 'A' + (int)(column % 26));
}

/* ---- what a line is -------------------------------------------------------- */

static size_t
filled_cells(const struct list_line *line, const char **first)
{
	size_t filled = 0;

	*first = "";
	for (size_t at = 0; at < line->count; at++)
		if (!list_is_nothing(line->cells[at]) && filled++ == 0)
			*first = line->cells[at] + strspn(line->cells[at], " \t\r\n");
	return filled;
}

/* (1) (2) (3) below the head, or 1 2 3. */
static bool
is_numbering(const struct list_line *line)
{
	size_t expected = 0;

	for (size_t at = 0; at < line->count; at++) {
		const char *cell = line->cells[at];
		size_t number = 0;

		cell += strspn(cell, " (");
		if (*cell == '\0')
			continue;
		for (; isdigit((unsigned char)*cell) && number < 1000; cell++)
			number = number * 10 + (size_t)(*cell - '0');
		if (number != ++expected || cell[strspn(cell, " ).")] != '\0')
			return false;
	}
	return expected >= NUMBERED;
}

/* "Jumlah: 1", "Catatan: * Plt.", "*) sedang tugas belajar" */
static bool
is_note(const struct list_line *line)
{
	static const struct {
		const char *word;
		bool alone; /* or before a colon; others begin a name */
	} words[] = {
		{ "jumlah", false },
		{ "total", false },
		{ "catatan", true },
		{ "keterangan", true },
		{ "ket.", false },
		{ "ket", true },
		{ "sumber", true },
		{ "nb", true },
		{ "n.b.", false },
		{ "*", false },
	};
	const char *first;
	size_t filled = filled_cells(line, &first);

	for (size_t at = 0; at < sizeof(words) / sizeof(words[0]); at++) {
		size_t length = strlen(words[at].word);
		const char *rest = first + length;

		if (strncasecmp(first, words[at].word, length) != 0 ||
		    isalpha((unsigned char)*rest))
			continue;
		if (!words[at].alone)
			return filled == 1 || at < 2;
		rest += strspn(rest, " ");
		if (*rest == ':' || (*rest == '\0' && filled == 1))
			return true;
	}
	return false;
}

/* "Balikpapan, 2 Januari 2026", "Mengetahui,": who signs stands below. */
static bool
is_signing(const struct list_line *line)
{
	const char *first, *comma;
	size_t filled = filled_cells(line, &first);
	int32_t day;

	if (filled == 0 || filled > 2)
		return false;
	if (strncasecmp(first, "mengetahui", 10) == 0 ||
	    strncasecmp(first, "ditetapkan di", 13) == 0)
		return true;
	comma = strchr(first, ',');
	return comma != NULL && isalpha((unsigned char)*first) &&
	    (date_text(comma + 1, &day) == DATE_OK ||
		strspn(comma + 1, " ._…") == strlen(comma + 1)) &&
	    filled == 1 && comma[1] != '\0';
}

/* Whether all that a row has to have is there. */
static bool
is_whole(const struct list *list, const struct list_line *line)
{
	const struct table *table = list->table;

	for (size_t own = 0; own < table->width; own++) {
		bool filled = (table->columns[own].flags & COLUMN_FILLED) == 0 ||
		    list->implied[own] != NULL;

		for (size_t at = 0; at < list->width && at < line->count; at++)
			if (list->places[at] == (int)own && !list_is_nothing(line->cells[at]))
				filled = true;
		if (!filled)
			return false;
	}
	return true;
}

/* Whether something stands under a column that has a name, ours or another. */
static bool
has_anything(const struct list *list, const struct list_line *line)
{
	for (size_t at = 0; at < list->width && at < line->count; at++)
		if (list_has_head(list, at) && !list_is_nothing(line->cells[at]))
			return true;
	return false;
}

/* ---- lines that group rows --------------------------------------------------- */

static bool
is_arabic(const char *cell)
{
	size_t digits;

	cell += strspn(cell, " (");
	digits = strspn(cell, "0123456789");
	return digits > 0 && cell[digits + strspn(cell + digits, " ).")] == '\0';
}

static const char *
number_of(const struct list_line *line, int column)
{
	return column != LIST_ABSENT && (size_t)column < line->count ? line->cells[column] : "";
}

/* Whether the rows are numbered 1, 2, 3, so that "A" and "II" number others. */
static bool
is_numbered(const struct list *list, int column)
{
	size_t numbers = 0, others = 0;

	for (size_t at = list->first; at < list->end && column != LIST_ABSENT; at++)
		if (is_arabic(number_of(&list->lines[at], column)))
			numbers++;
		else
			others++;
	return numbers > 0 && numbers >= others;
}

/*
 * "B. CUTI BERSAMA" across the table, "A | DINAS" among numbered rows: what
 * stands there once is said of the rows below.
 */
static bool
is_section(const struct list *list, const struct list_line *line, int column, bool numbered)
{
	const char *first, *number = number_of(line, column);
	size_t filled = filled_cells(line, &first), at = 0;

	if (filled == 0 || filled > 2 || is_arabic(number) || list_is_nothing(first) ||
	    isdigit((unsigned char)*first))
		return false;
	if (filled == 2)
		return numbered && !list_is_nothing(number);
	while (list_is_nothing(line->cells[at]))
		at++;
	return at < list->width &&
	    (list->places[at] == LIST_ABSENT ? list_has_head(list, at) :
					       numbered && !is_whole(list, line));
}

/* ---- merged cells ----------------------------------------------------------- */

static struct list_line *
line_numbered(struct list *list, size_t number)
{
	for (size_t at = list->first; at < list->count; at++)
		if (list->lines[at].number == number)
			return &list->lines[at];
	return NULL;
}

static void
put_cell(struct list *list, struct list_line *line, size_t column, const char *text)
{
	if (column >= line->count) {
		const char **cells = arena_array(list_rows_arena_of(list), column + 1,
		    sizeof(*cells));

		for (size_t at = 0; at <= column; at++)
			cells[at] = at < line->count ? line->cells[at] : "";
		line->cells = cells;
		line->count = column + 1;
	}
	line->cells[column] = text;
}

/* A cell that reaches down over rows is meant for each of them. */
static void
fill_down(struct list *list, const struct sheet_range *range)
{
	const struct list_line *from = line_numbered(list, range->first_row);
	size_t column = range->first_column - 1;

	if (from == NULL || column >= from->count || column >= list->width ||
	    list->places[column] == LIST_ABSENT ||
	    range->last_row - range->first_row > list->rows_max + LIST_LINES_MORE)
		return;
	for (size_t number = range->first_row + 1; number <= range->last_row; number++) {
		struct list_line *line = line_numbered(list, number);

		if (line != NULL && (column >= line->count || *line->cells[column] == '\0'))
			put_cell(list, line, column, from->cells[column]);
	}
}

/* ---- the rows ---------------------------------------------------------------- */

/* The lines behind the last row: where they begin, or the end. */
static size_t
find_end(struct list *list)
{
	size_t end = list->count, last = list->first;
	const char *first;

	for (size_t at = list->first; at < list->count; at++)
		if (is_signing(&list->lines[at])) {
			end = at;
			break;
		}
	/* Who signs stands below all rows, or it is nobody who signs. */
	for (size_t at = end; at < list->count; at++)
		if (is_whole(list, &list->lines[at]) && filled_cells(&list->lines[at], &first) > 1)
			end = list->count;
	for (size_t at = list->first; at < end; at++)
		if (is_whole(list, &list->lines[at]) && !is_note(&list->lines[at]))
			last = at + 1;
	if (last == list->first || last == end)
		return end;
	/* A gap, or a note: what follows belongs to no row. */
	return list->lines[last].number > list->lines[last - 1].number + 1 ||
		is_note(&list->lines[last]) ?
	    last :
	    end;
}

static const char *
list_rows_words_of(struct arena *arena, const struct list_line *line)
{
	struct buffer text = { .arena = arena };

	buffer_text(&text, "");
	for (size_t at = 0; at < line->count; at++)
		if (*line->cells[at] != '\0')
			buffer_format(&text, "%s%s", text.length > 0 ? " · " : "", line->cells[at]);
	return text.bytes;
}

static void
leave_out(struct list *list, size_t at)
{
	table_unread(list->table, list->lines[at].number,
	    list_rows_words_of(list_rows_arena_of(list), &list->lines[at]));
	list->lines[at].count = 0;
}

/* One problem for all: whoever filtered a list may have forgotten it. */
static void
tell_hidden(const struct list *list)
{
	struct buffer numbers = { .arena = list_rows_arena_of(list) };
	size_t count = 0;

	for (size_t at = list->first; at < list->end; at++)
		if (list->lines[at].hidden && list->lines[at].count > 0 && ++count <= HIDDEN_LISTED)
			buffer_format(&numbers, "%s%zu", count > 1 ? ", " : "",
			    list->lines[at].number);
	if (count == 0)
		return;
	if (count > HIDDEN_LISTED)
		buffer_format(&numbers, " dan %zu baris lain", count - HIDDEN_LISTED);
	table_trouble(list->table,
	    "Baris %s tersembunyi atau tersaring di lembar kerja. "
	    "Tampilkan semua baris, hapus yang tidak ikut, lalu simpan.",
	    numbers.bytes);
}

/* Cells that no column has a name for: in CSV a comma too many has moved them
 * there, in a worksheet they are remarks beside the list. */
static void
tell_surplus(struct list *list, size_t at)
{
	const struct list_line *line = &list->lines[at];

	for (size_t column = 0; column < line->count; column++) {
		const char *cell = line->cells[column] + strspn(line->cells[column], " \t\r\n");

		if (list_is_nothing(cell) ||
		    (column < list->width &&
			(list->places[column] != LIST_ABSENT || list_has_head(list, column))))
			continue;
		if (list->kind == SHEET_CSV && column >= list->width) {
			table_problem_at(list->table, line->number,
			    arena_format(list_rows_arena_of(list), "ke-%zu", column + 1),
			    "“%s” berada di "
			    "luar kolom yang bernama. Isi sel yang memuat koma, "
			    "misalnya gelar, diapit tanda kutip: \"Nama, S.E.\".",
			    cell);
			return;
		}
		table_unread(list->table, line->number,
		    arena_format(list_rows_arena_of(list), "%s (kolom %s tidak bernama)", cell,
			list_letter(list_rows_arena_of(list), column)));
	}
}

/* What is no row is told; of what groups rows each of them knows. */
static void
leave_out_others(struct list *list)
{
	int column = list_number_column(list);
	bool numbered = is_numbered(list, column);
	const char *section = "", *first;

	for (size_t at = 0; at < list->head; at++)
		if (filled_cells(&list->lines[at], &first) == 1)
			section = first;
	for (size_t at = list->first; at < list->count; at++) {
		struct list_line *line = &list->lines[at];

		line->section = section;
		if (at < list->end && is_section(list, line, column, numbered)) {
			section = list_rows_words_of(list_rows_arena_of(list), line);
			leave_out(list, at);
		} else if (at >= list->end || is_note(line) || !has_anything(list, line) ||
		    list_repeats_head(list, line) ||
		    table_called(list_rows_arena_of(list), number_of(line, column), "no nomor"))
			leave_out(list, at);
		else
			tell_surplus(list, at);
	}
}

void
list_find_rows(struct list *list)
{
	for (size_t at = 0; at < list->head; at++) {
		const char *year = strstr(
		    list_rows_words_of(list_rows_arena_of(list), &list->lines[at]), "20");

		if (year != NULL && isdigit((unsigned char)year[2]) &&
		    isdigit((unsigned char)year[3]) && !isdigit((unsigned char)year[4]))
			list->table->year = 2000 + (year[2] - '0') * 10 + year[3] - '0';
	}
	if (list->first < list->count && is_numbering(&list->lines[list->first]))
		list->first++;
	for (size_t at = 0; list->marks != NULL && at < list->marks->range_count; at++)
		fill_down(list, &list->marks->ranges[at]);
	list->end = find_end(list);
	leave_out_others(list);
	tell_hidden(list);
}
