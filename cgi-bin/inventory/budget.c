/* SPDX-License-Identifier: ISC */
/*
 * The share of a region's budget for information technology, year by year, against what
 * it aims at.
 */
#include "inventory/inventory.h"

#include "base/banned.h"

enum { BUDGET_YEAR, BUDGET_TOTAL, BUDGET_ICT, BUDGET_TARGET, BUDGET_BASIS, BUDGET_REGION };
const struct field budget_fields[] = {
	[BUDGET_YEAR] = { "year", FIELD_NUMBER, "Tahun", true, .min = 2000, .max = 2100 },
	[BUDGET_TOTAL] = { "total", FIELD_TEXT, "APBD", true, .max = 30 },
	[BUDGET_ICT] = { "ict", FIELD_TEXT, "Anggaran TIK", true, .max = 30 },
	[BUDGET_TARGET] = { "target", FIELD_TEXT, "Sasaran", .max = 6 },
	[BUDGET_BASIS] = { "basis", FIELD_TEXT, "Dasar sasaran", .max = 300 },
	[BUDGET_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { PLACE_ONLY };
#define BUDGET_MAX INT64_C(1000000000000000)

struct budget_page {
	struct inventory_place place;
	struct rows budgets;
	int64_t total, ict, target; /* of what is stored; target in hundredths, 0: none */
};

static int
budget_read(struct context *context, int64_t region, struct budget_page *page)
{
	int status = inventory_place_find(context, region, &page->place);

	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, &page->budgets, STATEMENT_INVENTORY_BUDGETS,
		    db_int(page->place.region_id)));
}

void
budget_fill(struct context *context, const struct rows *budgets)
{
	struct node *list = page_node(&context->page, "Budgets");
	struct arena *arena = context->arena;

	for (size_t row = 0; row < budgets->count; row++) {
		struct node *node = node_row(list, row);
		int64_t total = row_int(budgets, row, "total"), ict = row_int(budgets, row, "ict");
		int64_t target = row_int(budgets, row, "target");

		node_set(node, "year", row_text(budgets, row, "year"));
		node_set(node, "total", inventory_number(arena, total));
		node_set(node, "ict", inventory_number(arena, ict));
		node_set(node, "share", inventory_share(arena, ict, total, SHARE_DECIMALS));
		if (target == 0)
			continue;
		node_set(node, "target", inventory_share(arena, target, 10000, 2));
		node_set(node, "basis", row_text(budgets, row, "basis"));
		if (share_percent(ict, total, SHARE_DECIMALS) < target * 10)
			node_set(node, "short", "1");
	}
}

static int
budget_show(struct context *context, struct budget_page *page)
{
	inventory_place_fill(context, &page->place);
	budget_fill(context, &page->budgets);
	return form_ok(&context->form) ?
	    context_show(context, "inventory/budget") :
	    context_show_errors(context, "inventory/budget");
}

int
show_budget(struct context *context)
{
	struct budget_page page;
	int status = form_ok(&context->form) ?
	    budget_read(context, form_number(&context->form, PLACE_ONLY), &page) :
	    400;

	return status != 0 ? status : budget_show(context, &page);
}

/* ---- storing --------------------------------------------------------------------------- */

/* Rupiah as people write them: "1.810.758.387.000", "Rp 12.262.832.618,-"; -1: none. */
static int64_t
rupiah(const char *text)
{
	int64_t number = 0;
	bool digits = false;

	if ((text[0] == 'R' || text[0] == 'r') && (text[1] == 'p' || text[1] == 'P'))
		text += 2;
	for (; *text != '\0' && *text != ','; text++) {
		if (*text >= '0' && *text <= '9' && number <= BUDGET_MAX) {
			number = number * 10 + (*text - '0');
			digits = true;
		} else if (*text != '.' && *text != ' ') {
			return -1;
		}
	}
	for (; *text != '\0'; text++)
		if (*text != ',' && *text != '-' && *text != '0')
			return -1;
	return digits && number <= BUDGET_MAX ? number : -1;
}

/* "2", "2,5" percent in hundredths; -1: none. */
static int64_t
hundredths(const char *text)
{
	int64_t number = 0;
	int decimals = -1, digits = 0;

	for (; *text != '\0'; text++) {
		if (*text >= '0' && *text <= '9' && decimals < 2) {
			number = number * 10 + (*text - '0');
			digits++;
			decimals += decimals >= 0;
		} else if ((*text == ',' || *text == '.') && decimals < 0) {
			decimals = 0;
		} else if (*text != '%' || text[1] != '\0') {
			return -1;
		}
	}
	for (int more = decimals < 0 ? 0 : decimals; more < 2; more++)
		number *= 10;
	return digits > 0 && number >= 1 && number <= 10000 ? number : -1;
}

static void
take_budget(struct form *form, struct budget_page *page)
{
	page->total = rupiah(form_text(form, BUDGET_TOTAL));
	page->ict = rupiah(form_text(form, BUDGET_ICT));
	page->target = *form_text(form, BUDGET_TARGET) == '\0' ?
	    0 :
	    hundredths(form_text(form, BUDGET_TARGET));
	if (page->total <= 0)
		form_error(form, BUDGET_TOTAL,
		    "Tulis APBD dalam rupiah, misalnya 1.810.758.387.000.");
	if (page->ict < 0)
		form_error(form, BUDGET_ICT,
		    "Tulis anggaran TIK dalam rupiah, misalnya 12.262.832.618.");
	else if (page->total > 0 && page->ict > page->total)
		form_error(form, BUDGET_ICT,
		    "Anggaran TIK lebih besar dari APBD. Periksa keduanya.");
	if (page->target < 0)
		form_error(form, BUDGET_TARGET,
		    "Tulis sasaran dalam persen, misalnya 2 atau 2,5; atau kosongkan.");
}

struct budget_storing {
	struct context *context;
	struct budget_page page;
};

static int
budget_store(struct db *db, void *argument)
{
	const struct budget_storing *storing = argument;
	const struct budget_page *page = &storing->page;
	struct context *context = storing->context;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_INVENTORY_BUDGET_PUT, db_int(page->place.region_id),
	    db_int(form_number(form, BUDGET_YEAR)), db_int(page->total), db_int(page->ict),
	    db_key(page->target), db_text(form_text(form, BUDGET_BASIS)));

	return result < 0 ?
	    result :
	    region_change(context, page->place.region_id,
		arena_format(context->arena, "anggaran TIK %lld: Rp%s dari Rp%s",
		    (long long)form_number(form, BUDGET_YEAR),
		    inventory_number(context->arena, page->ict),
		    inventory_number(context->arena, page->total)));
}

int
put_budget(struct context *context)
{
	struct budget_storing storing = { .context = context };
	int status = budget_read(context, form_number(&context->form, BUDGET_REGION),
	    &storing.page);

	if (status != 0)
		return status;
	take_budget(&context->form, &storing.page);
	if (!form_ok(&context->form))
		return budget_show(context, &storing.page);
	status = context_status(context, db_txn(context->db, budget_store, &storing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/inventory/budget?region=%lld&done=saved",
		(long long)storing.page.place.region_id);
}
