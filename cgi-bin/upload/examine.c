/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/banned.h"

/*
 * What somebody waits for: a look that is quick, else none.  What was not
 * looked at is looked at in the background, `matang work`, with more patience.
 */
enum { SCAN_MILLISECONDS = 5000, SCAN_BYTES_MAX = 32 << 20 };

const char *
candidate_examine(struct visit *visit, const struct staged *staged,
    enum file_type type, struct candidate *candidate)
{
	const struct config *config = visit->config;
	int fd = open(staged->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	inspect_file(config->inspector, fd, type, &inspection_at_once,
	    &candidate->inspection);
	if (fd >= 0 && scan_configured(config) &&
	    staged->bytes <= SCAN_BYTES_MAX)
		scan_file(config, fd, SCAN_MILLISECONDS, &candidate->scan);
	if (fd >= 0)
		close(fd);
	return inspection_refusal(&candidate->inspection, type);
}
