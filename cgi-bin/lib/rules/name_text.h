/* SPDX-License-Identifier: ISC */
#ifndef RULES_NAME_TEXT_H
#define RULES_NAME_TEXT_H

#include <stdbool.h>

/*
 * Names compared by what they say: capitals, the width and the kind of blanks and
 * punctuation are no matter, and & is "dan".  "Dinas  PU & Perumahan" is "DINAS PU
 * dan Perumahan."  Two empty names are the same.
 */
bool name_same(const char *, const char *);

/*
 * What a name says, so that two of them can be compared and sorted by it: two keys
 * are alike where name_same() says so.  Writes no more than 4 bytes for each of the
 * name, and one.
 */
void name_key(char *out, const char *name);

/*
 * How a name of a list fits one of a region: "Balikpapan" and "Pemkot Balikpapan" are
 * "Kota Balikpapan", "Kab. Malang" is "Kabupaten Malang" and no city.  What is left out
 * may make it fit several: who compares asks all of them.
 */
bool name_fits_region(const char *region, const char *name);

/*
 * The same of people, whose degrees are written here and left out there:
 * "Dr. Hj. Siti Contoh, S.Sos., M.Si." is "SITI CONTOH S.Sos".
 */
bool name_same_person(const char *, const char *);

/* What the name of a person says, as name_key() does: alike where name_same_person()
 * says so. */
void name_person_key(char *out, const char *name);

#endif
