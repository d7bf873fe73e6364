/* SPDX-License-Identifier: ISC */
/*
 * What the library is asked for, from its address to the rows: filters,
 * search, pages.  Flags and twins are found by the rule itself, not by a
 * second one in SQL.
 */
#include "upload/library.h"

#include <ctype.h>
#include <string.h>

#include "document/export.h"
#include "rules/quality.h"
#include "frame/kept.h"
#include "base/banned.h"

static const char *const shows[] = { "unused", "linked", "accepted", "rejected", "flagged", "twin",
	"outside", "archived", NULL };

const struct field library_fields[] = {
	[FILTER_TEXT] = { .name = "q", .kind = FIELD_TEXT, .label = "Kata" },
	[FILTER_KIND] = { .name = "kind",
	    .kind = FIELD_CHOICE,
	    .label = "Jenis dokumen",
	    .choices = document_kinds },
	[FILTER_SHOW] = { .name = "show",
	    .kind = FIELD_CHOICE,
	    .label = "Status",
	    .choices = shows },
	[FILTER_YEAR] = { .name = "year",
	    .kind = FIELD_NUMBER,
	    .label = "Tahun penilaian",
	    .min = 2000,
	    .max = 2100 },
	[FILTER_VARIABLE] = { .name = "variable",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .min = 1,
	    .max = 60 },
	[FILTER_PERIOD] = { .name = "period",
	    .kind = FIELD_NUMBER,
	    .label = "Masa berlaku",
	    .min = 2000,
	    .max = 2100 },
	[FILTER_AGENCY] = { .name = "agency",
	    .kind = FIELD_NUMBER,
	    .label = "Perangkat daerah",
	    .min = 1,
	    .max = UINT32_MAX },
	[FILTER_PAGE] = { .name = "page",
	    .kind = FIELD_NUMBER,
	    .label = "Halaman",
	    .min = 1,
	    .max = 100000 },
	[FILTER_MARK] = EXPORT_MARK,
	{ .name = NULL },
};

static bool
given(const struct library *library, int field)
{
	return *form_text(&library->context->form, field) != '\0';
}

/* The agencies of a team, and the one that it has chosen. */
static int
filter_read_agency(struct library *library)
{
	struct context *context = library->context;
	int64_t wanted = form_number(&context->form, FILTER_AGENCY);
	struct scope scope = assessment_scope(context);
	int result;

	library->zone = context->actor.zone;
	if (context_may(context, UPLOAD_OWNERS)) {
		library->agency = context->actor.agency_id;
		return wanted == 0 || wanted == library->agency ? 0 : 404;
	}
	result = db_select(context->db, &library->agencies, STATEMENT_UPLOAD_LIBRARY_AGENCIES,
	    scope.region, scope.parent);
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < library->agencies.count; row++)
		if (row_int(&library->agencies, row, "id") == wanted) {
			library->agency = wanted;
			library->zone = row_text(&library->agencies, row, "timezone");
		}
	return library->agency == wanted ? 0 : 404;
}

int
library_read(struct library *library, struct context *context)
{
	const struct form *form = &context->form;

	*library = (struct library){ .context = context,
		.found = "",
		.found_all = true,
		.show = SHOW_ALL,
		.page = 1,
		.rows = LIBRARY_ROWS };
	/* Words are typed; addresses with other such values are not followed. */
	if (!form_ok(form))
		return form->values[FILTER_TEXT].error != NULL ? 400 : 404;
	if (given(library, FILTER_SHOW))
		library->show = (enum show)form_number(form, FILTER_SHOW);
	if (given(library, FILTER_PAGE))
		library->page = form_number(form, FILTER_PAGE);
	search_read(&library->search, context->arena, form_text(form, FILTER_TEXT));
	return filter_read_agency(library);
}

bool
library_asked(const struct library *library)
{
	return library->agency != 0 || *library->search.text != '\0';
}

bool
library_filtered(const struct library *library)
{
	for (int field = 0; field < FILTER_AGENCY; field++)
		if (given(library, field))
			return true;
	return false;
}

/* ---- the address ---------------------------------------------------------------- */

static void
add_pair(struct buffer *query, const char *name, const char *value)
{
	buffer_char(query, query->length == 0 ? '?' : '&');
	buffer_text(query, name);
	buffer_char(query, '=');
	for (; *value != '\0'; value++)
		if (isalnum((unsigned char)*value))
			buffer_char(query, *value);
		else
			buffer_format(query, "%%%02X", (unsigned char)*value);
}

const char *
library_address(const struct library *library, int64_t page)
{
	struct context *context = library->context;
	struct buffer query = { .arena = context->arena };

	buffer_text(&query, "");
	for (int field = 0; field < FILTER_PAGE; field++)
		if (given(library, field))
			add_pair(&query, library_fields[field].name,
			    form_text(&context->form, field));
	if (page > 1)
		add_pair(&query, "page", arena_format(context->arena, "%lld", (long long)page));
	return arena_format(context->arena, "/upload/%s", query.bytes);
}

const char *
library_search_address(const struct library *library, const char *text)
{
	struct context *context = library->context;
	struct buffer query = { .arena = context->arena };

	add_pair(&query, library_fields[FILTER_TEXT].name, text);
	if (given(library, FILTER_AGENCY))
		add_pair(&query, library_fields[FILTER_AGENCY].name,
		    form_text(&context->form, FILTER_AGENCY));
	return arena_format(context->arena, "/upload/%s", query.bytes);
}

/* ---- documents by number ---------------------------------------------------------- */

static void
add_key(struct buffer *keys, int64_t key)
{
	buffer_format(keys, "%s%lld", keys->length > 0 ? "," : "", (long long)key);
}

/* "agency7", or "(region2 region3)" of a team that has not chosen. */
static const char *
scope_words(const struct library *library)
{
	struct arena *arena = library->context->arena;
	struct buffer words = { .arena = arena };
	int64_t last = 0;

	if (library->agency != 0)
		return arena_format(arena, "agency%lld", (long long)library->agency);
	buffer_char(&words, '(');
	for (size_t row = 0; row < library->agencies.count; row++) {
		int64_t region = row_int(&library->agencies, row, "region_id");

		if (region != last)
			buffer_format(&words, "%sregion%lld", last != 0 ? " " : "",
			    (long long)region);
		last = region;
	}
	buffer_char(&words, ')');
	return words.bytes;
}

int
library_texts(struct context *context, const struct search *search, const char *scope_word,
    const char **found, bool *all)
{
	struct scope scope = assessment_scope(context);
	struct buffer keys = { .arena = context->arena };
	const char *words;
	struct rows rows;
	int result;

	*found = "";
	*all = true;
	if (!search_inside(search))
		return 0;
	words = search_boolean(search, context->arena, scope_word);
	result = kept_select(context, &rows, STATEMENT_UPLOAD_LIBRARY_TEXTS, db_text(words),
	    scope.agency, scope.region, scope.parent, db_text(search->parts[0]),
	    db_text(search->parts[0]), db_text(search->parts[1]), db_text(search->parts[1]),
	    db_text(words), db_int(LIBRARY_FOUND));
	if (result < 0)
		return result;
	buffer_text(&keys, "");
	for (size_t row = 0; row < rows.count; row++)
		add_key(&keys, row_int(&rows, row, "id"));
	*found = keys.bytes;
	*all = rows.count < LIBRARY_FOUND;
	return 0;
}

/* The documents with flags, or the twins: the rule is asked, not written
 * once more in SQL. */
static int
find_only(struct library *library)
{
	struct context *context = library->context;
	struct buffer keys = { .arena = context->arena };
	struct document_flags flags;
	int result;

	if (library->show != SHOW_FLAGGED && library->show != SHOW_TWIN)
		return 0;
	buffer_text(&keys, "0");
	result = library->agency == 0 ?
	    0 :
	    flags_load(context, library->agency, library->zone,
		(struct document_range){ .last = INT64_MAX }, &flags);
	for (int row = 0; row < result; row++) {
		int64_t id = row_int(&flags.rows, (size_t)row, "id");
		unsigned mask = flags_of(&flags, id);

		/* That nothing uses it has a choice of its own. */
		if (library->show == SHOW_FLAGGED ? (mask & ~QUALITY_FLAG(QUALITY_UNUSED)) != 0 :
						    (mask & QUALITY_FLAG(QUALITY_TWIN)) != 0)
			add_key(&keys, id);
	}
	library->only = keys.bytes;
	return result < 0 ? result : 0;
}

/* ---- the rows ------------------------------------------------------------------------ */

/* "Not used" means in the assessment that is open now; where there is none,
 * or another year is asked for, in any. */
static int64_t
unused_in(const struct library *library)
{
	struct context *context = library->context;
	struct rows rows;

	if (library->show != SHOW_UNUSED || given(library, FILTER_YEAR))
		return 0;
	return kept_select(context, &rows, STATEMENT_UPLOAD_ASSESSMENTS, db_int(library->agency)) >
		0 ?
	    row_int(&rows, 0, "id") :
	    0;
}

/* 0: links do not matter, 1: one is wanted, 2: there is none. */
static int
link_wanted(const struct library *library)
{
	if (library->show == SHOW_UNUSED)
		return 2;
	return library->show == SHOW_LINKED || library->show == SHOW_ACCEPTED ||
	    library->show == SHOW_REJECTED || given(library, FILTER_YEAR) ||
	    given(library, FILTER_VARIABLE);
}

int
library_select(struct library *library, struct rows *rows)
{
	struct context *context = library->context;
	const struct form *form = &context->form;
	const struct search *search = &library->search;
	struct scope scope = assessment_scope(context);
	const char *kind = form_text(form, FILTER_KIND);
	const char *period = form_text(form, FILTER_PERIOD);
	const char *decision = library->show == SHOW_ACCEPTED ?
	    "accepted" :
	    library->show == SHOW_REJECTED ?
	    "rejected" :
	    "";
	int64_t year = form_number(form, FILTER_YEAR);
	int64_t variable = form_number(form, FILTER_VARIABLE);
	int64_t open = unused_in(library);
	int told = !context_may(context, UPLOAD_OWNERS);
	int wanted = link_wanted(library);
	enum statement statement = DB_TAKES(32, STATEMENT_UPLOAD_LIBRARY);
	const struct db_value *values;
	int result = library_texts(context, search, scope_words(library), &library->found,
	    &library->found_all);

	if (result == 0)
		result = find_only(library);
	if (result < 0)
		return result;
	values = DB_VALUES(db_text(search_anchor(search, context->arena)), scope.agency,
	    scope.region, scope.parent, db_int(library->agency), db_int(library->agency),
	    db_int(library->show == SHOW_ARCHIVED), db_text(kind), db_text(kind),
	    db_text(search->pattern), db_text(search->pattern), db_text(library->found),
	    db_text(library->only), db_text(library->only),
	    db_int(form_number(form, FILTER_PERIOD)),
	    db_text(arena_format(context->arena, "%s-12-31", period)),
	    db_text(arena_format(context->arena, "%s-01-01", period)),
	    db_int(library->show == SHOW_OUTSIDE), db_int(wanted), db_int(wanted), db_int(year),
	    db_int(year), db_int(variable), db_int(variable), db_key(open), db_key(open),
	    db_text(decision), db_int(told), db_int(told), db_text(decision), db_int(library->rows),
	    db_int((library->page - 1) * library->rows));
	/* What may be told of a decision hangs on the state besides. */
	return *decision == '\0' ?
	    kept_select_values(context, rows, statement, values) :
	    db_select_values(context->db, rows, statement, values);
}
