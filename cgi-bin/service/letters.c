/* SPDX-License-Identifier: ISC */
/*
 * The register of letters: by number, as a page and a file; a letter as PDF; one that is
 * taken back or replaced; how numbers are written, and which no letter here has.
 */
#include "service/service.h"

#include <string.h>

#include "document/issued.h"
#include "document/listing.h"
#include "document/pdf.h"
#include "document/text_file.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LETTERS_YEAR, LETTERS_BELOW, LETTERS_BOM };
const struct field letters_fields[] = {
	[LETTERS_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2000, .max = 2100 },
	[LETTERS_BELOW] = { "below", FIELD_NUMBER, "Sebelum nomor", .min = 1, .max = INT32_MAX },
	[LETTERS_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

static const char *const letter_ends[] = { "cancelled", "replaced", NULL };

enum { END_HOW, END_REASON };
const struct field letter_end_fields[] = {
	[END_HOW] = { "how", FIELD_CHOICE, "Tindakan", true, .choices = letter_ends },
	[END_REASON] = { "reason", FIELD_TEXT, "Alasan", true, .min = 5, .max = 800 },
	{ .name = NULL },
};

enum { NUMBER_FORMAT };
const struct field letter_format_fields[] = {
	[NUMBER_FORMAT] = { "format", FIELD_TEXT, "Bentuk nomor", true, .max = 80 },
	{ .name = NULL },
};

enum { SKIP_UNTIL, SKIP_NOTE };
const struct field letter_skip_fields[] = {
	[SKIP_UNTIL] = { "until", FIELD_NUMBER, "Nomor terakhir", true, .min = 1, .max = 1000000 },
	[SKIP_NOTE] = { "note", FIELD_TEXT, "Keterangan", true, .min = 5, .max = 500 },
	{ .name = NULL },
};

struct register_of_letters {
	struct context *context;
	struct rows rows, notes, series;
	int64_t year;
};

static int64_t
this_year(const struct context *context)
{
	return day_date(words_today(context->actor.zone)).year;
}

static int
letter_rows(struct context *context, int64_t year, int64_t below, int64_t limit, struct rows *rows)
{
	return db_select(context->db, rows, STATEMENT_SERVICE_LETTER_LIST,
	    db_int(context->actor.agency_id), db_int(year), db_int(below > 0 ? below : INT32_MAX),
	    db_int(limit));
}

static int
read_register(struct register_of_letters *all, int64_t year, int64_t below)
{
	struct context *context = all->context;
	struct db_value agency = db_int(context->actor.agency_id);
	int result;

	all->year = year > 0 ? year : this_year(context);
	result = letter_rows(context, all->year, below, PAGE_ROWS + 1, &all->rows);
	if (result >= 0)
		result = db_select(context->db, &all->notes, STATEMENT_SERVICE_NUMBER_NOTES, agency,
		    db_int(all->year));
	if (result >= 0)
		result = db_select(context->db, &all->series, STATEMENT_SERVICE_SERIES_FORMAT,
		    agency, db_int(this_year(context)));
	return context_status(context, result);
}

/* "Berlaku", "Berlaku sampai …", "Lewat masa berlakunya", "Dicabut", "Diganti" */
static const char *
letter_state(struct context *context, const struct rows *rows, size_t row)
{
	const char *ended = row_text(rows, row, "ended"),
		   *until = row_text(rows, row, "valid_until");

	if (*ended != '\0')
		return strcmp(ended, "replaced") == 0 ? "Diganti" : "Dicabut";
	if (*until == '\0')
		return "Berlaku";
	return day_parse(until) < words_today(context->actor.zone) ?
	    "Lewat masa berlakunya" :
	    arena_format(context->arena, "Berlaku sampai %s", words_date(context->arena, until));
}

static void
fill_register(const struct register_of_letters *all)
{
	struct context *context = all->context;
	struct node *list = page_node(&context->page, "Letters");
	struct node *notes = page_node(&context->page, "Notes");
	size_t count = all->rows.count < PAGE_ROWS ? all->rows.count : PAGE_ROWS;

	page_set_int(&context->page, "Year", all->year);
	page_set_int(&context->page, "Before", all->year - 1);
	for (size_t row = 0; row < count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "id", row_text(&all->rows, row, "id"));
		node_set(node, "number", row_text(&all->rows, row, "number_text"));
		node_set(node, "service", row_text(&all->rows, row, "service"));
		node_set(node, "enterprise", row_text(&all->rows, row, "enterprise"));
		node_set(node, "application", row_text(&all->rows, row, "application_id"));
		node_set(node, "state", letter_state(context, &all->rows, row));
		node_set(node, "reason", row_text(&all->rows, row, "ended_reason"));
		node_set(node, "issued",
		    words_day_of(context->arena, row_text(&all->rows, row, "issued_at"),
			context->actor.zone));
	}
	if (all->rows.count > PAGE_ROWS)
		page_set(&context->page, "Next", row_text(&all->rows, count - 1, "number"));
	for (size_t row = 0; row < all->notes.count; row++) {
		struct node *node = node_row(notes, row);

		node_set(node, "from", row_text(&all->notes, row, "from_number"));
		node_set(node, "until", row_text(&all->notes, row, "until_number"));
		node_set(node, "note", row_text(&all->notes, row, "note"));
		node_set(node, "who", row_text(&all->notes, row, "full_name"));
	}
	page_set(&context->page, "Last",
	    all->series.count > 0 ? row_text(&all->series, 0, "last_number") : "0");
	page_set(&context->page, "Form.value.format",
	    all->series.count > 0 ? row_text(&all->series, 0, "format") :
				    "{nomor}/{jenis}/{bulan}/{tahun}");
}

int
show_letters(struct context *context)
{
	struct register_of_letters all = { .context = context };
	int status = read_register(&all, form_number(&context->form, LETTERS_YEAR),
	    form_number(&context->form, LETTERS_BELOW));

	if (status != 0)
		return status;
	fill_register(&all);
	return context_show(context, "service/letters");
}

struct letter_line {
	const char *number, *service, *enterprise, *issued, *state, *reason;
};

int
send_letter_register(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Nomor", 25, struct letter_line, number),
		LISTING_MEMBER("Layanan", 25, struct letter_line, service),
		LISTING_MEMBER("Usaha", 25, struct letter_line, enterprise),
		LISTING_MEMBER("Terbit", 15, struct letter_line, issued),
		LISTING_MEMBER("Status", 20, struct letter_line, state),
		LISTING_MEMBER("Alasan", 20, struct letter_line, reason),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Surat layanan",
		.columns = columns,
		.size = sizeof(struct letter_line) };
	int64_t year = form_number(&context->form, LETTERS_YEAR);
	struct letter_line *lines;
	struct rows rows;
	int status = context_status(context,
	    letter_rows(context, year > 0 ? year : this_year(context), 0, LISTING_MAX, &rows));

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = (struct letter_line){
			.number = row_text(&rows, row, "number_text"),
			.service = row_text(&rows, row, "service"),
			.enterprise = row_text(&rows, row, "enterprise"),
			.issued = words_day_of(context->arena, row_text(&rows, row, "issued_at"),
			    context->actor.zone),
			.state = letter_state(context, &rows, row),
			.reason = row_text(&rows, row, "ended_reason"),
		};
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "surat-layanan", &listing, 1);
}

/* ---- one of them ------------------------------------------------------------------------ */

static int
find_letter(struct context *context, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_SERVICE_LETTER_CONTENT,
	    db_int(context->keys[0]), db_int(context->actor.agency_id));

	return result == 0 ? 404 : context_status(context, result);
}

/* Whoever holds the file finds the letter, and one that comes back as it was is known. */
static int
remember_letter(struct context *context, int64_t letter_id, const struct buffer *pdf)
{
	unsigned char digest[SHA256_BYTES];

	sha256(digest, pdf->bytes, pdf->length);
	return paper_remember(context, 0, letter_id, digest, pdf->length);
}

int
send_letter(struct context *context)
{
	struct paper_file file;
	struct document_model model;
	struct rows rows;
	int status = find_letter(context, &rows);

	if (status == 0 && !model_read(context->arena, row_text(&rows, 0, "content"), &model))
		status = 500;
	if (status == 0)
		status = paper_file_make(context, &model,
		    &(struct issued_document){ .kind = "service",
			.code = row_text(&rows, 0, "code"),
			.digest = row_text(&rows, 0, "digest"),
			.issued_at = row_text(&rows, 0, "issued_at"),
			.ended = row_text(&rows, 0, "ended"),
			.ended_at = row_text(&rows, 0, "ended_at"),
			.ended_reason = row_text(&rows, 0, "ended_reason"),
			.zone = context->actor.zone },
		    &file);
	if (status == 0 && file.pdf.length > 0)
		status = remember_letter(context, row_int(&rows, 0, "id"), &file.pdf);
	if (status == 0)
		status = paper_file_send(context, &model, &file,
		    &(struct paper_about){ context->actor.region_id, context->actor.agency_id },
		    issued_file_name(context->arena, "service", row_text(&rows, 0, "code"),
			".pdf"));
	return status;
}

struct ending {
	struct context *context;
	struct application application;
	struct letterhead letterhead;
	struct rows letter, head;
	struct way way;
	bool replaces;
};

/* Its successor, which says whose place it takes; and the one that is over says by which. */
static int
store_successor(struct ending *ending, const char *reason, const char **number)
{
	struct context *context = ending->context;
	int result = letter_issue(context, &ending->application, &ending->letterhead, &ending->head,
	    row_text(&ending->letter, 0, "number_text"), number);

	/* Whoever renews it renews its successor. */
	if (result >= 0)
		result = db_run(context->db, STATEMENT_SERVICE_RENEWAL_FOLLOW,
		    db_int(ending->application.id), db_int(row_int(&ending->letter, 0, "id")));
	return result < 0 ?
	    result :
	    db_run(context->db, STATEMENT_SERVICE_LETTER_SAY,
		db_text(arena_format(context->arena, "%s. Penggantinya surat nomor %s", reason,
		    *number)),
		db_int(row_int(&ending->letter, 0, "id")), db_int(context->actor.agency_id));
}

static int
store_ending(struct db *db, void *argument)
{
	struct ending *ending = argument;
	struct context *context = ending->context;
	const char *reason = form_text(&context->form, END_REASON), *number = "";
	int result = db_run(db, STATEMENT_SERVICE_LETTER_END,
	    db_text(ending->replaces ? "replaced" : "cancelled"), db_text(reason),
	    db_int(row_int(&ending->letter, 0, "id")), db_int(context->actor.agency_id));

	if (result == 0)
		return context_stop(context, 409, "Surat ini sudah dicabut atau diganti.");
	if (result > 0 && ending->replaces)
		result = store_successor(ending, reason, &number);
	return result < 0 ?
	    result :
	    service_change(context, ending->application.id, "surat berlaku",
		ending->replaces ?
		    arena_format(context->arena, "surat %s menggantikannya", number) :
		    "surat dicabut",
		reason);
}

static int
read_ending(struct ending *ending)
{
	struct context *context = ending->context;
	int status = find_letter(context, &ending->letter);
	char today[DAY_TEXT];

	if (status != 0)
		return status;
	context->keys[0] = row_int(&ending->letter, 0, "application_id");
	status = application_load(context, &ending->application);
	if (status == 0)
		status = letterhead_load(context, ending->application.service.region_id, 0,
		    &ending->letterhead);
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &ending->head, STATEMENT_AGENCY_HEAD_ON,
			db_text(day_format(today, ending->application.today)),
			db_int(context->actor.agency_id)));
	return status;
}

int
end_letter(struct context *context)
{
	struct ending ending = { .context = context };
	int status = read_ending(&ending);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		status = way_read(context, &ending.application, &ending.way);
		return status != 0 ? status : way_show(context, &ending.application, &ending.way);
	}
	ending.replaces = strcmp(form_text(&context->form, END_HOW), "replaced") == 0;
	status = context_status(context, db_txn(context->db, store_ending, &ending));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=%s", (long long)ending.application.id,
		ending.replaces ? "letter-replaced" : "letter-withdrawn");
}

/* ---- numbers ------------------------------------------------------------------------------ */

static int
hold_numbers(struct register_of_letters *all)
{
	struct context *context = all->context;
	struct db_value agency = db_int(context->actor.agency_id), year = db_int(all->year);
	int result = db_run(context->db, STATEMENT_SERVICE_SERIES_BEGIN, year, year, agency);

	if (result >= 0 || result == DB_DUPLICATE)
		result = db_select(context->db, &all->series, STATEMENT_SERVICE_SERIES_HOLD, agency,
		    year);
	return result < 0 ? result : 0;
}

static int
store_format(struct db *db, void *argument)
{
	struct register_of_letters *all = argument;
	struct context *context = all->context;
	const char *format = form_text(&context->form, NUMBER_FORMAT);
	int result = hold_numbers(all);

	if (result != 0 || strcmp(row_text(&all->series, 0, "format"), format) == 0)
		return result;
	result = db_run(db, STATEMENT_SERVICE_SERIES_WRITE, db_text(format),
	    db_int(context->actor.agency_id), db_int(all->year));
	return result < 0 ?
	    result :
	    service_change(context, 0, row_text(&all->series, 0, "format"), format, NULL);
}

static int
save_numbers(struct register_of_letters *all, db_work *work)
{
	struct context *context = all->context;
	int status;

	if (!form_ok(&context->form)) {
		status = read_register(all, 0, 0);
		if (status != 0)
			return status;
		fill_register(all);
		return context_show_errors(context, "service/letters");
	}
	status = context_status(context, db_txn(context->db, work, all));
	return status != 0 ? status : context_redirect(context, "/service/letters?done=saved");
}

int
save_letter_format(struct context *context)
{
	struct register_of_letters all = { .context = context, .year = this_year(context) };
	struct form *form = &context->form;
	const char *wrong = NULL;

	if (form->values[NUMBER_FORMAT].error == NULL)
		wrong = letterhead_number_wrong(context->arena, form_text(form, NUMBER_FORMAT));
	if (wrong != NULL)
		form_error(form, NUMBER_FORMAT, "%s", wrong);
	return save_numbers(&all, store_format);
}

static int
store_skip(struct db *db, void *argument)
{
	struct register_of_letters *all = argument;
	struct context *context = all->context;
	const struct form *form = &context->form;
	struct db_value agency = db_int(context->actor.agency_id), year = db_int(all->year);
	int64_t until = form_number(form, SKIP_UNTIL), last;
	int result = hold_numbers(all);

	if (result < 0)
		return result;
	last = row_int(&all->series, 0, "last_number");
	if (until <= last)
		return context_stop(context, 409,
		    "Nomor %lld sudah terpakai. Tulis nomor yang lebih besar.", (long long)last);
	result = db_run(db, STATEMENT_SERVICE_NUMBER_NOTE_ADD, agency, year, db_int(last + 1),
	    db_int(until), db_text(form_text(form, SKIP_NOTE)), db_int(context->actor.account_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_SERVICE_SERIES_COUNT, db_int(until), agency, year);
	return result < 0 ?
	    result :
	    service_change(context, 0, NULL,
		arena_format(context->arena, "nomor %lld sampai %lld dilewati", (long long)last + 1,
		    (long long)until),
		form_text(form, SKIP_NOTE));
}

int
skip_letter_numbers(struct context *context)
{
	struct register_of_letters all = { .context = context, .year = this_year(context) };

	return save_numbers(&all, store_skip);
}
