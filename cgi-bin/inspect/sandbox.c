/* SPDX-License-Identifier: ISC */
/*
 * Before the first byte of a stranger's file is parsed the process gives up
 * all system calls but those of memory and of writing its answer (seccomp): a
 * flaw in a library may spoil the answer and nothing else.
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "inspect/inspect.h"
#include "base/banned.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/* A sanitizer reads /proc and starts a symbolizer. */
#if defined(ARCHITECTURE) && !defined(__SANITIZE_ADDRESS__)

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define ALLOW(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), ANSWER(SECCOMP_RET_ALLOW)

/*
 * What computing with memory and writing to an open descriptor takes.  All
 * else, opening and connecting and starting first of all, is refused as not
 * permitted rather than punished: a library may try in vain and go on.
 */
void
sandbox_enter(enum sandbox sandbox)
{
	const unsigned thread = sandbox == SANDBOX_THREADS ?
	    SECCOMP_RET_ALLOW :
	    SECCOMP_RET_ERRNO | EPERM;
	struct sock_filter filter[] = {
		LOAD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
		ANSWER(SECCOMP_RET_KILL_PROCESS),
		LOAD(nr),
		/* clone3 has what it wants in memory, where nobody here can look:
		 * as if it were not there, libc takes clone. */
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1),
		ANSWER(SECCOMP_RET_ERRNO | ENOSYS),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 4),
		LOAD(args[0]),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1),
		ANSWER(thread),
		ANSWER(SECCOMP_RET_ERRNO | EPERM),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_set_robust_list, 1, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_rseq, 0, 1),
		ANSWER(thread),
		ALLOW(read),
		ALLOW(write),
		ALLOW(mmap),
		ALLOW(munmap),
		ALLOW(mremap),
		ALLOW(mprotect),
		ALLOW(madvise),
		ALLOW(brk),
		ALLOW(futex),
		ALLOW(getrandom),
		ALLOW(clock_gettime),
		ALLOW(rt_sigaction),
		ALLOW(rt_sigprocmask),
		ALLOW(rt_sigreturn),
		ALLOW(newfstatat),
		ALLOW(fstat),
		ALLOW(close),
		ALLOW(getpid),
		ALLOW(gettid),
		ALLOW(tgkill),
		ALLOW(exit),
		ALLOW(exit_group),
		ANSWER(SECCOMP_RET_ERRNO | EPERM),
	};
	const struct sock_fprog program = { .len = sizeof(filter) / sizeof(filter[0]),
		.filter = filter };

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

#else

void
sandbox_enter(enum sandbox sandbox)
{
	(void)sandbox;
}

#endif
