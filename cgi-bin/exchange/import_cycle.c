/* SPDX-License-Identifier: ISC */
/*
 * Cycles in: a file is kept, looked at, and taken over once somebody says so.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "transfer/import.h"
#include "document/listing.h"
#include "exchange/exchange.h"
#include "frame/form_upload.h"
#include "frame/words.h"
#include "base/banned.h"

enum { FILE_FIELD };
const struct field import_fields[] = {
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ NULL },
};

static int
read_packages(struct context *context, const char *prefix, struct rows *packages)
{
	return context_status(context,
	    db_select(context->db, packages, STATEMENT_TRANSFER_PACKAGES,
		db_text(arena_format(context->arena, "%s%%", prefix))));
}

static void
fill_packages(struct context *context, const struct rows *packages)
{
	struct node *list = page_node(&context->page, "Packages");
	const char *zone = context->actor.zone;

	for (size_t row = 0; row < packages->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, packages, row);
		node_set(node, "arrived",
		    words_time(context->arena, row_text(packages, row, "arrived_at"), zone));
		node_set(node, "taken",
		    words_time(context->arena, row_text(packages, row, "taken_at"), zone));
	}
}

int
show_imports(struct context *context)
{
	const char *prefix;
	struct rows packages;
	int status = find_care(context, &prefix);

	if (status == 0)
		status = read_packages(context, prefix, &packages);
	if (status != 0)
		return status;
	fill_packages(context, &packages);
	return context_show(context, "exchange/import");
}

/* One package as a line of the file. */
struct import_line {
	const char *peer, *year, *arrived, *taken, *state;
};

static struct import_line
import_line(struct context *context, const struct rows *packages, size_t row)
{
	const char *zone = context->actor.zone;

	return (struct import_line){
		.peer = row_text(packages, row, "peer_name"),
		.year = row_text(packages, row, "year"),
		.arrived = words_time(context->arena, row_text(packages, row, "arrived_at"), zone),
		.taken = words_time(context->arena, row_text(packages, row, "taken_at"), zone),
		.state = !row_null(packages, row, "cycle_id") ? "Dipakai sekarang" :
		    row_null(packages, row, "taken_at")       ? "Baru diperiksa" :
								"kemudian diganti",
	};
}

int
send_imports(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Pemilik kunci", 30, struct import_line, peer),
		LISTING_NUMBER("Tahun", 10, struct import_line, year),
		LISTING_MEMBER("Diterima", 20, struct import_line, arrived),
		LISTING_MEMBER("Diambil alih", 20, struct import_line, taken),
		LISTING_MEMBER("Status", 20, struct import_line, state),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Berkas yang pernah diterima",
		.columns = columns,
		.size = sizeof(struct import_line) };
	struct import_line *lines;
	const char *prefix;
	struct rows packages;
	int status = find_care(context, &prefix);

	if (status == 0)
		status = read_packages(context, prefix, &packages);
	if (status != 0)
		return status;
	lines = arena_array(context->arena, packages.count + 1, sizeof(*lines));
	for (size_t row = 0; row < packages.count; row++)
		lines[row] = import_line(context, &packages, row);
	listing.records = lines;
	listing.count = packages.count;
	return listing_send(context, "berkas-periode", &listing, 1);
}

/* ---- a file, read and believed or not ------------------------------------------ */

struct opened {
	struct transfer_package package;
	int64_t peer_id;
	enum opening opening;
	struct json_problems problems;
	const char *why;
};

/* All of a file; NULL, and a cause. */
static char *
read_whole(struct context *context, int fd, size_t *length)
{
	struct buffer content = { .arena = context->arena };
	char piece[16384];
	ssize_t got;

	buffer_add(&content, "", 0);
	while ((got = read(fd, piece, sizeof(piece))) > 0 && content.length <= PACKAGE_BYTES_MAX)
		buffer_add(&content, piece, (size_t)got);
	*length = content.length;
	if (got >= 0)
		return content.bytes;
	ERROR_CAUSE(&context->errors, "cannot read a package");
	return NULL;
}

/* 0 with what came of it, or a status. */
static int
import_cycle_open_file(struct context *context, int fd, const char *prefix, struct opened *opened)
{
	size_t length;
	char *file;

	memset(opened, 0, sizeof(*opened));
	opened->problems.arena = context->arena;
	if (fd < 0)
		return 500;
	file = read_whole(context, fd, &length);
	if (file == NULL)
		return 500;
	opened->opening = package_open(context->db, &opened->problems, file, length,
	    &opened->package, &opened->peer_id, &opened->why);
	if (opened->opening == OPENING_FAILED)
		return 503;
	if (opened->opening == OPENING_GOOD &&
	    strncmp(opened->package.region_code, prefix, strlen(prefix)) != 0) {
		opened->opening = OPENING_DOUBTED;
		opened->why = arena_format(context->arena,
		    "Berkas ini tentang "
		    "%s (kode %s), di luar wilayah Anda.",
		    opened->package.region_name, opened->package.region_code);
	}
	return 0;
}

/* The page with the form again, and what was wrong with the file. */
static int
import_cycle_show_refused(struct context *context, const struct rows *packages,
    const struct opened *opened)
{
	struct node *list = page_node(&context->page, "Problems");

	form_error(&context->form, FILE_FIELD, "%s",
	    opened->opening == OPENING_DOUBTED ?
		opened->why :
		"Berkas ini bukan berkas periode "
		"yang utuh dari Matang. Minta server asal mengunduh dan "
		"mengirimnya sekali lagi.");
	for (size_t at = 0; at < opened->problems.count && at < JSON_PROBLEMS_LISTED; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "where", opened->problems.listed[at].where);
		node_set(node, "text", opened->problems.listed[at].text);
	}
	fill_packages(context, packages);
	return context_show_errors(context, "exchange/import");
}

struct received_package {
	struct context *context;
	const struct opened *opened;
	const struct temporary_file *staged;
	int64_t id;
};

static int
add_package(struct db *db, void *argument)
{
	struct received_package *one = argument;
	const struct transfer_package *package = &one->opened->package;
	int result = db_run(db, STATEMENT_TRANSFER_PACKAGE_ADD, db_int(one->opened->peer_id),
	    db_text(package->region_code), db_int(package->year), db_text(package->made_at),
	    db_bytes(package->sha256, sizeof(package->sha256)), db_int((int64_t)package->bytes),
	    db_text(one->staged->name), db_int(one->context->actor.account_id));

	one->id = db_last_key(db);
	return result < 0 ? result : 0;
}

int
take_in(struct context *context)
{
	struct temporary_file *staged = context->files != NULL ? &context->files->staged : NULL;
	struct opened opened;
	struct received_package one = { .context = context, .opened = &opened, .staged = staged };
	struct rows packages;
	const char *prefix;
	int fd, status = find_care(context, &prefix);

	if (status != 0)
		return status;
	if (!form_ok(&context->form) || staged == NULL) {
		status = read_packages(context, prefix, &packages);
		if (status != 0)
			return status;
		fill_packages(context, &packages);
		return context_show_errors(context, "exchange/import");
	}
	fd = open(staged->path, O_RDONLY | O_CLOEXEC);
	status = import_cycle_open_file(context, fd, prefix, &opened);
	if (fd >= 0)
		close(fd);
	if (status != 0)
		return status;
	if (opened.opening != OPENING_GOOD) {
		status = read_packages(context, prefix, &packages);
		return status != 0 ?
		    status :
		    import_cycle_show_refused(context, &packages, &opened);
	}
	status = context_status(context, form_upload_commit(context, staged, 0, add_package, &one));
	return status != 0 ?
	    status :
	    context_redirect(context, "/exchange/import/%lld", (long long)one.id);
}

/* ---- what would change ------------------------------------------------------------ */

static void
import_cycle_fill_levels(struct context *context, struct node *node,
    const struct difference *difference)
{
	static const char *const tiers[TIERS] = { "mandiri", "verifikasi", "validasi" };
	struct node *list = node_child(node, "levels");

	for (size_t at = 0; at < difference->level_count; at++) {
		const struct level_change *change = &difference->levels[at];

		node_set(node_row(list, at), "text",
		    arena_format(context->arena, "variabel %d, %s: %s → %s", change->variable,
			tiers[change->tier],
			change->from != 0 ? words_roman(change->from) : "kosong",
			change->to != 0 ? words_roman(change->to) : "kosong"));
	}
}

static void
fill_difference(struct context *context, struct node *node, const struct difference *difference)
{
	const struct package_agency *agency = difference->agency;
	bool fresh = difference->assessment_id == 0;

	node_set(node, "name", agency->name);
	node_set(node, "what", difference->agency_id == 0 ? "new" : fresh ? "joins" : "changed");
	node_set(node, "was_called", difference->was_called);
	node_set(node, "state", state_code(agency->state));
	node_set(node, "state_name", state_name(agency->state));
	if (!fresh && difference->was != agency->state)
		node_set(node, "was", state_name(difference->was));
	if (!fresh)
		import_cycle_fill_levels(context, node, difference);
	node_set_int(node, "level_count", (int64_t)difference->level_count);
	if (!fresh && difference->worded > 0)
		node_set_int(node, "worded", (int64_t)difference->worded);
	node_set_int(node, "added", (int64_t)difference->added);
	node_set_int(node, "removed", (int64_t)difference->removed);
	if (difference->moves_same < difference->moves_here)
		node_set(node, "redisclosed", "1");
}

static void
fill_comparison(struct context *context, const struct taking *taking)
{
	struct node *root = page_node(&context->page, "Comparison");
	struct node *list = node_child(root, "agencies");
	size_t row = 0;

	node_set(root, "outcome",
	    taking->outcome == OUTCOME_FIRST     ? "first" :
		taking->outcome == OUTCOME_NEWER ? "newer" :
		taking->outcome == OUTCOME_HELD  ? "held" :
						   "refused");
	node_set(root, "why", taking->why);
	if (taking->outcome == OUTCOME_HELD || taking->outcome == OUTCOME_REFUSED)
		return;
	node_set(root, "held",
	    words_time(context->arena, taking->held_from, taking->package->timezone));
	node_set(root, "instrument", taking->instrument_name);
	if (taking->instrument_id == 0)
		node_set(root, "instrument_new", "1");
	node_set_int(root, "changed", (int64_t)taking->changed);
	node_set_int(root, "same", (int64_t)(taking->package->count - taking->changed));
	node_set_int(root, "fresh", (int64_t)taking->fresh);
	node_set_int(root, "renamed", (int64_t)taking->renamed);
	node_set_int(root, "stated", (int64_t)taking->stated);
	node_set_int(root, "levelled", (int64_t)taking->levelled);
	node_set_int(root, "added", (int64_t)taking->added);
	node_set_int(root, "removed", (int64_t)taking->removed);
	for (size_t at = 0; at < taking->package->count; at++)
		if (!taking->differences[at].same)
			fill_difference(context, node_row(list, row++), &taking->differences[at]);
	list = node_child(root, "missing");
	for (size_t at = 0; at < taking->missing_count; at++)
		node_set(node_row(list, at), "name", taking->missing[at]);
}

static void
fill_package(struct context *context, const struct transfer_package *package)
{
	struct node *node = page_node(&context->page, "Package");

	node_set_int(node, "id", context->keys[0]);
	node_set(node, "region_name", package->region_name);
	node_set(node, "region_code", package->region_code);
	node_set_int(node, "year", package->year);
	node_set(node, "site", package->site);
	node_set(node, "made", words_time(context->arena, package->made_at, package->timezone));
	node_set_int(node, "agencies", (int64_t)package->count);
	if (package->reported)
		node_set(node, "reported", "1");
}

/* The row in the actor's care, and its file opened anew: what was believed
 * then may not be now.  0, or a status. */
static int
import_cycle_load(struct context *context, struct rows *row, struct opened *opened)
{
	const char *prefix;
	int result, fd, status = find_care(context, &prefix);

	if (status != 0)
		return status;
	result = db_select(context->db, row, STATEMENT_TRANSFER_PACKAGE, db_int(context->keys[0]),
	    db_text(arena_format(context->arena, "%s%%", prefix)));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	fd = files_open(context->config->files_dir, row_text(row, 0, "stored_name"),
	    &context->errors);
	status = import_cycle_open_file(context, fd, prefix, opened);
	if (fd >= 0)
		close(fd);
	if (status != 0 || opened->opening == OPENING_GOOD)
		return status;
	return context_refuse(context, 409, "%s",
	    opened->opening == OPENING_DOUBTED ? opened->why : "Berkas ini tidak terbaca lagi.");
}

/* A package beside what is there of the same cycle. */
static int
show_compared(struct context *context, const struct transfer_package *package,
    const struct rows *row, const struct taking *taking)
{
	fill_package(context, package);
	page_set(&context->page, "Package.taken",
	    words_time(context->arena, row_text(row, 0, "taken_at"), context->actor.zone));
	page_set(&context->page, "Package.cycle_id", row_text(row, 0, "cycle_id"));
	fill_comparison(context, taking);
	return context_show(context, "exchange/package");
}

int
show_package(struct context *context)
{
	struct opened opened;
	struct taking taking = { .arena = context->arena, .package = &opened.package };
	struct rows row;
	int status = import_cycle_load(context, &row, &opened);

	if (status == 0)
		status = context_status(context, transfer_compare(context->db, &taking));
	return status != 0 ? status : show_compared(context, &opened.package, &row, &taking);
}

int
take_over(struct context *context)
{
	struct opened opened;
	struct taking taking = { .arena = context->arena,
		.package = &opened.package,
		.package_id = context->keys[0],
		.by = context->actor.account_id };
	struct rows row;
	int result, status = import_cycle_load(context, &row, &opened);

	if (status != 0)
		return status;
	result = transfer_import(context->db, &taking);
	if (result > 0 || result == DB_DUPLICATE)
		return context_refuse(context, 409, "%s", taking.why);
	status = context_status(context, result);
	return status != 0 ?
	    status :
	    context_redirect(context, "/exchange/import/%lld?done=taken",
		(long long)context->keys[0]);
}
