/* SPDX-License-Identifier: ISC */
/*
 * A file that just came in is looked into and scanned while its person waits,
 * as far as that is quick; what takes longer is left to `matang work`.
 */
#include "assessment/file_examine.h"

#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/banned.h"

/* What somebody waits for: a look and a scan that are quick, else none. */
enum { SCAN_BYTES_MAX = 32 << 20 };

enum { TURN_MS = 1000, TURN_STEP_MS = 20 };

/*
 * One look at a time on a host: those who send many files have their own
 * wait, and not everybody's pages.  The lock is that of the folder; the
 * descriptor that has the turn, which goes with it, or -1 when it did not come.
 */
static int
take_turn(const struct config *config)
{
	const struct timespec step = { .tv_nsec = TURN_STEP_MS * 1000000L };
	int fd = open(config->files_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	for (int waited = 0; fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0; waited += TURN_STEP_MS) {
		if (waited >= TURN_MS) {
			close(fd);
			return -1;
		}
		nanosleep(&step, NULL);
	}
	return fd;
}

const char *
examine_file(struct context *context, const struct temporary_file *staged, enum file_type type,
    struct inspection *inside, struct scan *scan)
{
	const struct config *config = context->config;
	struct confined_limits limits = inspection_at_once;
	int fd = open(staged->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), turn;

	if (config->examine_seconds > 0)
		limits.seconds = config->examine_seconds;
	*scan = (struct scan){ .state = SCAN_NONE };
	*inside = (struct inspection){ .pages = -1, .signatures = -1, .why = "others took long" };
	turn = take_turn(config);
	if (turn >= 0) {
		inspect_file(config->inspector, fd, type, &limits, inside);
		close(turn);
	}
	if (fd >= 0 && scan_configured(config) && staged->bytes <= SCAN_BYTES_MAX)
		scan_file(config, fd, limits.seconds * 1000, scan);
	if (fd >= 0)
		close(fd);
	return inspection_refusal(inside, type);
}
