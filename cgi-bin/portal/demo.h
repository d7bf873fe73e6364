/* SPDX-License-Identifier: ISC */
#ifndef PORTAL_DEMO_H
#define PORTAL_DEMO_H

#include "frame/context.h"

/* Demo.accounts: the list that the demo has made of its people.  Nothing
 * where the configuration does not say that this is the demo. */
void demo_fill(struct context *);

#endif
