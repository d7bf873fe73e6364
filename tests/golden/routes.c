/* SPDX-License-Identifier: ISC */
/*
 * Linked to a program in the place of the frame's program_run (-Wl,--wrap): prints
 * the table of routes that the program would answer by, one route a line:
 * method, address, roles, flags, and what it judges if anything; behind it a line
 * for each field that the route takes, with its limits; and, of pages that are
 * elsewhere now, where.
 * tests/lint/routes compares it.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frame/context.h"
#include "frame/route.h"

int __wrap_program_run(const char *, const struct route *);

static const struct {
	unsigned flag;
	const char *name;
} flags[] = {
	{ ROUTE_HALF, "HALF" },
	{ ROUTE_OWN_CSRF, "OWN_CSRF" },
	{ ROUTE_OWN_BODY, "OWN_BODY" },
	{ ROUTE_EVIDENCE, "EVIDENCE" },
	{ ROUTE_TUS, "TUS" },
	{ ROUTE_ASSESSMENT, "ASSESSMENT" },
	{ ROUTE_ANSWER, "ANSWER" },
	{ ROUTE_FRESH, "FRESH" },
	{ ROUTE_ONCE, "ONCE" },
	{ ROUTE_UPLOADS, "UPLOADS" },
	{ ROUTE_PAPERS, "PAPERS" },
	{ ROUTE_EXPORTS, "EXPORTS" },
	{ ROUTE_PACKS, "PACKS" },
};
static const char *const judged[] = {
	[JUDGES_NOTHING] = "",
	[JUDGES_ASSESSMENT] = " JUDGES_ASSESSMENT",
	[JUDGES_LINK] = " JUDGES_LINK",
	[JUDGES_REVISION] = " JUDGES_REVISION",
	[JUDGES_PENDING] = " JUDGES_PENDING",
	[JUDGES_CONSULTATION] = " JUDGES_CONSULTATION",
	[JUDGES_COMPLAINT] = " JUDGES_COMPLAINT",
};

static void
fail(const char *why, const struct route *route)
{
	fprintf(stderr, "routes: %s has %s\n", route->pattern, why);
	exit(EXIT_FAILURE);
}

static void
print_roles(const struct route *route)
{
	const char *between = "";

	for (unsigned bit = 1; bit != 0; bit <<= 1)
		if (route->roles & bit) {
			const char *code = role_code((enum role)bit);

			if (*code == '\0')
				fail("a role without a code", route);
			printf("%s%s", between, code);
			between = ",";
		}
	printf("%s ", *between == '\0' ? "everybody" : "");
}

static void
print_flags(const struct route *route)
{
	unsigned left = route->flags;
	const char *between = "";

	for (size_t at = 0; at < sizeof(flags) / sizeof(flags[0]); at++)
		if (left & flags[at].flag) {
			printf("%s%s", between, flags[at].name);
			between = ",";
			left &= ~flags[at].flag;
		}
	if (left != 0)
		fail("a flag without a name", route);
	fputs(*between == '\0' ? "PLAIN" : "", stdout);
}

static void
print_judged(const struct route *route)
{
	if (route->judges >= sizeof(judged) / sizeof(judged[0]))
		fail("a kind of judging without a name", route);
	puts(judged[route->judges]);
}

static const char *const kinds[] = {
	[FIELD_TEXT] = "text",
	[FIELD_LINES] = "lines",
	[FIELD_SECRET] = "secret",
	[FIELD_NUMBER] = "number",
	[FIELD_DATE] = "date",
	[FIELD_CHOICE] = "choice",
	[FIELD_FLAG] = "flag",
	[FIELD_FILE] = "file",
};
static const char *const likes[] = {
	[LIKE_ANY] = "",
	[LIKE_NIP] = " nip",
	[LIKE_EMAIL] = " email",
	[LIKE_PHONE] = " phone",
};

/* As the program has it: where it says nothing web/form.h has limits of its own.
 * Columns of a register stand in one table, which is what form and import go by. */
static void
print_field(const char *program, const struct route *route, const struct field *field)
{
	printf("FIELD %s /%s%s %s %s%s%s", method_name(route->method), program, route->pattern,
	    field->name, kinds[field->kind], likes[field->like],
	    field->required ? " required" : "");
	if (field->min != 0 || field->max != 0)
		printf(" %" PRId64 "..%" PRId64, field->min, field->max);
	for (size_t at = 0; field->kind == FIELD_CHOICE && field->choices[at] != NULL; at++)
		printf("%s%s", at == 0 ? " " : "|", field->choices[at]);
	putchar('\n');
}

int
__wrap_program_run(const char *program, const struct route *routes)
{
	for (; routes->pattern != NULL; routes++) {
		if (routes->method >= METHOD_OTHER)
			fail("no method", routes);
		printf("%s /%s%s ", method_name(routes->method), program, routes->pattern);
		print_roles(routes);
		print_flags(routes);
		print_judged(routes);
		for (const struct field *field = routes->fields;
		     field != NULL && field->name != NULL; field++)
			if (field->sheet.head == NULL)
				print_field(program, routes, field);
	}
	for (const struct moved *moved = moved_addresses; moved->program != NULL; moved++)
		if (strcmp(moved->program, program) == 0)
			printf("GET /%s%s everybody MOVED /%s%s\n", program, moved->from, program,
			    moved->to);
	return fflush(stdout) == 0 ? 0 : EXIT_FAILURE;
}
