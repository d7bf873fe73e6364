/* SPDX-License-Identifier: ISC */
/*
 * A transfer file read back, every member checked for form and length, every
 * problem told with its place: it was made elsewhere, perhaps by another
 * program.
 */
#include "transfer/package.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rules/calendar.h"
#include "base/banned.h"

/* Lengths in characters, as in the schema of the database. */
enum {
	NAME_LENGTH = 200,
	SHORT_MAX = 40,
	TITLE_MAX = 200,
	NUMBER_LENGTH = 80,
	TYPE_MAX = 100,
	REASON_MAX = 1000,
	TEXT_MAX = 15000,
	ITEMS_MAX = INSTRUMENT_ITEMS_MAX + 1,
	VARIABLES_MAX = INSTRUMENT_VARIABLES_MAX,
	LEVELS = INSTRUMENT_LEVELS,
	BASE64_MAX = PACKAGE_BYTES_MAX
};

static const struct json_limits envelope_limits = { .bytes = PACKAGE_BYTES_MAX,
	.depth = 2,
	.values = 8 };
static const struct json_limits head_limits = { .bytes = 1000, .depth = 2, .values = 16 };
/* A region of 200 agencies with 100 documents each has some 330,000 values;
 * they take 100 MB while they are read. */
static const struct json_limits payload_limits = { .bytes = PACKAGE_BYTES_MAX,
	.depth = 10,
	.values = 400000 };

/* ---- values ------------------------------------------------------------------ */

static const char *
text(struct json_problems *problems, struct json *object, const char *name, size_t max,
    unsigned flags)
{
	return json_as_text(problems, json_member(problems, object, name, JSON_REQUIRED), max,
	    flags);
}

/* "" for null. */
static const char *
read_text_or_null(struct json_problems *problems, struct json *object, const char *name, size_t max)
{
	return json_as_text(problems, json_member(problems, object, name, JSON_NULLABLE), max,
	    JSON_FILLED);
}

static int64_t
whole(struct json_problems *problems, struct json *object, const char *name, int64_t min,
    int64_t max)
{
	int64_t number = min;

	json_as_whole(problems, json_member(problems, object, name, JSON_REQUIRED), min, max,
	    &number);
	return number;
}

/* The word, or "" after a problem. */
static const char *
choice(struct json_problems *problems, struct json *object, const char *name,
    enum json_presence presence, const char *const *words)
{
	int at = json_as_choice(problems, json_member(problems, object, name, presence), words);

	return at < 0 ? "" : words[at];
}

static bool
read_digits(const char *text, const char *form)
{
	for (; *form != '\0'; form++, text++)
		if (*form == '0'     ? *text < '0' || *text > '9' :
			*form == 'f' ? *text == '\0' || strchr("0123456789abcdef", *text) == NULL :
				       *text != *form)
			return false;
	return *text == '\0';
}

static const char *
date(struct json_problems *problems, struct json *object, const char *name,
    enum json_presence presence)
{
	const struct json *value = json_member(problems, object, name, presence);
	const char *day = json_as_text(problems, value, DAY_TEXT, JSON_FILLED);

	if (value == NULL || *day == '\0')
		return "";
	if (read_digits(day, "0000-00-00") && day_parse(day) != DAY_NONE)
		return day;
	json_problem(problems, value,
	    "Harus tanggal yang ada, ditulis "
	    "seperti 2026-11-21.");
	return "";
}

/* "2026-11-21T02:32:10.123Z" -> "2026-11-21 02:32:10.123" */
static const char *
moment(struct json_problems *problems, struct json *object, const char *name,
    enum json_presence presence)
{
	const struct json *value = json_member(problems, object, name, presence);
	const char *said = json_as_text(problems, value, 40, JSON_FILLED);
	char *time = arena_text(problems->arena, said);

	if (value == NULL || *said == '\0')
		return "";
	if (read_digits(said, "0000-00-00T00:00:00.000Z")) {
		time[10] = time[13] = time[16] = time[19] = time[23] = '\0';
		if (day_parse(time) != DAY_NONE && strcmp(time + 11, "24") < 0 &&
		    strcmp(time + 14, "60") < 0 && strcmp(time + 17, "60") < 0)
			return arena_format(problems->arena, "%s %s:%s:%s.%s", time, time + 11,
			    time + 14, time + 17, time + 20);
	}
	json_problem(problems, value,
	    "Harus waktu UTC, ditulis seperti "
	    "2026-11-21T02:32:10.123Z.");
	return "";
}

/* ---- the envelope -------------------------------------------------------------- */

static bool
read_head(struct json_problems *problems, const char *bytes, size_t length,
    struct envelope *envelope)
{
	static const char *const algorithms[] = { "EdDSA", NULL };
	static const char *const types[] = { "matang-cycle+jws", NULL };
	struct json *head = json_read(problems, bytes, length, &head_limits);

	head = json_as_object(problems, head);
	choice(problems, head, "alg", JSON_REQUIRED, algorithms);
	choice(problems, head, "typ", JSON_REQUIRED, types);
	envelope->key_id = text(problems, head, "kid", PUBLIC_KEY_TEXT, JSON_FILLED);
	/* RFC 7515, 4.1.11: "crit" and all that we do not know. */
	json_refuse_others(problems, head);
	return problems->count == 0;
}

bool
envelope_open(struct json_problems *problems, const char *file, size_t length,
    struct envelope *envelope)
{
	struct arena *arena = problems->arena;
	struct json *outer = json_as_object(problems,
	    json_read(problems, file, length, &envelope_limits));
	const char *protected = text(problems, outer, "protected", 1000, JSON_FILLED);
	const char *payload = text(problems, outer, "payload", BASE64_MAX, JSON_FILLED);
	const char *signature = text(problems, outer, "signature", 100, JSON_FILLED);
	size_t bytes = 0, head_length = 0;
	char *head, *raw;

	json_refuse_others(problems, outer);
	if (problems->count > 0)
		return false;
	head = base64url_bytes(arena, protected, strlen(protected), &head_length);
	envelope->payload = base64url_bytes(arena, payload, strlen(payload),
	    &envelope->payload_length);
	raw = base64url_bytes(arena, signature, strlen(signature), &bytes);
	if (head == NULL || envelope->payload == NULL || raw == NULL || bytes != SIGNATURE_BYTES) {
		json_problem(problems, NULL,
		    "Tanda tangan berkas ini rusak dan "
		    "tidak terbaca. Minta berkasnya dikirim ulang, "
		    "tanpa dibuka dengan program lain.");
		return false;
	}
	memcpy(envelope->signature, raw, SIGNATURE_BYTES);
	envelope->signed_part = arena_format(arena, "%s.%s", protected, payload);
	envelope->signed_length = strlen(envelope->signed_part);
	return read_head(problems, head, head_length, envelope);
}

/* ---- the instrument ---------------------------------------------------------------- */

const char *
instrument_content(struct arena *arena, const struct instrument *instrument)
{
	struct instrument nameless = *instrument;
	struct buffer content = { .arena = arena };

	nameless.name = "";
	instrument_write(&content, &nameless);
	return content.bytes;
}

/* ---- one agency --------------------------------------------------------------------- */

/* From "not started", each move goes on where the one before ended. */
static void
read_moves(struct json_problems *problems, struct json *object, const char *made_at,
    struct package_agency *agency)
{
	struct json *list = json_as_list(problems,
	    json_member(problems, object, "moves", JSON_REQUIRED), 0, PACKAGE_MOVES_MAX);
	enum state now = STATE_NOT_STARTED;
	const char *last = "";

	agency->move_count = json_count(list);
	agency->moves = arena_array(problems->arena, agency->move_count + 1,
	    sizeof(*agency->moves));
	for (size_t at = 0; at < agency->move_count; at++) {
		struct package_move *move = &agency->moves[at];
		struct json *one = json_as_object(problems, json_at(list, at));
		const char *from = text(problems, one, "from", 20, JSON_FILLED);
		const char *to = text(problems, one, "to", 20, JSON_FILLED);

		move->at = moment(problems, one, "at", JSON_REQUIRED);
		json_refuse_others(problems, one);
		if (one == NULL)
			continue;
		if (!state_of(from, &move->from) || !state_of(to, &move->to) || move->from != now ||
		    !workflow_connects(move->from, move->to))
			json_problem(problems, one,
			    "Perpindahan dari “%s” "
			    "ke “%s” tidak ada dalam alur penilaian setelah "
			    "“%s”.",
			    from, to, state_code(now));
		if (strcmp(move->at, last) < 0 || strcmp(move->at, made_at) > 0)
			json_problem(problems, one,
			    "Waktunya mendahului yang "
			    "sebelumnya, atau sesudah berkas ini dibuat.");
		now = move->to;
		last = move->at;
	}
	if (list != NULL && now != agency->state)
		json_problem(problems, object,
		    "Statusnya “%s”, tetapi "
		    "riwayatnya berakhir pada “%s”.",
		    state_code(agency->state), state_code(now));
}

static const struct {
	const char *name, *first, *second;
	enum state tells;
} tiers[TIERS] = {
	[TIER_SELF] = { "self", "explanation", "overclaim_reason", STATE_SUBMITTED },
	[TIER_CITY] = { "city", "reason", "recommendation", STATE_VERIFIED },
	[TIER_PROVINCE] = { "province", "reason", "recommendation", STATE_VALIDATED },
};

static void
read_tier(struct json_problems *problems, struct json *object, enum tier tier, enum state state,
    struct package_answer *answer)
{
	struct json *one = json_as_object(problems,
	    json_member(problems, object, tiers[tier].name, JSON_REQUIRED));
	struct json *level;
	int64_t number = 0;

	answer->texts[tier][0] = answer->texts[tier][1] = "";
	if (json_count(one) == 0)
		return;
	if (!workflow_disclosed(state, tiers[tier].tells)) {
		json_problem(problems, one,
		    "Harus kosong: pada status “%s” "
		    "tingkat ini belum diberitahukan.",
		    state_code(state));
		return;
	}
	level = json_member(problems, one, "level", JSON_NULLABLE);
	json_as_whole(problems, level, 1, LEVELS, &number);
	answer->levels[tier] = (int)number;
	answer->texts[tier][0] = text(problems, one, tiers[tier].first, TEXT_MAX, JSON_LINES);
	answer->texts[tier][1] = text(problems, one, tiers[tier].second, TEXT_MAX, JSON_LINES);
	json_refuse_others(problems, one);
}

/* As the database has it in its constraints: who differs says why, who is not
 * at the top is told how to go on. */
static void
check_answer(struct json_problems *problems, struct json *object,
    const struct package_answer *answer)
{
	for (enum tier tier = TIER_CITY; tier < TIERS; tier++) {
		int level = answer->levels[tier];

		if (level != 0 && level != answer->levels[tier - 1] &&
		    *answer->texts[tier][0] == '\0')
			json_problem(problems, object,
			    "Tingkat %s berbeda "
			    "tanpa alasan.",
			    tiers[tier].name);
		if (level != 0 && level != LEVELS && *answer->texts[tier][1] == '\0')
			json_problem(problems, object,
			    "Tingkat %s tanpa "
			    "rekomendasi.",
			    tiers[tier].name);
	}
}

static void
read_answers(struct json_problems *problems, struct json *object,
    const struct instrument *instrument, struct package_agency *agency)
{
	size_t count = instrument->variable_count;
	struct json *list = json_as_list(problems,
	    json_member(problems, object, "answers", JSON_REQUIRED), count, count);

	agency->answers = arena_array(problems->arena, count + 1, sizeof(*agency->answers));
	for (size_t at = 0; at < json_count(list); at++) {
		struct package_answer *answer = &agency->answers[at];
		struct json *one = json_as_object(problems, json_at(list, at));
		int64_t number = instrument->variables[at].number;

		answer->variable = (int)whole(problems, one, "variable", number, number);
		for (enum tier tier = TIER_SELF; tier < TIERS; tier++)
			read_tier(problems, one, tier, agency->state, answer);
		json_refuse_others(problems, one);
		if (one != NULL)
			check_answer(problems, one, answer);
	}
}

static struct package_link_review
transfer_read_link_review(struct json_problems *problems, struct json *object, enum tier tier,
    enum state state)
{
	static const char *const decisions[] = { "accepted", "rejected", NULL };
	struct arena *arena = problems->arena;
	struct package_link_review review;

	review.decision = choice(problems, object,
	    arena_format(arena, "%s_decision", tiers[tier].name), JSON_NULLABLE, decisions);
	review.reason = json_as_text(problems,
	    json_member(problems, object, arena_format(arena, "%s_reason", tiers[tier].name),
		JSON_NULLABLE),
	    REASON_MAX, JSON_LINES);
	if (object == NULL || *review.decision == '\0')
		return (struct package_link_review){ "", "" };
	if (!workflow_disclosed(state, tiers[tier].tells))
		json_problem(problems, object,
		    "Keputusan %s belum "
		    "diberitahukan pada status “%s”.",
		    tiers[tier].name, state_code(state));
	if (strcmp(review.decision, "rejected") == 0 && *review.reason == '\0')
		json_problem(problems, object, "Ditolak tanpa alasan.");
	return review;
}

static const struct instrument_level *
level_of(const struct instrument *instrument, int64_t variable, int64_t level)
{
	for (size_t at = 0; at < instrument->variable_count; at++)
		if (instrument->variables[at].number == variable)
			return &instrument->variables[at].levels[level - 1];
	return NULL;
}

static void
transfer_read_place(struct json_problems *problems, struct json *object,
    const struct instrument *instrument, struct package_document *document)
{
	const struct instrument_level *level;

	document->variable = (int)whole(problems, object, "variable", 1, VARIABLES_MAX);
	document->level = (int)whole(problems, object, "level", 1, LEVELS);
	document->item = (int)whole(problems, object, "item", 1, ITEMS_MAX);
	level = level_of(instrument, document->variable, document->level);
	if (object != NULL && (level == NULL || (size_t)document->item > level->item_count))
		json_problem(problems, object,
		    "Kriteria %d/%d/%d tidak ada "
		    "dalam instrumennya.",
		    document->variable, document->level, document->item);
}

static void
transfer_read_file(struct json_problems *problems, struct json *object,
    struct package_document *document)
{
	struct json *bytes = json_member(problems, object, "bytes", JSON_NULLABLE);

	document->sha256 = read_text_or_null(problems, object, "sha256", 64);
	json_as_whole(problems, bytes, 0, INT64_C(1) << 50, &document->bytes);
	document->type = read_text_or_null(problems, object, "type", TYPE_MAX);
	for (const char *at = document->type; *at != '\0'; at++)
		if ((unsigned char)*at > '~') {
			json_problem(problems, object,
			    "Jenis berkas hanya "
			    "huruf Latin.");
			break;
		}
	if (object == NULL)
		return;
	if (*document->sha256 != '\0' &&
	    (strlen(document->sha256) != 64 || strspn(document->sha256, "0123456789abcdef") != 64))
		json_problem(problems, object,
		    "sha256 harus 64 angka "
		    "heksadesimal kecil.");
	if ((*document->sha256 == '\0') != (bytes == NULL))
		json_problem(problems, object,
		    "sha256 dan bytes ada "
		    "bersama, atau keduanya null.");
}

static void
read_document(struct json_problems *problems, struct json *object,
    const struct instrument *instrument, enum state state, struct package_document *document)
{
	static const char *const kinds[] = { "keputusan", "sop", "rencana", "laporan", "notulen",
		"berita_acara", "surat", "perjanjian", "sertifikat", "foto", "tangkapan_layar",
		"lainnya", NULL };

	object = json_as_object(problems, object);
	transfer_read_place(problems, object, instrument, document);
	document->title = text(problems, object, "title", TITLE_MAX, JSON_FILLED);
	document->kind = choice(problems, object, "kind", JSON_REQUIRED, kinds);
	document->number = read_text_or_null(problems, object, "number", NUMBER_LENGTH);
	document->dated = date(problems, object, "dated", JSON_NULLABLE);
	document->period_from = date(problems, object, "period_from", JSON_NULLABLE);
	document->period_until = date(problems, object, "period_until", JSON_NULLABLE);
	if (object != NULL && *document->period_from != '\0' && *document->period_until != '\0' &&
	    strcmp(document->period_from, document->period_until) > 0)
		json_problem(problems, object,
		    "Masa berlakunya berakhir "
		    "sebelum mulai.");
	transfer_read_file(problems, object, document);
	document->city = transfer_read_link_review(problems, object, TIER_CITY, state);
	document->province = transfer_read_link_review(problems, object, TIER_PROVINCE, state);
	json_refuse_others(problems, object);
}

static void
read_documents(struct json_problems *problems, struct json *object,
    const struct instrument *instrument, struct package_agency *agency)
{
	struct json *list = json_as_list(problems,
	    json_member(problems, object, "documents", JSON_REQUIRED), 0, PACKAGE_DOCUMENTS_MAX);

	agency->document_count = json_count(list);
	if (agency->document_count > 0 && !workflow_disclosed(agency->state, STATE_SUBMITTED))
		json_problem(problems, list,
		    "Harus kosong: penilaian ini "
		    "belum dikirim.");
	agency->documents = arena_array(problems->arena, agency->document_count + 1,
	    sizeof(*agency->documents));
	for (size_t at = 0; at < agency->document_count; at++)
		read_document(problems, json_at(list, at), instrument, agency->state,
		    &agency->documents[at]);
}

static void
transfer_read_agency(struct json_problems *problems, struct json *object,
    const struct transfer_package *package, struct package_agency *agency)
{
	const char *state;

	object = json_as_object(problems, object);
	agency->id = whole(problems, object, "id", 1, UINT32_MAX);
	agency->name = text(problems, object, "name", NAME_LENGTH, JSON_FILLED);
	agency->short_name = text(problems, object, "short_name", SHORT_MAX, 0);
	state = text(problems, object, "state", 20, JSON_FILLED);
	if (*state != '\0' && !state_of(state, &agency->state))
		json_problem(problems, object, "Status “%s” tidak dikenal.", state);
	read_moves(problems, object, package->made_at, agency);
	read_answers(problems, object, &package->instrument, agency);
	read_documents(problems, object, &package->instrument, agency);
	json_refuse_others(problems, object);
}

static int
by_id(const void *a, const void *b)
{
	const struct package_agency *const *left = a, *const *right = b;

	return ((*left)->id > (*right)->id) - ((*left)->id < (*right)->id);
}

static int
by_name(const void *a, const void *b)
{
	const struct package_agency *const *left = a, *const *right = b;

	return strcasecmp((*left)->name, (*right)->name);
}

/* No two agencies may be the same one. */
static void
check_twins(struct json_problems *problems, const struct transfer_package *package)
{
	const struct package_agency **order = arena_array(problems->arena, package->count + 1,
	    sizeof(struct package_agency *));

	for (size_t at = 0; at < package->count; at++)
		order[at] = &package->agencies[at];
	qsort(order, package->count, sizeof(*order), by_id);
	for (size_t at = 1; at < package->count; at++)
		if (by_id(&order[at - 1], &order[at]) == 0)
			json_problem(problems, NULL,
			    "“%s” dan “%s” "
			    "bernomor sama.",
			    order[at - 1]->name, order[at]->name);
	qsort(order, package->count, sizeof(*order), by_name);
	for (size_t at = 1; at < package->count; at++)
		if (by_name(&order[at - 1], &order[at]) == 0)
			json_problem(problems, NULL,
			    "“%s” tertulis dua "
			    "kali.",
			    order[at]->name);
}

/* ---- the whole ------------------------------------------------------------------------- */

static void
read_origin(struct json_problems *problems, struct json *payload, struct transfer_package *package)
{
	struct json *origin = json_as_object(problems,
	    json_member(problems, payload, "origin", JSON_REQUIRED));

	package->instance = text(problems, origin, "installation", 32, JSON_FILLED);
	if (origin != NULL && !read_digits(package->instance, "ffffffffffffffffffffffffffffffff"))
		json_problem(problems, origin,
		    "installation harus 32 angka "
		    "heksadesimal kecil.");
	package->site = text(problems, origin, "site", NAME_LENGTH, 0);
	json_refuse_others(problems, origin);
	package->made_at = moment(problems, payload, "made_at", JSON_REQUIRED);
}

static void
transfer_read_region(struct json_problems *problems, struct json *payload,
    struct transfer_package *package)
{
	static const char *const kinds[] = { "province", "regency", "city", NULL };
	static const char *const zones[] = { "WIB", "WITA", "WIT", NULL };
	struct json *region = json_as_object(problems,
	    json_member(problems, payload, "region", JSON_REQUIRED));
	bool province;

	package->region_code = text(problems, region, "code", 5, JSON_FILLED);
	package->region_name = text(problems, region, "name", 120, JSON_FILLED);
	package->region_kind = choice(problems, region, "kind", JSON_REQUIRED, kinds);
	package->timezone = choice(problems, region, "timezone", JSON_REQUIRED, zones);
	json_refuse_others(problems, region);
	province = strcmp(package->region_kind, "province") == 0;
	if (region != NULL && !read_digits(package->region_code, province ? "00" : "00.00"))
		json_problem(problems, region,
		    "Kode daerah ditulis seperti "
		    "64 untuk provinsi, 64.71 untuk kabupaten dan kota.");
}

static void
read_steps(struct json_problems *problems, struct json *cycle, struct transfer_package *package)
{
	struct json *list = json_as_list(problems,
	    json_member(problems, cycle, "steps", JSON_REQUIRED), WORKFLOW_STEPS, WORKFLOW_STEPS);

	for (int at = 0; at < WORKFLOW_STEPS; at++) {
		struct package_step *step = &package->steps[at];
		struct json *one = json_as_object(problems, json_at(list, (size_t)at));

		whole(problems, one, "step", at + 1, at + 1);
		step->working_days = (int)whole(problems, one, "working_days", 1, 250);
		step->from = date(problems, one, "from", JSON_REQUIRED);
		step->until = date(problems, one, "until", JSON_REQUIRED);
		json_refuse_others(problems, one);
		if (one != NULL && strcmp(step->from, step->until) > 0)
			json_problem(problems, one,
			    "Berakhir sebelum "
			    "mulai.");
	}
}

static void
transfer_read_cycle(struct json_problems *problems, struct json *payload,
    struct transfer_package *package)
{
	static const char *const states[] = { "open", "reported", NULL };
	struct json *cycle = json_as_object(problems,
	    json_member(problems, payload, "cycle", JSON_REQUIRED));

	package->year = whole(problems, cycle, "year", 2018, 2100);
	package->reported = strcmp(choice(problems, cycle, "state", JSON_REQUIRED, states),
				"reported") == 0;
	package->province_tier = json_as_flag(problems,
	    json_member(problems, cycle, "province_tier", JSON_REQUIRED));
	package->start_date = date(problems, cycle, "start_date", JSON_REQUIRED);
	package->letter_number = text(problems, cycle, "letter_number", NUMBER_LENGTH, 0);
	package->opened_at = moment(problems, cycle, "opened_at", JSON_REQUIRED);
	package->reported_at = moment(problems, cycle, "reported_at", JSON_NULLABLE);
	if (cycle != NULL && package->reported != (*package->reported_at != '\0'))
		json_problem(problems, cycle,
		    "reported_at hanya ada, dan "
		    "harus ada, pada periode yang sudah dilaporkan.");
	read_steps(problems, cycle, package);
	json_refuse_others(problems, cycle);
}

bool
package_read(struct json_problems *problems, const struct envelope *envelope,
    struct transfer_package *package)
{
	static const char *const formats[] = { "matang-cycle/1", NULL };
	struct json *payload = json_as_object(problems,
	    json_read(problems, envelope->payload, envelope->payload_length, &payload_limits));
	struct json *list;

	choice(problems, payload, "format", JSON_REQUIRED, formats);
	read_origin(problems, payload, package);
	transfer_read_region(problems, payload, package);
	transfer_read_cycle(problems, payload, package);
	instrument_read(problems, json_member(problems, payload, "instrument", JSON_REQUIRED),
	    &package->instrument);
	list = json_as_list(problems, json_member(problems, payload, "agencies", JSON_REQUIRED), 0,
	    PACKAGE_AGENCIES_MAX);
	json_refuse_others(problems, payload);
	/* Agencies are read against their instrument. */
	if (problems->count > 0)
		return false;
	package->count = json_count(list);
	package->agencies = arena_array(problems->arena, package->count + 1,
	    sizeof(*package->agencies));
	for (size_t at = 0; at < package->count; at++)
		transfer_read_agency(problems, json_at(list, at), package, &package->agencies[at]);
	if (problems->count > 0)
		return false;
	check_twins(problems, package);
	package->content = instrument_content(problems->arena, &package->instrument);
	return problems->count == 0;
}
