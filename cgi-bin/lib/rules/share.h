/* SPDX-License-Identifier: ISC */
#ifndef RULES_SHARE_H
#define RULES_SHARE_H

#include <stdint.h>

/*
 * How large a part is of a whole, in percent, by whole numbers alone.
 */
enum { SHARE_TEXT = 32, SHARE_DECIMALS = 3 };

/*
 * The percentage times ten for each decimal, rounded half up: 100 of 6,283 with two
 * decimals is 159.  A whole of 0 has none: -1.  Decimals 0 to SHARE_DECIMALS; part and
 * whole 0 to 10^15.
 */
int64_t share_percent(int64_t part, int64_t whole, int decimals);

/* The same as people write it: "1,59"; "" where there is none. */
const char *share_text(char text[SHARE_TEXT], int64_t part, int64_t whole, int decimals);

#endif
