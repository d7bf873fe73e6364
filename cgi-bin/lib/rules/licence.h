/* SPDX-License-Identifier: ISC */
#ifndef RULES_LICENCE_H
#define RULES_LICENCE_H

/*
 * Licences of open data that a region can choose, known by the addresses of their texts as
 * their publishers give them (Creative Commons, Open Data Commons).
 */
extern const char *const licence_addresses[]; /* ends with NULL */

/* "CC BY 4.0"; the address itself of one that is not among them. */
const char *licence_name(const char *address);

#endif
