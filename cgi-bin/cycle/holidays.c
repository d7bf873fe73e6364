/* SPDX-License-Identifier: ISC */
/*
 * Days that are not working days.  They are set each year by joint decree of
 * three ministers, and changed by the next one, so they are data.  Plans of
 * cycles that exist do not change by themselves: the page says which of them
 * would fall on other dates.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cycle/cycle.h"
#include "cycle/plan.h"
#include "cycle/import_table.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

static const char *const kinds[] = { "libur", "cuti_bersama", NULL };

enum { LIST_YEAR };
const struct field holiday_list_fields[] = {
	[LIST_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2018,
	    .max = 2100 },
	{ 0 }
};

enum { DAY, KIND, NAME };
const struct field holiday_fields[] = {
	[DAY] = { "day", FIELD_DATE, "Tanggal", true },
	[KIND] = { "kind", FIELD_CHOICE, "Jenis", true, .choices = kinds },
	[NAME] = { "name", FIELD_TEXT, "Nama", true, .max = 120 },
	{ 0 }
};

enum { FILE_FIELD };
const struct field holiday_import_fields[] = {
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ 0 }
};

enum { CONTENT };
const struct field holiday_store_fields[] = {
	[CONTENT] = { "content", FIELD_LINES, "Daftar", true,
	    .max = TABLE_TEXT_MAX },
	{ 0 }
};

struct holiday {
	int32_t day;
	const char *kind, *name;
	const char *was;	/* in words, "" when it is new */
};

static const char *
kind_words(const char *kind)
{
	return strcmp(kind, "libur") == 0 ? "Libur nasional" : "Cuti bersama";
}

static const char *
words_of(struct arena *arena, const char *kind, const char *name)
{
	return arena_format(arena, "%s (%s)", name, kind_words(kind));
}

/* History finds a day by its digits: 20261225. */
static int64_t
day_key(int32_t day)
{
	struct date date = day_date(day);

	return date.year * 10000 + date.month * 100 + date.day;
}

static int
record(struct context *context, int32_t day, const char *from, const char *to)
{
	struct change change = change_of(context, "holiday", 0, day_key(day));
	char text[DAY_TEXT];
	const char *date = words_date(context->arena, day_format(text, day));

	if (*from != '\0')
		change.from = arena_format(context->arena, "%s: %s", date,
		    from);
	change.to = *to != '\0' ? arena_format(context->arena, "%s: %s", date,
	    to) : arena_format(context->arena, "%s: hari kerja", date);
	return history_add(context->db, &change);
}

static void
fill_day(struct context *context, struct node *node, int32_t day)
{
	static const char *const names[] = { "Senin", "Selasa", "Rabu",
		"Kamis", "Jumat", "Sabtu", "Minggu" };
	char text[DAY_TEXT];

	node_set(node, "day", day_format(text, day));
	node_set(node, "date", arena_format(context->arena, "%s, %s",
	    names[day_weekday(day) - 1], words_date(context->arena,
	    day_format(text, day))));
}

static int
fill_years(struct context *context, int64_t year)
{
	struct rows rows;
	bool found = false;
	size_t at;
	int result = db_select(context->db, &rows, STATEMENT_HOLIDAY_YEARS);
	struct node *list = page_node(&context->page, "Years");

	if (result < 0)
		return context_status(context, result);
	for (at = 0; at < rows.count; at++) {
		struct node *node = node_row(list, at);

		fill_row(node, &rows, at);
		if (row_int(&rows, at, "year") == year) {
			node_set(node, "current", "1");
			found = true;
		}
	}
	if (!found) {
		node_set_int(node_row(list, at), "year", year);
		node_set_int(node_row(list, at), "days", 0);
		node_set(node_row(list, at), "current", "1");
	}
	return 0;
}

static int
fill_history(struct context *context, int64_t year)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_HOLIDAY_HISTORY,
	    db_int(year * 10000), db_int(year * 10000 + 9999));

	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&context->page,
		    "History"), row);

		fill_row(node, &rows, row);
		node_set(node, "when", words_time(context->arena,
		    row_text(&rows, row, "at"), context->actor.zone));
	}
	return 0;
}

static int
show_year(struct context *context, int64_t year, int code)
{
	struct rows rows;
	int status, result = db_select(context->db, &rows,
	    STATEMENT_HOLIDAY_LIST, db_int(year), db_int(year));

	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&context->page,
		    "Holidays"), row);

		fill_row(node, &rows, row);
		fill_day(context, node, day_parse(row_text(&rows, row, "day")));
		node_set(node, "kind_name", kind_words(row_text(&rows, row,
		    "kind")));
	}
	page_set_int(&context->page, "Year", year);
	if ((status = fill_years(context, year)) != 0 ||
	    (status = fill_history(context, year)) != 0 ||
	    (status = plans_adrift(context)) != 0)
		return status;
	return context_show_status(context, "cycle/holidays", code);
}

int
show_holidays(struct context *context)
{
	int64_t year = form_number(&context->form, LIST_YEAR);

	if (year == 0 || !form_ok(&context->form))
		year = day_date(words_today(context->actor.zone)).year;
	set_value(context, "kind", kinds[0]);
	return show_year(context, year, 200);
}

static void
holiday_of_form(struct context *context, struct holiday *holiday)
{
	holiday->day = (int32_t)form_number(&context->form, DAY);
	holiday->kind = form_text(&context->form, KIND);
	holiday->name = form_text(&context->form, NAME);
}

struct saving {
	struct context *context;
	struct holiday *holidays;
	size_t count;
	int32_t moved_from;	/* of an edit that changed the day, DAY_NONE */
	const char *moved_was;
};

static int
add_new(struct db *db, void *argument)
{
	struct saving *saving = argument;
	const struct holiday *holiday = saving->holidays;
	char day[DAY_TEXT];
	int result = db_run(db, STATEMENT_HOLIDAY_ADD,
	    db_text(day_format(day, holiday->day)), db_text(holiday->kind),
	    db_text(holiday->name));

	return result < 0 ? result : record(saving->context, holiday->day, "",
	    words_of(saving->context->arena, holiday->kind, holiday->name));
}

static int
redirect_to_year(struct context *context, int32_t day, const char *done)
{
	return context_redirect(context, "/cycle/holidays?year=%d&done=%s",
	    day_date(day).year, done);
}

int
add_holiday(struct context *context)
{
	struct holiday holiday;
	struct saving saving = { .context = context, .holidays = &holiday };
	int result;

	holiday_of_form(context, &holiday);
	if (form_ok(&context->form)) {
		result = db_txn(context->db, add_new, &saving);
		if (result == 0)
			return redirect_to_year(context, holiday.day,
			    "created");
		if (result != DB_DUPLICATE)
			return context_status(context, result);
		form_error(&context->form, DAY, "Tanggal ini sudah ada dalam "
		    "daftar. Ubah yang sudah ada.");
	}
	fill_form(context);
	return show_year(context, context->form.values[DAY].error == NULL ?
	    day_date(holiday.day).year :
	    day_date(words_today(context->actor.zone)).year, 422);
}

/* The day of the path and what is kept for it: 0, 404, or another status. */
static int
find(struct context *context, struct holiday *holiday, struct rows *rows)
{
	char day[DAY_TEXT];
	int result;

	holiday->day = day_parse(context->words[0]);
	if (holiday->day == DAY_NONE)
		return 404;
	result = db_select(context->db, rows, STATEMENT_HOLIDAY_FIND,
	    db_text(day_format(day, holiday->day)));
	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	holiday->kind = row_text(rows, 0, "kind");
	holiday->name = row_text(rows, 0, "name");
	holiday->was = words_of(context->arena, holiday->kind, holiday->name);
	fill_day(context, page_node(&context->page, "Holiday"), holiday->day);
	return 0;
}

int
edit_holiday(struct context *context)
{
	struct holiday holiday;
	struct rows rows;
	int status = find(context, &holiday, &rows);

	if (status != 0)
		return status;
	set_values(context, holiday_fields, &rows);
	return context_show(context, "cycle/holiday");
}

static int
update(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct context *context = saving->context;
	const struct holiday *holiday = saving->holidays;
	const char *now = words_of(context->arena, holiday->kind,
	    holiday->name);
	bool moved = holiday->day != saving->moved_from;
	char from[DAY_TEXT], to[DAY_TEXT];
	int result = db_run(db, STATEMENT_HOLIDAY_UPDATE,
	    db_text(day_format(to, holiday->day)), db_text(holiday->kind),
	    db_text(holiday->name),
	    db_text(day_format(from, saving->moved_from)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	if (moved && (result = record(context, saving->moved_from,
	    saving->moved_was, "")) != 0)
		return result;
	return record(context, holiday->day, moved ? "" : saving->moved_was,
	    now);
}

int
update_holiday(struct context *context)
{
	struct holiday stored, holiday;
	struct rows rows;
	struct saving saving = { .context = context, .holidays = &holiday };
	int result, status = find(context, &stored, &rows);

	if (status != 0)
		return status;
	holiday_of_form(context, &holiday);
	if (!form_ok(&context->form))
		return context_show_errors(context, "cycle/holiday");
	saving.moved_from = stored.day;
	saving.moved_was = stored.was;
	result = db_txn(context->db, update, &saving);
	if (result == DB_DUPLICATE) {
		form_error(&context->form, DAY, "Tanggal ini sudah ada dalam "
		    "daftar.");
		return context_show_errors(context, "cycle/holiday");
	}
	if (result != 0)
		return context_status(context, result);
	return redirect_to_year(context, holiday.day, "saved");
}

static int
take_away(struct db *db, void *argument)
{
	struct saving *saving = argument;
	const struct holiday *holiday = saving->holidays;
	char day[DAY_TEXT];
	int result = db_run(db, STATEMENT_HOLIDAY_REMOVE,
	    db_text(day_format(day, holiday->day)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	return record(saving->context, holiday->day, holiday->was, "");
}

int
remove_holiday(struct context *context)
{
	struct holiday holiday;
	struct rows rows;
	struct saving saving = { .context = context, .holidays = &holiday };
	int result, status = find(context, &holiday, &rows);

	if (status != 0)
		return status;
	result = db_txn(context->db, take_away, &saving);
	if (result != 0)
		return context_status(context, result);
	return redirect_to_year(context, holiday.day, "removed");
}

/* ---- the decree of a year at once ----------------------------------------- */

enum { COLUMN_DAY, COLUMN_KIND, COLUMN_NAME };
static const struct table_column columns[] = {
	[COLUMN_DAY] = { "tanggal", "date day hari",
	    COLUMN_REQUIRED | COLUMN_FILLED, 40 },
	[COLUMN_KIND] = { "jenis", "kind", COLUMN_REQUIRED | COLUMN_FILLED,
	    40 },
	[COLUMN_NAME] = { "nama", "name keterangan namaharilibur",
	    COLUMN_REQUIRED | COLUMN_FILLED, 120 },
	{ 0 }
};

/* "2026-12-25", or as people write it: "25/12/2026", "25-12-2026". */
static int32_t
any_date(const char *text)
{
	long day, month, year;
	char *end, mark;

	if (day_parse(text) != DAY_NONE)
		return day_parse(text);
	day = strtol(text, &end, 10);
	mark = *end;
	if ((mark != '/' && mark != '-' && mark != '.') ||
	    !isdigit((unsigned char)end[1]))
		return DAY_NONE;
	month = strtol(end + 1, &end, 10);
	if (*end != mark || !isdigit((unsigned char)end[1]))
		return DAY_NONE;
	year = strtol(end + 1, &end, 10);
	if (*end != '\0' || day < 1 || day > 31 || month < 1 || month > 12 ||
	    year < 1900 || year > 9999)
		return DAY_NONE;
	return day_of((int)year, (int)month, (int)day);
}

static const char *
any_kind(const char *text)
{
	return strcasecmp(text, "libur") == 0 ||
	    strcasecmp(text, "libur nasional") == 0 ? "libur" :
	    strcasecmp(text, "cuti bersama") == 0 ||
	    strcasecmp(text, "cuti_bersama") == 0 ? "cuti_bersama" : NULL;
}

static void
check_day(struct table *table, size_t row, struct holiday *holidays)
{
	const char *cell = table->rows[row].cells[COLUMN_DAY];

	holidays[row].day = any_date(cell);
	if (*cell == '\0')
		return;
	if (holidays[row].day == DAY_NONE) {
		table_problem(table, row, COLUMN_DAY, "“%s” bukan tanggal. "
		    "Tulis seperti 2026-12-25 atau 25/12/2026.", cell);
		return;
	}
	for (size_t other = 0; other < row; other++)
		if (holidays[other].day == holidays[row].day) {
			table_problem(table, row, COLUMN_DAY, "Tanggal yang "
			    "sama ada di baris %zu. Hapus salah satunya.",
			    table->rows[other].number);
			return;
		}
}

/* What each row would change; those that are there as they are, change
 * nothing. */
static int
check(struct context *context, struct table *table, struct holiday **holidays)
{
	struct holiday *all = arena_array(context->arena, table->count + 1,
	    sizeof(*all));
	char text[DAY_TEXT];

	for (size_t row = 0; row < table->count; row++) {
		const char *kind = table->rows[row].cells[COLUMN_KIND];
		struct holiday *holiday = &all[row];
		struct rows there;
		int result;

		check_day(table, row, all);
		holiday->kind = any_kind(kind);
		holiday->name = table->rows[row].cells[COLUMN_NAME];
		holiday->was = "";
		if (holiday->kind == NULL && *kind != '\0')
			table_problem(table, row, COLUMN_KIND, "“%s” tidak "
			    "dikenal. Tulis libur atau cuti bersama.", kind);
		if (holiday->day == DAY_NONE || holiday->kind == NULL)
			continue;
		result = db_select(context->db, &there, STATEMENT_HOLIDAY_FIND,
		    db_text(day_format(text, holiday->day)));
		if (result < 0)
			return context_status(context, result);
		if (result > 0)
			holiday->was = words_of(context->arena,
			    row_text(&there, 0, "kind"),
			    row_text(&there, 0, "name"));
	}
	*holidays = all;
	return 0;
}

static bool
is_same(struct context *context, const struct holiday *holiday)
{
	return strcmp(holiday->was, words_of(context->arena, holiday->kind,
	    holiday->name)) == 0;
}

static int
show_preview(struct context *context, struct table *table,
    const struct holiday *holidays)
{
	const char *csv = table->problems->count == 0 ? table_csv(table) :
	    NULL;
	int64_t changes = 0;

	for (size_t row = 0; csv != NULL && row < table->count; row++) {
		struct node *node = node_row(page_node(&context->page, "Rows"),
		    row);

		fill_day(context, node, holidays[row].day);
		node_set(node, "kind_name", kind_words(holidays[row].kind));
		node_set(node, "name", holidays[row].name);
		node_set(node, "was", holidays[row].was);
		node_set(node, "what", *holidays[row].was == '\0' ? "new" :
		    is_same(context, &holidays[row]) ? "same" : "changed");
		changes += !is_same(context, &holidays[row]);
	}
	page_set_int(&context->page, "Changes", changes);
	if (csv != NULL)
		set_value(context, "content", csv);
	return context_show_status(context, "cycle/holiday_preview",
	    csv != NULL ? 200 : 422);
}

int
new_holiday_import(struct context *context)
{
	return context_show(context, "cycle/holiday_import");
}

int
preview_holidays(struct context *context)
{
	struct upload *upload = table_upload(context, FILE_FIELD);
	struct problems problems = { .context = context };
	struct table table;
	struct holiday *holidays;
	int status;

	if (!form_ok(&context->form) || upload == NULL)
		return context_show_errors(context, "cycle/holiday_import");
	page_set(&context->page, "File.name", upload->name);
	table_read(&table, &problems, columns, "", upload, NULL);
	status = check(context, &table, &holidays);
	return status != 0 ? status : show_preview(context, &table, holidays);
}

static int
store_all(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct context *context = saving->context;

	for (size_t at = 0; at < saving->count; at++) {
		const struct holiday *holiday = &saving->holidays[at];
		char day[DAY_TEXT];
		int result;

		if (is_same(context, holiday))
			continue;
		result = db_run(db, STATEMENT_HOLIDAY_PUT,
		    db_text(day_format(day, holiday->day)),
		    db_text(holiday->kind), db_text(holiday->name));
		if (result < 0)
			return result;
		result = record(context, holiday->day, holiday->was,
		    words_of(context->arena, holiday->kind, holiday->name));
		if (result != 0)
			return result;
	}
	return 0;
}

int
store_holidays(struct context *context)
{
	struct problems problems = { .context = context };
	struct saving saving = { .context = context };
	struct table table;
	int result, status;

	if (!form_ok(&context->form))
		return 400;
	table_again(&table, &problems, columns, "", form_text(&context->form,
	    CONTENT));
	status = check(context, &table, &saving.holidays);
	if (status != 0)
		return status;
	if (problems.count > 0)
		return show_preview(context, &table, saving.holidays);
	saving.count = table.count;
	result = db_txn(context->db, store_all, &saving);
	if (result != 0)
		return context_status(context, result);
	return redirect_to_year(context, saving.holidays[0].day, "imported");
}
