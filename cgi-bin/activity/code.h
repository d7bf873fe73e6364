/* SPDX-License-Identifier: ISC */
#ifndef ACTIVITY_CODE_H
#define ACTIVITY_CODE_H

#include "activity/activity.h"
#include "base/secret.h"

/*
 * The code of an open attendance list, short enough to be typed from a screen: 40 random
 * bits in letters and digits that nobody confuses.  It lives for hours at most, wrong ones
 * are counted by address, and only its hash is stored.
 */
void code_make(char code[CODE_LETTERS + 1]);

/* The hash of a code as people type it: blanks, hyphens, small letters, O for 0 and I or
 * L for 1 are forgiven.  false for what cannot be one. */
bool code_hash(const char *typed, unsigned char hash[SHA256_BYTES]);

/* As it stands on the screen: "K7QM-3XTA". */
const char *code_shown(struct arena *, const char *typed);

#endif
