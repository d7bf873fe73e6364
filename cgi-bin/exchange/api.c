/* SPDX-License-Identifier: ISC */
#include <string.h>
#include <strings.h>

#include "base/secret.h"
#include "exchange/exchange.h"
#include "step/figures.h"
#include "base/banned.h"

/*
 * The interface for programs: a key in the header, JSON in the answer, and
 * nothing that changes.  templates/exchange/openapi.cs describes it; whoever
 * changes one changes the other.
 */
struct caller {
	int64_t region_id;
};

enum { TOKEN_MAX = 200 };

/* Errors are JSON for everybody: nobody looks at them in a browser. */
static int
refuse(struct visit *visit, int status, const char *message)
{
	struct buffer json = { .arena = visit->arena };

	json_open(&json, NULL, '{');
	json_number(&json, "error", status);
	json_string(&json, "message", message);
	json_close(&json, '}');
	return visit_json(visit, status, json.bytes);
}

/* "Authorization: Bearer …"; some Apaches keep that header to themselves. */
static const char *
token_sent(const struct visit *visit)
{
	static const char bearer[] = "Bearer ";
	const char *value = request_variable(visit->request,
	    "HTTP_AUTHORIZATION");

	if (value != NULL && strncasecmp(value, bearer, strlen(bearer)) == 0)
		return value + strlen(bearer);
	return request_variable(visit->request, "HTTP_X_MATANG_TOKEN");
}

/*
 * Who calls, for that purpose: 0; else it was refused already (1), or it is a
 * status.
 */
static int
enter(struct visit *visit, const char *purpose, struct caller *caller)
{
	const char *token = token_sent(visit);
	unsigned char hash[SHA256_BYTES];
	struct rows rows;
	int result;

	if (token == NULL || *token == '\0' || strlen(token) > TOKEN_MAX) {
		answer_header(visit->request, "WWW-Authenticate",
		    "Bearer realm=\"matang\"");
		refuse(visit, 401, "Sertakan kunci: Authorization: Bearer …");
		return 1;
	}
	sha256(hash, token, strlen(token));
	result = db_run(visit->db, STATEMENT_API_TOKEN_USE, db_bytes(hash,
	    sizeof(hash)));
	if (result >= 0)
		result = db_select(visit->db, &rows, STATEMENT_API_TOKEN_OF,
		    db_bytes(hash, sizeof(hash)));
	if (result < 0)
		return visit_status(visit, result);
	if (result == 0) {
		answer_header(visit->request, "WWW-Authenticate",
		    "Bearer realm=\"matang\", error=\"invalid_token\"");
		refuse(visit, 401, "Kunci ini tidak dikenal, sudah dicabut "
		    "atau sudah lewat masanya.");
		return 1;
	}
	if (strcmp(row_text(&rows, 0, "purpose"), purpose) != 0) {
		refuse(visit, 403, "Kunci ini dibuat untuk keperluan lain.");
		return 1;
	}
	if (row_int(&rows, 0, "minute_count") > visit_setting_number(visit,
	    "api_requests_per_minute", 60)) {
		answer_header(visit->request, "Retry-After", row_text(&rows, 0,
		    "wait"));
		refuse(visit, 429, "Terlalu banyak permintaan dalam satu "
		    "menit. Coba lagi pada menit berikutnya.");
		return 1;
	}
	caller->region_id = row_int(&rows, 0, "region_id");
	return 0;
}

/* The end of every handler: what was made, or why not. */
static int
finish(struct visit *visit, int status, const struct buffer *json)
{
	if (status == 1)
		return 0;
	if (status == 404)
		return refuse(visit, 404, "Tidak ada, atau bukan milik "
		    "daerah kunci ini.");
	if (status == 503)
		return refuse(visit, 503, "Layanan sedang tidak tersedia. "
		    "Coba lagi sebentar lagi.");
	if (status != 0)
		return status;
	answer_header(visit->request, "Cache-Control", "private, no-cache");
	return visit_json(visit, 200, json->bytes);
}

int
api_instruments(struct visit *visit)
{
	struct buffer json = { .arena = visit->arena };
	struct caller caller;
	struct rows rows;
	int result, status = enter(visit, "instrument", &caller);

	if (status == 0) {
		result = db_select(visit->db, &rows,
		    STATEMENT_API_INSTRUMENTS);
		status = result < 0 ? visit_status(visit, result) : 0;
	}
	if (status != 0)
		return finish(visit, status, &json);
	json_open(&json, NULL, '[');
	for (size_t row = 0; row < rows.count; row++) {
		json_open(&json, NULL, '{');
		json_number(&json, "id", row_int(&rows, row, "id"));
		json_string(&json, "name", row_text(&rows, row, "name"));
		json_string(&json, "basis", row_text(&rows, row, "basis"));
		json_string(&json, "published_at", row_text(&rows, row,
		    "published_at"));
		json_close(&json, '}');
	}
	json_close(&json, ']');
	return finish(visit, 0, &json);
}

int
api_instrument(struct visit *visit)
{
	struct buffer json = { .arena = visit->arena };
	struct caller caller;
	struct rows rows;
	int result, status = enter(visit, "instrument", &caller);

	if (status == 0) {
		result = db_select(visit->db, &rows, STATEMENT_API_INSTRUMENT,
		    db_int(visit->keys[0]));
		status = result < 0 ? visit_status(visit, result) :
		    result == 0 || strcmp(row_text(&rows, 0, "state"),
		    "published") != 0 ? 404 : 0;
	}
	if (status == 0)
		status = instrument_json(visit, visit->keys[0], &json);
	return finish(visit, status, &json);
}

int
api_cycles(struct visit *visit)
{
	struct buffer json = { .arena = visit->arena };
	struct caller caller;
	struct rows rows;
	int result, status = enter(visit, "figures", &caller);

	if (status == 0) {
		result = db_select(visit->db, &rows, STATEMENT_API_CYCLES,
		    db_int(caller.region_id));
		status = result < 0 ? visit_status(visit, result) : 0;
	}
	if (status != 0)
		return finish(visit, status, &json);
	json_open(&json, NULL, '[');
	for (size_t row = 0; row < rows.count; row++) {
		json_open(&json, NULL, '{');
		json_number(&json, "id", row_int(&rows, row, "id"));
		json_number(&json, "year", row_int(&rows, row, "year"));
		json_string(&json, "state", row_text(&rows, row, "state"));
		json_flag(&json, "province_tier", row_int(&rows, row,
		    "province_tier") != 0);
		json_number(&json, "instrument_id", row_int(&rows, row,
		    "instrument_id"));
		json_string(&json, "instrument", row_text(&rows, row,
		    "instrument"));
		json_close(&json, '}');
	}
	json_close(&json, ']');
	return finish(visit, 0, &json);
}

/* A cycle of the caller's region: 0, 404, or another status. */
static int
own_cycle(struct visit *visit, const struct caller *caller)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_API_CYCLE,
	    db_int(visit->keys[0]), db_int(caller->region_id));

	return result < 0 ? visit_status(visit, result) : result > 0 ? 0 :
	    404;
}

int
api_cycle(struct visit *visit)
{
	struct buffer json = { .arena = visit->arena };
	struct caller caller;
	struct figures figures;
	int status = enter(visit, "figures", &caller);

	if (status == 0)
		status = own_cycle(visit, &caller);
	if (status == 0)
		status = figures_load(visit, visit->keys[0], &figures);
	if (status == 0)
		figures_json(&figures, &json);
	return finish(visit, status, &json);
}

int
api_assessments(struct visit *visit)
{
	struct buffer json = { .arena = visit->arena };
	struct caller caller;
	struct rows rows;
	int result, status = enter(visit, "assessments", &caller);

	if (status == 0)
		status = own_cycle(visit, &caller);
	if (status == 0) {
		result = db_select(visit->db, &rows,
		    STATEMENT_API_ASSESSMENTS, db_int(visit->keys[0]));
		status = result < 0 ? visit_status(visit, result) : 0;
	}
	if (status != 0)
		return finish(visit, status, &json);
	json_open(&json, NULL, '[');
	for (size_t row = 0; row < rows.count; row++) {
		json_open(&json, NULL, '{');
		json_number(&json, "id", row_int(&rows, row, "id"));
		json_string(&json, "agency", row_text(&rows, row, "agency"));
		json_string(&json, "state", row_text(&rows, row, "state"));
		json_close(&json, '}');
	}
	json_close(&json, ']');
	return finish(visit, 0, &json);
}

int
api_assessment(struct visit *visit)
{
	struct buffer json = { .arena = visit->arena };
	struct caller caller;
	int status = enter(visit, "assessments", &caller);

	if (status == 0)
		status = assessment_json(visit, visit->keys[0],
		    caller.region_id, &json);
	return finish(visit, status, &json);
}

/* ---- what it looks like ----------------------------------------------------- */

static int
send_view(struct visit *visit, const char *view, const char *media)
{
	const char *text;
	size_t length;

	page_set(&visit->page, "Site.base", visit->config->base_path);
	if (page_render(&visit->page, view, &visit->fault, &text, &length) !=
	    0)
		return 500;
	answer_send(visit->request, 200, media, text, length);
	return 0;
}

int
show_description(struct visit *visit)
{
	return send_view(visit, "exchange/openapi",
	    "application/json; charset=utf-8");
}

int
show_schema(struct visit *visit)
{
	if (strcmp(visit->words[0], "instrument.json") == 0)
		return send_view(visit, "exchange/schema-instrument",
		    "application/schema+json; charset=utf-8");
	if (strcmp(visit->words[0], "assessment.json") == 0)
		return send_view(visit, "exchange/schema-assessment",
		    "application/schema+json; charset=utf-8");
	return 404;
}
