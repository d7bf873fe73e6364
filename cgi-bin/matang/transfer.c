/* SPDX-License-Identifier: ISC */
/*
 * matang make-key, export-cycle, collect
 *
 * Cycles between instances, by the operator's hand: the key that vouches
 * for them, out, and in.
 */
#include <string.h>
#include <unistd.h>

#include "transfer/import.h"
#include "matang/command.h"
#include "store/files.h"
#include "base/banned.h"

/* ---- the key ---------------------------------------------------------------- */

static int
no_key(struct work *work)
{
	return complain(work, MISUSE,
	    "the configuration names no "
	    "signing_key: add the line \"signing_key /etc/matang/"
	    "signing.key\"");
}

static void
print_causes(struct work *work)
{
	for (unsigned at = 0; at < work->fault.depth; at++)
		fprintf(stderr, "  %s\n", work->fault.causes[at].text);
}

static int
make_new_key(struct work *work, const char *path, struct signing_key *key)
{
	if (signing_key_make(path, key, &work->fault) == 0)
		return DONE;
	complain(work, PROBLEM, "no key was made; one that is there is never written over");
	print_causes(work);
	return PROBLEM;
}

static int
make_secrets_key(struct work *work)
{
	const char *path = work->config.secrets_key;
	struct signing_key key;

	if (path == NULL)
		return complain(work, PROBLEM, "the configuration has no secrets_key");
	if (make_new_key(work, path, &key) != DONE)
		return PROBLEM;
	signing_key_forget(&key);
	printf("%s: made\n", path);
	return DONE;
}

const struct command make_secrets_key_command = {
	.name = "make-secrets-key",
	.summary = "make the key that seals the secrets of second factors",
	.about = "Writes a key to the file that secrets_key of the configuration names, readable\n"
		 "by this account only. Without it a copy of the database holds no secret of a\n"
		 "second factor that can be used: keep it in a backup of its own. Run it as the\n"
		 "account of the programs. A file that is there stays as it is.",
	.options = no_options,
	.run = make_secrets_key,
};

static int
make_backup_key(struct work *work)
{
	const char *path = work->config.backup_key;
	struct signing_key key;

	if (path == NULL)
		return complain(work, PROBLEM, "the configuration has no backup_key");
	if (make_new_key(work, path, &key) != DONE)
		return PROBLEM;
	signing_key_forget(&key);
	printf("%s: made\n", path);
	return DONE;
}

const struct command make_backup_key_command = {
	.name = "make-backup-key",
	.summary = "make the key that seals backups",
	.about =
	    "Writes a key to the file that backup_key of the configuration names, readable by\n"
	    "this account only. From then on backups are sealed, and without it nobody opens\n"
	    "them: keep a copy where neither they nor this machine are. A file that is there\n"
	    "stays as it is.",
	.options = no_options,
	.run = make_backup_key,
};

static int
make_key(struct work *work)
{
	const char *path = work->config.signing_key;
	struct signing_key key;

	if (path == NULL)
		return no_key(work);
	if (make_new_key(work, path, &key) != DONE)
		return PROBLEM;
	printf("%s: made\npublic key   %s\nfingerprint  %s\n", path,
	    base64url(&work->arena, key.public, sizeof(key.public)),
	    public_key_fingerprint(&work->arena, key.public));
	signing_key_forget(&key);
	return DONE;
}

const struct command make_key_command = {
	.name = "make-key",
	.summary = "make the key that signs what goes to other instances",
	.about = "Writes an Ed25519 key to the file that signing_key of the "
		 "configuration names,\nreadable by this account only, and prints "
		 "the public half, which the other\ninstance registers, with "
		 "the fingerprint that both compare by telephone.\nRun it as the "
		 "account of the programs. A file that is there stays as it is.",
	.options = no_options,
	.run = make_key,
};

/* ---- out --------------------------------------------------------------------- */

static int
export_cycle(struct work *work)
{
	struct buffer file = { .arena = &work->arena };
	const char *name;
	struct signing_key key;
	struct rows rows;
	long year;
	int result;

	if (work->config.signing_key == NULL)
		return no_key(work);
	if (!whole_number(work->arguments[1], 2018, &year) || year > 2100)
		return complain(work, MISUSE, "%s is no year", work->arguments[1]);
	result = db_select(work->db, &rows, STATEMENT_TRANSFER_CYCLE_OF,
	    db_text(work->arguments[0]), db_int(year));
	if (result < 0)
		return store_failed(work, result, "cannot read the cycle");
	if (result == 0)
		return complain(work, PROBLEM,
		    "there is no opened cycle %ld "
		    "of a region with the code %s that is this instance's "
		    "own",
		    year, work->arguments[0]);
	if (signing_key_load(work->config.signing_key, &key, &work->fault) != 0) {
		complain(work, PROBLEM, "the key cannot be used");
		print_causes(work);
		return PROBLEM;
	}
	result = package_write(work->db, row_int(&rows, 0, "id"), work->config.site_address, &key,
	    &file, &name);
	signing_key_forget(&key);
	if (result <= 0)
		return store_failed(work, result, "cannot read the cycle");
	if (fwrite(file.bytes, 1, file.length, stdout) != file.length || fflush(stdout) != 0)
		return complain(work, PROBLEM, "cannot write it all");
	return DONE;
}

const struct command export_cycle_command = {
	.name = "export-cycle",
	.arguments = "REGION YEAR",
	.least = 2,
	.most = 2,
	.summary = "write a region's cycle, signed, for another instance",
	.about = "REGION is a code such as 64.71. The file goes to stdout: "
		 "all of the cycle but files\nand what is not told yet, signed "
		 "with the key of make-key.",
	.options = no_options,
	.run = export_cycle,
};

/* ---- in ----------------------------------------------------------------------- */

enum { DRY_RUN };

static const struct option import_cycle_options[] = {
	[DRY_RUN] = { .name = "dry-run",
	    .help = "only say what would "
		    "change" },
	{ .name = NULL },
};

static int
refused(struct work *work, const struct json_problems *problems)
{
	complain(work, PROBLEM, "%s: %zu problem%s", work->arguments[0], problems->count,
	    problems->count == 1 ? "" : "s");
	for (size_t at = 0; at < problems->count && at < JSON_PROBLEMS_LISTED; at++)
		fprintf(stderr, "  %s%s%s\n", problems->listed[at].where,
		    *problems->listed[at].where != '\0' ? ": " : "", problems->listed[at].text);
	return PROBLEM;
}

/* Believed, and read; DONE, or what to end with. */
static int
open_package(struct work *work, const char *file, size_t length, struct transfer_package *package,
    int64_t *peer_id)
{
	struct json_problems problems = { .arena = &work->arena };
	const char *why = "";

	switch (package_open(work->db, &problems, file, length, package, peer_id, &why)) {
	case OPENING_FAULTY:
		return refused(work, &problems);
	case OPENING_DOUBTED:
		return complain(work, PROBLEM, "%s", why);
	case OPENING_FAILED:
		return store_failed(work, DB_AWAY, "cannot read the keys");
	case OPENING_GOOD:
		break;
	}
	return DONE;
}

static void
print_difference(const struct difference *difference)
{
	static const char *const tiers[] = { "self", "city", "province" };
	const struct package_agency *agency = difference->agency;

	if (difference->same)
		return;
	printf("%s: %s", agency->name, difference->agency_id == 0 ? "new, " : "");
	if (difference->was_called != NULL)
		printf("was %s, ", difference->was_called);
	if (difference->assessment_id != 0 && difference->was != agency->state)
		printf("%s -> %s", state_code(difference->was), state_code(agency->state));
	else
		printf("%s", state_code(agency->state));
	for (size_t at = 0; difference->assessment_id != 0 && at < difference->level_count; at++) {
		const struct level_change *change = &difference->levels[at];

		printf(", %d %s %d -> %d", change->variable, tiers[change->tier], change->from,
		    change->to);
	}
	if (difference->worded > 0)
		printf(", %zu reworded", difference->worded);
	printf(", documents +%zu -%zu\n", difference->added, difference->removed);
}

static void
print_changes(const struct taking *taking)
{
	const struct transfer_package *package = taking->package;

	printf("%s %lld, made %s UTC, %s\n", package->region_name, (long long)package->year,
	    package->made_at, package->reported ? "reported" : "still open");
	printf("instrument: %s (%s)\n", taking->instrument_name,
	    taking->instrument_id != 0 ? "there already" : "new");
	for (size_t at = 0; at < package->count; at++)
		print_difference(&taking->differences[at]);
	for (size_t at = 0; at < taking->missing_count; at++)
		printf("%s: not in the file, stays as it is\n", taking->missing[at]);
	printf("%zu of %zu agencies change: %zu new, %zu renamed, %zu in "
	       "another state, %zu levels, documents +%zu -%zu\n",
	    taking->changed, package->count, taking->fresh, taking->renamed, taking->stated,
	    taking->levelled, taking->added, taking->removed);
}

struct received_package {
	struct taking *taking;
	struct temporary_file *staged;
	int64_t peer_id;
};

static int
transfer_add_row(struct db *db, void *argument)
{
	struct received_package *one = argument;
	const struct transfer_package *package = one->taking->package;
	int result = db_run(db, STATEMENT_TRANSFER_PACKAGE_ADD, db_int(one->peer_id),
	    db_text(package->region_code), db_int(package->year), db_text(package->made_at),
	    db_bytes(package->sha256, sizeof(package->sha256)), db_int((int64_t)package->bytes),
	    db_text(one->staged->name), db_null());

	one->taking->package_id = db_last_key(db);
	return result < 0 ? result : 0;
}

/* The signed file stays as it came: it vouches for the copy. */
static int
keep_file(struct work *work, struct taking *taking, const char *file, size_t length,
    int64_t peer_id)
{
	const char *directory = work->config.files_dir;
	struct temporary_file staged = { .fd = -1 };
	struct received_package one = { taking, &staged, peer_id };
	int result = DB_FAILED;

	if (files_begin(&staged, directory, &work->fault) == 0 &&
	    files_write(&staged, file, length, &work->fault) == 0 &&
	    files_finish(&staged, &work->fault) == 0 &&
	    files_keep(&staged, directory, &work->fault) == 0)
		result = db_txn(work->db, transfer_add_row, &one);
	if (result == DB_REFUSED || result == DB_DUPLICATE)
		files_unkeep(&staged, directory);
	files_discard(&staged);
	return result;
}

static int
take_over(struct work *work, struct taking *taking, const char *file, size_t length,
    int64_t peer_id)
{
	int result;

	if (!files_spare(work->config.files_dir, work->config.reserve_mib, length))
		return complain(work, PROBLEM,
		    "the disk of %s has less left than reserve_mib, %u: make room first",
		    work->config.files_dir, work->config.reserve_mib);
	result = keep_file(work, taking, file, length, peer_id);
	if (result == 0)
		result = transfer_import(work->db, taking);
	if (result > 0 || result == DB_DUPLICATE)
		return complain(work, PROBLEM, "%s", taking->why);
	if (result < 0)
		return store_failed(work, result,
		    "nothing was taken over, "
		    "or its commit was not answered; run it again");
	puts(taking->outcome == OUTCOME_HELD ?
		"somebody was faster: it has "
		"been taken over already" :
		"taken over");
	return DONE;
}

static int
import_cycle(struct work *work)
{
	struct transfer_package package = { .bytes = 0 };
	struct taking taking = { .arena = &work->arena, .package = &package };
	int64_t peer_id = 0;
	size_t length;
	char *file = read_file(work, work->arguments[0], &length);
	int result = file == NULL ? PROBLEM : open_package(work, file, length, &package, &peer_id);

	if (result != DONE)
		return result;
	result = transfer_compare(work->db, &taking);
	if (result < 0)
		return store_failed(work, result, "cannot compare");
	switch (taking.outcome) {
	case OUTCOME_HELD:
		puts("nothing changes: this file has been taken over already");
		return DONE;
	case OUTCOME_REFUSED:
		return complain(work, PROBLEM, "%s", taking.why);
	default:
		print_changes(&taking);
	}
	return work->given[DRY_RUN] != NULL ?
	    DONE :
	    take_over(work, &taking, file, length, peer_id);
}

const struct command import_cycle_command = {
	.name = "import-cycle",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.summary = "take over a region's cycle from another instance",
	.about = "FILE was made there by export-cycle or on the page. Its "
		 "signature is to be of a key\nthat is registered here for that "
		 "region. What is here of it already is brought up to\ndate; the "
		 "same file again changes nothing, an older one is refused, and a "
		 "cycle of\nthis instance's own is never written over. Prints "
		 "what changes, agency by agency.",
	.options = import_cycle_options,
	.run = import_cycle,
};
