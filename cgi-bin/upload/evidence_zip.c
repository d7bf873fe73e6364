/* SPDX-License-Identifier: ISC */
/*
 * Out again: the evidence of one assessment, or of one of its variables, as a
 * ZIP, and in it a list of all that was put under its criteria, with hashes
 * and decisions.  It is planned first, from rows and the lengths of files, so
 * that the browser is told how long it will be; then each file is read twice,
 * once for its hash and once to be sent.  No file is written, and memory
 * grows with the number of documents, never with their size.
 */
#include "upload/evidence_zip.h"

#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "assessment/evidence.h"
#include "frame/download.h"
#include "frame/words.h"
#include "frame/zip_answer.h"
#include "store/media_type.h"
#include "store/checksum.h"
#include "base/banned.h"

enum { FOLDER_CHARACTERS = 60, TITLE_CHARACTERS = 90 };

/* What becomes of a link's file.  Found out while it is sent: whether its
 * content is still what was stored, for which both words are of one length. */
enum packed_state { PACKED_GOOD, PACKED_CHANGED, PACKED_MISSING, PACKED_HELD, PACKED_OUTSIDE };

static const char *const packed_words[] = {
	[PACKED_GOOD] = "cocok",
	[PACKED_CHANGED] = "beda!",
	[PACKED_MISSING] = "hilang dari penyimpanan",
	[PACKED_HELD] = "ditahan antivirus",
	[PACKED_OUTSIDE] = "hanya alamat luar",
};

_Static_assert(sizeof("cocok") == sizeof("beda!"),
    "the list is as long before the files are read as after");

struct packed {
	const struct evidence *variable;
	const struct evidence_item *item;
	const struct evidence_link *link;
	const struct packed *first; /* which has the file; often itself */
	const char *stored_name;
	const char *name; /* in the archive, or "" */
	enum packed_state state;
};

struct evidence_zip {
	struct context *context;
	const struct assessment *assessment;
	const struct evidence_list *list;
	const struct evidence *variables; /* of the list, all or one */
	size_t variable_count;
	struct rows stored; /* id, stored_name; by id */
	struct packed *packed;
	size_t count;
};

/* ---- the plan ------------------------------------------------------------- */

static const char *
stored_name(const struct rows *rows, int64_t revision)
{
	size_t low = 0, high = rows->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (row_int(rows, middle, "id") < revision)
			low = middle + 1;
		else
			high = middle;
	}
	return low < rows->count && row_int(rows, low, "id") == revision ?
	    row_text(rows, low, "stored_name") :
	    NULL;
}

/* The file, when it is there in its length. */
static int
open_packed(struct evidence_zip *archive, const struct packed *packed)
{
	struct stat about;
	int fd = packed->stored_name == NULL ?
	    -1 :
	    files_open(archive->context->config->files_dir, packed->stored_name,
		&archive->context->errors);

	if (fd >= 0 && (fstat(fd, &about) != 0 || about.st_size != packed->link->bytes)) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static enum packed_state
packed_state_of(struct evidence_zip *archive, const struct packed *packed)
{
	int fd;

	if (packed->link->revision_id == 0)
		return PACKED_OUTSIDE;
	if (file_check_kept_from(archive->context, &packed->link->checked))
		return PACKED_HELD;
	fd = open_packed(archive, packed);
	if (fd < 0)
		return PACKED_MISSING;
	close(fd);
	return PACKED_GOOD;
}

/* The same file under several criteria of a variable is in its folder once. */
static const struct packed *
packed_before(const struct packed *packed, size_t in_folder)
{
	for (size_t back = 1; back <= in_folder; back++)
		if (packed[-(ptrdiff_t)back].link->revision_id == packed->link->revision_id)
			return packed[-(ptrdiff_t)back].first;
	return packed;
}

/* "03-Nama variabel/03-2-001-Judul.pdf": variable, level, running number;
 * unique by its number also where letters' case does not count, and a name
 * that no system takes for a device. */
static const char *
packed_name(struct arena *arena, const struct packed *packed, size_t number)
{
	return arena_format(arena, "%02d-%s/%02d-%d-%03zu-%s.%s", packed->variable->number,
	    safe_name(arena, packed->variable->name, FOLDER_CHARACTERS), packed->variable->number,
	    packed->item->level, number, safe_name(arena, packed->link->title, TITLE_CHARACTERS),
	    file_extension(file_type_of(packed->link->type)));
}

static void
plan_link(struct evidence_zip *archive, struct packed *packed, size_t in_folder, size_t *files)
{
	packed->stored_name = stored_name(&archive->stored, packed->link->revision_id);
	packed->first = packed;
	packed->name = "";
	packed->state = packed_state_of(archive, packed);
	if (packed->state != PACKED_GOOD)
		return;
	packed->first = packed_before(packed, in_folder);
	packed->name = packed->first != packed ?
	    packed->first->name :
	    packed_name(archive->context->arena, packed, ++*files);
}

static void
plan_variable(struct evidence_zip *archive, const struct evidence *variable)
{
	size_t in_folder = 0, files = 0;

	for (size_t at = 0; at < variable->item_count; at++) {
		const struct evidence_item *item = &variable->items[at];

		for (size_t k = 0; k < item->link_count; k++) {
			struct packed *packed = &archive->packed[archive->count++];

			packed->variable = variable;
			packed->item = item;
			packed->link = &item->links[k];
			plan_link(archive, packed, in_folder++, &files);
		}
	}
}

static void
plan(struct evidence_zip *archive)
{
	size_t links = 0;

	for (size_t at = 0; at < archive->variable_count; at++)
		links += archive->variables[at].stored_count + archive->variables[at].outside_count;
	archive->packed = arena_array(archive->context->arena, links + 1, sizeof(*archive->packed));
	for (size_t at = 0; at < archive->variable_count; at++)
		plan_variable(archive, &archive->variables[at]);
	/* What is missing is said in the list; it is no fault of this request. */
	error_chain_clear(&archive->context->errors);
}

/* ---- the list ------------------------------------------------------------- */

/*
 * As Excel reads it where the comma is the decimal sign: semicolons, a byte
 * order mark.  What a spreadsheet would take for a formula gets an apostrophe
 * in front (OWASP, "CSV Injection"), also behind white space.
 */
static void
evidence_zip_add_cell(struct buffer *csv, const char *text)
{
	const char *visible = text + strspn(text, " \t\r\n");

	buffer_char(csv, '"');
	if (*text == '\t' || *text == '\r' || *text == '\n' ||
	    (*visible != '\0' && strchr("=+-@|", *visible) != NULL))
		buffer_char(csv, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buffer_char(csv, '"');
		buffer_char(csv, *text);
	}
	buffer_text(csv, "\";");
}

static void
evidence_zip_end_row(struct buffer *csv)
{
	csv->length--; /* the semicolon behind the last cell */
	buffer_text(csv, "\r\n");
}

static void
evidence_zip_add_link_review(struct buffer *csv, const struct link_review *review)
{
	static const char *const words[] = { [REVIEW_NONE] = "",
		[REVIEW_ACCEPTED] = "Diterima",
		[REVIEW_REJECTED] = "Ditolak" };

	evidence_zip_add_cell(csv,
	    review->stale ? "Belum (berkas diganti)" : words[review->decision]);
	evidence_zip_add_cell(csv, review->decision != REVIEW_NONE ? review->reason : "");
}

static void
evidence_zip_add_row(struct arena *arena, struct buffer *csv, const struct packed *packed)
{
	const struct evidence_link *link = packed->link;
	bool stored = link->revision_id != 0;

	evidence_zip_add_cell(csv, arena_format(arena, "%d", packed->variable->number));
	evidence_zip_add_cell(csv, packed->variable->name);
	evidence_zip_add_cell(csv, words_roman(packed->item->level));
	evidence_zip_add_cell(csv, packed->item->title);
	evidence_zip_add_cell(csv, link->title);
	evidence_zip_add_cell(csv, words_kind(link->kind));
	evidence_zip_add_cell(csv, link->number);
	evidence_zip_add_cell(csv, link->dated);
	evidence_zip_add_cell(csv, words_period(arena, link->period_from, link->period_until));
	evidence_zip_add_cell(csv, packed->name);
	evidence_zip_add_cell(csv, packed_words[packed->first->state]);
	evidence_zip_add_cell(csv, stored ? link->sha256 : "");
	evidence_zip_add_cell(csv,
	    stored ? arena_format(arena, "%lld", (long long)link->bytes) : "");
	evidence_zip_add_cell(csv,
	    stored ? arena_format(arena, "%lld", (long long)link->revision_number) : "");
	evidence_zip_add_cell(csv, link->outside_address);
	evidence_zip_add_link_review(csv, &link->city);
	evidence_zip_add_link_review(csv, &link->province);
	evidence_zip_end_row(csv);
}

static struct buffer
manifest(const struct evidence_zip *archive)
{
	static const char *const heads[] = { "Variabel", "Nama variabel", "Tingkat",
		"Dokumen yang diminta", "Judul", "Jenis", "Nomor", "Tanggal", "Masa berlaku",
		"Berkas", "Pemeriksaan", "SHA-256", "Ukuran (byte)", "Revisi", "Alamat luar",
		"Verifikasi", "Alasan verifikasi", "Validasi", "Alasan validasi" };
	struct buffer csv = { .arena = archive->context->arena };

	buffer_text(&csv, "\xef\xbb\xbf");
	for (size_t at = 0; at < sizeof(heads) / sizeof(heads[0]); at++)
		evidence_zip_add_cell(&csv, heads[at]);
	evidence_zip_end_row(&csv);
	for (size_t at = 0; at < archive->count; at++)
		evidence_zip_add_row(archive->context->arena, &csv, &archive->packed[at]);
	return csv;
}

/* ---- the archive ---------------------------------------------------------- */

/* The file's CRC-32, and whether its content is still what was stored. */
static int
read_through(struct evidence_zip *archive, int fd, struct packed *packed, uint32_t *crc)
{
	char text[SHA256_TEXT];
	struct checksums sums;

	if (checksum_file(fd, &sums, &archive->context->errors) != 0)
		return -1;
	*crc = sums.crc32;
	if (strcasecmp(hex_text(text, sums.sha256, SHA256_BYTES), packed->link->sha256) != 0)
		packed->state = PACKED_CHANGED;
	return 0;
}

static int
evidence_zip_pack(struct evidence_zip *archive, struct zip *zip, struct packed *packed)
{
	struct zip_entry entry = { .name = packed->name, .bytes = (uint64_t)packed->link->bytes };
	int fd, status = 0;

	zip_entry_day(&entry, packed->link->revised_at, archive->assessment->zone);
	if (zip_counts(zip))
		return zip_entry(zip, &entry) == 0 ? zip_skip(zip) : -1;
	fd = open_packed(archive, packed);
	if (fd < 0)
		return -1;
	posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
	if (read_through(archive, fd, packed, &entry.crc) != 0 || zip_entry(zip, &entry) != 0 ||
	    zip_file(zip, fd) != 0)
		status = -1;
	close(fd);
	return status;
}

static int
pack_list(const struct evidence_zip *archive, struct zip *zip)
{
	struct buffer csv = manifest(archive);
	struct zip_entry entry = { .name = "00-daftar-dokumen.csv",
		.bytes = csv.length,
		.crc = checksum_crc32(csv.bytes, csv.length) };

	zip_entry_day(&entry, "", archive->assessment->zone);
	return zip_entry(zip, &entry) == 0 ? zip_data(zip, csv.bytes, csv.length) : -1;
}

static int
pack_all(void *argument, struct zip *zip)
{
	struct evidence_zip *archive = argument;

	for (size_t at = 0; at < archive->count; at++) {
		struct packed *packed = &archive->packed[at];

		if (packed->state == PACKED_GOOD && packed->first == packed &&
		    evidence_zip_pack(archive, zip, packed) != 0)
			return -1;
	}
	/* Last, since only now it is known what the files are. */
	return pack_list(archive, zip);
}

static const char *
archive_name(struct evidence_zip *archive, int64_t variable)
{
	struct arena *arena = archive->context->arena;

	return arena_format(arena, "Data dukung %s %lld%s.zip",
	    safe_name(arena, archive->assessment->agency_name, TITLE_CHARACTERS),
	    (long long)archive->assessment->year,
	    variable == 0 ? "" : arena_format(arena, " variabel %02lld", (long long)variable));
}

static int
send_packed(struct evidence_zip *archive, int64_t variable)
{
	struct context *context = archive->context;
	const char *name = archive_name(archive, variable);
	uint64_t length;
	int status = zip_answer_plan(context, pack_all, archive, &length);

	if (status != 0)
		return status;
	context_takes_out(context, "download", 0, archive->assessment->agency_id, name);
	answer_header(context->request, "Content-Security-Policy",
	    "sandbox; default-src 'none'; frame-ancestors 'none'");
	zip_answer_send(context, pack_all, archive, length, name);
	return 0;
}

int
send_evidence_zip(struct context *context)
{
	struct assessment assessment;
	struct evidence_zip archive = { .context = context, .assessment = &assessment };
	int status = assessment_find(context, context->keys[0], &assessment);
	int result;

	if (status == 0)
		status = evidence_load(context, &assessment, &archive.list);
	if (status != 0)
		return status;
	archive.variables = archive.list->variables;
	archive.variable_count = archive.list->count;
	if (context->keys[1] != 0) {
		archive.variables = evidence_of(archive.list, context->keys[1]);
		archive.variable_count = 1;
		if (archive.variables == NULL)
			return 404;
	}
	result = db_select(context->db, &archive.stored, STATEMENT_UPLOAD_STORED,
	    db_int(assessment.id));
	if (result < 0)
		return context_status(context, result);
	status = context_hold(context);
	if (status != 0)
		return status;
	plan(&archive);
	return send_packed(&archive, context->keys[1]);
}
