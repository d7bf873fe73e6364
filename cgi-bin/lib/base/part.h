/* SPDX-License-Identifier: ISC */
#ifndef BASE_PART_H
#define BASE_PART_H

#include <stdbool.h>

/*
 * Parts of the programs that are libraries of their own, matang-NAME.so beside the
 * folder of the programs or in libexecdir: what few requests need, and brings
 * dozens of libraries along, is opened by whoever is the first to need it and
 * takes nothing of all others.  It stays open.
 *
 * The function of that name in it, or NULL where it is not there; why, is on
 * stderr.  A part of other headers is as good as none: a program that was started
 * before an update meets the new one, and what they say to each other would be
 * read where it does not stand.
 */
void *part_function(const char *part, const char *name);

/* Whether that part has been built and installed, for who does as well without. A
 * program that is linked statically opens none. */
bool part_there(const char *part);

#endif
