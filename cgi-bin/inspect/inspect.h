/* SPDX-License-Identifier: ISC */
#ifndef INSPECT_H
#define INSPECT_H

#include <stdbool.h>
#include <stddef.h>

#include "store/inspection_finding.h"

/*
 * One file, all of it mapped, and what is found in it.  Nothing here opens,
 * writes or asks anything; what goes wrong is a finding, and what goes very
 * wrong ends the process, which the parent reckons with.
 */
struct look {
	const unsigned char *bytes;
	size_t length;
	size_t from;            /* signed: where the unsigned document ends, or 0 */
	struct qr_reader *qr;   /* pages: or NULL, where the host has none */
	unsigned findings;      /* FINDING_FLAG()s */
	long pages, signatures; /* -1: no PDF */
	bool keyless;           /* encrypted once, and the key thrown away */
};

static inline void
note(struct look *look, enum inspection_finding inside)
{
	look->findings |= FINDING_FLAG(inside);
}

typedef void looks_at(struct look *);
typedef struct qr_reader *opens_qr(void);

looks_at look_at_png, look_at_jpeg, look_at_package; /* Office Open XML, OpenDocument */

/* ---- in the part inspect_pdf (base/part.h) --------------------------------- */

looks_at look_at_pdf, look_at_signed_pdf; /* the latter writes lines of its own */

/* QR codes on pictures of pages; writes lines of its own.  The library is
 * opened first, before the process gives up its rights. */
opens_qr qr_open;
looks_at look_at_pictures;

/* ---- in the program --------------------------------------------------------- */

/* From here on the process computes and writes its answer, no more; where
 * the kernel cannot see to that, the limits of the parent stay. */
enum sandbox {
	SANDBOX_ALONE,
	SANDBOX_THREADS /* decoders of pictures wait for ever for theirs */
};
void sandbox_enter(enum sandbox);

#endif
