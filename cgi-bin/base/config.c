/* SPDX-License-Identifier: ISC */
#include "base/config.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

#ifndef MATANG_CONFIG_PATH
#define MATANG_CONFIG_PATH "/etc/matang/matang.conf"
#endif

#ifndef MATANG_DATA_PATH
#define MATANG_DATA_PATH "/usr/share/matang"
#endif

enum kind { TEXT, NUMBER, FLAG };

static const struct setting {
	const char *key;
	enum kind kind;
	size_t offset;
} settings[] = {
	{ "base_path", TEXT, offsetof(struct config, base_path) },
	{ "site_address", TEXT, offsetof(struct config, site_address) },
	{ "templates_dir", TEXT, offsetof(struct config, templates_dir) },
	{ "assets_dir", TEXT, offsetof(struct config, assets_dir) },
	{ "sql_dir", TEXT, offsetof(struct config, sql_dir) },
	{ "files_dir", TEXT, offsetof(struct config, files_dir) },
	{ "sendfile_header", TEXT, offsetof(struct config, sendfile_header) },
	{ "sendfile_prefix", TEXT, offsetof(struct config, sendfile_prefix) },
	{ "inspector", TEXT, offsetof(struct config, inspector) },
	{ "clamd_socket", TEXT, offsetof(struct config, clamd_socket) },
	{ "clamd_host", TEXT, offsetof(struct config, clamd_host) },
	{ "clamd_port", NUMBER, offsetof(struct config, clamd_port) },
	{ "db_socket", TEXT, offsetof(struct config, db_socket) },
	{ "db_host", TEXT, offsetof(struct config, db_host) },
	{ "db_port", NUMBER, offsetof(struct config, db_port) },
	{ "db_name", TEXT, offsetof(struct config, db_name) },
	{ "db_user", TEXT, offsetof(struct config, db_user) },
	{ "db_password", TEXT, offsetof(struct config, db_password) },
	{ "demo_accounts", TEXT, offsetof(struct config, demo_accounts) },
	{ "secure_cookie", FLAG, offsetof(struct config, secure_cookie) },
	{ "demo", FLAG, offsetof(struct config, demo) },
};

static const struct setting *
setting_named(const char *key)
{
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		if (strcmp(settings[i].key, key) == 0)
			return &settings[i];
	return NULL;
}

static int
keep(struct config *config, const struct setting *setting, const char *value)
{
	void *place = (char *)config + setting->offset;
	unsigned long number;
	char *end;

	switch (setting->kind) {
	case TEXT:
		free(*(char **)place);	/* of a line before: the last counts */
		*(char **)place = strdup(value);
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
	setting = setting_named(key);
	return setting != NULL ? keep(config, setting, trimmed(value)) : -1;
}

int
config_load(struct config *config)
{
	const char *path = getenv("MATANG_CONFIG");
	char line[1024];
	int number = 0, status = 0;
	FILE *file;

	memset(config, 0, sizeof(*config));
	config->secure_cookie = true;
	if (path == NULL)
		path = MATANG_CONFIG_PATH;
	file = fopen(path, "re");
	if (file == NULL) {
		fprintf(stderr, "matang: cannot read %s: %s\n", path,
		    strerror(errno));
		return -1;
	}
	while (status == 0 && fgets(line, sizeof(line), file) != NULL) {
		number++;
		status = strchr(line, '\n') == NULL && !feof(file) ? -1 :
		    load_line(config, line);
	}
	fclose(file);
	if (status != 0)
		fprintf(stderr, "matang: %s:%d: unknown key, bad value or "
		    "line too long\n",
		    path, number);
	else if (config->base_path == NULL || config->templates_dir == NULL ||
	    config->files_dir == NULL || config->db_name == NULL ||
	    config->db_user == NULL) {
		fprintf(stderr, "matang: %s: base_path, templates_dir, "
		    "files_dir, db_name and db_user are needed\n", path);
		status = -1;
	}
	if (status == 0 && (config->sendfile_header == NULL) !=
	    (config->sendfile_prefix == NULL)) {
		fprintf(stderr, "matang: %s: sendfile_header and "
		    "sendfile_prefix go together\n", path);
		status = -1;
	}
	if (status == 0 && config->sql_dir == NULL)
		config->sql_dir = strdup(MATANG_DATA_PATH "/sql");
	if (status != 0)
		config_free(config);
	return status;
}

void
config_free(struct config *config)
{
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		if (settings[i].kind == TEXT)
			free(*(char **)(void *)((char *)config +
			    settings[i].offset));
	memset(config, 0, sizeof(*config));
}
