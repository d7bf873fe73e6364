/* SPDX-License-Identifier: ISC */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>

/*
 * What the host decides: one text file of `key value` lines; `#` begins a
 * comment line.  Looked for at $MATANG_CONFIG, else at the path compiled in.
 * Rules of the assessment are not here but in the database.
 */
struct config {
	char *base_path;	/* "/matang", without a slash at the end */
	char *site_address;	/* "https://matang.example.go.id", printed on
				 * papers; absent: as each request names it */
	char *templates_dir;
	char *assets_dir;
	char *sql_dir;		/* migrations and reference data: the command */
	char *files_dir;	/* evidence; mode 0700, outside the web root */
	char *sendfile_header;	/* X-Accel-Redirect or X-Sendfile: the server */
	char *sendfile_prefix;	/* sends a stored file itself when told its
				 * name behind this; absent: we stream it */
	char *inspector;	/* the program inspect; absent: nobody looks
				 * into files */
	char *clamd_socket;	/* the antivirus: its socket, or clamd_host, */
	char *clamd_host;	/* an address, and clamd_port; absent: none */
	unsigned clamd_port;	/* 0: 3310 */
	char *db_socket;	/* or db_host and db_port */
	char *db_host;
	unsigned db_port;
	char *db_name;
	char *db_user;
	char *db_password;
	char *demo_accounts;	/* CSV of the demo; absent elsewhere */
	bool secure_cookie;	/* no only where there is no TLS: the demo */
	bool demo;
};

/*
 * Returns 0, or -1 after a message on stderr that names file and line, with
 * nothing to free.  The texts live until config_free.
 */
int	config_load(struct config *);
void	config_free(struct config *);

#endif
