/* SPDX-License-Identifier: ISC */
/*
 * Who was there: the list, as a page and as a file; people typed in or pasted, one a line,
 * or read from a workbook into the same field to be looked at first; and one taken off again.
 */
#include "activity/activity.h"

#include <string.h>

#include "document/export.h"
#include "document/listing.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "import/import_draft.h"
#include "import/import_table.h"
#include "rules/field.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { LIST_PAGE };
const struct field participants_fields[] = {
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ .name = NULL },
};

/* Room for all that one activity may have, with names as long as most are. */
enum { LIST_TEXT_MAX = 60 * PARTICIPANTS_MAX };

enum { ADD_LIST };
const struct field participants_add_fields[] = {
	[ADD_LIST] = { "list", FIELD_LINES, "Daftar peserta", true, .max = LIST_TEXT_MAX },
	{ .name = NULL },
};

enum { REMOVE_PERSON };
const struct field participant_remove_fields[] = {
	[REMOVE_PERSON] = { "person", FIELD_NUMBER, "Peserta", true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

const struct field participants_reread_fields[] = {
	DRAFT_FORM,
	{ .name = NULL },
};

enum { READ_FILE };
const struct field participants_read_fields[] = {
	[READ_FILE] = { "file", FIELD_FILE, "Berkas" },
	{ .name = NULL },
};

struct participants {
	struct context *context;
	struct activity activity;
	struct rows rows;
	int64_t page;
};

/* So many of them, from there on. */
static int
read_participants(struct participants *list, struct db_value limit, struct db_value offset)
{
	struct context *context = list->context;
	int status = activity_find(context, &list->activity);

	if (status != 0)
		return status;
	return context_status(context,
	    db_select(context->db, &list->rows, STATEMENT_ACTIVITY_ATTENDANCE,
		db_int(list->activity.id), limit, offset));
}

static void
fill_participants(const struct participants *list, struct rows *rows)
{
	struct context *context = list->context;
	struct node *nodes = page_node(&context->page, "People");

	activity_fill(context, &list->activity);
	page_turn(context, rows, PAGE_ROWS, list->page,
	    arena_format(context->arena, "/activity/%lld/participants",
		(long long)list->activity.id));
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(nodes, row);

		node_set_int(node, "number", (list->page - 1) * PAGE_ROWS + (int64_t)row + 1);
		node_set_int(node, "id", row_int(rows, row, "id"));
		node_set(node, "name", row_text(rows, row, "name"));
		node_set(node, "nip", row_text(rows, row, "nip"));
		node_set(node, "office", row_text(rows, row, "office"));
		node_set(node, "drawn", row_text(rows, row, "drawn"));
		node_set(node, "typed", row_text(rows, row, "typed"));
		node_set(node, "at",
		    words_time(context->arena, row_text(rows, row, "at"), context->actor.zone));
	}
}

int
show_participants(struct context *context)
{
	struct participants list = { .context = context, .page = page_number(context, LIST_PAGE) };
	int status = read_participants(&list, PAGE_LIMIT(list.page));

	if (status != 0)
		return status;
	fill_participants(&list, &list.rows);
	return context_show(context, "activity/participants");
}

struct person_line {
	const char *number, *name, *nip, *office, *signature, *at;
};

static const char *
signature_words(const struct rows *rows, size_t row)
{
	return !row_null(rows, row, "drawn") ?
	    "digambar" :
	    !row_null(rows, row, "typed") ?
	    "diketik" :
	    "";
}

int
send_participants(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_NUMBER("No.", 5, struct person_line, number),
		LISTING_MEMBER("Nama", 25, struct person_line, name),
		LISTING_MEMBER("NIP", 20, struct person_line, nip),
		LISTING_MEMBER("Instansi", 30, struct person_line, office),
		LISTING_MEMBER("Tanda tangan", 12, struct person_line, signature),
		LISTING_MEMBER("Dicatat", 20, struct person_line, at),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Peserta",
		.columns = columns,
		.size = sizeof(struct person_line) };
	struct participants list = { .context = context };
	struct person_line *lines;
	int status = read_participants(&list, db_int(LISTING_MAX), db_int(0));

	if (status != 0)
		return status;
	lines = arena_array(context->arena, list.rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < list.rows.count; row++)
		lines[row] = (struct person_line){
			.number = arena_format(context->arena, "%zu", row + 1),
			.name = row_text(&list.rows, row, "name"),
			.nip = row_text(&list.rows, row, "nip"),
			.office = row_text(&list.rows, row, "office"),
			.signature = signature_words(&list.rows, row),
			.at = words_time(context->arena, row_text(&list.rows, row, "at"),
			    context->actor.zone),
		};
	listing.records = lines;
	listing.count = list.rows.count;
	return listing_send(context,
	    arena_format(context->arena, "peserta-%lld", (long long)list.activity.id), &listing, 1);
}

/* ---- typed and pasted ------------------------------------------------------------ */

/* People who are to come onto a list, and how many did. */
struct adding {
	struct context *context;
	const struct activity *activity;
	struct person *people;
	size_t count, fresh;
};

/* The next cell of a line that ends with a semicolon or a tab, without blanks around it. */
static const char *
next_cell(struct arena *arena, const char **line, const char *end)
{
	const char *at = *line, *until;

	while (at < end && *at == ' ')
		at++;
	until = at;
	while (until < end && *until != ';' && *until != '\t')
		until++;
	*line = until < end ? until + 1 : end;
	while (until > at && until[-1] == ' ')
		until--;
	return arena_format(arena, "%.*s", (int)(until - at), at);
}

/* One line; a sentence of what is wrong with it, or NULL. */
static const char *
read_person(struct arena *arena, const char *line, const char *end, struct person *person)
{
	char digits[NIP_DIGITS + 1];
	const char *nip;

	person->name = next_cell(arena, &line, end);
	nip = next_cell(arena, &line, end);
	person->office = next_cell(arena, &line, end);
	if (line < end)
		return "lebih dari tiga bagian; tulis nama; NIP; instansi";
	if (utf8_characters(person->name) < 2 || !utf8_shows(person->name))
		return "namanya kosong";
	if (utf8_characters(person->name) > NAME_LENGTH)
		return "namanya terlalu panjang";
	if (utf8_characters(person->office) > OFFICE_LENGTH)
		return "instansinya terlalu panjang";
	if (strcmp(nip, "-") == 0)
		nip = "";
	if (!nip_digits(nip, digits))
		return "NIP harus 18 angka, atau kosongkan";
	person->nip = arena_text(arena, digits);
	return NULL;
}

/* All lines that are not empty; the first that is wrong becomes the error of the field. */
static void
read_people(struct adding *adding)
{
	struct context *context = adding->context;
	const char *at = form_text(&context->form, ADD_LIST);
	size_t lines = 1, number = 0;

	for (const char *c = at; *c != '\0'; c++)
		lines += *c == '\n';
	adding->people = arena_array(context->arena, lines, sizeof(*adding->people));
	while (*at != '\0') {
		const char *end = strchrnul(at, '\n'), *wrong;

		number++;
		if (strspn(at, " \t;") < (size_t)(end - at)) {
			wrong = read_person(context->arena, at, end,
			    &adding->people[adding->count++]);
			if (wrong != NULL)
				form_error(&context->form, ADD_LIST,
				    "Baris %zu: %s. Perbaiki barisnya, lalu simpan lagi.", number,
				    wrong);
		}
		at = *end == '\n' ? end + 1 : end;
	}
	if (adding->activity->participants + (int64_t)adding->count > PARTICIPANTS_MAX)
		form_error(&context->form, ADD_LIST,
		    "Satu kegiatan memuat paling banyak %d peserta. Kurangi barisnya.",
		    PARTICIPANTS_MAX);
}

static int
store_people(struct db *db, void *argument)
{
	struct adding *adding = argument;
	struct context *context = adding->context;
	const struct arrival arrival = { .activity_id = adding->activity->id,
		.account_id = context->actor.account_id };
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_ACTIVITY_HOLD, db_int(arrival.activity_id));

	adding->fresh = 0;
	if (result == 0)
		return db_stop(db, 404);
	for (size_t at = 0; at < adding->count && result >= 0; at++) {
		result = person_add(context, &arrival, &adding->people[at]);
		adding->fresh += result == 1;
	}
	if (result < 0 || adding->fresh == 0)
		return result < 0 ? result : 0;
	return activity_change(context, arrival.activity_id, NULL,
	    arena_format(context->arena, "%zu peserta ditambahkan ke daftar hadir", adding->fresh));
}

int
add_participants(struct context *context)
{
	struct participants list = { .context = context, .page = 1 };
	struct adding adding = { .context = context, .activity = &list.activity };
	int status = read_participants(&list, PAGE_LIMIT(list.page));

	if (status != 0)
		return status;
	read_people(&adding);
	if (!form_ok(&context->form)) {
		fill_participants(&list, &list.rows);
		return context_show_errors(context, "activity/participants");
	}
	status = context_status(context, db_txn(context->db, store_people, &adding));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld/participants?done=%s",
		(long long)list.activity.id, adding.fresh > 0 ? "listed" : "listed-before");
}

/* ---- read from a workbook ----------------------------------------------------------- */

enum { COLUMN_NAME, COLUMN_NIP, COLUMN_OFFICE, PREVIEW_ROWS = 100 };
static const struct table_column people_columns[] = {
	[COLUMN_NAME] = { "nama", "namalengkap namapeserta namapegawai name peserta",
	    COLUMN_REQUIRED | COLUMN_FILLED, NAME_LENGTH },
	[COLUMN_NIP] = { "nip", "nomorindukpegawai nipnik", 0, 40 },
	[COLUMN_OFFICE] = { "instansi", "perangkatdaerah unitkerja unit opd skpd dinas asal", 0,
	    OFFICE_LENGTH },
	{ .name = NULL },
};

/* The rows as lines of the field: there they are looked at, mended and stored. */
static const char *
participant_lines(struct arena *arena, struct table *table)
{
	struct buffer lines = { .arena = arena };

	buffer_text(&lines, "");
	for (size_t row = 0; row < table->count; row++) {
		const char **cells = table->rows[row].cells;

		table_nip(table, row, COLUMN_NIP);
		if (*cells[COLUMN_NAME] != '\0' &&
		    (utf8_characters(cells[COLUMN_NAME]) < 2 || !utf8_shows(cells[COLUMN_NAME])))
			table_problem(table, row, COLUMN_NAME,
			    "“%s” bukan nama orang. Tulis namanya.", cells[COLUMN_NAME]);
		for (size_t column = 0; column <= COLUMN_OFFICE; column++)
			if (strpbrk(cells[column], ";\t\n") != NULL)
				table_problem(table, row, column,
				    "Ada titik koma atau baris baru di dalamnya. "
				    "Hapus dari selnya.");
		buffer_text(&lines,
		    arena_format(arena, "%s; %s; %s\n", cells[COLUMN_NAME], cells[COLUMN_NIP],
			cells[COLUMN_OFFICE]));
	}
	return lines.bytes;
}

/* The first rows as they were understood, and how many there are. */
static void
fill_preview(struct node *node, const struct table *table)
{
	struct node *list = node_child(node, "rows");

	node_set_int(node, "count", (int64_t)table->count);
	if (table->count > PREVIEW_ROWS)
		node_set_int(node, "shown", PREVIEW_ROWS);
	for (size_t row = 0; row < table->count && row < PREVIEW_ROWS; row++) {
		const char **cells = table->rows[row].cells;
		struct node *one = node_row(list, row);

		node_set_int(one, "number", (int64_t)row + 1);
		node_set(one, "name", cells[COLUMN_NAME]);
		node_set(one, "nip", cells[COLUMN_NIP]);
		node_set(one, "office", cells[COLUMN_OFFICE]);
	}
}

static const char draft_kind[] = "participants";

/* What was read, below the list of those who are there. */
struct reading {
	struct participants list;
	struct problems problems;
	struct table table;
	bool read;
	int64_t draft;
};

static void
read_people_table(struct reading *reading, struct upload *upload)
{
	reading->problems.context = reading->list.context;
	upload->rows_max = PARTICIPANTS_MAX;
	reading->read = table_read(&reading->table, &reading->problems, people_columns, "", upload,
	    NULL);
}

static int
show_reading(struct reading *reading)
{
	struct context *context = reading->list.context;

	fill_participants(&reading->list, &reading->list.rows);
	if (reading->read) {
		page_set(&context->page, "Form.value.list",
		    participant_lines(context->arena, &reading->table));
		fill_preview(page_node(&context->page, "Preview"), &reading->table);
	}
	draft_show(context, reading->draft, &reading->table);
	page_set(&context->page, "Read", "1");
	page_set_int(&context->page, "ProblemCount", (int64_t)reading->problems.count);
	return context_show(context, "activity/participants");
}

int
reread_workbook(struct context *context)
{
	struct reading reading = { .list = { .context = context, .page = 1 } };
	struct upload *upload;
	int status = read_participants(&reading.list, PAGE_LIMIT(reading.list.page));

	if (status == 0)
		status = draft_again(context, draft_kind, &upload);
	if (status != 0)
		return status;
	reading.draft = form_number(&context->form, DRAFT_ID);
	read_people_table(&reading, upload);
	return show_reading(&reading);
}

int
read_workbook(struct context *context)
{
	struct reading reading = { .list = { .context = context, .page = 1 } };
	struct upload *upload;
	int status = read_participants(&reading.list, PAGE_LIMIT(reading.list.page));

	if (status != 0)
		return status;
	upload = table_upload(context, READ_FILE);
	if (upload == NULL && form_ok(&context->form))
		form_error(&context->form, READ_FILE, "Pilih berkas Excel, ODS atau CSV.");
	if (upload == NULL) {
		fill_participants(&reading.list, &reading.list.rows);
		return context_show_errors(context, "activity/participants");
	}
	status = draft_keep(context, draft_kind, upload, &reading.draft);
	if (status != 0)
		return status;
	read_people_table(&reading, upload);
	return show_reading(&reading);
}

/* ---- taken off ---------------------------------------------------------------- */

static int
take_off(struct db *db, void *argument)
{
	const struct participants *list = argument;
	struct context *context = list->context;
	int result = db_run(db, STATEMENT_ACTIVITY_ATTENDANCE_REMOVE,
	    db_int(form_number(&context->form, REMOVE_PERSON)), db_int(list->activity.id));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	return activity_change(context, list->activity.id, NULL,
	    "satu peserta dihapus dari daftar hadir");
}

int
remove_participant(struct context *context)
{
	struct participants list = { .context = context };
	int status = activity_find(context, &list.activity);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn(context->db, take_off, &list));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld/participants?done=removed",
		(long long)list.activity.id);
}
