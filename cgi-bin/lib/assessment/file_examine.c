/* SPDX-License-Identifier: ISC */
/*
 * A file that just came in is looked into and scanned while its person waits,
 * as far as that is quick; what takes longer is left to `matang work`.
 */
#include "assessment/file_examine.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/banned.h"

/* What somebody waits for: a look and a scan that are quick, else none. */
enum { SCAN_BYTES_MAX = 32 << 20 };

const char *
examine_file(struct context *context, const struct temporary_file *staged, enum file_type type,
    struct inspection *inside, struct scan *scan)
{
	const struct config *config = context->config;
	struct confined_limits limits = inspection_at_once;
	int fd = open(staged->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (config->examine_seconds > 0)
		limits.seconds = config->examine_seconds;
	*scan = (struct scan){ .state = SCAN_NONE };
	inspect_file(config->inspector, fd, type, &limits, inside);
	if (fd >= 0 && scan_configured(config) && staged->bytes <= SCAN_BYTES_MAX)
		scan_file(config, fd, limits.seconds * 1000, scan);
	if (fd >= 0)
		close(fd);
	return inspection_refusal(inside, type);
}
