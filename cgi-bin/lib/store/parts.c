/* SPDX-License-Identifier: ISC */
/*
 * What a monitor, and whoever looks for the trouble, want to know of the parts
 * that a program stands on: read once, and judged.
 */
#include "store/parts.h"

#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/confine.h"
#include "rules/role.h"
#include "store/antivirus.h"
#include "store/files.h"
#include "store/host.h"
#include "store/media_type.h"
#include "store/schema.h"
#include "store/setting.h"
#include "base/banned.h"

static void part_add(struct parts *, const char *wrong, bool fatal, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void
part_add(struct parts *parts, const char *wrong, bool fatal, const char *format, ...)
{
	struct part *part = &parts->all[parts->count++];
	va_list arguments;

	va_start(arguments, format);
	*part = (struct part){ wrong, fatal, arena_vformat(parts->arena, format, arguments) };
	va_end(arguments);
}

static void
look_at_database(struct parts *parts)
{
	struct rows rows;
	long long level;
	bool read_only;

	if (db_ping(parts->db) != 0 || db_select(parts->db, &rows, STATEMENT_HEALTH) < 1) {
		part_add(parts, "database away", true, "database: away");
		return;
	}
	level = (long long)row_int(&rows, 0, "level");
	read_only = row_int(&rows, 0, "read_only") != 0;
	part_add(parts, read_only ? "database read-only" : NULL, false, "database: %s%s",
	    row_text(&rows, 0, "version"), read_only ? ", read-only" : "");
	part_add(parts, level != SCHEMA_LEVEL ? "schema differs" : NULL, level < SCHEMA_LEVEL,
	    "schema: %lld, of the program %d", level, SCHEMA_LEVEL);
}

static const char *
part_bytes(struct parts *parts, uint64_t bytes)
{
	return arena_format(parts->arena, "%llu MiB", (unsigned long long)bytes >> 20);
}

static void
look_at_files(struct parts *parts)
{
	const struct config *config = parts->config;
	uint64_t room = files_room(config->files_dir);
	uint64_t reserve = (uint64_t)config->reserve_mib << 20;
	bool writable = access(config->files_dir, W_OK | X_OK) == 0;

	part_add(parts,
	    !writable              ? "storage not writable" :
		room < reserve     ? "storage full" :
		room < 2 * reserve ? "storage nearly full" :
				     NULL,
	    false, "storage: %s, %s left, uploads leave %s", writable ? "writable" : "not writable",
	    part_bytes(parts, room), part_bytes(parts, reserve));
}

static void
look_at_inspector(struct parts *parts)
{
	const char *inspector = parts->config->inspector;
	bool there = inspector == NULL || access(inspector, X_OK) == 0;

	part_add(parts, there ? NULL : "inspector missing", false, "inspector: %s",
	    inspector == NULL ? "not configured" :
		there         ? "there" :
				"missing");
}

/* Its database is read anew, which nobody but an administrator is worth. */
static void
look_at_types(struct parts *parts)
{
	enum file_type type;
	const char *why;
	bool good = media_type_find("/dev/null", &type, &why, parts->errors) == 0;

	part_add(parts, good ? NULL : "file types unknown", false, "file types: %s",
	    good ? "known" : "unknown");
}

/* The key is the host's, and nothing in the database can stand for it. */
static void
look_at_secrets_key(struct parts *parts)
{
	const char *path = parts->config->secrets_key;
	bool there = path != NULL && access(path, R_OK) == 0;

	part_add(parts, path != NULL && !there ? "secrets key missing" : NULL, false,
	    "secrets key: %s",
	    path == NULL ? "not configured, second factors lie unsealed (matang make-secrets-key)" :
		there    ? "there" :
			   "missing, nobody with a second factor can sign in");
}

/* What is missing here is the kernel's affair, and no trouble. */
static void
look_at_confinement(struct parts *parts)
{
	int landlock = confine_version();

	part_add(parts, NULL, false, "confinement: %s, %s",
	    landlock > 1      ? arena_format(parts->arena, "Landlock %d", landlock) :
		landlock == 1 ? "Landlock 1, of readers alone (Linux 5.19)" :
				"no Landlock (Linux 5.13)",
	    confine_filters() ? "seccomp" : "no seccomp");
}

/* ---- the host ---- */

enum { ANTIVIRUS_WAIT_MS = 3000 };

static void
look_at_antivirus(struct parts *parts)
{
	struct scan scan = { .state = SCAN_NONE };
	bool wanted = scan_configured(parts->config);

	if (wanted)
		scan_version(parts->config, ANTIVIRUS_WAIT_MS, &scan);
	part_add(parts, scan.signatures[0] != '\0' ? NULL : "antivirus missing", false,
	    "antivirus: %s",
	    !wanted                        ? "not configured (clamd_socket)" :
		scan.signatures[0] == '\0' ? "away" :
					     scan.signatures);
}

static void
look_at_second_factor(struct parts *parts)
{
	const char *roles, *missing = "";

	if (setting_text(parts->db, SETTING_SECOND_FACTOR_ROLES, &roles) != 0) {
		part_add(parts, "second factor unknown", false, "second factor: unknown");
		return;
	}
	for (unsigned role = 1; (role & ROLE_ANY) != 0; role <<= 1)
		if (!role_listed(roles, (enum role)role))
			missing = arena_format(parts->arena, "%s %s", missing,
			    role_code((enum role)role));
	part_add(parts, missing[0] != '\0' ? "second factor not for all" : NULL, false,
	    "second factor: %s%s", missing[0] != '\0' ? "not compulsory for" : "compulsory for all",
	    missing);
}

static void
look_at_key_storage(struct parts *parts)
{
	bool sealed = host_key_sealed(parts->config->secrets_key);

	part_add(parts, sealed ? NULL : "secrets key unsealed", false,
	    "storage of the secrets key: %s",
	    sealed ? "sealed by systemd-creds" : "a file (systemd-creds would seal it)");
}

static void
look_at_disk(struct parts *parts)
{
	struct stat folder;
	enum host_disk disk = stat(parts->config->files_dir, &folder) == 0 ?
	    host_disk("", folder.st_dev) :
	    HOST_DISK_UNKNOWN;

	part_add(parts, disk == HOST_DISK_SEALED ? NULL : "disk not encrypted", false,
	    "disk of the files: %s",
	    disk == HOST_DISK_SEALED    ? "encrypted" :
		disk == HOST_DISK_PLAIN ? "not encrypted" :
					  "cannot be told (no disk of this machine)");
}

static void
look_at_updates(struct parts *parts)
{
	int days = host_updated_days("", time(NULL));

	part_add(parts, days == HOST_UNKNOWN || days > UPDATE_DAYS_MAX ? "updates late" : NULL,
	    false, "updates: %s",
	    days == HOST_UNKNOWN ? "never by unattended-upgrades" :
				   arena_format(parts->arena, "%d days ago", days));
}

static void
look_at_log(struct parts *parts)
{
	bool elsewhere = host_logs_elsewhere("");

	part_add(parts, elsewhere ? NULL : "log on this machine alone", false, "log: %s",
	    elsewhere ? "also on another machine" :
			"on this machine alone (systemd-journal-upload)");
}

void
parts_look_at_host(struct parts *parts)
{
	look_at_antivirus(parts);
	look_at_second_factor(parts);
	look_at_key_storage(parts);
	look_at_disk(parts);
	look_at_updates(parts);
	look_at_log(parts);
}

void
parts_look(struct parts *parts)
{
	look_at_database(parts);
	look_at_files(parts);
	look_at_inspector(parts);
	look_at_secrets_key(parts);
}

void
parts_look_closer(struct parts *parts)
{
	look_at_types(parts);
	look_at_confinement(parts);
}
