/* SPDX-License-Identifier: ISC */
#include "step/paper.h"

#include <string.h>

#include "base/qr.h"
#include "base/secret.h"
#include "step/words.h"
#include "store/history.h"
#include "base/banned.h"

void
paper_add(struct buffer *content, const char *name, const char *value)
{
	buffer_text(content, name);
	buffer_char(content, '=');
	for (; *value != '\0'; value++) {
		if (*value == '\\' || *value == '\n')
			buffer_char(content, '\\');
		buffer_char(content, *value == '\n' ? 'n' : *value);
	}
	buffer_char(content, '\n');
}

void
paper_add_int(struct buffer *content, const char *name, int64_t value)
{
	buffer_format(content, "%s=%lld\n", name, (long long)value);
}

/* Undoes paper_add in place: line by line into the page. */
static void
fill_fields(struct node *fields, char *content)
{
	while (*content != '\0') {
		char *name = content, *value, *to;
		char *equals = strchr(content, '=');

		if (equals == NULL)
			return;
		*equals = '\0';
		value = to = equals + 1;
		for (content = value; *content != '\0' && *content != '\n';
		    content++) {
			if (*content == '\\' && content[1] != '\0')
				*to++ = *++content == 'n' ? '\n' : *content;
			else
				*to++ = *content;
		}
		if (*content == '\n')
			content++;
		*to = '\0';
		node_set(fields, name, value);
	}
}

/* Where the public finds this site.  A paper outlives the request that prints
 * it, so the host may say it for good; a proxy knows another name. */
static const char *
site_address(struct visit *visit)
{
	const struct config *config = visit->config;

	if (config->site_address != NULL)
		return config->site_address;
	return arena_format(visit->arena, "%s://%s",
	    visit->request->secure || config->secure_cookie ? "https" : "http",
	    visit->request->host);
}

static void
fill_qr(struct visit *visit, struct node *node, const char *code)
{
	const char *address = arena_format(visit->arena,
	    "%s%s/portal/check?code=%s", site_address(visit),
	    visit->config->base_path, code);
	int size = 0;
	const char *path = qr_path(visit->arena, address, &size);

	node_set(node, "address", address);
	if (path == NULL)
		return;
	node_set(node, "qr", path);
	node_set_int(node, "qr_size", size);
}

void
paper_fill(struct visit *visit, const struct paper *paper)
{
	struct node *node = page_node(&visit->page, "Paper");

	node_set(node, "kind", paper->kind);
	node_set(node, "code", paper->code);
	node_set(node, "digest", paper->digest);
	node_set(node, "state", *paper->ended != '\0' ? paper->ended :
	    "valid");
	node_set(node, "issued_at", words_time(visit->arena, paper->issued_at,
	    paper->zone));
	node_set(node, "ended_at", words_time(visit->arena, paper->ended_at,
	    paper->zone));
	node_set(node, "ended_reason", paper->ended_reason);
	fill_qr(visit, node, paper->code);
	fill_fields(node_child(node, "field"), arena_text(visit->arena,
	    paper->content));
}

/* What a select gave: 0, 404, or another status. */
static int
found(struct visit *visit, int result, const struct rows *rows,
    struct paper *paper)
{
	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	paper->id = row_int(rows, 0, "id");
	paper->assessment_id = row_int(rows, 0, "assessment_id");
	paper->kind = row_text(rows, 0, "kind");
	paper->code = row_text(rows, 0, "code");
	paper->content = row_text(rows, 0, "content");
	paper->digest = row_text(rows, 0, "digest");
	paper->issued_at = row_text(rows, 0, "issued_at");
	paper->ended = row_text(rows, 0, "ended");
	paper->ended_at = row_text(rows, 0, "ended_at");
	paper->ended_reason = row_text(rows, 0, "ended_reason");
	paper->zone = row_text(rows, 0, "timezone");
	return 0;
}

/* A code as people copy it from paper: spaces and hyphens between, small
 * letters, O for 0 and I or L for 1. */
static const char *
tidy_code(struct arena *arena, const char *typed)
{
	struct buffer code = { .arena = arena };

	for (; *typed != '\0' && code.length < CODE_TEXT; typed++) {
		char letter = *typed;

		if (letter == ' ' || letter == '-')
			continue;
		if (letter >= 'a' && letter <= 'z')
			letter = (char)(letter - 'a' + 'A');
		if (letter == 'O')
			letter = '0';
		if (letter == 'I' || letter == 'L')
			letter = '1';
		buffer_char(&code, letter);
	}
	return code.bytes != NULL ? code.bytes : "";
}

int
paper_find(struct visit *visit, const char *code, struct paper *paper)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PAPER_FIND,
	    db_text(tidy_code(visit->arena, code)));

	return found(visit, result, &rows, paper);
}

int
paper_of(struct visit *visit, int64_t assessment_id, const char *kind,
    struct paper *paper)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PAPER_OF,
	    db_int(assessment_id), db_text(kind));

	return found(visit, result, &rows, paper);
}

int
paper_issue(struct visit *visit, const char *kind, int64_t cycle_id,
    int64_t assessment_id, int64_t number, const char *content,
    int64_t *paper_id)
{
	unsigned char digest[SHA256_BYTES];
	char code[CODE_TEXT];
	int result = db_run(visit->db, STATEMENT_PAPER_REPLACE,
	    db_int(assessment_id), db_text(kind));

	if (result < 0)
		return result;
	sha256(digest, content, strlen(content));
	random_code(code);
	result = db_run(visit->db, STATEMENT_PAPER_ISSUE, db_int(cycle_id),
	    db_int(assessment_id), db_text(kind), db_key(number),
	    db_text(code), db_text(content), db_bytes(digest, sizeof(digest)),
	    db_int(visit->actor.account_id));
	if (result < 0)
		return result;
	*paper_id = db_last_key(visit->db);
	return history_add(visit->db, &(struct change){
	    .subject = "paper", .account_id = visit->actor.account_id,
	    .region_id = visit->actor.region_id,
	    .agency_id = visit->actor.agency_id,
	    .assessment_id = assessment_id, .subject_id = *paper_id,
	    .to = arena_format(visit->arena, "%s %s", strcmp(kind, "form") == 0 ?
	    "formulir" : "tanda terima", code) });
}

int
paper_cancel(struct visit *visit, int64_t assessment_id, const char *reason)
{
	int result = db_run(visit->db, STATEMENT_PAPER_CANCEL,
	    db_text(reason), db_int(assessment_id));

	if (result >= 0)
		result = db_run(visit->db, STATEMENT_PAPER_CANCEL_SIGNATURES,
		    db_int(assessment_id));
	return result < 0 ? result : 0;
}
