/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_BUNDLE_H
#define UPLOAD_BUNDLE_H

#include "step/visit.h"

/* GET /zip/<assessment> and /zip/<assessment>/<variable's number>: apart from
 * upload.h, which has a criterion of its own beside that of step/criteria.h. */
int	send_bundle(struct visit *);

#endif
