/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "transfer/package.h"
#include "exchange/exchange.h"
#include "frame/words.h"
#include "base/banned.h"

/* A region's cycle out, for an installation that collects. */

static int
load_key(struct visit *visit, struct signing_key *key)
{
	const char *path = visit->config->signing_key;

	if (path == NULL)
		return visit_refuse(visit, 409, "Pemasangan ini belum "
		    "mempunyai kunci tanda tangan. Minta pengelola server "
		    "menjalankan “matang make-key”.");
	return signing_key_load(path, key, &visit->fault) == 0 ? 0 :
	    visit_refuse(visit, 500, "Kunci tanda tangan pemasangan ini tidak "
	    "dapat dipakai. Sampaikan kepada pengelola server.");
}

void
fill_own_key(struct visit *visit)
{
	const char *path = visit->config->signing_key;
	struct signing_key key;

	if (path == NULL || signing_key_load(path, &key, &visit->fault) !=
	    0) {
		fault_clear(&visit->fault);
		return;
	}
	page_set(&visit->page, "Key.public", base64url(visit->arena,
	    key.public, sizeof(key.public)));
	page_set(&visit->page, "Key.fingerprint",
	    public_key_fingerprint(visit->arena, key.public));
	signing_key_forget(&key);
}

int
show_sending(struct visit *visit)
{
	struct node *list = page_node(&visit->page, "Cycles");
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_COLLECT_OWN,
	    db_key(visit->actor.region_id));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "reported", words_time(visit->arena,
		    row_text(&rows, row, "reported_at"), row_text(&rows, row,
		    "timezone")));
	}
	fill_own_key(visit);
	return visit_show(visit, "exchange/cycles");
}

int
cycle_bundle(struct visit *visit, int64_t cycle_id, struct buffer *file,
    const char **name)
{
	const char *site = visit->config->site_address;
	struct signing_key key;
	int result, status = load_key(visit, &key);

	if (status != 0)
		return status;
	result = bundle_write(visit->db, cycle_id, site != NULL ? site : "",
	    &key, file, name);
	signing_key_forget(&key);
	return result < 0 ? visit_status(visit, result) : result == 0 ? 404 :
	    0;
}

int
send_cycle(struct visit *visit)
{
	struct buffer file = { .arena = visit->arena };
	const char *name;
	struct rows rows;
	int status, result = db_select(visit->db, &rows,
	    STATEMENT_COLLECT_OWN_ONE, db_int(visit->keys[0]),
	    db_key(visit->actor.region_id));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	status = cycle_bundle(visit, visit->keys[0], &file, &name);
	if (status != 0)
		return status;
	answer_header(visit->request, "Content-Disposition",
	    arena_format(visit->arena, "attachment; filename=\"%s\"", name));
	answer_send(visit->request, 200, "application/json; charset=utf-8",
	    file.bytes, file.length);
	return 0;
}
