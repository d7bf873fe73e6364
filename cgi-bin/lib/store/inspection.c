/* SPDX-License-Identifier: ISC */
/*
 * Has a file looked into by the program inspect, a process of its own with
 * little memory, little time and no rights, and reads its answer: all of it is
 * understood and ends with "end", or nothing counts.
 */
#include "store/inspection.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/banned.h"

enum { ANSWER_ROOM = 1024, NOT_STARTED = 127 };

/* While somebody waits, and while nobody does. */
const struct inspection_limits inspection_at_once = { 6, 384, false };
const struct inspection_limits inspection_in_background = { 60, 1024, true };

/* ---- the other process ---------------------------------------------------- */

/* A look without its limits is none. */
static void
inspection_limit(int resource, rlim_t most)
{
	const struct rlimit both = { most, most };

	if (setrlimit((__rlimit_resource_t)resource, &both) != 0)
		_exit(NOT_STARTED);
}

/* In the child, where only what is safe after fork() may be called. */
static void __attribute__((noreturn)) become(const char *inspector, const char *kind, int file,
    int answer, off_t bytes, const struct inspection_limits *limits)
{
	char *const words[] = { (char *)"inspect", (char *)kind, NULL };
	char *const nothing[] = { NULL };
	int null = open("/dev/null", O_WRONLY);
	sigset_t none;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	/* Above the three, where dup2 cannot run over one still needed. */
	file = fcntl(file, F_DUPFD, 10);
	answer = fcntl(answer, F_DUPFD, 10);
	if (file < 0 || answer < 0 || null < 0 || dup2(file, 0) < 0 || dup2(answer, 1) < 0 ||
	    dup2(null, 2) < 0 || close_range(3, ~0U, 0) != 0 || lseek(0, 0, SEEK_SET) != 0)
		_exit(NOT_STARTED);
	inspection_limit(RLIMIT_CPU, limits->seconds);
	inspection_limit(RLIMIT_CORE, 0);
	inspection_limit(RLIMIT_FSIZE, 0);
	inspection_limit(RLIMIT_NOFILE, 16);
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes */
	inspection_limit(RLIMIT_AS, ((rlim_t)limits->mebibytes << 20) + (rlim_t)bytes);
#else
	(void)bytes;
#endif
	if (limits->gently)
		setpriority(PRIO_PROCESS, 0, 10);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	execve(inspector, words, nothing);
	_exit(NOT_STARTED);
}

/* Reads the answer to its end: its length, or -1 when time or room ran out. */
static ssize_t
inspection_hear(int fd, char answer[ANSWER_ROOM], unsigned seconds)
{
	const int64_t until = clock_milliseconds() + (int64_t)seconds * 1000;
	size_t length = 0;

	for (;;) {
		struct pollfd ready = { .fd = fd, .events = POLLIN };
		int64_t left = until - clock_milliseconds();
		ssize_t got;

		if (left <= 0 || length == ANSWER_ROOM - 1)
			return -1;
		if (poll(&ready, 1, (int)left) <= 0)
			continue;
		got = read(fd, answer + length, ANSWER_ROOM - 1 - length);
		if (got < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (got <= 0) {
			answer[length] = '\0';
			return got < 0 ? -1 : (ssize_t)length;
		}
		length += (size_t)got;
	}
}

/* Where the caller ignores SIGCHLD the end of the child is not told. */
static int
end_of(pid_t child)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return 0;
	return status;
}

/* ---- its answer ------------------------------------------------------------ */

static bool
inspection_number_after(const char *line, const char *word, int64_t *number)
{
	size_t length = strlen(word);
	char *end;

	if (strncmp(line, word, length) != 0 || line[length] < '0' || line[length] > '9')
		return false;
	*number = strtoll(line + length, &end, 10);
	return *end == '\0' && *number <= UINT16_MAX;
}

static bool
inspection_read_line(struct inspection *inspection, const char *line)
{
	enum inspection_finding inside;

	if (inspection_number_after(line, "pages ", &inspection->pages) ||
	    inspection_number_after(line, "signatures ", &inspection->signatures))
		return true;
	if (strcmp(line, "keyless") == 0) {
		inspection->keyless = true;
		return true;
	}
	if (strncmp(line, "finding ", 8) != 0)
		return false;
	inside = finding_of(line + 8);
	if (inside == FINDINGS)
		return false;
	inspection->findings |= FINDING_FLAG(inside);
	return true;
}

/* All of it is understood and its last line is "end", or nothing counts. */
static bool
read_answer(struct inspection *inspection, char *answer)
{
	char *line = answer, *end;

	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		if (strcmp(line, "end") == 0)
			return end[1] == '\0';
		if (!inspection_read_line(inspection, line))
			return false;
	}
	return false;
}

static void
undone(struct inspection *inspection, const char *why, int number)
{
	*inspection = (struct inspection){ .pages = -1, .signatures = -1 };
	snprintf(inspection->why, sizeof(inspection->why), "%s %d", why, number);
	if (number == 0)
		inspection->why[strlen(why)] = '\0';
}

void
inspect_file(const char *inspector, int fd, enum file_type type,
    const struct inspection_limits *limits, struct inspection *inspection)
{
	char answer[ANSWER_ROOM];
	struct stat about;
	int pipes[2], status;
	ssize_t length;
	pid_t child;

	undone(inspection, "no inspector is configured", 0);
	if (inspector == NULL || *inspector == '\0')
		return;
	undone(inspection, "cannot start the inspector: error", errno);
	if (fstat(fd, &about) != 0 || pipe2(pipes, O_CLOEXEC) != 0)
		return;
	child = fork();
	if (child == 0)
		become(inspector, file_extension(type), fd, pipes[1], about.st_size, limits);
	close(pipes[1]);
	length = child > 0 ? inspection_hear(pipes[0], answer, limits->seconds) : -1;
	close(pipes[0]);
	if (child < 0)
		return;
	if (length < 0)
		kill(child, SIGKILL);
	status = end_of(child);
	if (length < 0)
		undone(inspection, "the inspector took more seconds than", (int)limits->seconds);
	else if (WIFSIGNALED(status))
		undone(inspection, "the inspector was ended by signal", WTERMSIG(status));
	else if (WEXITSTATUS(status) == NOT_STARTED)
		undone(inspection, "the inspector cannot be started", 0);
	else if (WEXITSTATUS(status) != 0)
		undone(inspection, "the inspector gave up with status", WEXITSTATUS(status));
	else if (!read_answer(inspection, answer))
		undone(inspection, "the inspector's answer makes no sense", 0);
	else {
		inspection->why[0] = '\0';
		inspection->done = true;
	}
}

const char *
inspection_refusal(const struct inspection *inspection, enum file_type type)
{
	static const struct {
		enum inspection_finding inside;
		const char *pdf, *image, *office;
	} refusals[] = {
		{ FINDING_LOCKED,
		    "PDF ini meminta kata sandi, sehingga tim "
		    "verifikasi tidak dapat membukanya. Buka dengan kata "
		    "sandinya, simpan atau cetak ulang sebagai PDF tanpa kata "
		    "sandi, lalu unggah hasilnya.",
		    "",
		    "Berkas ini terkunci kata sandi, sehingga tim verifikasi "
		    "tidak dapat membukanya. Hapus kata sandinya, simpan "
		    "ulang, lalu unggah lagi." },
		{ FINDING_MACROS, "", "",
		    "Berkas Office ini berisi makro "
		    "(program). Simpan ulang tanpa makro atau sebagai PDF, "
		    "lalu unggah hasilnya." },
		{ FINDING_OVERSIZE,
		    "Isi PDF ini mengembang jauh melebihi "
		    "ukuran yang wajar. Cetak ulang menjadi PDF, lalu unggah "
		    "hasilnya.",
		    "Ukuran gambar ini terlalu besar untuk "
		    "dibuka (lebih dari 300 juta titik). Kecilkan dahulu, "
		    "misalnya dengan memindai pada 150 dpi, lalu unggah "
		    "hasilnya.",
		    "Isi berkas ini mengembang jauh melebihi "
		    "ukuran yang wajar. Buka, simpan ulang atau cetak menjadi "
		    "PDF, lalu unggah hasilnya." },
		{ FINDING_UNREADABLE,
		    "PDF ini rusak dan tidak dapat dibuka. "
		    "Coba buka di komputer Anda; pindai atau simpan ulang, "
		    "lalu unggah hasilnya.",
		    "Gambar ini rusak dan tidak "
		    "dapat dibuka. Ambil atau simpan ulang gambarnya, lalu "
		    "unggah hasilnya.",
		    "Berkas Office ini rusak atau tidak "
		    "lengkap. Buka di komputer Anda, simpan ulang, lalu "
		    "unggah hasilnya." },
	};

	if (!inspection->done)
		return NULL;
	if (inspection->keyless)
		return "PDF ini dulu dibatasi (misalnya tidak boleh dicetak), lalu "
		       "aplikasi yang menambahkan tanda tangan membuang kuncinya, "
		       "sehingga isinya tidak terbaca lagi. Cetak ulang PDF aslinya "
		       "menjadi PDF tanpa batasan, tanda tangani lagi, lalu unggah "
		       "hasilnya.";
	for (size_t at = 0; at < sizeof(refusals) / sizeof(refusals[0]); at++)
		if ((inspection->findings & FINDING_FLAG(refusals[at].inside)) != 0)
			return type == FILE_PDF ?
			    refusals[at].pdf :
			    type == FILE_JPEG || type == FILE_PNG ?
			    refusals[at].image :
			    refusals[at].office;
	return NULL;
}
