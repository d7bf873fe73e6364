/* SPDX-License-Identifier: ISC */
/*
 * What a cycle of another instance would change here, agency by agency,
 * before anything is changed: new ones, other names, other levels, and what is
 * older than what we have.
 */
#include "transfer/import.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/secret.h"
#include "base/banned.h"

/* ---- what is here ----------------------------------------------------------------- */

/* The rows of one assessment that is here. */
struct held {
	int64_t id, agency_id;
	enum state state;
	size_t answer, answers, move, moves, document, documents;
	bool met;  /* the file has it too */
	bool gone; /* an earlier file had it no more */
};

struct holding {
	struct rows agencies, assessments, answers, moves, documents;
	struct held *held;
	size_t count;
	bool *taken; /* agencies that an agency of the file is */
};

static size_t
run_of(const struct rows *rows, size_t from, int64_t id)
{
	size_t at = from;

	while (at < rows->count && row_int(rows, at, "id") == id)
		at++;
	return at - from;
}

static void
index_held(struct arena *arena, struct holding *holding)
{
	const struct rows *rows = &holding->assessments;
	size_t answer = 0, move = 0, document = 0;

	holding->count = rows->count;
	holding->held = arena_array(arena, rows->count + 1, sizeof(*holding->held));
	for (size_t row = 0; row < rows->count; row++) {
		struct held *held = &holding->held[row];

		held->id = row_int(rows, row, "id");
		held->agency_id = row_int(rows, row, "agency_id");
		held->gone = row_int(rows, row, "gone") != 0;
		state_of(row_text(rows, row, "state"), &held->state);
		held->answer = answer;
		held->answers = run_of(&holding->answers, answer, held->id);
		held->move = move;
		held->moves = run_of(&holding->moves, move, held->id);
		held->document = document;
		held->documents = run_of(&holding->documents, document, held->id);
		answer += held->answers;
		move += held->moves;
		document += held->documents;
	}
}

static int
compare_load(struct db *db, struct taking *taking, struct holding *holding)
{
	const struct {
		struct rows *rows;
		enum statement statement;
	} parts[] = {
		{ &holding->assessments, DB_TAKES(1, STATEMENT_TRANSFER_HELD_ASSESSMENTS) },
		{ &holding->answers, DB_TAKES(1, STATEMENT_TRANSFER_ANSWERS) },
		{ &holding->moves, DB_TAKES(1, STATEMENT_TRANSFER_MOVES) },
		{ &holding->documents, DB_TAKES(1, STATEMENT_TRANSFER_HELD_DOCUMENTS) },
	};
	int result = db_select(db, &holding->agencies, STATEMENT_TRANSFER_HELD_AGENCIES,
	    db_text(taking->package->region_code));

	for (size_t at = 0; result >= 0 && at < sizeof(parts) / sizeof(parts[0]); at++)
		result = db_select_values(db, parts[at].rows, parts[at].statement,
		    DB_VALUES(db_int(taking->cycle_id)));
	if (result < 0)
		return result;
	index_held(taking->arena, holding);
	holding->taken = arena_array(taking->arena, holding->agencies.count + 1,
	    sizeof(*holding->taken));
	return 0;
}

/* ---- the cycle and its instrument ---------------------------------------------------- */

/* A clock that runs ahead would make every later file look old. */
static bool
from_the_future(const char *made_at)
{
	enum { ALLOWED = 3600 };
	time_t then = time(NULL) + ALLOWED;
	char text[40];
	struct tm tm;

	return gmtime_r(&then, &tm) != NULL &&
	    strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", &tm) > 0 && strcmp(made_at, text) > 0;
}

static const char *
compare_refuse(const struct taking *taking, const struct rows *held)
{
	const struct transfer_package *package = taking->package;

	if (from_the_future(package->made_at))
		return arena_format(taking->arena,
		    "Menurut isinya berkas ini "
		    "dibuat %s UTC, padahal saat itu belum tiba. Minta "
		    "server asal membetulkan jam komputernya, lalu "
		    "membuat berkas baru.",
		    package->made_at);
	if (held->count == 0)
		return NULL;
	if (row_int(held, 0, "imported") == 0)
		return arena_format(taking->arena,
		    "Server ini mempunyai "
		    "periode %lld sendiri untuk %s. Periode yang dikerjakan "
		    "di sini tidak pernah ditimpa salinan.",
		    (long long)package->year, package->region_name);
	if (strcmp(package->made_at, taking->held_from) <= 0)
		return arena_format(taking->arena,
		    "Berkas ini dibuat %s UTC, "
		    "lebih lama daripada salinan yang sudah ada (%s UTC). "
		    "Salinan yang lebih baru tidak diganti dengan yang lebih "
		    "lama. Minta berkas terbaru bila memang perlu.",
		    package->made_at, taking->held_from);
	return NULL;
}

static int
compare_cycle(struct db *db, struct taking *taking)
{
	const struct transfer_package *package = taking->package;
	char digest[SHA256_TEXT];
	struct rows held;
	int result = db_select(db, &held, STATEMENT_TRANSFER_HELD, db_int(package->year),
	    db_text(package->region_code));

	if (result < 0)
		return result;
	taking->cycle_id = taking->instrument_id = 0;
	taking->held_from = "";
	taking->cycle_changes = true;
	if (result > 0) {
		taking->cycle_id = row_int(&held, 0, "id");
		taking->held_from = row_text(&held, 0, "made_at");
		taking->cycle_changes = package->reported !=
		    (strcmp(row_text(&held, 0, "state"), "reported") == 0);
		taking->instrument_id = row_int(&held, 0, "instrument_id");
		hex_text(digest, package->sha256, sizeof(package->sha256));
		if (strcmp(row_text(&held, 0, "sha256"), digest) == 0) {
			taking->outcome = OUTCOME_HELD;
			return 0;
		}
	}
	taking->why = compare_refuse(taking, &held);
	taking->outcome = taking->why != NULL ? OUTCOME_REFUSED :
	    result > 0                        ? OUTCOME_NEWER :
						OUTCOME_FIRST;
	return 0;
}

/* At most so many characters of a text. */
static const char *
prefix(struct arena *arena, const char *text, size_t most)
{
	const char *end = text;

	for (; *end != '\0'; end++)
		if (((unsigned char)*end & 0xc0) != 0x80 && most-- == 0)
			break;
	return arena_copy(arena, text, (size_t)(end - text));
}

/* A name that no instrument here has: its own, or with whence and what. */
static int
new_name(struct db *db, struct taking *taking)
{
	const struct transfer_package *package = taking->package;
	unsigned char digest[SHA256_BYTES];
	char hash[SHA256_TEXT];
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_IMPORT_INSTRUMENT_ID,
	    db_text(package->instrument.name));

	taking->instrument_name = package->instrument.name;
	if (result <= 0)
		return result;
	sha256(digest, package->content, strlen(package->content));
	hex_text(hash, digest, 4);
	taking->instrument_name = arena_format(taking->arena, "%s (%s, %s)",
	    prefix(taking->arena, package->instrument.name, 80),
	    prefix(taking->arena, package->region_name, 60), hash);
	return 0;
}

/* An equal published one serves both; a published one never changes. */
static int
compare_instrument(struct db *db, struct taking *taking)
{
	int64_t was = taking->instrument_id;
	struct instrument instrument;
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_TRANSFER_INSTRUMENTS,
	    db_text(taking->package->region_code));

	taking->instrument_id = 0;
	for (size_t row = 0; result >= 0 && row < rows.count; row++) {
		int64_t id = row_int(&rows, row, "id");

		result = instrument_load(db, taking->arena, 0, id, &instrument);
		if (result <= 0 ||
		    strcmp(instrument_content(taking->arena, &instrument),
			taking->package->content) != 0)
			continue;
		taking->instrument_id = id;
		taking->instrument_name = instrument.name;
		if (id == was)
			break;
	}
	if (result >= 0 && taking->instrument_id == 0)
		result = new_name(db, taking);
	taking->instrument_changes = was != 0 && was != taking->instrument_id;
	taking->cycle_changes |= taking->instrument_changes;
	return result < 0 ? result : 0;
}

/* ---- one agency ------------------------------------------------------------------------ */

/* Whom it is here: the same key there, or, the first time, the same name. */
static size_t
compare_find_agency(const struct holding *holding, const struct transfer_package *package,
    const struct package_agency *agency)
{
	const struct rows *rows = &holding->agencies;
	size_t named = rows->count;

	for (size_t row = 0; row < rows->count; row++) {
		bool known = strcmp(row_text(rows, row, "origin"), package->instance) == 0;

		if (known && row_int(rows, row, "origin_id") == agency->id)
			return row;
		if (!known && !holding->taken[row] &&
		    strcasecmp(row_text(rows, row, "name"), agency->name) == 0)
			named = row;
	}
	return named;
}

static void
compare_answers(struct taking *taking, const struct holding *holding, const struct held *held,
    struct difference *difference)
{
	static const char *const columns[TIERS][3] = {
		{ "self_level", "explanation", "overclaim_reason" },
		{ "city_level", "city_reason", "city_recommendation" },
		{ "province_level", "province_reason", "province_recommendation" },
	};
	const struct rows *rows = &holding->answers;
	size_t count = taking->package->instrument.variable_count;

	difference->levels = arena_array(taking->arena, count * TIERS + 1,
	    sizeof(*difference->levels));
	for (size_t at = 0; at < count; at++) {
		const struct package_answer *answer = &difference->agency->answers[at];
		bool here = held != NULL && at < held->answers;
		size_t row = here ? held->answer + at : 0;
		bool levelled = false, worded = false;

		for (int tier = 0; tier < TIERS; tier++) {
			int was = here ? (int)row_int(rows, row, columns[tier][0]) : 0;

			if (was != answer->levels[tier]) {
				difference->levels[difference->level_count++] =
				    (struct level_change){ answer->variable, (enum tier)tier, was,
					    answer->levels[tier] };
				levelled = true;
			}
			for (int text = 0; text < 2; text++)
				worded |= strcmp(here ?
						  row_text(rows, row, columns[tier][text + 1]) :
						  "",
					      answer->texts[tier][text]) != 0;
		}
		difference->worded += worded && !levelled;
	}
}

static void
compare_moves(const struct holding *holding, const struct held *held, struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	const struct rows *rows = &holding->moves;
	size_t at = 0;

	for (; at < held->moves && at < agency->move_count; at++) {
		const struct package_move *move = &agency->moves[at];
		size_t row = held->move + at;

		if (strcmp(row_text(rows, row, "at"), move->at) != 0 ||
		    strcmp(row_text(rows, row, "to_value"), state_code(move->to)) != 0)
			break;
	}
	difference->moves_same = at;
	difference->moves_here = held->moves;
}

/* All that is told of a document, as one text. */
static const char *
document_words(struct arena *arena, const struct package_document *document)
{
	return arena_format(arena,
	    "%d/%d/%d\n%s\n%s\n%s\n%s\n%s\n%s\n%s\n"
	    "%lld\n%s\n%s\n%s\n%s\n%s",
	    document->variable, document->level, document->item, document->title, document->kind,
	    document->number, document->dated, document->period_from, document->period_until,
	    document->sha256, (long long)document->bytes, document->type, document->city.decision,
	    document->city.reason, document->province.decision, document->province.reason);
}

static const char *
row_words(struct arena *arena, const struct rows *rows, size_t row)
{
	struct package_document document = {
		.variable = (int)row_int(rows, row, "variable"),
		.level = (int)row_int(rows, row, "level"),
		.item = (int)row_int(rows, row, "item"),
		.title = row_text(rows, row, "title"),
		.kind = row_text(rows, row, "kind"),
		.number = row_text(rows, row, "number"),
		.dated = row_text(rows, row, "dated"),
		.period_from = row_text(rows, row, "period_from"),
		.period_until = row_text(rows, row, "period_until"),
		.sha256 = row_text(rows, row, "sha256"),
		.bytes = row_int(rows, row, "bytes"),
		.type = row_text(rows, row, "type"),
		.city = { row_text(rows, row, "city_decision"),
		    row_text(rows, row, "city_reason") },
		.province = { row_text(rows, row, "province_decision"),
		    row_text(rows, row, "province_reason") },
	};

	return document_words(arena, &document);
}

static int
by_words(const void *a, const void *b)
{
	const char *const *left = a, *const *right = b;

	return strcmp(*left, *right);
}

static void
compare_documents(struct taking *taking, const struct holding *holding, const struct held *held,
    struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	size_t here = held != NULL ? held->documents : 0, one = 0, other = 0;
	const char **was = arena_array(taking->arena, here + 1, sizeof(*was));
	const char **is = arena_array(taking->arena, agency->document_count + 1, sizeof(*is));

	for (size_t at = 0; at < here; at++)
		was[at] = row_words(taking->arena, &holding->documents, held->document + at);
	for (size_t at = 0; at < agency->document_count; at++)
		is[at] = document_words(taking->arena, &agency->documents[at]);
	qsort(was, here, sizeof(*was), by_words);
	qsort(is, agency->document_count, sizeof(*is), by_words);
	while (one < here || other < agency->document_count) {
		int order = one == here ?
		    1 :
		    other == agency->document_count ?
		    -1 :
		    strcmp(was[one], is[other]);

		difference->removed += order < 0;
		difference->added += order > 0;
		one += order <= 0;
		other += order >= 0;
	}
	difference->documents_same = difference->added == 0 && difference->removed == 0;
}

static struct held *
held_of(struct holding *holding, int64_t agency_id)
{
	for (size_t at = 0; at < holding->count && agency_id != 0; at++)
		if (holding->held[at].agency_id == agency_id)
			return &holding->held[at];
	return NULL;
}

static void
compare_agency(struct taking *taking, struct holding *holding, struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	const struct rows *rows = &holding->agencies;
	size_t row = compare_find_agency(holding, taking->package, agency);
	struct held *held;
	bool shortened = false;

	if (row < rows->count) {
		holding->taken[row] = true;
		difference->agency_id = row_int(rows, row, "id");
		if (strcmp(row_text(rows, row, "name"), agency->name) != 0)
			difference->was_called = row_text(rows, row, "name");
		shortened = strcmp(row_text(rows, row, "short_name"), agency->short_name) != 0;
	}
	held = held_of(holding, difference->agency_id);
	compare_answers(taking, holding, held, difference);
	compare_documents(taking, holding, held, difference);
	if (held != NULL) {
		held->met = true;
		difference->assessment_id = held->id;
		difference->was = held->state;
		compare_moves(holding, held, difference);
	}
	difference->same = held != NULL && difference->was_called == NULL && !shortened &&
	    held->state == agency->state && difference->level_count == 0 &&
	    difference->worded == 0 && difference->documents_same &&
	    difference->moves_same == difference->moves_here &&
	    difference->moves_same == agency->move_count && !taking->instrument_changes;
}

static void
compare_add_up(struct taking *taking, const struct difference *difference)
{
	taking->fresh += difference->agency_id == 0;
	taking->renamed += difference->was_called != NULL;
	taking->stated += difference->assessment_id != 0 &&
	    difference->was != difference->agency->state;
	taking->levelled += difference->level_count;
	taking->added += difference->added;
	taking->removed += difference->removed;
	taking->changed += !difference->same;
}

static void
find_missing(struct taking *taking, const struct holding *holding)
{
	const struct rows *rows = &holding->agencies;

	taking->missing = arena_array(taking->arena, holding->count + 1, sizeof(*taking->missing));
	for (size_t at = 0; at < holding->count; at++)
		for (size_t row = 0;
		     row < rows->count && !holding->held[at].met && !holding->held[at].gone; row++)
			if (row_int(rows, row, "id") == holding->held[at].agency_id)
				taking->missing[taking->missing_count++] = row_text(rows, row,
				    "name");
}

int
transfer_compare(struct db *db, struct taking *taking)
{
	const struct transfer_package *package = taking->package;
	struct holding holding = { .count = 0 };
	int result = compare_cycle(db, taking);

	if (result != 0 || taking->outcome == OUTCOME_REFUSED || taking->outcome == OUTCOME_HELD)
		return result;
	result = compare_instrument(db, taking);
	if (result == 0)
		result = compare_load(db, taking, &holding);
	if (result != 0)
		return result;
	taking->fresh = taking->renamed = taking->stated = 0;
	taking->levelled = taking->added = taking->removed = 0;
	taking->changed = taking->missing_count = 0;
	taking->differences = arena_array(taking->arena, package->count + 1,
	    sizeof(*taking->differences));
	for (size_t at = 0; at < package->count; at++) {
		taking->differences[at].agency = &package->agencies[at];
		compare_agency(taking, &holding, &taking->differences[at]);
		compare_add_up(taking, &taking->differences[at]);
	}
	find_missing(taking, &holding);
	return 0;
}
