/* SPDX-License-Identifier: ISC */
/*
 * Starts mariadb-dump and mariadb with the configuration's own account, for backups:
 * the one file beside store/confined.c that starts a program of the host's.
 */
#include "store/dump.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/find_program.h"
#include "base/write.h"
#include "base/banned.h"

enum { OPTIONS_FD = 3, WORDS = 24, NO_PROGRAM = 127 };

/* A value of an option file, in quotes. */
static void
dump_option(struct buffer *text, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buffer_format(text, "%s=\"", name);
	for (; *value != '\0'; value++) {
		if (*value == '"' || *value == '\\')
			buffer_char(text, '\\');
		buffer_char(text, *value);
	}
	buffer_text(text, "\"\n");
}

static const char *
client_options(const struct config *config, struct arena *arena)
{
	struct buffer text = { .arena = arena };
	const struct db_host *host = &config->db_hosts[0];

	buffer_text(&text, "[client]\n");
	dump_option(&text, "user", config->db_user);
	dump_option(&text, "password", config->db_password);
	if (host->name == NULL) {
		dump_option(&text, "socket", config->db_socket);
	} else {
		dump_option(&text, "host", host->name);
		if (host->port != 0)
			buffer_format(&text, "port=%u\n", host->port);
		buffer_text(&text, "protocol=TCP\n");
	}
	if (config->db_tls_ca != NULL) {
		dump_option(&text, "ssl-ca", config->db_tls_ca);
		buffer_text(&text, "ssl-verify-server-cert\n");
	}
	return text.bytes;
}

static void __attribute__((noreturn))
dump_become(const char *path, const char *const *words, int options, int in, int out)
{
	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(options, OPTIONS_FD) < 0)
		_exit(NO_PROGRAM);
	execv(path, (char *const *)(const void *)words);
	_exit(NO_PROGRAM);
}

/* With that on its input and output; what it complains of is on our stderr. */
static int
run_client(const char *const *words, const char *options, int in, int out, struct arena *arena,
    struct error_chain *fault)
{
	const char *path = find_program(arena, words[0]);
	int pipes[2], status = 0;
	pid_t child;

	if (path == NULL) {
		ERROR_CAUSE(fault, "%s is not there: apt-get install mariadb-client", words[0]);
		return -1;
	}
	if (pipe(pipes) != 0 || write_all(pipes[1], options, strlen(options)) != 0) {
		ERROR_CAUSE(fault, "pipe: %s", strerror(errno));
		return -1;
	}
	close(pipes[1]);
	child = fork();
	if (child == 0)
		dump_become(path, words, pipes[0], in, out);
	close(pipes[0]);
	while (child > 0 && waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			child = -1;
	if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return 0;
	ERROR_CAUSE(fault, "%s did not end well", words[0]);
	return -1;
}

int
dump_database(const struct config *config, int file, bool binary_log, struct arena *arena,
    struct error_chain *fault)
{
	const char *words[WORDS] = { "mariadb-dump", "--defaults-file=/dev/fd/3",
		"--default-character-set=utf8mb4", "--single-transaction", "--quick", "--hex-blob",
		"--skip-triggers", "--no-tablespaces", "--skip-comments", "--skip-dump-date",
		"--order-by-primary" };
	size_t count = 11;

	/* A comment: whoever puts it back says himself what comes after it. */
	if (binary_log)
		words[count++] = "--master-data=2";
	words[count] = config->db_name;
	return run_client(words, client_options(config, arena), STDIN_FILENO, file, arena, fault);
}

int
load_database(const struct config *config, int file, struct arena *arena, struct error_chain *fault)
{
	const char *words[WORDS] = { "mariadb", "--defaults-file=/dev/fd/3",
		"--default-character-set=utf8mb4", "--batch", config->db_name };

	return run_client(words, client_options(config, arena), file, STDOUT_FILENO, arena, fault);
}
