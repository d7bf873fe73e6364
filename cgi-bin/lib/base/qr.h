/* SPDX-License-Identifier: ISC */
#ifndef BASE_QR_H
#define BASE_QR_H

#include "base/arena.h"

/*
 * A QR code (ISO/IEC 18004, error correction M) as the data of one SVG path,
 * in units of one module, without the quiet zone.  Gives NULL for a text that
 * does not fit; *size is the number of modules on a side.
 */
const char *qr_path(struct arena *, const char *text, int *size);

#endif
