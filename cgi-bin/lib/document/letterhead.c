/* SPDX-License-Identifier: ISC */
/*
 * What the papers of a region have in common: its head with the crest, the
 * number in the region's own way of writing it, place and date, and who signs.
 * What the region has not set yet is left as dots to be filled in by hand.
 */
#include "document/letterhead.h"

#include <string.h>

#include "rules/calendar.h"
#include "frame/words.h"
#include "base/banned.h"

#define DOTS "……………………………………"

static const char *
letterhead_or_else(const char *text, const char *otherwise)
{
	return *text != '\0' ? text : otherwise;
}

/* What a region sets of its letters. */
static struct letter_layout
letter_layout_of(const struct rows *rows)
{
	return (struct letter_layout){
		.signatory = { row_text(rows, 0, "letter_for"), row_text(rows, 0, "letter_title"),
		    row_text(rows, 0, "letter_under"), row_text(rows, 0, "letter_name"),
		    row_text(rows, 0, "letter_rank"), row_text(rows, 0, "letter_nip") },
		.nature = row_text(rows, 0, "letter_nature"),
		.opening = row_text(rows, 0, "letter_opening"),
		.closing = row_text(rows, 0, "letter_closing"),
		.copies = row_text(rows, 0, "letter_copies"),
		.recipient_right = row_int(rows, 0, "recipient_right") != 0,
	};
}

int
letterhead_load(struct context *context, int64_t region_id, int64_t cycle_id,
    struct letterhead *letterhead)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_LETTERHEAD_LOAD, db_key(cycle_id),
	    db_int(region_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*letterhead = (struct letterhead){
		.region_id = region_id,
		.region_name = row_text(&rows, 0, "region_name"),
		.zone = row_text(&rows, 0, "timezone"),
		.government = letterhead_or_else(row_text(&rows, 0, "government"),
		    arena_format(context->arena, "Pemerintah %s",
			row_text(&rows, 0, "region_name"))),
		.office = letterhead_or_else(row_text(&rows, 0, "office"),
		    letterhead_or_else(row_text(&rows, 0, "bureau"), "Tim Pelaksana")),
		.address = row_text(&rows, 0, "address"),
		.contact = row_text(&rows, 0, "contact"),
		.place = row_text(&rows, 0, "place"),
		.crest = row_text(&rows, 0, "crest"),
		.signatory = { row_text(&rows, 0, "signatory_for"),
		    row_text(&rows, 0, "signatory_title"), row_text(&rows, 0, "signatory_under"),
		    row_text(&rows, 0, "signatory_name"), row_text(&rows, 0, "signatory_rank"),
		    row_text(&rows, 0, "signatory_nip") },
		.letter = letter_layout_of(&rows),
		.margins = { [MARGIN_TOP] = (int)row_int(&rows, 0, "margin_top"),
		    [MARGIN_RIGHT] = (int)row_int(&rows, 0, "margin_right"),
		    [MARGIN_BOTTOM] = (int)row_int(&rows, 0, "margin_bottom"),
		    [MARGIN_LEFT] = (int)row_int(&rows, 0, "margin_left") },
		.number_format = letterhead_or_else(row_text(&rows, 0, "number_format"),
		    "{nomor}/{tahun}"),
		.folio = row_int(&rows, 0, "folio") != 0,
		.serif = row_int(&rows, 0, "serif") != 0,
		.large = row_int(&rows, 0, "large") != 0,
	};
	return 0;
}

static bool
letterhead_take(const char **format, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(*format, word, length) != 0)
		return false;
	*format += length;
	return true;
}

const char *
letterhead_number(struct arena *arena, const char *format, int64_t number, const char *kind,
    int month, int64_t year)
{
	static const char *const months[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII",
		"IX", "X", "XI", "XII" };
	struct buffer text = { .arena = arena };

	buffer_text(&text, "");
	while (*format != '\0') {
		if (letterhead_take(&format, "{nomor}"))
			buffer_format(&text, "%lld", (long long)number);
		else if (letterhead_take(&format, "{jenis}"))
			buffer_text(&text, kind);
		else if (letterhead_take(&format, "{bulan}"))
			buffer_text(&text, month >= 1 && month <= 12 ? months[month] : "");
		else if (letterhead_take(&format, "{tahun}"))
			buffer_format(&text, "%lld", (long long)year);
		else
			buffer_char(&text, *format++);
	}
	return text.bytes;
}

/* The first mark of a format that none of its words is, up to its end; NULL: none. */
static const char *
unknown_mark(struct arena *arena, const char *format)
{
	static const char *const known[] = { "{nomor}", "{jenis}", "{bulan}", "{tahun}" };

	for (const char *at = strpbrk(format, "{}"); at != NULL; at = strpbrk(at, "{}")) {
		const char *from = at;

		for (size_t mark = 0; mark < sizeof(known) / sizeof(known[0]); mark++)
			if (letterhead_take(&at, known[mark]))
				break;
		if (at == from)
			return arena_copy(arena, at,
			    *at == '{' ? strcspn(at, "}") + (strchr(at, '}') != NULL) : 1);
	}
	return NULL;
}

/* Whether a character goes on with the figures beside it, as those of another mark do. */
static bool
runs_on(char c)
{
	return (c >= '0' && c <= '9') || c == '{' || c == '}';
}

const char *
letterhead_number_wrong(struct arena *arena, const char *format)
{
	static const char number[] = "{nomor}";
	const char *at = strstr(format, number), *after, *unknown;

	if (at == NULL)
		return "Tulis {nomor} di tempat nomor urutnya, misalnya "
		       "{nomor}/{jenis}/{bulan}/{tahun}.";
	unknown = unknown_mark(arena, format);
	if (unknown != NULL)
		return arena_format(arena,
		    "%s tidak dikenal. Yang dapat dipakai: {nomor}, {jenis}, {bulan} dan {tahun}.",
		    unknown);
	after = at + strlen(number);
	if ((at > format && runs_on(at[-1])) || runs_on(*after))
		return "Beri tanda pemisah sebelum dan sesudah {nomor}, misalnya garis miring, "
		       "supaya tidak menyatu dengan angka lain.";
	if (strstr(after, number) != NULL)
		return "Tulis {nomor} satu kali saja.";
	if (strstr(format, "{tahun}") == NULL)
		return "Tulis {tahun} juga: nomor urut mulai lagi tiap tahun, jadi tanpa tahun "
		       "nomornya terulang.";
	return NULL;
}

void
letterhead_compose(struct context *context, const struct letterhead *letterhead, const char *title,
    const char *agency, struct document_model *model)
{
	struct block *head;

	*model = (struct document_model){ .arena = context->arena,
		.title = title,
		.folio = letterhead->folio,
		.serif = letterhead->serif,
		.large = letterhead->large };
	/* The usual are not said: a paper names what its region has set. */
	for (size_t at = 0; at < MARGINS; at++)
		if (letterhead->margins[at] != usual_margins[at])
			model->margins[at] = letterhead->margins[at];
	head = compose(model, BLOCK_LETTERHEAD, letterhead->crest);
	compose_row(model, head, letterhead->government);
	compose_row(model, head, agency != NULL ? agency : letterhead->office);
	if (agency != NULL)
		return;
	if (*letterhead->address != '\0')
		compose_row(model, head, letterhead->address);
	if (*letterhead->contact != '\0')
		compose_row(model, head, letterhead->contact);
}

const char *
letterhead_today(struct context *context, const struct letterhead *letterhead)
{
	char text[DAY_TEXT];

	return words_date(context->arena, day_format(text, words_today(letterhead->zone)));
}

const char *
letterhead_dated(struct context *context, const struct letterhead *letterhead)
{
	return *letterhead->place == '\0' ?
	    letterhead_today(context, letterhead) :
	    arena_format(context->arena, "%s, %s", letterhead->place,
		letterhead_today(context, letterhead));
}

void
letterhead_sign_head(struct document_model *model, struct block *signatures, const char *dated,
    const char *title, const char *name, const char *rank, const char *nip)
{
	compose_row(model, signatures, dated, title, letterhead_or_else(name, DOTS), rank,
	    arena_format(model->arena, "NIP %s", letterhead_or_else(nip, DOTS)));
}

/* The office of who signs, with "a.n." and "u.b." as official letters have them. */
static const char *
signatory_office(struct arena *arena, const struct signatory *signatory, const char *otherwise)
{
	const char *title = letterhead_or_else(signatory->title, otherwise);

	return arena_format(arena, "%s%s%s%s%s%s", *signatory->behalf != '\0' ? "a.n. " : "",
	    signatory->behalf, *signatory->behalf != '\0' ? "\n" : "", title,
	    *signatory->under != '\0' ? "\nu.b.\n" : "", signatory->under);
}

static void
letterhead_sign_by(struct document_model *model, struct block *signatures,
    const struct signatory *signatory, const char *dated)
{
	letterhead_sign_head(model, signatures, dated,
	    signatory_office(model->arena, signatory, "Ketua Tim Pelaksana"), signatory->name,
	    signatory->rank, signatory->nip);
}

void
letterhead_sign(struct document_model *model, struct block *signatures,
    const struct letterhead *letterhead, const char *dated)
{
	letterhead_sign_by(model, signatures, &letterhead->signatory, dated);
}

void
letterhead_sign_letter(struct document_model *model, struct block *signatures,
    const struct letterhead *letterhead)
{
	const struct signatory *own = &letterhead->letter.signatory;

	letterhead_sign_by(model, signatures,
	    *own->title != '\0' || *own->name != '\0' ? own : &letterhead->signatory, "");
}
