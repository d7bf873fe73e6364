/* SPDX-License-Identifier: ISC */
/*
 * The one table of roles: the codes by which the database and the lists of
 * programs know them, and their names on the screen.
 */
#include "rules/role.h"

#include <stddef.h>
#include <string.h>

static const struct {
	enum role role;
	const char *code;
	const char *name;
} roles[] = {
	{ ROLE_OPERATOR, "operator", "Operator Perangkat Daerah" },
	{ ROLE_HEAD, "head", "Kepala Perangkat Daerah" },
	{ ROLE_VERIFIER, "verifier", "Tim verifikasi" },
	{ ROLE_VALIDATOR, "validator", "Biro Organisasi Provinsi" },
	{ ROLE_ADMIN, "admin", "Administrator aplikasi" },
	{ ROLE_AUDITOR, "auditor", "Inspektorat / pemeriksa" },
	{ ROLE_LEADER, "leader", "Sekretaris Daerah, kepala daerah" },
	{ ROLE_ASSISTANT, "assistant", "Pendamping lapangan" },
};

#define ROLES (sizeof(roles) / sizeof(roles[0]))

const char *
role_code(enum role role)
{
	for (size_t i = 0; i < ROLES; i++)
		if (roles[i].role == role)
			return roles[i].code;
	return "";
}

enum role
role_of(const char *code)
{
	for (size_t i = 0; code != NULL && i < ROLES; i++)
		if (strcmp(roles[i].code, code) == 0)
			return roles[i].role;
	return ROLE_PUBLIC;
}

bool
role_listed(const char *codes, enum role role)
{
	const char *code = role_code(role);
	size_t length = strlen(code);

	while (*codes != '\0') {
		size_t next = strcspn(codes, ",");

		if (next == length && length > 0 && strncmp(codes, code, length) == 0)
			return true;
		codes += next + (codes[next] == ',');
	}
	return false;
}

const char *
role_name(enum role role)
{
	for (size_t i = 0; i < ROLES; i++)
		if (roles[i].role == role)
			return roles[i].name;
	return "Publik";
}
