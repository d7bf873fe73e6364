/* SPDX-License-Identifier: ISC */
/*
 * The configuration file and its environment variable, read once before
 * anything else.  An unknown key or a wrong value ends the program with its
 * line: a misspelt setting must not become a default in silence.
 */
#include "base/config.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/banned.h"

#ifndef MATANG_CONFIG_PATH
#define MATANG_CONFIG_PATH "/etc/matang/matang.conf"
#endif

#ifndef MATANG_DATA_PATH
#define MATANG_DATA_PATH "/usr/share/matang"
#endif

enum kind { TEXT, NUMBER, FLAG };

struct setting {
	const char *key;
	enum kind kind;
	size_t offset;
};

static const struct setting
    settings[] = { { "base_path", TEXT, offsetof(struct config, base_path) },
	    { "site_address", TEXT, offsetof(struct config, site_address) },
	    { "site_also", TEXT, offsetof(struct config, site_also) },
	    { "templates_dir", TEXT, offsetof(struct config, templates_dir) },
	    { "assets_dir", TEXT, offsetof(struct config, assets_dir) },
	    { "socket_dir", TEXT, offsetof(struct config, socket_dir) },
	    { "sql_dir", TEXT, offsetof(struct config, sql_dir) },
	    { "workers_rest", NUMBER, offsetof(struct config, workers_rest) },
	    { "files_dir", TEXT, offsetof(struct config, files_dir) },
	    { "reserve_mib", NUMBER, offsetof(struct config, reserve_mib) },
	    { "sendfile_header", TEXT, offsetof(struct config, sendfile_header) },
	    { "sendfile_prefix", TEXT, offsetof(struct config, sendfile_prefix) },
	    { "inspector", TEXT, offsetof(struct config, inspector) },
	    { "clamd_socket", TEXT, offsetof(struct config, clamd_socket) },
	    { "clamd_host", TEXT, offsetof(struct config, clamd_host) },
	    { "clamd_port", NUMBER, offsetof(struct config, clamd_port) },
	    { "magic_file", TEXT, offsetof(struct config, magic_file) },
	    { "examine_seconds", NUMBER, offsetof(struct config, examine_seconds) },
	    { "sendmail", TEXT, offsetof(struct config, sendmail) },
	    { "mail_from", TEXT, offsetof(struct config, mail_from) },
	    { "gateways_inside", TEXT, offsetof(struct config, gateways_inside) },
	    { "signing_key", TEXT, offsetof(struct config, signing_key) },
	    { "secrets_key", TEXT, offsetof(struct config, secrets_key) },
	    { "backup_key", TEXT, offsetof(struct config, backup_key) },
	    { "db_socket", TEXT, offsetof(struct config, db_socket) },
	    { "db_host", TEXT, offsetof(struct config, db_host) },
	    { "db_port", NUMBER, offsetof(struct config, db_port) },
	    { "db_tls_ca", TEXT, offsetof(struct config, db_tls_ca) },
	    { "db_plain_tcp", FLAG, offsetof(struct config, db_plain_tcp) },
	    { "clamd_plain_tcp", FLAG, offsetof(struct config, clamd_plain_tcp) },
	    { "db_name", TEXT, offsetof(struct config, db_name) },
	    { "db_user", TEXT, offsetof(struct config, db_user) },
	    { "db_password", TEXT, offsetof(struct config, db_password) },
	    { "site_sign_in", TEXT, offsetof(struct config, site_sign_in) },
	    { "site_sign_in_from", TEXT, offsetof(struct config, site_sign_in_from) },
	    { "site_name", TEXT, offsetof(struct config, site_name) },
	    { "site_factor", TEXT, offsetof(struct config, site_factor) },
	    { "password_sign_in", FLAG, offsetof(struct config, password_sign_in) },
	    { "demo_accounts", TEXT, offsetof(struct config, demo_accounts) },
	    { "secure_cookie", FLAG, offsetof(struct config, secure_cookie) },
	    { "demo", FLAG, offsetof(struct config, demo) }, { .key = NULL } },
    esign_settings[] = {
	    { "esign_region", TEXT, offsetof(struct esign_service, region) },
	    { "esign_address", TEXT, offsetof(struct esign_service, address) },
	    { "esign_version", NUMBER, offsetof(struct esign_service, version) },
	    { "esign_user", TEXT, offsetof(struct esign_service, user) },
	    { "esign_password", TEXT, offsetof(struct esign_service, password) },
	    { "esign_ca_file", TEXT, offsetof(struct esign_service, ca_file) },
	    { "esign_seconds", NUMBER, offsetof(struct esign_service, seconds) },
	    { "esign_plain_http", FLAG, offsetof(struct esign_service, plain_http) },
	    { "esign_invisible", FLAG, offsetof(struct esign_service, invisible) },
	    { "esign_from_top", FLAG, offsetof(struct esign_service, from_top) },
	    { .key = NULL },
    };

static const struct setting *
setting_named(const struct setting *table, const char *key)
{
	for (; table->key != NULL; table++)
		if (strcmp(table->key, key) == 0)
			return table;
	return NULL;
}

static int
config_keep(void *whole, const struct setting *setting, const char *value)
{
	void *place = (char *)whole + setting->offset;
	unsigned long number;
	char *end;

	switch (setting->kind) {
	case TEXT:
		free(*(char **)place); /* of a line before: the last counts */
		*(char **)place = strdup(value);
		/* analyse: analyzer-malloc-leak: it is kept, where the table says. */
		return *(char **)place != NULL ? 0 : -1;
	case NUMBER:
		errno = 0;
		number = strtoul(value, &end, 10);
		if (errno != 0 || *end != '\0' || number > 65535)
			return -1;
		*(unsigned *)place = (unsigned)number;
		return 0;
	case FLAG:
		if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
			return -1;
		*(bool *)place = strcmp(value, "yes") == 0;
		return 0;
	}
	return -1;
}

static char *
trimmed(char *text)
{
	char *end;

	text += strspn(text, " \t");
	end = text + strcspn(text, "\r\n");
	while (end > text && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	*end = '\0';
	return text;
}

/* The service that a line is about: a region begins another. */
static struct esign_service *
service_at(struct config *config, const char *key)
{
	if (config->esign_count > 0 && strcmp(key, "esign_region") != 0)
		return config->esign[config->esign_count - 1];
	if (config->esign_count == ESIGN_SERVICES)
		return NULL;
	config->esign[config->esign_count] = calloc(1, sizeof(struct esign_service));
	return config->esign[config->esign_count] == NULL ?
	    NULL :
	    config->esign[config->esign_count++];
}

static int
load_esign(struct config *config, const char *key, const char *value)
{
	const struct setting *setting = setting_named(esign_settings, key);
	struct esign_service *service = setting == NULL ? NULL : service_at(config, key);

	return service != NULL ? config_keep(service, setting, value) : -1;
}

/* "N", of each program, or "NAME N", of one. */
static int
load_workers(struct config *config, char *value)
{
	char *number = value + strcspn(value, " \t"), *end;
	struct worker_count *named;
	unsigned long count;

	if (*number != '\0')
		*number++ = '\0';
	else
		number = value;
	count = strtoul(number, &end, 10);
	if (end == number || *end != '\0' || count < 1 || count > WORKERS_MAX)
		return -1;
	if (number == value) {
		config->workers = (unsigned)count;
		return 0;
	}
	named = calloc(1, sizeof(*named));
	if (named == NULL || (named->program = strdup(value)) == NULL) {
		free(named);
		return -1;
	}
	named->count = (unsigned)count;
	named->next = config->workers_of; /* the last line counts */
	config->workers_of = named;
	return 0;
}

unsigned
config_workers(const struct config *config, const char *program, bool slow)
{
	unsigned count = slow ? config->workers * 2 : config->workers;

	for (const struct worker_count *at = config->workers_of; at != NULL; at = at->next)
		if (strcmp(at->program, program) == 0)
			return at->count;
	return count < WORKERS_MAX ? count : WORKERS_MAX;
}

static int
load_line(struct config *config, char *line)
{
	const struct setting *setting;
	char *key = trimmed(line), *value;

	if (*key == '\0' || *key == '#')
		return 0;
	value = key + strcspn(key, " \t");
	if (*value != '\0')
		*value++ = '\0';
	if (strncmp(key, "esign_", 6) == 0)
		return load_esign(config, key, trimmed(value));
	if (strcmp(key, "workers") == 0)
		return load_workers(config, trimmed(value));
	setting = setting_named(settings, key);
	return setting != NULL ? config_keep(config, setting, trimmed(value)) : -1;
}

/* Is it a host of this machine, whatever follows? */
static bool
is_loopback(const char *host)
{
	static const char *const names[] = { "localhost", "127.0.0.1", "[::1]" };

	for (size_t at = 0; at < sizeof(names) / sizeof(names[0]); at++) {
		size_t length = strlen(names[at]);

		if (strncmp(host, names[at], length) == 0 && strchr(":/", host[length]) != NULL)
			return true;
	}
	return strcmp(host, "::1") == 0;
}

/* "name", "name:port", "[address]:port", or an address with colons of its own. */
static int
take_db_host(struct config *config, const char *text, size_t length)
{
	struct db_host *host = &config->db_hosts[config->db_host_count];
	char *colon, *end = NULL;

	if (length == 0 || config->db_host_count == DB_HOSTS)
		return -1;
	host->name = strndup(text, length);
	host->port = config->db_port;
	if (host->name == NULL)
		return -1;
	config->db_host_count++;
	colon = strrchr(host->name, ':');
	if (*host->name == '[') {
		end = strchr(host->name, ']');
		if (end == NULL || (end[1] != '\0' && end[1] != ':'))
			return -1;
		colon = end[1] == ':' ? end + 1 : NULL;
	} else if (colon != NULL && strchr(host->name, ':') != colon)
		colon = NULL;
	if (colon != NULL) {
		unsigned long port = strtoul(colon + 1, &colon, 10);

		if (*colon != '\0' || port < 1 || port > 65535)
			return -1;
		host->port = (unsigned)port;
		*strrchr(host->name, ':') = '\0';
	}
	if (end != NULL) { /* the library takes an address without its brackets */
		*end = '\0';
		memmove(host->name, host->name + 1, strlen(host->name));
	}
	return strpbrk(host->name, " \t") == NULL ? 0 : -1;
}

/* The servers of the database in their parts; NULL, or what is wrong. */
static const char *
split_db_hosts(struct config *config)
{
	if (config->db_host == NULL) {
		config->db_host_count = 1; /* by the socket */
		return NULL;
	}
	for (const char *at = config->db_host; *at != '\0';) {
		size_t length;

		at += strspn(at, " \t,");
		length = strcspn(at, " \t,");
		if (length > 0 && take_db_host(config, at, length) != 0)
			return "db_host is a list of names or addresses, each with :port or "
			       "without";
		at += length;
	}
	for (size_t at = 0; at < config->db_host_count; at++)
		if (config->db_tls_ca == NULL && !config->db_plain_tcp &&
		    !is_loopback(config->db_hosts[at].name))
			return "db_host on another machine needs db_tls_ca, or db_plain_tcp yes";
	return config->db_host_count > 0 ? NULL : "db_host names no host";
}

/* "https://host" or "https://host:port", and no more; http: on this machine
 * alone, or where there is no TLS. */
static bool
is_site(const struct config *config, const char *address)
{
	bool plain = strncmp(address, "http://", 7) == 0;
	const char *host = address + (plain ? 7 : 8);

	return (plain || strncmp(address, "https://", 8) == 0) && *host != '\0' &&
	    strpbrk(host, "/?#@ \t") == NULL &&
	    (!plain || !config->secure_cookie || is_loopback(host));
}

/* The addresses of the site; NULL, or what is wrong. */
static const char *
split_sites(struct config *config)
{
	const char *lists[] = { config->site_address, config->site_also };

	for (size_t list = 0; list < 2 && lists[list] != NULL; list++)
		for (const char *at = lists[list]; *at != '\0';) {
			size_t length = strcspn(at, " \t,");

			if (length > 0 && config->site_count == SITES)
				return "site_also has too many addresses";
			if (length > 0) {
				char *site = strndup(at, length);

				if (site == NULL)
					abort();
				config->sites[config->site_count++] = site;
				if (!is_site(config, site))
					return "site_address is https://host, and no more; "
					       "site_also a list of such addresses";
			}
			at += length;
			at += strspn(at, " \t,");
		}
	return NULL;
}

/* The name of a variable of the web server, with an end or a blank behind it. */
static bool
is_variable(const char *name)
{
	size_t length = strspn(name,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

	return length > 0 && strchr(" \t", name[length]) != NULL;
}

/* What is wrong with the sign-in at the site, or NULL.  Any browser can send a
 * header: so it counts from a proxy alone that overwrites it. */
static const char *
site_sign_in_wrong(const struct config *config)
{
	if (config->site_sign_in == NULL)
		return config->password_sign_in ? NULL : "password_sign_in no needs site_sign_in";
	if (!is_variable(config->site_sign_in) || strpbrk(config->site_sign_in, " \t") != NULL)
		return "site_sign_in is the name of a variable, such as REMOTE_USER";
	if (strncmp(config->site_sign_in, "HTTP_", 5) == 0 && config->site_sign_in_from == NULL)
		return "site_sign_in by a header needs site_sign_in_from, the addresses of the "
		       "proxy that sets it";
	if (config->site_factor != NULL &&
	    (!is_variable(config->site_factor) || strpbrk(config->site_factor, " \t") == NULL))
		return "site_factor is the name of a variable and a word, such as "
		       "OIDC_CLAIM_amr mfa";
	return NULL;
}

/* What is wrong with the lines to others, or NULL. */
static const char *
lines_wrong(struct config *config)
{
	const char *wrong = site_sign_in_wrong(config);

	if (wrong != NULL)
		return wrong;
	if (config->clamd_host != NULL && !config->clamd_plain_tcp &&
	    !is_loopback(config->clamd_host))
		return "clamd_host on another machine needs an encrypted tunnel, or "
		       "clamd_plain_tcp yes";
	wrong = split_sites(config);
	return wrong != NULL ? wrong : split_db_hosts(config);
}

/* What is missing from a service, or wrong with it; NULL: nothing. */
static const char *
service_wrong(struct esign_service *service)
{
	size_t length;

	if (service->address == NULL || service->user == NULL || service->password == NULL)
		return "esign_address, esign_user and esign_password go "
		       "together";
	length = strlen(service->address);
	if (length > 0 && service->address[length - 1] == '/')
		service->address[length - 1] = '\0';
	if (strpbrk(service->address, "@?# ") != NULL ||
	    (strncmp(service->address, "https://", 8) != 0 &&
		strncmp(service->address, "http://", 7) != 0))
		return "esign_address is https://host, and no more";
	if (strncmp(service->address, "http://", 7) == 0 && !service->plain_http &&
	    !is_loopback(service->address + 7))
		return "esign_address without TLS needs esign_plain_http yes";
	if (service->version != 1 && service->version != 2)
		return "esign_version is 1 or 2";
	if (service->seconds > 55)
		return "esign_seconds is at most 55: web servers wait no "
		       "longer";
	return NULL;
}

const struct esign_service *
config_esign(const struct config *config, const char *region)
{
	const struct esign_service *others = NULL;

	for (size_t at = 0; at < config->esign_count; at++) {
		const struct esign_service *service = config->esign[at];

		if (service->region == NULL)
			others = service;
		else if (strcmp(service->region, region) == 0)
			return service;
	}
	return others;
}

/* To whoever runs the command, or into the log of the program. */
static void __attribute__((format(printf, 2, 3)))
config_say(const char *program, const char *format, ...)
{
	char text[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	if (program != NULL)
		log_process(program, "%s", text);
	else
		fprintf(stderr, "matang: %s\n", text);
}

int
config_load(struct config *config, const char *program)
{
	const char *path = getenv("MATANG_CONFIG");
	char line[1024];
	int number = 0, status = 0;
	const char *wrong;
	FILE *file;

	memset(config, 0, sizeof(*config));
	config->secure_cookie = config->password_sign_in = true;
	config->workers = WORKERS_DEFAULT;
	config->workers_rest = WORKERS_REST_DEFAULT;
	config->reserve_mib = RESERVE_MIB_DEFAULT;
	if (path == NULL)
		path = MATANG_CONFIG_PATH;
	file = fopen(path, "re");
	if (file == NULL) {
		config_say(program, "cannot read %s: %s", path, strerror(errno));
		return -1;
	}
	while (status == 0 && fgets(line, sizeof(line), file) != NULL) {
		number++;
		status = strchr(line, '\n') == NULL && !feof(file) ? -1 : load_line(config, line);
	}
	fclose(file);
	if (status != 0)
		config_say(program, "%s:%d: unknown key, bad value or line too long", path, number);
	else if (config->base_path == NULL || config->site_address == NULL ||
	    config->templates_dir == NULL || config->files_dir == NULL || config->db_name == NULL ||
	    config->db_user == NULL) {
		config_say(program,
		    "%s: base_path, site_address, templates_dir, "
		    "files_dir, db_name and db_user are needed",
		    path);
		status = -1;
	}
	if (status == 0 && (config->sendfile_header == NULL) != (config->sendfile_prefix == NULL)) {
		config_say(program, "%s: sendfile_header and sendfile_prefix go together", path);
		status = -1;
	}
	if (status == 0 && (wrong = lines_wrong(config)) != NULL) {
		config_say(program, "%s: %s", path, wrong);
		status = -1;
	}
	for (size_t at = 0; status == 0 && at < config->esign_count; at++) {
		wrong = service_wrong(config->esign[at]);
		if (wrong != NULL) {
			config_say(program, "%s: %s", path, wrong);
			status = -1;
		}
	}
	if (status == 0 && config->sql_dir == NULL)
		config->sql_dir = strdup(MATANG_DATA_PATH "/sql");
	/* libmagic asks for it by this name, wherever it is opened. */
	if (status == 0 && config->magic_file != NULL)
		setenv("MAGIC", config->magic_file, 1);
	if (status != 0)
		config_free(config);
	return status;
}

void
config_for(struct config *config, const char *program)
{
	char *mark = strstr(config->db_user, "%p"), *user;

	if (mark == NULL)
		return;
	if (asprintf(&user, "%.*s%s%s", (int)(mark - config->db_user), config->db_user, program,
		mark + 2) < 0)
		abort();
	free(config->db_user);
	config->db_user = user;
}

static void
free_texts(void *whole, const struct setting *table)
{
	for (; table->key != NULL; table++)
		if (table->kind == TEXT)
			free(*(char **)(void *)((char *)whole + table->offset));
}

void
config_free(struct config *config)
{
	for (size_t at = 0; at < config->esign_count; at++) {
		free_texts(config->esign[at], esign_settings);
		free(config->esign[at]);
	}
	for (struct worker_count *at = config->workers_of, *next; at != NULL; at = next) {
		next = at->next;
		free(at->program);
		free(at);
	}
	for (size_t at = 0; at < config->site_count; at++)
		free(config->sites[at]);
	for (size_t at = 0; at < config->db_host_count; at++)
		free(config->db_hosts[at].name);
	free_texts(config, settings);
	memset(config, 0, sizeof(*config));
}
