/* SPDX-License-Identifier: ISC */
#ifndef WEB_CHANNEL_H
#define WEB_CHANNEL_H

#include <stddef.h>
#include <stdint.h>

#include "web/gzip_part.h"
#include "web/patience.h"

/* Where the bytes of one request come from and go to; the numbers are of its body. */
struct channel {
	const char *(*variable)(struct channel *, const char *name);
	int64_t (*read)(struct channel *, void *, size_t);
	int (*write)(struct channel *, const void *, size_t);
	/* The whole answer at once, instead of by write; nothing follows. */
	int (*finish)(struct channel *, const void *head, size_t, const void *body, size_t);
	int64_t begun, bytes; /* when it was first asked for (base/clock.h), and what came */
	int64_t seconds;      /* that it may take */
	const struct patience *patience; /* what then; NULL: it has broken off */
	bool granted;
	gzip_packer *pack; /* of answers; NULL: that is left to the web server */
};

#endif
