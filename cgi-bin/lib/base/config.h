/* SPDX-License-Identifier: ISC */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A service of electronic signatures (BSrE): cgi-bin/esign.  One instance
 * may serve several regions, each with a service and credentials of its own:
 * a line "esign_region 64.71" says that the esign_ lines after it are of the
 * region with that code.  Those before the first such line are of every
 * region that has none of its own; without them such a region has no service.
 */
struct esign_service {
	char *region;          /* code, or NULL: of all others */
	char *address;         /* "https://esign.example.go.id", no slash at
				 * the end.  http: on this machine alone, or
				 * with plain_http */
	char *user, *password; /* of HTTP Basic: the agency's, not a person's */
	char *ca_file;         /* PEM; NULL: the authorities of the system */
	unsigned version;      /* of the interface, 1 or 2 */
	unsigned seconds;      /* for one signing in all; 0: 30 */
	bool plain_http;       /* a private line that needs no TLS */
	bool invisible;        /* never ask for a visible signature */
	bool from_top;         /* it counts from the top of a page; else from
				 * the bottom, as PDF itself does */
};

enum {
	ESIGN_SERVICES = 64,
	WORKERS_DEFAULT = 2,
	WORKERS_MAX = 99,
	RESERVE_MIB_DEFAULT = 512,
	WORKERS_REST_DEFAULT = 60
};

/* Workers of one program: "workers upload 8". */
struct worker_count {
	char *program;
	unsigned count;
	struct worker_count *next;
};

/* A server of the database. */
enum { DB_HOSTS = 16, SITES = 8 };
struct db_host {
	char *name;    /* or an address; NULL: by db_socket */
	unsigned port; /* 0: as usual */
};

/*
 * What the host decides: one text file of `key value` lines; `#` begins a
 * comment line.  Looked for at $MATANG_CONFIG, else at the path compiled in.
 * Rules of the assessment are not here but in the database.
 */
struct config {
	char *base_path;    /* "/matang", without a slash at the end */
	char *site_address; /* "https://matang.example.go.id": what papers lead to */
	char *site_also;    /* other addresses by which people come, a list */
	char *sites[SITES]; /* all of them, site_address first */
	size_t site_count;
	char *templates_dir;
	char *assets_dir;
	char *socket_dir;                /* a program started by itself listens at NAME.sock
				 * there; absent: its host gives it a socket */
	unsigned workers;                /* processes of each program whose socket is its
				 * own; absent: WORKERS_DEFAULT */
	struct worker_count *workers_of; /* other numbers, for some */
	unsigned workers_rest;           /* seconds after which one of them that nobody
				 * wants is replaced; absent: WORKERS_REST_DEFAULT,
				 * 0: never */
	char *sql_dir;                   /* migrations and reference data: the command */
	char *files_dir;                 /* evidence; mode 0700, outside the web root */
	unsigned reserve_mib;            /* uploads leave so much of its disk, for the
				 * database and all else; absent: RESERVE_MIB_DEFAULT,
				 * 0: they may fill it */
	char *sendfile_header;           /* X-Accel-Redirect or X-Sendfile: the server */
	char *sendfile_prefix;           /* sends a stored file itself when told its
				 * name behind this; absent: we stream it */
	char *inspector;                 /* the program inspect; absent: nobody looks
				 * into files */
	char *clamd_socket;              /* the antivirus: its socket, or clamd_host, */
	char *clamd_host;                /* an address, and clamd_port; absent: none */
	unsigned clamd_port;             /* 0: 3310 */
	char *magic_file;                /* libmagic's database, where the host's is none or of
				 * another libmagic; absent: the system's */
	unsigned examine_seconds;        /* for the inspector, and as many for
				 * the antivirus, while somebody waits; 0: 3 */
	char *sendmail;                  /* the host's program that takes letters (sendmail -t);
				 * absent: none are sent */
	char *mail_from;                 /* address that they come from; absent: none are sent */
	char *gateways_inside;           /* hosts of gateways of an own network, a list of host
				 * and host:port; absent: the internet alone */
	char *signing_key;               /* file of the secret key that signs what goes
				 * to other instances; absent: none does */
	char *secrets_key;               /* file of the key that seals the secrets of
				 * second factors and of gateways; absent: they lie open in
				 * the database */
	char *backup_key;                /* file of the key that seals backups; absent: they
				 * can be read by whoever has them */
	char *db_socket;                 /* or db_host and db_port */
	char *db_host;                   /* "a, b:3307": several are the nodes of a cluster */
	unsigned db_port;
	struct db_host db_hosts[DB_HOSTS]; /* db_host in its parts; one without a name
				 * where there is a socket */
	size_t db_host_count;
	char *db_tls_ca;      /* PEM of the authority that vouches for the
				 * server's certificate: the line is encrypted */
	bool db_plain_tcp;    /* a private line that needs no TLS */
	bool clamd_plain_tcp; /* the same, of the antivirus */
	char *db_name;
	char *db_user;
	char *db_password;
	char *site_sign_in;      /* variable in which the web server names who is signed in
				 * at the site, "REMOTE_USER": absent: the site is not asked */
	char *site_sign_in_from; /* of a header, HTTP_…: addresses of the proxy that is
				 * believed, a list */
	char *site_name;         /* what people call the site's accounts: "akun Pemkot" */
	char *site_factor;       /* "VARIABLE WORD": with that word among others in it the
				 * site has asked for a second factor; absent: we ask */
	bool password_sign_in;   /* no: the site alone lets people in */
	char *demo_accounts;     /* CSV of the demo; absent elsewhere */
	bool secure_cookie;      /* no only where there is no TLS: the demo */
	bool demo;
	struct esign_service *esign[ESIGN_SERVICES];
	size_t esign_count;
};

/*
 * Returns 0, or -1 after a message on stderr that names file and line, with
 * nothing to free: a line of the log of that program, or plain text where it is
 * NULL, for whoever runs the command.  The texts live until config_free.
 */
int config_load(struct config *, const char *program);
void config_free(struct config *);

/* A "%p" in db_user is the program's own name: each has a user with the rights
 * that it needs (deploy/grants), where the host gives more than one. */
void config_for(struct config *, const char *program);

/* Workers of a program, at most WORKERS_MAX: twice as many where slow lines hold them. */
unsigned config_workers(const struct config *, const char *program, bool slow);

/* The service for a region by its code; NULL where there is none. */
const struct esign_service *config_esign(const struct config *, const char *region);

#endif
