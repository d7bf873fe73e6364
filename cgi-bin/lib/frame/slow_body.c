/* SPDX-License-Identifier: ISC */
/*
 * Which bodies of strangers may take longer, by locks of which each is a byte
 * of a file: some for all, some for each network.
 */
#include "frame/slow_body.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/secret.h"
#include "web/patience.h"
#include "base/banned.h"

/* Behind those for all, those of the networks; some of them share theirs. */
enum { NETWORKS_AT = 64, NETWORKS = 65536 };

struct slow_body {
	const char *path, *network;
	int file; /* -1: none is locked */
};

static bool
lock_one(int file, off_t at, int count)
{
	for (int of = 0; of < count; of++)
		if (fcntl(file, F_SETLK,
			&(struct flock){ .l_type = F_WRLCK,
			    .l_whence = SEEK_SET,
			    .l_start = at + of,
			    .l_len = 1 }) == 0)
			return true;
	return false;
}

static off_t
lock_place(const char *network)
{
	unsigned char hash[SHA256_BYTES];

	sha256(hash, network, strlen(network));
	return NETWORKS_AT + (hash[0] << 8 | hash[1]) % NETWORKS * SLOW_NETWORK;
}

static bool
grant_slow(void *argument)
{
	struct slow_body *slow = argument;

	slow->file = open(slow->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	return slow->file >= 0 && lock_one(slow->file, lock_place(slow->network), SLOW_NETWORK) &&
	    lock_one(slow->file, 0, SLOW_ALL);
}

void
slow_body_let(struct context *context)
{
	struct arena *arena = context->arena;
	struct slow_body *slow = arena_alloc(arena, sizeof(*slow));
	struct patience *patience = arena_alloc(arena, sizeof(*patience));

	*slow = (struct slow_body){
		.path = arena_format(arena, "%s/.slow-bodies", context->config->files_dir),
		.network = context_network(context),
		.file = -1,
	};
	*patience = (struct patience){ SLOW_BYTES, SLOW_SECONDS, grant_slow, slow };
	context->slow = slow;
	request_patient(context->request, patience);
}

void
slow_body_end(struct context *context)
{
	if (context->slow != NULL && context->slow->file >= 0)
		close(context->slow->file);
	context->slow = NULL;
}
