/* SPDX-License-Identifier: ISC */
/*
 * Days that are not working days.  They are set each year by joint decree of
 * three ministers, and changed by the next one, so they are data.  Plans of
 * cycles that exist do not change by themselves: the page says which of them
 * would fall on other dates.
 */
#include <string.h>
#include <strings.h>

#include "cycle/cycle.h"
#include "cycle/plan.h"
#include "document/export.h"
#include "import/import_draft.h"
#include "import/import_table.h"
#include "frame/words.h"
#include "rules/date_text.h"
#include "sheet/sheet.h"
#include "store/history.h"
#include "base/banned.h"

static const char *const kinds[] = { "libur", "cuti_bersama", NULL };

enum { LIST_YEAR };
const struct field holiday_list_fields[] = {
	[LIST_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2018, .max = 2100 },
	{ 0 },
};

/* The same year, and the mark of export_fields. */
enum { TABLE_YEAR = 1 };
const struct field holiday_table_fields[] = {
	EXPORT_MARK,
	[TABLE_YEAR] = { "year", FIELD_NUMBER, "Tahun", true, .min = 2018, .max = 2100 },
	{ 0 },
};

enum { DAY, KIND, NAME };
const struct field holiday_fields[] = {
	[DAY] = { "day", FIELD_DATE, "Tanggal", true },
	[KIND] = { "kind", FIELD_CHOICE, "Jenis", true, .choices = kinds },
	[NAME] = { "name", FIELD_TEXT, "Nama", true, .max = 120 },
	{ 0 },
};

enum { FILE_FIELD };
const struct field holiday_import_fields[] = {
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ 0 },
};

/* The file that is kept, read again with columns that a person chose. */
const struct field holiday_reread_fields[] = {
	DRAFT_FORM,
	{ 0 },
};

enum { CONTENT };
const struct field holiday_store_fields[] = {
	[CONTENT] = { "content", FIELD_LINES, "Daftar", true, .max = TABLE_TEXT_MAX },
	{ 0 },
};

struct holiday {
	int32_t day;
	const char *kind, *name;
	const char *was; /* in words, "" when it is new */
};

static const char *
kind_words(const char *kind)
{
	return strcmp(kind, "libur") == 0 ? "Libur nasional" : "Cuti bersama";
}

static const char *
holidays_words_of(struct arena *arena, const char *kind, const char *name)
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

/* Whose days the actor changes: NULL for those of everybody. */
static struct db_value
own_days(const struct context *context)
{
	return db_key(context->actor.region_id);
}

static int
holidays_record(struct context *context, int32_t day, const char *from, const char *to)
{
	struct change change = change_of(context, "holiday", context->actor.region_id,
	    day_key(day));
	char text[DAY_TEXT];
	const char *date = words_date(context->arena, day_format(text, day));

	if (*from != '\0')
		change.from = arena_format(context->arena, "%s: %s", date, from);
	change.to = *to != '\0' ?
	    arena_format(context->arena, "%s: %s", date, to) :
	    arena_format(context->arena, "%s: hari kerja", date);
	return history_add(context->db, &change);
}

static void
fill_day(struct context *context, struct node *node, int32_t day)
{
	static const char *const names[] = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu",
		"Minggu" };
	char text[DAY_TEXT];

	node_set(node, "day", day_format(text, day));
	node_set(node, "date",
	    arena_format(context->arena, "%s, %s", names[day_weekday(day) - 1],
		words_date(context->arena, day_format(text, day))));
}

/* What the page of a year shows. */
struct year_page {
	int64_t year;
	struct rows holidays, years, history;
	struct adrift adrift;
};

static int
read_year_page(struct context *context, struct year_page *shown)
{
	const struct db_value own = own_days(context), year = db_int(shown->year);
	int result = db_select(context->db, &shown->holidays, STATEMENT_HOLIDAY_LIST, own, year,
	    year);

	if (result >= 0)
		result = db_select(context->db, &shown->years, STATEMENT_HOLIDAY_YEARS, own);
	if (result >= 0)
		result = db_select(context->db, &shown->history, STATEMENT_HOLIDAY_HISTORY,
		    db_int(shown->year * 10000), db_int(shown->year * 10000 + 9999), own);
	return result < 0 ? context_status(context, result) : adrift_read(context, &shown->adrift);
}

static void
holidays_fill_years(struct node *list, const struct rows *rows, int64_t year)
{
	bool found = false;
	size_t at;

	for (at = 0; at < rows->count; at++) {
		struct node *node = node_row(list, at);

		fill_row(node, rows, at);
		if (row_int(rows, at, "year") == year) {
			node_set(node, "current", "1");
			found = true;
		}
	}
	if (!found) {
		node_set_int(node_row(list, at), "year", year);
		node_set_int(node_row(list, at), "days", 0);
		node_set(node_row(list, at), "current", "1");
	}
}

static void
holidays_fill_history(struct context *context, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(page_node(&context->page, "History"), row);

		fill_row(node, rows, row);
		node_set(node, "when",
		    words_time(context->arena, row_text(rows, row, "at"), context->actor.zone));
	}
}

static void
fill_holidays(struct context *context, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(page_node(&context->page, "Holidays"), row);

		fill_row(node, rows, row);
		fill_day(context, node, day_parse(row_text(rows, row, "day")));
		node_set(node, "kind_name", kind_words(row_text(rows, row, "kind")));
	}
}

static void
fill_year_page(struct context *context, const struct year_page *shown)
{
	page_set_int(&context->page, "Year", shown->year);
	fill_holidays(context, &shown->holidays);
	holidays_fill_years(page_node(&context->page, "Years"), &shown->years, shown->year);
	holidays_fill_history(context, &shown->history);
	adrift_fill(context, &shown->adrift);
}

static int
show_year(struct context *context, int64_t year, int code)
{
	struct year_page shown = { .year = year };
	int status = read_year_page(context, &shown);

	if (status != 0)
		return status;
	fill_year_page(context, &shown);
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
	int32_t moved_from; /* of an edit that changed the day, DAY_NONE */
	const char *moved_was;
};

static int
add_new(struct db *db, void *argument)
{
	struct saving *saving = argument;
	const struct holiday *holiday = saving->holidays;
	char day[DAY_TEXT];
	int result = db_run(db, STATEMENT_HOLIDAY_ADD, own_days(saving->context),
	    db_text(day_format(day, holiday->day)), db_text(holiday->kind), db_text(holiday->name));

	return result < 0 ?
	    result :
	    holidays_record(saving->context, holiday->day, "",
		holidays_words_of(saving->context->arena, holiday->kind, holiday->name));
}

static int
redirect_to_year(struct context *context, int32_t day, const char *done)
{
	return context_redirect(context, "/cycle/holidays?year=%d&done=%s", day_date(day).year,
	    done);
}

int
add_holiday(struct context *context)
{
	struct holiday holiday;
	struct saving saving = { .context = context, .holidays = &holiday };
	int result;

	holiday_of_form(context, &holiday);
	if (form_ok(&context->form)) {
		result = db_txn_world(context->db, add_new, &saving);
		if (result == 0)
			return redirect_to_year(context, holiday.day, "created");
		if (result != DB_DUPLICATE)
			return context_status(context, result);
		form_error(&context->form, DAY,
		    "Tanggal ini sudah ada dalam "
		    "daftar. Ubah yang sudah ada.");
	}
	fill_form(context);
	return show_year(context,
	    context->form.values[DAY].error == NULL ?
		day_date(holiday.day).year :
		day_date(words_today(context->actor.zone)).year,
	    422);
}

/* The day of the path and what is kept for it: 0, 404, or another status. */
static int
holidays_find(struct context *context, struct holiday *holiday, struct rows *rows)
{
	char day[DAY_TEXT];
	int result;

	holiday->day = day_parse(context->words[0]);
	if (holiday->day == DAY_NONE)
		return 404;
	result = db_select(context->db, rows, STATEMENT_HOLIDAY_FIND,
	    db_text(day_format(day, holiday->day)), own_days(context));
	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	holiday->kind = row_text(rows, 0, "kind");
	holiday->name = row_text(rows, 0, "name");
	holiday->was = holidays_words_of(context->arena, holiday->kind, holiday->name);
	return 0;
}

/* The page of one day; errors and values were set before. */
static int
show_holiday(struct context *context, const struct holiday *stored, int code)
{
	fill_day(context, page_node(&context->page, "Holiday"), stored->day);
	return context_show_status(context, "cycle/holiday", code);
}

static int
show_holiday_typed(struct context *context, const struct holiday *stored)
{
	fill_form(context);
	return show_holiday(context, stored, 422);
}

int
edit_holiday(struct context *context)
{
	struct holiday holiday;
	struct rows rows;
	int status = holidays_find(context, &holiday, &rows);

	if (status != 0)
		return status;
	set_values(context, holiday_fields, &rows);
	return show_holiday(context, &holiday, 200);
}

static int
holidays_update(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct context *context = saving->context;
	const struct holiday *holiday = saving->holidays;
	const char *now = holidays_words_of(context->arena, holiday->kind, holiday->name);
	bool moved = holiday->day != saving->moved_from;
	char from[DAY_TEXT], to[DAY_TEXT];
	int result = db_run(db, STATEMENT_HOLIDAY_UPDATE, db_text(day_format(to, holiday->day)),
	    db_text(holiday->kind), db_text(holiday->name),
	    db_text(day_format(from, saving->moved_from)), own_days(context));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	if (moved &&
	    (result = holidays_record(context, saving->moved_from, saving->moved_was, "")) != 0)
		return result;
	return holidays_record(context, holiday->day, moved ? "" : saving->moved_was, now);
}

int
update_holiday(struct context *context)
{
	struct holiday stored, holiday;
	struct rows rows;
	struct saving saving = { .context = context, .holidays = &holiday };
	int result, status = holidays_find(context, &stored, &rows);

	if (status != 0)
		return status;
	holiday_of_form(context, &holiday);
	if (!form_ok(&context->form))
		return show_holiday_typed(context, &stored);
	saving.moved_from = stored.day;
	saving.moved_was = stored.was;
	result = db_txn_world(context->db, holidays_update, &saving);
	if (result == DB_DUPLICATE) {
		form_error(&context->form, DAY,
		    "Tanggal ini sudah ada dalam "
		    "daftar.");
		return show_holiday_typed(context, &stored);
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
	int result = db_run(db, STATEMENT_HOLIDAY_REMOVE, db_text(day_format(day, holiday->day)),
	    own_days(saving->context));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	return holidays_record(saving->context, holiday->day, holiday->was, "");
}

int
remove_holiday(struct context *context)
{
	struct holiday holiday;
	struct rows rows;
	struct saving saving = { .context = context, .holidays = &holiday };
	int result, status = holidays_find(context, &holiday, &rows);

	if (status != 0)
		return status;
	result = db_txn_world(context->db, take_away, &saving);
	if (result != 0)
		return context_status(context, result);
	return redirect_to_year(context, holiday.day, "removed");
}

/* ---- the decree of a year at once ----------------------------------------- */

enum { COLUMN_DAY, COLUMN_KIND, COLUMN_NAME };
static const struct table_column columns[] = {
	[COLUMN_DAY] = { "tanggal", "date day", COLUMN_REQUIRED | COLUMN_FILLED, 60 },
	[COLUMN_KIND] = { "jenis", "kind", 0, 40 },
	[COLUMN_NAME] = { "nama", "name keterangan ket namaharilibur",
	    COLUMN_REQUIRED | COLUMN_FILLED, 120 },
	{ 0 },
};

/* Days that one row may name: the longest run so far was of ten. */
enum { DAYS_OF_ROW = 31 };

/* All days of a table, each with the row that it stands in. */
struct days {
	struct holiday *all;
	size_t *rows;
	size_t count;
};

/* "B. CUTI BERSAMA TAHUN 2028" above the rows; a title may name both kinds. */
static bool
is_joint_leave(const char *section)
{
	return strcasestr(section, "cuti bersama") != NULL && strcasestr(section, "libur") == NULL;
}

/* Where no column says it, the name or the line above the rows does, as in the
 * tables of ministries. */
static const char *
holidays_kind_of(struct table *table, size_t row)
{
	struct arena *arena = table->problems->context->arena;
	const char **cells = table->rows[row].cells;

	if (*cells[COLUMN_KIND] == '\0')
		cells[COLUMN_KIND] = strcasestr(cells[COLUMN_NAME], "cuti bersama") != NULL ||
			is_joint_leave(table->rows[row].section) ?
		    "cuti bersama" :
		    "libur";
	return table_called(arena, cells[COLUMN_KIND],
		   "libur liburnasional "
		   "harilibur hariliburnasional nasional") ?
	    "libur" :
	    table_called(arena, cells[COLUMN_KIND], "cutibersama cuti cb") ?
	    "cuti_bersama" :
	    NULL;
}

/* The days that a row names, DATE_OK or what is wrong with them. */
static enum date_fault
days_of(struct table *table, size_t row, int32_t days[DAYS_OF_ROW], size_t *count)
{
	const char **cell = &table->rows[row].cells[COLUMN_DAY];
	enum date_fault fault = date_text_days(*cell, 0, days, DAYS_OF_ROW, count);

	if (fault != DATE_YEARLESS || table->year == 0)
		return fault;
	/* The title of the list has it; so does the cell, when it comes back. */
	*cell = arena_format(table->problems->context->arena, "%s %d", *cell, table->year);
	return date_text_days(*cell, 0, days, DAYS_OF_ROW, count);
}

/* Five digits: how a spreadsheet keeps a day (1954 to 2173), where no format
 * of the cell says that it is one. */
static bool
is_serial(const char *cell)
{
	size_t digits = strspn(cell, "0123456789");

	return digits == 5 && *cell >= '2' &&
	    (cell[digits] == '\0' ||
		(cell[digits] == '.' &&
		    strspn(cell + digits, "0123456789.") == strlen(cell + digits)));
}

static void
tell_date_fault(struct table *table, size_t row, enum date_fault fault)
{
	const char *cell = table->rows[row].cells[COLUMN_DAY];

	if (fault == DATE_MONTH_FIRST)
		table_problem(table, row, COLUMN_DAY,
		    "“%s”: bulannya di depan. "
		    "Tulis tanggalnya dahulu, misalnya 25/12/2026, juga di baris "
		    "lain.",
		    cell);
	else if (is_serial(cell))
		table_problem(table, row, COLUMN_DAY,
		    "“%s” adalah bilangan, bukan tanggal. Ubah format kolom ini menjadi "
		    "Tanggal, lalu simpan.",
		    cell);
	else if (fault == DATE_YEARLESS)
		table_problem(table, row, COLUMN_DAY,
		    "“%s” tanpa tahun. Tulis "
		    "tahunnya, misalnya 25 Desember 2026.",
		    cell);
	else
		table_problem(table, row, COLUMN_DAY,
		    "“%s” bukan tanggal yang ada. "
		    "Tulis seperti 25/12/2026, 25 Desember 2026 atau 20–24 Maret "
		    "2026.",
		    cell);
}

/* A day that another row has, too, is a problem of the later one. */
static bool
is_twice(struct table *table, size_t row, const struct days *days, int32_t day)
{
	for (size_t other = 0; other < days->count; other++)
		if (days->all[other].day == day) {
			table_problem(table, row, COLUMN_DAY,
			    "Tanggal yang "
			    "sama ada di baris %zu. Hapus salah satunya.",
			    table->rows[days->rows[other]].number);
			return true;
		}
	return false;
}

static int
add_day(struct context *context, struct days *days, size_t row, const struct holiday *holiday)
{
	struct rows there;
	char text[DAY_TEXT];
	int result = db_select(context->db, &there, STATEMENT_HOLIDAY_FIND,
	    db_text(day_format(text, holiday->day)), own_days(context));

	if (result < 0)
		return context_status(context, result);
	days->all[days->count] = *holiday;
	days->all[days->count].was = result == 0 ?
	    "" :
	    holidays_words_of(context->arena, row_text(&there, 0, "kind"),
		row_text(&there, 0, "name"));
	days->rows[days->count++] = row;
	return 0;
}

/* What each row would change; those that are there as they are, change
 * nothing. */
static int
holidays_check(struct context *context, struct table *table, struct days *days)
{
	size_t room = table->count * DAYS_OF_ROW + 1;
	int status = 0;

	*days = (struct days){ .all = arena_array(context->arena, room, sizeof(*days->all)),
		.rows = arena_array(context->arena, room, sizeof(*days->rows)) };
	for (size_t row = 0; row < table->count && status == 0; row++) {
		struct holiday holiday = { .kind = holidays_kind_of(table, row),
			.name = table->rows[row].cells[COLUMN_NAME] };
		int32_t named[DAYS_OF_ROW];
		size_t count = 0;
		enum date_fault fault = DATE_OK;

		if (*table->rows[row].cells[COLUMN_DAY] != '\0')
			fault = days_of(table, row, named, &count);
		if (fault != DATE_OK)
			tell_date_fault(table, row, fault);
		if (holiday.kind == NULL)
			table_problem(table, row, COLUMN_KIND,
			    "“%s” tidak "
			    "dikenal. Tulis libur atau cuti bersama.",
			    table->rows[row].cells[COLUMN_KIND]);
		for (size_t at = 0;
		     at < count && status == 0 && holiday.kind != NULL && fault == DATE_OK; at++) {
			holiday.day = named[at];
			if (is_twice(table, row, days, holiday.day))
				break;
			status = add_day(context, days, row, &holiday);
		}
	}
	return status;
}

static bool
is_same(struct context *context, const struct holiday *holiday)
{
	return strcmp(holiday->was,
		   holidays_words_of(context->arena, holiday->kind, holiday->name)) == 0;
}

/* What a day would change; whether it would. */
static bool
fill_day_change(struct context *context, struct node *node, const struct holiday *holiday)
{
	bool same = is_same(context, holiday);

	fill_day(context, node, holiday->day);
	node_set(node, "kind_name", kind_words(holiday->kind));
	node_set(node, "name", holiday->name);
	node_set(node, "was", holiday->was);
	node_set(node, "what", *holiday->was == '\0' ? "new" : same ? "same" : "changed");
	return !same;
}

/* A row that is to be mended, as it stands in the file. */
static void
fill_wrong(struct node *node, const struct table_row *row)
{
	node_set(node, "date",
	    *row->cells[COLUMN_DAY] != '\0' ? row->cells[COLUMN_DAY] : "(tanpa tanggal)");
	node_set(node, "kind_name", row->cells[COLUMN_KIND]);
	node_set(node, "name", row->cells[COLUMN_NAME]);
	node_set(node, "what", "wrong");
}

/* Rows: what is right and what is wrong, in the order of the file; how many days
 * would change. */
static int64_t
fill_days(struct context *context, const struct table *table, const struct days *days)
{
	struct node *list = page_node(&context->page, "Rows");
	size_t shown = 0, at = 0;
	int64_t changes = 0;

	for (size_t row = 0; row < table->count; row++) {
		if (table->rows[row].wrong)
			fill_wrong(node_row(list, shown++), &table->rows[row]);
		for (; at < days->count && days->rows[at] == row; at++)
			if (!table->rows[row].wrong)
				changes += fill_day_change(context, node_row(list, shown++),
				    &days->all[at]);
	}
	return changes;
}

/* `file` is the name of the file that was read just now; "" of a list that was seen. */
static int
holidays_show_preview(struct context *context, const char *file, struct table *table,
    const struct days *days)
{
	const char *csv = table->problems->count == 0 ? table_csv(table) : NULL;
	int64_t changes;

	if (*file != '\0')
		page_set(&context->page, "File.name", file);
	changes = fill_days(context, table, days);
	page_set_int(&context->page, "Changes", changes);
	if (csv != NULL)
		set_value(context, "content", csv);
	return context_show_status(context, "cycle/holiday_preview", csv != NULL ? 200 : 422);
}

/* One's own days of a year in the columns of their import: to edit and bring back. */
int
send_holidays(struct context *context)
{
	int64_t year = form_number(&context->form, TABLE_YEAR);
	struct document_model model = { .arena = context->arena, .title = "Hari libur" };
	struct block *table = compose(&model, BLOCK_TABLE, "Hari libur");
	struct rows rows;
	size_t count = 0;
	int result;

	if (!form_ok(&context->form) || !export_is_ending(context->words[0]))
		return 404;
	result = db_select(context->db, &rows, STATEMENT_HOLIDAY_LIST, own_days(context),
	    db_int(year), db_int(year));
	if (result < 0)
		return context_status(context, result);
	compose_column(table, columns[COLUMN_DAY].name, 20, ALIGN_LEFT);
	compose_column(table, columns[COLUMN_KIND].name, 20, ALIGN_LEFT);
	compose_column(table, columns[COLUMN_NAME].name, 60, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++) {
		if (row_int(&rows, row, "own") == 0)
			continue; /* what comes back becomes one's own */
		compose_row(&model, table, row_text(&rows, row, "day"),
		    strcmp(row_text(&rows, row, "kind"), kinds[0]) == 0 ? "libur" : "cuti bersama",
		    row_text(&rows, row, "name"));
		count++;
	}
	if (count == 0)
		compose_row(&model, table, "", "", "");
	return export_tables(context, &model, context->words[0],
	    arena_format(context->arena, "hari-libur-%lld", (long long)year));
}

int
new_holiday_import(struct context *context)
{
	return context_show(context, "cycle/holiday_import");
}

static const char draft_kind[] = "holidays";

/* The file as it is kept under that key, read. */
static int
holidays_preview_of(struct context *context, const struct upload *upload, int64_t draft)
{
	struct problems problems = { .context = context };
	struct table table;
	struct days days;
	int status;

	table_read(&table, &problems, columns, "", upload, NULL);
	status = holidays_check(context, &table, &days);
	if (status != 0)
		return status;
	draft_show(context, draft, &table);
	return holidays_show_preview(context, upload->name, &table, &days);
}

int
preview_holidays(struct context *context)
{
	struct upload *upload = table_upload(context, FILE_FIELD);
	int64_t draft;
	int status;

	if (!form_ok(&context->form) || upload == NULL)
		return context_show_errors(context, "cycle/holiday_import");
	status = draft_keep(context, draft_kind, upload, &draft);
	return status != 0 ? status : holidays_preview_of(context, upload, draft);
}

int
reread_holidays(struct context *context)
{
	struct upload *upload;
	int status = draft_again(context, draft_kind, &upload);

	return status != 0 ?
	    status :
	    holidays_preview_of(context, upload, form_number(&context->form, DRAFT_ID));
}

static int
holidays_store_all(struct db *db, void *argument)
{
	struct saving *saving = argument;
	struct context *context = saving->context;

	for (size_t at = 0; at < saving->count; at++) {
		const struct holiday *holiday = &saving->holidays[at];
		char day[DAY_TEXT];
		int result;

		if (is_same(context, holiday))
			continue;
		result = db_run(db, STATEMENT_HOLIDAY_PUT, own_days(context),
		    db_text(day_format(day, holiday->day)), db_text(holiday->kind),
		    db_text(holiday->name));
		if (result < 0)
			return result;
		result = holidays_record(context, holiday->day, holiday->was,
		    holidays_words_of(context->arena, holiday->kind, holiday->name));
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
	struct days days;
	int result, status;

	if (!form_ok(&context->form))
		return 400;
	table_again(&table, &problems, columns, "", form_text(&context->form, CONTENT));
	status = holidays_check(context, &table, &days);
	if (status != 0)
		return status;
	if (problems.count > 0)
		return holidays_show_preview(context, "", &table, &days);
	saving.holidays = days.all;
	saving.count = days.count;
	result = db_txn_world(context->db, holidays_store_all, &saving);
	if (result != 0)
		return context_status(context, result);
	return redirect_to_year(context, saving.holidays[0].day, "imported");
}
