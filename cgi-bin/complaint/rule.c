/* SPDX-License-Identifier: ISC */
/*
 * What a region sets: whether people can write, the working days of each step, and the words
 * that answers begin with.
 */
#include "complaint/complaint.h"

#include "store/history.h"
#include "base/banned.h"

enum { RULE_VERSION, RULE_OPEN, RULE_FORWARD, RULE_ANSWER, RULE_CLOSE };
const struct field complaint_rule_fields[] = {
	[RULE_VERSION] = { "version", FIELD_NUMBER, "Versi", .max = UINT32_MAX },
	[RULE_OPEN] = { "open", FIELD_FLAG, "Dibuka" },
	[RULE_FORWARD] = { "forward_days", FIELD_NUMBER, "Diteruskan", true, .min = 1, .max = 60 },
	[RULE_ANSWER] = { "answer_days", FIELD_NUMBER, "Dijawab", true, .min = 1, .max = 60 },
	[RULE_CLOSE] = { "close_days", FIELD_NUMBER, "Ditutup", true, .min = 1, .max = 60 },
	{ .name = NULL },
};

enum { TEMPLATE_TITLE, TEMPLATE_BODY };
const struct field template_fields[] = {
	[TEMPLATE_TITLE] = { "title", FIELD_TEXT, "Nama", true, .min = 2, .max = 120 },
	[TEMPLATE_BODY] = { "body", FIELD_LINES, "Isi", true, .min = 2, .max = BODY_LENGTH },
	{ .name = NULL },
};

/* The rule of one's own region, and what its form leads to. */
struct ruling {
	struct context *context;
	struct rows rule, region;
};

static int
rule_read(struct context *context, struct ruling *ruling)
{
	struct db_value region = db_int(context->actor.region_id);
	int result;

	if (context->actor.region_id == 0)
		return context_refuse(context, 403,
		    "Pengaduan diatur tiap daerah, oleh administrator atau tim verifikasinya.");
	result = db_select(context->db, &ruling->rule, STATEMENT_COMPLAINT_RULE, region);
	if (result >= 0)
		result = db_select(context->db, &ruling->region, STATEMENT_COMPLAINT_OWN_REGION,
		    region);
	return result < 0 ? context_status(context, result) : 0;
}

static int
rule_show(struct context *context, const struct ruling *ruling)
{
	page_set(&context->page, "Region.code", row_text(&ruling->region, 0, "code"));
	if (!form_ok(&context->form))
		return context_show_errors(context, "complaint/rule");
	if (ruling->rule.count > 0) {
		fill_row(page_node(&context->page, "Form.value"), &ruling->rule, 0);
	} else {
		page_set(&context->page, "Form.value.forward_days", "3");
		page_set(&context->page, "Form.value.answer_days", "5");
		page_set(&context->page, "Form.value.close_days", "10");
	}
	return context_show(context, "complaint/rule");
}

int
show_complaint_rule(struct context *context)
{
	struct ruling ruling = { .context = context };
	int status = rule_read(context, &ruling);

	return status != 0 ? status : rule_show(context, &ruling);
}

/* What the bureau sets for its region stands in the history of the region. */
static int
rule_change(struct context *context, const char *from, const char *to)
{
	return history_add(context->db,
	    &(struct change){ .subject = "region",
		.account_id = context->actor.account_id,
		.region_id = context->actor.region_id,
		.subject_id = context->actor.region_id,
		.from = from,
		.to = to });
}

static int
rule_save(struct db *db, void *argument)
{
	struct context *context = argument;
	const struct form *form = &context->form;
	int64_t region = context->actor.region_id, version = form_number(form, RULE_VERSION);
	int result = db_run(db, STATEMENT_COMPLAINT_RULE_BEGIN, db_int(region));

	if (result >= 0)
		result = db_run(db, STATEMENT_COMPLAINT_RULE_SAVE,
		    db_int(form_number(form, RULE_OPEN)), db_int(form_number(form, RULE_FORWARD)),
		    db_int(form_number(form, RULE_ANSWER)), db_int(form_number(form, RULE_CLOSE)),
		    db_int(region), db_int(version > 0 ? version : 1));
	if (result == 0)
		return context_stop(context, 409,
		    "Pengaturan ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya, lalu ubah lagi.");
	return result < 0 ?
	    result :
	    rule_change(context, NULL,
		arena_format(context->arena,
		    "Pengaduan: %s; hari kerja diteruskan %s, dijawab %s, ditutup %s",
		    form_number(form, RULE_OPEN) != 0 ? "dibuka" : "ditutup",
		    form_text(form, RULE_FORWARD), form_text(form, RULE_ANSWER),
		    form_text(form, RULE_CLOSE)));
}

int
save_complaint_rule(struct context *context)
{
	struct ruling ruling = { .context = context };
	int result, status = rule_read(context, &ruling);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return rule_show(context, &ruling);
	result = db_txn_world(context->db, rule_save, context);
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/complaint/rule?done=saved");
}

/* ---- words that answers begin with ------------------------------------------------ */

static int
templates_read(struct context *context, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_COMPLAINT_TEMPLATES,
	    db_int(context->actor.region_id));

	return result < 0 ? context_status(context, result) : 0;
}

static int
templates_show(struct context *context, const struct rows *rows)
{
	fill_rows(page_node(&context->page, "Templates"), rows);
	return form_ok(&context->form) ?
	    context_show(context, "complaint/templates") :
	    context_show_errors(context, "complaint/templates");
}

int
show_answer_templates(struct context *context)
{
	struct rows rows;
	int status = templates_read(context, &rows);

	return status != 0 ? status : templates_show(context, &rows);
}

static int
store_template(struct db *db, void *argument)
{
	struct context *context = argument;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_COMPLAINT_TEMPLATE_ADD, db_int(context->actor.region_id),
	    db_text(form_text(form, TEMPLATE_TITLE)), db_text(form_text(form, TEMPLATE_BODY)),
	    db_int(context->actor.account_id));

	return result < 0 ?
	    result :
	    rule_change(context, NULL,
		arena_format(context->arena, "Jawaban siap pakai: %s",
		    form_text(form, TEMPLATE_TITLE)));
}

int
add_answer_template(struct context *context)
{
	struct form *form = &context->form;
	struct rows rows;
	int result = 0, status = templates_read(context, &rows);

	if (status != 0)
		return status;
	if (form_ok(form))
		result = db_txn(context->db, store_template, context);
	if (result == DB_DUPLICATE)
		form_error(form, TEMPLATE_TITLE,
		    "Sudah ada jawaban dengan nama ini. Pilih nama lain.");
	else if (result != 0)
		return context_status(context, result);
	return form_ok(form) ?
	    context_redirect(context, "/complaint/templates?done=created") :
	    templates_show(context, &rows);
}

struct unkept_template {
	struct context *context;
	const char *title;
};

static int
take_template(struct db *db, void *argument)
{
	const struct unkept_template *unkept = argument;
	struct context *context = unkept->context;
	int result = db_run(db, STATEMENT_COMPLAINT_TEMPLATE_REMOVE, db_int(context->keys[0]),
	    db_int(context->actor.region_id));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	return rule_change(context,
	    arena_format(context->arena, "Jawaban siap pakai: %s", unkept->title), "dihapus");
}

int
remove_answer_template(struct context *context)
{
	struct unkept_template unkept = { context, "" };
	struct rows rows;
	int result, status = templates_read(context, &rows);

	if (status != 0)
		return status;
	for (size_t row = 0; row < rows.count; row++)
		if (row_int(&rows, row, "id") == context->keys[0])
			unkept.title = row_text(&rows, row, "title");
	result = db_txn(context->db, take_template, &unkept);
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/complaint/templates?done=removed");
}
