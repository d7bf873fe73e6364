/* SPDX-License-Identifier: ISC */
/*
 * Tables that people upload: the head is found below titles and empty lines,
 * columns are known by any of their usual names, and every problem is told
 * with the row and column that the person sees, all of them at once.
 */
#include "cycle/import_table.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "sheet/sheet.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { UPLOAD_MAX = 4 << 20, PROBLEMS_SHOWN = 200, ABSENT = -1 };

/* A title, a date, an empty line: so many rows may stand above the head. */
enum { HEAD_WITHIN = 12 };

static struct arena *
arena_of(const struct table *table)
{
	return table->problems->context->arena;
}

/* ---- problems ------------------------------------------------------------- */

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

static void
add_problem(struct table *table, const char *place, const char *text)
{
	problems_add(table->problems, *table->label != '\0' &&
	    *place != '\0' ? arena_format(arena_of(table), "%s, %s",
	    table->label, place) : *place != '\0' ? place : table->label,
	    text);
}

static const char *
place_of(const struct table *table, size_t row, const char *column)
{
	return arena_format(arena_of(table), "%saris %zu, kolom %s",
	    *table->label != '\0' ? "b" : "B", row, column);
}

void
table_problem(struct table *table, size_t row, size_t column,
    const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_vformat(arena_of(table), format, arguments);
	va_end(arguments);
	table->rows[row].wrong = true;
	add_problem(table, place_of(table, table->rows[row].number,
	    table->columns[column].name), text);
}

void
table_trouble(struct table *table, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_vformat(arena_of(table), format, arguments);
	va_end(arguments);
	add_problem(table, "", text);
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

struct upload *
table_upload(struct context *context, int field)
{
	struct form *form = &context->form;
	const struct form_upload *form_upload = context->files;
	struct upload *upload;

	if (form->values[field].error != NULL)
		return NULL;
	while (form_upload != NULL && strcmp(form_upload->field,
	    form->fields[field].name) != 0)
		form_upload = form_upload->next;
	if (form_upload == NULL)
		return NULL;
	if (form_upload->staged.bytes > UPLOAD_MAX) {
		form_error(form, field, "Berkas lebih besar daripada %d MiB. "
		    "Daftar seperti ini biasanya jauh lebih kecil: periksa "
		    "berkasnya.", UPLOAD_MAX >> 20);
		return NULL;
	}
	upload = arena_alloc(context->arena, sizeof(*upload));
	upload->length = (size_t)form_upload->staged.bytes;
	upload->bytes = arena_alloc(context->arena, upload->length + 1);
	upload->name = form_upload->client_name;
	if (read_all(&form_upload->staged, upload->bytes, &context->errors) != 0) {
		form_error(form, field, "Berkas tidak dapat dibaca di server. "
		    "Coba lagi.");
		return NULL;
	}
	upload->workbook = sheet_kind_of(upload->bytes, upload->length) ==
	    SHEET_XLSX;
	return upload;
}

/* ---- rows ----------------------------------------------------------------- */

struct reading {
	struct table *table;
	int *places;		/* column of the file -> ours, or ABSENT */
	size_t width;		/* columns of the file */
	size_t room;
	size_t above;		/* rows that were seen before the head */
	struct {
		size_t number, count, known;
		const char **cells;
	} likely;		/* of those the one most like a head */
	bool has_head;
	bool too_many;
};

/* Small letters and digits alone: "NIP Kepala" is "nipkepala". */
static const char *
plain_name(struct arena *arena, const char *text)
{
	char *plain = arena_text(arena, text), *to = plain;

	for (; *text != '\0'; text++)
		if (isalnum((unsigned char)*text))
			*to++ = (char)tolower((unsigned char)*text);
	*to = '\0';
	return plain;
}

static bool
is_called(const char *head, const char *names)
{
	while (*names != '\0') {
		size_t length = strcspn(names, " ");
		bool open = names[length - 1] == '*';
		size_t compared = open ? length - 1 : length;

		if (strncmp(head, names, compared) == 0 &&
		    (open || head[compared] == '\0'))
			return true;
		names += length;
		names += *names == ' ';
	}
	return false;
}

bool
table_called(struct arena *arena, const char *text, const char *names)
{
	const char *plain = plain_name(arena, text);

	return *plain != '\0' && is_called(plain, names);
}

static int
column_called(const struct table *table, const char *head)
{
	struct arena *arena = arena_of(table);

	for (size_t at = 0; at < table->width; at++)
		if (is_called(head, plain_name(arena,
		    table->columns[at].name)) ||
		    is_called(head, table->columns[at].also))
			return (int)at;
	return ABSENT;
}

static void
read_head(struct reading *reading, size_t number, size_t count,
    const char *const *cells)
{
	struct table *table = reading->table;
	struct page *page = &table->problems->context->page;
	bool *seen = arena_array(arena_of(table), table->width,
	    sizeof(*seen));
	size_t ignored = 0;

	reading->has_head = true;
	reading->width = count;
	reading->places = arena_array(arena_of(table), count,
	    sizeof(*reading->places));
	for (size_t at = 0; at < count; at++) {
		const char *head = plain_name(arena_of(table), cells[at]);
		int place = *head == '\0' ? ABSENT :
		    column_called(table, head);

		reading->places[at] = place;
		if (place == ABSENT && *head != '\0')
			node_set(node_row(page_node(page, "Ignored"),
			    ignored++), "name", cells[at]);
		if (place == ABSENT)
			continue;
		if (seen[place]) {
			add_problem(table, place_of(table, number,
			    cells[at]), "Kolom ini ada dua kali. Hapus salah "
			    "satunya.");
			reading->places[at] = ABSENT;
		}
		seen[place] = true;
	}
	for (size_t at = 0; at < table->width; at++)
		if (!seen[at] && table->columns[at].flags & COLUMN_REQUIRED)
			add_problem(table, place_of(table, number,
			    table->columns[at].name), "Kolom ini tidak ada. "
			    "Tulis namanya di baris nama kolom.");
}

/*
 * How many of our columns a row names, and whether all that have to be there
 * are among them: then it is the head, whatever title stands above it.
 */
static size_t
known_in(const struct table *table, size_t count, const char *const *cells,
    bool *whole)
{
	struct arena *arena = arena_of(table);
	bool *seen = arena_array(arena, table->width, sizeof(*seen));
	size_t known = 0;

	for (size_t at = 0; at < count; at++) {
		const char *head = plain_name(arena, cells[at]);
		int place = *head == '\0' ? ABSENT :
		    column_called(table, head);

		if (place != ABSENT && !seen[place]) {
			seen[place] = true;
			known++;
		}
	}
	*whole = true;
	for (size_t at = 0; at < table->width; at++)
		if (!seen[at] && table->columns[at].flags & COLUMN_REQUIRED)
			*whole = false;
	return known;
}

/* Keeps the row that names most, to say what it lacks if no head comes. */
static void
look_for_head(struct reading *reading, size_t number, size_t count,
    const char *const *cells)
{
	bool whole;
	size_t known = known_in(reading->table, count, cells, &whole);
	const char **copy;

	if (whole) {
		read_head(reading, number, count, cells);
		return;
	}
	if (reading->above++ > 0 && known <= reading->likely.known)
		return;
	copy = arena_array(arena_of(reading->table), count, sizeof(*copy));
	for (size_t at = 0; at < count; at++)
		copy[at] = arena_text(arena_of(reading->table), cells[at]);
	reading->likely.number = number;
	reading->likely.count = count;
	reading->likely.known = known;
	reading->likely.cells = copy;
}

/*
 * Bytes of a blank at this place, or 0.  Spaces that do not break or have no
 * width come along when text is copied out of pages and letters.
 */
static size_t
blank(const char *text)
{
	static const char *const spaces[] = { "\xc2\xa0", "\xe2\x80\x8b",
		"\xef\xbb\xbf" };

	if (isspace((unsigned char)*text))
		return 1;
	for (size_t at = 0; at < sizeof(spaces) / sizeof(spaces[0]); at++)
		if (strncmp(text, spaces[at], strlen(spaces[at])) == 0)
			return strlen(spaces[at]);
	return 0;
}

/* Without blanks around it; within it one is as good as many, but for those
 * that begin lines where there are lines. */
static const char *
tidy_cell(struct arena *arena, const char *text, bool lines)
{
	char *cell = arena_text(arena, text), *to = cell;
	size_t blanks;

	for (; *text != '\0'; text += blanks > 0 ? blanks : 1)
		if ((blanks = blank(text)) == 0)
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

/* What a spreadsheet stores where a formula has come to nothing (ECMA-376,
 * part 1, 18.17.2), and our reader where it was never worked out. */
static bool
is_formula_error(const char *cell)
{
	static const char *const errors[] = { "#N/A", "#REF!", "#VALUE!",
		"#NAME?", "#DIV/0!", "#NULL!", "#NUM!" };

	for (size_t at = 0; at < sizeof(errors) / sizeof(errors[0]); at++)
		if (strcmp(cell, errors[at]) == 0)
			return true;
	return false;
}

static void
check_cells(struct table *table, size_t row)
{
	for (size_t at = 0; at < table->width; at++) {
		const struct table_column *column = &table->columns[at];
		const char *cell = table->rows[row].cells[at];

		if (*cell == '\0' && column->flags & COLUMN_FILLED)
			table_problem(table, row, at, "Kosong. Isi dahulu.");
		else if (is_formula_error(cell))
			table_problem(table, row, at, "Berisi rumus tanpa "
			    "hasil (%s). Ketik isinya, atau tempel sebagai "
			    "nilai, lalu simpan.", cell);
		else if (utf8_characters(cell) > column->max)
			table_problem(table, row, at, "%zu karakter, paling "
			    "panjang %zu. Ringkas dahulu.", utf8_characters(cell),
			    column->max);
	}
}

static struct table_row *
next_row(struct reading *reading)
{
	struct table *table = reading->table;

	if (table->count == reading->room) {
		size_t room = reading->room == 0 ? 64 : reading->room * 2;
		struct table_row *rows = arena_array(arena_of(table), room,
		    sizeof(*rows));

		if (table->count > 0)
			memcpy(rows, table->rows,
			    table->count * sizeof(*rows));
		table->rows = rows;
		reading->room = room;
	}
	return &table->rows[table->count++];
}

static int
take_row(void *argument, size_t number, size_t count,
    const char *const *cells)
{
	struct reading *reading = argument;
	struct table *table = reading->table;
	struct table_row *row;

	if (!reading->has_head) {
		look_for_head(reading, number, count, cells);
		return !reading->has_head && reading->above == HEAD_WITHIN;
	}
	if (table->count == TABLE_ROWS_MAX) {
		reading->too_many = true;
		return -1;
	}
	row = next_row(reading);
	row->number = number;
	row->cells = arena_array(arena_of(table), table->width,
	    sizeof(*row->cells));
	for (size_t at = 0; at < table->width; at++)
		row->cells[at] = "";
	for (size_t at = 0; at < count && at < reading->width; at++) {
		int place = reading->places[at];

		if (place != ABSENT)
			row->cells[place] = tidy_cell(arena_of(table),
			    cells[at], table->columns[place].flags &
			    COLUMN_LINES);
	}
	check_cells(table, table->count - 1);
	return 0;
}

static const char *
fault_text(enum format_error error)
{
	switch (error) {
	case FORMAT_KIND:
		return "Berkas ini bukan CSV atau XLSX. Bila dari Excel lama "
		    "(.xls) atau berkata sandi, simpan dahulu sebagai .xlsx "
		    "tanpa kata sandi.";
	case FORMAT_ABSENT:
		return "Berkas Excel ini tidak mempunyai lembar yang terlihat.";
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
		return "Berkas Excel ini rusak atau tidak dikenal. Buka di "
		    "Excel, simpan ulang sebagai .xlsx, lalu coba lagi.";
	}
}

static void
explain(struct table *table, const struct sheet_fault *fault)
{
	const char *place = fault->row == 0 ? "" : fault->column == 0 ?
	    arena_format(arena_of(table), "baris %zu", fault->row) :
	    arena_format(arena_of(table), "baris %zu, kolom ke-%zu",
	    fault->row, fault->column);

	add_problem(table, place, fault_text(fault->error));
}

static bool
read_bytes(struct table *table, enum sheet_kind kind, char *bytes,
    size_t length, const char *const *sheets)
{
	struct reading reading = { .table = table };
	struct sheet_request request = { .limits = &sheet_limits_import,
	    .row = take_row, .arg = &reading };
	struct sheet_fault fault;
	enum format_error error;

	const char *const *names = sheets;

	do {
		request.sheet = sheets != NULL ? *sheets++ : NULL;
		error = sheet_read(kind, bytes, length, &request, &fault);
	} while (error == FORMAT_ABSENT && sheets != NULL && *sheets != NULL);
	if (reading.too_many)
		table_trouble(table, "Lebih dari %d baris. Bagi menjadi "
		    "beberapa berkas dan impor satu per satu.",
		    TABLE_ROWS_MAX);
	else if (error == FORMAT_ABSENT && names != NULL)
		table_trouble(table, "Lembar bernama “%s” tidak ada dalam "
		    "berkas Excel ini.", *names);
	else if (error != FORMAT_OK && error != FORMAT_STOPPED)
		explain(table, &fault);
	else if (!reading.has_head && reading.above > 0)
		read_head(&reading, reading.likely.number,
		    reading.likely.count, reading.likely.cells);
	else if (table->count == 0)
		table_trouble(table, "Tidak ada isinya. Baris pertama memuat "
		    "nama kolom, baris berikutnya datanya.");
	return error == FORMAT_OK && table->count > 0;
}

static void
begin(struct table *table, struct problems *problems,
    const struct table_column *columns, const char *label)
{
	memset(table, 0, sizeof(*table));
	table->problems = problems;
	table->label = label;
	table->columns = columns;
	while (columns[table->width].name != NULL)
		table->width++;
}

bool
table_read(struct table *table, struct problems *problems,
    const struct table_column *columns, const char *label,
    const struct upload *upload, const char *const *sheets)
{
	begin(table, problems, columns, label);
	return read_bytes(table, sheet_kind_of(upload->bytes, upload->length),
	    upload->bytes, upload->length, upload->workbook ? sheets : NULL);
}

bool
table_again(struct table *table, struct problems *problems,
    const struct table_column *columns, const char *label, const char *csv)
{
	size_t length = strlen(csv);

	begin(table, problems, columns, label);
	return read_bytes(table, SHEET_CSV, arena_copy(arena_of(table), csv,
	    length), length, NULL);
}

static void
add_cell(struct buffer *text, const char *cell)
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
	struct buffer text = { .arena = arena_of(table) };

	for (size_t at = 0; at < table->width; at++) {
		if (at > 0)
			buffer_char(&text, ',');
		add_cell(&text, table->columns[at].name);
	}
	for (size_t row = 0; row < table->count; row++)
		for (size_t at = 0; at < table->width &&
		    !table->rows[row].idle; at++) {
			buffer_char(&text, at > 0 ? ',' : '\n');
			add_cell(&text, table->rows[row].cells[at]);
		}
	if (text.length <= TABLE_TEXT_MAX)
		return text.bytes;
	table_trouble(table, "Isinya terlalu banyak untuk sekali impor. Bagi "
	    "menjadi beberapa berkas dan impor satu per satu.");
	return NULL;
}

int64_t
table_number(struct table *table, size_t row, size_t column, int64_t min,
    int64_t max)
{
	const char *cell = table->rows[row].cells[column];
	char *end;
	long long number;

	if (*cell == '\0')
		return -1;	/* said already, where it has to be filled */
	errno = 0;
	number = strtoll(cell, &end, 10);
	if (errno == 0 && *end == '\0' && isdigit((unsigned char)*cell) &&
	    number >= min && number <= max)
		return number;
	table_problem(table, row, column, "“%s” bukan angka bulat dari "
	    "%lld sampai %lld.", cell, (long long)min, (long long)max);
	return -1;
}
