/* SPDX-License-Identifier: ISC */
/*
 * The interface for programs: a key in the header, JSON in the answer, and
 * nothing that changes.  templates/exchange/openapi.cs describes it; whoever
 * changes one changes the other.
 */
#include <string.h>
#include <strings.h>

#include "base/secret.h"
#include "exchange/exchange.h"
#include "frame/respond.h"
#include "assessment/results.h"
#include "store/setting.h"
#include "base/banned.h"

struct caller {
	int64_t region_id;
};

enum { TOKEN_MAX = 200 };

/* Errors are JSON for everybody: nobody looks at them in a browser. */
static int
api_refuse(struct context *context, int status, const char *message)
{
	return context_problem(context, status, message, "");
}

/* "Authorization: Bearer …"; some Apaches keep that header to themselves. */
static const char *
token_sent(const struct context *context)
{
	static const char bearer[] = "Bearer ";
	const char *value = request_variable(context->request, "HTTP_AUTHORIZATION");

	if (value != NULL && strncasecmp(value, bearer, strlen(bearer)) == 0)
		return value + strlen(bearer);
	return request_variable(context->request, "HTTP_X_MATANG_TOKEN");
}

/* Is it one of the words, which have a space between them? */
static bool
api_is_among(const char *words, const char *word)
{
	size_t length = strlen(word);

	while (strncmp(words, word, length) != 0 ||
	    (words[length] != ' ' && words[length] != '\0')) {
		words += strcspn(words, " ");
		if (*words++ == '\0')
			return false;
	}
	return true;
}

/*
 * Who calls, for one of those purposes: 0; else it was refused already (1),
 * or it is a status.
 */
static int
enter(struct context *context, const char *purposes, struct caller *caller)
{
	const char *token = token_sent(context);
	unsigned char hash[SHA256_BYTES];
	struct rows rows;
	int64_t most;
	int result;

	if (token == NULL || *token == '\0' || strlen(token) > TOKEN_MAX) {
		answer_header(context->request, "WWW-Authenticate", "Bearer realm=\"matang\"");
		api_refuse(context, 401, "Sertakan kunci: Authorization: Bearer …");
		return 1;
	}
	sha256(hash, token, strlen(token));
	result = db_run(context->db, STATEMENT_API_TOKEN_USE, db_bytes(hash, sizeof(hash)));
	if (result >= 0)
		result = db_select(context->db, &rows, STATEMENT_API_TOKEN_OF,
		    db_bytes(hash, sizeof(hash)));
	if (result < 0)
		return context_status(context, result);
	if (result == 0) {
		answer_header(context->request, "WWW-Authenticate",
		    "Bearer realm=\"matang\", error=\"invalid_token\"");
		api_refuse(context, 401,
		    "Kunci ini tidak dikenal, sudah dicabut "
		    "atau sudah lewat masanya.");
		return 1;
	}
	if (!api_is_among(purposes, row_text(&rows, 0, "purpose"))) {
		api_refuse(context, 403, "Kunci ini dibuat untuk keperluan lain.");
		return 1;
	}
	result = setting_number(context->db, SETTING_API_REQUESTS_PER_MINUTE, &most);
	if (result != 0)
		return context_status(context, result);
	if (row_int(&rows, 0, "minute_count") > most) {
		answer_header(context->request, "Retry-After", row_text(&rows, 0, "wait"));
		api_refuse(context, 429,
		    "Terlalu banyak permintaan dalam satu "
		    "menit. Coba lagi pada menit berikutnya.");
		return 1;
	}
	caller->region_id = row_int(&rows, 0, "region_id");
	context_takes_out(context, "export", caller->region_id, 0,
	    arena_format(context->arena, "Kunci “%s”: %s", row_text(&rows, 0, "label"),
		context->request->path));
	return 0;
}

/* The end of every answer: what was made, or why not. */
static int
api_finish(struct context *context, int status, const struct buffer *json)
{
	if (status == 1)
		return 0;
	if (status == 404)
		return api_refuse(context, 404,
		    "Tidak ada, atau bukan milik "
		    "daerah kunci ini.");
	if (status == 503)
		return api_refuse(context, 503,
		    "Layanan sedang tidak tersedia. "
		    "Coba lagi sebentar lagi.");
	if (status != 0)
		return status;
	answer_header(context->request, "Cache-Control", "private, no-cache");
	return context_json(context, 200, json->bytes);
}

/* Makes the answer of one address for a caller: 0, or a status. */
typedef int make_json(struct context *, const struct caller *, struct buffer *);

static int
api_serve(struct context *context, const char *purposes, make_json *make)
{
	struct buffer json = { .arena = context->arena };
	struct caller caller;
	int status = enter(context, purposes, &caller);

	if (status == 0)
		status = make(context, &caller, &json);
	return api_finish(context, status, &json);
}

/* ---- lists ------------------------------------------------------------------ */

/* A column of a statement, which is a field of the same name. */
struct column {
	const char *name;
	enum { COLUMN_NUMBER = 1, COLUMN_TEXT, COLUMN_FLAG } kind;
};

static void
api_add_cell(struct buffer *json, const struct rows *rows, size_t row, const struct column *column)
{
	switch (column->kind) {
	case COLUMN_NUMBER:
		json_number(json, column->name, row_int(rows, row, column->name));
		break;
	case COLUMN_TEXT:
		json_put(json, column->name, row_text(rows, row, column->name));
		break;
	case COLUMN_FLAG:
		json_flag(json, column->name, row_int(rows, row, column->name) != 0);
		break;
	}
}

/* What db_select gave, as a list; columns end without a name. */
static int
add_list(struct context *context, int result, const struct rows *rows, const struct column *columns,
    struct buffer *json)
{
	if (result < 0)
		return context_status(context, result);
	json_open(json, NULL, '[');
	for (size_t row = 0; row < rows->count; row++) {
		json_open(json, NULL, '{');
		for (const struct column *column = columns; column->name != NULL; column++)
			api_add_cell(json, rows, row, column);
		json_close(json, '}');
	}
	json_close(json, ']');
	return 0;
}

static int
make_instruments(struct context *context, const struct caller *caller, struct buffer *json)
{
	static const struct column columns[] = { { "id", COLUMN_NUMBER }, { "name", COLUMN_TEXT },
		{ "basis", COLUMN_TEXT }, { "published_at", COLUMN_TEXT }, { .name = NULL } };
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_API_INSTRUMENTS,
	    db_int(caller->region_id));

	return add_list(context, result, &rows, columns, json);
}

static int
make_cycles(struct context *context, const struct caller *caller, struct buffer *json)
{
	static const struct column columns[] = { { "id", COLUMN_NUMBER }, { "year", COLUMN_NUMBER },
		{ "state", COLUMN_TEXT }, { "province_tier", COLUMN_FLAG },
		{ "instrument_id", COLUMN_NUMBER }, { "instrument", COLUMN_TEXT },
		{ .name = NULL } };
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_API_CYCLES, db_int(caller->region_id));

	return add_list(context, result, &rows, columns, json);
}

/* A cycle of the caller's region: 0, 404, or another status. */
static int
own_cycle(struct context *context, const struct caller *caller)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_API_CYCLE, db_int(context->keys[0]),
	    db_int(caller->region_id));

	return result < 0 ? context_status(context, result) : result > 0 ? 0 : 404;
}

static int
make_assessments(struct context *context, const struct caller *caller, struct buffer *json)
{
	static const struct column columns[] = { { "id", COLUMN_NUMBER }, { "agency", COLUMN_TEXT },
		{ "state", COLUMN_TEXT }, { .name = NULL } };
	struct rows rows;
	int result, status = own_cycle(context, caller);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_API_ASSESSMENTS, db_int(context->keys[0]));
	return add_list(context, result, &rows, columns, json);
}

/* ---- one of them ------------------------------------------------------------ */

static int
make_instrument(struct context *context, const struct caller *caller, struct buffer *json)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_API_INSTRUMENT,
	    db_int(caller->region_id), db_int(context->keys[0]));

	if (result < 0)
		return context_status(context, result);
	if (result == 0 || strcmp(row_text(&rows, 0, "state"), "published") != 0)
		return 404;
	return instrument_json(context, caller->region_id, context->keys[0], json);
}

static int
make_cycle(struct context *context, const struct caller *caller, struct buffer *json)
{
	struct results results;
	int status = own_cycle(context, caller);

	if (status == 0)
		status = results_load_published(context, context->keys[0], &results);
	if (status != 0)
		return status;
	results_json(&results, json);
	return 0;
}

static int
make_assessment(struct context *context, const struct caller *caller, struct buffer *json)
{
	return assessment_json(context, context->keys[0], caller->region_id, json);
}

/* The file itself, as a person would have sent it. */
static int
make_package(struct context *context, const struct caller *caller, struct buffer *json)
{
	const char *name;
	int status = own_cycle(context, caller);

	return status != 0 ? status : cycle_package(context, context->keys[0], json, &name);
}

/* ---- the addresses, each with the purpose that a key must have --------------- */

int
api_instruments(struct context *context)
{
	return api_serve(context, "instrument", make_instruments);
}

int
api_instrument(struct context *context)
{
	return api_serve(context, "instrument", make_instrument);
}

int
api_cycles(struct context *context)
{
	/* Whoever reads something of a cycle has to find the cycle. */
	return api_serve(context, "results assessments transfer", make_cycles);
}

int
api_cycle(struct context *context)
{
	return api_serve(context, "results", make_cycle);
}

int
api_assessments(struct context *context)
{
	return api_serve(context, "assessments", make_assessments);
}

int
api_package(struct context *context)
{
	return api_serve(context, "transfer", make_package);
}

int
api_assessment(struct context *context)
{
	return api_serve(context, "assessments", make_assessment);
}

/* ---- what it looks like ----------------------------------------------------- */

static int
send_view(struct context *context, const char *view, const char *media)
{
	const char *text;
	size_t length;

	page_set(&context->page, "Site.base", context->config->base_path);
	if (page_render(&context->page, view, &context->errors, &text, &length) != 0)
		return 500;
	answer_send(context->request, 200, media, text, length);
	return 0;
}

int
show_description(struct context *context)
{
	return send_view(context, "exchange/openapi", "application/json; charset=utf-8");
}

int
show_schema(struct context *context)
{
	if (strcmp(context->words[0], "instrument.json") == 0)
		return send_view(context, "exchange/schema_instrument",
		    "application/schema+json; charset=utf-8");
	if (strcmp(context->words[0], "cycle.json") == 0)
		return send_view(context, "exchange/schema_cycle",
		    "application/schema+json; charset=utf-8");
	if (strcmp(context->words[0], "assessment.json") == 0)
		return send_view(context, "exchange/schema_assessment",
		    "application/schema+json; charset=utf-8");
	return 404;
}
