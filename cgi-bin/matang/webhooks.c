/* SPDX-License-Identifier: ISC */
/*
 * Posts to the gateways of regions what people were told, signed, in the order in which it
 * happened.  A gateway that does not take it is left alone for longer and longer; what it
 * did not take in days is given up, and its page says so.  Whoever is killed between the
 * answer and its row posts the same delivery again, under the same name.
 */
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/json_writer.h"
#include "base/secret.h"
#include "matang/job.h"
#include "matang/probe.h"
#include "store/kept_secret.h"
#include "base/banned.h"

enum {
	GATEWAYS_AT_ONCE = 20,
	ROUND_MILLISECONDS = 60000, /* so that the last ends within a claim of two minutes */
};

/* Minutes after so many tries in a row that did not get through. */
static const int64_t gateway_pauses[] = { 0, 1, 5, 15, 60, 180, 360 };
enum { PAUSES = sizeof(gateway_pauses) / sizeof(gateway_pauses[0]) };

struct telling {
	struct job_run *run;
	struct rows rows;
	struct probe_link links[GATEWAYS_AT_ONCE];
	size_t row_of[GATEWAYS_AT_ONCE];
	size_t count, sent, failed;
	bool over; /* no time for more */
};

static const char *
webhook_trouble(enum probe_outcome outcome)
{
	static const char *const troubles[] = { [PROBE_STATUS] = "status",
		[PROBE_NO_NAME] = "no-name",
		[PROBE_NO_ANSWER] = "no-answer",
		[PROBE_NO_TIME] = "no-time",
		[PROBE_NO_TRUST] = "no-trust",
		[PROBE_EXPIRED] = "expired",
		[PROBE_REDIRECTS_ON] = "redirects",
		[PROBE_REFUSED] = "refused" };

	return troubles[outcome] != NULL ? troubles[outcome] : "";
}

/* What a gateway gets: nothing but what happened to which agency, and where to look. */
static const char *
webhook_body(struct job_run *run, const struct rows *rows, size_t row)
{
	const struct config *config = &run->work->config;
	struct buffer json = { .arena = &run->arena };

	json_open(&json, NULL, '{');
	json_put(&json, "delivery", row_text(rows, row, "delivery"));
	json_put(&json, "kind", row_text(rows, row, "kind"));
	json_put(&json, "agency", row_text(rows, row, "agency_name"));
	if (row_null(rows, row, "year"))
		json_put_null(&json, "year");
	else
		json_number(&json, "year", row_int(rows, row, "year"));
	json_put(&json, "region", row_text(rows, row, "code"));
	json_put(&json, "link",
	    arena_format(&run->arena, "%s%s%s", config->site_address, config->base_path,
		*row_text(rows, row, "path") != '\0' ? row_text(rows, row, "path") : "/"));
	json_put(&json, "time", row_text(rows, row, "happened"));
	json_close(&json, '}');
	buffer_char(&json, '\0');
	return json.bytes;
}

/* Whether who runs this host named the gateway of an own network. */
static bool
gateway_inside(const struct config *config, const char *address)
{
	struct link_address link;

	return config->gateways_inside != NULL && link_parse(address, &link) &&
	    link_listed(&link, config->gateways_inside);
}

/* 0 or enum db_error. */
static int
webhook_prepare(struct telling *telling, size_t row)
{
	struct job_run *run = telling->run;
	const struct rows *rows = &telling->rows;
	struct probe_link *link = &telling->links[telling->count];
	const char *signed_text;
	const void *kept;
	size_t length;
	long long now = (long long)time(NULL);
	unsigned char digest[SHA256_BYTES];
	char text[SHA256_TEXT], secret[CODE_TEXT - 1];
	int result;

	kept = row_bytes(rows, row, "secret", &length);
	result = kept_secret_open(run->work->db, row_int(rows, row, "region_id"), kept, length,
	    secret, sizeof(secret), NULL);
	if (result != 0)
		return result;
	*link = (struct probe_link){ .address = row_text(rows, row, "address"),
		.post = webhook_body(run, rows, row),
		.inside = gateway_inside(&run->work->config, row_text(rows, row, "address")) };
	signed_text = arena_format(&run->arena, "%lld.%s", now, link->post);
	sha256_keyed(digest, secret, sizeof(secret), signed_text, strlen(signed_text));
	link->headers[0] = "Content-Type: application/json; charset=utf-8";
	link->headers[1] = arena_format(&run->arena, "X-Matang-Delivery: %s",
	    row_text(rows, row, "delivery"));
	link->headers[2] = arena_format(&run->arena, "X-Matang-Timestamp: %lld", now);
	link->headers[3] = arena_format(&run->arena, "X-Matang-Signature: sha256=%s",
	    hex_text(text, digest, sizeof(digest)));
	telling->row_of[telling->count++] = row;
	explicit_bzero(secret, sizeof(secret));
	return 0;
}

/* Takes those that nobody else posts to.  0 or enum db_error. */
static int
webhooks_claim(struct telling *telling)
{
	struct db *db = telling->run->work->db;
	int result = db_select(db, &telling->rows, STATEMENT_WEBHOOK_TURN,
	    db_int(GATEWAYS_AT_ONCE));

	telling->count = 0;
	for (size_t row = 0; row < telling->rows.count && result >= 0; row++) {
		result = db_run(db, STATEMENT_WEBHOOK_CLAIM,
		    db_int(row_int(&telling->rows, row, "region_id")));
		if (result > 0)
			result = webhook_prepare(telling, row);
	}
	return result < 0 ? result : 0;
}

static int
webhook_store(struct telling *telling, size_t at)
{
	const struct probe_link *link = &telling->links[at];
	const struct rows *rows = &telling->rows;
	struct db *db = telling->run->work->db;
	size_t row = telling->row_of[at];
	int64_t id = row_int(rows, row, "id"), failures = row_int(rows, row, "failures");
	int result = 0;

	if (link->outcome == PROBE_ANSWERED) {
		result = db_run(db, STATEMENT_WEBHOOK_SENT, db_int(link->status), db_int(id));
		failures = 0;
		telling->sent++;
	} else if (link->outcome != PROBE_UNASKED) {
		result = db_run(db, STATEMENT_WEBHOOK_NOT_SENT, db_int(link->status),
		    db_text(webhook_trouble(link->outcome)), db_int(id));
		failures++;
		telling->failed++;
	} else {
		telling->over = true;
	}
	if (result < 0)
		return result;
	return db_run(db, STATEMENT_WEBHOOK_PAUSE, db_int(failures),
	    db_int(link->outcome == PROBE_UNASKED ? 0 :
		    failures < PAUSES             ? gateway_pauses[failures] :
						    gateway_pauses[PAUSES - 1]),
	    db_int(row_int(rows, row, "region_id")), db_int(row_int(rows, row, "version")));
}

/* 1: there may be more; 0: nobody waits; or enum db_error. */
static int
webhooks_post(struct telling *telling)
{
	struct job_run *run = telling->run;
	int64_t until = clock_milliseconds() + ROUND_MILLISECONDS;
	int result = webhooks_claim(telling);

	if (result < 0 || telling->count == 0)
		return result;
	if (probe_links(telling->links, telling->count, until < run->until ? until : run->until) !=
	    0) {
		job_problem(run, "gateways cannot be told without the part matang-probe.so");
		telling->over = true;
	}
	for (size_t at = 0; at < telling->count && result >= 0; at++)
		result = webhook_store(telling, at);
	return result < 0 ? result : !telling->over;
}

int
tell_gateways(struct job_run *run)
{
	struct telling telling = { .run = run };
	struct db *db = run->work->db;
	int given_up = db_run(db, STATEMENT_WEBHOOK_GIVE_UP);
	int result = given_up;

	if (given_up > 0)
		job_tell(run, "%d deliveries were given up", given_up);
	do {
		if (result < 0)
			return result;
		job_fresh(run);
		result = webhooks_post(&telling);
	} while (result != 0 && job_has_time(run));
	if (telling.sent + telling.failed > 0)
		job_tell(run, "%zu posted, %zu did not get through", telling.sent, telling.failed);
	return result < 0 ? result : 0;
}
