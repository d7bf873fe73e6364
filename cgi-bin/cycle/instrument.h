/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_INSTRUMENT_H
#define CYCLE_INSTRUMENT_H

#include "cycle/table.h"
#include "sheet/instrument.h"

/*
 * An instrument out of three tables: sheets of one workbook, or files of
 * their own.
 */
enum { INSTRUMENT_TABLES = 3 };

/*
 * Reads variables, levels and categories from files, which may be one and the
 * same workbook; everything that is wrong goes into the problems.  The name
 * and basis of the instrument stay as they are; the rest is whole only when
 * there is no problem.
 */
void	instrument_of_tables(struct problems *,
	    struct upload *const files[INSTRUMENT_TABLES],
	    struct instrument *);

#endif
