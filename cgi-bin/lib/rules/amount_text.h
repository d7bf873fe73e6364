/* SPDX-License-Identifier: ISC */
#ifndef RULES_AMOUNT_TEXT_H
#define RULES_AMOUNT_TEXT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Whole amounts as people write them here, of money and of people:
 *	1500000, 1.500.000, 1 500 000
 *	Rp1.500.000, Rp 1.500.000, Rp. 1500000, rp 1.500.000
 *	1.500.000,00, Rp1.500.000,-
 *
 * Points and blanks part groups of three: 1.50 and 1.5000 are no amounts rather than
 * 150 and 15,000.  No sign, no fraction, at most 18 digits.
 */

/* False where it is none, and `amount` is left as it is. */
bool amount_text(const char *text, int64_t *amount);

#endif
