/* SPDX-License-Identifier: ISC */
/*
 * What the set-up leaves on the disk: the configuration, tried before it takes its
 * place, the folders and names beside it; and the operator's command run from here,
 * its words caught.
 */
#include "setup/setup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/write.h"
#include "base/banned.h"

enum { SAID_MOST = 16 * 1024 };

/* Where hosts have the socket of the database of "localhost". */
static const char *const sockets[] = { "/run/mysqld/mysqld.sock", "/var/run/mysqld/mysqld.sock",
	"/var/lib/mysql/mysql.sock", "/tmp/mysql.sock", "/var/run/mysql/mysql.sock" };

static void
add_database_place(struct buffer *text, const struct setup_database *database)
{
	struct stat about;

	if (*database->host == '/') {
		buffer_format(text, "db_socket %s\n", database->host);
		return;
	}
	for (size_t at = 0; at < sizeof(sockets) / sizeof(sockets[0]); at++)
		if (strcmp(database->host, "localhost") == 0 && stat(sockets[at], &about) == 0 &&
		    S_ISSOCK(about.st_mode)) {
			buffer_format(text, "db_socket %s\n", sockets[at]);
			return;
		}
	buffer_format(text, "db_host %s\ndb_plain_tcp yes\n",
	    strcmp(database->host, "localhost") == 0 ? "127.0.0.1" : database->host);
}

static const char *
configuration(struct context *context, const struct setup_places *places, const char *data,
    const struct setup_database *database)
{
	struct buffer text = { .arena = context->arena };

	buffer_text(&text,
	    "# Matang: what this host decides; each line is told in matang.conf.example.\n");
	buffer_format(&text, "base_path %s\nsite_address %s\n", places->base, places->address);
	buffer_format(&text,
	    "templates_dir %s/templates\nsql_dir %s/sql\nmagic_file %s/magic.mgc\n",
	    places->private, places->private, places->private);
	buffer_format(&text, "assets_dir %s/assets\nfiles_dir %s/files\ninspector %s/inspect\n",
	    places->folder, data, places->private);
	buffer_format(&text, "signing_key %s/signing.key\nsecrets_key %s/secrets.key\n", data,
	    data);
	add_database_place(&text, database);
	buffer_format(&text, "db_name %s\ndb_user %s\ndb_password %s\n", database->name,
	    database->user, database->password);
	buffer_format(&text, "secure_cookie %s\n", places->encrypted ? "yes" : "no");
	return text.bytes;
}

/* 0, or -1 with errno. */
static int
setup_file(const char *path, const char *text)
{
	int fd, status;

	unlink(path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return -1;
	status = write_all(fd, text, strlen(text)) == 0 && fsync(fd) == 0 ? 0 : -1;
	return close(fd) == 0 ? status : -1;
}

/* Does the database answer under this configuration?  NULL, or what it says. */
static const char *
try_database(struct context *context, const char *path)
{
	struct config config;
	const char *said = NULL;
	struct db *db;

	setenv("MATANG_CONFIG", path, 1);
	if (config_load(&config, "setup") != 0)
		return "isinya tidak dapat dibaca; sebabnya ada di log kesalahan server web";
	db = db_new(&config);
	db_attach(db, context->arena, &context->errors);
	if (db_ping(db) != 0)
		said = context->errors.depth > 0 ?
		    arena_text(context->arena, context->errors.causes[0].text) :
		    "tidak ada jawaban";
	error_chain_clear(&context->errors);
	db_free(db);
	config_free(&config);
	return said;
}

static const char *
not_written(struct context *context, const char *what)
{
	return arena_format(context->arena, "%s tidak dapat ditulis: %s.", what, strerror(errno));
}

/* A name beside the others that leads there; one of an earlier run is replaced. */
static int
point_to(const char *target, const char *name)
{
	unlink(name);
	return symlink(target, name);
}

/* Folder of what nobody may fetch, closed to Apache as well, should it ever be served. */
static int
prepare_data(struct context *context, const char *data)
{
	if (mkdir(arena_format(context->arena, "%s/files", data), 0700) != 0 && errno != EEXIST)
		return -1;
	return setup_file(arena_format(context->arena, "%s/.htaccess", data),
	    "Require all denied\n");
}

int
setup_write(struct context *context, const struct setup_places *places,
    const struct setup_database *database, const char **why)
{
	const char *data = places->outside != NULL ? places->outside : places->private;
	const char *path = arena_format(context->arena, "%s/matang.conf", data);
	const char *fresh = arena_format(context->arena, "%s.new", path), *said;

	if (prepare_data(context, data) != 0 ||
	    setup_file(fresh, configuration(context, places, data, database)) != 0) {
		*why = not_written(context, data);
		return -1;
	}
	said = try_database(context, fresh);
	if (said != NULL) {
		unlink(fresh);
		*why = arena_format(context->arena,
		    "Basis data tidak dapat dihubungi. Periksa nama, pengguna dan kata sandinya di "
		    "panel. Jawabannya: %s",
		    said);
		return -1;
	}
	if (rename(fresh, path) != 0 ||
	    (places->outside != NULL && point_to(path, places->config) != 0) ||
	    point_to("../matang.cgi",
		arena_format(context->arena, "%s/inspect", places->private)) != 0 ||
	    point_to("../matang.cgi", arena_format(context->arena, "%s/matang", places->private)) !=
		0 ||
	    setup_file(arena_format(context->arena, "%s/work-by-visits", places->private), "") !=
		0) {
		*why = not_written(context, places->private);
		return -1;
	}
	setenv("MATANG_CONFIG", places->config, 1);
	return 0;
}

/* What a file holds from its beginning, in the arena. */
static const char *
what_was_said(struct context *context, int fd)
{
	char *text = arena_alloc(context->arena, SAID_MOST + 1);
	ssize_t got = pread(fd, text, SAID_MOST, 0);

	text[got > 0 ? got : 0] = '\0';
	return text;
}

int
setup_run(struct context *context, setup_command *command, char **words, const char **said)
{
	char name[] = "/tmp/matang-setup-XXXXXX";
	int count = 0, status = -1, out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
	int file = mkostemp(name, O_CLOEXEC);

	*said = "tidak ada tempat untuk berkas sementara di /tmp";
	while (words[count] != NULL)
		count++;
	if (file >= 0)
		unlink(name);
	if (file >= 0 && out >= 0 && err >= 0 && dup2(file, STDOUT_FILENO) >= 0 &&
	    dup2(file, STDERR_FILENO) >= 0) {
		status = command(count, words);
		fflush(stdout);
		*said = what_was_said(context, file);
	}
	if (out >= 0) {
		dup2(out, STDOUT_FILENO);
		close(out);
	}
	if (err >= 0) {
		dup2(err, STDERR_FILENO);
		close(err);
	}
	if (file >= 0)
		close(file);
	return status;
}
