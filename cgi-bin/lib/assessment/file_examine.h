/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_FILE_EXAMINE_H
#define ASSESSMENT_FILE_EXAMINE_H

#include "frame/context.h"
#include "store/files.h"
#include "store/inspection.h"
#include "store/antivirus.h"

/*
 * Looks into a finished file and has it scanned, as far as that is quick: the
 * sentence why nobody could use it, a constant text, or NULL.  What was not
 * looked at is so in the two results, and no reason to refuse: it is looked
 * at in the background, `matang work`, with more patience.
 */
const char *examine_file(struct context *, const struct temporary_file *, enum file_type,
    struct inspection *, struct scan *);

#endif
