/* SPDX-License-Identifier: ISC */
/*
 * Is this PDF one that was issued here, byte for byte?  Anybody may ask.  The
 * file is only hashed as it comes in, and never kept.  A file that was signed
 * electronically begins with the bytes that were issued, and goes on: its
 * digests up to the end of each revision (ISO 32000-1, 7.5.6: a line %%EOF)
 * are looked for too.
 */
#include "paper/paper.h"

#include <string.h>

#include "base/secret.h"
#include "store/throttle.h"
#include "base/banned.h"

enum {
	FILE_MAX = 8 << 20, /* far above what the program draws */
	REVISIONS_MAX = 12,
	TRIES_A_WINDOW = 20, /* of one address */
	WINDOW_MINUTES = 10
};

static const char end_of_revision[] = "%%EOF\n";

enum { CHECK_FILE };
const struct field check_fields[] = {
	[CHECK_FILE] = { "file", FIELD_FILE, "Berkas PDF", .required = true },
	{ NULL },
};

struct reading {
	struct sha256_state digest;
	uint64_t bytes;
	size_t matched; /* letters of end_of_revision that stand */
	unsigned char ends[REVISIONS_MAX][SHA256_BYTES];
	size_t count;
	unsigned char whole[SHA256_BYTES];
	bool pdf;
};

static const char *
check_file_begin(void *arg, const char *field, const char *client_name)
{
	struct reading *reading = arg;

	(void)field, (void)client_name;
	sha256_begin(&reading->digest);
	return NULL;
}

/* The digest at each end of a revision, the first of them and the latest. */
static void
mark_end(struct reading *reading)
{
	size_t at = reading->count < REVISIONS_MAX ? reading->count++ : REVISIONS_MAX - 1;

	sha256_so_far(&reading->digest, reading->ends[at]);
}

static const char *
check_file_data(void *arg, const void *bytes, size_t length)
{
	struct reading *reading = arg;
	const char *at = bytes;
	size_t from = 0;

	if (reading->bytes == 0)
		reading->pdf = length >= 5 && memcmp(bytes, "%PDF-", 5) == 0;
	reading->bytes += length;
	if (!reading->pdf)
		return "Berkas ini bukan PDF. Pilih berkas PDF lembar yang "
		       "ingin diperiksa.";
	if (reading->bytes > FILE_MAX)
		return "Berkas lebih besar daripada lembar mana pun yang "
		       "diterbitkan di sini. Periksa dengan kodenya.";
	for (size_t i = 0; i < length; i++) {
		if (at[i] != end_of_revision[reading->matched]) {
			reading->matched = at[i] == end_of_revision[0];
			continue;
		}
		if (end_of_revision[++reading->matched] != '\0')
			continue;
		sha256_add(&reading->digest, at + from, i + 1 - from);
		from = i + 1;
		reading->matched = 0;
		mark_end(reading);
	}
	sha256_add(&reading->digest, at + from, length - from);
	return NULL;
}

static const char *
check_file_end(void *arg)
{
	struct reading *reading = arg;

	sha256_so_far(&reading->digest, reading->whole);
	return reading->bytes > 0 ?
	    NULL :
	    "Berkas kosong. Pilih berkas PDF "
	    "lembar yang ingin diperiksa.";
}

static int
check_file_count_try(struct context *context)
{
	int result = throttle_count(context->db,
	    &(struct throttle){ .kind = "check",
		.key = arena_format(context->arena, "file %s", context_network(context)),
		.limit = TRIES_A_WINDOW,
		.minutes = WINDOW_MINUTES });

	if (result < 0)
		return context_status(context, result);
	return result > 0 ?
	    0 :
	    context_refuse(context, 429,
		"Terlalu banyak "
		"pemeriksaan dari alamat ini. Coba lagi setelah %d menit.",
		WINDOW_MINUTES);
}

/* 0 with the paper, 404, or another status; added: it goes on after the end
 * of what was issued. */
static int
check_file_find(struct context *context, const struct reading *reading,
    struct issued_document *paper, bool *added)
{
	int status = issued_by_file(context, reading->whole, paper);

	*added = false;
	for (size_t at = 0; status == 404 && at < reading->count; at++) {
		status = issued_by_file(context, reading->ends[at], paper);
		*added = status == 0;
	}
	return status;
}

int
check_file(struct context *context)
{
	struct reading reading = { .bytes = 0 };
	struct form_sink sink = { check_file_begin, check_file_data, check_file_end, &reading };
	struct issued_document paper;
	struct issued_signed found;
	bool added;
	int status = check_file_count_try(context);

	if (status == 0)
		status = form_read(&context->form, context->request, check_fields, NULL, &sink);
	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return context_show_errors(context, "portal/check");
	status = check_file_find(context, &reading, &paper, &added);
	if (status == 404) {
		page_set(&context->page, "Unknown", "1");
		return context_show_status(context, "portal/check", 404);
	}
	if (status != 0)
		return status;
	status = issued_read_signed(context, &paper, &found);
	if (status != 0)
		return status;
	page_set(&context->page, "Same", added ? "added" : "same");
	return issued_show_checked(context, &paper, &found);
}
