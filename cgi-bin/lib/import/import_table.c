/* SPDX-License-Identifier: ISC */
/*
 * Tables that people upload: the head is found below titles and empty lines,
 * columns are known by any of their usual names, and every problem is told
 * with the row and column that the person sees, all of them at once.
 */
#include "import/import_table.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "import/file_kind.h"
#include "import/list.h"
#include "sheet/cell.h"
#include "sheet/encoding.h"
#include "sheet/number_text.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { UPLOAD_MAX = 4 << 20, SHEETS_TRIED = 8 };

static const char too_many[] = "Lebih dari %zu baris. Bagi menjadi beberapa "
			       "berkas dan impor satu per satu.";
static const char nothing[] = "Tidak ada isinya. Baris pertama memuat nama "
			      "kolom, baris berikutnya datanya.";

static const char one_cell[] = "Setiap baris berada dalam satu sel. Di Excel pilih kolom itu, lalu "
			       "Data › Teks ke Kolom, dan simpan sebagai .xlsx.";

struct file_bytes {
	enum sheet_kind kind;
	char *bytes; /* length + 1 of them */
	size_t length;
};

static struct arena *
import_table_arena_of(const struct table *table)
{
	return table->problems->context->arena;
}

/* ---- the file ------------------------------------------------------------- */

static int
read_all(const struct temporary_file *staged, char *bytes, struct error_chain *fault)
{
	size_t at = 0;
	ssize_t got = 1;
	int fd = open(staged->path, O_RDONLY | O_CLOEXEC);

	while (fd != -1 && at < staged->bytes && got > 0) {
		got = read(fd, bytes + at, staged->bytes - at);
		if (got > 0)
			at += (size_t)got;
	}
	if (fd == -1 || got < 0)
		ERROR_CAUSE(fault, "reading a staged file: %s", strerror(errno));
	if (fd != -1)
		close(fd);
	return at == staged->bytes ? 0 : -1;
}

static struct upload *
new_upload(struct context *context, const char *name, uint64_t length)
{
	struct upload *upload = arena_alloc(context->arena, sizeof(*upload));

	*upload = (struct upload){ .length = (size_t)length,
		.bytes = arena_alloc(context->arena, (size_t)length + 1),
		.name = name,
		.rows_max = TABLE_ROWS_MAX };
	return upload;
}

struct upload *
table_upload(struct context *context, int field)
{
	struct form *form = &context->form;
	const struct form_upload *form_upload = context->files;
	struct upload *upload;

	if (form->values[field].error != NULL)
		return NULL;
	while (form_upload != NULL && strcmp(form_upload->field, form->fields[field].name) != 0)
		form_upload = form_upload->next;
	if (form_upload == NULL)
		return NULL;
	if (form_upload->staged.bytes > UPLOAD_MAX) {
		form_error(form, field,
		    "Berkas lebih besar daripada %d MB. "
		    "Daftar seperti ini biasanya jauh lebih kecil: periksa "
		    "berkasnya.",
		    UPLOAD_MAX >> 20);
		return NULL;
	}
	upload = new_upload(context, form_upload->client_name, form_upload->staged.bytes);
	if (read_all(&form_upload->staged, upload->bytes, &context->errors) != 0) {
		form_error(form, field,
		    "Berkas tidak dapat dibaca di server. "
		    "Coba lagi.");
		return NULL;
	}
	upload->workbook = sheet_is_workbook(sheet_kind_of(upload->bytes, upload->length));
	return upload;
}

struct upload *
table_file(struct context *context, const char *name, const void *bytes, size_t length)
{
	struct upload *upload = new_upload(context, name, length);

	memcpy(upload->bytes, bytes, length);
	upload->workbook = sheet_is_workbook(sheet_kind_of(upload->bytes, length));
	return upload;
}

/* ---- cells ---------------------------------------------------------------- */

/* Spaces that do not break or have no width come along when text is copied out of
 * pages and letters. */
size_t
table_blank(const char *text)
{
	static const char *const spaces[] = { "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf" };

	if (isspace((unsigned char)*text))
		return 1;
	if ((unsigned char)*text < 0x80) /* of ASCII: asked of each letter */
		return 0;
	for (size_t at = 0; at < sizeof(spaces) / sizeof(spaces[0]); at++)
		if (strncmp(text, spaces[at], strlen(spaces[at])) == 0)
			return strlen(spaces[at]);
	return 0;
}

/* Most are: no blank around it, and within it spaces, one at a time. */
static bool
is_tidy(const char *text)
{
	char before = ' ';

	for (; *text != '\0'; before = *text++)
		if (*text == ' ' ? before == ' ' : table_blank(text) > 0)
			return false;
	return before != ' ';
}

/* Without blanks around it; within it one is as good as many, but for those
 * that begin lines where there are lines. */
static const char *
tidy_cell(struct arena *arena, const char *text, bool lines)
{
	char *cell, *to;
	size_t blanks;

	if (is_tidy(text))
		return text;
	to = cell = arena_text(arena, text);

	for (; *text != '\0'; text += blanks > 0 ? blanks : 1)
		if ((blanks = table_blank(text)) == 0)
			*to++ = *text;
		else if (!lines && to > cell && to[-1] != ' ')
			*to++ = ' ';
		else if (lines && (*text != '\r' || text[1] != '\n'))
			*to++ = *text == '\r' || *text == '\n' ? '\n' : ' ';
	while (to > cell && isspace((unsigned char)to[-1]))
		to--;
	*to = '\0';
	while (isspace((unsigned char)*cell))
		cell++;
	return cell;
}

/*
 * A number of CSV as people see it: gnumeric writes 64.71 as 64.70999999999999.
 * What has no fraction stays as it is: a spreadsheet's cell would have lost
 * digits there, a text has not.
 */
static const char *
tidy_number(struct arena *arena, const char *cell)
{
	size_t whole = strspn(cell, "0123456789"), length = strlen(cell);
	char *number, rounded[NUMBER_TEXT];

	if (whole == 0 || (cell[whole] != '.' && cell[whole] != ',') || length <= NUMBER_DIGITS ||
	    whole + 1 + strspn(cell + whole + 1, "0123456789") != length)
		return cell;
	number = arena_text(arena, cell);
	number[whole] = '.';
	length = number_text(rounded, number, length);
	return length > 0 ? arena_copy(arena, rounded, length) : cell;
}

static void
check_cells(struct table *table, size_t row)
{
	for (size_t at = 0; at < table->width; at++) {
		const struct table_column *column = &table->columns[at];
		const char *cell = table->rows[row].cells[at];

		if (*cell == '\0' && column->flags & COLUMN_FILLED)
			table_problem(table, row, at, "Kosong. Isi dahulu.");
		else if (cell_is_error(cell, strlen(cell)))
			table_problem(table, row, at,
			    "Berisi rumus tanpa "
			    "hasil (%s). Ketik isinya, atau tempel sebagai "
			    "nilai, lalu simpan.",
			    cell);
		else if (utf8_characters(cell) > column->max)
			table_problem(table, row, at,
			    "%zu karakter, paling "
			    "panjang %zu. Ringkas dahulu.",
			    utf8_characters(cell), column->max);
	}
}

/* ---- the lines of the file ------------------------------------------------ */

static struct list_line *
import_table_next_line(struct list *list)
{
	if (list->count == list->room) {
		size_t room = list->room == 0 ? 64 : list->room * 2;
		struct list_line *lines = arena_array(import_table_arena_of(list->table), room,
		    sizeof(*lines));

		if (list->count > 0)
			memcpy(lines, list->lines, list->count * sizeof(*lines));
		list->lines = lines;
		list->room = room;
	}
	return &list->lines[list->count++];
}

static int
take_line(void *argument, size_t number, size_t count, const char *const *cells)
{
	struct list *list = argument;
	struct list_line *line;

	if (list->count == list->rows_max + LIST_LINES_MORE) {
		list->too_many = true;
		return -1;
	}
	line = import_table_next_line(list);
	line->number = number;
	line->count = count;
	line->hidden = list->marks != NULL && list->marks->hidden;
	line->cells = arena_array(import_table_arena_of(list->table), count, sizeof(*line->cells));
	for (size_t at = 0; at < count; at++)
		line->cells[at] = arena_text(import_table_arena_of(list->table), cells[at]);
	return 0;
}

/* A line as a row of ours. */
static void
import_table_take_row(struct list *list, const struct list_line *line)
{
	struct table *table = list->table;
	struct table_row *row = &table->rows[table->count++];

	row->number = line->number;
	row->section = line->section != NULL ? line->section : "";
	row->cells = arena_array(import_table_arena_of(table), table->width, sizeof(*row->cells));
	for (size_t at = 0; at < table->width; at++)
		row->cells[at] = list->implied[at] != NULL ? list->implied[at] : "";
	for (size_t at = 0; at < line->count && at < list->width; at++) {
		int place = list->places[at];

		if (place == LIST_ABSENT || list_is_nothing(line->cells[at]))
			continue;
		row->cells[place] = tidy_cell(import_table_arena_of(table), line->cells[at],
		    table->columns[place].flags & COLUMN_LINES);
		if (list->kind == SHEET_CSV)
			row->cells[place] = tidy_number(import_table_arena_of(table),
			    row->cells[place]);
	}
	check_cells(table, table->count - 1);
}

static void
take_rows(struct list *list)
{
	struct table *table = list->table;

	table->rows = arena_array(import_table_arena_of(table), list->count + 1,
	    sizeof(*table->rows));
	for (size_t at = list->first; at < list->end; at++)
		if (list->lines[at].count > 0)
			import_table_take_row(list, &list->lines[at]);
}

/* What a file is that cannot be read, by its first bytes or by its inside. */
static const char *
kind_text(struct arena *arena, const struct file_bytes *file)
{
	const struct file_kind *kind = sheet_is_workbook(file->kind) ?
	    file_kind_in_archive(file->bytes, file->length) :
	    file_kind_of(file->bytes, file->length);

	if (kind == NULL)
		return "Berkas ini bukan CSV, XLSX atau ODS. Simpan sebagai .xlsx, lalu unggah "
		       "hasilnya.";
	return kind->opened_by == NULL ?
	    arena_format(arena,
		"Berkas ini bukan CSV, XLSX atau ODS, tetapi %s. Unggah lembar kerja yang "
		"memuat daftarnya; salin isinya ke sana bila belum ada.",
		kind->name) :
	    arena_format(arena,
		"Berkas ini bukan CSV, XLSX atau ODS, tetapi %s. Buka dengan %s, simpan "
		"sebagai .xlsx tanpa kata sandi, lalu unggah hasilnya.",
		kind->name, kind->opened_by);
}

static const char *
import_table_fault_text(enum format_error error)
{
	switch (error) {
	case FORMAT_ABSENT:
		return "Berkas ini tidak mempunyai lembar yang terlihat.";
	case FORMAT_LOCKED:
		return "Berkas ini berkata sandi. Buka dengan Excel atau LibreOffice, simpan "
		       "tanpa kata sandi, lalu unggah hasilnya.";
	case FORMAT_UTF8:
		return "Huruf dalam berkas CSV tidak terbaca. Di Excel pilih "
		       "“Simpan sebagai”, jenis “CSV UTF-8”.";
	case FORMAT_CONTROL:
		return "Ada karakter kendali yang tidak terlihat. Ketik ulang "
		       "isi sel itu.";
	case FORMAT_QUOTE:
		return "Tanda kutip tidak berpasangan. Tanda kutip dalam isi "
		       "sel ditulis dua kali.";
	case FORMAT_ROWS:
	case FORMAT_COLUMNS:
	case FORMAT_CELL:
	case FORMAT_TOTAL:
	case FORMAT_INFLATED:
		return "Isinya jauh lebih banyak daripada daftar seperti ini. "
		       "Hapus baris, kolom dan lembar yang tidak dipakai.";
	default:
		return "Berkas lembar kerja ini rusak atau tidak dikenal. Buka dengan "
		       "Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu coba lagi.";
	}
}

/* A binary workbook is only found out where its parts are no XML. */
static bool
is_other_kind(const struct file_bytes *file, enum format_error error)
{
	return error == FORMAT_KIND ||
	    (error == FORMAT_XML && file->kind == SHEET_XLSX &&
		file_kind_in_archive(file->bytes, file->length) != NULL);
}

static void
explain(struct table *table, const struct file_bytes *file, const struct sheet_fault *fault)
{
	const char *place = fault->row == 0 ?
	    "" :
	    fault->column == 0 ?
	    arena_format(import_table_arena_of(table), "baris %zu", fault->row) :
	    arena_format(import_table_arena_of(table), "baris %zu, kolom ke-%zu", fault->row,
		fault->column);

	table_add_problem(table, place,
	    is_other_kind(file, fault->error) ?
		kind_text(import_table_arena_of(table), file) :
		import_table_fault_text(fault->error));
}

/* Reads the lines of one worksheet. */
static enum format_error
import_table_read_lines(struct list *list, const struct file_bytes *file,
    const struct sheet_request *wanted, struct sheet_fault *fault)
{
	struct sheet_request request = *wanted;
	/* Reading writes to what it reads, and there may be several sheets. */
	char *bytes = sheet_is_workbook(file->kind) ?
	    file->bytes :
	    arena_copy(import_table_arena_of(list->table), file->bytes, file->length);

	list->count = 0;
	list->too_many = false;
	request.limits = &sheet_limits_import;
	request.row = take_line;
	request.arg = list;
	request.marks = list->marks;
	request.mended = import_table_arena_of(list->table);
	return sheet_read(file->kind, bytes, file->length, &request, fault);
}

/*
 * Where else a head may be: on the next sheet; in CSV, between other separators
 * than those of a title with commas above it.
 */
static bool
next_try(enum sheet_kind kind, size_t try, struct sheet_request *request)
{
	static const char separators[] = { '\0', ';', ',', '\t', '|' };

	if (kind != SHEET_CSV) {
		request->skip = try;
		return try < SHEETS_TRIED;
	}
	if (try < sizeof(separators))
		request->separator = separators[try];
	return try < sizeof(separators);
}

/* The sheet of one of the names; without names the first that has a head. */
static enum format_error
find_sheet(struct list *list, const struct file_bytes *file, const char *const *sheets,
    struct sheet_fault *fault)
{
	struct sheet_request request = { .loosely = true };
	enum format_error error;

	if (sheets != NULL) {
		do {
			request.sheet = *sheets++;
			error = import_table_read_lines(list, file, &request, fault);
		} while (error == FORMAT_ABSENT && *sheets != NULL);
		return error;
	}
	if (list->chosen != NULL) {
		next_try(file->kind, list->attempt, &request);
		return import_table_read_lines(list, file, &request, fault);
	}
	for (size_t try = 0; next_try(file->kind, try, &request); try++) {
		list->attempt = try;
		error = import_table_read_lines(list, file, &request, fault);
		if (error != FORMAT_OK && try == 0)
			return error;
		if (error != FORMAT_OK)
			break;
		if (list_find_head(list))
			return error;
	}
	list->attempt = 0; /* none has: of the first it is said */
	next_try(file->kind, 0, &request);
	return import_table_read_lines(list, file, &request, fault);
}

/* Beside the sheet that was read: those with such a head, whose rows would be missed. */
static void
tell_other_sheets(const struct list *read, const struct file_bytes *file)
{
	struct sheet_request request = { .loosely = true };

	for (size_t sheet = 0; next_try(file->kind, sheet, &request); sheet++) {
		struct list other = { .table = read->table,
			.kind = file->kind,
			.rows_max = read->rows_max };
		struct sheet_fault fault;

		if (sheet == read->attempt)
			continue;
		if (import_table_read_lines(&other, file, &request, &fault) != FORMAT_OK &&
		    !other.too_many)
			return;
		if (list_find_head(&other) && other.first < other.count)
			table_other_sheet(read->table, sheet + 1);
	}
}

/* A CSV that was pasted into a workbook, or saved from one that had it so. */
static bool
is_one_cell_each(const struct list *list)
{
	for (size_t at = 0; at < list->count; at++)
		if (list->lines[at].count != 1 ||
		    strpbrk(list->lines[at].cells[0], ",;\t|") == NULL)
			return false;
	return list->count > 0;
}

static bool
import_table_read_bytes(struct table *table, const struct file_bytes *file,
    const struct upload *upload, const char *const *sheets)
{
	struct list list = { .table = table,
		.kind = file->kind,
		.rows_max = upload != NULL ? upload->rows_max : TABLE_ROWS_MAX,
		.chosen = upload != NULL ? upload->chosen : NULL,
		.attempt = upload != NULL ? upload->attempt : 0 };
	struct sheet_fault fault;
	enum format_error error;

	if (sheet_is_workbook(file->kind))
		list.marks = arena_alloc(import_table_arena_of(table), sizeof(*list.marks));
	error = find_sheet(&list, file, sheets, &fault);
	if (list.too_many)
		table_trouble(table, too_many, list.rows_max);
	else if (error == FORMAT_ABSENT && sheets != NULL)
		table_trouble(table,
		    "Lembar bernama “%s” tidak ada dalam "
		    "berkas ini.",
		    *sheets);
	else if (error != FORMAT_OK)
		explain(table, file, &fault);
	else if (list.count == 0)
		table_trouble(table, "%s", nothing);
	if (error != FORMAT_OK || list.count == 0)
		return false;
	table->attempt = list.attempt;
	if (!list_find_head(&list)) {
		if (is_one_cell_each(&list))
			table_trouble(table, "%s", one_cell);
		else
			list_tell_head(&list);
		return false;
	}
	list_tell_head(&list);
	list.end = list.count;
	if (upload != NULL) /* else it is of our own making */
		list_find_rows(&list);
	take_rows(&list);
	if (upload != NULL && sheets == NULL && sheet_is_workbook(file->kind))
		tell_other_sheets(&list, file);
	if (table->count > list.rows_max)
		table_trouble(table, too_many, list.rows_max);
	else if (table->count == 0)
		table_trouble(table, "%s", nothing);
	return table->count > 0;
}

static void
import_table_begin(struct table *table, struct problems *problems,
    const struct table_column *columns, const char *label)
{
	memset(table, 0, sizeof(*table));
	table->problems = problems;
	table->place = problems->tables++;
	table->family = "column-";
	table->label = label;
	table->columns = columns;
	while (columns[table->width].name != NULL)
		table->width++;
}

bool
table_read(struct table *table, struct problems *problems, const struct table_column *columns,
    const char *label, const struct upload *upload, const char *const *sheets)
{
	struct file_bytes file = { .bytes = upload->bytes, .length = upload->length };
	char *text;
	bool read;

	import_table_begin(table, problems, columns, label);
	if (upload->family != NULL)
		table->family = upload->family;
	file.kind = sheet_kind_of(file.bytes, file.length);
	text = file.kind == SHEET_CSV ? encoding_to_utf8(file.bytes, &file.length) : NULL;
	if (text != NULL)
		file.bytes = text;
	if (file.kind == SHEET_CSV && file_kind_of(file.bytes, file.length) != NULL) {
		table_add_problem(table, "", kind_text(import_table_arena_of(table), &file));
		read = false;
	} else
		read = import_table_read_bytes(table, &file, upload,
		    upload->workbook ? sheets : NULL);
	free(text);
	return read;
}

bool
table_again(struct table *table, struct problems *problems, const struct table_column *columns,
    const char *label, const char *csv)
{
	struct file_bytes file = { .kind = SHEET_CSV,
		.bytes = arena_text(problems->context->arena, csv),
		.length = strlen(csv) };

	import_table_begin(table, problems, columns, label);
	return import_table_read_bytes(table, &file, NULL, NULL);
}

static void
import_table_add_cell(struct buffer *text, const char *cell)
{
	buffer_char(text, '"');
	for (; *cell != '\0'; cell++) {
		if (*cell == '"')
			buffer_char(text, '"');
		buffer_char(text, *cell);
	}
	buffer_char(text, '"');
}

const char *
table_csv(struct table *table)
{
	struct buffer text = { .arena = import_table_arena_of(table) };

	for (size_t at = 0; at < table->width; at++) {
		if (at > 0)
			buffer_char(&text, ',');
		import_table_add_cell(&text, table->columns[at].name);
	}
	for (size_t row = 0; row < table->count; row++)
		for (size_t at = 0; at < table->width; at++) {
			buffer_char(&text, at > 0 ? ',' : '\n');
			import_table_add_cell(&text, table->rows[row].cells[at]);
		}
	if (text.length <= TABLE_TEXT_MAX)
		return text.bytes;
	table_trouble(table,
	    "Isinya terlalu banyak untuk sekali impor. Bagi "
	    "menjadi beberapa berkas dan impor satu per satu.");
	return NULL;
}

/* I to XXXIX, as levels and variables are numbered in decrees; 0: none. */
static long long
roman(const char *text)
{
	static const char *const ones[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII",
		"IX" };
	long long tens = 0;

	for (; *text == 'X' && tens < 30; text++)
		tens += 10;
	for (long long one = 9; one >= 0; one--)
		if (strcmp(text, ones[one]) == 0)
			return tens + one;
	return 0;
}

int64_t
table_number(struct table *table, size_t row, size_t column, int64_t min, int64_t max)
{
	const char *cell = table->rows[row].cells[column];
	char *end;
	long long number = roman(cell);

	if (*cell == '\0')
		return -1; /* said already, where it has to be filled */
	errno = 0;
	if (number > 0)
		end = strchr(cell, '\0');
	else
		number = strtoll(cell, &end, 10);
	if (errno == 0 && *end == '\0' && isalnum((unsigned char)*cell) && number >= min &&
	    number <= max)
		return number;
	table_problem(table, row, column,
	    "“%s” bukan angka bulat dari "
	    "%lld sampai %lld.",
	    cell, (long long)min, (long long)max);
	return -1;
}
