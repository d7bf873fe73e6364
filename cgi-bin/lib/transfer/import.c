/* SPDX-License-Identifier: ISC */
/*
 * A cycle of another instance is taken over: region, instrument,
 * assessments, answers, documents and history, in one transaction and only
 * while it is still what was compared.
 */
#include "transfer/import.h"

#include <stdio.h>
#include <string.h>

#include "store/agency.h"
#include "store/history.h"
#include "store/sums.h"
#include "base/banned.h"

enum { CONFLICT = 409 };

/* The items of the instrument here, by where they stand. */
struct items {
	struct rows rows;
	size_t next;
};

static int64_t
item_key(struct items *items, const struct package_document *document)
{
	const struct rows *rows = &items->rows;

	for (size_t tries = 0; tries < rows->count; tries++) {
		size_t at = (items->next + tries) % rows->count;

		if (row_int(rows, at, "variable") == document->variable &&
		    row_int(rows, at, "level") == document->level &&
		    row_int(rows, at, "item") == document->item) {
			items->next = at;
			return row_int(rows, at, "id");
		}
	}
	return 0;
}

static int64_t
variable_key(const struct items *items, int number)
{
	const struct rows *rows = &items->rows;

	for (size_t at = 0; at < rows->count; at++)
		if (row_int(rows, at, "variable") == number)
			return row_int(rows, at, "variable_id");
	return 0;
}

/* ---- where it belongs --------------------------------------------------------- */

static int
make_region(struct db *db, struct taking *taking)
{
	const struct transfer_package *package = taking->package;
	char province[3] = { package->region_code[0], package->region_code[1] };
	struct rows above;
	int64_t parent = 0;
	int result;

	if (strlen(package->region_code) > 2) {
		result = db_select(db, &above, STATEMENT_TRANSFER_REGION, db_text(province));
		if (result < 0)
			return result;
		if (result == 0) {
			taking->why = arena_format(taking->arena,
			    "Provinsi "
			    "dengan kode %s belum ada di sini. Daftarkan "
			    "dahulu di halaman Daerah.",
			    province);
			return CONFLICT;
		}
		parent = row_int(&above, 0, "id");
	}
	result = db_run(db, STATEMENT_TRANSFER_REGION_ADD, db_key(parent),
	    db_text(package->region_code), db_text(package->region_name),
	    db_text(package->region_kind), db_text(package->timezone));
	if (result < 0)
		return result;
	taking->region_id = db_last_key(db);
	return history_add(db,
	    &(struct change){ .subject = "region",
		.account_id = taking->by,
		.region_id = taking->region_id,
		.subject_id = taking->region_id,
		.to = package->region_name,
		.reason = "Dibuat dari berkas server lain" });
}

/* Locked, so that there is one take-over of a region at a time. */
static int
import_find_region(struct db *db, struct taking *taking)
{
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_TRANSFER_REGION_HOLD,
	    db_text(taking->package->region_code));

	if (result > 0)
		taking->region_id = row_int(&rows, 0, "id");
	return result > 0 ? 0 : result < 0 ? result : make_region(db, taking);
}

static int
find_instrument(struct db *db, struct taking *taking)
{
	struct instrument instrument = taking->package->instrument;

	if (taking->instrument_id != 0)
		return 0;
	instrument.name = taking->instrument_name;
	return instrument_put(db, &instrument, true, taking->by, &taking->instrument_id);
}

static int
put_cycle(struct db *db, struct taking *taking)
{
	const struct transfer_package *package = taking->package;
	const char *state = package->reported ? "reported" : "open";
	struct db_value reported = package->reported ? db_text(package->reported_at) : db_null();
	int result;

	if (taking->cycle_id != 0)
		return db_run(db, STATEMENT_TRANSFER_CYCLE_UPDATE, db_int(taking->instrument_id),
		    db_int(package->province_tier), db_text(package->start_date),
		    db_text(package->letter_number), db_text(state), db_text(package->opened_at),
		    reported, db_int(taking->cycle_id));
	result = db_run(db, STATEMENT_TRANSFER_CYCLE_ADD, db_int(taking->region_id),
	    db_int(taking->instrument_id), db_int(package->year), db_int(package->province_tier),
	    db_text(package->start_date), db_text(package->letter_number), db_text(state),
	    db_text(package->opened_at), reported);
	taking->cycle_id = db_last_key(db);
	return result;
}

static int
put_steps(struct db *db, const struct taking *taking)
{
	int result = 0;

	for (int at = 0; result >= 0 && at < WORKFLOW_STEPS; at++) {
		const struct package_step *step = &taking->package->steps[at];

		result = db_run(db, STATEMENT_CYCLE_STEP_PUT, db_int(taking->cycle_id),
		    db_int(at + 1), db_int(step->working_days), db_text(step->from),
		    db_text(step->until));
	}
	return result;
}

/* ---- one agency ------------------------------------------------------------------ */

static struct db_value
level(int number)
{
	return db_key(number);
}

/* What the words of an answer said before the copy is brought up to date. */
static int
keep_copied_words(struct db *db, const struct taking *taking, int64_t assessment_id,
    int64_t variable_id, const char *const words[2])
{
	int result = db_run(db, STATEMENT_TRANSFER_WORDS_CHANGED, db_key(taking->by),
	    db_key(taking->by), db_text(db_address(db)), db_int(taking->region_id),
	    db_int(assessment_id), db_int(variable_id), db_text(words[0]), db_text(words[1]));

	return result <= 0 ?
	    result :
	    db_run(db, STATEMENT_TRANSFER_WORDS_KEEP, db_int(db_last_key(db)),
		db_int(assessment_id), db_int(variable_id));
}

static int
put_answers(struct db *db, const struct taking *taking, const struct items *items,
    const struct difference *difference, bool held)
{
	size_t count = taking->package->instrument.variable_count;
	int result = 0;

	for (size_t at = 0; result >= 0 && at < count; at++) {
		const struct package_answer *answer = &difference->agency->answers[at];
		const char *const(*texts)[2] = (const char *const(*)[2])answer->texts;

		if (held)
			result = keep_copied_words(db, taking, difference->assessment_id,
			    variable_key(items, answer->variable), texts[TIER_SELF]);
		if (result < 0)
			break;
		result = db_run(db, STATEMENT_TRANSFER_ANSWER_PUT,
		    db_int(difference->assessment_id),
		    db_int(variable_key(items, answer->variable)), level(answer->levels[TIER_SELF]),
		    db_text(texts[TIER_SELF][0]), db_text(texts[TIER_SELF][1]),
		    level(answer->levels[TIER_CITY]), db_text(texts[TIER_CITY][0]),
		    db_text(texts[TIER_CITY][1]), level(answer->levels[TIER_PROVINCE]),
		    db_text(texts[TIER_PROVINCE][0]), db_text(texts[TIER_PROVINCE][1]));
	}
	return result;
}

static struct db_value
day(const char *text)
{
	return *text != '\0' ? db_text(text) : db_null();
}

static int
put_document(struct db *db, struct items *items, int64_t assessment_id,
    const struct package_document *document)
{
	bool stored = *document->sha256 != '\0';

	return db_run(db, STATEMENT_TRANSFER_DOCUMENT_ADD, db_int(assessment_id),
	    db_int(item_key(items, document)), db_text(document->title), db_text(document->kind),
	    db_text(document->number), day(document->dated), day(document->period_from),
	    day(document->period_until), day(document->sha256),
	    stored ? db_int(document->bytes) : db_null(), db_text(document->type),
	    day(document->city.decision), db_text(document->city.reason),
	    day(document->province.decision), db_text(document->province.reason));
}

static int
put_documents(struct db *db, struct items *items, const struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	int result = db_run(db, STATEMENT_TRANSFER_DOCUMENTS_CLEAR,
	    db_int(difference->assessment_id));

	for (size_t at = 0; result >= 0 && at < agency->document_count; at++)
		result = put_document(db, items, difference->assessment_id, &agency->documents[at]);
	return result;
}

static int
put_moves(struct db *db, const struct taking *taking, const struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	size_t from = difference->moves_same;
	int result = 0;

	if (from < difference->moves_here) {
		result = db_run(db, STATEMENT_TRANSFER_MOVES_CLEAR,
		    db_int(difference->assessment_id));
		from = 0;
	}
	for (size_t at = from; result >= 0 && at < agency->move_count; at++)
		result = db_run(db, STATEMENT_TRANSFER_MOVE_ADD, db_text(agency->moves[at].at),
		    db_int(taking->region_id), db_int(difference->agency_id),
		    db_int(difference->assessment_id), db_int(difference->assessment_id),
		    db_text(state_code(agency->moves[at].from)),
		    db_text(state_code(agency->moves[at].to)), db_text("Di server asal"));
	return result;
}

static int
put_assessment(struct db *db, const struct taking *taking, struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	struct db_value opened = agency->move_count > 0 ? db_text(agency->moves[0].at) : db_null();
	int result;

	if (difference->assessment_id != 0)
		return db_run(db, STATEMENT_TRANSFER_ASSESSMENT_UPDATE,
		    db_text(state_code(agency->state)), opened, db_int(difference->assessment_id));
	result = db_run(db, STATEMENT_TRANSFER_ASSESSMENT_ADD, db_int(taking->cycle_id),
	    db_int(difference->agency_id), db_text(state_code(agency->state)), opened);
	difference->assessment_id = db_last_key(db);
	return result;
}

/* Under its name of now; what had that name until now has another one. */
static int
put_agency(struct db *db, const struct taking *taking, struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	int result;

	if (difference->agency_id != 0) {
		result = db_run(db, STATEMENT_TRANSFER_AGENCY_RENAME, db_text(agency->name),
		    db_text(agency->short_name), db_int(difference->agency_id));
	} else {
		result = db_run(db, STATEMENT_TRANSFER_AGENCY_ADD, db_int(taking->region_id),
		    db_text(agency->name), db_text(agency->short_name));
		difference->agency_id = db_last_key(db);
	}
	if (result < 0)
		return result;
	return db_run(db, STATEMENT_TRANSFER_AGENCY_FROM, db_int(difference->agency_id),
	    db_text(taking->package->instance), db_int(agency->id));
}

static int
put_one(struct db *db, const struct taking *taking, struct items *items,
    struct difference *difference)
{
	bool held = difference->assessment_id != 0;
	bool again = taking->instrument_changes && held;
	int result = put_agency(db, taking, difference);

	if (result >= 0 && difference->assessment_id != 0)
		result = db_run(db, STATEMENT_TRANSFER_STAY, db_int(difference->assessment_id));
	if (result < 0 || difference->same)
		return result;
	result = put_assessment(db, taking, difference);
	if (result >= 0 && again)
		result = db_run(db, STATEMENT_TRANSFER_ANSWERS_CLEAR,
		    db_int(difference->assessment_id));
	if (result >= 0)
		result = put_answers(db, taking, items, difference, held && !again);
	if (result >= 0 && (again || !difference->documents_same))
		result = put_documents(db, items, difference);
	return result < 0 ? result : put_moves(db, taking, difference);
}

/* Two that swap their names: each steps aside before any takes its new one. */
static int
step_aside(struct db *db, const struct taking *taking)
{
	int result = 0;

	for (size_t at = 0; result >= 0 && at < taking->package->count; at++) {
		const struct difference *difference = &taking->differences[at];

		if (difference->was_called == NULL)
			continue;
		/* Older years keep the name that they came with. */
		result = agency_keep_names(db, difference->agency_id, taking->package->year);
		if (result == 0)
			result = db_run(db, STATEMENT_TRANSFER_AGENCY_RENAME,
			    db_text(arena_format(taking->arena, "~%lld",
				(long long)difference->agency_id)),
			    db_text(difference->agency->short_name), db_int(difference->agency_id));
	}
	return result;
}

/* ---- the whole --------------------------------------------------------------------- */

static int
import_record(struct db *db, const struct taking *taking)
{
	const struct transfer_package *package = taking->package;
	struct arena *arena = taking->arena;

	return history_add(db,
	    &(struct change){ .subject = "cycle",
		.account_id = taking->by,
		.region_id = taking->region_id,
		.subject_id = taking->cycle_id,
		.from = *taking->held_from == '\0' ?
		    "" :
		    arena_format(arena, "Salinan yang dibuat %s UTC", taking->held_from),
		.to = arena_format(arena, "Salinan yang dibuat %s UTC", package->made_at),
		.reason = arena_format(arena,
		    "Diambil alih dari server "
		    "%s: %zu perangkat daerah, %zu berubah (%zu baru, %zu berganti "
		    "nama, %zu berganti status), %zu tingkat, dokumen +%zu −%zu",
		    *package->site != '\0' ? package->site : package->region_name, package->count,
		    taking->changed, taking->fresh, taking->renamed, taking->stated,
		    taking->levelled, taking->added, taking->removed) });
}

static int
import_put_all(struct db *db, struct taking *taking)
{
	struct items items = { .next = 0 };
	int result = find_instrument(db, taking);

	if (result >= 0)
		result = db_select(db, &items.rows, STATEMENT_TRANSFER_ITEMS,
		    db_int(taking->instrument_id));
	if (result >= 0)
		result = put_cycle(db, taking);
	if (result >= 0)
		result = put_steps(db, taking);
	if (result >= 0)
		result = step_aside(db, taking);
	if (result >= 0)
		result = db_run(db, STATEMENT_TRANSFER_LEAVE, db_int(taking->cycle_id));
	for (size_t at = 0; result >= 0 && at < taking->package->count; at++)
		result = put_one(db, taking, &items, &taking->differences[at]);
	if (result >= 0)
		result = sums_forget(db, taking->cycle_id);
	if (result >= 0)
		result = db_run(db, STATEMENT_TRANSFER_CYCLE_FROM, db_int(taking->cycle_id),
		    db_int(taking->package_id), db_text(taking->package->instance));
	if (result >= 0)
		result = db_run(db, STATEMENT_TRANSFER_PACKAGE_TAKEN, db_key(taking->by),
		    db_int(taking->package_id));
	return result < 0 ? result : import_record(db, taking);
}

static int
import_take(struct db *db, void *argument)
{
	struct taking *taking = argument;
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_TRANSFER_PACKAGE_HOLD,
	    db_int(taking->package_id));

	if (result == 0)
		return DB_FAILED;
	if (result > 0)
		result = import_find_region(db, taking);
	/* Seen again behind the lock: whoever was faster has been told. */
	if (result == 0)
		result = transfer_compare(db, taking);
	if (result != 0)
		return result;
	switch (taking->outcome) {
	case OUTCOME_HELD:
		return 0;
	case OUTCOME_REFUSED:
		return CONFLICT;
	default:
		return import_put_all(db, taking);
	}
}

int
transfer_import(struct db *db, struct taking *taking)
{
	int result = db_txn_world(db, import_take, taking);

	if (result == DB_DUPLICATE)
		taking->why = "Satu nama perangkat daerah di berkas ini sudah "
			      "dipakai perangkat daerah lain di daerah yang sama. Ubah "
			      "dahulu nama yang di sini, lalu ambil alih lagi.";
	return result;
}
