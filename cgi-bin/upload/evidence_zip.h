/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_EVIDENCE_ZIP_H
#define UPLOAD_EVIDENCE_ZIP_H

#include "frame/context.h"

/* GET /zip/<assessment> and /zip/<assessment>/<variable's number>: apart from
 * upload.h, which has a criterion of its own beside that of assessment/criteria.h. */
int send_evidence_zip(struct context *);

#endif
