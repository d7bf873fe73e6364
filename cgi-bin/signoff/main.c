/* SPDX-License-Identifier: ISC */
/*
 * The program signoff: step 6.  The verified questionnaire is printed, signed
 * by the head, sent in, confirmed by the team, and answered by a tanda terima;
 * reopening cancels both.
 */
#include "signoff/form_content.h"
#include "signoff/signoff.h"
#include "document/export.h"
#include "document/listing.h"
#include "frame/judging.h"
#include "base/banned.h"

static int
read_assessments(struct context *context, struct rows *assessments)
{
	int result = context_may(context, AGENCY) ?
	    db_select(context->db, assessments, STATEMENT_SIGNOFF_LIST_AGENCY,
		db_int(context->actor.agency_id)) :
	    db_select(context->db, assessments, STATEMENT_SIGNOFF_LIST_REGION,
		db_int(context->actor.region_id));

	return context_status(context, result);
}

/* Whose turn it is with an assessment of the list, and whether the actor's team
 * has to leave it to others. */
struct turn {
	bool to_sign, to_receive, own;
};

static struct turn
decide_turn(const struct rows *assessments, size_t row, bool own)
{
	bool tier = row_int(assessments, row, "province_tier") != 0;
	enum state state = STATE_NOT_STARTED;

	state_of(row_text(assessments, row, "state"), &state);
	return (struct turn){
		.to_sign = workflow_move(state, ACTION_SIGN, ROLE_OPERATOR, tier) != NULL,
		.to_receive = !own &&
		    workflow_move(state, ACTION_RECEIVE, ROLE_VERIFIER, tier) != NULL,
		.own = own,
	};
}

/* Whose turn it is, as people read it; "" where it is nobody's here. */
static const char *
turn_words(const struct rows *assessments, size_t row, const struct turn *turn)
{
	if (turn->to_sign)
		return "Siap dicetak dan ditandatangani";
	if (row_int(assessments, row, "sent_back") == 1)
		return "Pindaian dikembalikan: menunggu unggahan yang baru";
	if (turn->own)
		return "Perangkat daerah Anda: disahkan anggota tim lain";
	return turn->to_receive ? "Menunggu diperiksa tim, lalu tanda terima" : "";
}

static int
show_assessments(struct context *context, const struct rows *assessments)
{
	struct node *list = page_node(&context->page, "Assessments");

	for (size_t row = 0; row < assessments->count; row++) {
		struct node *node = node_row(list, row);
		struct turn turn = decide_turn(assessments, row,
		    judges_own(context, row_int(assessments, row, "agency_id")));

		fill_row(node, assessments, row);
		node_set(node, "turn", turn_words(assessments, row, &turn));
	}
	return context_show(context, "signoff/list");
}

static int
signoff_show_list(struct context *context)
{
	struct rows assessments;
	int status = read_assessments(context, &assessments);

	return status != 0 ? status : show_assessments(context, &assessments);
}

/* One line of the list as a file. */
struct signoff_line {
	const char *agency, *year, *state, *turn;
};

static struct signoff_line
signoff_line(const struct context *context, const struct rows *assessments, size_t row)
{
	struct turn turn = decide_turn(assessments, row,
	    judges_own(context, row_int(assessments, row, "agency_id")));
	enum state state = STATE_NOT_STARTED;

	state_of(row_text(assessments, row, "state"), &state);
	return (struct signoff_line){ row_text(assessments, row, "agency_name"),
		row_text(assessments, row, "year"), state_name(state),
		turn_words(assessments, row, &turn) };
}

static int
send_list(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Perangkat daerah", 40, struct signoff_line, agency),
		LISTING_NUMBER("Tahun", 10, struct signoff_line, year),
		LISTING_MEMBER("Status", 20, struct signoff_line, state),
		LISTING_MEMBER("Giliran", 30, struct signoff_line, turn),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Pengesahan",
		.columns = columns,
		.size = sizeof(struct signoff_line) };
	struct signoff_line *lines;
	struct rows rows;
	int status = read_assessments(context, &rows);

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = signoff_line(context, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "pengesahan", &listing, 1);
}

static int
signoff_show_one(struct context *context)
{
	struct signoff signoff;
	int status = signoff_read(context, context->keys[0], &signoff);

	if (status == 0)
		status = signoff_read_preview(context, &signoff);
	if (status != 0)
		return status;
	signoff_fill(context, &signoff);
	return context_show(context, "signoff/one");
}

struct printing {
	struct context *context;
	const struct assessment *assessment;
	const char *content;
	int64_t issued_id;
};

static int
issue_form(struct db *db, void *argument)
{
	struct printing *printing = argument;
	int result = assessment_hold(printing->context, printing->assessment);

	(void)db;
	return result != 0 ?
	    result :
	    issued_issue(printing->context, "form", printing->assessment->cycle_id,
		printing->assessment, 0, printing->content, &printing->issued_id);
}

/* Each printing is a paper of its own: the one before counts no more. */
static int
print_form(struct context *context)
{
	struct buffer content = { .arena = context->arena };
	struct signoff signoff;
	struct printing printing = { context, &signoff.assessment, NULL, 0 };
	struct signoff_decision decision;
	int status = signoff_read(context, context->keys[0], &signoff);

	if (status != 0)
		return status;
	decision = signoff_decide(&signoff, context->actor.role);
	if ((decision.sign || !decision.print) &&
	    assessment_may(context, &signoff.assessment, ACTION_SIGN, &status) == NULL)
		return status;
	status = form_content(context, &signoff.assessment, &content);
	if (status != 0)
		return status;
	printing.content = content.bytes;
	status = context_status(context, db_txn(context->db, issue_form, &printing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/form", (long long)signoff.assessment.id);
}

/* One of the two papers, or 404 while there is none. */
static int
show_paper(struct context *context, const struct signoff *signoff,
    const struct issued_document *paper, const char *view)
{
	if (paper->id == 0)
		return 404;
	assessment_fill(context, &signoff->assessment);
	issued_fill(context, paper);
	if (signoff->head_changed)
		page_set(&context->page, "Printed.head_changed", "1");
	return context_show(context, view);
}

static int
signoff_show_form(struct context *context)
{
	struct signoff signoff;
	int status = signoff_read(context, context->keys[0], &signoff);

	return status != 0 ? status : show_paper(context, &signoff, &signoff.form, "signoff/form");
}

static int
show_receipt(struct context *context)
{
	struct signoff signoff;
	int status = signoff_read(context, context->keys[0], &signoff);

	return status != 0 ?
	    status :
	    show_paper(context, &signoff, &signoff.receipt, "signoff/receipt");
}

static const struct route routes[] = {
	{ METHOD_GET, "/", signoff_show_list, .roles = AGENCY | ROLE_VERIFIER | ROLE_AUDITOR },
	{ METHOD_GET, "/table.*", send_list, .roles = AGENCY | ROLE_VERIFIER | ROLE_AUDITOR,
	    .fields = export_fields, .flags = ROUTE_EXPORTS },
	{ METHOD_GET, "/#/", signoff_show_one, .roles = READERS },
	{ METHOD_POST, "/#/form", print_form, .roles = AGENCY, .flags = ROUTE_ONCE | ROUTE_PAPERS },
	{ METHOD_GET, "/#/form", signoff_show_form, .roles = READERS },
	{ METHOD_POST, "/#/scan", take_scan, .roles = AGENCY, .fields = scan_fields,
	    .flags = ROUTE_ONCE | ROUTE_UPLOADS },
	{ METHOD_GET, "/#/scan/#", send_scan, .roles = READERS },
	{ METHOD_GET, "/#/scan/#/view", view_scan, .roles = READERS },
	{ METHOD_GET, "/#/scan/#/frame", frame_scan, .roles = READERS },
	{ METHOD_POST, "/#/scan/check", check_again, .roles = AGENCY | ROLE_VERIFIER,
	    .judges = JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/scan/refuse", send_scan_back, .roles = ROLE_VERIFIER,
	    .fields = reason_fields, .judges = JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/receive", take_receipt, .roles = ROLE_VERIFIER, .fields = receive_fields,
	    .judges = JUDGES_ASSESSMENT },
	{ METHOD_GET, "/#/receipt", show_receipt, .roles = READERS },
	{ METHOD_GET, "/#/reopen", ask_reopen, .roles = ROLE_VERIFIER,
	    .judges = JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/reopen", do_reopen, .roles = ROLE_VERIFIER, .fields = reason_fields,
	    .judges = JUDGES_ASSESSMENT },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("signoff", routes);
}
