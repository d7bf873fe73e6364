/* SPDX-License-Identifier: ISC */
/*
 * What is told about an uploaded table: each problem with the row and column
 * that the person sees, what was passed over, and what was understood.
 */
#include "import/import_table.h"

#include <stdarg.h>

#include "import/list.h"
#include "base/banned.h"

enum { PROBLEMS_SHOWN = 200, UNREAD_SHOWN = 30 };

static struct arena *
problem_arena(const struct table *table)
{
	return table->problems->context->arena;
}

void
problems_add(struct problems *problems, const char *where, const char *text)
{
	struct page *page = &problems->context->page;
	struct node *node;

	page_set_int(page, "ProblemCount", (int64_t)++problems->count);
	if (problems->count > PROBLEMS_SHOWN)
		return;
	node = node_row(page_node(page, "Problems"), problems->count - 1);
	node_set(node, "where", where);
	node_set(node, "text", text);
}

void
table_add_problem(struct table *table, const char *place, const char *text)
{
	problems_add(table->problems,
	    *table->label != '\0' && *place != '\0' ?
		arena_format(problem_arena(table), "%s, %s", table->label, place) :
		*place != '\0' ? place :
				 table->label,
	    text);
}

static const char *
place_in_words(const struct table *table, size_t row, const char *column)
{
	return arena_format(problem_arena(table), "%saris %zu, kolom %s",
	    *table->label != '\0' ? "b" : "B", row, column);
}

void
table_problem(struct table *table, size_t row, size_t column, const char *format, ...)
{
	uint64_t bit = UINT64_C(1) << column;
	va_list arguments;
	char *text;

	if (table->rows[row].told & bit)
		return;
	table->rows[row].told |= bit;
	va_start(arguments, format);
	text = arena_vformat(problem_arena(table), format, arguments);
	va_end(arguments);
	table->rows[row].wrong = true;
	table_add_problem(table,
	    place_in_words(table, table->rows[row].number, table->columns[column].name), text);
}

void
table_problem_at(struct table *table, size_t number, const char *column, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_vformat(problem_arena(table), format, arguments);
	va_end(arguments);
	table_add_problem(table, place_in_words(table, number, column), text);
}

void
table_ignored(struct table *table, const char *head)
{
	struct problems *problems = table->problems;

	node_set(node_row(page_node(&problems->context->page, "Ignored"), problems->ignored++),
	    "name", head);
}

void
table_understood(struct table *table, const char *head, const char *name)
{
	struct problems *problems = table->problems;
	struct node *node = node_row(page_node(&problems->context->page, "Understood"),
	    problems->understood++);

	node_set(node, "head", head);
	node_set(node, "name", name);
}

static struct node *
mapping_of(const struct table *table)
{
	struct node *node = node_row(page_node(&table->problems->context->page, "Mapping"),
	    table->place);

	node_set(node, "label", table->label);
	return node;
}

void
table_mapping(struct table *table, size_t column, const char *head, int place)
{
	struct node *node;

	if (*head == '\0')
		return;
	node = node_row(node_child(mapping_of(table), "columns"), column);
	node_set(node, "field", arena_format(problem_arena(table), "%s%zu", table->family, column));
	node_set(node, "head", head);
	node_set_int(node, "place", place + 1);
}

void
table_mapping_name(struct table *table, size_t column)
{
	struct node *node = node_row(node_child(mapping_of(table), "names"), column);

	node_set_int(node, "place", (int64_t)column + 1);
	node_set(node, "name", table->columns[column].name);
}

void
table_unread(struct table *table, size_t number, const char *text)
{
	struct problems *problems = table->problems;
	struct page *page = &problems->context->page;
	struct node *node;

	page_set_int(page, "UnreadCount", (int64_t)++problems->unread);
	if (problems->unread > UNREAD_SHOWN)
		return;
	node = node_row(page_node(page, "Unread"), problems->unread - 1);
	node_set(node, "where",
	    arena_format(problem_arena(table), "%s%saris %zu", table->label,
		*table->label != '\0' ? ", b" : "B", number));
	node_set(node, "text", text);
}

void
table_other_sheet(struct table *table, size_t number)
{
	struct problems *problems = table->problems;
	struct node *node = node_row(page_node(&problems->context->page, "OtherSheets"),
	    problems->other_sheets++);

	node_set_int(node, "number", (int64_t)number);
}

void
table_trouble(struct table *table, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_vformat(problem_arena(table), format, arguments);
	va_end(arguments);
	table_add_problem(table, "", text);
}
