/* SPDX-License-Identifier: ISC */
#ifndef STEP_INTAKE_H
#define STEP_INTAKE_H

#include "step/visit.h"

/* Writes the files of a form below files_dir as they arrive; they are found
 * in visit->files, in order, each finished and hashed. */
struct form_sink intake_sink(struct visit *);

/* Removes what no handler kept. */
void	intake_discard(struct visit *);

#endif
