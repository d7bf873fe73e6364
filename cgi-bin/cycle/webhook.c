/* SPDX-License-Identifier: ISC */
/*
 * The gateway of a region: the address to which is posted what people are told, its secret,
 * which is shown once, and what became of the last deliveries.
 */
#include <string.h>

#include "base/secret.h"
#include "cycle/cycle.h"
#include "frame/words.h"
#include "rules/link_address.h"
#include "store/history.h"
#include "store/kept_secret.h"
#include "store/message.h"
#include "base/banned.h"

enum { SHOWN = 20, COUNTED = 1000 };

enum { ADDRESS, WEBHOOK_VERSION };
const struct field webhook_fields[] = {
	[ADDRESS] = { "address", FIELD_TEXT, "Alamat", true, .max = LINK_ADDRESS_MAX },
	[WEBHOOK_VERSION] = { "version", FIELD_NUMBER, "Versi", .max = INT32_MAX },
	{ .name = NULL },
};
enum { SEEN_VERSION };
const struct field webhook_seen_fields[] = {
	[SEEN_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

struct webhook_page {
	struct rows region, stored, last;
	const char *secret; /* of a new one; else NULL */
};

/* What became of a try, in words. */
static const struct {
	const char *trouble, *words;
} webhook_troubles[] = {
	{ "no-name", "nama alamat tidak ditemukan" },
	{ "no-answer", "tidak ada jawaban" },
	{ "no-time", "tidak dijawab dalam 30 detik" },
	{ "no-trust", "sertifikatnya tidak dipercaya" },
	{ "expired", "sertifikatnya kedaluwarsa" },
	{ "redirects", "alamatnya tidak dapat dipakai" },
	{ "refused",
	    "alamatnya di jaringan sendiri; dihubungi hanya bila pengelola server menyebutnya" },
};

/* ---- reading and showing -------------------------------------------------------- */

static int
webhook_read(struct context *context, struct webhook_page *page)
{
	struct db_value region = db_int(context->keys[0]);
	int result, status = region_find(context, context->keys[0], &page->region);

	if (status != 0)
		return status;
	result = db_select(context->db, &page->stored, STATEMENT_WEBHOOK_OF_REGION, region, region,
	    region);
	if (result > 0)
		result = db_select(context->db, &page->last, STATEMENT_WEBHOOK_LAST, region,
		    db_int(SHOWN));
	return context_status(context, result);
}

static const char *
webhook_answer(struct arena *arena, const struct rows *last, size_t row)
{
	const char *trouble = row_text(last, row, "trouble");

	for (size_t at = 0; at < sizeof(webhook_troubles) / sizeof(webhook_troubles[0]); at++)
		if (strcmp(webhook_troubles[at].trouble, trouble) == 0)
			return webhook_troubles[at].words;
	return row_int(last, row, "status") == 0 ?
	    "" :
	    arena_format(arena, "HTTP %s", row_text(last, row, "status"));
}

/* The subject of the message, of which nothing but agency and year is kept. */
static const char *
webhook_told(struct context *context, const struct rows *last, size_t row)
{
	char *told;

	if (strcmp(row_text(last, row, "kind"), "test") == 0)
		return "Kiriman percobaan";
	told = arena_format(context->arena, "%s",
	    message_words(context->arena, context->config->templates_dir, last, row).subject);
	for (size_t length = strlen(told); length > 0 && strchr(": ", told[length - 1]) != NULL;)
		told[--length] = '\0';
	return told;
}

static void
webhook_fill_last(struct context *context, const struct rows *last)
{
	struct node *list = page_node(&context->page, "Deliveries");

	for (size_t row = 0; row < last->count; row++) {
		struct node *node = node_row(list, row);
		const char *state = row_text(last, row, "state");

		fill_row(node, last, row);
		node_set(node, "tag",
		    strcmp(state, "sent") == 0        ? "accepted" :
			strcmp(state, "waiting") == 0 ? "pending" :
							"rejected");
		node_set(node, "word",
		    strcmp(state, "sent") == 0        ? "Terkirim" :
			strcmp(state, "waiting") == 0 ? "Menunggu" :
							"Tidak terkirim");
		node_set(node, "at",
		    words_time(context->arena, row_text(last, row, "created_at"),
			context->actor.zone));
		node_set(node, "answer", webhook_answer(context->arena, last, row));
		node_set(node, "told", webhook_told(context, last, row));
	}
}

static const char *
webhook_count(const struct rows *stored, const char *column)
{
	return row_int(stored, 0, column) > COUNTED ?
	    "lebih dari 1.000" :
	    row_text(stored, 0, column);
}

static void
webhook_fill(struct context *context, const struct webhook_page *page)
{
	const struct rows *stored = &page->stored;
	const char *zone = context->actor.zone;
	struct node *node = page_node(&context->page, "Webhook");

	fill_row(page_node(&context->page, "Region"), &page->region, 0);
	set_number(context, "version", stored->count > 0 ? row_int(stored, 0, "version") : 0);
	if (page->secret != NULL)
		page_set(&context->page, "Secret", page->secret);
	if (stored->count == 0)
		return;
	node_set(node, "address", row_text(stored, 0, "address"));
	node_set(node, "by", row_text(stored, 0, "updated_by"));
	node_set(node, "when", words_time(context->arena, row_text(stored, 0, "updated_at"), zone));
	node_set(node, "waiting", webhook_count(stored, "waiting"));
	node_set(node, "given_up", webhook_count(stored, "given_up"));
	if (row_int(stored, 0, "given_up") > 0 || row_int(stored, 0, "failures") > 0)
		node_set(node, "again", "1");
	if (row_int(stored, 0, "failures") > 0 && row_int(stored, 0, "pauses") != 0)
		node_set(node, "pause",
		    words_time(context->arena, row_text(stored, 0, "next_at"), zone));
	webhook_fill_last(context, &page->last);
}

static int
webhook_show(struct context *context, struct webhook_page *page, int code)
{
	int status = webhook_read(context, page);

	if (status != 0)
		return status;
	webhook_fill(context, page);
	if (code == 422)
		return context_show_errors(context, "cycle/webhook");
	if (page->stored.count > 0)
		set_value(context, "address", row_text(&page->stored, 0, "address"));
	return context_show(context, "cycle/webhook");
}

int
show_webhook(struct context *context)
{
	struct webhook_page page = { .secret = NULL };

	return webhook_show(context, &page, 200);
}

/* ---- changing --------------------------------------------------------------------- */

struct webhook_change {
	struct context *context;
	const char *address; /* NULL: none any more, or as it was */
	bool turns;          /* a new secret for the same address */
	int64_t version;     /* that the person saw; 0: there was none */
	char secret[CODE_TEXT];
};

/* With a new secret; a row, 0, or enum db_error. */
static int
webhook_write_secret(struct db *db, const struct webhook_change *change)
{
	struct db_value region = db_int(change->context->keys[0]);
	struct db_value by = db_int(change->context->actor.account_id);
	unsigned char kept[CODE_TEXT + SEAL_MORE];
	size_t length;
	int result = kept_secret_close(db, change->context->keys[0], change->secret, CODE_TEXT - 1,
	    kept, &length);

	if (result != 0)
		return result;
	return change->turns ?
	    db_run(db, STATEMENT_WEBHOOK_TURN_SECRET, db_bytes(kept, length), by, region,
		db_int(change->version)) :
	    db_run(db, STATEMENT_WEBHOOK_ADD, region, db_text(change->address),
		db_bytes(kept, length), by);
}

static int
webhook_write(struct db *db, const struct webhook_change *change)
{
	struct context *context = change->context;
	struct db_value region = db_int(context->keys[0]);
	int result, dropped;

	if (change->turns || change->version == 0)
		return webhook_write_secret(db, change);
	if (change->address != NULL)
		return db_run(db, STATEMENT_WEBHOOK_CHANGE, db_text(change->address),
		    db_int(context->actor.account_id), region, db_int(change->version));
	result = db_run(db, STATEMENT_WEBHOOK_REMOVE, region, db_int(change->version));
	if (result <= 0)
		return result;
	dropped = db_run(db, STATEMENT_WEBHOOK_DROP_WAITING, region);
	return dropped < 0 ? dropped : result;
}

/* Without what stands behind ? or #: some gateways want a password there. */
static const char *
gateway_told(struct context *context, const char *address)
{
	return arena_format(context->arena, "Gerbang pesan: %.*s", (int)strcspn(address, "?#"),
	    address);
}

static int
webhook_keep(struct db *db, void *argument)
{
	const struct webhook_change *change = argument;
	struct context *context = change->context;
	int64_t region = context->keys[0];
	struct change told = change_of(context, "region", region, region);
	struct db_value key = db_int(region);
	struct rows before;
	int result = db_select(db, &before, STATEMENT_WEBHOOK_OF_REGION, key, key, key);

	if (result < 0)
		return result;
	told.from = result > 0 && !change->turns ?
	    gateway_told(context, row_text(&before, 0, "address")) :
	    "";
	told.to = gateway_told(context,
	    change->turns               ? "rahasia baru" :
		change->address != NULL ? change->address :
					  "tidak ada");
	result = webhook_write(db, change);
	if (result == 0 || result == DB_DUPLICATE)
		return context_stop(context, 409,
		    "Gerbang pesan sudah berubah sejak halaman ini ditampilkan. Buka lagi "
		    "halamannya dan periksa.");
	return result < 0 ? result : history_add(db, &told);
}

static int
webhook_back(struct context *context)
{
	return context_redirect(context, "/cycle/regions/%lld/webhook?done=saved",
	    (long long)context->keys[0]);
}

static const char *
gateway_fault(const struct config *config, const char *address)
{
	struct link_address link;

	if (!link_parse(address, &link))
		return "Tulis alamat lengkap, misalnya https://gerbang.kota.go.id/matang, tanpa "
		       "nama pengguna dan kata sandi.";
	if (!link.tls)
		return "Alamatnya harus diawali https://.";
	if (link_fits(&link) ||
	    (config->gateways_inside != NULL && link_listed(&link, config->gateways_inside)))
		return NULL;
	return "Alamat ini hanya ada di jaringan sendiri atau memakai pintu (port) yang tidak "
	       "biasa. Pakai alamat yang terbuka di internet, pintu 443 atau 8443, atau minta "
	       "pengelola server menyebutnya dalam gateways_inside.";
}

/* The secret stands in the answer itself and nowhere else: no redirect. */
int
save_webhook(struct context *context)
{
	struct webhook_change change = { .context = context,
		.address = form_text(&context->form, ADDRESS),
		.version = form_number(&context->form, WEBHOOK_VERSION) };
	struct webhook_page page = { .secret = NULL };
	const char *fault;
	int status = region_find(context, context->keys[0], &page.region);

	if (status != 0)
		return status;
	fault = form_ok(&context->form) ? gateway_fault(context->config, change.address) : NULL;
	if (fault != NULL)
		form_error(&context->form, ADDRESS, "%s", fault);
	if (!form_ok(&context->form))
		return webhook_show(context, &page, 422);
	random_code(change.secret);
	status = context_status(context, db_txn(context->db, webhook_keep, &change));
	if (status != 0 || change.version != 0)
		return status != 0 ? status : webhook_back(context);
	page.secret = change.secret;
	return webhook_show(context, &page, 200);
}

int
turn_webhook_secret(struct context *context)
{
	struct webhook_change change = { .context = context,
		.turns = true,
		.version = form_number(&context->form, SEEN_VERSION) };
	struct webhook_page page = { .secret = change.secret };
	int status = region_find(context, context->keys[0], &page.region);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	random_code(change.secret);
	status = context_status(context, db_txn(context->db, webhook_keep, &change));
	return status != 0 ? status : webhook_show(context, &page, 200);
}

int
remove_webhook(struct context *context)
{
	struct webhook_change change = { .context = context,
		.version = form_number(&context->form, SEEN_VERSION) };
	struct webhook_page page = { .secret = NULL };
	int status = region_find(context, context->keys[0], &page.region);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return webhook_show(context, &page, 422);
	status = context_status(context, db_txn(context->db, webhook_keep, &change));
	return status != 0 ? status : webhook_back(context);
}

static int
webhook_try(struct db *db, void *argument)
{
	struct context *context = argument;
	int result = db_run(db, STATEMENT_WEBHOOK_TEST, db_int(context->keys[0]));

	return result < 0 ? result :
	    result == 0   ? db_stop(db, 404) :
			    db_run(db, STATEMENT_WEBHOOK_AT_ONCE, db_int(context->keys[0]));
}

static int
webhook_retry(struct db *db, void *argument)
{
	struct context *context = argument;
	struct db_value region = db_int(context->keys[0]);
	struct change told = change_of(context, "region", context->keys[0], context->keys[0]);
	int again = db_run(db, STATEMENT_WEBHOOK_AGAIN, region);
	int result = again < 0 ? again : db_run(db, STATEMENT_WEBHOOK_AT_ONCE, region);

	told.to = "Gerbang pesan: yang tidak terkirim dicoba lagi";
	return result < 0 || again + result == 0 ? result : history_add(db, &told);
}

static int
webhook_press(struct context *context, int (*work)(struct db *, void *))
{
	struct rows region;
	int status = region_find(context, context->keys[0], &region);

	if (status == 0)
		status = context_status(context, db_txn(context->db, work, context));
	return status != 0 ? status : webhook_back(context);
}

int
test_webhook(struct context *context)
{
	return webhook_press(context, webhook_try);
}

int
retry_webhook(struct context *context)
{
	return webhook_press(context, webhook_retry);
}
