/* SPDX-License-Identifier: ISC */
/*
 * The whole state table: every state, action, role and tier, against grids
 * written out by hand from product.md and not from the table under test.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/workflow.h"
#include "statements.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/*
 * A row is a state, a column an action, a cell the state that it leads to, or
 * a dot where it is refused:
 *	d draft  s submitted  r returned  v verified  l validated
 *	g signed  c received  p reported
 */
static const char columns[STATES] = {
	[STATE_NOT_STARTED] = 'n',
	[STATE_DRAFT] = 'd',
	[STATE_SUBMITTED] = 's',
	[STATE_RETURNED] = 'r',
	[STATE_VERIFIED] = 'v',
	[STATE_VALIDATED] = 'l',
	[STATE_SIGNED] = 'g',
	[STATE_RECEIVED] = 'c',
	[STATE_REPORTED] = 'p',
};

static const enum state state_rows[] = {
	STATE_NOT_STARTED,
	STATE_DRAFT,
	STATE_SUBMITTED,
	STATE_RETURNED,
	STATE_VERIFIED,
	STATE_VALIDATED,
	STATE_SIGNED,
	STATE_RECEIVED,
	STATE_REPORTED,
};

static const enum action action_columns[] = {
	ACTION_SAVE,
	ACTION_SUBMIT,
	ACTION_RETURN,
	ACTION_VERIFY,
	ACTION_VALIDATE,
	ACTION_SIGN,
	ACTION_RECEIVE,
	ACTION_REPORT,
	ACTION_REOPEN,
	ACTION_WITHDRAW,
};

struct grid {
	enum role role;
	bool province_tier;
	const char *rows[9];
};

#define NOTHING \
	{ \
		"..........", "..........", "..........", "..........", "..........", \
		    "..........", "..........", "..........", ".........." \
	}

static const struct grid grids[] = {
	{ ROLE_OPERATOR, false,
	    { /*               save
		 *               |submit
		 *               ||return
		 *               |||verify
		 *               ||||validate
		 *               |||||sign
		 *               ||||||receive
		 *               |||||||report
		 *               ||||||||reopen
		 *               |||||||||withdraw */
		/* not started */ "d.........",
		/* draft       */ "ds........",
		/* submitted   */ ".........d",
		/* returned    */ "rs........",
		/* verified    */ ".....g....",
		/* validated   */ "..........",
		/* signed      */ "..........",
		/* received    */ "..........",
		/* reported    */ ".........." } },
	{ ROLE_OPERATOR, true,
	    { /* not started */ "d.........",
		/* draft       */ "ds........",
		/* submitted   */ ".........d",
		/* returned    */ "rs........",
		/* verified    */ "..........",
		/* validated   */ ".....g....",
		/* signed      */ "..........",
		/* received    */ "..........",
		/* reported    */ ".........." } },
	{ ROLE_HEAD, false,
	    { /* not started */ "..........",
		/* draft       */ "..........",
		/* submitted   */ "..........",
		/* returned    */ "..........",
		/* verified    */ ".....g....",
		/* validated   */ "..........",
		/* signed      */ "..........",
		/* received    */ "..........",
		/* reported    */ ".........." } },
	{ ROLE_HEAD, true,
	    { /* not started */ "..........",
		/* draft       */ "..........",
		/* submitted   */ "..........",
		/* returned    */ "..........",
		/* verified    */ "..........",
		/* validated   */ ".....g....",
		/* signed      */ "..........",
		/* received    */ "..........",
		/* reported    */ ".........." } },
	{ ROLE_VERIFIER, false,
	    { /* not started */ "..........",
		/* draft       */ "..........",
		/* submitted   */ "..rv......",
		/* returned    */ "..........",
		/* verified    */ "..r.......",
		/* validated   */ "..........",
		/* signed      */ "......c.d.",
		/* received    */ ".......pd.",
		/* reported    */ ".........." } },
	{ ROLE_VERIFIER, true,
	    { /* not started */ "..........",
		/* draft       */ "..........",
		/* submitted   */ "..rv......",
		/* returned    */ "..........",
		/* verified    */ "..r.......",
		/* validated   */ "..........",
		/* signed      */ "......c.d.",
		/* received    */ ".......pd.",
		/* reported    */ ".........." } },
	{ ROLE_VALIDATOR, false, NOTHING },
	{ ROLE_VALIDATOR, true,
	    { /* not started */ "..........",
		/* draft       */ "..........",
		/* submitted   */ "..........",
		/* returned    */ "..........",
		/* verified    */ "..r.l.....",
		/* validated   */ "..r.......",
		/* signed      */ "..........",
		/* received    */ "..........",
		/* reported    */ ".........." } },
	{ ROLE_ADMIN, false, NOTHING },
	{ ROLE_ADMIN, true, NOTHING },
	{ ROLE_AUDITOR, false, NOTHING },
	{ ROLE_AUDITOR, true, NOTHING },
	{ ROLE_PUBLIC, false, NOTHING },
	{ ROLE_PUBLIC, true, NOTHING },
};

/* Calls `look` on every cell of every grid. */
static void
each_cell(void (*look)(const struct grid *, enum state, enum action, char))
{
	for (size_t g = 0; g < COUNT(grids); g++)
		for (size_t s = 0; s < COUNT(state_rows); s++) {
			assert_int_equal(strlen(grids[g].rows[s]), COUNT(action_columns));
			for (size_t a = 0; a < COUNT(action_columns); a++)
				look(&grids[g], state_rows[s], action_columns[a],
				    grids[g].rows[s][a]);
		}
}

static void
look_at_move(const struct grid *grid, enum state from, enum action action, char expected)
{
	const struct move *move;
	char found;

	move = workflow_move(from, action, grid->role, grid->province_tier);
	found = move == NULL ? '.' : columns[move->to];
	if (found != expected)
		fail_msg("%s, %s, %s, %s province: expected %c, got %c", state_code(from),
		    action_name(action), role_code(grid->role),
		    grid->province_tier ? "with" : "without", expected, found);
	if (move == NULL)
		return;

	assert_int_equal(move->from, from);
	assert_int_equal(move->action, action);
	assert_true((move->roles & (unsigned)grid->role) != 0);
	/* a reason for sending back and for reopening, and for nothing else */
	assert_int_equal(move->reason, action == ACTION_RETURN || action == ACTION_REOPEN);
	/* only what was signed can be cancelled */
	assert_int_equal(move->cancels, action == ACTION_REOPEN);
}

static void
every_move_and_every_refusal(void **state)
{
	(void)state;
	/* all of the product: six roles and the public, twice */
	assert_int_equal(COUNT(grids), 7 * 2);
	assert_int_equal(COUNT(state_rows), STATES);
	assert_int_equal(COUNT(action_columns), ACTIONS);
	each_cell(look_at_move);
}

static void
look_at_words(const struct grid *grid, enum state from, enum action action, char expected)
{
	char text[WORKFLOW_WORDS];
	enum refusal refusal;
	const char *words;

	refusal = workflow_refusal(from, action, grid->role, grid->province_tier);
	words = workflow_why_not(text, sizeof(text), from, action, grid->role, grid->province_tier);
	assert_ptr_equal(words, text);
	if (expected != '.') {
		assert_int_equal(refusal, REFUSAL_NONE);
		assert_string_equal(words, "");
		return;
	}
	assert_int_not_equal(refusal, REFUSAL_NONE);
	/* a whole sentence, which was not cut */
	assert_true(strlen(words) + 1 < sizeof(text));
	assert_int_equal(words[strlen(words) - 1], '.');
	assert_non_null(strstr(words, action_name(action)));
	if (refusal == REFUSAL_STATE)
		assert_non_null(strstr(words, state_name(from)));
}

static void
every_refusal_has_words(void **state)
{
	(void)state;
	each_cell(look_at_words);
}

static void
refusals_by_kind(void **state)
{
	(void)state;
	/* never theirs, in any state */
	for (size_t s = 0; s < STATES; s++) {
		assert_int_equal(workflow_refusal((enum state)s, ACTION_SAVE, ROLE_HEAD, true),
		    REFUSAL_ROLE);
		assert_int_equal(workflow_refusal((enum state)s, ACTION_VERIFY, ROLE_OPERATOR,
				     true),
		    REFUSAL_ROLE);
		assert_int_equal(workflow_refusal((enum state)s, ACTION_REOPEN, ROLE_VALIDATOR,
				     true),
		    REFUSAL_ROLE);
		assert_int_equal(workflow_refusal((enum state)s, ACTION_SIGN, ROLE_ADMIN, false),
		    REFUSAL_ROLE);
		assert_int_equal(workflow_refusal((enum state)s, ACTION_REPORT, ROLE_PUBLIC, false),
		    REFUSAL_ROLE);
	}
	/* the province in a cycle without it */
	assert_int_equal(workflow_refusal(STATE_VERIFIED, ACTION_VALIDATE, ROLE_VALIDATOR, false),
	    REFUSAL_TIER);
	assert_int_equal(workflow_refusal(STATE_VERIFIED, ACTION_RETURN, ROLE_VALIDATOR, false),
	    REFUSAL_TIER);
	/* too early, too late, or somebody was faster */
	assert_int_equal(workflow_refusal(STATE_SUBMITTED, ACTION_SAVE, ROLE_OPERATOR, false),
	    REFUSAL_STATE);
	assert_int_equal(workflow_refusal(STATE_VERIFIED, ACTION_SIGN, ROLE_HEAD, true),
	    REFUSAL_STATE);
	assert_int_equal(workflow_refusal(STATE_REPORTED, ACTION_REOPEN, ROLE_VERIFIER, true),
	    REFUSAL_STATE);
	assert_int_equal(workflow_refusal(STATES, ACTION_REOPEN, ROLE_VERIFIER, true),
	    REFUSAL_STATE);
}

static void
refusals_read_well(void **state)
{
	char text[WORKFLOW_WORDS], little[12];

	(void)state;
	assert_string_equal(workflow_why_not(text, sizeof(text), STATE_SUBMITTED, ACTION_SAVE,
				ROLE_OPERATOR, true),
	    "Pengisian oleh Operator Perangkat Daerah hanya dapat dilakukan "
	    "saat penilaian berstatus “Belum dimulai”, “Draf”, atau "
	    "“Dikembalikan”; sekarang statusnya “Dikirim”.");
	assert_string_equal(workflow_why_not(text, sizeof(text), STATE_DRAFT, ACTION_REOPEN,
				ROLE_VERIFIER, true),
	    "Pembukaan kembali oleh Tim verifikasi hanya dapat dilakukan saat "
	    "penilaian berstatus “Menunggu diperiksa” atau “Diterima”; sekarang "
	    "statusnya “Draf”.");
	assert_string_equal(workflow_why_not(text, sizeof(text), STATE_VERIFIED, ACTION_SIGN,
				ROLE_VERIFIER, false),
	    "Pengesahan hanya dapat dilakukan oleh Operator Perangkat Daerah "
	    "atau Kepala Perangkat Daerah.");
	assert_string_equal(workflow_why_not(text, sizeof(text), STATE_SUBMITTED, ACTION_VERIFY,
				ROLE_OPERATOR, false),
	    "Verifikasi hanya dapat dilakukan oleh Tim verifikasi.");
	assert_string_equal(workflow_why_not(text, sizeof(text), STATE_VERIFIED, ACTION_VALIDATE,
				ROLE_VALIDATOR, false),
	    "Validasi oleh Biro Organisasi Provinsi tidak berlaku, karena "
	    "periode penilaian ini berjalan tanpa validasi provinsi.");

	/* cut, not spilled */
	memset(little, '#', sizeof(little));
	workflow_why_not(little, 10, STATE_DRAFT, ACTION_REOPEN, ROLE_VERIFIER, true);
	assert_string_equal(little, "Pembukaan");
	assert_int_equal(little[10], '#');
	assert_string_equal(
	    workflow_why_not(NULL, 0, STATE_DRAFT, ACTION_REOPEN, ROLE_VERIFIER, true), "");
}

static void
history_that_moves_can_have_written(void **state)
{
	/* product.md, the picture, arrow by arrow */
	static const char *const arrows[] = { "nd", "ds", "sd", "sr", "rs", "sv", "vl", "vg", "lg",
		"gc", "cp", "vr", "lr", "gd", "cd" };

	(void)state;
	for (size_t from = 0; from < STATES; from++)
		for (size_t to = 0; to < STATES; to++) {
			bool drawn = false;

			for (size_t i = 0; i < COUNT(arrows); i++)
				drawn |= arrows[i][0] == columns[from] &&
				    arrows[i][1] == columns[to];
			assert_int_equal(workflow_connects((enum state)from, (enum state)to),
			    drawn);
		}
}

static void
codes_go_both_ways(void **state)
{
	static const char *const codes[] = { "not_started", "draft", "submitted", "returned",
		"verified", "validated", "signed", "received", "reported" },
				 *const names[] = { "Belum dimulai", "Draf", "Dikirim",
					 "Dikembalikan", "Terverifikasi", "Tervalidasi",
					 "Menunggu diperiksa", "Diterima", "Dilaporkan" };
	enum state found = STATES;

	(void)state;
	for (size_t i = 0; i < COUNT(codes); i++) {
		assert_string_equal(state_code(state_rows[i]), codes[i]);
		assert_string_equal(state_name(state_rows[i]), names[i]);
		assert_true(state_of(codes[i], &found));
		assert_int_equal(found, state_rows[i]);
		assert_string_not_equal(action_name(action_columns[i]), "");
	}
	assert_false(state_of("reopened", &found));
	assert_false(state_of("Draft", &found));
	assert_false(state_of("", &found));
	assert_false(state_of(NULL, &found));
	assert_int_equal(found, STATE_REPORTED);
	assert_string_equal(state_code(STATES), "");
	assert_string_equal(state_name(STATES), "");
	assert_string_equal(action_name(ACTIONS), "");
}

static void
roles_are_bits_with_names(void **state)
{
	static const struct {
		enum role role;
		const char *code;
		const char *name;
	} roles[] = { { ROLE_OPERATOR, "operator", "Operator Perangkat Daerah" },
		{ ROLE_HEAD, "head", "Kepala Perangkat Daerah" },
		{ ROLE_VERIFIER, "verifier", "Tim verifikasi" },
		{ ROLE_VALIDATOR, "validator", "Biro Organisasi Provinsi" },
		{ ROLE_ADMIN, "admin", "Administrator aplikasi" },
		{ ROLE_AUDITOR, "auditor", "Inspektorat / pemeriksa" },
		{ ROLE_LEADER, "leader", "Sekretaris Daerah, kepala daerah" },
		{ ROLE_ASSISTANT, "assistant", "Pendamping lapangan" } };
	unsigned all = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(roles); i++) {
		assert_int_equal(all & (unsigned)roles[i].role, 0);
		all |= (unsigned)roles[i].role;
		assert_string_equal(role_code(roles[i].role), roles[i].code);
		assert_string_equal(role_name(roles[i].role), roles[i].name);
		assert_int_equal(role_of(roles[i].code), roles[i].role);
	}
	assert_int_equal(all, ROLE_ANY);
	assert_int_equal(role_of("root"), ROLE_PUBLIC);
	assert_int_equal(role_of(""), ROLE_PUBLIC);
	assert_int_equal(role_of(NULL), ROLE_PUBLIC);
	assert_string_equal(role_code(ROLE_PUBLIC), "");
	assert_string_equal(role_name(ROLE_PUBLIC), "Publik");
}

static void
where_an_assessment_stands(void **state)
{
	static const struct {
		enum state state;
		int without, with;
	} expected[] = { { STATE_NOT_STARTED, 4, 4 }, { STATE_DRAFT, 4, 4 },
		{ STATE_RETURNED, 4, 4 }, { STATE_SUBMITTED, 5, 5 }, { STATE_VERIFIED, 6, 5 },
		{ STATE_VALIDATED, 6, 6 }, { STATE_SIGNED, 6, 6 }, { STATE_RECEIVED, 7, 7 },
		{ STATE_REPORTED, 7, 7 } };

	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++) {
		assert_int_equal(workflow_step(expected[i].state, false), expected[i].without);
		assert_int_equal(workflow_step(expected[i].state, true), expected[i].with);
	}

	assert_int_equal(workflow_progress(4, 5, false), STEP_DONE);
	assert_int_equal(workflow_progress(5, 5, false), STEP_NOW);
	assert_int_equal(workflow_progress(6, 5, false), STEP_LATER);
	assert_int_equal(workflow_progress(7, 7, false), STEP_NOW);
	for (int32_t day = 0; day < 80; day++)
		assert_int_equal(workflow_step_on((const int32_t[]){ 10, 20, 30, 40, 50, 60, 70 },
				     day),
		    day < 10 ? 1 : day / 10);
	for (int step = 1; step <= WORKFLOW_STEPS; step++) {
		assert_int_equal(workflow_progress(step, 4, true), STEP_DONE);
		assert_string_not_equal(step_name(step), "");
	}
	/* In the words of who walks it; nobody fills in before the fourth step. */
	for (int step = 0; step <= WORKFLOW_STEPS + 1; step++)
		assert_int_equal(stage_of_step(step),
		    ((const enum stage[]){ STAGE_NONE, STAGE_NONE, STAGE_NONE, STAGE_NONE,
			STAGE_FILL, STAGE_CHECK, STAGE_SIGN, STAGE_OVER, STAGE_NONE })[step]);
	assert_int_equal(workflow_stage(STATE_RETURNED, true), STAGE_FILL);
	assert_int_equal(workflow_stage(STATE_SUBMITTED, false), STAGE_CHECK);
	assert_int_equal(workflow_stage(STATE_VERIFIED, true), STAGE_CHECK);
	assert_int_equal(workflow_stage(STATE_VERIFIED, false), STAGE_SIGN);
	for (int stage = STAGE_FILL; stage <= STAGES; stage++) {
		assert_string_not_equal(stage_name((enum stage)stage), "");
		assert_true(stage == STAGE_SEND ||
		    stage_of_step(stage_step((enum stage)stage)) == (enum stage)stage);
	}
	assert_int_equal(stage_step(STAGE_SEND), stage_step(STAGE_FILL));
	assert_string_equal(stage_name(STAGE_NONE), "");

	assert_string_equal(step_name(0), "");
	assert_string_equal(step_name(8), "");
	assert_string_equal(progress_code(STEP_DONE), "done");
	assert_string_equal(progress_code(STEP_NOW), "now");
	assert_string_equal(progress_code(STEP_LATER), "later");
}

/* The states of a list of SQL, as a mask; 0 for states of something else. */
static unsigned
listed(const char *list)
{
	unsigned mask = 0;
	char code[32];
	int length;

	while (sscanf(list, "'%31[a-z_]'%n", code, &length) == 1) {
		enum state state;

		if (!state_of(code, &state))
			return 0;
		mask |= 1U << state;
		list += length;
		list += strspn(list, ", ");
	}
	return *list == ')' ? mask : 0;
}

/* From a state on, as the rules tell it. */
static unsigned
from_on(enum state first)
{
	unsigned mask = 0;

	for (enum state state = 0; state < STATES; state++)
		if (first == STATE_VERIFIED || first == STATE_VALIDATED ?
			workflow_disclosed(state, first) :
			state >= first)
			mask |= 1U << state;
	return mask;
}

static size_t
check_lists(enum statement id)
{
	size_t count = 0;

	for (const char *at = statement_text(id); (at = strstr(at, "state ")) != NULL; at++) {
		const char *list = at + strlen("state ");
		unsigned mask;

		list += strncmp(list, "NOT ", 4) == 0 ? 4 : 0;
		mask = strncmp(list, "IN (", 4) == 0 ? listed(list + 4) : 0;
		if ((mask & 1U << STATE_REPORTED) == 0)
			continue;
		for (enum state first = 0;; first++)
			if (mask & 1U << first) {
				if (mask != from_on(first))
					fail_msg(
					    "%s: the list of states from %s on has not all: %.80s",
					    statement_name(id), state_code(first), at);
				break;
			}
		count++;
	}
	return count;
}

/* SQL has to write out which states hold, and which have come to the end: every list
 * that goes to the end is that of the rules. */
static void
lists_of_statements_are_those_of_the_rules(void **state)
{
	size_t count = 0;

	(void)state;
	for (enum statement id = 0; id < STATEMENT_COUNT; id++)
		count += check_lists(id);
	assert_true(count >= 10);
	assert_int_equal(listed("'verified', 'signed')"),
	    1U << STATE_VERIFIED | 1U << STATE_SIGNED);
	assert_int_equal(listed("'empty', 'blank')"), 0);
	for (enum state one = 0; one < STATES; one++)
		assert_int_equal(workflow_held(one), (from_on(STATE_VERIFIED) >> one & 1U) != 0);
}

static void
what_a_last_day_closes(void **state)
{
	enum { UNTIL = 100 };

	(void)state;
	for (enum state one = 0; one < STATES; one++)
		for (enum lapse lapse = 0; lapse < LAPSES; lapse++) {
			bool closes = lapse != LAPSE_WARN &&
			    (one == STATE_NOT_STARTED || one == STATE_DRAFT);

			assert_false(workflow_lapsed(one, lapse, false, UNTIL, UNTIL));
			assert_int_equal(workflow_lapsed(one, lapse, false, UNTIL, UNTIL + 1),
			    closes);
			assert_false(workflow_lapsed(one, lapse, true, UNTIL, UNTIL + 1));
			assert_false(workflow_lapsed(one, lapse, false, 0, UNTIL));
			assert_int_equal(lapse_of(lapse_code(lapse)), lapse);
			assert_string_not_equal(lapse_words(lapse), "");
		}
	assert_int_equal(lapse_of("closed"), LAPSE_WARN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_move_and_every_refusal),
		cmocka_unit_test(every_refusal_has_words), cmocka_unit_test(refusals_by_kind),
		cmocka_unit_test(refusals_read_well),
		cmocka_unit_test(history_that_moves_can_have_written),
		cmocka_unit_test(codes_go_both_ways), cmocka_unit_test(roles_are_bits_with_names),
		cmocka_unit_test(where_an_assessment_stands),
		cmocka_unit_test(what_a_last_day_closes),
		cmocka_unit_test(lists_of_statements_are_those_of_the_rules) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("workflow", tests, NULL, NULL);
}
