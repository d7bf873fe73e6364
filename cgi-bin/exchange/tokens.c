/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/secret.h"
#include "exchange/exchange.h"
#include "rules/calendar.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

/* Keys of the interface: one region, one purpose, an end, and shown once. */

static const char *const purposes[] = { "instrument", "figures",
	"assessments", "collect", NULL };

enum { QUERY_REGION };
const struct field tokens_query[] = {
	[QUERY_REGION] = { .name = "region", .kind = FIELD_NUMBER,
	    .label = "Daerah", .min = 1, .max = INT32_MAX },
	{ .name = NULL }
};

enum { REGION, PURPOSE, LABEL, EXPIRES };
const struct field token_fields[] = {
	[REGION] = { .name = "region", .kind = FIELD_NUMBER,
	    .label = "Daerah", .required = true, .min = 1,
	    .max = INT32_MAX },
	[PURPOSE] = { .name = "purpose", .kind = FIELD_CHOICE,
	    .label = "Keperluan", .required = true, .choices = purposes },
	[LABEL] = { .name = "label", .kind = FIELD_TEXT,
	    .label = "Dipakai oleh", .required = true, .max = 120 },
	[EXPIRES] = { .name = "expires_on", .kind = FIELD_DATE,
	    .label = "Berlaku sampai", .required = true },
	{ .name = NULL }
};

static const char *
purpose_name(const char *code)
{
	if (strcmp(code, "instrument") == 0)
		return "Instrumen";
	if (strcmp(code, "collect") == 0)
		return "Satu periode utuh, bertanda tangan, untuk pemasangan "
		    "lain";
	return strcmp(code, "figures") == 0 ? "Angka hasil" :
	    "Isi penilaian, tanpa berkas";
}

/* The region that was asked for, else the actor's own, else none: 0, 404 for
 * one that is not in the actor's care, or a status. */
static int
find_region(struct visit *visit, int64_t asked, int64_t *region)
{
	struct rows rows;
	int result;

	*region = asked != 0 ? asked : visit->actor.region_id;
	if (*region == 0)
		return 0;
	result = db_select(visit->db, &rows, STATEMENT_API_REGION,
	    db_int(*region), db_key(visit->actor.region_id));
	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	fill_row(page_node(&visit->page, "Region"), &rows, 0);
	return 0;
}

static void
fill_purposes(struct visit *visit)
{
	struct node *list = page_node(&visit->page, "Purposes");

	for (size_t at = 0; purposes[at] != NULL; at++) {
		node_set(node_row(list, at), "value", purposes[at]);
		node_set(node_row(list, at), "label",
		    purpose_name(purposes[at]));
	}
}

/* Tokens.N and Regions.N; the region has been found. */
static int
fill(struct visit *visit, int64_t region)
{
	struct node *list = page_node(&visit->page, "Tokens");
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_API_REGIONS,
	    db_key(visit->actor.region_id));

	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Regions"), &rows);
	fill_purposes(visit);
	result = db_select(visit->db, &rows, STATEMENT_API_TOKEN_LIST,
	    db_int(region));
	for (int at = 0; at < result; at++) {
		struct node *node = node_row(list, (size_t)at);
		size_t row = (size_t)at;

		fill_row(node, &rows, row);
		node_set(node, "purpose_name", purpose_name(row_text(&rows,
		    row, "purpose")));
		node_set(node, "until", words_date(visit->arena,
		    row_text(&rows, row, "expires_on")));
		node_set(node, "used", words_time(visit->arena,
		    row_text(&rows, row, "used_at"), visit->actor.zone));
	}
	return result < 0 ? visit_status(visit, result) : 0;
}

int
show_tokens(struct visit *visit)
{
	const char *prefix;
	int64_t region;
	int status = find_region(visit, form_number(&visit->form,
	    QUERY_REGION), &region);

	if (status == 0)
		status = fill(visit, region);
	if (status == 0 && find_care(visit, &prefix) == 0)
		page_set(&visit->page, "May.collect", "1");
	return status != 0 ? status : visit_show(visit, "exchange/tokens");
}

struct adding {
	struct visit *visit;
	int64_t region;
	unsigned char hash[SHA256_BYTES];
};

static int
keep(struct db *db, void *argument)
{
	const struct adding *adding = argument;
	struct visit *visit = adding->visit;
	const char *purpose = form_text(&visit->form, PURPOSE);
	struct change change = { .subject = "right",
	    .account_id = visit->actor.account_id,
	    .region_id = adding->region, .from = "",
	    .to = arena_format(visit->arena, "Kunci antarmuka data: %s, %s",
	    form_text(&visit->form, LABEL), purpose_name(purpose)) };
	int result = db_run(db, STATEMENT_API_TOKEN_ADD,
	    db_int(adding->region), db_text(purpose),
	    db_text(form_text(&visit->form, LABEL)),
	    db_bytes(adding->hash, sizeof(adding->hash)),
	    db_int(visit->actor.account_id),
	    db_text(form_text(&visit->form, EXPIRES)));

	if (result < 0)
		return result;
	change.subject_id = db_last_key(db);
	return history_add(db, &change);
}

/* The key stands in the answer itself and nowhere else: no redirect. */
int
add_token(struct visit *visit)
{
	struct adding adding = { .visit = visit };
	char token[CODE_TEXT];
	int status = find_region(visit, form_number(&visit->form, REGION),
	    &adding.region);

	if (status != 0)
		return status;
	if (form_text(&visit->form, EXPIRES)[0] != '\0' &&
	    visit->form.values[EXPIRES].error == NULL &&
	    day_parse(form_text(&visit->form, EXPIRES)) <
	    words_today(visit->actor.zone))
		form_error(&visit->form, EXPIRES, "Pilih hari ini atau "
		    "sesudahnya.");
	if (form_ok(&visit->form)) {
		random_code(token);
		sha256(adding.hash, token, strlen(token));
		status = visit_status(visit, db_txn(visit->db, keep,
		    &adding));
		page_set(&visit->page, "Made.token", token);
		page_set(&visit->page, "Made.label", form_text(&visit->form,
		    LABEL));
	}
	if (status == 0)
		status = fill(visit, adding.region);
	if (status != 0)
		return status;
	return form_ok(&visit->form) ? visit_show(visit, "exchange/tokens") :
	    visit_show_errors(visit, "exchange/tokens");
}

struct ending {
	struct visit *visit;
	int64_t region;
	const char *label;
};

static int
take_back(struct db *db, void *argument)
{
	const struct ending *ending = argument;
	struct visit *visit = ending->visit;
	struct change change = { .subject = "right",
	    .account_id = visit->actor.account_id,
	    .region_id = ending->region, .subject_id = visit->keys[0],
	    .from = arena_format(visit->arena, "Kunci antarmuka data: %s",
	    ending->label), .to = "Kunci antarmuka data dicabut" };
	int result = db_run(db, STATEMENT_API_TOKEN_END,
	    db_int(visit->keys[0]));

	/* It may have been taken back already: then that is history. */
	return result <= 0 ? result : history_add(db, &change);
}

int
end_token(struct visit *visit)
{
	struct ending ending = { .visit = visit };
	struct rows rows;
	int status, result = db_select(visit->db, &rows,
	    STATEMENT_API_TOKEN_FIND, db_int(visit->keys[0]),
	    db_key(visit->actor.region_id));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	ending.region = row_int(&rows, 0, "region_id");
	ending.label = row_text(&rows, 0, "label");
	status = visit_status(visit, db_txn(visit->db, take_back, &ending));
	return status != 0 ? status : visit_redirect(visit,
	    "/exchange/?region=%lld&done=saved", (long long)ending.region);
}
