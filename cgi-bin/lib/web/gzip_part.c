/* SPDX-License-Identifier: ISC */
/*
 * Answers packed by ISA-L at its level 1: fewer bytes than zlib's level 1 makes of
 * the same page.  Its memory (170 kB) is taken for the one answer: malloc keeps it.
 */
#include "web/gzip_part.h"

#include <isa-l/igzip_lib.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/banned.h"

struct packing {
	struct isal_zstream stream;
	uint8_t level[ISAL_DEF_LVL1_SMALL]; /* a larger one gave the same bytes as fast */
};

size_t
gzip_once(const void *body, size_t length, void *packed, size_t room)
{
	struct packing *packing;
	struct isal_zstream *stream;
	size_t bytes = 0;

	if (length > UINT32_MAX || room > UINT32_MAX ||
	    (packing = malloc(sizeof(*packing))) == NULL)
		return 0;
	stream = &packing->stream;
	isal_deflate_init(stream);
	stream->level = 1;
	stream->level_buf = packing->level;
	stream->level_buf_size = sizeof(packing->level);
	stream->gzip_flag = IGZIP_GZIP;
	stream->end_of_stream = 1;
	stream->next_in = (uint8_t *)(uintptr_t)body;
	stream->avail_in = (uint32_t)length;
	stream->next_out = packed;
	stream->avail_out = (uint32_t)room;
	if (isal_deflate(stream) == COMP_OK && stream->internal_state.state == ZSTATE_END)
		bytes = stream->total_out;
	free(packing);
	return bytes;
}
