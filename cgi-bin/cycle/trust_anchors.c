/* SPDX-License-Identifier: ISC */
/*
 * Whom a region trusts to say who signed: certificates of the authorities,
 * with their revocation lists where they have any, stored as one text.  A new
 * file takes the place of the earlier one, so that what is trusted is always
 * what one person chose and looked at.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "import/import_table.h"
#include "pdf_signature/signature_check.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { FILE_FIELD, VERSION };
const struct field trust_anchor_fields[] = {
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas sertifikat", true },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", .max = INT32_MAX },
	{ 0 },
};
enum { REMOVE_VERSION };
const struct field trust_anchor_remove_fields[] = {
	[REMOVE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .max = INT32_MAX },
	{ 0 },
};

struct trusting {
	struct context *context;
	const char *pem; /* NULL: nobody is trusted any more */
	int64_t version; /* that the person saw; 0: there was none */
	const char *names;
};

static void
fill_certificates(struct context *context, const struct trust_anchor *all, size_t count)
{
	struct node *list = page_node(&context->page, "TrustAnchors");
	char today[PDF_SIGNATURE_TIME];
	time_t now = time(NULL);
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(today, sizeof(today), "%Y-%m-%d %H:%M:%S", &tm);
	for (size_t at = 0; at < count; at++) {
		struct node *node = node_row(list, at);
		const char *zone = context->actor.zone;

		node_set(node, "name", all[at].name);
		node_set(node, "organisation", all[at].organisation);
		node_set(node, "fingerprint", all[at].fingerprint);
		node_set(node, "from", words_time(context->arena, all[at].from, zone));
		node_set(node, "until", words_time(context->arena, all[at].until, zone));
		if (strcmp(all[at].until, today) < 0)
			node_set(node, "over", "1");
		if (!all[at].may_issue)
			node_set(node, "person", "1");
	}
}

static const char *
names_of(struct arena *arena, const struct trust_anchor *all, size_t count)
{
	struct buffer names = { .arena = arena };

	buffer_text(&names, "Penyelenggara sertifikat: ");
	for (size_t at = 0; at < count; at++)
		buffer_format(&names, "%s%s (SHA-256 %.16s…)", at > 0 ? ", " : "", all[at].name,
		    all[at].fingerprint);
	return names.bytes;
}

/* What is stored for the region of the path: 1 with it in rows, 0 when there
 * is none; below 0 enum db_error. */
static int
trust_anchors_load(struct context *context, struct rows *rows)
{
	return db_select(context->db, rows, STATEMENT_TRUST_ANCHOR_OF_REGION,
	    db_int(context->keys[0]));
}

/* What the page shows. */
struct trust_page {
	struct rows region;
	struct rows stored; /* none: nobody is trusted yet */
	struct trust_anchor all[TRUST_ANCHORS_MAX];
	size_t count;
};

static int
read_trust_page(struct context *context, struct trust_page *shown)
{
	const char *stored, *pem;
	int result, status = region_find(context, context->keys[0], &shown->region);

	if (status != 0)
		return status;
	result = trust_anchors_load(context, &shown->stored);
	stored = result > 0 ? row_text(&shown->stored, 0, "pem") : "";
	shown->count = *stored == '\0' ?
	    0 :
	    trust_anchors_read(stored, strlen(stored), context->arena, shown->all, &pem);
	return context_status(context, result);
}

static void
fill_trust_page(struct context *context, const struct trust_page *shown)
{
	const struct rows *stored = &shown->stored;

	fill_row(page_node(&context->page, "Region"), &shown->region, 0);
	set_number(context, "version", stored->count > 0 ? row_int(stored, 0, "version") : 0);
	if (stored->count == 0)
		return;
	fill_certificates(context, shown->all, shown->count);
	page_set(&context->page, "Stored.by", row_text(stored, 0, "updated_by"));
	page_set(&context->page, "Stored.when",
	    words_time(context->arena, row_text(stored, 0, "updated_at"), context->actor.zone));
}

static int
trust_anchors_show(struct context *context, int code)
{
	struct trust_page shown;
	int status = read_trust_page(context, &shown);

	if (status != 0)
		return status;
	fill_trust_page(context, &shown);
	return code == 422 ?
	    context_show_errors(context, "cycle/trust_anchors") :
	    context_show_status(context, "cycle/trust_anchors", code);
}

int
show_trust_anchors(struct context *context)
{
	return trust_anchors_show(context, 200);
}

static int
trust_anchors_keep(struct db *db, void *argument)
{
	const struct trusting *trusting = argument;
	struct context *context = trusting->context;
	int64_t region = context->keys[0];
	struct change change = change_of(context, "region", region, region);
	struct trust_anchor all[TRUST_ANCHORS_MAX];
	const char *before, *pem;
	struct rows rows;
	int result = trust_anchors_load(context, &rows);

	if (result < 0)
		return result;
	before = result > 0 ? row_text(&rows, 0, "pem") : "";
	if (trusting->pem == NULL)
		result = db_run(db, STATEMENT_TRUST_ANCHOR_REMOVE, db_int(region),
		    db_int(trusting->version));
	else if (trusting->version == 0)
		result = db_run(db, STATEMENT_TRUST_ANCHOR_ADD, db_int(region),
		    db_text(trusting->pem), db_int(context->actor.account_id));
	else
		result = db_run(db, STATEMENT_TRUST_ANCHOR_UPDATE, db_text(trusting->pem),
		    db_int(context->actor.account_id), db_int(region), db_int(trusting->version));
	if (result == 0 || result == DB_DUPLICATE)
		return context_stop(context, 409,
		    "Daftar penyelenggara sudah berubah sejak halaman ini ditampilkan. Buka lagi "
		    "halamannya dan periksa.");
	if (result < 0)
		return result;
	change.from = *before == '\0' ?
	    "" :
	    names_of(context->arena, all,
		trust_anchors_read(before, strlen(before), context->arena, all, &pem));
	change.to = trusting->names;
	return history_add(db, &change);
}

static int
trust_anchors_finish(struct context *context, struct trusting *trusting)
{
	int status = context_status(context, db_txn(context->db, trust_anchors_keep, trusting));

	return status != 0 ?
	    status :
	    context_redirect(context, "/cycle/regions/%lld/trust-anchors?done=saved",
		(long long)context->keys[0]);
}

int
store_trust_anchors(struct context *context)
{
	struct trusting trusting = { .context = context };
	struct trust_anchor all[TRUST_ANCHORS_MAX];
	const struct upload *upload;
	struct rows region;
	size_t count = 0;
	int status = region_find(context, context->keys[0], &region);

	if (status != 0)
		return status;
	trusting.version = form_number(&context->form, VERSION);
	upload = table_upload(context, FILE_FIELD);
	if (upload != NULL)
		count = trust_anchors_read(upload->bytes, upload->length, context->arena, all,
		    &trusting.pem);
	if (upload != NULL && count == 0)
		form_error(&context->form, FILE_FIELD,
		    "Berkas ini tidak "
		    "memuat sertifikat, atau lebih dari %d. Unduh sertifikat "
		    "penyelenggara (.pem, .crt atau .cer), bukan kunci dan "
		    "bukan berkas PDF.",
		    TRUST_ANCHORS_MAX);
	for (size_t at = 0; at < count; at++)
		if (!all[at].may_issue)
			form_error(&context->form, FILE_FIELD,
			    "“%s” adalah "
			    "sertifikat orang atau server, bukan sertifikat "
			    "penyelenggara. Unduh sertifikat induk dari "
			    "penyelenggaranya.",
			    all[at].name);
	if (!form_ok(&context->form))
		return trust_anchors_show(context, 422);
	trusting.names = names_of(context->arena, all, count);
	return trust_anchors_finish(context, &trusting);
}

int
remove_trust_anchors(struct context *context)
{
	struct trusting trusting = { .context = context,
		.version = form_number(&context->form, REMOVE_VERSION),
		.names = "Penyelenggara sertifikat: tidak ada" };
	struct rows region;
	int status = region_find(context, context->keys[0], &region);

	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    trust_anchors_finish(context, &trusting) :
	    trust_anchors_show(context, 422);
}
