/* SPDX-License-Identifier: ISC */
/*
 * Keys of the interface for programs: each for one region and one purpose,
 * with an end, shown once and stored as a hash.
 */
#include <string.h>

#include "base/secret.h"
#include "document/export.h"
#include "document/listing.h"
#include "exchange/exchange.h"
#include "rules/calendar.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

static const char *const purposes[] = { "instrument", "results", "assessments", "transfer", NULL };

enum { QUERY_REGION, QUERY_MARK };
const struct field tokens_query[] = {
	[QUERY_REGION] = { .name = "region",
	    .kind = FIELD_NUMBER,
	    .label = "Daerah",
	    .min = 1,
	    .max = INT32_MAX },
	[QUERY_MARK] = EXPORT_MARK,
	{ .name = NULL },
};

enum { REGION, PURPOSE, LABEL, EXPIRES };
const struct field token_fields[] = {
	[REGION] = { .name = "region",
	    .kind = FIELD_NUMBER,
	    .label = "Daerah",
	    .required = true,
	    .min = 1,
	    .max = INT32_MAX },
	[PURPOSE] = { .name = "purpose",
	    .kind = FIELD_CHOICE,
	    .label = "Keperluan",
	    .required = true,
	    .choices = purposes },
	[LABEL] = { .name = "label",
	    .kind = FIELD_TEXT,
	    .label = "Dipakai oleh",
	    .required = true,
	    .max = 120 },
	[EXPIRES] = { .name = "expires_on",
	    .kind = FIELD_DATE,
	    .label = "Berlaku sampai",
	    .required = true },
	{ .name = NULL },
};

static const char *
purpose_name(const char *code)
{
	if (strcmp(code, "instrument") == 0)
		return "Instrumen";
	if (strcmp(code, "transfer") == 0)
		return "Satu periode utuh, bertanda tangan, untuk server "
		       "lain";
	return strcmp(code, "results") == 0 ? "Angka hasil" : "Isi penilaian, tanpa berkas";
}

/* What the page shows: the keys of a region, and which there are to choose from. */
struct tokens_page {
	int64_t region_id; /* 0: none was asked for yet */
	struct rows region, regions, tokens;
	bool imports; /* the actor may take cycles in */
};

/* The region that was asked for, else the actor's own, else none: 0, 404 for
 * one that is not in the actor's care, or a status. */
static int
tokens_find_region(struct context *context, int64_t asked, struct tokens_page *page)
{
	int result;

	*page = (struct tokens_page){ .region_id = asked != 0 ? asked : context->actor.region_id };
	if (page->region_id == 0)
		return 0;
	result = db_select(context->db, &page->region, STATEMENT_API_REGION,
	    db_int(page->region_id), db_key(context->actor.region_id));
	return result == 0 ? 404 : context_status(context, result);
}

static void
fill_purposes(struct context *context)
{
	struct node *list = page_node(&context->page, "Purposes");

	for (size_t at = 0; purposes[at] != NULL; at++) {
		node_set(node_row(list, at), "value", purposes[at]);
		node_set(node_row(list, at), "label", purpose_name(purposes[at]));
	}
}

/* The region has been found. */
static int
tokens_read(struct context *context, struct tokens_page *page)
{
	int result = db_select(context->db, &page->regions, STATEMENT_API_REGIONS,
	    db_key(context->actor.region_id));

	if (result >= 0)
		result = db_select(context->db, &page->tokens, STATEMENT_API_TOKEN_LIST,
		    db_int(page->region_id));
	return context_status(context, result);
}

static void
tokens_fill(struct context *context, const struct tokens_page *page)
{
	struct node *list = page_node(&context->page, "Tokens");
	const struct rows *tokens = &page->tokens;

	if (page->region.count > 0)
		fill_row(page_node(&context->page, "Region"), &page->region, 0);
	fill_rows(page_node(&context->page, "Regions"), &page->regions);
	fill_purposes(context);
	for (size_t row = 0; row < tokens->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, tokens, row);
		node_set(node, "purpose_name", purpose_name(row_text(tokens, row, "purpose")));
		node_set(node, "until",
		    words_date(context->arena, row_text(tokens, row, "expires_on")));
		node_set(node, "used",
		    words_time(context->arena, row_text(tokens, row, "used_at"),
			context->actor.zone));
	}
	if (page->imports)
		page_set(&context->page, "May.import", "1");
}

int
show_tokens(struct context *context)
{
	const char *prefix;
	struct tokens_page page;
	int status = tokens_find_region(context, form_number(&context->form, QUERY_REGION), &page);

	if (status == 0)
		status = tokens_read(context, &page);
	if (status != 0)
		return status;
	page.imports = find_care(context, &prefix) == 0;
	tokens_fill(context, &page);
	return context_show(context, "exchange/tokens");
}

/* One key as a line of the file: what it is for, never the key itself. */
struct token_line {
	const char *label, *purpose, *until, *used, *state;
};

static struct token_line
token_line(struct context *context, const struct rows *tokens, size_t row)
{
	return (struct token_line){
		.label = row_text(tokens, row, "label"),
		.purpose = purpose_name(row_text(tokens, row, "purpose")),
		.until = words_date(context->arena, row_text(tokens, row, "expires_on")),
		.used = row_null(tokens, row, "used_at") ?
		    "belum pernah" :
		    words_time(context->arena, row_text(tokens, row, "used_at"),
			context->actor.zone),
		.state = !row_null(tokens, row, "ended_at") ? "Dicabut" :
		    row_int(tokens, row, "expired") != 0    ? "Lewat masanya" :
							      "",
	};
}

int
send_tokens(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Dipakai oleh", 30, struct token_line, label),
		LISTING_MEMBER("Keperluan", 25, struct token_line, purpose),
		LISTING_MEMBER("Berlaku sampai", 15, struct token_line, until),
		LISTING_MEMBER("Terakhir dipakai", 20, struct token_line, used),
		LISTING_MEMBER("Status", 10, struct token_line, state),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Kunci antarmuka data",
		.columns = columns,
		.size = sizeof(struct token_line) };
	struct token_line *lines;
	struct tokens_page page;
	int status = tokens_find_region(context, form_number(&context->form, QUERY_REGION), &page);

	if (status == 0)
		status = tokens_read(context, &page);
	if (status != 0)
		return status;
	lines = arena_array(context->arena, page.tokens.count + 1, sizeof(*lines));
	for (size_t row = 0; row < page.tokens.count; row++)
		lines[row] = token_line(context, &page.tokens, row);
	listing.records = lines;
	listing.count = page.tokens.count;
	return listing_send(context, "kunci-antarmuka", &listing, 1);
}

struct adding {
	struct context *context;
	int64_t region;
	unsigned char hash[SHA256_BYTES];
};

/* The key of the row is no account's, whose history this would be in: what it says is all. */
static int
tokens_keep(struct db *db, void *argument)
{
	const struct adding *adding = argument;
	struct context *context = adding->context;
	const char *purpose = form_text(&context->form, PURPOSE);
	struct change change = { .subject = "right",
		.account_id = context->actor.account_id,
		.region_id = adding->region,
		.from = "",
		.to = arena_format(context->arena, "Kunci antarmuka data: %s, %s",
		    form_text(&context->form, LABEL), purpose_name(purpose)) };
	int result = db_run(db, STATEMENT_API_TOKEN_ADD, db_int(adding->region), db_text(purpose),
	    db_text(form_text(&context->form, LABEL)), db_bytes(adding->hash, sizeof(adding->hash)),
	    db_int(context->actor.account_id), db_text(form_text(&context->form, EXPIRES)));

	return result < 0 ? result : history_add(db, &change);
}

/* The key stands in the answer itself and nowhere else: no redirect. */
static int
tokens_show_new(struct context *context, const struct tokens_page *page, const char *token)
{
	page_set(&context->page, "NewKey.token", token);
	page_set(&context->page, "NewKey.label", form_text(&context->form, LABEL));
	tokens_fill(context, page);
	return context_show(context, "exchange/tokens");
}

static int
tokens_show_again(struct context *context, const struct tokens_page *page)
{
	tokens_fill(context, page);
	return context_show_errors(context, "exchange/tokens");
}

int
add_token(struct context *context)
{
	struct adding adding = { .context = context };
	struct tokens_page page;
	char token[CODE_TEXT];
	int status = tokens_find_region(context, form_number(&context->form, REGION), &page);

	if (status != 0)
		return status;
	adding.region = page.region_id;
	if (form_text(&context->form, EXPIRES)[0] != '\0' &&
	    context->form.values[EXPIRES].error == NULL &&
	    day_parse(form_text(&context->form, EXPIRES)) < words_today(context->actor.zone))
		form_error(&context->form, EXPIRES,
		    "Pilih hari ini atau "
		    "sesudahnya.");
	if (form_ok(&context->form)) {
		random_code(token);
		sha256(adding.hash, token, strlen(token));
		status = context_status(context, db_txn(context->db, tokens_keep, &adding));
	}
	if (status == 0)
		status = tokens_read(context, &page);
	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    tokens_show_new(context, &page, token) :
	    tokens_show_again(context, &page);
}

struct ending {
	struct context *context;
	int64_t region;
	const char *label;
};

static int
tokens_take_back(struct db *db, void *argument)
{
	const struct ending *ending = argument;
	struct context *context = ending->context;
	struct change change = { .subject = "right",
		.account_id = context->actor.account_id,
		.region_id = ending->region,
		.from = arena_format(context->arena, "Kunci antarmuka data: %s", ending->label),
		.to = "Kunci antarmuka data dicabut" };
	int result = db_run(db, STATEMENT_API_TOKEN_END, db_int(context->keys[0]));

	/* It may have been taken back already: then that is history. */
	return result <= 0 ? result : history_add(db, &change);
}

int
end_token(struct context *context)
{
	struct ending ending = { .context = context };
	struct rows rows;
	int status,
	    result = db_select(context->db, &rows, STATEMENT_API_TOKEN_FIND,
		db_int(context->keys[0]), db_key(context->actor.region_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	ending.region = row_int(&rows, 0, "region_id");
	ending.label = row_text(&rows, 0, "label");
	status = context_status(context, db_txn(context->db, tokens_take_back, &ending));
	return status != 0 ?
	    status :
	    context_redirect(context, "/exchange/?region=%lld&done=saved",
		(long long)ending.region);
}
