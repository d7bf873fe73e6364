/* SPDX-License-Identifier: ISC */
/*
 * One assessment: found as far as the caller may see it, moved from state to
 * state by one guarded statement with its row of history, and put on pages.
 * Every program that touches an assessment asks here, so the guard is one.
 */
#include "assessment/assessment.h"

#include <string.h>

#include "assessment/replica.h"
#include "frame/judging.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "store/history.h"
#include "store/message.h"
#include "store/sums.h"
#include "base/banned.h"

struct scope
assessment_scope(const struct context *context)
{
	const struct actor *actor = &context->actor;
	bool agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD);
	bool below = context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR);

	return (struct scope){ .agency = db_key(agency ? actor->agency_id : 0),
		.region = db_key(agency ? 0 : actor->region_id),
		.parent = db_key(below ? actor->region_id : 0) };
}

/* The same as assessment_scope() asks of the database. */
static bool
may_see(const struct context *context, int64_t agency_id, const struct kept_cycle *cycle)
{
	const struct actor *actor = &context->actor;

	/* A cycle that was withdrawn is a draft, of which nobody knows. */
	if (!cycle->open && !cycle->reported)
		return false;
	if (context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		return actor->agency_id != 0 && actor->agency_id == agency_id;
	if (actor->region_id == 0)
		return false;
	return cycle->region_id == actor->region_id ||
	    (context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR) &&
		cycle->parent_id == actor->region_id);
}

/* The plan's last days, but for later ones that the agency was given. */
static void
read_last_days(const struct rows *rows, size_t row, struct assessment *found)
{
	static const char *const given[] = { [3] = "until_4", "until_5", "until_6" };

	found->kept_open = row_int(rows, row, "kept_open") != 0;
	for (size_t step = 0; step < WORKFLOW_STEPS; step++) {
		bool own = step < sizeof(given) / sizeof(given[0]) && given[step] != NULL &&
		    !row_null(rows, row, given[step]);
		int32_t day = own ? day_parse(row_text(rows, row, given[step])) : DAY_NONE;

		found->until[step] = found->cycle->step_until[step];
		if (day > found->until[step])
			found->until[step] = day;
	}
}

int
assessment_read(struct context *context, const struct rows *rows, size_t row,
    struct assessment *found)
{
	const struct kept_cycle *cycle;
	int result;

	memset(found, 0, sizeof(*found));
	found->id = row_int(rows, row, "assessment_id");
	found->cycle_id = row_int(rows, row, "cycle_id");
	found->agency_id = row_int(rows, row, "agency_id");
	found->version = row_int(rows, row, "version");
	found->stamp = row_int(rows, row, "stamp");
	found->opened = row_int(rows, row, "opened") != 0;
	state_of(row_text(rows, row, "state"), &found->state);
	result = kept_cycle(context, found->cycle_id, &cycle);
	if (result == 0 && (cycle == NULL || !may_see(context, found->agency_id, cycle)))
		return 404;
	found->left_why = row_text(rows, row, "left_why");
	if (result == 0 && !row_null(rows, row, "agency_name"))
		found->agency_name = row_text(rows, row, "agency_name");
	else if (result == 0)
		result = kept_agency_name(context, found->agency_id, &found->agency_name);
	if (result != 0)
		return context_status(context, result);
	found->cycle = cycle;
	read_last_days(rows, row, found);
	found->region_id = cycle->region_id;
	found->instrument_id = cycle->instrument_id;
	found->year = cycle->year;
	found->province_tier = cycle->province_tier;
	found->cycle_open = cycle->open;
	found->imported = cycle->imported;
	found->region_name = cycle->region_name;
	found->zone = cycle->zone;
	return 0;
}

const struct rows *
assessment_opening(const struct context *context, int64_t id)
{
	return context->opening.count > 0 && context->keys[0] == id && db_untouched(context->db) ?
	    &context->opening :
	    NULL;
}

struct stamps
assessment_stamps(const struct context *context, const struct assessment *assessment)
{
	return (struct stamps){ .world = context->world, .agency = assessment->stamp };
}

int
assessment_find(struct context *context, int64_t id, struct assessment *found)
{
	const struct rows *opening = assessment_opening(context, id);
	struct rows rows;
	int result, status;

	if (opening != NULL && row_null(opening, 0, "assessment_id"))
		return 404;
	if (opening == NULL) {
		result = db_select(context->db, &rows, STATEMENT_ASSESSMENT_FIND, db_int(id));
		if (result <= 0)
			return result < 0 ? context_status(context, result) : 404;
		opening = &rows;
	}
	status = assessment_read(context, opening, 0, found);
	return status != 0 ? status : assessment_guard(context, found);
}

/* The programs that only tell; the others are for work. */
static bool
only_tells(const char *program)
{
	return strcmp(program, "report") == 0 || strcmp(program, "paper") == 0 ||
	    strcmp(program, "exchange") == 0;
}

int
assessment_guard(struct context *context, const struct assessment *assessment)
{
	int status = replica_guard(context, assessment->imported, assessment->region_name);

	if (status != 0 || !assessment->imported || only_tells(context->program))
		return status;
	context_redirect(context, "/report/agency/%lld", (long long)assessment->id);
	return 303;
}

bool
assessment_fills(const struct assessment *assessment)
{
	return kept_cycle_fills(assessment->cycle) ||
	    (assessment->state != STATE_NOT_STARTED && assessment->state != STATE_DRAFT);
}

bool
assessment_lapsed(const struct assessment *assessment)
{
	return assessment->cycle_open &&
	    workflow_lapsed(assessment->state, assessment->cycle->lapse, assessment->kept_open,
		assessment->until[3], words_today(assessment->zone));
}

const char *
assessment_until(struct context *context, const struct assessment *assessment, int step)
{
	int32_t day = assessment->until[step - 1];
	char text[DAY_TEXT];

	return day > 0 ? words_date(context->arena, day_format(text, day)) : "";
}

const char *
assessment_begins(struct context *context, const struct assessment *assessment)
{
	char text[DAY_TEXT];

	return words_date(context->arena, day_format(text, assessment->cycle->step_from[3]));
}

void
assessment_stages_fill(struct context *context, const struct assessment *assessment)
{
	/* Before the first day of filling in there is no stage, as on the pages of the cycle. */
	cycle_stages_fill(context, assessment->cycle,
	    *assessment->left_why != '\0' || !assessment_fills(assessment) ?
		STAGE_NONE :
		workflow_stage(assessment->state, assessment->province_tier));
	for (int step = 1; step <= WORKFLOW_STEPS; step++)
		if (assessment->until[step - 1] != assessment->cycle->step_until[step - 1])
			cycle_until_set(context, assessment->cycle, step,
			    assessment->until[step - 1]);
}

void
assessment_fill(struct context *context, const struct assessment *assessment)
{
	struct node *node = page_node(&context->page, "Assessment");

	node_set_int(node, "id", assessment->id);
	node_set_int(node, "cycle_id", assessment->cycle_id);
	node_set_int(node, "year", assessment->year);
	node_set_int(node, "version", assessment->version);
	node_set(node, "agency_name", assessment->agency_name);
	node_set(node, "region_name", assessment->region_name);
	node_set(node, "left_why", assessment->left_why);
	node_set(node, "state", state_code(assessment->state));
	node_set(node, "state_name", state_name(assessment->state));
	if (assessment->province_tier)
		node_set(node, "province_tier", "1");
	if (judges_own(context, assessment->agency_id))
		node_set(node, "own", judging_why_not);
	if (assessment->cycle_open && !assessment_fills(assessment))
		node_set(node, "begins", assessment_begins(context, assessment));
	if (assessment_lapsed(assessment)) {
		node_set(node, "lapsed", assessment_until(context, assessment, 4));
		if (assessment->cycle->lapse == LAPSE_ASK)
			node_set(node, "may_ask", "1");
	}
	assessment_stages_fill(context, assessment);
}

/* Each day once, of those that hold in the region. */
static void
take_holidays(struct arena *arena, const struct holidays *holidays, int64_t region_id,
    struct calendar *calendar)
{
	int32_t *days = arena_array(arena, holidays->count + 1, sizeof(*days));
	size_t count = 0;

	for (size_t at = 0; at < holidays->count; at++)
		if ((holidays->regions[at] == 0 || holidays->regions[at] == region_id) &&
		    (count == 0 || days[count - 1] != holidays->days[at]))
			days[count++] = holidays->days[at];
	calendar->holidays = days;
	calendar->holiday_count = count;
}

int
calendar_load(struct context *context, int64_t region_id, struct calendar *calendar)
{
	const struct holidays *holidays;
	int64_t week;
	int result = kept_holidays(context, &holidays);

	if (result == 0)
		result = kept_setting_number(context, SETTING_WORKING_WEEKDAYS, &week);
	if (result != 0)
		return context_status(context, result);
	*calendar = (struct calendar){ .week = (unsigned)week };
	take_holidays(context->arena, holidays, region_id, calendar);
	return 0;
}

int
assessment_days_left(struct context *context, const struct assessment *assessment, int step)
{
	struct calendar calendar;

	if (calendar_load(context, assessment->region_id, &calendar) != 0)
		return 0;
	return working_left(&calendar, words_today(assessment->zone), assessment->until[step - 1]);
}

int
assessment_change(struct context *context, const struct assessment *assessment, const char *subject,
    int64_t variable_number, int64_t subject_id, const char *from, const char *to,
    const char *reason)
{
	return history_add(context->db,
	    &(struct change){ .subject = subject,
		.account_id = context->actor.account_id,
		.region_id = assessment->region_id,
		.agency_id = assessment->agency_id,
		.assessment_id = assessment->id,
		.variable_number = variable_number,
		.subject_id = subject_id,
		.from = from,
		.to = to,
		.reason = reason });
}

static int
moved_meanwhile(struct context *context)
{
	return context_stop(context, 409,
	    "Status penilaian ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
	    "halamannya untuk melihat status terbaru.");
}

int
assessment_hold(struct context *context, const struct assessment *assessment)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ASSESSMENT_HOLD,
	    db_int(assessment->id));

	if (result < 0)
		return result;
	return result == 1 &&
		strcmp(row_text(&rows, 0, "state"), state_code(assessment->state)) == 0 ?
	    0 :
	    moved_meanwhile(context);
}

int
assessment_hold_open(struct context *context, const struct assessment *assessment)
{
	struct rows rows;
	int result = assessment_hold(context, assessment);

	if (result != 0)
		return result;
	result = db_select(context->db, &rows, STATEMENT_ASSESSMENT_CYCLE_OPEN,
	    db_int(assessment->cycle_id));
	if (result < 0)
		return result;
	return result == 1 ? 0 : moved_meanwhile(context);
}

/* Who has to know of a move: MESSAGE_KINDS where nobody has. */
static enum message_kind
move_told_as(const struct assessment *assessment, const struct move *move, int which)
{
	bool above = assessment->province_tier;

	switch (move->action) {
	case ACTION_SUBMIT:
		return which == 0 ? MESSAGE_SUBMITTED : MESSAGE_KINDS;
	case ACTION_RETURN:
		return which == 0 ? MESSAGE_RETURNED : MESSAGE_KINDS;
	case ACTION_VERIFY:
		if (move->to != STATE_VERIFIED)
			return MESSAGE_KINDS;
		return which == 0       ? (above ? MESSAGE_VERIFIED : MESSAGE_TO_SIGN) :
		    which == 1 && above ? MESSAGE_TO_VALIDATE :
					  MESSAGE_KINDS;
	case ACTION_VALIDATE:
		return which == 0 && move->to == STATE_VALIDATED ? MESSAGE_TO_SIGN : MESSAGE_KINDS;
	case ACTION_SIGN:
		return which == 0 ? MESSAGE_SIGNED : MESSAGE_KINDS;
	case ACTION_RECEIVE:
		return which == 0 ? MESSAGE_RECEIVED : MESSAGE_KINDS;
	case ACTION_REPORT:
		return which == 0 ? MESSAGE_REPORTED : MESSAGE_KINDS;
	case ACTION_REOPEN:
		return which == 0 ? MESSAGE_REOPENED : MESSAGE_KINDS;
	default:
		return MESSAGE_KINDS;
	}
}

int
assessment_tell(struct context *context, const struct assessment *assessment,
    enum message_kind kind, const char *detail)
{
	return message_send(context->db,
	    &(struct message){ .kind = kind,
		.region_id = assessment->region_id,
		.agency_id = assessment->agency_id,
		.assessment_id = assessment->id,
		.year = assessment->year,
		.by = context->actor.account_id,
		.detail = detail });
}

static int
move_tell(struct context *context, const struct assessment *assessment, const struct move *move)
{
	enum message_kind kind;
	int result = 0;

	for (int which = 0;
	     result == 0 && (kind = move_told_as(assessment, move, which)) != MESSAGE_KINDS;
	     which++)
		result = assessment_tell(context, assessment, kind, NULL);
	return result;
}

int
assessment_move(struct context *context, const struct assessment *assessment,
    const struct move *move, const char *reason)
{
	int result = db_run(context->db, STATEMENT_ASSESSMENT_MOVE, db_text(state_code(move->to)),
	    db_int(move->action == ACTION_REOPEN), db_int(assessment->id),
	    db_text(state_code(move->from)));

	if (result < 0)
		return result;
	if (result == 0)
		return moved_meanwhile(context);
	if (workflow_held(move->from) && !workflow_held(move->to))
		result = db_run(context->db, STATEMENT_JUDGED_RELEASE, db_int(assessment->id));
	if (result < 0)
		return result;
	result = move->from != move->to ? move_tell(context, assessment, move) : 0;
	if (result == 0)
		result = assessment_change(context, assessment, "state", 0, assessment->id,
		    state_code(move->from), state_code(move->to), reason);
	return result != 0 ? result : sums_changed(context->db, assessment->id);
}

/* Whether the day for it has not come. */
static bool
assessment_too_early(const struct assessment *assessment, enum action action)
{
	return (action == ACTION_SAVE || action == ACTION_SUBMIT) && !assessment_fills(assessment);
}

/* Whether the last day for it is over.  What was sent too late to be sent again is
 * not withdrawn either. */
static bool
assessment_too_late(const struct assessment *assessment, enum action action)
{
	struct assessment drafted = *assessment;

	if (action == ACTION_WITHDRAW)
		drafted.state = STATE_DRAFT;
	return (action == ACTION_SAVE || action == ACTION_SUBMIT || action == ACTION_WITHDRAW) &&
	    assessment_lapsed(&drafted);
}

static int
refuse_too_late(struct context *context, const struct assessment *assessment, enum action action)
{
	const char *until = assessment_until(context, assessment, 4);

	if (action == ACTION_WITHDRAW)
		return context_refuse(context, 409,
		    "Batas waktu pengisian %s sudah lewat, jadi kiriman tidak dapat ditarik lagi. "
		    "Bila ada yang harus diubah, minta tim verifikasi mengembalikannya.",
		    until);
	return context_refuse(context, 409,
	    assessment->cycle->lapse == LAPSE_ASK ?
		"Batas waktu pengisian %s sudah lewat, jadi penilaian ini tertutup. Buka Jadwal "
		"untuk meminta tambahan waktu kepada tim verifikasi." :
		"Batas waktu pengisian %s sudah lewat, jadi penilaian ini tertutup. Hubungi "
		"administrator daerah bila masih ada yang harus diisi.",
	    until);
}

bool
assessment_allows(const struct assessment *assessment, enum role role, enum action action)
{
	return assessment->cycle_open && *assessment->left_why == '\0' &&
	    !assessment_too_early(assessment, action) && !assessment_too_late(assessment, action) &&
	    workflow_move(assessment->state, action, role, assessment->province_tier) != NULL;
}

const struct move *
assessment_may(struct context *context, const struct assessment *assessment, enum action action,
    int *status)
{
	const struct move *move = workflow_move(assessment->state, action, context->actor.role,
	    assessment->province_tier);

	if (*assessment->left_why != '\0') {
		*status = context_refuse(context, 409,
		    "Penilaian ini keluar dari periode %lld: %s. Isinya hanya dapat dibaca.",
		    (long long)assessment->year, assessment->left_why);
		return NULL;
	}
	if (assessment_too_early(assessment, action) &&
	    workflow_refusal(assessment->state, action, context->actor.role,
		assessment->province_tier) != REFUSAL_ROLE) {
		*status = context_refuse(context, 409,
		    "Pengisian periode %lld dimulai %s. Sampai saat itu penilaiannya dapat dibaca, "
		    "dan dokumen sudah dapat diunggah.",
		    (long long)assessment->year, assessment_begins(context, assessment));
		return NULL;
	}
	if (move != NULL && assessment_too_late(assessment, action)) {
		*status = refuse_too_late(context, assessment, action);
		return NULL;
	}
	if (judges_own(context, assessment->agency_id)) {
		*status = judging_refused(context);
		return NULL;
	}
	if (move != NULL && !assessment->cycle_open) {
		*status = context_refuse(context, 409,
		    "Laporan periode %lld "
		    "sudah diterbitkan, maka penilaiannya tidak dapat diubah "
		    "lagi.",
		    (long long)assessment->year);
		return NULL;
	}
	if (move == NULL) {
		char *text = arena_alloc(context->arena, WORKFLOW_WORDS);

		context->why = workflow_why_not(text, WORKFLOW_WORDS, assessment->state, action,
		    context->actor.role, assessment->province_tier);
		*status = workflow_refusal(assessment->state, action, context->actor.role,
			      assessment->province_tier) == REFUSAL_ROLE ?
		    403 :
		    409;
	}
	return move;
}
