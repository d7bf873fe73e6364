/* SPDX-License-Identifier: ISC */
/*
 * Papers that were issued: made inside the transaction that gives reason for
 * them, found again by code, by assessment or by the file that was printed,
 * put on a page, and cancelled when an assessment is reopened (product.md,
 * "Sign-off").
 */
#include "document/issued.h"

#include <string.h>

#include "base/qr.h"
#include "base/secret.h"
#include "document/chart.h"
#include "document/model.h"
#include "document/chart_record.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

/* Its lines are cut where they end. */
static void
/* analyse: readability-non-const-parameter: content_next writes there. */
fill_fields(struct node *fields, char *content)
{
	struct content_line line = { .rest = content };

	while (content_next(&line))
		node_set(fields, line.name, line.value);
}

const char *
issued_address(struct context *context, const char *code)
{
	return arena_format(context->arena, "%s%s/portal/check?code=%s",
	    context->config->site_address, context->config->base_path, code);
}

/* The kinds of papers: what each is called, and its file. */
static const struct {
	const char *kind, *name, *file;
} kinds[] = {
	{ "form", "Penilaian terverifikasi", "penilaian" },
	{ "receipt", "Tanda terima", "tanda-terima" },
	{ "minutes", "Berita acara verifikasi", "berita-acara" },
	{ "score", "Rekapitulasi hasil perangkat daerah", "rekapitulasi-perangkat-daerah" },
	{ "letter", "Surat pemberitahuan", "surat-pemberitahuan" },
	{ "notified", "Ceklist daftar pemberitahuan", "ceklist-pemberitahuan" },
	{ "verified", "Ceklist perangkat daerah terverifikasi", "ceklist-terverifikasi" },
	{ "recap", "Rekapitulasi hasil daerah", "rekapitulasi-daerah" },
	{ "report", "Laporan kegiatan", "laporan" },
	{ "certificate", "Sertifikat", "sertifikat" },
	{ "service", "Surat layanan", "surat" },
};

const char *
issued_kind_name(const char *kind)
{
	for (size_t at = 0; at < sizeof(kinds) / sizeof(kinds[0]); at++)
		if (strcmp(kinds[at].kind, kind) == 0)
			return kinds[at].name;
	return "";
}

const char *
issued_file_name(struct arena *arena, const char *kind, const char *code, const char *ending)
{
	const char *file = "lembar";

	for (size_t at = 0; at < sizeof(kinds) / sizeof(kinds[0]); at++)
		if (strcmp(kinds[at].kind, kind) == 0)
			file = kinds[at].file;
	return arena_format(arena, "%s-%.8s%s", file, code, ending);
}

const char *
issued_name(const char *kind, const char *content)
{
	static const char validated[] = " tervalidasi ";
	size_t title = strcspn(content, ":\n"); /* before the name of the agency */

	return strcmp(kind, "form") == 0 &&
		memmem(content, title, validated, sizeof(validated) - 1) != NULL ?
	    "Penilaian tervalidasi" :
	    issued_kind_name(kind);
}

const char *
issued_ended(struct arena *arena, const struct issued_document *paper)
{
	if (*paper->ended == '\0')
		return NULL;
	return arena_format(arena, "%s %s: tidak berlaku lagi.",
	    strcmp(paper->ended, "replaced") == 0    ? "Diganti" :
		strcmp(paper->ended, "expired") == 0 ? "Lewat masa berlakunya" :
						       "Dibatalkan",
	    words_day_of(arena, paper->ended_at, paper->zone));
}

static void
fill_qr(struct context *context, struct node *node, const char *code)
{
	const char *address = issued_address(context, code);
	int size = 0;
	const char *path = qr_path(context->arena, address, &size);

	node_set(node, "address", address);
	if (path == NULL)
		return;
	node_set(node, "qr", path);
	node_set_int(node, "qr_size", size);
}

void
issued_fill(struct context *context, const struct issued_document *paper)
{
	struct node *node = page_node(&context->page, "Issued");

	if (context->actor.account_id != 0)
		node_set_int(node, "id", paper->id);
	node_set(node, "kind", paper->kind);
	node_set(node, "name", issued_name(paper->kind, paper->content));
	node_set(node, "code", paper->code);
	node_set(node, "digest", paper->digest);
	node_set(node, "state", *paper->ended != '\0' ? paper->ended : "valid");
	node_set(node, "issued_at", words_time(context->arena, paper->issued_at, paper->zone));
	node_set(node, "ended_at", words_time(context->arena, paper->ended_at, paper->zone));
	node_set(node, "ended_reason", paper->ended_reason);
	if (paper->renewed_by != NULL)
		node_set(node, "renewed_by", paper->renewed_by);
	if (*paper->ended != '\0')
		node_set(node, "mark", issued_ended(context->arena, paper));
	fill_qr(context, node, paper->code);
	issued_fill_content(context, paper->content);
}

bool
issued_is_letter(const struct issued_document *paper)
{
	return strcmp(paper->kind, "service") == 0;
}

/* Good is a signature of this letter alone, which the file has to name. */
static const char *
letter_how_far(const struct rows *rows)
{
	const char *named = row_text(rows, 0, "named");

	if (strcmp(row_text(rows, 0, "method"), "electronic") != 0)
		return "kept";
	return strcmp(row_text(rows, 0, "verdict"), "valid") == 0 &&
		(strcmp(named, "file") == 0 || strcmp(named, "text") == 0 ||
		    strcmp(named, "qr") == 0) ?
	    "proved" :
	    "unproved";
}

static int
read_signed_letter(struct context *context, const struct issued_document *paper,
    struct issued_signed *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNED_LETTER_STANDING,
	    db_int(paper->id));

	found->how_far = "absent";
	if (result <= 0)
		return context_status(context, result);
	found->how_far = letter_how_far(&rows);
	found->at = row_text(&rows, 0, "created_at");
	found->sha256 = row_text(&rows, 0, "sha256");
	return 0;
}

int
issued_read_signed(struct context *context, const struct issued_document *paper,
    struct issued_signed *found)
{
	struct rows rows;
	int result;

	*found = (struct issued_signed){ .how_far = NULL, .at = "", .sha256 = "" };
	if (*paper->ended != '\0')
		return 0;
	if (issued_is_letter(paper))
		return read_signed_letter(context, paper, found);
	if (strcmp(paper->kind, "form") != 0)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_SIGNOFF_SIGNATURE, db_int(paper->id));
	found->how_far = result <= 0 ?
	    "none" :
	    row_null(&rows, 0, "confirmed_at") ?
	    "waiting" :
	    *row_text(&rows, 0, "accepted_reason") != '\0' ?
	    "reasoned" :
	    "confirmed";
	return context_status(context, result);
}

int
issued_show_checked(struct context *context, const struct issued_document *paper,
    const struct issued_signed *found)
{
	issued_fill(context, paper);
	if (found->how_far != NULL)
		page_set(&context->page, "Issued.signed", found->how_far);
	if (*found->sha256 != '\0') {
		page_set(&context->page, "Issued.signed_at",
		    words_time(context->arena, found->at, paper->zone));
		page_set(&context->page, "Issued.signed_file", found->sha256);
	}
	return context_show(context, "portal/paper");
}

/* Pictures.chart<N> of block N. */
static void
issued_fill_picture(struct context *context, const struct block *block, size_t number)
{
	struct picture *picture = chart_record_picture(context->arena, block, PICTURE_NARROW);

	if (picture != NULL)
		chart_fill(context, arena_format(context->arena, "chart%zu", number), picture);
}

void
issued_fill_content(struct context *context, const char *content)
{
	struct document_model model;
	size_t number = 0;

	fill_fields(page_node(&context->page, "Issued.field"), arena_text(context->arena, content));
	if (!model_read(context->arena, content, &model))
		return;
	for (const struct block *block = model.blocks; block != NULL; block = block->next, number++)
		issued_fill_picture(context, block, number);
}

void
issued_take(const struct rows *rows, struct issued_document *paper)
{
	paper->id = row_int(rows, 0, "id");
	paper->cycle_id = row_int(rows, 0, "cycle_id");
	paper->assessment_id = row_int(rows, 0, "assessment_id");
	paper->number = row_int(rows, 0, "number");
	paper->kind = row_text(rows, 0, "kind");
	paper->code = row_text(rows, 0, "code");
	paper->content = row_text(rows, 0, "content");
	paper->digest = row_text(rows, 0, "digest");
	paper->issued_at = row_text(rows, 0, "issued_at");
	paper->ended = row_text(rows, 0, "ended");
	paper->ended_at = row_text(rows, 0, "ended_at");
	paper->ended_reason = row_text(rows, 0, "ended_reason");
	paper->renewed_by = NULL;
	paper->zone = row_text(rows, 0, "timezone");
}

/* What a select gave: 0, 404, or another status. */
static int
found(struct context *context, int result, const struct rows *rows, struct issued_document *paper)
{
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	issued_take(rows, paper);
	return 0;
}

/* A code as people copy it from paper: spaces and hyphens between, small
 * letters, O for 0 and I or L for 1. */
static const char *
tidy_code(struct arena *arena, const char *typed)
{
	struct buffer code = { .arena = arena };

	for (; *typed != '\0' && code.length < CODE_TEXT; typed++)
		if (*typed != ' ' && *typed != '-')
			buffer_char(&code, secret_letter_meant(*typed));
	return code.bytes != NULL ? code.bytes : "";
}

int
issued_find(struct context *context, const char *code, struct issued_document *paper)
{
	struct rows rows;
	const char *tidy = tidy_code(context->arena, code);
	int result = db_select(context->db, &rows, STATEMENT_ISSUED_FIND, db_text(tidy)), status;

	/* What participants of activities hold is checked in the same place. */
	if (result == 0)
		result = db_select(context->db, &rows, STATEMENT_CERTIFICATE_FIND, db_text(tidy));
	if (result != 0)
		return found(context, result, &rows, paper);
	/* And what a service has given, which alone is renewed. */
	result = db_select(context->db, &rows, STATEMENT_SERVICE_LETTER_FIND, db_text(tidy));
	status = found(context, result, &rows, paper);
	if (status == 0)
		paper->renewed_by = row_text(&rows, 0, "renewed_by");
	return status;
}

int
issued_of(struct context *context, int64_t assessment_id, const char *kind,
    struct issued_document *paper)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ISSUED_OF, db_int(assessment_id),
	    db_text(kind));

	return found(context, result, &rows, paper);
}

int
issued_by_id(struct context *context, int64_t id, struct issued_document *paper)
{
	struct scope scope = assessment_scope(context);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ISSUED_BY_ID, db_int(id), scope.agency,
	    scope.region, scope.parent, scope.agency);

	return found(context, result, &rows, paper);
}

int
issued_by_file(struct context *context, const unsigned char *sha256_bytes,
    struct issued_document *paper)
{
	struct db_value digest = db_bytes(sha256_bytes, SHA256_BYTES);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ISSUED_BY_FILE, digest);

	if (result == 0)
		result = db_select(context->db, &rows, STATEMENT_SIGNED_LETTER_BY_FILE, digest);
	return found(context, result, &rows, paper);
}

int
issued_issue(struct context *context, const char *kind, int64_t cycle_id,
    const struct assessment *about, int64_t number, const char *content, int64_t *issued_id)
{
	int64_t assessment_id = about != NULL ? about->id : 0;
	unsigned char digest[SHA256_BYTES];
	char code[CODE_TEXT];
	int result = db_run(context->db, STATEMENT_ISSUED_REPLACE, db_int(cycle_id), db_text(kind),
	    db_key(assessment_id));

	if (result < 0)
		return result;
	sha256(digest, content, strlen(content));
	random_code(code);
	result = db_run(context->db, STATEMENT_ISSUED_ADD, db_int(cycle_id), db_key(assessment_id),
	    db_text(kind), db_key(number), db_text(code), db_text(content),
	    db_bytes(digest, sizeof(digest)), db_int(context->actor.account_id));
	if (result < 0)
		return result;
	*issued_id = db_last_key(context->db);
	return history_add(context->db,
	    &(struct change){ .subject = "paper",
		.account_id = context->actor.account_id,
		.region_id = about != NULL ? about->region_id : context->actor.region_id,
		.agency_id = about != NULL ? about->agency_id : 0,
		.assessment_id = assessment_id,
		.subject_id = *issued_id,
		.to = arena_format(context->arena, "%s %s", issued_name(kind, content), code) });
}

int
issued_cancel(struct context *context, int64_t assessment_id, const char *reason)
{
	int result = db_run(context->db, STATEMENT_ISSUED_CANCEL, db_text(reason),
	    db_int(assessment_id));

	if (result >= 0)
		result = db_run(context->db, STATEMENT_ISSUED_CANCEL_SIGNATURES,
		    db_int(assessment_id));
	return result < 0 ? result : 0;
}
