/* SPDX-License-Identifier: ISC */
/*
 * The states of an assessment and who may move it from which to which, as one
 * table; and why somebody may not, as a sentence made from the same table.
 */
#include "rules/workflow.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/*
 * Who may do what, when.  Read it beside product.md: the picture of the
 * states gives `from` and `to`, the table of roles gives `roles`.
 */
static const struct move moves[] = {
	/* step 4: the agency fills in and submits */
	{ .from = STATE_NOT_STARTED,
	    .action = ACTION_SAVE,
	    .to = STATE_DRAFT,
	    .roles = ROLE_OPERATOR },
	{ .from = STATE_DRAFT, .action = ACTION_SAVE, .to = STATE_DRAFT, .roles = ROLE_OPERATOR },
	{ .from = STATE_RETURNED,
	    .action = ACTION_SAVE,
	    .to = STATE_RETURNED,
	    .roles = ROLE_OPERATOR },
	{ .from = STATE_DRAFT,
	    .action = ACTION_SUBMIT,
	    .to = STATE_SUBMITTED,
	    .roles = ROLE_OPERATOR },
	{ .from = STATE_RETURNED,
	    .action = ACTION_SUBMIT,
	    .to = STATE_SUBMITTED,
	    .roles = ROLE_OPERATOR },

	{ .from = STATE_SUBMITTED,
	    .action = ACTION_WITHDRAW,
	    .to = STATE_DRAFT,
	    .roles = ROLE_OPERATOR },

	/* step 5: the city verifies, then the province where it has that tier */
	{ .from = STATE_SUBMITTED,
	    .action = ACTION_VERIFY,
	    .to = STATE_VERIFIED,
	    .roles = ROLE_VERIFIER },
	{ .from = STATE_VERIFIED,
	    .action = ACTION_VALIDATE,
	    .to = STATE_VALIDATED,
	    .roles = ROLE_VALIDATOR,
	    .tier = TIER_WITH },

	/* either sends back what it has before it, and says why */
	{ .from = STATE_SUBMITTED,
	    .action = ACTION_RETURN,
	    .to = STATE_RETURNED,
	    .roles = ROLE_VERIFIER,
	    .reason = true },
	{ .from = STATE_VERIFIED,
	    .action = ACTION_RETURN,
	    .to = STATE_RETURNED,
	    .roles = ROLE_VERIFIER,
	    .reason = true },
	{ .from = STATE_VERIFIED,
	    .action = ACTION_RETURN,
	    .to = STATE_RETURNED,
	    .roles = ROLE_VALIDATOR,
	    .tier = TIER_WITH,
	    .reason = true },
	{ .from = STATE_VALIDATED,
	    .action = ACTION_RETURN,
	    .to = STATE_RETURNED,
	    .roles = ROLE_VALIDATOR,
	    .tier = TIER_WITH,
	    .reason = true },

	/* step 6: the head signs; on paper, the operator brings the scan */
	{ .from = STATE_VERIFIED,
	    .action = ACTION_SIGN,
	    .to = STATE_SIGNED,
	    .roles = ROLE_OPERATOR | ROLE_HEAD,
	    .tier = TIER_WITHOUT },
	{ .from = STATE_VALIDATED,
	    .action = ACTION_SIGN,
	    .to = STATE_SIGNED,
	    .roles = ROLE_OPERATOR | ROLE_HEAD,
	    .tier = TIER_WITH },
	{ .from = STATE_SIGNED,
	    .action = ACTION_RECEIVE,
	    .to = STATE_RECEIVED,
	    .roles = ROLE_VERIFIER },

	/* reopening cancels what was signed and receipted */
	{ .from = STATE_SIGNED,
	    .action = ACTION_REOPEN,
	    .to = STATE_DRAFT,
	    .roles = ROLE_VERIFIER,
	    .reason = true,
	    .cancels = true },
	{ .from = STATE_RECEIVED,
	    .action = ACTION_REOPEN,
	    .to = STATE_DRAFT,
	    .roles = ROLE_VERIFIER,
	    .reason = true,
	    .cancels = true },

	/* step 7: the end of the way */
	{ .from = STATE_RECEIVED,
	    .action = ACTION_REPORT,
	    .to = STATE_REPORTED,
	    .roles = ROLE_VERIFIER }
};

static const struct {
	const char *code;
	const char *name;
} states[STATES] = {
	[STATE_NOT_STARTED] = { "not_started", "Belum dimulai" },
	[STATE_DRAFT] = { "draft", "Draf" },
	[STATE_SUBMITTED] = { "submitted", "Dikirim" },
	[STATE_RETURNED] = { "returned", "Dikembalikan" },
	[STATE_VERIFIED] = { "verified", "Terverifikasi" },
	[STATE_VALIDATED] = { "validated", "Tervalidasi" },
	[STATE_SIGNED] = { "signed", "Menunggu diperiksa" },
	[STATE_RECEIVED] = { "received", "Diterima" },
	[STATE_REPORTED] = { "reported", "Dilaporkan" },
};

static const char *const action_names[ACTIONS] = {
	[ACTION_SAVE] = "Pengisian",
	[ACTION_SUBMIT] = "Pengiriman",
	[ACTION_RETURN] = "Pengembalian",
	[ACTION_VERIFY] = "Verifikasi",
	[ACTION_VALIDATE] = "Validasi",
	[ACTION_SIGN] = "Pengesahan",
	[ACTION_RECEIVE] = "Penerimaan",
	[ACTION_REPORT] = "Pelaporan",
	[ACTION_REOPEN] = "Pembukaan kembali",
	[ACTION_WITHDRAW] = "Penarikan kiriman",
};

static bool
tier_fits(enum tier_rule rule, bool province_tier)
{
	return rule == TIER_EITHER || (rule == TIER_WITH) == province_tier;
}

static bool
open_to(const struct move *move, enum role role, bool province_tier)
{
	return (move->roles & (unsigned)role) != 0 && tier_fits(move->tier, province_tier);
}

const struct move *
workflow_move(enum state state, enum action action, enum role role, bool province_tier)
{
	for (size_t i = 0; i < COUNT(moves); i++)
		if (moves[i].from == state && moves[i].action == action &&
		    open_to(&moves[i], role, province_tier))
			return &moves[i];
	return NULL;
}

bool
workflow_connects(enum state from, enum state to)
{
	for (size_t i = 0; from != to && i < COUNT(moves); i++)
		if (moves[i].from == from && moves[i].to == to)
			return true;
	return false;
}

/*
 * What stands in the way of `action`, gathered in one pass: who may ever do
 * it, and in which states this role may, in a cycle with these tiers.
 */
struct standing {
	unsigned roles;  /* mask of enum role */
	unsigned states; /* mask of 1 << enum state */
};

static struct standing
standing_of(enum action action, enum role role, bool province_tier)
{
	struct standing standing = { .roles = 0 };

	for (size_t i = 0; i < COUNT(moves); i++) {
		if (moves[i].action != action)
			continue;
		standing.roles |= moves[i].roles;
		if (open_to(&moves[i], role, province_tier))
			standing.states |= 1U << moves[i].from;
	}
	return standing;
}

static enum refusal
refusal_of(struct standing standing, enum state state, enum role role)
{
	if ((standing.roles & (unsigned)role) == 0)
		return REFUSAL_ROLE;
	if (standing.states == 0)
		return REFUSAL_TIER;
	if (state >= STATES || (standing.states & 1U << state) == 0)
		return REFUSAL_STATE;
	return REFUSAL_NONE;
}

enum refusal
workflow_refusal(enum state state, enum action action, enum role role, bool province_tier)
{
	return refusal_of(standing_of(action, role, province_tier), state, role);
}

/* A sentence that grows inside a given room, and is cut rather than spilled. */
struct sentence {
	char *text;
	size_t size;
	size_t length;
};

static void
workflow_say(struct sentence *sentence, const char *words)
{
	while (*words != '\0' && sentence->length + 1 < sentence->size)
		sentence->text[sentence->length++] = *words++;
	sentence->text[sentence->length] = '\0';
}

/* Before the item `done` (from 0) of `all`: "A", "A atau B", "A, B, atau C". */
static void
say_between(struct sentence *sentence, size_t done, size_t all)
{
	if (done == 0)
		return;
	workflow_say(sentence, all > 2 ? ", " : " ");
	if (done + 1 == all)
		workflow_say(sentence, "atau ");
}

static size_t
bits(unsigned mask)
{
	size_t count = 0;

	for (; mask != 0; mask &= mask - 1)
		count++;
	return count;
}

static void
say_roles(struct sentence *sentence, unsigned roles)
{
	size_t done = 0;

	for (unsigned role = 1; role <= roles; role <<= 1)
		if ((roles & role) != 0) {
			say_between(sentence, done++, bits(roles));
			workflow_say(sentence, role_name((enum role)role));
		}
}

static void
say_states(struct sentence *sentence, unsigned mask)
{
	size_t done = 0;

	for (size_t state = 0; state < STATES; state++)
		if ((mask & 1U << state) != 0) {
			say_between(sentence, done++, bits(mask));
			workflow_say(sentence, "“");
			workflow_say(sentence, states[state].name);
			workflow_say(sentence, "”");
		}
}

const char *
workflow_why_not(char *text, size_t size, enum state state, enum action action, enum role role,
    bool province_tier)
{
	struct sentence sentence = { .text = text, .size = size };
	struct standing standing = standing_of(action, role, province_tier);

	if (size == 0)
		return "";
	text[0] = '\0';

	switch (refusal_of(standing, state, role)) {
	case REFUSAL_NONE:
		break;
	case REFUSAL_ROLE:
		workflow_say(&sentence, action_name(action));
		workflow_say(&sentence, " hanya dapat dilakukan oleh ");
		say_roles(&sentence, standing.roles);
		workflow_say(&sentence, ".");
		break;
	case REFUSAL_TIER:
		workflow_say(&sentence, action_name(action));
		workflow_say(&sentence, " oleh ");
		workflow_say(&sentence, role_name(role));
		workflow_say(&sentence,
		    " tidak berlaku, karena periode penilaian ini "
		    "berjalan tanpa validasi provinsi.");
		break;
	case REFUSAL_STATE:
		workflow_say(&sentence, action_name(action));
		workflow_say(&sentence, " oleh ");
		workflow_say(&sentence, role_name(role));
		workflow_say(&sentence, " hanya dapat dilakukan saat penilaian berstatus ");
		say_states(&sentence, standing.states);
		workflow_say(&sentence, "; sekarang statusnya “");
		workflow_say(&sentence, state_name(state));
		workflow_say(&sentence, "”.");
		break;
	}
	return text;
}

const char *
state_code(enum state state)
{
	return state < STATES ? states[state].code : "";
}

bool
state_of(const char *code, enum state *state)
{
	for (size_t i = 0; code != NULL && i < STATES; i++)
		if (strcmp(states[i].code, code) == 0) {
			*state = (enum state)i;
			return true;
		}
	return false;
}

const char *
state_name(enum state state)
{
	return state < STATES ? states[state].name : "";
}

const char *
action_name(enum action action)
{
	return action < ACTIONS ? action_names[action] : "";
}

int
workflow_step(enum state state, bool province_tier)
{
	switch (state) {
	case STATE_NOT_STARTED:
	case STATE_DRAFT:
	case STATE_RETURNED:
		return 4;
	case STATE_SUBMITTED:
		return 5;
	case STATE_VERIFIED:
		return province_tier ? 5 : 6;
	case STATE_VALIDATED:
	case STATE_SIGNED:
		return 6;
	case STATE_RECEIVED:
	case STATE_REPORTED:
	case STATES:
		break;
	}
	return 7;
}

int
workflow_step_on(const int32_t begins[WORKFLOW_STEPS], int32_t day)
{
	int now = 1;

	for (int step = 2; step <= WORKFLOW_STEPS; step++)
		if (begins[step - 1] <= day)
			now = step;
	return now;
}

enum step_progress
workflow_progress(int step, int now, bool over)
{
	if (step < now || over)
		return STEP_DONE;
	return step == now ? STEP_NOW : STEP_LATER;
}

const char *
progress_code(enum step_progress progress)
{
	switch (progress) {
	case STEP_DONE:
		return "done";
	case STEP_NOW:
		return "now";
	case STEP_LATER:
		break;
	}
	return "later";
}

const char *
step_name(int step)
{
	static const char *const names[WORKFLOW_STEPS] = { "Perumusan instrumen",
		"Pemuatan instrumen", "Pemberitahuan", "Pengisian", "Verifikasi", "Pengesahan",
		"Pelaporan" };

	return step >= 1 && step <= WORKFLOW_STEPS ? names[step - 1] : "";
}

static const struct {
	const char *code, *words;
} lapses[LAPSES] = {
	[LAPSE_WARN] = { "warn", "tetap dapat diisi dan dikirim" },
	[LAPSE_CLOSE] = { "close", "ditutup" },
	[LAPSE_ASK] = { "ask", "ditutup, dan tambahan waktu dapat diminta" },
};

const char *
lapse_code(enum lapse lapse)
{
	return lapses[lapse].code;
}

enum lapse
lapse_of(const char *code)
{
	for (enum lapse lapse = LAPSE_WARN; lapse < LAPSES; lapse++)
		if (strcmp(lapses[lapse].code, code) == 0)
			return lapse;
	return LAPSE_WARN;
}

const char *
lapse_words(enum lapse lapse)
{
	return lapses[lapse].words;
}

bool
workflow_lapsed(enum state state, enum lapse lapse, bool kept_open, int32_t until, int32_t today)
{
	return lapse != LAPSE_WARN && !kept_open &&
	    (state == STATE_NOT_STARTED || state == STATE_DRAFT) && until > 0 && today > until;
}

enum stage
stage_of_step(int step)
{
	static const enum stage stages[] = { [4] = STAGE_FILL,
		STAGE_CHECK,
		STAGE_SIGN,
		STAGE_OVER };

	return step >= 1 && (size_t)step < COUNT(stages) ? stages[step] : STAGE_NONE;
}

enum stage
workflow_stage(enum state state, bool province_tier)
{
	return stage_of_step(workflow_step(state, province_tier));
}

int
stage_step(enum stage stage)
{
	static const int steps[] = { [STAGE_NONE] = 3,
		[STAGE_FILL] = 4,
		[STAGE_SEND] = 4,
		[STAGE_CHECK] = 5,
		[STAGE_SIGN] = 6,
		[STAGE_OVER] = 7 };

	return steps[stage];
}

const char *
stage_name(enum stage stage)
{
	static const char *const names[] = { [STAGE_NONE] = "",
		[STAGE_FILL] = "Isi",
		[STAGE_SEND] = "Kirim",
		[STAGE_CHECK] = "Diperiksa",
		[STAGE_SIGN] = "Ditandatangani",
		[STAGE_OVER] = "Selesai" };

	return names[stage];
}

bool
workflow_disclosed(enum state state, enum state tier)
{
	switch (tier) {
	case STATE_SUBMITTED:
		return state != STATE_NOT_STARTED && state != STATE_DRAFT &&
		    state != STATE_RETURNED;
	case STATE_VERIFIED:
		return state == STATE_VERIFIED || workflow_disclosed(state, STATE_VALIDATED);
	default:
		return state == STATE_VALIDATED || state == STATE_SIGNED ||
		    state == STATE_RECEIVED || state == STATE_REPORTED;
	}
}

bool
workflow_held(enum state state)
{
	return workflow_disclosed(state, STATE_VERIFIED);
}

const char *
workflow_waits(enum state state, bool province_tier)
{
	static const char *const waits[STATES] = {
		[STATE_NOT_STARTED] = "Perangkat daerah belum mulai mengisi.",
		[STATE_DRAFT] = "Perangkat daerah sedang mengisi.",
		[STATE_SUBMITTED] = "Sudah dikirim; sedang diperiksa tim verifikasi.",
		[STATE_RETURNED] = "Dikembalikan; perangkat daerah sedang memperbaiki.",
		[STATE_VERIFIED] = "Verifikasi sudah selesai; selanjutnya pengesahan oleh kepala "
				   "perangkat daerah.",
		[STATE_VALIDATED] = "Validasi sudah selesai; selanjutnya pengesahan oleh kepala "
				    "perangkat daerah.",
		[STATE_SIGNED] = "Formulir bertanda tangan sudah masuk; selanjutnya tanda terima.",
		[STATE_RECEIVED] = "Tanda terima sudah terbit; selanjutnya laporan daerah.",
		[STATE_REPORTED] = "Sudah dilaporkan.",
	};

	if (state == STATE_VERIFIED && province_tier)
		return "Verifikasi sudah selesai; selanjutnya validasi provinsi.";
	return state < STATES ? waits[state] : "";
}
