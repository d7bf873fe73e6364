/* SPDX-License-Identifier: ISC */
/*
 * Landlock by its three system calls: the names that Debian's headers and libc do
 * not have yet stand here (Linux, include/uapi/linux/landlock.h).
 */
#include "base/confine.h"

#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/banned.h"

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { ASK_VERSION = 1, RULE_BENEATH = 1, PATH_ROOM = 512 };
enum { OF_MOVING = 2, OF_CUTTING = 3, OF_TCP = 4 }; /* versions that brought it */

#define FS_EXECUTE ((uint64_t)1 << 0)
#define FS_WRITE ((uint64_t)1 << 1)
#define FS_READ ((uint64_t)1 << 2)
#define FS_LIST ((uint64_t)1 << 3)
#define FS_MAKE ((uint64_t)0x1ff0) /* and remove: bits 4 to 12 */
#define FS_MOVE ((uint64_t)1 << 13)
#define FS_CUT ((uint64_t)1 << 14)
#define TCP_BIND ((uint64_t)1 << 0)
#define TCP_CONNECT ((uint64_t)1 << 1)

struct ruleset {
	uint64_t files, tcp;
};

struct __attribute__((packed)) beneath {
	uint64_t allowed;
	int32_t folder;
};

int
confine_version(void)
{
	long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);

	return version > 0 ? (int)version : 0;
}

bool
confine_filters(void)
{
	return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}

/* What this kernel knows of what is to be given up. */
static int
ruleset_open(struct ruleset *rules, int version)
{
	if (version < OF_CUTTING)
		rules->files &= ~FS_CUT;
	if (version < OF_MOVING)
		rules->files &= ~FS_MOVE;
	return version == 0 ?
	    -1 :
	    (int)syscall(CREATE_RULESET, rules,
		version < OF_TCP ? sizeof(rules->files) : sizeof(*rules), 0);
}

/* What is not there needs no right. */
static void
ruleset_allow(int ruleset, const struct ruleset *rules, const char *path, uint64_t rights)
{
	const uint64_t of_files = FS_EXECUTE | FS_WRITE | FS_READ | FS_CUT;
	struct beneath beneath = { rights & rules->files, open(path, O_PATH | O_CLOEXEC) };
	struct stat about;

	if (beneath.folder < 0)
		return;
	if (fstat(beneath.folder, &about) == 0 && !S_ISDIR(about.st_mode))
		beneath.allowed &= of_files;
	syscall(ADD_RULE, ruleset, RULE_BENEATH, &beneath, 0);
	close(beneath.folder);
}

static bool
ruleset_enter(int ruleset)
{
	bool entered = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    syscall(RESTRICT_SELF, ruleset, 0) == 0;

	close(ruleset);
	return entered;
}

/* Before OF_MOVING a ruleset, whatever it allows, refuses to move a file to another
 * folder, and that is how each file is kept (store/files.c). */
bool
confine_writes(const char *folder, int version)
{
	struct ruleset rules = { FS_WRITE | FS_MAKE | FS_MOVE | FS_CUT, TCP_BIND };
	int ruleset = version < OF_MOVING ? -1 : ruleset_open(&rules, version);

	if (ruleset < 0)
		return false;
	ruleset_allow(ruleset, &rules, folder, rules.files);
	ruleset_allow(ruleset, &rules, "/dev/null", FS_WRITE | FS_CUT);
	return ruleset_enter(ruleset);
}

bool
confine_reader(const char *program, const char *file)
{
	/* Of /etc what they want, since our own keys and the database's password lie there. */
	static const char *const systems[] = { "/usr", "/lib", "/lib64", "/bin", "/proc/cpuinfo",
		"/proc/meminfo", "/proc/stat", "/proc/self", "/proc/sys/vm/overcommit_memory",
		"/sys/devices/system/cpu", "/dev/null", "/dev/zero", "/dev/urandom", "/dev/random",
		"/dev/full", "/nix/store", "/var/cache/fontconfig", "/etc/fonts",
		"/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime", "/etc/nsswitch.conf",
		"/etc/passwd", "/etc/ssl/openssl.cnf" };
	struct ruleset rules = { FS_EXECUTE | FS_READ | FS_LIST | FS_WRITE | FS_MAKE | FS_MOVE |
		    FS_CUT,
		TCP_BIND | TCP_CONNECT };
	int ruleset = ruleset_open(&rules, confine_version());
	const char *slash = program != NULL ? strrchr(program, '/') : NULL;
	char own[PATH_ROOM] = "";

	if (ruleset < 0)
		return false;
	for (size_t at = 0; at < sizeof(systems) / sizeof(systems[0]); at++)
		ruleset_allow(ruleset, &rules, systems[at], FS_EXECUTE | FS_READ | FS_LIST);
	if (slash != NULL && slash > program && (size_t)(slash - program) < sizeof(own)) {
		memcpy(own, program, (size_t)(slash - program));
		ruleset_allow(ruleset, &rules, own, FS_EXECUTE | FS_READ | FS_LIST);
	}
	if (file != NULL)
		ruleset_allow(ruleset, &rules, file, FS_READ);
	ruleset_allow(ruleset, &rules, "/dev/null", FS_WRITE | FS_CUT | FS_READ);
	return ruleset_enter(ruleset);
}
