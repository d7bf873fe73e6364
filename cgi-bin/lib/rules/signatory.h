/* SPDX-License-Identifier: ISC */
#ifndef RULES_SIGNATORY_H
#define RULES_SIGNATORY_H

#include <stdbool.h>

/*
 * Whoever signs the form is the head of the agency as it is printed there
 * (source 002, step 6).  The civil servant's number (NIP, 18 digits) decides
 * where both have one, since names are written with degrees here and without
 * them there.
 */
enum signatory_match {
	SIGNATORY_SAME,
	SIGNATORY_OTHER_NAME,
	SIGNATORY_OTHER_NUMBER /* whatever the names say */
};

/* Numbers as printed, "NIP 19700101 …", or "" where there is none. */
enum signatory_match signatory_compare(const char *name, const char *nip, const char *printed_name,
    const char *printed_nip);

/* What somebody is who signs in the place of a head: "Plt." (pelaksana tugas),
 * "Plh." (pelaksana harian), "Pj." (penjabat), as an office says it; NULL for
 * the head itself. */
const char *signatory_acting(const char *office);

#endif
