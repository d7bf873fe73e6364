/* SPDX-License-Identifier: ISC */
/*
 * Kunci pemasangan lain: whose signed files we believe, and about which
 * regions.  A key is taken with its fingerprint, which whoever types it has
 * been told on another way than the key came.
 */
#include <string.h>

#include "base/signing_key.h"
#include "document/listing.h"
#include "exchange/exchange.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { NAME, KEY, FINGERPRINT, CODES };
const struct field peer_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Pemilik kunci", true, .max = 120 },
	[KEY] = { "key", FIELD_TEXT, "Kunci publik", true, .max = 200 },
	[FINGERPRINT] = { "fingerprint", FIELD_TEXT, "Kode pemeriksa", true, .max = 60 },
	[CODES] = { "codes", FIELD_TEXT, "Kode daerah", true, .max = 400 },
	{ NULL },
};

enum { REASON };
const struct field peer_end_fields[] = {
	[REASON] = { "reason", FIELD_TEXT, "Alasan", true, .max = 1000 },
	{ NULL },
};

enum { CODES_MAX = 60, CODE_SIZE = 6 };

int
find_care(struct context *context, const char **prefix)
{
	struct rows rows;
	int result;

	*prefix = "";
	if (context->actor.region_id == 0)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_TRANSFER_CARE,
	    db_int(context->actor.region_id));
	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		return context_refuse(context, 403,
		    "Pengumpulan dari server "
		    "lain dikerjakan administrator provinsi.");
	*prefix = row_text(&rows, 0, "code");
	return 0;
}

static struct db_value
peers_own_region(const struct context *context)
{
	return db_key(context->actor.region_id);
}

static int
read_peers(struct context *context, struct rows *peers)
{
	return context_status(context,
	    db_select(context->db, peers, STATEMENT_PEER_LIST, peers_own_region(context),
		peers_own_region(context)));
}

/* One key as people read it; what there is nothing of is "". */
struct peer_line {
	const char *name, *codes, *fingerprint, *since, *ended, *reason;
};

static struct peer_line
peer_line(struct context *context, const struct rows *peers, size_t row)
{
	const char *zone = context->actor.zone;
	size_t length;
	const void *key = row_bytes(peers, row, "public_key", &length);

	return (struct peer_line){
		.name = row_text(peers, row, "name"),
		.codes = row_text(peers, row, "codes"),
		.fingerprint = length == PUBLIC_KEY_BYTES ?
		    public_key_fingerprint(context->arena, key) :
		    "",
		.since = words_time(context->arena, row_text(peers, row, "created_at"), zone),
		.ended = words_time(context->arena, row_text(peers, row, "ended_at"), zone),
		.reason = row_text(peers, row, "ended_reason"),
	};
}

static void
fill_peer(struct context *context, struct node *node, const struct rows *peers, size_t row)
{
	struct peer_line line = peer_line(context, peers, row);

	node_set_int(node, "id", row_int(peers, row, "id"));
	node_set(node, "name", line.name);
	node_set(node, "codes", line.codes);
	node_set(node, "since", line.since);
	node_set(node, "ended", line.ended);
	node_set(node, "reason", line.reason);
	node_set(node, "fingerprint", line.fingerprint);
}

/* With the form as it was sent, if it was not taken. */
static int
peers_show(struct context *context, const struct rows *peers)
{
	struct node *list = page_node(&context->page, "Peers");

	for (size_t row = 0; row < peers->count; row++)
		fill_peer(context, node_row(list, row), peers, row);
	fill_own_key(context);
	return form_ok(&context->form) ?
	    context_show(context, "exchange/peers") :
	    context_show_errors(context, "exchange/peers");
}

int
show_peers(struct context *context)
{
	const char *prefix;
	struct rows peers;
	int status = find_care(context, &prefix);

	if (status == 0)
		status = read_peers(context, &peers);
	return status != 0 ? status : peers_show(context, &peers);
}

int
send_peers(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Pemilik", 20, struct peer_line, name),
		LISTING_MEMBER("Daerah", 15, struct peer_line, codes),
		LISTING_MEMBER("Kode pemeriksa", 25, struct peer_line, fingerprint),
		LISTING_MEMBER("Berlaku sejak", 14, struct peer_line, since),
		LISTING_MEMBER("Diakhiri", 14, struct peer_line, ended),
		LISTING_MEMBER("Alasan", 15, struct peer_line, reason),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Kunci server lain",
		.columns = columns,
		.size = sizeof(struct peer_line) };
	struct peer_line *lines;
	const char *prefix;
	struct rows peers;
	int status = find_care(context, &prefix);

	if (status == 0)
		status = read_peers(context, &peers);
	if (status != 0)
		return status;
	lines = arena_array(context->arena, peers.count + 1, sizeof(*lines));
	for (size_t row = 0; row < peers.count; row++)
		lines[row] = peer_line(context, &peers, row);
	listing.records = lines;
	listing.count = peers.count;
	return listing_send(context, "kunci-server", &listing, 1);
}

struct adding {
	struct context *context;
	unsigned char key[PUBLIC_KEY_BYTES];
	char codes[CODES_MAX][CODE_SIZE];
	size_t count;
};

static bool
is_code(const char *code)
{
	static const char form[] = "00.00";
	size_t length = strlen(code);

	for (size_t at = 0; at < length; at++)
		if (form[at] == '0' ? code[at] < '0' || code[at] > '9' : code[at] != form[at])
			return false;
	return length == 2 || length == CODE_SIZE - 1;
}

/* "64.71, 64.08": each once, and each in our care. */
static void
read_codes(struct adding *adding, const char *prefix)
{
	static const char between[] = ", ;";
	struct form *form = &adding->context->form;
	const char *at = form_text(form, CODES);

	for (at += strspn(at, between); *at != '\0'; at += strspn(at, between)) {
		size_t length = strcspn(at, between), same = 0;
		/* analyse: arrayIndexOutOfBoundsCond: one past the last is not written to. */
		char *code = adding->codes[adding->count];

		if (length < CODE_SIZE && adding->count < CODES_MAX) {
			memcpy(code, at, length);
			code[length] = '\0';
		}
		if (length >= CODE_SIZE || adding->count == CODES_MAX || !is_code(code)) {
			form_error(form, CODES,
			    "Tulis kode seperti 64.71, "
			    "dipisahkan koma.");
			return;
		}
		if (strncmp(code, prefix, strlen(prefix)) != 0)
			form_error(form, CODES,
			    "Kode %s di luar wilayah "
			    "Anda: mulai dengan %s.",
			    code, prefix);
		while (strcmp(adding->codes[same], code) != 0)
			same++;
		adding->count += same == adding->count;
		at += length;
	}
	if (adding->count == 0)
		form_error(form, CODES, "Tulis paling sedikit satu kode.");
}

static void
peers_read_form(struct adding *adding, const char *prefix)
{
	struct context *context = adding->context;
	struct form *form = &context->form;

	read_codes(adding, prefix);
	if (!public_key_read(form_text(form, KEY), adding->key))
		form_error(form, KEY,
		    "Kunci publik terdiri atas 43 huruf dan "
		    "angka. Salin seutuhnya dari halaman server asal.");
	else if (!fingerprint_same(public_key_fingerprint(context->arena, adding->key),
		     form_text(form, FINGERPRINT)))
		form_error(form, FINGERPRINT,
		    "Kode pemeriksa ini bukan milik "
		    "kunci di atas. Minta dibacakan sekali lagi lewat "
		    "telepon; bila tetap berbeda, kuncinya bukan dari mereka.");
}

static int
peers_keep(struct db *db, void *argument)
{
	const struct adding *adding = argument;
	struct context *context = adding->context;
	int result = db_run(db, STATEMENT_PEER_ADD, peers_own_region(context),
	    db_text(form_text(&context->form, NAME)), db_bytes(adding->key, sizeof(adding->key)),
	    db_int(context->actor.account_id));
	int64_t id = db_last_key(db);

	for (size_t at = 0; result >= 0 && at < adding->count; at++)
		result = db_run(db, STATEMENT_PEER_SCOPE_ADD, db_int(id),
		    db_text(adding->codes[at]));
	return result < 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "right",
		    .account_id = context->actor.account_id,
		    .region_id = context->actor.region_id,
		    .to = arena_format(context->arena,
			"Kunci server lain: %s, "
			"untuk %s, kode pemeriksa %s",
			form_text(&context->form, NAME), form_text(&context->form, CODES),
			public_key_fingerprint(context->arena, adding->key)) });
}

int
add_peer(struct context *context)
{
	struct adding adding = { .context = context };
	const char *prefix;
	struct rows peers;
	int result, status = find_care(context, &prefix);

	if (status != 0)
		return status;
	if (form_ok(&context->form))
		peers_read_form(&adding, prefix);
	if (form_ok(&context->form)) {
		result = db_txn(context->db, peers_keep, &adding);
		if (result == 0)
			return context_redirect(context, "/exchange/peers?done=saved");
		if (result != DB_DUPLICATE)
			return context_status(context, result);
		form_error(&context->form, KEY,
		    "Kunci ini sudah pernah "
		    "didaftarkan. Yang sudah diakhiri tidak dipakai lagi: "
		    "minta kunci yang baru.");
	}
	status = read_peers(context, &peers);
	return status != 0 ? status : peers_show(context, &peers);
}

struct peer_ending {
	struct context *context;
	const char *name;
};

static int
end_it(struct db *db, void *argument)
{
	const struct peer_ending *ending = argument;
	struct context *context = ending->context;
	const char *reason = form_text(&context->form, REASON);
	int result = db_run(db, STATEMENT_PEER_END, db_int(context->actor.account_id),
	    db_text(reason), db_int(context->keys[0]));

	/* It may have ended already: then that is history. */
	return result <= 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "right",
		    .account_id = context->actor.account_id,
		    .region_id = context->actor.region_id,
		    .from = arena_format(context->arena, "Kunci server lain: %s", ending->name),
		    .to = "Kunci server lain diakhiri",
		    .reason = reason });
}

int
end_peer(struct context *context)
{
	struct peer_ending ending = { .context = context };
	const char *prefix;
	struct rows rows, peers;
	int result, status = find_care(context, &prefix);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_PEER_FIND, db_int(context->keys[0]),
	    peers_own_region(context), peers_own_region(context));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	if (!form_ok(&context->form)) {
		status = read_peers(context, &peers);
		return status != 0 ? status : peers_show(context, &peers);
	}
	ending.name = row_text(&rows, 0, "name");
	status = context_status(context, db_txn(context->db, end_it, &ending));
	return status != 0 ? status : context_redirect(context, "/exchange/peers?done=saved");
}
