/* SPDX-License-Identifier: ISC */
/*
 * matang.cgi: everything in one file that needs nothing but a kernel, for shared
 * hosting that is filled by FTP, which knows no links.  As a CGI program it takes
 * the first word of the address for the program that is asked; by another name,
 * or with one as its first argument, it is that program (inspect, matang).  The
 * configuration is in the folder "private" beside it, or where a link there leads;
 * before there is one, whoever comes is led through the set-up (cgi-bin/setup).
 * What waits in the background is done behind the visits, where nobody calls
 * "matang work" by cron: deploy/hosting.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "suite/table.h"
#include "base/banned.h"

enum { BEHIND_VISITS_SECONDS = 300, NICE = 10, NAME_ROOM = 32 };

int inspect_main(int, char **);
int matang_main(int, char **);
int setup_main(int (*command)(int, char **));

/* The folder of this file, with a slash; false where nobody can know. */
static bool
own_folder(char folder[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	char *slash;

	folder[length > 0 ? length : 0] = '\0';
	slash = strrchr(folder, '/');
	if (slash != NULL)
		slash[1] = '\0';
	return slash != NULL;
}

/* A host that cleans the environment (suexec) leaves no other way to say it. */
static void
name_configuration(void)
{
	char folder[PATH_MAX], path[PATH_MAX + NAME_ROOM];

	if (own_folder(folder)) {
		snprintf(path, sizeof(path), "%sprivate/matang.conf", folder);
		setenv("MATANG_CONFIG", path, 0);
	}
}

/* Whether it was longer ago than that; then it is now. */
static bool
is_due(const char *stamp)
{
	struct stat about;
	int fd;

	if (stat(stamp, &about) == 0 && about.st_mtime > time(NULL) - BEHIND_VISITS_SECONDS)
		return false;
	fd = open(stamp, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return false;
	futimens(fd, NULL);
	close(fd);
	return true;
}

/* What a visit leaves behind: nobody's child, with nothing of the visitor's. */
static void __attribute__((noreturn)) work_behind(void)
{
	char *words[] = { (char *)"matang", (char *)"work", (char *)"--quiet", (char *)"--seconds",
		(char *)"20", NULL };
	int nothing = open("/dev/null", O_RDWR);

	setsid();
	if (fork() != 0)
		_exit(0);
	for (int fd = 0; fd < 3; fd++)
		if (nothing < 0 || dup2(nothing, fd) < 0)
			_exit(1);
	close_range(3, ~0U, 0);
	signal(SIGPIPE, SIG_DFL);
	setpriority(PRIO_PROCESS, 0, NICE);
	unsetenv("REQUEST_METHOD");
	_exit(matang_main(5, words));
}

/*
 * Where the panel has no cron, the visits wake it: the file "work-by-visits" beside
 * the configuration asks for it (the set-up makes it), and tells when it was last.
 */
static void
work_if_due(void)
{
	const char *config = getenv("MATANG_CONFIG");
	char stamp[PATH_MAX + NAME_ROOM];
	char *slash;

	if (config == NULL || strlen(config) >= PATH_MAX)
		return;
	snprintf(stamp, sizeof(stamp), "%s", config);
	slash = strrchr(stamp, '/');
	if (slash == NULL)
		return;
	snprintf(slash + 1, NAME_ROOM, "work-by-visits");
	if (access(stamp, W_OK) != 0 || !is_due(stamp))
		return;
	signal(SIGCHLD, SIG_IGN);
	if (fork() == 0)
		work_behind();
	signal(SIGCHLD, SIG_DFL);
}

/* "/account/profile" is "/profile" of the program "account". */
static const struct suite_program *
program_asked(void)
{
	const char *path = getenv("PATH_INFO");
	char name[NAME_ROOM];
	const struct suite_program *program;
	size_t length;

	if (path == NULL || *path != '/')
		return NULL;
	length = strcspn(path + 1, "/");
	if (length == 0 || length >= sizeof(name) || path[1 + length] != '/')
		return NULL;
	memcpy(name, path + 1, length);
	name[length] = '\0';
	program = suite_program_named(name);
	if (program != NULL) {
		/* A copy first: what is given lies in what is replaced. */
		char *rest = strdup(path + 1 + length);

		if (rest == NULL || setenv("PATH_INFO", rest, 1) != 0)
			program = NULL;
		free(rest);
		program_invocation_short_name = (char *)program->name;
	}
	return program;
}

static bool
set_up_asked(void)
{
	const char *path = getenv("PATH_INFO"), *config = getenv("MATANG_CONFIG");

	return (path != NULL && strncmp(path, "/setup/", 7) == 0) ||
	    (config != NULL && access(config, F_OK) != 0);
}

static int
answer_visit(void)
{
	const struct suite_program *program;

	if (set_up_asked())
		return setup_main(matang_main);
	work_if_due();
	program = program_asked();
	/* A program that is not here has no page: the portal says so. */
	return program != NULL ? program->main() : suite_program_named("portal")->main();
}

int
main(int count, char **words)
{
	const char *name = program_invocation_short_name;
	bool named = strcmp(name, "inspect") == 0 || strcmp(name, "matang") == 0 ||
	    suite_program_named(name) != NULL;

	if (!named && count > 1) {
		name = words[1];
		words++;
		count--;
	}
	if (strcmp(name, "inspect") == 0)
		return inspect_main(count, words);
	name_configuration();
	if (strcmp(name, "matang") == 0)
		return matang_main(count, words);
	if (suite_program_named(name) != NULL) {
		program_invocation_name = (char *)name; /* by which it starts anew */
		return suite_program_named(name)->main();
	}
	if (getenv("REQUEST_METHOD") != NULL)
		return answer_visit();
	fprintf(stderr,
	    "matang.cgi: a CGI program; or give it a name: matang work, matang backup …\n");
	return EXIT_FAILURE;
}
